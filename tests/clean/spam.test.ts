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

describe('spam in other shapes', () => {
  it.each([
    ['offers of certificates', '石泉县哪里有专业代办毕业证的，咨询微信abc12345'],
    ['offers of invoices', '代开发票电话13800000000诚信经营'],
    ['betting', '澳门娱乐官网 注册送88 足球投注'],
    ['games', '某某传奇私服发布网，破解版手游下载，外挂辅助'],
    ['loans', '无抵押贷款 当天放款 小额贷款 哪里有 13800000000'],
  ])('goes: %s', (_, line) => {
    expect(after(spam, `一、总体要求\n${line}\n二、任务\n`)).toBe('一、总体要求\n二、任务\n');
  });

  it('a sentence of it beside the issuer’s goes alone', () => {
    const line = '加强监督检查，确保取得实效。';
    expect(after(spam, `${line}国产精品在线，亚洲综合久久精品\n`)).toBe(`${line}\n`);
    expect(after(spam, `久久精品，国产精品一区二区！${line}\n`)).toBe(`${line}\n`);
    expect(changes(spam, `${line}国产精品，久久精品`)).toEqual(['spam:国产精品，久久精品']);
  });

  it.each([
    [
      'a row of places in a table set with bars',
      '|县|青石县|临溪县|白水县|南坪县|北塘区|柳湾区|桐江市|\n|数|1|2|3|4|5|6|7|',
    ],
    ['contacts for loans', '小额贷款咨询：张三，13912345678'],
    ['vices by name', '六合彩'],
    ['a task with several', '严厉打击六合彩、百家乐、老虎机等赌博行为'],
    ['lotteries', '规范彩票网点、棋牌室经营，加强外挂电梯安全监管'],
    ['offices and berths', '注册机构、注册机关登记，二级、三级片区，无码头岸线'],
    ['a stadium', '开云体育馆、开云体育中心'],
  ])('stays: %s', (_, text) => {
    expect(after(spam, text)).toBe(text);
  });
});
