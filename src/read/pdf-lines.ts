import type { Run } from './pdf-runs.js';

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Whether blanks part it as columns of a table are parted. */
  readonly parted: boolean;
}

/** Of its size; runs whose baselines are no further apart stand in one line. */
const SAME_LINE = 0.35;
/** Of the size of its line; smaller letters may stand above or below it. */
const SMALL = 0.75;
/** Ems; what is closer is set as one word. */
const WORD_GAP = 0.25;
/** Ems; what is further apart stands in columns. */
const COLUMN_GAP = 1.8;
/** Ems between the characters of a title that is set wide, at most. */
const WIDEST = 2.6;

const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]/;
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i] ?? digit]),
);

/** The lines of a part of a page from top to bottom. `left`: where its text begins, for the indents of tables. */
export function linesFrom(runs: readonly Run[], left: number): PageLine[] {
  return rowsOf(runs).map((row) => lineOf(row, left));
}

interface Row {
  y: number;
  size: number;
  readonly runs: Run[];
}

/** Runs that stand in one line, from left to right; the lines from top to bottom. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.slice(-3).find(({ y, size }) => Math.abs(run.y - y) <= SAME_LINE * Math.min(run.size, size));
    if (!row) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      if (run.size > row.size * 1.05) Object.assign(row, { y: run.y, size: run.size });
    }
  }
  const kept = rows.filter((row, i) => {
    const around = [...rows.slice(Math.max(0, i - 3), i), ...rows.slice(i + 1, i + 4)];
    const owner = around.find((other) => isRaisedIn(row, other));
    owner?.runs.push(...row.runs);
    return !owner;
  });
  kept.sort((a, b) => a.y - b.y);
  return kept.map((row) => row.runs.sort((a, b) => a.x - b.x || b.right - a.right));
}

/** Whether small letters are raised or lowered in a line: each touches a word of it and lies over none. */
function isRaisedIn(row: Row, line: Row): boolean {
  if (row.size >= line.size * SMALL) return false;
  const raised = line.y - row.y;
  if (raised > line.size * 0.75 || raised < -line.size * 0.3) return false;
  return row.runs.every(({ x, right, size }) => {
    const free = line.runs.every((other) => Math.min(other.right, right) - Math.max(other.x, x) < size * 0.3);
    const apart = Math.min(...line.runs.map((other) => Math.min(Math.abs(other.right - x), Math.abs(right - other.x))));
    return free && apart < size * 0.6;
  });
}

function lineOf(row: readonly Run[], left: number): PageLine {
  const size = mainSize(row);
  const base = row.find((run) => run.size === size) ?? (row[0] as Run);
  const pieces = closedUp(row.map((run) => ({ ...run, text: inWords(raised(run, base)) })));
  const parted = pieces.some((piece, i) => gapBefore(pieces, i) > COLUMN_GAP * piece.size);
  const right = Math.max(...row.map((run) => run.right));
  const text = parted ? inColumns(pieces, left) : inProse(pieces);
  return { text, x: row[0]?.x ?? 0, right, y: base.y, size, parted };
}

/** The size that most characters of a line have. */
function mainSize(row: readonly Run[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of row) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  let best = row[0]?.size ?? 0;
  for (const [size, count] of sizes) if (count > (sizes.get(best) ?? 0)) best = size;
  return best;
}

/** Raised digits as Unicode writes them: 80¹ is not 801, and km² is not km2. */
function raised(run: Run, base: Run): string {
  const isRaised = run.size < base.size * SMALL && base.y - run.y > base.size * 0.2;
  if (!isRaised || !/^\d{1,3}$/.test(run.text)) return run.text;
  return [...run.text].map((digit) => RAISED[digit] ?? digit).join('');
}

/** Without the blanks that pdf.js sees between characters that are set wide: 税 务 总 局. */
function inWords(text: string): string {
  if (!text.includes(' ')) return text;
  let wide = 0;
  let close = 0;
  for (let i = 1; i < text.length; i++) {
    if (text[i] === ' ' && HAN.test(text[i - 1] ?? '') && HAN.test(text[i + 1] ?? '')) wide++;
    else if (HAN.test(text[i - 1] ?? '') && HAN.test(text[i] ?? '')) close++;
  }
  if (wide < 2 || wide < close) return text;
  return text.replace(/(?<=[\u2e80-\u9fff\uf900-\ufaff]) (?=[\u2e80-\u9fff\uf900-\ufaff])/g, '');
}

function gapBefore(pieces: readonly Run[], i: number): number {
  const before = pieces[i - 1];
  const piece = pieces[i];
  return before && piece ? piece.x - before.right : 0;
}

/** Characters that stand apart by one and the same gap are a title set wide: 规 划 纲 要. */
function closedUp(pieces: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (let i = 0; i < pieces.length; ) {
    const end = wideEnd(pieces, i);
    const first = pieces[i] as Run;
    const last = pieces[end - 1] as Run;
    if (end - i >= 3) {
      const text = pieces.slice(i, end).reduce((joined, piece) => joined + piece.text, '');
      result.push({ ...first, text, right: last.right });
      i = end;
    } else {
      result.push(first);
      i++;
    }
  }
  return result;
}

/** Index behind the last of the single characters that begin at `from` and stand apart evenly. */
function wideEnd(pieces: readonly Run[], from: number): number {
  const isSingle = (piece: Run | undefined): boolean => piece !== undefined && /^[\u2e80-\u9fff]$/.test(piece.text);
  if (!isSingle(pieces[from]) || !isSingle(pieces[from + 1])) return from + 1;
  const gap = gapBefore(pieces, from + 1);
  const size = pieces[from]?.size ?? 0;
  if (gap < 0 || gap > WIDEST * size) return from + 1;
  let end = from + 2;
  while (isSingle(pieces[end]) && Math.abs(gapBefore(pieces, end) - gap) <= Math.max(size * 0.15, gap * 0.25)) end++;
  return end;
}

function inProse(pieces: readonly Run[]): string {
  let text = '';
  pieces.forEach((piece, i) => {
    text += blankBetween(text, piece, gapBefore(pieces, i)) + piece.text;
  });
  return text;
}

function blankBetween(before: string, { text, size }: Run, gap: number): string {
  if (before === '') return '';
  if (gap > 0.6 * size) return ' ';
  const words = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(text);
  return words && gap > WORD_GAP * 0.6 * size ? ' ' : '';
}

/** A line of a table without rules: every piece stands where it is drawn, in columns half an em wide. */
function inColumns(pieces: readonly Run[], left: number): string {
  let text = '';
  let column = 0;
  pieces.forEach((piece, i) => {
    const gap = gapBefore(pieces, i);
    if (i > 0 && gap <= COLUMN_GAP * piece.size) {
      const blank = blankBetween(text, piece, gap);
      text += blank + piece.text;
      column += blank.length + widthOf(piece.text);
      return;
    }
    const place = Math.round((piece.x - left) / (piece.size / 2));
    const blanks = Math.min(200, Math.max(i === 0 ? 0 : 3, place - column));
    text += ' '.repeat(blanks) + piece.text;
    column += blanks + widthOf(piece.text);
  });
  return text;
}

/** Half ems: Chinese characters and marks take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0x2e7f || text[i] === '—' ? 2 : 1;
  return width;
}
