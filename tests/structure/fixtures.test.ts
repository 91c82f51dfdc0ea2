import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Expectation } from '../../src/report/expectation.js';
import { parseExpectation } from '../../src/report/expectation-file.js';

/*
 * The hand-written plans of fixtures/structure show enough shapes of tables, habits of numbering and things that only
 * look like one. That they come out as expected is what tests/fixtures.test.ts and `npm run check` say.
 */
const folder = new URL('../../fixtures/structure/', import.meta.url);
const names = (await readdir(fileURLToPath(folder))).sort();
const read = async (name: string): Promise<Expectation> =>
  parseExpectation(await readFile(new URL(`${name}/expected.json`, folder), 'utf8'));
const cases = await Promise.all(names.map(async (name) => ({ name, expected: await read(name) })));
const group = (prefix: string) => cases.filter(({ name }) => name.startsWith(`${prefix}-`));
const namesOf = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

it('every plan belongs to a group', () => {
  expect(['table', 'numbering', 'near-miss'].flatMap((prefix) => namesOf(group(prefix))).sort()).toEqual(names);
});

it('there are at least 12 shapes of tables, flattened, in HTML and drawn, with every row', () => {
  const shapes = group('table').filter(({ expected }) =>
    expected.tables?.some(({ header, rows }) => Array.isArray(header) && Array.isArray(rows) && rows.length > 0),
  );
  expect(shapes.length).toBeGreaterThanOrEqual(12);
  for (const way of ['table-flat-', 'table-html-', 'table-drawn-']) {
    expect(shapes.filter(({ name }) => name.startsWith(way)).length).toBeGreaterThanOrEqual(4);
  }
});

it('every row of an expected table has a cell for every column', () => {
  const uneven = cases.flatMap(({ name, expected }) =>
    (expected.tables ?? []).flatMap(({ header, rows }) =>
      (rows as string[][]).filter((row) => row.length !== (header as string[]).length).map((row) => [name, row]),
    ),
  );
  expect(uneven).toEqual([]);
});

it('there are at least 10 habits of numbering, each with its whole tree', () => {
  const habits = group('numbering').filter(({ expected }) => (expected.sections?.length ?? 0) >= 5);
  expect(habits.length).toBeGreaterThanOrEqual(10);
  expect(namesOf(habits)).toEqual(namesOf(group('numbering')));
});

it('there are at least 6 near-misses, each without a table and with its whole tree', () => {
  const misses = group('near-miss').filter(({ expected }) => (expected.sections?.length ?? 0) >= 3);
  expect(misses.length).toBeGreaterThanOrEqual(6);
  expect(namesOf(misses)).toEqual(namesOf(group('near-miss')));
  expect(misses.map(({ expected }) => expected.tables)).toEqual(misses.map(() => []));
});
