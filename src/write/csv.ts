import { type Cell, type Column, type FlatTable, flatTables } from '../schema/columns.js';
import type { Document } from '../schema/model.js';
import { FILE as DATAPACKAGE, datapackage } from './datapackage.js';
import { type Chunk, defineWriter, type WriteOptions } from './writer.js';

const BOM = '\uFEFF';
/**
 * What makes a spreadsheet read a cell as a formula: a sign with something after it (a lone dash in a table is none). The
 * full-width signs do so in Chinese and Japanese editions.
 */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠]\s*\S)/;
/** A signed number or percentage is shown as what it is. */
const PLAIN_NUMBER = /^\s*[+\-＋－]?\d+(?:,\d{3})*(?:\.\d+)?\s*[%％‰]?$/;

/** A text cell that no spreadsheet runs: an apostrophe before what would be a formula (OWASP, "CSV Injection"). */
export function inert(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function cellText(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (typeof cell !== 'string') return JSON.stringify(cell);
  return column?.type === 'string' ? inert(cell) : cell;
}

/** One table as CSV text (RFC 4180), piece by piece. */
export interface CsvTable {
  readonly header: string;
  readonly rows: (document: Document) => string;
}

/** Prepare a table for writing. The byte order mark is part of the header. */
export async function csvTable(table: FlatTable, options: WriteOptions): Promise<CsvTable> {
  const { stringify } = await import('csv-stringify/sync');
  // The package itself quotes only what holds the whole record delimiter.
  const lines = (rows: string[][]) => stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  const names = table.columns.map((column) => (options.headers === 'zh' ? column.zh : column.name));
  return {
    header: (options.bom ? BOM : '') + lines([names]),
    rows: (document) =>
      lines(table.rows(document).map((row) => row.map((cell, i) => cellText(cell, table.columns[i])))),
  };
}

/** The rows of one document, a text for each table in their order. */
type Rows = readonly string[];

const tablesFor = (options: WriteOptions): Promise<CsvTable[]> =>
  Promise.all(flatTables.map((table) => csvTable(table, options)));

export const csvWriter = defineWriter<Rows>({
  format: 'csv',
  summary: `one file per table (${flatTables.map((t) => t.name).join(', ')}) and ${DATAPACKAGE}`,
  encode: async (options) => {
    const tables = await tablesFor(options);
    return ({ document }) => tables.map(({ rows }) => rows(document));
  },
  open: async (options) => {
    const tables = await tablesFor(options);
    const files = flatTables.map(({ name }) => `${name}.csv`);
    let begun = false;
    const headers = (): Chunk[] => {
      if (begun) return [];
      begun = true;
      return files.map((file, i) => ({ file, data: tables[i]?.header ?? '' }));
    };
    return {
      add: (rows) => [...headers(), ...files.map((file, i) => ({ file, data: rows[i] ?? '' }))],
      end: () => [
        ...headers(),
        ...files.map((file) => ({ file, data: '', complete: true })),
        { file: DATAPACKAGE, data: datapackage(flatTables, options), complete: true },
      ],
    };
  },
});
