import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/draft.js';
import { structureOf } from '../../src/structure/index.js';
import { outline, structure, told } from './outline.js';

describe('the tree follows what the document does', () => {
  it.each<[string, string[], string[]]>([
    [
      '一 → (一) → 1. → (1) → ①',
      ['一、甲', '（一）乙', '1.丙', '(1)丁', '①戊', '②己', '(2)庚', '2.辛', '（二）壬', '二、癸'],
      [
        '一',
        '一/（一）',
        '一/（一）/1',
        '一/（一）/1/(1)',
        '一/（一）/1/(1)/①',
        '一/（一）/1/(1)/②',
        '一/（一）/1/(2)',
        '一/（一）/2',
        '一/（二）',
        '二',
      ],
    ],
    [
      '第一章 → 一 → (一)',
      ['第一章 甲', '一、乙', '（一）丙', '第二章 丁', '一、戊'],
      ['第一章', '第一章/一', '第一章/一/（一）', '第二章', '第二章/一'],
    ],
    [
      '编 → 章 → 节 → 条',
      ['第一编 甲', '第一章 乙', '第一节 丙', '第一条 丁', '第二条 戊', '第二节 己', '第三条 庚', '第二章 辛'],
      [
        '第一编',
        '第一编/第一章',
        '第一编/第一章/第一节',
        '第一编/第一章/第一节/第一条',
        '第一编/第一章/第一节/第二条',
        '第一编/第一章/第二节',
        '第一编/第一章/第二节/第三条',
        '第一编/第二章',
      ],
    ],
    [
      'a level that is left out: 一 → 1.',
      ['一、甲', '1.乙', '2.丙', '二、丁', '1.戊'],
      ['一', '一/1', '一/2', '二', '二/1'],
    ],
    [
      '1. that runs on across headings',
      ['一、甲', '1.乙', '2.丙', '二、丁', '3.戊', '4.己'],
      ['一', '一/1', '一/2', '二', '二/3', '二/4'],
    ],
    [
      '(一) that runs on across headings',
      ['一、甲', '（一）乙', '二、丙', '（二）丁'],
      ['一', '一/（一）', '二', '二/（二）'],
    ],
    ['(一) above 一 is missing', ['（一）甲', '1.乙', '（二）丙'], ['（一）', '（一）/1', '（二）']],
    [
      'both widths of brackets are one style',
      ['一、甲', '（一）乙', '(二)丙', '1.丁'],
      ['一', '一/（一）', '一/(二)', '一/(二)/1'],
    ],
  ])('%s', (_, lines, chains) => {
    expect(structure(lines).sections.map((section) => section.chain)).toEqual(chains);
  });

  it('gives every section its id, parent, level and lines', () => {
    const { sections } = structure([
      '某县规划',
      '一、总体要求',
      '坚持。',
      '（一）目标',
      '到2025年。',
      '二、任务',
      '建设。',
    ]);
    expect(sections.map(({ id, parent, level, lines }) => [id, parent, level, lines])).toEqual([
      ['s1', null, 1, [2, 5]],
      ['s2', 's1', 2, [4, 5]],
      ['s3', null, 1, [6, 7]],
    ]);
  });

  it('knows the section of every line', () => {
    const { sectionAt } = structure([
      '某县规划',
      '一、总体要求',
      '坚持。',
      '（一）目标',
      '到2025年。',
      '二、任务',
      '建设。',
    ]);
    expect([1, 2, 3, 4, 5, 6, 7].map((line) => sectionAt(line)?.marker)).toEqual([
      undefined,
      '一',
      '一',
      '（一）',
      '（一）',
      '二',
      '二',
    ]);
  });

  it('of a text without headings is empty', () => {
    expect([structureOf('', []).sections, structure(['通知', '各乡镇：']).sections]).toEqual([[], []]);
  });
});

