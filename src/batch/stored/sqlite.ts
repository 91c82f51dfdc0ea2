import type { QueryResult } from 'node-sqlite3-wasm';
import type { RawCell } from '../../validate/cells.js';
import type { StoredRow } from '../../validate/rows.js';
import { type DataSet, StoredError, type StoredTable } from './stored-table.js';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const ROWID = 'gongwen rowid';

function cellOf(value: unknown): RawCell {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  // Bytes where text should be.
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : null;
}

/**
 * The tables of a database, as people have changed them with a tool of their choice.
 * @throws StoredError where it cannot be opened or is no database.
 */
export async function openSqlite(file: string, path: string): Promise<DataSet> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const fail = (error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoredError(
      file,
      `cannot be read as a database (${why}); close the program that has it open, and save it anew`,
    );
  };
  try {
    const database = new sqlite.Database(path, { readOnly: true, fileMustExist: true });
    const names = database
      .all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
      .map(({ name }) => String(name));
    const tables = names.map((name): StoredTable => {
      const header = database.all(`PRAGMA table_info(${quoted(name)})`).map((column) => String(column.name));
      return {
        ...{ file, name, header },
        rows: async function* (): AsyncGenerator<StoredRow> {
          const statement = database.prepare(`SELECT rowid AS ${quoted(ROWID)}, * FROM ${quoted(name)} ORDER BY rowid`);
          try {
            for (const row of statement.iterate() as IterableIterator<QueryResult>) {
              const at = `table ${name}, rowid ${String(row[ROWID])}`;
              yield {
                cells: header.map((column) => cellOf(row[column])),
                at: (_, head) => ({ place: head === undefined ? at : `${at}, column ${head}` }),
              };
            }
          } catch (error) {
            fail(error);
          } finally {
            statement.finalize();
          }
        },
      };
    });
    return { tables, whole: 'the database', close: () => database.close() };
  } catch (error) {
    return fail(error);
  }
}
