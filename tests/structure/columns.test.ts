import { describe, expect, it } from 'vitest';
import { COLUMN_WORDS } from '../../src/lexicon/columns.js';
import { isUnitName } from '../../src/lexicon/units.js';
import { columnsOf, isPlaceName, readColumns } from '../../src/structure/columns.js';

/** A column as `kind year state unit`, what it does not say left out. */
const told = (header: readonly string[], ...rows: readonly (readonly string[])[]): string[] =>
  columnsOf(header, rows).map(({ kind, year, state, unit }) =>
    [kind, year, state, unit].filter((value) => value !== null).join(' '),
  );

/** One name over its cells, behind a label, so that it is not taken for one itself. */
const column = (name: string, ...cells: string[]): string =>
  told(['指标', name], ...(cells.length > 0 ? cells : ['']).map((cell) => ['甲', cell]))[1] ?? '';

describe('words of columns', () => {
  it.each(COLUMN_WORDS.map((word) => [word.kind, word] as const))('%s: examples fit, traps do not', (_, word) => {
    expect(word.examples.filter((name) => !word.pattern.test(name))).toEqual([]);
    expect((word.traps ?? []).filter((name) => word.pattern.test(name))).toEqual([]);
  });
});

describe('columns of numbers', () => {
  it.each<[string, string]>([
    ['2025年', 'value 2025'],
    ['2025', 'value 2025'],
    ['到2025年', 'value 2025'],
    ['2025年末', 'value 2025'],
    ['2025年目标', 'value 2025 target'],
    ['2025 目标值', 'value 2025 target'],
    ['目标值2025年', 'value 2025 target'],
    ['2025年（目标值）', 'value 2025 target'],
    ['2025年规划目标（%）', 'value 2025 target %'],
    ['“十四五”末', 'value 2025'],
    ['“十四五”目标', 'value 2025 target'],
    ['二〇二五年', 'value 2025'],
    ['二○三五年目标', 'value 2035 target'],
    ['2021—2025年', 'value 2025'],
    ['2020年（基期）', 'value 2020 baseline'],
    ['2020年实际', 'value 2020 baseline'],
    ['2023年预计完成', 'value 2023 baseline'],
    ['基期值', 'value baseline'],
    ['现状值', 'value baseline'],
    ['目标值', 'value target'],
    ['指标值', 'value target'],
    ['一季度', 'value target'],
    ['上半年目标', 'value target'],
    ['年均增长', 'change'],
    ['年均增速（%）', 'change %'],
    ['“十四五”年均增长（%）', 'change 2025 %'],
    ['2021-2025年年均增速', 'change 2025'],
    ['2025年比2020年增长', 'change 2025'],
    ['较2020年变化', 'change 2020'],
    ['累计', 'change'],
    ['年均/累计', 'change'],
    ['年均增长[累计]', 'change'],
    ['变化情况', 'change'],
    ['五年变化', 'change'],
    ['总投资（万元）', 'size 万元'],
    ['总投资(单位：亿元)', 'size 亿元'],
    ['投资额/万元', 'size 万元'],
    ['2024年计划投资（万元）', 'size 2024 万元'],
    ['建筑面积（平方米）', 'size 平方米'],
    ['新增学位（个）', 'size 个'],
    ['建设规模', 'size'],
    ['教师人次', 'size'],
    ['分值', 'other'],
    ['权重（%）', 'other %'],
  ])('%s', (name, kind) => {
    expect(column(name, '12', '8.5', '≥30')).toBe(kind);
  });
});

