import { lastIndex } from './search.js';

/** A line of a text: offsets without its line end, `number` 1-based. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a text whose line ends are LF. A final LF opens no further line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ number: lines.length + 1, start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** Finds the 1-based line and column of offsets in a text, by binary search over its line starts. */
export function lineIndex(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The 1-based number of the line that a place stands in, by binary search. */
export function lineNumberAt(lines: readonly Line[], offset: number): number {
  return lastIndex(lines.length, (i) => (lines[i]?.start ?? 0) <= offset) + 1;
}
