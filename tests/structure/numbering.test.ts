import { describe, expect, it } from 'vitest';
import { NUMBERING_STYLES } from '../../src/lexicon/numbering.js';
import { readMarker } from '../../src/structure/numbering.js';
import { outline } from './outline.js';

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

describe('headings', () => {
  it.each<[string, string]>([
    // GB/T 9704—2012 and its slips.
    ['一、总体要求', '一 总体要求'],
    ['一、 总体要求', '一 总体要求'],
    ['二．重点任务', '二 重点任务'],
    ['十二、保障措施', '十二 保障措施'],
    ['（一）指导思想', '（一） 指导思想'],
    ['( 一)指导思想', '(一) 指导思想'],
    ['(二十三)、抓好落实', '(二十三) 抓好落实'],
    ['1.加强领导', '1 加强领导'],
    ['12、落实责任', '12 落实责任'],
    ['3．完善机制', '3 完善机制'],
    ['(1)建设内容', '(1) 建设内容'],
    ['（2）、责任分工', '（2） 责任分工'],
    ['①加强宣传', '① 加强宣传'],
    ['1)强化监管', '1) 强化监管'],
    // Laws and long plans.
    ['第一编 总则', '第一编 总则'],
    ['第一章　发展基础', '第一章 发展基础'],
    ['第十二章发展目标', '第十二章 发展目标'],
    ['第 三 节 重点任务', '第三节 重点任务'],
    ['第二十三条 县人民政府应当加强领导。', '第二十三条 县人民政府应当加强领导'],
    // Annexes and boxes.
    ['附件1：任务分工表', '附件1 任务分工表'],
    ['附表3 指标体系', '附表3 指标体系'],
    ['专栏1 重点工程', '专栏1 重点工程'],
    ['专栏二：民生工程', '专栏二 民生工程'],
  ])('%s', (line, expected) => {
    expect(outline(line)).toEqual([expected]);
  });

  it.each([
    ['a decimal', '3.5万人次接受培训'],
    ['a decimal alone', '1.63'],
    ['a year', '2025年，全县基本实现'],
    ['a date', '2022.10.10'],
    ['a date with a point', '12.25前完成'],
    ['a span in brackets', '（2021—2025年）'],
    ['a document number', '(2021)12号'],
    ['a draft', '(试行)'],
    ['a word in brackets', '（一次性补助）'],
    ['an inline item', '一是加强领导。'],
    ['an ordinal', '第一，加强领导。'],
    ['a lesson', '第一节课开始'],
    ['a condition', '第一条件是安全'],
    ['a dash', '——坚持党的领导。'],
    ['a number alone', '1.'],
    ['a period of planning', '十四五、十五五时期'],
    ['a word that begins like an annex', '附件材料齐全'],
    ['an annex that is only named', '附件：任务分工表'],
    ['an annex in a sentence', '附件1所列任务由县水务局负责；其余由乡镇负责。'],
    ['a columnist', '专栏作家撰文'],
    ['empty', ''],
  ])('none: %s', (_, line) => {
    expect(outline(line, '下一行')).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a chapter', ['第一章', '总则']],
    ['an annex', ['附件1', '任务分工表']],
    ['a box', ['专栏1', '重点工程']],
  ])('may have its title in the next line: %s', (_, lines) => {
    expect(outline(...lines)).toEqual([lines.join(' ')]);
  });
});

describe('run-in headings', () => {
  it.each<[string, string]>([
    ['（一）坚持党的领导。发挥领导核心作用，压实责任。', '（一） 坚持党的领导'],
    ['1.加强监测：建立台账，定期通报。', '1 加强监测'],
    ['（一）扩大资源。新建6所。（责任单位：县教育局）', '（一） 扩大资源'],
    // One long sentence is named by its first clause.
    [
      '（一）到2025年新建水厂12座，改造供水管网320公里，更新计量设施12000套，完善水质监测网络和管护长效机制。',
      '（一） 到2025年新建水厂12座',
    ],
    ['1.建设水厂，改造管网。', '1 建设水厂'],
    ['（二）完善机制（见附件：任务表）', '（二） 完善机制（见附件：任务表）'],
  ])('%s', (line, expected) => {
    expect(outline(line)).toEqual([expected]);
  });
});
