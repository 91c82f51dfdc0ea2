import type { Document } from '../schema/model.js';
import type { Writer } from './writer.js';

const FILE = 'documents.jsonl';

/** One document on one line, with its line feed. */
export function jsonLine(document: Document): string {
  return `${JSON.stringify(document)}\n`;
}

export const jsonlWriter: Writer = {
  format: 'jsonl',
  summary: 'documents.jsonl, one plan a line',
  open: async () => ({
    add: ({ document }) => [{ file: FILE, data: jsonLine(document) }],
    end: () => [{ file: FILE, data: '', complete: true }],
  }),
};
