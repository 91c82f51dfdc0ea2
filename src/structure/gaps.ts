import { type AnyDiagnostic, diagnostic, type HeadingPlace } from '../core/diagnostic.js';
import type { Heading } from './headings.js';
import type { SectionNode } from './nodes.js';
import { sibling } from './numbering.js';

/** A heading in its place. */
export interface Placed {
  readonly node: SectionNode;
  readonly heading: Heading;
  /** Numbers the documents and annexes, in each of which numbering starts anew. */
  readonly scope: number;
}

/** Numbers that one list lacks. */
interface Gap {
  /** Indexes of the headings before and behind it in the list; `from` is -1 where the list begins with it. */
  readonly from: number;
  readonly to: number;
  readonly missing: readonly string[];
}

/** A number that stands where it should not. */
interface Slip {
  readonly code: 'structure/numbering-repeat' | 'structure/numbering-order';
  readonly at: number;
  readonly first: number;
}

/** So many missing numbers are listed one by one. */
const LISTED = 30;
/** A list of points that begins with a higher number was none. */
const LATEST_START = 10;

/**
 * What the numbers say is missing, repeated or out of order. A list is what stands under one section in one style; it may
 * begin anew with 1, and may go on from the section before. What was lost at one place is told at once.
 * @param placed all headings, in order
 * @param announced numbers of the annexes that a list names: they need not be in the file
 */
export function numberingGaps(placed: readonly Placed[], announced: ReadonlySet<number>): AnyDiagnostic[] {
  const gaps: Gap[] = [];
  const slips: Slip[] = [];
  const runOn = runOnStyles(placed);
  for (const list of listsOf(placed)) {
    const first = placed[list.members[0] ?? 0];
    if (!first) continue;
    const begin = beginOf(list, first, placed, runOn.has(`${first.scope}:${first.heading.style.id}`));
    readList(list.members, begin, placed, gaps, slips);
  }
  return tell(mergeGaps(withoutAnnounced(gaps, placed, announced), placed), slips, placed);
}

interface List {
  readonly members: number[];
  /** Index of the last heading of the style in the same scope before the list, or -1. */
  readonly before: number;
}

/** The numbered headings by section and style, in the order of the text. Boxes and annexes run through the document. */
function listsOf(placed: readonly Placed[]): List[] {
  const byParent = new Map<SectionNode | string, Map<string, List>>();
  const last = new Map<string, number>();
  const lists: List[] = [];
  placed.forEach(({ node, heading, scope }, i) => {
    const { id, kind } = heading.style;
    if (heading.number === undefined || (heading.path.length > 1 && !id.startsWith('decimal'))) return;
    const parent =
      kind === 'annex' ? annexKind(heading) : kind === 'box' ? `box ${scope}` : (node.parent ?? `${scope}`);
    const style = heading.path.length > 1 ? `${id}:${heading.path.slice(0, -1).join('.')}` : id;
    const lists0 = byParent.get(parent) ?? new Map<string, List>();
    byParent.set(parent, lists0);
    const list = lists0.get(style);
    if (list) list.members.push(i);
    else {
      const added = { members: [i], before: last.get(`${scope}:${style}`) ?? -1 };
      lists0.set(style, added);
      lists.push(added);
    }
    if (!insideBox(node)) last.set(`${scope}:${style}`, i);
  });
  return lists;
}

function annexKind({ marker }: Heading): string {
  return `annex ${marker.slice(0, 2)}`;
}

function insideBox(node: SectionNode): boolean {
  for (let up = node.parent; up; up = up.parent) if (up.kind === 'box') return true;
  return false;
}

/** Styles whose numbers go on across the sections around them, by scope. */
function runOnStyles(placed: readonly Placed[]): ReadonlySet<string> {
  const goesOn = new Map<string, number>();
  for (const { members, before } of listsOf(placed)) {
    const first = placed[members[0] ?? -1];
    const last = placed[before];
    if (!first || !last || first.heading.path.length > 1) continue;
    const key = `${first.scope}:${first.heading.style.id}`;
    const number = first.heading.number ?? 0;
    const says = number === 1 ? -1 : number === (last.heading.number ?? 0) + 1 ? 1 : 0;
    goesOn.set(key, (goesOn.get(key) ?? 0) + says);
  }
  return new Set([...goesOn].filter(([, sum]) => sum > 0).map(([key]) => key));
}

/** The number before the first of a list: 0 where it begins with 1, the last of the section before where it goes on. */
function beginOf(
  list: List,
  first: Placed,
  placed: readonly Placed[],
  runsOn: boolean,
): { last: number; from: number } {
  const number = first.heading.number ?? 1;
  const before = placed[list.before]?.heading.number;
  if (number === 1) return { last: 0, from: -1 };
  if (before !== undefined && (number === before + 1 || (runsOn && number > before))) {
    return { last: before, from: list.before };
  }
  // A point alone, or one with a high number, was none of a list.
  const told = !first.heading.style.item || (list.members.length > 1 && number <= LATEST_START);
  return { last: told ? 0 : number - 1, from: -1 };
}

