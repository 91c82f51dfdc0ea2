import type { RecordRef } from './records.js';

/** A stretch of a line in which the same records have their evidence. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly refs: readonly RecordRef[];
  /** Records whose evidence begins here. */
  readonly begin: readonly RecordRef[];
  /** Whether it is of the words of a heading. */
  readonly head: boolean;
}

/**
 * Cut `[start, end)` where the evidence of a record begins or ends, so that evidences may lie in one another and overlap.
 * @param refs that touch the stretch, in the order of the text.
 * @param headEnd where the words of a heading end; `start` where there are none.
 * @param begun records that have begun before: nothing begins twice, whatever it is cut into.
 */
export function piecesOf(
  start: number,
  end: number,
  refs: readonly RecordRef[],
  headEnd: number,
  begun: Set<string>,
): Piece[] {
  const cuts = new Set([start, end, Math.min(Math.max(headEnd, start), end)]);
  for (const ref of refs) {
    if (ref.start > start && ref.start < end) cuts.add(ref.start);
    if (ref.end > start && ref.end < end) cuts.add(ref.end);
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, i) => {
    const to = borders[i + 1] as number;
    const own = refs.filter((ref) => ref.start < to && ref.end > from);
    const begin = own.filter(({ key }) => !begun.has(key));
    for (const { key } of begin) begun.add(key);
    return { start: from, end: to, refs: own, begin, head: to <= headEnd };
  });
}

/** For every line (by index) the records whose evidence touches it, in the order of the text. */
export function refsByLine(
  refs: readonly RecordRef[],
  lineOf: (offset: number) => number,
): ReadonlyMap<number, readonly RecordRef[]> {
  const lines = new Map<number, RecordRef[]>();
  for (const ref of refs) {
    const last = lineOf(Math.max(ref.start, ref.end - 1));
    for (let line = lineOf(ref.start); line <= last; line++) {
      const list = lines.get(line);
      if (list) list.push(ref);
      else lines.set(line, [ref]);
    }
  }
  return lines;
}
