import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import type { Line } from '../core/lines.js';
import { flatTables } from './flat-tables.js';
import { markedTables } from './marked-tables.js';

/** A cell: its text and where it stands (UTF-16 offsets in the cleaned text); an empty cell stands nowhere. */
export interface RawCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
}

export interface RawTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  /** Lines of the cleaned text, 1-based, inclusive, caption included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export const EMPTY_CELL: RawCell = { text: '', start: 0, end: 0 };

/** All tables of a text: those that the page marks as such, and those that it flattened to one cell a line. */
export function findTables(
  lines: readonly Line[],
  marks: readonly Mark[],
): { tables: RawTable[]; diagnostics: AnyDiagnostic[] } {
  const marked = markedTables(lines, marks);
  const inMarked = (line: number): boolean => marked.some((table) => table.firstLine <= line && line <= table.lastLine);
  const flat = flatTables(lines);
  const tables = [...marked, ...flat.tables.filter((table) => !inMarked(table.firstLine) && !inMarked(table.lastLine))];
  return {
    tables: tables.sort((a, b) => a.firstLine - b.firstLine),
    diagnostics: flat.uncertain
      .filter(({ line }) => !inMarked(line))
      .map(({ title, line }) => diagnostic('table/uncertain', 'warning', { title }, line)),
  };
}
