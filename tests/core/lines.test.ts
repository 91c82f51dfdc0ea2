import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex, linesOf } from '../../src/core/lines.js';

const pages = fc.string({ unit: fc.constantFrom('甲', 'a', '\n', '😀', ' '), maxLength: 40 });

describe('linesOf', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['\n', ['']],
    ['甲', ['甲']],
    ['甲\n', ['甲']],
    ['甲\n乙', ['甲', '乙']],
    ['甲\n\n乙\n', ['甲', '', '乙']],
    // Only LF ends a line here: the others have become LF before.
    ['甲\r乙', ['甲\r乙']],
  ])('%j', (text, expected) => {
    expect(linesOf(text).map((line) => line.text)).toEqual(expected);
  });

  it('gives lines that are slices of the text, numbered from 1, one LF apart', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const lines = linesOf(text);
        let at = 0;
        lines.forEach((line, i) => {
          expect(line.number).toBe(i + 1);
          expect(line.start).toBe(at);
          expect(text.slice(line.start, line.end)).toBe(line.text);
          expect(line.text).not.toContain('\n');
          at = line.end + 1;
        });
        const joined = lines.map((line) => line.text).join('\n');
        expect(text.endsWith('\n') ? `${joined}\n` : joined).toBe(text);
      }),
    );
  });
});

describe('lineIndex', () => {
  it.each<[string, number, number, number]>([
    ['', 0, 1, 1],
    ['甲乙', 0, 1, 1],
    ['甲乙', 2, 1, 3],
    ['甲\n乙', 1, 1, 2],
    ['甲\n乙', 2, 2, 1],
    ['甲\n', 2, 2, 1],
    ['\n\n甲', 2, 3, 1],
  ])('of %j: offset %d is line %d, column %d', (text, offset, line, column) => {
    expect(lineIndex(text)(offset)).toEqual({ line, column });
  });

  it('counts like splitting at line ends does', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const place = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset).split('\n');
          expect(place(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
        }
      }),
    );
  });

  it('finds every character of every line', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const place = lineIndex(text);
        for (const line of linesOf(text)) {
          expect(place(line.start)).toEqual({ line: line.number, column: 1 });
          expect(place(line.end)).toEqual({ line: line.number, column: line.text.length + 1 });
        }
      }),
    );
  });
});
