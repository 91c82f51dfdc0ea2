import { describe, expect, it } from 'vitest';
import { parse } from '../src/index.js';

/** The contradictions that a plan is told of, each as its message. */
async function conflicts(lines: readonly string[], title = '云岭县学前教育发展规划（2021—2025年）'): Promise<string[]> {
  const intro = '为推进全县教育发展，根据有关规定，结合我县实际，制定本规划。';
  const { document } = await parse(new TextEncoder().encode([title, intro, ...lines].join('\n')));
  const told = document.diagnostics.filter(({ code }) => code === 'target/conflict').map(({ message }) => message);
  // One message for each contradiction, and targets for every one of them.
  expect(document.conflicts).toHaveLength(told.length);
  const ids = new Set(document.targets.map(({ id }) => id));
  for (const { targets } of document.conflicts) {
    expect(new Set(targets).size).toBeGreaterThan(1);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  }
  return told.map((message) => message.replace('; decide which one holds', ''));
}

/** Two sentences of different chapters. */
const chapters = (one: string, other: string, headings = ['一、发展目标', '三、重点任务']): string[] => [
  headings[0] ?? '',
  one,
  '二、总体要求',
  '坚持公益普惠，健全公共服务体系。',
  headings[1] ?? '',
  other,
];

describe('statements that cannot all hold', () => {
  it('every year in the text against a list of years in an annex', async () => {
    const plan = [
      '一、重点任务',
      '（一）扩大普惠资源。2023年、2025年，公办幼儿园在园幼儿占比分别达到52%、55%，普惠性幼儿园覆盖率每年均达到100%。',
      '附件1',
      '云岭县学前教育普及实施方案',
      '一、目标任务',
      '2021年、2022年、2023年、2025年，普惠性幼儿园覆盖率分别达到82%、88%、94%、100%。',
    ];
    expect(await conflicts(plan)).toEqual([
      '普惠性幼儿园覆盖率 for 2021 is given as 100% (line 4) and 82% (line 8)',
      '普惠性幼儿园覆盖率 for 2022 is given as 100% (line 4) and 88% (line 8)',
      '普惠性幼儿园覆盖率 for 2023 is given as 100% (line 4) and 94% (line 8)',
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'two values',
      '到2025年，学前三年毛入园率达到96%。',
      '2025年，学前三年毛入园率达到95%。',
      '2025 is given as 96% (line 4) and 95% (line 8)',
    ],
    [
      'a value below a floor',
      '到2025年，学前三年毛入园率达到98%以上。',
      '到2025年，学前三年毛入园率达到95%。',
      '2025 is given as ≥98% (line 4) and 95% (line 8)',
    ],
    [
      'a cap and a floor',
      '到2025年，城镇登记失业率控制在4.5%以内。',
      '到2025年，城镇登记失业率达到5.2%。',
      '2025 is given as ≤4.5% (line 4) and 5.2% (line 8)',
    ],
    [
      'ranges',
      '到2025年，森林覆盖率达到40%—42%。',
      '到2025年，森林覆盖率达到45%。',
      '2025 is given as 40–42% (line 4) and 45% (line 8)',
    ],
    [
      'other names of one indicator',
      '到2025年，全县普惠幼儿园覆盖率达到92%。',
      '到2025年，普惠性幼儿园覆盖率达到90%。',
      '2025 is given as 92% (line 4) and 90% (line 8)',
    ],
    [
      'other units',
      '到2025年，常住人口达到32万人。',
      '到2025年，常住人口达到305000人。',
      '2025 is given as 32万人 (line 4) and 305000人 (line 8)',
    ],
    [
      'names that no list knows',
      '到2025年，家庭医生智慧随访覆盖率达到70%。',
      '到2025年，家庭医生智慧随访覆盖率达到60%。',
      '2025 is given as 70% (line 4) and 60% (line 8)',
    ],
    [
      'growth of a year',
      '2022年，地区生产总值增长6.5%。',
      '2022年，地区生产总值增长7%。',
      '2022 is given as 6.5% (line 4) and 7% (line 8)',
    ],
  ])('%s', async (_, one, other, told) => {
    expect(await conflicts(chapters(one, other))).toEqual([expect.stringContaining(told)]);
  });

  it('tells all places of a contradiction once', async () => {
    const plan = [
      ...chapters('到2025年，学前三年毛入园率达到96%。', '到2025年，学前三年毛入园率达到95%。'),
      '四、保障措施',
      '到2025年，学前三年毛入园率达到96%。',
    ];
    expect(await conflicts(plan)).toEqual(['学前三年毛入园率 for 2025 is given as 96% (lines 4, 10) and 95% (line 8)']);
  });

  it('of every year, twice', async () => {
    const plan = chapters('普惠性幼儿园覆盖率每年均达到100%。', '普惠性幼儿园覆盖率每年均达到95%。');
    expect(await conflicts(plan)).toEqual([
      '普惠性幼儿园覆盖率 for every year is given as 100% (line 4) and 95% (line 8)',
    ]);
  });
});

describe('statements that hold beside each other', () => {
  it.each<[string, string, string]>([
    ['the same again', '到2025年，学前三年毛入园率达到96%。', '到2025年，学前三年毛入园率达到96%。'],
    ['a floor and a value above it', '到2025年，学前三年毛入园率达到90%以上。', '到2025年，学前三年毛入园率达到95%。'],
    ['two floors', '到2025年，学前三年毛入园率不低于90%。', '到2025年，学前三年毛入园率达到95%以上。'],
    ['ranges that meet', '到2025年，森林覆盖率达到40%—42%。', '到2025年，森林覆盖率达到41%。'],
    ['about as much', '到2025年，森林覆盖率达到41%左右。', '到2025年，森林覆盖率达到41.5%。'],
    ['a rounded amount', '到2025年，常住人口达到32万人。', '到2025年，常住人口达到320300人。'],
    ['other years', '到2024年，学前三年毛入园率达到94%。', '到2025年，学前三年毛入园率达到95%。'],
    ['other days of a year', '2023年6月底前，学前三年毛入园率达到93%。', '2023年底前，学前三年毛入园率达到95%。'],
    ['town and country', '到2025年，农村生活污水治理率达到45%。', '到2025年，城市生活污水治理率达到97%。'],
    ['stages of schools', '到2025年，小学教师学历达标率达到95%。', '到2025年，初中教师学历达标率达到99%。'],
    ['public and private', '到2025年，公办幼儿园教师持证率达到99%。', '到2025年，民办幼儿园教师持证率达到92%。'],
    ['towns', '到2025年，石桥镇森林覆盖率达到41%。', '到2025年，柳林镇森林覆盖率达到52%。'],
    [
      'the province and the county',
      '到2025年，全省学前三年毛入园率达到94%。',
      '到2025年，全县学前三年毛入园率达到96%。',
    ],
    ['a level and its growth', '到2025年，常住人口城镇化率达到62%。', '到2025年，常住人口城镇化率提高5个百分点。'],
    ['growth of a year and of all', '到2025年，地区生产总值年均增长6%。', '到2025年，地区生产总值增长34%。'],
    [
      'against different years',
      '到2025年，单位地区生产总值能耗比2020年下降14%。',
      '到2025年，单位地区生产总值能耗比2015年下降27%。',
    ],
    ['projects', '2023年，新建幼儿园6所。', '2023年，新建幼儿园2所。'],
    ['outputs a year and in all', '每年培训教师300人次。', '到2025年，培训教师1500人次。'],
    ['standards', '幼儿园生均公用经费不低于600元。', '特殊教育学校生均公用经费不低于6000元。'],
    ['names that many things have', '到2025年，茶产业产值达到10亿元。', '到2025年，产值达到30亿元。'],
    ['nothing but 覆盖率', '到2025年，覆盖率达到70%。', '到2025年，覆盖率达到80%。'],
    ['every year, as in the list', '普惠性幼儿园覆盖率每年均达到90%以上。', '到2025年，普惠性幼儿园覆盖率达到93%。'],
    ['every year from then on', '2024年起，普惠性幼儿园覆盖率每年均达到100%。', '2023年，普惠性幼儿园覆盖率达到93%。'],
  ])('%s', async (_, one, other) => {
    expect(await conflicts(chapters(one, other))).toEqual([]);
  });

  it.each<[string, string]>([
    ['（一）小学阶段', '（二）初中阶段'],
    ['（一）城区', '（二）农村'],
    ['（一）石桥镇', '（二）柳林镇主要目标'],
    ['（一）基本目标', '（二）奋斗目标'],
  ])('headings say of whom: %s, %s', async (one, other) => {
    const said = (value: number): string => `到2025年，教师学历达标率达到${value}%。`;
    expect(await conflicts(['一、主要任务', one, said(90), other, said(97)])).toEqual([]);
    // The same without such headings is one.
    expect(await conflicts(['一、主要任务', '（一）加强管理', said(90), '（二）加强培训', said(97)])).toHaveLength(1);
  });

  it('what one line lists', async () => {
    expect(
      await conflicts([
        '一、发展目标',
        '到2025年，学前三年毛入园率达到95%以上；到2025年，学前三年毛入园率力争达到98%，学前三年毛入园率达到93%。',
      ]),
    ).toEqual([]);
  });

  it('a total and its parts', async () => {
    const plan = ['一、发展目标', '到2025年，专任教师达到1200名，其中幼儿园专任教师300名、小学专任教师900名。'];
    expect(await conflicts(plan)).toEqual([]);
  });
});

describe('tables', () => {
  const table = (rows: readonly string[][]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const page = (...parts: readonly string[]): string =>
    `<html><body><h1>云岭县教育发展规划（2021—2025年）</h1>${parts.map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`)).join('')}</body></html>`;
  const found = async (html: string): Promise<(string | number | null)[][]> => {
    const { document } = await parse(new TextEncoder().encode(html));
    const value = (id: string) => document.targets.find((target) => target.id === id)?.value ?? null;
    return document.conflicts.map(({ year, targets }) => [year, ...targets.map(value)]);
  };
  const intro = '为推进全县教育发展，根据有关规定，结合我县实际，制定本规划。';
  const head = ['指标', '单位', '2023年', '2025年'];

  it('against the text', async () => {
    const rows = table([head, ['学前三年毛入园率', '%', '93', '95'], ['九年义务教育巩固率', '%', '95', '96']]);
    const text = '到2025年，学前三年毛入园率达到96%，九年义务教育巩固率达到96%。';
    expect(await found(page(intro, '一、发展目标', text, '二、指标体系', '主要指标表', rows))).toEqual([
      [2025, 96, 95],
    ]);
  });

  it('groups of rows are no contradiction, nor are the tables of two towns', async () => {
    const groups = table([
      head,
      ['城区', '', '', ''],
      ['教师学历达标率', '%', '93', '95'],
      ['农村', '', '', ''],
      ['教师学历达标率', '%', '83', '85'],
    ]);
    expect(await found(page(intro, '一、发展目标', '主要指标表', groups))).toEqual([]);
    const town = (value: string): string =>
      table([head, ['学前三年毛入园率', '%', '90', value], ['高中阶段毛入学率', '%', '90', '92']]);
    const towns = ['一、发展目标', '石桥镇主要指标表', town('93'), '二、其他目标', '柳林镇主要指标表', town('95')];
    expect(await found(page(intro, ...towns))).toEqual([]);
    const same = towns.map((part) => part.replace(/石桥镇|柳林镇/, ''));
    expect(await found(page(intro, ...same))).toEqual([[2025, 93, 95]]);
  });
});

it('a register of the same indicator is read in time', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `到2025年，森林覆盖率达到${(i % 900) / 10 + 5}%。`);
  const start = performance.now();
  const { document } = await parse(
    new TextEncoder().encode(['云岭县林业规划（2021—2025年）', '一、目标', ...lines].join('\n')),
  );
  expect(document.conflicts).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);
