import type { Line } from '../core/lines.js';
import { NUMBERING_STYLES } from '../lexicon/numbering.js';
import type { Heading } from './headings.js';

/** A line that may be a heading. */
export interface Candidate {
  readonly heading: Heading;
  /** It is one only where the numbers before and behind it count through it. */
  readonly weak: boolean;
  /** How else its number may be read: 11.121 人才 is 11 where a list counts 10, 11, 12. */
  readonly other?: Heading;
  /** It stands inside of a line, behind the title of another. */
  readonly inner?: boolean;
  /** Its whole text is the name of a document. */
  readonly isDocument?: boolean;
}

/** The style of a line whose number shows only in its other reading. */
export const TIGHT = 'tight';

/** How many lists of a style may be open at once: those of the sections around, and of a box. */
const OPEN_LISTS = 8;
/** How far behind the number that goes on may stand, in candidates of the same style. */
const AHEAD = 4;
/** Numbers that a page may have lost at one place of a list of points. */
const LOST = 10;
/** The same for decimals, which measures look like. */
const LOST_DECIMALS = 3;
/** A list of points that has lost its beginning starts no later. */
const HIGHEST_START = 30;

/** Where the numbers of a style stand while the text is read. */
interface Counters {
  /** By style, and by the numbers before the last one of a decimal: the last number of every open list. */
  lists: Map<string, number[]>;
  /** The last number of a section that decimals may stand under, by depth. */
  readonly paths: string[];
}

/** The candidates that are headings: their numbers begin a list, continue one, or jump by what a page may have lost. */
export function inSequence(candidates: readonly Candidate[], lines: readonly Line[]): Heading[] {
  const live = withoutLists(candidates, lines);
  const next = nextOfStyle(live);
  const decimals = new Set(live.flatMap(({ heading }) => (heading.style.id === 'decimal-2' ? [heading.path[0]] : [])));
  const counters: Counters = { lists: new Map(), paths: [] };
  return live.flatMap((found, i) => {
    const candidate = withBracket(found, counters);
    const { heading } = candidate;
    const ahead = numbersAhead(live, next, i);
    const fits =
      heading.number === undefined ||
      (heading.style.id === TIGHT || (heading.style.id === 'bare' && !around(decimals, heading.number))
        ? false
        : candidate.weak
          ? isCounted(candidate, counters, ahead) || holdsDecimals(heading, live[i + 1])
          : isPlausible(heading, counters, ahead));
    const read = fits ? heading : otherReading(candidate, counters, live, i);
    if (!read) return [];
    count(read, counters);
    return [read];
  });
}

const WHOLE_BRACKETS: readonly (readonly [string, string])[] = [
  ['han-half', 'han-bracket'],
  ['half-bracket', 'arabic-bracket'],
];

/** 三） behind （二）: a number that has lost its opening bracket. */
function withBracket(candidate: Candidate, counters: Counters): Candidate {
  const { heading } = candidate;
  const id = WHOLE_BRACKETS.find(([half]) => half === heading.style.id)?.[1];
  const style = id === undefined ? undefined : NUMBERING_STYLES.find((s) => s.id === id);
  const before = (heading.number ?? 0) - 1;
  if (!style || before < 1 || counters.lists.get(heading.style.id)?.includes(before)) return candidate;
  if (!counters.lists.get(style.id)?.slice(-OPEN_LISTS).includes(before)) return candidate;
  return { ...candidate, weak: false, heading: { ...heading, style } };
}

/** Words above a list of documents that a page points to. */
const LINKS = /^(?:附|链接|相关|延伸|推荐|参考|扩展)/;

/**
 * Lists of documents (1.《…》 2.《…》 in lines one below the other) that a page only points to are no headings. Points they
 * are under a heading, or where the text announces them (编制依据：).
 */
function withoutLists(candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const kept: Candidate[] = [];
  for (let i = 0; i < candidates.length; ) {
    let end = i + 1;
    while (end < candidates.length && follows(candidates[end - 1], candidates[end])) end++;
    const run = candidates.slice(i, end);
    const documents = run.every(({ heading, isDocument }) => isDocument && heading.style.item);
    if (!documents || isAnnounced(run[0], candidates[i - 1], lines) || countsOn(kept, run[0])) kept.push(...run);
    i = end;
  }
  return kept;
}

function isAnnounced(first: Candidate | undefined, before: Candidate | undefined, lines: readonly Line[]): boolean {
  const above = lines[(first?.heading.line.number ?? 0) - 2];
  if (!above) return false;
  return before?.heading.line === above || (/[：:]$/.test(above.text) && !LINKS.test(above.text));
}

/** 2.《…》 where 1.《…》, some lines above, is a point. */
function countsOn(kept: readonly Candidate[], next: Candidate | undefined): boolean {
  const [last, own] = [kept.at(-1)?.heading, next?.heading];
  return last?.number !== undefined && last.style.id === own?.style.id && own.number === last.number + 1;
}

function follows(before: Candidate | undefined, after: Candidate | undefined): boolean {
  const [a, b] = [before?.heading, after?.heading];
  return (
    a !== undefined &&
    b !== undefined &&
    a.style.id === b.style.id &&
    a.line.number + 1 === b.line.number &&
    a.number !== undefined &&
    b.number === a.number + 1
  );
}

