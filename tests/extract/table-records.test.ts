import { describe, expect, it } from 'vitest';
import { withoutPersons } from '../../src/extract/responsibility/persons.js';
import { unnumbered } from '../../src/extract/tables/cell-bodies.js';
import { joinedLines, ungluedNames } from '../../src/extract/tables/cell-lines.js';
import { cellValue } from '../../src/extract/tables/cell-value.js';
import { captionTopic, labelName } from '../../src/extract/tables/labels.js';
import { legendIn } from '../../src/extract/tables/legends.js';
import { namedSizes, plainName } from '../../src/extract/tables/sized-names.js';
import { DUTY_TABLES, NO_DUTY_TABLES } from './table-cases-duties.js';
import { INDICATOR_TABLES } from './table-cases-indicators.js';
import { TABLES_WITHOUT_RECORDS } from './table-cases-none.js';
import { WORK_TABLES } from './table-cases-work.js';
import { read, records, type TableCase } from './table-page.js';

describe.each([
  ['indicators', INDICATOR_TABLES],
  ['work', WORK_TABLES],
  ['who does what', DUTY_TABLES],
  ['nobody', NO_DUTY_TABLES],
])('tables of %s', (_, cases) => {
  it.each(cases.map((given): [string, TableCase] => [given.shows, given]))('%s', async (_, { rows, around, gives }) => {
    const document = await read(rows, around);
    expect(document.tables).toHaveLength(1);
    expect(records(document)).toEqual(gives);
    expect(document.diagnostics.filter(({ code }) => code === 'table/no-records')).toEqual([]);
  });
});

describe('tables that set nothing', () => {
  const REASONS = { past: 'before the plan', scores: 'points of an assessment', unplanned: 'does not say' };

  it.each(TABLES_WITHOUT_RECORDS.map((given) => [given.shows, given] as const))('%s', async (_, given) => {
    const document = await read(given.rows, given.around);
    expect(document.tables).toHaveLength(1);
    expect(records(document)).toEqual([]);
    const told = document.diagnostics.filter(({ code }) => code === 'table/no-records');
    expect(told).toHaveLength(given.why === null ? 0 : 1);
    if (given.why !== null)
      expect(told[0]).toMatchObject({ severity: 'info', message: expect.stringContaining(REASONS[given.why]) });
  });
});

describe('evidence of rows', () => {
  const projects = [
    '项目名称 | 建设内容 | 责任单位 | 完成时限',
    '城东管网 | 改造管网12公里 | 县住房城乡建设局 | 2023年12月底前',
    '城西管网 | 改造管网9公里 | ^ | ^',
  ];

  it('is the slice of the text, and of one row', async () => {
    const { targets, deadlines, responsibilities } = await read(projects, { lead: ['重点工程表'] });
    expect(targets.map((t) => t.evidence.quote)).toEqual(['改造管网12公里', '改造管网9公里']);
    // What spans down from rows above stands far away: the row's own cells are quoted.
    expect(deadlines.map((d) => d.evidence.quote)).toEqual([
      '城东管网\n改造管网12公里\n县住房城乡建设局\n2023年12月底前',
      '城西管网',
    ]);
    expect(responsibilities.map((r) => r.evidence.quote)).toEqual(['县住房城乡建设局', '县住房城乡建设局']);
  });

  it('a responsibility governs the contents of its row', async () => {
    const { responsibilities, targets } = await read(projects, { lead: ['重点工程表'] });
    responsibilities.forEach(({ scope }, i) => {
      const target = targets[i]?.evidence;
      expect(target && scope.start <= target.start && target.end <= scope.end).toBe(true);
    });
  });

  it('what stands in a row is linked to who does it, though cells span rows or say 同上', async () => {
    const { targets, deadlines, responsibilities } = await read(
      [
        '责任单位 | 任务 | 总投资（万元） | 完成时限',
        '县水务局 | 新建泵站3座 | 300 | 2024年6月底前',
        '^ | 改造管网12公里 | 200 | ^',
        '县住建局 | 清淤河道8公里 | 100 | 同上',
      ],
      { title: '石桥县2024年重点工作实施方案', date: '2024-02-01', lead: ['重点任务表'] },
    );
    const leads = (ids: readonly string[]): string[] =>
      ids.map((id) => responsibilities.find((r) => r.id === id)?.leads.join('、') ?? '');
    expect(responsibilities.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
    expect(targets.map((t) => `${t.value} ${leads(t.responsibilities).join()}`)).toEqual([
      '3 县水务局',
      '300 县水务局',
      '12 县水务局',
      '200 县水务局',
      '8 县住建局',
      '100 县住建局',
    ]);
    expect(deadlines.map((d) => d.responsibilities)).toEqual([['r1'], ['r2'], ['r3']]);
  });

  it('a sheet is quoted from its cells, and links what it says', async () => {
    const { targets, deadlines, responsibilities } = await read(
      ['任务名称 | 供水保障', '牵头单位 | 县水务局', '工作内容 | 新建泵站3座', '完成时限 | 2024年6月底前'],
      { title: '石桥县2024年重点工作实施方案', date: '2024-02-01' },
    );
    expect(responsibilities.map((r) => r.evidence.quote)).toEqual(['县水务局']);
    expect([...targets, ...deadlines].map((found) => found.responsibilities)).toEqual([['r1'], ['r1']]);
  });

  it('a legend that told who leads is given with the statement', async () => {
    const { responsibilities } = await read(
      ['任务 | 责任单位', '供水保障 | 县财政局、★县水务局', '道路改造 | 县交通运输局牵头'],
      { lead: ['重点任务表', '注：带★的为牵头单位'] },
    );
    expect(responsibilities.map((r) => [r.leads, r.convention?.quote ?? null])).toEqual([
      [['县水务局'], '注：带★的为牵头单位'],
      [['县交通运输局'], null],
    ]);
  });

  it('what a caption says is quoted from it', async () => {
    const { responsibilities } = await read(['任务 | 目标', '供水保障 | 达标'], { lead: ['县水务局重点任务清单'] });
    expect(responsibilities.map((r) => r.evidence.quote)).toEqual(['县水务局重点任务清单']);
  });

  it('tells how many cells say 同上', async () => {
    const { diagnostics } = await read(['任务 | 责任单位', '供水保障 | 县水务局', '道路改造 | 同上'], {});
    expect(diagnostics.filter(({ code }) => code === 'table/same-as-above').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^1 cell of table "任务 责任单位" says/),
    ]);
  });

  it('records carry the heading that stands last before the table', async () => {
    const { sections, targets, responsibilities } = await read(projects, { heading: '二、重点工程' });
    const last = sections.find(({ title }) => title === '重点工程')?.id;
    expect(last).toBeDefined();
    expect([...targets, ...responsibilities].map(({ section }) => section)).toEqual([last, last, last, last]);
  });
});

