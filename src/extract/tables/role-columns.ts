import type { ColumnReading } from '../../structure/columns.js';
import type { RawCell } from '../../structure/raw-table.js';
import { readUnit } from '../units.js';
import { type Legend, MARKS, type RoleName } from './legends.js';

/**
 * The columns of a table that say who does the work. 单位 over schools, hospitals and firms says where it is done or for
 * whom.
 */
export function roleColumnsOf(
  columns: readonly ColumnReading[],
  rows: readonly { readonly cells: readonly RawCell[] }[],
): number[] {
  return columns.flatMap(({ kind, words }, i) => {
    if (kind !== 'lead' && kind !== 'responsible' && kind !== 'partner') return [];
    if (!/^(?:单位|主体|部门)$/.test(words)) return [i];
    const cells = rows.flatMap((row) => row.cells[i]?.text || []);
    const things = cells.filter((text) => /^(?:institution|company|other)$/.test(readUnit(text)?.kind ?? 'other'));
    return things.length * 2 > cells.length ? [] : [i];
  });
}

/** The role that a mark or a word gives to the body over its column; √ alone says that it is responsible. */
export function markedRole(text: string, legend: Legend | null): RoleName | undefined {
  const mark = text.trim();
  const meant = legend?.roles.get(mark);
  if (meant) return meant;
  if (/^(?:总?牵头|主办|主责|牵头单位|主办单位)$/.test(mark)) return 'leads';
  if (/^(?:配合|协办|协助|参与|配合单位|协办单位)$/.test(mark)) return 'partners';
  return /^(?:责任|负责|责任单位|[√✓])$/.test(mark) ? 'responsible' : undefined;
}

/** Columns that are called as bodies are and hold nothing but marks of roles; one alone is none. */
export function crossColumnsOf(
  header: readonly string[],
  rows: readonly { readonly cells: readonly RawCell[] }[],
  legend: Legend | null,
): number[] {
  const found = header.flatMap((name, i) => {
    const cells = rows.flatMap((row) => row.cells[i]?.text || []);
    const marks =
      cells.length > 0 && cells.every((text) => text.length <= 4 && (MARKS.test(text) || markedRole(text, legend)));
    return marks && cells.some((text) => markedRole(text, legend)) && readUnit(name) ? [i] : [];
  });
  return found.length > 1 ? found : [];
}
