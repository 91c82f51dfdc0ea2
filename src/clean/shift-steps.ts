import { gbPairs } from './gb-pairs.js';
import { formAt, GLOSS, LOST, mayStart, OPEN_GLOSS } from './shift-signs.js';
import { COST, complete, guess, type Put, type Reading, type State, said, write } from './shift-state.js';

/** A shift does not go on for longer. */
const LONGEST = 600;
const TRAIL = 0xa3;

/** All readings of the character at `i` that go on from a state. */
export function forward(line: string, i: number, state: State, reading: Reading, put: Put): void {
  if (state.waiting === undefined) aligned(line, i, state, reading, put);
  else if (i - state.since <= LONGEST) shifted(line, i, state, reading, put);
}

function aligned(line: string, i: number, state: State, reading: Reading, put: Put): void {
  const c = line[i] ?? '';
  const gloss = /[(（]/.test(c) ? GLOSS.exec(line.slice(i, i + 10))?.[0] : undefined;
  if (gloss) {
    put(state, i + gloss.length);
    return;
  }
  put(said(state, c, reading), i + 1);
  if (!mayStart(line, i)) return;
  const form = formAt(line, i + 1);
  if (form) {
    const cost = COST.start + (form.folded ? COST.folded : 0);
    const open = { ...state, from: i };
    guess(state, gbPairs().withTrail(TRAIL), reading, (c) =>
      put(write(open, i + 1, c, 'lost', form.byte, cost, reading), i + 2),
    );
  }
  // The accident inside the inserter of syllables: the lost byte took the bracket along.
  const open = OPEN_GLOSS.exec(line.slice(i + 1, i + 10))?.[0];
  if (open) put({ ...state, waiting: -1, score: state.score + COST.start, since: i, from: i }, i + 1 + open.length);
}

function shifted(line: string, i: number, state: State, reading: Reading, put: Put): void {
  const c = line[i] ?? '';
  const code = c.charCodeAt(0);
  const pair = code > 0x7f ? gbPairs().encode(c) : undefined;
  if (pair) {
    complete(state, i + 1, pair[0], pair[1], 0, reading, put);
    if (pair[0] !== TRAIL) return;
  }
  const form = code > 0x20 && code < 0x7f ? formAt(line, i) : undefined;
  if (form) complete(state, i + 1, TRAIL, form.byte, COST.folded, reading, put);
  if (LOST.test(c)) {
    // The byte that waited was the last one; or a private-use character was lost, and with it two bytes.
    complete(state, i + 1, undefined, undefined, COST.orphan, reading, put);
    complete(state, i + 1, undefined, -1, COST.privateUse, reading, put);
    const open = OPEN_GLOSS.test(line.slice(i + 1, i + 10));
    if (open) complete(state, i + 1, undefined, undefined, COST.orphan, reading, put, '(');
    return;
  }
  if (code >= 0x40 && code < 0x7f) complete(state, i + 1, code, undefined, COST.letter, reading, put);
  if (c === '€') complete(state, i + 1, 0x80, undefined, COST.letter, reading, put);
  // The byte that waited is left out, and what comes is read as it is.
  if (code < 0x7f || formAt(line, i) || GLOSS.test(line.slice(i, i + 10))) {
    if (mayStart(line, i)) return;
    complete(state, i, undefined, undefined, COST.dropped, reading, (next) => aligned(line, i, next, reading, put));
  }
}
