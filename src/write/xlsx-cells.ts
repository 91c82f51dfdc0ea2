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
/** Wider text is wrapped. Widths are in digits; the first columns, which open every table, have less. */
const WIDEST = { opening: 28, other: 60 } as const;
const OPENING = 4;
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
function fitting(text: string, { headers }: WriteOptions): { readonly text: string; readonly cut: boolean } {
  const whole = wellFormed(text).replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
  if (whole.length <= MOST_CHARACTERS) return { text: whole, cut: false };
  const mark =
    headers === 'zh' ? `…〔已截断,原文共${whole.length}字符〕` : `… [cut: ${whole.length} characters in all]`;
  // Never through the middle of a pair.
  const kept = whole.slice(0, MOST_CHARACTERS - mark.length).replace(/[\ud800-\udbff]$/, '');
  return { text: kept + mark, cut: true };
}

/** A cell of text in XML, without a shared table of strings: what is written needs not be remembered. */
function textCell(place: string, style: number, text: string): string {
  const xml = text.replace(ESCAPE, '_x005F_').replace(MARKUP, (sign) => ENTITIES[sign] ?? sign);
  return `<c r="${place}${ROW}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;
}

const valueCell = (place: string, style: number, value: number): string =>
  `<c r="${place}${ROW}" s="${style}"><v>${value}</v></c>`;

function dateCell(place: string, cell: string): string | null {
  const day = (dayNumber(cell) ?? Number.NEGATIVE_INFINITY) + EPOCH;
  return day < FIRST_DAY ? null : valueCell(place, STYLE.date, day);
}

interface Shown {
  readonly xml: string;
  readonly width: number;
  readonly cut: boolean;
}

const EMPTY: Shown = { xml: '', width: 0, cut: false };
const narrow = (xml: string, width: number): Shown => ({ xml, width, cut: false });

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
  const wrapped = width >= most || text.includes('\n');
  // Text is text, and nothing that a sheet runs; this format keeps it so when somebody edits it.
  const plain: number = inert(text) === text ? STYLE.plain : STYLE.inert;
  const style = wrapped ? plain + 1 : plain;
  return { xml: textCell(place, style, text), width, cut };
}

/** Rows of one table as XML, each with ROW for its number. */
export interface SheetRows {
  readonly rows: readonly string[];
  /** The widest cell of each column. */
  readonly widths: readonly number[];
  /** How many cells hold less than they should. */
  readonly cut: number;
}

export function sheetRows(
  columns: readonly Column[],
  cells: readonly (readonly Cell[])[],
  options: WriteOptions,
): SheetRows {
  const widths = columns.map(() => 0);
  let cut = 0;
  const rows = cells.map((row) => {
    let xml = '';
    for (const [i, column] of columns.entries()) {
      const one = shown(row[i] ?? null, column, i, options);
      xml += one.xml;
      if (one.width > (widths[i] ?? 0)) widths[i] = one.width;
      if (one.cut) cut++;
    }
    return `<row r="${ROW}">${xml}</row>`;
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
