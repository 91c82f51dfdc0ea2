import type { Responsibility } from './schema/model.js';

/** What of a statement decides which records it governs. */
export type Governing = Pick<Responsibility, 'id' | 'style' | 'scope'> & {
  readonly evidence: { readonly start: number };
};

/**
 * For every place of the cleaned text the ids of the statements that govern it, the narrowest scope first; of equally
 * wide ones the earlier first. Takes the time of sorting, and of writing the answer.
 */
export function governedBy(places: readonly number[], statements: readonly Governing[]): string[][] {
  const coming = [...statements].sort((a, b) => a.scope.start - b.scope.start);
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const found: string[][] = places.map(() => []);
  let open: Governing[] = [];
  let next = 0;
  // Where the first of the open ones ends.
  let soonest = Number.POSITIVE_INFINITY;
  // Neighbours mostly stand in the same scopes: their answer is worked out once.
  let nearest: string[] = [];
  for (const i of order) {
    const place = places[i] ?? 0;
    const known = next;
    for (let one = coming[next]; one && one.scope.start <= place; one = coming[++next]) {
      open.push(one);
      soonest = Math.min(soonest, one.scope.end);
    }
    if (soonest <= place) {
      open = open.filter(({ scope }) => scope.end > place);
      soonest = open.reduce((end, { scope }) => Math.min(end, scope.end), Number.POSITIVE_INFINITY);
      nearest = nearestOf(open);
    } else if (next > known) nearest = nearestOf(open);
    found[i] = [...nearest];
  }
  return found;
}

/**
 * Of statements that govern one place those that say it for the place, the narrowest first. A bracket for a whole heading
 * or list gives way to the brackets inside its scope; brackets that close the same text, one for those who lead and one for
 * those who help, stand side by side.
 */
function nearestOf(open: readonly Governing[]): string[] {
  const sorted = [...open].sort((a, b) => width(a) - width(b) || a.evidence.start - b.evidence.start);
  // Where the scope begins of that of all narrower brackets, and of those as wide as this one, that begins last.
  let narrower = -1;
  let wide = { width: -1, latest: -1 };
  return sorted
    .filter((one) => {
      if (one.style !== 'bracket') return true;
      if (width(one) > wide.width) {
        narrower = Math.max(narrower, wide.latest);
        wide = { width: width(one), latest: narrower };
      }
      wide.latest = Math.max(wide.latest, one.scope.start);
      return isAhead(one) ? narrower < one.scope.start : narrower <= one.scope.start;
    })
    .map(({ id }) => id);
}

const width = ({ scope }: Governing): number => scope.end - scope.start;

/** Whether a statement stands before the text that it governs, or in its first line, as one in a heading does. */
function isAhead({ scope, evidence }: Governing): boolean {
  return evidence.start < scope.end;
}
