import type { RawCell } from '../../validate/cells.js';
import type { StoredRow } from '../../validate/rows.js';
import { letters } from '../../write/xlsx-cells.js';
import { type DataSet, StoredError, type StoredTable } from './stored-table.js';
import { type Book, bookOf, unescaped } from './xlsx-book.js';
import { openPackage, type Package, type XmlHandler } from './xlsx-parts.js';

const DAY = 86_400_000;
/** The first day of a workbook's count, in milliseconds since 1970: 1899-12-30, for Excel takes 1900 for a leap year. */
const EPOCH = -25_569 * DAY;
const EPOCH_1904 = -24_107 * DAY;
/** Columns and rows of a sheet. */
const WIDEST = 16_384;

function dateOf(serial: number, { from1904 }: Book): RawCell {
  const time = (from1904 ? EPOCH_1904 : EPOCH) + Math.floor(serial) * DAY;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || serial < 0 ? serial : { date: date.toISOString().slice(0, 10) };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  readonly column: number;
  value: string;
  formula: boolean;
}

function cellOf({ type, style, value, formula }: OpenCell, book: Book): RawCell {
  if (type === 'inlineStr') return unescaped(value);
  if (value === '') return formula ? { error: 'a formula without a value' } : null;
  if (type === 's') return book.strings[Number(value)] ?? { error: 'a text that the workbook does not hold' };
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' || value === 'true';
  if (type === 'e') return { error: value };
  if (type === 'd') return { date: value.slice(0, 10) };
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return book.dates[style] ? dateOf(number, book) : number;
}

/** Column, from 0, of an address such as G7; -1 where there is none. */
function columnOf(address: string): number {
  let column = 0;
  for (const sign of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '') column = column * 26 + sign.charCodeAt(0) - 64;
  return column > WIDEST ? -1 : column - 1;
}

interface Row {
  readonly number: number;
  readonly cells: RawCell[];
}

/** Takes rows out of the events of a sheet. */
function rowReader(book: Book): XmlHandler & { readonly taken: () => Row[] } {
  let done: Row[] = [];
  let row: Row = { number: 0, cells: [] };
  let cell: OpenCell | null = null;
  let [inValue, phonetic] = [false, false];
  return {
    taken: () => {
      const rows = done;
      done = [];
      return rows;
    },
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'row') row = { number: Number(r) || row.number + 1, cells: [] };
      else if (name === 'c') {
        const stated = columnOf(r);
        cell = { type: t, style: Number(s), column: stated < 0 ? row.cells.length : stated, value: '', formula: false };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') phonetic = true;
      inValue = name === 'v' || (name === 't' && !phonetic);
    },
    text: (text) => {
      if (inValue && cell) cell.value += text;
    },
    close: (name) => {
      inValue = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'c' && cell) {
        while (row.cells.length < cell.column) row.cells.push(null);
        row.cells[cell.column] = cellOf(cell, book);
        cell = null;
      }
      if (name === 'row') done.push(row);
    },
  };
}

async function* sheetRows(pack: Package, book: Book, part: string): AsyncGenerator<Row> {
  const reader = rowReader(book);
  for await (const _ of pack.read(part, reader)) yield* reader.taken();
}

function toText(cell: RawCell): string {
  if (cell === null || Array.isArray(cell)) return '';
  return typeof cell === 'object' ? '' : String(cell);
}

async function tableOfSheet(
  file: string,
  pack: Package,
  book: Book,
  sheet: Book['sheets'][number],
): Promise<StoredTable | null> {
  const { name, part } = sheet;
  const rows = async function* (): AsyncGenerator<StoredRow> {
    for await (const { number, cells } of sheetRows(pack, book, part)) {
      yield {
        cells,
        at: (index, head) => ({
          place:
            index === undefined
              ? `sheet ${name}, row ${number}`
              : `${name}!${letters(index)}${number}${head === undefined ? '' : ` (${head})`}`,
        }),
      };
    }
  };
  for await (const { cells } of rows()) {
    return {
      file,
      name,
      header: Array.from(cells, (cell) => toText(cell ?? null)),
      rows: async function* () {
        let first = true;
        for await (const row of rows()) {
          if (!first) yield row;
          first = false;
        }
      },
    };
  }
  return null;
}

/**
 * The sheets of a workbook (ECMA-376), as Excel, WPS or LibreOffice save it. Rows are read as they are asked for; what is
 * in memory is the table of strings that their cells share.
 * @throws StoredError where it is none or damaged.
 */
export async function openXlsx(file: string, path: string): Promise<DataSet> {
  const pack = await openPackage(file, path);
  try {
    const book = await bookOf(pack);
    if (!book) throw new StoredError(file, 'is no workbook and no other output of gongwen');
    const tables: StoredTable[] = [];
    for (const sheet of book.sheets) {
      const table = await tableOfSheet(file, pack, book, sheet);
      if (table) tables.push(table);
    }
    return { tables, whole: 'the workbook', close: pack.close };
  } catch (error) {
    pack.close();
    throw error;
  }
}
