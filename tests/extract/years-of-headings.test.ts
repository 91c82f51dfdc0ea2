import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

/** The values of the targets of a summary of one year and plan for the next, with a heading over the first number. */
async function valuesUnder(heading: string): Promise<number[]> {
  const text = [
    '临山县工业和信息化局2023年工作总结和2024年工作计划',
    '2023年，我局认真贯彻县委、县政府决策部署，各项工作取得新成效。',
    `一、${heading}`,
    '（一）重点工作。全县规上工业企业达到132家。',
    '二、2024年工作计划',
    '（一）重点工作。培育专精特新企业10家。',
  ].join('\n');
  const { document } = await parse(new TextEncoder().encode(text));
  return document.targets.map(({ value }) => value);
}

describe('a heading that names a year before the plan', () => {
  it.each(['2023年主要工作', '2023年度工作', '2022—2023年重点工作'])('%s looks back', async (heading) => {
    expect(await valuesUnder(heading)).toEqual([10]);
  });

  it.each(['2024年主要工作', '2023—2024年重点工作', '近期主要工作', '2023年以来谋划的重点工作'])(
    '%s does not',
    async (heading) => {
      expect(await valuesUnder(heading)).toEqual([132, 10]);
    },
  );
});

describe('the year that a title gives', () => {
  it.each<[string, string | null]>([
    ['石泉县2024年国土绿化实施方案', '2024-04-30'],
    ['关于下达2024年造林任务的通知', '2024-04-30'],
    ['石泉县国土绿化实施方案（2024年版）', null],
    ['石泉县国土绿化方案（2023—2025年）', '2023-04-30'],
    ['2023年造林情况和2024年工作安排', '2024-04-30'],
    ['石泉县国土绿化实施方案', null],
  ])('%s', async (title, end) => {
    const text = [
      title,
      '为做好造林工作，制定本方案。',
      '一、时间安排',
      '全县造林工作要抓早抓实，4月底前完成栽植。',
    ].join('\n');
    const { document } = await parse(new TextEncoder().encode(text));
    expect(document.deadlines.map((deadline) => deadline.end)).toEqual([end]);
  });
});
