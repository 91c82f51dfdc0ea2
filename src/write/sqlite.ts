import { type Cell, flatTables } from '../schema/columns.js';
import { indexSql, insertSql, schemaSql } from './sqlite-schema.js';
import { wellFormed } from './values.js';
import { defineWriter } from './writer.js';

const FILE = 'gongwen.sqlite';

type Value = string | number | null;

function value(cell: Cell): Value {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return wellFormed(typeof cell === 'string' ? cell : JSON.stringify(cell));
}

/** The rows of one document, table by table in their order. */
type Rows = readonly (readonly (readonly Value[])[])[];

/*
 * No journal: the file is nobody's until it is whole, and a broken one is thrown away. No side file is left, and pages
 * that do not fit the cache go to the file at once, so that memory stays flat. The same rows in the same order give the
 * same bytes.
 */
const PRAGMAS = `PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA encoding = 'UTF-8';
PRAGMA page_size = 4096;
PRAGMA cache_size = -8192;`;

export const sqliteWriter = defineWriter<Rows>({
  encode:
    async () =>
    ({ document }) =>
      flatTables.map((table) => table.rows(document).map((row) => row.map(value))),
  open: async (_, place) => {
    const { default: sqlite } = await import('node-sqlite3-wasm');
    const database = new sqlite.Database(place(FILE));
    database.exec(PRAGMAS);
    database.exec('BEGIN');
    database.exec(schemaSql(flatTables));
    const inserts = flatTables.map((table) => database.prepare(insertSql(table)));
    return {
      add: (rows) => {
        for (const [i, insert] of inserts.entries()) for (const row of rows[i] ?? []) insert.run([...row]);
        return [];
      },
      end: () => {
        for (const insert of inserts) insert.finalize();
        database.exec(indexSql(flatTables));
        database.exec('COMMIT');
        database.close();
        return [{ file: FILE, placed: true }];
      },
    };
  },
});
