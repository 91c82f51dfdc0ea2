import { describe, expect, it } from 'vitest';
import { sumsOf } from '../../src/report/sums.js';
import { flatTables } from '../../src/schema/columns.js';
import type { Document } from '../../src/schema/model.js';
import { csvTable } from '../../src/write/csv.js';
import { datapackage } from '../../src/write/datapackage.js';
import { inert } from '../../src/write/inert.js';
import type { Chunk, Format, WriteOptions } from '../../src/write/writer.js';
import { writers } from '../../src/write/writers.js';
import { sampleDocument } from '../setup/sample.js';

const PLAIN: WriteOptions = { headers: 'en', bom: true };
const plan = { text: '', sums: sumsOf([]) };

/** Everything that a writer gives, file by file. */
async function written(format: Format, documents: Document[], options = PLAIN): Promise<Map<string, string>> {
  const place = (): string => expect.fail(`${format} places no files`);
  const writer = await writers[format]();
  const [encode, writing] = [await writer.encode(options), await writer.open(options, place)];
  const files = new Map<string, string>();
  const complete = new Set<string>();
  const chunks: Chunk[] = [];
  for (const [i, document] of documents.entries())
    chunks.push(...(await writing.add(encode({ ...plan, document }), `plan${i}`)));
  chunks.push(...(await writing.end()));
  for (const chunk of chunks) {
    if (!('data' in chunk)) throw new Error(`${chunk.file} is placed`);
    expect(complete.has(chunk.file), `${chunk.file} goes on after it was complete`).toBe(false);
    files.set(chunk.file, (files.get(chunk.file) ?? '') + chunk.data);
    if (chunk.complete) complete.add(chunk.file);
  }
  expect([...files.keys()].filter((file) => !complete.has(file))).toEqual([]);
  return files;
}

function withTarget(change: Partial<Document['targets'][number]>): Document {
  const document = sampleDocument();
  return { ...document, targets: document.targets.map((target) => ({ ...target, ...change })) };
}

async function targetCells(document: Document, options = PLAIN): Promise<Record<string, string>> {
  const csv = (await written('csv', [document], options)).get('targets.csv') ?? '';
  const [names = '', cells = ''] = csv.replace('\uFEFF', '').split('\r\n');
  const values = cells.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return Object.fromEntries(names.split(',').map((name, i) => [name, (values[i] ?? '').replace(/,$/, '')]));
}

