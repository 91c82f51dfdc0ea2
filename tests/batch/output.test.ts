import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput, StateLinkError, TakenError } from '../../src/batch/output.js';
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
    output.claim(['a.json']);
    await output.put({ file: 'a.json', data: 'new' });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
    await output.put({ file: 'a.json', data: '', complete: true });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
  });

  it('takes away what was not completed', async () => {
    const folder = folderWith({ 'a.json': 'old' });
    const output = await openOutput(folder);
    output.claim(['a.json']);
    await output.put({ file: 'a.json', data: 'half' });
    await output.close();
    expect(readdirSync(folder)).toEqual(['.gongwen', 'a.json']);
    expect(readdirSync(join(folder, '.gongwen'))).toEqual([]);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
  });

  it('never replaces what was not claimed, also what comes while it writes', async () => {
    const folder = folderWith({ 'a.json': 'theirs' });
    const output = await openOutput(folder);
    await expect(output.put({ file: 'a.json', data: 'new', complete: true })).rejects.toThrow(TakenError);
    expect(() => output.place('a.json')).toThrow(TakenError);
    await output.put({ file: 'b.json', data: 'new' });
    writeFileSync(join(folder, 'b.json'), 'theirs');
    await expect(output.put({ file: 'b.json', data: '', complete: true })).rejects.toThrow(TakenError);
    await output.close();
    expect([readFileSync(join(folder, 'a.json'), 'utf8'), readFileSync(join(folder, 'b.json'), 'utf8')]).toEqual([
      'theirs',
      'theirs',
    ]);
  });

  it('refuses a link in place of its own folder', async () => {
    const folder = folderWith({ 'elsewhere/x': '' });
    symlinkSync(join(folder, 'elsewhere'), join(folder, '.gongwen'));
    await expect(openOutput(folder)).rejects.toThrow(StateLinkError);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['x']);
  });

  it('throws where the folder is a file', async () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'x'), '');
    await expect(openOutput(join(folder, 'x'))).rejects.toThrow();
  });
});
