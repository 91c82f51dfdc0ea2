import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

const targetsOf = async (...lines: string[]) => {
  const text = ['云岭县民生发展规划（2021—2025年）', '一、主要目标', ...lines, ''].join('\n');
  return (await parse(new TextEncoder().encode(text), { path: 'plan.txt' })).document.targets;
};

describe('targets carry their values in one base', () => {
  it('beside the printed ones', async () => {
    const [target] = await targetsOf('到2025年，城镇新增就业达到1.63万人。');
    expect(target).toMatchObject({ value: 1.63, unit: '万人', valueBase: 16300, unitBase: '人', valueMaxBase: null });
    expect(target?.indicatorId).toBe('urban-new-jobs');
  });

  it('with the upper end of a range', async () => {
    const [target] = await targetsOf('到2025年，全县旅游综合收入达到1.5—2亿元。');
    expect(target).toMatchObject({ unitBase: '元', valueBase: 150000000, valueMaxBase: 200000000 });
  });

  it('with the baseline', async () => {
    const [target] = await targetsOf('到2025年，高标准农田面积由2020年的12.3万亩提高到20.5万亩。');
    expect(target).toMatchObject({ valueBase: 205000, baselineValueBase: 123000, unitBase: '亩' });
  });

  it('and none where the unit is none', async () => {
    const [target] = await targetsOf('到2025年，小学师生比达到1∶19。');
    expect(target).toMatchObject({ unit: '∶', valueBase: null, valueMaxBase: null, unitBase: null });
  });
});
