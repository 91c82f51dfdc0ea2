/** A stretch of a line between marks of punctuation. Offsets count in the line. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Which sentence (。!?) and which part of it (;) the clause belongs to, counted in the line from 0. */
  readonly sentence: number;
  readonly part: number;
}

const OPEN = '([（〔【《“‘{';
const CLOSE = ')]）〕】》”’}';
/** A bracket that nobody closes must not swallow the rest of the line. */
const LONGEST_BRACKET = 200;

/** Cut a folded line into clauses. Commas and semicolons inside brackets and quotes cut nothing. */
export function clausesOf(line: string): Clause[] {
  const clauses: Clause[] = [];
  const closing = matchingEnds(line);
  let start = 0;
  let sentence = 0;
  let part = 0;
  const close = (end: number): void => {
    if (line.slice(start, end).trim() !== '') clauses.push({ start, end, sentence, part });
  };
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    const jump = closing.get(i);
    if (jump !== undefined) {
      i = jump;
      continue;
    }
    if (!isCut(line, i)) continue;
    close(i);
    start = i + 1;
    if (/[。!?]/.test(character)) sentence++;
    // 一是…,二是…: an item begins a part of its own, whatever mark stands before it.
    if (/[。!?;]/.test(character) || /^[一二三四五六七八九十]是/.test(line.slice(i + 1, i + 3))) part++;
  }
  close(line.length);
  return clauses;
}

function isCut(line: string, i: number): boolean {
  const character = line[i] ?? '';
  if (character === ',') return !(/\d/.test(line[i - 1] ?? '') && /^\d{3}(?!\d)/.test(line.slice(i + 1)));
  return /[。;!?]/.test(character);
}

/** For every opening bracket or quote the place where it closes, where that is near enough and holds no full stop. */
function matchingEnds(line: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { at: number; type: number }[] = [];
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    if (character === '。') open.length = 0;
    const opens = OPEN.indexOf(character);
    if (opens >= 0) open.push({ at: i, type: opens });
    const closes = CLOSE.indexOf(character);
    if (closes < 0) continue;
    const from = open.findLastIndex((o) => o.type === closes);
    const bracket = open[from];
    if (!bracket) continue;
    if (i - bracket.at <= LONGEST_BRACKET) ends.set(bracket.at, i);
    open.length = from;
  }
  return ends;
}
