import type { Clause } from './clauses.js';
import type { LineView } from './context.js';
import type { Quantity } from './tokens/quantities.js';

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
  /** Words of the whole clause before this group, times taken out. */
  readonly lead: string;
  /** The group stands inside round brackets that opened in its clause. */
  readonly bracketed: boolean;
  readonly previous: Frame | undefined;
}

/** Words of a line that are no part of any name: 由2020年的78.1岁. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:[、,]|和|及|与|或|以及)$/;

/** The frames of a line, from left to right; `cuts` are left out of the words around them. */
export function framesOf(view: LineView, cuts: readonly Cut[] = []): Frame[] {
  const frames: Frame[] = [];
  for (const clause of view.clauses) {
    const inside = view.quantities.filter(
      (q) => q.start >= clause.start && q.end <= clause.end && q.start >= view.bodyStart,
    );
    let previous: Frame | undefined;
    for (const group of groupsOf(view.text, inside)) {
      const first = group[0];
      const last = group.at(-1) ?? first;
      const next = inside.find((q) => q.start >= last.end);
      const from = previous ? (previous.group.at(-1)?.end ?? clause.start) : clause.start;
      const frame: Frame = {
        view,
        clause,
        group,
        before: without(view, cuts, from, first.start),
        after: view.text.slice(last.end, next ? next.start : clause.end),
        lead: without(view, cuts, clause.start, first.start),
        bracketed: isBracketed(view.text.slice(clause.start, first.start)),
        previous,
      };
      frames.push(frame);
      previous = frame;
    }
  }
  return frames;
}

function groupsOf(text: string, quantities: readonly Quantity[]): [Quantity, ...Quantity[]][] {
  const groups: [Quantity, ...Quantity[]][] = [];
  for (const quantity of quantities) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && JOINT.test(text.slice(last.end, quantity.start))) group.push(quantity);
    else groups.push([quantity]);
  }
  return groups;
}

/** The text of a range with expressions of time, the marks that joined them, and the cuts taken out. */
function without(view: LineView, cuts: readonly Cut[], start: number, end: number): string {
  let text = '';
  let from = start;
  const out: readonly Cut[] = cuts.length > 0 ? [...view.times, ...cuts].sort((a, b) => a.start - b.start) : view.times;
  for (const cut of out) {
    if (cut.end <= start || cut.start >= end || cut.end <= from) continue;
    text += view.text.slice(from, Math.max(from, cut.start));
    from = cut.end;
    while (/[、,和及]/.test(view.text[from] ?? '') && from < end) from++;
  }
  return text + view.text.slice(Math.min(from, end), end);
}

function isBracketed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (/[(（〔[]/.test(character)) depth++;
    else if (/[)）〕\]]/.test(character) && depth > 0) depth--;
  }
  return depth > 0;
}

/** The noun right behind a group: up to the next mark, conjunction or bracket. */
export function nounBehind(frame: Frame): string {
  const cut = frame.after.search(/[、(（,;。:]|(?:和|及|与|以及)(?=.{0,6}$)/);
  const noun = cut < 0 ? frame.after : frame.after.slice(0, cut);
  return noun
    .replace(/^的/, '')
    .replace(/[和及与]$/, '')
    .trim();
}
