import type { Heading } from './headings.js';

/** Which styles of a document hold which. */
export interface Nesting {
  /** Whether a section of one heading stays open where another one begins. */
  readonly holds: (outer: Heading, inner: Heading) => boolean;
}

/** What came since the last heading of a style: per style the number that it began with. */
interface Interval {
  readonly opener: Heading;
  readonly first: Map<string, Heading>;
  /** A box counts by itself: what stands behind its heading shows nothing. */
  boxed: boolean;
}

/**
 * Learn from the numbers of one document, or of one annex, which styles hold which. Where the numbering of B begins anew
 * between two numbers of A, and nothing that stood there before goes on between them, B stands inside A; where the
 * document does not show it, the ranks of the styles say it (GB/T 9704—2012, 7.3.3).
 */
export function learnNesting(headings: readonly Heading[]): Nesting {
  const intervals = new Map<string, Interval>();
  const shown = new Map<string, Map<string, number>>();
  const inside = new Map<Heading, Set<Heading>>();
  const ranks = new Map<string, number>();
  for (const heading of headings) {
    const { id, kind, rank } = heading.style;
    if (kind === 'box') for (const interval of intervals.values()) interval.boxed = true;
    if (kind !== 'heading') continue;
    ranks.set(id, rank);
    const own = intervals.get(id);
    if (own && goesOn(own.opener, heading)) close(own, heading, shown, inside);
    for (const [style, interval] of intervals) {
      if (style !== id && !interval.boxed && !interval.first.has(id)) interval.first.set(id, heading);
    }
    intervals.set(id, { opener: heading, first: new Map(), boxed: false });
  }
  const places = orderOf(ranks, shown);
  return {
    holds: (outer, inner) =>
      inside.get(inner)?.has(outer) || placeOf(places, outer.style) < placeOf(places, inner.style),
  };
}

/** Whether a heading is the next of the same list; those without a number always are. */
function goesOn(before: Heading, after: Heading): boolean {
  if (before.number === undefined || after.number === undefined) return true;
  const same = before.path.slice(0, -1).join('.') === after.path.slice(0, -1).join('.');
  return same && after.number === before.number + 1;
}

function close(
  interval: Interval,
  by: Heading,
  shown: Map<string, Map<string, number>>,
  inside: Map<Heading, Set<Heading>>,
): void {
  const firsts = [...interval.first];
  if (firsts.some(([, heading]) => (heading.number ?? 1) !== 1)) return;
  const counts = shown.get(by.style.id) ?? new Map<string, number>();
  shown.set(by.style.id, counts);
  for (const [style, heading] of firsts) {
    counts.set(style, (counts.get(style) ?? 0) + 1);
    const holders = inside.get(heading) ?? new Set();
    inside.set(heading, holders.add(interval.opener));
  }
}

function placeOf(places: ReadonlyMap<string, number>, style: Heading['style']): number {
  // Boxes and annexes are placed by the tree itself.
  return places.get(style.id) ?? -1;
}

/** The styles from the outermost to the innermost: as shown more often than its opposite, else by rank. */
function orderOf(
  ranks: ReadonlyMap<string, number>,
  shown: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, number> {
  const times = (outer: string, inner: string): number => shown.get(outer)?.get(inner) ?? 0;
  const left = [...ranks].sort((a, b) => a[1] - b[1]).map(([id]) => id);
  const places = new Map<string, number>();
  while (left.length > 0) {
    const free = left.findIndex((id) => !left.some((other) => times(other, id) > times(id, other)));
    const [id = ''] = left.splice(Math.max(0, free), 1);
    places.set(id, places.size);
  }
  return places;
}
