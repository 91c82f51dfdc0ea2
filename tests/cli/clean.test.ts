import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const SPAM = '麻豆激情视频在线观看,亚洲欧美日韩久久久精品';
const NAVIGATION = '首页 > 政务公开 > 规划计划';
const METADATA = '索引号:000014349/2022-00012';
const FOOTER = '版权所有:云岭县人民政府';
const dirty = [SPAM, NAVIGATION, METADATA, plan.trimEnd(), FOOTER, ''].join('\n');
const repaired = plan.replace('努力办好', '努(nǔ)力(lì)办好');
const ESCAPE = '\u001b';

describe('clean --keep', () => {
  const cwd = folderWith({ 'a.txt': dirty });
  const clean = (...more: string[]) => gongwen(['clean', 'a.txt', ...more], { cwd }).stdout;

  it('keeps nothing by itself', () => {
    expect(clean()).toBe(plan);
  });

  it.each<[string, string[], string]>([
    ['one reason', ['--keep', 'footer'], `${plan}${FOOTER}\n`],
    ['a list', ['--keep', 'spam,footer'], `${SPAM}\n${plan}${FOOTER}\n`],
    ['a list with blanks and capitals', ['--keep', 'Spam, footer'], `${SPAM}\n${plan}${FOOTER}\n`],
    ['the option again', ['--keep', 'spam', '--keep=footer'], `${SPAM}\n${plan}${FOOTER}\n`],
    ['a reason that does not occur', ['--keep', 'widget'], plan],
    ['all', ['--keep', 'all'], dirty.replace(/ > /g, '>')],
  ])('%s', (_, options, text) => {
    expect(clean(...options)).toBe(text);
  });

  it.each(['clean', 'extract', 'outline'])('an unknown reason is wrong usage: %s', (command) => {
    const { status, stdout, stderr } = gongwen([command, 'a.txt', '--keep', 'spam,advert'], { cwd });
    expect(stderr).toBe(
      'error: no reason "advert" to keep text for; choose from spam, navigation, metadata, widget, footer, duplicate, all\n',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it.each([[[]], [['--keep', 'spam,metadata']], [['--keep', 'all']]])(
    'evidence of extract counts in the text of clean with the same options: %j',
    (options) => {
      const document = JSON.parse(gongwen(['extract', 'a.txt', '--quiet', ...options], { cwd }).stdout);
      const text = clean(...options);
      const records = [...document.targets, ...document.deadlines, ...document.responsibilities];
      expect(records.length).toBeGreaterThan(3);
      for (const { evidence } of records) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      expect(document.meta.indexNumber).toBe('000014349/2022-00012');
    },
  );

  it('moves the lines of outline', () => {
    const outline = (...more: string[]) => gongwen(['outline', 'a.txt', ...more], { cwd }).stdout;
    expect(outline()).toContain('一 总体要求  [3-4]');
    expect(outline('--keep', 'spam')).toContain('一 总体要求  [4-5]');
  });
});

describe('clean --explain', () => {
  const cwd = folderWith({ 'a.txt': dirty, 'r.txt': repaired, 'plain.txt': plan, 'empty.txt': '' });
  const explain = (file: string, ...more: string[]) => gongwen(['clean', file, '--explain', ...more], { cwd });

  it('says on stdout what was removed, where and why, and nothing on stderr', () => {
    const { status, stdout, stderr } = explain('a.txt');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^a\.txt\nencoding {2}utf-8, .*\nscript {4}simplified, .*\nlayout {4}/);
    expect(stdout).toMatch(/^line 1: removed as spam \(.+\)\n {4}麻豆/m);
    expect(stdout).toMatch(/^removed 4 lines \(footer 1, metadata 1, navigation 1, spam 1\)$/m);
    expect(stdout).toMatch(/^To leave .*--keep spam, --keep navigation, --keep metadata, --keep footer$/m);
  });

  it('tells every record of the cleaning that extract gives', () => {
    for (const file of ['a.txt', 'r.txt']) {
      const { cleaning } = JSON.parse(gongwen(['extract', file, '--quiet'], { cwd }).stdout);
      const { stdout } = explain(file);
      expect(cleaning.removed.length + cleaning.repaired.length).toBeGreaterThan(1);
      for (const { reason, text } of cleaning.removed) {
        expect(stdout).toContain(`removed as ${reason}`);
        expect(stdout).toContain(text);
      }
      for (const { kind, line, before } of cleaning.repaired) {
        expect(stdout).toContain(`line ${line}: repaired ${kind}`);
        expect(stdout).toContain(before);
      }
    }
  });

  it('does not tell of what is kept', () => {
    expect(explain('a.txt', '--keep', 'spam').stdout).not.toContain('spam');
    expect(explain('a.txt', '--keep', 'all').stdout).toContain('nothing removed or repaired');
  });

  it('says so where nothing was done', () => {
    expect(explain('plain.txt').stdout).toMatch(/\n\nnothing removed or repaired\n$/);
  });

  it('fails as clean does', () => {
    const { status, stdout, stderr } = explain('empty.txt');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^empty\.txt: error .*\[input\/empty\]\n$/);
  });

  it('gives the same bytes again', () => {
    expect(explain('r.txt').bytes.equals(explain('r.txt').bytes)).toBe(true);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['into a pipe', {}, false],
    ['with NO_COLOR', { NO_COLOR: '1' }, false],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['into a pipe on a coloured terminal', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, false],
    ['with FORCE_COLOR', { FORCE_COLOR: '1', TERM: 'xterm-256color' }, true],
  ])('%s: colours are %s', (_, env, coloured) => {
    const { stdout } = gongwen(['clean', 'a.txt', '--explain'], { cwd, env });
    expect(stdout.includes(ESCAPE)).toBe(coloured);
  });

  it('shows harmlessly what a hostile file would send to the terminal', () => {
    const hostile = folderWith({ 'a.txt': `麻豆${ESCAPE}[2J久久精品\u009b31m,亚洲欧美,毛片\u202e\n${plan}` });
    const { status, stdout } = gongwen(['clean', 'a.txt', '--explain'], { cwd: hostile });
    expect(status).toBe(0);
    expect(stdout).toMatch(/removed as spam/);
    expect(stdout).toContain('麻豆');
    expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  });

  it.skipIf(process.platform === 'win32')('shows harmlessly what a file is called', () => {
    const named = folderWith({ [`a${ESCAPE}[31m.txt`]: plan });
    const { stdout } = gongwen(['clean', `a${ESCAPE}[31m.txt`, '--explain'], { cwd: named });
    expect(stdout.split('\n')[0]).toBe('a<U+001B>[31m.txt');
  });
});

describe('clean -o', () => {
  const files = {
    'plans/a.txt': dirty,
    'plans/b.html': `<html><body><p>${plan.trimEnd().split('\n').join('</p><p>')}</p></body></html>`,
    'plans/2022/a.txt': repaired,
    'plans/empty.txt': '',
    'plans/other.css': 'x',
  };
  const cwd = folderWith(files);
  const run = (out: string, ...more: string[]) => gongwen(['clean', 'plans', '-o', out, ...more], { cwd });

  it('writes one text a plan and a manifest; a bad file stops nothing', () => {
    const { status, stdout, stderr } = run('out');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const { 'manifest.json': manifest = '', ...texts } = contents(join(cwd, 'out'));
    expect(texts).toEqual({ '2022__a.txt.txt': plan, 'a.txt.txt': plan, 'b.html.txt': plan });
    expect(stderr.split('\n')).toEqual([
      'plans/2022/a.txt: repaired 2 places (pinyin-residue 2)',
      'plans/a.txt: removed 4 lines (footer 1, metadata 1, navigation 1, spam 1)',
      'plans/b.html: nothing removed or repaired',
      expect.stringMatching(/^plans\/empty\.txt: error .*\[input\/empty\]$/),
      'total: 3 plans, 1 failed; removed 4 lines (footer 1, metadata 1, navigation 1, spam 1), repaired 2 places (pinyin-residue 2)',
      'failed: input/empty 1',
      'passed over: 1 file without a plan, with reasons in manifest.json',
      expect.stringMatching(/^written into out: 3 files, listed in manifest\.json; 0:\d\d$/),
      '',
    ]);
    const { schema, complete, formats, inputs, files: written } = JSON.parse(manifest);
    expect({ schema, complete, formats }).toEqual({ schema: 'gongwen/manifest@1', complete: true, formats: ['text'] });
    expect(inputs.map((input: { path: string; name?: string }) => [input.path, input.name])).toEqual([
      ['plans/2022/a.txt', '2022__a.txt'],
      ['plans/a.txt', 'a.txt'],
      ['plans/b.html', 'b.html'],
      ['plans/empty.txt', undefined],
      ['plans/other.css', undefined],
    ]);
    expect(inputs[4].skipped).toBe('a style sheet');
    const hash = createHash('sha256').update(plan).digest('hex');
    expect(written).toHaveLength(3);
    for (const file of written) expect(file).toMatchObject({ bytes: Buffer.byteLength(plan), sha256: hash });
  });

  it('writes what clean prints, with the same options', () => {
    run('kept', '--keep', 'spam,footer');
    expect(readFileSync(join(cwd, 'kept/a.txt.txt'), 'utf8')).toBe(
      gongwen(['clean', 'plans/a.txt', '--keep', 'spam,footer'], { cwd }).stdout,
    );
  });

  it('names files as extract does', () => {
    gongwen(['extract', 'plans', '-o', 'json', '--quiet'], { cwd });
    run('names', '--quiet');
    const stems = (folder: string, ending: string) =>
      readdirSync(join(cwd, folder))
        .filter((name) => name !== 'manifest.json' && !name.startsWith('.'))
        .map((name) => name.slice(0, -ending.length));
    expect(stems('names', '.txt')).toEqual(stems('json', '.json'));
  });

  it('explains in a file beside the text, which is no plan', () => {
    expect(run('why', '--explain').status).toBe(1);
    const { 'manifest.json': manifest = '', ...written } = contents(join(cwd, 'why'));
    expect(Object.keys(written)).toEqual(
      ['2022__a.txt', 'a.txt', 'b.html'].flatMap((name) => [`${name}.log`, `${name}.txt`]),
    );
    expect(JSON.parse(manifest).formats).toEqual(['text', 'log']);
    expect(written['a.txt.log']).toBe(gongwen(['clean', 'plans/a.txt', '--explain'], { cwd }).stdout);
    const again = gongwen(['extract', 'why', '--format', 'jsonl', '--quiet'], { cwd });
    expect(again.stdout.trimEnd().split('\n')).toHaveLength(3);
  });

  it('writes no colours into files', () => {
    gongwen(['clean', 'plans', '-o', 'plain', '--explain'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(readFileSync(join(cwd, 'plain/a.txt.log'), 'utf8')).not.toContain(ESCAPE);
  });

  it('writes the same bytes again', () => {
    run('first', '--explain');
    const once = contents(join(cwd, 'first'));
    run('first', '--explain');
    run('second', '--explain');
    expect(contents(join(cwd, 'first'))).toEqual(once);
    expect(contents(join(cwd, 'second'))).toEqual(once);
  });

  it('takes files, patterns and standard input together; quiet tells failures alone', () => {
    const mixed = folderWith({
      'a.txt': plan,
      'more/b.txt': dirty,
      'more/c.txt': 'plain English text only. '.repeat(40),
    });
    const args = ['clean', 'a.txt', 'more/*.txt', '-', '-o', 'out', '--quiet'];
    const { status, stdout, stderr } = gongwen(args, { cwd: mixed, input: dirty });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^more\/c\.txt: error .*\[input\/not-chinese\]\n$/);
    const { 'manifest.json': _, ...texts } = contents(join(mixed, 'out'));
    expect(texts).toEqual({ 'a.txt.txt': plan, 'more__b.txt.txt': plan, 'stdin.txt': plan });
  });

  it('an empty folder fails, with a manifest that says so', () => {
    mkdirSync(join(cwd, 'bare'));
    const { status, stdout, stderr } = gongwen(['clean', 'bare', '-o', 'none'], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^bare: error "bare" holds no files to read/);
    const { inputs } = JSON.parse(readFileSync(join(cwd, 'none/manifest.json'), 'utf8'));
    expect(inputs).toMatchObject([{ path: 'bare', error: { code: 'input/no-plans' } }]);
  });

  it('does not clean again what it has written into the folder that it reads', () => {
    const inside = folderWith({ 'a.txt': dirty, 'sub/b.txt': plan });
    const once = gongwen(['clean', '.', '-o', 'out'], { cwd: inside });
    const written = contents(join(inside, 'out'));
    const twice = gongwen(['clean', '.', '-o', 'out'], { cwd: inside });
    expect([once.status, twice.status]).toEqual([0, 0]);
    expect(contents(join(inside, 'out'))).toEqual(written);
    expect(twice.stderr).toMatch(/^left out 3 files that an earlier run wrote, such as out\/a\.txt\.txt$/m);
    const named = gongwen(['clean', 'out/a.txt.txt', '-o', 'out'], { cwd: inside });
    expect(named.status).toBe(0);
    expect(existsSync(join(inside, 'out/a.txt.txt.txt'))).toBe(true);
  });

  it('refuses to read nothing but its own output', () => {
    const own = folderWith({ 'a.txt': plan });
    gongwen(['clean', 'a.txt', '-o', 'out'], { cwd: own });
    const before = contents(join(own, 'out'));
    const { status, stderr } = gongwen(['clean', 'out', '-o', 'out'], { cwd: own });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: nothing to read: all that is there was written by an earlier run, such as "out\/a\.txt\.txt"; name/,
    );
    expect(contents(join(own, 'out'))).toEqual(before);
  });

  it('an encoding that there is not writes no manifest', () => {
    const { status, stderr } = run('klingon', '--encoding', 'klingon');
    expect(status).toBe(2);
    expect(stderr).toMatch(/"klingon" is not a known encoding/);
    expect(existsSync(join(cwd, 'klingon/manifest.json'))).toBe(false);
  });
});
