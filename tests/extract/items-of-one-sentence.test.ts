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

  it('is told from a title above its text', async () => {
    expect(await targetsOf('1. 实施8大工程', '加快推进各项工程。', '2. 打造100个品牌。加强品牌建设。')).toEqual([]);
  });
});
