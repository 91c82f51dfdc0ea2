import type { ColumnReading } from '../../structure/columns.js';
import type { RawCell } from '../../structure/raw-table.js';
import { readUnit } from '../units.js';

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
