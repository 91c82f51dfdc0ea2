import { gbPairs } from './gb-pairs.js';
import type { ProseModel } from './prose-model.js';

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

export interface State {
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

/** A candidate that is so much less likely than another one is none. */
const UNLIKELY = 8;
/** What an accident costs against text as it stands (logarithms), and the ways in which it goes on and ends. */
export const COST = {
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
/** The last bracket or quotation mark of a text that is not closed in it. */
export function openIn(text: string): string {
  let open = '';
  for (const c of text) {
    if (PARTNERS.has(c)) open = c;
    else if (PARTNERS.get(open) === c) open = '';
  }
  return open;
}

/** What brackets and quotation marks say for or against a candidate. */
function pairing(open: string, c: string): number {
  if (PARTNERS.get(open) === c) return COST.paired;
  if (CLOSERS.has(c) || (open === c && open !== '')) return COST.unpaired;
  return 0;
}

/** Those of the candidates that are not out of the question. */
export function guess(state: State, candidates: readonly string[], reading: Reading, take: (c: string) => void): void {
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
export function write(
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
export function said(state: State, c: string, { model, fold }: Reading): State {
  const folded = fold(c);
  const open = PARTNERS.has(c) ? c : PARTNERS.get(state.open) === c ? '' : state.open;
  return { ...state, open, a: state.b, b: folded, score: state.score + model.score(state.a, state.b, folded) };
}

export type Put = (state: State, at: number) => void;

/**
 * Ends the character whose first byte waits: by a second byte, or by any where that is lost. `waiting` is the byte that
 * waits from here on.
 */
export function complete(
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
