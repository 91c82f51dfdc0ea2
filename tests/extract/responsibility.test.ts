import { describe, expect, it } from 'vitest';
import { labelledStatement } from '../../src/extract/responsibility/labels.js';
import { verbStatement } from '../../src/extract/responsibility/verbs.js';
import { parse } from '../../src/index.js';

type Named = readonly [leads: string[], responsible: string[], partners: string[]];
const named = (roles: ReturnType<typeof verbStatement>): Named | undefined =>
  roles && [roles.leads, roles.responsible, roles.partners];

describe('labelled statements', () => {
  it.each<[string, ...Named]>([
    [
      '牵头单位:县教育局;责任单位:县民政局、县财政局,各乡(镇)人民政府',
      ['县教育局'],
      ['县民政局', '县财政局', '各乡(镇)人民政府'],
      [],
    ],
    ['牵头单位:县教育局、县财政局;责任单位:县委编办', ['县教育局', '县财政局'], ['县委编办'], []],
    // The mark between the roles may be a comma, a blank, a full stop, or missing.
    ['牵头单位:县统计局,责任单位:县教育局', ['县统计局'], ['县教育局'], []],
    ['牵头单位:县教育局 责任单位:县人社局、县财政局', ['县教育局'], ['县人社局', '县财政局'], []],
    ['牵头单位：县教育局。责任单位：县人社局', ['县教育局'], ['县人社局'], []],
    ['牵头单位：县教育局责任单位：县人社局', ['县教育局'], ['县人社局'], []],
    ['牵头单位 : 县教育局；责任单位: 县民族中学', ['县教育局'], ['县民族中学'], []],
    ['责任单位:县教育局', [], ['县教育局'], []],
    ['责任科室:组干科、机关党委', [], ['组干科', '机关党委'], []],
    ['责任单位:水网建设专班', [], ['水网建设专班'], []],
    ['牵头部门：县水务局；配合部门：县财政局、县民政局', ['县水务局'], [], ['县财政局', '县民政局']],
    ['主要责任单位:县水务局;协同配合单位:县财政局', ['县水务局'], [], ['县财政局']],
    ['主办单位:县水务局;协办单位:县文旅局', ['县水务局'], [], ['县文旅局']],
    ['牵头责任单位:县水务局', ['县水务局'], [], []],
    ['责任(配合)单位:县水务局', [], [], ['县水务局']],
    ['牵头：县水务局；配合：县财政局', ['县水务局'], [], ['县财政局']],
    ['牵头单位:县数据局;配合单位:无', ['县数据局'], [], []],
    ['责任单位:县教育局等,各县(市、区)政府(管委会)', [], ['县教育局', '各县(市、区)政府(管委会)'], []],
    [
      '责任单位:县教育局、县财政局等部门、各乡镇(街道)人民政府(办事处)',
      [],
      ['县教育局', '县财政局', '各乡镇(街道)人民政府(办事处)'],
      [],
    ],
    ['责任单位:县教育督导委员会其他成员单位', [], ['县教育督导委员会其他成员单位'], []],
  ])('%s', (inner, ...expected) => {
    expect(named(labelledStatement(inner))).toEqual(expected);
  });

  it.each([['县教育局负责'], ['加强领导,责任单位要抓好落实'], ['试行'], ['']])('none: %s', (inner) => {
    expect(labelledStatement(inner)).toBeUndefined();
  });
});

describe('statements closed by a verb of office', () => {
  it.each<[string, ...Named]>([
    ['县教育体育局负责', [], ['县教育体育局'], []],
    ['县教育体育局、县科技局、县科协负责', [], ['县教育体育局', '县科技局', '县科协'], []],
    ['县委宣传部、团县委负责,列第一位的为牵头部门,下同', [], ['县委宣传部', '团县委'], []],
    ['县政府办牵头,县直有关部门及各乡镇政府按职责分工负责', ['县政府办'], ['县直有关部门', '各乡镇政府'], []],
    ['省工业和信息化厅牵头', ['省工业和信息化厅'], [], []],
    ['省发展改革委、省科技厅等按职责分工负责', [], ['省发展改革委', '省科技厅'], []],
    ['省科技厅、省教育厅按职责分工负责,各市人民政府结合实际落实', [], ['省科技厅', '省教育厅'], ['各市人民政府']],
    ['由县发展改革局会同县财政局等部门负责落实', ['县发展改革局'], [], ['县财政局']],
    ['由县教育局牵头,县财政局参加', ['县教育局'], [], ['县财政局']],
    ['县教育局牵头,县财政局、县民政局配合', ['县教育局'], [], ['县财政局', '县民政局']],
    ['县教育局牵头；县财政局，县民政局配合', ['县教育局'], [], ['县财政局', '县民政局']],
    ['县教育局牵头负责,县财政局协助', ['县教育局'], [], ['县财政局']],
    ['县教育局负责学校建设,县财政局负责资金保障', [], ['县教育局', '县财政局'], []],
    ['区委政法委牵头、属地镇街具体负责、区直有关单位协同推进', ['区委政法委'], ['属地镇街'], ['区直有关单位']],
    ['县教育局、县财政局分别负责', [], ['县教育局', '县财政局'], []],
    ['县人力资源和社会保障局负责', [], ['县人力资源和社会保障局'], []],
  ])('%s', (inner, ...expected) => {
    expect(named(verbStatement(inner))).toEqual(expected);
  });

  it.each([
    ['a principle', '谁主管谁负责、谁运维谁负责、谁使用谁负责'],
    ['an actor in general', '政府负责'],
    ['prose', '县统计局要做好年度平均受教育年限结果的统计核定'],
    ['a list without a verb', '县教育局、县财政局'],
    ['a draft', '试行'],
    ['empty', ''],
  ])('none: %s', (_, inner) => {
    expect(verbStatement(inner)).toBeUndefined();
  });
});

