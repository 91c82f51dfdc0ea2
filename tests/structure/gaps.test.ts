import { describe, expect, it } from 'vitest';
import { toRecord } from '../../src/report/messages.js';
import { structure, told } from './outline.js';

/** What the messages of a text say, each with its line. */
const messages = (...lines: string[]): string[] =>
  structure(lines).diagnostics.map((found) => `${found.line}: ${toRecord(found).message}`);

describe('gaps in the numbering', () => {
  it.each<[string, string[], string[]]>([
    ['one number', ['一、甲', '三、乙'], ['structure/numbering-gap 2 二']],
    ['several numbers', ['1.甲', '2.乙', '5.丙'], ['structure/numbering-gap 3 3,4']],
    ['on a lower level', ['一、甲', '（一）乙', '（三）丙', '二、丁'], ['structure/numbering-gap 3 （二）']],
    ['a number that comes twice', ['一、甲', '二、乙', '二、丙'], ['structure/numbering-repeat 3 二']],
    [
      'a number taken twice for the next',
      ['一、甲', '二、乙', '二、丙', '四、丁'],
      ['structure/numbering-repeat 3 二'],
    ],
    ['numbers out of order', ['一、甲', '三、乙', '二、丙', '四、丁'], ['structure/numbering-order 3 二']],
    ['a list without its beginning', ['二、甲', '三、乙'], ['structure/numbering-gap 1 一']],
    [
      'a lower list without its beginning',
      ['一、甲', '（一）乙', '（二）丙', '二、丁', '（二）戊', '（三）己'],
      ['structure/numbering-gap 5 （一）'],
    ],
    [
      'under a second heading',
      ['一、甲', '（一）乙', '二、丙', '（一）丁', '（三）戊', '三、己', '（一）庚'],
      ['structure/numbering-gap 5 （二）'],
    ],
    [
      'in numbering that runs on',
      ['一、甲', '1.乙', '2.丙', '二、丁', '3.戊', '5.己', '三、庚', '6.辛'],
      ['structure/numbering-gap 6 4'],
    ],
    [
      'between headings in numbering that runs on',
      ['一、甲', '1.乙', '2.丙', '二、丁', '3.戊', '三、己', '5.庚'],
      ['structure/numbering-gap 7 4'],
    ],
    ['chapters', ['第一章 甲', '第四章 乙'], ['structure/numbering-gap 2 第二章,第三章']],
    ['articles', ['第一章 甲', '第一条 乙', '第二章 丙', '第三条 丁'], ['structure/numbering-gap 4 第二条']],
    ['decimals', ['1 甲', '1.1 乙', '1.3 丙', '2 丁', '2.1 戊'], ['structure/numbering-gap 3 1.2']],
    ['circled numbers', ['①甲', '②乙', '④丙'], ['structure/numbering-gap 3 ③']],
    ['annexes', ['附件1', '甲表', '一、子', '附件3', '丙表', '一、丑'], ['structure/numbering-gap 4 附件2']],
    [
      'annexes in Chinese numbers',
      ['附件一', '甲表', '一、子', '附件三', '丙表'],
      ['structure/numbering-gap 4 附件二'],
    ],
    ['boxes', ['一、甲', '专栏1 子', '二、乙', '专栏3 丑'], ['structure/numbering-gap 4 专栏2']],
    ['inside of a box', ['一、甲', '专栏1 子', '1.乙', '3.丙', '4.丁'], ['structure/numbering-gap 4 2']],
  ])('%s', (_, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['numbering that starts anew', ['一、甲', '1.乙', '2.丙', '二、丁', '1.戊', '2.己']],
    ['numbering that runs on', ['一、甲', '1.乙', '二、丙', '2.丁']],
    ['an annex that starts anew', ['一、甲', '二、乙', '附件1', '表', '一、丙', '二、丁']],
    ['articles of a law', ['第一章 甲', '第一条 乙', '第二章 丙', '第二条 丁']],
    ['points that begin anew in one section', ['一、甲', '1.乙', '2.丙', '说明：', '1.丁', '2.戊', '二、己']],
    ['full numbering', ['一、甲', '二、乙', '三、丙']],
    ['a box that counts by itself', ['一、甲', '1.乙', '2.丙', '3.丁', '专栏1 工程', '1.戊', '4.己']],
    ['a box that reaches the same number', ['一、甲', '1.乙', '专栏1 工程', '1.戊', '2.己', '2.庚']],
    ['two boxes', ['一、甲', '专栏1 工程', '1.乙', '专栏2 项目', '1.丙', '2.丁']],
    ['an annex without a number', ['一、甲', '附件', '表', '一、乙']],
    [
      'annexes of which the notice names more',
      ['附件：1.甲表', '2.乙表', '3.丙表', '云岭县', '附件1', '甲表', '附件3', '丙表'],
    ],
    [
      'a box that a table stands in',
      [
        '一、甲',
        '专栏1 主要指标',
        '指标',
        '2020年',
        '2025年',
        '普及率',
        '85',
        '95',
        '合格率',
        '90',
        '98',
        '二、乙',
        '专栏2 工程',
        '建设水厂。',
      ],
    ],
    ['a lone point', ['一、甲', '5.乙']],
    ['a list of documents', ['一、甲', '1.《水法》', '2.《水利规划》', '二、乙']],
    ['decimals that begin anew', ['1 甲', '1.1 乙', '1.2 丙', '2 丁', '2.1 戊', '2.2 己']],
  ])('none: %s', (_, lines) => {
    expect(told(...lines)).toEqual([]);
  });
});

