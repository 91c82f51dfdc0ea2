import type { Document, Section, Table } from '../../schema/model.js';
import type { TextLine } from './lines.js';

/** A line that is shown as a paragraph or a heading. */
export interface LineBlock extends TextLine {
  readonly type: 'line';
  /** The section whose heading begins the line. */
  readonly heading: Section | null;
  /** Depth of that section in the tree, from 1. */
  readonly depth: number;
  /** Where the words of the heading end; the line may go on with text. */
  readonly headEnd: number;
}

/** A cell: the lines of the text that it is made of. None where the text says it once for several cells. */
export interface Cell {
  readonly text: string;
  readonly lines: readonly TextLine[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly table: Table;
  readonly start: number;
  readonly end: number;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Lines of its range that are in no cell: its caption, notes. None is lost. */
  readonly before: readonly LineBlock[];
  readonly after: readonly LineBlock[];
}

export type TextBlock = LineBlock | TableBlock;

/** How far behind a cell's place its text is looked for: captions and notes stand between cells. */
const AHEAD = 4;

const bare = (text: string): string => text.replace(/\s+/g, '');

/** How many of the lines from `at` on make up the text of a cell; 0 where they do not. */
function linesOfCell(wanted: string, lines: readonly TextLine[], at: number, text: string): number {
  let made = '';
  for (let i = at; i < lines.length; i++) {
    const { start, end } = lines[i] as TextLine;
    made += bare(text.slice(start, end));
    if (made === wanted) return i - at + 1;
    if (made.length >= wanted.length || !wanted.startsWith(made)) return 0;
  }
  return 0;
}

/** Cells in the order of the text, each with its lines; one that the text does not say at its place has none. */
function placeCells(cells: readonly string[], lines: readonly TextLine[], text: string) {
  const taken = new Set<TextLine>();
  let next = 0;
  const placed = cells.map((cell): Cell => {
    const wanted = bare(cell);
    if (wanted === '') return { text: cell, lines: [] };
    for (let at = next; at < Math.min(lines.length, next + AHEAD); at++) {
      const count = linesOfCell(wanted, lines, at, text);
      if (count === 0) continue;
      const own = lines.slice(at, at + count);
      for (const line of own) taken.add(line);
      next = at + count;
      return { text: cell, lines: own };
    }
    return { text: cell, lines: [] };
  });
  return { placed, taken };
}

const plain = (line: TextLine): LineBlock => ({ ...line, type: 'line', heading: null, depth: 0, headEnd: line.start });

/** A table with its cells in the text; null where so few of them are found that the lines themselves say more. */
function tableBlock(table: Table, lines: readonly TextLine[], text: string): TableBlock | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const { header } = table;
  const cells = [...header, ...table.rows.flat()];
  const { placed, taken } = placeCells(cells, lines, text);
  const loose = lines.filter((line) => !taken.has(line));
  if (taken.size === 0 || loose.length > Math.max(3, lines.length / 4)) return null;
  const begin = lines.findIndex((line) => taken.has(line));
  const head = placed.slice(0, header.length);
  let at = header.length;
  const rows = table.rows.map((row) => {
    const own = placed.slice(at, at + row.length);
    at += row.length;
    return own;
  });
  const before = loose.filter((line) => line.line < (lines[begin]?.line ?? 0)).map(plain);
  const after = loose.filter((line) => line.line > (lines[begin]?.line ?? 0)).map(plain);
  return { type: 'table', table, start: first.start, end: last.end, header: head, rows, before, after };
}

/** The depth of every section below the root, from 1; items stand in no tree. */
function depthsOf(sections: readonly Section[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of sections) depths.set(id, (parent === null ? 0 : (depths.get(parent) ?? 0)) + 1);
  return depths;
}

/** Where the marker and title of a section end in its first line. */
function headEndOf({ start, marker, title }: Section, line: TextLine, text: string): number {
  const found = title === '' ? -1 : text.indexOf(title, start);
  const end = found >= 0 && found < line.end ? found + title.length : start + marker.length;
  return Math.min(line.end, Math.max(end, start));
}

function lineBlock(line: TextLine, heading: Section | undefined, depth: number, text: string): LineBlock {
  if (!heading) return plain(line);
  return { ...line, type: 'line', heading, depth, headEnd: headEndOf(heading, line, text) };
}

/** The text as blocks, in order. Every line is in one of them. */
export function blocksOf(document: Document, lines: readonly TextLine[], text: string): TextBlock[] {
  const depths = depthsOf(document.sections);
  const headings = new Map<number, Section>();
  for (const section of document.sections) {
    if (section.kind !== 'item' && !headings.has(section.lines[0])) headings.set(section.lines[0], section);
  }
  const tables = [...document.tables].sort((a, b) => a.lines[0] - b.lines[0]);
  const blocks: TextBlock[] = [];
  let at = 0;
  const upTo = (line: number): void => {
    for (; at < lines.length && at + 1 < line; at++) {
      const one = lines[at] as TextLine;
      const heading = headings.get(one.line);
      blocks.push(lineBlock(one, heading, depths.get(heading?.id ?? '') ?? 1, text));
    }
  };
  for (const table of tables) {
    const [first, last] = table.lines;
    if (first - 1 < at) continue;
    const block = tableBlock(table, lines.slice(first - 1, last), text);
    if (!block) continue;
    upTo(first);
    blocks.push(block);
    at = last;
  }
  upTo(Number.POSITIVE_INFINITY);
  return blocks;
}
