import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/batch/output.js';
import { folderWith } from '../setup/folder.js';

describe('openOutput', () => {
  it('makes the folder and writes pieces one after the other', async () => {
    const folder = join(folderWith(), 'deep/out');
    const output = await openOutput(folder);
    await output.put({ file: 'a.csv', data: '指标\r\n' });
    await output.put({ file: 'b.json', data: '{}\n', complete: true });
    await output.put({ file: 'a.csv', data: '95\r\n' });
    await output.put({ file: 'a.csv', data: '', complete: true });
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('指标\r\n95\r\n');
    expect(output.written().map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a.csv', 12],
      ['b.json', 3],
    ]);
    expect(output.written()[1]?.sha256).toBe('ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356');
  });

  it('leaves the old file alone until the new one is whole', async () => {
    const folder = folderWith({ 'a.json': 'old' });
    const output = await openOutput(folder);
    await output.put({ file: 'a.json', data: 'new' });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
    await output.put({ file: 'a.json', data: '', complete: true });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
  });

  it('takes away what was not completed', async () => {
    const folder = folderWith({ 'a.json': 'old' });
    const output = await openOutput(folder);
    await output.put({ file: 'a.json', data: 'half' });
    await output.close();
    expect(readdirSync(folder)).toEqual(['.gongwen', 'a.json']);
    expect(readdirSync(join(folder, '.gongwen'))).toEqual([]);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
  });

  it('throws where the folder is a file', async () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'x'), '');
    await expect(openOutput(join(folder, 'x'))).rejects.toThrow();
  });
});
