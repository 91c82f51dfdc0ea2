import type { Line } from '../core/lines.js';
import { type CellKind, cellKind, isColumnName, isMeasure, isSpread } from '../lexicon/cells.js';
import { startsWithMarker } from '../lexicon/numbering.js';

/** Characters; a longer line is a paragraph. */
const LONGEST = 300;
/** Cells of a row. */
const MOST = 40;
/** Lines of the same make that show each other to be rows. */
const PROOF = 3;
/** Names that make a line the head of a table. */
const NAMES = 3;
/** Characters; a longer text is no name of a column. */
const LONGEST_NAME = 12;
const BLANKS = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/;
const RUNNING = /[，。；！？!?…：]|,(?!\d{3}(?!\d))|[:;]$/;

/** A line with what its blanks part. */
interface Parted {
  readonly pieces: readonly string[];
  readonly kinds: readonly CellKind[];
}

/**
 * Which lines are rows of cells that blanks part, for in them a blank is the border between two columns: numbers beside each
 * other, names of columns, and lines of the same make. Running text, in which a blank stands between a number and its unit,
 * is none.
 */
export function cellRows(lines: readonly Line[]): boolean[] {
  const parted = lines.map(({ text }) => partedLine(text));
  const rows = parted.map((line) => line !== undefined && (isRow(line) || isHead(line)));
  markAlike(parted, rows);
  markBelowHeads(parted, rows);
  for (let i = 1; i < rows.length; i++) rows[i] ||= rows[i - 1] === true && goesBehind(parted[i - 1], parted[i]);
  for (let i = rows.length - 2; i >= 0; i--) {
    const below = rows[i + 1] === true ? parted[i + 1] : undefined;
    rows[i] ||= goesBehind(below, parted[i]) || goesBefore(below, parted[i]) || goesOnIn(below, parted[i]);
  }
  return rows;
}

/** Whether a line is a row of cells by itself, whatever stands around it. */
export function isCellRow(text: string): boolean {
  const line = partedLine(text);
  return line !== undefined && (isRow(line) || isHead(line));
}

function partedLine(line: string): Parted | undefined {
  if (line.length > LONGEST * 4) return undefined;
  const text = line.trim();
  if (text.length > LONGEST || !BLANKS.test(text) || RUNNING.test(text)) return undefined;
  const pieces = text.split(BLANKS);
  if (pieces.length > MOST || isSpread(pieces)) return undefined;
  if (pieces.some((piece, i) => isMeasure(pieces[i - 1] ?? '', piece))) return undefined;
  return { pieces, kinds: pieces.map(cellKind) };
}

/** Two numbers side by side, or a number and its property. 2021 — 2025 alone is a span, - 3 - the number of a page. */
function isRow({ kinds }: Parted): boolean {
  const values = kinds.filter(isValue).length;
  return kinds.some((kind, i) => {
    const next = kinds[i + 1];
    if (kind === 'number')
      return next === 'number' || next === 'property' || (next === 'dash' && isLastDash(kinds, i + 1));
    if (kind !== 'dash' || i === 0) return false;
    return next === 'property' || next === 'dash' || (next === 'number' && (values > 2 || !isValue(kinds[i - 1])));
  });
}

/** 88.5 — at the end of a row, or with more values before it. */
function isLastDash(kinds: readonly CellKind[], at: number): boolean {
  const next = kinds[at + 1];
  return (
    at > 1 && (next === undefined ? kinds[at - 2] !== 'dash' : next === 'word' && kinds.filter(isValue).length > 2)
  );
}

function isValue(kind: CellKind | undefined): boolean {
  return kind === 'number' || kind === 'dash';
}

function isHead({ pieces }: Parted): boolean {
  return pieces.length >= NAMES && pieces.every(isColumnName);
}

/** Lines below each other with numbers at the same places, that begin with words of their own and count no pages. */
function markAlike(parted: readonly (Parted | undefined)[], rows: boolean[]): void {
  for (let from = 0; from < parted.length; ) {
    const make = makeOf(parted[from]);
    let to = from + 1;
    while (make !== undefined && to < parted.length && makeOf(parted[to]) === make) to++;
    const run = parted.slice(from, to).flatMap((line) => (line ? [line.pieces] : []));
    const own = new Set(run.map(([first]) => first?.replace(/\d+/g, ''))).size;
    if (make?.includes('number', 1) && run.length >= PROOF && own > 1 && !isContents(run)) rows.fill(true, from, to);
    from = to;
  }
}

function makeOf(line: Parted | undefined): string | undefined {
  return line && line.pieces.length > 1
    ? line.kinds.map((kind) => (kind === 'dash' ? 'number' : kind)).join(' ')
    : undefined;
}

function isContents(run: readonly (readonly string[])[]): boolean {
  const pages = run.map((pieces) => Number(pieces.at(-1)));
  const rising = pages.every((page, i) => Number.isInteger(page) && page >= (pages[i - 1] ?? 0));
  return rising && run.some((pieces) => startsWithMarker(pieces.join('')));
}

/** Lines below a head with as many cells as it has names. */
function markBelowHeads(parted: readonly (Parted | undefined)[], rows: boolean[]): void {
  let width = 0;
  parted.forEach((line, i) => {
    if (line && isHead(line)) width = line.pieces.length;
    else if (line?.pieces.length !== width) width = rows[i] ? width : 0;
    else rows[i] = true;
  });
}

/** A line of as many cells as the row above it, with a value where that has one. */
function goesBehind(row: Parted | undefined, line: Parted | undefined): boolean {
  if (!row || !line || line.pieces.length < NAMES || line.pieces.length !== row.pieces.length) return false;
  return line.kinds.some((kind, i) => isValue(kind) && isValue(row.kinds[i]));
}

/** A line of as many short words as the row below it has cells: its head. */
function goesBefore(row: Parted | undefined, line: Parted | undefined): boolean {
  if (!row || !line || line.pieces.length < NAMES || line.pieces.length !== row.pieces.length) return false;
  return line.pieces.every((piece) => piece.length <= LONGEST_NAME) && !startsWithMarker(line.pieces.join(''));
}

/** Number and label of a row whose values stand in the next line. */
function goesOnIn(row: Parted | undefined, line: Parted | undefined): boolean {
  const [index, label, ...rest] = line?.pieces ?? [];
  return isValue(row?.kinds[0]) && label !== undefined && rest.length === 0 && /^\d{1,3}$/.test(index ?? '');
}
