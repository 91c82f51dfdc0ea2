import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { flatTables } from '../../../src/schema/columns.js';
import { all, planOf, refusal, text, told } from './members.js';

const A = planOf('青石县');
const B = planOf('白水县');
const HEAD = ['标题', '发布时间', '网址', '正文'];
const ROWS = [
  ['青石县供水保障方案', '2023/5/9', 'http://qs.example/1.html', A],
  ['白水县供水保障方案', '2023-06-10', 'http://bs.example/2.html', B],
];
const csv = (rows: readonly (readonly string[])[], options = {}): string =>
  stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/, ...options });
const BOTH = ['1: 青石县供水保障方案', '2: 白水县供水保障方案'];

describe('rows of a table', () => {
  it('become documents with what stands beside the text', async () => {
    const members = await all(csv([HEAD, ...ROWS]));
    expect(members).toEqual([
      {
        name: '1',
        bytes: Buffer.from(A),
        facts: { title: '青石县供水保障方案', publishedOn: '2023/5/9', url: 'http://qs.example/1.html' },
        encoding: 'utf-8',
      },
      expect.objectContaining({ name: '2', bytes: Buffer.from(B) }),
    ]);
  });

  it.each([',', ';', '\t', '|'])('separated by %j', async (delimiter) => {
    expect(await told(csv([HEAD, ...ROWS], { delimiter }))).toEqual(BOTH);
  });

  it.each(['\n', '\r\n', '\r'])('with line ends %j', async (end) => {
    const flat = ROWS.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
    expect(await all(csv([HEAD, ...flat], { record_delimiter: end }))).toHaveLength(2);
  });

  it('with line ends of two systems', async () => {
    const [head, first, second] = [HEAD, ...ROWS].map((row) => csv([row]).trimEnd());
    expect(await told(`${head}\r\n${first}\n${second}\r\n\r\n`)).toEqual(BOTH);
  });

  it.each(['utf8', 'gb18030', 'gbk', 'utf16-le', 'utf16-be'])(
    'in %s, with a byte order mark where there is one',
    async (name) => {
      const bytes = iconv.encode(csv([HEAD, ...ROWS]), name, { addBOM: name.startsWith('utf') });
      expect(await told(bytes)).toEqual(BOTH);
    },
  );

  it('in Big5', async () => {
    const rows = [
      ['標題', '正文'],
      ['青石縣供水保障方案', '青石縣供水保障方案\n為改善農村供水，結合實際，制定本方案。'.repeat(8)],
      ['白水縣供水保障方案', '白水縣供水保障方案\n為改善農村供水，結合實際，制定本方案。'.repeat(8)],
    ];
    expect(await told(iconv.encode(csv(rows), 'big5'))).toEqual(['1: 青石縣供水保障方案', '2: 白水縣供水保障方案']);
  });

  it('in the encoding that is forced', async () => {
    expect(await told(iconv.encode(csv([HEAD, ...ROWS]), 'gbk'), 'a.csv', { encoding: 'gbk' })).toEqual(BOTH);
  });

  it('behind a line that says the separator', async () => {
    expect(await told(`\ufeffsep=;\r\n${csv([HEAD, ...ROWS], { delimiter: ';' })}`)).toEqual(BOTH);
  });

  it('without a header, by numbers of columns', async () => {
    const long = ROWS.map(([title = '', date = '', url = '']) => [title, date, url, planOf(title, 12)]);
    expect(await told(csv(long))).toEqual(['1: 青石县供水保障方案供水保障方案', '2: 白水县供水保障方案供水保障方案']);
    expect(await all(csv(long), 'a.csv', { textColumn: '4' })).toHaveLength(2);
  });

  it('with pages as text', async () => {
    const html = `<html><head><title>x</title></head><body>${A.replaceAll('\n', '<br>\n')}</body></html>`;
    const [member] =
      (await all(
        csv([
          ['title', 'html'],
          ['a', html],
          ['b', html],
        ]),
      )) ?? [];
    expect(member && 'bytes' in member && text(member.bytes)).toBe(html);
  });

  it('with English names, as programs write them', async () => {
    const rows = [
      ['id', 'pub_date', 'page_url', 'Content'],
      ['7', '20230509', 'https://qs.example/1', A],
    ];
    expect(await all(csv(rows))).toEqual([
      expect.objectContaining({ facts: { publishedOn: '20230509', url: 'https://qs.example/1' } }),
    ]);
  });

  it('with NULs, which are left out', async () => {
    const [member] = (await all(csv([HEAD, ['a', '', '', A.replaceAll('\n', '\0\n')]]))) ?? [];
    expect(member && 'bytes' in member && text(member.bytes)).toBe(A);
  });

  it('without a text are passed over with the reason', async () => {
    expect(await told(csv([HEAD, ['空', '', '', ' '], ...ROWS]))).toEqual([
      '1: skipped, nothing in the column "正文"',
      '2: 青石县供水保障方案',
      '3: 白水县供水保障方案',
    ]);
  });
});

