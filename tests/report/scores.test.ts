import { describe, expect, it } from 'vitest';
import { compare } from '../../src/report/differences.js';
import type { Expectation, Found } from '../../src/report/expectation.js';
import { addScores, belowMinimum, measureOf, noScores, scoreData, scoreLines } from '../../src/report/scores.js';

const record = (value: number, indicator = '毛入园率') => ({ indicator, value, quote: `${indicator}达到${value}%` });

function scoresOf(...fixtures: readonly (readonly [Expectation, Found])[]) {
  const scores = noScores();
  for (const [expected, found] of fixtures) addScores(scores, expected, found, compare(expected, found).differences);
  return scores;
}

describe('scores', () => {
  it('count a record as right where it is equal in all fields that are compared', () => {
    const expected = { targets: [record(95), record(85, '普惠率'), record(98, '巩固率')] };
    const found = { targets: [record(95), { ...record(85, '普惠率'), value: 86 }] };
    const { targets } = scoresOf([expected, found]);
    expect(targets).toEqual({ expected: 3, found: 2, right: 1 });
    expect(measureOf(targets, 'precision')).toBe(1 / 2);
    expect(measureOf(targets, 'recall')).toBe(1 / 3);
    expect(measureOf(targets, 'f')).toBe(2 / 5);
  });

  it('of partial expectations count what they judge', () => {
    const found = { targets: [record(95), record(85, '普惠率'), record(98, '巩固率')] };
    const expected: Expectation = {
      contains: { targets: [record(95), record(1, '没有的')] },
      excludes: { targets: [{ indicator: '巩固率' }] },
    };
    expect(scoresOf([expected, found]).targets).toEqual({ expected: 2, found: 2, right: 1 });
  });

  it('of a source that was refused count all as missing, and of an expected refusal nothing', () => {
    const refused = { failure: 'input/empty' };
    expect(scoresOf([{ meta: { title: 'x' }, targets: [record(95)] }, refused])).toMatchObject({
      meta: { expected: 1, found: 0, right: 0 },
      targets: { expected: 1, found: 0, right: 0 },
    });
    expect(scoresOf([refused, refused])).toEqual(noScores());
  });

  it('count facts of the document one by one, where they are not null', () => {
    const expected = { meta: { title: 'a', issuer: 'b', region: null, url: null } };
    const found = { meta: { title: 'a', issuer: 'c', region: 'd', url: null } };
    expect(scoresOf([expected, found]).meta).toEqual({ expected: 2, found: 3, right: 1 });
  });

  it('are shown with decimals that are cut: nothing wrong is 1.000', () => {
    const scores = noScores();
    Object.assign(scores.targets, { expected: 10_000, found: 10_000, right: 9_999 });
    const lines = scoreLines(scores);
    expect(lines[1]).toMatch(/^ {2}targets +0\.999 +0\.999 +0\.999 +9999 +10000 +10000$/);
    expect(lines).toHaveLength(3);
    expect(scoreLines(noScores())).toEqual([]);
    expect(scoreData(scores).targets).toMatchObject({ precision: 0.9999, right: 9999 });
    expect(scoreData(scores).tables).toEqual({
      expected: 0,
      found: 0,
      right: 0,
      precision: null,
      recall: null,
      f: null,
    });
  });
});

describe('a minimum', () => {
  const scores = noScores();
  Object.assign(scores.targets, { expected: 20, found: 20, right: 19 });
  Object.assign(scores.tables, { expected: 0, found: 2, right: 0 });
  const below = (kind: 'targets' | 'tables' | 'parts', measure: 'f' | 'precision' | 'recall', least: number) =>
    belowMinimum(scores, { kind, measure, least });

  it('holds at and above it, and not below', () => {
    expect(below('targets', 'f', 0.95)).toBeNull();
    expect(below('targets', 'recall', 0.9)).toBeNull();
    expect(below('targets', 'precision', 0.951)).toBe('precision of targets is 0.950, below the minimum 0.951');
  });

  it('cannot be held where there is nothing to compare', () => {
    expect(below('parts', 'f', 0)).toMatch(/^F of parts cannot hold the minimum 0: there is nothing to compare/);
    expect(below('tables', 'recall', 0.5)).toMatch(/no fixture expects any/);
    expect(below('tables', 'precision', 0.5)).toBe('precision of tables is 0.000, below the minimum 0.5');
  });
});
