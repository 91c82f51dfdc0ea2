import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html.js';
import { structureOf } from '../../src/structure/index.js';
import { outline, structure } from './outline.js';

const LEAD = '<p>为推进全县供水工作，结合实际，制定本方案。</p>';

/** The sections of a page as `level chain title`. */
async function pageOutline(...blocks: string[]): Promise<string[]> {
  const { text, marks } = await readHtml(`<html><body>${blocks.join('')}</body></html>`);
  return structureOf(text, marks).sections.map(({ level, chain, title }) => `${level} ${chain} ${title}`);
}

const numbered = ['<p>一、甲</p>', '<p>坚持节约。</p>', '<p>二、乙</p>', '<p>（一）丙</p>', '<p>（二）丁</p>'];

describe('headings without numbers, by their look', () => {
  it('elements of headings nest by their level', async () => {
    expect(
      await pageOutline(
        '<h1>云岭县供水方案</h1>',
        LEAD,
        '<h2>总体要求</h2><p>坚持节约。</p><h2>重点任务</h2>',
        '<h3>供水</h3><p>建设水厂。</p><h3>排水</h3><p>改造管网。</p><h2>保障措施</h2><p>加强领导。</p>',
      ),
    ).toEqual(['1  总体要求', '1  重点任务', '2  供水', '2  排水', '1  保障措施']);
  });

  it('stand above the numbers that begin anew under each', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<p><b>供水</b></p><p>一、甲</p><p>二、乙</p><p><b>排水</b></p><p>一、丙</p><p>二、丁</p>',
      ),
    ).toEqual(['1  供水', '2 一 甲', '2 二 乙', '1  排水', '2 一 丙', '2 二 丁']);
  });

  it('do so inside of a section, too', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<p>第一章 甲</p><p><b>供水</b></p><p>一、乙</p><p><b>排水</b></p><p>一、丙</p><p>第二章 丁</p>',
      ),
    ).toEqual(['1 第一章 甲', '2 第一章 供水', '3 第一章/一 乙', '2 第一章 排水', '3 第一章/一 丙', '1 第二章 丁']);
  });

  it('of several levels stand above them in their order', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<h2>总体要求</h2><p>1.甲</p><p>2.乙</p><h2>重点任务</h2><h3>供水</h3><p>1.丙</p><h3>排水</h3><p>1.丁</p>',
      ),
    ).toEqual(['1  总体要求', '2 1 甲', '2 2 乙', '1  重点任务', '2  供水', '3 1 丙', '2  排水', '3 1 丁']);
  });

  it('hold nothing where the numbering goes on across them', async () => {
    const page = [LEAD, ...numbered];
    page.splice(2, 0, '<p><strong>水源保护</strong></p>');
    page.splice(6, 0, '<p><strong>管网改造</strong></p>');
    const found = await pageOutline(...page);
    expect(found).toEqual([
      '1 一 甲',
      '2 一 水源保护',
      '1 二 乙',
      '2 二/（一） 丙',
      '3 二/（一） 管网改造',
      '2 二/（二） 丁',
    ]);
    expect(found.filter((section) => !/水源|管网/.test(section))).toEqual(await pageOutline(LEAD, ...numbered));
  });

  it('are read where the page marks a line in pieces, or by its style', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<p><b>水源</b> <b>保护</b></p><p>坚持节约。</p><p style="font-weight: 700">管网改造</p><p>分步实施。</p>',
      ),
    ).toEqual(['1  水源 保护', '1  管网改造']);
  });

  it('centred, where there are several', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<p align="center">水源保护</p><p>坚持节约。</p><p style="text-align:center">管网改造</p><p>分步实施。</p>',
      ),
    ).toEqual(['1  水源保护', '1  管网改造']);
  });

  it.each<[string, string[]]>([
    ['one bold line alone', [LEAD, '<p><b>水源保护</b></p><p>坚持节约。</p>']],
    ['bold words inside of a line', [LEAD, '<p><b>坚持</b>节约优先</p><p>甲。</p><p><b>落实</b>责任</p><p>乙。</p>']],
    ['bold sentences', [LEAD, '<p><b>坚持节约优先。</b></p><p>甲。</p><p><b>落实各方责任。</b></p><p>乙。</p>']],
    ['lead-ins', [LEAD, '<p><b>责任单位：</b></p><p>甲。</p><p><b>完成时限：</b></p><p>乙。</p>']],
    ['the title of the document', ['<h1>云岭县供水方案</h1>', LEAD, '<p>坚持节约。</p>']],
    [
      'a title in two bold lines',
      ['<p><b>云岭县人民政府</b></p><p><b>供水工作方案</b></p>', LEAD, '<p>坚持节约。</p>'],
    ],
    ['a signature', [LEAD, '<p><b>云岭县人民政府</b></p><p>甲。</p><p><b>云岭县水务局</b></p><p>乙。</p>']],
    ['dates', [LEAD, '<p><b>2022年3月1日</b></p><p>甲。</p><p><b>2022年4月1日</b></p><p>乙。</p>']],
    ['captions', [LEAD, '<p><b>主要指标一览表</b></p><p>甲。</p><p><b>重点项目一览表</b></p><p>乙。</p>']],
    [
      'a page that is bold throughout',
      [`<b>${LEAD}<p>水源保护</p><p>坚持节约。</p><p>管网改造</p><p>分步实施。</p></b>`],
    ],
    [
      'cells of a table',
      [
        LEAD,
        '<table><tr><td><b>水源</b></td><td><b>管网</b></td></tr><tr><td><b>水厂</b></td><td>2座</td></tr></table>',
      ],
    ],
  ])('none: %s', async (_, blocks) => {
    expect(await pageOutline(...blocks)).toEqual([]);
  });

  it('the title below a bold number is that of the number', async () => {
    expect(
      await pageOutline(
        LEAD,
        '<p><b>第一章</b></p><p><b>总则</b></p><p>甲。</p><p><b>第二章</b></p><p><b>任务</b></p><p>乙。</p>',
      ),
    ).toEqual(['1 第一章 总则', '1 第二章 任务']);
  });
});

