import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type Cell, type FieldType, flatTables } from '../../src/schema/columns.js';
import { sampleDocument } from '../setup/sample.js';
import { fixtureDocuments, HOSTILE, sampleWith, writtenTo } from './output.js';

function bufferOf(folder: string, table: string): ArrayBuffer {
  const bytes = readFileSync(join(folder, `${table}.parquet`));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

/** Rows; the reader gives undefined for a list that is null. */
async function read(folder: string, table: string): Promise<Record<string, unknown>[]> {
  const rows = await parquetReadObjects({ file: bufferOf(folder, table) });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? null])));
}

const asRead = (cell: Cell, type: FieldType): unknown =>
  type === 'date' && typeof cell === 'string' ? new Date(cell) : cell;

describe('a file', () => {
  it('holds every row of every fixture', async () => {
    const documents = await fixtureDocuments();
    const folder = await writtenTo('parquet', documents);
    for (const { name, columns, rows } of flatTables) {
      const given = documents
        .flatMap(rows)
        .map((row) =>
          Object.fromEntries(columns.map((column, i) => [column.name, asRead(row[i] ?? null, column.type)])),
        );
      expect(await read(folder, name), name).toEqual(given);
    }
  }, 120_000);

  it('says the types of its columns', async () => {
    const folder = await writtenTo('parquet', [sampleDocument()]);
    const types = (table: string) =>
      Object.fromEntries(
        parquetSchema(parquetMetadata(bufferOf(folder, table))).children.map(({ element }) => [
          element.name,
          [element.type, element.converted_type].filter(Boolean).join(' '),
        ]),
      );
    expect(types('targets')).toMatchObject({
      ...{ indicator: 'BYTE_ARRAY UTF8', value: 'DOUBLE', year: 'INT32', leads: 'LIST', line: 'INT32' },
    });
    expect(types('documents')).toMatchObject({ publishedOn: 'INT32 DATE', bytes: 'INT32' });
    expect(types('responsibilities')).toMatchObject({ open: 'BOOLEAN' });
  });

  it('has its columns where there is no row, in Chinese when asked', async () => {
    const folder = await writtenTo('parquet', [], { headers: 'zh' });
    for (const { name, columns } of flatTables) {
      const metadata = parquetMetadata(bufferOf(folder, name));
      expect(metadata.num_rows).toBe(0n);
      expect(parquetSchema(metadata).children.map(({ element }) => element.name)).toEqual(columns.map(({ zh }) => zh));
    }
  });

  it('is written in groups of bounded size', async () => {
    const folder = await writtenTo(
      'parquet',
      Array.from({ length: 12 }, (_, i) => sampleWith({ indicator: '字'.repeat(900_000), value: i }, `${i}.txt`)),
    );
    const { row_groups: groups } = parquetMetadata(bufferOf(folder, 'targets'));
    expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([5, 5, 2]);
    expect((await read(folder, 'targets')).map(({ value }) => value)).toEqual([...Array(12).keys()]);
  });
});

describe('hostile cells', () => {
  it.each([...HOSTILE, '字'.repeat(40_000)])('%#: text as it was', async (text) => {
    const [row] = await read(await writtenTo('parquet', [sampleWith({ indicator: text })]), 'targets');
    expect(row?.indicator).toBe(text);
  });

  it('mends half characters and writes no number that is none', async () => {
    const document = sampleWith({ indicator: 'b\ud842c', value: 1e21, valueMax: Number.NaN });
    document.meta.publishedOn = '2025-02-30';
    const folder = await writtenTo('parquet', [document]);
    expect((await read(folder, 'targets'))[0]).toMatchObject({ indicator: 'b\ufffdc', value: 1e21, valueMax: null });
    expect((await read(folder, 'documents'))[0]).toMatchObject({ publishedOn: null });
  });
});

it('the same plans give the same bytes', async () => {
  const bytes = async () =>
    bufferOf(await writtenTo('parquet', [sampleDocument(), sampleDocument('b.txt')]), 'targets');
  expect(Buffer.from(await bytes()).equals(Buffer.from(await bytes()))).toBe(true);
});
