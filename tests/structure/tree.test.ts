import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/draft.js';
import { structureOf } from '../../src/structure/index.js';
import { outline, structure } from './outline.js';

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

describe('documents in miniature', () => {
  it.each<[string, string[], string[]]>([
    [
      'a law: chapters, articles that run on, points',
      [
        '第一章 总则',
        '第一条 为了加强节水管理，制定本条例。',
        '第二条 本县行政区域内的用水，适用本条例。',
        '第二章 用水',
        '第三条 用水单位应当：',
        '（一）安装水表；',
        '（二）定期检修。',
        '第四条 违反前条第（一）项的，责令改正。',
        '第三章 附则',
        '第五条 本条例自2022年1月1日起施行。',
      ],
      [
        '第一章',
        '第一章/第一条',
        '第一章/第二条',
        '第二章',
        '第二章/第三条',
        '第二章/第三条/（一）',
        '第二章/第三条/（二）',
        '第二章/第四条',
        '第三章',
        '第三章/第五条',
      ],
    ],
    [
      'an emergency plan: decimals',
      [
        '1 总则',
        '1.1 编制目的',
        '为规范处置，制定本预案。',
        '1.2 适用范围',
        '2 组织体系',
        '2.1 领导机构',
        '2.1.1 指挥部',
        '（1）综合组',
        '（2）抢险组',
        '2.1.2 办公室',
        '2.2 成员单位',
        '3 附则',
        '3.1 预案管理',
      ],
      [
        '1',
        '1/1.1',
        '1/1.2',
        '2',
        '2/2.1',
        '2/2.1/2.1.1',
        '2/2.1/2.1.1/（1）',
        '2/2.1/2.1.1/（2）',
        '2/2.1/2.1.2',
        '2/2.2',
        '3',
        '3/3.1',
      ],
    ],
    [
      'decimals set without blanks, under points',
      ['1.总则', '1.1编制目的', '1.2编制依据', '2.体系', '2.1机构', '2.2职责'],
      ['1', '1/1.1', '1/1.2', '2', '2/2.1', '2/2.2'],
    ],
    [
      'decimals under chapters',
      ['第一章 总则', '1.1 目的', '1.2 依据', '第二章 体系', '2.1 机构', '2.2 职责'],
      ['第一章', '第一章/1.1', '第一章/1.2', '第二章', '第二章/2.1', '第二章/2.2'],
    ],
    [
      'a work report: 一 and long text, points in one of them',
      ['一、工作回顾', '（一）水利', '（二）交通', '二、今年安排', '1.抓水利。', '2.抓交通。', '三、自身建设'],
      ['一', '一/（一）', '一/（二）', '二', '二/1', '二/2', '三'],
    ],
    [
      'chapters → 一 → (一) → 1 → (1)',
      ['第一章 甲', '一、乙', '（一）丙', '1.丁', '（1）戊', '（2）己', '2.庚', '（二）辛', '二、壬', '第二章 癸'],
      [
        '第一章',
        '第一章/一',
        '第一章/一/（一）',
        '第一章/一/（一）/1',
        '第一章/一/（一）/1/（1）',
        '第一章/一/（一）/1/（2）',
        '第一章/一/（一）/2',
        '第一章/一/（二）',
        '第一章/二',
        '第二章',
      ],
    ],
    [
      'parts and chapters that run on',
      ['第一篇 甲', '第一章 乙', '第一节 丙', '第二节 丁', '第二篇 戊', '第二章 己', '第一节 庚'],
      [
        '第一篇',
        '第一篇/第一章',
        '第一篇/第一章/第一节',
        '第一篇/第一章/第二节',
        '第二篇',
        '第二篇/第二章',
        '第二篇/第二章/第一节',
      ],
    ],
    [
      '第一部分 → 一',
      ['第一部分 甲', '一、乙', '二、丙', '第二部分 丁', '一、戊'],
      ['第一部分', '第一部分/一', '第一部分/二', '第二部分', '第二部分/一'],
    ],
    [
      '(一) at the top',
      ['（一）甲', '1.乙', '2.丙', '（二）丁', '1.戊'],
      ['（一）', '（一）/1', '（一）/2', '（二）', '（二）/1'],
    ],
    [
      '1. at the top, 一 below',
      ['1.甲', '一、乙', '（一）丙', '二、丁', '2.戊', '一、己', '（一）庚', '（二）辛', '二、壬'],
      ['1', '1/一', '1/一/（一）', '1/二', '2', '2/一', '2/一/（一）', '2/一/（二）', '2/二'],
    ],
    ['① above 1.', ['①甲', '1.乙', '2.丙', '②丁', '1.戊'], ['①', '①/1', '①/2', '②', '②/1']],
    ['(1) above 1)', ['(1)甲', '1)乙', '2)丙', '(2)丁', '1)戊'], ['(1)', '(1)/1)', '(1)/2)', '(2)', '(2)/1)']],
    ['(1) above 1.', ['(1)甲', '1.乙', '2.丙', '(2)丁', '1.戊'], ['(1)', '(1)/1', '(1)/2', '(2)', '(2)/1']],
    [
      'articles that begin anew under 一',
      ['一、甲', '第一条 乙', '第二条 丙', '二、丁', '第一条 戊', '第二条 己'],
      ['一', '一/第一条', '一/第二条', '二', '二/第一条', '二/第二条'],
    ],
    ['letters below numbers', ['1.甲', 'a.乙', 'b.丙', '2.丁', 'a.戊', 'b.己'], ['1', '1/a', '1/b', '2', '2/a', '2/b']],
    [
      'tasks that count on below (一)',
      ['一、甲', '（一）乙', '任务1：丙', '任务2：丁', '（二）戊', '任务3：己', '二、庚'],
      ['一', '一/（一）', '一/（一）/任务1', '一/（一）/任务2', '一/（二）', '一/（二）/任务3', '二'],
    ],
    [
      'points that run on while (一) begins anew',
      [
        '一、甲',
        '（一）乙',
        '1.丙',
        '2.丁',
        '（二）戊',
        '3.己',
        '二、庚',
        '（一）辛',
        '4.壬',
        '5.癸',
        '（二）子',
        '6.丑',
      ],
      [
        '一',
        '一/（一）',
        '一/（一）/1',
        '一/（一）/2',
        '一/（二）',
        '一/（二）/3',
        '二',
        '二/（一）',
        '二/（一）/4',
        '二/（一）/5',
        '二/（二）',
        '二/（二）/6',
      ],
    ],
    [
      'points that a page counts anew without a heading between',
      ['一、甲', '1.乙', '2.丙', '3.丁', '另：', '1.戊', '2.己', '二、庚'],
      ['一', '一/1', '一/2', '一/3', '一/1', '一/2', '二'],
    ],
    [
      'only one place nests the other way round',
      [
        '一、甲',
        '（一）乙',
        '1.丙',
        '2.丁',
        '（二）戊',
        '1.己',
        '二、庚',
        '1.辛',
        '（一）壬',
        '（二）癸',
        '2.子',
        '三、丑',
      ],
      [
        '一',
        '一/（一）',
        '一/（一）/1',
        '一/（一）/2',
        '一/（二）',
        '一/（二）/1',
        '二',
        '二/1',
        '二/1/（一）',
        '二/1/（二）',
        '二/2',
        '三',
      ],
    ],
    [
      'a bracket that was lost',
      ['一、甲', '（一）乙', '二）丙', '（1）丁', '2）戊', '（三）己'],
      ['一', '一/（一）', '一/二）', '一/二）/（1）', '一/二）/2）', '一/（三）'],
    ],
    [
      'articles put between others',
      ['第一条 甲', '第二条 乙', '第二条之一 丙', '第三条 丁'],
      ['第一条', '第二条', '第二条之一', '第三条'],
    ],
    [
      'one character for number and bracket',
      ['一、甲', '㈠乙', '⒈丙', '⑴丁', '⑵戊', '⒉己', '㈡庚'],
      ['一', '一/(一)', '一/(一)/1', '一/(一)/1/(1)', '一/(一)/1/(2)', '一/(一)/2', '一/(二)'],
    ],
  ])('%s', (_, lines, chains) => {
    expect(structure(lines).sections.map((section) => section.chain)).toEqual(chains);
    expect(structure(lines).diagnostics).toEqual([]);
  });

  it('an annex may have parts', () => {
    const lines = ['一、甲', '附件1', '细则', '附件1-1 甲表', '一、乙', '附件1-2 乙表', '附件2', '办法', '一、丙'];
    const { sections, diagnostics } = structure(lines);
    expect(sections.map(({ chain, level, annex }) => [chain, level, annex])).toEqual([
      ['一', 1, 0],
      ['附件1', 1, 1],
      ['附件1/附件1-1', 2, 1],
      ['附件1/附件1-1/一', 3, 1],
      ['附件1/附件1-2', 2, 1],
      ['附件2', 1, 2],
      ['附件2/一', 2, 2],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('annexes have trees of their own', () => {
    const lines = [
      '一、甲',
      '（一）乙',
      '附件1',
      '细则',
      '1.丙',
      '一、丁',
      '二、戊',
      '2.己',
      '附件2',
      '办法',
      '第一条 庚',
    ];
    expect(structure(lines).sections.map(({ chain, level, annex }) => [chain, level, annex])).toEqual([
      ['一', 1, 0],
      ['一/（一）', 2, 0],
      ['附件1', 1, 1],
      ['附件1/1', 2, 1],
      ['附件1/1/一', 3, 1],
      ['附件1/1/二', 3, 1],
      ['附件1/2', 2, 1],
      ['附件2', 1, 2],
      ['附件2/第一条', 2, 2],
    ]);
  });
});

describe('boxes end', () => {
  it.each<[string, string[], string[]]>([
    [
      'with the next box: none stands in another',
      ['一、甲', '专栏1 乙', '1.丙', '专栏2 丁', '1.戊'],
      ['一', '一/专栏1', '一/专栏1/1', '一/专栏2', '一/专栏2/1'],
    ],
    [
      'with a chapter',
      ['第一章 甲', '第一节 乙', '专栏1 丙', '（一）丁', '第二章 戊'],
      ['第一章', '第一章/第一节', '第一章/第一节/专栏1', '第一章/第一节/专栏1/（一）', '第二章'],
    ],
    [
      'with an annex',
      ['一、甲', '专栏1 乙', '1.丙', '附件1', '表', '1.丁'],
      ['一', '一/专栏1', '一/专栏1/1', '附件1', '附件1/1'],
    ],
    [
      'where numbers jump over what was lost',
      ['一、甲', '（一）乙', '1.丙', '专栏1 丁', '1.戊', '（四）己'],
      ['一', '一/（一）', '一/（一）/1', '一/（一）/专栏1', '一/（一）/专栏1/1', '一/（四）'],
    ],
  ])('%s', (_, lines, chains) => {
    expect(structure(lines).sections.map((section) => section.chain)).toEqual(chains);
  });

  it('where 一、 begins anew, they hold it', () => {
    expect(outline('（一）甲', '专栏1 乙', '一、丙', '二、丁', '（二）戊')).toEqual([
      '（一） 甲',
      '（一）/专栏1 乙',
      '（一）/专栏1/一 丙',
      '（一）/专栏1/二 丁',
      '（二） 戊',
    ]);
  });

  it('under a point that is the only section around', () => {
    expect(outline('1.甲', '(1)乙', '专栏1 丙', '2.丁')).toEqual(['1 甲', '1/(1) 乙', '1/专栏1 丙', '2 丁']);
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
