import { CHAPTER_WORDS, FIRST_NUMBER, HEADING_NUMBER } from '../lexicon/contents.js';
import { type Headlines, isHeadline, readEntry } from './contents-entries.js';

/** Lines up to `next` (an index), exclusive, that were looked at; whether they are contents. */
export interface Run {
  readonly next: number;
  readonly holds: boolean;
}

/** Behind contents without a word above them the text begins soon: its title, a salutation, a few paragraphs. */
const PREAMBLE = 30;
/** Entries that have to come again, of a file that breaks off. */
const FEWEST = 3;
/** Characters; a longer line is no entry that a cut file has lost below. */
const SHORT = 30;

/**
 * Headings without pages and without text between them, from the first number on, that come again below in the same order,
 * there with text between. Where the file breaks off, the first of them do. Chapters may have lost their numbers (总则
 * above 1.1).
 */
export function repeatedRun(
  texts: readonly string[],
  first: number,
  longest: number,
  headlines: () => Headlines,
): Run | undefined {
  if (!opens(texts, first)) return undefined;
  const walked = walk(texts, first, longest, headlines);
  if (walked.numbered < FEWEST) return undefined;
  const { titles, next } = walked;
  const again: number[] = [];
  for (const title of titles) {
    const at = headlines().next(title, Math.max(next, (again.at(-1) ?? 0) + 1));
    if (at < 0) break;
    again.push(at);
  }
  const whole = again.length === titles.length;
  // What the cut file lacks stands behind all that it has.
  const lost = titles.slice(again.length).every((title) => headlines().next(title, next) < 0);
  if (!whole && (again.length < FEWEST || !lost)) return undefined;
  const begins = again[0] ?? -1;
  if (begins < 0 || begins - next > PREAMBLE) return undefined;
  const text = texts.slice(begins, whole ? again.at(-1) : (again.at(-1) ?? 0) + PREAMBLE);
  const hasText = text.some((line) => line.length >= SHORT || line.endsWith('。'));
  const annex = texts.slice(next, begins).some((line) => /^附[件表]/.test(line));
  return hasText && !annex ? { next, holds: true } : undefined;
}

/** Whether contents may begin at a line: with the first number, or with a chapter above 1.1 whose number is lost. */
function opens(texts: readonly string[], first: number): boolean {
  const text = texts[first] ?? '';
  if (FIRST_NUMBER.test(text)) return readEntry(text) !== undefined;
  return /^1[.．]1(?![\d.．])/.test(texts[first + 1] ?? '') && CHAPTER_WORDS.test(text);
}

interface Walked {
  readonly titles: readonly string[];
  readonly numbered: number;
  readonly next: number;
}

/** The entries from a line on, up to where the first of them comes again. */
function walk(texts: readonly string[], first: number, longest: number, headlines: () => Headlines): Walked {
  const seen = new Set<string>();
  const titles: string[] = [];
  const opening = texts[first] ?? '';
  const marker = numberOf(opening) || '1';
  const decimals = /^1/.test(marker);
  let numbered = 0;
  let i = first;
  for (; i < texts.length && i - first < longest; i++) {
    const text = texts[i] ?? '';
    const entry = readEntry(text);
    if (!entry || seen.has(entry.titles[0] ?? '')) break;
    if (i > first && (numberOf(text) === marker || (decimals && numberOf(text) === '1'))) break;
    // 总则 above a second 1.1.
    if (!entry.numbered && seen.has(readEntry(texts[i + 1] ?? '')?.titles[0] ?? '')) break;
    const inSeries =
      text.length <= SHORT &&
      !text.startsWith('附') &&
      (entry.numbered || (decimals && CHAPTER_WORDS.test(text) && isNumbered(texts[i + 1] ?? '')));
    if (!inSeries && !isHeadline(entry, headlines(), i + 1)) break;
    for (const title of entry.titles) seen.add(title);
    titles.push(...entry.titles);
    numbered += entry.numbered ? entry.titles.length : 0;
  }
  return { titles, numbered, next: i };
}

/** The number that a line opens with, as 1, 1.1, 一; empty for none. */
function numberOf(text: string): string {
  return (HEADING_NUMBER.exec(text)?.[0] ?? '').replace(/[\s、：:]/g, '').replace(/[.．]$/, '');
}

function isNumbered(text: string): boolean {
  return HEADING_NUMBER.test(text);
}
