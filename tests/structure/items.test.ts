import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { LIST_STYLES } from '../../src/lexicon/lists.js';
import { structure } from './outline.js';

/** The items of a text as `chain title`. */
const items = (...lines: string[]): string[] =>
  structure(lines)
    .sections.filter(({ kind }) => kind === 'item')
    .map(({ chain, title }) => `${chain} ${title}`);

/** The items of a text as they stand in it. */
function slices(...lines: string[]): string[] {
  const { sections, text } = structure(lines);
  return sections.filter(({ kind }) => kind === 'item').map(({ start, end }) => text.slice(start, end));
}

describe('every way of marking items', () => {
  const examples = LIST_STYLES.flatMap(({ id, examples: all }) => all.map((text): [string, string] => [id, text]));
  it.each(examples)('%s: %s', (_, text) => {
    expect(items(text).length).toBeGreaterThanOrEqual(2);
    expect(slices(text).join('')).toBe(text.slice(text.indexOf(slices(text)[0] ?? '')));
  });

  const traps = LIST_STYLES.flatMap(({ id, traps: all }) => all.map((text): [string, string] => [id, text]));
  it.each(traps)('not %s: %s', (_, text) => {
    expect(items(`一、任务`, text, `坚持${text}`)).toEqual([]);
  });
});

