import { describe, expect, it } from 'vitest';
import { type DocumentOptions, documentsOf } from '../../src/batch/documents.js';
import { resolveInputs } from '../../src/batch/resolve.js';
import { folderWith } from '../setup/folder.js';
import { planOf } from './containers/members.js';

type Files = Parameters<typeof folderWith>[0];

/** Each document in one line: its path, and what became of it where that is not bytes. */
async function told(files: Files, paths: string[], options: DocumentOptions = {}): Promise<string[]> {
  return (await pieces(files, paths, options)).map((piece) => {
    if ('failure' in piece) return `${piece.path}: ${piece.failure.code}`;
    return 'skipped' in piece ? `${piece.path}: skipped` : piece.path;
  });
}

async function pieces(files: Files, paths: string[], options: DocumentOptions = {}) {
  const found = [];
  for await (const piece of documentsOf(await resolveInputs(paths, folderWith(files)), options)) found.push(piece);
  return found;
}

const corpus = (...names: string[]): string =>
  ['标题,正文', ...names.map((name) => `${name},"${planOf(name)}"`)].join('\n');

describe('files that were found', () => {
  it('are passed over where they are data or our own, and fail where they are damaged', async () => {
    const files = {
      'in/data.json': '{"name": "x", "version": "1.0.0"}',
      'in/links.csv': '标题,网址\n青石县方案,http://a.example\n',
      'in/own.json': '{"schema":"gongwen/document@1"}',
      'in/cut.zip': 'PK\x03\x04 cut off',
      'in/cut.json': `{"content": "${planOf('青石县').replaceAll('\n', '\\n')}`,
      'in/old.rar': 'Rar!\x1a\x07\x01\0',
    };
    expect(await told(files, ['in'])).toEqual([
      'in/cut.json: corpus/damaged',
      'in/cut.zip: archive/damaged',
      'in/data.json: skipped',
      'in/links.csv: skipped',
      'in/old.rar: input/packed',
      'in/own.json: skipped',
    ]);
  });

  it('fail where they lack the column that was asked for', async () => {
    expect(await told({ 'in/a.csv': corpus('青石县') }, ['in'], { textColumn: 'body' })).toEqual([
      'in/a.csv: corpus/no-such-column',
    ]);
  });
});

describe('paths of documents', () => {
  it('are those of files first: rows give way', async () => {
    const files = { 'in/c.csv': corpus('青石县', '白水县'), 'in/c.csv#1': planOf('石泉县') };
    const found = await pieces(files, ['in']);
    expect(found.map(({ path }) => path)).toEqual(['in/c.csv#1~2', 'in/c.csv#2', 'in/c.csv#1']);
    expect(new Set(found.map(({ name }) => name)).size).toBe(3);
  });

  it('are whole where documents of a file are asked for one by one', async () => {
    const found = await pieces({ 'f.csv': corpus('青石县', '白水县') }, ['f.csv#2', 'f.csv#1', 'f.csv#7']);
    expect(found.map(({ path }) => path)).toEqual(['f.csv#2', 'f.csv#1', 'f.csv#7']);
    expect(found.map(({ name }) => name)).toEqual(['f.csv#2', 'f.csv#1', 'f.csv#7']);
    expect(found[2]).toMatchObject({ failure: { code: 'input/no-member' } });
  });
});

it('an exception is a failure of its input, and the rest goes on', async () => {
  const files = { 'a.csv': corpus('青石县'), 'b.txt': planOf('白水县') };
  // No column is a number; stands for any fault of ours.
  const found = await pieces(files, ['a.csv', 'b.txt'], { textColumn: 1 as never });
  expect(found[0]).toMatchObject({ path: 'a.csv', failure: { code: 'internal/unexpected', severity: 'error' } });
  expect(found[1]).toMatchObject({ path: 'b.txt', bytes: expect.anything() });
});
