import type { Document } from '../schema/model.js';
import { defineWriter } from './writer.js';

/** A plan as it was read: the document with the text that its offsets count in. */
export interface PlanPiece {
  readonly document: Document;
  readonly text: string;
}

/** Hands plans on to a command that works on records, and writes nothing. */
export const planWriter = defineWriter<PlanPiece>({
  encode:
    async () =>
    ({ document, text }) => ({ document, text }),
  open: async () => ({ add: () => [], end: () => [] }),
});
