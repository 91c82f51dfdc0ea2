import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInputs } from '../../src/batch/resolve.js';
import { pathsIn } from '../../src/cli/sources.js';
import { contents, folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const shown = (list: string | Buffer) => pathsIn(Buffer.from(list)).map(String);

describe('pathsIn', () => {
  it.each<[string, string, string[]]>([
    ['one a line', 'a.txt\n规划 1.txt\n', ['a.txt', '规划 1.txt']],
    ['without a last line end', 'a.txt\nb.txt', ['a.txt', 'b.txt']],
    ['as Windows writes it', '\uFEFFa.txt\r\n\r\nb.txt\r\n', ['a.txt', 'b.txt']],
    ['parted by NUL, with line ends in names', 'a\nb.txt\0c\r.txt\0', ['a\nb.txt', 'c\r.txt']],
    ['empty', '\n\n', []],
  ])('%s', (_, list, expected) => {
    expect(shown(list)).toEqual(expected);
  });

  it('keeps the bytes of a name that is no UTF-8', () => {
    const name = Buffer.from([0x61, 0xff, 0x2e, 0x74]);
    expect(pathsIn(Buffer.concat([name, Buffer.from('\nb.txt\n')]))).toEqual([name, 'b.txt']);
  });
});

describe('a list of files', () => {
  const odd = ['in/-x.txt', `in/'q"$.txt`, 'in/规划 [1].txt', 'in/a\nb.txt'];
  const cwd = folderWith(Object.fromEntries(odd.map((name) => [name, plan])));
  const paths = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).source.path);
  const jsonl = ['--format', 'jsonl', '--quiet', '--files-from'];

  it.skipIf(process.platform === 'win32')('is read from standard input with all odd names', () => {
    const { status, stdout, stderr } = gongwen(['extract', ...jsonl, '-'], { cwd, input: `${odd.join('\0')}\0` });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(paths(stdout)).toEqual(odd);
  });

  it.runIf(process.platform === 'linux')('names files whose names are no UTF-8', () => {
    const gb = Buffer.concat([Buffer.from('in/'), Buffer.from([0xb9, 0xe6, 0xbb, 0xae]), Buffer.from('.txt')]);
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), gb]), plan);
    writeFileSync(join(cwd, 'list'), Buffer.concat([gb, Buffer.from('\ngone.txt\n')]));
    const { status, stdout, stderr } = gongwen(['extract', ...jsonl, 'list'], { cwd });
    expect(paths(stdout)).toEqual(['in/规划.txt']);
    expect(stderr).toMatch(/^gone\.txt: error .*\[input\/missing\]\n$/);
    expect(status).toBe(1);
  });

  it.each([
    ['both uses of standard input', ['-', '--files-from', '-'], /standard input is the list of files already/],
    ['a list on standard input that names it', ['--files-from', '-'], /standard input is the list of files already/],
    [
      'a list that is not there',
      ['--files-from', 'no-list'],
      /the list of files "no-list" cannot be read \(it is gone\)/,
    ],
    ['patterns that leave nothing', ['in', '--include', '*.pdf'], /nothing to read: --include and --exclude leave no/],
  ])('refuses %s', (_, args, message) => {
    const { status, stdout, stderr } = gongwen(['extract', ...args], { cwd, input: '-\n' });
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('calls standard input as it is told', () => {
    const args = ['extract', '-', '--stdin-name', 'site/规划.html', '-o', 'named', '--quiet'];
    expect(gongwen(args, { cwd, input: plan }).status).toBe(0);
    const [name = '', text = ''] = Object.entries(contents(join(cwd, 'named'))).find(([n]) => n.includes('规划')) ?? [];
    expect(name).toBe('规划.html.json');
    expect(JSON.parse(text).source.path).toBe('site/规划.html');
  });

  it('takes one document out of a file', () => {
    const rows = [1, 2, 3].map((n) => JSON.stringify({ title: `云岭县规划${n}`, content: plan.repeat(2) })).join('\n');
    writeFileSync(join(cwd, 'corpus.jsonl'), rows);
    const two = gongwen(['extract', 'corpus.jsonl#2', '--quiet'], { cwd });
    expect(JSON.parse(two.stdout).source.path).toBe('corpus.jsonl#2');
    const none = gongwen(['extract', 'corpus.jsonl#9', '--quiet'], { cwd });
    expect(none.stderr).toMatch(/^corpus\.jsonl#9: error holds no document "9".*\[input\/no-member\]\n$/);
    expect(none.status).toBe(1);
  });
});

describe('inputs of a folder', () => {
  const found = async (cwd: string, wanted: Partial<Parameters<typeof resolveInputs>[0]> = {}) =>
    (await resolveInputs({ paths: ['in'], ...wanted } as never, cwd)).map((input) =>
      'skipped' in input ? `${input.path}: ${input.skipped}` : input.path,
    );

  it('are chosen by patterns of names and of paths', async () => {
    const cwd = folderWith({ 'in/a.html': '', 'in/b.txt': '', 'in/old/a.html': '', 'in/old/deep/b.txt': '' });
    expect(await found(cwd, { include: ['*.html'] })).toEqual(['in/a.html', 'in/old/a.html']);
    expect(await found(cwd, { exclude: ['old/**'] })).toEqual(['in/a.html', 'in/b.txt']);
    expect(await found(cwd, { exclude: ['old'] })).toEqual(['in/a.html', 'in/b.txt']);
    // A folder that is excluded is so with all that is in it, as in .gitignore.
    expect(await found(cwd, { exclude: ['in/old/*'] })).toEqual(['in/a.html', 'in/b.txt']);
    expect(await found(cwd, { include: ['*.html', 'deep/*'], exclude: ['in/*.html'] })).toEqual([
      'in/old/a.html',
      'in/old/deep/b.txt',
    ]);
  });

  it.skipIf(process.platform === 'win32')('pass over pipes, and follow links once', async () => {
    const cwd = folderWith({ 'in/a.txt': '' });
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(cwd, 'in/pipe')]);
    symlinkSync('.', join(cwd, 'in/loop'));
    symlinkSync('self', join(cwd, 'in/self'));
    expect(await found(cwd)).toEqual(['in/a.txt', 'in/pipe: is a device, a socket or a pipe', 'in/self']);
  });

  it('lie as deep as they like', async () => {
    const deep = `in/${'d/'.repeat(300)}`;
    const cwd = folderWith({ [`${deep}a.txt`]: '' });
    expect(await found(cwd)).toEqual([`${deep}a.txt`]);
  });
});

describe('texts that clean has written', () => {
  it('are read where their folder is named, not where it lies in the one that is read', async () => {
    const cwd = folderWith({ 'in/a.txt': plan });
    mkdirSync(join(cwd, 'x'));
    expect(gongwen(['clean', 'in', '-o', 'in/texts', '--quiet'], { cwd }).status).toBe(0);
    const left: string[] = [];
    const search = { leftOut: (path: string) => left.push(path) };
    const names = async (path: string, output?: string) =>
      (await resolveInputs({ paths: [path], ...search, ...(output ? { output } : {}) }, cwd)).map((one) => one.path);
    expect(await names('in')).toEqual(['in/a.txt']);
    expect(left).toEqual(['in/texts/a.txt.txt', 'in/texts/manifest.json']);
    expect(await names('in/texts')).toEqual(['in/texts/a.txt.txt']);
    expect(await names('in/texts', join(cwd, 'in/texts'))).toEqual([]);
    expect(await names('in/**/*.txt', join(cwd, 'in/texts'))).toEqual(['in/a.txt']);
  });
});
