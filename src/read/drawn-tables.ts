import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Mark } from '../core/draft.js';
import type { OffsetMap } from '../core/offset-map.js';
import { alignedTable } from './drawn-aligned.js';
import { type Drawing, type DrawnLine, type DrawnTable, drawnLines, LONGEST_LINE } from './drawn-lines.js';
import { type Nothing, ruledTable } from './drawn-ruled.js';
import { type TextBuilder, textBuilder } from './text-builder.js';

/** A text whose drawn tables stand in it as those of a page do: one cell a line, with its mark. */
export interface DrawnText {
  readonly text: string;
  readonly map: OffsetMap;
  readonly marks: Mark[];
  readonly diagnostics: AnyDiagnostic[];
}

/** What any drawn table has: uprights, a tab, or blanks between words. */
const SIGN = /[│┃║┆┇┊┋╎╏|｜]|\S[ \t\u00a0\u2002\u2003\u3000]/;

/**
 * Find the tables that a plain text draws with box characters, ASCII or Markdown, with tabs or with runs of blanks, before
 * the cleaning takes the blanks away. Undefined where there is none: a text without tables is left as it is. What draws
 * them, like the tags of a page, is no text; the rest keeps every character.
 */
export function drawnTables(source: string): DrawnText | undefined {
  if (!SIGN.test(source)) return undefined;
  const lines = drawnLines(source);
  const tables: DrawnTable[] = [];
  const diagnostics: AnyDiagnostic[] = [];
  /** Up to here nothing is drawn with strokes. */
  let plain = 0;
  for (let i = 0; i < lines.length; ) {
    const found = tableAt(lines, i, i >= plain);
    if (found && 'nothing' in found) {
      plain = found.nothing;
      continue;
    }
    if (found && 'cells' in found) tables.push(found);
    else if (found) diagnostics.push(diagnostic('table/uncertain', 'warning', { title: found.doubtful }));
    i = found ? Math.max(found.next, i + 1) : i + 1;
  }
  if (tables.length === 0 && diagnostics.length === 0) return undefined;
  return { ...written(source, lines, tables), diagnostics };
}

function tableAt(lines: readonly DrawnLine[], at: number, strokes: boolean): Drawing | Nothing | undefined {
  const text = lines[at]?.text ?? '';
  if (text.length < 3 || text.length > LONGEST_LINE) return undefined;
  return (strokes ? ruledTable(lines, at) : undefined) ?? alignedTable(lines, at);
}

function written(
  source: string,
  lines: readonly DrawnLine[],
  tables: readonly DrawnTable[],
): Omit<DrawnText, 'diagnostics'> {
  const out = textBuilder();
  const marks: Mark[] = [];
  let from = 0;
  tables.forEach(({ first, next, cells }, table) => {
    const start = lines[first]?.start ?? source.length;
    const end = lines[next - 1]?.next ?? source.length;
    out.append(source.slice(from, start), from, start, true);
    for (const { pieces, ...place } of cells) {
      const at = out.length();
      pieces.forEach((piece, i) => {
        const before = pieces[i - 1];
        if (before && needsBlank(source, before.end, piece.start)) out.append(' ', before.end, before.end, false);
        out.append(source.slice(piece.start, piece.end), piece.start, piece.end, true);
      });
      marks.push({ kind: 'cell', cell: { table, ...place }, start: at, end: out.length() });
      if (out.length() > at) endLine(out, pieces.at(-1)?.end ?? end, end);
    }
    from = end;
  });
  out.append(source.slice(from), from, source.length, true);
  return { ...out.finish(source.length), marks };
}

function endLine(out: TextBuilder, at: number, end: number): void {
  out.append('\n', at, Math.min(at, end), false);
}

/** Numbers and Latin words of two lines do not run together. */
function needsBlank(source: string, before: number, behind: number): boolean {
  return /[\dA-Za-z%％]/.test(source[before - 1] ?? '') && /[\dA-Za-z]/.test(source[behind] ?? '');
}
