import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { startDraft } from '../../src/core/draft.js';
import { readHtml } from '../../src/read/html.js';
import { type Structure, structureOf } from '../../src/structure/index.js';

/** The structure of a page, as it is after the cleaning. */
async function page(body: string): Promise<Structure> {
  const html = `<html><body>${body}</body></html>`;
  const { text, marks, map } = await readHtml(html);
  const { draft } = await clean({ ...startDraft(html), text, marks, map });
  return structureOf(draft.text, draft.marks);
}

/** Tables as `title`, the header and rows with their cells between `|`. */
async function tablesOf(body: string): Promise<string[][]> {
  return (await page(body)).tables.map((table) => [
    table.title + (table.unit === undefined ? '' : ` [${table.unit}]`),
    table.header.join('|'),
    ...table.rows.map((row) => row.cells.map((cell) => cell.text).join('|')),
  ]);
}

/** `甲|乙`: a row of cells; `#甲` a head, `甲@2x3` over two rows and three columns. */
function row(line: string): string {
  const cells = line.split('|').map((cell) => {
    const [, head, text = '', rows, columns] = /^(#?)(.*?)(?:@(\d+)x(\d+))?$/s.exec(cell) ?? [];
    const spans = rows === undefined ? '' : ` rowspan="${rows}" colspan="${columns}"`;
    return head ? `<th${spans}>${text}</th>` : `<td${spans}>${text}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

const table = (...rows: string[]): string => `<table>${rows.map(row).join('')}</table>`;
const plain = '甲县农村供水规划';

describe('heads', () => {
  it.each<[string, string[], string[]]>([
    ['of names alone', ['指标|2020年|2025年', '普及率|88.5|95'], ['指标|2020年|2025年', '普及率|88.5|95']],
    ['of <th>', ['#指标|#2020年|#2025年', '普及率|88.5|95'], ['指标|2020年|2025年', '普及率|88.5|95']],
    [
      'of two rows of <th>',
      ['#指标@2x1|#目标@1x2', '#2023年|#2025年', '普及率|92|95'],
      ['指标|目标2023年|目标2025年', '普及率|92|95'],
    ],
    [
      'of two rows by spans',
      ['指标@2x1|目标@1x2', '2023年|2025年', '普及率|92|95'],
      ['指标|目标2023年|目标2025年', '普及率|92|95'],
    ],
    [
      'of three rows by spans',
      ['指标@3x1|目标@1x4', '近期@1x2|远期@1x2', '2023年|2025年|2030年|2035年', '普及率|92|95|97|99'],
      ['指标|目标近期2023年|目标近期2025年|目标远期2030年|目标远期2035年', '普及率|92|95|97|99'],
    ],
    [
      'of two rows by the look of their cells',
      ['指标|2020年@1x2|2025年@1x2', '名称|总量|占比|总量|占比', '供水量|120|35|150|42', '用水量|100|30|130|40'],
      ['指标名称|2020年总量|2020年占比|2025年总量|2025年占比', '供水量|120|35|150|42', '用水量|100|30|130|40'],
    ],
    [
      'with a row of units',
      ['指标|供水量|普及率', '|（万吨）|（%）', '东街镇|120|95', '西街镇|80|92'],
      ['指标|供水量（万吨）|普及率（%）', '东街镇|120|95', '西街镇|80|92'],
    ],
    [
      'with numbers of the columns, which are no row',
      ['序号|指标|2025年', '1|2|3', '1|普及率|95', '2|合格率|98'],
      ['序号|指标|2025年', '1|普及率|95', '2|合格率|98'],
    ],
    [
      'that the page repeats in the middle',
      ['指标|2020年|2025年', '普及率|88.5|95', '指标|2020年|2025年', '合格率|90|98'],
      ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
    ],
    ['with an empty corner', ['|2020年|2025年', '普及率|88.5|95'], ['|2020年|2025年', '普及率|88.5|95']],
    [
      'above heads of rows',
      ['#指标|#2020年|#2025年', '#普及率|88.5|95', '#合格率|90|98'],
      ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
    ],
    [
      'none above heads of rows: labels and values',
      ['#项目名称|甲水厂', '#建设单位|县水务局', '#总投资|2000万元'],
      ['|', '项目名称|甲水厂', '建设单位|县水务局', '总投资|2000万元'],
    ],
    [
      'none above numbers',
      ['东街镇|120|95', '西街镇|80|92', '南街镇|60|90'],
      ['||', '东街镇|120|95', '西街镇|80|92', '南街镇|60|90'],
    ],
  ])('%s', async (_, rows, [header, ...expected]) => {
    expect(await tablesOf(table(...rows))).toEqual([['', header, ...expected]]);
  });
});

describe('spans', () => {
  it.each<[string, string[], string[]]>([
    [
      'a group over its rows stands in each of them',
      ['类别|指标|2025年', '供水@2x1|普及率|95', '合格率|98', '水质|达标率|100'],
      ['类别|指标|2025年', '供水|普及率|95', '供水|合格率|98', '水质|达标率|100'],
    ],
    [
      'a group over more rows than it has',
      ['类别|指标|2025年', '供水@3x1|普及率|95', '合格率|98', '水质@2x1|达标率|100', '监测点|20'],
      ['类别|指标|2025年', '供水|普及率|95', '供水|合格率|98', '水质|达标率|100', '水质|监测点|20'],
    ],
    [
      'a group to the end',
      ['类别|指标|2025年', '供水@0x1|普及率|95', '合格率|98'],
      ['类别|指标|2025年', '供水|普及率|95', '供水|合格率|98'],
    ],
    [
      'a row over all columns names the group below',
      ['指标|2020年|2025年', '一、供水@1x3', '普及率|88.5|95', '二、水质@1x3', '合格率|90|98'],
      ['指标|2020年|2025年', '一、供水||', '普及率|88.5|95', '二、水质||', '合格率|90|98'],
    ],
    [
      'a row over more columns than there are',
      ['指标|2020年|2025年', '一、供水@1x99', '普及率|88.5|95'],
      ['指标|2020年|2025年', '一、供水||', '普及率|88.5|95'],
    ],
    [
      'a sum over two columns',
      ['序号|乡镇|户数', '1|东街镇|120', '2|西街镇|80', '合计@1x2|200'],
      ['序号|乡镇|户数', '1|东街镇|120', '2|西街镇|80', '合计||200'],
    ],
    [
      'columns that every row spans are one',
      ['指标@1x2|2025年@1x3', '普及率@1x2|95@1x3', '合格率@1x2|98@1x3'],
      ['指标|2025年', '普及率|95', '合格率|98'],
    ],
    [
      'rows that lack their last cell',
      ['项目|内容|备注', '甲水厂|新建', '乙泵站|改造|续建'],
      ['项目|内容|备注', '甲水厂|新建|', '乙泵站|改造|续建'],
    ],
    [
      'columns and rows without any text',
      ['指标||2025年', '普及率||95', '||', '合格率||98'],
      ['指标|2025年', '普及率|95', '合格率|98'],
    ],
  ])('%s', async (_, rows, [header, ...expected]) => {
    expect(await tablesOf(table(...rows))).toEqual([['', header, ...expected]]);
  });
});

describe('what stands above, in and below a table', () => {
  const rows = ['指标|2020年|2025年', '普及率|88.5|95'];
  const read = ['指标|2020年|2025年', '普及率|88.5|95'];

  it.each<[string, string, string]>([
    ['a caption', `<p>表1 主要指标</p>${table(...rows)}`, '表1 主要指标'],
    [
      'a caption in the markup',
      `<table><caption>供水目标一览</caption>${rows.map(row).join('')}</table>`,
      '供水目标一览',
    ],
    ['a caption and a unit', `<p>表1 主要指标</p><p>单位：万元</p>${table(...rows)}`, '表1 主要指标 [万元]'],
    ['its number in a line of its own', `<p>表1</p><p>全县供水主要指标</p>${table(...rows)}`, '表1 全县供水主要指标'],
    [
      'its years in a line of their own',
      `<p>重点项目一览表</p><p>（2021—2025年）</p>${table(...rows)}`,
      '重点项目一览表（2021—2025年）',
    ],
    ['a title in the first row', table('表1 主要指标@1x3', ...rows), '表1 主要指标'],
    [
      'a title and a unit in the first rows',
      table('表1 主要指标@1x3', '单位：万元@1x3', ...rows),
      '表1 主要指标 [万元]',
    ],
    ['a unit in the last cell of the first row', table('||（单位：万元）', ...rows), ' [万元]'],
    ['notes in the last rows', table(...rows, '注：2020年为实际值。@1x3', '2.累计值@1x3'), ''],
    ['a source in the last row', table(...rows, '数据来源：县统计局@1x3'), ''],
    ['a sentence', `<p>到2025年，主要指标如下：</p>${table(...rows)}`, ''],
    ['who is in charge is no unit', `<p>单位：县水务局</p>${table(...rows)}`, ''],
  ])('%s', async (_, body, title) => {
    expect(await tablesOf(body)).toEqual([[title, ...read]]);
  });

  it('a heading above stays a section, and gives no title', async () => {
    const { sections, tables } = await page(`<p>一、总体要求</p><p>（一）主要指标</p>${table(...rows)}`);
    expect(sections.map(({ chain, title }) => `${chain} ${title}`)).toEqual(['一 总体要求', '一/（一） 主要指标']);
    expect(tables.map(({ title, firstLine }) => [title, firstLine])).toEqual([['', 3]]);
  });

  it('a box above stays a section, and gives the title', async () => {
    const { sections, tables } = await page(`<p>一、总体要求</p><p>专栏1 主要指标</p>${table(...rows)}`);
    expect(sections.map(({ chain }) => chain)).toEqual(['一', '一/专栏1']);
    expect(tables.map(({ title }) => title)).toEqual(['专栏1 主要指标']);
  });
});

describe('tables in parts', () => {
  const first = ['序号|项目|投资', '1|甲水厂|200', '2|乙泵站|300'];
  const whole = ['序号|项目|投资', '1|甲水厂|200', '2|乙泵站|300', '3|丙管网|400'];

  it.each<[string, string]>([
    ['with the same head again', table(...first) + table('序号|项目|投资', '3|丙管网|400')],
    ['with a word between', `${table(...first)}<p>续表</p>${table('序号|项目|投资', '3|丙管网|400')}`],
    ['without a head, and a word between', `${table(...first)}<p>（续表）</p>${table('3|丙管网|400')}${plain}`],
    [
      'without a head, and numbers that go on',
      table(...first) + table('3|丙管网|400', '4|丁水库|500').replace(row('4|丁水库|500'), ''),
    ],
    ['with a word in a row', table(...first, '续表@1x3', '序号|项目|投资', '3|丙管网|400')],
  ])('%s', async (_, body) => {
    expect(await tablesOf(`<p>重点项目一览表</p>${body}`)).toEqual([['重点项目一览表', ...whole]]);
  });

  it.each<[string, string, string[]]>([
    ['a caption of its own', '<p>表2 水质项目</p>', ['表1 供水项目', '表2 水质项目']],
    ['a sentence between', '<p>水质项目安排如下。</p>', ['表1 供水项目', '']],
    ['a heading between', '<p>二、水质项目</p>', ['表1 供水项目', '']],
  ])('two tables: %s', async (_, between, titles) => {
    const body = `<p>表1 供水项目</p>${table(...first)}${between}${table('序号|项目|投资', '1|丙管网|400')}`;
    expect((await tablesOf(body)).map(([title]) => title)).toEqual(titles);
  });
});

describe('cells', () => {
  it('of several lines are one text, and know where they stand', async () => {
    const { tables, text } = await page(
      table('项目|内容', '甲水厂|<p>1.新建水厂。</p><p>2.改造管网</p>', '乙<br>泵站|改造'),
    );
    expect(tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['甲水厂', '1.新建水厂。2.改造管网'],
      ['乙泵站', '改造'],
    ]);
    for (const cell of tables[0]?.rows.flatMap(({ cells }) => cells) ?? [])
      expect(text.slice(cell.start, cell.end)).toBe(cell.text);
  });

  it('that the page does not show are none', async () => {
    const hidden = '<tr><td>指标</td><td style="display: none">代码</td><td>2025年</td></tr>';
    const more = '<tr><td>普及率</td><td style="display: none">A01</td><td>95</td></tr>';
    expect(await tablesOf(`<p>${plain}</p><table>${hidden}${more}</table>`)).toEqual([
      ['', '指标|2025年', '普及率|95'],
    ]);
  });

  it('that hold a small table keep its text as theirs', async () => {
    const inner = '<table><tr><td>一期</td><td>水厂</td></tr><tr><td>二期</td><td>管网</td></tr></table>';
    const rows = ['项目|建设内容|责任单位', `甲水厂|${inner}|县水务局`, '乙泵站|改造泵站及配套设施|县水务局'];
    const long = '新建日供水三千立方米水厂一座，铺设输水管网四十公里，改造入户设施';
    expect(await tablesOf(table(...rows, `丙管网|${long}|县水务局`))).toEqual([
      [
        '',
        '项目|建设内容|责任单位',
        '甲水厂|一期水厂二期管网|县水务局',
        '乙泵站|改造泵站及配套设施|县水务局',
        `丙管网|${long}|县水务局`,
      ],
    ]);
  });

  it('of tables in a layout are read table by table', async () => {
    const inner = table('指标|2025年', '普及率|95');
    expect(await tablesOf(`<table><tr><td>左栏</td><td>${inner}</td></tr></table>`)).toEqual([
      ['', '指标|2025年', '普及率|95'],
    ]);
  });
});

describe('none', () => {
  const sentences = '坚持以人民为中心的发展思想，加快补齐农村供水短板。'.repeat(20);

  it.each<[string, string]>([
    ['a table of one column', table('甲', '乙', '丙')],
    ['a table of one column and one that is empty', table('甲|', '乙|', '丙|')],
    ['a table of empty cells', table('|', '|')],
    ['a head alone', table('#甲|#乙')],
    ['a title above a head alone', table('主要指标@1x2', '甲|乙')],
    ['links', table(...Array(4).fill('<a href="x">政务公开</a>|<a href="y">办事服务</a>'))],
    ['a row of columns that lays out the page', `<table><tr><td>${sentences}</td><td>右</td></tr></table>`],
    [
      'an article in cells',
      `<table><tr><td>导航</td><td><p>一、总体要求</p><p>${sentences}</p><p>二、重点任务</p><p>${sentences}</p></td></tr><tr><td>底</td><td>部</td></tr></table>`,
    ],
    ['paragraphs side by side', table(`${sentences}|右`, `${sentences}|左`)],
    ['a layout that holds a table of one column', `<table><tr><td>左</td><td>${table('甲', '乙')}</td></tr></table>`],
    ['spans that claim a million places', table('甲|乙@1x1000', '丙@1000x1|丁@1x1')],
  ])('%s', async (_, body) => {
    expect((await tablesOf(`<p>${plain}</p>${body}`)).filter(([, ...rows]) => rows.length > 2)).toEqual([]);
  });

  it.each<[string, string]>([
    ['cells over each other', table('指标|2020年|2025年', '普及率|88.5|95@2x1', '合格率@1x3')],
    ['rows of all widths', table('甲|乙|丙|丁', '1|2', '3|4', '5|6')],
  ])('and it is said: %s', async (_, body) => {
    const { tables, diagnostics } = await page(`<p>表1 主要指标</p>${body}`);
    expect(tables).toEqual([]);
    expect(diagnostics.map(({ code, line, args }) => [code, line, args])).toEqual([
      ['table/uncertain', 1, { title: '表1 主要指标' }],
    ]);
  });
});

describe('time grows with the cells', () => {
  it.each<[string, string]>([
    [
      'ten thousand rows',
      table('指标|2020年|2025年|属性', ...Array.from({ length: 10_000 }, (_, i) => `指标${i}|${i}|${i + 1}|预期性`)),
    ],
    ['two thousand tables', `<p>正文</p>${table('指标|2025年', '普及率|95')}`.repeat(2000)],
    ['tables in each other', '<table><tr><td>甲</td><td>'.repeat(5000)],
    [
      'groups of rows in each other',
      `<table>${'<tfoot><thead>'.repeat(20_000)}<tr><td>甲</td><td>乙</td></tr></table>`,
    ],
    ['cells that claim all columns', table(...Array(3000).fill('甲@1x1000|乙@1x1000|丙@1x1000'))],
    ['cells that claim all rows', table(`${'甲@1000x1|'.repeat(200)}乙`, ...Array(2000).fill('丙'))],
    ['steps', table(...Array.from({ length: 1000 }, (_, i) => `甲@1x${i + 1}|乙`))],
  ])('%s', async (_, body) => {
    const from = performance.now();
    const { text, marks } = await readHtml(`<html><body>${body}</body></html>`);
    structureOf(text, marks);
    expect(performance.now() - from).toBeLessThan(8000);
  });
});
