import type { Document } from '../../schema/model.js';

/** A document as the views of a review page see it; `index` is its place in the page. */
export interface Viewed {
  readonly index: number;
  readonly document: Document;
}

/** A record of one of several documents. */
export interface RecordPlace {
  /** The index of its document. */
  readonly index: number;
  readonly id: string;
}