describe('json', () => {
  it('writes one file a plan: two blanks of indent, a line feed at the end', async () => {
    const files = await written('json', [sampleDocument(), sampleDocument('b.txt')]);
    expect([...files.keys()]).toEqual(['plan0.json', 'plan1.json']);
    const text = files.get('plan0.json') ?? '';
    expect(text.startsWith('{\n  "schema": "gongwen/document@1",\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(sampleDocument());
  });
});

describe('jsonl', () => {
  it('writes one plan a line', async () => {
    const text = (await written('jsonl', [sampleDocument(), sampleDocument('b.txt')])).get('documents.jsonl') ?? '';
    expect(text.split('\n').map((line) => line && JSON.parse(line).source.path)).toEqual(['plans/a.html', 'b.txt', '']);
  });

  it('writes an empty file where there is no plan', async () => {
    expect((await written('jsonl', [])).get('documents.jsonl')).toBe('');
  });
});

describe('csv', () => {
  it('writes one file a table and their description', async () => {
    const files = await written('csv', [sampleDocument()]);
    expect([...files.keys()].sort()).toEqual([...flatTables.map((t) => `${t.name}.csv`), 'datapackage.json'].sort());
  });

  it('opens with one byte order mark and ends lines in CR LF', async () => {
    const text = (await written('csv', [sampleDocument(), sampleDocument('b.txt')])).get('targets.csv') ?? '';
    expect(text.startsWith('\uFEFFdocument,title,region,section,id,')).toBe(true);
    expect(text.split('\uFEFF')).toHaveLength(2);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('leaves the mark out when asked', async () => {
    const text = (await written('csv', [sampleDocument()], { headers: 'en', bom: false })).get('targets.csv') ?? '';
    expect(text.startsWith('document,')).toBe(true);
  });

  it('writes headers where there is no plan', async () => {
    const files = await written('csv', []);
    expect(files.get('deadlines.csv')).toMatch(/^\uFEFFdocument,[^\n]*line\r\n$/);
  });

  it('heads columns in Chinese when asked', async () => {
    const text = (await written('csv', [sampleDocument()], { headers: 'zh', bom: false })).get('targets.csv') ?? '';
    expect(text.startsWith('文件,标题,地区,章节,编号,类别,指标,')).toBe(true);
  });

  it('leaves numbers as they are and nothing where there is null', async () => {
    const cells = await targetCells(withTarget({ value: -0.5, valueMax: null, change: 'decrease' }));
    expect(cells).toMatchObject({ value: '-0.5', valueMax: '', baselineValue: '93.2', change: 'decrease' });
  });

  it('quotes commas, quotes and line ends in cells', async () => {
    const cells = await targetCells(withTarget({ indicator: 'a"b', unit: 'c\nd' }));
    expect(cells.indicator).toBe('"a""b"');
    expect(cells.unit).toBe('"c\nd"');
    expect(cells.quote).toBe('"到2025年,毛入园率达到95%"');
  });

  it('writes lists as JSON', async () => {
    const text = (await written('csv', [sampleDocument()])).get('indicators.csv') ?? '';
    expect(text).toContain('"[""指标"",""2025年""]","[""在园幼儿(万人)"",""1.45""]"');
  });

  it('writes who does a target as lists, and yes and no as true and false', async () => {
    const files = await written('csv', [sampleDocument()]);
    expect(files.get('targets.csv')).toContain('"[""县教育局""]","[""县财政局"",""县民政局""]","[""r1""]"');
    expect(files.get('responsibilities.csv')).toContain(
      'r1,bracket,县教育局,lead,县教育局,education,county,,department,false,',
    );
  });

  it('makes cells inert in text columns only', async () => {
    const cells = await targetCells(withTarget({ indicator: '=HYPERLINK(1)', value: -5 }));
    expect(cells).toMatchObject({ indicator: "'=HYPERLINK(1)", value: '-5' });
  });

  it('gives one table by itself for stdout', async () => {
    const table = flatTables.find((t) => t.name === 'deadlines');
    if (!table) throw new Error('no table');
    const csv = await csvTable(table, { headers: 'en', bom: false });
    expect(csv.header).toMatch(/^document,.*\r\n$/);
    expect(csv.rows(sampleDocument())).toMatch(/^plans\/a\.html,.*\r\n$/);
  });
});

describe('inert', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\tx', '\r=1', ' =1', '＝1+1', '-5个百分点'])(
    'marks %j',
    (text) => {
      expect(inert(text)).toBe(`'${text}`);
    },
  );

  it.each(['-5%', '+3.5', '-1,200', '－5％', '-', '—', '——坚持党的领导', '12项', '', "it's", '3-5年', '(一)'])(
    'leaves %j alone',
    (text) => {
      expect(inert(text)).toBe(text);
    },
  );
});

describe('datapackage', () => {
  it('describes every table with the headers that the files have', async () => {
    for (const headers of ['en', 'zh'] as const) {
      const options = { headers, bom: false };
      const files = await written('csv', [sampleDocument()], options);
      const { resources } = JSON.parse(datapackage(flatTables, options));
      for (const { path, schema } of resources) {
        const header = files.get(path)?.split('\r\n')[0];
        expect(schema.fields.map((f: { name: string }) => f.name).join()).toBe(header);
        const names = new Set(schema.fields.map((f: { name: string }) => f.name));
        for (const name of [...(schema.primaryKey ?? []), ...(schema.foreignKeys?.[0].fields ?? [])])
          expect(names.has(name), name).toBe(true);
      }
    }
  });
});

describe.each(['json', 'jsonl', 'csv'] as const)('%s', (format) => {
  it('gives the same bytes for the same documents', async () => {
    const documents = () => [sampleDocument(), sampleDocument('b.txt')];
    expect(await written(format, documents())).toEqual(await written(format, documents()));
  });
});
