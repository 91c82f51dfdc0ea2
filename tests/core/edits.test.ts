import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, layout, remove, repair, sortEdits } from '../../src/core/edits.js';
import { chains, editsOf, texts } from './chain.js';

const put = (start: number, end: number, text: string): Edit => repair(start, end, text, 'test');

describe('applyEdits', () => {
  it.each<[string, string, Edit[], string]>([
    ['nothing', '全县规划', [], '全县规划'],
    ['nothing to an empty text', '', [], ''],
    ['an insertion into an empty text', '', [put(0, 0, '全县')], '全县'],
    ['an insertion before the first character', '规划', [put(0, 0, '全县')], '全县规划'],
    ['an insertion behind the last character', '全县', [put(2, 2, '规划')], '全县规划'],
    ['a removal at the start', '?全县', [remove(0, 1, 'spam')], '全县'],
    ['a removal at the end', '全县?', [remove(2, 3, 'spam')], '全县'],
    ['a removal of everything', '全县', [remove(0, 2, 'spam')], ''],
    ['neighbours that touch', 'abcd', [put(1, 2, 'X'), put(2, 3, 'Y')], 'aXYd'],
    ['edits in any order', 'abcd', [put(3, 4, 'Y'), put(0, 1, 'X')], 'XbcY'],
    ['an insertion before a change at one place', 'abc', [put(1, 2, 'Y'), put(1, 1, 'X')], 'aXYc'],
    ['two insertions at one place, as given', 'ac', [put(1, 1, 'X'), put(1, 1, 'Y')], 'aXYc'],
    ['a line end', '一、\r\n二、', [layout(2, 4, '\n')], '一、\n二、'],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits).text).toBe(expected);
  });

  it.each<[string, Edit[]]>([
    ['overlap', [put(0, 2, 'X'), put(1, 3, 'Y')]],
    ['hold each other', [put(0, 3, 'X'), put(1, 2, 'Y')]],
    ['are the same twice', [put(1, 2, 'X'), put(1, 2, 'X')]],
    ['insert into a changed stretch', [put(0, 3, 'X'), put(2, 2, 'Y')]],
    ['end behind the text', [put(2, 4, 'X')]],
    ['begin before the text', [put(-1, 1, 'X')]],
    ['end before they begin', [put(2, 1, 'X')]],
  ])('throws a RangeError for edits that %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });

  it('gives what cutting and pasting by hand gives', () => {
    fc.assert(
      fc.property(texts, chains, (text, [recipes = []]) => {
        const edits = editsOf(text, recipes);
        // From the last edit to the first, so that offsets stay right.
        const byHand = edits.reduceRight((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
        const { text: result, map } = applyEdits(text, edits);
        expect(result).toBe(byHand);
        expect([map.length, map.oldLength]).toEqual([result.length, text.length]);
      }),
    );
  });

  it('does not mind the order in which the edits are given', () => {
    fc.assert(
      fc.property(texts, chains, (text, [recipes = []]) => {
        // Insertions at one place keep the order in which they are given, so there may be only one at a place.
        const seen = new Set<string>();
        const edits = editsOf(text, recipes).filter((e) => !seen.has(`${e.start}`) && seen.add(`${e.start}`));
        expect(applyEdits(text, [...edits].reverse()).text).toBe(applyEdits(text, edits).text);
        expect(sortEdits([...edits].reverse())).toEqual(edits);
      }),
    );
  });
});

describe('the makers of edits', () => {
  it.each([
    ['remove', remove(1, 2, 'spam'), { start: 1, end: 2, text: '', cause: { kind: 'removed', reason: 'spam' } }],
    [
      'repair',
      repair(1, 2, '規', 'pinyin'),
      { start: 1, end: 2, text: '規', cause: { kind: 'repaired', repair: 'pinyin' } },
    ],
    [
      'a guess',
      repair(1, 2, '校', 'byte-shift', true),
      { start: 1, end: 2, text: '校', cause: { kind: 'repaired', repair: 'byte-shift', guessed: true } },
    ],
    ['layout', layout(1, 2), { start: 1, end: 2, text: '', cause: { kind: 'layout' } }],
  ])('%s says why', (_, edit, expected) => {
    expect(edit).toEqual(expected);
  });
});