describe('annexes', () => {
  it('start the numbering anew, one level below', () => {
    const { sections } = structure([
      '一、甲',
      '（一）乙',
      '附件1',
      '任务表',
      '一、丙',
      '（一）丁',
      '附件2：清单',
      '一、戊',
    ]);
    expect(sections.map(({ chain, level, annex, kind }) => [chain, level, annex, kind])).toEqual([
      ['一', 1, 0, 'heading'],
      ['一/（一）', 2, 0, 'heading'],
      ['附件1', 1, 1, 'annex'],
      ['附件1/一', 2, 1, 'heading'],
      ['附件1/一/（一）', 3, 1, 'heading'],
      ['附件2', 1, 2, 'annex'],
      ['附件2/一', 2, 2, 'heading'],
    ]);
  });

  it('without a number count as the first', () => {
    expect(
      structure(['一、甲', '附件', '任务表', '一、乙']).sections.map(({ chain, annex }) => [chain, annex]),
    ).toEqual([
      ['一', 0],
      ['附件', 1],
      ['附件/一', 1],
    ]);
  });

  it('are no headings where the notice lists them', () => {
    const list = ['附件：1.行动计划', '2.任务分工表', '3.时间安排表', '云岭县人民政府'];
    expect(outline('一、甲', ...list)).toEqual(['一 甲']);
    expect(outline('一、甲', ...list, '附件1', '行动计划', '附件2', '任务分工表')).toEqual([
      '一 甲',
      '附件1 行动计划',
      '附件2 任务分工表',
    ]);
  });

  it('are no headings where the notice announces them', () => {
    expect(
      outline('附件1：行动计划', '附件2：任务表', '2022年10月10日', '附件1', '行动计划', '一、甲', '附件2', '任务表'),
    ).toEqual(['附件1 行动计划', '附件1/一 甲', '附件2 任务表']);
  });

  it('a list of annexes ends with the first line that is none of its entries', () => {
    expect(outline('附件：1.行动计划', '2.任务表', '一、甲', '2.乙')).toEqual(['一 甲', '一/2 乙']);
  });
});

describe('boxes', () => {
  it('stand inside a numbered section and end where the numbering around them goes on', () => {
    const lines = ['一、工程', '（一）水网', '1.管网', '专栏1 重点工程', '1.甲', '2.乙', '2.水厂', '（二）电网'];
    expect(structure(lines).sections.map(({ chain, kind }) => [chain, kind])).toEqual([
      ['一', 'heading'],
      ['一/（一）', 'heading'],
      ['一/（一）/1', 'heading'],
      ['一/（一）/专栏1', 'box'],
      ['一/（一）/专栏1/1', 'heading'],
      ['一/（一）/专栏1/2', 'heading'],
      ['一/（一）/2', 'heading'],
      ['一/（二）', 'heading'],
    ]);
  });

  it('in a frame of brackets lose the frame', () => {
    expect(outline('一、工程', '【专栏1：重点工程】', '二、保障')).toEqual(['一 工程', '一/专栏1 重点工程', '二 保障']);
  });
});

describe('gaps in the numbering', () => {
  it.each<[string, string[], string[]]>([
    ['one number', ['一、甲', '三、乙'], ['structure/numbering-gap 2 二']],
    ['several numbers', ['1.甲', '2.乙', '5.丙'], ['structure/numbering-gap 3 3,4']],
    ['on a lower level', ['一、甲', '（一）乙', '（三）丙', '二、丁'], ['structure/numbering-gap 3 （二）']],
    ['a number that comes twice', ['一、甲', '二、乙', '二、丙'], ['structure/numbering-repeat 3 二']],
    ['numbering that starts anew', ['一、甲', '1.乙', '2.丙', '二、丁', '1.戊', '2.己'], []],
    ['numbering that runs on', ['一、甲', '1.乙', '二、丙', '2.丁'], []],
    ['an annex that starts anew', ['一、甲', '二、乙', '附件1', '表', '一、丙', '二、丁'], []],
    ['articles of a law', ['第一章 甲', '第一条 乙', '第二章 丙', '第二条 丁'], []],
    ['none', ['一、甲', '二、乙', '三、丙'], []],
  ])('%s', (_, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['a box that counts by itself', ['一、甲', '1.乙', '2.丙', '3.丁', '专栏1 工程', '1.戊', '4.己']],
    ['a box that reaches the same number', ['一、甲', '1.乙', '专栏1 工程', '1.戊', '2.己', '2.庚']],
    ['two boxes', ['一、甲', '专栏1 工程', '1.乙', '专栏2 项目', '1.丙', '2.丁']],
  ])('are not seen in %s', (_, lines) => {
    expect(told(...lines)).toEqual([]);
  });
});

it('lines in cells of a table are no headings', () => {
  const text = '一、任务\n1.甲水厂\n县水务局\n二、保障\n';
  const cell = (start: number, end: number, column: number): Mark => ({
    kind: 'cell',
    cell: { table: 0, row: 0, column, rowSpan: 1, columnSpan: 1, head: false },
    start,
    end,
  });
  const { sections } = structureOf(text, [cell(5, 10, 0), cell(11, 15, 1)]);
  expect(sections.map((section) => section.chain)).toEqual(['一', '二']);
});