describe('the column of the text', () => {
  it('is found by its length where no name tells', async () => {
    const rows = [
      ['甲', '乙'],
      ['1', planOf('青石县', 12)],
      ['2', planOf('白水县', 12)],
    ];
    expect(await told(csv(rows))).toEqual(BOTH);
  });

  it('is told where two may be it, once', async () => {
    const members =
      (await all(
        csv([
          ['内容', '全文'],
          [A, A],
          [B, B],
        ]),
      )) ?? [];
    expect(members.map((member) => 'told' in member && member.told)).toEqual([
      [expect.objectContaining({ code: 'corpus/text-column', args: { taken: '全文', others: ['内容'] } })],
      false,
    ]);
  });

  it('is the one that people name', async () => {
    const rows = [
      ['摘要', '全文'],
      ['短', A],
      ['短', B],
    ];
    expect(await told(csv(rows), 'a.csv', { textColumn: '摘要' })).toEqual(['1: 短', '2: 短']);
    expect(await refusal(csv(rows), 'a.csv', { textColumn: '正文' })).toBe(
      'corpus/no-such-column: there is no column "正文" for --text-column; choose from 摘要, 全文',
    );
  });

  it('may stand twice under one name', async () => {
    const rows = [
      ['标题', '正文', '正文'],
      ['a', A, ''],
      ['b', B, ''],
    ];
    expect(await told(csv(rows))).toEqual(BOTH);
  });
});

