import { describe, expect, it } from 'vitest';
import { explain, parse } from '../../src/index.js';
import type { Document } from '../../src/schema/model.js';
import { read } from './table-page.js';

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

/** Of every target its value, its year and the year that it is meant for. */
const told = ({ targets }: Document): string[] =>
  targets.map(({ value, year, horizon }) => `${value}: ${year} ${horizon ? `${horizon.year} ${horizon.basis}` : null}`);

async function horizons(title: string, ...body: readonly string[]): Promise<string[]> {
  const intro = '为做好水利工作，根据有关规定，结合我县实际，制定本文件。';
  return told((await parse(bytes([title, intro, ...body]))).document);
}

const PLAN = '云岭县水利发展规划（2021—2025年）';

describe('the year that a value of the text is meant for', () => {
  it('is its own where the sentence says it, whatever the heading names', async () => {
    expect(await horizons(PLAN, '一、2023年工作任务', '到2024年，新建水厂3座。')).toEqual(['3: 2024 2024 sentence']);
  });

  it.each<[string, string]>([
    ['一、2023年工作任务', '3: null 2023 heading'],
    ['一、2023年度重点任务安排', '3: null 2023 heading'],
    ['一、近期（2021—2023年）建设任务', '3: null 2023 heading'],
    ['一、二〇二四年主要任务', '3: null 2024 heading'],
    ['一、“十五五”时期建设任务', '3: null 2030 heading'],
    // Nothing of the time to come: a paper, a comparison, a year before the plan.
    ['一、落实《云岭县2030年水网规划》', '3: null 2025 document'],
    ['一、2025年比2020年的变化和任务', '3: null 2025 document'],
    ['一、2019年以来部署的任务', '3: null 2025 document'],
    ['一、主要任务', '3: null 2025 document'],
  ])('under %s', async (heading, found) => {
    expect(await horizons(PLAN, heading, '（一）供水', '新建水厂3座。')).toEqual([found]);
  });

  it('is that of the nearest heading', async () => {
    const body = ['一、2023年工作任务', '（一）供水', '新建水厂3座。', '（二）2022年先行任务', '新建泵站4座。'];
    expect(await horizons(PLAN, ...body, '二、保障措施', '培训水管员50名。')).toEqual([
      '3: null 2023 heading',
      '4: null 2022 heading',
      '50: null 2025 document',
    ]);
  });

  it.each<[string, string | null]>([
    ['云岭县水利发展规划（2021—2025年）', '2025 document'],
    ['云岭县“十四五”水利发展规划', '2025 document'],
    ['云岭县水利局2022年工作要点', '2022 document'],
    ['云岭县2022年城乡供水保障实施方案', '2022 document'],
    ['关于下达2022年水库除险加固任务的通知', '2022 document'],
    ['云岭县供水保障实施方案', null],
    // The year of an edition is none of a plan.
    ['云岭县供水保障实施方案（2022年版）', null],
  ])('is the document’s where nothing nearer says it: %s', async (title, found) => {
    expect(await horizons(title, '一、主要任务', '新建水厂3座。')).toEqual([`3: null ${found}`]);
  });
});

describe('the year that a value in a table is meant for', () => {
  const SIZES = [
    '项目名称 | 建设规模（公里） | 责任单位',
    '城东管网工程 | 12 | 县水利局',
    '城西管网工程 | 9 | 县水利局',
  ];
  const TASKS = [
    '序号 | 工作任务 | 责任单位',
    '1 | 新建水厂3座。 | 县水利局',
    '2 | 新建泵站4座，加强运行管护。 | 县水利局',
  ];
  const plain = { title: '石桥县供水保障实施方案' };

  it.each<[string, readonly string[], readonly string[]]>([
    ['sizes', SIZES, ['12: 2023 2023 table', '9: 2023 2023 table']],
    ['sentences', TASKS, ['3: null 2023 table', '4: null 2023 table']],
  ])('is that of the caption before all others: %s', async (_, rows, found) => {
    const around = { heading: '二、2024年重点工作', lead: ['2023年重点工程任务表'] };
    expect(told(await read(rows, around))).toEqual(found);
  });

  it.each([
    ['sizes', SIZES, ['12', '9']],
    ['sentences', TASKS, ['3', '4']],
  ])('of %s is that of the heading, then of the document', async (_, rows, values) => {
    const all = (horizon: string | null): string[] => values.map((value) => `${value}: null ${horizon}`);
    const lead = ['重点工程任务表'];
    expect(told(await read(rows, { heading: '二、2024年重点工作', lead }))).toEqual(all('2024 heading'));
    expect(told(await read(rows, { heading: '二、2019年以来的重点工作', lead }))).toEqual(all('2025 document'));
    expect(told(await read(rows, { heading: '二、重点工作', lead }))).toEqual(all('2025 document'));
    expect(told(await read(rows, { ...plain, title: '石桥县2022年供水保障方案', lead }))).toEqual(all('2022 document'));
    expect(told(await read(rows, { ...plain, lead }))).toEqual(all(null));
  });

  it('of indicators is that of the heading', async () => {
    const rows = ['指标 | 单位 | 目标值', '农村自来水普及率 | % | 92', '城市供水保证率 | % | 97'];
    const lead = ['主要指标表'];
    expect(told(await read(rows, { ...plain, heading: '二、到2027年的主要目标', lead }))).toEqual([
      '92: null 2027 heading',
      '97: null 2027 heading',
    ]);
    expect(told(await read(rows, { ...plain, lead }))).toEqual(['92: null null', '97: null null']);
  });

  it('of indicators is in the caption', async () => {
    const rows = ['指标 | 单位 | 目标值', '农村自来水普及率 | % | 92', '城市供水保证率 | % | 97'];
    expect(told(await read(rows, { ...plain, lead: ['2026年主要指标表'] }))).toEqual([
      '92: 2026 2026 table',
      '97: 2026 2026 table',
    ]);
  });

  it('is the row’s time for what is done year by year', async () => {
    const rows = [
      '序号 | 工作任务 | 完成时限 | 责任单位',
      '1 | 每年新建泵站4座。 | 2024年12月底前 | 县水利局',
      '2 | 新建水厂3座。 | 2023年6月底前 | 县水利局',
    ];
    expect(told(await read(rows, { lead: ['重点任务表'] }))).toEqual(['4: null 2024 table', '3: 2023 2023 table']);
  });
});

describe('explain', () => {
  it('says where the year comes from', async () => {
    const plan = bytes([PLAN, '一、2023年工作任务', '新建水厂3座。', '二、其他', '新建泵站4座。']);
    const from = async (record: string) => {
      const found = await explain(plan, { record });
      return 'taken' in found ? found.taken.filter(({ field }) => field === 'horizon') : [];
    };
    expect(await from('t1')).toEqual([{ field: 'horizon', value: '2023', from: 'a heading above' }]);
    expect(await from('t2')).toEqual([
      { field: 'horizon', value: '2025', from: 'the period or the title of the plan' },
    ]);
  });
});
