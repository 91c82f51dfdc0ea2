import { describe, expect, it } from 'vitest';
import { clock, progressLine, tailOf } from '../../src/report/progress.js';

/** Columns that a text takes in a terminal: two for what is Chinese or full-width here. */
const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\p{Script=Han}（）《》，]/u.test(character) ? 2 : 1), 0);

describe('tailOf', () => {
  it.each<[string, number, string]>([
    ['plans/a.txt', 11, 'plans/a.txt'],
    ['plans/a.txt', 10, '…ans/a.txt'],
    ['规划.txt', 8, '规划.txt'],
    ['规划.txt', 7, '…划.txt'],
    ['规划.txt', 6, '….txt'],
    ['a\nb\u001b[31m', 20, 'a b [31m'],
    ['abc', 1, ''],
    ['abc', 0, ''],
    ['', 5, ''],
  ])('of %j in %d columns is %j', (text, room, expected) => {
    expect(tailOf(text, room)).toBe(expected);
  });

  it('is never wider than it may be', () => {
    const name = '规a划b（2021—2025年）cd《方案》.html';
    for (let room = 0; room < 50; room++) expect(columns(tailOf(name, room)), String(room)).toBeLessThanOrEqual(room);
  });
});

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [59_499, '0:59'],
    [59_500, '1:00'],
    [3_599_600, '1:00:00'],
    [3_723_000, '1:02:03'],
  ])('of %d is %s', (milliseconds, expected) => {
    expect(clock(milliseconds)).toBe(expected);
  });
});

describe('progressLine', () => {
  const state = { done: 50, total: 200, failed: 0, elapsed: 10_000, current: 'plans/云岭县规划.html' };

  it('tells share, rate, time that is left and the current file', () => {
    expect(progressLine(state, 100)).toBe('█████░░░░░░░░░░░░░░░ 50/200  5.0/s  0:30 left  plans/云岭县规划.html');
    expect(progressLine({ ...state, failed: 3 }, 100)).toContain('  3 failed  ');
  });

  it('tells no time at the end, and no nonsense at the beginning', () => {
    expect(progressLine({ ...state, done: 200 }, 100)).toMatch(/^█{20} 200\/200 {2}20\/s {2}plans/);
    expect(progressLine({ ...state, done: 0, elapsed: 0 }, 100)).toMatch(/^░{20} 0\/200 {2}0\.0\/s {2}plans/);
    expect(progressLine({ ...state, done: 0, total: 0, elapsed: 0 }, 100)).not.toMatch(/NaN|Infinity/);
  });

  it('leaves the last column of every terminal free', () => {
    for (let width = 1; width < 120; width++)
      expect(columns(progressLine(state, width)), String(width)).toBeLessThan(Math.max(width, 1));
  });
});
