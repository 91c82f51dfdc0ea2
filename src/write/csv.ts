import { type Cell, type Column, type FlatTable, flatTables } from '../schema/columns.js';
import type { Document } from '../schema/model.js';
import { FILE as DATAPACKAGE, datapackage } from './datapackage.js';
import { inert } from './inert.js';
import { type Chunk, defineWriter, type WriteOptions } from './writer.js';

const BOM = '\uFEFF';
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
