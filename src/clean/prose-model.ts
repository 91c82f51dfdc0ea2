import { PROSE_PAIRS } from '../lexicon/prose.js';

/** How likely characters follow each other: in the document itself, and in words of official prose. */
export interface ProseModel {
  /** The logarithm of the likelihood of `c` behind `a` and `b`. */
  readonly score: (a: number, b: number, c: number) => number;
  /** Whether `a` and `b` were seen side by side, here or in a word. */
  readonly seen: (a: number, b: number) => boolean;
}

/*
 * Weights, chosen on the fixtures with damage done to them. None is critical: half or twice as much moves the share of
 * lines that come back exactly by two or three in a hundred.
 */
/** A pair of the lexicon counts as much as so many in the document. */
const WORD = 1.5;
/** What is known of characters beforehand counts as much as so many of the document. */
const PRIOR = 300;
/** How much is left for what was never seen behind a character, and behind two. */
const UNSEEN_PAIR = 1.5;
const UNSEEN_TRIPLE = 2;
/** Weight of a character that begins sentences, against those counted; and of all others that open words. */
const START = 2;
const OPENS = 0.4;
/** How often a sentence ends at all, and where a clause would. */
const STOPS = 0.06;
const STOPS_AT_COMMA = 0.6;
/** More text than this makes the pairs no better known. */
const ENOUGH = 300_000;
const UNITS = 0x10000;

/** Stands where text was left out: nothing follows from it. */
export const BREAK = '\0';
const DIGIT = 0x30;
const LETTER = 0x41;
const COMMA = 0xff0c;
const STOP = 0x3002;
/** Marks behind which a clause begins. */
const MARKS = new Set([...'\n，、；：。“《（'].map((c) => c.charCodeAt(0)));

const PAIRED = new Set([...'”》）〕〔’‘？'].map((c) => c.charCodeAt(0)));
const CLOSING = new Set([...'，、；：。》）'].map((c) => c.charCodeAt(0)));

/** A character as the model counts it: digits and letters are one each, half-width marks are full-width ones. */
export function unitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  if (code > 0x7f || code < 0x21) return code;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return LETTER;
  return code === 0x25 ? code : code + 0xfee0;
}

/** Counts of what follows what, smoothed as Witten and Bell have it: where many things follow, little is known. */
export function proseModel(text: string): ProseModel {
  const single = new Float64Array(UNITS);
  const follow = new Float64Array(UNITS);
  const kinds = new Float64Array(UNITS);
  const pairs = new Map<number, number>();
  const triples = new Map<number, number>();
  const pairFollow = new Map<number, number>();
  const pairKinds = new Map<number, number>();
  const starts = new Float64Array(UNITS);
  const heads = new Float64Array(UNITS);
  const tails = new Float64Array(UNITS);
  let total = 0;
  let startTotal = 0;
  const addStart = (c: number, weight: number): void => {
    starts[c] = (starts[c] ?? 0) + weight;
    startTotal += weight;
  };
  const addPair = (b: number, c: number, weight: number): void => {
    const key = b * UNITS + c;
    const before = pairs.get(key) ?? 0;
    if (before === 0) kinds[b] = (kinds[b] ?? 0) + 1;
    pairs.set(key, before + weight);
    follow[b] = (follow[b] ?? 0) + weight;
  };
  const addTriple = (a: number, b: number, c: number): void => {
    const context = a * UNITS + b;
    const key = context * UNITS + c;
    const before = triples.get(key) ?? 0;
    if (before === 0) pairKinds.set(context, (pairKinds.get(context) ?? 0) + 1);
    triples.set(key, before + 1);
    pairFollow.set(context, (pairFollow.get(context) ?? 0) + 1);
  };
  let a = 0;
  let b = 10;
  for (let i = 0; i < text.length && i < ENOUGH; i++) {
    const c = unitOf(text[i] ?? '');
    // A line's end says where the page breaks, not what follows in a sentence.
    if (c === 10) {
      a = 0;
      b = c;
      continue;
    }
    if (c !== 0) {
      single[c] = (single[c] ?? 0) + 1;
      total++;
      if (b !== 0) addPair(b, c, 1);
      if (MARKS.has(b)) addStart(c, 1);
      if (a !== 0 && b !== 0) addTriple(a, b, c);
    }
    a = b;
    b = c;
  }
  for (const group of PROSE_PAIRS.trim().split(/\s+/)) {
    const head = unitOf(group);
    for (const character of group.slice(1)) {
      const c = unitOf(character);
      if (head === STOP) {
        addStart(c, START);
        continue;
      }
      single[head] = (single[head] ?? 0) + 0.3;
      single[c] = (single[c] ?? 0) + 0.5;
      total += 0.8;
      heads[head] = (heads[head] ?? 0) + 1;
      tails[c] = (tails[c] ?? 0) + 1;
      addPair(head, c, WORD);
      if (c === STOP) addPair(head, COMMA, WORD);
    }
  }
  const one = (c: number): number => ((single[c] ?? 0) + PRIOR * base(c)) / (total + PRIOR);
  const behind = (b: number, c: number, rest: number, weight: number): number => {
    const k = (kinds[b] ?? 0) * weight;
    return k === 0 ? rest : ((pairs.get(b * UNITS + c) ?? 0) + k * rest) / ((follow[b] ?? 0) + k);
  };
  /** How often a character opens words rather than ends them, by the words known. */
  const opens = (c: number): number => ((heads[c] ?? 0) + 0.2) / ((heads[c] ?? 0) + (tails[c] ?? 0) + 0.5);
  const begins = (c: number): number =>
    ((starts[c] ?? 0) + OPENS * opens(c) * one(c) * startTotal) / (startTotal * (1 + OPENS));
  const two = (b: number, c: number): number => {
    // What ends a clause may end a sentence; what begins one may begin a sentence.
    if (c === STOP && !MARKS.has(b))
      return behind(b, c, 0.5 * STOPS + STOPS_AT_COMMA * behind(b, COMMA, STOPS, UNSEEN_PAIR), UNSEEN_PAIR);
    // Marks that close a clause do not follow on marks.
    if (MARKS.has(b) && CLOSING.has(c)) return behind(b, c, 1e-6, UNSEEN_PAIR);
    return behind(b, c, MARKS.has(b) ? begins(c) : one(c), UNSEEN_PAIR);
  };
  const three = (a: number, b: number, c: number): number => {
    const context = a * UNITS + b;
    const k = (pairKinds.get(context) ?? 0) * UNSEEN_TRIPLE;
    const rest = two(b, c);
    return k === 0 ? rest : ((triples.get(context * UNITS + c) ?? 0) + k * rest) / ((pairFollow.get(context) ?? 0) + k);
  };
  return {
    score: (a, b, c) => Math.log(three(a, b, c)),
    seen: (a, b) => pairs.has(a * UNITS + b),
  };
}

/** How likely a character is before anything was read. */
function base(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return 1e-5;
  if (code === COMMA) return 5e-2;
  if (code === STOP) return 3e-2;
  if (MARKS.has(code) || PAIRED.has(code)) return 1e-3;
  if (code < 0x7f) return 1e-3;
  return 1e-9;
}
