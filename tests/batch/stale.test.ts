import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, folderWith } from '../setup/folder.js';
import { runInto } from '../setup/folder-run.js';

const row = (text: string) => `${JSON.stringify({ title: '云岭县规划', content: text.repeat(200) })}\n`;
const names = (cwd: string) => Object.keys(contents(join(cwd, 'out')));

async function begun(files: { readonly [path: string]: string }, run: Parameters<typeof runInto>[1] = {}) {
  const cwd = folderWith(files);
  await runInto(cwd, run);
  return cwd;
}

describe('files of documents that are gone', () => {
  it('are removed by a run that comes to its end, with those of all formats, and nothing else', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'in/b.txt': 'b' }, { formats: ['json', 'text', 'csv'] });
    writeFileSync(join(cwd, 'out/notes.json'), 'mine');
    rmSync(join(cwd, 'in/b.txt'));
    const { report } = await runInto(cwd);
    expect(report).toMatchObject({ removed: 2, vanished: ['in/b.txt'], notes: [] });
    const left = names(cwd);
    expect(left.filter((name) => name.startsWith('b.'))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(['a.txt.json', 'a.txt.txt', 'notes.json', 'targets.csv']));
  });

  it('stay where somebody has changed them, also after runs of other formats', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'in/b.txt': 'b' });
    await runInto(cwd, { formats: ['csv'] });
    writeFileSync(join(cwd, 'out/b.txt.json'), 'mine');
    rmSync(join(cwd, 'in/b.txt'));
    const { report } = await runInto(cwd);
    expect(report.removed).toBe(0);
    expect(report.notes.join()).toMatch(/somebody has changed them.*: b\.txt\.json$/);
    expect(readFileSync(join(cwd, 'out/b.txt.json'), 'utf8')).toBe('mine');
  });

  it('stay where the run is stopped', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'in/b.txt': 'b', 'in/c.txt': 'c' });
    rmSync(join(cwd, 'in/b.txt'));
    const stop = new AbortController();
    await runInto(cwd, { force: true, signal: stop.signal, reading: (path) => path === 'in/c.txt' && stop.abort() });
    expect(names(cwd)).toContain('b.txt.json');
    expect((await runInto(cwd)).report.removed).toBe(1);
    expect(names(cwd)).toEqual(['a.txt.json', 'c.txt.json', 'manifest.json']);
  });

  it('stay where the disk of the document is away: nothing else was read there', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'disk/plans/x.txt': 'x' }, { paths: ['in', 'disk'] });
    rmSync(join(cwd, 'disk/plans'), { recursive: true });
    const { report } = await runInto(cwd);
    expect(report.vanished).toEqual(['disk/plans/x.txt']);
    expect(names(cwd)).toContain('disk__plans__x.txt.json');
  });

  it('stay where their corpus is there and was not read well', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'in/c.jsonl': row('规划') + row('方案') });
    expect(names(cwd)).toContain('c.jsonl#2.json');
    truncateSync(join(cwd, 'in/c.jsonl'));
    expect((await runInto(cwd)).report).toMatchObject({ removed: 0, vanished: [] });
    writeFileSync(join(cwd, 'in/c.jsonl'), row('规划'));
    expect((await runInto(cwd)).report).toMatchObject({ removed: 2, vanished: ['in/c.jsonl', 'in/c.jsonl#2'] });
    expect(names(cwd)).toEqual(['a.txt.json', 'c.jsonl#1.json', 'manifest.json']);
  });
});

describe('files of documents that have another name now', () => {
  it('are removed where the new ones are written, and those of other documents stay', async () => {
    const cwd = await begun({ 'in/a/x.txt': 'a', 'in/b/x.txt': 'b' }, { paths: ['in/a'], formats: ['json', 'text'] });
    expect(names(cwd)).toEqual(['manifest.json', 'x.txt.json', 'x.txt.txt']);
    const { report } = await runInto(cwd, { paths: ['in'] });
    expect(report).toMatchObject({ removed: 1, vanished: [] });
    expect(names(cwd)).toEqual(['a__x.txt.json', 'b__x.txt.json', 'manifest.json', 'x.txt.txt']);
    expect((await runInto(cwd, { paths: ['in/b'] })).report.removed).toBe(1);
    expect(names(cwd)).toEqual(['a__x.txt.json', 'manifest.json', 'x.txt.json', 'x.txt.txt']);
  });

  it('are removed also where the document is called otherwise from another folder', async () => {
    const cwd = await begun({ 'in/a/x.txt': 'a', 'in/b/x.txt': 'b' });
    const { report } = await runInto(join(cwd, 'in/a'), { paths: ['x.txt'], out: '../../out' });
    expect(report).toMatchObject({ removed: 1, vanished: [] });
    expect(names(cwd)).toEqual(['b__x.txt.json', 'manifest.json', 'x.txt.json']);
  });

  it('are no more this program’s: what somebody puts there is read and never replaced', async () => {
    const cwd = await begun({ 'in/a.txt': 'a', 'in/b.txt': 'b' });
    renameSync(join(cwd, 'in/b.txt'), join(cwd, 'in/c.txt'));
    expect((await runInto(cwd)).report).toMatchObject({ removed: 1, vanished: ['in/b.txt'] });
    writeFileSync(join(cwd, 'out/b.txt.json'), 'mine');
    renameSync(join(cwd, 'in/c.txt'), join(cwd, 'in/b.txt'));
    await expect(runInto(cwd)).rejects.toMatchObject({ file: 'b.txt.json' });
    expect(readFileSync(join(cwd, 'out/b.txt.json'), 'utf8')).toBe('mine');
  });
});

