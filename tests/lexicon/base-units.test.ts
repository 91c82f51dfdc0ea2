import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase } from '../../src/lexicon/base-units.js';

describe('a value in the base of its unit', () => {
  it.each<[number, string, number, string]>([
    [1.63, '万人', 16300, '人'],
    [1.1, '亿元', 110000000, '元'],
    [0.07, '亿元', 7000000, '元'],
    [4.35, '万', 43500, ''],
    [3, '亿', 300000000, ''],
    [1.005, '千人', 1005, '人'],
    [2.3, '百万元', 2300000, '元'],
    [12.5, '万人次', 125000, '人次'],
    [20.01, '万亩', 200100, '亩'],
    [35, '公顷', 35, '公顷'],
    [12, '千米', 12, '公里'],
    [0.5, '万公里', 5000, '公里'],
    [300, '米', 300, '米'],
    [80, '㎡', 80, '平方米'],
    [1.2, '万平米', 12000, '平方米'],
    [6.5, '万立方米', 65000, '立方米'],
    [3, '万立方米/日', 30000, '立方米/日'],
    [120, '万千瓦', 1200000, '千瓦'],
    [1.2, '吉瓦', 1200000, '千瓦'],
    [50, '兆瓦', 50000, '千瓦'],
    [8.8, '亿千瓦时', 880000000, '千瓦时'],
    [5, '亿度', 500000000, '千瓦时'],
    [12.3, '亿斤', 615000, '吨'],
    [61.5, '万吨', 615000, '吨'],
    [450, '公斤/亩', 450, '公斤/亩'],
    [900, '斤/亩', 450, '公斤/亩'],
    [1.2, '万元/亩', 12000, '元/亩'],
    [0.6, '万元', 6000, '元'],
    [20, '件/万人', 20, '件/万人'],
    [0.45, '吨标准煤/万元', 0.45, '吨标准煤/万元'],
    [7, '/10万', 7, '/10万'],
    [95.5, '%', 95.5, '%'],
    [95, '％', 95, '%'],
    [6.2, '‰', 6.2, '‰'],
    [9, '成', 90, '%'],
    [0.5, '个百分点', 0.5, '百分点'],
    [0.5, '百分点', 0.5, '百分点'],
    [12, '所', 12, '所'],
    [1, 'EFLOPS', 1000, 'PFLOPS'],
    [30, '万标箱', 300000, '标准箱'],
    [-0.3, '万人', -3000, '人'],
    [1e21, '万元', 1e25, '元'],
  ])('%s%s is %s%s', (value, unit, valueBase, unitBase) => {
    expect(toBase(value, unit)).toEqual({ valueBase, unitBase });
  });

  it.each(['', '∶', ':', '当年价', '学前教育', '个人的'])('%j is no unit', (unit) => {
    expect(toBase(5, unit)).toBeNull();
  });

  it('is the printed decimal with its point moved, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const printed = Number(`${digits}e-${places}`);
        expect(toBase(printed, '万元')?.valueBase).toBe(digits * 10 ** (4 - places));
        expect(toBase(printed, '亿元')?.valueBase).toBe(digits * 10 ** (8 - places));
      }),
    );
  });
});
