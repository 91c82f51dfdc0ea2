import type { Format, Writer } from './writer.js';

/**
 * Every format by its name; a writer is loaded when it is asked for. A new one is a file beside this, a line here and one
 * in `summaries`.
 */
export const writers: { readonly [F in Format]: () => Promise<Writer> } = {
  json: async () => (await import('./json.js')).jsonWriter,
  jsonl: async () => (await import('./jsonl.js')).jsonlWriter,
  csv: async () => (await import('./csv.js')).csvWriter,
  xlsx: async () => (await import('./xlsx.js')).xlsxWriter,
  sqlite: async () => (await import('./sqlite.js')).sqliteWriter,
  parquet: async () => (await import('./parquet.js')).parquetWriter,
};
