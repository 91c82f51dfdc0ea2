import { cellsAround } from '../core/cells.js';
import type { Look, Mark } from '../core/draft.js';
import { repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { type Markup, readInline } from './markdown-inline.js';
import { DELIMITERS } from './markdown-signs.js';

/** Characters; what is longer is a paragraph, whatever it begins with. */
const LONGEST = 300;

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w-]{0,20})[^`]*$/;
/** `$$` alone: what stands up to the next one is a formula. */
const FORMULA_FENCE = /^[ \t]*\$\$[ \t]*$/;
const QUOTE = /^[ \t\u3000]{0,4}(?:>[ \t]?){1,9}/;
const HEADING = /^([ \t\u3000]{0,4})(#{1,6})([ \t\u00a0\u3000]*)(.*?)([ \t\u00a0\u3000]+#{1,6})?[ \t\u00a0\u3000]*$/;
/** Rules between parts, and where PDF readers note the end of a page: {3}-------- . */
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,200}|(?:\*[ \t]*){3,200}|(?:_[ \t]*){3}|\{\d{1,4}\}-{10,})$/;
const UNDERLINE = /^ {0,3}={3,}$/;
const BULLET = /^[ \t\u3000]*([-*+])[ \t\u00a0\u3000]+(?:\[[ xX]\][ \t]+)?(?=\S)/;
/** `- 3 -`, the number of a page, and a note to asterisks: * 为预期性指标. */
const NO_BULLET = /^[ \t]*(?:-[ \t]*\d{1,4}[ \t]*-[ \t]*$|\*[ \t]*(?:为|表示|代表|指(?!导|标)|注|带))/;
/** 责任单位：, 完成时限：: what a line says of the task above it is no item. */
const LABEL = /^[\u4e00-\u9fff]{0,4}(?:单位|部门|领导|时限|时间|期限)[:：]/;
const NOTE = /^ {0,3}\[\^[\w\u4e00-\u9fff-]{1,20}\]:[ \t]*/;
const REFERENCE =
  /^ {0,3}\[([^\][^]{1,60})\]:[ \t]*<?(?:[a-z][a-z0-9+.-]{1,15}:|\/|#|\.{1,2}\/|www\.)\S{0,1000}(?:[ \t]+["'(][^"'()]{0,100}["')])?[ \t]*$/i;
const ONE_CELL = /^[ \t]*\|([^|]*)\|?[ \t]*$/;

/** What a line is to the walk through the blocks. */
interface Walk {
  readonly lines: readonly Line[];
  readonly references: ReadonlySet<string>;
  readonly out: Markup;
  /** Lines of tables of one column. */
  readonly framed: ReadonlySet<number>;
  headings: number;
}

/**
 * What the marks of a Markdown text say, and the edits that take them out. Code between fences stays as it is; in cells only
 * the marks inside of lines are read.
 */
export function readBlocks(text: string, marks: readonly Mark[]): Markup {
  const lines = linesOf(text);
  const out: Markup = { edits: [], marks: [], pictures: 0 };
  const code = fencedLines(lines, out);
  const references = referencesIn(lines, code, out);
  const walk: Walk = { lines, references, out, framed: framedLines(lines), headings: 0 };
  const cellOf = cellsAround(marks);
  for (const [i, line] of lines.entries()) {
    if (code.has(i)) continue;
    if (cellOf(line)) readInline(line.text, line.start, references, out);
    else readLine(walk, i);
  }
  return out;
}

/** Indexes of the lines of fences and between them; a block that says that it is Markdown is read as such. */
function fencedLines(lines: readonly Line[], out: Markup): Set<number> {
  const taken = new Set<number>();
  let opened = false;
  for (let i = 0; i < lines.length; i++) {
    if (FORMULA_FENCE.test(lines[i]?.text ?? '')) {
      i = formulaEnd(lines, i, taken);
      continue;
    }
    const [, fence = '', language = ''] = fenceOf(lines[i]) ?? [];
    if (fence === '') continue;
    const last = closingFence(lines, i, fence);
    if (last === undefined) break;
    const isText = /^(?:markdown|md)$/i.test(language);
    for (const at of [i, last]) {
      takeLine(lines[at] as Line, out);
      taken.add(at);
    }
    // One block may hold a whole text, and that text blocks of code.
    if (isText && !opened) {
      opened = true;
      continue;
    }
    for (let k = i + 1; k < last; k++) taken.add(k);
    i = last;
  }
  return taken;
}

/** Lines that a formula set apart may have; what is longer is none. */
const LONGEST_FORMULA = 30;

/** Index of the last line of a formula, whose lines are taken as they are; of its first where it does not end. */
function formulaEnd(lines: readonly Line[], first: number, taken: Set<number>): number {
  for (let last = first + 1; last < lines.length && last - first <= LONGEST_FORMULA; last++) {
    if (!FORMULA_FENCE.test(lines[last]?.text ?? '')) continue;
    for (let k = first; k <= last; k++) taken.add(k);
    return last;
  }
  return first;
}

function fenceOf(line: Line | undefined): RegExpExecArray | null {
  return line && line.text.length <= LONGEST ? FENCE.exec(line.text.trimEnd()) : null;
}

/** The next line that is a fence without words, as long as the opening one; a text whose fences do not pair has no code. */
function closingFence(lines: readonly Line[], from: number, fence: string): number | undefined {
  for (let i = from + 1; i < lines.length; i++) {
    const text = (lines[i] as Line).text;
    if (text.length > LONGEST || !/^ {0,3}[`~]{3}/.test(text)) continue;
    const found = text.trim();
    if (found.startsWith(fence) && found === found.charAt(0).repeat(found.length)) return i;
  }
  return undefined;
}

