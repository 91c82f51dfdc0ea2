import { cellKind, isColumnName } from '../lexicon/cells.js';
import { type Drawing, type DrawnCell, type DrawnLine, isBlank, LONGEST_LINE, type Piece } from './drawn-lines.js';
import type { Nothing } from './drawn-ruled.js';
import { isKnownName } from './drawn-words.js';

const PIPE = /[|｜│┃¦]/;
const PIPES = /[|｜│┃¦]/g;
const BARE = /^\s*[|｜│┃¦]\s*$/;
const CLOSED = /[|｜│┃¦]\s*$/;
const OPENED = /^\s*[|｜│┃¦]/;
/** Strokes beside pipes draw a box or a line of Markdown. */
const STROKES = /[─━═┄┅\u250c-\u254b\u2552-\u2570]|[-=:]{3}\s*(?:[|｜+]|$)/;
const SENTENCE = /[。；！？!?]/;
/** Columns. */
const WIDEST = 20;
/** Characters of the name of a column. */
const LONGEST_NAME = 40;
/** Characters of the name that a table is told by. */
const LONGEST_TITLE = 40;
/** Lines of a cell that its pipe closes. */
const TALLEST = 4;
/** Cells that only a table has. */
const MANY = 8;
/** Numbers in a column of words, or the other way round, in tenths. */
const STRANGE = 1;

/** What a pipe closes. */
interface PipedCell {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** Lines in which pipes close cells, from one up to another that is behind them (indexes). */
interface Region {
  readonly first: number;
  readonly next: number;
  readonly cells: readonly PipedCell[];
}

/**
 * The table whose cells pipes close one by one, as a page leaves it whose rows were broken: a pipe at the end of each cell,
 * a pipe in a line of its own, or rows over several lines. How many columns it has is told by its head and by what its columns
 * hold; where several numbers would do, none is taken.
 */
export function pipedTable(lines: readonly DrawnLine[], at: number): Drawing | Nothing | undefined {
  if (!opensAt(lines, at)) return undefined;
  const whole = regionAt(lines, at, TALLEST);
  if (whole.cells.length < 4 || hasStrokes(lines, whole) || isEven(lines, whole)) return { nothing: whole.next };
  const short = regionAt(lines, at, 0);
  const readings = [whole, short, ...(BARE.test(lines[at + 1]?.text ?? '') ? [regionAt(lines, at + 1, TALLEST)] : [])];
  for (const region of readings) {
    const cells = tableIn(region.cells);
    if (cells) return { first: region.first, next: region.next, cells };
  }
  const rows = brokenRows(lines, whole);
  if (rows) return { first: at, next: rows.next, cells: rows.cells };
  const closed = whole.cells.length >= MANY && whole.cells.length * 2 >= whole.next - whole.first;
  if (!closed || !CLOSED.test(lines[whole.next - 1]?.text ?? '')) return { nothing: whole.next };
  return { doubtful: titleOf(whole.cells), next: whole.next };
}

function titleOf(cells: readonly PipedCell[]): string {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  return texts.slice(0, 4).join(' ').slice(0, LONGEST_TITLE);
}

function isPiped(line: DrawnLine | undefined): boolean {
  return line !== undefined && line.text.length <= LONGEST_LINE && PIPE.test(line.text);
}

/** Whether a cell may begin in a line: a pipe closes it there or, alone, in the next line. */
function opensAt(lines: readonly DrawnLine[], at: number): boolean {
  const line = lines[at];
  if (!line || isBlank(line) || line.text.length > LONGEST_LINE) return false;
  return isPiped(line) || BARE.test(lines[behindBlank(lines, at + 1)]?.text ?? '');
}

function behindBlank(lines: readonly DrawnLine[], at: number): number {
  return isBlank(lines[at]) ? at + 1 : at;
}

/** The cells from a line on; a cell has so many lines without a pipe at most. */
function regionAt(lines: readonly DrawnLine[], at: number, tallest: number): Region {
  const cells: PipedCell[] = [];
  let open: Piece[] = [];
  let text = '';
  let next = at;
  let waiting = 0;
  let blanks = 0;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i] as DrawnLine;
    if (isBlank(line)) {
      if (++blanks > 1) break;
      continue;
    }
    blanks = 0;
    const piped = isPiped(line);
    if (line.text.length > LONGEST_LINE || (!piped && i > at && ++waiting > Math.max(1, tallest))) break;
    if (!piped && i > at && tallest === 0 && !BARE.test(lines[behindBlank(lines, i + 1)]?.text ?? '')) break;
    if (piped) [waiting, next] = [0, i + 1];
    for (const part of partsOf(line)) {
      if (part.end > part.start) {
        open.push({ start: part.start, end: part.end });
        text += line.text.slice(part.start - line.start, part.end - line.start);
      }
      if (!part.closed) continue;
      cells.push({ pieces: open, text });
      open = [];
      text = '';
    }
  }
  return { first: at, next, cells };
}

