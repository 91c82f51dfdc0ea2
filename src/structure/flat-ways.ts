import type { CellLine } from './cell-shapes.js';
import type { Costs, FlatColumn } from './flat-costs.js';

/** Where a line stands in a table. */
export interface Placed {
  /** Index of the line. */
  readonly line: number;
  /** Its column; the table's width for a row that is one label over all columns. */
  readonly column: number;
  /** `join`: the cell goes on; `cell`: the next cell of the row; `row`: the first cell of a new row. */
  readonly move: 'join' | 'cell' | 'row';
  /** In a row of sums, where few columns are filled. */
  readonly total: boolean;
}

/** A way of placing all lines up to one. */
export interface Way extends Placed {
  readonly cost: number;
  readonly from: Way | undefined;
  /** The running number of the row, 0 before the first. */
  readonly count: number;
  /** Since a band the numbers may begin again. */
  readonly fresh: boolean;
}

/** What the rows of a region are read with. */
export interface RowModel {
  readonly columns: readonly FlatColumn[];
  readonly costs: Costs;
  /** The rows stand under labels over all columns; such a table begins with one. */
  readonly banded: boolean;
  /** The running numbers may begin with any: the table is the continuation of another. */
  readonly continued: boolean;
}

/** The best ways of reaching a state: two for each running number that the row may have, as what follows depends on it. */
const BEST = 2;
const NUMBERS = 3;
/** Ways that cost so much more than the best one are not followed: a row that is read wrongly costs less. */
const HOPELESS = 32;
/** A cell does not go on at this price. */
const NEVER = 12;

export interface Space {
  readonly model: RowModel;
  readonly width: number;
  /** The last column that rows are told by. */
  readonly label: number;
  /** Cost of empty columns before a column, summed. */
  readonly skipped: readonly number[];
  readonly skippedInTotal: readonly number[];
  /** Numbers 1, 2, 3 run here: 一 and (一) are headings of groups then. */
  readonly arabic: boolean;
  readonly indexed: boolean;
}

export function stateSpace(cells: readonly CellLine[], model: RowModel): Space {
  const { columns, costs } = model;
  const sum = (values: readonly number[]): number[] => {
    const sums = [0];
    for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
    return sums;
  };
  const indexed = columns[0]?.kind === 'index';
  const labels = columns.map((column, i) => (column.kind === 'label' ? i : -1));
  return {
    model,
    width: columns.length,
    label: Math.max(...labels, indexed ? 1 : 0),
    skipped: sum(costs.skip),
    skippedInTotal: sum(columns.map(({ kind }) => (kind === 'value' ? 1.2 : 0.1))),
    arabic: cells.some((cell) => cell.shapes[0] === 'integer' && cell.count === 1),
    indexed,
  };
}

/** All ways that end at a line, by state: columns, the band, and columns of a row of sums. */
export type Ways = readonly (readonly Way[])[];

interface Step {
  readonly space: Space;
  readonly next: Way[][];
  readonly line: CellLine;
  readonly at: number;
  /** What the line costs as the beginning of a cell in each column, and as a cell going on, where that was asked. */
  readonly begins: readonly number[];
  readonly goesOn: number[];
  /** What it costs to leave the cell before at all. */
  readonly stuck: number;
}

interface End {
  readonly way: Way;
  readonly cost: number;
}

/**
 * All that the next line may be, with what it costs.
 * @param least what the best way has cost up to the line before
 */
export function advance(space: Space, ways: Ways, cells: readonly CellLine[], at: number, least: number): Way[][] {
  const line = cells[at] as CellLine;
  const { costs } = space.model;
  const next: Way[][] = [];
  for (let i = 0; i <= 2 * space.width; i++) next.push([]);
  const previous = cells[at - 1];
  const stuck = previous ? (previous.open ? 3 : 0) + (line.closing ? 5 : 0) + (line.remark ? 1.2 : 0) : 0;
  const step: Step = { space, next, line, at, begins: costs.begins(line), goesOn: [], stuck };
  if (!previous) {
    openRow(step, undefined, 0);
    return next;
  }
  // A new row begins alike from wherever the last one ended: only the best ends count, and those whose numbers run on.
  const ends: End[] = [];
  const counted: End[] = [];
  for (const state of ways) {
    for (const way of state) {
      if (way.cost > least + HOPELESS) continue;
      join(step, way, previous);
      nextCells(step, way);
      const cost = way.cost + trailing(space, way) + stuck;
      keepEnd(ends, way, cost);
      if (space.indexed && line.count > 1 && way.count === line.count - 1) keepEnd(counted, way, cost);
    }
  }
  for (const end of ends) openRow(step, end.way, end.cost);
  for (const end of counted) if (!ends.some(({ way }) => way === end.way)) openRow(step, end.way, end.cost);
  return next;
}

function keepEnd(ends: End[], way: Way, cost: number): void {
  const worst = ends[BEST - 1];
  if (worst && worst.cost <= cost) return;
  let i = Math.min(ends.length, BEST - 1);
  ends[i] = { way, cost };
  for (; i > 0 && (ends[i - 1] as End).cost > cost; i--) {
    ends[i] = ends[i - 1] as End;
    ends[i - 1] = { way, cost };
  }
}