describe('values of cells', () => {
  const told = (text: string): string => {
    const value = cellValue(text);
    if (!value) return '';
    const { comparator, valueMax, unit, change, annual, cumulative, year } = value;
    const max = valueMax === null ? '' : `~${valueMax}`;
    return [comparator, `${value.value}${max}${unit}`, change, annual && 'annual', cumulative && 'sum', year]
      .filter(Boolean)
      .join(' ');
  };

  it.each([
    ['95', 'eq 95'],
    ['12,000', 'eq 12000'],
    ['95%', 'eq 95%'],
    ['≥95', 'ge 95'],
    ['95以上', 'ge 95'],
    ['>55', 'gt 55'],
    ['＜25', 'lt 25'],
    ['65左右', 'approx 65'],
    ['200余家', 'approx 200家'],
    ['3-5', 'range 3~5'],
    ['98.5%～99%', 'range 98.5~99%'],
    ['控制在2%以内', 'le 2%'],
    ['达到95%以上', 'ge 95%'],
    ['-3', 'eq -3'],
    ['25万', 'eq 25万'],
    ['[30]', 'eq 30 sum'],
    ['〔18〕', 'eq 18 sum'],
    ['累计30', 'eq 30 sum'],
    ['年均8', 'eq 8 annual'],
    ['年均增长7%以上', 'ge 7% increase annual'],
    ['下降15%', 'eq 15% decrease'],
    ['比2020年下降15%', 'eq 15% decrease'],
    ['下降到42', 'eq 42'],
    ['14.2（2024年）', 'eq 14.2 2024'],
    ['>7，力争高于上一时期', 'gt 7'],
  ])('%s', (text, value) => expect(told(text)).toBe(value));

  it.each([
    '—',
    '/',
    '全覆盖',
    '持续提升',
    '完成上级下达任务',
    '完成省下达的3项任务',
    '每村不少于1名',
    '建成3个体系、5个平台',
    '前20%',
    'Ⅱ类',
    '三级',
    '2025年',
    '5G',
  ])('%s is none', (text) => expect(told(text)).toBe(''));
});

