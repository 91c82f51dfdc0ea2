import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { flatTables } from '../../src/schema/columns.js';
import type { Document } from '../../src/schema/model.js';
import type { Chunk, WriteOptions } from '../../src/write/writer.js';
import { openXlsx } from '../../src/write/xlsx.js';
import { documentRows, letters, STYLE } from '../../src/write/xlsx-cells.js';
import { workbookParts } from '../../src/write/xlsx-frame.js';
import { folderWith } from '../setup/folder.js';
import { sampleDocument } from '../setup/sample.js';
import { HOSTILE, sampleWith, writtenTo } from './output.js';

const PLAIN: WriteOptions = { headers: 'en', bom: false };

const workbook = async (documents: Document[], options: Partial<WriteOptions> = {}): Promise<string> =>
  join(await writtenTo('xlsx', documents, options), 'gongwen.xlsx');

const partsOf = (file: string): Map<string, string> =>
  new Map(Object.entries(unzipSync(readFileSync(file))).map(([path, data]) => [path, strFromU8(data)]));

const targetsXml = (file: string): string => partsOf(file).get('xl/worksheets/sheet3.xml') ?? '';

/** Rows of a sheet by their heads, as a program for people's spreadsheets reads them. */
async function records(file: string, sheet: string): Promise<Record<string, unknown>[]> {
  const [heads = [], ...rows] = await readSheet(file, sheet);
  return rows.map((row) => Object.fromEntries(heads.map((head, i) => [String(head), row[i]])));
}

describe('a workbook', () => {
  it('has a sheet for every table, with heads and a row for every record', async () => {
    const file = await workbook([sampleDocument(), sampleDocument('b.txt')]);
    for (const table of flatTables) {
      const [heads, ...rows] = await readSheet(file, table.name);
      expect(heads).toEqual(table.columns.map(({ name }) => name));
      expect(rows).toHaveLength(2 * table.rows(sampleDocument()).length);
    }
  });

  it('speaks Chinese when asked', async () => {
    const file = await workbook([sampleDocument()], { headers: 'zh' });
    const [record] = await records(file, '目标');
    expect(record).toMatchObject({ 指标: '毛入园率', 数值: 95, 年份: 2025 });
  });

  it('holds heads alone where there is no plan', async () => {
    const file = await workbook([]);
    expect(await readSheet(file, 'deadlines')).toHaveLength(1);
  });

  it('holds numbers, years, dates, truth values and lists as what they are', async () => {
    const file = await workbook([sampleDocument()]);
    const [target] = await records(file, 'targets');
    expect(target).toMatchObject({ value: 95, year: 2025, baselineValue: 93.2, valueMax: null, line: 3 });
    expect(target).toMatchObject({ leads: '县教育局', partners: '县财政局、县民政局' });
    const [deadline] = await records(file, 'deadlines');
    expect(deadline?.end).toEqual(new Date('2025-12-31'));
    const [statement] = await records(file, 'responsibilities');
    expect(statement?.open).toBe(false);
    // No format of its own: 2025, not 2,025.
    expect(targetsXml(file)).toContain(`s="${STYLE.plain}"><v>2025</v>`);
  });

  it('leaves a date that recurs as its text', async () => {
    const document = sampleDocument();
    const [deadline] = document.deadlines;
    if (!deadline) throw new Error('no deadline');
    deadline.end = '--06-30';
    const [record] = await records(await workbook([document]), 'deadlines');
    expect(record?.end).toBe('--06-30');
  });

  it('keeps heads and the first column in view, filters every column, and wraps long text', async () => {
    const long = '到2025年,全县学前教育毛入园率达到95%以上,'.repeat(5);
    const xml = targetsXml(await workbook([sampleWith({ indicator: long })]));
    const last = letters((flatTables[2]?.columns.length ?? 0) - 1);
    expect(xml).toContain('<pane ySplit="1" xSplit="1" topLeftCell="B2"');
    expect(xml).toContain(`</sheetData><autoFilter ref="A1:${last}2"/>`);
    expect(xml).toMatch(/<row r="2" ht="\d+" customHeight="1">/);
    expect(xml).toContain(`s="${STYLE.wrapped}" t="inlineStr"`);
    // Full-width characters count two, and nothing is wider than 60.
    const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths[6]).toBe(60);
    expect(widths[2]).toBe('云岭县'.length * 2 + 3);
  });

  it('declares the looks in the order that cells count on', async () => {
    const parts = await workbookParts([{ name: 'a', widths: [10] }]);
    const [, ...looks] = (parts.get('xl/styles.xml') ?? '').match(/<xf [^>]*>.*?<\/xf>/g) ?? [];
    expect(looks).toHaveLength(Object.keys(STYLE).length);
    expect(looks[STYLE.head - 1]).toContain('applyFill');
    expect(looks[STYLE.plain - 1]).toBe(
      '<xf fontId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>',
    );
    expect(looks[STYLE.wrapped - 1]).toContain('wrapText');
    const formats = parts.get('xl/styles.xml') ?? '';
    const format = (style: number): string => /numFmtId="(\d+)"/.exec(looks[style - 1] ?? '')?.[1] ?? '';
    expect(formats).toContain(`numFmtId="${format(STYLE.date)}" formatCode="yyyy-mm-dd"`);
    expect(formats).toContain(`numFmtId="${format(STYLE.inert)}" formatCode="@"`);
    expect(looks[STYLE.inertWrapped - 1]).toContain('wrapText');
  });
});

