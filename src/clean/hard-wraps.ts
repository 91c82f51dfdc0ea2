import { cellsAround } from '../core/cells.js';
import { defineStage } from '../core/draft.js';
import { type Edit, remove, repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { isCellRow } from './cell-rows.js';

/** Columns; a text is not set narrower. */
const NARROWEST = 30;
/** Columns by which a full line may fall short: a character, a number or marks that did not fit. */
const RAGGED = 6;
/** The same for a line that breaks off in mid-sentence, once the text is known to be set to a width. */
const LOOSE = 12;
/** Full lines that show a text to be set to a width. */
const PROOF = 6;

const PAGE_NUMBER = /^[-—–－─]+[ \u3000]?(\d{1,3})[ \u3000]?[-—–－─]+$/;
const CLOSED = /[。！？!?；;：:]["”’）)】》]?$/;
/** Where a statement of who is responsible ends, or a part of a sentence. */
const BRACKETED = /[）)】〕\]]$/;
const INDENT = /^(?:[ \t\u00a0]{2,}|[\u3000\u2002\u2003]+)/;
const TABULAR = /\S(?:[ \u00a0]{3,}|\t|\u3000{2,})\S.*\S(?:[ \u00a0]{3,}|\t|\u3000{2,})\S/;

/** `— 3 —`: the numbers of printed pages (GB/T 9704—2012, 7.5), known by rising. What they parted runs on. */
export const pageNumbers = defineStage({
  id: 'page-numbers',
  edits: ({ text }) => {
    const lines = linesOf(text);
    const found = lines.flatMap((line) => {
      const number = PAGE_NUMBER.exec(line.text.trim())?.[1];
      return number === undefined ? [] : [{ line, number: Number(number) }];
    });
    const rising = found.length >= 2 && found.every(({ number }, i) => i === 0 || number > (found[i - 1]?.number ?? 0));
    return rising ? found.map(({ line }) => removeWithBlanks(text, line)) : [];
  },
});

/** A page number goes together with the blank lines around it, which the end of the page left. */
function removeWithBlanks(text: string, line: Line): Edit {
  let { start } = line;
  let end = Math.min(line.end + 1, text.length);
  while (start > 1 && text[start - 1] === '\n' && text[start - 2] === '\n') start--;
  while (text[end] === '\n') end++;
  return remove(start, end, 'footer');
}

/**
 * A text that was set to a width, as mail programs and exports of printed pages do it: lines that are full go on in the
 * next one, unless an indent or a number begins a new paragraph there.
 */
export const hardWraps = defineStage({
  id: 'hard-wraps',
  edits: ({ text, marks }) => {
    const lines = linesOf(text);
    const cellOf = cellsAround(marks);
    // A cell is set to the width of its column, and never runs on.
    const widths = lines.map((line) => (cellOf(line) ? 0 : widthOf(line.text)));
    const full = fullWidthOf(lines, widths);
    if (full === undefined) return [];
    const indented = lines.filter((line) => INDENT.test(line.text)).length >= 3;
    const edits: Edit[] = [];
    // Where paragraphs are indented, a line without indent that follows none (a title, a heading) stands for itself.
    let within = !indented;
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      within ||= INDENT.test(line.text);
      const closed = CLOSED.test(line.text.trimEnd());
      const filled = (widths[i] ?? 0) >= full - (closed || !indented ? RAGGED : LOOSE);
      const apart = next === undefined || cellOf(line) !== undefined || cellOf(next) !== undefined;
      const joins = within && filled && !apart && goesOn(line.text, next.text, closed, indented);
      if (joins) edits.push(joined(line, next));
      else within = !indented;
    });
    return edits;
  },
});

function joined(line: Line, next: Line): Edit {
  const indent = next.text.length - next.text.trimStart().length;
  const end = line.start + line.text.trimEnd().length;
  const words = /[A-Za-z]$/.test(line.text.trimEnd()) && /^[A-Za-z]/.test(next.text.trimStart());
  return repair(end, next.start + indent, words ? ' ' : '', 'joined-line');
}

/** The width in columns that a text is set to: many lines have it, few are wider, most break off in mid-sentence. */
function fullWidthOf(lines: readonly Line[], widths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  const long = widths.filter((width) => width >= NARROWEST);
  for (const width of long) counts.set(width, (counts.get(width) ?? 0) + 1);
  const within = (top: number): number => {
    let sum = 0;
    for (let width = top - RAGGED; width <= top; width++) sum += counts.get(width) ?? 0;
    return sum;
  };
  let best: number | undefined;
  for (const width of counts.keys()) if (best === undefined || within(width) > within(best)) best = width;
  if (best === undefined) return undefined;
  const top = best;
  const filled = lines.filter((_, i) => (widths[i] ?? 0) >= top - RAGGED && (widths[i] ?? 0) <= top);
  const wider = widths.filter((width) => width > top).length;
  const open = filled.filter((line) => !CLOSED.test(line.text.trimEnd()) && !TABULAR.test(line.text)).length;
  const proven = filled.length >= PROOF && filled.length >= long.length * 0.3 && wider <= long.length * 0.05;
  return proven && open * 2 >= filled.length ? top : undefined;
}

function goesOn(line: string, next: string, closed: boolean, indented: boolean): boolean {
  if (next.trim() === '' || TABULAR.test(line) || TABULAR.test(next)) return false;
  if (isCellRow(line) || isCellRow(next)) return false;
  const numbered = startsWithMarker(next.trimStart());
  if (indented) return !INDENT.test(next) && !(numbered && (closed || BRACKETED.test(line.trimEnd())));
  // Without indents a number begins a paragraph, except one that the end of the line cut through;
  // a line without any mark is a title or a heading.
  const cutNumber = /\d$/.test(line.trimEnd()) && /^\d/.test(next.trimStart());
  return !closed && /[，。；：、]/.test(line) && (cutNumber || !numbered);
}

/** Columns on a terminal or a printed page: Chinese characters and marks take two. */
function widthOf(line: string): number {
  const end = line.trimEnd().length;
  let width = 0;
  for (let i = 0; i < end; i++) width += line.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}
