import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownFiles } from '../../src/batch/own-files.js';
import { resolveInputs } from '../../src/batch/resolve.js';
import { folderWith } from '../setup/folder.js';

describe('ownFiles', () => {
  it('gives the files that a manifest lists, and itself', async () => {
    const files = [{ path: 'a.txt.txt', bytes: 1, sha256: '' }, { path: 'b.log' }];
    const folder = folderWith({ 'manifest.json': JSON.stringify({ schema: 'gongwen/manifest@1', files }) });
    expect(await ownFiles(folder, new Set(['manifest.json']))).toEqual(
      new Set(['a.txt.txt', 'b.log', 'manifest.json']),
    );
  });

  it('gives the files of a run that was cut off, by its journal', async () => {
    const line = JSON.stringify({ path: 'a.txt', files: ['a.txt.json'] });
    const folder = folderWith({ '.gongwen/journal.jsonl': `${line}\n{"path":"b.t` });
    expect(await ownFiles(folder, new Set(['.gongwen']))).toEqual(new Set(['a.txt.json', 'manifest.json']));
  });

  it.each([
    ['of something else', JSON.stringify({ schema: 'other', files: [{ path: 'a' }] })],
    ['without files', JSON.stringify({ schema: 'gongwen/manifest@1' })],
    ['that is no object', 'null'],
    ['that is no JSON', '{'],
  ])('takes nothing from a manifest %s', async (_, text) => {
    expect(await ownFiles(folderWith({ 'manifest.json': text }), new Set(['manifest.json']))).toEqual(new Set());
  });

  it('knows a file no more that was given up', async () => {
    const lines = [{ files: ['a.json', 'b.json'] }, { files: [], removed: ['a.json'] }];
    const folder = folderWith({ '.gongwen/journal.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    expect(await ownFiles(folder, new Set(['.gongwen']))).toEqual(new Set(['b.json', 'manifest.json']));
  });

  it('throws where the journal cannot be read, and the folder is told', async () => {
    const folder = folderWith({ '.gongwen/journal.jsonl/x': '', 'a.txt': '' });
    await expect(ownFiles(folder, new Set(['.gongwen']))).rejects.toThrow(/EISDIR/);
    expect(await resolveInputs(['.'], folder)).toMatchObject([{ path: '.', failure: { code: 'input/unreadable' } }]);
  });

  it('takes nothing from what a link leads to', async () => {
    const folder = folderWith({ 'other/journal.jsonl': '{"files":["a.txt"]}' });
    symlinkSync(join(folder, 'other'), join(folder, '.gongwen'));
    expect(await ownFiles(folder, new Set(['.gongwen']))).toEqual(new Set());
  });

  it('nor where there is none', async () => {
    expect(await ownFiles(folderWith(), new Set())).toEqual(new Set());
    expect(await ownFiles('/nowhere/at/all', new Set(['manifest.json']))).toEqual(new Set());
  });
});
