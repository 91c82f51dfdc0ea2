import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, folderWith } from '../setup/folder.js';
import { runInto } from '../setup/folder-run.js';

const FILES = { 'in/a.txt': 'a', 'in/b.txt': 'b', 'in/c.txt': 'c' };
const NAMES = ['in/a.txt', 'in/b.txt', 'in/c.txt'];

/** A folder in which a run has been made. */
async function begun(files: { readonly [path: string]: string } = FILES) {
  const cwd = folderWith(files);
  await runInto(cwd);
  return { cwd, written: contents(join(cwd, 'out')), state: (name: string) => join(cwd, 'out/.gongwen', name) };
}

describe('a second run', () => {
  it('reads nothing that is as it was, and writes the same', async () => {
    const { cwd, written } = await begun();
    rmSync(join(cwd, 'out/b.txt.json'));
    const { parsed, report } = await runInto(cwd);
    expect(parsed).toEqual([]);
    expect(report.tally).toMatchObject({ plans: 3, before: 3 });
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it('reads what was changed, and what is new', async () => {
    const { cwd } = await begun();
    writeFileSync(join(cwd, 'in/b.txt'), 'other');
    writeFileSync(join(cwd, 'in/d.txt'), 'd');
    const { parsed, report } = await runInto(cwd);
    expect(parsed).toEqual(['in/b.txt', 'in/d.txt']);
    expect(report.tally).toMatchObject({ plans: 4, before: 2 });
    expect((await runInto(cwd)).parsed).toEqual([]);
  });

  it.each([
    ['another version', { version: '2' }],
    ['another encoding', { encoding: 'gb18030' }],
    ['all where it is forced to', { force: true }],
  ])('reads again what %s has read', async (_, options) => {
    const { cwd } = await begun();
    expect((await runInto(cwd, options)).parsed).toEqual(NAMES);
    expect((await runInto(cwd, { ...options, force: false })).parsed).toEqual([]);
  });

  it('writes another format without reading', async () => {
    const { cwd } = await begun();
    const { parsed } = await runInto(cwd, { formats: ['jsonl', 'csv'] });
    expect(parsed).toEqual([]);
    const fresh = folderWith(FILES);
    await runInto(fresh, { formats: ['jsonl', 'csv'] });
    expect(contents(join(cwd, 'out'))).toMatchObject(contents(join(fresh, 'out')));
  });

  it('reads again what failed for a reason that may pass, nothing that always fails', async () => {
    const { cwd } = await begun({ 'in/a.txt': 'refuse', 'in/b.txt': 'break', 'in/c.txt': 'c' });
    const { parsed, failures, report } = await runInto(cwd);
    expect(parsed).toEqual(['in/b.txt']);
    expect(failures).toEqual(['input/empty', 'internal/unexpected']);
    expect(report.tally).toMatchObject({ plans: 1, failed: 2, before: 2 });
  });

  it('gives what an undisturbed run gives, wherever the one before was stopped', async () => {
    const { written } = await begun();
    for (const last of NAMES) {
      const cwd = folderWith(FILES);
      const stop = new AbortController();
      const stopped = await runInto(cwd, { signal: stop.signal, reading: (path) => path === last && stop.abort() });
      expect(stopped.report.complete).toBe(false);
      expect(JSON.parse(contents(join(cwd, 'out'))['manifest.json'] ?? '').complete).toBe(false);
      const { parsed, report } = await runInto(cwd);
      expect(parsed).toEqual(NAMES.slice(NAMES.indexOf(last)));
      expect(report.complete).toBe(true);
      expect(contents(join(cwd, 'out'))).toEqual(written);
    }
  });
});

describe('a damaged journal', () => {
  it('with a torn last line costs one document', async () => {
    const { cwd, written, state } = await begun();
    truncateSync(state('journal.jsonl'), readFileSync(state('journal.jsonl')).length - 20);
    const torn = readFileSync(state('journal.jsonl'), 'utf8').trimEnd().split('\n');
    const { parsed } = await runInto(cwd);
    expect(parsed).toHaveLength(1);
    expect(torn.at(-1)).toContain(parsed[0]);
    expect((await runInto(cwd)).parsed).toEqual([]);
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it('with a store that was cut off costs the documents in the lost part', async () => {
    const { cwd, written, state } = await begun();
    truncateSync(state('documents-0.bin'), readFileSync(state('documents-0.bin')).length - 1);
    expect((await runInto(cwd)).parsed).toEqual(['in/c.txt']);
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it('with a store that is gone costs them all, and confuses none', async () => {
    const { cwd, written, state } = await begun();
    rmSync(state('documents-0.bin'));
    // Written first, and where the journal says that another document is.
    await runInto(cwd, { paths: ['in/c.txt', 'in/b.txt'], out: 'out' });
    expect((await runInto(cwd)).failures).toEqual([]);
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it('with the wrong document in a place reads the right one', async () => {
    const { cwd, written, state } = await begun();
    const lines = readFileSync(state('journal.jsonl'), 'utf8').trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line));
    const [a, b] = [entries[0], entries[1]];
    writeFileSync(state('journal.jsonl'), `${JSON.stringify({ ...a, kept: b.kept })}\n${lines.slice(1).join('\n')}\n`);
    expect((await runInto(cwd)).parsed).toEqual(['in/a.txt']);
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it('with a flipped bit in a document reads it again', async () => {
    const { cwd, written, state } = await begun();
    const store = readFileSync(state('documents-0.bin'));
    store[200] = (store[200] ?? 0) ^ 1;
    writeFileSync(state('documents-0.bin'), store);
    expect((await runInto(cwd)).parsed).toEqual(['in/a.txt']);
    expect(contents(join(cwd, 'out'))).toEqual(written);
  });

  it.each([
    ['noise', 'noise'],
    ['null', 'null'],
    ['a number', '12'],
    ['an entry of another make', '{"path":"in/a.txt","status":"read"}'],
    [
      'a place that cannot be',
      '{"path":"in/a.txt","sha256":"x","status":"read","program":{},"files":[],"kept":{"store":"documents-0.bin","at":0,"length":1e300}}',
    ],
    [
      'a store elsewhere',
      '{"path":"in/a.txt","sha256":"x","status":"read","program":{},"files":[],"kept":{"store":"../../in/a.txt","at":0,"length":1}}',
    ],
  ])('that holds %s is as good as one without', async (_, line) => {
    const { cwd, written, state } = await begun();
    writeFileSync(state('journal.jsonl'), `${line}\n`);
    expect((await runInto(cwd)).parsed).toEqual(NAMES);
    expect(contents(join(cwd, 'out'))).toEqual(written);
    expect(readFileSync(join(cwd, 'in/a.txt'), 'utf8')).toBe('a');
  });
});

describe('what vanished', () => {
  it('is told, not what was only not asked for', async () => {
    const { cwd } = await begun();
    rmSync(join(cwd, 'in/b.txt'));
    expect((await runInto(cwd, { paths: ['in/a.txt'] })).report.vanished).toEqual(['in/b.txt']);
  });

  it('is told of rows of a corpus where all of it was read', async () => {
    const row = (text: string) => `${JSON.stringify({ title: '云岭县规划', content: text.repeat(200) })}\n`;
    const cwd = folderWith({ 'in/a.txt': 'a', 'in/c.jsonl': row('规划') + row('方案') });
    const names = ['in/c.jsonl#1', 'in/c.jsonl#2'];
    expect((await runInto(cwd)).parsed).toEqual(['in/a.txt', ...names]);
    expect((await runInto(cwd, { paths: ['in/a.txt'] })).report.vanished).toEqual([]);
    expect((await runInto(cwd, { paths: ['in/c.jsonl#1'] })).report.vanished).toEqual([]);
    writeFileSync(join(cwd, 'in/c.jsonl'), row('规划'));
    expect((await runInto(cwd)).report.vanished).toEqual(['in/c.jsonl#2']);
  });

  it('is never standard input', async () => {
    const { cwd } = await begun();
    await runInto(cwd, { paths: ['-'], stdin: 'x' });
    expect((await runInto(cwd)).report.vanished).toEqual([]);
  });
});

describe('an output folder inside of the one that is read', () => {
  const formats = ['text', 'jsonl', 'csv'] as const;

  it('is not read, also where a run was cut off', async () => {
    const fresh = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
    await runInto(fresh, { paths: ['.'], formats });
    const cwd = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
    const stop = new AbortController();
    await runInto(cwd, { paths: ['.'], formats, signal: stop.signal, reading: (p) => p === 'b.txt' && stop.abort() });
    rmSync(join(cwd, 'out/manifest.json'));
    expect(existsSync(join(cwd, 'out/a.txt.txt'))).toBe(true);
    expect((await runInto(cwd, { paths: ['.'], formats })).parsed).toEqual(['b.txt']);
    expect(contents(join(cwd, 'out'))).toEqual(contents(join(fresh, 'out')));
  });

  it('is not read where an earlier run wrote other formats', async () => {
    const cwd = folderWith({ 'a.txt': 'a' });
    await runInto(cwd, { paths: ['.'], formats: ['json'] });
    await runInto(cwd, { paths: ['.'], formats });
    await runInto(cwd, { paths: ['.'], formats: ['json'] });
    const { parsed, report } = await runInto(cwd, { paths: ['.'], formats: ['json'], force: true });
    expect(parsed).toEqual(['a.txt']);
    expect(report.tally.skipped).toBe(0);
  });
});
