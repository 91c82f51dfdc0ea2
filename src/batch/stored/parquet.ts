import { basename } from 'node:path';
import type { RawCell } from '../../validate/cells.js';
import type { StoredRow } from '../../validate/rows.js';
import { StoredError, type StoredTable } from './stored-table.js';

function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date)
    return { date: Number.isNaN(value.getTime()) ? 'no date' : value.toISOString().slice(0, 10) };
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}

/**
 * A table as Parquet; read one group of rows after the other.
 * @throws StoredError where it is damaged.
 */
export async function openParquet(file: string, path: string): Promise<StoredTable> {
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { asyncBufferFromFile }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet/src/node.js'),
  ]);
  const fail = (error: unknown): never => {
    throw new StoredError(
      file,
      `is a damaged Parquet file (${error instanceof Error ? error.message : String(error)})`,
    );
  };
  const buffer = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(buffer).catch(fail);
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  return {
    ...{ file, header, name: basename(path).replace(/\.[^.]*$/, '') },
    rows: async function* (): AsyncGenerator<StoredRow> {
      let rowStart = 0;
      for (const { num_rows } of metadata.row_groups) {
        const rowEnd = rowStart + Number(num_rows);
        const rows = await parquetReadObjects({ file: buffer, metadata, rowStart, rowEnd }).catch(fail);
        for (const [i, row] of rows.entries()) {
          const at = `row ${rowStart + i + 1}`;
          yield {
            cells: header.map((name) => cellOf(row[name])),
            at: (_, head) => ({ place: head === undefined ? at : `${at}, column ${head}` }),
          };
        }
        rowStart = rowEnd;
      }
    },
  };
}
