import type { Buffer } from 'node:buffer';
import { behindValue, parseSpan, type Span, skipBlanks } from './json-values.js';

const [LF, SPACE, QUOTE, COMMA] = [0x0a, 0x20, 0x22, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A value among others, or why it is none. `name`: its number from 1; with a `+` what stands behind that one. */
export type Element = { readonly name: string } & ({ readonly value: unknown } | { readonly problem: string });

/** Once an element has not ended none is looked for further than so many beginnings of others. */
const REACH = 16;
/** Bytes of a name by which elements are known again. */
const LONGEST_NAME = 200;

/** Finds where the next element begins, by the name that the first one begins with; -1 where there is none. */
function beginnings(bytes: Buffer, first: number, inArray: boolean): (from: number) => number {
  if (bytes[first] !== OPEN_OBJECT) return () => -1;
  const quote = skipBlanks(bytes, first + 1);
  const end = bytes[quote] === QUOTE ? behindValue(bytes, quote, Math.min(bytes.length, quote + LONGEST_NAME)) : -1;
  if (end < 0) return () => -1;
  const name = bytes.subarray(quote, end);
  return (from) => {
    for (let at = bytes.indexOf(name, from); at >= 0; at = bytes.indexOf(name, at + 1)) {
      let i = at - 1;
      while (i > from && (bytes[i] ?? 0) <= SPACE) i--;
      // Without an array around them objects in objects are told by their indent.
      if (i >= from && bytes[i] === OPEN_OBJECT && (inArray || [LF, CLOSE_OBJECT].includes(bytes[i - 1] ?? LF)))
        return i;
    }
    return -1;
  };
}

/** Tells lines of positions that only grow. */
function lineCounter(bytes: Buffer): (at: number) => string {
  let [line, from] = [1, 0];
  return (at) => {
    for (let i = bytes.indexOf(LF, from); i >= 0 && i < at; i = bytes.indexOf(LF, from)) {
      line++;
      from = i + 1;
    }
    return `line ${line} of the file, byte ${at + 1}`;
  };
}

/**
 * The values of an array that opens at `at`, or those that stand one behind the other from there. One that is broken is a
 * problem with its place, and the next goes on: where it begins is known by the name that the first begins with. Takes
 * time linear in the bytes.
 */
export function* elements(bytes: Buffer, at: number): Generator<Element> {
  const inArray = bytes[at] === OPEN_LIST;
  const first = inArray ? skipBlanks(bytes, at + 1) : at;
  const next = beginnings(bytes, first, inArray);
  const place = lineCounter(bytes);
  let number = 0;
  let careful = false;
  const limitFrom = (from: number): number => {
    if (!careful) return bytes.length;
    let limit = from;
    for (let k = 0; k < REACH && limit >= 0; k++) limit = next(limit + 1);
    return limit < 0 ? bytes.length : limit;
  };
  for (let i = first; ; ) {
    i = skipBlanks(bytes, i);
    if (bytes[i] === COMMA) i = skipBlanks(bytes, i + 1);
    const byte = bytes[i];
    if (byte === undefined) {
      // An array without its end has lost something, if only a bracket.
      if (inArray) yield { name: String(++number), problem: 'the file ends in the middle of it' };
      return;
    }
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      const behind = next(i + 1);
      // What follows the end of an array and is no element, such as a semicolon, is no loss.
      if (inArray && byte === CLOSE_LIST && behind < 0) return;
      yield { name: `${number}+`, problem: `a bracket too many, ${place(i)}` };
      if (behind < 0) return;
      i = behind;
      continue;
    }
    const name = String(++number);
    const end = behindValue(bytes, i, limitFrom(i));
    const read = end > i ? parseSpan(bytes, [i, end]) : { problem: unended(bytes, i, next) };
    if ('value' in read) {
      yield { name, value: read.value };
      i = end;
      continue;
    }
    yield { name, problem: `${read.problem}, ${place(i)}` };
    const isWhole = end > i && isBetween(bytes, end, next);
    const behind = isWhole ? end : next(i + 1);
    if (behind < 0) return;
    if (!isWhole) careful = true;
    i = behind;
  }
}

function unended(bytes: Buffer, i: number, next: (from: number) => number): string {
  return next(i + 1) < 0 && bytes.length > i
    ? 'the file ends in the middle of it'
    : 'it does not end before the next one';
}

/** Whether an element may end at a position: the next begins behind it, or the array ends. */
function isBetween(bytes: Buffer, end: number, next: (from: number) => number): boolean {
  const at = skipBlanks(bytes, end);
  if (bytes[at] === CLOSE_LIST) return skipBlanks(bytes, at + 1) >= bytes.length;
  const begins = skipBlanks(bytes, bytes[at] === COMMA ? at + 1 : at);
  return begins >= bytes.length || bytes[begins] !== OPEN_OBJECT || next(begins) === begins;
}

/** The first value, where it is all that there is. */
export function onlyValue(bytes: Buffer, at: number): Span | null {
  const end = behindValue(bytes, at);
  if (end >= 0) return skipBlanks(bytes, end) >= bytes.length ? [at, end] : null;
  return beginnings(bytes, at, false)(at + 1) < 0 ? [at, -1] : null;
}
