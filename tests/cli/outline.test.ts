import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const gaps = `云岭县农村供水三年行动方案
一、总体要求
到2025年,自来水普及率达到95%。
二、主要任务
五、保障措施
各乡镇要落实责任,按期完成任务。
`;

describe('outline', () => {
  const cwd = folderWith({ 'a.txt': plan, 'gaps.txt': gaps, 'prose.txt': '各乡镇要落实责任,按期完成任务。\n' });
  const outline = (...args: string[]) => gongwen(['outline', ...args], { cwd });

  it('prints title, tree and totals, and nothing on stderr where all is well', () => {
    expect(outline('a.txt')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: [
        '云岭县学前教育发展提升行动计划(2021—2025年)',
        '一 总体要求  [3-4]',
        '二 主要任务  [5-7]  2 targets, 2 deadlines, 4 units',
        '  (一) 扩大普惠资源  [6]  2 targets, 1 deadline, 3 units',
        '  (二) 加强队伍建设  [7]  1 deadline, 2 units',
        '三 保障措施  [8-9]  1 unit',
        '',
        '5 sections, 0 tables, 2 targets, 2 deadlines, 5 units',
        '',
      ].join('\n'),
    });
  });

  it('counts what extract finds', () => {
    const document = JSON.parse(gongwen(['extract', 'a.txt', '--quiet'], { cwd }).stdout);
    const { counts, parts } = JSON.parse(outline('a.txt', '--json').stdout);
    expect(counts).toMatchObject({
      sections: document.sections.length,
      targets: document.targets.length,
      deadlines: document.deadlines.length,
    });
    const top = parts[0].children.map(({ id }: { id: string }) => id);
    expect(top).toEqual(document.sections.flatMap((s: { id: string; level: number }) => (s.level === 1 ? [s.id] : [])));
  });

  it('--json prints the tree as data, the same every time', () => {
    const { status, stdout, stderr } = outline('a.txt', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(outline('a.txt', '--json').stdout).toBe(stdout);
    const { path, title, counts, parts, diagnostics } = JSON.parse(stdout);
    expect({ path, title, diagnostics }).toEqual({
      path: 'a.txt',
      title: '云岭县学前教育发展提升行动计划(2021—2025年)',
      diagnostics: [],
    });
    expect(counts).toEqual({ sections: 5, items: 0, tables: 0, targets: 2, deadlines: 2, units: 5 });
    expect(parts[0].children[1]).toMatchObject({
      ...{ id: 's2', kind: 'heading', marker: '二', title: '主要任务', chain: '二', level: 1, lines: [5, 7] },
      ...{ counts: { targets: 2, deadlines: 2, units: 4 }, own: { targets: 0, deadlines: 0, units: 0 }, tables: [] },
      children: [
        { chain: '二/(一)', own: { targets: 2, deadlines: 1, units: 3 } },
        { chain: '二/(二)', own: { targets: 0, deadlines: 1, units: 2 } },
      ],
    });
  });

  it('--help says every field of the data', () => {
    const { stdout } = outline('--help');
    const names = new Set<string>();
    JSON.parse(outline('a.txt', '--json').stdout, (key, value) => {
      if (!/^\d*$/.test(key)) names.add(key);
      return value;
    });
    expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(stdout))).toEqual([]);
  });

  it('--depth shows so many levels, in both forms', () => {
    expect(outline('a.txt', '--depth', '1').stdout.split('\n').slice(1, 4)).toEqual([
      '一 总体要求  [3-4]',
      '二 主要任务  [5-7]  2 targets, 2 deadlines, 4 units',
      '三 保障措施  [8-9]  1 unit',
    ]);
    const { parts } = JSON.parse(outline('a.txt', '--json', '--depth=1').stdout);
    expect(parts[0].children.map((section: { children: unknown[] }) => section.children)).toEqual([[], [], []]);
  });

  it.each(['0', '-1', 'all', '1.5', ''])('--depth %j is wrong usage', (depth) => {
    const { status, stdout, stderr } = outline('a.txt', `--depth=${depth}`);
    expect(stderr).toBe(`error: --depth takes a number of levels from 1 on, not "${depth}"\n`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('tells gaps on stderr and as data, and fails not', () => {
    const told =
      /^gaps\.txt:5: warning between "二 主要任务" \(line 4\) and "五 保障措施" \(line 5\) the numbering lacks 三, 四; .* \[structure\/numbering-gap\]\n$/;
    const { status, stdout, stderr } = outline('gaps.txt');
    expect(stderr).toMatch(told);
    expect(status).toBe(0);
    expect(stdout).not.toContain('numbering');
    expect(outline('gaps.txt', '--quiet')).toMatchObject({ status: 0, stderr: '', stdout });
    const json = outline('gaps.txt', '--json');
    expect(json.stderr).toMatch(told);
    expect(JSON.parse(json.stdout).diagnostics).toMatchObject([{ code: 'structure/numbering-gap', line: 5 }]);
  });

  it('says so where there are no headings', () => {
    const { status, stdout, stderr } = outline('prose.txt');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^0 sections, /m);
    expect(stderr).toMatch(/^prose\.txt: .*headings/);
  });

  it('reads standard input', () => {
    expect(gongwen(['outline', '-'], { cwd, input: plan }).stdout).toBe(outline('a.txt').stdout);
  });
});
