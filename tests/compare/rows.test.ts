import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareDocuments } from '../../src/compare/index.js';
import { compared, OPTIONS, planOf, shownRows } from './plans.js';

const A = '云岭县国民经济和社会发展第十四个五年规划(2021—2025年)';
const B = '青岚县国民经济和社会发展第十四个五年规划(2021—2025年)';

const rowsOf = async (a: readonly string[], b: readonly string[], options = {}): Promise<string[]> =>
  shownRows(await compared({ [A]: a, [B]: b }, options));

describe('what is one row', () => {
  it('is a known indicator under any of its names', async () => {
    const rows = await rowsOf(
      ['到2025年,全县城镇新增就业人数达到1.2万人。', '到2025年,学前三年毛入园率达到95%以上。'],
      ['到2025年,新增城镇就业8000人。', '到2025年,学前教育毛入园率达到92%。'],
    );
    expect(rows).toEqual([
      '学前三年毛入园率 [%]: 云岭县 2025 ge95; 青岚县 2025 eq92',
      '城镇新增就业 [万人]: 云岭县 2025 eq1.2; 青岚县 2025 eq0.8',
    ]);
  });

  it('is a name in any spelling, also with the place before it', async () => {
    const rows = await rowsOf(
      ['到2025年,云岭县慢行步道总长度达到120公里。'],
      ['到2025年,全县慢行步道总长度达到80千米。'],
    );
    expect(rows).toEqual(['慢行步道总长度 [公里]: 云岭县 2025 eq120; 青岚县 2025 eq80']);
  });

  it('counts with any measure word, shown where it is another', async () => {
    const rows = await rowsOf(['到2025年,培育示范合作社20家。'], ['到2025年,培育示范合作社30个。']);
    expect(rows).toEqual(['培育示范合作社 [个]: 云岭县 2025 eq20家; 青岚县 2025 eq30']);
  });

  it('of names that are alike shows how alike they are', async () => {
    const sentence = (name: string) => [`到2025年,建设${name}12个。`];
    const plans = { [A]: sentence('滨河绿道慢行交通精品区'), [B]: sentence('滨河绿道慢行交通精品区域') };
    const [row, ...others] = (await compared(plans)).rows;
    expect(others).toEqual([]);
    expect(row?.notes).toContain('merged');
    expect(row?.names.map(({ similarity }) => similarity)).toEqual([1, 0.92]);
    expect((await compared(plans, { similarity: 1 })).rows).toHaveLength(2);
  });
});

describe('what is never one row', () => {
  it.each<[string, string, string]>([
    ['a level and a growth', '到2025年,地区生产总值达到300亿元。', '到2025年,地区生产总值比2020年增长40%。'],
    ['growth a year and in all', '地区生产总值年均增长6%。', '到2025年,地区生产总值比2020年增长40%。'],
    [
      'growth since other years',
      '到2025年,单位地区生产总值能耗比2020年下降13%。',
      '到2025年,单位地区生产总值能耗比2015年下降25%。',
    ],
    ['growth and decline', '到2025年,慢行步道使用人次比2020年增长9%。', '到2025年,慢行步道使用人次比2020年下降9%。'],
    ['countryside and town', '到2025年,农村自来水普及率达到92%。', '到2025年,城镇自来水普及率达到99%。'],
    ['first and second class', '到2025年,建成一级养老服务中心机构3家。', '到2025年,建成二级养老服务中心机构5家。'],
    ['people and times', '到2025年,培训新型职业农民500人。', '到2025年,培训新型职业农民900人次。'],
    ['yuan and dollars', '到2025年,特色农产品外销额达到3亿元。', '到2025年,特色农产品外销额达到2亿美元。'],
    ['what says too little', '总投资3亿元。', '总投资5亿元。'],
    ['a sum over years and a level', '到2025年,累计改造老旧管网300公里。', '到2025年,改造老旧管网300公里。'],
    ['the county and the province', '到2025年,森林覆盖率达到60%。', '到2025年,全省森林覆盖率达到61%。'],
  ])('%s', async (_, one, other) => {
    const { rows, sources } = await compared({ [A]: [one], [B]: [other] });
    expect(sources.length).toBe(2);
    expect(rows.map(({ documents }) => documents)).toEqual([1, 1]);
  });

  it('is proposed where the name is the same or alike, and not where it tells another thing', async () => {
    const { rows } = await compared({
      [A]: [
        '到2025年,地区生产总值达到300亿元。',
        '到2025年,建成一级养老服务中心机构3家。',
        '到2025年,新建乡村文化礼堂20个。',
      ],
      [B]: [
        '到2025年,地区生产总值比2020年增长40%。',
        '到2025年,建成二级养老服务中心机构5家。',
        '到2025年,新建乡村文化舞台20个。',
      ],
    });
    const proposed = rows.flatMap(({ label, similar }) =>
      similar.map((one) => `${label} ~ ${one.label} ${one.similarity} ${one.otherQuantity}`),
    );
    expect(proposed.sort()).toEqual([
      '地区生产总值 ~ 地区生产总值 1 true',
      '地区生产总值 ~ 地区生产总值 1 true',
      '新建乡村文化礼堂 ~ 新建乡村文化舞台 0.75 false',
      '新建乡村文化舞台 ~ 新建乡村文化礼堂 0.75 false',
    ]);
  });
});

