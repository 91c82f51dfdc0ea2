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
  const taken = new Set<number>();
  for (const { firstLine, lastLine } of [...marked.tables, ...marked.doubtful]) {
    for (let line = firstLine; line <= lastLine; line++) taken.add(line);
  }
  const flat = flatTables(lines, (index) => taken.has(index + 1));
  const tables = [...marked.tables, ...flat.tables];
  const uncertain = [
    ...marked.doubtful.map(({ title, firstLine }) => ({ title, line: firstLine })),
    ...flat.uncertain.map(({ title, line }) => ({ title, line })),
  ];
  return {
    tables: tables.sort((a, b) => a.firstLine - b.firstLine),
    diagnostics: [
      ...uncertain.map(({ title, line }) => diagnostic('table/uncertain', 'warning', { title }, line)),
      ...flat.tables.map(({ title, header, rows, firstLine }) =>
        diagnostic(
          'table/rebuilt',
          'info',
          { title: title || header.filter(Boolean).join(' '), rows: rows.length, columns: header.length },
          firstLine,
        ),
      ),
    ],
  };
}
