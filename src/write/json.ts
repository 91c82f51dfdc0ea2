import type { Document } from '../schema/model.js';
import type { Writer } from './writer.js';

/** One document as people and programs read it: two blanks of indent and a final line feed. */
export function jsonText(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

export const jsonWriter: Writer = {
  format: 'json',
  summary: 'one file per plan',
  open: async () => ({
    add: ({ name, document }) => [{ file: `${name}.json`, data: jsonText(document), complete: true }],
    end: () => [],
  }),
};