/** The statements of a plan as `leads ← partners (basis)`. */
async function stated(...lines: string[]): Promise<string[]> {
  const text = ['云岭县供水行动方案(2021—2025年)', '一、主要任务', ...lines].join('\n');
  const { document } = await parse(new TextEncoder().encode(`${text}\n`));
  return document.responsibilities
    .filter((r) => r.style === 'bracket')
    .map((r) => `${r.leads.join(' ')} ← ${r.partners.join(' ')} (${r.basis})`);
}

describe('in a document', () => {
  const TASK = '（一）建设水厂。新建水厂2座，改造供水管网。';

  it.each<[string, string, string[]]>([
    ['〔〕', '〔牵头单位:县水务局;责任单位:县财政局〕', ['县水务局 ← 县财政局 (labelled)']],
    ['()', '(牵头单位：县水务局；责任单位：县财政局、县民政局)', ['县水务局 ← 县财政局 县民政局 (labelled)']],
    ['（）', '（牵头单位：县水务局；责任单位：县财政局）', ['县水务局 ← 县财政局 (labelled)']],
    ['[]', '[牵头单位：县水务局；责任单位：县财政局]', ['县水务局 ← 县财政局 (labelled)']],
    ['【】', '【责任单位：县水务局】', ['县水务局 ←  (sole)']],
    [
      'brackets inside brackets',
      '（县水务局、各乡镇（街道）人民政府负责）',
      ['县水务局 各乡镇（街道）人民政府 ←  (joint)'],
    ],
    ['a bracket that nobody closes', '〔牵头单位:县水务局;责任单位:县财政局', ['县水务局 ← 县财政局 (labelled)']],
    ['one body that 负责', '（县水务局负责）', ['县水务局 ←  (sole)']],
    ['several that 负责 are all leads', '（县水务局、县财政局负责）', ['县水务局 县财政局 ←  (joint)']],
    ['牵头 and 配合', '（县水务局牵头，县财政局配合）', ['县水务局 ← 县财政局 (labelled)']],
    ['two statements', '（县水务局负责）改造管网。（县财政局负责）', ['县水务局 ←  (sole)', '县财政局 ←  (sole)']],
  ])('%s', async (_, statement, expected) => {
    expect(await stated(TASK + statement)).toEqual(expected);
  });

  it('labels on lines of their own', async () => {
    expect(await stated(TASK, '责任单位：县水务局、各乡镇')).toEqual(['县水务局 各乡镇 ←  (joint)']);
  });

  it('a rule that the first one listed leads holds from there on', async () => {
    expect(
      await stated(
        `${TASK}（县财政局、县民政局负责）`,
        '（二）改造管网。（县水务局、县财政局负责，列第一位的为牵头部门，下同）',
        '（三）监测水质。（县环保局、县水务局、县卫健局负责）',
        '（四）落实经费。（县财政局负责）',
      ),
    ).toEqual([
      '县财政局 县民政局 ←  (joint)',
      '县水务局 ← 县财政局 (first-listed)',
      '县环保局 ← 县水务局 县卫健局 (first-listed)',
      '县财政局 ←  (sole)',
    ]);
  });

  it.each([
    ['责任单位中排名第一的责任单位为牵头单位，其他为参与单位。'],
    ['各项任务列第一位的责任单位为牵头单位或汇总单位。'],
  ])('also where a sentence before says so: %s', async (rule) => {
    expect(await stated(rule, `${TASK}（责任单位：县水务局、县财政局）`)).toEqual([
      '县水务局 ← 县财政局 (first-listed)',
    ]);
  });

  it.each([
    ['谁主管谁负责', '坚持（谁主管谁负责）的原则。'],
    ['a draft', '制定办法（试行）。'],
    ['a number', '占比（不低于50%）。'],
    ['a note about duty', '压实责任（含配合责任），形成合力。'],
  ])('none: %s', async (_, line) => {
    expect(await stated(line)).toEqual([]);
  });
});

describe('harder statements', () => {
  it.each<[string, ...Named]>([
    ['责任单位:县教育局、县财政局,排在首位的为牵头单位,下同', [], ['县教育局', '县财政局'], []],
    ['责任单位:县发展改革局、县大数据中心按职责分工负责', [], ['县发展改革局', '县大数据中心'], []],
    ['责任（配合）单位：县水务局', [], [], ['县水务局']],
    // Labels of other things may stand before; persons are not extracted.
    ['完成时限:2023年;责任单位:县水务局', [], ['县水务局'], []],
    ['牵头领导:张某某;牵头单位:县水务局;责任单位:县财政局', ['县水务局'], ['县财政局'], []],
  ])('%s', (inner, ...expected) => {
    expect(named(labelledStatement(inner))).toEqual(expected);
  });

  it('商 names who is asked', () => {
    expect(named(verbStatement('县司法局商有关部门组织实施'))).toEqual([['县司法局'], [], []]);
  });

  it('a mechanism without a named body is none', () => {
    expect(verbStatement('政府统筹、教育行政部门牵头、部门配合')).toBeUndefined();
  });
});
