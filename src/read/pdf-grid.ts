import type { Rule, Rules } from './pdf-rules.js';

/** A table as its rules draw it. Points, in the space of the runs of its page. */
export interface RuledGrid {
  /** The edges of its columns and rows, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In the order of reading. */
  readonly cells: readonly RuledCell[];
}

/** A cell, spans counted in rows and columns; rows and columns count from 0. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Points; rules that are no further apart are one. */
const CLOSE = 3;
/** Rows and columns; a larger grid is paper for a drawing. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 60;

/** The grids of a page: what rules enclose in at least two columns. From top to bottom. */
export function gridsOf(rules: Rules): RuledGrid[] {
  const across = merged(rules.across);
  const down = merged(rules.down);
  return connected(across, down)
    .flatMap((group) => toGrid(group) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Rules of one height that touch are one. */
function merged(rules: readonly Rule[]): Rule[] {
  const heights: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = heights.at(-1);
    if (last && rule.at - (last[0]?.at ?? 0) <= CLOSE) last.push(rule);
    else heights.push([rule]);
  }
  return heights.flatMap((same) => {
    const result: { at: number; from: number; to: number }[] = [];
    for (const rule of same.sort((a, b) => a.from - b.from)) {
      const last = result.at(-1);
      if (last && rule.from <= last.to + CLOSE) last.to = Math.max(last.to, rule.to);
      else result.push({ ...rule, at: same[0]?.at ?? rule.at });
    }
    return result;
  });
}

interface Group {
  readonly across: Rule[];
  readonly down: Rule[];
}

/** Rules that meet belong to one grid. */
function connected(across: readonly Rule[], down: readonly Rule[]): Group[] {
  const parents = [...across, ...down].map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  down.forEach((v, j) => {
    // Both lists ascend by place, so that only the rules that the upright passes are looked at.
    for (let i = firstFrom(across, v.from - CLOSE); i < across.length; i++) {
      const h = across[i] as Rule;
      if (h.at > v.to + CLOSE) break;
      if (v.at >= h.from - CLOSE && v.at <= h.to + CLOSE) parents[root(across.length + j)] = root(i);
    }
  });
  const groups = new Map<number, Group>();
  const groupOf = (i: number): Group => {
    const group = groups.get(root(i)) ?? { across: [], down: [] };
    groups.set(root(i), group);
    return group;
  };
  across.forEach((rule, i) => void groupOf(i).across.push(rule));
  down.forEach((rule, j) => void groupOf(across.length + j).down.push(rule));
  return [...groups.values()];
}

function firstFrom(rules: readonly Rule[], at: number): number {
  let [low, high] = [0, rules.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rules[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toGrid({ across, down }: Group): RuledGrid | undefined {
  if (across.length < 2 || down.length === 0) return undefined;
  const left = Math.min(...across.map(({ from }) => from));
  const right = Math.max(...across.map(({ to }) => to));
  const top = Math.min(...down.map(({ from }) => from), ...across.map(({ at }) => at));
  const bottom = Math.max(...down.map(({ to }) => to), ...across.map(({ at }) => at));
  // A table may be open at its sides, or at an end that goes on over the page.
  const xs = edges([left, right, ...down.map(({ at }) => at)]);
  const ys = edges([top, bottom, ...across.map(({ at }) => at)]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 1 || columns > MOST_COLUMNS || rows > MOST_ROWS) return undefined;
  return { xs, ys, cells: cellsOf(xs, ys, across, down) };
}

/** Places that are close are one. */
function edges(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (result.length === 0 || place - (result.at(-1) ?? 0) > CLOSE) result.push(place);
  }
  return result;
}

/** Boxes between which no rule stands are one cell. */
function cellsOf(xs: readonly number[], ys: readonly number[], across: Rule[], down: Rule[]): RuledCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Uint8Array(columns * rows);
  const cells: RuledCell[] = [];
  const open = openBetween(xs, ys, across, down);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && open.right(row, column + columnSpan - 1)) columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && open.below(row + rowSpan - 1, column)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) taken[r * columns + c] = 1;
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

interface Openings {
  readonly right: (row: number, column: number) => boolean;
  readonly below: (row: number, column: number) => boolean;
}

function openBetween(xs: readonly number[], ys: readonly number[], across: Rule[], down: Rule[]): Openings {
  const walls = wallsOf(xs, ys, down);
  const floors = wallsOf(ys, xs, across);
  return {
    right: (row, column) => !walls[(column + 1) * ys.length + row],
    below: (row, column) => !floors[(row + 1) * xs.length + column],
  };
}

/** For every edge and every stretch between the edges of the other direction whether a rule stands there. */
function wallsOf(places: readonly number[], others: readonly number[], rules: readonly Rule[]): Uint8Array {
  const walls = new Uint8Array(places.length * others.length);
  for (const { at, from, to } of rules) {
    const edge = places.findLastIndex((place) => place <= at + 0.01);
    if (edge < 0) continue;
    for (let k = 0; k + 1 < others.length; k++) {
      const middle = ((others[k] ?? 0) + (others[k + 1] ?? 0)) / 2;
      if (middle > from && middle < to) walls[edge * others.length + k] = 1;
    }
  }
  return walls;
}
