import { cellKind, isColumnName, isWordedValue } from '../lexicon/cells.js';
import { type Drawing, type DrawnCell, type DrawnLine, isBlank, LONGEST_LINE, type Piece } from './drawn-lines.js';
import type { Nothing } from './drawn-ruled.js';
import { isKnownName, isQuantity, isYear } from './drawn-words.js';

const PIPE = /[|｜│┃¦]/;
const PIPES = /[|｜│┃¦]/g;
const BARE = /^\s*[|｜│┃¦]\s*$/;
const CLOSED = /[|｜│┃¦]\s*$/;
const OPENED = /^\s*[|｜│┃¦]/;
/** Strokes beside pipes draw a box or a line of Markdown. */
const STROKES = /[─━═┄┅\u250c-\u254b\u2552-\u2570]|[-=:]{3}\s*(?:[|｜+]|$)/;
const COUNTED = /^(?:序号|编号)$/;
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
  const rows = brokenRows(lines, whole);
  if (rows) return { first: at, next: rows.next, cells: rows.cells };
  for (const region of readings(lines, at, whole)) {
    const cells = isClosed(lines, region) ? tableIn(region.cells) : undefined;
    if (cells) return { first: region.first, next: region.next, cells };
  }
  const title = doubtIn(lines, whole);
  return title === undefined ? { nothing: whole.next } : { doubtful: title, next: whole.next };
}

/** Where a table may begin and end: its cells may go over lines or not, and the line above the first pipe may be no cell. */
function readings(lines: readonly DrawnLine[], at: number, whole: Region): Region[] {
  const below = behindBlank(lines, at + 1);
  const inner = BARE.test(lines[below]?.text ?? '') && !isPiped(lines[at]) ? [regionAt(lines, below, TALLEST)] : [];
  return [whole, regionAt(lines, at, 0), ...inner];
}

/** Whether a pipe closes every cell before the next one begins. */
function isClosed(lines: readonly DrawnLine[], { first, next }: Region): boolean {
  let open = false;
  for (let i = first; i < next; i++) {
    const text = lines[i]?.text ?? '';
    if (!isPiped(lines[i])) continue;
    if (open && !OPENED.test(text)) return false;
    open = !CLOSED.test(text);
  }
  return true;
}

/** What a table is called that the lines hold for certain; undefined where they may be none. */
function doubtIn(lines: readonly DrawnLine[], { cells, first, next }: Region): string | undefined {
  const closed = CLOSED.test(lines[next - 1]?.text ?? '') && cells.length * 2 >= next - first;
  const names = partsOf(lines[first] as DrawnLine).map(({ start, end }) => slice(lines, first, { start, end }));
  const headed = names.length > 1 && names.every((name) => isNamed(name));
  return cells.length >= MANY && (closed || headed) ? titleOf(cells) : undefined;
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
  const shapes = new Set<string>();
  for (let i = first; i < next && shapes.size < 2; i++) {
    const text = lines[i]?.text ?? '';
    // A row whose last cell is in the next line ends like no other.
    if (!isBlank(lines[i])) shapes.add(`${text.match(PIPES)?.length ?? 0} ${OPENED.test(text) || CLOSED.test(text)}`);
  }
  return shapes.size === 1 && !shapes.has('1 true') && !shapes.has('1 false');
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
  const counted = COUNTED.test(bare(head[0] ?? ''));
  if (counted && rows.some(([number]) => !/^\d{0,3}$/.test(bare(number ?? '')))) return false;
  const kinds = head.map((_, c) => kindOf(rows.map((row) => row[c] ?? '')));
  if (kinds.includes('mixed') || kinds.every((kind) => kind !== 'words')) return false;
  const known = head.filter((name) => isNamed(name) || isQuantity(name)).length;
  if (kinds.includes('numbers')) return rows.length > 1 && (known > 0 || rows.length > 2);
  // Words alone: the head's own tell where it ends.
  const strange = rows.flat().some((text) => isHeadWord(text));
  const ends = /^(?:备注|说明)$/.test(bare(head.at(-1) ?? ''));
  return !strange && (known * 2 >= head.length || (known > 0 && (ends || counted)));
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

function isName(text: string): boolean {
  const name = bare(text);
  if (name === '' || name.length > LONGEST_NAME || SENTENCE.test(name)) return false;
  return cellKind(name) === 'word' ? !/^\d{1,2}[.、．]/.test(name) : isColumnName(name) || isYear(name);
}

/** A name that plans use; four digits may be how much. */
function isNamed(text: string): boolean {
  return isColumnName(text) || (cellKind(text) === 'word' && isKnownName(text));
}

/** A name that stands in heads alone. */
function isHeadWord(text: string): boolean {
  return isNamed(text) && !/^(?:19|20)\d{2}|^(?:项目|工程|任务|目标|指标|企业|园区|规划|现状|投资)$/.test(bare(text));
}

/** What a column holds; signs for nothing, an 一 that was a dash, and words that stand for numbers tell nothing. */
function kindOf(texts: readonly string[]): 'numbers' | 'words' | 'mixed' {
  const told = texts
    .map(bare)
    .filter((text) => text !== '' && text !== '一' && cellKind(text) !== 'dash' && !isWordedValue(text));
  const numbers = told.filter((text) => cellKind(text) === 'number').length;
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
  if (width < 2 || OPENED.test(first) || CLOSED.test(first)) return undefined;
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
