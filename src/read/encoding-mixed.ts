import { type Score, scoreText } from './encoding-score.js';

/** A part of the bytes in an encoding of its own. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Encodings of pages that are put together from files of several sources. */
const NAMES = ['utf-8', 'gb18030', 'big5'] as const;
/** What a change of encoding costs, in weights of characters: a few odd characters in a row make none. */
const CHANGE = 8;
/** Bytes that are decoded at a time. */
const BLOCK = 256 * 1024;

/** Runs of bytes that are in one encoding, with the best reading of all that stands before. */
interface Runs {
  readonly starts: number[];
  readonly ends: number[];
  /** For each run, three times two bits: from which reading each reading is best reached. */
  readonly back: number[];
  best: number[];
}

/**
 * The parts of `bytes` that are in another encoding than `main`, in order; none where that is not certain. Each begins
 * and ends with whole characters. Linear: the cheapest sequence of readings, run by run, in which a change has its price.
 */
export function findStretches(bytes: Uint8Array, main: string): Stretch[] {
  const own = NAMES.indexOf(main as (typeof NAMES)[number]);
  if (own < 0) return [];
  const runs: Runs = { starts: [], ends: [], back: [], best: NAMES.map((_, i) => (i === own ? 0 : -CHANGE)) };
  for (let from = 0; from < bytes.length; ) {
    let to = Math.min(bytes.length, from + BLOCK);
    while (to < bytes.length && !isApart(bytes[to])) to++;
    readBlock(bytes, from, to, runs);
    from = to;
  }
  return stretchesOf(runs, own).filter((stretch) => isCertain(bytes, stretch, main));
}

/** ASCII below `@` but for digits is no part of a character in any of the encodings. */
function isApart(byte = 0): boolean {
  return byte < 0x40 && (byte < 0x30 || byte > 0x39);
}

/** Decodes the runs of a block in every encoding at once, a line each, and weighs them. */
function readBlock(bytes: Uint8Array, from: number, to: number, runs: Runs): void {
  const first = runs.starts.length;
  for (let i = from; i < to; i++) {
    const start = i;
    let high = false;
    for (; i < to && !isApart(bytes[i]); i++) high ||= (bytes[i] ?? 0) >= 0x80;
    if (high) splitRun(bytes, start, i, runs);
  }
  const joined = new Uint8Array(2 * (to - from) + 1);
  let size = 0;
  for (let k = first; k < runs.starts.length; k++) {
    const part = bytes.subarray(runs.starts[k], runs.ends[k]);
    joined.set(part, size);
    size += part.length;
    joined[size++] = 0x0a;
  }
  const block = joined.subarray(0, size);
  const readings = NAMES.map((name) => new TextDecoder(name, { ignoreBOM: true }).decode(block).split('\n'));
  for (let k = 0; k < runs.starts.length - first; k++) weigh(runs, readings, k);
}

/** Three characters of UTF-8 in a row are no accident: where they begin and end, the encoding may change. */
function splitRun(bytes: Uint8Array, start: number, end: number, runs: Runs): void {
  const push = (from: number, to: number) => {
    if (to <= from) return;
    runs.starts.push(from);
    runs.ends.push(to);
  };
  let from = start;
  for (let i = start; i < end; ) {
    if (![0, 3, 6].every((step) => i + step + 3 <= end && isLongCharacter(bytes, i + step))) {
      i++;
      continue;
    }
    push(from, i);
    from = i;
    while (i < end && (isLongCharacter(bytes, i) || (bytes[i] ?? 0) < 0x80)) i += (bytes[i] ?? 0) < 0x80 ? 1 : 3;
    i = Math.min(i, end);
    push(from, i);
    from = i;
  }
  push(from, end);
}

/** Whether three bytes are a character of UTF-8, as all Han characters but the rarest are. */
function isLongCharacter(bytes: Uint8Array, i: number): boolean {
  return (
    ((bytes[i] ?? 0) & 0xf0) === 0xe0 && ((bytes[i + 1] ?? 0) & 0xc0) === 0x80 && ((bytes[i + 2] ?? 0) & 0xc0) === 0x80
  );
}

/** Adds a run to the readings: each goes on, or takes over from a better one at the price of a change. */
function weigh(runs: Runs, readings: readonly string[][], k: number): void {
  const before = runs.best;
  const top = before.indexOf(Math.max(...before));
  let back = 0;
  runs.best = NAMES.map((name, i) => {
    const stays = (before[i] ?? 0) >= (before[top] ?? 0) - CHANGE;
    back |= (stays ? i : top) << (2 * i);
    return (stays ? (before[i] ?? 0) : (before[top] ?? 0) - CHANGE) + weightOf(name, scoreText(readings[i]?.[k] ?? ''));
  });
  runs.back.push(back);
}

/** Valid UTF-8 is UTF-8 in any language, beyond what a word or two may be by chance. */
function weightOf(name: string, score: Score): number {
  return name === 'utf-8' && score.errors === 0 ? Math.max(score.sum, 0.6 * score.count) : score.sum;
}

/** Neighbouring runs with the same reading other than `own`, followed back from the best end. */
function stretchesOf({ starts, ends, back, best }: Runs, own: number): Stretch[] {
  const found: Stretch[] = [];
  let reading = best.indexOf(Math.max(...best));
  let to = -1;
  for (let k = back.length - 1; k >= 0; k--) {
    const before = ((back[k] ?? 0) >> (2 * reading)) & 3;
    if (reading !== own && to < 0) to = ends[k] ?? 0;
    if (to >= 0 && (before !== reading || k === 0)) {
      found.push({ from: starts[k] ?? 0, to, name: NAMES[reading] ?? '' });
      to = -1;
    }
    reading = before;
  }
  return found.reverse();
}

/** Whether a stretch reads as clean Chinese in its own encoding, and as none in that of the rest. */
function isCertain(bytes: Uint8Array, { from, to, name }: Stretch, main: string): boolean {
  const part = bytes.subarray(from, to);
  const own = scoreText(new TextDecoder(name).decode(part));
  const other = scoreText(new TextDecoder(main).decode(part));
  const clean = own.breaks <= own.count * 0.02 && own.value > 0.4 && own.known > 0.6 && own.frequent > 0.4;
  return clean && own.han >= 6 && other.value < 0.1 && own.sum - other.sum >= 12;
}
