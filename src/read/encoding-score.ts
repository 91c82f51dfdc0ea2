export { ERROR_WEIGHT, hasOddStretch, isControl, type Score, scoreText } from '../core/chinese-score.js';

const SAMPLE = 32 * 1024;
const STRETCHES = 32;
/** So few bytes are judged whole: their control characters count as well. */
const SHORTEST = 64;

/**
 * The bytes that tell multi-byte encodings apart: every high byte and the one behind it, runs joined by line feeds.
 * So kilobytes of markup before the first Chinese character cost nothing. At most 64 KiB, taken from 32 stretches of a
 * long input. A run starts behind an ASCII byte and keeps its trail bytes, hence it decodes as it does in place.
 */
export function sampleHighBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SHORTEST) return bytes;
  const stretches = bytes.length <= SAMPLE ? 1 : STRETCHES;
  // Worst case: high and ASCII bytes in turn give one line feed for every two bytes.
  const out = new Uint8Array(Math.min(bytes.length, SAMPLE) * 2 + 2 * stretches);
  const quota = Math.floor(out.length / stretches);
  let at = 0;
  for (let k = 0; k < stretches; k++) {
    const from = Math.floor((k * bytes.length) / stretches);
    const to = Math.floor(((k + 1) * bytes.length) / stretches);
    at = copyRuns(bytes, from, to, out, at, at + quota - 2);
  }
  return out.subarray(0, at);
}

function copyRuns(bytes: Uint8Array, from: number, to: number, out: Uint8Array, start: number, stop: number): number {
  let at = start;
  let i = from;
  // Bytes below 0x30 are never part of a longer character in any of the encodings: a safe place to start.
  if (from > 0) while (i < to && (bytes[i] ?? 0) >= 0x30) i++;
  while (i < to && at < stop) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    while (i < to && at < stop && (bytes[i] ?? 0) >= 0x80) {
      out[at++] = bytes[i++] ?? 0;
      if (i < to && (bytes[i] ?? 0) < 0x80) out[at++] = bytes[i++] ?? 0;
    }
    out[at++] = 0x0a;
  }
  return at;
}

/** Up to 64 KiB in four windows at even offsets, whole pairs of bytes: for judging UTF-16 and binary data. */
export function samplePairs(bytes: Uint8Array): Uint8Array {
  const size = 16 * 1024;
  if (bytes.length <= 4 * size) return bytes;
  const out = new Uint8Array(4 * size);
  for (let k = 0; k < 4; k++) {
    const from = 2 * Math.floor((k * (bytes.length - size)) / 6);
    out.set(bytes.subarray(from, from + size), k * size);
  }
  return out;
}
