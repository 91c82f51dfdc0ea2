import { describe, expect, it } from 'vitest';
import { lossesIn } from '../../src/clean/losses.js';
import { parse } from '../../src/index.js';

/** Losses as `kind:text`. */
const told = (text: string): string[] =>
  lossesIn(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);

describe('numbers that ran together', () => {
  it.each([
    ['two years', '云岭县“十四五”供水规划（20212025年）', '20212025'],
    ['two years in a sentence', '20232025年，全县新建水厂6座。', '20232025'],
    ['a document number', '云政发〔202120', '202120'],
    ['a document number with its 号', '根据云政发〔202320号文件要求。', '202320'],
    ['a month', '202312月底前完成验收。', '202312'],
    ['a month of one digit', '于20246月建成。', '20246'],
    ['the date of a signature', '云岭县人民政府\n2021128', '2021128'],
    ['the date of an office', '云岭县水务局\n202318', '202318'],
  ])('%s', (_, text, found) => {
    expect(told(text).filter((loss) => loss.startsWith('glued'))).toEqual([`glued-digits:${found}`]);
  });

  it.each([
    ['amounts', '投资20212025元，补助2021280元，供水200000吨。'],
    ['codes', '统一社会信用代码11500113009307156W，索引号00843120212025/2021-01716。'],
    ['telephone numbers', '联系电话：20212025，传真：02320212022。'],
    ['compact dates', '云岭县水务局\n20211208'],
    ['cells', '投资（万元）\n2021128\n2034500'],
    ['years that fall', '编号20252021年'],
    ['a whole number', '云政发〔2021〕20号'],
    ['a range that is whole', '（2021—2025年）2021-2025年、2021年至2025年'],
    ['years in a row', '2021、2022、2023年'],
  ])('not: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('counts that were ranges', () => {
  it.each([
    ['beside the same measure', '小学生掌握1—2项运动技能，初中生掌握12项运动技能。', '12项'],
    ['in the next line', '每校培育1～2个特色项目。\n每所学校组建23个社团。\n每镇至少建设2至3个站点。', '23个'],
    ['in a page that loses its dashes', '（20212025年）\n帮助学生掌握12项艺术特长。', '12项'],
    ['two shares', '示范校比例达到8590%。', '8590'],
  ])('%s', (_, text, found) => {
    expect(told(text).filter((loss) => loss.startsWith('lost'))).toEqual([`lost-range:${found}`]);
  });

  it.each([
    ['a dozen without a range beside it', '帮助学生掌握12项运动技能。'],
    ['a dozen that is no share of each', '每人掌握1—2项技能。全县实施12项重点工程。'],
    ['another measure', '每校1—2名辅导员，每校开设12门课程。'],
    ['digits far apart', '每人掌握1—2项技能，每校落实19项制度。'],
    ['far away', `每校开展1—2次演练。${'\n甲。'.repeat(8)}\n每校开展12次演练。`],
    ['years of age and centuries', '每人掌握1—2项技能。第12项任务。'],
    ['a share above one hundred', '增长1250%，覆盖面年均增长1250%，达到2100%。'],
    ['a decimal', '达到85.90%。'],
  ])('not: %s', (_, text) => {
    expect(told(text).filter((loss) => loss.startsWith('lost'))).toEqual([]);
  });
});

describe('brackets and quotation marks without a partner', () => {
  it.each([
    ['an opening bracket', '学前三年毛入园率（%', '（'],
    ['a closing bracket', '2021—2025年）', '）'],
    ['the outer of two', '（各乡（镇）人民政府负责。', '（'],
    ['a title', '根据《云岭县供水规划，制定本方案。', '《'],
    ['a quotation', '十四五”期间，新建水厂6座。', '”'],
    ['the one among pairs', '“十三五”期间和十四五”期间。', '”'],
  ])('%s', (_, text, mark) => {
    expect(told(text)).toEqual([`unbalanced:${mark}`]);
  });

  it.each([
    ['pairs', '（一）“十四五”规划《关于印发〈方案〉的通知》（2021—2025年）'],
    ['pairs of two kinds', '云政发〔2021]20号（试行)'],
    ['items', '1)新建水厂；2)改造管网；a)验收。\n3）移交\n一）总结'],
    ['the same mark twice, as typists write it', '“十四五“期间，”十三五”以来。'],
    ['a ratio and a smile', '师生比1:15，<6岁。'],
  ])('not: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('records', () => {
  const plan = (task: string): string =>
    `云岭县体育工作行动计划（2021—2025年）\n一、主要任务\n（一）开展活动。${task}\n二、保障措施\n各学校要加强组织领导，按期完成。\n`;
  const read = async (task: string) => (await parse(Buffer.from(plan(task)))).document;

  it('that use a doubtful number say so, and a diagnostic tells where', async () => {
    const { targets, diagnostics } = await read('每名小学生掌握1—2项运动技能，每名初中生掌握12项运动技能。');
    expect(targets.map(({ value, suspect }) => [value, suspect])).toEqual([
      [1, null],
      [12, 'lost-range'],
    ]);
    expect(diagnostics).toMatchObject([{ code: 'clean/lost-range', severity: 'warning', line: 3 }]);
  });

  it('whose years ran together say so too', async () => {
    const { targets } = await read('20222024年新建体育场馆6座。');
    expect(targets.map(({ value, year, suspect }) => [value, year, suspect])).toEqual([[6, null, 'glued-digits']]);
  });

  it('are not suspect for a lone bracket elsewhere in their clause', async () => {
    const { targets, diagnostics } = await read('到2025年，新建体育场馆6座（含改扩建。');
    expect(targets.map(({ suspect }) => suspect)).toEqual([null]);
    expect(diagnostics).toMatchObject([{ code: 'clean/unbalanced', severity: 'info' }]);
  });

  it('of a whole text are not suspect', async () => {
    const { targets, deadlines, diagnostics } = await read('到2025年，新建体育场馆6座。');
    expect([...targets, ...deadlines].map(({ suspect }) => suspect)).toEqual([null, null]);
    expect(diagnostics).toEqual([]);
  });
});
