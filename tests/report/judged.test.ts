import { describe, expect, it } from 'vitest';
import { compare } from '../../src/report/differences.js';
import type { Expectation, Fields, Found } from '../../src/report/expectation.js';
import { judge } from '../../src/report/judged.js';
import type { Verdict } from '../../src/schema/verdicts.js';

const target = (indicator: string, value: number): Fields => ({
  ...{ section: '一', class: 'outcome', indicator, comparator: 'ge', value, valueMax: null, unit: '%' },
  quote: `${indicator}达到${value}%以上`,
});
const [a, b, c] = [target('毛入园率', 95), target('普惠率', 85), target('巩固率', 98)];
const found: Found = { targets: [a, b, c], deadlines: [] };

function verdict(id: string, record: Fields, said: Verdict['verdict'], correction?: Fields): Verdict {
  return { kind: 'targets', id, verdict: said, record, ...(correction ? { correction } : {}) };
}
const accepted = (id: string, record: Fields) => verdict(id, record, 'accepted');
const rejected = (id: string, record: Fields) => verdict(id, record, 'rejected');

const holds = (expected: Expectation, what: Found) => compare(expected, what).differences.length === 0;

describe('verdicts on some records', () => {
  const { expectation, conflicts, changes } = judge(
    null,
    [accepted('t1', a), verdict('t2', b, 'corrected', { value: 80 })],
    found,
  );

  it('must be found, or found as corrected', () => {
    expect(conflicts).toEqual([]);
    expect(changes).toEqual(['targets: 2 more must be found, 0 more must not']);
    expect(expectation).toEqual({ contains: { targets: [a, { ...b, value: 80 }] } });
    expect(holds(expectation, found)).toBe(false);
    expect(holds(expectation, { targets: [c, { ...b, value: 80 }, a] })).toBe(true);
    expect(holds(expectation, { targets: [{ ...b, value: 80 }] })).toBe(false);
  });

  it('must not be found where they were rejected', () => {
    const { expectation: no } = judge(null, [rejected('t1', a)], found);
    expect(no).toEqual({ excludes: { targets: [a] } });
    expect(holds(no, found)).toBe(false);
    expect(holds(no, { targets: [b, c] })).toBe(true);
  });

  it('are added once, beside what is expected', () => {
    const before: Expectation = { meta: { title: 'x' }, sections: [], contains: { targets: [a] } };
    const once = judge(before, [accepted('t1', a), accepted('t2', b)], found);
    expect(once.expectation).toEqual({ meta: { title: 'x' }, sections: [], contains: { targets: [a, b] } });
    const twice = judge(once.expectation, [accepted('t1', a), accepted('t2', b)], found);
    expect(twice).toEqual({ expectation: once.expectation, conflicts: [], changes: [] });
  });

  it('cannot tell equal records apart', () => {
    const { conflicts: two, expectation: kept } = judge(null, [accepted('t1', a), rejected('t2', a)], found);
    expect(two.map(({ message }) => message)).toEqual([
      'targets t2 was rejected, and one that is equal to it was not: judge all targets, then the list can tell how many there are',
    ]);
    expect(kept).toEqual({ contains: { targets: [a] } });
  });
});

describe('verdicts on all records of a kind', () => {
  const all = [accepted('t1', a), rejected('t2', b), verdict('t3', c, 'corrected', { year: 2025 })];

  it('are the whole list of it', () => {
    const { expectation, changes } = judge({ contains: { targets: [{ indicator: '毛入园率' }] } }, all, found);
    expect(expectation).toEqual({ targets: [a, { ...c, year: 2025 }] });
    expect(changes).toEqual(['all 2 targets are expected, and no others; 1 rejected']);
  });

  it('tell equal records apart', () => {
    const { expectation, conflicts } = judge(null, [accepted('t1', a), rejected('t2', a)], { targets: [a, a] });
    expect([expectation, conflicts]).toEqual([{ targets: [a] }, []]);
  });

  it('are not, where something that nobody judged must be found too', () => {
    const before: Expectation = { contains: { targets: [target('另一项', 7)] } };
    const { expectation, conflicts } = judge(before, [accepted('t1', a)], { targets: [a] });
    expect(conflicts).toEqual([]);
    expect(expectation).toEqual({ contains: { targets: [target('另一项', 7), a] } });
  });
});

describe('what is expected already', () => {
  const messages = (before: Expectation, ...verdicts: Verdict[]) => {
    const judged = judge(before, verdicts, found);
    expect(judged.expectation).toEqual(before);
    return judged.conflicts.map(({ message }) => message);
  };

  it('stays, and a verdict that says otherwise is told', () => {
    const whole: Expectation = { targets: [a, b] };
    expect(messages(whole, accepted('t1', a))).toEqual([]);
    expect(messages(whole, rejected('t3', c))).toEqual([]);
    expect(messages(whole, accepted('t3', c))).toEqual([
      'targets t3 was accepted, and expected.json lists all targets without it',
    ]);
    expect(messages(whole, rejected('t1', a))).toEqual([
      'targets t1 was rejected, and expected.json expects it as it was found',
    ]);
    expect(messages(whole, verdict('t1', a, 'corrected', { value: 96 }))).toEqual([
      'targets t1 was corrected, and expected.json expects it as it was found',
    ]);
    expect(messages({ targets: [{ ...a, value: 96 }] }, verdict('t1', a, 'corrected', { value: 96 }))).toEqual([]);
    expect(messages({ contains: { targets: [a] } }, rejected('t1', a))).toHaveLength(1);
    expect(messages({ excludes: { targets: [{ indicator: '毛入园率' }] } }, accepted('t1', a))).toEqual([
      'targets t1 was accepted, and expected.json excludes it',
    ]);
    expect(messages({ failure: 'input/empty' }, accepted('t1', a))[0]).toMatch(/to be refused as input\/empty/);
  });
});

it.each<[string, Verdict, RegExp]>([
  ['no correction', verdict('t1', a, 'corrected'), /has no correction/],
  ['a correction of another', verdict('t1', a, 'accepted', { value: 1 }), /has a correction/],
  ['an empty record', accepted('t1', {}), /its record is empty/],
  ['an unknown field', accepted('t1', { valeu: 1 }), /has a field "valeu"/],
  ['a value of no record', verdict('t1', a, 'corrected', { comparator: 'over' }), /comparator "over" is not one of/],
])('a verdict with %s is told and left out', (_, wrong, message) => {
  const { expectation, conflicts } = judge(null, [wrong], found);
  expect(expectation).toEqual({});
  expect(conflicts[0]?.message).toMatch(message);
});

it('two verdicts on one record contradict each other, unless they are the same', () => {
  expect(judge(null, [accepted('t1', a), accepted('t1', a)], found).conflicts).toEqual([]);
  expect(judge(null, [accepted('t1', a), rejected('t1', a)], found).conflicts[0]?.message).toMatch(
    /accepted by another/,
  );
});
