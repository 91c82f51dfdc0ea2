import { defineStage } from '../core/draft.js';
import { type Edit, remove } from '../core/edits.js';
import { bodyAboveOf, judgePlace, type Page, saySame } from './copy-judge.js';
import { lettersOf, mayHoldCopies, repeatsOf, type Span } from './copy-letters.js';
import { type Copies, copiesAlong, letteredLines, lineAt } from './copy-lines.js';
import { type Difference, differencesOf, kindOf, takeOver } from './copy-restore.js';
import { type Block, type Budget, fillGaps, firstFrom, newBudget, walk } from './copy-walk.js';

/** Fewer repeats than this are no copy, not even of a few lines. */
const FEWEST = 3;
/** A preview that goes shows what stands behind it anew; so often. */
const ROUNDS = 5;
/** So many times the length of a text is walked through, whatever repeats in it. */
const WALKS = 3;
/** Repeats that are followed: boilerplate stands again by the hundred, a copy once in so many letters. */
const FEWEST_TRIES = 60;
const APART = 200;

/**
 * A page that holds the document twice, or a preview of it. The first whole copy stays; where the two differ, the
 * undamaged side wins, place by place; the other copy goes.
 */
export const duplicates = defineStage({
  id: 'duplicates',
  edits: ({ text }) => {
    if (!mayHoldCopies(text)) return [];
    const gone: Span[] = [];
    const differences: Difference[] = [];
    const budget = newBudget(text);
    for (let round = 0; round < ROUNDS; round++) {
      const found = copiesIn(text, gone, budget);
      if (found.gone.length === 0) break;
      gone.push(...found.gone);
      gone.sort((a, b) => a.start - b.start);
      differences.push(...found.differences);
      if (!found.again) break;
    }
    if (gone.length === 0) return [];
    return [...restored(text, differences, gone), ...gone.flatMap((span) => removed(text, span))];
  },
});

interface Copied {
  readonly gone: Span[];
  /** Where the copies that stay differ from those that go. */
  readonly differences: Difference[];
  /** A preview went: what follows it has to be looked at without it. */
  readonly again: boolean;
}

/** So often no document stands in a file; phrases do. */
const MOST_COPIES = 16;

/** Whether what repeats are the same few phrases over and over. */
function isBoilerplate({ first, later }: Page['repeats']): boolean {
  return later.length > MOST_COPIES * new Set(first).size;
}

/** The copies of what a text holds outside of the spans in `without`. */
function copiesIn(text: string, without: readonly Span[], budget: Budget): Copied {
  const result = { gone: [] as Span[], differences: [] as Difference[], again: false };
  const letters = lettersOf(text, without);
  const repeats = repeatsOf(letters);
  if (repeats.later.length < FEWEST || isBoilerplate(repeats)) return result;
  let page: Page | undefined;
  let [floor, goneBody, steps] = [0, 0, letters.length * WALKS];
  let tries = Math.max(FEWEST_TRIES, letters.length / APART);
  for (let at = 0; at < repeats.later.length && steps > 0 && tries > 0; tries--) {
    const blocks = walk(letters, repeats, at, floor);
    const head = blocks[0];
    const shared = sizeOf(blocks);
    steps -= shared + 1;
    at = head ? firstFrom(repeats.later, head.second + head.length, at + 1) : at + 1;
    if (shared < LEAST) continue;
    page ??= pageOf(text, letters, repeats, without);
    if (standsInside(page, blocks, shared, goneBody)) continue;
    const found = decide(page, blocks, { gone: goneBody, budget, floor });
    if (!found) continue;
    const { firstLines, secondLines, secondEnd } = found.copies;
    result.gone.push(spanOf(page, found.first ? firstLines : secondLines));
    result.differences.push(...(found.first ? found.differences.map(turned) : found.differences));
    if (found.first) return { ...result, again: true };
    floor = secondEnd;
    goneBody += (page.bodyAbove[secondLines[1] + 1] ?? 0) - (page.bodyAbove[secondLines[0]] ?? 0);
    at = firstFrom(repeats.later, floor, at);
  }
  return result;
}

/** Letters beside two copies that may turn out to belong to them, when they are looked at closely. */
const BESIDE = 500;

/**
 * Whether the document's body stands above what stands twice, or between the two and below them as well: no copies stand so.
 * Most of what repeats is told by that. `gone`: letters of the body between that were found to be copies themselves.
 */
function standsInside({ lines, bodyAbove }: Page, blocks: readonly Block[], shared: number, gone: number): boolean {
  const [head, tail] = [blocks[0], blocks.at(-1)];
  if (!head || !tail) return true;
  const above = (letter: number): number => bodyAbove[lineAt(lines, letter)] ?? 0;
  const most = BESIDE + shared * 0.3;
  if (above(head.first) > most) return true;
  const between = above(head.second) - above(tail.first + tail.length) - gone;
  const below = (bodyAbove.at(-1) ?? 0) - above(tail.second + tail.length);
  return between > most && below > most;
}

/** A walk over fewer letters is no copy. */
const LEAST = 24;

const sizeOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

function pageOf(text: string, letters: Page['letters'], repeats: Page['repeats'], without: readonly Span[]): Page {
  const lines = letteredLines(text, letters, without);
  return { text, letters, repeats, lines, bodyAbove: bodyAboveOf(lines) };
}

interface Decided {
  readonly copies: Copies;
  readonly differences: Difference[];
  /** Not the second goes, but the first. */
  readonly first: boolean;
}

/** Two copies one of which can go; undefined where both may be the issuer's. */
function decide(
  page: Page,
  blocks: readonly Block[],
  { gone, budget, floor }: { gone: number; budget: Budget; floor: number },
): Decided | undefined {
  const copies = copiesAlong(page.letters, page.lines, blocks, budget, floor);
  const verdict = copies ? judgePlace(page, { copies, gone }) : 'undecided';
  if (!copies || verdict === 'undecided') return undefined;
  const filled = fillGaps(page.letters, blocks, copies, budget);
  const differences = differencesOf(page.text, page.letters, filled, copies);
  if (!saySame(page, copies, sizeOf(filled), differences)) return undefined;
  return { copies, differences, first: verdict === 'first' };
}

const turned = ({ at, mine, otherAt, other }: Difference): Difference => ({
  at: otherAt,
  mine: other,
  otherAt: at,
  other: mine,
});

/** Lines with their line ends. */
function spanOf({ lines, text }: Page, [from, to]: readonly [number, number]): Span {
  return { start: lines[from]?.start ?? 0, end: Math.min((lines[to]?.end ?? 0) + 1, text.length) };
}

/** What is taken over; of several copies the first that has it whole gives it. */
function restored(text: string, differences: readonly Difference[], gone: readonly Span[]): Edit[] {
  const edits: Edit[] = [];
  const touched = new Set<number>();
  const ends = gone.map(({ end }) => end);
  for (const difference of differences) {
    if (kindOf(text, difference) !== 'taken') continue;
    const edit = takeOver(difference);
    const within = gone[firstFrom(ends, edit.start + 1)];
    if (within && within.start < edit.end) continue;
    const places = Array.from({ length: edit.end - edit.start + 1 }, (_, i) => edit.start + i);
    if (places.some((place) => touched.has(place))) continue;
    for (const place of places) touched.add(place);
    edits.push(edit);
  }
  return edits;
}

function removed(text: string, { start, end }: Span): Edit[] {
  const edits: Edit[] = [];
  for (let from = start; from < end; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? end : Math.min(found + 1, end);
    edits.push(remove(from, to, 'duplicate'));
    from = to;
  }
  return edits;
}
