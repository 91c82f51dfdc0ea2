import { expect, it } from 'vitest';
import { indicators, parse } from '../src/index.js';

it('the library lists the indicators that targets are brought together under', async () => {
  const all = await indicators();
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.find(({ id }) => id === 'inclusive-kindergarten-coverage')).toEqual({
    id: 'inclusive-kindergarten-coverage',
    name: '普惠性幼儿园覆盖率',
    english: 'share of kindergarten children in publicly funded or affordable kindergartens',
    sector: 'education',
    unit: '%',
    better: 'up',
  });
});

it('the id of a target is one of them', async () => {
  const text =
    '云岭县教育发展规划（2021—2025年）\n一、发展目标\n到2025年，全县普惠幼儿园覆盖率达到92%，城镇登记失业率控制在4.5%以内。\n';
  const { document } = await parse(new TextEncoder().encode(text));
  const all = await indicators();
  const known = document.targets.map(({ indicatorId }) => all.find(({ id }) => id === indicatorId));
  expect(known.map((one) => [one?.name, one?.sector, one?.better])).toEqual([
    ['普惠性幼儿园覆盖率', 'education', 'up'],
    ['城镇登记失业率', 'social', 'down'],
  ]);
});

it('a list that was changed by its reader is whole for the next one', async () => {
  const first = (await indicators())[0];
  if (!first) throw new Error('no indicators');
  Object.assign(first, { name: '' });
  expect((await indicators())[0]?.name).not.toBe('');
});
