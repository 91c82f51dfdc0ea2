import { COLUMN_NAMES, NUMBER_CELL } from '../lexicon/tables.js';
import { type Grid, type GridRow, isWide, type Slot } from './marked-grid.js';
import { EMPTY_CELL } from './raw-table.js';

/** Rows that a head has at most. */
const TALLEST = 4;
/** Characters; a longer cell is no name of a column. */
const LONGEST_NAME = 60;

const YEAR = /^(?:19|20)\d{2}(?:\s*[-—–~～至]\s*(?:19|20)?\d{2})?年?/;
const UNIT_ONLY =
  /^[（(]?(?:%|％|‰|[万亿]?(?:元|人|人次|吨|亩|户|平方米|千瓦|立方米|吨标准煤)|个|家|所|张|公里|千米|公顷|平方公里|岁|年|天|次|项|座|处|件|名|人|分|微克\/立方米|位|—|-)[)）]?$/;

/**
 * How many of the first rows are the head: rows of `<th>` or in `<thead>`; else as many as the cells of the first one
 * reach down where others part below them; else rows of names above rows of numbers. 0 where the first row is one of data.
 * @param rows without the title and what stands with it.
 */
export function headRows(rows: Grid['rows']): number {
  const marked = rows.findIndex((row) => !isHeadRow(row));
  if (marked > 0) return withUnits(rows, marked);
  if (marked < 0) return rows[0] ? 1 : 0;
  const [first] = rows;
  if (!first || isDataRow(first, rows)) return 0;
  return withUnits(rows, Math.max(1, byLook(rows)));
}

/** Every text of the row is a head, and one does not stand for the whole row. */
function isHeadRow({ filled, slots }: GridRow): boolean {
  return slots.some((slot) => slot?.place.head) && filled.every(({ place }) => place.head) && filled.length !== 1;
}

/** Whether the page or its words say that a row is a head. */
export function namesColumns(row: GridRow): boolean {
  const known = row.filled.filter(({ cell }) => COLUMN_NAMES.some((name) => name.test(cell.text))).length;
  return isHeadRow(row) || known >= 2;
}

/** Whether a cell says how much, and not which year. */
function isNumber(text: string): boolean {
  return text.length <= 40 && NUMBER_CELL.test(text) && !YEAR.test(text);
}

function isName({ cell }: Slot): boolean {
  return cell.text.length <= LONGEST_NAME && !isNumber(cell.text) && !/[。；;]/.test(cell.text);
}

/** A first row that holds values: labels and their values in turn, or numbers above numbers. */
function isDataRow(first: GridRow, rows: Grid['rows']): boolean {
  if (first.filled.some(({ cell }) => cell.text.length > LONGEST_NAME || /。$/.test(cell.text))) return true;
  const isLabel = (slot: Slot | undefined): boolean =>
    slot !== undefined && (slot.place.head || /[:：]$/.test(slot.cell.text));
  const labels = rows.filter(({ slots }) => isLabel(slots[0]) && !slots.every(isLabel)).length;
  if (isLabel(first.slots[0]) && labels * 5 >= rows.length * 4) return true;
  if (first.filled.some(({ cell }) => COLUMN_NAMES.some((name) => name.test(cell.text)))) return false;
  return first.filled.some(({ cell, place }) => place.column > 0 && isNumber(cell.text));
}

/** Rows below the first one that name columns as well. */
function byLook(rows: Grid['rows']): number {
  const [first, second] = rows;
  if (!first || !second) return 1;
  const reach = Math.max(...first.filled.map(({ place }) => place.rowSpan));
  const parted = first.filled.some(({ place }) => place.columnSpan > 1);
  const depth = parted && reach <= TALLEST ? reach : 1;
  if (depth > 1) return Math.min(depth, rows.length - 1);
  const below = second.filled.length > 0 && second.filled.every(isName) && !isWide(second);
  // Every name that goes over several columns is parted below.
  const opens = first.slots.every(
    (slot, c) => (slot?.place.columnSpan ?? 1) < 2 || second.slots[c]?.cell !== EMPTY_CELL,
  );
  const reached = first.filled.some(({ place }) => place.rowSpan === 2);
  const under = parted || (reached && second.filled.every(({ place }) => place.column > 0));
  return below && opens && under && hasNumbers(rows.slice(2), second) ? 2 : 1;
}

/** Whether most rows below hold a number under one of the names. */
function hasNumbers(rows: Grid['rows'], names: GridRow): boolean {
  const full = rows.slice(0, 20).filter(({ filled }) => filled.length > 1);
  const columns = new Set(names.filled.map(({ place }) => place.column));
  const numbered = full.filter(({ filled }) =>
    filled.some(({ place, cell }) => columns.has(place.column) && isNumber(cell.text)),
  );
  return numbered.length > 0 && numbered.length * 2 >= full.length;
}

/** A row of units under the names is a part of the head. */
function withUnits(rows: Grid['rows'], count: number): number {
  const next = rows[count];
  if (!next || rows.length <= count + 1) return count;
  const units = next.filled.filter(({ cell }) => UNIT_ONLY.test(cell.text)).length;
  const lead = next.filled[0];
  const others =
    units === next.filled.length || (units === next.filled.length - 1 && /单位/.test(lead?.cell.text ?? ''));
  const unnamed = next.slots[0]?.cell === EMPTY_CELL || /单位/.test(lead?.cell.text ?? '');
  return units > 0 && others && unnamed ? count + 1 : count;
}

/** Whether a row only numbers the columns: 1 2 3, (1) (2) (3), 甲 乙 1 2, A B C. */
export function isColumnNumbers({ filled }: GridRow): boolean {
  if (filled.length < 3) return false;
  const bare = filled.map(({ cell }) => cell.text.replace(/[()（）\s]/g, ''));
  const letters = bare.filter((text) => /^[甲乙丙丁戊己]$/.test(text)).length;
  const runs = (from: readonly string[]): boolean => from.every((text, i) => text === String(i + 1));
  if (letters > 0)
    return bare.slice(0, letters).join('') === '甲乙丙丁戊己'.slice(0, letters) && runs(bare.slice(letters));
  return runs(bare) || bare.every((text, i) => text === String.fromCharCode(65 + i));
}

/** The words above each column, from the top, each once. */
export function foldHeader(rows: readonly GridRow[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const slots = rows.map((row) => row.slots[column]);
    const words = slots.filter((slot, i) => slot && slots.indexOf(slot) === i).map((slot) => slot?.cell.text ?? '');
    return words.filter((word, i) => words.indexOf(word) === i).join('');
  });
}
