import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyFormat } from '../../src/batch/formats.js';
import { targetsOf } from '../../src/batch/targets.js';
import { contents, folderWith } from '../setup/folder.js';
import { runInto } from '../setup/folder-run.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const ALL: readonly AnyFormat[] = ['json', 'jsonl', 'csv', 'xlsx', 'sqlite', 'parquet', 'text', 'log'];

it.each(ALL)('all files that %s writes are known before', async (format) => {
  const cwd = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
  await runInto(cwd, { paths: ['a.txt', 'b.txt'], formats: [format] });
  const targets = await targetsOf(
    [format],
    ['a.txt', 'b.txt'].map((path) => ({ path, file: path })),
  );
  expect(targets.sort()).toEqual(Object.keys(contents(join(cwd, 'out'))));
});

describe('a run whose output would replace', () => {
  it.each([
    ['what it reads', ['guihua', 'guihua.txt'], 'guihua.txt', 'was not written by gongwen'],
    ['somebody else’s manifest', ['other'], 'manifest.json', 'was not written by gongwen'],
  ])('%s is refused before it reads, and leaves the folder as it was', (_, names, file, why) => {
    const files = { ...Object.fromEntries(names.map((name) => [name, plan])), 'manifest.json': '{"name":"app"}' };
    if (file !== 'manifest.json') files['manifest.json' as keyof typeof files] = '{"schema":"gongwen/manifest@1"}';
    const cwd = folderWith(files);
    const { status, stderr } = gongwen(['clean', '.', '-o', '.', '--quiet'], { cwd });
    expect(stderr).toBe(
      `error: "${file}" in "." ${why} and would be replaced; choose another folder with -o, or move the file\n`,
    );
    expect(status).toBe(2);
    expect(contents(cwd)).toEqual(files);
    expect(existsSync(join(cwd, '.gongwen'))).toBe(false);
  });

  it('what an earlier run wrote and this one reads is refused too', async () => {
    const cwd = folderWith({ 'out/guihua': 'a' });
    await runInto(cwd, { paths: ['out/guihua'], formats: ['text'] });
    const before = contents(join(cwd, 'out'));
    const paths = ['out/guihua', 'out/guihua.txt'];
    await expect(runInto(cwd, { paths, formats: ['text'] })).rejects.toMatchObject({ file: 'guihua.txt', read: true });
    expect(contents(join(cwd, 'out'))).toEqual(before);
  });

  it('a file of the name of a row stops there, and the file stays', async () => {
    const row = (text: string) => `${JSON.stringify({ title: '云岭县规划', content: text.repeat(200) })}\n`;
    const cwd = folderWith({ 'c.jsonl': row('规划') + row('方案'), 'out/c.jsonl#2.json': 'theirs' });
    for (const _ of [1, 2]) {
      await expect(runInto(cwd, { paths: ['c.jsonl'] })).rejects.toMatchObject({ file: 'c.jsonl#2.json', read: false });
      expect(readFileSync(join(cwd, 'out/c.jsonl#2.json'), 'utf8')).toBe('theirs');
    }
  });

  it('what earlier runs wrote goes on, by the manifest or the journal', async () => {
    const cwd = folderWith({ 'in/a.txt': 'a' });
    await runInto(cwd);
    const manifest = readFileSync(join(cwd, 'out/manifest.json'));
    const old = folderWith({ 'in/a.txt': 'b', 'out/manifest.json': manifest, 'out/a.txt.json': 'old' });
    await runInto(old);
    expect(readFileSync(join(old, 'out/a.txt.json'), 'utf8')).not.toBe('old');
    writeFileSync(join(cwd, 'in/a.txt'), 'c');
    await runInto(cwd, { formats: ['json', 'csv'] });
    await runInto(cwd, { formats: ['csv'], force: true });
  });
});
