import type { ShownPiece } from './text-pieces.js';

/*
 * Stretches that come and go (the scope of a statement, what was searched for) are marked over the text by the browser's
 * custom highlights (CSS Custom Highlight API), and by a class on their lines, which every browser knows.
 */

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const rangesIn = (pieces: readonly ShownPiece[], { start, end }: Stretch): Range[] =>
  pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => {
      const range = new Range();
      range.setStart(piece.node, Math.max(0, start - piece.start));
      range.setEnd(piece.node, Math.min(piece.end, end) - piece.start);
      return range;
    });

/** Take the marks of a name away. */
export function unmark(name: string, root: HTMLElement): void {
  CSS.highlights?.delete(name);
  for (const line of root.querySelectorAll(`.in-${name}`)) line.classList.remove(`in-${name}`);
}

/** Mark stretches of the text under a name. */
export function markRanges(name: string, pieces: readonly ShownPiece[], stretches: readonly Stretch[]): void {
  const sorted = [...pieces].sort((a, b) => a.start - b.start);
  const ranges = stretches.flatMap((stretch) => rangesIn(between(sorted, stretch), stretch));
  if (CSS.highlights && ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  for (const { startContainer } of ranges)
    startContainer.parentElement?.closest('[data-line]')?.classList.add(`in-${name}`);
}

/** The pieces that may touch a stretch, by binary search: a search in a long text has thousands. */
function between(sorted: readonly ShownPiece[], { start, end }: Stretch): readonly ShownPiece[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && (sorted[last]?.start ?? 0) < end) last++;
  return sorted.slice(low, last);
}
