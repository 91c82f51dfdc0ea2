import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html.js';
import { structureOf } from '../../src/structure/index.js';
import type { RawTable } from '../../src/structure/raw-table.js';
import { structure } from './outline.js';

const grid = (table: RawTable | undefined): string[][] => table?.rows.map((row) => row.cells.map((c) => c.text)) ?? [];

/** The tables of a page, read, not cleaned. */
async function tablesOf(html: string): Promise<readonly RawTable[]> {
  const { text, marks } = await readHtml(`<html><body>${html}</body></html>`);
  return structureOf(text, marks).tables;
}

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
  ])('none: %s', (_, lines) => {
    expect(structure(lines).tables).toEqual([]);
  });
});

describe('tables that the page marks', () => {
  it('head, rows and caption', async () => {
    const [table] = await tablesOf(
      '<p>表1 主要指标</p><table><tr><th>指标</th><th>2020年</th><th>2025年</th></tr>' +
        '<tr><td>普及率</td><td>88.5</td><td>95</td></tr><tr><td>合格率</td><td></td><td>98</td></tr></table>',
    );
    expect([table?.title, table?.header]).toEqual(['表1 主要指标', ['指标', '2020年', '2025年']]);
    expect(grid(table)).toEqual([
      ['普及率', '88.5', '95'],
      ['合格率', '', '98'],
    ]);
  });

  it('a cell over several rows stands in each of them', async () => {
    const [table] = await tablesOf(
      '<table><tr><td>类别</td><td>指标</td><td>2025年</td></tr>' +
        '<tr><td rowspan="2">供水</td><td>普及率</td><td>95</td></tr><tr><td>合格率</td><td>98</td></tr></table>',
    );
    expect(grid(table)).toEqual([
      ['供水', '普及率', '95'],
      ['供水', '合格率', '98'],
    ]);
  });

  it('a head of two rows is folded into one', async () => {
    const [table] = await tablesOf(
      '<table><tr><td rowspan="2">指标</td><td colspan="2">目标值</td></tr><tr><td>2023年</td><td>2025年</td></tr>' +
        '<tr><td>普及率</td><td>92</td><td>95</td></tr></table>',
    );
    expect(table?.header).toEqual(['指标', '目标值2023年', '目标值2025年']);
    expect(grid(table)).toEqual([['普及率', '92', '95']]);
  });

  it('a row that spans all columns names the group below', async () => {
    const [table] = await tablesOf(
      '<table><tr><td>指标</td><td>2020年</td><td>2025年</td></tr><tr><td colspan="3">一、供水</td></tr>' +
        '<tr><td>普及率</td><td>88.5</td><td>95</td></tr></table>',
    );
    expect(grid(table)).toEqual([
      ['一、供水', '', ''],
      ['普及率', '88.5', '95'],
    ]);
  });

  it('cells of several lines are one text, and know where they stand', async () => {
    const { text, marks } = await readHtml(
      '<html><body><table><tr><td>项目</td><td>内容</td></tr><tr><td>甲水厂</td><td><p>新建水厂</p><p>1座</p></td></tr></table></body></html>',
    );
    const cell = structureOf(text, marks).tables[0]?.rows[0]?.cells[1];
    expect(cell?.text).toBe('新建水厂1座');
    expect(text.slice(cell?.start, cell?.end).replaceAll('\n', '')).toBe('新建水厂1座');
  });

  it.each<[string, string]>([
    ['a table of one column', '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>'],
    ['a table of empty cells', '<table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>'],
    ['a head alone', '<table><tr><th>甲</th><th>乙</th></tr></table>'],
    [
      'a table that lays out the page',
      '<table><tr><td>左</td><td><table><tr><td>右</td></tr></table></td></tr></table>',
    ],
  ])('none: %s', async (_, html) => {
    expect(await tablesOf(html)).toEqual([]);
  });
});
