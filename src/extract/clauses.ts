import { bracketEnds, isOpening } from './brackets.js';

/** A stretch of a line between marks of punctuation. Offsets count in the line. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Which sentence (。!?) and which part of it (;) the clause belongs to, counted in the line from 0. */
  readonly sentence: number;
  readonly part: number;
}

/** A bracket that nobody closes must not swallow the rest of the line. */
const LONGEST_BRACKET = 200;

/** Marks that cut, and brackets and quotes whose inside is passed over. */
const MARKS = /[,。;!?([（〔【《“‘{]/g;

/** Cut a folded line into clauses. Commas and semicolons inside brackets and quotes cut nothing. */
export function clausesOf(line: string): Clause[] {
  const clauses: Clause[] = [];
  const closing = bracketEnds(line);
  let start = 0;
  let sentence = 0;
  let part = 0;
  const close = (end: number): void => {
    if (/\S/.test(line[start] ?? '') ? end > start : line.slice(start, end).trim() !== '')
      clauses.push({ start, end, sentence, part });
  };
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(line); match; match = MARKS.exec(line)) {
    const at = match.index;
    const mark = match[0];
    if (isOpening(mark)) {
      const end = closing.get(at) ?? at;
      MARKS.lastIndex = (end - at <= LONGEST_BRACKET ? end : at) + 1;
      continue;
    }
    if (mark === ',' && insideNumber(line, at)) continue;
    close(at);
    start = at + 1;
    if (/[。!?]/.test(mark)) sentence++;
    // 一是…,二是…: an item begins a part of its own, whatever mark stands before it.
    if (mark !== ',' || /^[一二三四五六七八九十]是/.test(line.slice(at + 1, at + 3))) part++;
  }
  close(line.length);
  return clauses;
}

/** The comma of 12,500. */
function insideNumber(line: string, at: number): boolean {
  return /\d/.test(line[at - 1] ?? '') && /^\d{3}(?!\d)/.test(line.slice(at + 1, at + 5));
}
