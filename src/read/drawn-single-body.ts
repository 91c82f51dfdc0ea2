import { cellKind, isColumnName, isMeasure, isSpread } from '../lexicon/cells.js';
import { HEAD_CONTINUATION, isCaption, TABLE_NOTE } from '../lexicon/tables.js';
import { type DrawnLine, type Field, isBlank } from './drawn-lines.js';
import type { SingleRow } from './drawn-single.js';
import { LONGEST, namesIn, piecesOf, type SingleHead, textOf } from './drawn-single-head.js';
import { areGroups } from './drawn-single-lone.js';
import { type Cell, isValue, isWord, parsed } from './drawn-single-rows.js';

/** A line below a head. */
interface Entry {
  readonly at: number;
  readonly pieces: readonly Field[];
}

/** A row, or a line of words alone between rows. */
export type Item = { readonly row: readonly Cell[]; readonly lines: number } | { readonly lone: Entry };

interface Body {
  readonly rows: readonly SingleRow[];
  /** Index of the first line behind the table. */
  readonly next: number;
}

/** A table that cannot be read for certain; the index of the line behind what was looked at. */
interface Doubtful {
  readonly doubtful: number;
}

/** Lines behind a table that are looked at for rows of it. */
const AHEAD = 6;
/** Lines without a number of their own in a row of a counted table. */
const TALLEST = 4;
/** Lines of words between two rows. */
const LONE = 2;
const SENTENCE = /[。；！？!?…]|，/;
const DATE = /(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/;

/** The rows below a head. */
export function singleBody(lines: readonly DrawnLine[], head: SingleHead): Body | Doubtful {
  const entries = entriesBelow(lines, head);
  const last = entries.at(-1)?.at ?? head.next - 1;
  const read = head.columns[0] === 'index' ? countedItems(entries, head) : plainItems(entries, head);
  if (!read) return { doubtful: last + 1 };
  const end = read.items.findLastIndex((item) => 'row' in item) + 1;
  const items = read.items.slice(0, end);
  const next = end === 0 ? head.next : (read.ends[end - 1] ?? head.next - 1) + 1;
  if (items.length === 0) return { rows: [], next };
  const more = rowsAhead(lines, next, head);
  if (more !== undefined) return { doubtful: more + 1 };
  if (!areGroups(items, read.items[end], head.columns)) return { doubtful: next };
  return { rows: items.map(toRow), next };
}

function toRow(item: Item): SingleRow {
  return 'row' in item ? { cells: item.row, group: false } : { cells: [item.lone.pieces], group: true };
}

/** The lines below a head up to a sentence, a note, another head, or more blank lines than stand between its rows. */
function entriesBelow(lines: readonly DrawnLine[], head: SingleHead): Entry[] {
  const entries: Entry[] = [];
  let blanks = 0;
  for (let at = head.next; at < lines.length; at++) {
    const line = lines[at] as DrawnLine;
    if (isBlank(line)) {
      if (++blanks > head.gap) break;
      continue;
    }
    blanks = 0;
    const names = namesIn(line);
    if (names && textOf(names) === textOf(head.names)) continue;
    const pieces = piecesOf(line);
    if (isEnd(line.text.trim(), pieces, head) || names?.every(({ text }) => isColumnName(text))) break;
    entries.push({ at, pieces });
  }
  return entries;
}

function isEnd(text: string, pieces: readonly Field[], head: SingleHead): boolean {
  if (text.length > LONGEST || pieces.length === 0 || pieces.length > head.columns.length * 3 + 6) return true;
  const counted = head.columns[0] === 'index' && /^\d{1,3}$/.test(pieces[0]?.text ?? '') && pieces.length > 2;
  if (TABLE_NOTE.test(text) || /^附?表\s*[\d一二三四五六七八九十]/.test(text) || /[:：]$/.test(text)) return true;
  if (DATE.test(text) || /[\u4e00-\u9fff][:：][^\d]/.test(text)) return true;
  if (pieces.length < 2 && (isCaption(text) || text.length > 60)) return true;
  return !counted && SENTENCE.test(text);
}

interface Items {
  readonly items: Item[];
  /** Index of the last line of each. */
  readonly ends: number[];
}

/** Rows that each begin with their number. Undefined where one cannot be read. */
function countedItems(entries: readonly Entry[], head: SingleHead): Items | undefined {
  const found: Items = { items: [], ends: [] };
  let open: Entry[] = [];
  let count = 0;
  const close = (): boolean => {
    if (open.length === 0) return true;
    const row = parsed(
      open.flatMap(({ pieces }) => pieces),
      head.columns,
    );
    if (!row) return false;
    found.items.push({ row, lines: open.length });
    found.ends.push(open.at(-1)?.at ?? 0);
    open = [];
    return true;
  };
  for (const entry of entries) {
    const number = Number(/^[（(]?(\d{1,3})[)）.．、]?$/.exec(entry.pieces[0]?.text ?? '')?.[1]);
    const named = entry.pieces.length > 1 && isWord(entry.pieces[1]?.text ?? '');
    const begins = number === count + 1 || (number === 1 && count > 1 && entry.pieces.length > 2);
    if (begins && (named || open.length === 0 || isWhole(open, head))) {
      if (!close()) return undefined;
      open = [entry];
      count = number;
    } else if (goesOn(open, entry, head)) open.push(entry);
    else if (entry.pieces.every(({ text }) => isWord(text))) {
      if (!close()) return undefined;
      if (found.items.slice(-LONE).every((item) => 'lone' in item) && found.items.length >= LONE) break;
      found.items.push({ lone: entry });
      found.ends.push(entry.at);
    } else if (Number.isNaN(number) && entry.pieces.length < 2) break;
    else return undefined;
  }
  return close() ? found : undefined;
}

/** Whether a line goes on with a row: its values are still to come, or some of them. */
function goesOn(open: readonly Entry[], entry: Entry, head: SingleHead): boolean {
  if (open.length === 0 || open.length === TALLEST || isWhole(open, head)) return false;
  const numbered = ({ pieces }: Entry): boolean => pieces.some(({ text }, i) => i > 0 && isValue(text));
  return !open.some(numbered) || entry.pieces.some(({ text }) => !isWord(text));
}

/** Whether lines hold all of a row: a piece for each column, or numbers and no doubt about the others. */
function isWhole(open: readonly Entry[], head: SingleHead): boolean {
  const pieces = open.flatMap((entry) => entry.pieces);
  if (pieces.length >= head.columns.length) return true;
  return pieces.some(({ text }, i) => i > 0 && isValue(text)) && parsed(pieces, head.columns) !== undefined;
}

/** Rows that each hold a value or a cell in every column. Undefined where one cannot be read. */
function plainItems(entries: readonly Entry[], head: SingleHead): Items | undefined {
  const found: Items = { items: [], ends: [] };
  let lone: Entry[] = [];
  for (const entry of entries) {
    const words = entry.pieces.every(({ text }) => isWord(text));
    const row = entry.pieces.length > 1 && !words ? parsed(entry.pieces, head.columns) : undefined;
    const before = lone.at(-1);
    const label = row?.[head.columns.indexOf('label')]?.[0]?.text ?? '';
    if (words && !row) {
      if (lone.length === LONE) break;
      lone.push(entry);
      continue;
    }
    // A label whose values, or whose unit, stand in the next line.
    const broken = before && (!row || HEAD_CONTINUATION.test(label));
    const whole = broken ? parsed([...before.pieces, ...entry.pieces], head.columns) : row;
    if (!whole || (broken && lone.length > 1)) return undefined;
    for (const one of broken ? [] : lone) push(found, { lone: one }, one.at);
    push(found, { row: whole, lines: broken ? 2 : 1 }, entry.at);
    lone = [];
  }
  for (const one of lone) push(found, { lone: one }, one.at);
  return found;
}

function push(found: Items, item: Item, end: number): void {
  found.items.push(item);
  found.ends.push(end);
}

/** The last of the lines behind a table that is a row of it all the same: what stands between nobody has told. */
function rowsAhead(lines: readonly DrawnLine[], from: number, head: SingleHead): number | undefined {
  let last: number | undefined;
  let seen = 0;
  for (let at = from; at < lines.length && seen < AHEAD; at++) {
    if (isBlank(lines[at])) continue;
    seen++;
    const line = lines[at] as DrawnLine;
    if (namesIn(line)?.every(({ text }) => isColumnName(text))) break;
    const pieces = piecesOf(line);
    const values = pieces.filter(({ text }) => cellKind(text) === 'number').length;
    const many = pieces.length >= Math.min(3, head.columns.length) && !SENTENCE.test(line.text);
    if (many && values > 0 && pieces.length >= head.columns.length - 1 && parsed(pieces, head.columns)) last = at;
  }
  return last;
}

/** Rows that show each other. */
const ALIKE = 3;
/** Blank lines between two of them. */
const GAP = 2;

/** The line behind rows of numbers that count on, or are of one make; undefined where none stand at a line. */
export function headlessRows(lines: readonly DrawnLine[], at: number): number | undefined {
  let before = numbersIn(lines[at]);
  let next = at + 1;
  let rows = before ? 1 : 0;
  for (let i = at + 1, blanks = 0; before && i < lines.length && blanks <= GAP; i++) {
    if (isBlank(lines[i])) {
      blanks++;
      continue;
    }
    blanks = 0;
    const row = numbersIn(lines[i]);
    if (!row || (row.make !== before.make && row.index !== before.index + 1)) break;
    before = row;
    rows++;
    next = i + 1;
  }
  return rows >= ALIKE ? next : undefined;
}

/** The kinds of the pieces of a line with numbers side by side, and the number that it begins with. */
function numbersIn(line: DrawnLine | undefined): { make: string; index: number } | undefined {
  if (!line || line.text.length > LONGEST || SENTENCE.test(line.text)) return undefined;
  const pieces = piecesOf(line).map(({ text }) => text);
  if (pieces.length < 3 || pieces.length > 40 || isSpread(pieces)) return undefined;
  if (pieces.some((piece, i) => isMeasure(pieces[i - 1] ?? '', piece))) return undefined;
  const kinds = pieces.map((piece) => cellKind(piece)).map((kind) => (kind === 'dash' ? 'number' : kind));
  const beside = kinds.some((kind, i) => kind === 'number' && kinds[i + 1] === 'number');
  if (!beside || !kinds.includes('word')) return undefined;
  return { make: kinds.join(' '), index: /^\d{1,3}$/.test(pieces[0] ?? '') ? Number(pieces[0]) : Number.NaN };
}

/** Names of a head that are known, without those below it having as many cells. */
const NAMES = 3;
/** Lines below a head that are looked at, and cells by which they may differ from it. */
const BELOW = 10;
const OFF = 2;

/** The line behind rows of numbers below a head of known names; undefined where none stand at a line. */
export function unprovenRows(lines: readonly DrawnLine[], at: number): number | undefined {
  const names = namesIn(lines[at]);
  if (!names || names.length < NAMES || !names.every(({ text }) => isColumnName(text))) return undefined;
  let rows = 0;
  let next = at + 1;
  for (let i = at + 1; i < lines.length && i <= at + BELOW; i++) {
    const text = lines[i]?.text ?? '';
    if (isBlank(lines[i])) continue;
    const pieces = piecesOf(lines[i]).map((piece) => piece.text);
    const measured = pieces.some((piece, p) => isMeasure(pieces[p - 1] ?? '', piece));
    if (SENTENCE.test(text) || measured || pieces.length > names.length + OFF) break;
    const numbered = pieces.some((piece, p) => p > 0 && cellKind(piece) === 'number');
    if (!numbered || pieces.length < 2 || pieces.length < names.length - OFF) continue;
    rows++;
    next = i + 1;
  }
  return rows >= 2 ? next : undefined;
}
