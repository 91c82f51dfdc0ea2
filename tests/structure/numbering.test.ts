import { describe, expect, it } from 'vitest';
import { NUMBERING_STYLES, startsWithMarker } from '../../src/lexicon/numbering.js';
import { readMarker, sibling } from '../../src/structure/numbering.js';

describe.each(NUMBERING_STYLES.map((style) => [style.id, style] as const))('the style %s', (id, style) => {
  it.each(style.examples.map((text) => [text]))('reads %s', (text) => {
    expect(readMarker(text)?.style.id).toBe(id);
  });

  it.each(style.traps.map((text) => [text]))('does not read %s', (text) => {
    expect(readMarker(text)?.style.id).not.toBe(id);
  });

  it('reads only at the start of a line', () => {
    for (const text of style.examples) expect(style.pattern.test(`按照${text}`)).toBe(false);
  });

  it('keeps no state between lines', () => {
    expect(style.pattern.flags).not.toMatch(/[gy]/);
  });
});

describe('markers', () => {
  it.each<[string, string, number | undefined]>([
    // As a reader names them: no blanks, no point, digits of half width; brackets as they are.
    ['一、总体要求', '一', 1],
    ['（ 二十三 ）抓好落实', '（二十三）', 23],
    ['㈢重点任务', '(三)', 3],
    ['４．加强监管', '4', 4],
    ['⒌完善机制', '5', 5],
    ['⑹分工', '(6)', 6],
    ['㉑落实责任', '㉑', 21],
    ['❷完善机制', '❷', 2],
    ['2.10.应急保障', '2.10', 10],
    ['３．１．２预警', '3.1.2', 2],
    ['Ⅳ、保障', 'Ⅳ', 4],
    ['VII.保障', 'VII', 7],
    ['b)台账', 'b)', 2],
    ['第 一 百 零五 条 违反', '第一百零五条', 105],
    ['第二部分 任务', '第二部分', 2],
    ['附 件 ３：任务表', '附件3', 3],
    ['【专栏4】重点项目', '专栏4', 4],
    ['〔附件二〕', '附件二', 2],
    ['附件', '附件', undefined],
    ['附录B', '附录B', 2],
    ['任务一：建设水厂', '任务一', 1],
    ['1.2025年建成', '1', 1],
  ])('%s', (line, text, number) => {
    const marker = readMarker(line);
    expect([marker?.text, marker?.number]).toEqual([text, number]);
  });

  it.each([
    '',
    '坚持党的领导',
    '——发展',
    '2025年',
    '12345热线',
    '0530—5566778',
    '表1 指标',
    '图2 布局',
    '*1.脚注',
    '第1.2节',
  ])('none: %s', (line) => {
    expect(readMarker(line)).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['an indent of its own', '一、总体要求', true],
    ['brackets', '（一）目标', true],
    ['one character', '⑵分工', true],
    ['a chapter', '第三章 总则', true],
    ['an annex', '附件2：任务表', true],
    ['a decimal', '1.1编制目的', false],
    ['a bare number', '1总则', false],
    ['a blank', '一 总体要求', false],
    ['a letter', 'A.水厂', false],
    ['a plain word', '任务1：水厂', false],
  ])('cleaning takes a line for a new paragraph only by sure numbers: %s', (_, line, sure) => {
    expect(startsWithMarker(line)).toBe(sure);
  });

  it.each<[string, number, string]>([
    ['一', 12, '十二'],
    ['（四）', 2, '（二）'],
    ['(二十一)', 20, '(二十)'],
    ['第一百零五条', 104, '第一百零四条'],
    ['第3章', 2, '第2章'],
    ['7', 5, '5'],
    ['（3）', 2, '（2）'],
    ['③', 2, '②'],
    ['㉑', 36, '㊱'],
    ['1.4', 3, '1.3'],
    ['专栏3', 1, '专栏1'],
    ['附件二', 1, '附件一'],
    ['附录C', 2, '附录B'],
    ['Ⅳ', 3, 'Ⅲ'],
    ['IV', 3, 'III'],
    ['c)', 2, 'b)'],
  ])('another number of the list of %s: %i is printed %s', (marker, number, printed) => {
    expect(sibling(marker, number)).toBe(printed);
  });
});