/** Puts a line into a column by a way, unless better ones lead there. */
function offer(
  step: Step,
  cost: number,
  column: number,
  move: Placed['move'],
  total: boolean,
  from: Way | undefined,
  count: number,
  fresh: boolean,
): void {
  const best = step.next[total ? step.space.width + 1 + column : column] as Way[];
  const worst = best[BEST * NUMBERS - 1];
  if (worst && cost >= worst.cost) return;
  let alike = 0;
  let at = 0;
  for (; at < best.length && (best[at] as Way).cost <= cost; at++) if (best[at]?.count === count) alike++;
  if (alike >= BEST) return;
  insert(best, at, { line: step.at, column, move, total, cost, from, count, fresh }, alike);
}

/** Puts a way into its place; the next one too many of its number goes, else the last one too many of all. */
function insert(best: Way[], at: number, way: Way, alike: number): void {
  let after = alike + 1;
  let moving = way;
  // Moved by hand: this is where tables take their time, and splice makes an array every time.
  for (let i = at; i < best.length; i++) {
    const next = best[i] as Way;
    best[i] = moving;
    if (next.count === way.count && ++after > BEST) return;
    moving = next;
  }
  if (best.length < BEST * NUMBERS) best.push(moving);
}

/** The empty cells behind the last one of a row. */
export function trailing(space: Space, { column, total }: Placed): number {
  if (column >= space.width) return 0;
  const sums = total ? space.skippedInTotal : space.skipped;
  return (sums[space.width] ?? 0) - (sums[column + 1] ?? 0);
}

function join(step: Step, way: Way, previous: CellLine): void {
  const { space, line, goesOn } = step;
  const { column } = way;
  const { costs } = space.model;
  let cost = goesOn[column];
  if (cost === undefined) {
    cost = column === space.width ? 1 + costs.goOn(line, previous, space.label) : costs.goOn(line, previous, column);
    goesOn[column] = cost;
  }
  if (cost < NEVER) offer(step, way.cost + cost, column, 'join', way.total, way, way.count, way.fresh);
}

function nextCells(step: Step, way: Way): void {
  const { space, line, begins, stuck } = step;
  const summing = line.shapes[0] === 'total';
  for (let column = way.column + 1; column < space.width; column++) {
    const total = way.total || (summing && column <= space.label);
    const sums = total ? space.skippedInTotal : space.skipped;
    const empty = (sums[column] ?? 0) - (sums[way.column + 1] ?? 0);
    const cost = way.cost + empty + stuck + (begins[column] ?? 9);
    offer(step, cost, column, 'cell', total, way, way.count, way.fresh);
  }
}

/** @param before what all has cost up to the end of the row before */
function openRow(step: Step, way: Way | undefined, before: number): void {
  const { space, line, begins } = step;
  const { width, label, model } = space;
  const { start, band } = model.costs;
  const count = way?.count ?? 0;
  const fresh = way?.fresh ?? true;
  if (line.shapes[0] === 'total') {
    // 合计 covers all that stands before the numbers; 小计 stands beside the label of its group.
    const grouped = /^小/.test(line.text) ? model.columns.findIndex((column) => !column.merges) : 0;
    offer(step, before + 0.5, Math.max(0, Math.min(grouped, label)), 'row', true, way, count, fresh);
    return;
  }
  offer(step, before + band + bandCost(line), width, 'row', false, way, count, true);
  if (way === undefined && model.banded) return;
  for (let column = 0; column < width; column++) {
    const lead = line.part && column === label ? Math.min(1, start[column] ?? 0) : (start[column] ?? 0);
    if (lead > 14) continue;
    // Nothing stands above the first row, or the first below a band, that an empty cell could be part of.
    const alone = column > 0 && (way === undefined || way.column === width) ? 2.5 : 0;
    const price = before + lead + alone + (begins[column] ?? 9);
    if (column > 0 || !space.indexed) offer(step, price, column, 'row', false, way, count, fresh);
    else if (line.shapes[0] === 'counter' && space.arabic) offer(step, price + 0.5, 0, 'row', true, way, count, true);
    else offer(step, price + countCost(model, way, line), 0, 'row', false, way, line.count, false);
  }
}

/** Running numbers run: what follows the last one is hardly a chance, anything else hardly a running number. */
function countCost(model: RowModel, way: Way | undefined, line: CellLine): number {
  if (line.count === 0) return 0;
  const last = way?.count ?? 0;
  if (line.count === last + 1) return -2.5;
  if (line.count === 1 && way?.fresh) return -1.5;
  return last === 0 && model.continued ? -1 : 6;
}

/** How unlikely a line is as a label over all columns. */
export function bandCost(line: CellLine): number {
  if (line.aside) return 4;
  switch (line.shapes[0]) {
    case 'heading':
      return line.shapes.includes('sentence') ? 6 : 0.8;
    case 'short':
    case 'place':
    case 'bodies':
    case 'nature':
    case 'property':
      return line.part ? 4 : line.closing ? 6 : 0.6;
    case 'goal':
      return 2;
    case 'long':
      return 2.5;
    case 'sentence':
      return 7;
    default:
      return NEVER;
  }
}
