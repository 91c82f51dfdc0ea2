import { diagnostic, InputError } from '../../core/diagnostic.js';

/** Refuses what this tool has written itself: its quotes and titles would be read as new plans. */
export function ownOutput(what: string): InputError {
  return new InputError(diagnostic('input/own-output', 'error', { what }));
}

/** Files with one name and no text, as `extract` and `compare` write them; other bytes under these names are read on. */
const BOOKS: readonly (readonly [name: string, opens: string, what: string])[] = [
  ['gongwen.xlsx', 'PK', 'a workbook of gongwen'],
  ['compare.xlsx', 'PK', 'a comparison of gongwen'],
  ['gongwen.sqlite', 'SQLite format 3', 'a database of gongwen'],
];

/** What a workbook or database of our own is, in words, by the name that it was given; undefined for the others. */
export function ownBook(name: string, bytes: Uint8Array): string | undefined {
  const opening = String.fromCharCode(...bytes.subarray(0, 16));
  return BOOKS.find(([own, opens]) => name.toLowerCase() === own && opening.startsWith(opens))?.[2];
}

/** What a JSON value of our own is, in words; undefined for the others. */
export function ownJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { schema, profile, $schema, resources, name } = value as Record<string, unknown>;
  if (typeof schema === 'string' && schema.startsWith('gongwen/'))
    return `a ${schema.slice(8).split('@')[0]} of gongwen`;
  const described = /tabular-data-package|datapackage/.test(`${String(profile)} ${String($schema)}`);
  return Array.isArray(resources) && (described || name === 'gongwen') ? 'the description of data tables' : undefined;
}

/**
 * The first columns of all tables that this tool writes, under both sets of heads: those of plans (`schema/columns.ts`)
 * and those of comparisons (`compare/output/tables.ts`).
 */
const HEADS = [
  ...['document,title,region,section', '文件,标题,地区,章节'],
  ...['source,row,indicatorId,indicator', '出处,行号,指标编号,指标'],
  ...['row,indicatorId,indicator,quantity', '行号,指标编号,指标,口径'],
];

export function isOwnTable(header: readonly string[]): boolean {
  return HEADS.includes(header.slice(0, 4).join(','));
}
