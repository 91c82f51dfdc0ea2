import { createHash } from 'node:crypto';
import { type Cell, type Column, type FlatTable, flatTables } from '../schema/columns.js';
import type { Document } from '../schema/model.js';
import { FILE as DATAPACKAGE, datapackage, type Measures } from './datapackage.js';
import { inert } from './inert.js';
import { type Chunk, defineWriter, type WriteOptions } from './writer.js';

const BOM = '\uFEFF';
function cellText(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell !== 'string') return JSON.stringify(cell);
  return column?.type === 'string' ? inert(cell) : cell;
}

/** One table as CSV text (RFC 4180), piece by piece. */
export interface CsvTable {
  readonly header: string;
  readonly rows: (document: Document) => string;
}

/** How cells become CSV. The byte order mark is part of the header. */
export async function csvLines(columns: readonly Column[], options: WriteOptions) {
  const { stringify } = await import('csv-stringify/sync');
  // The package itself quotes only what holds the whole record delimiter.
  const lines = (rows: string[][]) => stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  const names = columns.map((column) => (options.headers === 'zh' ? column.zh : column.name));
  return {
    // Columns of a comparison are called after places and titles of plans.
    header: (options.bom ? BOM : '') + lines([names.map(inert)]),
    rows: (rows: readonly (readonly Cell[])[]): string =>
      lines(rows.map((row) => row.map((cell, i) => cellText(cell, columns[i])))),
  };
}

/** Prepare a table for writing. */
export async function csvTable(table: FlatTable, options: WriteOptions): Promise<CsvTable> {
  const { header, rows } = await csvLines(table.columns, options);
  return { header, rows: (document) => rows(table.rows(document)) };
}

/** The rows of one document, a text for each table in their order. */
type Rows = readonly string[];

const tablesFor = (options: WriteOptions): Promise<CsvTable[]> =>
  Promise.all(flatTables.map((table) => csvTable(table, options)));

/** One file as it grows, and what the description says of it. */
function growing(file: string, header: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunk = (text: string, complete: boolean): Chunk => {
    const data = Buffer.from(text);
    hash.update(data);
    bytes += data.length;
    return { file, data, complete };
  };
  let next = header;
  return {
    add: (text: string): Chunk => {
      const data = next + text;
      next = '';
      return chunk(data, false);
    },
    end: (): Chunk => chunk(next, true),
    measures: (): Measures => ({ bytes, sha256: hash.digest('hex') }),
  };
}

export const csvWriter = defineWriter<Rows>({
  encode: async (options) => {
    const tables = await tablesFor(options);
    return ({ document }) => tables.map(({ rows }) => rows(document));
  },
  open: async (options) => {
    const tables = await tablesFor(options);
    const files = flatTables.map(({ name }, i) => growing(`${name}.csv`, tables[i]?.header ?? ''));
    return {
      add: (rows) => files.map((file, i) => file.add(rows[i] ?? '')),
      end: () => [
        ...files.map((file) => file.end()),
        {
          file: DATAPACKAGE,
          data: datapackage(
            flatTables,
            options,
            files.map(({ measures }) => measures()),
          ),
          complete: true,
        },
      ],
    };
  },
});
