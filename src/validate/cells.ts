import type { Column } from '../schema/columns.js';
import { inert } from '../write/inert.js';
import { isMarkedCut } from './source-text.js';

/* Cells as spreadsheets and databases give them back, as the values that were written. */

/** A cell as it is stored. */
export type RawCell =
  | null
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly date: string }
  /** `#NAME?`, or a formula without a value. */
  | { readonly error: string };

/** A value, or what is wrong with the cell. */
export type CellValue = { readonly value: unknown } | { readonly fault: string; readonly damaged?: true };

/** What a cell of a workbook holds at most, in UTF-16 units. */
const FULL = 32_767;
const ERROR = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BUSY!)$/;
const WORDS = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2025-12-31',
  year: 'a year such as 2025',
  array: 'a list such as ["甲","乙"]',
} as const;

const damagedBy = (fault: string): CellValue => ({ fault, damaged: true });

/** Days since the epoch of spreadsheets, as a date; those that could be years or counts are none. */
function ofSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 80_000) return null;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

const two = (digits: string): string => digits.padStart(2, '0');

/** A date however a spreadsheet shows it; null for what is none. */
function dateIn(text: string): string | null {
  const plain = text.trim().replace(/[ T]0?0:00(?::00(?:\.0+)?)?Z?$/, '');
  const east = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (east) return `${east[1]}-${two(east[2] ?? '')}-${two(east[3] ?? '')}`;
  // The American order, where only the second can be the day.
  const west = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (west && Number(west[2]) > 12) return `${west[3]}-${two(west[1] ?? '')}-${two(west[2] ?? '')}`;
  return /^\d{5}$/.test(plain) ? ofSerial(Number(plain)) : null;
}

const DATE_TEXT =
  /^(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}(?:-\d{2,4})?|[A-Z][a-z]{2}-\d{2})$/;

function numberIn(raw: RawCell, column: Column, decimalComma: boolean): CellValue {
  if (typeof raw === 'number') return { value: raw };
  const wanted = WORDS[column.type];
  if (raw !== null && typeof raw === 'object' && 'date' in raw)
    return damagedBy(`is the date ${raw.date}; expected ${wanted}, a spreadsheet may have made a date of it`);
  if (typeof raw !== 'string') return { fault: `is ${JSON.stringify(raw)}; expected ${wanted}` };
  const text = raw.trim().replace(/^'/, '');
  if (DATE_TEXT.test(text))
    return damagedBy(`is "${raw}"; expected ${wanted}, a spreadsheet may have made a date of it`);
  const pointed =
    decimalComma && /^[-+]?\d+,\d+$/.test(text)
      ? text.replace(',', '.')
      : text.replace(/^([-+]?\d{1,3})((?:,\d{3})+)(?=\.|$)/, (_, a, b) => a + b.replaceAll(',', ''));
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(pointed) && Number.isFinite(Number(pointed)))
    return { value: Number(pointed) };
  const sign = /^[-+]?[\d.,]+\s*[%％]$/.test(text) ? '; the sign belongs in the unit' : '';
  return { fault: `is "${raw}"; expected ${wanted}${sign}` };
}

function listIn(text: string): CellValue {
  if (!/^\s*\[/.test(text)) return { value: text.split('、') };
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return { value: list };
  } catch {
    // told below
  }
  return { fault: `is no whole list; expected a list such as ["甲","乙"], or names parted by 、` };
}

function booleanIn(raw: RawCell): CellValue {
  if (typeof raw === 'boolean') return { value: raw };
  const text = String(raw).trim().toLowerCase();
  if (['true', '1', '1.0', '是', '真'].includes(text)) return { value: true };
  if (['false', '0', '0.0', '否', '假'].includes(text)) return { value: false };
  return { fault: `is "${String(raw)}"; expected true or false` };
}

function textIn(raw: string | number | boolean | { readonly date: string }, column: Column): CellValue {
  if (typeof raw === 'object') {
    if (column.dated) return { value: raw.date };
    return damagedBy(`is the date ${raw.date}; expected text, a spreadsheet may have made a date of it`);
  }
  if (typeof raw === 'number') {
    const date = column.dated ? ofSerial(raw) : null;
    return date === null && Math.abs(raw) >= 1e15
      ? damagedBy(`is the number ${raw}; expected text, a spreadsheet has kept fifteen digits of it`)
      : { value: date ?? String(raw) };
  }
  const text = String(raw);
  // As it was written: an apostrophe that keeps a spreadsheet from running it is no part of it.
  const own = text.startsWith("'") && inert(text.slice(1)) === text ? text.slice(1) : text;
  if (column.dated) return { value: dateIn(own) ?? own };
  return /^\d\.\d{3,}E\+\d{2}$/.test(own)
    ? damagedBy(`is "${own}"; expected text, a spreadsheet has made a number of it`)
    : { value: own };
}

/** Whether a text was cut where a spreadsheet cuts it, without being told. */
const isCut = (raw: RawCell): boolean =>
  typeof raw === 'string' && raw.length >= FULL && raw.length <= FULL + 1 && !isMarkedCut(raw);

/**
 * The value of a cell in a column of a flat table. Numbers as `94.0` or `1,200`, dates as spreadsheets show and store
 * them, truth values in capitals are what they were.
 */
export function cellValue(raw: RawCell, column: Column, decimalComma = false): CellValue {
  if (raw === null || raw === '') return { value: null };
  if (typeof raw === 'object' && 'error' in raw)
    return damagedBy(`is ${raw.error}; a formula of a spreadsheet stands there, or did`);
  if (typeof raw === 'string' && ERROR.test(raw)) return damagedBy(`is ${raw}; a formula of a spreadsheet stood there`);
  if (isCut(raw)) return damagedBy(`is cut at ${FULL} characters, all that a spreadsheet takes`);
  if (typeof raw === 'string' && !raw.trim() && column.type !== 'string') return { value: null };
  const { type } = column;
  if (type === 'number' || type === 'integer' || type === 'year') return numberIn(raw, column, decimalComma);
  if (type === 'boolean') return booleanIn(raw);
  if (type === 'array')
    return typeof raw === 'object' && !('date' in raw)
      ? { value: raw }
      : typeof raw === 'object'
        ? textIn(raw, column)
        : listIn(String(raw));
  if (typeof raw === 'object' && !('date' in raw)) return { value: raw.join('、') };
  if (type === 'string') return textIn(raw, column);
  const date = typeof raw === 'object' ? raw.date : typeof raw === 'number' ? ofSerial(raw) : dateIn(String(raw));
  return date === null ? { fault: `is "${String(raw)}"; expected ${WORDS.date}` } : { value: date };
}
