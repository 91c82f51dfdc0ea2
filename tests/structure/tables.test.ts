import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../src/structure/raw-table.js';
import { structure } from './outline.js';

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
  ])('none: %s', (_, lines) => {
    expect(structure(lines).tables).toEqual([]);
  });
});
