import type { Line } from '../core/lines.js';

/** Annexes that a notice only names. */
export interface AnnexList {
  /** Their lines, 1-based: no heading stands there. */
  readonly lines: ReadonlySet<number>;
  /** Their numbers. */
  readonly numbers: ReadonlySet<number>;
}

/** Characters; a longer line is no entry. */
const LONGEST = 120;

/**
 * The lists of annexes: `附件：1.行动计划` and the lines `2.任务表` …, also under `附件：` alone, also several entries in a
 * line. An entry may go on in a second line.
 */
export function annexLists(lines: readonly Line[]): AnnexList {
  const found = new Set<number>();
  const numbers = new Set<number>();
  for (let i = 0; i < lines.length; i++) {
    const opening =
      /^附\s{0,4}件?\s{0,4}[:：]?\s{0,4}(?:(?=1\s{0,4}[.．、](?!\d)|1\s{0,4}[.．](?=(?:19|20)\d{2}(?!\d)))|(?<=[:：]\s{0,4})$)/.exec(
        lines[i]?.text.slice(0, LONGEST) ?? '',
      );
    if (!opening) continue;
    const rest = lines[i]?.text.slice(opening[0].length, LONGEST) ?? '';
    let last = lastEntry(rest, 0);
    let next = i + 1;
    while (next < lines.length) {
      const reached = lastEntry(entryText(lines[next]), last);
      const goesOn =
        reached === last && last > 0 && isRest(lines[next]) && lastEntry(entryText(lines[next + 1]), last) > last;
      if (reached === last && !goesOn) break;
      last = reached;
      next++;
    }
    if (last === 0) continue;
    for (let line = i; line < next; line++) found.add(line + 1);
    for (let number = 1; number <= last; number++) numbers.add(number);
    i = next - 1;
  }
  return { lines: found, numbers };
}

/** The text of a line that may be an entry: the name of a document, no sentence. */
function entryText(line: Line | undefined): string {
  const text = line?.text ?? '';
  return text.length > LONGEST || /[。；]./.test(text) || /。$/.test(text) ? '' : text;
}

/** The last number of those that count on from `last` in a line, which has to open with the next; `last` where none does. */
function lastEntry(text: string, last: number): number {
  let reached = last;
  for (const match of text.matchAll(
    /(?:^|(?<=[\s；;》)）]))(\d{1,2})\s{0,4}(?:[.．、](?!\d)|[.．](?=(?:19|20)\d{2}(?!\d)))/g,
  )) {
    if (match.index > 0 && reached === last) break;
    if (Number(match[1]) === reached + 1) reached++;
  }
  return reached;
}

/** The end of an entry that the page broke. */
function isRest(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= 40 && !/[。；：:]|^\d|\d{4}年\d/.test(line.text);
}
