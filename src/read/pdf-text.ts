import type { Mark } from '../core/draft.js';
import type { Block } from './pdf-page.js';
import { type TablePart, tableParts } from './pdf-parts.js';
import { runningLines } from './pdf-running.js';
import { isCentred, type PlacedLine, placedLines, type Seam, seamsOf, settingOf } from './pdf-wraps.js';

/** A page as it was read. */
export interface ReadPage {
  readonly blocks: readonly Block[];
  /** Stamps and watermarks. */
  readonly slanted: readonly string[];
}

/** The text of a PDF, line by line, with what its layout says of it. */
export interface PdfText {
  readonly text: string;
  readonly marks: Mark[];
  /** Where each page begins (UTF-16 offsets). */
  readonly starts: number[];
}

interface Out {
  text: string[];
  length: number;
  readonly marks: Mark[];
}

/**
 * Lay out the text of a PDF: one line a line of the page, one cell a cell of a table. Running lines are marked, and so is
 * every line end inside of a paragraph, over columns and pages too.
 */
export function layOut(pages: readonly ReadPage[]): PdfText {
  const running = runningLines(pages.map(({ blocks }) => blocks));
  const bodies = pages.map(({ blocks }, page) => blocks.filter((_, i) => !running[page]?.has(i)));
  const parts = tableParts(bodies);
  const seams = seamMap(bodies);
  const out: Out = { text: [], length: 0, marks: [] };
  const starts: number[] = [];
  pages.forEach(({ blocks, slanted }, page) => {
    starts.push(out.length);
    const body = bodies[page] ?? [];
    const top = body[0] ? blocks.indexOf(body[0]) : 0;
    const aside = blocks.map((block, i) => (running[page]?.has(i) ? lineText(block) : ''));
    // Rows of a table without rules stay together over the page break: what runs through the pages stands beside them.
    const goesOn = endsAligned(bodies[page - 1]) && opensAligned(body);
    const stops = endsAligned(body) && opensAligned(bodies[page + 1]);
    const first = goesOn ? alignedAt(body, 'start') : 0;
    const last = stops ? Math.max(first, alignedAt(body, 'end')) : body.length;
    const addAll = (from: number, to: number): void => {
      for (const block of body.slice(from, to)) addBlock(out, block, parts, seams);
    };
    addAll(0, first);
    addRunning(out, [...slanted, ...aside.slice(0, Math.max(0, top))], 'footer');
    addAll(first, last);
    addRunning(out, aside.slice(Math.max(0, top)), 'footer');
    addAll(last, body.length);
  });
  return { text: out.text.join(''), marks: inOrder(out.marks), starts };
}

/** Index behind the rows that a page begins with, or of the first of those that it ends with. */
function alignedAt(body: readonly Block[], side: 'start' | 'end'): number {
  const isRow = (block: Block | undefined): boolean => block?.kind === 'line' && block.line.parted;
  let at = side === 'start' ? 0 : body.length;
  while (side === 'start' ? isRow(body[at]) : isRow(body[at - 1])) at += side === 'start' ? 1 : -1;
  return at;
}

function opensAligned(body: readonly Block[] = []): boolean {
  return alignedAt(body, 'start') > 0;
}

function endsAligned(body: readonly Block[] = []): boolean {
  return alignedAt(body, 'end') < body.length;
}

function lineText(block: Block): string {
  return block.kind === 'line' ? block.line.text.trim() : '';
}

interface Sewn {
  readonly seam: Seam;
  readonly centred: boolean;
}

/** For each block that is a line how it is joined to the next. */
function seamMap(bodies: readonly (readonly Block[])[]): ReadonlyMap<object, Sewn> {
  const setting = settingOf(placedLines(bodies));
  const map = new Map<object, Sewn>();
  let run: PlacedLine[] = [];
  const close = (): void => {
    const seams = seamsOf(run, setting);
    for (const [i, place] of run.entries()) {
      map.set(place.line, { seam: seams[i] ?? 'none', centred: isCentred(place, setting) });
    }
    run = [];
  };
  bodies.forEach((blocks, page) => {
    for (const block of blocks) {
      if (block.kind === 'line') run.push({ line: block.line, page, column: block.column });
      else close();
    }
  });
  close();
  return map;
}

function addBlock(
  out: Out,
  block: Block,
  parts: ReadonlyMap<object, TablePart>,
  seams: ReadonlyMap<object, Sewn>,
): void {
  if (block.kind === 'table') {
    const part = parts.get(block.table);
    if (part) addTable(out, part);
    return;
  }
  const { line } = block;
  const sewn = seams.get(line);
  const start = out.length;
  add(out, line.text);
  if (sewn?.centred) out.marks.push({ kind: 'look', look: 'centred', start, end: out.length });
  if (sewn && sewn.seam !== 'none') {
    out.marks.push({ kind: 'wrap', blank: sewn.seam === 'blank', start: out.length, end: out.length + 1 });
  }
  add(out, '\n');
}

function addTable(out: Out, { table, cells, repeated }: TablePart): void {
  addRunning(out, repeated, 'duplicate');
  for (const { row, column, rowSpan, columnSpan, lines } of cells) {
    const start = out.length;
    add(out, lines.join('\n'));
    const cell = { table, row, column, rowSpan, columnSpan, head: false };
    out.marks.push({ kind: 'cell', cell, start, end: out.length });
    if (out.length > start) add(out, '\n');
  }
}

/** Lines that are no text of the document, and why. */
function addRunning(out: Out, lines: readonly string[], reason: 'footer' | 'duplicate'): void {
  for (const line of lines) {
    if (line === '') continue;
    const start = out.length;
    add(out, `${line}\n`);
    out.marks.push({ kind: 'running', reason, start, end: out.length });
  }
}

function add(out: Out, text: string): void {
  out.text.push(text);
  out.length += text.length;
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
}
