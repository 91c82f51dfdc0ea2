import { TOTAL_CELL } from '../lexicon/cell-words.js';
import { type CellLine, cellLine } from './cell-shapes.js';
import { type FlatColumn, unlikely } from './flat-costs.js';
import type { Reading } from './flat-rows.js';
import { EMPTY_CELL, type RawCell, type RawRow } from './raw-table.js';

/** What lines must gain at least by being a table, and for each of them. */
const LEAST_GAIN = 5;
const LEAST_GAIN_A_LINE = 0.35;

/** Columns that may stand empty in a whole table. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['note', 'partners', 'text']);
/** Columns whose cells are of one form. */
const FORMED: ReadonlySet<string> = new Set(['index', 'value', 'unit', 'property', 'time', 'nature']);
/** Columns of bodies and places. */
const NAMED: ReadonlySet<string> = new Set(['bodies', 'partners', 'place']);
const UNLIKE = 0.9;
/** From here on a cell does not fit its column. */
const MISFIT = 3.9;

/**
 * Whether a reading looks like a table: rows that are filled, something under every name, worth its lines, and no cell in
 * a column that it does not unlikely, unless all its row is filled.
 */
export function isSound(columns: readonly FlatColumn[], reading: Reading, rows: readonly RawRow[]): boolean {
  const lines = reading.placed.length;
  if (reading.gain < LEAST_GAIN || reading.gain < lines * LEAST_GAIN_A_LINE) return false;
  // A label over all columns is no row to judge by, and no more is one of sums.
  const full = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1 && !isTotal(row));
  if (full.length * 2 < rows.length || full.length === 0) return false;
  // One label over all columns, and that below a name that no column has, is the rest of the head.
  const bands = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length <= 1);
  if (bands.length === 1 && columns.at(-1)?.known === false) return false;
  const filled = columns.map((_, i) => full.filter((row) => row.cells[i]?.text !== '').length);
  const enough = columns.map(({ kind, known }, i) => {
    if (!known) return (filled[i] ?? 0) >= full.length * 0.8;
    return MAY_BE_EMPTY.has(kind) || (filled[i] ?? 0) > 0;
  });
  if (!enough.every(Boolean)) return false;
  const misfits = (cell: RawCell, i: number): boolean => {
    const kind = columns[i]?.kind ?? 'text';
    if (cell.text === '' || !(FORMED.has(kind) || named[i])) return false;
    return unlikely(cellLine(cell.text), columns, i) >= (FORMED.has(kind) ? MISFIT : UNLIKE);
  };
  // A column of bodies or places may hold other words, but then not here and there.
  const named = columns.map(({ kind }, i) => {
    const cells = NAMED.has(kind) ? full.filter((row) => row.cells[i]?.text !== '') : [];
    const unlike = cells.filter((row) => unlikely(cellLine(row.cells[i]?.text ?? ''), columns, i) >= UNLIKE);
    return cells.length > 0 && unlike.length * 3 <= cells.length;
  });
  const printed = (row: RawRow, i: number): boolean =>
    row.cells.every((cell, k) => cell.text !== '' && cell !== full[i - 1]?.cells[k]);
  // A last cell that does not fit may be the label of the rows below, which then have none of their own.
  const labels = (row: RawRow, i: number): boolean => {
    const last = row.cells.findLastIndex((cell) => cell.text !== '');
    const cell = row.cells[last] ?? EMPTY_CELL;
    return full[i + 1]?.cells[0] === row.cells[0] && (misfits(cell, last) || couldLabel(cell, columns, last));
  };
  const odd = full.flatMap((row, i) => (row.cells.some(misfits) ? [printed(row, i)] : []));
  if (full.some((row, i) => hidesNumber(columns, row, full[i + 1]))) return false;
  if (full.some(labels) || full.some((row, i) => mayBePartner(columns, row, full[i - 1]))) return false;
  return odd.every(Boolean) && odd.length * 5 <= full.length;
}

/** Whether the next running number stands, or hides, in a cell of a row. */
function hidesNumber(columns: readonly FlatColumn[], { cells }: RawRow, below: RawRow | undefined): boolean {
  const number = columns[0]?.kind === 'index' ? cellLine(cells[0]?.text ?? '').count : 0;
  if (number === 0) return false;
  const next = String(number + 1);
  return cells.slice(1).some(({ text, start, end }) => {
    const broken = end - start > text.length;
    return broken ? text.endsWith(next) : text === next && below?.cells[0] === cells[0];
  });
}

/** Whether a label that covers rows reads like a body that the row above has no cell for. */
function mayBePartner(columns: readonly FlatColumn[], row: RawRow, above: RawRow | undefined): boolean {
  const first = row.cells[0];
  if (!first || !above || columns[0]?.merges !== true || first === above.cells[0]) return false;
  const last = above.cells.findLastIndex((cell) => cell.text !== '');
  const free = columns.some(({ kind }, i) => i > last && (kind === 'bodies' || kind === 'partners'));
  return free && cellLine(first.text).shapes[0] === 'bodies';
}

function isTotal({ cells }: RawRow): boolean {
  return TOTAL_CELL.test(cells.find((cell) => cell.text !== '')?.text ?? '');
}

/** Whether a remark reads like a label of groups as well. */
function couldLabel(cell: RawCell, columns: readonly FlatColumn[], at: number): boolean {
  if (columns[0]?.merges !== true || columns[at]?.kind !== 'note') return false;
  const line = cellLine(cell.text);
  return !line.aside && unlikely(line, columns, 0) < 1.2;
}

const CELLS: ReadonlySet<string> = new Set([
  'integer',
  'number',
  'dash',
  'unit',
  'property',
  'nature',
  'total',
  'counter',
]);
/** Lines behind a table that are looked at. */
const BEHIND = 5;

/** Whether the lines behind a table look like cells that it should have had. */
export function leavesCells(
  behind: readonly CellLine[],
  columns: readonly FlatColumn[],
  last: RawRow | undefined,
): boolean {
  const [first] = behind;
  if (!first) return false;
  const free = columns.findLastIndex((_, i) => last?.cells[i]?.text !== '') + 1;
  if (columns.some((_, i) => i >= free && unlikely(first, columns, i) < 2)) return true;
  const near = behind.slice(0, BEHIND);
  // A signature and its date may stand below a table, and so may a paragraph.
  if (near.some((line) => DATE.test(line.text))) return false;
  if (near.some((line) => CELLS.has(line.shapes[0] ?? 'short'))) return true;
  const bodies = columns.some(({ kind }) => kind === 'bodies' || kind === 'partners');
  if (bodies && near.some((line, i) => i > 0 && line.shapes[0] === 'bodies' && !/[：:]/.test(line.text))) return true;
  const words = near.slice(1).filter((line) => !line.shapes.includes('sentence') && !line.shapes.includes('heading'));
  const long = columns.some(({ kind }) => kind === 'content');
  return long && near[0]?.shapes.includes('heading') !== true && near.length < BEHIND
    ? words.length > 0 || (near.length > 1 && !first.shapes.includes('sentence'))
    : false;
}

const DATE = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/;
