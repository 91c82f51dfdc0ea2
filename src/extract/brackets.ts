const OPEN = '([（〔【《“‘{';
const CLOSE = ')]）〕】》”’}';
const BRACKETS = /[([（〔【《“‘{)\]）〕】》”’}。]/g;

/**
 * For every opening bracket or quote of a line the place where it closes. One that a full stop or the line's end leaves
 * open closes nowhere, unless `acrossStops` lets full stops stand inside.
 */
export function bracketEnds(line: string, acrossStops = false): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { at: number; type: number }[] = [];
  BRACKETS.lastIndex = 0;
  for (let match = BRACKETS.exec(line); match; match = BRACKETS.exec(line)) {
    const { 0: mark, index } = match;
    if (mark === '。') {
      if (!acrossStops) open.length = 0;
      continue;
    }
    const opens = OPEN.indexOf(mark);
    if (opens >= 0) {
      open.push({ at: index, type: opens });
      continue;
    }
    // Brackets in between that nobody closed are given up; a few at most are looked at, so that no line takes long.
    const type = CLOSE.indexOf(mark);
    for (let depth = 1; depth <= Math.min(open.length, 8); depth++) {
      const bracket = open[open.length - depth];
      if (bracket?.type !== type) continue;
      ends.set(bracket.at, index);
      open.length -= depth;
      break;
    }
  }
  return ends;
}

/** Whether a mark opens a bracket or a quote. */
export function isOpening(mark: string): boolean {
  return OPEN.includes(mark);
}
