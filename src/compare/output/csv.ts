import { csvLines } from '../../write/csv.js';
import type { WriteOptions } from '../../write/writer.js';
import type { Comparison } from '../index.js';
import { sourceSheet, wideSheet } from './tables.js';

/** One line a row of the sheet: places and years as columns, with numbers of sources (`S12`) beside the values. */
export async function wideCsv(comparison: Comparison, options: WriteOptions): Promise<string> {
  const { columns, rows } = wideSheet(comparison, options.headers);
  const csv = await csvLines(columns, options);
  return csv.header + csv.rows(rows);
}

/** One line a sentence, with its row, place, year and number. */
export async function longCsv(comparison: Comparison, options: WriteOptions): Promise<string> {
  const { columns, rows } = sourceSheet(comparison, options.headers);
  const csv = await csvLines(columns, options);
  return csv.header + csv.rows(rows);
}
