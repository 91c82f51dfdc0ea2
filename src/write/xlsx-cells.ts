import { columnsOf } from '../report/paper.js';
import { type Cell, type Column, flatTables } from '../schema/columns.js';
import type { Document } from '../schema/model.js';
import { inert } from './inert.js';
import { dayNumber, wellFormed } from './values.js';
import type { WriteOptions } from './writer.js';

/** Looks of cells, in the order in which `xlsx-frame.ts` declares them: the first is style 1. */
export const STYLE = { head: 1, plain: 2, wrapped: 3, date: 4, inert: 5, inertWrapped: 6 } as const;

/** Excel's limit for the text of a cell, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;
/** Widths are in digits. Wider text is wrapped, but for the columns that open every table: they say the same row by row. */
const WIDEST = { opening: 30, other: 60 } as const;
const OPENING = 4;
/** A row is as high as its longest text needs, up to so many lines; one line has 15 points. */
const MOST_LINES = 12;
const LINE_HEIGHT = 15;
/** 1970-01-01 in Excel's days, which are right from 1900-03-01 on: it takes 1900 for a leap year. */
const EPOCH = 25_569;
const FIRST_DAY = 61;
/** Stands for the number of a row until it is known; no text of a cell can hold it. */
const ROW = '\0';

// Forbidden in XML 1.0 ("Char"); U+FFFE and U+FFFF are too, and the C1 signs discouraged.
const FORBIDDEN = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const MARKUP = /[&<>]/g;
const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What Excel would read as an escaped character (ECMA-376, "ST_Xstring"). */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The name of a column by its place: A … Z, AA … */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

export const mostWidth = (column: number): number => (column < OPENING ? WIDEST.opening : WIDEST.other);

/** Text that a sheet can hold, and whether it was cut for that. */
export function fitting(
  text: string,
  { headers }: Pick<WriteOptions, 'headers'>,
): { readonly text: string; readonly cut: boolean } {
  const whole = wellFormed(text).replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
  if (whole.length <= MOST_CHARACTERS) return { text: whole, cut: false };
  const mark =
    headers === 'zh' ? `…〔已截断,原文共${whole.length}字符〕` : `… [cut: ${whole.length} characters in all]`;
  // Never through the middle of a pair.
  const kept = whole.slice(0, MOST_CHARACTERS - mark.length).replace(/[\ud800-\udbff]$/, '');
  return { text: kept + mark, cut: true };
}

/** A cell of text in XML, without a shared table of strings: what is written needs not be remembered. */
export function textCell(place: string, style: number, text: string): string {
  const xml = text.replace(ESCAPE, '_x005F_').replace(MARKUP, (sign) => ENTITIES[sign] ?? sign);
  return `<c r="${place}${ROW}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;
}

export const valueCell = (place: string, style: number, value: number): string =>
  `<c r="${place}${ROW}" s="${style}"><v>${value}</v></c>`;

function dateCell(place: string, cell: string): string | null {
  const day = (dayNumber(cell) ?? Number.NEGATIVE_INFINITY) + EPOCH;
  return day < FIRST_DAY ? null : valueCell(place, STYLE.date, day);
}

interface Shown {
  readonly xml: string;
  readonly width: number;
  readonly lines: number;
  readonly cut: boolean;
}

const EMPTY: Shown = { xml: '', width: 0, lines: 1, cut: false };
const narrow = (xml: string, width: number): Shown => ({ xml, width, lines: 1, cut: false });

/** How many lines a text takes in a column; a full-width character at the end of a line may not fit any more. */
function linesOf(text: string, width: number): number {
  const beginning = text.slice(0, width * MOST_LINES).split('\n');
  const lines = beginning.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / (width - 1))), 0);
  return Math.min(lines, MOST_LINES);
}

function shown(cell: Cell, column: Column, i: number, options: WriteOptions): Shown {
  const place = letters(i);
  if (cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))) return EMPTY;
  if (typeof cell === 'number') return narrow(valueCell(place, STYLE.plain, cell), String(cell).length);
  if (typeof cell === 'boolean')
    return narrow(`<c r="${place}${ROW}" s="${STYLE.plain}" t="b"><v>${cell ? 1 : 0}</v></c>`, 5);
  const date = typeof cell === 'string' && (column.type === 'date' || column.dated) ? dateCell(place, cell) : null;
  if (date !== null) return narrow(date, 10);
  const { text, cut } = fitting(typeof cell === 'string' ? cell : cell.join('、'), options);
  const most = mostWidth(i);
  const width = Math.min(columnsOf(text.slice(0, most)), most);
  const lines = i < OPENING || (width < most && !text.includes('\n')) ? 1 : linesOf(text, most);
  // Text is text, and nothing that a sheet runs; this format keeps it so when somebody edits it.
  const plain = inert(text) === text ? STYLE.plain : STYLE.inert;
  return { xml: textCell(place, lines > 1 ? plain + 1 : plain, text), width, lines, cut };
}

/** Rows of one table as XML, each with ROW for its number. */
export interface SheetRows {
  readonly rows: readonly string[];
  /** The widest cell of each column. */
  readonly widths: readonly number[];
  /** How many cells hold less than they should. */
  readonly cut: number;
}

function sheetRows(columns: readonly Column[], cells: readonly (readonly Cell[])[], options: WriteOptions): SheetRows {
  const widths = columns.map(() => 0);
  let cut = 0;
  const rows = cells.map((row) => {
    let xml = '';
    let lines = 1;
    for (const [i, column] of columns.entries()) {
      const one = shown(row[i] ?? null, column, i, options);
      xml += one.xml;
      lines = Math.max(lines, one.lines);
      if (one.width > (widths[i] ?? 0)) widths[i] = one.width;
      if (one.cut) cut++;
    }
    const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : '';
    return `<row r="${ROW}"${height}>${xml}</row>`;
  });
  return { rows, widths, cut };
}

/** A row in its place, the first one is 1. */
export const numbered = (row: string, number: number): string => row.replaceAll(ROW, String(number));

export const headRow = (heads: readonly string[]): string =>
  numbered(`<row r="${ROW}">${heads.map((head, i) => textCell(letters(i), STYLE.head, head)).join('')}</row>`, 1);

/** Every table of a document. */
export const documentRows = (document: Document, options: WriteOptions): SheetRows[] =>
  flatTables.map(({ columns, rows }) => sheetRows(columns, rows(document), options));
