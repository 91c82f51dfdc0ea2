import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/write/writer.js';
import { folderWith } from '../setup/folder.js';
import { fixtureDocuments, writtenTo } from '../write/output.js';
import { bookWith, csvFolder, csvRows, csvText, csvWith, documentOf, found, lines, PLAN, setCell } from './stored.js';

type Row = { [column: string]: string };
const set =
  (i: number, values: Row) =>
  (rows: Row[]): void =>
    void Object.assign(rows[i] ?? {}, values);

const without =
  (column: string) =>
  (rows: Row[]): void => {
    for (const row of rows) delete row[column];
  };

/** Each slip in a CSV table with the one finding that it is to give. */
const SLIPS: readonly (readonly [name: string, table: string, change: (rows: Row[]) => void, finding: string])[] = [
  [
    'words for a number',
    'targets',
    set(0, { value: '六十' }),
    'error schema row 2, column value: is "六十"; expected a number',
  ],
  [
    'a percent sign',
    'targets',
    set(0, { value: '60%' }),
    'error schema row 2, column value: is "60%"; expected a number; the sign belongs in the unit',
  ],
  [
    'a comparator in Chinese',
    'targets',
    set(0, { comparator: '≥' }),
    'error schema row 2, column comparator: is "≥"; expected one of eq, ge, gt, le, lt, approx, range',
  ],
  [
    'a class left out',
    'targets',
    set(2, { class: '' }),
    'error schema row 4, column class: is empty; expected one of outcome, output, norm',
  ],
  [
    'a date that is none',
    'documents',
    set(0, { publishedOn: '待定' }),
    'error schema row 2, column publishedOn: is "待定"; expected a date such as 2025-12-31',
  ],
  [
    'half a list',
    'targets',
    set(2, { leads: '["县民政局"' }),
    'error schema row 4, column leads: is no whole list; expected a list such as ["甲","乙"], or names parted by 、',
  ],
  [
    'a formula that broke',
    'targets',
    set(1, { quote: '#NAME?' }),
    'error cell row 3, column quote: is #NAME?; a formula of a spreadsheet stood there',
  ],
  [
    'a number that became a date',
    'targets',
    set(1, { value: '1月2日' }),
    'error cell row 3, column value: is "1月2日"; expected a number, a spreadsheet may have made a date of it',
  ],
  [
    'a text cut by a spreadsheet',
    'deadlines',
    set(1, { task: '建'.repeat(32_767) }),
    'error cell row 3, column task: is cut at 32767 characters, all that a spreadsheet takes',
  ],
  [
    'a chain that became a date',
    'targets',
    set(2, { section: '1月2日' }),
    'error reference row 4, column section: is "1月2日"; no section of the document has this chain; a spreadsheet may have made a date of it',
  ],
  [
    'a document that is not listed',
    'diagnostics',
    (rows) =>
      rows.push({
        document: 'plans/b.txt',
        title: '',
        region: '',
        section: '',
        code: 'x/y',
        severity: 'info',
        message: 'm',
        line: '',
      }),
    'error reference row 2, column document: is "plans/b.txt"; no row of the documents has this path',
  ],
  [
    'a deadline that is not there',
    'targets',
    set(0, { deadline: 'd44' }),
    'error reference row 2, column deadline: names "d44"; no deadline of the document has this id',
  ],
  [
    'a statement that is not there',
    'deadlines',
    set(1, { responsibilities: '["r4"]' }),
    'error reference row 3, column responsibilities: names "r4"; no responsibility of the document has this id',
  ],
  [
    'a row copied',
    'targets',
    (rows) => rows.push({ ...rows[4] }),
    'error duplicate row 7, column id: "t5" is used already, at row 6; expected it once',
  ],
  [
    'a unit copied',
    'responsibilities',
    (rows) => rows.push({ ...rows[1] }),
    'error duplicate row 7, column id: "r1" with 县财政局 as partner is used already, at row 3; expected it once',
  ],
  [
    'a document copied',
    'documents',
    (rows) => rows.push({ ...rows[0] }),
    'error duplicate row 3, column document: "plans/a.txt" is there already, at row 2; expected each document once',
  ],
  [
    'a line of another section',
    'targets',
    set(4, { line: '3' }),
    'error evidence row 6, column line: is at line 3, outside of its section: lines 7 to 7, 192 to 267',
  ],
  [
    'a day that there is not',
    'deadlines',
    set(3, { end: '2023/10/32' }),
    'error date row 5, column end: is "2023-10-32"; there is no such day',
  ],
  [
    'a base that does not follow',
    'targets',
    set(1, { valueBase: '120000' }),
    'error unit row 3, column valueBase: is 120000; value 1.2万张 gives 12000',
  ],
  [
    'a year of a slip',
    'targets',
    set(4, { year: '20255' }),
    'error schema row 6, column year: is 20255; expected a whole number from 1900 to 2200',
  ],
  [
    'mojibake',
    'targets',
    set(0, { quote: Buffer.from('到60%,床位占比').toString('latin1') }),
    'error text row 2, column quote: is',
  ],
];

