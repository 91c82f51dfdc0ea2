import { type AnyDiagnostic, diagnostic, type HeadingPlace } from '../core/diagnostic.js';
import { lastIndex } from '../core/search.js';
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
  /** Where the outermost list goes on, if the lists inside show the place. */
  readonly outer?: number;
}

/** A number that is not higher than the one before it in its list. */
interface Turn {
  /** None where a list begins anew with 1. */
  readonly code?: 'structure/numbering-repeat' | 'structure/numbering-order';
  readonly at: number;
  readonly first: number;
}

/** So many missing numbers are listed one by one. */
const LISTED = 30;
/** Gaps before another one that may be at the same place. */
const LOOK_BACK = 4;
/** A list of points that begins with a higher number was none. */
const LATEST_START = 10;

/**
 * What the numbers say is missing, repeated or out of order. A list is what stands under one section in one style; it may
 * begin anew with 1, and may go on from the section before. What was lost at one place is told at once.
 * @param placed all headings, in order
 * @param known markers that are in the text without being headings: they are not missing
 */
export function numberingGaps(placed: readonly Placed[], known: ReadonlySet<string>): AnyDiagnostic[] {
  const gaps: Gap[] = [];
  const turns: Turn[] = [];
  const runOn = runOnStyles(placed);
  for (const list of listsOf(placed)) {
    const first = placed[list.members[0] ?? 0];
    if (!first) continue;
    const begin = beginOf(list, first, placed, runOn.has(`${first.scope}:${first.heading.style.id}`));
    readList(list.members, begin, placed, gaps, turns);
  }
  turns.sort((a, b) => a.at - b.at);
  const lost = withoutKnown(gaps, placed, known);
  return tell(mergeGaps(lost, turns, placed), lost, turns, placed);
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
    // 附件1-2 and 第八条之一 count within their number.
    if (heading.number === undefined || /\d[-—–－]\d|之/.test(heading.marker)) return;
    const parent =
      kind === 'annex'
        ? annexKind(heading)
        : kind === 'box'
          ? `${heading.marker.slice(0, 2)} ${scope}`
          : (node.parent ?? `${scope}`);
    const style = heading.path.length > 1 ? `${id}:${heading.path.slice(0, -1).join('.')}` : id;
    const styles = byParent.get(parent) ?? new Map<string, List>();
    byParent.set(parent, styles);
    const list = styles.get(style);
    if (list) list.members.push(i);
    else {
      const added = { members: [i], before: last.get(`${scope}:${style}`) ?? -1 };
      styles.set(style, added);
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
    // Those of a law do where it does not show.
    goesOn.set(key, (goesOn.get(key) ?? (first.heading.style.id === 'article' ? 1 : 0)) + says);
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
  turns: Turn[],
): void {
  let { last, from } = begin;
  let repeated = 0;
  const numberAt = (at: number): number => placed[members[at] ?? -1]?.heading.number ?? 0;
  let seen = new Map<number, number>();
  let run = numbersOfRun(numberAt, 0, members.length);
  for (let at = 0; at < members.length; at++) {
    const index = members[at] ?? 0;
    const number = numberAt(at);
    const twin = number === 1 ? undefined : seen.get(number);
    if (at > 0 && (number === 1 || twin !== undefined)) {
      turns.push(
        twin === undefined
          ? { at: index, first: from }
          : { code: 'structure/numbering-repeat', at: index, first: twin },
      );
      seen = new Map();
      run = numbersOfRun(numberAt, at, members.length);
      repeated = twin === undefined ? 0 : repeated + 1;
      last = number;
    }
    if (number < last) turns.push({ code: 'structure/numbering-order', at: index, first: from });
    else {
      const missing = numbersBetween(last, number).filter((n) => !run.has(n));
      const marker = placed[index]?.heading.marker ?? '';
      // 一 二 二 四: the second 二 was 三.
      if (missing.length > repeated) gaps.push({ from, to: index, missing: missing.map((n) => sibling(marker, n)) });
      if (missing.length > 0) repeated = 0;
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

/** Annexes that a notice only names need not be in the file, and a box may be a table. */
function withoutKnown(gaps: readonly Gap[], placed: readonly Placed[], known: ReadonlySet<string>): Gap[] {
  return gaps.flatMap((gap): Gap[] => {
    if (placed[gap.to]?.heading.style.kind === 'heading') return [gap];
    const missing = gap.missing.filter((marker) => !known.has(marker));
    return missing.length > 0 ? [{ ...gap, missing }] : [];
  });
}

/**
 * Gaps of several lists at one place are one: what a list lacks was lost before a heading of another list that lacks
 * something, too, if that stands between its numbers and everything behind it stands under the same section.
 */
function mergeGaps(gaps: readonly Gap[], turns: readonly Turn[], placed: readonly Placed[]): Gap[] {
  const merged: Gap[] = [];
  for (const gap of [...gaps].sort((a, b) => a.to - b.to)) {
    const turned = atTurn(gap, turns, placed);
    let at = merged.length - 1;
    const end = Math.max(0, merged.length - LOOK_BACK);
    const same = (found: Gap | undefined): boolean =>
      isSamePlace(found, gap, placed) || isSamePlace(found, turned, placed);
    while (at >= end && !same(merged[at])) at--;
    const found = at >= end ? merged[at] : undefined;
    if (found) merged[at] = joined(found, gap, placed);
    else merged.push(turned);
  }
  return merged;
}

function isSamePlace(found: Gap | undefined, gap: Gap, placed: readonly Placed[]): boolean {
  return found !== undefined && found.to > gap.from && reaches(placed[found.outer ?? found.to], placed[gap.to]);
}

/** Outer numbers stand first. */
function joined(found: Gap, gap: Gap, placed: readonly Placed[]): Gap {
  const outer = found.outer ?? found.to;
  const inside = (placed[gap.to]?.node.parent?.start ?? -1) >= (placed[outer]?.node.start ?? 0);
  return inside
    ? { ...found, missing: [...found.missing, ...gap.missing], outer }
    : { ...found, missing: [...gap.missing, ...found.missing], outer: gap.to };
}

/** Where a list inside begins anew or turns back without a heading, there the heading was lost. */
function atTurn(gap: Gap, turns: readonly Turn[], placed: readonly Placed[]): Gap {
  const turn = turns[lastIndex(turns.length, (i) => (turns[i]?.at ?? 0) < gap.to)];
  const inside = turn !== undefined && turn.at > gap.from && gap.from >= 0;
  return inside && reaches(placed[turn.at], placed[gap.to]) ? { ...gap, to: turn.at, outer: gap.to } : gap;
}

/** Whether the section that one heading stands in is open up to another one. */
function reaches(before: Placed | undefined, after: Placed | undefined): boolean {
  if (!before || !after || before.scope !== after.scope) return false;
  return (before.node.parent?.end ?? Number.POSITIVE_INFINITY) >= after.node.start;
}

function tell(
  gaps: readonly Gap[],
  lost: readonly Gap[],
  turns: readonly Turn[],
  placed: readonly Placed[],
): AnyDiagnostic[] {
  const place = (index: number): HeadingPlace | null => {
    const heading = placed[index]?.heading;
    return heading ? { heading: `${heading.marker} ${heading.title}`.trim(), line: heading.line.number } : null;
  };
  const told = gaps.flatMap(({ from, to, missing, outer }): AnyDiagnostic[] => {
    const after = place(to);
    if (!after) return [];
    // Boxes stand far apart: alone they show only between which of them one is missing.
    const apart = placed[to]?.heading.style.kind === 'box' && outer === undefined;
    const args = { missing: [...missing], before: place(apart ? from : to - 1), after };
    return [diagnostic('structure/numbering-gap', 'warning', args, after.line)];
  });
  const explained = coveredBy(lost, placed.length);
  const odd = turns.flatMap(({ code, at, first }): AnyDiagnostic[] => {
    const [here, before] = [place(at), place(first)];
    if (!code || !here || !before || explained[at]) return [];
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
