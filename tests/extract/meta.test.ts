import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import type { Meta } from '../../src/schema/model.js';

const BODY = [
  '为加快补齐全县农村供水短板，根据国家和省有关文件规定，结合我县实际，制定如下方案。',
  '一、总体目标',
  '到2025年，全县农村自来水普及率达到95%以上。',
];

async function metaOf(lines: readonly string[], head = ''): Promise<Meta> {
  const page = `<html><head>${head}</head><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
  return (await parse(new TextEncoder().encode(page))).document.meta;
}

describe('whom the facts are taken from', () => {
  it('the block before the text: number and date of writing', async () => {
    const lines = [
      '发文字号：石政发〔2023〕18号 成文日期：2023-05-06',
      '石泉县供水发展方案',
      '石政发〔2023〕1号',
      ...BODY,
    ];
    expect(await metaOf([...lines, '石泉县人民政府', '2023年5月16日'])).toMatchObject({
      documentNumber: '石政发〔2023〕18号',
      writtenOn: '2023-05-06',
    });
  });

  it('the number as the text spells it', async () => {
    const lines = ['文号：石政发[2023]18号', '石泉县供水发展方案', '石政发〔2023〕18号', ...BODY];
    expect(await metaOf(lines)).toMatchObject({ documentNumber: '石政发〔2023〕18号' });
  });

  it('the signature before the page: who issues, and the date before a date of issue', async () => {
    const lines = [
      '发布机构：石泉县政府办 发文日期：2023-05-08',
      '石泉县供水发展方案',
      ...BODY,
      '石泉县水务局',
      '2023年5月6日',
    ];
    expect(await metaOf(lines)).toMatchObject({ issuer: '石泉县水务局', writtenOn: '2023-05-06' });
  });

  it.each<[string, string, string | null]>([
    ['the title’s full name of the block’s', '发布机构：县政府办公室', '石泉县人民政府办公室'],
    ['the title’s, where the block says who put it up', '发布机构：青石县水务局', '石泉县人民政府办公室'],
    ['the block’s, where it says who issues', '发文机关：石泉县水务局', '石泉县水务局'],
    ['the title’s, where the block has none', '索引号：A-1', '石泉县人民政府办公室'],
  ])('%s', async (_, fact, issuer) => {
    const title = '石泉县人民政府办公室关于印发石泉县供水发展方案的通知';
    expect(await metaOf([fact, title, ...BODY])).toMatchObject({ issuer });
  });

  it('a source that is a body, and no paper', async () => {
    expect(await metaOf(['来源：石泉县水务局', '石泉县供水发展方案', ...BODY])).toMatchObject({
      issuer: '石泉县水务局',
    });
    expect(await metaOf(['来源：某某日报', '石泉县供水发展方案', ...BODY])).toMatchObject({ issuer: null });
  });

  it.each<[string, string]>([
    [
      'government sites',
      '<meta name="PubDate" content="2023-05-08 10:00"><meta name="ArticleTitle" content="石泉县节水">',
    ],
    [
      'open graph',
      '<meta property="article:published_time" content="2023-05-08T10:00:00+08:00"><meta property="og:title" content="石泉县节水">',
    ],
    ['Dublin Core', '<meta name="DC.Date" content="2023-05-08"><meta name="DC.Title" content="石泉县节水">'],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"石泉县节水","datePublished":"2023-05-08"}</script>',
    ],
    [
      'JSON-LD in a list',
      '<script type="application/ld+json">[{"headline":"石泉县节水"},{"datePublished":"2023-05-08"}]</script>',
    ],
  ])('tags where neither says anything: %s', async (_, head) => {
    const meta = await metaOf(BODY.slice(0, 1), head);
    expect(meta).toMatchObject({ title: '石泉县节水', publishedOn: '2023-05-08' });
    const said = await metaOf(['发布日期：2023-05-09', '石泉县供水发展方案', ...BODY], head);
    expect(said).toMatchObject({ title: '石泉县供水发展方案', publishedOn: '2023-05-09' });
  });

  it.each([
    ['石泉市城市供水条例实施细则', '石泉市'],
    ['石泉市老旧小区改造实施方案', '石泉市'],
    ['石泉市全市供水规划', '石泉市'],
    ['城市更新行动方案', null],
    ['石泉市东城区供水规划', '石泉市东城区'],
    ['石泉市高新开发区供水规划', '石泉市高新开发区'],
  ])('the region of %s: what every city has is none', async (title, region) => {
    expect(await metaOf([title, ...BODY])).toMatchObject({ region });
  });

  it.each(['石泉县突发地质灾害应急预案', '石泉县供水操作规程'])('the title %s', async (title) => {
    expect(await metaOf([title, ...BODY])).toMatchObject({ title });
  });

  it('broken JSON-LD says nothing', async () => {
    expect(await metaOf(BODY, '<script type="application/ld+json">{"headline":</script>')).toMatchObject({
      publishedOn: null,
      url: null,
    });
  });

  it('dates of related links are no dates of the document', async () => {
    const lines = [
      '石泉县供水发展方案',
      ...BODY,
      '相关政策',
      '石泉县节水办法',
      '2021-02-03',
      '石泉县水价方案 2020-01-02',
    ];
    expect(await metaOf(lines)).toMatchObject({ publishedOn: null, writtenOn: null });
  });

  it('the title of the window without the names around it, where nothing else says one', async () => {
    expect(await metaOf(BODY.slice(0, 1), '<title>石泉县农村供水三年行动 - 规划 - 石泉县政府</title>')).toMatchObject({
      title: '石泉县农村供水三年行动',
    });
  });
});
