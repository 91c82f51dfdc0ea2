import type { Line } from '../core/lines.js';
import { NOTE_BELOW } from '../lexicon/cell-words.js';
import { isCaption, NUMBERED_CAPTION } from '../lexicon/tables.js';
import { captionAbove, isContinued, unitIn } from './captions.js';
import { type CellLine, cellLine } from './cell-shapes.js';
import { isHeadAt } from './flat-head.js';

/** The lines of a text as cells, looked at once and only where needed. */
export interface CellText {
  readonly lines: readonly Line[];
  readonly at: (index: number) => CellLine;
  /** Whether three names of columns stand one below the other from a line on. */
  readonly opensHead: (index: number) => boolean;
  /** Lines that a table of another kind has taken. */
  readonly taken: (index: number) => boolean;
}

export function cellText(lines: readonly Line[], taken: (index: number) => boolean): CellText {
  const seen: CellLine[] = [];
  const heads: boolean[] = [];
  const at = (index: number): CellLine => {
    seen[index] ??= cellLine(lines[index]?.text ?? '');
    return seen[index];
  };
  return {
    lines,
    taken,
    at,
    opensHead: (index) => {
      heads[index] ??= index + 2 < lines.length && isHeadAt([at(index), at(index + 1), at(index + 2)]);
      return heads[index];
    },
  };
}

export interface Region {
  /** Indices of the lines that may be cells, in order; heads that a page repeats are left out. */
  readonly cells: readonly number[];
  /** Whether the table must end there; else the region was cut at the limit. */
  readonly closed: boolean;
  /** Index of the first line behind the last head that the page repeats. */
  readonly again: number;
}

/**
 * The lines from the first line of a head up to where the table must have ended.
 * @param limit lines that are looked at
 */
export function regionOf(text: CellText, head: number, headLength: number, limit: number): Region {
  const cells: number[] = [];
  const { lines } = text;
  let again = head;
  let i = head;
  while (i < lines.length && i < head + limit) {
    if (i >= head + headLength) {
      const behind = repeatedHead(text, head, headLength, i);
      if (behind > i) {
        again = behind;
        i = behind;
        continue;
      }
      if (text.taken(i) || closes(text, i)) return { cells, closed: true, again };
    }
    cells.push(i);
    i++;
  }
  return { cells, closed: i >= lines.length, again };
}

/** The line behind the head of a continued page: 续表, 单位, and the names of the columns once more. */
function repeatedHead(text: CellText, head: number, headLength: number, at: number): number {
  const { lines } = text;
  let i = at;
  const continued = isContinued(lines[i]?.text ?? '');
  if (continued || (lines[i]?.text === lines[head - 1]?.text && isCaption(lines[i]?.text ?? ''))) i++;
  if (unitIn(lines[i]?.text ?? '') !== '') i++;
  let same = 0;
  while (same < headLength && i + same < lines.length && lines[i + same]?.text === lines[head + same]?.text) same++;
  if (same >= Math.min(3, headLength)) return i + same;
  return continued ? i : at;
}

/** Whether a table cannot go on with a line. */
function closes(text: CellText, at: number): boolean {
  const { text: words, shapes } = text.at(at);
  if (NOTE_BELOW.test(words) || NUMBERED_CAPTION.test(words)) return true;
  if (CLOSING.test(words)) return true;
  if (shapes.includes('heading') && leadsToText(text, at)) return true;
  // Another head, or what stands above it.
  for (let head = at; head <= at + 2; head++)
    if (text.opensHead(head)) return head === at || captionAbove(text.lines, head + 1, undefined).firstLine <= at + 1;
  return false;
}

const CLOSING = /^(?:第[一二三四五六七八九十百\d]{1,4}[编篇章]|附件\s*\d|专[栏题]\s*[\d一二三四五六七八九十])/;

/** Whether paragraphs follow a numbered line, as they do in a text, and not cells. */
function leadsToText(text: CellText, at: number): boolean {
  for (let i = at; i < Math.min(text.lines.length, at + 5); i++) {
    const { shapes } = text.at(i);
    if (shapes.includes('sentence')) return i + 1 >= text.lines.length || !isTyped(text.at(i + 1));
    if (!shapes.includes('heading')) return shapes[0] === 'long' && !isTyped(text.at(i + 1));
  }
  return true;
}

const TYPED: ReadonlySet<string> = new Set([
  'integer',
  'number',
  'year',
  'dash',
  'unit',
  'property',
  'bodies',
  'nature',
]);

function isTyped({ shapes }: CellLine): boolean {
  return TYPED.has(shapes[0] ?? '') && !shapes.includes('sentence');
}
