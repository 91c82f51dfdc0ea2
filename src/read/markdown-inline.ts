import type { Mark } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { type Delimiter, emphasised } from './markdown-emphasis.js';
import { formulaAt } from './markdown-math.js';

/** What the marks of Markdown say of a text, and the edits that take them out of it (UTF-16 offsets of the text). */
export interface Markup {
  readonly edits: Edit[];
  readonly marks: Mark[];
  pictures: number;
}

const SIGNS = /[\\`*_$[<!]/;
/** Characters; longer code is none of a line. */
const LONGEST_CODE = 300;
/** Characters of an address, but those of pictures in the text itself. */
const LONGEST_TARGET = 2000;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Where a link leads: a site, a page of this one, a file. [1](2) and [备注](责任单位：…) are text. */
const TARGET =
  /^<?(?:[a-z][a-z0-9+.-]{1,15}:|\/|#|\.{1,2}\/|www\.|[^\s\u3400-\u9fff]{1,200}\.(?:s?html?|aspx?|jsp|php|pdf|docx?|xlsx?|md|zip|rar|png|jpe?g|gif|bmp|webp|svg)\b)/i;
const FOOTNOTE = /\[\^[\w\u4e00-\u9fff-]{1,20}\]/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/y;

/**
 * Read the marks inside of a line: emphasis, links, pictures, code, formulas, escapes, notes.
 * @param base the line's place in the text
 * @param references the names of addresses that stand elsewhere in the text, in lower case
 */
export function readInline(line: string, base: number, references: ReadonlySet<string>, out: Markup): void {
  if (!SIGNS.test(line)) return;
  const scan: Scan = {
    line,
    base,
    references,
    out,
    runs: [],
    skips: new Map(),
    inside: 0,
    closers: closersOf(line),
    next: nexts(line),
  };
  for (let at = 0; at < line.length; ) {
    const past = scan.skips.get(at);
    at = past ?? step(scan, at);
  }
  const { edits, marks } = emphasised(line, scan.runs, base);
  for (const edit of edits) out.edits.push(edit);
  for (const mark of marks) out.marks.push(mark);
}

interface Scan {
  readonly line: string;
  readonly base: number;
  readonly references: ReadonlySet<string>;
  readonly out: Markup;
  readonly runs: Delimiter[];
  /** Where something begins that has been read, and its end. */
  readonly skips: Map<number, number>;
  /** Where the text of the link that was read last closes. */
  inside: number;
  /** Closing brackets by their opening ones. */
  readonly closers: ReadonlyMap<number, number>;
  /** The next place of a sign, asked for rising places only. */
  readonly next: (sign: ')' | ' ' | '`' | '``', from: number) => number;
}

/** Read what stands at a place; gives the place behind it. */
function step(scan: Scan, at: number): number {
  const { line } = scan;
  switch (line[at]) {
    case '\\':
      return formula(scan, at) ?? escaped(scan, at);
    case '$':
      return formula(scan, at) ?? at + (line[at + 1] === '$' ? 2 : 1);
    case '`':
      return code(scan, at);
    case '!':
      return (line[at + 1] === '[' ? link(scan, at + 1, true) : undefined) ?? at + 1;
    case '[':
      return footnote(scan, at) ?? link(scan, at, false) ?? at + 1;
    case '<':
      return autolink(scan, at) ?? at + 1;
    case '*':
    case '_':
      return run(scan, at);
    default:
      return at + 1;
  }
}

function take(scan: Scan, from: number, to: number): void {
  scan.out.edits.push(repair(scan.base + from, scan.base + to, '', 'markup'));
}

function formula(scan: Scan, at: number): number | undefined {
  const found = formulaAt(scan.line, at, scan.base);
  for (const edit of found?.edits ?? []) scan.out.edits.push(edit);
  return found?.end;
}

/** `\*`; at the end of a line the backslash breaks it. */
function escaped(scan: Scan, at: number): number {
  const behind = scan.line[at + 1];
  if (behind !== undefined && !PUNCTUATION.test(behind)) return at + 1;
  if (behind === undefined && at === 0) return at + 1;
  take(scan, at, at + 1);
  return at + 2;
}

