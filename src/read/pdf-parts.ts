import type { Block, PageCell, PageTable } from './pdf-page.js';

/** As much of a table as one page shows, with its place in the whole. */
export interface TablePart {
  /** Of the table in the file, from 0. */
  readonly table: number;
  /** Rows count through the parts. */
  readonly cells: readonly PageCell[];
  /** The head that the page says again. */
  readonly repeated: readonly string[];
}

/** Points; columns of one table may differ so much from page to page. */
const SHIFT = 4;

interface Open {
  readonly index: number;
  readonly xs: readonly number[];
  readonly head: PageTable;
  /** Rows so far. */
  rows: number;
  /** All cells so far; their texts and spans still grow. */
  readonly cells: { -readonly [K in keyof PageCell]: PageCell[K] }[];
}

/**
 * Number the tables of a file. One that a page ends with goes on in one that the next page begins with, where the columns
 * agree: what the page says again of its head is told apart, and a row or a cell over rows that the break cut is put together.
 * @param pages the blocks of each page without its running lines
 */
export function tableParts(pages: readonly (readonly Block[])[]): ReadonlyMap<PageTable, TablePart> {
  const parts = new Map<PageTable, TablePart>();
  let count = 0;
  let open: Open | undefined;
  for (const blocks of pages) {
    blocks.forEach((block, i) => {
      const before: Open | undefined = i === 0 ? open : undefined;
      open = undefined;
      if (block.kind !== 'table') return;
      const { table } = block;
      if (before && agree(before.xs, table.xs)) {
        parts.set(table, goOn(before, table));
        open = before;
      } else {
        const cells = table.cells.map((cell) => ({ ...cell }));
        open = { index: count++, xs: table.xs, head: table, rows: table.rows, cells: [...cells] };
        parts.set(table, { table: open.index, cells, repeated: [] });
      }
    });
  }
  return parts;
}

function agree(a: readonly number[], b: readonly number[]): boolean {
  const shift = (b[0] ?? 0) - (a[0] ?? 0);
  return a.length === b.length && a.every((x, i) => Math.abs((b[i] ?? 0) - x - shift) <= SHIFT);
}

/** The part of a table on a further page. */
function goOn(open: Open, table: PageTable): TablePart {
  const again = repeatedRows(open.head, table);
  const repeated = table.cells.filter(({ row }) => row < again).flatMap(({ lines }) => lines);
  const fresh = table.cells.filter(({ row }) => row >= again);
  const joined = joinCut(open, fresh, again);
  const first = joined.wholeRow ? again + 1 : again;
  const cells = fresh
    .filter((cell) => cell.row >= first && !joined.taken.has(cell))
    .map((cell) => ({ ...cell, row: cell.row - first + open.rows }));
  open.cells.push(...cells);
  open.rows += table.rows - first;
  return { table: open.index, cells, repeated };
}

/** How many rows at the top of a part are those that the table begins with; the whole part never is. */
function repeatedRows(head: PageTable, table: PageTable): number {
  const rowText = ({ cells }: PageTable, row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ column, lines }) => `${column} ${lines.join('').replace(/\s/g, '')}`)
      .join('\n');
  let count = 0;
  while (count < table.rows && count < 4 && rowText(head, count) === rowText(table, count)) count++;
  return count < table.rows ? count : 0;
}

interface Joined {
  /** Cells that went into those above the break. */
  readonly taken: ReadonlySet<PageCell>;
  /** Whether the first row is nothing but the rest of the last one. */
  readonly wholeRow: boolean;
}

/**
 * Put together what a page break cut. A column that has cells over several rows goes on with an empty one; where the first
 * other column is empty, the row is the rest of the row before.
 */
function joinCut(open: Open, fresh: readonly PageCell[], row: number): Joined {
  const taken = new Set<PageCell>();
  const first = fresh.filter((cell) => cell.row === row);
  const above = (cell: PageCell): Open['cells'][number] | undefined =>
    open.cells.find(
      (old) => old.row + old.rowSpan === open.rows && old.column === cell.column && old.columnSpan === cell.columnSpan,
    );
  const spans = (column: number): boolean => open.cells.some((cell) => cell.column === column && cell.rowSpan > 1);
  const key = first.find(({ column }) => !spans(column));
  const filled = first.filter(({ lines }) => lines.length > 0);
  const isRest =
    key?.lines.length === 0 &&
    filled.length > 0 &&
    first.every((cell) => cell.rowSpan === 1) &&
    filled.every((cell) => (above(cell)?.lines.length ?? 0) > 0) &&
    (above(key)?.lines.length ?? 0) > 0;
  if (isRest) {
    for (const cell of filled) {
      const old = above(cell);
      if (old) old.lines = [...old.lines, ...cell.lines];
    }
    return { taken: new Set(first), wholeRow: true };
  }
  for (const cell of first) {
    if (cell.lines.length > 0) break;
    const old = above(cell);
    if (!old || !spans(cell.column) || old.lines.length === 0) break;
    old.rowSpan += cell.rowSpan;
    taken.add(cell);
  }
  return { taken, wholeRow: false };
}
