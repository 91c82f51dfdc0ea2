import { describe, expect, it } from 'vitest';
import { restore } from '../../src/clean/restore.js';
import { after, changes } from './run.js';

const HEAD = `[ 发文字号 ]
云政发〔2021〕20号
[ 成文日期 ]
2021-12-08
[ 发布日期 ]
2021-12-10
云岭县人民政府关于印发云岭县“十四五”供水规划（2021—2025年）的通知
`;
const BODY = '\n各乡镇人民政府：\n现将规划印发给你们，请认真组织实施。\n';

describe('what the page has elsewhere comes back', () => {
  it.each([
    ['a document number', '云政发〔202120', '云政发〔2021〕20号'],
    ['a document number without its last word', '云政发〔2021〕20', null],
    ['a document number that kept its 号', '云政发〔202120号', '云政发〔2021〕20号'],
    ['the date of writing', '2021128', '2021年12月8日'],
    [
      'a title',
      '关于印发云岭县十四五”供水规划（20212025年）的通知',
      '关于印发云岭县“十四五”供水规划（2021—2025年）的通知',
    ],
    [
      'a title that lost a word with its quotation mark',
      '关于印发云岭县”供水规2021—2025年）的通知',
      '关于印发云岭县“十四五”供水规划（2021—2025年）的通知',
    ],
    ['the period alone', '20212025年）', '（2021—2025年）'],
  ])('%s', (_, cut, whole) => {
    expect(after(restore, HEAD + cut + BODY)).toBe(HEAD + (whole ?? cut) + BODY);
    expect(changes(restore, HEAD + cut + BODY)).toEqual(whole === null ? [] : [`from-page:${cut}`]);
  });
});

describe('nothing is invented', () => {
  it.each([
    ['another number', '云政发〔202121'],
    ['another date', '2021129'],
    ['another period', '20212035年）'],
    ['a shorter name that is whole', '云岭县供水规划'],
    ['too little left', '云县规划（的通知'],
    ['a title in another order', '（20212025年）云岭县供水规划'],
  ])('%s', (_, cut) => {
    expect(after(restore, HEAD + cut + BODY)).toBe(HEAD + cut + BODY);
  });

  it('where the page has nothing to prove it', () => {
    const text = `云岭县“十四五”供水规划\n云政发〔202120\n2021128\n${BODY}`;
    expect(after(restore, text)).toBe(text);
  });

  it('where two places of the page disagree', () => {
    const text = `${HEAD}云岭县水务局2021年1月28日印发\n2021128\n${BODY}`;
    expect(after(restore, text)).toBe(text);
  });
});