describe('headings without numbers, by their words', () => {
  it('stand before everything else, or behind it', () => {
    const { sections } = structure(['前 言', '为了供水。', '一、甲', '（一）乙', '结语', '让我们努力。']);
    expect(sections.map(({ level, marker, title, lines }) => [level, marker, title, lines])).toEqual([
      [1, '', '前言', [1, 2]],
      [1, '一', '甲', [3, 4]],
      [2, '（一）', '乙', [4, 4]],
      [1, '', '结语', [5, 6]],
    ]);
  });

  it('move no number where they stand in the middle', () => {
    expect(outline('一、甲', '（一）乙', '引言', '为了供水。', '（二）丙', '二、丁')).toEqual([
      '一 甲',
      '一/（一） 乙',
      '一/（一） 引言',
      '一/（二） 丙',
      '二 丁',
    ]);
  });

  it.each([['专栏：重点工程'], ['【专栏】重点工程'], ['专栏:重点工程']])('a box without a number: %s', (line) => {
    const { sections } = structure(['一、甲', line, '1.乙', '2.丙', '二、丁']);
    expect(sections.map(({ kind, chain, title, level }) => [kind, chain, title, level])).toEqual([
      ['heading', '一', '甲', 1],
      ['box', '一', '重点工程', 2],
      ['heading', '一/1', '乙', 3],
      ['heading', '一/2', '丙', 3],
      ['heading', '二', '丁', 1],
    ]);
  });

  it.each([['前言部分已经说明。'], ['专栏：本报开设专栏，介绍各地经验。欢迎投稿。'], ['附则另行规定'], ['《前言》']])(
    'none: %s',
    (line) => {
      expect(outline(line, '为了供水。')).toEqual([]);
    },
  );
});
