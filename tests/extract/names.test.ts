import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf, nameOfChanging, outputVerbAt } from '../../src/extract/phrase.js';
import { coordinated, splitNames } from '../../src/extract/split-names.js';

describe('nameOf: the shortest phrase that names what is measured', () => {
  it.each<[string, string]>([
    ['自来水普及率达到', '自来水普及率'],
    ['全县自来水普及率达到', '自来水普及率'],
    ['我县自来水普及率', '自来水普及率'],
    ['力争全县自来水普及率提高到', '自来水普及率'],
    ['确保自来水普及率稳定在', '自来水普及率'],
    ['使自来水普及率提升至', '自来水普及率'],
    [',水质合格率分别', '水质合格率'],
    ['、水质合格率均', '水质合格率'],
    ['其中水质合格率为', '水质合格率'],
    ['规划新建水厂', '新建水厂'],
    ['计划新建水厂', '新建水厂'],
    ['一是新建水厂', '新建水厂'],
    ['每年培训管水员', '培训管水员'],
    ['累计完成投资', '完成投资'],
    ['漏损率控制在', '漏损率'],
    ['漏损率降低到', '漏损率'],
    // A bracket or quote cut off on one side goes.
    ['水厂(含泵站', '水厂'],
    ['泵站)改造管网', '改造管网'],
    ['“一村一站', '一村一站'],
    ['水厂(含泵站)', '水厂(含泵站)'],
    // Words that belong to the name stay.
    ['管网漏损率', '管网漏损率'],
    ['全员劳动生产率', '全员劳动生产率'],
    ['', ''],
    ['达到', ''],
    ['力争', ''],
  ])('%s → %s', (phrase, expected) => {
    expect(nameOf(phrase)).toBe(expected);
  });

  it('is a part of the phrase, and stripping it again changes nothing', () => {
    const words = fc.constantFrom(
      '全县',
      '力争',
      '自来水',
      '普及率',
      '达到',
      '分别',
      '提高到',
      '(',
      ')',
      '“',
      '”',
      '、',
      '新建',
      '的',
      '为',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const phrase = parts.join('');
        const name = nameOf(phrase);
        expect(phrase).toContain(name);
        expect(name).toBe(name.trim());
      }),
    );
  });

  it.each<[string, string]>([
    ['地区生产总值年均增长', '地区生产总值'],
    ['单位能耗下降', '单位能耗'],
    ['粮食产量', '粮食产量'],
  ])('of what grows or shrinks: %s → %s', (phrase, expected) => {
    expect(nameOfChanging(phrase)).toBe(expected);
  });
});

describe('outputVerbAt', () => {
  it.each<[string, number]>([
    ['新建水厂', 0],
    ['在城关镇新建水厂', 4],
    ['水厂', -1],
    ['重点建设项目', -1],
    ['建设规模', -1],
    ['', -1],
  ])('%s: %d', (phrase, at) => {
    expect(outputVerbAt(phrase)).toBe(at);
  });
});

describe('splitNames', () => {
  it.each<[string, number, string[]]>([
    ['自来水普及率', 1, ['自来水普及率']],
    ['优良率、合格率', 2, ['优良率', '合格率']],
    ['巩固率和合格率', 2, ['巩固率', '合格率']],
    ['优良率以及合格率', 2, ['优良率', '合格率']],
    // A head that the members share.
    ['体质测试优良率、合格率', 2, ['体质测试优良率', '体质测试合格率']],
    // A tail that they share.
    ['人参、食用菌产值', 2, ['人参产值', '食用菌产值']],
    ['小学、初中在校生', 2, ['小学在校生', '初中在校生']],
    // Where the count does not fit: one name for all.
    ['合格率', 2, ['合格率']],
    ['优良率、合格率', 3, ['优良率、合格率']],
    ['甲、乙、丙产值', 2, ['甲、乙、丙产值']],
  ])('%s for %d values', (name, count, expected) => {
    expect(splitNames(name, count)).toEqual(expected);
  });

  // 及, 和, 与 are also parts of words.
  it.each<[string, number, string[]]>([
    ['普及率', 2, ['普及率']],
    ['自来水普及率、水质合格率', 2, ['自来水普及率', '水质合格率']],
    ['普及率、合格率、覆盖率', 3, ['普及率', '合格率', '覆盖率']],
    ['群众参与率', 2, ['群众参与率']],
    ['劳动力饱和度', 2, ['劳动力饱和度']],
    // A bracket at the end is no part that two members share.
    ['产值（含甲、乙）、税收（含丙）', 2, ['产值（含甲、乙）', '税收（含丙）']],
  ])('%s for %d values, all the same', (name, count, expected) => {
    expect(splitNames(name, count)).toEqual(expected);
  });

  it('gives one name for all, or one for each', () => {
    const name = fc.string({ unit: fc.constantFrom(...'甲乙率产值、和及与（）“”'), maxLength: 20 });
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 5 }), (text, count) => {
        expect([1, count]).toContain(splitNames(text, count).length);
      }),
    );
  });

  it.each<[string, string[]]>([
    ['甲、乙和丙', ['甲', '乙', '丙']],
    ['甲（乙、丙）、丁', ['甲（乙、丙）', '丁']],
    ['“甲与乙”及丙', ['“甲与乙”', '丙']],
    ['、甲、', ['甲']],
    ['', []],
  ])('coordinated: %s', (phrase, expected) => {
    expect(coordinated(phrase)).toEqual(expected);
  });
});