function readList(
  members: readonly number[],
  begin: { last: number; from: number },
  placed: readonly Placed[],
  gaps: Gap[],
  slips: Slip[],
): void {
  let { last, from } = begin;
  let repeated = 0;
  const numberAt = (at: number): number => placed[members[at] ?? -1]?.heading.number ?? 0;
  let seen = new Map<number, number>();
  let run = numbersOfRun(numberAt, 0, members.length);
  for (let at = 0; at < members.length; at++) {
    const index = members[at] ?? 0;
    const number = numberAt(at);
    if (number === 1 && at > 0) {
      seen = new Map();
      run = numbersOfRun(numberAt, at, members.length);
      last = 0;
      repeated = 0;
    }
    const twin = seen.get(number);
    if (twin !== undefined) {
      slips.push({ code: 'structure/numbering-repeat', at: index, first: twin });
      repeated++;
    } else if (number < last) slips.push({ code: 'structure/numbering-order', at: index, first: from });
    else {
      const missing = numbersBetween(last, number).filter((n) => !run.has(n));
      const marker = placed[index]?.heading.marker ?? '';
      // 一 二 二 四: the second 二 was 三.
      if (missing.length > repeated) gaps.push({ from, to: index, missing: missing.map((n) => sibling(marker, n)) });
      repeated = 0;
    }
    seen.set(number, index);
    last = number;
    from = index;
  }
}

/** The numbers from one place of a list up to where it begins anew. */
function numbersOfRun(numberAt: (at: number) => number, from: number, end: number): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (let at = from; at < end && (at === from || numberAt(at) !== 1); at++) numbers.add(numberAt(at));
  return numbers;
}

function numbersBetween(last: number, next: number): number[] {
  const count = Math.min(Math.max(0, next - last - 1), LISTED);
  return Array.from({ length: count }, (_, i) => last + 1 + i);
}

/** Annexes that a notice only names need not be in the file. */
function withoutAnnounced(gaps: readonly Gap[], placed: readonly Placed[], announced: ReadonlySet<number>): Gap[] {
  return gaps.flatMap((gap): Gap[] => {
    const heading = placed[gap.to]?.heading;
    if (heading?.style.kind !== 'annex') return [gap];
    const missing = gap.missing.filter((marker) => {
      const number = [...announced].find((n) => sibling(heading.marker, n) === marker);
      return number === undefined;
    });
    return missing.length > 0 ? [{ ...gap, missing }] : [];
  });
}

/**
 * Gaps of several lists at one place are one: what a list lacks was lost before a heading of another list that lacks
 * something, too, if that stands between its numbers and everything behind it stands under the same section.
 */
function mergeGaps(gaps: readonly Gap[], placed: readonly Placed[]): Gap[] {
  const merged: Gap[] = [];
  for (const gap of [...gaps].sort((a, b) => a.to - b.to)) {
    const last = merged.at(-1);
    const before = placed[last?.to ?? -1];
    const after = placed[gap.to];
    const parent = before?.node.parent;
    const open = after !== undefined && (parent === undefined || parent.end >= after.node.start);
    if (last && before && open && last.to > gap.from && before.scope === after?.scope)
      merged[merged.length - 1] = { ...last, missing: [...gap.missing, ...last.missing] };
    else merged.push(gap);
  }
  return merged;
}

function tell(gaps: readonly Gap[], slips: readonly Slip[], placed: readonly Placed[]): AnyDiagnostic[] {
  const place = (index: number): HeadingPlace | null => {
    const heading = placed[index]?.heading;
    return heading ? { heading: `${heading.marker} ${heading.title}`.trim(), line: heading.line.number } : null;
  };
  const told = gaps.flatMap(({ to, missing }): AnyDiagnostic[] => {
    const after = place(to);
    if (!after) return [];
    const args = { missing: [...missing], before: place(to - 1), after };
    return [diagnostic('structure/numbering-gap', 'warning', args, after.line)];
  });
  const explained = coveredBy(gaps, placed.length);
  const odd = slips.flatMap(({ code, at, first }): AnyDiagnostic[] => {
    const [here, before] = [place(at), place(first)];
    if (!here || !before || explained[at]) return [];
    const marker = placed[at]?.heading.marker ?? '';
    return [diagnostic(code, 'info', { marker, before }, here.line)];
  });
  return [...told, ...odd].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The headings between the numbers that a gap stands between: what was lost explains a number that seems to stand twice. */
function coveredBy(gaps: readonly Gap[], length: number): boolean[] {
  const changes = new Int32Array(length + 2);
  for (const { from, to } of gaps) {
    changes[from + 1] = (changes[from + 1] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  let open = 0;
  return Array.from({ length }, (_, i) => {
    open += changes[i] ?? 0;
    return open > 0;
  });
}
