import type { Draft, Mark } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import type { Range } from '../core/offset-map.js';
import type { HtmlText } from './html.js';
import type { Markup } from './markdown-inline.js';

const TABLE_TAG = /<(\/?)table\b/gi;
const PICTURE = /<img\b/gi;

/** Whether a text has stretches of HTML that have to be read as such. */
export function mayHoldHtml(text: string): boolean {
  return /<!--|<table\b|<img\b/i.test(text);
}

/** The comments and tables of HTML in a text: the first go, the cells of the second stand one a line, with their marks. */
export async function readStretches({ text, marks }: Draft): Promise<Markup> {
  const comments = commentsIn(text);
  const inComment = within(comments);
  const tables = tablesIn(text).filter(({ start }) => !inComment(start));
  const out: Markup = { edits: [], marks: [], pictures: text.match(PICTURE)?.length ?? 0 };
  const read: Range[] = [];
  let number = marks.reduce((most, mark) => (mark.kind === 'cell' ? Math.max(most, mark.cell.table + 1) : most), 0);
  for (const range of tables) {
    const { readHtml } = await import('./html.js');
    const page = await readHtml(text.slice(range.start, range.end));
    const edits = editsOf(page, text, range);
    if (!edits) continue;
    read.push(range);
    for (const edit of edits) out.edits.push(edit);
    const own = page.marks.map((mark) => placed(mark, page, range.start, number));
    for (const mark of own) out.marks.push(mark);
    number = own.reduce((most, mark) => (mark.kind === 'cell' ? Math.max(most, mark.cell.table + 1) : most), number);
  }
  // A comment inside of a table is gone with its tags.
  const inTable = within(read);
  for (const comment of comments) if (!inTable(comment.start)) out.edits.push(comment);
  return out;
}

function commentsIn(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    edits.push(repair(start, close + 3, '', 'markup'));
    start = text.indexOf('<!--', close + 3);
  }
  return edits;
}

/** Whether a place lies in one of some ranges, asked for in rising order. */
function within(edits: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((edits[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return (edits[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** The tables that stand in no other. One that is not closed ends nowhere, and stays. */
function tablesIn(text: string): Range[] {
  const tables: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: tag, 1: slash } of text.matchAll(TABLE_TAG)) {
    if (slash === '') {
      if (depth++ === 0) start = index;
    } else if (depth > 0 && --depth === 0) {
      const close = text.indexOf('>', index + tag.length);
      if (close >= 0) tables.push({ start, end: close + 1 });
    }
  }
  return tables;
}

/** The edits that put the text of a page in the place of its source; undefined where the two are not in one order. */
function editsOf({ text, map }: HtmlText, source: string, { start, end }: Range): Edit[] | undefined {
  const edits: Edit[] = [];
  let at = start;
  let pending = start > 0 && source[start - 1] !== '\n' ? '\n' : '';
  const upTo = (place: number): void => {
    if (place > at || pending !== '') edits.push(repair(at, place, pending, 'markup'));
    pending = '';
    at = place;
  };
  for (const segment of map.touching(0, map.length)) {
    const [from, to] = [start + segment.from, start + segment.to];
    if (from < at || to > end) return undefined;
    const piece = text.slice(segment.out, segment.out + segment.length);
    if (!segment.exact && piece.trim() === '') {
      pending += piece;
      continue;
    }
    upTo(from);
    if (!segment.exact) edits.push(repair(from, to, piece, 'markup'));
    at = to;
  }
  upTo(end);
  return edits;
}

/** A mark of a page in the source, which edits carry over: without the blanks at its ends, so that it meets no edit inside. */
function placed(mark: Mark, { text, map }: HtmlText, start: number, tables: number): Mark {
  const words = text.slice(mark.start, mark.end);
  const from = mark.start + words.length - words.trimStart().length;
  const empty = words.trim() === '';
  const range = empty
    ? { start: start + map.endOf(mark.start), end: start + map.endOf(mark.start) }
    : { start: start + map.startOf(from), end: start + map.endOf(from + words.trim().length) };
  if (mark.kind === 'cell') return { ...mark, ...range, cell: { ...mark.cell, table: mark.cell.table + tables } };
  if (mark.kind === 'caption') return { ...mark, ...range, table: mark.table + tables };
  return { ...mark, ...range };
}
