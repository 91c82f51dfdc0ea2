import type { CellKind } from '../lexicon/column-names.js';
import { type CellLine, type Shape, shapesOf } from './cell-shapes.js';

/** A column of a table that is being rebuilt. */
export interface FlatColumn {
  /** Empty where the head has none. */
  readonly name: string;
  readonly kind: CellKind;
  /** Its cells may cover several rows. */
  readonly merges: boolean;
  /** Whether the name is one that columns have. */
  readonly known: boolean;
}

/** What the cells of the columns cost in nats: the less likely, the more. Told by the names, then learnt from a reading. */
export interface Costs {
  /** A label over all columns, which names the rows below. */
  readonly band: number;
  /** A line as the beginning of a cell, by column. */
  readonly begins: (line: CellLine) => readonly number[];
  /** A line that goes on in a cell. */
  readonly goOn: (line: CellLine, before: CellLine, column: number) => number;
  /** An empty cell inside a row or at its end, by column. */
  readonly skip: readonly number[];
  /** A row whose first cell stands in a column, those before it being empty or parts of the cells above. */
  readonly start: readonly number[];
}

type Table = Readonly<Partial<Record<Shape, number>>> & { readonly other: number };

/** How unlikely a shape is in a column of a kind. */
const SHAPE_COSTS: Readonly<Record<CellKind, Table>> = {
  index: { integer: 0.1, counter: 0.2, other: 9 },
  group: { short: 0.4, long: 2.5, bodies: 1.8, place: 0.6, property: 2, heading: 1, nature: 1.5, other: 8 },
  label: { short: 0.3, long: 0.7, sentence: 3.5, bodies: 0.5, place: 0.4, nature: 2, goal: 0.8, heading: 3, other: 7 },
  content: {
    sentence: 0.2,
    long: 0.4,
    short: 1.3,
    bodies: 2.5,
    goal: 1,
    dash: 2,
    number: 4,
    heading: 4,
    same: 1.2,
    other: 5,
  },
  value: { number: 0.2, integer: 0.3, year: 6, goal: 1.3, dash: 0.8, short: 6, unit: 5, long: 7, other: 8 },
  unit: { unit: 0.1, dash: 1.5, number: 6, integer: 8, bodies: 3, short: 3.5, other: 8 },
  property: { property: 0.05, dash: 2, same: 0.4, other: 8 },
  time: { year: 0.15, short: 3.2, dash: 1.5, integer: 6, number: 4.5, sentence: 5, long: 5, same: 0.4, other: 6 },
  nature: { nature: 0.1, dash: 1.5, short: 2.5, property: 0.3, same: 0.4, other: 7 },
  bodies: { bodies: 0.2, short: 2, long: 2.5, place: 1.5, dash: 1.5, sentence: 4.5, same: 0.4, other: 7 },
  partners: { bodies: 0.3, short: 2, long: 2.5, place: 1, dash: 0.8, sentence: 4.5, same: 0.4, other: 7 },
  place: { place: 0.3, short: 0.9, bodies: 0.9, long: 2, dash: 1.5, same: 0.5, other: 7 },
  note: {
    short: 0.6,
    long: 0.9,
    sentence: 1.6,
    dash: 0.8,
    bodies: 1.5,
    number: 2.5,
    year: 2,
    place: 1.2,
    same: 0.8,
    other: 3,
  },
  text: {
    short: 0.9,
    long: 1.2,
    sentence: 1.8,
    number: 1.4,
    integer: 1.7,
    dash: 1.4,
    same: 1.2,
    other: 1.6,
    heading: 4,
  },
};

/** What an empty cell costs where nothing is known of the column but its kind; at the beginning of a row where merged. */
export const EMPTY_COSTS: Readonly<Record<CellKind, number>> = {
  index: 6,
  group: 2,
  label: 6,
  content: 3,
  value: 4.5,
  unit: 3.5,
  property: 3.5,
  time: 2.5,
  nature: 2.5,
  bodies: 4.5,
  partners: 1,
  place: 2.5,
  note: 0.5,
  text: 3.5,
};

/** What a line would cost as text outside any table. */
const OUTSIDE: Readonly<Record<Shape, number>> = {
  integer: 3.5,
  number: 4,
  year: 2.5,
  goal: 1.8,
  dash: 3.5,
  same: 3.5,
  unit: 4,
  property: 5,
  nature: 3,
  bodies: 1.8,
  place: 1.6,
  short: 1.6,
  long: 0.9,
  sentence: 0.4,
  total: 4,
  counter: 2.5,
  heading: 0,
};

export function outside(line: CellLine): number {
  if (line.shapes.includes('heading')) return 0;
  return OUTSIDE[line.shapes[0] ?? 'short'] * (line.listed ? 0.4 : 1);
}

