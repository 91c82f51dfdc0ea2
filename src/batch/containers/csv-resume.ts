import type { Buffer } from 'node:buffer';
import type { Separator } from './csv-sniff.js';

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];
/** Bytes of a record that is looked for behind a broken one. */
const LONGEST = 1024 * 1024;
/** Rows of so many cells are known without quotation marks: a sentence may have one separator. */
const TELLING = 3;

interface Strict {
  readonly end: number;
  readonly cells: number;
  readonly quoted: boolean;
}

/** A record by the letter of RFC 4180 that begins at a position; null where there is none. */
function strictRecord(bytes: Buffer, at: number, limit: number, mark: number): Strict | null {
  let [cells, quoted] = [1, false];
  for (let i = at; ; ) {
    if (bytes[i] === QUOTE) {
      quoted = true;
      for (i++; ; i += 2) {
        i = bytes.indexOf(QUOTE, i);
        if (i < 0 || i >= limit) return null;
        if (bytes[i + 1] !== QUOTE) break;
      }
      i++;
    } else {
      while (i < limit && bytes[i] !== mark && bytes[i] !== LF && bytes[i] !== CR)
        if (bytes[i++] === QUOTE) return null;
    }
    if (i >= bytes.length) return { end: i, cells, quoted };
    if (i >= limit) return null;
    if (bytes[i] === mark) cells++;
    else if (bytes[i] === LF) return { end: i + 1, cells, quoted };
    else if (bytes[i] === CR) return { end: bytes[i + 1] === LF ? i + 2 : i + 1, cells, quoted };
    else return null;
    i++;
  }
}

/** Where a table goes on behind a record that has swallowed others, and the lines before. */
export interface Resumed {
  readonly at: number;
  readonly lines: number;
}

/**
 * Finds, for a record whose quotation mark is not closed, the next line that begins one with the right number of cells.
 * All that it looks at is a few times the bytes, whatever they are.
 */
export function resuming(bytes: Buffer, separator: Separator) {
  const mark = separator.charCodeAt(0);
  let budget = 4 * bytes.length + LONGEST;
  const strictAt = (at: number): Strict | null => {
    if (budget <= 0) return null;
    const limit = Math.min(bytes.length, at + LONGEST);
    const found = strictRecord(bytes, at, limit, mark);
    // What has failed may have looked as far as it could; most fail on their line.
    budget -= found ? found.end - at : Math.min(limit, lineEnd(bytes, at)) - at + (bytes[at] === QUOTE ? LONGEST : 64);
    return found;
  };
  const fits = ({ cells, quoted }: Strict, width: number): boolean => cells === width && (quoted || width >= TELLING);
  return {
    /** Within a record that was read from `at` to `stop`, if it is not by the letter: the one that it holds or cuts. */
    within: (at: number, stop: number, width: number): Resumed | null => {
      if (strictAt(at)) return null;
      for (let line = lineEnd(bytes, at), lines = 1; line < stop; line = lineEnd(bytes, line), lines++) {
        const found = strictAt(line);
        if (found?.quoted && fits(found, width) && found.end >= stop) return { at: line, lines };
      }
      return null;
    },
    /** Behind the line at `at`, to the end of the table. */
    behind: (at: number, width: number): Resumed | { readonly lines: number } => {
      let lines = 1;
      for (let line = lineEnd(bytes, at); line < bytes.length; line = lineEnd(bytes, line), lines++) {
        const found = strictAt(line);
        if (found && fits(found, width)) return { at: line, lines };
      }
      return { lines };
    },
  };
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
}
