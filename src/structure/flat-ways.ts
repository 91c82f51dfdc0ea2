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
  /** Ways that are followed to each state: one finds the best reading, a second one tells by how much it is the best. */
  readonly rivals: 1 | 2;
}

/** Running numbers that a row may have: the best ways are kept for each, as what follows depends on it. */
const NUMBERS = 3;
/** The best ends of a row that a new one may follow. */
const ENDS = 2;
/** Ways that cost so much more than the best one are not followed: a row that is read wrongly costs less. */
const HOPELESS = 32;
/** A cell does not go on at this price. */
const NEVER = 12;

export interface Space {
  readonly model: RowModel;
  readonly width: number;
  /** Ways that are kept for each state. */
  readonly places: number;
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
    places: model.rivals * NUMBERS,
    label: Math.max(...labels, indexed ? 1 : 0),
    skipped: sum(costs.skip),
    skippedInTotal: sum(columns.map(({ kind }) => (kind === 'value' ? 1.2 : 0.1))),
    arabic: cells.some((cell) => cell.shapes[0] === 'integer' && cell.count === 1),
    indexed,
  };
}

/**
 * All ways that end at a line: columns, the band, and columns of a row of sums, and for each the same number of places,
 * the best first.
 */
export type Ways = readonly (Way | undefined)[];

interface Step {
  readonly space: Space;
  readonly next: (Way | undefined)[];
  readonly line: CellLine;
  readonly at: number;
  /** Whether the line opens a row of sums: 合计. */
  readonly sums: boolean;
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
export function advance(space: Space, ways: Ways, cells: readonly CellLine[], at: number, least: number): Ways {
  const line = cells[at] as CellLine;
  const previous = cells[at - 1];
  const next = Array<Way | undefined>((2 * space.width + 1) * space.places).fill(undefined);
  const begins = space.model.costs.begins(line);
  const stuck = previous ? (previous.open ? 3 : 0) + (line.closing ? 5 : 0) + (line.remark ? 1.2 : 0) : 0;
  const step: Step = { space, next, line, at, sums: line.shapes[0] === 'total', begins, goesOn: [], stuck };
  if (!previous) {
    openRow(step, undefined, 0);
    return next;
  }
  // A new row begins alike from wherever the last one ended: only the best ends count, and those whose numbers run on.
  const ends: End[] = [];
  const counted: End[] = [];
  // From the right: what leaves the fewest columns empty is likeliest, and all else then hardly ever counts.
  for (let state = ways.length - space.places; state >= 0; state -= space.places) {
    for (let i = state; i < state + space.places; i++) {
      const way = ways[i];
      if (!way || way.cost > least + HOPELESS) break;
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
  const worst = ends[ENDS - 1];
  if (worst && worst.cost <= cost) return;
  const end = { way, cost };
  let i = Math.min(ends.length, ENDS - 1);
  for (; i > 0 && (ends[i - 1] as End).cost > cost; i--) ends[i] = ends[i - 1] as End;
  ends[i] = end;
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
  const { next, space } = step;
  const { places, model } = space;
  let at = (total ? space.width + 1 + column : column) * places;
  const last = at + places - 1;
  const worst = next[last];
  if (worst && cost >= worst.cost) return;
  let alike = 0;
  for (let way = next[at]; way && way.cost <= cost; way = next[++at])
    if (way.count === count && ++alike >= model.rivals) return;
  insert(next, at, last, { line: step.at, column, move, total, cost, from, count, fresh }, model.rivals - alike);
}

/**
 * Puts a way into its place; the next one too many of its number goes, else the last one too many of all.
 * @param free places that its number has from there on
 */
function insert(next: (Way | undefined)[], at: number, last: number, way: Way, free: number): void {
  let left = free;
  let moving = way;
  for (let i = at; i <= last; i++) {
    const moved = next[i];
    next[i] = moving;
    if (!moved || (moved.count === way.count && --left === 0)) return;
    moving = moved;
  }
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
  const { space, begins, stuck } = step;
  for (let column = way.column + 1; column < space.width; column++) {
    const total = way.total || (step.sums && column <= space.label);
    const skipped = total ? space.skippedInTotal : space.skipped;
    const empty = (skipped[column] ?? 0) - (skipped[way.column + 1] ?? 0);
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
  if (step.sums) {
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
