import { startsWithMarker } from '../lexicon/numbering.js';
import { TITLE_END } from '../lexicon/titles.js';
import type { Letters, Repeats } from './copy-letters.js';
import type { Copies, LetteredLine } from './copy-lines.js';
import { type Difference, type Kind, kindOf } from './copy-restore.js';
import { firstFrom } from './copy-walk.js';

/*
 * Issuers repeat themselves: in annexes, covers, the chapters of a plan, the plans of two years. A second copy is told from
 * that by where it stands: it begins as the document begins, and nothing of the document's body stands beside the two, or
 * it stands outside of the body as a whole. Whatever else stands twice stays.
 */

export interface Page {
  readonly text: string;
  readonly letters: Letters;
  readonly lines: readonly LetteredLine[];
  /** Letters of the body (sentences and headings) above each line. */
  readonly bodyAbove: readonly number[];
  readonly repeats: Repeats;
}

/** Which of two copies goes; `undecided` where it may be the issuer's. */
export type Verdict = 'second' | 'first' | 'undecided';

export interface Found {
  readonly copies: Copies;
  /** Body letters between the two that were found to be copies, too. */
  readonly gone: number;
}

/** A whole copy has at least so many letters; a preview, with the title or a mark of being cut. */
const WHOLE = 100;
const PREVIEW = 40;
/** A share of a copy that does not count. */
const LITTLE = 0.1;
const LONGEST_TITLE = 60;

export function bodyAboveOf(lines: readonly LetteredLine[]): number[] {
  let sum = 0;
  return [0, ...lines.map((line) => (sum += isBody(line) ? line.to - line.from : 0))];
}

function isBody({ from, to, text }: LetteredLine): boolean {
  return (to - from >= 20 && /[。；;]/.test(text)) || startsWithMarker(text.trim());
}

/** What to make of two copies by where they stand. */
export function judgePlace(page: Page, { copies, gone }: Found): Verdict {
  const { bodyAbove: above, lines } = page;
  const body = (from: number, to: number): number => Math.max(0, (above[to + 1] ?? 0) - (above[from] ?? 0));
  const [i, k] = copies.firstLines;
  const [j, l] = copies.secondLines;
  const size = Math.min(copies.firstEnd - copies.first, copies.secondEnd - copies.second);
  if (size < PREVIEW || opensAnnex(page, copies)) return 'undecided';
  const before = body(0, i - 1);
  const between = body(k + 1, j - 1) - gone;
  const after = body(l + 1, lines.length - 1);
  const titled = isTitle(lines[i]);
  const clear = before === 0 && (titled || copies.cut);
  if (between <= size * LITTLE && before <= size * LITTLE) {
    // The document goes on behind its second beginning: the first was a preview of it.
    const preview = after > size * 0.3 && !isCopied(page, copies.secondEnd);
    if (preview) return clear && copies.wholeFirst && between === 0 ? 'first' : 'undecided';
    if (!copies.wholeSecond) return 'undecided';
    const prose = body(i, k) >= size * 0.6;
    return size >= WHOLE && (titled || prose) ? 'second' : 'undecided';
  }
  return clear && copies.wholeSecond && after === 0 ? 'second' : 'undecided';
}

function isTitle(line: LetteredLine | undefined): boolean {
  if (!line || line.to - line.from < 8 || line.to - line.from > LONGEST_TITLE) return false;
  const plain = line.text.replace(/\s/g, '').replace(/[》”]$/, '');
  return !/[。；;，,：:]/.test(plain) && TITLE_END.test(plain);
}

/** Whether what follows stood before, too: another copy. */
function isCopied({ letters, repeats }: Page, from: number): boolean {
  const to = Math.min(from + 200, letters.length);
  const stretches = firstFrom(repeats.later, to) - firstFrom(repeats.later, from);
  // One stretch in four is looked at.
  return stretches * 4 >= (to - from) / 2;
}

const ANNEX = /^[【[(（]?附\s*[件表录錄]\s*[\d０-９一二三四五六七八九十]*\s*[】\])）]?\s*[:：]?$/;

/** Whether the second copy is an annex, or each of the two has a title of its own above it. */
function opensAnnex({ lines }: Page, { firstLines: [i, k], secondLines: [j] }: Copies): boolean {
  for (let line = Math.max(k + 1, j - 3); line <= j; line++) {
    if (ANNEX.test(lines[line]?.text.trim() ?? '')) return true;
  }
  if (/^\s*附\s*[件表录錄]/.test(lines[j]?.text ?? '') && !/^\s*附\s*[件表录錄]/.test(lines[i]?.text ?? ''))
    return true;
  return j - 1 > k && i > 0 && isTitle(lines[i - 1]) && isTitle(lines[j - 1]);
}

/** Whether two copies differ in nothing but damage, what the page adds, and slips. */
export function saySame(page: Page, copies: Copies, shared: number, differences: readonly Difference[]): boolean {
  const [mine, other] = [copies.firstEnd - copies.first, copies.secondEnd - copies.second];
  const larger = Math.max(mine, other);
  if (shared * 2 < larger || larger > Math.min(mine, other) * 1.25 + 40) return false;
  const counts: Record<Kind, number> = { taken: 0, number: 0, changed: 0, extra: 0, missing: 0, spoilt: 0, marks: 0 };
  const titleEnd = page.lines[copies.firstLines[0]]?.end ?? 0;
  const short = titleEnd - (page.lines[copies.firstLines[0]]?.start ?? 0) <= LONGEST_TITLE;
  const twoScripts = scriptsDiffer(page, copies);
  for (const difference of differences) {
    const kind = kindOf(page.text, difference);
    if (kind === 'marks' || kind === 'spoilt' || kind === 'taken') continue;
    if (twoScripts && kind === 'changed' && isOtherForm(difference)) continue;
    if (short && difference.at < titleEnd) return false;
    if (kind === 'missing' && /[^\n]{12,}[。；;]/.test(difference.other)) return false;
    const only = kind === 'missing' ? difference.other : kind === 'extra' ? difference.mine : '.';
    counts[kind] += only.length;
  }
  if (counts.number > Math.min(2, shared / 300)) return false;
  if (counts.changed > Math.max(1, shared / 500)) return false;
  return counts.missing <= Math.max(20, shared / 20) && counts.extra <= Math.max(20, shared * 0.15);
}

/** A character in the form of the other script, which the folding does not know. */
const isOtherForm = ({ mine, other }: Difference): boolean => mine.length === other.length && mine.length <= 2;

function scriptsDiffer({ letters: { codes, places }, text }: Page, copies: Copies): boolean {
  const folded = (from: number, to: number): number => {
    let count = 0;
    for (let i = from; i < to; i++) if (codes[i] !== text.charCodeAt(places[i] ?? 0)) count++;
    return count / (to - from);
  };
  const [mine, other] = [folded(copies.first, copies.firstEnd), folded(copies.second, copies.secondEnd)];
  return Math.max(mine, other) > 0.05 && Math.min(mine, other) < 0.02;
}
