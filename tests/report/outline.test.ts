import { describe, expect, it } from 'vitest';
import { outlineText } from '../../src/report/outline.js';
import { type OutlineOptions, type OutlineSection, outlineOf } from '../../src/report/outline-tree.js';
import { columnsOf, type Paper, plainPaper } from '../../src/report/paper.js';
import type { Document, Part, Section, Table } from '../../src/schema/model.js';
import { sampleDocument } from '../setup/sample.js';

/** `id parent marker title firstLine lastLine`, as many as there are; `-` is no parent, `~` nothing. */
function sectionsOf(...rows: string[]): Section[] {
  const levels = new Map<string, number>();
  const chains = new Map<string, string>();
  return rows.map((row) => {
    const [id = '', parent = '-', marker = '', title = '', first = '1', last = first, part = 'p1'] = row.split(' ');
    const level = (levels.get(parent) ?? 0) + 1;
    const chain = [chains.get(parent) ?? '', marker].filter(Boolean).join('/');
    levels.set(id, level);
    chains.set(id, chain);
    return {
      ...{ id, parent: parent === '-' ? null : parent, level, marker, chain, annex: 0, part, start: 0, end: 0 },
      kind: /^(?:[一二三]是)$/.test(marker) ? 'item' : 'heading',
      title: title === '~' ? '' : title,
      lines: [Number(first), Number(last)],
    };
  });
}

interface Records {
  /** `section item` of each target; `-` is none. */
  readonly targets?: readonly string[];
  readonly deadlines?: readonly string[];
  /** `section item lead+lead partner+partner`. */
  readonly responsibilities?: readonly string[];
  readonly tables?: readonly Table[];
  readonly parts?: readonly Part[];
  readonly title?: string | null;
}

const none = (id: string | undefined): string | null => (id === undefined || id === '-' ? null : id);

/** A document of these sections and records; all records stand in line 1 where no other is given. */
function documentOf(sections: readonly Section[], records: Records = {}): Document {
  const sample = sampleDocument();
  const place = (row: string, i: number, prefix: string) => {
    const [section, item, , , line = '1'] = row.split(' ');
    return { id: `${prefix}${i + 1}`, section: none(section), item: none(item), line: Number(line) };
  };
  const made = <R extends { evidence: { line: number } }>(list: readonly string[] = [], like: R, prefix: string): R[] =>
    list.map((row, i) => {
      const { line, ...fields } = place(row, i, prefix);
      return { ...like, ...fields, evidence: { ...like.evidence, line } };
    });
  const [target, deadline, statement] = [sample.targets[0], sample.deadlines[0], sample.responsibilities[0]];
  if (!target || !deadline || !statement) throw new Error('the sample lacks a record');
  return {
    ...sample,
    meta: { ...sample.meta, title: records.title === undefined ? '云岭县供水计划' : records.title },
    parts: [...(records.parts ?? [{ id: 'p1', kind: 'plan', title: null, lines: [1, 99], start: 0, end: 99 }])],
    sections: [...sections],
    tables: [...(records.tables ?? [])],
    targets: made(records.targets, target, 't'),
    deadlines: made(records.deadlines, deadline, 'd'),
    responsibilities: made(records.responsibilities, statement, 'r').map((one, i) => {
      const [, , leads = '-', partners = '-'] = (records.responsibilities?.[i] ?? '').split(' ');
      const names = (list: string): string[] => (list === '-' ? [] : list.split('+'));
      return { ...one, leads: names(leads), partners: names(partners) };
    }),
    diagnostics: [],
  };
}

function tableIn(section: string | null, title: string, lines: [number, number], rows = 2): Table {
  const header = ['指标', '单位', '2025年'];
  return {
    ...{ id: `tb${lines[0]}`, section, title, header, lines },
    columns: header.map(() => ({ kind: 'other', year: null, state: null, unit: null })),
    rows: Array.from({ length: rows }, () => ['甲', '个', '1']),
  };
}

const text = (document: Document, options: OutlineOptions = {}, paper: Paper = plainPaper): string =>
  outlineText(outlineOf(document, options), paper, options.items);

/** The text without its title and footer. */
const tree = (document: Document, options: OutlineOptions = {}): string[] => {
  const lines = text(document, options).split('\n');
  return lines.slice(1, lines.indexOf(''));
};

const PLAN = sectionsOf(
  's1 - 一 总体要求 3 6',
  's2 s1 (一) 目标 4 6',
  's3 s2 一是 普及 5 5',
  's4 s2 二是 提质 6 6',
  's5 - 二 任务 7 9',
  's6 s5 (一) ~ 8 9',
);

