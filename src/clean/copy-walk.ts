import { lastIndex } from '../core/search.js';
import { type Letters, type Repeats, STRETCH } from './copy-letters.js';

/** `length` letters from `first` stand again from `second`. */
export interface Block {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

/** A stretch of one copy may be missing or spoilt in the other; so many letters. */
const FARTHEST = 1500;
/** So many repeats are tried for the next one behind a difference. */
const TRIED = 100;
/** Behind a few letters that differ in both copies together, so many equal ones show how they go on. */
const ASIDE = 12;
const SURE = 6;
/** Equal letters that stand by themselves between differences say nothing. */
const BY_CHANCE = 3;
/** Cells of the table that finds what two stretches have in common, and of all such tables for each character of a text. */
const CELLS = 1_000_000;
const CELLS_EACH = 100;

/** What is left to spend on tables; one for a whole text, so that its time stays linear. */
export interface Budget {
  cells: number;
}

export const newBudget = (text: string): Budget => ({ cells: Math.max(CELLS, text.length * CELLS_EACH) });

/**
 * Follow two copies side by side from a repeat: blocks of equal letters, in which both sides rise.
 * @param floor letters of the second copy before this are none of it
 */
export function walk(letters: Letters, repeats: Repeats, from: number, floor: number): Block[] {
  const { codes, length } = letters;
  let [f, s] = [repeats.first[from] ?? 0, repeats.later[from] ?? 0];
  if (s < floor || !same(codes, f, s, STRETCH)) return [];
  while (f > 0 && s > floor && codes[f - 1] === codes[s - 1]) {
    f--;
    s--;
  }
  const limit = s;
  const blocks: Block[] = [];
  for (let at = from; ; ) {
    let size = 0;
    while (f + size < limit && s + size < length && codes[f + size] === codes[s + size]) size++;
    if (size > 0) blocks.push({ first: f, second: s, length: size });
    f += size;
    s += size;
    const step = stepAside(letters, f, s, limit);
    if (step) {
      [f, s] = step;
      continue;
    }
    at = nextRepeat(repeats, at, f, s, limit);
    if (at < 0) return blocks;
    let [nextF, nextS] = [repeats.first[at] ?? 0, repeats.later[at] ?? 0];
    if (!same(codes, nextF, nextS, STRETCH)) return blocks;
    while (nextF > f && nextS > s && codes[nextF - 1] === codes[nextS - 1]) {
      nextF--;
      nextS--;
    }
    [f, s] = [nextF, nextS];
  }
}

function same(codes: Uint16Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (codes[a + i] !== codes[b + i]) return false;
  return true;
}

/** Where both copies go on behind a few letters that differ. */
function stepAside({ codes, length }: Letters, f: number, s: number, limit: number): [number, number] | undefined {
  for (let aside = 1; aside <= ASIDE; aside++) {
    for (let mine = 0; mine <= aside; mine++) {
      const [a, b] = [f + mine, s + aside - mine];
      if (a + SURE > limit || b + SURE > length) continue;
      if (same(codes, a, b, SURE)) return [a, b];
    }
  }
  return undefined;
}

/** The repeat that goes on soonest behind a place of both copies; -1 where none does. */
function nextRepeat({ first, later }: Repeats, at: number, f: number, s: number, limit: number): number {
  let i = firstFrom(later, s, at + 1);
  let best = -1;
  let nearest = FARTHEST + 1;
  for (let tried = 0; tried < TRIED && i < later.length; i++, tried++) {
    const ahead = (later[i] ?? 0) - s;
    if (ahead >= nearest) break;
    const behind = (first[i] ?? 0) - f;
    if (behind < 0 || (first[i] ?? 0) + STRETCH > limit) continue;
    const far = Math.max(ahead, behind);
    if (far >= nearest) continue;
    nearest = far;
    best = i;
  }
  return best;
}

/** The first index from `low` on whose value is at least `value`; the values rise. */
export function firstFrom(values: ArrayLike<number>, value: number, low = 0): number {
  return low + lastIndex(values.length - low, (i) => (values[low + i] ?? 0) < value) + 1;
}

/** Blocks with what the stretches between them have in common, from the beginning of both copies to their ends. */
export function fillGaps(letters: Letters, blocks: readonly Block[], whole: Extent, budget: Budget): Block[] {
  const result: Block[] = [];
  let [f, s] = [whole.first, whole.second];
  for (const block of [...blocks, { first: whole.firstEnd, second: whole.secondEnd, length: 0 }]) {
    result.push(...common(letters.codes, f, block.first, s, block.second, budget));
    if (block.length > 0) result.push(block);
    f = block.first + block.length;
    s = block.second + block.length;
  }
  return result;
}

/** The letters of two copies. */
export interface Extent {
  readonly first: number;
  readonly firstEnd: number;
  readonly second: number;
  readonly secondEnd: number;
}

/** The longest common subsequence of two stretches, without what looks like chance. */
export function common(c: Uint16Array, f: number, fEnd: number, s: number, sEnd: number, budget: Budget): Block[] {
  let head = 0;
  while (f + head < fEnd && s + head < sEnd && c[f + head] === c[s + head]) head++;
  let tail = 0;
  while (fEnd - tail > f + head && sEnd - tail > s + head && c[fEnd - 1 - tail] === c[sEnd - 1 - tail]) tail++;
  const inner = table(c, f + head, fEnd - tail, s + head, sEnd - tail, budget);
  return [
    { first: f, second: s, length: head },
    ...inner.filter((block) => block.length > BY_CHANCE),
    { first: fEnd - tail, second: sEnd - tail, length: tail },
  ].filter((block) => block.length > 0);
}

function table(c: Uint16Array, f: number, fEnd: number, s: number, sEnd: number, budget: Budget): Block[] {
  const [rows, columns] = [fEnd - f, sEnd - s];
  const cells = (rows + 1) * (columns + 1);
  if (rows === 0 || columns === 0 || cells > CELLS || cells > budget.cells) return [];
  budget.cells -= cells;
  const width = columns + 1;
  const best = new Uint16Array(cells);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j;
      const [down, right] = [best[at + width] as number, best[at + 1] as number];
      best[at] = c[f + i] === c[s + j] ? (best[at + width + 1] as number) + 1 : Math.max(down, right);
    }
  }
  const blocks: Block[] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    let length = 0;
    while (i + length < rows && j + length < columns && c[f + i + length] === c[s + j + length]) length++;
    if (length > 0) blocks.push({ first: f + i, second: s + j, length });
    i += length;
    j += length;
    if (length > 0) continue;
    if ((best[(i + 1) * width + j] as number) >= (best[i * width + j + 1] as number)) i++;
    else j++;
  }
  return blocks;
}
