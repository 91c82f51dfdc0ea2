import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/draft.js';
import { readHtml } from '../../src/read/html.js';
import { readBytes } from '../../src/read/index.js';

/** Lines without the blanks at their ends, which the cleaning takes. */
async function lines(body: string): Promise<string[]> {
  const { text } = await readHtml(`<html><body>${body}</body></html>`);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

describe('blocks become lines', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['paragraphs that are not closed', '<p>甲<p>乙', ['甲', '乙']],
    ['boxes', '<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['headings', '<h1>甲</h1>乙<h3>丙</h3>', ['甲', '乙', '丙']],
    ['lists', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    ['a break', '甲<br>乙<br/>丙<br />丁', ['甲', '乙', '丙', '丁']],
    ['text before, between and behind blocks', '甲<p>乙</p>丙<p>丁</p>戊', ['甲', '乙', '丙', '丁', '戊']],
    ['text without any block', '甲乙', ['甲乙']],
    ['words in a line stay in it', '<p>到<b>2025</b>年<span>，<font>建成</font></span>。</p>', ['到2025年，建成。']],
    ['links too', '<p><a href="x">首页</a> &gt; <a href="y">规划</a></p>', ['首页 > 规划']],
    ['tags in capitals', '<P>甲</P><DIV>乙</DIV>', ['甲', '乙']],
    ['tags of an editor that nobody knows', '<ucapcontent><o:p>甲</o:p></ucapcontent><p>乙</p>', ['甲', '乙']],
    ['nothing', '', []],
  ])('%s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['scripts', '<script>var a = "<p>甲</p>";</script>乙', ['乙']],
    ['styles', '<style>p { color: red }</style>乙', ['乙']],
    ['comments', '甲<!-- <p>乙</p> -->丙', ['甲丙']],
    ['comments of an editor', '<!--[if gte mso 9]><xml>甲</xml><![endif]-->乙', ['乙']],
    ['controls of a form', '<select><option>甲</option></select><textarea>乙</textarea><button>丙</button>丁', ['丁']],
    ['frames and objects', '<iframe>甲</iframe><object>乙</object>丙', ['丙']],
    ['what is shown without scripts', '<noscript>甲</noscript>乙', ['乙']],
  ])('gone: %s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });

  it('runs of blanks are one, and line ends of the source are blanks', async () => {
    const { text } = await readHtml('<html><body><p>甲 \t\r\n  乙</p></body></html>');
    expect(text).toContain('甲 乙');
  });

  it('in preformatted text they stay', async () => {
    const { text } = await readHtml('<html><body><pre>甲\n  乙</pre><p>丙  丁</p></body></html>');
    expect(text).toContain('甲\n  乙');
    expect(text).toContain('丙 丁');
  });
});

describe('entities', () => {
  it.each<[string, string]>([
    ['A&amp;B', 'A&B'],
    ['&lt;试行&gt;', '<试行>'],
    ['&ldquo;十四五&rdquo;', '“十四五”'],
    ['甲&nbsp;&nbsp;乙', '甲\u00a0\u00a0乙'],
    ['甲&emsp;&ensp;乙', '甲\u2003\u2002乙'],
    ['甲&mdash;乙&middot;丙&hellip;', '甲—乙·丙…'],
    ['&#20113;&#x5CAD;县', '云岭县'],
    ['&#8220;甲&#8221;', '“甲”'],
    ['甲&#12288;乙', '甲\u3000乙'],
    ['&#128512;', '😀'],
    // Without their semicolon; numbers of windows-1252; unknown ones; encoded twice.
    ['甲&nbsp乙', '甲\u00a0乙'],
    ['甲&nbsp2025年', '甲\u00a02025年'],
    ['&#147;甲&#148;', '“甲”'],
    ['R&D投入', 'R&D投入'],
    ['甲&unknown;乙', '甲&unknown;乙'],
    ['甲 & 乙', '甲 & 乙'],
    ['&amp;nbsp;', '&nbsp;'],
  ])('%s', async (source, expected) => {
    const { text } = await readHtml(`<html><body><p>${source}</p></body></html>`);
    expect(text.replace(/\n/g, '')).toBe(expected);
  });

  it('stand for their whole place in the source', async () => {
    const source = '<html><body><p>甲&nbsp;&#20113;乙</p></body></html>';
    const { text, map } = await readHtml(source);
    const at = text.indexOf('云');
    const { start, end } = map.range(at, at + 1);
    expect(source.slice(start, end)).toBe('&#20113;');
  });
});

const cells = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'cell' ? [mark] : []));

/** The cells of a page as `table:row,column text`, with their spans where they have any. */
async function cellsOf(body: string): Promise<string[]> {
  const { text, marks } = await readHtml(`<html><body>${body}</body></html>`);
  return cells(marks).map(({ cell, start, end }) => {
    const spans = cell.rowSpan > 1 || cell.columnSpan > 1 ? ` ${cell.rowSpan}x${cell.columnSpan}` : '';
    return `${cell.table}:${cell.row},${cell.column} ${text.slice(start, end).trim()}${cell.head ? ' head' : ''}${spans}`;
  });
}

