import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, isRoot } from '../setup/folder.js';
import { runInto } from '../setup/folder-run.js';
import { bin, environment, gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`in/${i}.txt`, `${plan}\n`.repeat(20)]));

/** A disk of so few bytes, where one can be made. */
function smallDisk(folder: string, size: string): boolean {
  mkdirSync(folder);
  return isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

describe('an output that cannot be written', () => {
  it('for the disk is full: one line, status 1, nothing half-written, and the next run goes on', (context) => {
    const cwd = folderWith(files);
    const disk = join(cwd, 'disk');
    if (!smallDisk(disk, '200k')) return context.skip();
    try {
      const { status, stderr } = gongwen(['extract', 'in', '-o', 'disk/out', '--quiet'], { cwd });
      expect(stderr).toMatch(
        /^error: cannot write into "disk\/out" \(the disk is full\); choose another folder with -o\n$/,
      );
      expect(status).toBe(1);
      const names = readdirSync(join(disk, 'out')).filter((name) => name !== '.gongwen');
      expect(names.length).toBeGreaterThan(0);
      for (const name of names)
        expect(JSON.parse(readFileSync(join(disk, 'out', name), 'utf8')).schema).toBe('gongwen/document@1');
      expect(readdirSync(join(disk, 'out/.gongwen')).sort()).toEqual(['documents-0.bin', 'journal.jsonl']);
      spawnSync('mount', ['-o', 'remount,size=8m', disk]);
      const again = gongwen(['extract', 'in', '-o', 'disk/out', '--quiet', '--summary', 'json'], { cwd });
      expect(JSON.parse(again.stderr)).toMatchObject({ plans: 12, complete: true });
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it.skipIf(isRoot)('for want of permission: one line, status 2', () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'shut'));
    chmodSync(join(cwd, 'shut'), 0o555);
    const { status, stderr } = gongwen(['extract', 'in', '-o', 'shut/out'], { cwd });
    expect(stderr).toMatch(
      /^error: cannot write into "shut\/out" \(permission denied\); choose another folder with -o\n$/,
    );
    expect(status).toBe(2);
  });

  it.each(['', '-'])('that "%s" names none: one line, status 2', (out) => {
    for (const command of [
      ['extract', 'in'],
      ['clean', 'in'],
      ['merge', 'in'],
    ]) {
      const cwd = folderWith(files);
      const { status, stderr } = gongwen([...command, '-o', out], { cwd });
      expect(stderr).toMatch(/^error: -o names (?:a|no) folder; [^\n]*\n$/);
      expect(status).toBe(2);
      expect(readdirSync(cwd)).toEqual(['in']);
    }
  });

  it.each([
    ['it is a file', { out: '' }, /^cannot write into "out" \(a part of its path is a file\)/],
    [
      'another run holds it',
      { 'out/.gongwen/lock': JSON.stringify({ pid: 1, host: 'elsewhere', begun: null }) },
      /^another run \(process 1 on elsewhere\) writes into "out"; .*; where that run is known to be gone, delete "out\/\.gongwen\/lock"$/,
    ],
    ['a file of somebody else is in the way', { 'out/0.txt.json': '{}' }, /^"0\.txt\.json" in "out" was not written/],
  ])('for %s: the summary in JSON says so too', (_, there, error) => {
    const cwd = folderWith({ ...files, ...there });
    const { status, stderr } = gongwen(['extract', 'in', '-o', 'out', '--summary', 'json'], { cwd });
    const [line, json, ...more] = stderr.trimEnd().split('\n');
    expect(JSON.parse(json ?? '')).toEqual({
      ...{ schema: 'gongwen/summary@1', out: 'out' },
      error: expect.stringMatching(error),
    });
    expect(line).toBe(`error: ${JSON.parse(json ?? '').error}`);
    expect({ status, more }).toEqual({ status: 2, more: [] });
  });

  it('for it is taken away on the way: an error of the file system, and nothing is left open', async () => {
    const cwd = folderWith({ 'in/a.txt': 'a', 'in/b.txt': 'b' });
    const reading = (path: string) => path === 'in/b.txt' && rmSync(join(cwd, 'out'), { recursive: true });
    await expect(runInto(cwd, { reading: (path) => void reading(path) })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect((await runInto(cwd)).parsed).toHaveLength(2);
  });
});

const script = spawnSync('script', ['--version']).status === 0;

describe('the bar', () => {
  const cwd = folderWith(files);
  const command = (out: string, more = '') => `"${process.execPath}" "${bin}" extract in gone.txt -o ${out} ${more}`;

  it('is not drawn into a pipe', () => {
    const { stderr } = gongwen(['extract', 'in', '-o', 'piped'], { cwd });
    expect(stderr).not.toMatch(/[█░\r\u001b]/);
    expect(stderr.split('\n').filter((line) => /^in\/\d+\.txt: /.test(line))).toHaveLength(12);
  });

  it.runIf(script)('is drawn on a terminal, failures above it, and taken away at the end', () => {
    const shell = { cwd, env: environment({ TERM: 'xterm' }) };
    const { stdout } = spawnSync('script', ['-qec', command('shown', '--jobs 0'), '/dev/null'], shell);
    const text = String(stdout).replaceAll('\r\n', '\n');
    expect(text).toMatch(/\r\u001b\[K█*░+ \d+\/13 /);
    expect(text).toMatch(/gone\.txt: error [^\n]*\[input\/missing\]\n/);
    expect(text).toMatch(/\r\u001b\[K(?:total|failed|in)/);
    expect(text.slice(text.lastIndexOf('\u001b[K'))).not.toMatch(/[█░]/);
    const quiet = spawnSync('script', ['-qec', command('still', '--quiet'), '/dev/null'], shell);
    expect(String(quiet.stdout)).toMatch(/^gone\.txt: error [^\n]*\n$/);
  });
});
