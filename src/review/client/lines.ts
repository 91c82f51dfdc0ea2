/** A line of the cleaned text: UTF-16 offsets, the line end outside. */
export interface TextLine {
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that ends in a line end, as cleaned texts do. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0, line = 1; start < text.length; line++) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    lines.push({ line, start, end });
    start = end + 1;
  }
  return lines;
}

/** The index of the last of ascending values that is not above `wanted`; -1 where all are. */
export function lastAtMost<T>(list: readonly T[], wanted: number, placeOf: (one: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(list[middle] as T) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The 1-based line that holds an offset. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  return (
    Math.max(
      0,
      lastAtMost(lines, offset, ({ start }) => start),
    ) + 1
  );
}
