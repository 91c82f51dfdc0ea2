import type { Buffer } from 'node:buffer';

const [LF, SPACE, QUOTE, BACKSLASH] = [0x0a, 0x20, 0x22, 0x5c];
const [COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x2c, 0x5b, 0x5d, 0x7b, 0x7d];

/** A stretch of the bytes: [first, behind the last]. */
export type Span = readonly [number, number];

export function skipBlanks(bytes: Buffer, at: number): number {
  let i = at;
  while (i < bytes.length && (bytes[i] ?? 0) <= SPACE) i++;
  return i;
}

/** The position behind a string that begins at `at`; -1 where it does not end. */
function behindString(bytes: Buffer, at: number): number {
  for (let i = at + 1; ; ) {
    const quote = bytes.indexOf(QUOTE, i);
    if (quote < 0) return -1;
    let slashes = 0;
    while (bytes[quote - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return quote + 1;
    i = quote + 1;
  }
}

/** Nothing that holds texts is nested deeper. */
const DEEPEST = 10_000;

/**
 * The position behind the JSON value that begins at `at`, told by its brackets and strings alone; -1 where it does not
 * end before `limit`, or a bracket closes one of another kind.
 */
export function behindValue(bytes: Buffer, at: number, limit = bytes.length): number {
  const open: number[] = [];
  for (let i = at; i < limit; ) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) {
      i = behindString(bytes, i);
      if (i < 0 || i > limit) return -1;
      if (open.length === 0) return i;
      continue;
    }
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      // Brackets close two code points behind the one that opens.
      if (open.push(byte + 2) > DEEPEST) return -1;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (open.length === 0) return i;
      if (open.pop() !== byte) return -1;
      if (open.length === 0) return i + 1;
    } else if (open.length === 0 && (byte === COMMA || byte <= SPACE)) return i;
    i++;
  }
  return open.length === 0 ? limit : -1;
}

/** The lines of the bytes, without their ends and with their numbers from 1. */
export function* lines(bytes: Buffer): Generator<{ readonly number: number; readonly span: Span }> {
  let number = 0;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LF, from);
    const to = found < 0 ? bytes.length : found;
    number++;
    yield { number, span: [from, to] };
    from = to + 1;
  }
}

/** NaN and Infinity as Python and pandas write them, where a value stands. */
const NOT_JSON = /([:,[]\s{0,20})(?:NaN|-?Infinity)(?=\s{0,20}[,}\]])/g;

/** A value, or why it is none; a result of `undefined` never comes from JSON. */
export function parseSpan(bytes: Buffer, [from, to]: Span): { readonly value: unknown } | { readonly problem: string } {
  let text = '';
  try {
    text = bytes.toString('utf8', from, to);
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return parseLoosely(text) ?? { problem: problemOf(error) };
  }
}

function parseLoosely(text: string): { readonly value: unknown } | undefined {
  if (!text.includes('NaN') && !text.includes('Infinity')) return undefined;
  try {
    return { value: JSON.parse(text.replace(NOT_JSON, '$1null')) as unknown };
  } catch {
    return undefined;
  }
}

/** The parser's own words without the text that it quotes. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = /at position \d+/.exec(message)?.[0];
  if (/end of JSON|Unterminated/.test(message)) return 'it ends in the middle';
  return place ? `no JSON ${place}` : 'no JSON';
}
