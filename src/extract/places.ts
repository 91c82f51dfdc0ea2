import { lastIndex } from '../core/search.js';
import type { Clause } from './clauses.js';

/*
 * Where the clauses and expressions of time of a line stand, found by binary search: clauses follow each other without
 * overlap, their sentences and parts count up, and tokens are in order.
 */

/** The index of the clause that holds a stretch of its line; -1 where none does. */
export function clauseIndex(clauses: readonly Clause[], start: number, end: number): number {
  const index = lastIndex(clauses.length, (i) => (clauses[i]?.start ?? 0) <= start);
  return end <= (clauses[index]?.end ?? -1) ? index : -1;
}

/** The first clause of a sentence. */
export function opensSentenceOf(clauses: readonly Clause[], { sentence }: Clause): Clause | undefined {
  return clauses[lastIndex(clauses.length, (i) => (clauses[i]?.sentence ?? 0) < sentence) + 1];
}

/** The first and the last clause of a part of a sentence. */
export function endsOfPart(clauses: readonly Clause[], { part }: Clause): { first: Clause; last: Clause } | undefined {
  const first = clauses[lastIndex(clauses.length, (i) => (clauses[i]?.part ?? 0) < part) + 1];
  const last = clauses[lastIndex(clauses.length, (i) => (clauses[i]?.part ?? 0) <= part)];
  return first && last && { first, last };
}

/** The index of the first token that begins at a place or behind it. */
export function firstFrom(tokens: readonly { readonly start: number }[], place: number): number {
  return lastIndex(tokens.length, (i) => (tokens[i]?.start ?? 0) < place) + 1;
}

/** How many tokens end before a place or at it. */
export function countUpTo(tokens: readonly { readonly end: number }[], place: number): number {
  return lastIndex(tokens.length, (i) => (tokens[i]?.end ?? 0) <= place) + 1;
}