describe('the outline as text', () => {
  it('is a line a heading, indented by generation, with its lines, between title and totals', () => {
    expect(text(documentOf(PLAN))).toBe(
      [
        '云岭县供水计划',
        '一 总体要求  [3-6]',
        '  (一) 目标  [4-6]',
        '二 任务  [7-9]',
        '  (一)  [8-9]',
        '',
        '4 sections, 2 items (--items shows them), 0 tables, 0 targets, 0 deadlines, 0 units',
        '',
      ].join('\n'),
    );
  });

  it('counts what stands inside, and each unit once', () => {
    const document = documentOf(PLAN, {
      targets: ['s2 s3', 's2 s4', 's6 -'],
      deadlines: ['s1 -'],
      responsibilities: ['s2 - 县水务局 县财政局', 's2 - 县水务局 -', 's1 - 县财政局 -', 's6 - 县水务局 县教育局'],
    });
    expect(tree(document)).toEqual([
      '一 总体要求  [3-6]  2 targets, 1 deadline, 2 units',
      '  (一) 目标  [4-6]  2 targets, 2 units',
      '二 任务  [7-9]  1 target, 2 units',
      '  (一)  [8-9]  1 target, 2 units',
    ]);
    expect(text(document)).toContain('0 tables, 3 targets, 1 deadline, 3 units\n');
  });

  it('shows items only when asked, each with what stands in it', () => {
    const document = documentOf(PLAN, { targets: ['s2 s3', 's2 s4', 's2 s4', 's2 -'] });
    expect(tree(document, { items: true }).slice(0, 4)).toEqual([
      '一 总体要求  [3-6]  4 targets',
      '  (一) 目标  [4-6]  4 targets',
      '    一是 普及  [5]  1 target',
      '    二是 提质  [6]  2 targets',
    ]);
    expect(text(document, { items: true })).toContain('4 sections, 2 items, 0 tables');
  });

  it('counts the items inside an item with it, and nothing twice', () => {
    const nested = sectionsOf('s1 - 一 目标 3 5', 's2 s1 一是 普及 4 5', 's3 s2 二是 提质 5 5');
    const document = documentOf(nested, { targets: ['s1 s2', 's1 s3'] });
    expect(tree(document, { items: true })).toEqual([
      '一 目标  [3-5]  2 targets',
      '  一是 普及  [4-5]  2 targets',
      '    二是 提质  [5]  1 target',
    ]);
  });

  it('tells tables where they stand among the sections', () => {
    const document = documentOf(PLAN, {
      tables: [tableIn('s2', '表1 主要指标', [5, 6]), tableIn('s5', '', [7, 7], 1), tableIn(null, '封面', [2, 2])],
    });
    expect(tree(document)).toEqual([
      'table 封面  [2]  2 rows, 3 columns',
      '一 总体要求  [3-6]',
      '  (一) 目标  [4-6]',
      '    table 表1 主要指标  [5-6]  2 rows, 3 columns',
      '二 任务  [7-9]',
      '  table (指标, 单位, 2025年)  [7]  1 row, 3 columns',
      '  (一)  [8-9]',
    ]);
  });

  it('goes no deeper than it is told, and counts all the same', () => {
    const document = documentOf(PLAN, { targets: ['s2 s3', 's6 -'], tables: [tableIn('s2', '表1', [5, 6])] });
    expect(tree(document, { depth: 1 })).toEqual(['一 总体要求  [3-6]  1 target', '二 任务  [7-9]  1 target']);
    expect(tree(document, { depth: 2, items: true })).toHaveLength(5);
    expect(text(document, { depth: 1 })).toContain('4 sections, 2 items (--items shows them), 1 table, 2 targets');
  });

  it('tells the parts of a file that holds several, with what stands before their first headings', () => {
    const parts: Part[] = [
      { id: 'p1', kind: 'notice', title: '印发通知', lines: [1, 9], start: 0, end: 40 },
      { id: 'p2', kind: 'plan', title: null, lines: [10, 30], start: 40, end: 90 },
    ];
    const sections = sectionsOf('s1 - 一 总则 12 20 p2', 's2 - 二 附则 21 30 p2');
    const document = documentOf(sections, { parts, targets: ['- - ~ ~ 9', '- - ~ ~ 10', 's1 - ~ ~ 13'] });
    expect(text(document)).toBe(
      [
        '云岭县供水计划',
        'part 1, notice: 印发通知  [1-9]  1 target',
        '  (no headings)  1 target',
        'part 2, plan  [10-30]  2 targets',
        '  (before the first heading)  1 target',
        '  一 总则  [12-20]  1 target',
        '  二 附则  [21-30]',
        '',
        '2 parts, 2 sections, 0 tables, 3 targets, 0 deadlines, 0 units',
        '',
      ].join('\n'),
    );
  });

  it('has something to say of a document without headings and title', () => {
    expect(text(documentOf([], { title: null }))).toBe('0 sections, 0 tables, 0 targets, 0 deadlines, 0 units\n');
    expect(text(documentOf([], { title: null, targets: ['- -'] }))).toContain('(no headings)  1 target\n');
  });

  it.each([40, 57, 80, 120])('cuts titles, and nothing else, to %i columns', (columns) => {
    const long = '全面推进农村供水保障工程建设和运行管理'.repeat(10);
    const sections = sectionsOf(`s1 - 一 ${long} 3 9`, `s2 s1 (一) ${long} 4 9`, 's3 s2 1 短 5 9');
    const document = documentOf(sections, { targets: ['s2 -'], title: long });
    const lines = text(document, {}, { columns, paint: (_, shown) => shown })
      .split('\n')
      .slice(0, 4);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    expect(lines[0]).toMatch(/^全面.*…$/);
    expect(lines[2]).toMatch(/^ {2}\(一\) 全面.*… {2}\[4-9] {2}1 target$/);
    expect(lines[3]).toBe('    1 短  [5-9]');
    // Two columns a character: the line is filled but for one.
    expect(columnsOf(lines[2] ?? '')).toBeGreaterThanOrEqual(columns - 1);
    expect(text(document)).toContain(`\n一 ${long}  [3-9]`);
  });

  it('obeys nothing that a title says to the terminal', () => {
    const sections = sectionsOf('s1 - 一 红\u001b[31m色\u202e 3 3');
    expect(tree(documentOf(sections))).toEqual(['一 红<U+001B>[31m色<U+202E>  [3]']);
  });
});