describe('hostile cells', () => {
  it.each(HOSTILE)('%j is text, as it was', async (text) => {
    const file = await workbook([sampleWith({ indicator: text })]);
    const xml = targetsXml(file);
    expect(xml).not.toContain('<f>');
    const [record] = await records(file, 'targets');
    expect(record?.indicator).toBe(text);
  });

  it('gives what would be a formula the format of text, so that editing it does not run it', async () => {
    const xml = targetsXml(await workbook([sampleWith({ indicator: '=1+1', unit: '+cmd' })]));
    expect(xml.split(`s="${STYLE.inert}"`)).toHaveLength(3);
  });

  it('leaves out what XML cannot say, and mends half characters', async () => {
    const text = 'a\u0000b\u0001c\u000bd\u001fe\ufffef\ud842g\udfb7h\r\ni\rj\u007fk';
    const [record] = await records(await workbook([sampleWith({ indicator: text })]), 'targets');
    expect(record?.indicator).toBe('abcdef\ufffdg\ufffdh\ni\njk');
  });

  it('writes numbers of any size, and none that is no number', async () => {
    const file = await workbook([sampleWith({ value: 1e21, valueMax: 1e-7, valueBase: Number.NaN })]);
    expect(targetsXml(file)).not.toMatch(/NaN|Infinity/);
    const [record] = await records(file, 'targets');
    expect(record).toMatchObject({ value: 1e21, valueMax: 1e-7, valueBase: null });
  });

  it('cuts text that is longer than Excel takes, with a mark, and tells it', async () => {
    const quote = `${'字'.repeat(32_000)}${'𠮷'.repeat(4000)}`;
    const writing = await openXlsx(PLAIN);
    const document = sampleWith({ indicator: quote });
    const chunks = [...(await writing.add(documentRows(document, PLAIN), 'a')), ...(await writing.end())];
    expect(writing.notes?.()).toEqual([expect.stringMatching(/^gongwen\.xlsx: 1 cell was cut at 32,767/)]);
    const [record] = await records(saved(chunks), 'targets');
    const cell = String(record?.indicator);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/字𠮷+… \[cut: 40000 characters in all\]$/u);
    expect(cell).not.toContain('\ufffd');
  });
});

/** A file that chunks make up. */
function saved(chunks: readonly Chunk[]): string {
  const data = Buffer.concat(chunks.map((chunk) => ('data' in chunk ? Buffer.from(chunk.data) : Buffer.alloc(0))));
  return join(folderWith({ 'gongwen.xlsx': data }), 'gongwen.xlsx');
}

describe('many rows', () => {
  it('go on in further sheets, each with its heads, view and filter', async () => {
    const writing = await openXlsx(PLAIN, 4);
    const chunks: Chunk[] = [];
    for (const i of [...'1234567'])
      chunks.push(...(await writing.add(documentRows(sampleWith({ value: Number(i) }, `${i}.txt`), PLAIN), i)));
    chunks.push(...(await writing.end()));
    const file = saved(chunks);
    const sheets = await Promise.all(['targets', 'targets (2)', 'targets (3)'].map((sheet) => records(file, sheet)));
    expect(sheets.map((rows) => rows.map(({ value }) => value))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    const parts = partsOf(file);
    expect(parts.get('xl/workbook.xml')).toContain(`'targets (3)'!$A$1:$`);
    for (const [path, xml] of parts) if (path.includes('/sheet')) expect(xml).not.toContain('\0');
    // Only the first sheet is selected: what is typed goes into all that are.
    const selected = [...parts.values()].filter((xml) => xml.includes('tabSelected="1"'));
    expect(selected).toHaveLength(1);
  });

  it('that wait for their widths come out in their order', async () => {
    const documents = Array.from({ length: 1005 }, (_, i) => sampleWith({ value: i }, `${i}.txt`));
    const rows = await records(await workbook(documents), 'targets');
    expect(rows.map(({ value }) => value)).toEqual(documents.map((_, i) => i));
  });
});

it('the same plans give the same bytes', async () => {
  const documents = () => [sampleDocument(), sampleDocument('b.txt')];
  const [one, two] = [await workbook(documents()), await workbook(documents())];
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});
