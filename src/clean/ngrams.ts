/** Counts of characters, pairs and triples of a text, by their units (see `unitOf`). */
export interface Ngrams {
  readonly single: Float64Array;
  /** How much, and how many different things, follow a character. */
  readonly follow: Float64Array;
  readonly kinds: Float64Array;
  /** By `first * UNITS + second`. */
  readonly pairs: Map<number, number>;
  readonly pairFollow: Map<number, number>;
  readonly pairKinds: Map<number, number>;
  /** By `pair * UNITS + third`. */
  readonly triples: Map<number, number>;
  total: number;
}

export const UNITS = 0x10000;
/** Stands where text was left out: nothing follows from it. */
export const BREAK = '\0';
export const LINE_END = 10;
const DIGIT = 0x30;
const LETTER = 0x41;

/** A character as it is counted: digits and letters are one each, half-width marks are full-width ones. */
export function unitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  if (code > 0x7f || code < 0x21) return code;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return LETTER;
  return code === 0x25 ? code : code + 0xfee0;
}

export function emptyNgrams(): Ngrams {
  return {
    single: new Float64Array(UNITS),
    follow: new Float64Array(UNITS),
    kinds: new Float64Array(UNITS),
    pairs: new Map(),
    pairFollow: new Map(),
    pairKinds: new Map(),
    triples: new Map(),
    total: 0,
  };
}

export function addSingle(counts: Ngrams, c: number, weight: number): void {
  counts.single[c] = (counts.single[c] ?? 0) + weight;
  counts.total += weight;
}

export function addPair(counts: Ngrams, b: number, c: number, weight: number): void {
  const key = b * UNITS + c;
  const before = counts.pairs.get(key) ?? 0;
  if (before === 0) counts.kinds[b] = (counts.kinds[b] ?? 0) + 1;
  counts.pairs.set(key, before + weight);
  counts.follow[b] = (counts.follow[b] ?? 0) + weight;
}

function addTriple(counts: Ngrams, a: number, b: number, c: number, weight: number): void {
  const context = a * UNITS + b;
  const key = context * UNITS + c;
  const before = counts.triples.get(key) ?? 0;
  if (before === 0) counts.pairKinds.set(context, (counts.pairKinds.get(context) ?? 0) + 1);
  counts.triples.set(key, before + weight);
  counts.pairFollow.set(context, (counts.pairFollow.get(context) ?? 0) + weight);
}

/** Count a text; `weigh` says how much a character counts. */
export function countText(counts: Ngrams, text: string, weigh: (c: number) => number): void {
  let a = LINE_END;
  let b = LINE_END;
  for (let i = 0; i < text.length; i++) {
    const c = unitOf(text[i] ?? '');
    // Two line ends in a row, and what was left out, say nothing.
    if (c !== 0 && b !== 0 && (c !== LINE_END || b !== LINE_END)) {
      const weight = weigh(c);
      addSingle(counts, c, weight);
      addPair(counts, b, c, weight);
      if (a !== 0) addTriple(counts, a, b, c, weight);
    }
    a = c === LINE_END ? LINE_END : b;
    b = c;
  }
}
