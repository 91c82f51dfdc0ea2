import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writtenBefore } from '../../src/batch/manifest.js';
import { folderWith } from '../setup/folder.js';

describe('writtenBefore', () => {
  it('gives the files that a manifest lists, with their whole paths', async () => {
    const files = [{ path: 'a.txt.txt', bytes: 1, sha256: '' }, { path: 'b.log' }];
    const folder = folderWith({ 'manifest.json': JSON.stringify({ schema: 'gongwen/manifest@1', files }) });
    expect(await writtenBefore(folder)).toEqual(new Set([join(folder, 'a.txt.txt'), join(folder, 'b.log')]));
  });

  it.each([
    ['of something else', JSON.stringify({ schema: 'other', files: [{ path: 'a' }] })],
    ['without files', JSON.stringify({ schema: 'gongwen/manifest@1' })],
    ['that is no object', 'null'],
    ['that is no JSON', '{'],
  ])('takes nothing from a manifest %s', async (_, text) => {
    expect(await writtenBefore(folderWith({ 'manifest.json': text }))).toEqual(new Set());
  });

  it('nor where there is none', async () => {
    expect(await writtenBefore(folderWith())).toEqual(new Set());
    expect(await writtenBefore('/nowhere/at/all')).toEqual(new Set());
  });
});
