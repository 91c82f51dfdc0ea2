import type { DrawnCell, Piece } from './drawn-lines.js';
import type { Segment, Strokes } from './drawn-strokes.js';
import { isNumber } from './drawn-words.js';

/** Columns; a drawing with more is none of a table. */
const WIDEST = 60;
/** Columns of a screen by which uprights may stand beside each other: marks whose width fonts differ about. */
const SLACK = 2;

interface Span extends Segment {
  readonly column: number;
  readonly columnSpan: number;
}

/** A line with its segments in the columns of the table. */
interface Row {
  readonly strokes: Strokes;
  readonly spans: readonly Span[];
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  readonly pieces: Piece[];
  /** Where the text of its last line ends on a screen, and its column does. */
  filled: boolean;
}

/**
 * The cells that strokes part. Between two rules a cell may run over several lines; where a rule does not go through a
 * column, its cell reaches further down; where an upright is missing, it reaches over several columns.
 */
export function ruledCells(strokes: readonly Strokes[]): DrawnCell[] | 'doubtful' | undefined {
  const width = strokes.reduce((most, { segments }) => Math.max(most, segments.length), 0);
  if (width < 2 || width > WIDEST) return undefined;
  const rows = inColumns(strokes, width);
  if (!rows) return 'doubtful';
  const bands = bandsOf(rows);
  const apart = standApart(bands.map(({ lines }) => lines));
  const heads = headBands(bands, apart);
  const cells: OpenCell[] = [];
  const open: (OpenCell | undefined)[] = Array(width).fill(undefined);
  let row = 0;
  let headRows = 0;
  for (const [b, { rule, lines }] of bands.entries()) {
    if (rule && !closeAt(rule, open)) return 'doubtful';
    for (const cell of new Set(open)) if (cell) cell.rowSpan++;
    const carried = new Set(open);
    for (const [i, line] of lines.entries()) {
      if (i > 0 && apart && b >= heads && !runsOn(line, open)) {
        row++;
        for (const [c, cell] of open.entries()) {
          if (!carried.has(cell)) open[c] = undefined;
          else if (cell && open.indexOf(cell) === c) cell.rowSpan++;
        }
      }
      if (!addLine(line, row, open, cells)) return 'doubtful';
    }
    row++;
    if (b < heads) headRows = row;
  }
  return cells
    .map(({ filled: _, ...cell }) => ({ ...cell, head: cell.row < headRows }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Every line in the columns of the lines that have all; undefined where one does not agree with them. */
function inColumns(strokes: readonly Strokes[], width: number): Row[] | undefined {
  const full = strokes.filter(({ segments }) => segments.length === width);
  const [model] = full;
  if (!model) return undefined;
  const spread = (kind: 'narrow' | 'wide'): number =>
    full.slice(0, 50).reduce((sum, line) => sum + Math.abs((line[kind].at(-1) ?? 0) - (model[kind].at(-1) ?? 0)), 0);
  const kinds = spread('narrow') < spread('wide') ? (['narrow', 'wide'] as const) : (['wide', 'narrow'] as const);
  const rows: Row[] = [];
  let near = model;
  for (const line of strokes) {
    if (line.segments.length === width) near = line;
    const bounds =
      line.segments.length === width
        ? line.segments.map((_, i) => i)
        : (boundsOf(line, near, kinds[0]) ?? boundsOf(line, model, kinds[0]) ?? boundsOf(line, near, kinds[1]));
    if (!bounds) return undefined;
    const spans = line.segments.map((segment, i): Span => {
      const column = bounds[i] as number;
      return { ...segment, column, columnSpan: (bounds[i + 1] ?? width) - column };
    });
    rows.push({ strokes: line, spans });
  }
  return rows;
}

/** The columns in which the segments of a line begin, told by where its uprights stand. */
function boundsOf(line: Strokes, model: Strokes, kind: 'narrow' | 'wide'): number[] | undefined {
  const places = line[kind];
  if (line.closed && Math.abs((places.at(-1) ?? 0) - (model[kind].at(-1) ?? 0)) > SLACK) return undefined;
  const bounds: number[] = [0];
  let from = 1;
  for (let i = 1; i < line.segments.length; i++) {
    const place = places[i] as number;
    let best = -1;
    for (let c = from; c < model.segments.length; c++) {
      const off = Math.abs((model[kind][c] as number) - place);
      if (off <= SLACK && (best < 0 || off < Math.abs((model[kind][best] as number) - place))) best = c;
    }
    if (best < 0) return undefined;
    bounds.push(best);
    from = best + 1;
  }
  return bounds;
}

interface Band {
  /** The line with the rules above; undefined above the first where there is no frame. */
  readonly rule: Row | undefined;
  readonly lines: Row[];
}

/** The lines of text between two lines with rules. */
function bandsOf(rows: readonly Row[]): Band[] {
  const bands: Band[] = [];
  let rule: Row | undefined;
  let lines: Row[] = [];
  const close = (): void => {
    if (lines.length > 0) bands.push({ rule, lines });
    lines = [];
  };
  for (const row of rows) {
    if (row.strokes.rule) {
      close();
      rule = row;
    } else lines.push(row);
  }
  close();
  return bands;
}

/** Whether the lines between two rules are rows of their own: rules stand only below the head, or several numbers between two of them. */
function standApart(bands: readonly (readonly Row[])[]): boolean {
  const body = bands.length > 1 ? bands.slice(1) : bands;
  if (body.length === 1) return true;
  const several = body.filter((lines) => lines.length > 1);
  const numbered = several.filter((lines) => {
    const counts = new Map<number, number>();
    for (const { strokes, spans } of lines) {
      for (const { column, start, end } of spans) {
        if (column > 0 && isNumber(strokes.line.text.slice(start, end)))
          counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    }
    return [...counts.values()].some((count) => count > 1);
  });
  return several.length > 0 && numbered.length * 2 >= several.length;
}

/** How many bands are the head: those above a double rule, or the one above the only rule. */
function headBands(bands: readonly Band[], apart: boolean): number {
  const double = bands.flatMap(({ rule }, b) => (b > 0 && rule?.strokes.double ? [b] : []));
  const single = bands.some(({ rule }, b) => b > 0 && rule && !rule.strokes.double);
  if (double.length === 1 && (single || bands.length === 2)) return double[0] ?? 0;
  return apart && bands.length === 2 ? 1 : 0;
}

/** Close the cells above the rules of a line; what stands between them belongs to a cell that goes on. */
function closeAt({ strokes, spans }: Row, open: (OpenCell | undefined)[]): boolean {
  for (const { column, columnSpan, rule, start, end } of spans) {
    const cell = open[column];
    if (rule) for (let c = column; c < column + columnSpan; c++) open[c] = undefined;
    else if (end > start) {
      if (!cell) return false;
      cell.pieces.push({ start: strokes.line.start + start, end: strokes.line.start + end });
    }
  }
  return true;
}

/** Add a line of text to the cells that it goes through; false where it fits none. */
function addLine({ strokes, spans }: Row, row: number, open: (OpenCell | undefined)[], cells: OpenCell[]): boolean {
  for (const { column, columnSpan, start, end } of spans) {
    const found = open[column];
    let cell = found;
    if (!found) {
      cell = { row, column, rowSpan: 1, columnSpan, pieces: [], filled: false };
      for (let c = column; c < column + columnSpan; c++) {
        if (open[c]) return false;
        open[c] = cell;
      }
      cells.push(cell);
    } else if (found.column !== column || found.columnSpan !== columnSpan) {
      if (end > start) return false;
      continue;
    }
    if (!cell || end <= start) continue;
    cell.pieces.push({ start: strokes.line.start + start, end: strokes.line.start + end });
    cell.filled = roomBehind(strokes, end) <= SLACK;
  }
  return true;
}

/** Blanks between the end of a text and the upright behind it. */
function roomBehind({ line }: Strokes, end: number): number {
  let at = end;
  while (at < line.text.length && /[ \u00a0\u3000]/.test(line.text[at] as string)) at++;
  return at - end;
}

/** Whether a line only goes on with cells of the line above that are full: no label, no number, fewer cells than there are. */
function runsOn({ strokes, spans }: Row, open: readonly (OpenCell | undefined)[]): boolean {
  const texts = spans.filter(({ start, end }) => end > start);
  if (texts.length === 0) return true;
  if (texts.length === spans.length || texts[0]?.column === 0) return false;
  return texts.every(
    ({ column, start, end }) => open[column]?.filled && !isNumber(strokes.line.text.slice(start, end)),
  );
}
