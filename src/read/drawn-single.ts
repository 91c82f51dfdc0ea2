import type { Drawing, DrawnCell, DrawnLine, Field, Piece } from './drawn-lines.js';
import { isBlank } from './drawn-lines.js';
import { headlessRows, singleBody, unprovenRows } from './drawn-single-body.js';
import { type SingleHead, singleHead, textOf } from './drawn-single-head.js';
import type { Cell } from './drawn-single-rows.js';

/** Characters of the name that a table is told by. */
const LONGEST_NAME = 40;

/** A row of a table in which single blanks part the cells; of a group it is the one cell over all columns. */
export interface SingleRow {
  readonly cells: readonly Cell[];
  readonly group: boolean;
}

/**
 * The table whose head stands in a line, its cells parted by single blanks as in a text copied from a page: one blank is weak,
 * so head and rows have to prove each other, and a row that can be read in two ways leaves the whole table as it is.
 */
export function singleTable(lines: readonly DrawnLine[], at: number): Drawing | undefined {
  const head = singleHead(lines, at);
  if (!head) return undefined;
  const body = singleBody(lines, head);
  if ('doubtful' in body) return { doubtful: textOf(head.names).slice(0, LONGEST_NAME), next: body.doubtful };
  if (body.rows.filter(({ group }) => !group).length < 2) return undefined;
  return { first: at, next: body.next, cells: cellsOf(lines, head, body.rows) };
}

/**
 * Rows of numbers that count on, or are of one make, with no head above them, or not as many cells as their head has names: a
 * table all the same, which nobody can read.
 */
export function brokenTable(lines: readonly DrawnLine[], at: number): Drawing | undefined {
  if (isBlank(lines[at])) return undefined;
  const text = lines[at]?.text ?? '';
  const next = /\d/.test(text) ? (headlessRows(lines, at) ?? unprovenRows(lines, at)) : unprovenRows(lines, at);
  return next === undefined ? undefined : { doubtful: text.trim().slice(0, LONGEST_NAME), next };
}

function cellsOf(lines: readonly DrawnLine[], head: SingleHead, rows: readonly SingleRow[]): DrawnCell[] {
  const all: SingleRow[] = [{ cells: head.names.map((name) => [name]), group: false }, ...rows];
  const width = head.columns.length;
  /** Up to which row the last group of each column reaches. */
  const covered = head.columns.map(() => 0);
  return all.flatMap((row, r) => {
    if (row.group) {
      const pieces = row.cells[0] ?? [];
      return [{ row: r, column: 0, rowSpan: 1, columnSpan: width, head: false, pieces: piecesIn(lines, pieces) }];
    }
    return row.cells.flatMap((cell, column): DrawnCell[] => {
      if (r < (covered[column] ?? 0)) return [];
      const grouped = r > 0 && head.columns[column] === 'group' && cell.length > 0;
      const rowSpan = grouped ? reach(all, r, column) : 1;
      covered[column] = r + rowSpan;
      return [{ row: r, column, rowSpan, columnSpan: 1, head: r === 0, pieces: piecesIn(lines, cell) }];
    });
  });
}

/** How many rows have the group of a row: those below it that name none. */
function reach(rows: readonly SingleRow[], r: number, column: number): number {
  let end = r + 1;
  while (rows[end]?.group === false && rows[end]?.cells[column]?.length === 0) end++;
  return end - r;
}

/** The pieces of a cell: fields of one line are one, with the blanks between them. */
function piecesIn(lines: readonly DrawnLine[], fields: readonly Field[]): Piece[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of fields) {
    const last = pieces.at(-1);
    if (last && lineEnd(lines, last.start) > start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}

function lineEnd(lines: readonly DrawnLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]?.end ?? 0;
}
