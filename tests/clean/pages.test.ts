import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { FACTS, PAGES, PLAN } from '../setup/pages.js';

const read = (page: string) => parse(new TextEncoder().encode(page));
const words = (text: string): string => text.replace(/\s/g, '');

describe.each(PAGES)('$make', ({ page, meta }) => {
  it('leaves the plan as its issuer wrote it', async () => {
    expect((await read(page)).text.split('\n').filter(Boolean)).toEqual(PLAN);
  });

  it('gives what the page says of it', async () => {
    expect((await read(page)).document.meta).toMatchObject({ ...FACTS, ...meta });
  });

  it('lists all that went', async () => {
    const { document, text } = await read(page);
    const kept = new Set(words(text));
    const told = words(document.cleaning.removed.map((entry) => entry.text).join(''));
    // Every word of the page that is not in the text is in the list.
    const shown = page.replace(/<head>.*?<\/head>|<(?:button|select)>.*?<\/(?:button|select)>|<[^>]*>/gs, ' ');
    for (const word of shown.replace(/&\w+;/g, ' ').split(/[^\u4e00-\u9fff]+/)) {
      if ([...word].some((character) => !kept.has(character))) expect(told).toContain(word);
    }
  });
});

describe('a page without a document', () => {
  const page = (content: string): string =>
    `<html><head><meta name="ArticleTitle" content="一图读懂石泉县农村供水行动"></head><body><div>当前位置：<a href="/">首页</a></div>
<p class="con-title">一图读懂石泉县农村供水行动</p><div>发布日期：2023-05-08 浏览次数：</div>${content}
<div>扫一扫在手机打开当前页</div><div>相关阅读</div><ul><li><a href="/1">石泉县人民政府关于下达年度计划的通知</a><span>2022-02-20</span></li></ul></body></html>`;

  it.each([
    ['a picture', '<p><img src="1.jpg"></p>', 'only 1 picture'],
    ['two pictures', '<p><img src="1.jpg"><img src="2.jpg"></p>', 'only 2 pictures'],
    ['an attached file', '<p><a href="/a.pdf">农村供水行动方案.pdf</a></p>', 'no sentence of a document:'],
  ])('says so: %s', async (_, content, told) => {
    const { document, text } = await read(page(content));
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['structure/no-sentences']);
    expect(document.diagnostics[0]?.message).toContain(told);
    expect(text).not.toMatch(/相关|通知|当前|扫一扫|2022/);
    expect(document.meta).toMatchObject({
      title: '一图读懂石泉县农村供水行动',
      publishedOn: '2023-05-08',
      writtenOn: null,
    });
  });

  it('nor of a page that is one table', async () => {
    const rows = [
      ['指标', '2020年', '2025年'],
      ['供水率（%）', '88', '95'],
      ['水厂（座）', '8', '12'],
    ];
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    const { document } = await read(page(`<table>${cells}</table>`));
    expect(document.targets).toHaveLength(2);
    expect(document.diagnostics.map(({ code }) => code)).not.toContain('structure/no-sentences');
  });

  it('and not of a page with one', async () => {
    const { document } = await read(page(PLAN.map((line) => `<p>${line}</p>`).join('')));
    expect(document.diagnostics.map(({ code }) => code)).not.toContain('structure/no-sentences');
  });
});
