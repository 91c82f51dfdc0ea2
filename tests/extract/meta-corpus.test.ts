import { describe, expect, it } from 'vitest';
import { corpusTitle, dayOf } from '../../src/extract/meta/corpus.js';
import { type Facts, parse } from '../../src/index.js';

const BODY = '为改善供水，制定本文。\n一、目标\n到2025年，全县农村自来水普及率达到95%。\n二、保障\n由县水务局牵头。\n';
const URL = 'http://www.shiquan.example/a/1.html';

async function read(text: string, facts: Facts) {
  return (await parse(Buffer.from(text), { facts })).document;
}

describe('what a corpus says beside the text', () => {
  it('fills what the text does not say', async () => {
    const { meta } = await read(BODY, { title: '石泉县供水发展方案', publishedOn: '2023/05/09 08:00:00', url: URL });
    expect(meta).toMatchObject({ title: '石泉县供水发展方案', publishedOn: '2023-05-09', url: URL, region: '石泉县' });
  });

  it('gives the name that a notice brings, and who signs', async () => {
    const { meta } = await read(BODY, { title: '石泉县人民政府关于印发石泉县供水发展方案的通知' });
    expect(meta).toMatchObject({ title: '石泉县供水发展方案', issuer: '石泉县人民政府' });
  });

  it('does not take the place of what the text says', async () => {
    const { meta, diagnostics } = await read(`石泉县供水发展方案\n${BODY}`, {
      title: '石泉县供水发展方案-石泉县政府网',
    });
    expect(meta.title).toBe('石泉县供水发展方案');
    expect(diagnostics.map(({ code }) => code)).not.toContain('meta/title');
  });

  it('is told where it cannot be right beside the text', async () => {
    const facts = { title: '青石县造林绿化规划', publishedOn: '2019-01-01' };
    const { diagnostics } = await read(`发布日期：2023-05-09\n石泉县供水发展方案\n${BODY}`, facts);
    const said = diagnostics.filter(({ code }) => code.startsWith('meta/'));
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining('"青石县造林绿化规划" in the columns of the corpus'),
      expect.stringContaining('"2019-01-01" in the columns of the corpus'),
    ]);
  });

  it('leaves out what is no address', async () => {
    expect((await read(BODY, { url: '石泉县政府网' })).meta.url).toBeNull();
  });
});

it('diagnostics of the place that the bytes are from stand before the document’s own', async () => {
  const told = [
    { code: 'encoding/low-confidence', severity: 'warning', args: { name: 'big5', confidence: 0.4 } },
  ] as const;
  const { document } = await parse(Buffer.from(BODY), { told });
  expect(document.diagnostics[0]?.code).toBe('encoding/low-confidence');
});

describe('dates as crawlers write them', () => {
  it.each([
    ['2022-10-11', '2022-10-11'],
    ['2022/10/11 08:00:00', '2022-10-11'],
    ['2022.1.5', '2022-01-05'],
    ['20221011', '2022-10-11'],
    ['20221011093000', '2022-10-11'],
    ['202210110930', '2022-10-11'],
    ['2022年10月11日', '2022-10-11'],
    ['2022年10月11日 星期二 08:30', '2022-10-11'],
    ['发布时间：2022-10-11', '2022-10-11'],
    ['2022-10-11T23:30:00+08:00', '2022-10-11'],
    ['2022-10-11T23:30:00Z', '2022-10-11'],
    // 2022-10-10 at 16:30 UTC: in China it is the 11th.
    ['1665419400', '2022-10-11'],
    ['1665419400000', '2022-10-11'],
    ['1665419400.25', '2022-10-11'],
    ['/Date(1665419400000+0800)/', '2022-10-11'],
    ['Tue, 11 Oct 2022 08:00:00 GMT', '2022-10-11'],
    ['Oct 11, 2022', '2022-10-11'],
    ['Tue Oct 11 2022 08:00:00', '2022-10-11'],
    ['11 October 2022', '2022-10-11'],
  ])('%s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each([
    '',
    '2022',
    '2022-10',
    '20221341',
    '2022-13-11',
    '昨天',
    '123456',
    '4102444800000',
    '11/10/2022',
    'null',
    'May be 2022',
  ])('no day in %s', (text) => {
    expect(dayOf(text)).toBeNull();
  });
});

describe('titles as crawlers take them', () => {
  it.each([
    ['石泉县“十四五”供水规划-石泉县人民政府网', '石泉县“十四五”供水规划'],
    ['石泉县“十四五”供水规划_规划计划_石泉县水务局', '石泉县“十四五”供水规划'],
    ['石泉县人民政府门户网站 | 石泉县供水规划', '石泉县供水规划'],
    ['<em>石泉县</em>供水&nbsp;规划', '石泉县供水 规划'],
    ['石泉县2021-2025年供水规划', '石泉县2021-2025年供水规划'],
    ['青石—石泉高速公路沿线绿化方案', '青石—石泉高速公路沿线绿化方案'],
    ['石泉县供水规划——让群众喝上放心水', '石泉县供水规划——让群众喝上放心水'],
    ['石泉县人民政府关于印发石泉县供水规划的通...', '石泉县人民政府关于印发石泉县供水规划的通'],
  ])('%s', (text, title) => {
    expect(corpusTitle(text)).toBe(title);
  });

  it('nothing in a blank', () => {
    expect(corpusTitle('  ')).toBeUndefined();
  });
});