describe('cells', () => {
  const marksOf = ({ rows }: Comparison): string[] =>
    rows.flatMap(({ label, cells }) => [...cells.values()].map(({ marks }) => `${label}: ${marks.join()}`));

  it('tell two values of one place and year, of two plans and of one', async () => {
    const draft = '云岭县国民经济和社会发展第十四个五年规划(草案)(2021—2025年)';
    const two = await compared({ [A]: ['到2025年,森林覆盖率达到60%。'], [draft]: ['到2025年,森林覆盖率达到62%。'] });
    expect(shownRows(two)).toEqual(['森林覆盖率 [%]: 云岭县 2025 eq60 / eq62']);
    expect(marksOf(two)).toEqual(['森林覆盖率: values']);
    const one = await compared({ [A]: ['到2025年,森林覆盖率达到60%。', '到2025年,森林覆盖率达到64%。'] });
    expect(marksOf(one)).toEqual(['森林覆盖率: values,contradiction']);
  });

  it('tell other comparing words, and how firmly a thing is meant', async () => {
    const draft = '云岭县国民经济和社会发展第十四个五年规划(草案)(2021—2025年)';
    const plans = { [A]: ['到2025年,森林覆盖率力争达到60%。'], [draft]: ['到2025年,森林覆盖率达到60%以上。'] };
    expect(marksOf(await compared(plans))).toEqual(['森林覆盖率: comparators,aspirational']);
  });

  it('take several things that are made for no contradiction', async () => {
    const plans = { [A]: ['新建乡村文化礼堂20个。', '新建乡村文化礼堂6个。'] };
    expect(marksOf(await compared(plans))).toEqual(['新建乡村文化礼堂: several']);
  });

  it('keep years that are not stated apart, with where they come from', async () => {
    const { columns, rows } = await compared({
      [A]: ['森林覆盖率达到60%。', '到2025年,空气质量优良天数比例达到90%。'],
      工作安排: ['森林覆盖率达到61%。'],
    });
    expect(columns.map(({ year, given }) => `${year} ${given}`)).toEqual(['2025 stated', '2025 implied', 'null none']);
    const bases = rows.flatMap(({ cells }) =>
      [...cells.values()].flatMap(({ entries }) => entries.map((e) => e.basis)),
    );
    expect(bases).toEqual(['document', null, null]);
  });
});

