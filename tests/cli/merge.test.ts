import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

/** Plans, a corpus, a copy, what is no plan, and a file that cannot be read as text. */
function inputs(): string {
  const rows = [1, 2, 3]
    .map((n) => JSON.stringify({ id: n, text: plan.replaceAll('云岭县', `云岭县${n}号`) }))
    .join('\n');
  const files = Object.fromEntries(
    [...Array(9).keys()].map((n) => [`plans/${n % 3}/${n}.txt`, plan.replace('95%', `${80 + n}%`)]),
  );
  return folderWith({
    ...files,
    'plans/copy.txt': plan.replace('95%', '80%'),
    'plans/rows.jsonl': rows,
    'plans/picture.png': 'no plan',
    'plans/empty.txt': '',
  });
}

const FORMAT = ['--format', 'json,jsonl,csv'];

/** Every file of a folder that is not the program's own. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name !== '.gongwen')
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

function shards(cwd: string, of: number): void {
  for (let k = 1; k <= of; k++)
    gongwen(['extract', 'plans', '-o', `s${k}`, '--shard', `${k}/${of}`, '-q', '--jobs', '0', ...FORMAT], { cwd });
}

const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

describe('shards and their merge', () => {
  const cwd = inputs();
  const whole = gongwen(['extract', 'plans', '-o', 'whole', '-q', '--jobs', '0', ...FORMAT], { cwd });
  shards(cwd, 3);

  it('take every document once, and say of the others whose they are', () => {
    expect(whole.status).toBe(1);
    const paths = manifest(join(cwd, 'whole')).inputs.map(({ path }: { path: string }) => path);
    for (const [i, path] of paths.entries()) {
      const owners = [1, 2, 3].map((k) => manifest(join(cwd, `s${k}`)).inputs[i]);
      expect(owners.map((one) => one.path)).toEqual([path, path, path]);
      const takers = [1, 2, 3].filter((_, k) => owners[k].shard === undefined);
      expect(takers.length, path).toBe(1);
      expect(owners.every((one) => one.shard === undefined || one.shard === takers[0])).toBe(true);
    }
    expect(manifest(join(cwd, 's2'))).toMatchObject({ shard: { index: 2, of: 3 }, complete: true });
    const copies = [1, 2, 3].flatMap((k) =>
      manifest(join(cwd, `s${k}`))
        .inputs.filter((one: { path: string; shard?: number }) => /copy|\/0\.txt/.test(one.path) && !one.shard)
        .map(() => k),
    );
    expect(new Set(copies).size).toBe(1);
  });

  it.each([
    ['in turn', ['s1', 's2', 's3']],
    ['in another order, one twice', ['s3', 's1', 's2', './s1']],
  ])('give the bytes of a whole run, %s', (_, folders) => {
    const out = `out ${folders.length}`;
    const { status, stderr } = gongwen(['merge', ...folders, '-o', out, '--jobs', '0'], { cwd });
    expect(stderr).toContain(`written into ${out}`);
    // As after extract: one of the files is empty.
    expect(stderr).toMatch(/^failed: input\/empty 1$/m);
    expect(status).toBe(1);
    expect(contents(join(cwd, out))).toEqual(contents(join(cwd, 'whole')));
  });

  it('give them with threads too, without the files that were read', () => {
    const away = folderWith({});
    expect(gongwen(['merge', 's1', 's2', 's3', '-o', join(away, 'out'), '-q', '--jobs', '2'], { cwd })).toMatchObject({
      status: 1,
      stderr: 'failed: input/empty 1\n',
    });
    expect(contents(join(away, 'out'))).toEqual(contents(join(cwd, 'whole')));
  });

  it('can go on in a merged folder without reading again, and be merged again', () => {
    gongwen(['merge', 's1', 's2', 's3', '-o', 'again', '-q'], { cwd });
    const { stderr } = gongwen(['extract', 'plans', '-o', 'again', '--jobs', '0', ...FORMAT], { cwd });
    expect(stderr).toMatch(/unchanged: 14 taken from the run before/);
    gongwen(['merge', 'again', '-o', 'twice', '-q'], { cwd });
    expect(contents(join(cwd, 'twice'))).toEqual(contents(join(cwd, 'whole')));
  });

  it('tell which shard is missing, and write the rest', () => {
    const { status, stderr } = gongwen(['merge', 's1', 's3', '-o', 'part', '-q'], { cwd });
    expect(stderr.replace(/^failed: .*\n/, '')).toMatch(
      /^missing: shard 2\/3\nmissing: \d+ documents that no shard has: plans/,
    );
    expect(status).toBe(1);
    expect(manifest(join(cwd, 'part')).complete).toBe(false);
  });

  it.each<[string, string[], RegExp]>([
    ['no output folder', ['s1'], /name the folder to write into with -o/],
    ['the output among the inputs', ['s1', '-o', 's1'], /"s1" is one of the folders to merge/],
    [
      'a folder that no run has written',
      ['plans', '-o', 'x'],
      /"plans" has no manifest\.json that can be read \(it is gone\)/,
    ],
    ['no such folder', ['s9', '-o', 'x'], /"s9" has no manifest\.json/],
  ])('%s is refused', (_, args, message) => {
    expect(gongwen(['merge', ...args], { cwd })).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  });

  it.each(['0/2', '3/2', 'two'])('--shard %s is refused', (shard) => {
    expect(gongwen(['extract', 'plans', '-o', 'x', '--shard', shard], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--shard takes .* such as 2\/8/),
    });
  });
});

it('a shard to which nothing falls went well', () => {
  const cwd = folderWith({ 'a.txt': plan });
  const runs = [1, 2].map((k) => gongwen(['extract', 'a.txt', '-o', `s${k}`, '--shard', `${k}/2`], { cwd }));
  expect(runs.map(({ status }) => status)).toEqual([0, 0]);
  const empty = runs.find(({ stderr }) => /left to other shards: 1/.test(stderr));
  expect(empty?.stderr).not.toMatch(/error/);
  expect(gongwen(['merge', 's1', 's2', '-o', 'out', '-q'], { cwd })).toMatchObject({ status: 0, stderr: '' });
});

describe('runs over other inputs', () => {
  const cwd = folderWith({ 'a/x.txt': plan, 'b/x.txt': plan.replace('95%', '90%'), 'shared.txt': plan });
  const extract = (out: string, ...args: string[]) =>
    gongwen(['extract', ...args, '-o', out, '-q', '--jobs', '0'], { cwd });

  it('stand one after the other, names of files apart, the same document once', () => {
    extract('one', 'a', 'shared.txt');
    extract('two', 'b');
    extract('three', 'shared.txt');
    expect(gongwen(['merge', 'two', 'one', 'three', '-o', 'all', '-q'], { cwd }).status).toBe(0);
    expect(
      manifest(join(cwd, 'all')).inputs.map(({ path, name }: { path: string; name: string }) => [path, name]),
    ).toEqual([
      ['b/x.txt', 'x.txt'],
      ['a/x.txt', 'a__x.txt'],
      ['shared.txt', 'shared.txt'],
    ]);
  });

  it('conflict where a path has other bytes', () => {
    extract('old', 'shared.txt');
    writeFileSync(join(cwd, 'shared.txt'), plan.replace('95%', '70%'));
    extract('new', 'shared.txt');
    const merge = (...more: string[]) =>
      gongwen(['merge', 'old', 'new', '-o', `m${more.at(-1) ?? ''}`, '-q', ...more], { cwd });
    expect(merge()).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /"shared\.txt" is another document in "old" than in "new"; choose one with --on-conflict/,
      ),
    });
    for (const which of ['first', 'last']) {
      expect(merge('--on-conflict', which).status).toBe(0);
      const [value] = JSON.parse(readFileSync(join(cwd, `m${which}`, 'shared.txt.json'), 'utf8')).targets;
      expect(value.value).toBe(which === 'first' ? 95 : 70);
    }
  });

  it('of other options or formats are refused', () => {
    extract('kept', 'a', '--keep', 'spam');
    extract('csv', 'a', '--format', 'csv');
    expect(gongwen(['merge', 'two', 'kept', '-o', 'x'], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"kept" was read by another version or with other options/),
    });
    expect(gongwen(['merge', 'two', 'csv', '-o', 'x'], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"two" and "csv" differ in formats/),
    });
  });

  it('whose kept documents are gone are told by document', () => {
    extract('hollow', 'a');
    for (const name of readdirSync(join(cwd, 'hollow/.gongwen')))
      if (name.startsWith('documents-')) rmSync(join(cwd, 'hollow/.gongwen', name));
    const { status, stderr } = gongwen(['merge', 'hollow', '-o', 'y', '-q'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^a\/x\.txt: what an earlier run kept .* run it again with --force/),
    });
  });
});
