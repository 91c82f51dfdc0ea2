import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import type { Line } from '../core/lines.js';
import { flatTables } from './flat-tables.js';
import { markedTables } from './marked-tables.js';
import type { RawTable } from './raw-table.js';

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