describe('a slip in a CSV table is found, and nothing else', () => {
  it.each(SLIPS)('%s', async (_, table, change, finding) => {
    const folder = await csvWith(table, (rows) => {
      if (table === 'diagnostics' && rows.length > 0) rows.length = 0;
      change(rows);
    });
    const told = lines(await found([folder]));
    expect(told).toHaveLength(1);
    expect(told[0]?.slice(0, finding.length)).toBe(finding);
  });

  it('tells the line of the file where texts have lines of their own', async () => {
    const folder = await csvWith('targets', (rows) => {
      set(0, { indicator: '养老机构护理型床位占比\n(全县)' })(rows);
      set(1, { value: 'x' })(rows);
    });
    expect(await found([folder])).toMatchObject([{ file: 'targets.csv', line: 4, place: 'row 3, column value' }]);
  });

  it.each([3, 5])('tells a quotation mark too many in row %i in one line', async (row) => {
    const folder = await csvFolder();
    const file = join(folder, 'targets.csv');
    const text = readFileSync(file, 'utf8').split('\r\n');
    writeFileSync(file, text.map((line, i) => (i === row ? `"${line}` : line)).join('\r\n'));
    const told = await found([file]);
    expect(told).toMatchObject([{ rule: 'validate/unreadable', line: row + 1 }]);
    expect(told[0]?.message).toMatch(/quotation mark/);
  });

  it('tells columns that are missing, doubled or strange, and tables that are', async () => {
    const folder = await csvWith('targets', without('value'));
    expect(lines(await found([folder]))).toEqual(['error columns : column "value" is missing']);
    const loose = await csvWith('targets', without('modality'));
    expect(lines(await found([loose]))).toEqual(['warning columns : column "modality" is missing']);
    const double = await csvFolder();
    const file = join(double, 'targets.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\r\n', ',2025\r\n').replace('line,2025', 'line,year'));
    expect(lines(await found([double]))).toEqual(['error columns : column "year" is there twice; expected it once']);
    const gone = await csvFolder();
    unlinkSync(join(gone, 'sections.csv'));
    expect(lines(await found([join(gone, 'datapackage.json')]))).toEqual([
      'error file : is missing; datapackage.json lists it',
    ]);
    const other = folderWith({ 'a.csv': 'name,age\nx,3\n' });
    expect((await found([other])).map(({ rule }) => rule)).toEqual(['validate/not-output']);
  });
});

