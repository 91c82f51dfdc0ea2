import type { Document } from '../schema/model.js';
import { defineWriter } from './writer.js';

/** One document as people and programs read it: two blanks of indent and a final line feed. */
export function jsonText(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

export const jsonWriter = defineWriter<string>({
  encode:
    async () =>
    ({ document }) =>
      jsonText(document),
  open: async () => ({
    add: (data, name) => [{ file: `${name}.json`, data, complete: true }],
    end: () => [],
  }),
});
