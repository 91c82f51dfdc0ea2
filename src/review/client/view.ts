import type { Document } from '../../schema/model.js';
import type { Verdict } from '../../schema/verdicts.js';
import type { Say } from './words.js';

export type RecordKind = Verdict['kind'];

export interface ReviewDocument {
  readonly index: number;
  readonly document: Document;
  /** The cleaned text; empty where the page has none. */
  readonly text: string;
}

/** What a view may know and do. */
export interface ViewContext {
  /** Those the view is of: the open one, or all. */
  readonly documents: readonly ReviewDocument[];
  readonly say: Say;
  readonly verdictOf: (index: number, kind: RecordKind, id: string) => Verdict['verdict'] | null;
  /** Shows the record in the text. */
  readonly open: (index: number, kind: RecordKind, id: string) => void;
}

/** A way to look at records. Its name is the word `view.ID`. */
export interface View {
  readonly id: string;
  readonly render: (root: HTMLElement, context: ViewContext) => void;
}