describe('damaged rows', () => {
  it('a text with separators and without quotation marks is put together', async () => {
    const line = A.replaceAll('\n', ' ').replaceAll('，', ',');
    const members = await all(`标题,正文,网址\na,"${line}",http://a.example/1\nb,${line},http://b.example/2\n`);
    expect(members).toEqual([
      expect.objectContaining({ name: '1', bytes: Buffer.from(line) }),
      expect.objectContaining({
        name: '2',
        bytes: Buffer.from(line),
        facts: { title: 'b', url: 'http://b.example/2' },
        told: [expect.objectContaining({ code: 'corpus/uneven-row', severity: 'warning' })],
      }),
    ]);
  });

  it('empty cells at the end are none', async () => {
    const members = (await all(`标题,正文\na,"${A}",,\nb,"${B}"\n`)) ?? [];
    expect(members.map((member) => 'told' in member)).toEqual([false, false]);
  });

  it('a row that ends before its text is a failure', async () => {
    expect(await told(`标题,正文\na,"${A}"\nb\nc,"${B}"\n`)).toEqual([
      '1: 青石县供水保障方案',
      '2: corpus/uneven-row',
      '3: 白水县供水保障方案',
    ]);
  });

  it('a quotation mark that is never closed is told', async () => {
    expect(await told(`标题,正文\na,"${A}"\nb,"${B}\n`)).toEqual(['1: 青石县供水保障方案', '2: corpus/bad-row']);
  });

  const good = (name: string) => `${name},"${planOf(name)}"\n`;
  const open = `b,"${B}\n`;
  it.each([
    ['the next row', `标题,正文\n${good('青石县')}${open}${good('石泉县')}${good('云岭县')}`],
    [
      'the next row, with CRLF',
      `标题,正文\n${good('青石县')}${open}${good('石泉县')}${good('云岭县')}`.replaceAll('\n', '\r\n'),
    ],
  ])('a quotation mark that is not closed spares %s', async (_, source) => {
    expect((await told(source))?.map((row) => row.trimEnd())).toEqual([
      '1: 青石县供水保障方案',
      '2: corpus/bad-row',
      '3: 石泉县供水保障方案',
      '4: 云岭县供水保障方案',
    ]);
    const bad = (await all(source))?.[1];
    expect(bad).toMatchObject({ failure: { args: { problem: expect.stringMatching(/takes 9 lines with it$/) } } });
  });

  it('and rows without quotation marks, where they are wide enough', async () => {
    const flat = (name: string) => `${name},2023-05-09,${planOf(name).replaceAll('\n', ' ')}\n`;
    const rows = await told(`标题,日期,正文\n${flat('青石县')}b,2023,"${B}\n${flat('石泉县')}${flat('云岭县')}`);
    expect(rows?.map((row) => row.slice(0, 6))).toEqual(
      ['1: 青石县', '2: cor', '3: 石泉县', '4: 云岭县'].map((row) => row.slice(0, 6)),
    );
  });

  it('is taken up again in linear time', async () => {
    const source = `标题,正文\n${good('青石县')}${`${open}${good('石泉县')}`.repeat(400)}`;
    const begun = performance.now();
    expect(await all(source)).toHaveLength(801);
    expect(performance.now() - begun).toBeLessThan(8000);
  });

  it('quotation marks inside a cell stay', async () => {
    const [, member] = (await all(`标题,正文\na,"${A}"\nb,石泉县 5" 管道${B.replaceAll('\n', ' ')}\n`)) ?? [];
    expect(member && 'bytes' in member && text(member.bytes)).toMatch(/^石泉县 5" 管道/);
  });
});

describe('tables that are no corpus', () => {
  it('a list of links is refused with its columns', async () => {
    const rows = [
      ['标题', '网址'],
      ['青石县方案', 'http://a.example'],
      ['白水县方案', 'http://b.example'],
    ];
    expect(await refusal(csv(rows), 'links.csv')).toBe(
      'corpus/no-text: no column holds long Chinese text (there are 标题, 网址); name the one that holds the plans with --text-column',
    );
  });

  it('a list of tasks is none either', async () => {
    const rows = [
      ['序号', '内容', '牵头单位'],
      ['1', '新建水厂3处', '县水务局'],
      ['2', '改造管网20公里', '县住建局'],
    ];
    expect(await refusal(csv(rows), 'tasks.csv')).toMatch(/^corpus\/no-text/);
  });

  it.each(flatTables.map((table) => [table.name, table] as const))('what is written as %s', async (_, table) => {
    for (const names of [table.columns.map(({ name }) => name), table.columns.map(({ zh }) => zh)]) {
      const rows = [names, names.map(() => A), names.map(() => B)];
      expect(await refusal(`\ufeff${csv(rows)}`, `${table.name}.csv`)).toMatch(/^input\/own-output/);
    }
  });
});

describe('texts that look like tables stay documents', () => {
  it.each([
    ['a plan', A],
    ['a plan with commas in every line', A.replaceAll('，', ',').replaceAll('。', ',')],
    ['a first line with commas', `青石县,白水县,石泉县\n${A}`],
    ['lines of as many commas each', '到2025年,全县新增供水能力3万吨,普及率达到90%\n'.repeat(40)],
    ['lines of as many commas each, in quotation marks', '"十四五"期间,新增供水能力3万吨,普及率达到90%\n'.repeat(40)],
    ['a table in front', `指标\t2020年\t2025年\n普及率\t80%\t90%\n供水量\t3\t5\n${A}`],
    ['a table with strokes', `| 指标 | 2025年 |\n| --- | --- |\n| 普及率 | 90% |\n\n${A}`],
    ['a head in columns', `索引号:123,发布机构:县水务局,发布日期:2023-05-09\n${A}`],
    ['labels that a corpus has too', `标题：青石县供水方案\n内容：${A}`],
    ['front matter', `---\ntitle: a, b\n---\n${A}`],
    ['a page', `<html><body>a,b,c\n${A}</body></html>`],
    ['a page in one line', `<p>标题,正文</p><p>${A}</p>`],
  ])('%s', async (_, document) => {
    expect(await all(document, 'plan.txt')).toBeNull();
  });
});

it('rows come back as they were written', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('县', '"', ',', '\n', '\r\n', ' ', '1', '，', ';', "'", '𠮷'),
    maxLength: 30,
  });
  const row = fc.tuple(cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      async (rows, delimiter) => {
        const texts = rows.map(([before, inner]) => `${A}${before}${inner}`);
        const written = rows.map(([a, b, c], i) => [`t${a}`, texts[i] ?? '', `${b}${c}e`]);
        const members =
          (await all(stringify([['标题', '正文', '备注'], ...written], { delimiter, quoted: true }))) ?? [];
        expect(members.map((member) => 'bytes' in member && text(member.bytes))).toEqual(texts);
        expect(members.map((member) => 'told' in member)).toEqual(texts.map(() => false));
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});