function keyOf(heading: Heading): string {
  return heading.path.length > 1 ? `${heading.style.id}:${heading.path.slice(0, -1).join('.')}` : heading.style.id;
}

/** For each candidate the next of its style, or -1. */
function nextOfStyle(candidates: readonly Candidate[]): Int32Array {
  const next = new Int32Array(candidates.length).fill(-1);
  const last = new Map<string, number>();
  for (let i = candidates.length - 1; i >= 0; i--) {
    const candidate = candidates[i];
    if (!candidate) continue;
    const key = keyOf(candidate.heading);
    next[i] = last.get(key) ?? -1;
    last.set(key, i);
  }
  return next;
}

function numbersAhead(candidates: readonly Candidate[], next: Int32Array, from: number): number[] {
  const numbers: number[] = [];
  for (let at = next[from] ?? -1; at >= 0 && numbers.length < AHEAD; at = next[at] ?? -1) {
    numbers.push(candidates[at]?.heading.number ?? 0);
  }
  return numbers;
}

/** 1总则: only in a text that goes on with 1.1. */
function around(decimals: ReadonlySet<number | undefined>, number: number): boolean {
  return decimals.has(number) || decimals.has(number - 1) || decimals.has(number + 1);
}

/** How far behind a number the one that follows is looked for, in candidates. */
const REACH = 60;

/** The other reading of a number, where the list it belongs to then stands open before it and counts on behind. */
function otherReading(
  { other }: Candidate,
  counters: Counters,
  live: readonly Candidate[],
  from: number,
): Heading | undefined {
  if (other?.number === undefined) return undefined;
  const { number, style } = other;
  if (counters.lists.get(style.id)?.at(-1) !== number - 1) return undefined;
  for (let i = from + 1; i < live.length && i - from <= REACH; i++) {
    const next = live[i];
    const same = next?.heading.style.id === style.id ? next.heading : next?.other;
    if (same && same.style.id === style.id) return same.number === number + 1 ? other : undefined;
  }
  return undefined;
}

/** 1 总则 right above 1.1: what stands under it proves it. */
function holdsDecimals({ style, number }: Heading, next: Candidate | undefined): boolean {
  const path = next?.heading.path ?? [];
  return style.id === 'bare' && path.length === 2 && path[0] === number && path[1] === 1;
}

/** Whether the numbers before and behind count through a line that does not look like a heading by itself. */
function isCounted({ heading, inner }: Candidate, counters: Counters, ahead: readonly number[]): boolean {
  const number = heading.number ?? 0;
  if (inner) return number === 1 && ahead[0] === 2;
  const open = counters.lists.get(keyOf(heading)) ?? [];
  if (open.at(-1) === number || ahead[0] === number) return false;
  if (open.slice(-OPEN_LISTS).includes(number - 1)) return true;
  if (number !== 1) return standsUnder(heading, counters) && (ahead[0] === number + 1 || isShortJump(heading, open));
  return ahead.includes(2) || (standsUnder(heading, counters) && heading.title.length <= 20);
}

/** Whether a decimal, alone in its line, skips no more than a page may have lost. */
function isShortJump({ line, title, number = 0 }: Heading, open: readonly number[]): boolean {
  const last = open.at(-1) ?? number;
  return last < number && number - last <= LOST_DECIMALS && title.length <= 20 && line.text.endsWith(title);
}

/** Whether a decimal stands under the section of its first numbers (1.1 under 1). */
function standsUnder({ path }: Heading, counters: Counters): boolean {
  return path.length > 1 && counters.paths[path.length - 2] === path.slice(0, -1).join('.');
}

/** Whether a number may stand where it does. Chapters, 一、 and （一） may have lost what they like before them. */
function isPlausible(heading: Heading, counters: Counters, ahead: readonly number[]): boolean {
  const number = heading.number ?? 0;
  if (number === 0) return false;
  if (!heading.style.item || number === 1 || ahead[0] === number + 1) return true;
  const open = (counters.lists.get(keyOf(heading)) ?? []).slice(-OPEN_LISTS);
  return open.length === 0 ? number <= HIGHEST_START : open.some((last) => number - last <= LOST);
}

/** Note an accepted number: it continues the innermost list that it fits, and ends those inside. */
function count(heading: Heading, counters: Counters): void {
  if (heading.style.kind === 'annex') counters.lists = new Map();
  const number = heading.number;
  if (number === undefined) return;
  const key = keyOf(heading);
  const open = counters.lists.get(key) ?? [];
  counters.lists.set(key, open);
  const at = open.slice(-OPEN_LISTS).lastIndexOf(number - 1);
  if (number === 1) open.push(1);
  else if (at < 0) open.push(number);
  else {
    open.length = Math.max(0, open.length - OPEN_LISTS) + at;
    open.push(number);
  }
  if (open.length > OPEN_LISTS * 2) open.splice(0, OPEN_LISTS);
  const depth = heading.path.length;
  const top = depth > 1 || ['bare', 'arabic', 'han', 'chapter', 'part', 'portion'].includes(heading.style.id);
  if (top) counters.paths.splice(depth - 1, counters.paths.length, heading.path.join('.'));
}