describe('a table that a spreadsheet has saved again is as it was:', () => {
  const again = async (change: (rows: Row[], table: string) => string | Uint8Array, headers: 'en' | 'zh' = 'en') => {
    const folder = await csvFolder({ headers });
    for (const table of ['documents', 'sections', 'targets', 'deadlines', 'responsibilities', 'diagnostics']) {
      const file = join(folder, `${table}.csv`);
      const rows = csvRows(file);
      if (rows.length > 0) writeFileSync(file, change(rows, table));
    }
    return found([folder]);
  };

  it.each<[string, (rows: Row[]) => string | Uint8Array]>([
    ['semicolons', (rows) => csvText(rows, ';')],
    ['tabs and LF', (rows) => csvText(rows, '\t', '\n')],
    ['GBK', (rows) => iconv.encode(csvText(rows), 'gbk')],
    ['UTF-16 with tabs', (rows) => Buffer.from(`\ufeff${csvText(rows, '\t')}`, 'utf16le')],
    ['the separator told', (rows) => `sep=;\r\n${csvText(rows, ';')}`],
    ['numbers with fractions', (rows) => csvText(rows.map((row) => mapped(row, /^\d+$/, (n) => `${n}.0`)))],
    [
      'fractions with a comma',
      (rows) =>
        csvText(
          rows.map((row) => mapped(row, /^\d+\.\d+$/, (n) => n.replace('.', ','))),
          ';',
        ),
    ],
    [
      'dates with strokes',
      (rows) =>
        csvText(
          rows.map((row) => mapped(row, /^\d{4}-\d\d-\d\d$/, (d) => d.replaceAll('-0', '/').replaceAll('-', '/'))),
        ),
    ],
    [
      'truth in capitals',
      (rows) => csvText(rows.map((row) => mapped(row, /^(?:true|false)$/, (b) => b.toUpperCase()))),
    ],
    [
      'columns in another order',
      (rows) => csvText(rows.map((row) => Object.fromEntries(Object.entries(row).reverse()))),
    ],
    [
      'rows in another order, one empty',
      (rows) => csvText([...rows].reverse()).replace('\r\n', `\r\n${','.repeat(9)}\r\n`),
    ],
    ['a column of remarks', (rows) => csvText(rows.map((row) => ({ 备注: '已核', ...row })))],
    [
      'lists as names',
      (rows) => csvText(rows.map((row) => mapped(row, /^\["/, (list) => JSON.parse(list).join('、')))),
    ],
  ])('%s', async (_, change) => {
    expect(await again((rows) => change(rows))).toEqual([]);
  });

  it('Chinese headers', async () => {
    expect(await again((rows) => csvText(rows, ';', '\n'), 'zh')).toEqual([]);
  });

  it('one table alone, under another name', async () => {
    const folder = folderWith();
    writeFileSync(join(folder, '目标 (改).csv'), csvText(csvRows(join(await csvFolder(), 'targets.csv'))));
    expect(await found([join(folder, '目标 (改).csv')])).toEqual([]);
  });
});

function mapped(row: Row, pattern: RegExp, change: (text: string) => string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([head, cell]) => [head, pattern.test(cell) ? change(cell) : cell]),
  );
}

describe('a workbook', () => {
  it.each<[string, (parts: Map<string, string>) => void, string]>([
    [
      'a formula that broke',
      (p) => setCell(p, 3, 'J3', 't="e"', '<f>NA()</f><v>#N/A</v>'),
      'error cell targets!J3 (value): is #N/A; a formula of a spreadsheet stands there, or did',
    ],
    [
      'a number that became a date',
      (p) => setCell(p, 3, 'J3', 's="4"', '<v>45000</v>'),
      'error cell targets!J3 (value): is the date 2023-03-15; expected a number, a spreadsheet may have made a date of it',
    ],
    [
      'a name that became a date',
      (p) => setCell(p, 3, 'L3', 's="4"', '<v>45000</v>'),
      'error cell targets!L3 (unit): is the date 2023-03-15; expected text, a spreadsheet may have made a date of it',
    ],
    [
      'text in a number',
      (p) => setCell(p, 3, 'J3', 't="inlineStr"', '<is><t>一万二</t></is>'),
      'error schema targets!J3 (value): is "一万二"; expected a number',
    ],
    [
      'a value without its base',
      (p) => setCell(p, 3, 'J3', '', '<v>45</v>'),
      'error unit targets!M3 (valueBase): is 12000; value 45万张 gives 450000',
    ],
    [
      'an unknown style of a unit',
      (p) => setCell(p, 5, 'H2', 't="inlineStr"', '<is><t>leader</t></is>'),
      'error schema responsibilities!H2 (role): is "leader"; expected one of lead, partner, implied',
    ],
  ])('%s is found in its cell', async (_, change, finding) => {
    expect(lines(await found([await bookWith(change)]))).toEqual([finding]);
  });

  it('as people leave it is well: numbers as text, dates as numbers, shared strings with readings, remarks, own sheets', async () => {
    const file = await bookWith((parts) => {
      setCell(parts, 3, 'J2', 't="inlineStr"', '<is><t>60.0</t></is>');
      setCell(parts, 4, 'H3', '', '<v>45473</v>');
      parts.set(
        'xl/sharedStrings.xml',
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>养老</t></r><r><t>床位</t></r><rPh sb="0" eb="1"><t>yanglao</t></rPh></si></sst>',
      );
      const rels = 'xl/_rels/workbook.xml.rels';
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      parts.set(
        rels,
        (parts.get(rels) ?? '').replace(
          '</Relationships>',
          `<Relationship Id="rId900" Type="${type}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId901" Type="${type}/worksheet" Target="worksheets/own.xml"/></Relationships>`,
        ),
      );
      parts.set(
        'xl/worksheets/own.xml',
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>我的汇总</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      );
      const book = parts.get('xl/workbook.xml') ?? '';
      parts.set('xl/workbook.xml', book.replace('<sheets>', '<sheets><sheet name="汇总" sheetId="99" r:id="rId901"/>'));
      setCell(parts, 3, 'G3', 't="s"', '<v>0</v>');
    });
    expect(await found([file])).toEqual([]);
    expect(lines(await found([file], undefined, true))).toEqual([
      'note columns sheet 汇总: sheet 汇总 is none that gongwen writes; it is not looked at',
    ]);
  });

  it('without a sheet says what was not looked up', async () => {
    const file = await bookWith((parts) => {
      const book = parts.get('xl/workbook.xml') ?? '';
      parts.set('xl/workbook.xml', book.replace(/<sheet [^>]*name="sections"[^>]*\/>/, ''));
    });
    expect(lines(await found([file]))).toEqual([
      'warning columns sections: the workbook has no sections (章节); what refers to them was not looked up',
    ]);
  });

  it('that is none, or damaged, is told in one line', async () => {
    const folder = folderWith({
      'a.xlsx': zipSync({ 'x.txt': strToU8('x') }),
      'b.xlsx': Buffer.from('PK\x03\x04 cut off'),
      'c.xlsx': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    });
    const told = await found([folder]);
    expect(told.map(({ file, rule }) => [file, rule])).toEqual([
      ['a.xlsx', 'validate/unreadable'],
      ['b.xlsx', 'validate/unreadable'],
      ['c.xlsx', 'validate/not-output'],
    ]);
  });
});

describe('a database', () => {
  const changed = async (sql: string): Promise<string> => {
    const file = join(await writtenTo('sqlite', [await documentOf()]), 'gongwen.sqlite');
    const database = new sqlite.Database(file);
    database.exec(sql);
    database.close();
    return file;
  };

  it.each([
    [
      "UPDATE targets SET comparator = 'about' WHERE id = 't3'",
      'error schema table targets, rowid 3, column comparator: is "about"; expected one of eq, ge, gt, le, lt, approx, range',
    ],
    [
      "UPDATE targets SET value = 'viel' WHERE id = 't1'",
      'error schema table targets, rowid 1, column value: is "viel"; expected a number',
    ],
    [
      "UPDATE deadlines SET \"end\" = '2024-02-30' WHERE id = 'd2'",
      'error date table deadlines, rowid 2, column end: is "2024-02-30"; there is no such day',
    ],
    [
      "DELETE FROM responsibilities WHERE id = 'r2'",
      'error reference table targets, rowid 5, column responsibilities: names "r2"; no responsibility of the document has this id',
    ],
  ])('after %s', async (sql, finding) => {
    expect(lines(await found([await changed(sql)]))[0]).toBe(finding);
  });

  it('with columns and tables of people is well', async () => {
    expect(
      await found([await changed('ALTER TABLE targets ADD COLUMN remark TEXT; CREATE TABLE mine (a, b)')]),
    ).toEqual([]);
  });
});

it('a number beyond all numbers is told as it stands', async () => {
  expect(lines(await found([await csvWith('targets', set(0, { value: '1e400' }))]))).toContain(
    'error schema row 2, column value: is "1e400"; expected a number',
  );
});

describe('with the sources', () => {
  it('quotes of tables are looked for in their lines', async () => {
    const source = folderWith({ 'a.txt': PLAN });
    expect(await found([await csvFolder()], source)).toEqual([]);
    const folder = await csvWith('targets', set(0, { quote: '到2025年,养老床位占比60%' }));
    expect(lines(await found([folder], source))).toEqual([
      'error evidence row 2, column quote: is "到2025年,养老床位占比60%"; line 4 of the text is "到2025年,养老机构护理型床位占比由2022年的45%提高到60%以上,养老床位达到1.2万张。", and the quote occurs nowhere',
    ]);
    const moved = await csvWith('deadlines', set(0, { line: '3' }));
    expect(lines(await found([moved], source))).toEqual([
      'error evidence row 2, column line: is 3; the quote stands in line 4 of the text',
    ]);
  });
});

describe('nothing that gongwen writes is found fault with', () => {
  it.each(formats)(
    '%s, of all fixtures, in both languages',
    async (format) => {
      const documents = await fixtureDocuments();
      expect(documents.length).toBeGreaterThan(60);
      for (const headers of ['en', 'zh'] as const)
        expect(await found([await writtenTo(format, documents, { headers })], undefined, true)).toEqual([]);
    },
    60_000,
  );
});
