import { type Line, linesOf } from '../core/lines.js';
import { lastIndex } from '../core/search.js';
import type { Letters, Span } from './copy-letters.js';
import { type Block, type Budget, common, type Extent } from './copy-walk.js';
import { damageOf } from './damage.js';

/** A line of a page that holds letters, with the number of its first letter and of the first behind it. */
export interface LetteredLine extends Line {
  readonly from: number;
  readonly to: number;
}

export function letteredLines(text: string, { places, length }: Letters, gone: readonly Span[]): LetteredLine[] {
  const lines: LetteredLine[] = [];
  let at = 0;
  let out = 0;
  for (const line of linesOf(text)) {
    while ((gone[out]?.end ?? Number.POSITIVE_INFINITY) <= line.start) out++;
    if ((gone[out]?.start ?? Number.POSITIVE_INFINITY) <= line.start) continue;
    const from = at;
    while (at < length && (places[at] as number) < line.end) at++;
    if (at > from) lines.push({ ...line, from, to: at });
  }
  return lines;
}

/** Two copies, with the first and the last line of each by index. */
export interface Copies extends Extent {
  readonly firstLines: readonly [number, number];
  readonly secondLines: readonly [number, number];
  /** Whether each begins and ends with lines, or is cut off at the end. */
  readonly wholeSecond: boolean;
  readonly wholeFirst: boolean;
  /** The shorter copy ends in a mark of being cut. */
  readonly cut: boolean;
}

/** What a cut text ends with, and links to the rest of it. */
const CUT = /^[^\n]{0,6}?(?:…|\.{3}|[[【(（<《]?(?:查看|阅读|閱讀|点击|點擊|展开|展開|更多|详情|詳情|全文))/;

/**
 * The lines that two copies take up; undefined where the second one does not begin with a line, or none of them ends with one.
 * @param floor letters of the second copy before this are none of it
 */
export function copiesAlong(
  letters: Letters,
  lines: readonly LetteredLine[],
  blocks: readonly Block[],
  budget: Budget,
  floor: number,
): Copies | undefined {
  const [head, tail] = [blocks[0], blocks.at(-1)];
  if (!head || !tail) return undefined;
  const [end, otherEnd] = [tail.first + tail.length, tail.second + tail.length];
  let [i, j] = [lineAt(lines, head.first), lineAt(lines, head.second)];
  let [k, l] = [lineAt(lines, end - 1), lineAt(lines, otherEnd - 1)];
  const [opening, other, closing, last] = [lines[i], lines[j], lines[k], lines[l]];
  if (!opening || !other || !closing || !last || k >= j) return undefined;
  const same = (f: number, firstEnd: number, s: number, secondEnd: number): boolean =>
    alike(letters, { first: f, firstEnd, second: s, secondEnd }, budget);
  const spoilt = (a: LetteredLine, b: LetteredLine): boolean => damageOf(a.text) + damageOf(b.text) > 0;
  const together = spoilt(opening, other) || same(opening.from, head.first, other.from, head.second);
  if (!together && other.from !== head.second) return undefined;
  const cut = [
    { line: last, to: otherEnd },
    { line: closing, to: end },
  ].map(({ line, to }) => CUT.test(line.text.slice((letters.places[to - 1] ?? 0) + 1 - line.start)));
  const apart = !spoilt(closing, last) && !same(end, closing.to, otherEnd, last.to);
  if (apart && otherEnd !== last.to && !cut.includes(true)) return undefined;
  const equal = (a: LetteredLine | undefined, b: LetteredLine | undefined): boolean =>
    a !== undefined && b !== undefined && same(a.from, a.to, b.from, b.to);
  const opens = together || opening.from === head.first;
  while (opens && i > 0 && j - 1 > k && (lines[j - 1]?.from ?? 0) >= floor && equal(lines[i - 1], lines[j - 1])) {
    i--;
    j--;
  }
  const closes = !apart || closing.to === end;
  while (closes && k + 1 < j && equal(lines[k + 1], lines[l + 1])) {
    k++;
    l++;
  }
  return {
    first: opens ? (lines[i]?.from ?? 0) : head.first,
    firstEnd: closes ? (lines[k]?.to ?? 0) : end,
    second: lines[j]?.from ?? 0,
    secondEnd: apart && cut[1] === true ? otherEnd : (lines[l]?.to ?? 0),
    firstLines: [i, k],
    secondLines: [j, l],
    wholeSecond: !apart || otherEnd === last.to || cut[0] === true,
    wholeFirst: opens && (closes || cut[1] === true),
    cut: cut.includes(true),
  };
}

/** The index of the line that holds a letter. */
export function lineAt(lines: readonly LetteredLine[], letter: number): number {
  return Math.max(
    0,
    lastIndex(lines.length, (i) => (lines[i]?.from ?? 0) <= letter),
  );
}

/** Whether two stretches are the same, but for a fifth of their letters. */
function alike({ codes }: Letters, { first, firstEnd, second, secondEnd }: Extent, budget: Budget): boolean {
  const [mine, other] = [firstEnd - first, secondEnd - second];
  const longer = Math.max(mine, other);
  if (Math.min(mine, other) * 5 < longer * 4) return false;
  const shared = common(codes, first, firstEnd, second, secondEnd, budget).reduce((sum, b) => sum + b.length, 0);
  return shared === longer || (longer >= 8 && shared * 5 >= longer * 4);
}
