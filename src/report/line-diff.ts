/** A line of one text or of both. `missing` stands only in the expected text, `extra` only in the found one. */
export interface LineChange {
  readonly change: 'same' | 'missing' | 'extra';
  readonly text: string;
  /** 1-based line in the text that holds it: the expected one for `missing`, else the found one. */
  readonly line: number;
}

/** Larger differences are shown as a whole: the table of a comparison line by line would not fit into memory. */
const LARGEST = 16_000_000;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Lengths of longest common subsequences of the ends of both, row by row. */
function subsequences(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function middle(a: readonly string[], b: readonly string[], offset: number): LineChange[] {
  const changes: LineChange[] = [];
  const width = b.length + 1;
  const lengths = a.length * b.length > LARGEST ? null : subsequences(a, b);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right && lengths) {
      changes.push({ change: 'same', text: left, line: offset + j + 1 });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || !lengths || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      changes.push({ change: 'missing', text: left, line: offset + i + 1 });
      i++;
    } else {
      changes.push({ change: 'extra', text: right ?? '', line: offset + j + 1 });
      j++;
    }
  }
  return changes;
}

/** Compare two texts line by line: the changes that lead from the expected to the found one, with all lines between. */
export function diffLines(expected: string, found: string): LineChange[] {
  const [a, b] = [linesOf(expected), linesOf(found)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (from: number, to: number): LineChange[] =>
    b.slice(from, to).map((text, i) => ({ change: 'same', text, line: from + i + 1 }));
  return [
    ...same(0, head),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head),
    ...same(b.length - tail, b.length),
  ];
}
