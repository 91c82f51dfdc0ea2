import type { Document } from '../schema/model.js';
import { defineWriter } from './writer.js';

const FILE = 'documents.jsonl';

/** One document on one line, with its line feed. */
export function jsonLine(document: Document): string {
  return `${JSON.stringify(document)}\n`;
}

export const jsonlWriter = defineWriter<string>({
  encode:
    async () =>
    ({ document }) =>
      jsonLine(document),
  open: async () => ({
    add: (data) => [{ file: FILE, data }],
    end: () => [{ file: FILE, data: '', complete: true }],
  }),
});
