import type { CellLine, Shape } from './cell-shapes.js';
import {
  asideCost,
  byShape,
  type Costs,
  costsOfNames,
  EMPTY_COSTS,
  type FlatColumn,
  fillCost,
  goesOn,
  unlikely,
} from './flat-costs.js';
import type { Placed } from './flat-ways.js';

/** What one reading of the rows says of the columns. */
interface Observed {
  /** Cells by column and by what they look like at first sight. */
  readonly shapes: readonly Map<Shape, number>[];
  /** How often the same words stand in a column. */
  readonly words: readonly Map<string, number>[];
  /** Cells, lines by which they go on, rows that begin there, and rows that begin behind it, by column. */
  readonly filled: number[];
  readonly joins: number[];
  readonly starts: number[];
  readonly led: number[];
  /** The widest line in each column. */
  readonly full: number[];
  rows: number;
}

function observe(cells: readonly CellLine[], placed: readonly Placed[], width: number): Observed {
  const none = (): number[] => Array.from({ length: width }, () => 0);
  const seen: Observed = {
    shapes: Array.from({ length: width }, () => new Map<Shape, number>()),
    words: Array.from({ length: width }, () => new Map<string, number>()),
    filled: none(),
    joins: none(),
    starts: none(),
    led: none(),
    full: none(),
    rows: 0,
  };
  for (const [i, place] of placed.entries())
    look(seen, cells[place.line] as CellLine, place, placed[i + 1]?.move === 'join');
  return seen;
}

function look(seen: Observed, cell: CellLine, { column, move, total }: Placed, goesOnBelow: boolean): void {
  if (total || column >= seen.filled.length) return;
  // The first line of a broken cell is full, or shows nothing: it was broken for another reason.
  if (!goesOnBelow || move === 'join') seen.full[column] = Math.max(seen.full[column] ?? 0, cell.width);
  if (move === 'join') {
    add(seen.joins, column);
    return;
  }
  if (move === 'row') {
    seen.rows++;
    add(seen.starts, column);
    for (let before = 0; before < column; before++) add(seen.led, before);
  }
  add(seen.filled, column);
  count(seen.shapes[column], cell.shapes[0] ?? 'short');
  if (cell.width <= 40) count(seen.words[column], cell.text);
}

function add(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function count<K>(counts: Map<K, number> | undefined, key: K): void {
  counts?.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(of: readonly number[], value: (k: number) => number): number {
  return of.reduce((total, k) => total + value(k), 0);
}

/** How many rows the names of the columns weigh as much as. */
const WEIGHT = 3;

/** What happened `times` of `of`, and costs `before` by the names; what happened once may be a misreading. */
function learn(times: number, of: number, before: number): number {
  return -Math.log((Math.max(0, times - 1) + WEIGHT * Math.exp(-before)) / (Math.max(of - 1, 0) + WEIGHT));
}

/** Costs that a reading teaches, on top of the names. */
export function learntCosts(
  columns: readonly FlatColumn[],
  cells: readonly CellLine[],
  placed: readonly Placed[],
  banded: boolean,
): Costs {
  const names = costsOfNames(columns, banded);
  const seen = observe(cells, placed, columns.length);
  const numeric = columns.map(({ kind }, i) => kind === 'value' || isNumeric(seen, i));
  // Columns of numbers are alike: which of them is empty in a row, the other rows do not tell.
  const numbers = columns.flatMap((_, k) => (numeric[k] ? [k] : []));
  const joining = columns.map((_, i) => {
    const shift = learn(seen.joins[i] ?? 0, seen.filled[i] ?? 0, 1.5) - 1.5;
    return Math.min(2.5, Math.max(0, shift));
  });
  const skip = columns.map((_, i) => {
    const alike = numeric[i] ? numbers : [i];
    const empty = sum(alike, (k) => seen.rows - (seen.filled[k] ?? 0) - (seen.led[k] ?? 0));
    return learn(empty, seen.rows * alike.length, numeric[i] ? EMPTY_COSTS.value : (names.skip[i] ?? 3));
  });
  // A remark is no less likely for standing in few rows.
  const fill = columns.map(({ merges }, i) =>
    merges ? 0 : Math.min(fillCost(skip[i] ?? 3), fillCost(names.skip[i] ?? 3) + 0.4),
  );
  const shaped = byShape(columns.length, (line, column) => {
    const shape = line.shapes[0] ?? 'short';
    const alike = numeric[column] ? numbers : [column];
    const times = sum(alike, (k) => seen.shapes[k]?.get(shape) ?? 0);
    return learn(
      times,
      sum(alike, (k) => seen.filled[k] ?? 0),
      unlikely(line, columns, column),
    );
  });
  return {
    begins: (line) => {
      const brief = line.width <= 40;
      return shaped(line).map((cost, column) => {
        const repeats = brief && !numeric[column] && (seen.words[column]?.get(line.text) ?? 0) >= 2;
        return Math.max(0.02, cost + asideCost(line, columns[column]) - (repeats ? 0.5 : 0)) + (fill[column] ?? 0);
      });
    },
    goOn: (line, before, column) => {
      const cost = goesOn(line, before, columns[column]?.kind ?? 'text', seen.full[column] ?? 0);
      return cost < 1 ? cost : Math.max(0.3, cost + (joining[column] ?? 0));
    },
    skip,
    start: columns.map((_, i) => learn(seen.starts[i] ?? 0, seen.rows, names.start[i] ?? 8)),
    band: names.band,
  };
}

/** Whether a column holds numbers, whatever its name is. */
function isNumeric(seen: Observed, column: number): boolean {
  const shapes = seen.shapes[column];
  const numbers = (shapes?.get('number') ?? 0) + (shapes?.get('integer') ?? 0);
  return numbers > 0 && numbers >= (seen.filled[column] ?? 0) * 0.6;
}
