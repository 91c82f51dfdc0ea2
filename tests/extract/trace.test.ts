import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseNumbers } from '../../src/extract/trace-digits.js';
import { CELLS, NO_DEADLINE, NO_QUANTITY, REJECTED, UNREAD } from '../../src/lexicon/reasons.js';

const source = (file: string): string => readFileSync(new URL(`../../src/extract/${file}`, import.meta.url), 'utf8');

describe('reasons', () => {
  it('every rejection has words', () => {
    const union = /export type Rejection =([^;]+);/.exec(source('refine/reject.ts'))?.[1] ?? '';
    const names = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !Object.hasOwn(REJECTED, name ?? ''))).toEqual([]);
  });

  it('every time that sets no deadline has words', () => {
    const union = /export type Undue =([^;]+);/.exec(source('deadlines/undue.ts'))?.[1] ?? '';
    const names = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !Object.hasOwn(NO_DEADLINE, name ?? ''))).toEqual([]);
  });

  it.each(Object.entries({ REJECTED, UNREAD, CELLS, NO_QUANTITY, NO_DEADLINE }))(
    '%s: one sentence each',
    (_, words) => {
      const sentences = Object.values(words);
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^[^A-Z].{5,90}[^.]$/);
    },
  );
});

describe('digits that are no quantity', () => {
  it.each<[string, string, string]>([
    ['国办发〔2022〕6号文件', '〔2022〕6号', 'document-number'],
    ['位于18号地块', '18号', 'document-number'],
    ['第3幼儿园', '第3', 'ordinal'],
    ['第一名的学校', '第一名', 'ordinal'],
    ['推进5G网络', '5G', 'letters'],
    ['创建国家5A级景区', '5A', 'letters'],
    ['附件2', '2', 'numbered'],
    ['专栏 3', '3', 'numbered'],
    ['1.水利', '1', 'marker'],
    ['能力提升工程2.0', '2.0', 'version'],
    ['电话:0854-4212345', '0854-4212345', 'code'],
    ['于2021.12.30印发', '2021.12.30', 'date'],
    ['让每一个学生', '一个', 'idiom'],
    ['非985高校', '985', 'other'],
  ])('%s', (line, text, reason) => {
    expect(looseNumbers(line, [], 0).map((one) => [line.slice(one.start, one.end), one.reason])).toEqual([
      [text, reason],
    ]);
  });

  it('cover every digit outside of what was read, whatever the line', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'0123456789年月日第号〔〕(). ,:-/+%AG中一二三所个余'),
      maxLength: 60,
    });
    const places = fc.tuple(fc.nat(60), fc.nat(8));
    fc.assert(
      fc.property(line, places, (text, [at, length]) => {
        const taken = [{ start: Math.min(at, text.length), end: Math.min(at + length, text.length) }];
        const all = [...looseNumbers(text, taken, 0), ...taken].sort((a, b) => a.start - b.start || a.end - b.end);
        const covered = (i: number): boolean => all.some(({ start, end }) => start <= i && i < end);
        expect([...text].flatMap((c, i) => (/\d/.test(c) && !covered(i) ? [i] : []))).toEqual([]);
        expect(all.every(({ start }, i) => start >= (all[i - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });

  it('in a time that grows with the line', () => {
    for (const unit of ['1234567890', '1,', '〔2022〕', '一二三', 'A1+', '第']) {
      const started = performance.now();
      looseNumbers(unit.repeat(100_000), [], 0);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
