import { rowsOf } from './pdf-lines.js';
import type { Run } from './pdf-runs.js';

/** A part of a page whose lines follow each other. */
export interface Region {
  readonly runs: readonly Run[];
  /** Which part of the width it is set in; lines of one column have their margins in common. */
  readonly column: 'whole' | 'left' | 'right';
}

/** Rows with text on both sides, from which on a page may be set in two columns. */
const FEWEST = 6;
/** Ems that part columns, at least. */
const GUTTER = 0.9;
/** Ems; a narrower column is one of a table. */
const NARROWEST = 9;
/** Of the width of its column; the lines of a text are mostly full. */
const FILLED = 0.65;

/** The empty strip between two columns of text: where it lies, or undefined for a page in one. */
export function gutterOf(runs: readonly Run[]): number | undefined {
  const rows = rowsOf(runs).map(segmentsOf);
  const x = commonGap(rows);
  if (x === undefined) return undefined;
  const sides = rows.filter((row) => !row.some((segment) => crosses(segment, x)));
  const left = sides.map((row) => row.filter((segment) => segment.right <= x)).filter((row) => row.length > 0);
  const right = sides.map((row) => row.filter((segment) => segment.x >= x)).filter((row) => row.length > 0);
  return isColumn(left) && isColumn(right) ? x : undefined;
}

/** Parts of a page in the order in which they are read: what stands across both columns parts them. */
export function regionsOf(runs: readonly Run[], gutter: number | undefined): Region[] {
  if (gutter === undefined) return runs.length > 0 ? [{ runs, column: 'whole' }] : [];
  const regions: Region[] = [];
  let left: Run[] = [];
  let right: Run[] = [];
  let whole: Run[] = [];
  const flush = (): void => {
    if (whole.length > 0) regions.push({ runs: whole, column: 'whole' });
    if (left.length > 0) regions.push({ runs: left, column: 'left' });
    if (right.length > 0) regions.push({ runs: right, column: 'right' });
    [whole, left, right] = [[], [], []];
  };
  for (const row of rowsOf(runs)) {
    const isWhole = segmentsOf(row).some((segment) => crosses(segment, gutter));
    if (isWhole !== whole.length > 0) flush();
    for (const run of row) {
      if (isWhole) whole.push(run);
      else if (run.right <= gutter) left.push(run);
      else right.push(run);
    }
  }
  flush();
  return regions;
}

interface Segment {
  readonly x: number;
  readonly right: number;
  readonly size: number;
}

/** What stands together in a row. */
function segmentsOf(row: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  for (const { x, right, size } of row) {
    const last = segments.at(-1);
    if (last && x - last.right < size * GUTTER) {
      segments[segments.length - 1] = { ...last, right: Math.max(last.right, right) };
    } else segments.push({ x, right, size });
  }
  return segments;
}

function crosses({ x, right }: Segment, gutter: number): boolean {
  return x < gutter && right > gutter;
}

/** The place in the middle of the page that lies in the gaps of most rows. */
function commonGap(rows: readonly Segment[][]): number | undefined {
  const all = rows.flat();
  const first = all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const last = all.reduce((most, { right }) => Math.max(most, right), 0);
  const [from, to] = [first + (last - first) * 0.3, first + (last - first) * 0.7];
  const gaps = rows.flatMap((row) =>
    row.flatMap((segment, i) => {
      const next = row[i + 1];
      return next && next.x > from && segment.right < to ? [{ from: segment.right, to: next.x }] : [];
    }),
  );
  const ends = gaps
    .flatMap((gap) => [
      { at: gap.from, step: 1 },
      { at: gap.to, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  let open = 0;
  let best = { open: 0, at: 0 };
  ends.forEach(({ at, step }, i) => {
    open += step;
    if (open > best.open) best = { open, at: (at + (ends[i + 1]?.at ?? at)) / 2 };
  });
  return best.open >= FEWEST ? best.at : undefined;
}

/** Whether one side of the gutter is text: wide enough, one piece a row, most rows full. */
function isColumn(rows: readonly Segment[][]): boolean {
  if (rows.length < FEWEST) return false;
  const extents = rows.map((row) => ({ x: row[0]?.x ?? 0, right: row.at(-1)?.right ?? 0, size: row[0]?.size ?? 1 }));
  const left = Math.min(...extents.map(({ x }) => x));
  const right = Math.max(...extents.map((extent) => extent.right));
  const size = median(extents.map((extent) => extent.size));
  const filled = median(extents.map((extent) => extent.right - extent.x));
  const whole = rows.filter((row) => row.length === 1).length;
  return right - left >= NARROWEST * size && filled >= FILLED * (right - left) && whole >= rows.length * 0.8;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
