import type { Document } from '../schema/model.js';
import { defineWriter } from './writer.js';

/** A plan as it was read: the document with the text that its offsets count in. */
export interface PlanPiece {
  readonly document: Document;
  readonly text: string;
  /** For each line of the text the line of the decoded original that it begins in, 1-based. */
  readonly sourceLines?: readonly number[];
}

/** Hands plans on to a command that works on records, and writes nothing. */
export const planWriter = defineWriter<PlanPiece>({
  encode:
    async () =>
    ({ document, text, sourceLines }) => ({ document, text, ...(sourceLines ? { sourceLines } : {}) }),
  open: async () => ({ add: () => [], end: () => [] }),
});
