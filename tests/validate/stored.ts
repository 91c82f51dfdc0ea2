import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openSources } from '../../src/batch/stored/sources.js';
import { validateStored } from '../../src/batch/stored/validate.js';
import { parse } from '../../src/index.js';
import type { Finding } from '../../src/report/finding.js';
import type { Document } from '../../src/schema/model.js';
import type { WriteOptions } from '../../src/write/writer.js';
import { folderWith } from '../setup/folder.js';
import { writtenTo } from '../write/output.js';

/** An invented plan that has records of every kind with everything that a check looks at. */
export const PLAN = `青岚县养老服务三年行动方案(2023—2025年)
为健全全县养老服务体系,结合我县实际,制定本方案。
一、总体目标
到2025年,养老机构护理型床位占比由2022年的45%提高到60%以上,养老床位达到1.2万张。
二、主要任务
(一)建设设施。2024年6月底前,新建养老服务中心12处,每处面积600—800平方米。(牵头单位:县民政局;责任单位:县财政局、县住房城乡建设局)
(二)培养人员。一是开展培训。到2025年,培训护理员300名。二是落实补贴。2023年10月底前,出台补贴办法。(牵头单位:县人力资源社会保障局)
三、保障措施
县民政局要加强统筹,每年12月底前报告进展。
`;

/** The document of the plan, as it is read today. */
export const documentOf = async (path = 'plans/a.txt', text = PLAN): Promise<Document> =>
  (await parse(Buffer.from(text), { path })).document;

/** Findings as tests look at them; the folder aside. */
export interface Told {
  readonly file: string;
  readonly rule: string;
  readonly level: Finding['level'];
  readonly place?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** What is found in files, notes aside where nothing else is asked for. */
export async function found(paths: readonly string[], source?: string, notes = false): Promise<Told[]> {
  const told: Told[] = [];
  const sources = source === undefined ? null : openSources(source, {});
  for await (const { findings } of validateStored(paths, '/', { sources }))
    for (const { file, ...finding } of findings)
      if (notes || finding.level !== 'note') told.push({ ...finding, file: basename(file) } as Told);
  return told;
}

/** One line a finding: `error validate/date targets!G7: message`. */
export const lines = (told: readonly Told[]): string[] =>
  told.map(({ level, rule, place, message }) => `${level} ${rule.replace('validate/', '')} ${place ?? ''}: ${message}`);

/** A JSON file with the document after a change. */
export async function jsonWith(change: (document: any) => void, path = 'a.json'): Promise<string> {
  const document = structuredClone(await documentOf());
  change(document);
  return join(folderWith({ [path]: JSON.stringify(document, null, 2) }), path);
}

type Row = { [column: string]: string };

/** A CSV table of records; the header gives the order. */
export function csvText(rows: readonly Row[], separator = ',', end = '\r\n'): string {
  const cell = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const heads = Object.keys(rows[0] ?? {});
  return [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))]
    .map((cells) => cells.map(cell).join(separator) + end)
    .join('');
}

export const csvRows = (file: string): Row[] => parseCsv(readFileSync(file), { bom: true, columns: true }) as Row[];

/** The CSV folder of the plan. */
export const csvFolder = async (options: Partial<WriteOptions> = {}): Promise<string> =>
  writtenTo('csv', [await documentOf()], options);

/** The CSV folder of the plan, one table of it after a change. @returns the folder. */
export async function csvWith(table: string, change: (rows: Row[]) => void): Promise<string> {
  const folder = await csvFolder();
  const file = join(folder, `${table}.csv`);
  const rows = csvRows(file);
  change(rows);
  writeFileSync(file, csvText(rows));
  return folder;
}

/** The workbook of the plan after a change to the XML of its parts. @returns the file. */
export async function bookWith(change: (parts: Map<string, string>) => void): Promise<string> {
  const file = join(await writtenTo('xlsx', [await documentOf()]), 'gongwen.xlsx');
  const parts = new Map(Object.entries(unzipSync(readFileSync(file))).map(([path, data]) => [path, strFromU8(data)]));
  change(parts);
  writeFileSync(file, zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)]))));
  return file;
}

/** Puts another cell into a sheet of a workbook; `xml` is what stands in the cell. */
export function setCell(parts: Map<string, string>, sheet: number, address: string, type: string, xml: string): void {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const before = parts.get(path) ?? '';
  const cell = `<c r="${address}" ${type}>${xml}</c>`;
  const own = new RegExp(`<c r="${address}"[^>]*>.*?</c>`);
  if (!own.test(before)) throw new Error(`there is no cell ${address}`);
  parts.set(
    path,
    before.replace(own, () => cell),
  );
}
