import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import type { OffsetMap } from '../core/offset-map.js';
import { lastIndex } from '../core/search.js';
import { alignedTable } from './drawn-aligned.js';
import { type Drawing, type DrawnLine, type DrawnTable, drawnLines, LONGEST_LINE, type Piece } from './drawn-lines.js';
import { pipedTable } from './drawn-piped.js';
import { type Nothing, ruledTable } from './drawn-ruled.js';
import { brokenTable, singleTable } from './drawn-single.js';
import { type TextBuilder, textBuilder } from './text-builder.js';

/** A text whose drawn tables stand in it as those of a page do: one cell a line, with its mark. */
export interface DrawnText {
  readonly text: string;
  readonly map: OffsetMap;
  readonly marks: Mark[];
  readonly diagnostics: AnyDiagnostic[];
}

/** Characters, blanks included. */
const LONGEST_HEAD = 500;
/** 表1  主要指标, whose number and name the blanks part. */
const CAPTION =
  /^[ \t\u00a0\u3000]*(?:[附续]?表|图|圖|专栏|專欄|附件|附錄|附录)[ \u00a0\u3000]*[\d一二三四五六七八九十]{1,3}(?![\d一二三四五六七八九十])/;
/** What any drawn table has: uprights, a tab, or blanks between words. */
const SIGN = /[│┃║┆┇┊┋╎╏|｜]|\S[ \t\u00a0\u2002\u2003\u3000]/;

/**
 * Find the tables that a plain text draws with box characters, ASCII or Markdown, with tabs or with runs of blanks, before
 * the cleaning takes the blanks away. Undefined where there is none: a text without tables is left as it is. What draws
 * them, like the tags of a page, is no text; the rest keeps every character. The cells of a row come one behind the other,
 * also where each stands in several lines.
 * @param known what the page says of the text: its cells, and what it does not show, hold no drawn table.
 */
export function drawnTables(source: string, known: readonly Mark[] = []): DrawnText | undefined {
  if (!SIGN.test(source)) return undefined;
  const lines = barred(drawnLines(source), known);
  const tables: DrawnTable[] = [];
  const diagnostics: AnyDiagnostic[] = [];
  /** Up to here nothing is drawn with strokes. */
  let plain = 0;
  /** Up to here pipes close no cells. */
  let unpiped = 0;
  for (let i = 0; i < lines.length; ) {
    const piped = i >= unpiped ? pipedTable(lines, i) : undefined;
    if (piped && 'nothing' in piped) unpiped = piped.nothing;
    const found = piped && !('nothing' in piped) ? piped : tableAt(lines, i, i >= plain);
    if (found && 'nothing' in found) {
      plain = found.nothing;
      continue;
    }
    if (found && 'cells' in found) tables.push(found);
    else if (found) diagnostics.push(diagnostic('table/uncertain', 'warning', { title: found.doubtful }));
    i = found ? Math.max(found.next, i + 1) : i + 1;
  }
  if (tables.length === 0 && diagnostics.length === 0) return undefined;
  const { moves, marks, ...text } = written(source, lines, tables, tablesIn(known));
  return { ...text, marks: inOrder([...moved(known, moves), ...marks]), diagnostics };
}

/** Lines that hold cells of a page, or text that it does not show, say nothing. */
function barred(lines: DrawnLine[], known: readonly Mark[]): DrawnLine[] {
  const closed = inOrder(known.filter(({ kind }) => kind === 'cell' || kind === 'hidden'));
  if (closed.length === 0) return lines;
  let next = 0;
  return lines.map((line) => {
    while ((closed[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    return (closed[next]?.start ?? Number.POSITIVE_INFINITY) < line.end ? { ...line, text: '。' } : line;
  });
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => a.start - b.start);
}

function tablesIn(marks: readonly Mark[]): number {
  return marks.reduce((count, mark) => (mark.kind === 'cell' ? Math.max(count, mark.cell.table + 1) : count), 0);
}

/** Where a table stood, and where its cells stand. */
interface Move {
  readonly from: Piece;
  readonly to: Piece;
}

/** Marks where their text stands now; what a drawn table had inside of it says nothing of its cells. */
function moved(marks: readonly Mark[], moves: readonly Move[]): Mark[] {
  const at = (place: number, side: 'start' | 'end'): number => {
    const move = moves[lastIndex(moves.length, (i) => (moves[i]?.from.start ?? 0) < place)];
    if (!move) return place;
    return place < move.from.end ? move.to[side] : place + move.to.end - move.from.end;
  };
  const isInside = ({ start, end }: Mark): boolean => {
    const move = moves[lastIndex(moves.length, (i) => (moves[i]?.from.start ?? 0) <= start)];
    return move !== undefined && end <= move.from.end;
  };
  return marks
    .filter((mark) => mark.kind === 'cell' || !isInside(mark))
    .map((mark) => ({ ...mark, start: at(mark.start, 'start'), end: at(mark.end, 'end') }));
}

function tableAt(lines: readonly DrawnLine[], at: number, strokes: boolean): Drawing | Nothing | undefined {
  const text = lines[at]?.text ?? '';
  if (text.length < 3 || text.length > LONGEST_LINE) return undefined;
  const ruled = strokes ? ruledTable(lines, at) : undefined;
  // A sentence is no head, and a caption stands above one.
  if (ruled || text.length > LONGEST_HEAD || /[，。；]/.test(text) || CAPTION.test(text)) return ruled;
  return singleTable(lines, at) ?? alignedTable(lines, at) ?? brokenTable(lines, at);
}

function written(
  source: string,
  lines: readonly DrawnLine[],
  tables: readonly DrawnTable[],
  before: number,
): Omit<DrawnText, 'diagnostics'> & { readonly moves: Move[] } {
  const out = textBuilder();
  const moves: Move[] = [];
  const marks: Mark[] = [];
  let from = 0;
  tables.forEach(({ first, next, cells }, table) => {
    const start = lines[first]?.start ?? source.length;
    const end = lines[next - 1]?.next ?? source.length;
    out.append(source.slice(from, start), from, start, true);
    const opens = out.length();
    for (const { pieces, ...place } of cells) {
      const at = out.length();
      pieces.forEach((piece, i) => {
        const last = pieces[i - 1];
        if (last && needsBlank(source, last.end, piece.start)) out.append(' ', last.end, last.end, false);
        out.append(source.slice(piece.start, piece.end), piece.start, piece.end, true);
      });
      marks.push({ kind: 'cell', cell: { table: before + table, ...place }, start: at, end: out.length() });
      if (out.length() > at) endLine(out, pieces.at(-1)?.end ?? end, end);
    }
    moves.push({ from: { start, end }, to: { start: opens, end: out.length() } });
    from = end;
  });
  out.append(source.slice(from), from, source.length, true);
  return { ...out.finish(source.length), marks, moves };
}

function endLine(out: TextBuilder, at: number, end: number): void {
  out.append('\n', at, Math.min(at, end), false);
}

/** Numbers and Latin words of two lines do not run together. */
function needsBlank(source: string, before: number, behind: number): boolean {
  return /[\dA-Za-z%％]/.test(source[before - 1] ?? '') && /[\dA-Za-z]/.test(source[behind] ?? '');
}