/** The names of addresses that lines of their own give: [name]: address. */
function referencesIn(lines: readonly Line[], code: Set<number>, out: Markup): Set<string> {
  const names = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (code.has(i) || !line.text.includes(']:') || line.text.length > 1500) continue;
    const name = REFERENCE.exec(line.text)?.[1];
    if (name === undefined) continue;
    names.add(name.toLowerCase());
    takeLine(line, out);
    code.add(i);
  }
  return names;
}

function takeLine(line: Line, out: Markup): void {
  out.edits.push(repair(line.start, line.end, '', 'markup'));
}

/** Indexes of the lines of tables of one column: text in a frame. The line of dashes is the second. */
function framedLines(lines: readonly Line[]): ReadonlySet<number> {
  const framed = new Set<number>();
  const isCell = (i: number): boolean => lines[i] !== undefined && ONE_CELL.test((lines[i] as Line).text);
  for (let i = 1; i < lines.length; i++) {
    const text = (lines[i] as Line).text;
    if (text.length > LONGEST || !text.includes('|') || !DELIMITERS.test(text)) continue;
    if (!isCell(i) || !isCell(i - 1) || isCell(i - 2)) continue;
    framed.add(i - 1);
    for (let k = i; isCell(k); k++) framed.add(k);
  }
  return framed;
}

function readLine(walk: Walk, i: number): void {
  const { lines, out, references } = walk;
  const line = lines[i] as Line;
  const framed = walk.framed.has(i);
  const quote = framed ? 0 : quoteIn(line.text);
  if (framed ? DELIMITERS.test(line.text) : isRule(walk, i, line.text.slice(quote).trimEnd())) {
    takeLine(line, out);
    return;
  }
  const [first, to] = framed ? withoutFrame(line, out) : [quote, line.text.trimEnd().length];
  take(out, line, 0, quote);
  const heading = readHeading(walk, line, first, to);
  const [from, end] = heading ?? [readBullet(walk, line, first, to), to];
  readInline(line.text.slice(from, end), line.start + from, references, out);
  if (!heading && UNDERLINE.test(lines[i + 1]?.text.trimEnd() ?? '') && isTitle(line.text))
    markHeading(walk, line, from, end, 1);
}

