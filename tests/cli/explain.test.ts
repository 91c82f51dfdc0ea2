import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';

const plan = `云岭县学前教育发展提升行动计划(2021—2025年)
云政发〔2021〕6号
一、发展基础
2020年,全县有幼儿园42所,新建了第3幼儿园。
二、发展目标
到2025年,毛入园率由2020年的93.2%提高到95%以上,新建幼儿园6所。
三、主要任务
(一)扩大普惠资源。推进5G校园建设,在3万人以上的乡镇办好2所公办园。(牵头单位:县教育局;责任单位:县财政局)
`;

const page = `<html><head><meta charset="utf-8"><title>桐川县水利发展规划</title></head><body>
<h1>桐川县水利发展规划(2021—2025年)</h1>
<p>为加快全县水利发展,结合实际,制定本规划。</p>
<p>一、发展目标</p>
<p>表1 主要指标</p>
<table>
<tr><td>指标</td><td>单位</td><td>2020年</td><td>2025年</td></tr>
<tr><td>自来水普及率</td><td>%</td><td>88</td><td>95</td></tr>
<tr><td>水库总库容</td><td>万立方米</td><td>1200</td><td>1500</td></tr>
</table>
<p>二、保障措施</p>
<p>广大干部要加强学习,落实工作责任,确保各项任务按期完成。</p>
</body></html>
`;

const cwd = folderWith({ 'a.txt': plan, 'b.html': page, 'sub/c.txt': plan, 'sub/d.txt': plan });
const explain = (...args: string[]) => gongwen(['explain', ...args], { cwd });
const told = (...args: string[]): string[] => {
  const { status, stdout, stderr } = explain(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
};

describe('explain --record', () => {
  it('tells how a target came about', () => {
    expect(told('a.txt', '--record', 't1')).toEqual([
      't1 毛入园率 ≥ 95% (outcome, 2025)',
      '',
      'line      6: 到2025年,毛入园率由2020年的93.2%提高到95%以上,新建幼儿园6所。',
      'original  line 6, column 1 to 31',
      'section   二 发展目标 (s2), read as goals',
      'clause    毛入园率由2020年的93.2%提高到95%以上',
      'rule      level: a state or rate that is to be reached',
      'taken     year 2025: “到2025年” at character 1 of the line',
      '          baseline 93.2 (2020): the value that the clause sets out from',
      'deadline  d1',
      '',
      '  到2025年  until 2025-12-31          d1; gives 2025 to t1, t2',
      expect.stringMatching(/^ {2}2020年 {4}2020-01-01 to 2020-12-31 {2}no deadline: /),
      '  93.2%     93.2% (rate)              where t1 毛入园率 starts from',
      '  95%以上   at least 95% (rate)       t1 毛入园率 (rule level)',
      '  1 more: --line 6',
    ]);
  });

  it('tells row, column and rule of a record of a table', () => {
    expect(told('b.html', '--record', 't2')).toEqual([
      't2 水库总库容 = 1500万立方米 (outcome, 2025)',
      '',
      expect.stringMatching(/^line {6}\d+: 1500$/),
      expect.stringMatching(/^original {2}line 9, column \d+ to \d+$/),
      'section   一 发展目标 (s1), read as goals',
      'rule      indicators: a value where the row of an indicator meets a column of the time to come',
      'taken     year 2025: the head of its column “2025年”',
      '          unit 万立方米: the column of units',
      '          baseline 1200 (2020): the column “2020年”',
      'table     tb1 表1 主要指标, row 2',
      '  指标 (label)          水库总库容',
      '  单位 (unit)           万立方米',
      '  2020年 (value, 2020)  1200',
      '  2025年 (value, 2025)  1500',
      '',
      '  1500  1500  t2 水库总库容 (rule indicators)',
    ]);
  });

  it('tells of deadlines and responsibilities what there is', () => {
    expect(told('a.txt', '--record', 'd1')).toEqual(
      expect.arrayContaining(['rule      time: an expression of time in a clause that says what is due']),
    );
    expect(told('a.txt', '--record', 'R1')).toEqual(
      expect.arrayContaining([
        'r1 县教育局; with 县财政局 (labelled)',
        'rule      bracket: who is responsible, told in brackets or on a line of its own',
        'taken     scope 扩大普惠资源。推进5G校园建设,在3万人以上的乡镇办好2所公办园。: the text before it',
        'governs   t3 办好公办园',
      ]),
    );
  });

  it('says which records there are when there is none of that name', () => {
    for (const id of ['t99', 's1', ''])
      expect(explain('a.txt', '--record', id)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: `error: no record "${id}" in a.txt; there are t1 to t3, d1, r1\n`,
      });
    expect(explain('b.html', '--record', 'd1').stderr).toBe(
      'error: no record "d1" in b.html; there are t1 to t2, no deadlines, no responsibilities\n',
    );
  });
});

