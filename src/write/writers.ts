import type { Format, Writer } from './writer.js';

/** Every format by its name; a writer is loaded when it is asked for. */
export const writers: { readonly [F in Format]: () => Promise<Writer> } = {
  json: async () => (await import('./json.js')).jsonWriter,
  jsonl: async () => (await import('./jsonl.js')).jsonlWriter,
  csv: async () => (await import('./csv.js')).csvWriter,
};
