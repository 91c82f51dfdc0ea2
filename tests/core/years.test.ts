import { expect, it } from 'vitest';
import { namedYears, planPeriod } from '../../src/core/years.js';

it.each<[string, { from: number; to: number } | undefined, string]>([
  ['2025年目标值', { from: 2025, to: 2025 }, '目标值'],
  ['目标值2025年', { from: 2025, to: 2025 }, '目标值'],
  ['2021—2025年累计', { from: 2021, to: 2025 }, '累计'],
  ['2021-2025年', { from: 2021, to: 2025 }, ''],
  ['“十四五”末', { from: 2021, to: 2025 }, ''],
  ['“十四五”规划2023年计划', { from: 2023, to: 2023 }, '计划'],
  ['二〇三五年目标', { from: 2035, to: 2035 }, '目标'],
  ['二○二五年', { from: 2025, to: 2025 }, ''],
  ['总投资', undefined, '总投资'],
  ['12025号', undefined, '12025号'],
  ['十五个镇', undefined, '十五个镇'],
])('%s names %j', (name, span, rest) => {
  expect(namedYears(name)).toMatchObject({ span, rest });
});

it('two years that make no span are compared', () => {
  expect(namedYears('2025年比2020年增长')).toMatchObject({ compared: true, span: { from: 2025, to: 2025 } });
  expect(namedYears('2021—2025年').compared).toBe(false);
});

it('plans have five years, by either name', () => {
  expect(planPeriod('“十四五”规划')).toEqual({ from: 2021, to: 2025 });
  expect(planPeriod('第十四个五年规划纲要')).toEqual({ from: 2021, to: 2025 });
  expect(planPeriod('十五个五年级班')).toBeUndefined();
});
