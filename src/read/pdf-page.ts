import { gutterOf, type Region, regionsOf } from './pdf-columns.js';
import type { RuledCell, RuledGrid } from './pdf-grid.js';
import { linesFrom, type PageLine, rowsOf, widthOf } from './pdf-lines.js';
import type { Run } from './pdf-runs.js';

/** What a page shows, in the order in which it is read. */
export type Block =
  | { readonly kind: 'line'; readonly line: PageLine; readonly column: Region['column'] }
  | { readonly kind: 'table'; readonly table: PageTable };

/** A table, or as much of it as stands on the page. */
export interface PageTable {
  /** The edges of its columns. */
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly cells: readonly PageCell[];
}

export interface PageCell extends RuledCell {
  readonly lines: readonly string[];
}

/** The blocks of a page. Lines of text are put in order around the tables. */
export function blocksOf(runs: readonly Run[], grids: readonly RuledGrid[]): Block[] {
  const { tables, rest } = tablesOf(runs, grids);
  const gutter = gutterOf(rest);
  const blocks: Block[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const table of [...tables, undefined]) {
    const to = table?.top ?? Number.POSITIVE_INFINITY;
    const above = rest.filter(({ y }) => y > from && y <= to);
    for (const { runs: own, column } of regionsOf(above, gutter)) {
      const left = own.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
      for (const line of linesFrom(own, left)) blocks.push({ kind: 'line', line, column });
    }
    if (table) blocks.push({ kind: 'table', table });
    from = to;
  }
  return blocks;
}

/** Tables with their text, and the runs that stand in none. */
function tablesOf(runs: readonly Run[], grids: readonly RuledGrid[]): { tables: PageTable[]; rest: Run[] } {
  const tables: PageTable[] = [];
  let rest = [...runs];
  for (const grid of grids) {
    const inside = rest.filter((run) => isInside(run, grid));
    const table = toTable(inside, grid);
    if (!table) continue;
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
    tables.push(table);
  }
  return { tables, rest };
}

/** The middle of small letters stands this much of their size above the baseline. */
const MIDDLE = 0.35;

function isInside(run: Run, { xs, ys }: RuledGrid): boolean {
  const [x, y] = [(run.x + run.right) / 2, run.y - run.size * MIDDLE];
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

/** A grid that holds text in two cells and more is a table. */
function toTable(runs: readonly Run[], grid: RuledGrid): PageTable | undefined {
  const { xs, ys, cells } = grid;
  const owners = new Map<number, number>();
  cells.forEach(({ row, column, rowSpan, columnSpan }, i) => {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) owners.set(r * xs.length + c, i);
    }
  });
  const ownerOf = (x: number, y: number): number => owners.get(edgeBefore(ys, y) * xs.length + edgeBefore(xs, x)) ?? -1;
  const own: Run[][] = cells.map(() => []);
  for (const run of runs.flatMap((whole) => cutAt(whole, xs, ownerOf))) {
    own[ownerOf((run.x + run.right) / 2, run.y - run.size * MIDDLE)]?.push(run);
  }
  const filled = own.filter((inCell) => inCell.length > 0).length;
  if (filled < 2) return undefined;
  return {
    xs,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows: ys.length - 1,
    cells: cells.map((cell, i) => ({ ...cell, lines: cellLines(own[i] ?? []) })),
  };
}

/** The lines of a cell: without its left edge in mind, for nothing in it is set in columns. */
function cellLines(runs: readonly Run[]): string[] {
  return rowsOf(runs).flatMap((row) => linesFrom(row, 0).map(({ text }) => text.replace(/ {2,}/g, ' ').trim()));
}

function edgeBefore(edges: readonly number[], place: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A run that pdf.js put together from the text of two cells comes apart where the rule between them stands. */
function cutAt(run: Run, xs: readonly number[], ownerOf: (x: number, y: number) => number): Run[] {
  const y = run.y - run.size * MIDDLE;
  const slack = run.size * 0.5;
  const edge = xs.find((x) => x > run.x + slack && x < run.right - slack && ownerOf(x - 1, y) !== ownerOf(x + 1, y));
  if (edge === undefined) return [run];
  const at = characterAt(run, edge);
  const first = { ...run, text: run.text.slice(0, at).trim(), right: edge - 1 };
  const rest = { ...run, text: run.text.slice(at).trim(), x: edge + 1 };
  const parts = [...(first.text === '' ? [] : [first])];
  return rest.text === '' ? parts : [...parts, ...cutAt(rest, xs, ownerOf)];
}

/** Index of the character that stands at a place: at the blank next to it, where there is one. */
function characterAt({ text, x, right }: Run, place: number): number {
  const total = widthOf(text) || 1;
  let width = 0;
  let at = 0;
  while (at < text.length && x + ((right - x) * width) / total < place) width += widthOf(text[at++] ?? '');
  for (let k = 0; k <= 2; k++) {
    if (text[at - k] === ' ') return at - k;
    if (text[at + k] === ' ') return at + k;
  }
  return Math.min(Math.max(at, 1), text.length - 1);
}