describe('labels', () => {
  it.each<[string, string, string]>([
    ['毛入园率（%）', '毛入园率', '%'],
    ['1.毛入园率（%）*', '毛入园率', '%'],
    ['（1）公路里程（公里）', '公路里程', '公里'],
    ['其中：普通小学', '普通小学', ''],
    ['#普通小学', '普通小学', ''],
    ['地区生产总值（亿元，当年价）', '地区生产总值', '亿元'],
    ['森林覆盖率%', '森林覆盖率', '%'],
    ['毛入园率（%', '毛入园率', '%'],
    ['3岁以下婴幼儿托位数（个/千人）', '3岁以下婴幼儿托位数', '个/千人'],
    ['5G基站数', '5G基站数', ''],
    ['15分钟生活圈覆盖率', '15分钟生活圈覆盖率', ''],
    ['细颗粒物（PM2.5）浓度', '细颗粒物（PM2.5）浓度', ''],
    ['中职在校生（含技工学校）', '中职在校生（含技工学校）', ''],
  ])('%s', (label, name, unit) => expect(labelName(label)).toMatchObject({ name, unit }));

  it.each([
    ['表3 石桥县2024年农村厕所改造任务分解表', '农村厕所改造'],
    ['附表2 “十四五”水利重点项目表', '水利重点项目'],
    ['各县（市、区）2025年造林绿化任务分解表（万亩）', '造林绿化'],
    ['招商引资任务分配表', '招商引资'],
  ])('%s is about %s', (title, topic) => expect(captionTopic(title, null)).toBe(topic));
});

describe('sizes in names', () => {
  const sizes = (name: string): string[] =>
    namedSizes(name).map((s) => `${s.indicator} ${s.quantity.value}${s.quantity.unit}`);

  it('in brackets, or among the words', () => {
    expect(sizes('县福利院改扩建项目（新增床位300张）')).toEqual(['县福利院改扩建项目新增床位 300张']);
    expect(sizes('3所学校食堂建设项目')).toEqual(['学校食堂建设 3所']);
    expect(plainName('县福利院改扩建项目（新增床位300张）')).toBe('县福利院改扩建项目');
  });

  it.each([
    '地铁3号线工程',
    '220千伏变电站工程',
    '5G基站建设项目',
    '2022年老旧小区改造项目',
    '二期扩建工程',
    '第三小学',
    '2×35万千瓦机组扩建工程',
    '县医院（二期）建设项目',
  ])('none in %s', (name) => {
    expect(sizes(name)).toEqual([]);
    expect(plainName(name)).toBe(name);
  });
});

describe('names over several lines of a cell', () => {
  it.each([
    ['县教育局\n县财政局', '县教育局、县财政局'],
    ['县发展和改\n革局', '县发展和改革局'],
    ['县教育局、县住房\n和城乡建设局', '县教育局、县住房和城乡建设局'],
    ['县农业\n农村局', '县农业农村局'],
    ['县公安局\n交警大队', '县公安局、交警大队'],
    ['县委\n组织部', '县委组织部'],
    ['牵头单位：县教育局\n配合单位：县财政局', '牵头单位：县教育局；配合单位：县财政局'],
    ['各乡镇\n人民政府', '各乡镇人民政府'],
  ])('%j', (text, joined) => expect(joinedLines(text)).toBe(joined));

  it('names that lost the line end between them', () => {
    expect(ungluedNames('县住房城乡建设局县水务局')).toBe('县住房城乡建设局、县水务局');
    for (const name of ['县委县政府', '石桥县公安局城区分局', '县人民政府办公室', '市场监管局', '国家发展改革委'])
      expect(ungluedNames(name)).toBe(name);
  });
});

describe('what stands beside names in a cell', () => {
  it.each([
    ['1.县水务局2.县财政局', '县水务局、县财政局'],
    ['①县水务局；②县财政局', '县水务局；县财政局'],
    ['县水务局、110指挥中心', '县水务局、110指挥中心'],
    ['2024.6', '2024.6'],
    ['第一中学', '第一中学'],
  ])('numbers: %s', (text, bare) => expect(unnumbered(text)).toBe(bare));

  it.each([
    ['县水务局（王明）', '县水务局'],
    ['县水务局（牵头）', '县水务局（牵头）'],
    ['县水务局副局长李强', '县水务局'],
    ['各县（市、区）', '各县（市、区）'],
    ['石桥、柳溪、白沙', '石桥、柳溪、白沙'],
    ['县水务局、高新区、江北分局', '县水务局、高新区、江北分局'],
    ['公安、财政', '公安、财政'],
    ['国网石桥供电公司', '国网石桥供电公司'],
    ['县住建局13800001111', '县住建局'],
  ])('persons: %s', (text, bare) => expect(withoutPersons(text, false)).toBe(bare));

  it.each<[string, string]>([
    ['带★的为牵头单位', '★ leads'],
    ['注：标有“▲”的单位为牵头单位，其余为配合单位', '▲ leads'],
    ['★表示牵头单位，△表示配合单位', '★ leads,△ partners'],
    ['（★牵头部门  ▲责任部门）', '★ leads,▲ responsible'],
    ['牵头单位用*标注', '* leads'],
    ['责任单位中加注※号的为主办单位。', '※ leads'],
    // None of these explains a mark.
    ['★牵头单位：县水务局', ''],
    ['★县水务局牵头', ''],
    ['★★★级景区由牵头单位申报', ''],
    ['注：*为约束性指标', ''],
  ])('legends: %s', (text, roles) => expect([...legendIn(text)].map((pair) => pair.join(' ')).join()).toBe(roles));
});
