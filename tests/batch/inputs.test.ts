import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/batch/inputs.js';
import { resolveInputs } from '../../src/batch/resolve.js';
import { folderWith, isRoot } from '../setup/folder.js';

/** What is shown of each input: its name, and the code of what is wrong with it. */
async function found(paths: string[], cwd: string): Promise<string[]> {
  const inputs = await resolveInputs(paths, cwd);
  return shown(inputs);
}

function shown(inputs: readonly Input[]): string[] {
  return inputs.map((input) => {
    if ('failure' in input) return `${input.path} ${input.failure.code}`;
    return 'skipped' in input ? `${input.path} skipped` : input.path;
  });
}

describe('resolveInputs', () => {
  it('takes files as they are named, whatever their ending', async () => {
    const cwd = folderWith({ 'a.txt': '', b: '', 'c.dat': '' });
    expect(await found(['c.dat', 'b', 'a.txt'], cwd)).toEqual(['c.dat', 'b', 'a.txt']);
  });

  it('takes all files below a folder in order of names, and tells what it passes over', async () => {
    const cwd = folderWith({
      'plans/b.TXT': '',
      'plans/a.html': '',
      'plans/a/z.htm': '',
      'plans/a/x.xml': '',
      'plans/c.pdf': '',
      'plans/.hidden.txt': '',
      'plans/.git/x.txt': '',
      'plans/node_modules/x.txt': '',
      'plans/.gongwen/lock': '',
      'plans/规划.md': '',
    });
    const expected = [
      'plans/.git/ skipped',
      'plans/.hidden.txt skipped',
      'plans/a/x.xml',
      'plans/a/z.htm',
      'plans/a.html',
      'plans/b.TXT',
      'plans/c.pdf',
      'plans/node_modules/ skipped',
      'plans/规划.md',
    ];
    expect(await found(['plans'], cwd)).toEqual(expected);
    expect(await found(['plans/'], cwd)).toEqual(expected);
  });

  it('shows files of the current folder without a prefix', async () => {
    const cwd = folderWith({ 'a.txt': '', 'sub/b.txt': '' });
    expect(await found(['.'], cwd)).toEqual(['a.txt', 'sub/b.txt']);
  });

  it('takes only the source of a fixture', async () => {
    const files = ['case.json', 'source.dat', 'clean.txt', 'expected.json'];
    const cwd = folderWith(Object.fromEntries(files.map((name) => [`fixtures/education/a/${name}`, ''])));
    expect(await found(['fixtures'], cwd)).toEqual(['fixtures/education/a/source.dat']);
    expect(await found(['fixtures/**/*.{txt,dat}'], cwd)).toEqual(['fixtures/education/a/source.dat']);
    expect(await found(['fixtures/education/a/clean.txt'], cwd)).toEqual(['fixtures/education/a/clean.txt']);
  });

  it('leaves out what browsers save beside a page', async () => {
    const cwd = folderWith({ 'p/规划.html': '', 'p/规划_files/frame.html': '', 'p/other_files/x.txt': '' });
    expect(await found(['p'], cwd)).toEqual(['p/other_files/x.txt', 'p/规划.html', 'p/规划_files/ skipped']);
    const chosen = await resolveInputs({ paths: ['p'], include: ['*.html'] }, cwd);
    expect(shown(chosen)).toEqual(['p/规划.html']);
  });

  it('expands patterns in order of names', async () => {
    const cwd = folderWith({ 'b/2.txt': '', 'a/1.txt': '', 'a/1.html': '' });
    expect(await found(['*/*.txt'], cwd)).toEqual(['a/1.txt', 'b/2.txt']);
    expect(await found(['**/*.html'], cwd)).toEqual(['a/1.html']);
  });

  it.each<[string, string[]]>([
    ['in/*.txt', ['in/a.txt']],
    ['./in/*.txt', ['in/a.txt']],
    ['in/../in/a.*', ['in/../in/a.html', 'in/../in/a.txt']],
    ['in/**/*.txt', ['in/a.txt', 'in/d/b.txt', 'in/d/e/c.txt']],
    ['in/*/*.txt', ['in/d/b.txt']],
    ['i?/{d,x}/[bc].txt', ['in/d/b.txt']],
    ['in/{d/e,x}/*.txt', ['in/d/e/c.txt']],
    ['in/.*', ['in/.h.txt']],
    ['in/.s/*', ['in/.s/h.txt']],
    ['in/!(d)/*', ['in/!(d)/* input/missing']],
    ['!in/*.txt', ['!in/*.txt input/missing']],
    ['none/*.txt', ['none/*.txt input/missing']],
  ])('expands %s', async (pattern, expected) => {
    const files = ['a.txt', 'a.html', 'd/b.txt', 'd/e/c.txt', '.h.txt', '.s/h.txt', 'node_modules/n.txt'];
    const cwd = folderWith(Object.fromEntries(files.map((name) => [`in/${name}`, ''])));
    expect(await found([pattern], cwd)).toEqual(expected);
  });

  it('gives what a pattern matches once, under its own name', async () => {
    const cwd = folderWith({ 'in/z/x.txt': '', 'in/y.txt': '' });
    symlinkSync('.', join(cwd, 'in/loop'));
    symlinkSync('z', join(cwd, 'in/a'));
    expect(await found(['in/**/*.txt'], cwd)).toEqual(['in/y.txt', 'in/z/x.txt']);
    expect(await found(['in/a/*.txt'], cwd)).toEqual(['in/a/x.txt']);
  });

  it.runIf(process.platform === 'linux')('matches names that are no UTF-8', async () => {
    const cwd = folderWith({ 'in/a.txt': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/in/`), Buffer.from([0xb9, 0xe6, 0xbb, 0xae, 0x2e, 0x74])]), 'x');
    const [input] = await resolveInputs(['in/*.t'], cwd);
    expect(input).toMatchObject({ path: 'in/规划.t', file: expect.any(Buffer) });
  });

  it('takes files out of a list like files that were found', async () => {
    const cwd = folderWith({ 'a.png': '', 'b.txt': '', 'd/c.txt': '' });
    const inputs = await resolveInputs({ paths: ['b.txt'], listed: ['a.png', 'd', Buffer.from('b.txt'), '-'] }, cwd);
    expect(inputs.map((one) => [one.path, 'found' in one])).toEqual([
      ['b.txt', false],
      ['a.png', true],
      ['d/c.txt', true],
      ['-', false],
    ]);
  });

  it.each(['plan [1].txt', 'a{b,c}.txt', '規劃(2022).html', '-x.txt', "it's.txt", ' lead.txt', '!a.txt', 'a*.txt'])(
    'takes the file %j for no pattern',
    async (name) => {
      const cwd = folderWith({ [name]: '' });
      expect(await found([name], cwd)).toEqual([name]);
    },
  );

  it('takes nothing twice', async () => {
    const cwd = folderWith({ 'plans/a.txt': '', 'plans/b.txt': '' });
    expect(await found(['plans/b.txt', 'plans', './plans/a.txt', '*/*.txt', '-', '-'], cwd)).toEqual([
      'plans/b.txt',
      'plans/a.txt',
      '-',
    ]);
  });

  it('puts what is missing in its place, once each', async () => {
    const cwd = folderWith({ 'a.txt': '', 'empty/.x': '' });
    mkdirSync(join(cwd, 'bare'));
    expect(await found(['gone.txt', 'a.txt', '*.docx', 'empty', 'bare', 'a.txt/x'], cwd)).toEqual([
      'gone.txt input/missing',
      'a.txt',
      '*.docx input/missing',
      'empty input/no-plans',
      'empty/.x skipped',
      'bare input/no-plans',
      'a.txt/x input/unreadable',
    ]);
  });

  it('follows links, but not in circles', async () => {
    const cwd = folderWith({ 'real/a.txt': '' });
    mkdirSync(join(cwd, 'plans'));
    symlinkSync(join(cwd, 'real'), join(cwd, 'plans/link'));
    symlinkSync(join(cwd, 'plans'), join(cwd, 'plans/circle'));
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'plans/dead.txt'));
    expect(await found(['plans'], cwd)).toEqual(['plans/dead.txt input/missing', 'plans/link/a.txt']);
    expect(await found(['plans/dead.txt'], cwd)).toEqual(['plans/dead.txt input/missing']);
  });

  it.skipIf(isRoot)('goes on where a folder cannot be opened', async () => {
    const cwd = folderWith({ 'plans/a/x.txt': '', 'plans/b.txt': '' });
    chmodSync(join(cwd, 'plans/a'), 0);
    try {
      expect(await found(['plans'], cwd)).toEqual(['plans/a input/unreadable', 'plans/b.txt']);
      expect(await found(['plans/**/*.txt'], cwd)).toEqual(['plans/a input/unreadable', 'plans/b.txt']);
      expect(await found(['plans/b*/*', 'plans/*.txt'], cwd)).toEqual(['plans/b*/* input/missing', 'plans/b.txt']);
    } finally {
      chmodSync(join(cwd, 'plans/a'), 0o755);
    }
  });
});