describe('explain --line', () => {
  it('tells what became of every number of a line', () => {
    expect(told('a.txt', '--line', '8')).toEqual([
      'line 8, a heading; line 8 of the original',
      'section: 三/(一) 扩大普惠资源 (s4), read as tasks',
      '',
      '  (一)扩大普惠资源。推进5G校园建设,在3万人以上的乡镇办好2所公办园。(牵头单位:县教育局;责任单位:县财政局)',
      '',
      `  5G${' '.repeat(34)}no quantity: part of a name or sign with letters or marks`,
      '  3万人以上  at least 3万人 (people)  no target: says who or what is meant, not how much is to be',
      '  2所        2所 (things)             t3 办好公办园 (rule made)',
    ]);
  });

  it('tells why numbers of the past, of documents and of names are none', () => {
    expect(told('a.txt', '--line', '2').at(-1)).toMatch(/^ {2}〔2021〕6号 +no quantity: the number of a document$/);
    expect(told('a.txt', '--line', '4').slice(1)).toEqual([
      'section: 一 发展基础 (s1), read as review',
      '',
      '  2020年,全县有幼儿园42所,新建了第3幼儿园。',
      '',
      expect.stringMatching(/^ {2}2020年 .* no deadline: its section looks back$/),
      expect.stringMatching(/^ {2}42所 .* no target: its section looks back or states principles$/),
      expect.stringMatching(/^ {2}第3 .* no quantity: an ordinal$/),
    ]);
    expect(told('a.txt', '--line', '7').at(-1)).toBe('  no numbers and no expressions of time');
  });

  it('tells of the cell of a table its row, and what starts from it', () => {
    const lines = gongwen(['clean', 'b.html'], { cwd }).stdout.split('\n');
    const number = String(lines.indexOf('88') + 1);
    expect(told('b.html', '--line', number)).toEqual([
      expect.stringMatching(/^line \d+, in a table that is read by its columns; line 8 of the original$/),
      'section: 一 发展目标 (s1), read as goals',
      '',
      '  88',
      '',
      'tb1 表1 主要指标, row 1',
      '  指标 (label)          自来水普及率',
      '  单位 (unit)           %',
      '  2020年 (value, 2020)  88',
      '  2025年 (value, 2025)  95',
      '',
      '  88  88  where t1 自来水普及率 starts from',
    ]);
  });

  it('--source-line takes a line of the file', () => {
    expect(told('b.html', '--source-line', '8').filter((line) => line.startsWith('line'))).toHaveLength(4);
    expect(told('b.html', '--source-line', '10')).toEqual(['nothing of the text came from this line']);
    expect(told('a.txt', '--source-line', '6')).toEqual(told('a.txt', '--line', '6'));
  });

  it('says how many lines there are', () => {
    expect(explain('a.txt', '--line', '9')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'error: no line 9; the cleaned text has 8 lines\n',
    });
    expect(explain('b.html', '--source-line', '999').stderr).toBe('error: no line 999; the original has 13 lines\n');
  });
});

describe('explain', () => {
  it('--json prints the same as data, and --help names every field of it', () => {
    const { stdout: help } = explain('--help');
    const names = new Set<string>();
    // The fields of records are those of the document's schema.
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        if (name !== 'record') collect(inner);
      }
    };
    const read = (...args: string[]) => {
      const data = JSON.parse(explain(...args, '--json').stdout);
      collect(data);
      return data;
    };
    const target = read('a.txt', '--record', 't1');
    expect(target).toMatchObject({
      path: 'a.txt',
      id: 't1',
      record: { id: 't1' },
      rule: { id: 'level' },
      section: { id: 's2', role: 'goal', roleFrom: 's2' },
      table: null,
    });
    const { path, lines, removed } = read('a.txt', '--line', '8');
    expect({ path, removed }).toEqual({ path: 'a.txt', removed: [] });
    expect(lines[0].tokens.map(({ text, fate, reason }: Record<string, string>) => [text, fate, reason])).toEqual([
      ['5G', 'none', 'letters'],
      ['3万人以上', 'rejected', 'threshold'],
      ['2所', 'target', null],
    ]);
    const row = read('b.html', '--record', 't2');
    expect(row.table).toMatchObject({ id: 'tb1', row: 2, cells: { length: 4 } });
    expect(names.size).toBeGreaterThan(40);
    expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(help))).toEqual([]);
  });

  it.each<[string, string[], RegExp]>([
    ['no question', ['a.txt'], /^error: explain what\? --record ID .*--line N .*--source-line N\n$/],
    ['two questions', ['a.txt', '--record', 't1', '--line', '3'], /^error: one at a time: --record ID /],
    ['line 0', ['a.txt', '--line', '0'], /^error: a line is a number from 1 on, not "0"\n$/],
    ['a word for a line', ['a.txt', '--source-line', 'last'], /^error: a line is a number from 1 on, not "last"\n$/],
    ['a folder of several', ['sub', '--line', '1'], /^error: "sub" holds 2 plans; name one of them\n$/],
  ])('%s is wrong usage', (_, args, message) => {
    const { status, stdout, stderr } = explain(...args);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('reads standard input, and fails where a file cannot be read', () => {
    expect(gongwen(['explain', '-', '--line', '6'], { cwd, input: plan }).stdout).toBe(
      explain('a.txt', '--line', '6').stdout,
    );
    const { status, stdout, stderr } = explain('none.txt', '--line', '1');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^none\.txt: error /);
  });

  it('colours what became of numbers where colours are wanted', () => {
    const { stdout } = gongwen(['explain', 'a.txt', '--line', '8'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[32m2所\u001b[39m');
    expect(stdout).toContain('\u001b[33m3万人以上\u001b[39m');
  });
});
