import { csvWriter } from './csv.js';
import { jsonWriter } from './json.js';
import { jsonlWriter } from './jsonl.js';
import type { Format, Writer } from './writer.js';

/** Every format by its name. A new one is a file beside this and a line here. */
export const writers: { readonly [F in Format]: Writer } = { json: jsonWriter, jsonl: jsonlWriter, csv: csvWriter };
