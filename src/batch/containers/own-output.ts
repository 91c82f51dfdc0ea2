import { diagnostic, InputError } from '../../core/diagnostic.js';

/** Refuses what this tool has written itself: its quotes and titles would be read as new plans. */
export function ownOutput(what: string): InputError {
  return new InputError(diagnostic('input/own-output', 'error', { what }));
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