/** How dear it is to overlook what a line looks like at first sight: 2025年 is a time before it is a number. */
const OVERLOOKED: Readonly<Partial<Record<Shape, number>>> = {
  integer: 4,
  number: 4,
  year: 3,
  unit: 4,
  property: 5,
  dash: 4,
  same: 4,
  total: 4,
  counter: 3,
  nature: 1,
  goal: 0.3,
};

function emission(line: CellLine, kind: CellKind): number {
  const table = SHAPE_COSTS[kind];
  const telling = line.shapes[0] ?? 'short';
  let best = table[telling] ?? table.other;
  for (const shape of line.shapes) {
    // A year alone may as well be a number.
    const plain = telling === 'year' && shape === 'number';
    const cost = (table[shape] ?? table.other) + (shape === telling ? 0 : plain ? 0.3 : (OVERLOOKED[telling] ?? 0));
    if (cost < best) best = cost;
  }
  return line.shapes.includes('heading') ? Math.max(best, table.heading ?? table.other) : best;
}

/**
 * Costs that the names of the columns tell.
 * @param banded whether the rows stand under labels over all columns
 */
export function costsOfNames(columns: readonly FlatColumn[], banded: boolean): Costs {
  const skip = columns.map((column, i) => emptyCost(columns, column, i));
  const fill = columns.map(({ merges }, i) => (merges ? 0 : fillCost(skip[i] ?? 3)));
  return {
    begins: byShape(
      columns.length,
      (line, column) => unlikely(line, columns, column) + asideCost(line, columns[column]) + (fill[column] ?? 0),
    ),
    goOn: (line, before, column) => goesOn(line, before, columns[column]?.kind ?? 'text', 0),
    skip,
    band: banded ? 0.9 : 5.5,
    start: startCosts(columns),
  };
}

function emptyCost(columns: readonly FlatColumn[], column: FlatColumn, at: number): number {
  if (column.merges) return column.kind === 'group' ? 0.6 : 2.5;
  // What no name tells is as often left out as filled at the end of a row.
  return column.kind === 'text' && at === columns.length - 1 ? 2.5 : EMPTY_COSTS[column.kind];
}

/** Where a remark is out of place. */
const ASIDE: Readonly<Partial<Record<CellKind, number>>> = { group: 3, label: 1.5, place: 1, bodies: 1, note: -0.3 };

/** What it costs that a line sounds like a remark. */
export function asideCost(line: CellLine, column: FlatColumn | undefined): number {
  return line.aside && column ? (ASIDE[column.kind] ?? 0) : 0;
}

/** Costs by column that depend on what a line looks like, worked out once. */
export function byShape(
  width: number,
  cost: (line: CellLine, column: number) => number,
): (line: CellLine) => readonly number[] {
  const known = new Map<string, number[]>();
  return (line) => {
    let costs = known.get(line.key);
    if (!costs) {
      costs = Array.from({ length: width }, (_, i) => cost(line, i));
      known.set(line.key, costs);
    }
    return costs;
  };
}

/** How unlikely a line is in a column that has a cell here. */
export function unlikely(line: CellLine, columns: readonly FlatColumn[], column: number): number {
  const kind = columns[column]?.kind ?? 'text';
  // Where years have a column of their own, 2023 is hardly a number.
  const year = kind === 'value' && line.shapes[0] === 'year' && columns.some((c) => c.kind === 'time') ? 2 : 0;
  return emission(line, kind) + year;
}

/** What a cell costs by being there at all, in a column whose empty cells cost so much. */
export function fillCost(empty: number): number {
  return -Math.log(1 - Math.exp(-Math.max(0.1, empty)));
}

function startCosts(columns: readonly FlatColumn[]): number[] {
  let sum = columns[0]?.merges ? 0.7 : 0;
  return columns.map((_, i) => {
    const before = columns[i - 1];
    if (before) sum += leadCost(before);
    // A number covers the rows of its task; a task without a number is none.
    return i === 1 && before?.kind === 'index' ? 6 : sum;
  });
}

function leadCost({ kind, merges }: FlatColumn): number {
  if (kind === 'group') return 0.2;
  if (merges) return 1;
  if (kind === 'index') return 2;
  return kind === 'note' ? 1 : 8;
}

/** Where the text of a cell goes on in a line of its own. */
const GO_ON: Readonly<Record<CellKind, number>> = {
  index: 12,
  group: 1.2,
  label: 1.6,
  content: 1.2,
  value: 8,
  unit: 6,
  property: 8,
  time: 3.5,
  nature: 5,
  bodies: 1.5,
  partners: 1.5,
  place: 2.5,
  note: 1.8,
  text: 2.5,
};

/** Kinds whose cells are short and of one form: two lines are one cell where they are of that form together. */
const FORMED: ReadonlySet<CellKind> = new Set(['value', 'unit', 'property', 'time', 'nature']);

/**
 * @param full columns of print that the lines of a cell have in this column, 0 where not known: a line that is much
 *   shorter was not broken for want of room
 */
