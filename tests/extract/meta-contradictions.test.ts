import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

async function doubts(lines: readonly string[], head = ''): Promise<string[]> {
  const page = `<html><head>${head}</head><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
  const { document } = await parse(new TextEncoder().encode(page));
  return document.diagnostics.flatMap(({ code, message }) => (code.startsWith('meta/') ? [`${code} ${message}`] : []));
}

const BODY = ['为提高供水水平，制定本方案。', '一、目标', '到2025年，普及率达到95%。'];
const SIGNED = ['石泉县人民政府', '2023年5月6日'];

describe('sources that contradict each other', () => {
  it.each<[string, string[], RegExp]>([
    [
      'the day of writing',
      ['成文日期：2023-05-16', '石泉县供水方案', ...BODY, ...SIGNED],
      /^meta\/date the document was written on "2023-05-16" in the facts of the page but "2023-05-06" in the signature \(line 6\)/,
    ],
    [
      'the number',
      ['文号：石政发〔2023〕18号 成文日期：2023-05-06', '石泉县供水方案', '石政发〔2023〕8号', ...BODY],
      /^meta\/number .*"石政发〔2023〕18号" in the facts of the page but "石政发〔2023〕8号" in the head \(line 2\)/,
    ],
    [
      'whose number it is',
      ['文号：石政发〔2023〕18号 成文日期：2023-05-06', '石泉县供水方案', '石政办发〔2023〕18号', ...BODY],
      /^meta\/number /,
    ],
    [
      'who issues',
      ['发文机关：石泉县水务局 索引号：11-A/2023', '石泉县供水方案', ...BODY, ...SIGNED],
      /^meta\/issuer the issuer is "石泉县人民政府" in the signature \(line 6\) but "石泉县水务局" in the facts of the page/,
    ],
    [
      'another place that puts it up as its own',
      ['发布机构：青石县水务局 索引号：11-A/2023', '石泉县供水方案', ...BODY, ...SIGNED],
      /^meta\/issuer /,
    ],
    [
      'the years in the title',
      [
        '石泉县人民政府关于印发石泉县供水方案（2021—2025年）的通知',
        '各镇人民政府：',
        '现将方案印发给你们。',
        ...SIGNED,
        '石泉县供水方案（2022—2026年）',
        ...BODY,
      ],
      /^meta\/title .*2022—2026年.* but .*2021—2025年/,
    ],
    [
      'a page that is older than its document',
      ['发布日期：2022-05-08', '石泉县供水方案', ...BODY, ...SIGNED],
      /^meta\/date-order published on "2022-05-08" .* before it was written on "2023-05-06"/,
    ],
  ])('%s', async (_, lines, message) => {
    const found = await doubts(lines);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('the title of the tags', async () => {
    const head = '<meta name="ArticleTitle" content="青石县森林防火预案">';
    expect(await doubts(['石泉县供水方案', ...BODY], head)).toEqual([expect.stringMatching(/^meta\/title /)]);
  });

  it('the day of publishing, by more than a month', async () => {
    const head = '<meta name="PubDate" content="2021-05-08">';
    expect(await doubts(['发布日期：2023-05-08', '石泉县供水方案', ...BODY], head)).toEqual([
      expect.stringMatching(/^meta\/date the document was published on "2023-05-08"/),
    ]);
  });
});

describe('sources that agree', () => {
  it.each<[string, string[], string?]>([
    ['different facts', ['发布日期：2023-05-08 发文日期：2023-05-07', '石泉县供水方案', ...BODY, ...SIGNED]],
    ['brackets and 第', ['文号：石政发[2023]第18号 索引号：1-A', '石泉县供水方案', '石政发〔2023〕18号', ...BODY]],
    ['a short name', ['发文机关：县政府 索引号：11-A/2023', '石泉县供水方案', ...BODY, ...SIGNED]],
    [
      'another office of the place puts it up',
      ['发布机构：石泉县水务局 索引号：1-A', '石泉县供水方案', ...BODY, ...SIGNED],
    ],
    [
      'the block has the notice’s title',
      ['标题：石泉县人民政府关于印发石泉县供水方案的通知 索引号：11-A/2023', '石泉县供水方案', ...BODY, ...SIGNED],
    ],
    [
      'the tags have the page’s name of it',
      ['石泉县供水方案', ...BODY, ...SIGNED],
      '<meta name="ArticleTitle" content="石泉县供水方案（试行）"><meta name="PubDate" content="2023-05-10">',
    ],
  ])('%s', async (_, lines, head) => {
    expect(await doubts(lines, head)).toEqual([]);
  });
});