/** Characters of the signs that open a quote: >6.5 and > 90% are values. */
function quoteIn(text: string): number {
  const signs = QUOTE.exec(text)?.[0] ?? '';
  const words = text.slice(signs.length, signs.length + LONGEST);
  const value = /^[\s\d.=-]/.test(words) && !(/\s$/.test(signs) && (startsWithMarker(words) || /[，。；]/.test(words)));
  return value ? 0 : signs.length;
}

/** Take the pipes around a line; gives the place of what stands between them. */
function withoutFrame(line: Line, out: Markup): [number, number] {
  const from = line.text.indexOf('|') + 1;
  const end = line.text.trimEnd().length;
  const to = end > from && line.text[end - 1] === '|' ? end - 1 : end;
  take(out, line, 0, from);
  take(out, line, to, end);
  return [from, to];
}

function take(out: Markup, line: Line, from: number, to: number): void {
  if (to > from) out.edits.push(repair(line.start + from, line.start + to, '', 'markup'));
}

/** A rule between parts, or the double one below a title. */
function isRule(walk: Walk, i: number, text: string): boolean {
  if (text.length > LONGEST) return false;
  return RULE.test(text) || (UNDERLINE.test(text) && isTitle(walk.lines[i - 1]?.text ?? ''));
}

function isTitle(text: string): boolean {
  return text.length <= 80 && /[\u3400-\u9fff]{2}/.test(text) && !/[。；，]/.test(text);
}

/** The words of a heading in its line; undefined where the line is none. */
function readHeading(walk: Walk, line: Line, from: number, to: number): [number, number] | undefined {
  const text = line.text.slice(from, to);
  if (!/^[ \t\u3000]{0,4}#/.test(text) || text.length > LONGEST) return undefined;
  const match = HEADING.exec(text.trimEnd());
  const [, indent = '', hashes = '', blanks = '', words = '', closing = ''] = match ?? [];
  if (!match || words.startsWith('#')) return undefined;
  // ##第一章 without a blank; a single hash without one opens a tag, so a number has to follow.
  const tight = blanks === '' && words !== '';
  if (tight && !(hashes.length > 1 && /^[*_\u3400-\u9fff]/.test(words)) && !startsWithMarker(words)) return undefined;
  if (/^#$/.test(closing.trim()) && hashes === '#' && !tight && isTag(words)) return undefined;
  const start = from + indent.length + hashes.length + blanks.length;
  const end = start + words.length;
  take(walk.out, line, from, start);
  take(walk.out, line, end, end + closing.length);
  if (words !== '') markHeading(walk, line, start, end, hashes.length);
  return [start, end];
}

/** # 话题 # */
function isTag(words: string): boolean {
  return words.length <= 12 && !startsWithMarker(words);
}

function markHeading(walk: Walk, line: Line, from: number, to: number, level: number): void {
  const range = { start: line.start + from, end: line.start + to };
  walk.out.marks.push({ kind: 'look', look: `h${level}` as Look, ...range });
  // Pages call their document's title h1; converters also use it for every heading.
  if (walk.headings++ === 0 && level === 1) walk.out.marks.push({ kind: 'title', ...range });
}

/** A bullet becomes the one of word processors, which no minus looks like; before a number or a label it says nothing. Gives the place behind. */
function readBullet(walk: Walk, line: Line, from: number, to: number): number {
  const text = line.text.slice(from, Math.min(to, from + LONGEST));
  const note = NOTE.exec(text)?.[0].length ?? 0;
  if (note > 0) {
    take(walk.out, line, from, from + note);
    return from + note;
  }
  const match = NO_BULLET.test(text) ? null : BULLET.exec(text);
  if (!match) return from;
  const [whole, sign = ''] = match;
  const at = from + whole.indexOf(sign);
  const behind = from + whole.length;
  const words = line.text.slice(behind, behind + 40).replace(/[*_\\]{1,3}/g, '');
  if (startsWithMarker(words) || LABEL.test(words)) take(walk.out, line, at, behind);
  else {
    walk.out.edits.push(repair(line.start + at, line.start + at + 1, '•', 'markup'));
    take(walk.out, line, at + 2, behind);
  }
  return behind;
}
