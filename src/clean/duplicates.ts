import { defineStage } from '../core/draft.js';
import { type Edit, remove, repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { damageOf } from './damage.js';

/** Lines shorter than this (in letters) prove nothing about a second copy. */
const PROOF = 12;
/** A line that stands more often is boilerplate. */
const MOST_COPIES = 8;
/** What stands for a removed line, with its number: it is like no other. */
const GONE = '\0';
const LCS_LIMIT = 4_000_000;

interface Pair {
  readonly first: number;
  readonly second: number;
}

/**
 * A page that holds the whole document twice. The first copy stays; where the two differ, the less garbled side wins;
 * the second copy goes.
 */
export const duplicates = defineStage({
  id: 'duplicates',
  edits: ({ text }) => {
    const lines = linesOf(text);
    const bare = lines.map((line) => line.text.replace(/\([^()]{0,8}\)/g, '').replace(/[^\p{L}\p{N}]/gu, ''));
    const edits: Edit[] = [];
    for (let pairs = secondCopy(bare); pairs.length > 0; pairs = secondCopy(bare)) {
      // What an earlier copy has restored stays.
      const free = (edit: Edit): boolean => edits.every((other) => edit.end < other.start || other.end < edit.start);
      edits.push(...restoreGaps(text, lines, pairs).filter(free));
      const { from, to } = copyRange(bare, pairs);
      lines.slice(from, to + 1).forEach((line, i) => {
        if (bare[from + i] === GONE + (from + i)) return;
        edits.push(remove(line.start, Math.min(line.end + 1, text.length), 'duplicate'));
        bare[from + i] = GONE + (from + i);
      });
    }
    return edits;
  },
});

/**
 * Pairs of equal lines that show one block standing again behind itself; none where the text is no second copy. Of
 * several copies the first and the last are paired; the others are found when the last is gone.
 */
function secondCopy(bare: readonly string[]): Pair[] {
  const places = new Map<string, number[]>();
  bare.forEach((text, i) => {
    if (text.length >= PROOF) places.set(text, [...(places.get(text) ?? []), i]);
  });
  const pairs = [...places.values()]
    .filter((found) => found.length >= 2 && found.length <= MOST_COPIES)
    .map((found) => ({ first: found[0] ?? 0, second: found.at(-1) ?? 0 }))
    .sort((a, b) => a.first - b.first);
  const rising = longestRising(pairs);
  const head = rising[0];
  const tail = rising.at(-1);
  if (!head || !tail || head.second <= tail.first) return [];
  const size = (from: number, to: number): number => bare.slice(from, to + 1).reduce((sum, t) => sum + t.length, 0);
  const shared = rising.reduce((sum, pair) => sum + (bare[pair.first]?.length ?? 0), 0);
  const whole = size(head.first, tail.first);
  return shared >= 300 && rising.length >= 5 && shared * 2 >= whole ? rising : [];
}

/** The longest run of pairs in which both sides rise: patience sorting over the second side. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach((pair, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.second ?? 0) < pair.second) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  });
  const result: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i];
    if (pair) result.unshift(pair);
  }
  return result;
}

/** The lines of the second copy: from its first line that equals one of the first copy, damage aside, to its last. */
function copyRange(bare: readonly string[], pairs: readonly Pair[]): { from: number; to: number } {
  let from = pairs[0]?.second ?? 0;
  let to = pairs.at(-1)?.second ?? -1;
  let i = pairs[0]?.first ?? 0;
  let j = pairs.at(-1)?.first ?? 0;
  while (i > 0 && from - 1 > j && alike(bare[from - 1], bare[i - 1])) {
    from--;
    i--;
  }
  while (to + 1 < bare.length && j + 1 < from && alike(bare[to + 1], bare[j + 1])) {
    to++;
    j++;
  }
  return { from, to };
}

/** Whether two lines are the same, but for a tenth of their characters. */
function alike(a = '', b = ''): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 8 || a.length * b.length > LCS_LIMIT) return false;
  const differing = differences(a, b).reduce((sum, d) => sum + Math.max(d.mine.length, d.other.length), 0);
  return differing * 10 <= Math.max(a.length, b.length);
}

/** Edits that take over what the second copy has better between lines that both copies share. */
function restoreGaps(text: string, lines: readonly Line[], pairs: readonly Pair[]): Edit[] {
  const edits: Edit[] = [];
  for (let k = 0; k + 1 < pairs.length; k++) {
    const mine = between(lines, pairs[k]?.first, pairs[k + 1]?.first);
    const other = between(lines, pairs[k]?.second, pairs[k + 1]?.second);
    if (!mine || !other) continue;
    for (const d of differences(text.slice(mine.start, mine.end), text.slice(other.start, other.end))) {
      if (damageOf(d.mine) <= damageOf(d.other) && !isLost(d)) continue;
      edits.push(repair(mine.start + d.at, mine.start + d.at + d.mine.length, d.other, 'from-duplicate'));
    }
  }
  return edits;
}

/** Words that the first copy lacks inside a line, and that read well in the second. */
function isLost(difference: Difference): boolean {
  const { mine, other } = difference;
  return mine === '' && other.length >= 2 && /^[^\n]*[\u4e00-\u9fff][^\n]*$/.test(other) && damageOf(other) === 0;
}

/** The text between two lines, not counting them; undefined where they are neighbours. */
function between(lines: readonly Line[], a = 0, b = 0): { start: number; end: number } | undefined {
  const from = lines[a + 1];
  const to = lines[b - 1];
  return from && to && b - a > 1 ? { start: from.start, end: to.end } : undefined;
}

interface Difference {
  readonly at: number;
  readonly mine: string;
  readonly other: string;
}

/** Where two lines differ, by their longest common subsequence; one whole difference where they are too long for that. */
function differences(a: string, b: string): Difference[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const mine = a.slice(head, a.length - tail);
  const other = b.slice(head, b.length - tail);
  if (mine.length * other.length > LCS_LIMIT) return [{ at: head, mine, other }];
  return hunks(mine, other).map((h) => ({ ...h, at: h.at + head }));
}

function hunks(a: string, b: string): Difference[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const result: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromI = i;
    const fromJ = j;
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
    if (i > fromI) continue;
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1))) i++;
      else j++;
    }
    result.push({ at: fromI, mine: a.slice(fromI, i), other: b.slice(fromJ, j) });
  }
  return result;
}
