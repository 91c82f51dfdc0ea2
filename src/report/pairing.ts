import type { Fields } from './expectation.js';

/** What tells records apart weighs more than what many of them share. */
const WEIGHTS: { readonly [field: string]: number } = {
  quote: 4,
  chain: 3,
  title: 3,
  indicator: 3,
  text: 3,
  leads: 3,
  value: 3,
  rows: 3,
  year: 2,
  section: 2,
};
const OTHER = 0.5;
/** Below this two records are strangers: one is missing and the other extra. */
const ALIKE = 0.6;

/** JSON with keys in order, so that equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`;
}

/** Names of the fields of `expected` in which `found` differs. */
export function changedFields(expected: Fields, found: Fields): string[] {
  return Object.keys(expected).filter((name) => canonical(expected[name]) !== canonical(found[name]));
}

/** Records by their values, for those that ask again and again which of them are equal to another. */
export function equalTo(found: readonly Fields[]): (record: Fields) => readonly number[] {
  const tables = new Map<string, Map<string, number[]>>();
  const valuesOf = (record: Fields, names: readonly string[]) => canonical(names.map((name) => record[name]));
  const tableOf = (names: readonly string[]): Map<string, number[]> => {
    const key = names.join();
    const known = tables.get(key);
    if (known) return known;
    const table = new Map<string, number[]>();
    for (const [f, record] of found.entries()) {
      const values = valuesOf(record, names);
      const same = table.get(values);
      if (same) same.push(f);
      else table.set(values, [f]);
    }
    tables.set(key, table);
    return table;
  };
  return (record) => {
    const names = Object.keys(record).sort();
    return tableOf(names).get(valuesOf(record, names)) ?? [];
  };
}

type Bigrams = ReadonlyMap<string, number>;

function bigrams(text: string): Bigrams {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, text.length - 1); i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (text: string): number => Math.max(1, text.length - 1);

function shareOf(a: string, b: string, pairsOf: (text: string) => Bigrams): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const [pair, count] of fewer) shared += Math.min(count, more.get(pair) ?? 0);
  return (2 * shared) / (sizeOf(a) + sizeOf(b));
}

/** The share of neighbouring characters that two texts have in common, from 0 to 1 (Dice's coefficient). */
export const textSimilarity = (a: string, b: string): number => shareOf(a, b, bigrams);

/** A field as it is compared again and again. */
interface Value {
  readonly text: string;
  /** A number or nothing is the same or it is not. */
  readonly exact: boolean;
}

const comparedValue = (value: unknown): Value => ({
  text: typeof value === 'string' ? value : canonical(value),
  exact: typeof value === 'number' || value === null,
});

/** How much found records resemble expected ones, from 0 to 1, by the fields of the expected one. */
function comparer(): (expected: Fields, found: Fields) => number {
  const values = new WeakMap<Fields, Map<string, Value>>();
  const pairs = new Map<string, Bigrams>();
  const pairsOf = (text: string): Bigrams => {
    const known = pairs.get(text) ?? bigrams(text);
    pairs.set(text, known);
    return known;
  };
  const fieldsOf = (record: Fields): Map<string, Value> => {
    const known = values.get(record);
    if (known) return known;
    const fields = new Map(Object.entries(record).map(([name, value]) => [name, comparedValue(value)]));
    values.set(record, fields);
    return fields;
  };
  const nothing = comparedValue(undefined);
  return (expected, found) => {
    const others = fieldsOf(found);
    let sum = 0;
    let total = 0;
    for (const [name, a] of fieldsOf(expected)) {
      const b = others.get(name) ?? nothing;
      const weight = WEIGHTS[name] ?? OTHER;
      total += weight;
      if (a.text === b.text) sum += weight;
      else if (!a.exact && b.text !== 'null') sum += weight * shareOf(a.text, b.text, pairsOf);
    }
    return total === 0 ? 1 : sum / total;
  };
}

/** Pairs of records that are all compared; of more, only those that have something telling in common. */
const ALL_PAIRS = 250_000;
/** Records that are looked at for one, of those that share a value with it, and of those that stand where it stands. */
const NEAREST = 16;

/** The indices in a rising list that are nearest to one. */
function nearest(list: readonly number[], to: number): readonly number[] {
  if (list.length <= NEAREST) return list;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const from = Math.min(Math.max(0, low - NEAREST / 2), list.length - NEAREST);
  return list.slice(from, from + NEAREST);
}

/** For each expected record, the found ones that may be its pair. */
function candidatesOf(
  expected: readonly (readonly [number, Fields])[],
  free: readonly number[],
  found: readonly Fields[],
) {
  if (expected.length * free.length <= ALL_PAIRS) return () => free;
  const telling = Object.keys(WEIGHTS).filter((name) => (WEIGHTS[name] ?? 0) >= 3);
  const shared = new Map<string, number[]>();
  const keysOf = (record: Fields): string[] =>
    telling.flatMap((name) => (record[name] === undefined ? [] : [`${name}:${canonical(record[name])}`]));
  for (const f of free) {
    for (const key of keysOf(found[f] ?? {})) {
      const same = shared.get(key);
      if (same) same.push(f);
      else shared.set(key, [f]);
    }
  }
  const scale = free.length / expected.length;
  return (e: number, record: Fields, at: number): Iterable<number> => {
    const likely = new Set(nearest(free, free[Math.round(at * scale)] ?? e));
    for (const key of keysOf(record)) for (const f of nearest(shared.get(key) ?? [], e)) likely.add(f);
    return likely;
  };
}

/** Pair what is equal. The records that say most choose first: what says less is equal to more. */
function pairEqual(expected: readonly Fields[], found: readonly Fields[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const equal = equalTo(found);
  const taken = new Set<number>();
  const tried = new Map<readonly number[], number>();
  const said = expected.map((record) => Object.keys(record).length);
  const order = [...expected.keys()].sort((a, b) => (said[b] ?? 0) - (said[a] ?? 0) || a - b);
  for (const e of order) {
    const list = equal(expected[e] ?? {});
    let at = tried.get(list) ?? 0;
    while (at < list.length && taken.has(list[at] ?? -1)) at++;
    tried.set(list, at);
    const f = list[at];
    if (f === undefined) continue;
    taken.add(f);
    pairs.set(e, f);
  }
  return pairs;
}

/**
 * Pair expected records with found ones, one to one: first those that agree in every field, then the most alike. Of very
 * many that differ only those are compared that share a value or stand in the same place: time grows with their number.
 * @returns index of the expected record → index of the found one.
 */
export function pairRecords(expected: readonly Fields[], found: readonly Fields[]): Map<number, number> {
  const pairs = pairEqual(expected, found);
  const taken = new Set(pairs.values());
  const free = [...found.keys()].filter((f) => !taken.has(f));
  const left = [...expected.entries()].filter(([e]) => !pairs.has(e));
  const likely = candidatesOf(left, free, found);
  const similarity = comparer();
  const candidates: { readonly e: number; readonly f: number; readonly score: number }[] = [];
  for (const [at, [e, record]] of left.entries()) {
    for (const f of likely(e, record, at)) {
      const score = similarity(record, found[f] ?? {});
      if (score >= ALIKE) candidates.push({ e, f, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score || Math.abs(a.e - a.f) - Math.abs(b.e - b.f) || a.e - b.e || a.f - b.f);
  for (const { e, f } of candidates) {
    if (pairs.has(e) || taken.has(f)) continue;
    pairs.set(e, f);
    taken.add(f);
  }
  return pairs;
}
