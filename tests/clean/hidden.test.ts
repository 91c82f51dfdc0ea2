import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { PLAN } from '../setup/pages.js';

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
const read = (body: string) => parse(new TextEncoder().encode(`<html><body>${body}</body></html>`));
const SPAM = '国产精品在线，久久精品，亚洲综合';

describe('what the page does not show goes', () => {
  it.each<[string, string, string]>([
    ['display: none', `<div style="display:none">${SPAM}</div>`, 'spam'],
    ['display with blanks and priority', `<div style="color:red; display : none !important">${SPAM}</div>`, 'spam'],
    ['visibility: hidden', `<div style="visibility:hidden">${SPAM}</div>`, 'spam'],
    ['off the page', '<div style="position:absolute;left:-9999px"><a href="/">石泉县代开发票</a></div>', 'widget'],
    [
      'a farm of links off the page',
      `<div style="position:absolute;top:-2000px">${'<a href="/">青石县</a>'.repeat(6)}</div>`,
      'spam',
    ],
    ['indented off the page', `<div style="text-indent:-9999em">${'石泉县哪里好'.repeat(12)}</div>`, 'spam'],
    ['without size', `<div style="font-size:0px">${SPAM}</div>`, 'spam'],
    ['without room', `<div style="overflow:hidden;height:0">${SPAM}</div>`, 'spam'],
    ['the attribute', `<div hidden>${SPAM}</div>`, 'spam'],
    ['a running line', '<marquee>欢迎加入本县交流群</marquee>', 'widget'],
    ['a window that opens', '<div style="display:none">您的评论已提交，审核后显示</div>', 'widget'],
    ['boxes in a hidden box', `<div style="display:none"><p style="font-size:14px">${SPAM}</p></div>`, 'spam'],
  ])('%s', async (_, block, reason) => {
    for (const body of [block + paragraphs(PLAN), paragraphs(PLAN.slice(0, 9)) + block + paragraphs(PLAN.slice(9))]) {
      const { document, text } = await read(body);
      expect(text.split('\n').filter(Boolean)).toEqual(PLAN);
      expect(document.cleaning.removed.map((entry) => entry.reason)).toEqual([reason]);
    }
  });

  it('also words inside a paragraph', async () => {
    const broken = PLAN.map((line) => line.replace('，', '，<span style="display:none">转载自某某文库</span>'));
    const { document, text } = await read(paragraphs(broken));
    expect(text.split('\n').filter(Boolean)).toEqual(PLAN);
    expect(document.cleaning.removed.every((entry) => entry.text.includes('转载自某某文库'))).toBe(true);
  });
});

it('words of one character between hidden ones stay', async () => {
  const line =
    '全县<i hidden>甲甲</i>建<i hidden>乙乙</i>成<b style="display:none">丙丙</b>水厂3座，改造管网120公里，受益群众2万人。';
  const { text } = await read(paragraphs([...PLAN.slice(0, 9), line]));
  expect(text).toContain('全县建成水厂3座，改造管网120公里，受益群众2万人。');
});

describe('what is the document’s stays', () => {
  it.each<[string, string]>([
    ['all of it hidden until a script has run', `<div style="visibility:hidden;opacity:0">${paragraphs(PLAN)}</div>`],
    [
      'a part that unfolds',
      `${paragraphs(PLAN.slice(0, 11))}<div style="display:none">${paragraphs(PLAN.slice(11))}</div>`,
    ],
    [
      'words with a size in a box without one',
      `<div style="font-size:0">${PLAN.map((line) => `<p style="font-size:16px">${line}</p>`).join('')}</div>`,
    ],
    [
      'words that are shown in a hidden box',
      `<div style="visibility:hidden"><div style="visibility:visible">${paragraphs(PLAN)}</div></div>`,
    ],
    ['sizes below one', `<div style="font-size:0.9em">${paragraphs(PLAN)}</div>`],
    ['an indent', `<div style="text-indent:-24px;margin-left:2em;left:-99px">${paragraphs(PLAN)}</div>`],
  ])('%s', async (_, body) => {
    const { document, text } = await read(body);
    expect(text.split('\n').filter(Boolean)).toEqual(PLAN);
    expect(document.cleaning.removed).toEqual([]);
  });
});