describe('columns of words', () => {
  it.each<[string, string, string]>([
    ['2025年目标任务', '建成一批示范点，完善配套设施', 'content 2025'],
    ['建设内容及规模', '新建泵站2座', 'content'],
    ['建设规模', '新建泵站2座', 'content'],
    ['目标要求', '全面落实', 'content'],
    ['牵头单位', '县水务局', 'lead'],
    ['牵头（责任）单位', '县水务局', 'lead'],
    ['主办', '县水务局', 'lead'],
    ['责任单位', '县水务局', 'responsible'],
    ['责任单位及责任人', '县水务局', 'responsible'],
    ['实施主体', '县水务局', 'responsible'],
    ['业主单位', '石桥水务公司', 'responsible'],
    ['主管部门', '县水务局', 'responsible'],
    ['配合单位', '县财政局', 'partner'],
    ['协办', '县财政局', 'partner'],
    ['参加部门', '县财政局', 'partner'],
    ['责任人', '王某', 'other'],
    ['牵头领导', '王某', 'other'],
    ['建设地点', '石桥镇', 'place'],
    ['县（市、区）', '石桥县', 'place'],
    ['所属乡镇', '石桥镇', 'place'],
    ['完成时限', '2025年底前', 'time'],
    ['建设年限', '2021—2023', 'time'],
    ['进度安排', '2025年底前', 'time'],
    ['实施年份', '2023', 'time'],
    ['建设性质', '新建', 'other'],
    ['指标属性', '约束性', 'property'],
    ['指标类型', '预期性', 'property'],
    ['性质', '约束性', 'property'],
    ['性质', '续建', 'other'],
    ['类型', '新建', 'group'],
    ['计量单位', '万人', 'unit'],
    ['单位', '个（套）', 'unit'],
    ['单位', '县水务局', 'responsible'],
    ['单位', '石桥水务有限公司', 'responsible'],
    ['资金来源', '财政资金', 'other'],
    ['备注', '含在建', 'note'],
    ['指标解释', '常住人口口径', 'note'],
  ])('%s over %s', (name, cell, kind) => {
    expect(column(name, cell, cell)).toBe(kind);
  });

  it('years under any name say when', () => {
    expect(told(['项目名称', '重点项目（年份）'], ['甲', '2021'], ['乙', '2022'])[1]).toBe('time');
    expect(told(['项目名称', '重点'], ['甲', '2021'], ['乙', '2022'], ['丙', '2022—2024'])[1]).toBe('time');
    // Two alike, or numbers with a unit, may be amounts.
    expect(told(['项目名称', '投资（万元）'], ['甲', '2021'], ['乙', '2022'], ['丙', '2010'])[1]).toBe('size 万元');
  });
});

describe('what the rows are about', () => {
  it('the last of several labels; those before it group the rows', () => {
    expect(told(['类别', '指标', '2020年'], ['经济', '甲', '1'])).toEqual(['group', 'label', 'value 2020']);
    expect(told(['指标', '指标', '2020年'], ['其中', '甲', '1'])).toEqual(['group', 'label', 'value 2020']);
    expect(told(['目标', '指标', '目标值'], ['水安全', '甲', '1'])).toEqual(['group', 'label', 'value target']);
    expect(told(['序号', '任务', '事项', '责任单位'], ['1', '甲', '乙', '县水务局'])).toEqual([
      ...['index', 'group', 'label', 'responsible'],
    ]);
  });

  it('measures are contents beside tasks, and the label where there are none', () => {
    const rest = ['县水务局'];
    expect(told(['任务', '具体举措', '责任单位'], ['甲', '乙', ...rest])).toEqual(['label', 'content', 'responsible']);
    expect(told(['具体举措', '责任单位'], ['乙', ...rest])).toEqual(['label', 'responsible']);
  });

  it('words that nobody knows in front of numbers', () => {
    expect(told(['站点', '2020年'], ['甲站', '1'])).toEqual(['label', 'value 2020']);
    expect(told(['', '2020年'], ['甲站', '1'])).toEqual(['label', 'value 2020']);
    expect(told(['目标', '2025年'], ['水普及率', '1'])).toEqual(['label', 'value 2025']);
    expect(told(['责任人', '2020年'], ['王某', '1'])).toEqual(['other', 'value 2020']);
  });

  it('two blocks side by side have a label each', () => {
    expect(told(['指标', '2025年', '指标', '2025年'], ['甲', '1', '乙', '2'])).toEqual([
      ...['label', 'value 2025', 'label', 'value 2025'],
    ]);
  });

  it('the span of years and the words are kept for those who read the rows', () => {
    const [, span] = readColumns(['指标', '2021—2025年累计（万人）'], [['甲', '5']]);
    expect(span).toMatchObject({ words: '累计', span: { from: 2021, to: 2025 }, unit: '万人' });
  });
});

describe('units', () => {
  it.each(
    '万人 件/万人 个（套） 吨标准煤/万元 ‰ ％ 亿元 张/千人 微克/立方米 亿斤 1/10万 岁 万标箱 MW m3 平方米/人 亩次 例/10万'.split(
      ' ',
    ),
  )('%s is one', (unit) => expect(isUnitName(unit)).toBe(true));

  it.each('当年价 PM2.5 含技工 其中 2025年 县级 GDP 暂定名 目标 常住 AQI 累计'.split(' '))('%s is none', (word) =>
    expect(isUnitName(word)).toBe(false),
  );
});

it('places are towns, counties and villages, not works', () => {
  expect(['石桥镇', '柳溪乡', '城东街道', '临溪市', '市本级', '市林场'].every(isPlaceName)).toBe(true);
  expect(['石桥水库', '管网改造', '粮食', '县水务局'].some(isPlaceName)).toBe(false);
});
