import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { glob } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { type Draft, type Mark, startDraft } from '../../src/core/draft.js';
import { readBytes } from '../../src/read/index.js';
import { readMarkdown } from '../../src/read/markdown.js';
import { isMarkdown } from '../../src/read/markdown-signs.js';

async function draftOf(source: string): Promise<Draft> {
  return (await readMarkdown(startDraft(source))).draft;
}

/** What is left of a source, lines without the blanks at their ends, which the cleaning takes. */
async function read(source: string): Promise<string> {
  const { text } = await draftOf(source);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** The marks of a kind as `what: text`. */
async function marked(source: string, kind: Mark['kind']): Promise<string[]> {
  const { text, marks } = await draftOf(source);
  return marks
    .filter((mark) => mark.kind === kind)
    .map((mark) => `${mark.kind === 'look' ? mark.look : mark.kind}: ${text.slice(mark.start, mark.end)}`);
}

describe('signs that show a text to be Markdown', () => {
  it.each<[string, string]>([
    ['headings of two levels', '## 第一章 总则\n\n正文。\n\n### 第一节 目标\n\n正文。'],
    ['headings of one level, as PDF readers give them', '# 一、总体要求\n\n正文。\n\n# 二、主要目标\n\n正文。'],
    ['one title that stands apart', '# 云溪县“十四五”水利发展规划\n\n为加快水利发展，制定本规划。'],
    ['hashes without a blank before numbers', '##第一章 总则\n正文。\n##第二章 目标\n正文。'],
    ['bold lines', '**一、总体要求**\n正文。\n**二、主要目标**\n正文。'],
    ['a table of pipes', '指标如下。\n\n| 指标 | 2025年 |\n| :--- | ---: |\n| 森林覆盖率 | 60% |'],
    ['a table of one column', '| 专栏1：重点工程 |\n| --- |\n| 1. 建设水厂。 |'],
    ['front matter', '---\ntitle: 云溪县水利规划\ndate: 2021-05-06\n---\n正文。'],
    ['formulas', '下降 $17\\%$ 。\n达到 $\\geq 90$ 。'],
    ['a picture and a heading', '![](images/a1b2.jpg)\n\n## 一、总体要求\n正文。'],
    ['line ends of Windows', '## 一、总体要求\r\n\r\n正文。\r\n\r\n## 二、目标\r\n'],
  ])('%s', (_, source) => {
    expect(isMarkdown(source, false)).toBe(true);
  });

  it.each<[string, string]>([
    ['plain text', '一、总体要求\n\n加强领导。\n\n二、主要目标\n\n（一）到2025年，建成水厂3座。'],
    ['hash tags', '#水利规划# 今天发布。\n#乡村振兴# 明天发布。\n#绿色发展\n#美丽云溪'],
    ['hash tags with blanks', '# 水利 #\n正文。\n# 水利 #\n正文。'],
    ['numbers of machines', '# 1 机组检修\n# 2 机组检修\n# 3 机组检修\n'],
    ['a column of numbers', '#\n1\n2\n指标 # 单位\n3# 楼\n5# 变压器'],
    ['notes to a table', '# 为约束性指标。\n## 为预期性指标。\n* 表示累计数。\n** 表示年均数。'],
    ['a single heading in running text', '正文。\n# 一、总体要求\n正文。'],
    ['names starred out', '张**、王**、李**参加会议。\n联系人：赵**，电话138****1234。\n刘**同志负责。'],
    ['rules of dashes and asterisks', '---\n正文。\n---\n*****\n正文。\n***\n=====\n————'],
    ['a letter with rules', '---\n发件人：张三\n主题：规划\n---\n正文。'],
    ['a dash in front matter that is prose', '---\n为加快发展，制定本规划。\n---\n'],
    ['quotes of a mail', '> 请各单位报送。\n> 谢谢。\n>6.5\n> 90%'],
    ['lists', '1. 建设水厂。\n2. 改造管网。\n- 其一\n- 其二\n* 其三'],
    ['comments of C', '/**\n * 水利规划\n **/\nint main() { return 0; }\n#include <stdio.h>\n#define A 1'],
    ['a drawing of pipes', '|------|------|\n| 指标 | 单位 |\n|------|------|\n| 水厂 | 3座  |\n|------|------|'],
    ['a box of plus signs', '+------+------+\n| 指标 | 单位 |\n+------+------+\n| 水厂 | 3座  |\n+------+------+'],
    ['pipes between links', '首页 | 政务 | 规划\n——————\n上一篇 | 下一篇'],
    ['amounts of dollars', '投资$500万，出口$300万。\n区间为$5-$10和US$50。'],
    ['paths and escapes', '见C:\\规划\\_2021\\*.doc和\\u5168。'],
    ['a page', `<html><body><pre>## 一、总体要求\n## 二、目标</pre></body></html>`],
    ['nothing', ''],
  ])('none: %s', (_, source) => {
    expect(isMarkdown(source, source.startsWith('<'))).toBe(false);
  });

  it('a page of tags with a script of hashes is a page', () => {
    const page = `<div><p>甲</p></div>\n<script>\n## 一\n## 二、目标\n</script>\n${'<p>乙</p>\n'.repeat(20)}`;
    expect(isMarkdown(page, true)).toBe(false);
  });

  it('no bundled plan but those that are Markdown is taken for one, and its text is as it was', async () => {
    const root = new URL('../..', import.meta.url).pathname;
    const sources = await glob('fixtures/*/*/source.{txt,html}', { cwd: root });
    let plain = 0;
    for (const path of sources.filter((name) => !/markdown/.test(name))) {
      const { draft, format } = await readBytes(readFileSync(`${root}/${path}`)).catch(() => ({
        draft: undefined,
        format: '',
      }));
      if (!draft || format !== 'text') continue;
      plain++;
      expect(isMarkdown(draft.decoded, false), path).toBe(false);
      expect(
        draft.marks.filter((mark) => mark.kind !== 'cell'),
        path,
      ).toEqual([]);
    }
    expect(plain).toBeGreaterThanOrEqual(20);
  });
});

describe('headings', () => {
  it.each<[string, string, string[]]>([
    ['levels', '# 某规划\n## 一、甲\n### （一）乙\n###### 丙', ['h1: 某规划', 'h2: 一、甲', 'h3: （一）乙', 'h6: 丙']],
    ['closing hashes', '## 一、总体要求 ##\n### 甲 ###  ', ['h2: 一、总体要求', 'h3: 甲']],
    [
      'no blank behind the hashes',
      '##第一章 总则\n#一、总体要求\n###（一）目标',
      ['h2: 第一章 总则', 'h1: 一、总体要求', 'h3: （一）目标'],
    ],
    ['bold words', '## **一、总体要求**', ['h2: 一、总体要求', 'bold: 一、总体要求']],
    ['wide blanks', '##　第一章　总则', ['h2: 第一章　总则']],
    ['in a quote', '> ## 专栏1 重点工程', ['h2: 专栏1 重点工程']],
    ['a double rule below', '云溪县水利规划\n======\n正文。', ['h1: 云溪县水利规划']],
    ['line ends of Windows', '## 一、总体要求\r\n正文。\r\n', ['h2: 一、总体要求']],
    ['an escaped number', '## 1\\. 总则', ['h2: 1. 总则']],
  ])('%s', async (_, source, expected) => {
    expect((await marked(source, 'look')).sort()).toEqual([...expected].sort());
    expect(await read(source)).not.toMatch(/#|={3}|\*/);
  });

  it.each<[string, string]>([
    ['seven hashes', '####### 甲乙'],
    ['a tag', '#绿色发展'],
    ['a closed tag', '# 绿色发展 #'],
    ['a hash inside', '3# 楼和5# 楼'],
    ['an escaped hash stays one', '\\# 甲'],
  ])('none: %s', async (_, source) => {
    expect(await marked(source, 'look')).toEqual([]);
    expect(await read(source)).toContain('#');
  });

  it('the first of level one is the title, others of its level are not', async () => {
    expect(await marked('# 云溪县水利规划\n# 一、甲\n# 二、乙', 'title')).toEqual(['title: 云溪县水利规划']);
    expect(await marked('## 一、甲\n# 乙', 'title')).toEqual([]);
  });
});

describe('marks inside of lines', () => {
  it.each<[string, string, string]>([
    ['bold', '加强**绿色发展**工作。', '加强绿色发展工作。'],
    ['bold before a colon', '**重点任务：**建设水厂。', '重点任务：建设水厂。'],
    ['bold around quotes', '实施**“三农”**工程，推进**《规划》**落实。', '实施“三农”工程，推进《规划》落实。'],
    ['bold of underscores', '__一、总体要求__', '一、总体要求'],
    ['emphasis', '*注：本表为预期数。* 到_2025年_ ，', '注：本表为预期数。 到_2025年_ ，'],
    ['both', '***重要***：**甲**和**乙**', '重要：甲和乙'],
    ['links', '见[规划全文](https://example.gov.cn/a_b.html "全文")和[附件](./fj/1.pdf)。', '见规划全文和附件。'],
    ['links by name', '见[规划全文][1]。\n\n[1]: https://example.gov.cn/', '见规划全文。'],
    ['links with brackets', '见[规划[2021]](https://example.gov.cn/a(1).html)。', '见规划[2021]。'],
    ['an address in angle brackets', '见<https://example.gov.cn/a_b_c>。', '见https://example.gov.cn/a_b_c。'],
    ['pictures', '甲![图 1](images/a_1.jpg)乙![](data:image/png;base64,AAAA)丙', '甲乙丙'],
    ['code', '字段`a_b`和``c`d``。', '字段a_b和c`d。'],
    ['escapes', '1\\. 建设\\*水厂\\_一期\\(甲\\)\\[乙\\]', '1. 建设*水厂_一期(甲)[乙]'],
    ['a break at the end of a line', '甲\\\n乙  \n丙', '甲\n乙\n丙'],
    ['notes', '达到60%[^1]。\n\n[^1]: 不含城区。', '达到60%。\n不含城区。'],
    ['comments, over lines too', '甲<!-- page 3 -->乙\n<!-- 第\n二页 -->\n丙', '甲乙\n丙'],
  ])('%s', async (_, source, expected) => {
    expect(await read(source)).toBe(expected);
  });

  it.each<[string, string]>([
    ['names starred out', '张**、王**、李**参加；李**和王**获奖。'],
    ['numbers starred out', '电话138****1234，证号5101**********1234。'],
    ['a mark of a note', '城镇化率*、森林覆盖率*达到60%，带*的为约束性指标，不带*的为预期性指标。'],
    ['products', '面积3*4*5米，2**3**4'],
    ['lines to write on', '单位：______ 日期：____'],
    ['names of files', '见plan_2021_v2.doc和a__b__c。'],
    ['brackets that lead nowhere', '[牵头单位](责任单位：县水务局)；[1](2)；〔2021〕5号[3]'],
    ['dollars', '投资$500万，出口$300万；$5-$10；US$50 and US$60'],
    ['a lonely backtick', '水厂`一期'],
    ['an open bracket', '见[规划(https://example.gov.cn/'],
    ['signs of comparison', 'P<0.05，6>5，<6岁'],
    ['dashes in words', '2021--2025年，——加强领导'],
  ])('stay: %s', async (_, source) => {
    expect(await read(source)).toBe(source);
  });

  it('bold lines and links are marked', async () => {
    expect(await marked('**一、总体要求**\n正文**甲**。', 'look')).toEqual(['bold: 一、总体要求', 'bold: 甲']);
    expect(await marked('见[规划**全**文](https://example.gov.cn/)。', 'link')).toEqual(['link: 规划全文']);
  });

  it('pictures are counted', async () => {
    expect((await readMarkdown(startDraft('![](a.png)\n甲<img src="b.png">\n![x][y]'))).pictures).toBe(2);
  });
});

describe('formulas as PDF readers set them', () => {
  it.each<[string, string]>([
    ['下降 $17\\%$ ，', '下降 17% ，'],
    ['$1 7 . 5 \\%$', '17.5%'],
    ['$\\geq 90$、$\\leqslant 5 \\%$', '≥90、≤5%'],
    ['$2 0 2 5$年', '2025年'],
    ['$m^3$、$\\mathrm{km}^{2}$、$10^{4}\\mathrm{m}^3$', 'm³、km²、10⁴m³'],
    ['$\\mathrm{CO}_2$、$\\mathrm{PM}_{2.5}$', 'CO2、PM2.5'],
    ['$25 ^ { \\circ } \\mathrm { C }$', '25°C'],
    ['$3\\times5\\sim8$', '3×5~8'],
    ['$\\textcircled{1}$加强领导', '①加强领导'],
    ['\\(17\\%\\)和\\[90\\%\\]', '17%和90%'],
    ['$$\\ge 60\\%$$', '≥60%'],
    ['$90\\text{万人}$', '90万人'],
    ['$1 4 1 9 2 . 7 8 ~ \\mathrm { k m } ^ { 2 }$ ，$3 . 5 1 \\times 1 0 ^ { 6 }$', '14192.78km² ，3.51×10⁶'],
    ['17:00\\~19:00，约 $5 0 { \\sim } 6 0 \\%$', '17:00~19:00，约 50~60%'],
  ])('%s', async (source, expected) => {
    expect(await read(source)).toBe(expected);
  });

  it.each<[string]>([
    ['$\\frac{a}{b}\\%$'],
    ['$$\\sum_{i=1}^{n} x_i \\_ $$'],
    ['$x = \\sqrt{2}$，*甲'],
    ['$500万元，$300万元'],
  ])('stays: %s', async (source) => {
    expect(await read(source)).toBe(source);
  });
});

describe('lines', () => {
  it.each<[string, string, string]>([
    ['bullets', '- 建设水厂\n* 改造管网\n+ 组建队伍\n  - 其一', '• 建设水厂\n• 改造管网\n• 组建队伍\n• 其一'],
    ['a bullet is no minus', '- 30座水厂', '• 30座水厂'],
    [
      'bullets before numbers',
      '- 1. 建设水厂\n- **（一）** 改造管网\n* 一、目标',
      '1. 建设水厂\n（一） 改造管网\n一、目标',
    ],
    ['bullets before labels', '- **责任单位：**县水务局\n- 完成时限: 6月', '责任单位：县水务局\n完成时限: 6月'],
    ['tasks', '- [ ] 建设水厂\n- [x] 改造管网', '• 建设水厂\n• 改造管网'],
    [
      'quotes',
      '> 建设水厂\n>> 改造管网\n>组建队伍\n> 1. 甲\n> 2025年，建成水厂。',
      '建设水厂\n改造管网\n组建队伍\n1. 甲\n2025年，建成水厂。',
    ],
    [
      'articles in bold',
      '- **第一条** 为了加强管理。\n**第二条** 适用本办法。',
      '第一条 为了加强管理。\n第二条 适用本办法。',
    ],
    [
      'a formula set apart',
      '$$\nx^{*}=\\frac{a\\_b}{c\\%} *d* e\n$$\n**甲**',
      '$$\nx^{*}=\\frac{a\\_b}{c\\%} *d* e\n$$\n甲',
    ],
    ['quotes, but no values', '> 90%以上\n甲\n>6.5', '> 90%以上\n甲\n>6.5'],
    ['rules', '甲\n\n---\n\n乙\n\n***\n\n{3}------------------------------------------------\n丙', '甲\n乙\n丙'],
    ['code between fences', '```python\n# 甲 **乙**\n```\n**丙**', '# 甲 **乙**\n丙'],
    ['a text between fences', '```markdown\n## 甲\n**乙**\n```', '甲\n乙'],
    ['a fence that does not end', '```\n**甲**', '```\n甲'],
    [
      'a table of one column',
      '| 专栏1：**重点**工程 |\n| --- |\n| 1. 建设水厂。 |\n| 2. 改造管网。 |',
      '专栏1：重点工程\n1. 建设水厂。\n2. 改造管网。',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await read(source)).toBe(expected);
  });

  it.each<[string, string]>([
    ['the number of a page', '- 3 -'],
    ['a note to asterisks', '* 为约束性指标'],
    ['values', '>6.5\n> 90%\n-5%\n- '],
    ['dashes of plans', '——加强领导\n-- 加强领导\n—加强领导'],
    ['numbers', '1. 甲\n1) 乙\n1、丙'],
  ])('stay: %s', async (_, source) => {
    expect(await read(source)).toBe(source.trim());
  });
});

describe('front matter', () => {
  const source =
    '---\ntitle: "云溪县水利发展规划"\ndate: 2021-05-06 10:00\ntags:\n  - 水利\n发文字号: 云政发〔2021〕5号\n---\n# 云溪县\n正文。';

  it('gives facts and is no text', async () => {
    const { draft, head } = await readMarkdown(startDraft(source));
    expect(head).toEqual({ articletitle: '云溪县水利发展规划', pubdate: '2021-05-06 10:00' });
    expect(draft.text).toBe('发文字号: 云政发〔2021〕5号\n云溪县\n正文。');
  });

  it('the title is what the one heading of the first level says where there is none', async () => {
    expect((await readMarkdown(startDraft('# 云溪县**水利**规划\n## 一、甲\n'))).head).toEqual({
      articletitle: '云溪县水利规划',
    });
    expect((await readMarkdown(startDraft('# 一、甲\n# 二、乙\n'))).head).toEqual({});
  });

  it('stays where it does not end', async () => {
    const open = '---\ntitle: 甲\ndate: 2021-05-06\n正文';
    expect((await draftOf(open)).text).toContain('title: 甲');
  });
});

describe('tables of HTML', () => {
  const table =
    '<table><tr><td>指标</td><td>2025年</td></tr>\n <tr><td>森林&nbsp;覆盖率</td><td></td></tr><tr><td>**水厂**</td><td>$17\\%$</td></tr></table>';

  it('stand one cell a line, with marks that say where', async () => {
    const { text, marks } = await draftOf(`# 甲\n\n说明${table}后文\n\n${table}\n`);
    const cells = marks.flatMap((mark) =>
      mark.kind === 'cell'
        ? [`${mark.cell.table} ${mark.cell.row} ${mark.cell.column} ${text.slice(mark.start, mark.end)}`]
        : [],
    );
    const rows = (t: number): string[] => [
      `${t} 0 0 指标`,
      `${t} 0 1 2025年`,
      `${t} 1 0 森林\u00a0覆盖率`,
      `${t} 1 1 `,
      `${t} 2 0 水厂`,
      `${t} 2 1 17%`,
    ];
    expect(cells).toEqual([...rows(0), ...rows(1)]);
    expect(text.split('\n').filter(Boolean).slice(0, 4)).toEqual(['甲', '说明', '指标', '2025年']);
    expect(text).toContain('17%\n后文');
  });

  it('the rest of the text keeps its lines', async () => {
    const bytes = new TextEncoder().encode(`# 一、总体要求\n\n第一段。\n第二段。\n\n# 二、目标\n\n${table}\n`);
    const { draft, format } = await readBytes(bytes);
    expect(format).toBe('text');
    expect(draft.text).toContain('第一段。\n第二段。');
    expect(draft.marks.filter(({ kind }) => kind === 'cell')).toHaveLength(6);
  });

  it('one that is not closed stays', async () => {
    expect(await read('甲<table><tr><td>乙')).toBe('甲<table><tr><td>乙');
  });
});

describe('places in the original', () => {
  const PIECES = [
    '# ',
    '## ',
    '#',
    '**',
    '*',
    '__',
    '_',
    '`',
    '```\n',
    '[',
    '](https://a.cn)',
    ']',
    '(',
    ')',
    '![',
    '<!--',
    '-->',
    '$',
    '\\%',
    '\\',
    '^{2}',
    '| ',
    '|\n| --- |\n',
    '> ',
    '- ',
    '\n',
    '\n\n',
    '\r\n',
    '---\n',
    'title: 甲\n',
    '建设',
    '水厂',
    '2025',
    '一、',
    '第一章 ',
    '<table><tr><td>',
    '</td><td>',
    '</td></tr></table>',
    '&nbsp;',
    ' ',
    '[^1]',
    '张',
    '。',
    '===\n',
    '<br>',
  ];

  it('a link inside the text of a link', async () => {
    const { text } = await draftOf('见[[甲](https://a.cn)](https://a.cn)附件');
    expect(text).toContain('甲');
  });

  it('every kept character comes from its own place, whatever stands in the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), async (pieces) => {
        const source = pieces.join('');
        const { text, map, marks } = await draftOf(source);
        expect(map.length).toBe(text.length);
        let last = 0;
        for (let i = 0; i < text.length; i++) {
          const { start, end } = map.range(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
          // What a sign of a formula or a bullet became stands for the whole sign.
          if (/[\u4e00-\u9fff\d]/.test(text[i] ?? '')) expect(source.slice(start, end)).toBe(text[i]);
        }
        for (const mark of marks) expect(mark.start <= mark.end && mark.end <= text.length).toBe(true);
        // Not one character of Chinese is lost, but in pictures, comments and addresses.
        const lossless = !/!\[|<!--|---\n|\]\(|\[\^|<t|\]:/.test(source);
        if (lossless) expect(text.replace(/[^\u4e00-\u9fff]/g, '')).toBe(source.replace(/[^\u4e00-\u9fff]/g, ''));
      }),
      { numRuns: 1500 },
    );
  });

  it('changes nothing where there are no marks', async () => {
    const plain = '一、总体要求\n\n　　到2025年，建成水厂3座，占比达到60%。\n（一）目标\n1.建设；2.改造。';
    const start = startDraft(plain);
    expect((await readMarkdown(start)).draft).toBe(start);
  });
});

describe('time grows with the length', () => {
  it.each<[string, string]>([
    ['brackets', '['],
    ['links that do not close', '](a'],
    ['embedded pictures that do not close', '![](data:'],
    ['pictures with blanks', '![](data: '],
    ['asterisks', '**甲 '],
    ['runs of both kinds', '*甲_'],
    ['backticks', '`` ` '],
    ['dollars', '$\\a'],
    ['fences', '```a\n'],
    ['fences that say Markdown', '```markdown\n'],
    ['hashes', '# '],
    ['comments', '<!--'],
    ['tables', '<table>'],
    ['pipes', '|\n| --- |\n'],
    ['dashes', '- '],
    ['rules', '| - '],
    ['notes', '[^1]: '],
    ['backslashes', '\\'],
    ['quotes', '> '],
  ])(
    '%s',
    async (_, word) => {
      const source = `# 云溪县水利规划\n\n${word.repeat(Math.ceil(400_000 / word.length))}`;
      const from = performance.now();
      isMarkdown(source, false);
      await readMarkdown(startDraft(source));
      expect(performance.now() - from).toBeLessThan(4000);
    },
    60_000,
  );
});