describe('tables', () => {
  it.each<[string, string, string[]]>([
    [
      'cells by row and column',
      '<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>',
      ['0:0,0 甲', '0:0,1 乙', '0:1,0 丙', '0:1,1 丁'],
    ],
    [
      'head, body and foot',
      '<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>丙</td><td>丁</td></tr></tbody>',
      ['0:0,0 甲 head', '0:0,1 乙 head', '0:1,0 丙', '0:1,1 丁'],
    ],
    ['cells that are not closed', '<tr><td>甲<td>乙<tr><td>丙<td>丁', ['0:0,0 甲', '0:0,1 乙', '0:1,0 丙', '0:1,1 丁']],
    [
      'a cell over two columns',
      '<tr><td colspan="2">甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td><td>戊</td></tr>',
      ['0:0,0 甲 1x2', '0:0,2 乙', '0:1,0 丙', '0:1,1 丁', '0:1,2 戊'],
    ],
    [
      'a column in which no cell begins is none',
      '<tr><td colspan="2">甲</td><td>乙</td></tr>',
      ['0:0,0 甲', '0:0,1 乙'],
    ],
    [
      'a cell over no number of rows goes to the end of its group',
      '<tbody><tr><td rowspan="0">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody><tbody><tr><td>丁</td><td>戊</td></tr></tbody>',
      ['0:0,0 甲 2x1', '0:0,1 乙', '0:1,1 丙', '0:2,0 丁', '0:2,1 戊'],
    ],
    [
      'a cell over more rows than there are ends with them',
      '<tr><td rowspan="9">甲</td><td colspan="9">乙</td></tr><tr><td>丙</td></tr>',
      ['0:0,0 甲 2x1', '0:0,1 乙', '0:1,1 丙'],
    ],
    [
      'a cell over a row that is full without it ends before it',
      '<tr><td>甲</td><td>乙</td></tr><tr><td rowspan="3">丙</td><td>丁</td></tr><tr><td>戊</td></tr><tr><td>己</td><td>庚</td></tr>',
      ['0:0,0 甲', '0:0,1 乙', '0:1,0 丙 2x1', '0:1,1 丁', '0:2,1 戊', '0:3,0 己', '0:3,1 庚'],
    ],
    [
      'a cell that is not shown is none',
      '<tr><td>甲</td><td style="display:none">乙</td><td>丙</td></tr><tr hidden><td>丁</td><td>戊</td><td>己</td></tr>',
      ['0:0,0 甲', '0:0,1 丙'],
    ],
    [
      'a cell over two rows pushes the next row aside',
      '<tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr>',
      ['0:0,0 甲 2x1', '0:0,1 乙', '0:1,1 丙'],
    ],
    ['empty cells count', '<tr><td></td><td>乙</td></tr>', ['0:0,0', '0:0,1 乙']],
    ['spans that are none', '<tr><td colspan="x">甲</td><td rowspan="0">乙</td></tr>', ['0:0,0 甲', '0:0,1 乙']],
  ])('%s', async (_, rows, expected) => {
    expect((await cellsOf(`<table>${rows}</table>`)).map((cell) => cell.trim())).toEqual(expected);
  });

  it('each cell is a line, also an empty table leaves none', async () => {
    expect(await lines('前<table><tr><td>甲</td><td>乙</td></tr></table>后')).toEqual(['前', '甲', '乙', '后']);
    expect(await lines('前<table><tr><td></td><td></td></tr></table>后')).toEqual(['前', '后']);
  });

  it('tables are numbered in the order of the page', async () => {
    const table = '<table><tr><td>甲</td><td>乙</td></tr></table>';
    expect(await cellsOf(`${table}<p>间</p>${table}`)).toEqual(['0:0,0 甲', '0:0,1 乙', '1:0,0 甲', '1:0,1 乙']);
  });

  it('the caption is a line above', async () => {
    expect(await lines('<table><caption>表1</caption><tr><td>甲</td><td>乙</td></tr></table>')).toEqual([
      '表1',
      '甲',
      '乙',
    ]);
  });

  it('tables that lay out the page give lines; only the table of data inside gives cells', async () => {
    const page = '<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>';
    expect(await lines(page)).toEqual(['左', '甲', '乙']);
    expect(await cellsOf(page)).toEqual(['0:0,0 甲', '0:0,1 乙']);
  });

  it.each([
    ['one column', '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>'],
    ['a cell that holds an article', `<table><tr><td>${'甲'.repeat(3001)}</td><td>乙</td></tr></table>`],
    ['no rows', '<table>甲</table>'],
  ])('no cells in a table of %s', async (_, page) => {
    expect(await cellsOf(page)).toEqual([]);
  });
});

