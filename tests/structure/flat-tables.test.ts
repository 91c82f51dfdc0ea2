import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/core/lines.js';
import { flatTables } from '../../src/structure/flat-tables.js';
import type { RawTable } from '../../src/structure/raw-table.js';
import { FLAT_CASES, lines } from './flat-cases.js';
import { randomTable } from './flat-random.js';
import { structure } from './outline.js';

const read = (text: readonly string[]): ReturnType<typeof flatTables> => flatTables(linesOf(`${text.join('\n')}\n`));

const grid = (table: RawTable | undefined): string[][] => table?.rows.map((row) => row.cells.map((c) => c.text)) ?? [];

describe('tables that the page flattened to one cell a line', () => {
  const indicators = [
    '表1 主要指标',
    ...['指标', '2020年', '2025年', '属性'],
    '供水',
    ...['自来水普及率（%）', '88.5', '95', '预期性'],
    ...['规模化供水比例（%）', '60', '≥70', '约束性'],
    '水质',
    ...['水质合格率（%）', '—', '98以上', '预期性'],
    '注：2020年为实际值。',
  ];

  it('indicators in groups: a label without numbers names the group of the rows below', () => {
    const [table] = structure(indicators).tables;
    expect(table?.title).toBe('表1 主要指标');
    expect(table?.header).toEqual(['指标', '2020年', '2025年', '属性']);
    expect(grid(table)).toEqual([
      ['供水', '', '', ''],
      ['自来水普及率（%）', '88.5', '95', '预期性'],
      ['规模化供水比例（%）', '60', '≥70', '约束性'],
      ['水质', '', '', ''],
      ['水质合格率（%）', '—', '98以上', '预期性'],
    ]);
    expect([table?.firstLine, table?.lastLine]).toEqual([1, indicators.length - 1]);
  });

  it('cells know where they stand', () => {
    const { tables, text } = structure(['某县规划', ...indicators]);
    for (const cell of tables[0]?.rows.flatMap((row) => row.cells) ?? []) {
      expect(text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  });

  it('a head whose unit the page broke off is one', () => {
    const lines = ['指标', '2020年', '2025年', '（目标）', '普及率', '88.5', '95'];
    expect(structure(lines).tables[0]?.header).toEqual(['指标', '2020年', '2025年（目标）']);
  });

  it('projects with running numbers', () => {
    const lines = [
      '重点项目一览表',
      ...['序号', '项目名称', '建设内容', '牵头单位'],
      ...['1', '甲水厂', '新建水厂1座，日供水2000立方米。', '县水务局'],
      ...['2', '乙泵站', '改造泵站2座。', '县水务局'],
      '二、保障措施',
    ];
    const { tables, sections } = structure(lines);
    expect(grid(tables[0])).toEqual([
      ['1', '甲水厂', '新建水厂1座，日供水2000立方米。', '县水务局'],
      ['2', '乙泵站', '改造泵站2座。', '县水务局'],
    ]);
    expect([tables[0]?.title, tables[0]?.firstLine, tables[0]?.lastLine]).toEqual(['重点项目一览表', 1, 13]);
    expect(sections.map((section) => section.chain)).toEqual(['二']);
  });

  it('two tables one behind the other', () => {
    const lines = [
      ...['表1 供水指标', '指标', '2020年', '2025年', '普及率', '88.5', '95'],
      '一、说明',
      ...['表2 水质指标', '指标', '2020年', '2025年', '合格率', '90', '98'],
    ];
    expect(structure(lines).tables.map((table) => table.title)).toEqual(['表1 供水指标', '表2 水质指标']);
  });

  it.each<[string, string[]]>([
    ['no table at all', ['一、总体要求', '坚持以人民为中心。']],
    ['two column names', ['指标', '2025年', '普及率', '95']],
    ['a head without rows', ['指标', '2020年', '2025年', '二、保障措施']],
    [
      'a head above a sentence',
      ['指标', '单位', '属性', '以上指标由县水务局负责统计，每年公布一次完成情况，接受社会监督，并纳入年度考核。'],
    ],
    ['words of a list', ['项目', '资金', '人才', '土地']],
    [
      'copies to',
      lines(`
      抄送：县委各部门
      县人大常委会办公室
      县政协办公室
      县监委
      县法院
    `),
    ],
    [
      'members',
      lines(`
      领导小组成员名单
      组长：张三
      副组长：李四
      成员：
      县发展改革局局长
      县财政局局长
    `),
    ],
    [
      'navigation',
      lines(`
      首页
      政务公开
      通知公告
      项目
      指标
      单位
      备注
      联系我们
    `),
    ],
    [
      'a signature',
      lines(`
      清溪县人民政府办公室
      2023年3月15日
      （此件公开发布）
    `),
    ],
    [
      'headings one below the other',
      lines(`
      一、总体要求
      （一）指导思想
      （二）主要指标
      二、重点任务
      （一）建设内容
      （二）责任单位
    `),
    ],
    [
      'an address',
      lines(`
      联系地址：清溪县城关镇人民路1号
      联系人
      联系电话
      0123-4567890
      邮编
      123456
    `),
    ],
    [
      'contents',
      lines(`
      目录
      第一章 发展基础
      1
      第二章 主要指标
      5
      第三章 重点项目
      12
    `),
    ],
    [
      'indicators in sentences',
      lines(`
      主要指标
      到2025年，农村自来水普及率达到95%。
      规模化供水比例达到60%。
      水质达标率达到98%以上。
    `),
    ],
    [
      'figures in lines',
      lines(`
      2022年主要数据
      地区生产总值
      286.5亿元
      规模以上工业增加值
      增长7.8%
      社会消费品零售总额
      118.2亿元
    `),
    ],
    [
      'an empty form',
      lines(`
      申报单位
      负责人
      联系电话
      项目名称
      填表日期
      年 月 日
    `),
    ],
    [
      'names of columns above sentences',
      lines(`
      责任单位
      牵头单位
      完成时限
      各责任单位要按照要求，细化工作措施，明确时间节点，确保任务落实。
      县政府办公室加强督查。
    `),
    ],
    [
      'a list of annexes',
      lines(`
      附件
      1.重点任务分工表
      2.主要指标表
      3.重点项目表
    `),
    ],
    [
      'facts of the page',
      lines(`
      索引号
      000014349/2023-00012
      主题分类
      综合政务
      发布机构
      清溪县人民政府办公室
      发文日期
      2023年5月6日
    `),
    ],
    [
      'words below names of columns',
      lines(`
      工作任务
      责任单位
      完成时限
      加强组织领导
      强化资金保障
      严格督查考核
    `),
    ],
    [
      'captions whose table is lost',
      lines(`
      表1 主要指标
      表2 重点项目
      指标
      单位
      2020年
      2025年
      表3 保障措施
    `),
    ],
  ])('none: %s', (_, lines) => {
    expect(structure(lines).tables).toEqual([]);
  });
});

describe('tables of all trades, one cell a line', () => {
  it.each(FLAT_CASES.map((found) => [found.shows, found] as const))('%s', (_, wanted) => {
    const { tables, uncertain } = read(wanted.lines);
    const [table] = tables;
    expect(table && [table.title, table.header.join(' | '), ...grid(table).map((row) => row.join(' | '))]).toEqual([
      wanted.title,
      wanted.header,
      ...wanted.rows,
    ]);
    expect([table?.firstLine, table?.lastLine]).toEqual(wanted.span);
    expect([tables.length, uncertain.length]).toEqual([1, 0]);
  });

  it('a unit above the head is kept', () => {
    const { tables } = read(['表1 投资', '单位：万元', '项目名称', '2022年', '2023年', '水厂', '300', '500']);
    expect([tables[0]?.unit, tables[0]?.firstLine]).toEqual(['万元', 1]);
  });

  it('the cells of a broken label and of the rows that it covers stand where they were printed', () => {
    const text = lines(`
      表1 主要指标
      领域
      指标
      2020年
      2025年
      学前
      教育
      在园幼儿数（万人）
      1.2
      1.3
      毛入园率（%）
      88
      95
    `);
    const rows = read(text).tables[0]?.rows ?? [];
    const page = `${text.join('\n')}\n`;
    expect(rows.map((row) => row.cells[0]?.text)).toEqual(['学前教育', '学前教育']);
    for (const { cells } of rows) expect(page.slice(cells[0]?.start, cells[0]?.end)).toBe('学前\n教育');
  });

  it.each<[string, readonly string[]]>([
    [
      'one of two alike columns is empty in a row',
      ['指标', '2020年', '2025年', '普及率', '88', '95', '合格率', '98', '覆盖率', '70', '80'],
    ],
    [
      'who of two columns did it',
      lines(`
      序号
      工作任务
      责任单位
      牵头单位
      1
      建设水厂
      县水务局
      县财政局
      2
      建设泵站
      县水务局
      3
      改造管网
      县水务局
      县住建局
    `),
    ],
  ])('left as lines, and told: %s', (_, text) => {
    const { tables, uncertain } = read(['表1 主要任务', ...text]);
    expect([tables.length, uncertain.map(({ title, line }) => [title, line])]).toEqual([0, [['表1 主要任务', 2]]]);
  });

  it('says which tables it rebuilt', () => {
    const told = structure(['表1 主要指标', '指标', '2020年', '2025年', '普及率', '88', '95']).diagnostics;
    expect(told).toEqual([
      { code: 'table/rebuilt', severity: 'info', line: 1, args: { title: '表1 主要指标', rows: 1, columns: 3 } },
    ]);
  });
});

describe('tables made up at random', () => {
  it('come out as they were, or are told to be uncertain', () => {
    const wrong: unknown[] = [];
    let rebuilt = 0;
    const seeds = Array.from({ length: 300 }, (_, i) => i + 1);
    for (const seed of seeds) {
      const made = randomTable(seed);
      const { tables, uncertain } = read(made.lines);
      const found = tables.map((table) => [table.header, ...grid(table)]);
      if (found.length === 0 && uncertain.length === 1) continue;
      if (JSON.stringify(found) === JSON.stringify([[made.header, ...made.rows]])) rebuilt++;
      else wrong.push({ seed, made: [made.header, ...made.rows], found });
    }
    expect(wrong).toEqual([]);
    expect(rebuilt / seeds.length).toBeGreaterThan(0.7);
  }, 60_000);
});

describe('time grows with the lines', () => {
  it.each<[string, (i: number) => string]>([
    ['short lines', (i) => ['甲镇', '农村供水', '张三', '水质监测站'][i % 4] ?? ''],
    ['names of columns', (i) => ['指标', '2020年', '2025年'][i % 3] ?? ''],
    ['heads without rows', (i) => ['指标', '2020年', '2025年', '普及率', '水'][i % 5] ?? ''],
    ['rows', (i) => (i < 3 ? (['指标', '2020年', '2025年'][i] ?? '') : (['普及率', '88.5', '95'][i % 3] ?? ''))],
    ['captions', (i) => ['表1 主要指标', '普及率'][i % 2] ?? ''],
  ])(
    '%s',
    (_, line) => {
      const time = (length: number): number => {
        const text = linesOf(Array.from({ length }, (_, i) => `${line(i)}\n`).join(''));
        const from = performance.now();
        flatTables(text);
        return performance.now() - from;
      };
      time(2000);
      const short = time(10_000);
      expect(time(40_000)).toBeLessThan(short * 16 + 2000);
    },
    120_000,
  );
});
