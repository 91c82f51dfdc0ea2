import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanNumeral, numeral } from '../../src/core/numerals.js';

describe('numeral', () => {
  it.each<[string, number]>([
    // Counting.
    ['零', 0],
    ['一', 1],
    ['两', 2],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百', 100],
    ['一百零八', 108],
    ['一百一十', 110],
    ['一百二十三', 123],
    ['两百', 200],
    ['一千零五', 1005],
    ['一千零五十', 1050],
    ['三千二百', 3200],
    ['九千九百九十九', 9999],
    // Digit by digit.
    ['二〇三五', 2035],
    ['二零三五', 2035],
    ['一九四九', 1949],
    ['〇', 0],
    // Other writings.
    ['12', 12],
    ['007', 7],
    ['①', 1],
    ['⑳', 20],
    ['㉑', 21],
    ['㊿', 50],
  ])('%s is %d', (text, value) => {
    expect(numeral(text)).toBe(value);
  });

  it.each(['', '甲', '一甲', '1.5', '-1', '１２', ' 1', '一 二', '第一', '①②', '㊀', '万', '二万', 'Ⅳ', '１'])(
    '%j is none',
    (text) => {
      expect(numeral(text)).toBeUndefined();
    },
  );

  it('reads back every number up to 9,999, counted and digit by digit', () => {
    const digits = '〇一二三四五六七八九';
    const counted = (n: number): string => {
      let text = '';
      for (const [name, size] of [
        ['千', 1000],
        ['百', 100],
        ['十', 10],
        ['', 1],
      ] as const) {
        const digit = Math.floor(n / size) % 10;
        if (digit > 0) text += `${digits[digit]}${name}`;
        else if (text !== '' && !text.endsWith('零') && n % size > 0) text += '零';
      }
      return text;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect(numeral(counted(n))).toBe(n);
        expect(numeral([...String(n)].map((d) => digits[Number(d)]).join(''))).toBe(n);
        expect(numeral(String(n))).toBe(n);
      }),
    );
  });
});

describe('hanNumeral', () => {
  it.each<[number, string]>([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [23, '二十三'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [999, '九百九十九'],
  ])('%d is printed %s', (number, text) => {
    expect(hanNumeral(number)).toBe(text);
  });

  it('writes what numeral reads', () => {
    for (let n = 1; n <= 999; n++) expect(numeral(hanNumeral(n))).toBe(n);
  });
});
