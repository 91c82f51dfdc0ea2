import type { SchemaElement } from 'hyparquet';
import { type Cell, type Column, type FieldType, type FlatTable, flatTables } from '../schema/columns.js';
import { dayNumber, wellFormed } from './values.js';
import { type Chunk, defineWriter, type WriteOptions } from './writer.js';

/** A row group is closed at this many rows, or characters where rows are long: what is not closed is in memory. */
const GROUP_ROWS = 10_000;
const GROUP_CHARACTERS = 4_000_000;

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

/** Of the Parquet format: primitive types, and how readers see them. Lists have a schema of their own. */
const TYPES: { readonly [T in Exclude<FieldType, 'array'>]: Pick<SchemaElement, 'type' | 'converted_type'> } = {
  string: TEXT,
  integer: { type: 'INT32' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** One column as schema elements, parents first (Parquet format, "Lists": three levels, of which the second repeats). */
function elements(name: string, type: FieldType): SchemaElement[] {
  if (type !== 'array') return [{ name, repetition_type: 'OPTIONAL', ...TYPES[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...TEXT },
  ];
}

type Value = string | number | boolean | readonly string[] | undefined;

function value(cell: Cell, type: FieldType): Value {
  if (cell === null) return undefined;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return cell.map(wellFormed);
  if (type !== 'date') return wellFormed(cell);
  return dayNumber(cell) ?? undefined;
}

interface Group {
  readonly columns: Value[][];
  rows: number;
  characters: number;
}

const emptyGroup = ({ columns }: FlatTable): Group => ({ columns: columns.map(() => []), rows: 0, characters: 0 });

function enter(group: Group, row: readonly Cell[], columns: readonly Column[]): void {
  for (const [i, { type }] of columns.entries()) {
    const cell = row[i] ?? null;
    group.columns[i]?.push(value(cell, type));
    if (typeof cell === 'string') group.characters += cell.length;
  }
  group.rows++;
}

interface ParquetTable {
  readonly add: (rows: readonly (readonly Cell[])[]) => Chunk[];
  readonly end: () => Chunk[];
}

async function parquetTable(table: FlatTable, { headers }: WriteOptions): Promise<ParquetTable> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const file = `${table.name}.parquet`;
  const names = table.columns.map((column) => (headers === 'zh' ? column.zh : column.name));
  const schema = [
    { name: 'root', num_children: names.length },
    ...table.columns.flatMap(({ type }, i) => elements(names[i] ?? '', type)),
  ];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema });
  let group = emptyGroup(table);
  const close = (): void => {
    if (group.rows > 0)
      parquet.write({
        columnData: names.map((name, i) => ({ name, data: group.columns[i] ?? [] })),
        rowGroupSize: group.rows,
      });
    group = emptyGroup(table);
  };
  /** What the package has written since the last time; `offset` goes on counting. */
  const taken = (complete: boolean): Chunk => {
    const data = writer.getBytes().slice();
    writer.index = 0;
    return { file, data, complete };
  };
  return {
    add: (rows) => {
      const chunks: Chunk[] = [];
      for (const row of rows) {
        enter(group, row, table.columns);
        if (group.rows < GROUP_ROWS && group.characters < GROUP_CHARACTERS) continue;
        close();
        chunks.push(taken(false));
      }
      return chunks;
    },
    end: () => {
      close();
      parquet.finish();
      return [taken(true)];
    },
  };
}

/** The rows of one document, table by table in their order. */
type Rows = readonly (readonly (readonly Cell[])[])[];

export const parquetWriter = defineWriter<Rows>({
  encode:
    async () =>
    ({ document }) =>
      flatTables.map((table) => table.rows(document)),
  open: async (options) => {
    const tables = await Promise.all(flatTables.map((table) => parquetTable(table, options)));
    return {
      add: (rows) => tables.flatMap((table, i) => table.add(rows[i] ?? [])),
      end: () => tables.flatMap((table) => table.end()),
    };
  },
});