describe('places', () => {
  it('of like names are not merged, and a plan without one stands under its title', async () => {
    const { documents, columns } = await compared({
      [A]: ['到2025年,森林覆盖率达到60%。'],
      '北苑市云岭县林业发展规划(2021—2025年)': ['到2025年,森林覆盖率达到61%。'],
      工作安排: ['森林覆盖率达到61%。'],
    });
    expect(new Set(columns.map(({ group }) => group)).size).toBe(3);
    const notes = documents.flatMap(({ notes }) => notes.map(({ code }) => code));
    expect(notes.sort()).toEqual(['no-region', 'similar-place', 'similar-place']);
  });

  it('of the same name under other cities are two', async () => {
    const plan = async (city: string) => {
      const document = await planOf('朝阳区林业发展规划(2021—2025年)', ['到2025年,森林覆盖率达到60%。'], `${city}.txt`);
      return { ...document, meta: { ...document.meta, region: '朝阳区', issuer: `${city}朝阳区人民政府` } };
    };
    const { columns } = compareDocuments([await plan('北苑市'), await plan('南浦市')], OPTIONS);
    expect(columns.map(({ group }) => group).sort()).toEqual(['北苑市朝阳区', '南浦市朝阳区']);
  });

  it('copies of the same bytes are told and count as one plan', async () => {
    const document = await planOf(A, ['到2025年,森林覆盖率达到60%。']);
    const copy = { ...document, source: { ...document.source, path: 'copy.txt' } };
    const { rows, documents } = compareDocuments([document, copy], OPTIONS);
    expect(rows.map((row) => row.documents)).toEqual([1]);
    expect(documents.flatMap(({ notes }) => notes)).toEqual([{ code: 'same-bytes', of: 'D1' }]);
  });
});

describe('columns', () => {
  it.each([
    ['region', ['云岭县 2023', '云岭县 2025', '青岚县 2023', '青岚县 2025']],
    ['year', ['云岭县 2023', '青岚县 2023', '云岭县 2025', '青岚县 2025']],
    ['document', [`${A} 2023`, `${A} 2025`, `${B} 2023`, `${B} 2025`]],
  ] as const)('by %s', async (by, expected) => {
    const sentences = ['到2023年,森林覆盖率达到60%。', '到2025年,森林覆盖率达到61%。'];
    const { columns } = await compared({ [A]: sentences, [B]: sentences }, { by });
    expect(columns.map(({ group, year }) => `${group} ${year}`)).toEqual(expected);
  });
});

describe('a list of indicators', () => {
  const ask = (asked: string, label: string | null = null, unit: string | null = null) => ({ asked, label, unit });
  const plans = {
    [A]: ['到2025年,城镇新增就业1.2万人。', '到2025年,森林覆盖率达到60%。', '到2025年,新建乡村文化礼堂20个。'],
    [B]: ['到2025年,新增城镇就业8000人。'],
  };

  it('restricts and orders rows, with names and units of its own', async () => {
    const wanted = [
      ask('乡村文化礼堂'),
      ask('forest-coverage'),
      ask('新增城镇就业人数', '就业', '人'),
      ask('新建乡村文化礼堂'),
    ];
    const { rows } = await compared(plans, { wanted });
    expect(rows.map(({ label, unit, documents }) => `${label} ${unit} ${documents}`)).toEqual([
      '乡村文化礼堂  0',
      '森林覆盖率 % 1',
      '就业 人 2',
      '新建乡村文化礼堂 个 1',
    ]);
    expect(rows[0]?.notes).toEqual(['not-found']);
    expect([...(rows[2]?.cells.values() ?? [])].flatMap(({ entries }) => entries.map(({ value }) => value))).toEqual([
      12000, 8000,
    ]);
  });

  it('tells ids that there are not, and units that cannot be had', async () => {
    const { rows } = await compared(plans, { wanted: [ask('forest-cover'), ask('urban-new-jobs', null, '户')] });
    expect(rows.map(({ notes }) => notes)).toEqual([['unknown'], ['unit-not-exact']]);
    expect(rows[1]?.unit).toBe('万人');
  });
});

it('the same plans give the same comparison in any order, and no target is lost', async () => {
  const sentences = [
    '到2025年,城镇新增就业1.2万人。',
    '总投资3亿元。',
    '新建乡村文化礼堂20个。',
    '森林覆盖率达到60%。',
  ];
  const titles = [A, B, '北苑市云岭县林业发展规划(2021—2025年)', '工作安排', '重点工作安排'];
  const documents = await Promise.all(titles.map((title, i) => planOf(title, sentences.slice(i % 3))));
  const plain = (value: unknown) => JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one));
  const expected = plain(compareDocuments(documents, OPTIONS));
  const targets = documents.reduce((sum, document) => sum + document.targets.length, 0);
  expect(targets).toBeGreaterThan(10);
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
      const comparison = compareDocuments(shuffled, OPTIONS);
      expect(comparison.sources.length).toBe(targets);
      expect(plain(comparison)).toBe(expected);
    }),
    { numRuns: 30 },
  );
});
