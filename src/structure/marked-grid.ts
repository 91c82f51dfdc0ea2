import type { CellPlace, Mark } from '../core/draft.js';
import { lastIndex } from '../core/search.js';
import { EMPTY_CELL, type RawCell } from './raw-table.js';

export type CellMark = Mark & { readonly kind: 'cell' };

/** A cell of a page with its text, in each place that it covers. */
export interface Slot {
  readonly cell: RawCell;
  readonly place: CellPlace;
}

/** A row of a page's table. */
export interface GridRow {
  /** One for each column; undefined where the page has no cell. */
  readonly slots: readonly (Slot | undefined)[];
  /** Those of the cells that begin in this row, in order, which hold text. */
  readonly filled: readonly Slot[];
}

export interface Grid {
  readonly rows: readonly GridRow[];
  readonly width: number;
  /** Two cells lie over each other, or rows are of too many widths to tell where their cells belong. */
  readonly doubtful: boolean;
}

/** Columns; a wider table is a drawing. */
const WIDEST = 100;
/** Places for one cell, on average; tables with more are made of spans, not of cells. */
const SPARSEST = 50;

/** Lay the cells of one table out; undefined where they need more room than a table of data has. */
export function gridOf(marks: readonly CellMark[], text: string): Grid | undefined {
  const all = withoutEmptyColumns(marks.map((mark) => ({ cell: cellOf(mark, text), place: mark.cell })));
  let height = 0;
  let width = 0;
  for (const { place } of all) {
    height = Math.max(height, place.row + 1);
    width = Math.max(width, place.column + place.columnSpan);
  }
  if (width > WIDEST || height * width > all.length * SPARSEST + 1000) return undefined;
  const slots = Array.from({ length: height }, (): (Slot | undefined)[] => Array(width).fill(undefined));
  const filled = Array.from({ length: height }, (): Slot[] => []);
  let overlaps = false;
  for (const slot of all) {
    if (slot.cell !== EMPTY_CELL) filled[slot.place.row]?.push(slot);
    overlaps = cover(slots, slot) || overlaps;
  }
  const rows = slots.map((row, r): GridRow => ({ slots: row, filled: filled[r] ?? [] }));
  return { rows, width, doubtful: overlaps || isRagged(rows, width) };
}

/** Columns in which no text begins only part others on the screen. */
function withoutEmptyColumns(slots: readonly Slot[]): Slot[] {
  const used = new Set(slots.filter(({ cell }) => cell !== EMPTY_CELL).map(({ place }) => place.column));
  const kept = [...used].sort((a, b) => a - b);
  const below = (column: number): number => lastIndex(kept.length, (i) => (kept[i] ?? 0) < column) + 1;
  return slots.flatMap(({ cell, place }): Slot[] => {
    const column = below(place.column);
    const columnSpan = below(place.column + place.columnSpan) - column;
    return columnSpan > 0 ? [{ cell, place: { ...place, column, columnSpan } }] : [];
  });
}

function cellOf({ start, end }: CellMark, text: string): RawCell {
  const slice = text.slice(start, end);
  const content = slice.replace(/\n/g, '').trim();
  if (content === '') return EMPTY_CELL;
  const from = start + slice.length - slice.trimStart().length;
  return { text: content, start: from, end: from + slice.trim().length };
}

/** @returns whether another cell with text was there. */
function cover(slots: (Slot | undefined)[][], slot: Slot): boolean {
  const { row, column, rowSpan, columnSpan } = slot.place;
  let overlaps = false;
  for (let r = row; r < Math.min(slots.length, row + rowSpan); r++) {
    const line = slots[r];
    for (let c = column; line && c < column + columnSpan; c++) {
      const other = line[c];
      if (other && other.cell !== EMPTY_CELL && slot.cell !== EMPTY_CELL) overlaps = true;
      if (!other || other.cell === EMPTY_CELL) line[c] = slot;
    }
  }
  return overlaps;
}

/** Rows that lack cells, most of them not only the last one. */
function isRagged(rows: readonly GridRow[], width: number): boolean {
  const several = rows.filter(({ filled }) => filled.length > 1);
  const short = several.filter(({ slots }) => slots.filter((slot) => slot !== undefined).length < width - 1).length;
  return several.length >= 2 && short * 2 > several.length;
}

/** Whether a row is one text over all columns: a title, the name of a group, a note. */
export function isWide({ slots, filled }: GridRow): boolean {
  return filled.length === 1 && slots.length > 1 && slots.every((slot) => slot === filled[0]);
}

/** A row whose only text is in its first cell, whether or not that one goes over the others. */
export function isLone({ slots, filled }: GridRow): boolean {
  return filled.length === 1 && slots.every((slot) => !slot || slot === filled[0] || slot.cell === EMPTY_CELL);
}

/** The cells of a row of data: a text that goes over several columns stands in the first of them. */
export function dataCells(row: GridRow): RawCell[] {
  return row.slots.map((slot, c) => (slot && row.slots[c - 1] !== slot ? slot.cell : EMPTY_CELL));
}
