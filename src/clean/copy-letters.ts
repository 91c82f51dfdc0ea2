import { FOLDED, FOLDED_TO } from '../lexicon/script-pairs.js';

/*
 * A text as its letters alone: Han characters and digits, whatever marks, blanks, line ends, pinyin or signs of damage
 * stand between them. Two copies of a document are told by those, however their lines are broken.
 */

export interface Letters {
  readonly length: number;
  /** Folded to simplified characters and half-width digits. */
  readonly codes: Uint16Array;
  /** Where each stands in the text. */
  readonly places: Int32Array;
}

/** Stretches of letters that stood before: the one at `later[i]` first stands at `first[i]`; `later` rises. */
export interface Repeats {
  readonly first: readonly number[];
  readonly later: readonly number[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** So many letters in a row are compared as one. */
export const STRETCH = 12;
const BASE = 0x01000193;
const MIX = 0x9e3779b1 | 0;
/** One stretch in four is looked at: those whose mixed sum is below this (of 2^32). */
const SAMPLED = 0x40000000;

let table: Uint16Array | undefined;

/** What ends a clause, in both widths. */
const CLAUSE_ENDS = '\n，。；：、！,;:!';
const ENDS_CLAUSE = 1;

/** What each UTF-16 unit is compared as; 1 for what ends a clause, 0 for what else is no letter. */
function foldTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let code = 0x4e00; code <= 0x9fff; code++) table[code] = code;
  for (let digit = 0; digit < 10; digit++) {
    table[0x30 + digit] = 0x30 + digit;
    table[0xff10 + digit] = 0x30 + digit;
  }
  for (let i = 0; i < CLAUSE_ENDS.length; i++) table[CLAUSE_ENDS.charCodeAt(i)] = ENDS_CLAUSE;
  for (let i = 0; i < FOLDED.length; i++) table[FOLDED.charCodeAt(i)] = FOLDED_TO.charCodeAt(i);
  return table;
}

/** Shorter clauses stand again by chance. */
const CLAUSE = 6;
/** So many letters of clauses that stand again in a row, or such a share of all letters, are worth a closer look. */
const IN_A_ROW = 24;
const SHARE = 1 / 20;

/** Whether clauses of a text stand again as they would in a copy: one cheap look at every text, which most do not pass. */
export function mayHoldCopies(text: string): boolean {
  const fold = foldTable();
  let size = 64;
  while (size * 4 < text.length) size *= 2;
  const sums = new Int32Array(size);
  let room = size >> 1;
  let [sum, count, all, again, row] = [0, 0, 0, 0, 0];
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? (fold[text.charCodeAt(i)] as number) : ENDS_CLAUSE;
    if (code > ENDS_CLAUSE) {
      sum = (Math.imul(sum, BASE) + code) | 0;
      count++;
    } else if (code === ENDS_CLAUSE) {
      if (count >= CLAUSE) {
        all += count;
        let slot = (Math.imul(sum ^ (sum >>> 15), MIX) >>> 8) & (size - 1);
        while (sums[slot] !== 0 && sums[slot] !== sum) slot = (slot + 1) & (size - 1);
        if (sums[slot] === 0) {
          if (room-- <= 0) return true;
          sums[slot] = sum;
          row = 0;
        } else {
          again += count;
          row += count;
          if (row >= IN_A_ROW) return true;
        }
      }
      sum = 0;
      count = 0;
    }
  }
  return again > 0 && again >= all * SHARE;
}

/** The letters of a text outside of the spans in `gone`, which rise. */
export function lettersOf(text: string, gone: readonly Span[] = []): Letters {
  const fold = foldTable();
  const codes = new Uint16Array(text.length);
  const places = new Int32Array(text.length);
  let length = 0;
  let from = 0;
  for (const { start, end } of [...gone, { start: text.length, end: text.length }]) {
    for (let i = from; i < start; i++) {
      const code = fold[text.charCodeAt(i)] as number;
      if (code <= ENDS_CLAUSE) continue;
      codes[length] = code;
      places[length++] = i;
    }
    from = end;
  }
  return { length, codes, places };
}

/** The sampled stretches that stand again. Sums are compared, not letters: who uses them has to compare those. */
export function repeatsOf({ codes, length }: Letters): Repeats {
  const first: number[] = [];
  const later: number[] = [];
  let size = 64;
  while (size * 2 < length) size *= 2;
  const sums = new Int32Array(size);
  const ends = new Int32Array(size);
  let room = size - (size >> 2);
  let leaving = 1;
  for (let i = 0; i < STRETCH; i++) leaving = Math.imul(leaving, BASE);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    sum = (Math.imul(sum, BASE) + (codes[i] as number)) | 0;
    if (i >= STRETCH) sum = (sum - Math.imul(leaving, codes[i - STRETCH] as number)) | 0;
    const mixed = Math.imul(sum ^ (sum >>> 15), MIX);
    if (mixed >>> 0 >= SAMPLED || i < STRETCH - 1) continue;
    let slot = mixed & (size - 1);
    while (ends[slot] !== 0 && sums[slot] !== sum) slot = (slot + 1) & (size - 1);
    if (ends[slot] === 0) {
      if (room-- <= 0) break;
      sums[slot] = sum;
      ends[slot] = i + 1;
    } else {
      first.push((ends[slot] as number) - STRETCH);
      later.push(i + 1 - STRETCH);
    }
  }
  return { first, later };
}
