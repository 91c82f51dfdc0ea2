import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/extract/clauses.js';
import { fold } from '../../src/extract/fold.js';

const clauses = (line: string): string[] => clausesOf(line).map((c) => line.slice(c.start, c.end));

describe('clausesOf', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['。', []],
    ['新建水厂', ['新建水厂']],
    ['到2025年,新建水厂2座。', ['到2025年', '新建水厂2座']],
    ['一是建水厂;二是改管网。三是强监管!', ['一是建水厂', '二是改管网', '三是强监管']],
    // Not inside brackets and quotes.
    ['县水务局(含水库中心,水质站),县财政局', ['县水务局(含水库中心,水质站)', '县财政局']],
    ['坚持“建管并重,以用促管”,落实责任', ['坚持“建管并重,以用促管”', '落实责任']],
    ['根据《甲,乙》,制定', ['根据《甲,乙》', '制定']],
    ['〔牵头单位:甲;责任单位:乙,丙〕', ['〔牵头单位:甲;责任单位:乙,丙〕']],
    ['(甲(乙,丙)丁,戊)己,庚', ['(甲(乙,丙)丁,戊)己', '庚']],
    // A bracket that nobody closes swallows nothing.
    ['新建水厂(含管网,改造泵站,落实责任', ['新建水厂(含管网', '改造泵站', '落实责任']],
    ['新建)水厂,改造管网', ['新建)水厂', '改造管网']],
    ['新建(水厂。改造,管网)', ['新建(水厂', '改造', '管网)']],
    // Thousands are one number.
    ['投资1,234万元,占地5亩', ['投资1,234万元', '占地5亩']],
    ['投资1,2,3号', ['投资1', '2', '3号']],
    // Nothing but blanks is no clause.
    [',, ;甲', ['甲']],
  ])('%j', (line, expected) => {
    expect(clauses(line)).toEqual(expected);
  });

  it('counts sentences and their parts', () => {
    const line = '甲,乙;丙。丁,一是戊,二是己。庚';
    expect(clausesOf(line).map((c) => [line.slice(c.start, c.end), c.sentence, c.part])).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 0],
      ['丙', 0, 1],
      ['丁', 1, 2],
      ['一是戊', 1, 3],
      ['二是己', 1, 4],
      ['庚', 2, 5],
    ]);
  });

  it('an item begins a part of its own also at the start of the line', () => {
    const line = '一是戊,二是己';
    expect(clausesOf(line).map((c) => c.part)).toEqual([0, 1]);
  });

  it('a bracket that closes far away is taken as not closed', () => {
    const far = `(${'甲'.repeat(300)},乙),丙`;
    expect(clauses(far).length).toBe(3);
  });

  it('loses nothing: clauses stand in order, apart, and between them there are only marks', () => {
    const line = fc.string({ unit: fc.constantFrom(...'甲乙1,;。!?()〔〕“”《》 是一'), maxLength: 40 });
    fc.assert(
      fc.property(line, (text) => {
        let at = 0;
        let last = { sentence: 0, part: 0 };
        for (const clause of clausesOf(text)) {
          expect(clause.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, clause.start)).toMatch(/^[,;。!? ]*$/);
          expect(text.slice(clause.start, clause.end).trim()).not.toBe('');
          expect(clause.sentence).toBeGreaterThanOrEqual(last.sentence);
          expect(clause.part).toBeGreaterThanOrEqual(last.part);
          at = clause.end;
          last = clause;
        }
        expect(text.slice(at)).toMatch(/^[,;。!? ]*$/);
      }),
    );
  });
});

describe('fold', () => {
  it.each<[string, string]>([
    ['１２３％，（Ａ）：；！？', '123%,(A):;!?'],
    ['1—2、1–2、1−2、1‐2、1～2、1〜2', '1-2、1-2、1-2、1-2、1-2、1-2'],
    ['1∶5，1：5', '1:5,1:5'],
    ['全角　空格', '全角 空格'],
    // These mean something of their own.
    ['、。“”‘’《》〔〕【】…', '、。“”‘’《》〔〕【】…'],
    ['plain', 'plain'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('keeps the length, so that offsets hold, and does nothing the second time', () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    const wide = fc.string({ unit: fc.constantFrom(...'（１２３）：％～—–∶　甲，'), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(any, wide), (text) => {
        const folded = fold(text);
        expect(folded.length).toBe(text.length);
        expect(fold(folded)).toBe(folded);
        for (let i = 0; i < text.length; i++) {
          if (/[\u4e00-\u9fff0-9a-z]/.test(text[i] ?? '')) expect(folded[i]).toBe(text[i]);
        }
      }),
    );
  });
});
