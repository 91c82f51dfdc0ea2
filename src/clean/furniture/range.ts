import { startsWithMarker } from '../../lexicon/numbering.js';
import {
  ANNEX_LINES,
  LIST_HEADINGS,
  NAVIGATION_LINES,
  WEAK_FOOTERS,
  WEAK_LIST_HEADINGS,
  WEAK_WIDGETS,
} from '../../lexicon/page.js';
import { isCaption } from '../../lexicon/tables.js';
import { isBody, isClosing, isFooterSign, type Judged } from './judged.js';
import { looksLikeTitle } from './titles.js';

/** Where the document lies: indices of its first and last line, and of the first line that is surely behind it. */
export interface Range {
  readonly first: number;
  readonly last: number;
  /** From here on the page leads elsewhere; the number of lines where nothing does. */
  readonly cut: number;
}

/** The lines between which the document lies: its first long sentence, salutation or heading, and its last. */
export function documentRange(lines: readonly Judged[]): Range {
  const first = lines.findIndex(isBody);
  const cut = cutOf(lines, Math.max(first, 0));
  if (first < 0) return withoutBody(lines, cut);
  let last = cut - 1;
  while (last > first) {
    const line = lines[last];
    if (line && !line.reason && (isBody(line) || endsDocument(line))) break;
    last--;
  }
  return { first, last: throughTables(lines, last, cut), cut };
}

/** A table that closes the document has no sentences: it goes on to where the page leads elsewhere. */
function throughTables(lines: readonly Judged[], last: number, cut: number): number {
  for (let i = cut - 1; i > last; i--) if (lines[i]?.cell && !lines[i]?.reason) return i;
  if (!lines.slice(last, Math.min(last + 4, cut)).some(opensTable)) return last;
  let end = cut - 1;
  while (end > last && isControlOrContact(lines[end])) end--;
  return end;
}

function opensTable({ plain, reason }: Judged): boolean {
  return (
    !reason && (/^附?表[\d一二三四五六七八九十：:\s]/.test(plain) || (isCaption(plain) && !startsWithMarker(plain)))
  );
}

function isControlOrContact(line: Judged | undefined): boolean {
  if (!line || line.reason || line.plain === '') return true;
  return (
    (line.plain.length > 1 && WEAK_WIDGETS.test(line.plain)) || WEAK_FOOTERS.some((pattern) => pattern.test(line.plain))
  );
}

/** Nothing tells where the document begins: all of a text may be it; a page with links still leads elsewhere somewhere. */
function withoutBody(lines: readonly Judged[], cut: number): Range {
  if (!lines.some((line) => line.link)) return { first: 0, last: lines.length - 1, cut: lines.length };
  const first = lines.findIndex((line) => !line.reason && !line.link && !line.aside && line.plain.length >= 8);
  if (first < 0) return { first: 0, last: cut - 1, cut };
  // What leads through the site above the first line of text does not end it.
  const behind = cutOf(lines, first);
  return { first, last: behind - 1, cut: behind };
}

function endsDocument({ plain, aside }: Judged): boolean {
  return !aside && !isFooterSign(plain) && (isClosing(plain) || ANNEX_LINES.test(plain));
}

/** The first line that leads elsewhere, and behind which nothing of a document stands. */
function cutOf(lines: readonly Judged[], first: number): number {
  const from = Math.max(first, lines.findLastIndex(isIssuers)) + 1;
  for (let i = from; i < lines.length; i++) if (opensTail(lines, i)) return i;
  return lines.length;
}

/** What only a document has: headings in Han numerals, annexes, copies, a print note, a signature's date. */
function isIssuers({ plain, link, aside, reason }: Judged): boolean {
  if (reason || link || aside) return false;
  return (
    /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[编章节条]|附[件表])/.test(
      plain,
    ) || /^(?:抄送|分送|主送)[:：]|印发$|^[(（]?此件|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(plain)
  );
}

function opensTail(lines: readonly Judged[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (line.reason === 'navigation' && NAVIGATION_LINES.some((pattern) => pattern.test(line.plain))) return true;
  if (line.reason) return false;
  return isListHeading(lines, index, true) || isFooterSign(line.plain);
}

/**
 * 政策解读 …: a heading of links only where something that may be one stands below it, or nothing at all. Below the
 * document, 相关链接 is one whatever stands there.
 */
export function isListHeading(lines: readonly Judged[], index: number, anyEntry = false): boolean {
  const line = lines[index];
  if (!line || line.reason || line.cell || line.plain.length > 20) return false;
  const sure = LIST_HEADINGS.test(line.plain);
  if (!sure && !WEAK_LIST_HEADINGS.test(line.plain)) return false;
  if (sure && anyEntry) return true;
  const next = lines.slice(index + 1, index + 4).find((l) => l.plain !== '');
  return next === undefined || next.reason !== undefined || isEntry(next) || LIST_HEADINGS.test(next.plain);
}

/** Whether a line may be an entry of a list of links: a link, a dated line, a bullet, a title. */
function isEntry(line: Judged): boolean {
  const { plain, cell } = line;
  if (line.link || line.aside || isDated(line)) return true;
  if (cell || plain.length < 8 || plain.length > 80 || /[。；;:：，,]$/.test(plain)) return false;
  if (/^[·•▪■◆*]|^《.+》|解读|读懂/.test(plain) || looksLikeTitle(plain) || isFooterSign(plain)) return true;
  return plain.length >= 12 && !/[，、；]|^\d/.test(plain);
}

/** A date of a web page behind a title, or alone under one. */
export function isDated({ plain, cell }: Judged): boolean {
  return (
    !cell &&
    plain.length <= 90 &&
    // Most lines end otherwise: to look at the end alone is cheap.
    /\d[-/.]\d{1,2}[\])）】]?$/.test(plain.slice(-6)) &&
    /^(?:.{0,70}[\u4e00-\u9fff].{0,10})?[([（【]?(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}[\])）】]?$/.test(plain) &&
    (/(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/.test(plain) || /[[(（【]\d{2}-\d{2}[\])）】]$/.test(plain))
  );
}
