import { type Edit, repair } from '../core/edits.js';
import type { Letters } from './copy-letters.js';
import type { Copies } from './copy-lines.js';
import type { Block } from './copy-walk.js';
import { damageOf } from './damage.js';

/** A place where two copies differ: what stands in the one, from `at`, and in the other, from `otherAt`. */
export interface Difference {
  readonly at: number;
  readonly mine: string;
  readonly otherAt: number;
  readonly other: string;
}

/** Where two copies differ in more than blanks, along blocks of equal letters that go from end to end. */
export function differencesOf(text: string, letters: Letters, blocks: readonly Block[], whole: Copies): Difference[] {
  const { places } = letters;
  const found: Difference[] = [];
  let at = places[whole.first] ?? 0;
  let otherAt = places[whole.second] ?? 0;
  const compare = (end: number, otherEnd: number): void => {
    if (end - at === 0 && otherEnd - otherAt === 0) return;
    const mine = text.slice(at, end);
    const other = text.slice(otherAt, otherEnd);
    if (mine !== other) found.push(trimmed({ at, mine, otherAt, other }));
  };
  for (const { first, second, length } of blocks) {
    for (let i = 0; i < length; i++) {
      compare(places[first + i] as number, places[second + i] as number);
      at = (places[first + i] as number) + 1;
      otherAt = (places[second + i] as number) + 1;
    }
  }
  if (!whole.cut)
    compare(lineEnd(text, places[whole.firstEnd - 1] ?? 0), lineEnd(text, places[whole.secondEnd - 1] ?? 0));
  return found.filter(({ mine, other }) => plain(mine) !== plain(other));
}

function lineEnd(text: string, place: number): number {
  const found = text.indexOf('\n', place);
  return found < 0 ? text.length : found;
}

/** What both begin and end with taken off. */
function trimmed({ at, mine, otherAt, other }: Difference): Difference {
  const shorter = Math.min(mine.length, other.length);
  let head = 0;
  while (head < shorter && mine[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && mine.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return {
    at: at + head,
    mine: mine.slice(head, mine.length - tail),
    otherAt: otherAt + head,
    other: other.slice(head, other.length - tail),
  };
}

/** A text without blanks and widths, in which page and print version differ. */
const plain = (text: string): string => text.replace(/\s+/g, '').normalize('NFKC');

const LETTER = /[\u4e00-\u9fff\d０-９]/;
const NUMBER = /[\d０-９.．%％‰〇零一二三四五六七八九十百千万亿]/;
// Not by normalization: ⑶ and ⒊ are signs of damage more often than numbers.
const digitsOf = (text: string): string =>
  text.replace(/[^0-9０-９]/g, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

export type Kind = 'taken' | 'number' | 'changed' | 'extra' | 'missing' | 'spoilt' | 'marks';

/**
 * What a difference is: `taken` over, for this side is spoilt or lost words and the other is whole; `spoilt` on the
 * other side or on both; another `number`; `changed` words; words that only this side has (`extra`) or the other
 * (`missing`); other `marks`.
 */
export function kindOf(text: string, difference: Difference): Kind {
  const { mine, other } = difference;
  const [damage, otherDamage] = [damageOf(mine), damageOf(other)];
  const [letters, otherLetters] = [LETTER.test(mine), LETTER.test(other)];
  if (damage > 0) return otherDamage === 0 && heals(text, difference) ? 'taken' : 'spoilt';
  if (otherDamage > 0) return 'spoilt';
  if (!letters && !otherLetters) return 'marks';
  if (digitsOf(mine) !== digitsOf(other) && (letters === otherLetters || inNumber(text, difference))) return 'number';
  if (letters && otherLetters) return 'changed';
  if (letters) return 'extra';
  return restoresLoss(text, difference) ? 'taken' : 'missing';
}

/** Whether a number runs up to the difference on either side, so that a part of it would be taken over. */
function inNumber(text: string, { at, mine, other }: Difference): boolean {
  const [before, behind] = [text[at - 1] ?? '', text[at + mine.length] ?? ''];
  const touches = (a: string, b: string): boolean => NUMBER.test(a) && NUMBER.test(b);
  const piece = mine + other;
  return touches(before, piece[0] ?? '') || touches(behind, piece.at(-1) ?? '');
}

/** Whether the whole side says what the spoilt one says, where that can still be read. */
function heals(text: string, { mine, other }: Difference): boolean {
  if (!/[^\s?]/.test(other) || (mine.includes('\n') && !other.includes('\n'))) return false;
  // A digit of full width by itself is a part of the damage.
  // The digits that are left must be among those of the other side, in order: 20?5 is 2025 and not 2030.
  let at = 0;
  const digits = digitsOf(other);
  for (const digit of digitsOf(mine.replace(/(?<![0-9０-９])[０-９](?![0-9０-９．.％%])/g, ''))) {
    at = digits.indexOf(digit, at) + 1;
    if (at === 0) return false;
  }
  return text.length > 0;
}

/** Words or whole paragraphs that read well and that this side lacks: none that a page would put in. */
function restoresLoss(text: string, difference: Difference): boolean {
  const { mine, other } = difference;
  if (/[^\s。]/.test(mine) || /[[\]|｜【】<>]/.test(other) || inNumber(text, difference)) return false;
  if (!other.trim().includes('\n') && !/^\n|\n$/.test(other))
    return mine === '' && (other.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 2;
  return (
    mine.trim() === '' &&
    other.split('\n').every((line) => line.trim() === '' || /^.{12,}[。；：;:]$/.test(line.trim()))
  );
}

/** The edit that takes over what the other copy has; a line that the other copy breaks stays one. */
export function takeOver({ at, mine, other }: Difference): Edit {
  const joined = mine.includes('\n') || /^\n|\n$/.test(other) ? other : other.replace(/[^\S\n]*\n\s*/g, '');
  return repair(at, at + mine.length, joined, 'from-duplicate');
}
