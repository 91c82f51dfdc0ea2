import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { flatTables } from '../../src/schema/columns.js';
import type { Document } from '../../src/schema/model.js';
import { sampleDocument } from '../setup/sample.js';
import { fixtureDocuments, HOSTILE, sampleWith, writtenTo } from './output.js';

const open: Database[] = [];
afterAll(() => {
  for (const database of open) database.close();
});

async function databaseOf(documents: readonly Document[]): Promise<Database> {
  const folder = await writtenTo('sqlite', documents);
  expect(readdirSync(folder)).toEqual(['gongwen.sqlite']);
  const database = new sqlite.Database(join(folder, 'gongwen.sqlite'), { readOnly: true });
  open.push(database);
  return database;
}

describe('a database', () => {
  it('holds every row of every fixture, in types of SQLite, and is sound', async () => {
    const documents = await fixtureDocuments();
    const database = await databaseOf(documents);
    for (const { name, columns, rows } of flatTables) {
      const given = documents.flatMap(rows).map((row) =>
        Object.fromEntries(
          columns.map((column, i) => {
            const cell = row[i] ?? null;
            return [column.name, Array.isArray(cell) ? JSON.stringify(cell) : typeof cell === 'boolean' ? +cell : cell];
          }),
        ),
      );
      expect(database.all(`SELECT * FROM "${name}" ORDER BY rowid`), name).toEqual(given);
    }
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    // The view and the columns of lists say the same.
    const { led } = database.get('SELECT sum(json_array_length(leads)) AS led FROM targets') as { led: number };
    expect(led).toBeGreaterThan(20);
    expect(database.get('SELECT count(*) AS led FROM target_leads')).toEqual({ led });
  }, 120_000);

  it('has tables where there is no plan', async () => {
    const database = await databaseOf([]);
    expect(database.all('SELECT * FROM target_leads')).toEqual([]);
  });

  it('describes its tables and columns', async () => {
    const database = await databaseOf([]);
    const tables = database.all('SELECT "table", description FROM table_descriptions') as { table: string }[];
    expect(tables.map(({ table }) => table)).toEqual([...flatTables.map(({ name }) => name), 'target_leads']);
    expect(
      database.get(`SELECT titleZh, type FROM column_descriptions WHERE "table" = 'targets' AND "column" = 'year'`),
    ).toEqual({
      titleZh: '年份',
      type: 'year',
    });
  });

  it('finds targets by indicator, year and plan without reading all', async () => {
    const database = await databaseOf([]);
    for (const condition of [
      'indicatorId = 1',
      'year = 2025',
      "document = '' AND section = ''",
      "document = '' AND id = ''",
    ]) {
      const plan = JSON.stringify(database.all(`EXPLAIN QUERY PLAN SELECT * FROM targets WHERE ${condition}`));
      expect(plan).toMatch(/SEARCH targets USING INDEX/);
    }
  });
});

describe('target_leads', () => {
  it('gives one row a target and lead, with the end of its deadline', async () => {
    const database = await databaseOf([sampleDocument(), sampleDocument('b.txt')]);
    expect(database.all(`SELECT * FROM target_leads WHERE document = 'b.txt'`)).toEqual([
      {
        ...{ document: 'b.txt', title: sampleDocument().meta.title, region: '云岭县', target: 't1' },
        ...{ indicator: '毛入园率', indicatorId: null, comparator: 'eq', value: 95, valueMax: null, unit: '%' },
        ...{ year: 2025, horizonYear: 2025, deadlineEnd: '2025-12-31' },
        ...{ lead: '县教育局', leadFullName: '县教育局', leadId: 'education', responsibility: 'r1' },
        ...{ quote: '到2025年,毛入园率达到95%', line: 3 },
      },
    ]);
  });

  it('gives a unit that leads by two statements once, by the narrowest', async () => {
    const document = sampleWith({ responsibilities: ['r2', 'r1'] });
    const [statement] = document.responsibilities;
    if (!statement) throw new Error('no statement');
    document.responsibilities.push({ ...statement, id: 'r2' });
    const database = await databaseOf([document]);
    expect(database.all('SELECT lead, responsibility FROM target_leads')).toEqual([
      { lead: '县教育局', responsibility: 'r2' },
    ]);
  });
});

describe('hostile cells', () => {
  it.each([...HOSTILE, '字'.repeat(40_000)])('%#: text as it was', async (text) => {
    const database = await databaseOf([sampleWith({ indicator: text })]);
    expect(database.get('SELECT indicator, typeof(indicator) AS type FROM targets')).toEqual({
      indicator: text,
      type: 'text',
    });
  });

  it('mends half characters, leaves out NUL, and writes no number that is none', async () => {
    const database = await databaseOf([
      sampleWith({ indicator: 'a\0b\ud842c\u0001', value: 1e21, valueMax: Number.NaN, year: 2025 }),
    ]);
    expect(database.get('SELECT indicator, value, valueMax, typeof(year) AS type FROM targets')).toEqual({
      ...{ indicator: 'ab\ufffdc\u0001', value: 1e21, valueMax: null, type: 'integer' },
    });
  });
});

it('the same plans give the same bytes', async () => {
  const bytes = async () =>
    readFileSync(join(await writtenTo('sqlite', [sampleDocument(), sampleDocument('b.txt')]), 'gongwen.sqlite'));
  expect((await bytes()).equals(await bytes())).toBe(true);
});
