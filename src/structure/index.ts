import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import { type Line, linesOf } from '../core/lines.js';
import { lastIndex } from '../core/search.js';
import type { Part, Section, Table } from '../schema/model.js';
import { columnsOf } from './columns.js';
import { contentsLines } from './contents.js';
import { findHeadings } from './headings.js';
import { itemIndex } from './item-index.js';
import { findItems } from './items.js';
import { chainOf, levelOf, type SectionNode } from './nodes.js';
import { readMarker } from './numbering.js';
import { findParts } from './parts.js';
import type { RawTable } from './raw-table.js';
import { findTables } from './tables.js';
import { buildTree } from './tree.js';
import { withUnnumbered } from './typography.js';

/** The cleaned text as a reader sees it. */
export interface Structure {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
  /** In the order of the text: headings, and the items inside them. */
  readonly sections: readonly Section[];
  readonly tables: readonly RawTable[];
  readonly diagnostics: readonly AnyDiagnostic[];
  /** Whether a line (1-based) is of a table of contents. */
  readonly isContents: (line: number) => boolean;
  /** The innermost section that a line (1-based) stands in; items are none. */
  readonly sectionAt: (line: number) => Section | undefined;
  /** The innermost item that a place of the text stands in, and all that is governed from `from` on. */
  readonly itemAt: (offset: number, from?: number) => Section | undefined;
}

export function structureOf(text: string, marks: readonly Mark[]): Structure {
  const lines = linesOf(text);
  const contents = contentsLines(lines);
  const { tables, diagnostics } = findTables(lines, marks);
  const inTable = tableLines(lines, tables, marks);
  const outside = (line: number): boolean => !contents.has(line) && !inTable.has(line);
  const parts = findParts(lines, outside);
  const { headings, known } = findHeadings(lines, outside);
  const tree = buildTree(
    withUnnumbered(headings, lines, marks, outside),
    parts.map((part) => part.lines[0]),
    text.length,
    known,
  );
  endWithParts(tree.nodes, parts);
  const items = findItems(lines, tree.nodes, outside);
  const sections = numbered([...tree.nodes, ...items], parts, lines);
  const headed = sections.filter((section) => section.kind !== 'item');
  return {
    text,
    lines,
    parts,
    sections,
    tables,
    diagnostics: [...severalPlans(parts), ...tree.diagnostics, ...diagnostics],
    isContents: (line) => contents.has(line),
    sectionAt: (line) => {
      const section = headed[lastIndex(headed.length, (i) => (headed[i]?.lines[0] ?? 0) <= line)];
      // Before the first heading of a later part there is none.
      return section && line <= section.lines[1] ? section : undefined;
    },
    itemAt: itemIndex(sections),
  };
}

/** No section goes on behind the part in which it begins. */
function endWithParts(nodes: readonly SectionNode[], parts: readonly Part[]): void {
  let next = 1;
  for (const node of nodes) {
    while (next < parts.length && (parts[next]?.start ?? 0) <= node.start) next++;
    node.end = Math.min(node.end, parts[next]?.start ?? node.end);
  }
}

/** A file with more than one plan: said, because what is known about the document is that of the first. */
function severalPlans(parts: readonly Part[]): AnyDiagnostic[] {
  const plans = parts.filter(({ kind }) => kind === 'plan');
  if (plans.length < 2) return [];
  const told = plans.map(({ title, lines }) => ({ title: title ?? '', lines }));
  return [diagnostic('structure/several-plans', 'info', { plans: told }, plans[1]?.lines[0])];
}

/** The lines (1-based) of tables, and of cells that make none: no heading stands there. */
function tableLines(lines: readonly Line[], tables: readonly RawTable[], marks: readonly Mark[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { title, firstLine, lastLine } of tables) {
    // 专栏1 主要指标 heads a box, whatever stands in it, and a caption under a bare 附件 is the title of the annex.
    const above = lines[firstLine - 2]?.text ?? '';
    const marker = readMarker(above);
    const titles = title !== '' && marker?.style.kind === 'annex' && marker.end === above.length;
    const heads = titles || readMarker(title)?.style.kind === 'box';
    for (let line = heads ? firstLine + 1 : firstLine; line <= lastLine; line++) found.add(line);
  }
  for (const mark of marks) {
    if (mark.kind !== 'cell') continue;
    const first = lastIndex(lines.length, (i) => (lines[i]?.start ?? 0) < mark.start) + 1;
    for (let i = first; i < lines.length && (lines[i]?.end ?? 0) <= mark.end; i++) found.add(i + 1);
  }
  return found;
}

/** Sections in the order of the text, with their ids, levels and chains. */
function numbered(nodes: readonly SectionNode[], parts: readonly Part[], lines: readonly Line[]): Section[] {
  const ordered = [...nodes].sort((a, b) => a.start - b.start);
  const ids = new Map(ordered.map((node, i) => [node, `s${i + 1}`]));
  return ordered.map((node, i): Section => {
    const part = parts[lastIndex(parts.length, (k) => (parts[k]?.start ?? 0) <= node.start)];
    const last = lastIndex(lines.length, (k) => (lines[k]?.start ?? 0) < node.end) + 1;
    return {
      id: `s${i + 1}`,
      parent: (node.parent && ids.get(node.parent)) ?? null,
      level: levelOf(node),
      kind: node.kind,
      marker: node.marker,
      title: node.title,
      chain: chainOf(node),
      annex: node.annex,
      part: part?.id ?? 'p1',
      lines: [node.line, Math.max(node.line, last)],
      start: node.start,
      end: node.end,
    };
  });
}

/** A table as the output has it. */
export function tableRecord(table: RawTable, index: number, section: Section | undefined): Table {
  const rows = table.rows.map((row) => row.cells.map((cell) => cell.text));
  return {
    id: `tb${index + 1}`,
    section: section?.id ?? null,
    title: table.title,
    header: [...table.header],
    columns: columnsOf(table.header, rows),
    rows,
    lines: [table.firstLine, table.lastLine],
  };
}
