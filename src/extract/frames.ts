import { lastIndex } from '../core/search.js';
import { DISTRIBUTES } from '../lexicon/verbs.js';
import type { Clause } from './clauses.js';
import type { LineView } from './context.js';
import type { Quantity } from './tokens/quantities.js';
import type { TimeToken } from './tokens/times.js';

/** Values that stand together (93%、94%、95%), with the words of their clause around them. Offsets count in the line. */
export interface Frame {
  readonly view: LineView;
  readonly clause: Clause;
  /** One or more, joined by 、 or 和 with nothing between. */
  readonly group: readonly [Quantity, ...Quantity[]];
  /** Words between the group before (or the clause's start) and this one, expressions of time taken out. */
  readonly before: string;
  /** Words from here to the next group or the clause's end. */
  readonly after: string;
  /** The group stands inside round brackets that opened in its clause. */
  readonly bracketed: boolean;
  readonly previous: Frame | undefined;
  /** The frame behind it in its clause. */
  readonly next: Frame | undefined;
  /** Gives ranges of the line as `before` has them. */
  readonly without: Without;
}

/** A frame whose next one is still to come. */
type Made = Omit<Frame, 'next'> & { next: Frame | undefined };

/** Words of a line that are no part of any name: 由2020年的78.1岁. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:[、,]|和|及|与|或|以及)$/;

/**
 * The frames of a line, from left to right.
 * @param quantities those of the line that frames are made of, in order
 * @param cuts are left out of the words around them
 */
export function framesOf(view: LineView, quantities = view.quantities, cuts: readonly Cut[] = []): Frame[] {
  const frames: Frame[] = [];
  const without = leaveOut(view.text, [...view.times.map((time) => withComparison(view.text, time)), ...cuts]);
  let next = 0;
  for (const clause of view.clauses) {
    const from = Math.max(clause.start, view.bodyStart);
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < from) next++;
    const first = next;
    while ((quantities[next]?.end ?? Number.POSITIVE_INFINITY) <= clause.end) next++;
    if (next > first) addFrames(frames, view, clause, quantities.slice(first, next), without);
  }
  return frames;
}

/** 比2020年, 较2020年: the word of comparison goes with the time that it compares with. */
function withComparison(text: string, { start, end, status }: TimeToken): Cut {
  return { start: status && /[比较]/.test(text[start - 1] ?? '') ? start - 1 : start, end };
}

type Without = (start: number, end: number) => string;

/** The frames of one clause, whose quantities are given. */
function addFrames(
  frames: Frame[],
  view: LineView,
  clause: Clause,
  quantities: readonly Quantity[],
  without: Without,
): void {
  const { text } = view;
  const groups = groupsOf(text, clause.start, quantities);
  const isBracketed = bracketsFrom(text, clause.start);
  let previous: Made | undefined;
  groups.forEach((group, i) => {
    const { start } = group[0];
    const end = group.at(-1)?.end ?? start;
    const frame: Made = {
      view,
      clause,
      group,
      before: without(previous?.group.at(-1)?.end ?? clause.start, start),
      after: text.slice(end, groups[i + 1]?.[0].start ?? clause.end),
      bracketed: isBracketed(start),
      previous,
      next: undefined,
      without,
    };
    if (previous) previous.next = frame;
    frames.push(frame);
    previous = frame;
  });
}

function groupsOf(text: string, from: number, quantities: readonly Quantity[]): [Quantity, ...Quantity[]][] {
  const groups: [Quantity, ...Quantity[]][] = [];
  // 2个、5000万元以上: values of other kinds stand in one list only where 分别 says so.
  const distributed = quantities[0] !== undefined && DISTRIBUTES.test(text.slice(from, quantities.at(-1)?.start));
  for (const quantity of quantities) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joined = group && last && JOINT.test(text.slice(last.end, quantity.start));
    if (joined && (last.kind === quantity.kind || distributed)) group.push(quantity);
    else groups.push([quantity]);
  }
  return groups;
}

/** Gives ranges of a text without its expressions of time, the marks that joined them, and the cuts. */
function leaveOut(text: string, cuts: Cut[]): Without {
  cuts.sort((a, b) => a.start - b.start);
  // The farthest end of a cut and of all before it: those that end before a range are passed over at once.
  let farthest = 0;
  const ends = cuts.map(({ end }) => {
    farthest = Math.max(farthest, end);
    return farthest;
  });
  return (start, end) => {
    let words = '';
    let from = start;
    for (let i = lastIndex(ends.length, (k) => (ends[k] ?? 0) <= start) + 1; i < cuts.length; i++) {
      const cut = cuts[i];
      if (!cut || cut.start >= end) break;
      if (cut.end <= from) continue;
      words += text.slice(from, Math.max(from, cut.start));
      from = cut.end;
      while (from < end && '、,和及'.includes(text[from] ?? '-')) from++;
    }
    return words + text.slice(Math.min(from, end), end);
  };
}

/** Says of places that follow each other whether they stand in brackets that opened since `from`. */
function bracketsFrom(text: string, from: number): (place: number) => boolean {
  let depth = 0;
  let at = from;
  return (place) => {
    for (; at < place; at++) {
      const character = text[at] ?? '';
      if ('(（〔['.includes(character)) depth++;
      else if (depth > 0 && ')）〕]'.includes(character)) depth--;
    }
    return depth > 0;
  };
}

/** 3000亿元大关, 50万元门槛: a way of saying that it is a round number. */
const ROUND = /^(?:的)?(?:大关|关口|门槛|大台阶|台阶|大点|规模)(?=$|[,、;。])/;

const leads = new WeakMap<Frame, string>();

/** Words of the whole clause before a group, times taken out. Put together on demand: they grow with every group of the clause. */
export function leadOf(frame: Frame): string {
  let lead = leads.get(frame);
  if (lead === undefined) {
    lead = frame.without(frame.clause.start, frame.group[0].start);
    leads.set(frame, lead);
  }
  return lead;
}

/** The noun right behind a group: up to the next mark, conjunction or bracket. */
export function nounBehind(frame: Frame): string {
  if (ROUND.test(frame.after)) return '';
  // 小(2)型水库: a bracket inside a word.
  const after = frame.after.replace(/[(（][\u4e00-\u9fff\dⅠ-Ⅻ]{1,3}[)）](?=[型类级期])/, (bracket) =>
    '·'.repeat(bracket.length),
  );
  const cut = after.search(/[、(（,;。:]|(?:和|及|与|以及)(?=[^“]{0,6}$)/);
  const noun = cut < 0 ? frame.after : frame.after.slice(0, cut);
  return noun
    .replace(/^的/, '')
    .replace(/[和及与]$/, '')
    .trim();
}
