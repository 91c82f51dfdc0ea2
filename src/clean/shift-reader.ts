import { mayStart } from './shift-signs.js';
import { COST, complete, openIn, type Reading, type State, type Step, said } from './shift-state.js';
import { forward } from './shift-steps.js';

/*
 * Reads a stretch of a line in which bytes may have shifted, as a search for the likeliest writing. At each character
 * several readings go side by side: as it stands; or one byte off, from a lost byte on, until something sets it right.
 */

/** So many readings go on side by side. */
const WIDTH = 32;
/** A reading that is so much less likely than another one is given up (logarithm). */
const HOPELESS = 30;
/** So many characters behind a shift show that it is over. */
const SETTLED = 8;
/** The likeliest reading from `from` on: its steps up to the place where it is settled. */
export function readShift(
  line: string,
  from: number,
  around: readonly number[],
  reading: Reading,
): { steps: Step[]; end: number } {
  let states: State[] = [
    {
      waiting: undefined,
      a: around.at(-2) ?? 10,
      b: around.at(-1) ?? 10,
      score: 0,
      steps: undefined,
      since: from,
      from,
      open: openIn(line.slice(0, from)),
    },
  ];
  let i = from;
  const pending = new Map<number, State[]>();
  for (; i < line.length; i++) {
    const next: State[] = [];
    const put = (state: State, at: number): void => {
      if (at === i + 1) next.push(state);
      else {
        const waiting = pending.get(at);
        if (waiting) waiting.push(state);
        else pending.set(at, [state]);
      }
    };
    for (const state of states) forward(line, i, state, reading, put);
    states = prune([...next, ...(pending.get(i + 1) ?? [])]);
    pending.delete(i + 1);
    if (isSettled(states, i + 1) && !mayStart(line, i + 1) && pending.size === 0) {
      i++;
      break;
    }
  }
  const ended = states
    .flatMap((state) => atEnd(state, i, reading))
    .map((state) => (i < line.length ? state : said(state, '\n', reading)));
  const best = ended.reduce((a, b) => (b.score > a.score ? b : a));
  const steps: Step[] = [];
  for (let chain = best.steps; chain; chain = chain.before) steps.unshift(chain.step);
  return { steps, end: i };
}

/** The best reading is right again for a while, and none that is not comes near. */
function isSettled(states: readonly State[], i: number): boolean {
  const best = states[0];
  if (!best || best.waiting !== undefined || i - best.since < SETTLED) return false;
  return states.every(
    (s) => (s.waiting === undefined && i - s.since >= SETTLED) || s.score < best.score - HOPELESS + 5,
  );
}

function prune(states: readonly State[]): State[] {
  const sorted = [...states].sort((x, y) => y.score - x.score);
  const seen = new Set<number>();
  const kept: State[] = [];
  const worst = (sorted[0]?.score ?? 0) - HOPELESS;
  for (const state of sorted) {
    if (state.score < worst) break;
    const key = ((state.waiting ?? -2) + 2) * 2 ** 32 + state.a * 65536 + state.b;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(state);
    if (kept.length >= WIDTH) break;
  }
  // The text as it stands is never lost from sight.
  const plain = sorted.find((state) => state.steps === undefined);
  return plain && !kept.includes(plain) ? [...kept, plain] : kept;
}

/** The line ends in a shift: the byte that waits is left over. */
function atEnd(state: State, i: number, reading: Reading): State[] {
  if (state.waiting === undefined) return [state];
  const ended: State[] = [];
  complete(state, i, undefined, undefined, COST.dropped, reading, (next) => ended.push(next));
  return ended;
}
