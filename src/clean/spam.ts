import { defineStage } from '../core/draft.js';
import { type Edit, remove } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import {
  PLACE_NAME,
  SPAM_FOUGHT,
  SPAM_OFFERS,
  SPAM_PHRASES,
  SPAM_SERVED,
  SPAM_TRADES,
  SPAM_VICES,
} from '../lexicon/spam.js';

/** Injected spam: whole lines of it, and sentences of it beside the issuer's in one line. */
export const spam = defineStage({
  id: 'spam',
  edits: ({ text }) => {
    const lines = linesOf(text);
    return lines.flatMap((line, i): Edit[] => {
      const whole = [remove(line.start, Math.min(line.end + 1, text.length), 'spam')];
      if (isPlaceList(line.text) && !isTableRow(lines, i)) return whole;
      if (!hasSpamWords(line.text)) return [];
      const parts = sentencesOf(line);
      const bad = parts.filter((part) => isSpam(part.text));
      if (bad.length === parts.length) return whole;
      return bad.map((part) => remove(part.start, part.end, 'spam'));
    });
  },
});

type Part = Pick<Line, 'start' | 'end' | 'text'>;

/** The sentences of a line, each with its full stop. */
function sentencesOf(line: Line): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (to: number): void => {
    const text = line.text.slice(from, to);
    if (text.trim() !== '') parts.push({ start: line.start + from, end: line.start + to, text });
    from = to;
  };
  for (const match of line.text.matchAll(/[。！？!][”’」』）)]?/g)) add(match.index + match[0].length);
  add(line.text.length);
  return parts.length > 0 ? parts : [line];
}

function hasSpamWords(text: string): boolean {
  return [SPAM_PHRASES, SPAM_VICES, SPAM_TRADES].some((words) => text.search(words) >= 0);
}

/** Whether a sentence or a line without one offers what spam offers, and does not say what is done about it. */
function isSpam(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  const phrases = plain.match(SPAM_PHRASES) ?? [];
  const fought = SPAM_FOUGHT.test(plain);
  const offered = SPAM_OFFERS.test(plain);
  const sentence = /[。；]$/.test(plain);
  const told = fought || (sentence && SPAM_SERVED.test(plain));
  if (phrases.length >= (told ? 4 : 2)) return true;
  if (phrases.length === 1 && !fought) {
    // One phrase that is nearly all of the line, or comes with an offer.
    const share = (phrases[0]?.length ?? 0) / plain.length;
    if ((share >= 0.4 && !sentence) || (offered && !SPAM_SERVED.test(plain))) return true;
  }
  const vices = new Set(plain.match(SPAM_VICES)).size;
  const trades = new Set(plain.match(SPAM_TRADES)).size;
  if (fought) return false;
  if (offered && vices > 0) return true;
  if (offered && trades >= 2 && !SPAM_SERVED.test(plain)) return true;
  return phrases.length + vices + trades >= 3 && !sentence && !SPAM_SERVED.test(plain);
}

/** Places between bars, as they are strung together for search engines. */
function isPlaceList(text: string): boolean {
  const pieces = barred(text);
  return pieces.length >= 8 && pieces.filter((piece) => PLACE_NAME.test(piece)).length * 2 > pieces.length;
}

function barred(text: string): string[] {
  return /[|｜]/.test(text)
    ? text
        .replace(/\s/g, '')
        .split(/[|｜]+/)
        .filter(Boolean)
    : [];
}

/** A row of a table that is set with bars has rows of as many cells beside it. */
function isTableRow(lines: readonly Line[], index: number): boolean {
  const width = barred(lines[index]?.text ?? '').length;
  return [lines[index - 1], lines[index + 1]].some((line) => {
    const other = barred(line?.text ?? '').length;
    return other >= 3 && Math.abs(other - width) <= 2;
  });
}
