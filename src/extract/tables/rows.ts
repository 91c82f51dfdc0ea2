import { SAME_AS_ABOVE } from '../../lexicon/cell-words.js';
import { SUBTOTAL_LABEL, TOTAL_LABEL } from '../../lexicon/columns.js';
import type { ColumnReading } from '../../structure/columns.js';
import type { RawCell, RawTable } from '../../structure/raw-table.js';
import { type GroupBodies, groupBodies, levelOfGroup } from './group-bodies.js';

/** A row with its cells in the order of the columns, told apart from what spans down into it. */
export interface RowView {
  /** 同上 is the cell above. */
  readonly cells: readonly RawCell[];
  /** Which row of the table it is, 0-based. */
  readonly index: number;
  /** Whether a cell is the row's alone: one that spans several rows stands in the first of them. */
  readonly own: (column: number) => boolean;
  /** Whether a cell covers other rows, too. */
  readonly shared: (column: number) => boolean;
  readonly sum: 'total' | 'subtotal' | null;
  /** Its only text heads the rows below. */
  readonly heads: boolean;
  /** Whom a row over all columns, the caption or the heading above gives it to. */
  readonly above: GroupBodies | null;
}

type Cells = readonly RawCell[];

/** Of a number that covers several rows nobody knows what falls to each. */
const COUNTED: readonly string[] = ['value', 'size', 'change', 'index', 'unit'];

/** The rows with the cell above for each 同上, as if it spanned down. */
export function filledIn(table: RawTable, columns: readonly ColumnReading[]): { rows: Cells[]; repeated: number } {
  let repeated = 0;
  const rows: Cells[] = [];
  for (const { cells } of table.rows) {
    const above = rows.at(-1);
    const isSame = (cell: RawCell, i: number): boolean =>
      cell.text.length <= 4 &&
      SAME_AS_ABOVE.test(cell.text.replace(/\s/g, '')) &&
      !COUNTED.includes(columns[i]?.kind ?? 'other') &&
      (above?.[i]?.text ?? '') !== '';
    const same = cells.filter(isSame).length;
    repeated += same;
    rows.push(same > 0 ? cells.map((cell, i) => (isSame(cell, i) ? (above?.[i] ?? cell) : cell)) : cells);
  }
  return { rows, repeated };
}

export function rowViews(
  table: RawTable,
  rows: readonly Cells[],
  columns: readonly ColumnReading[],
  head: GroupBodies | null,
): RowView[] {
  const views: RowView[] = [];
  let above = head;
  let level: string | undefined;
  rows.forEach((cells, index) => {
    if (repeatsHead(cells, table.header) || isNote(cells)) return;
    const same = (other: number, column: number): boolean => {
      const cell = cells[column];
      return cell !== undefined && cell.text !== '' && rows[other]?.[column]?.start === cell.start;
    };
    const group = groupOf(cells);
    const bodies = group && groupBodies(group);
    // （一）供水 below 一、县水务局 goes on with it; 二、其他 ends it.
    if (bodies) [above, level] = [bodies, levelOfGroup(group.text)];
    else if (group && level === levelOfGroup(group.text)) [above, level] = [head, undefined];
    views.push({
      cells,
      index,
      own: (column) => !same(index - 1, column),
      shared: (column) => same(index - 1, column) || same(index + 1, column),
      sum: sumOf(cells, columns),
      heads: group !== undefined,
      above,
    });
  });
  return views;
}

/** The only text of a row. */
function groupOf(cells: Cells): RawCell | undefined {
  const filled = cells.filter((cell, i) => cell.text !== '' && cells[i - 1]?.start !== cell.start);
  return filled.length === 1 && cells.length > 1 ? filled[0] : undefined;
}

/** A page break repeats the head. */
function repeatsHead(cells: readonly RawCell[], header: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length > 1 && cells.every((cell, i) => cell.text === '' || cell.text === header[i]);
}

function isNote(cells: readonly RawCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length === 1 && /^[(（]?(?:备注|注|说明|资料来源|数据来源)\d?[:：]/.test(filled[0]?.text ?? '');
}

function sumOf(cells: readonly RawCell[], columns: readonly ColumnReading[]): RowView['sum'] {
  const names = cells.filter(
    (cell, i) => cell.text !== '' && /^(?:index|group|label|place)$/.test(columns[i]?.kind ?? ''),
  );
  if (names.some((cell) => SUBTOTAL_LABEL.test(cell.text))) return 'subtotal';
  return names.some((cell) => TOTAL_LABEL.test(cell.text)) ? 'total' : null;
}
