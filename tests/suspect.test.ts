import { describe, expect, it } from 'vitest';
import { explain, parse } from '../src/index.js';
import { read } from './extract/table-page.js';

/** Stands for characters that the download lost. */
const LOST = '\ufffd';

const plan = (sentence: string): Uint8Array =>
  new TextEncoder().encode(
    `云岭县事业发展规划（2021—2025年）\n为推进全县事业发展，制定本规划。\n一、主要任务\n（一）建设任务\n${sentence}\n`,
  );

/** Values and days of a plan with what makes them suspect. */
async function flags(sentence: string): Promise<[number | string | null, string | null][]> {
  const { targets, deadlines } = (await parse(plan(sentence))).document;
  return [
    ...targets.map(({ value, suspect }): [number, string | null] => [value, suspect]),
    ...deadlines.map(({ end, suspect }): [string | null, string | null] => [end, suspect]),
  ];
}

describe('a number beside lost characters is suspect, whatever rule reads it', () => {
  it.each<[string, string]>([
    ['level', `全${LOST}学前三年毛入园率达到95%。`],
    ['change', `全${LOST}规上工业增加值增长8%。`],
    ['limit', `企业${LOST}诉求48小时内响应。`],
    ['size', `县第二医院${LOST}建设项目总投资2.4亿元。`],
    ['served', `为10万名残疾人提供${LOST}基本康复服务。`],
    ['each', `每5所幼儿园配备${LOST}1名责任督学。`],
    ['count', `景${LOST}区年接待游客80万人次。`],
    ['made', `在城${LOST}新建幼儿园6所。`],
    ['standard', `落实600元/生/年的公办园${LOST}生均公用经费标准。`],
    ['share-first', `90%以上的行${LOST}村建成卫生室。`],
  ])('%s', async (rule, sentence) => {
    const found = await explain(plan(sentence), { record: 't1' });
    expect('rule' in found && found.rule.id).toBe(rule);
    expect(await flags(sentence)).toEqual([[expect.any(Number), 'lost-characters']]);
    // The same sentence without the loss is sound.
    expect(await flags(sentence.replace(LOST, ''))).toEqual([[expect.any(Number), null]]);
  });

  it('so are all values of a list, and the baseline’s clause', async () => {
    expect(await flags(`新建幼儿园6所、小学${LOST}4所。`)).toEqual([
      [6, 'lost-characters'],
      [4, 'lost-characters'],
    ]);
  });
});

describe('damage in another clause of the quote', () => {
  it('makes only the number suspect whose clause it is', async () => {
    expect(await flags(`到2025年，新建幼儿园${LOST}6所，改建小学4所，学前三年毛入园率达到95%。`)).toEqual([
      [6, 'lost-characters'],
      [4, null],
      [95, null],
      ['2025-12-31', null],
    ]);
  });

  it('makes a target suspect whose year stands there, where it touches that year', async () => {
    expect(await flags(`到2025年${LOST}，新建幼儿园6所，改建小学4所。`)).toEqual([
      [6, 'lost-characters'],
      [4, 'lost-characters'],
      ['2025-12-31', 'lost-characters'],
    ]);
    expect(await flags(`到2025年全县事业${LOST}全面发展，新建幼儿园6所。`)).toEqual([
      [6, null],
      ['2025-12-31', 'lost-characters'],
    ]);
  });

  it('leaves a date alone', async () => {
    expect(await flags(`2023年6月底前，完成县${LOST}医院改造。`)).toEqual([['2023-06-30', null]]);
    expect(await flags(`在2023年6月底前${LOST}成县医院改造。`)).toEqual([['2023-06-30', 'lost-characters']]);
  });

  it('a comma inside a number ends no clause', async () => {
    expect(await flags(`全${LOST}县培训教师1,200人次。`)).toEqual([[1200, 'lost-characters']]);
  });
});

describe('rows of tables', () => {
  const flagsOf = async (rows: readonly string[]) => {
    const { targets, deadlines } = await read(rows, { lead: ['重点工程和指标表'] });
    return [...targets, ...deadlines].map((one) => [
      'value' in one ? one.value : one.end,
      'year' in one ? one.year : null,
      one.suspect,
    ]);
  };

  it('a damaged value, and none beside it', async () => {
    const rows = [
      '指标 | 单位 | 2023年 | 2025年',
      `农村自来水普及率 | % | 9${LOST} | 92`,
      '城市供水保证率 | % | 95 | 97',
    ];
    const found = await flagsOf(rows);
    expect(found.filter(([value]) => value === 92)).toEqual([[92, 2025, null]]);
    expect(found.filter(([value]) => value === 97)).toEqual([[97, 2025, null]]);
  });

  it('a damaged name or unit makes all values of its row suspect', async () => {
    const rows = (name: string, unit: string): string[] => [
      '指标 | 单位 | 2023年 | 2025年',
      `${name} | ${unit} | 90 | 92`,
      '城市供水保证率 | % | 95 | 97',
    ];
    for (const damaged of [rows(`农${LOST}自来水普及率`, '%'), rows('农村自来水普及量', `万${LOST}`)])
      expect((await flagsOf(damaged)).map(([value, , suspect]) => [value, suspect])).toEqual([
        [90, 'lost-characters'],
        [92, 'lost-characters'],
        [95, null],
        [97, null],
      ]);
  });

  it('sizes and times of projects', async () => {
    const rows = [
      '项目名称 | 建设规模（公里） | 完成时限 | 责任单位',
      `城东${LOST}管网工程 | 12 | 2023年12月 | 县水利局`,
      '城西管网工程 | 9 | 2024年6月 | 县水利局',
    ];
    expect(await flagsOf(rows)).toEqual([
      [12, 2023, 'lost-characters'],
      [9, 2024, null],
      ['2023-12-31', null, 'lost-characters'],
      ['2024-06-30', null, null],
    ]);
  });
});