describe('the outline as data', () => {
  const document = documentOf(PLAN, {
    targets: ['s2 s3', 's1 -', '- -'],
    responsibilities: ['s2 - 县水务局 县财政局', 's1 - 县水务局 -'],
    tables: [tableIn('s2', '表1', [5, 6], 4)],
  });

  it('nests sections with both counts and tables', () => {
    const outline = outlineOf({ ...document, sections: document.sections.slice(0, 2) });
    expect(outline).toEqual({
      path: 'plans/a.html',
      title: '云岭县供水计划',
      counts: { sections: 2, items: 0, tables: 1, targets: 3, deadlines: 0, units: 2 },
      parts: [
        {
          ...{ id: 'p1', kind: 'plan', title: null, lines: [1, 99] },
          ...{
            counts: { targets: 3, deadlines: 0, units: 2 },
            own: { targets: 1, deadlines: 0, units: 0 },
            tables: [],
          },
          children: [
            {
              ...{ id: 's1', kind: 'heading', marker: '一', title: '总体要求', chain: '一', level: 1, lines: [3, 6] },
              ...{ counts: { targets: 2, deadlines: 0, units: 2 }, own: { targets: 1, deadlines: 0, units: 1 } },
              tables: [],
              children: [
                {
                  ...{ id: 's2', kind: 'heading', marker: '(一)', title: '目标', chain: '一/(一)', level: 2 },
                  lines: [4, 6],
                  ...{ counts: { targets: 1, deadlines: 0, units: 2 }, own: { targets: 1, deadlines: 0, units: 2 } },
                  tables: [
                    { id: 'tb5', title: '表1', header: ['指标', '单位', '2025年'], rows: 4, columns: 3, lines: [5, 6] },
                  ],
                  children: [],
                },
              ],
            },
          ],
        },
      ],
      diagnostics: [],
    });
  });

  it('tells findings about headings and tables, and no others', () => {
    const diagnostics = ['structure/numbering-gap', 'table/uncertain', 'target/conflict', 'clean/unbalanced'].map(
      (code) => ({ code, severity: 'warning' as const, message: code, line: 3 }),
    );
    const told = outlineOf({ ...document, diagnostics }).diagnostics.map(({ code }) => code);
    expect(told).toEqual(['structure/numbering-gap', 'table/uncertain']);
  });

  it('has the items of any depth when asked, and only then', () => {
    const ids = (options: OutlineOptions): string[] => {
      const found: string[] = [];
      const waiting: OutlineSection[] = outlineOf(document, options).parts.flatMap(({ children }) => children);
      for (const section of waiting) {
        found.push(section.id);
        waiting.push(...section.children);
      }
      return found.sort();
    };
    expect(ids({})).toEqual(['s1', 's2', 's5', 's6']);
    expect(ids({ items: true })).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    expect(ids({ items: true, depth: 1 })).toEqual(['s1', 's5']);
  });

  it('holds ten thousand sections, side by side or inside each other', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `s${i + 1} - ${i + 1} 任务 ${i + 1}`);
    const targets = rows.map((_, i) => `s${i + 1} -`);
    const flat = text(documentOf(sectionsOf(...rows), { targets }));
    expect(flat.split('\n')).toHaveLength(10_004);
    expect(flat).toContain('\n10000 任务  [10000]  1 target\n');
    const inside = Array.from({ length: 10_000 }, (_, i) => `s${i + 1} ${i === 0 ? '-' : `s${i}`} 甲 ~ ${i + 1} 10000`);
    const sections = sectionsOf(...inside).map((section) => ({ ...section, chain: '' }));
    const outline = outlineOf(documentOf(sections, { targets }));
    expect(outline.parts[0]?.children[0]?.counts.targets).toBe(10_000);
    expect(outlineText(outlineOf(documentOf(sections, { targets })), { ...plainPaper, columns: 80 })).toContain(
      `\n${' '.repeat(26)}甲  [10000]  1 target\n`,
    );
  });
});
