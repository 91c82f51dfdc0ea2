import { addPair, addSingle, BREAK, countText, emptyNgrams, LINE_END, type Ngrams, UNITS, unitOf } from './ngrams.js';

/** How likely characters follow each other: in the document itself, and in official prose. */
export interface ProseModel {
  /** The logarithm of the likelihood of `c` behind `a` and `b`. */
  readonly score: (a: number, b: number, c: number) => number;
  /** Whether `a` and `b` were seen side by side, here or in a word. */
  readonly seen: (a: number, b: number) => boolean;
}

/* Weights, chosen on the fixtures with damage done to them. */
/** A pair of the lexicon, and a character of its prose, count as much as so many in the document. */
const WORD = 0.42;
const PROSE = 0.5;
/** The same for what stands behind a word: the lexicon lists words, and marks follow on them more often than in prose. */
const AFTER_WORD = 0.6;
/** What is known of characters beforehand counts as much as so many of the document. */
const PRIOR = 300;
/** How much is left for what was never seen behind a character, and behind two. */
const UNSEEN_PAIR = 3;
const UNSEEN_TRIPLE = 2;
/** Of the lexicon's, as it counts less. */
const KNOWN_KINDS = 0.5;
/** The same for what was seen so rarely that nobody can tell how much follows: once is no rule. */
const DOUBT_PAIR = 1;
const DOUBT_TRIPLE = 4;
/** How much of what stands behind a mark goes by all marks. */
const START = 0.5;
/** How often a clause ends, where nothing is known. */
const ENDS = 0.3;
/** More text than this makes the pairs no better known. */
const ENOUGH = 300_000;

const COMMA = 0xff0c;
const STOP = 0x3002;
const unitsOf = (marks: string): Set<number> => new Set([...marks].map((c) => c.charCodeAt(0)));
/** Marks behind which a clause begins, and those that end one. */
const OPENS_CLAUSE = unitsOf('\n，、；：。“《（');
const ENDS_CLAUSE = unitsOf('\n，、；：。');
const CLOSES = unitsOf('，、；：。》）');
/** How many clauses end with a mark, where nothing is known. */
const SHARES = new Map([
  [COMMA, 0.45],
  [STOP, 0.3],
  [0x3001, 0.15],
]);
const PAIRED = unitsOf('”》）〕〔’‘？“《（');

/** What all documents share. */
export interface Prose {
  readonly counts: Ngrams;
}

let loaded: Promise<Prose> | undefined;

/** The lexicon of official prose, counted: some 20 ms, so only where it is needed, and once. */
export function loadProse(): Promise<Prose> {
  loaded ??= counted();
  return loaded;
}

async function counted(): Promise<Prose> {
  const { PROSE: text, PROSE_PAIRS, PROSE_WORDS } = await import('../lexicon/prose.js');
  const counts = emptyNgrams();
  countText(counts, text, (c) => (ENDS_CLAUSE.has(c) ? AFTER_WORD : PROSE));
  countText(counts, PROSE_WORDS.replace(/\s+/g, BREAK), () => WORD);
  for (const group of PROSE_PAIRS.trim().split(/\s+/)) {
    const head = unitOf(group);
    for (const character of group.slice(1)) {
      const c = unitOf(character);
      addSingle(counts, c, WORD / 2);
      addPair(counts, head, c, ENDS_CLAUSE.has(c) ? AFTER_WORD : WORD);
    }
  }
  return { counts };
}

/** Counts of what follows what, smoothed as Witten and Bell have it: where many things follow, little is known. */
export function proseModel(text: string, { counts: known }: Prose): ProseModel {
  const own = emptyNgrams();
  countText(own, text.slice(0, ENOUGH), () => 1);
  const total = own.total + known.total + PRIOR;
  const one = (c: number): number => ((own.single[c] ?? 0) + (known.single[c] ?? 0) + PRIOR * base(c)) / total;
  const marks = marksOf([own, known], one);
  const two = (b: number, c: number): number => {
    let rest = one(c);
    if (OPENS_CLAUSE.has(b))
      rest = CLOSES.has(c) || c === LINE_END ? 1e-6 : START * marks.begins(c) + (1 - START) * rest;
    else if (ENDS_CLAUSE.has(c)) rest = marks.ends(b) * marks.share(c);
    const k = ((own.kinds[b] ?? 0) + (known.kinds[b] ?? 0) * KNOWN_KINDS) * UNSEEN_PAIR + DOUBT_PAIR;
    const key = b * UNITS + c;
    const count = (own.pairs.get(key) ?? 0) + (known.pairs.get(key) ?? 0);
    return (count + k * rest) / ((own.follow[b] ?? 0) + (known.follow[b] ?? 0) + k);
  };
  const three = (a: number, b: number, c: number): number => {
    const rest = two(b, c);
    const context = a * UNITS + b;
    const k =
      ((own.pairKinds.get(context) ?? 0) + (known.pairKinds.get(context) ?? 0) * KNOWN_KINDS) * UNSEEN_TRIPLE +
      DOUBT_TRIPLE;
    const key = context * UNITS + c;
    const count = (own.triples.get(key) ?? 0) + (known.triples.get(key) ?? 0);
    return (count + k * rest) / ((own.pairFollow.get(context) ?? 0) + (known.pairFollow.get(context) ?? 0) + k);
  };
  return {
    score: (a, b, c) => Math.log(three(a, b, c)),
    seen: (a, b) => own.pairs.has(a * UNITS + b) || known.pairs.has(a * UNITS + b),
  };
}

/** What is known of the marks between clauses, whichever they are. */
function marksOf(all: readonly Ngrams[], one: (c: number) => number) {
  const begin = new Float64Array(UNITS);
  const end = new Float64Array(UNITS);
  const mark = new Map<number, number>();
  let begun = 0;
  let ended = 0;
  for (const { pairs } of all) {
    for (const [key, weight] of pairs) {
      const b = Math.floor(key / UNITS);
      const c = key % UNITS;
      if (OPENS_CLAUSE.has(b)) {
        begin[c] = (begin[c] ?? 0) + weight;
        begun += weight;
      } else if (ENDS_CLAUSE.has(c)) {
        end[b] = (end[b] ?? 0) + weight;
        mark.set(c, (mark.get(c) ?? 0) + weight);
        ended += weight;
      }
    }
  }
  return {
    begins: (c: number) => ((begin[c] ?? 0) + 20 * one(c)) / (begun + 20),
    ends: (b: number): number => {
      const followed = all.reduce((sum, counts) => sum + (counts.follow[b] ?? 0), 0);
      return ((end[b] ?? 0) + 5 * ENDS) / (followed + 5);
    },
    share: (c: number): number => ((mark.get(c) ?? 0) + 50 * (SHARES.get(c) ?? 0.02)) / (ended + 50),
  };
}

/** How likely a character is before anything was read. */
function base(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return 1e-5;
  if (code === COMMA) return 5e-2;
  if (code === STOP) return 3e-2;
  if (OPENS_CLAUSE.has(code) || PAIRED.has(code)) return 1e-3;
  if (code < 0x7f) return 1e-3;
  return 1e-9;
}
