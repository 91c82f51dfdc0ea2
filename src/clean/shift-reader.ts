import { gbPairs } from './gb-pairs.js';
import type { ProseModel } from './prose-model.js';

/*
 * Reads a stretch of a line in which bytes may have shifted, as a search for the likeliest writing. At each character
 * several readings go side by side: as it stands; or one byte off, from a lost byte on, until something sets it right.
 */

/** What a reading makes of `[start, end)` of the line. */
export interface Step {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `lost`: a byte of the character is gone, and it was chosen among those with the other one. */
  readonly kind: 'exact' | 'lost';
}

/** What the readings go by. */
export interface Reading {
  readonly model: ProseModel;
  /** A character as the model knows it: simplified. */
  readonly fold: (character: string) => number;
  /** Whether the document's script has a character. */
  readonly writes: (character: string) => boolean;
}

interface Chain {
  readonly step: Step;
  readonly before: Chain | undefined;
}

interface State {
  /** The byte that waits for its other half; undefined where the reading is right, -1 where it is lost itself. */
  readonly waiting: number | undefined;
  /** The two characters before, as the model knows them. */
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly steps: Chain | undefined;
  /** The bracket or quotation mark that waits for its other half. */
  readonly open: string;
  /** Where the shift began or ended last. */
  readonly since: number;
  /** In a shift: from where on the line is not covered by steps. */
  readonly from: number;
}

/** So many readings go on side by side. */
const WIDTH = 32;
/** A reading that is so much less likely than another one is given up (logarithm). */
const HOPELESS = 30;
/** A candidate that is so much less likely than another one is none. */
const UNLIKELY = 8;
/** A shift does not go on for longer. */
const LONGEST = 600;
/** So many characters behind a shift show that it is over. */
const SETTLED = 8;
const TRAIL = 0xa3;

/** What an accident costs against text as it stands (logarithms), and the ways in which it goes on and ends. */
const COST = {
  start: -12,
  folded: -2.5,
  letter: -0.7,
  orphan: -0.7,
  dropped: -2,
  privateUse: -3,
  foreign: -6,
  unpaired: -5,
  paired: 4,
};

const PARTNERS = new Map(['“”', '‘’', '（）', '《》', '〔〕', '()'].map((pair) => [pair.charAt(0), pair.charAt(1)]));
const CLOSERS = new Set(PARTNERS.values());
const LOST = /[?\ufffd]/;
const TONED = 'a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹḿêɑɡ';
/** `(guī)` that a page added behind a character. */
const GLOSS = new RegExp(`^[(（][${TONED}]{1,7}[)）]`);
/** The same, its bracket gone into a lost byte. */
const OPEN_GLOSS = new RegExp(`^[${TONED}]{1,7}[)）]`);
/** Behind these a question mark is one: Latin words, addresses, other question marks. */
const LATIN = /[A-Za-z/=&_.#?\ufffd-]/;

/** Whether the character at `i` may be what is left of a lost one: behind it comes what A3 xx shows. */
export function mayStart(line: string, i: number): boolean {
  if (!LOST.test(line[i] ?? '') || LATIN.test(line[i - 1] ?? '')) return false;
  return formAt(line, i + 1) !== undefined || OPEN_GLOSS.test(line.slice(i + 1, i + 10));
}

/** The second byte of the full-width form at `i`, also where the page shows its half-width likeness. */
function formAt(line: string, i: number): { byte: number; folded: boolean } | undefined {
  const code = line.charCodeAt(i);
  if (code >= 0xff01 && code <= 0xff5e) return { byte: gbPairs().encode(line[i] ?? '')?.[1] ?? 0, folded: false };
  if (code === 0xffe5 || code === 0xffe3) return { byte: code === 0xffe5 ? 0xa4 : 0xfe, folded: false };
  if (code > 0x20 && code < 0x7f) return { byte: code + 0x80, folded: true };
  return undefined;
}

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
  const ended = states.flatMap((state) => atEnd(state, i, reading));
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

type Put = (state: State, at: number) => void;

/** All readings of the character at `i` that go on from a state. */
function forward(line: string, i: number, state: State, reading: Reading, put: Put): void {
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

/**
 * Ends the character whose first byte waits: by a second byte, or by any where that is lost. `waiting` is the byte that
 * waits from here on.
 */
function complete(
  state: State,
  end: number,
  trail: number | undefined,
  waiting: number | undefined,
  cost: number,
  reading: Reading,
  put: Put,
  behind = '',
): void {
  const lead = state.waiting ?? 0;
  const { decode, withLead, withTrail } = gbPairs();
  if (lead > 0 && trail !== undefined) {
    const c = decode(lead, trail);
    if (c) put(write(state, end, c, 'exact', waiting, cost, reading, behind), end);
    return;
  }
  const candidates = lead > 0 ? withLead(lead) : trail !== undefined ? withTrail(trail) : [];
  guess(state, candidates, reading, (c) => put(write(state, end, c, 'lost', waiting, cost, reading, behind), end));
}

/** What brackets and quotation marks say for or against a candidate. */
function pairing(open: string, c: string): number {
  if (PARTNERS.get(open) === c) return COST.paired;
  if (CLOSERS.has(c) || (open === c && open !== '')) return COST.unpaired;
  return 0;
}

/** The last bracket or quotation mark of a text that is not closed in it. */
function openIn(text: string): string {
  let open = '';
  for (const c of text) {
    if (PARTNERS.has(c)) open = c;
    else if (PARTNERS.get(open) === c) open = '';
  }
  return open;
}

/** Those of the candidates that are not out of the question. */
function guess(state: State, candidates: readonly string[], reading: Reading, take: (c: string) => void): void {
  const { model, fold, writes } = reading;
  const scores = candidates.map(
    (c) => model.score(state.a, state.b, fold(c)) + (writes(c) ? 0 : COST.foreign) + pairing(state.open, c),
  );
  const worst = Math.max(...scores) - UNLIKELY;
  candidates.forEach((c, k) => {
    if ((scores[k] ?? worst) > worst) take(c);
  });
}

/** The state behind a character that was read one byte off, or for a lost one. */
function write(
  state: State,
  end: number,
  c: string,
  kind: Step['kind'],
  waiting: number | undefined,
  cost: number,
  reading: Reading,
  behind = '',
): State {
  const next = said(state, c, reading);
  const strange = kind === 'lost' ? (reading.writes(c) ? 0 : COST.foreign) + pairing(state.open, c) : 0;
  const step = { start: state.from, end, text: c + behind, kind };
  const since = state.waiting === undefined || waiting === undefined ? end : state.since;
  return {
    ...next,
    waiting,
    score: next.score + cost + strange,
    since,
    from: end,
    steps: { step, before: state.steps },
  };
}

/** The state behind a character, whatever it comes from. */
function said(state: State, c: string, { model, fold }: Reading): State {
  const folded = fold(c);
  const open = PARTNERS.has(c) ? c : PARTNERS.get(state.open) === c ? '' : state.open;
  return { ...state, open, a: state.b, b: folded, score: state.score + model.score(state.a, state.b, folded) };
}

/** The line ends in a shift: the byte that waits is left over. */
function atEnd(state: State, i: number, reading: Reading): State[] {
  if (state.waiting === undefined) return [state];
  const ended: State[] = [];
  complete(state, i, undefined, undefined, COST.dropped, reading, (next) => ended.push(next));
  return ended;
}