/** A stretch between one or two backticks; nothing in it is read. */
function code(scan: Scan, at: number): number {
  const { line } = scan;
  let end = at;
  while (line[end] === '`') end++;
  const length = end - at;
  if (length > 2) return end;
  const close = scan.next(length === 1 ? '`' : '``', end);
  if (close === Number.POSITIVE_INFINITY || close - end > LONGEST_CODE || close === end) return end;
  take(scan, at, end);
  take(scan, close, close + length);
  return close + length;
}

function footnote(scan: Scan, at: number): number | undefined {
  FOOTNOTE.lastIndex = at;
  if (scan.line[at + 1] !== '^' || !FOOTNOTE.test(scan.line)) return undefined;
  take(scan, at, FOOTNOTE.lastIndex);
  return FOOTNOTE.lastIndex;
}

function autolink(scan: Scan, at: number): number | undefined {
  AUTOLINK.lastIndex = at;
  if (!AUTOLINK.test(scan.line)) return undefined;
  const end = AUTOLINK.lastIndex;
  take(scan, at, at + 1);
  take(scan, end - 1, end);
  return end;
}

/** `[text](address "title")`, `[text][name]`, and pictures, which go with their text. */
function link(scan: Scan, at: number, picture: boolean): number | undefined {
  const close = scan.closers.get(at);
  if (close === undefined) return undefined;
  const end = targetEnd(scan, close + 1, picture) ?? referenceEnd(scan, close + 1);
  if (end === undefined) return undefined;
  // [[a](b)](c): what stands inside the text of a link ends there.
  if (at < scan.inside && end > scan.inside) return undefined;
  if (picture) {
    take(scan, at - 1, end);
    scan.out.pictures++;
    return end;
  }
  take(scan, at, at + 1);
  take(scan, close, end);
  if (close > at + 1) scan.out.marks.push({ kind: 'link', start: scan.base + at + 1, end: scan.base + close });
  scan.skips.set(close, end);
  scan.inside = Math.max(scan.inside, close);
  return at + 1;
}

/** The place behind `(address)` or `(address "title")`. */
function targetEnd(scan: Scan, at: number, picture: boolean): number | undefined {
  const { line } = scan;
  if (line[at] !== '(') return undefined;
  const close = scan.next(')', at);
  const end = Math.min(close, scan.next(' ', at));
  if (close === Number.POSITIVE_INFINITY) return undefined;
  const embedded = line.startsWith('data:', at + 1);
  if (!embedded && end - at > LONGEST_TARGET) return undefined;
  const head = line.slice(at + 1, Math.min(end, at + 400));
  if (!TARGET.test(head) && !(picture && head !== '' && !/[\u3002\uff0c]/.test(head))) return undefined;
  // An address may hold brackets of its own.
  const inner = end === close && head.includes('(') ? line.slice(close + 1, close + 100).search(/[)\s]/) : -1;
  if (inner >= 0 && line[close + 1 + inner] === ')') return close + inner + 2;
  if (end === close) return close + 1;
  const title = close - end <= 300 ? line.slice(end, close) : '';
  return /^\s+(?:"[^"]*"|'[^']*')\s*$/.test(title) ? close + 1 : undefined;
}

function referenceEnd({ line, closers, references }: Scan, at: number): number | undefined {
  const close = line[at] === '[' ? closers.get(at) : undefined;
  if (close === undefined || close - at > 60) return undefined;
  return references.has(line.slice(at + 1, close).toLowerCase()) ? close + 1 : undefined;
}

/** Runs of more than three are lines to write on, or what was starred out. */
function run({ line, runs }: Scan, at: number): number {
  const sign = line[at] as string;
  let end = at;
  while (line[end] === sign) end++;
  if (end - at <= 3) runs.push({ at, sign, length: end - at });
  return end;
}

function closersOf(line: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  if (!line.includes('](') && !line.includes('][')) return closers;
  const open: number[] = [];
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === '[') open.push(i);
    else if (line[i] === ']') {
      const at = open.pop();
      if (at !== undefined) closers.set(at, i);
    }
  }
  return closers;
}

/** Each sign is looked for once behind every place where it stands: lines may be long, and full of openings. */
function nexts(line: string): Scan['next'] {
  const known = new Map<string, number>();
  return (sign, from) => {
    const last = known.get(sign);
    if (last !== undefined && last >= from) return last;
    const found = line.indexOf(sign, from);
    const place = found < 0 ? Number.POSITIVE_INFINITY : found;
    known.set(sign, place);
    return place;
  };
}
