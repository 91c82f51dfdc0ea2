import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';

const planText = (county: string, sentences: readonly string[]): string =>
  [
    `${county}国民经济和社会发展第十四个五年规划(2021—2025年)`,
    '为推进各项事业高质量发展,根据国家和省有关规定,结合实际,制定本规划。',
    '一、主要目标',
    ...sentences,
    '',
  ].join('\n');

const files = {
  'plans/a.txt': planText('云岭县', ['到2025年,森林覆盖率达到60%以上。', '到2025年,城镇新增就业1.2万人。']),
  'plans/b.txt': planText('青岚县', ['到2025年,森林覆盖率达到64%。', '到2025年,建设乡村文化礼堂20个。']),
};

const run = (args: readonly string[], more: { readonly [path: string]: string | Uint8Array } = {}) => {
  const cwd = folderWith({ ...files, ...more });
  return { cwd, ...gongwen(['compare', ...args], { cwd }) };
};

describe('gongwen compare', () => {
  it('prints Markdown, with the sentences, and a summary for people', () => {
    const { status, stdout, stderr } = run(['plans']);
    expect(stdout).toContain('| 1 | 森林覆盖率 |  | % | ≥60 (S1) | 64 (S2) |');
    expect(stdout).toContain('| S1 | 1 | 到2025年,森林覆盖率达到60% |'.replace('60% |', '60%以上 |'));
    expect(stderr).toBe('2 plans: 1 indicator in two or more, 2 in one alone; 0 cells to look into\n');
    expect(status).toBe(0);
  });

  it('prints CSV with a line a sentence', () => {
    const { status, stdout } = run(['plans', '--format', 'csv', '--quiet']);
    expect(status).toBe(0);
    expect(stdout.split('\r\n')[0]).toMatch(/^source,row,indicatorId,indicator,/);
    expect(stdout.trim().split('\r\n')).toHaveLength(5);
  });

  it('prints for "-o -", in the form that is asked for', () => {
    const { cwd, stdout } = run(['plans', '-o', '-', '--format', 'csv']);
    expect(stdout).toMatch(/^source,row,/);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });

  it('tells what is in none of the plans in a line that can be read', () => {
    const { stderr } = run(['plans', '--indicators', 'list.txt'], { 'list.txt': `${'长'.repeat(5000)}\n` });
    expect(stderr).toMatch(/^list\.txt: no plan has "长{80}…"; its row is empty$/m);
  });

  it('writes every form into a folder, replaces them, and reads none of them as plans', () => {
    const { cwd, status, stdout, stderr } = run(['plans', '-o', 'plans/out']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('wrote compare.xlsx, compare.html, compare.md, compare.csv, compare.sources.csv');
    const folder = join(cwd, 'plans/out');
    const read = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    const before = read();
    expect(before).toHaveLength(5);
    expect(gongwen(['compare', 'plans', '-o', 'plans/out', '--jobs', '2'], { cwd }).status).toBe(0);
    expect(read()).toEqual(before);
    const other = gongwen(['compare', 'plans', '--quiet', '--exclude', '*.xlsx'], { cwd });
    expect(other.stdout).toContain('≥60 (S1)');
    expect(other.stdout.match(/^\| S\d+ /gm)).toHaveLength(4);
    expect(other.status).toBe(0);
  });

  it.each(['x.xlsx', 'x.html', 'x.md', 'deep/x.csv'])('writes %s', (name) => {
    const { cwd, status } = run(['plans', '-o', name]);
    expect(status).toBe(0);
    expect(existsSync(join(cwd, name))).toBe(true);
    expect(existsSync(join(cwd, 'deep/x.sources.csv'))).toBe(name === 'deep/x.csv');
  });

  it('compares what extract has written', () => {
    const { cwd, stdout } = run(['plans', '--quiet']);
    expect(gongwen(['extract', 'plans', '-o', 'out', '--format', 'json', '--quiet'], { cwd }).status).toBe(0);
    expect(gongwen(['compare', 'out', '--quiet'], { cwd }).stdout).toBe(stdout);
  });

  it('takes a list of indicators, in the encoding of Excel in China too', () => {
    const list = '指标,名称,单位\r\n城镇新增就业,就业,人\r\nforest-coverage,,\r\n慢行步道长度,,\r\nforest-cover,,\r\n';
    // 指标,名称,单位 … in GB 18030.
    const gbk = Buffer.from(
      'd6b8b1ea2cc3fbb3c62cb5a5cebb0d0ab3c7d5f2d0c2d4f6becdd2b52cbecdd2b52cc8cb0d0a666f726573742d636f7665726167652c2c0d0a',
      'hex',
    );
    const utf8 = run(['plans', '--indicators', 'list.csv'], { 'list.csv': `\ufeff${list}` });
    expect(utf8.status).toBe(0);
    expect(utf8.stdout).toContain('| 1 | 就业 |  | 人 | 12000 (S1) |');
    expect(utf8.stdout).toContain('| 3 | 慢行步道长度 |');
    expect(utf8.stderr).toContain('list.csv: no plan has "慢行步道长度"; its row is empty');
    expect(utf8.stderr).toContain('list.csv: no indicator has the id "forest-cover"');
    const chinese = run(['plans', '--indicators', 'list.csv'], { 'list.csv': gbk });
    expect(chinese.stdout).toContain('| 1 | 就业 |  | 人 | 12000 (S1) |');
    const plain = run(['plans', '--indicators', 'list.txt'], { 'list.txt': '# mine\nforest-coverage\n' });
    expect(plain.stdout).not.toContain('就业');
  });
});

describe('what cannot be done is told in one line', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['no plan', [], 2, /name files or folders/],
    ['a form that there is not', ['plans', '-o', 'x.pdf'], 2, /no form of comparison ends in "\.pdf"/],
    ['a form for a file', ['plans', '-o', 'x.md', '--format', 'csv'], 2, /--format is for stdout/],
    ['no share', ['plans', '--similarity', '90%'], 2, /--similarity takes a share from 0\.5 to 1/],
    ['too little', ['plans', '--similarity', '0.2'], 2, /--similarity takes a share from 0\.5 to 1/],
    ['other columns', ['plans', '--by', 'month'], 2, /'month' is invalid/],
    [
      'no list',
      ['plans', '--indicators', 'no.csv'],
      2,
      /list of indicators "no\.csv" cannot be read \(there is no such/,
    ],
    [
      'a list in no text',
      ['plans', '--indicators', 'binary.dat'],
      2,
      /list of indicators "binary\.dat" cannot be read \(/,
    ],
    [
      'a list of a mark alone',
      ['plans', '--indicators', 'mark.txt'],
      2,
      /"mark\.txt" cannot be read \(the file is empty/,
    ],
    ['an output without a name', ['plans', '-o', ''], 2, /-o names no file/],
    ['an empty list', ['plans', '--indicators', 'empty.csv'], 2, /names none/],
    ['a list that is no CSV', ['plans', '--indicators', 'broken.csv'], 2, /"broken\.csv" is no CSV/],
    ['a plan as output', ['plans/a.md', '-o', 'plans/a.md'], 2, /was not written by gongwen compare/],
    ['a plan as output by force', ['plans/a.md', '-o', 'plans/a.md', '--force'], 2, /one of the plans to compare/],
    ['a file in the way', ['plans', '-o', 'empty.csv/x.md'], 2, /cannot write into/],
    ['nothing to compare', ['nothing.txt'], 1, /no plan to compare/],
  ])('%s', (_, args, expected, message) => {
    const { cwd, status, stdout, stderr } = run(args, {
      'plans/a.md': files['plans/a.txt'],
      'empty.csv': '\n',
      'binary.dat': new Uint8Array(2560).map((_, i) => i % 256),
      'mark.txt': new Uint8Array([0xff, 0xfe]),
      'broken.csv': '"a\nb\n',
      'nothing.txt': 'no plan at all',
    });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
    expect(readFileSync(join(cwd, 'plans/a.md'), 'utf8')).toBe(files['plans/a.txt']);
  });

  it('and the rest is done', () => {
    const { status, stdout, stderr } = run(['plans', 'nothing.txt'], { 'nothing.txt': 'no plan at all' });
    expect(status).toBe(1);
    expect(stdout).toContain('≥60 (S1)');
    expect(stderr).toMatch(/^nothing\.txt: error /m);
  });
});
