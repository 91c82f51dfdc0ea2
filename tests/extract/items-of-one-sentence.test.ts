import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

async function targetsOf(...items: string[]): Promise<string[]> {
  const text = ['石泉县2024年重点工作任务清单', '为做好重点工作，制定本清单。', '一、经济发展', ...items].join('\n');
  const { document, text: cleaned } = await parse(new TextEncoder().encode(text));
  return document.targets.map(({ indicator, value, unit, evidence }) => {
    expect(cleaned.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    return `${indicator} ${value}${unit} «${evidence.quote}»`;
  });
}

describe('an item that is one sentence', () => {
  it('states what it says, without its number', async () => {
    expect(
      await targetsOf('1. 新建水厂2座。', '2. 改造农村公路60公里。（责任单位：县交通局）', '3. 合格率不低于99%；'),
    ).toEqual([
      '新建水厂 2座 «新建水厂2座»',
      '改造农村公路 60公里 «改造农村公路60公里»',
      '合格率 99% «合格率不低于99%»',
    ]);
  });

  it('may close with brackets in brackets, or without a full stop', async () => {
    expect(
      await targetsOf(
        '1. 治理河道3公里。（责任单位：各县（市、区）人民政府）',
        '2. 新建泵站2座。（责任单位：县水务局（县河长办））',
        '3. 新建医院1所（县卫健局）',
      ),
    ).toEqual([
      '治理河道 3公里 «治理河道3公里»',
      '新建泵站 2座 «新建泵站2座»',
      '新建医院 1所 «新建医院1所（县卫健局）»',
    ]);
  });

  it('is told from a title above its text', async () => {
    expect(await targetsOf('1. 实施8大工程', '加快推进各项工程。', '2. 优化办事服务（7项）')).toEqual([]);
  });

  it('may go on in further sentences', async () => {
    expect(await targetsOf('1. 打造100个品牌。加强品牌建设。', '2. 加固水库3座。新建泵站2座。')).toEqual([
      '打造品牌 100个 «打造100个品牌»',
      '加固水库 3座 «加固水库3座»',
      '新建泵站 2座 «新建泵站2座»',
    ]);
  });
});
