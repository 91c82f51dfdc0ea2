import { describe, expect, it } from 'vitest';
import { spam } from '../../src/clean/spam.js';
import { after, changes } from './run.js';

describe('spam goes', () => {
  it.each([
    ['two phrases of the trade', '亚洲欧美日韩，久久久精品'],
    ['one phrase in a short line', '国产精品在线'],
    ['phrases with bars', '北京赛车|时时彩|云岭县|老虎机'],
    ['a list of counties', '甲县|乙县|丙市|丁区|戊县|己县|庚市|辛县|壬区'],
    ['the same with full-width bars', '甲县｜乙县｜丙市｜丁区｜戊县｜己县｜庚市｜辛县'],
  ])('%s', (_, line) => {
    expect(after(spam, `一、总体要求\n${line}\n二、任务\n`)).toBe('一、总体要求\n二、任务\n');
    expect(changes(spam, line)).toEqual([`spam:${line}`]);
  });
});

describe('what the issuer wrote stays', () => {
  it.each([
    ['a list of bodies', '县教育局、县财政局、县民政局、县水务局、县公安局、县司法局、县审计局、县统计局'],
    ['a list of counties in a sentence', '在甲县、乙县、丙市、丁区、戊县、己县、庚市、辛县开展试点。'],
    ['a table in one line', '序号|任务|单位'],
    ['a line of ordinary words', '加强网络综合治理，营造清朗空间。'],
  ])('%s', (_, line) => {
    expect(after(spam, line)).toBe(line);
  });

  // Words that spam uses are also words of administration.
  it.each([
    ['services', '（四）推进不动产登记办证提速'],
    ['a promise', '解决群众办证难问题。'],
    ['crackdowns', '依法严厉打击网贷诈骗、代孕、博彩、刻章办证等违法犯罪行为。'],
    ['lifts', '加装外挂电梯30部。'],
    ['finance', '支持小额贷款公司规范发展。'],
    ['online courses', '推广免费视频课程。'],
  ])('also %s', (_, line) => {
    expect(after(spam, line)).toBe(line);
  });
});