export function goesOn(line: CellLine, before: CellLine, kind: CellKind, full: number): number {
  const { cost, brief, broken } = pairOf(line, before, kind);
  if (!broken) return cost;
  // A line was full where the next one begins: it is no shorter than that one, nor than the other lines of its column.
  const short = before.width < line.width - 2 || before.width < full - 5 ? 3.5 : 0;
  return cost + short + brief;
}

/** What two lines cost as one cell of a column, whatever the other lines of the column are. */
interface Pair {
  readonly cost: number;
  /** Added where the cell may be broken for want of room. */
  readonly brief: number;
  readonly broken: boolean;
}

/** Asked for every column of every reading of a head. */
const pairs = new WeakMap<CellLine, { readonly before: CellLine; readonly of: Map<CellKind, Pair> }>();

function pairOf(line: CellLine, before: CellLine, kind: CellKind): Pair {
  let known = pairs.get(line);
  if (known?.before !== before) {
    known = { before, of: new Map() };
    pairs.set(line, known);
  }
  let pair = known.of.get(kind);
  if (!pair) {
    const cost = wholeCost(line, before, kind);
    // Labels that are short are seldom broken.
    const brief = kind === 'label' && before.width <= 16 ? 1.2 : 0;
    pair = { cost: cost ?? brokenCost(line, kind), brief, broken: cost === undefined };
    known.of.set(kind, pair);
  }
  return pair;
}

/** What a cell costs that goes on for another reason than want of room; undefined where there is none. */
function wholeCost(line: CellLine, before: CellLine, kind: CellKind): number | undefined {
  if (line.count > 0 && !line.shapes.includes('number') && kind === 'index') return 12;
  const base = GO_ON[kind];
  if (line.remark) return Math.min(base, 0.6) + (FORMED.has(kind) && kind !== 'value' ? 2 : 0);
  if (FORMED.has(kind)) return joinsForm(line, before, kind) ? 0.4 : base;
  if (before.open || line.closing) return 0.3 + (before.open ? misfitOf(line, kind) / 2 : 0);
  if (before.stopped) {
    const paragraph = kind === 'content' ? (line.listed ? -0.7 : 0.6) : kind === 'note' || kind === 'text' ? 1.5 : 3;
    // A paragraph ends as the one before it does.
    const unlike = line.stopped || line.listed || line.open ? 0 : 2.5;
    return base + paragraph + misfitOf(line, kind) + headingCost(line) + unlike;
  }
  return kind === 'content' && line.listed ? 0.6 : undefined;
}

function brokenCost(line: CellLine, kind: CellKind): number {
  return GO_ON[kind] + misfitOf(line, kind) + headingCost(line);
}

const headingCost = (line: CellLine): number => (line.shapes.includes('heading') ? 4 : 0);

function misfitOf(line: CellLine, kind: CellKind): number {
  const shape = line.shapes[0] ?? 'short';
  if (line.shapes.includes('sentence') && !LONG.has(kind)) return 4;
  if ((kind === 'bodies' || kind === 'partners') && !line.shapes.includes('bodies')) return 2.5;
  if (WORDS.has(shape)) return 0;
  return NUMERIC_TAIL.has(shape) ? (kind === 'group' || kind === 'label' ? 7 : 4) : 2.5;
}

const LONG: ReadonlySet<CellKind> = new Set(['content', 'text', 'note']);
const WORDS: ReadonlySet<Shape> = new Set(['short', 'long', 'sentence', 'bodies', 'place', 'goal', 'heading']);
const NUMERIC_TAIL: ReadonlySet<Shape> = new Set(['number', 'integer', 'dash', 'property', 'unit', 'total', 'counter']);

/** 2021— and 2025年 are one time, 约束 and 性 one property. */
function joinsForm(line: CellLine, before: CellLine, kind: CellKind): boolean {
  if (before.width + line.width > 48) return false;
  // What is a whole cell by itself goes on only where it says so.
  const open = isForm(before.shapes, kind)
    ? before.open || line.closing || SUFFIX.test(line.text)
    : before.open || !isForm(line.shapes, kind);
  return open && isForm(joinedShapes(line, before), kind);
}

/** Whether what looks like this is plainly a cell of a kind. */
function isForm(shapes: readonly Shape[], kind: CellKind): boolean {
  const costs = SHAPE_COSTS[kind];
  for (const shape of shapes) if ((costs[shape] ?? 9) <= 0.3) return true;
  return false;
}

/** What a line and the one before it look like as one cell: asked for every column of every reading of a head. */
const joined = new WeakMap<CellLine, { readonly before: CellLine; readonly shapes: readonly Shape[] }>();

function joinedShapes(line: CellLine, before: CellLine): readonly Shape[] {
  const known = joined.get(line);
  if (known?.before === before) return known.shapes;
  const shapes = shapesOf((before.text + line.text).trim());
  joined.set(line, { before, shapes });
  return shapes;
}

const SUFFIX = /^(?:以上|以下|左右|以内|[%％]|底?前|年?底)$/;
