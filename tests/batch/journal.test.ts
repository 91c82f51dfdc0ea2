import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptDocument, openJournal } from '../../src/batch/journal.js';
import { folderWith } from '../setup/folder.js';

type Added = Parameters<Awaited<ReturnType<typeof openJournal>>['add']>[0];

const program = { version: '1', rules: 'r', options: 'o' };
const origin = (path: string) => ({ path, sha256: 'ab', about: null, program });
const read = (path: string): Added => ({
  ...origin(path),
  ...{ position: [0, 0], name: path, bytes: 1, status: 'read', error: null, diagnostics: 0, duration: 1 },
  ...{ source: null, files: [`${path}.json`] },
});

async function wrote(state: string, documents: { readonly [path: string]: string }) {
  const journal = await openJournal(state);
  for (const [path, text] of Object.entries(documents)) await journal.add(read(path), Buffer.from(text));
  await journal.close();
}

async function kept(state: string, path: string): Promise<string | undefined> {
  const journal = await openJournal(state);
  const entry = journal.find(origin(path));
  await journal.close();
  return entry && (await keptDocument(state, entry))?.toString();
}

describe('openJournal', () => {
  it('gives back what was written down last', async () => {
    const state = folderWith();
    await wrote(state, { a: 'one', b: 'two' });
    await wrote(state, { a: 'three' });
    expect([await kept(state, 'a'), await kept(state, 'b'), await kept(state, 'c')]).toEqual([
      'three',
      'two',
      undefined,
    ]);
  });

  it.each([
    ['bytes', { sha256: 'cd' }],
    ['facts', { about: '{"title":"x"}' }],
    ['version', { program: { ...program, version: '2' } }],
    ['rules', { program: { ...program, rules: '2' } }],
    ['options', { program: { ...program, options: '2' } }],
  ])('knows nothing of a document with other %s', async (_, other) => {
    const state = folderWith();
    await wrote(state, { a: 'one' });
    const journal = await openJournal(state);
    expect(journal.find(origin('a'))).toBeDefined();
    expect(journal.find({ ...origin('a'), ...other })).toBeUndefined();
    await journal.close();
  });

  it('clears dead documents away once they are many, and keeps the others and all names of files', async () => {
    const state = folderWith();
    await wrote(state, { a: 'x'.repeat(1000), b: 'two' });
    await wrote(state, { a: 'y'.repeat(1000), c: 'z'.repeat(500) });
    await wrote(state, { a: 'one' });
    const journal = await openJournal(state, { share: 1, bytes: 100 });
    await journal.close();
    expect(readdirSync(state).sort()).toEqual(['documents-1.bin', 'journal.jsonl']);
    expect(statSync(join(state, 'documents-1.bin')).size).toBe(506);
    expect([await kept(state, 'a'), await kept(state, 'b')]).toEqual(['one', 'two']);
    await wrote(state, { d: 'four' });
    expect([await kept(state, 'd'), await kept(state, 'a')]).toEqual(['four', 'one']);
    expect(existsSync(join(state, 'documents-0.bin'))).toBe(false);
  });

  it('keeps what is known of files when it clears away, and what was given up stays so', async () => {
    const state = folderWith();
    const first = await openJournal(state);
    const source = { file: 'L2E=', member: '1' };
    await first.add({ ...read('a'), source }, Buffer.from('x'.repeat(1000)));
    await first.add(read('b'), Buffer.from('two'));
    await first.note({ files: ['t.csv'], whole: true });
    await first.note({ files: ['b.json'], sums: ['cd'] });
    await first.add({ ...read('a'), source }, Buffer.from('one'));
    await first.note({ files: [], removed: ['a.json'] });
    await first.close();
    const known = {
      files: new Map([
        ['b.json', { path: 'b', sha256: 'cd', whole: false }],
        ['t.csv', { path: null, sha256: null, whole: true }],
      ]),
      sources: new Map([['a', source]]),
    };
    for (const bytes of [1e6, 100, 100]) {
      const journal = await openJournal(state, { share: 1, bytes });
      await journal.close();
      expect(journal.known).toEqual(known);
    }
    expect(readdirSync(state).sort()).toEqual(['documents-1.bin', 'journal.jsonl']);
  });

  it('leaves alone what is hardly dead', async () => {
    const state = folderWith();
    await wrote(state, { a: 'one', b: 'two' });
    await wrote(state, { a: 'three' });
    const journal = await openJournal(state, { share: 1, bytes: 100 });
    await journal.close();
    expect(readdirSync(state).sort()).toEqual(['documents-0.bin', 'journal.jsonl']);
  });
});