/** What stands between the pipes of a line, without the blanks around it; the last is closed in a later line, if at all. */
function partsOf({ text, start }: DrawnLine): (Piece & { readonly closed: boolean })[] {
  const parts: (Piece & { closed: boolean })[] = [];
  let from = 0;
  for (const { index } of [...text.matchAll(PIPES), { index: text.length }]) {
    const part = text.slice(from, index);
    const lead = part.trim() === '' ? 0 : part.length - part.trimStart().length;
    const at = start + from + lead;
    parts.push({ start: at, end: at + part.trim().length, closed: index < text.length });
    from = index + 1;
  }
  return parts;
}

function hasStrokes(lines: readonly DrawnLine[], { first, next }: Region): boolean {
  for (let i = first; i < next; i++) if (isPiped(lines[i]) && STROKES.test(lines[i]?.text ?? '')) return true;
  return false;
}

/** Rows of a line each, with as many pipes in every line, are read as they are drawn. */
function isEven(lines: readonly DrawnLine[], { first, next }: Region): boolean {
  let count = -1;
  for (let i = first; i < next; i++) {
    const text = lines[i]?.text ?? '';
    if (isBlank(lines[i])) continue;
    const own = text.match(PIPES)?.length ?? 0;
    if (count >= 0 && own !== count) return false;
    count = own;
  }
  return count > 1;
}

/** The cells of a table in its rows and columns, where one number of columns fits and no other. */
function tableIn(cells: readonly PipedCell[]): DrawnCell[] | undefined {
  const texts = cells.map(({ text }) => text);
  const fitting: number[] = [];
  for (let width = 2; width <= WIDEST && width * 2 <= cells.length; width++)
    if (cells.length % width === 0 && isTable(texts, width)) fitting.push(width);
  const [width] = fitting;
  if (width === undefined || fitting.length > 1) return undefined;
  // Pipes at both ends of a row make an empty column.
  const empty = texts.every((text, i) => i % width > 0 || text === '') ? 1 : 0;
  return cells.flatMap(({ pieces }, i): DrawnCell[] => {
    const [row, column] = [Math.floor(i / width), (i % width) - empty];
    return column < 0 ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, head: row === 0, pieces }];
  });
}