describe('what is gone', () => {
  it('is asked of the file itself, wherever the run is made and whatever its name is made of', async () => {
    const cwd = folderWith({ 'in/a.txt': 'a', 'else/x.txt': 'x' });
    const gbk = Buffer.concat([Buffer.from(`${cwd}/in/`), Buffer.from([0xb9, 0xe6, 0xbb, 0xae]), Buffer.from('.txt')]);
    writeFileSync(gbk, 'g');
    expect((await runInto(cwd)).parsed).toContain('in/规划.txt');
    const away = await runInto(join(cwd, 'else'), { paths: ['x.txt'], out: '../out' });
    expect(away.report).toMatchObject({ vanished: [], removed: 0 });
    rmSync(gbk);
    expect((await runInto(cwd, { paths: ['in/a.txt'] })).report.vanished).toEqual(['in/规划.txt']);
  });

  it('never was where it was standard input', async () => {
    const cwd = await begun({ 'in/a.txt': 'a' }, { paths: ['-'], stdin: 'x' });
    expect((await runInto(cwd)).report).toMatchObject({ vanished: [], removed: 0 });
    expect(names(cwd)).toContain('stdin.json');
  });
});

describe('tables of a run that came to its end', () => {
  const files = { 'in/a.txt': 'a', 'in/b.txt': 'b', 'in/c.txt': 'c' };
  const formats = ['json', 'jsonl', 'csv', 'sqlite'] as const;
  const stopped = async (cwd: string, run: object = {}) => {
    const stop = new AbortController();
    const reading = (path: string) => path === 'in/b.txt' && stop.abort();
    return runInto(cwd, { formats, force: true, signal: stop.signal, reading, ...run });
  };

  it('are not replaced by those of a run that was stopped, however often', async () => {
    const cwd = await begun(files, { formats });
    const before = contents(join(cwd, 'out'));
    await runInto(cwd, { formats: ['json'] });
    for (const _ of [1, 2]) {
      const { report } = await stopped(cwd);
      expect(report.complete).toBe(false);
      const { 'manifest.json': manifest, ...after } = contents(join(cwd, 'out'));
      expect({ ...after, 'manifest.json': before['manifest.json'] }).toEqual(before);
      const { complete, files: listed } = JSON.parse(manifest ?? '');
      expect(complete).toBe(false);
      expect(listed.map(({ path }: { path: string }) => path)).toContain('documents.jsonl');
      for (const { path, bytes } of listed) expect(readFileSync(join(cwd, 'out', path)).length, path).toBe(bytes);
    }
    await runInto(cwd, { formats });
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(join(cwd, 'out/.gongwen')).sort()).toEqual(['documents-0.bin', 'journal.jsonl']);
  });

  it('are known by the manifest alone too', async () => {
    const cwd = await begun(files, { formats });
    const before = contents(join(cwd, 'out'))['documents.jsonl'];
    rmSync(join(cwd, 'out/.gongwen'), { recursive: true });
    for (const _ of [1, 2]) await stopped(cwd);
    expect(contents(join(cwd, 'out'))['documents.jsonl']).toBe(before);
  });

  it('are written by a stopped one where there are none, and replaced by the next', async () => {
    const cwd = folderWith(files);
    await stopped(cwd);
    const lines = () => contents(join(cwd, 'out'))['documents.jsonl']?.trimEnd().split('\n').length;
    expect(lines()).toBe(1);
    await runInto(cwd, { formats });
    expect(lines()).toBe(3);
    await stopped(cwd);
    expect(lines()).toBe(3);
  });
});
