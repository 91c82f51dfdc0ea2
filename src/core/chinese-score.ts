import {
  FREQUENT_SIMPLIFIED,
  FREQUENT_TRADITIONAL_ONLY,
  USUAL_SIMPLIFIED,
  USUAL_TRADITIONAL_ONLY,
} from './frequent.js';
import { repertoire } from './repertoire.js';

/** How much a decoded text looks like Chinese. All counts are UTF-16 code units outside printable ASCII. */
export interface Score {
  /** Mean weight of the characters, about -1.5 (garbage) to 1; 0 for a text without any. */
  readonly value: number;
  /** Sum of the weights. */
  readonly sum: number;
  readonly count: number;
  readonly errors: number;
  /** Places with errors: one bad byte makes up to four errors in a row. */
  readonly breaks: number;
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Share of frequent Chinese characters among the letters, 0..1. */
  readonly frequent: number;
  /** Share of frequent and usual ones. */
  readonly known: number;
}

const OTHER = 0;
const FREQUENT = 1;
const COMMON = 2;
const RARE = 3;
const PUNCTUATION = 4;
const KANA = 5;
const HANGUL = 6;
const ERROR = 7;
const PAIRED = 8;
const UNCOMMON = 9;
const USUAL = 10;

/** Weight of a character that could not be decoded, or that no text has. */
export const ERROR_WEIGHT = -1.5;

/**
 * Weight of a character by its class. A wrong decoder turns Chinese into rare characters (the GBK extensions, level 2
 * of Big5) and errors, seldom into frequent ones, so these three carry the decision. Half of a surrogate pair costs
 * little: names of places and persons use such characters.
 */
const WEIGHT = [-0.6, 1, 0, -1, 0.6, -0.4, -1, ERROR_WEIGHT, -0.3, -0.4, 0.5];

let classes: Uint8Array | undefined;
let tenths: Int8Array | undefined;

/** Classes of whole ranges; a later one holds. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [RARE, 0x3400, 0x9fff],
  [RARE, 0xf900, 0xfaff],
  [HANGUL, 0xac00, 0xd7a3],
  [PAIRED, 0xd800, 0xdfff],
  [KANA, 0x3041, 0x30ff],
  [PUNCTUATION, 0x2010, 0x2027],
  [PUNCTUATION, 0x2103, 0x2103],
  [PUNCTUATION, 0x3000, 0x301e],
  [PUNCTUATION, 0xfe30, 0xfe4f],
  [PUNCTUATION, 0xff01, 0xff5e],
  // Marks that texts have now and then, and misread bytes as often.
  [COMMON, 0x2160, 0x217f],
  [COMMON, 0x2460, 0x249b],
  [COMMON, 0x3220, 0x3229],
  [COMMON, 0xff21, 0xff3a],
  [COMMON, 0xff41, 0xff5a],
  [RARE, 0x20ac, 0x20ac], // the euro sign is how a stray byte 0x80 of GBK is read
];

/** Class of every UTF-16 code unit. Built on first use: a plain UTF-8 file never needs it. */
function classTable(): Uint8Array {
  if (classes) return classes;
  const table = new Uint8Array(0x10000);
  for (const [kind, from, to] of RANGES) table.fill(kind, from, to + 1);
  mark(table, PUNCTUATION, '·×°§÷\u00a0\u200b\ufeff');
  mark(table, UNCOMMON, repertoire('gb2312-level-2')); // level 2: names, places, plants
  // Levels 1 of GB 2312 and of Big5 are the standards' own lists of characters in common use.
  mark(table, COMMON, repertoire('gb2312-level-1'));
  mark(table, COMMON, repertoire('big5-level-1'));
  mark(table, USUAL, USUAL_SIMPLIFIED + USUAL_TRADITIONAL_ONLY);
  mark(table, FREQUENT, FREQUENT_SIMPLIFIED + FREQUENT_TRADITIONAL_ONLY);
  mark(table, ERROR, '\ufffd'); // last: the ranges above have gaps
  classes = table;
  return table;
}

function mark(table: Uint8Array, kind: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = kind;
}

/**
 * Scores a decoded text by the classes of its characters; printable ASCII says nothing about the encoding and
 * does not count. Time is linear in the length.
 */
export function scoreText(text: string): Score {
  const table = classTable();
  const found = new Uint32Array(WEIGHT.length);
  let breaks = 0;
  let broken = -2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && !isControl(unit)) continue;
    const kind = unit < 0x80 ? ERROR : (table[unit] ?? OTHER);
    found[kind] = (found[kind] ?? 0) + 1;
    if (kind !== ERROR) continue;
    if (broken < i - 1) breaks++;
    broken = i;
  }
  const of = (kind: number) => found[kind] ?? 0;
  let count = 0;
  let sum = 0;
  for (let kind = 0; kind < WEIGHT.length; kind++) {
    count += of(kind);
    sum += of(kind) * (WEIGHT[kind] ?? 0);
  }
  const letters = count - of(PUNCTUATION) - of(ERROR);
  return {
    value: count === 0 ? 0 : sum / count,
    sum,
    count,
    errors: of(ERROR),
    breaks,
    han: of(FREQUENT) + of(USUAL) + of(COMMON) + of(UNCOMMON) + of(RARE),
    kana: of(KANA),
    hangul: of(HANGUL),
    frequent: letters === 0 ? 0 : of(FREQUENT) / letters,
    known: letters === 0 ? 0 : (of(FREQUENT) + of(USUAL)) / letters,
  };
}

/** Weight of every UTF-16 code unit in whole tenths: for going over every character of a file. ASCII weighs nothing. */
function weightTable(): Int8Array {
  const table = classTable();
  const weights = new Int8Array(0x10000);
  for (let unit = 0x80; unit < weights.length; unit++)
    weights[unit] = Math.round(10 * (WEIGHT[table[unit] ?? OTHER] ?? 0));
  return weights;
}

/** Whether some stretch of a text, however short, weighs `depth` or less: no Chinese, or damaged, or misread. Linear. */
export function hasOddStretch(text: string, depth: number): boolean {
  tenths ??= weightTable();
  const weights = tenths;
  const least = 10 * depth;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    sum += weights[text.charCodeAt(i)] as number;
    if (sum > 0) sum = 0;
    else if (sum <= least) return true;
  }
  return false;
}

/**
 * Whether text has no use for a byte or character. It does for tab, line feed, vertical tab, form feed and return, for
 * 0x0E, 0x0F and 0x1B, which switch character sets, and for 0x1A, which ended DOS files.
 */
export function isControl(code: number): boolean {
  return code < 9 || (code > 0x0f && code < 0x20 && code !== 0x1a && code !== 0x1b);
}

/** The weight of one UTF-16 unit, as `scoreText` adds them up. */
export function weightOf(unit: number): number {
  return WEIGHT[classTable()[unit] ?? OTHER] ?? 0;
}