/** Whether texts are a table of so many columns: names above columns of numbers or of words. */
function isTable(texts: readonly string[], width: number): boolean {
  const outer = texts.every((text, i) => i % width > 0 || text === '');
  const head = texts.slice(outer ? 1 : 0, width);
  if (head.length < 2 || !head.every(isName) || new Set(head.map(bare)).size < head.length) return false;
  const rows: string[][] = [];
  for (let i = width; i < texts.length; i += width) rows.push(texts.slice(i + (outer ? 1 : 0), i + width));
  if (rows.some((row) => row.every((text) => text === '') || row.filter(isHeadWord).length > 1)) return false;
  const kinds = head.map((_, c) => kindOf(rows.map((row) => row[c] ?? '')));
  if (kinds.includes('mixed') || kinds.every((kind) => kind !== 'words')) return false;
  const known = head.filter((name) => isKnownName(name) || isColumnName(name)).length;
  if (kinds.includes('numbers')) return rows.length > 1 && (known > 0 || rows.length > 2);
  // Words alone: the head's own tell where it ends.
  const strange = rows.flat().some((text) => isHeadWord(text));
  const ends = /^(?:备注|说明)$/.test(bare(head.at(-1) ?? '')) || /^(?:序号|编号)$/.test(bare(head[0] ?? ''));
  return !strange && (known * 2 >= head.length || (known > 0 && ends));
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

function isName(text: string): boolean {
  const name = bare(text);
  if (name === '' || name.length > LONGEST_NAME || SENTENCE.test(name)) return false;
  return cellKind(name) === 'word' ? !/^\d{1,2}[.、．]/.test(name) : isColumnName(name);
}

/** A name that stands in heads alone. */
function isHeadWord(text: string): boolean {
  return (
    isKnownName(text) && !/^(?:19|20)\d{2}|^(?:项目|工程|任务|目标|指标|企业|园区|规划|现状|投资)$/.test(bare(text))
  );
}

/** What a column holds; signs for nothing, and an 一 that was a dash, are neither. */
function kindOf(texts: readonly string[]): 'numbers' | 'words' | 'mixed' {
  const told = texts.filter((text) => text !== '' && bare(text) !== '一' && cellKind(bare(text)) !== 'dash');
  const numbers = told.filter((text) => cellKind(bare(text)) === 'number').length;
  if (numbers === 0) return 'words';
  const words = told.length - numbers;
  if (words * 10 <= told.length * STRANGE) return 'numbers';
  return numbers * 10 <= told.length * STRANGE ? 'words' : 'mixed';
}

/** Rows with pipes between their cells alone, some of them broken: each has as many pipes as the head, which is one line. */
function brokenRows(lines: readonly DrawnLine[], region: Region): { cells: DrawnCell[]; next: number } | undefined {
  const head = partsOf(lines[region.first] as DrawnLine);
  const width = head.length;
  const first = lines[region.first]?.text ?? '';
  if (width < 3 || OPENED.test(first) || CLOSED.test(first)) return undefined;
  const rows: Piece[][][] = [];
  let open: Piece[][] = [];
  let next = region.first;
  for (let i = region.first; i < lines.length && i <= region.next; i++) {
    if (isBlank(lines[i])) continue;
    const line = lines[i] as DrawnLine;
    const full = open.length === width && (open.at(-1)?.length ?? 0) > 0;
    if (full) {
      rows.push(open);
      open = [];
    }
    if (i === region.next && (open.length < width || isPiped(line) || SENTENCE.test(line.text))) break;
    // A line without a pipe behind a whole row is the rest of its last cell, or none of the table.
    if (!isPiped(line) && open.length === 0) {
      if (i < region.next) return undefined;
      break;
    }
    partsOf(line).forEach((part, p) => {
      if (p > 0 || open.length === 0) open.push([]);
      if (part.end > part.start) open.at(-1)?.push({ start: part.start, end: part.end });
    });
    if (open.length > width) return undefined;
    next = i + 1;
  }
  if (open.length > 0) {
    if (open.length < width) return undefined;
    rows.push(open);
  }
  const text = (pieces: readonly Piece[]): string => pieces.map((piece) => slice(lines, region.first, piece)).join('');
  if (rows.length < 3 || !isTable(rows.flat().map(text), width)) return undefined;
  return {
    next,
    cells: rows.flatMap((row, r) =>
      row.map((pieces, column) => ({ row: r, column, rowSpan: 1, columnSpan: 1, head: r === 0, pieces })),
    ),
  };
}

/** The text of a piece that stands in a line from one on. */
function slice(lines: readonly DrawnLine[], from: number, { start, end }: Piece): string {
  let low = from;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line ? line.text.slice(start - line.start, end - line.start) : '';
}
