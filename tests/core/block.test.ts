import { describe, expect, it } from 'vitest';
import { readBlock } from '../../src/core/block.js';
import { METADATA_LABELS } from '../../src/lexicon/metadata.js';

/** What a block says, as `field=value`; `-` for a line that is none of it. */
function read(lines: readonly string[], place: 'above' | 'below' | 'inside' = 'above'): string[] {
  const block = lines.map((text) => ({
    text,
    outside: place !== 'inside',
    above: place === 'above',
    mayBeValue: () => true,
  }));
  return readBlock(block, METADATA_LABELS).flatMap((facts) => facts?.map(([f, v]) => `${f}=${v}`) ?? ['-']);
}

const ALL = ['indexNumber=11-A/2023', 'publisher=石泉县水务局', 'writtenOn=2023-05-06'];

describe('the same facts in every layout', () => {
  it.each<[string, string[]]>([
    ['lines', ['索引号：11-A/2023', '发布机构：石泉县水务局', '成文日期：2023-05-06']],
    ['lines with wide labels', ['索　引　号：11-A/2023', '发 布 机 构：石泉县水务局', '成文日期： 2023-05-06']],
    ['one line', ['索引号：11-A/2023 发布机构：石泉县水务局 成文日期：2023-05-06']],
    ['one line without blanks', ['索引号：11-A/2023发布机构：石泉县水务局成文日期：2023-05-06']],
    ['one line with bars', ['索引号：11-A/2023 | 发布机构：石泉县水务局 | 成文日期：2023-05-06']],
    ['brackets', ['[索引号] 11-A/2023', '【发布机构】：石泉县水务局', '[ 成文日期 ]2023-05-06']],
    ['brackets around each', ['【索引号：11-A/2023】', '【发布机构：石泉县水务局】', '（成文日期：2023-05-06）']],
    ['labels by turns with values', ['索引号', '11-A/2023', '发布机构', '石泉县水务局', '成文日期', '2023-05-06']],
    ['the same with colons', ['索引号：', '11-A/2023', '发布机构：', '石泉县水务局', '成文日期：', '2023-05-06']],
    [
      'the same with bullets',
      ['•[ 索引号 ]', '•11-A/2023', '•[ 发布机构 ]', '•石泉县水务局', '•[ 成文日期 ]', '•2023-05-06'],
    ],
    ['colons at the values', ['索引号', '：11-A/2023', '发布机构', '：石泉县水务局', '成文日期', '：2023-05-06']],
    ['all labels over all values', ['索引号', '发布机构', '成文日期', '11-A/2023', '石泉县水务局', '2023-05-06']],
  ])('%s', (_, lines) => {
    expect(read(lines).map((fact) => fact.replace(/[】）]$/, ''))).toEqual(ALL);
  });
});

describe('single lines', () => {
  it.each<[string, string[]]>([
    ['2023-05-06 10:20 来源：县水务局', ['publishedOn=2023-05-06', 'source=县水务局']],
    ['2023年05月06日10:20 | 来源：县水务局 | 字号：大 中 小', ['publishedOn=2023年05月06', 'source=县水务局']],
    ['2023-05-06 10:20', ['publishedOn=2023-05-06']],
    ['石泉发布 2023-05-06 10:20', ['publishedOn=2023-05-06']],
    ['发布日期 2023-05-06', ['publishedOn=2023-05-06']],
    ['更新时间：2023-05-06', []],
    ['发文字号：石政办发〔2023〕18号 有效性：有效', ['documentNumber=石政办发〔2023〕18号']],
    ['文号：', []],
    ['文号：无', ['documentNumber=无']],
    ['点击：[123]次', []],
  ])('%s', (line, facts) => {
    expect(read([line])).toEqual(facts);
  });

  it.each([
    ['时间：2023年3月至6月'],
    ['发布日期以门户网站公布为准'],
    ['来源：县财政预算。'],
    ['2023年5月6日'],
    ['文号由县政府办统一编制'],
    ['县水务局负责来源：县财政'],
  ])('none of a block: %s', (line) => {
    expect(read([line])).toEqual(['-']);
  });

  it('a date alone is the page’s above the document only', () => {
    expect(read(['2023-05-06'], 'above')).toEqual(['publishedOn=2023-05-06']);
    expect(read(['2023-05-06'], 'below')).toEqual(['-']);
  });
});

describe('inside the document', () => {
  it.each<[string, string[]]>([
    ['labels that only a page has', ['索引号：11-A/2023', '浏览次数：12', '主题分类：']],
    ['facts with values of their kind', ['成文日期：2023-05-06', '发文字号：石政办发〔2023〕18号']],
  ])('goes: %s', (_, lines) => {
    expect(read(lines, 'inside')).not.toContain('-');
  });

  it.each([
    ['名称：石泉县节水周'],
    ['日期：2023-05-06'],
    ['来源：县财政'],
    ['作者：某某'],
    ['发文日期：'],
    ['发布单位：石泉县水务局'],
    ['实施日期：2023-05-06'],
    ['发文日期'],
    ['文号'],
  ])('stays: %s', (line) => {
    expect(read([line], 'inside')).toEqual(['-']);
  });
});

describe('labels without values', () => {
  it('take none that is not of their kind', () => {
    expect(read(['成文日期：', '石泉县水务局文件'])).toEqual(['-']);
    expect(read(['体裁：', '各乡镇人民政府：'])).toEqual(['-']);
    expect(read(['关键词：', '主题词：', '加快补齐供水短板；'])).toEqual(['-']);
  });

  it('leave the value to the label next to it', () => {
    expect(read(['[ 有效性 ]', '[ 成文日期 ]', '2023-05-06'])).toEqual(['writtenOn=2023-05-06']);
  });
});