describe('what was lost at one place is told at once', () => {
  it('with everything that the place lacks, between the headings around it', () => {
    expect(
      messages(
        '一、主要任务',
        '（一）水网建设',
        '1.水源',
        '2.水厂',
        '专栏3',
        '1.甲工程',
        '（四）智慧水利',
        '1.监测',
        '专栏4',
        '1.乙工程',
        '二、保障措施',
      ),
    ).toEqual([
      '5: between "2 水厂" (line 4) and "专栏3" (line 5) the numbering lacks （二）, （三）, 专栏1, 专栏2; check whether the file lost that part',
    ]);
  });

  it('over two levels', () => {
    expect(told('一、甲', '（一）子', '1.天', '2.地', '4.人', '（三）丑', '二、乙')).toEqual([
      'structure/numbering-gap 5 （二）,3',
    ]);
  });

  it('but two places are told each', () => {
    expect(told('一、甲', '（一）子', '（三）丑', '1.天', '二、乙', '四、丙')).toEqual([
      'structure/numbering-gap 3 （二）',
      'structure/numbering-gap 6 三',
    ]);
  });

  it('where a list turns back or begins anew without a heading', () => {
    expect(told('一、甲', '（一）子', '（二）丑', '（二）寅', '（三）卯', '三、乙')).toEqual([
      'structure/numbering-gap 4 二',
    ]);
    expect(told('（一）甲', '1.子', '2.丑', '1.寅', '2.卯', '（三）乙')).toEqual(['structure/numbering-gap 4 （二）']);
  });

  it('over three levels, of which the middle one goes on', () => {
    expect(told('一、甲', '（一）乙', '（四）丙', '2.丁', '3.戊', '（五）己', '三、庚')).toEqual([
      'structure/numbering-gap 3 二,（二）,（三）,1',
    ]);
  });

  it('in points that run on, with the headings that stood among them', () => {
    expect(told('一、甲', '1.乙', '2.丙', '二、丁', '3.戊', '四、己', '6.庚', '7.辛')).toEqual([
      'structure/numbering-gap 6 三,4,5',
    ]);
  });

  it('a part that stands twice is told once', () => {
    expect(told('1.甲', '2.乙', '3.丙', '2.乙', '3.丙', '4.丁')).toEqual(['structure/numbering-repeat 4 2']);
  });

  it('boxes, which stand far apart, with the boxes around', () => {
    expect(messages('一、甲', '专栏1 子', '二、乙', '三、丙', '专栏3 丑')).toEqual([
      '5: between "专栏1 子" (line 2) and "专栏3 丑" (line 5) the numbering lacks 专栏2; check whether the file lost that part',
    ]);
  });

  it('and what the beginning lacks, before the first heading', () => {
    expect(messages('三、甲', '四、乙')).toEqual([
      '1: before "三 甲" (line 1) the numbering lacks 一, 二; check whether the file lost that part',
    ]);
  });
});
