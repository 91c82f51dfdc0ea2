import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import frictionless from 'datapackage';
import { beforeAll, describe, expect, it } from 'vitest';
import { flatTables } from '../../src/schema/columns.js';
import type { Document } from '../../src/schema/model.js';
import { sampleDocument } from '../setup/sample.js';
import { fixtureDocuments, writtenTo } from './output.js';

let fixtures: Document[] = [];
beforeAll(async () => {
  fixtures = await fixtureDocuments();
}, 120_000);

/** The package takes a byte order mark for part of the first name; other readers of UTF-8 do not. */
function dropMark(path: string): void {
  writeFileSync(path, new TextDecoder().decode(readFileSync(path)));
}

/** Rows as Frictionless reads them: cells cast to their types, keys and references checked. */
async function rowsOf(folder: string): Promise<Map<string, unknown[][]>> {
  const dataPackage = await frictionless.Package.load(join(folder, 'datapackage.json'), { basePath: folder });
  expect(dataPackage.errors).toEqual([]);
  expect(dataPackage.valid).toBe(true);
  const rows = new Map<string, unknown[][]>();
  for (const resource of dataPackage.resources) {
    rows.set(resource.name, await resource.read());
    expect(await resource.checkRelations(), resource.name).toBe(true);
  }
  return rows;
}

describe.each([
  { headers: 'en', bom: true },
  { headers: 'en', bom: false },
  { headers: 'zh', bom: true },
] as const)('with $headers headers, byte order mark $bom', (options) => {
  it('every row of every fixture reads back', async () => {
    const folder = await writtenTo('csv', fixtures, options);
    if (options.bom) for (const { name } of flatTables) dropMark(join(folder, `${name}.csv`));
    const rows = await rowsOf(folder);
    expect(fixtures.length).toBeGreaterThan(50);
    for (const table of flatTables) {
      const given = fixtures.flatMap((document) => table.rows(document));
      const read = rows.get(table.name) ?? [];
      expect(read).toHaveLength(given.length);
      for (const [i, { name, type }] of table.columns.entries()) {
        // Dates come as dates; text may have got its apostrophe.
        if (type === 'date' || type === 'string') continue;
        expect(
          read.map((row) => row[i]),
          `${table.name}.${name}`,
        ).toEqual(given.map((row) => row[i]));
      }
    }
  }, 120_000);

  it('says bytes and hash of what is written', async () => {
    const folder = await writtenTo('csv', [sampleDocument()], options);
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    expect(resources).toHaveLength(flatTables.length);
    for (const { path, bytes, hash } of resources) {
      const data = readFileSync(join(folder, path));
      expect(bytes).toBe(data.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(data).digest('hex')}`);
    }
  });
});

describe('what does not hold is found', () => {
  it('a plan twice, a row of no plan, a cell of another type', async () => {
    const load = async (change: (folder: string) => void, documents = [sampleDocument()]): Promise<unknown> => {
      const folder = await writtenTo('csv', documents);
      change(folder);
      return rowsOf(folder).catch((error: Error) => error);
    };
    const edit = (file: string, from: string, to: string) => (folder: string) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(folder, file), text.replace(from, to));
    };
    expect(await load(() => {})).toBeInstanceOf(Map);
    expect(await load(() => {}, [sampleDocument(), sampleDocument()])).toBeInstanceOf(Error);
    expect(await load(edit('targets.csv', '\r\nplans/a.html', '\r\nplans/b.html'))).toBeInstanceOf(Error);
    expect(await load(edit('targets.csv', ',95,', ',95%,'))).toBeInstanceOf(Error);
  });
});