describe('marks', () => {
  it('say what is a link', async () => {
    const { text, marks } = await readHtml(
      '<html><body><p><a href="x">首页</a> &gt; <a href="y"><b>规划</b>计划</a></p><h2>通知</h2></body></html>',
    );
    const others = marks.filter(({ kind }) => kind !== 'look');
    expect(others.map(({ kind, start, end }) => `${kind} ${text.slice(start, end).trim()}`)).toEqual([
      'link 首页',
      'link 规划计划',
      'title 通知',
    ]);
  });

  it('say how the page sets a text apart', async () => {
    const { text, marks } = await readHtml(
      '<html><body><h3>目标</h3><p><b>坚持</b>节约</p><p style="font-weight:bold;text-align: center">原则</p>' +
        '<p style="font-weight:500">任务</p><p align="CENTER"><strong></strong>附件</p></body></html>',
    );
    expect(
      marks.flatMap((mark) =>
        mark.kind === 'look' ? [`${mark.look} ${text.slice(mark.start, mark.end).trim()}`] : [],
      ),
    ).toEqual(['h3 目标', 'bold 坚持', 'bold 原则', 'centred 原则', 'centred 附件']);
  });

  it('of empty links there are none', async () => {
    expect((await readHtml('<html><body><a href="x"></a><a><img></a></body></html>')).marks).toEqual([]);
  });
});

it('the head says title and meta', async () => {
  const { head, text } = await readHtml(
    '<html><head><title> 云岭县 &amp; 规划 </title><meta name="ArticleTitle" content="规划"><meta name="PubDate" content="2022-10-11"><meta charset="gbk"></head><body>甲</body></html>',
  );
  expect(head).toEqual({ title: '云岭县 & 规划', articletitle: '规划', pubdate: '2022-10-11' });
  expect(text.trim()).toBe('甲');
});

describe('a page is told by its content', () => {
  it.each<[string, 'html' | 'text']>([
    ['<!DOCTYPE html><html><body>云岭县规划', 'html'],
    ['  <html lang="zh"><p>云岭县规划', 'html'],
    ['<!-- saved -->\n<html><p>云岭县规划', 'html'],
    ['<p>云岭县</p><p>供水</p><p>规划</p>', 'html'],
    ['云岭县规划\n一、总则', 'text'],
    ['价格<5元，数量>3个，其余照旧', 'text'],
    ['在<body>里写<p>，在规划里写字', 'text'],
  ])('%j: %s', async (text, format) => {
    expect((await readBytes(new TextEncoder().encode(text))).format).toBe(format);
  });
});

describe('every place leads back to the source', () => {
  const words = fc.string({
    unit: fc.constantFrom('甲', '乙', '1', ' ', '\n', '。', '😀', '&', ';', '&amp;', '&nbsp;', '&#20113;', '&x'),
    maxLength: 8,
  });
  const inline = fc.oneof(
    words,
    words.map((w) => `<b>${w}</b>`),
    words.map((w) => `<a href="?a=1&b=2">${w}</a>`),
    fc.constantFrom('<br>', '<!-- 甲 -->', '<script>甲</script>', '<img alt="甲">'),
  );
  const block = fc
    .array(inline, { maxLength: 4 })
    .chain((parts) =>
      fc.constantFrom(
        `<p>${parts.join('')}</p>`,
        `<div>${parts.join('')}`,
        `<table><tr><td>${parts.join('</td><td>')}</td></tr></table>`,
        `<pre>${parts.join('')}</pre>`,
        parts.join(''),
      ),
    );
  const page = fc.array(block, { maxLength: 5 }).map((blocks) => `<html><body>${blocks.join('\n')}</body></html>`);

  it('an exact segment holds the very text of its place; places follow one another', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { text, map, marks } = await readHtml(source);
        expect([map.length, map.oldLength]).toEqual([text.length, source.length]);
        let out = 0;
        let from = 0;
        for (const segment of map.touching(0, text.length)) {
          expect(segment.out).toBe(out);
          expect(segment.from).toBeGreaterThanOrEqual(from);
          if (segment.exact) expect(text.slice(out, out + segment.length)).toBe(source.slice(segment.from, segment.to));
          out += segment.length;
          from = segment.from;
        }
        expect(out).toBe(text.length);
        for (const { start, end } of marks) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('no word of a script, a comment or an attribute comes into the text, and no other is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 6 }), async (digits) => {
        const hidden = '<!--甲--><script>乙</script><img alt="丙"><style>丁</style>';
        const { text } = await readHtml(
          `<html><body>${digits.map((d) => `${hidden}<p>${d}</p>`).join('')}${hidden}</body></html>`,
        );
        expect(text.replace(/\s/g, '')).toBe(digits.join(''));
      }),
      { numRuns: 30 },
    );
  });
});

describe('deep and wide pages', () => {
  it.each<[string, string, number]>([
    ['boxes', '<div>', 20_000],
    ['words', '<b>', 20_000],
    ['tables', '<table><tr><td>', 3000],
  ])('%s in each other', async (_, tag, depth) => {
    expect(await lines(`${tag.repeat(depth)}甲`)).toEqual(['甲']);
  });

  it('cells that say they span a thousand rows and columns', async () => {
    const row = `<tr>${'<td rowspan="1000" colspan="1000">甲</td>'.repeat(4)}</tr>`;
    const from = performance.now();
    expect((await cellsOf(`<table>${row}</table>`)).length).toBe(4);
    expect(performance.now() - from).toBeLessThan(500);
  });
});
