import { describe, expect, it } from 'vitest';
import { fold } from '../../src/extract/fold.js';
import { CALENDAR_EXAMPLES, RECURRING_EXAMPLES, RELATIVE_EXAMPLES } from '../../src/extract/tokens/times/examples.js';
import { findTimes, type TimeToken } from '../../src/extract/tokens/times.js';

const CONTEXT = { year: 2022, period: { from: 2021, to: 2025 }, since: '2022-05-10' };

function told(time: TimeToken): string {
  const flags = (['relative', 'status', 'implied'] as const).filter((flag) => time[flag]);
  return [
    time.text,
    `${time.from ?? ''}..${time.to ?? ''}`,
    ...(time.recurring ? [time.recurring] : []),
    ...flags,
  ].join(' ');
}

describe.each([
  ['the calendar', CALENDAR_EXAMPLES],
  ['what comes again', RECURRING_EXAMPLES],
  ['terms counted from elsewhere', RELATIVE_EXAMPLES],
])('times of %s', (_, examples) => {
  it.each(examples)('$text', ({ text, gives }) => {
    expect(findTimes(fold(text), CONTEXT).map(told)).toEqual(gives);
  });

  it('has traps', () => {
    expect(examples.some(({ gives }) => gives.length === 0)).toBe(true);
  });
});

describe('without what the document would tell', () => {
  it.each([
    ['6月底前完成', '6月底前 .. relative'],
    ['今年底前完成', '今年底前 .. relative'],
    ['到规划期末完成', '到规划期末 .. relative'],
  ])('%s names no day', (line, expected) => {
    expect(findTimes(line, { year: null }).map(told)).toEqual([expected]);
  });
});

/*
 * The pieces of a scan cost what they look at; that none looks at the whole line again shows in how often patterns are
 * tried, not in how long it takes.
 */
describe('a hostile line', () => {
  const tries = (line: string): number => {
    const { exec } = RegExp.prototype;
    let count = 0;
    RegExp.prototype.exec = function (this: RegExp, text: string) {
      count++;
      return exec.call(this, text);
    };
    try {
      findTimes(line, CONTEXT);
    } finally {
      RegExp.prototype.exec = exec;
    }
    return count;
  };

  const WORDS = '年 9 月 至 3月 2025年 2025- 每 每年3月、 十四五 十 至3月 3至 《2025年 前 之日起'.split(' ');

  it.each(WORDS)('of %s takes twice the work where it is twice as long', (word) => {
    const short = tries(word.repeat(Math.ceil(20_000 / word.length)));
    const long = tries(word.repeat(Math.ceil(40_000 / word.length)));
    expect(long).toBeLessThanOrEqual(2 * short + 20);
  });

  it.each(['年', '9', '月', '至'])('of a million %s is read', (mark) => {
    expect(findTimes(`${mark.repeat(1_000_000)}，到2025年`, CONTEXT).at(-1)?.to).toBe('2025-12-31');
  });
});
