import type { AnyDiagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import { type Line, linesOf } from '../core/lines.js';
import { lastIndex } from '../core/search.js';
import type { Section, Table } from '../schema/model.js';
import { findHeadings } from './headings.js';
import type { RawTable } from './raw-table.js';
import { findTables } from './tables.js';
import { buildTree } from './tree.js';

/** The cleaned text as a reader sees it. */
export interface Structure {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly tables: readonly RawTable[];
  readonly diagnostics: readonly AnyDiagnostic[];
  /** The innermost section that a line (1-based) stands in. */
  readonly sectionAt: (line: number) => Section | undefined;
}

export function structureOf(text: string, marks: readonly Mark[]): Structure {
  const lines = linesOf(text);
  const { sections, diagnostics } = buildTree(findHeadings(lines, marks), lines.length);
  const sectionAt = (line: number): Section | undefined =>
    sections[lastIndex(sections.length, (i) => (sections[i]?.lines[0] ?? 0) <= line)];
  const found = findTables(lines, marks);
  return {
    text,
    lines,
    sections,
    tables: found.tables,
    diagnostics: [...diagnostics, ...found.diagnostics],
    sectionAt,
  };
}

/** A table as the output has it. */
export function tableRecord(table: RawTable, index: number, section: Section | undefined): Table {
  return {
    id: `tb${index + 1}`,
    section: section?.id ?? null,
    title: table.title,
    header: [...table.header],
    rows: table.rows.map((row) => row.cells.map((cell) => cell.text)),
    lines: [table.firstLine, table.lastLine],
  };
}
