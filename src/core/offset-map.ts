import { lastIndex } from './search.js';

/**
 * A stretch of the new text and the stretch of the old one that it came from.
 * `exact`: character for character; otherwise the whole stands for the whole.
 */
export interface Segment {
  readonly out: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where each place of a text came from. All offsets are UTF-16 units.
 *
 * Two functions carry it: `startOf(p)` is where the character behind `p` begins in the old text, `endOf(p)` where the
 * character before `p` ends there. A slice takes its start from the first and its end from the second, so that text
 * removed at its borders stays outside. Composing two maps composes the two functions.
 */
export class OffsetMap {
  private ordered: boolean | undefined;

  constructor(
    private readonly segments: readonly Segment[],
    /** Length of the new text. */
    readonly length: number,
    /** Length of the old text. */
    readonly oldLength: number,
  ) {}

  static identity(length: number): OffsetMap {
    return new OffsetMap(length > 0 ? [{ out: 0, length, from: 0, to: length, exact: true }] : [], length, length);
  }

  /** Where the character at `position` begins in the old text; the old text's end for a position behind the last. */
  startOf(position: number): number {
    const segment = this.segmentAt(position);
    if (!segment) return this.oldLength;
    return segment.exact ? segment.from + (position - segment.out) : segment.from;
  }

  /** Where the character before `position` ends in the old text; 0 for a position before the first. */
  endOf(position: number): number {
    const segment = this.segmentAt(position - 1);
    if (!segment) return position <= 0 ? 0 : this.oldLength;
    return segment.exact ? segment.from + (position - segment.out) : segment.to;
  }

  /** The old range that the new slice `[start, end)` came from; the smallest that holds all of it where its pieces were moved. */
  range(start: number, end: number): Range {
    let a = this.startOf(start);
    let b = this.endOf(end);
    if (!this.isOrdered()) {
      for (const { out, length, from, to, exact } of this.touching(start, end)) {
        a = Math.min(a, exact ? from + Math.max(0, start - out) : from);
        b = Math.max(b, exact ? to - Math.max(0, out + length - end) : to);
      }
    }
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  /** Whether the pieces of the new text stand in the order that they had; in drawn tables lines are put together cell by cell. */
  private isOrdered(): boolean {
    this.ordered ??= this.segments.every(({ from }, i) => from >= (this.segments[i - 1]?.from ?? 0));
    return this.ordered;
  }

  /** The map from this map's new text to the old text of `older` (whose new text is this map's old one). */
  after(older: OffsetMap): OffsetMap {
    if (older.length !== this.oldLength) throw new RangeError('maps do not meet: lengths differ');
    const result: Segment[] = [];
    for (const segment of this.segments) {
      if (segment.exact) sliceInto(result, older, segment);
      else result.push({ ...segment, from: older.startOf(segment.from), to: older.endOf(segment.to) });
    }
    return new OffsetMap(result, this.length, older.oldLength);
  }

  private segmentAt(position: number): Segment | undefined {
    const index = indexAt(this.segments, position);
    const segment = this.segments[index];
    return segment && position < segment.out + segment.length ? segment : undefined;
  }

  /** The segments that touch `[start, end)`, in order. */
  *touching(start: number, end: number): Iterable<Segment> {
    for (let i = Math.max(0, indexAt(this.segments, start)); i < this.segments.length; i++) {
      const segment = this.segments[i];
      if (!segment || segment.out >= end) return;
      if (segment.out + segment.length > start) yield segment;
    }
  }
}

/** Index of the last segment that begins at or before `position`, or -1. */
function indexAt(segments: readonly Segment[], position: number): number {
  return lastIndex(segments.length, (i) => (segments[i]?.out ?? 0) <= position);
}

/** Cut `older` to the old range of an exact segment and append the pieces in the new text's coordinates. */
function sliceInto(result: Segment[], older: OffsetMap, segment: Segment): void {
  for (const piece of older.touching(segment.from, segment.to)) {
    const begin = Math.max(piece.out, segment.from);
    const end = Math.min(piece.out + piece.length, segment.to);
    const out = segment.out + (begin - segment.from);
    const last = result.at(-1);
    if (piece.exact) {
      const from = piece.from + (begin - piece.out);
      const to = from + (end - begin);
      if (last?.exact && last.to === from && last.out + last.length === out) {
        result[result.length - 1] = { ...last, length: last.length + (end - begin), to };
      } else result.push({ out, length: end - begin, from, to, exact: true });
    } else result.push({ out, length: end - begin, from: piece.from, to: piece.to, exact: false });
  }
}