describe('a list', () => {
  it.each<[string, string[], string[]]>([
    [
      'in one paragraph, its lead outside',
      ['一、任务', '今年重点抓好三项工作：一是新建水厂，扩大规模；二是改造管网；三是加强管护。'],
      ['一/一是 新建水厂', '一/二是 改造管网', '一/三是 加强管护'],
    ],
    [
      'over paragraphs',
      ['一、任务', '一是坚持规划先行。统筹布局。', '二是坚持建管并重。', '三是坚持节水优先。落实定额。'],
      ['一/一是 坚持规划先行', '一/二是 坚持建管并重', '一/三是 坚持节水优先'],
    ],
    [
      'that begins in the paragraph above',
      ['一、任务', '主要抓好以下工作：一是新建水厂。', '二是改造管网。'],
      ['一/一是 新建水厂', '一/二是 改造管网'],
    ],
    [
      'with paragraphs between',
      ['一、任务', '一是新建水厂。', '完善取水、净水、输水设施。', '二是改造管网。'],
      ['一/一是 新建水厂', '一/二是 改造管网'],
    ],
    [
      'in the line of a heading',
      ['一、任务', '（一）建设工程。一是新建水厂；二是改造管网。', '（二）管护'],
      ['一/（一）/一是 新建水厂', '一/（一）/二是 改造管网'],
    ],
    [
      'inside an item',
      ['一、任务', '一是新建水厂：①选址；②环评；③施工准备。二是改造管网：①摸底调查；②分步实施。'],
      [
        '一/一是 新建水厂',
        '一/一是/① 选址',
        '一/一是/② 环评',
        '一/一是/③ 施工准备',
        '一/二是 改造管网',
        '一/二是/① 摸底调查',
        '一/二是/② 分步实施',
      ],
    ],
    [
      'inside a bullet',
      ['一、任务', '——坚持建管并重。一是建好工程；二是管好设施。', '——坚持节水优先。'],
      ['一/—— 坚持建管并重', '一/——/一是 建好工程', '一/——/二是 管好设施', '一/—— 坚持节水优先'],
    ],
    [
      'of bullets under an item that announces them',
      ['一、任务', '一是改造管网。', '二是完善机制：', '——建立台账制度；', '——健全水价机制。', '落实各项要求。'],
      ['一/一是 改造管网', '一/二是 完善机制', '一/二是/—— 建立台账制度', '一/二是/—— 健全水价机制'],
    ],
    [
      'without its first',
      ['一、任务', '要加强组织领导，二是强化资金保障，三是严格督查考核。'],
      ['一/二是 强化资金保障', '一/三是 严格督查考核'],
    ],
    [
      'that lacks one',
      ['一、任务', '一是新建水厂；三是改造管网；四是加强管护。'],
      ['一/一是 新建水厂', '一/三是 改造管网', '一/四是 加强管护'],
    ],
    [
      'beyond ten',
      [
        '一、任务',
        `${[...'一二三四五六七八九十'].map((n) => `${n}是建设水厂；`).join('')}十一是改造管网；十二是加强管护。`,
      ],
      [...[...'一二三四五六七八九十'].map((n) => `一/${n}是 建设水厂`), '一/十一是 改造管网', '一/十二是 加强管护'],
    ],
    [
      'that changes its words',
      ['一、任务', '首先，摸清底数；第二，分类整治；第三，严格验收。', '一是新建水厂，二要改造管网，三是加强管护。'],
      [
        '一/首先 摸清底数',
        '一/第二 分类整治',
        '一/第三 严格验收',
        '一/一是 新建水厂',
        '一/二要 改造管网',
        '一/三是 加强管护',
      ],
    ],
    [
      'in a box and in an annex',
      [
        '一、任务',
        '专栏1 重点工程',
        '一是新建水厂；二是改造管网。',
        '附件1',
        '清单',
        '一、分工',
        '一是县水务局牵头；二是乡镇配合。',
      ],
      ['一/专栏1/一是 新建水厂', '一/专栏1/二是 改造管网', '附件1/一/一是 县水务局牵头', '附件1/一/二是 乡镇配合'],
    ],
    [
      'before the first heading',
      ['白水县供水方案', '目前存在两个问题：一是水源不足；二是管网老化。', '一、任务'],
      ['一是 水源不足', '二是 管网老化'],
    ],
    [
      'twice in a paragraph',
      ['一、问题', '问题在于：一是水源不足；二是管网老化。下一步，一是新建水厂；二是改造管网。'],
      ['一/一是 水源不足', '一/二是 管网老化', '一/一是 新建水厂', '一/二是 改造管网'],
    ],
    [
      'of numbers that the page glued together',
      ['一、任务', '主要任务：1.新建水厂2.改造管网3.安装水表120块'],
      ['一/1 新建水厂', '一/2 改造管网', '一/3 安装水表120块'],
    ],
    [
      'of bullets',
      ['一、原则', '● 坚持节水优先，量水而行。', '● 坚持建管并重。', '◆ 坚持政府主导。', '◆ 坚持群众参与。'],
      ['一/● 坚持节水优先', '一/● 坚持建管并重', '一/◆ 坚持政府主导', '一/◆ 坚持群众参与'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(items(...lines)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['ends with the sentence that it is', ['今年要抓好：一是新建水厂；二是改造管网。到2025年，普及率达到95%。']],
    ['ends where the text looks back on it', ['一是新建水厂。扩大规模。二是改造管网。通过以上措施，普及率提高。']],
  ])('%s', (_, lines) => {
    const [first = '', last = ''] = slices('一、任务', ...lines);
    expect(first).toMatch(/^一是新建水厂/);
    expect(last).toBe('二是改造管网。');
  });

  it('keeps the sentences of an item, and the paragraphs up to the next', () => {
    expect(
      slices('一、任务', '一是新建水厂。扩大规模。', '完善设施。', '二是改造管网。降低漏损。', '其他工作。'),
    ).toEqual(['一是新建水厂。扩大规模。\n完善设施。', '二是改造管网。降低漏损。']);
  });

  it('cuts a long title after its first clause, and at forty characters', () => {
    const long = '建设'.repeat(30);
    expect(items(`一是${long}；二是改造（含更新，扩建）管网，降低漏损。`)).toEqual([
      `一是 ${long.slice(0, 40)}`,
      '二是 改造（含更新，扩建）管网',
    ]);
  });
});

describe('no list', () => {
  it.each<[string, string[]]>([
    ['one marker alone', ['一是加强领导，落实责任。', '第一，坚持规划先行。', '——坚持节水优先。']],
    ['markers in two sections', ['一、任务', '一是新建水厂。', '二、保障', '二是落实资金。']],
    ['markers far apart', ['一是新建水厂。', ...Array.from({ length: 20 }, () => '落实各项要求。'), '二是改造管网。']],
    ['a subtitle and a quotation', ['——在全县大会上的报告', '一、任务', '——引自条例']],
    ['numbers below zero, and pages', ['- 5.2', '- 3.1', '—1—', '—2—']],
    ['references', ['按第（1）项、第（2）项规定执行，见①、②。', '依照前款（一）、（二）项。']],
    ['notes of a table', ['注：①含新建；②含改建。', '备注：1.以上为预期性指标。2.以下为约束性指标。']],
    ['annexes', ['附件：1.任务清单 2.资金安排表']],
    ['dates and decimals', ['完成时间：2023.10.1，投资：1.5亿元，长度：2.5公里。']],
    ['lines that open with a number', ['一、任务', '（1）新建水厂', '（2）改造管网', '①摸底', '②实施']],
    ['lists of floors and periods', ['范围：1、2、3号楼；第一、第二、第三季度。']],
    ['words', ['第一产业稳定，第二产业提升，首先要抓好落实，其次序不变，其次数有限，最后一公里打通。']],
    ['two answers', ['工作一就是一、二就是二，一是一，二是二。']],
  ])('%s', (_, lines) => {
    expect(items(...lines)).toEqual([]);
  });

  it('stands in a table of contents', () => {
    const lines = [
      '目录',
      '一、一是新建水厂；二是改造管网……1',
      '二、保障……3',
      '一、一是新建水厂；二是改造管网',
      '建设工程。',
      '二、保障',
    ];
    expect(structure(lines).sections.filter(({ lines: [line] }) => line < 4)).toEqual([]);
  });
});

describe('a record', () => {
  const text = [
    '白水县农村供水三年行动方案',
    '一、重点任务',
    '（一）建设工程。到2025年，全县一是新建水厂3座；二是改造管网120公里，新建泵站6座。（责任单位：县水务局、县财政局）',
    '（二）加强管护。一是每年组织培训2次（责任单位：县水务局）；二是2024年6月底前，更换水表800块（责任单位：县城管局）。',
    '（三）开展监测。新建监测点12处。',
    '',
  ].join('\n');

  it('points at its item, and from there to its section', async () => {
    const { document, text: cleaned } = await parse(new TextEncoder().encode(text));
    const sections = new Map(document.sections.map((section) => [section.id, section]));
    const chain = (id: string | null) => (id === null ? null : sections.get(id)?.chain);
    expect(document.targets.map(({ indicator, value, item }) => [indicator, value, chain(item)])).toEqual([
      ['新建水厂', 3, '一/（一）/一是'],
      ['改造管网', 120, '一/（一）/二是'],
      ['新建泵站', 6, '一/（一）/二是'],
      ['组织培训', 2, '一/（二）/一是'],
      ['更换水表', 800, '一/（二）/二是'],
      ['新建监测点', 12, null],
    ]);
    for (const { item, section } of [...document.targets, ...document.deadlines, ...document.responsibilities]) {
      if (item === null) continue;
      let at = sections.get(item);
      while (at?.kind === 'item') at = sections.get(at.parent ?? '');
      expect(at?.id).toBe(section);
    }
    for (const { kind, start, end, marker } of document.sections) {
      if (kind === 'item') expect(cleaned.slice(start, end).startsWith(marker)).toBe(true);
    }
  });

  it('whose quote begins in the lead finds the item of its value', async () => {
    const { document } = await parse(new TextEncoder().encode(text));
    const [first] = document.targets;
    const item = document.sections.find(({ id }) => id === first?.item);
    expect(first?.evidence.quote).toMatch(/^到2025年/);
    expect(first?.evidence.start).toBeLessThan(item?.start ?? 0);
  });

  it('of responsibility for several items belongs to none of them', async () => {
    const { document } = await parse(new TextEncoder().encode(text));
    const chains = new Map(document.sections.map(({ id, chain }) => [id, chain]));
    expect(document.responsibilities.map(({ leads, item }) => [leads.join(), chains.get(item ?? '') ?? null])).toEqual([
      ['县水务局,县财政局', null],
      ['县水务局', '一/（二）/一是'],
      ['县城管局', '一/（二）/二是'],
    ]);
  });

  it('with a time in the lead, which all items share, has a deadline outside of them', async () => {
    const { document } = await parse(new TextEncoder().encode(text));
    expect(document.deadlines.filter(({ item }) => item === null).map(({ text: time }) => time)).toContain('到2025年');
  });
});

it('long lists take time that grows with their length', () => {
  const time = (count: number): number => {
    const line = `任务：${'①建设水厂；②改造管网；一是甲乙。二是丙丁。'.repeat(count)}`;
    const start = performance.now();
    items(line);
    return performance.now() - start;
  };
  time(500);
  expect(time(20_000)).toBeLessThan(Math.max(400, time(5_000) * 12));
});
