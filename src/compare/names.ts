import { distance } from 'fastest-levenshtein';
import { HARMLESS, TELLING } from '../lexicon/comparison.js';

/** Names are short; what is longer is a sentence, and sentences are compared for no merging. */
const LONGEST = 60;

/** How much two names agree, from 0 to 1: one less the share of characters that must change (Levenshtein). */
export function nameSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : Math.floor((1 - distance(a, b) / longer) * 100) / 100;
}

/** Stretches in which two names differ, by their longest common subsequence. */
export function differences(a: string, b: string): { readonly left: string; readonly right: string }[] {
  const [rows, width] = [a.length, b.length + 1];
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: { left: string; right: string }[] = [];
  let [left, right] = ['', ''];
  const close = (): void => {
    if (left !== '' || right !== '') found.push({ left, right });
    [left, right] = ['', ''];
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      close();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) left += a[i++];
    else right += b[j++];
  }
  close();
  return found;
}

const telling = new RegExp(`[0-9A-Za-z.${TELLING}]`);

/** Whether names differ in what makes another thing: 一级 and 二级, 小学 and 初中, 新增 and none. */
export function differTellingly(a: string, b: string): boolean {
  if (a.length > LONGEST || b.length > LONGEST) return true;
  return differences(a, b).some(({ left, right }) =>
    [left, right].some((part) => part !== '' && !HARMLESS.has(part) && telling.test(part)),
  );
}

/**
 * Whether two names may be one: all that differs is words that say nothing, or one character more in one of them that
 * tells nothing. A word in place of another is another thing, however alike the rest is.
 */
export function mayBeOne(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > LONGEST || b.length > LONGEST) return false;
  return differences(a, b).every(({ left, right }) => {
    if ([left, right].every((part) => part === '' || HARMLESS.has(part))) return true;
    const more = left === '' ? right : left;
    return (left === '' || right === '') && more.length === 1 && !telling.test(more);
  });
}

/** Names that share this many others are everybody's; such a pair of characters finds nothing. */
const MOST_SHARING = 2000;

/** Pairs of names that have a pair of characters in common, as indices, the smaller first; each once. */
export function* nearPairs(names: readonly string[]): Generator<readonly [number, number]> {
  const having = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    const counts = new Map<number, number>();
    for (const pair of pairsOf(name)) {
      const others = having.get(pair) ?? [];
      if (others.length < MOST_SHARING) for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
      others.push(i);
      having.set(pair, others);
    }
    for (const [other, shared] of counts) {
      // A pair that has less in common cannot come to two thirds.
      if (shared * 4 >= Math.min(name.length, names[other]?.length ?? 0) - 1) yield [other, i];
    }
  }
}

function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < name.length; i++) pairs.add(name.slice(i, i + 2));
  return pairs;
}
