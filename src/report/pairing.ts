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

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, text.length - 1); i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** The share of neighbouring characters that two texts have in common, from 0 to 1 (Dice's coefficient). */
export function textSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const left = bigrams(a);
  let shared = 0;
  let total = 0;
  for (const count of left.values()) total += count;
  for (const [pair, count] of bigrams(b)) {
    shared += Math.min(count, left.get(pair) ?? 0);
    total += count;
  }
  return (2 * shared) / total;
}

function fieldSimilarity(expected: unknown, found: unknown): number {
  const [a, b] = [expected, found].map((value) => (typeof value === 'string' ? value : canonical(value)));
  if (a === b) return 1;
  return typeof expected === 'number' || expected === null || found === null ? 0 : textSimilarity(a ?? '', b ?? '');
}

/** How much a found record resembles an expected one, from 0 to 1, by the fields of the expected one. */
function similarity(expected: Fields, found: Fields): number {
  let sum = 0;
  let total = 0;
  for (const [name, value] of Object.entries(expected)) {
    const weight = WEIGHTS[name] ?? OTHER;
    sum += weight * fieldSimilarity(value, found[name]);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/**
 * Pair expected records with found ones, one to one: first those that agree in every field, then the most alike.
 * @returns index of the expected record → index of the found one.
 */
export function pairRecords(expected: readonly Fields[], found: readonly Fields[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(found.keys());
  for (const [e, record] of expected.entries()) {
    for (const f of free) {
      if (changedFields(record, found[f] ?? {}).length > 0) continue;
      pairs.set(e, f);
      free.delete(f);
      break;
    }
  }
  const candidates = [...expected.entries()]
    .filter(([e]) => !pairs.has(e))
    .flatMap(([e, record]) => [...free].map((f) => ({ e, f, score: similarity(record, found[f] ?? {}) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || Math.abs(a.e - a.f) - Math.abs(b.e - b.f) || a.e - b.e || a.f - b.f);
  for (const { e, f } of candidates) {
    if (pairs.has(e) || !free.has(f)) continue;
    pairs.set(e, f);
    free.delete(f);
  }
  return pairs;
}
