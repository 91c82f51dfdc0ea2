import { applyStage, type Change, type Draft, type Mark, type Stage } from '../core/draft.js';
import type { Edit } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import type { RemovalReason } from '../lexicon/changes.js';

/** The stages of a cleaning that leaves the removals of some reasons undone. */
export interface Keeping {
  readonly apply: (draft: Draft, stage: Stage) => Draft;
  /** The removals that were held back, in the order in which stages asked for them. */
  readonly held: readonly Change[];
  /** The text without the lines that were held back: what is cleaned text when nothing is kept. */
  readonly own: (draft: Draft) => string;
}

/**
 * Lines that are kept must not change what becomes of the others: a line of spam that stays above the document would
 * else be taken for its first sentence. So every stage sees the two apart, each as a text of its own: in the document's
 * lines it does what it always does, in the kept ones it repairs and converts and removes nothing.
 */
export function keeping(reasons: readonly RemovalReason[]): Keeping {
  if (reasons.length === 0) return { apply: applyStage, held: [], own: ({ text }) => text };
  const kept = new Set<string>(reasons);
  const held: Change[] = [];
  const isKept = ({ cause }: Edit): boolean => cause.kind === 'removed' && kept.has(cause.reason);
  const hold = (draft: Draft, stage: Stage, edit: Edit): void => {
    const place = draft.map.range(edit.start, edit.end);
    held.push({ stage: stage.id, edit, before: draft.text.slice(edit.start, edit.end), ...place });
  };
  const edits = (draft: Draft, stage: Stage): Edit[] => {
    const { own, others } = split(draft, held);
    const wanted = own.toWhole(stage.edits({ ...draft, text: own.text, marks: own.marks }));
    const repairs = others.toWhole(stage.edits({ ...draft, text: others.text, marks: others.marks }));
    for (const edit of wanted) if (isKept(edit)) hold(draft, stage, edit);
    return [...wanted.filter((edit) => !isKept(edit)), ...repairs.filter(({ cause }) => cause.kind !== 'removed')];
  };
  return {
    apply: (draft, stage) => applyStage(draft, { ...stage, edits: () => edits(draft, stage) }),
    held,
    own: (draft) => split(draft, held).own.text,
  };
}

/** Some lines of a text as a text of their own. */
interface Part {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Edits of this text as edits of the whole one. */
  readonly toWhole: (edits: readonly Edit[]) => Edit[];
}

function split(draft: Draft, held: readonly Change[]): { own: Part; others: Part } {
  const isHeld = inside(held);
  const lines = linesOf(draft.text);
  const holds = lines.map((line) => isHeld(draft.map.startOf(line.start)));
  return {
    own: partOf(
      draft,
      lines.filter((_, i) => !holds[i]),
    ),
    others: partOf(
      draft,
      lines.filter((_, i) => holds[i]),
    ),
  };
}

/** Whether a place of the original lies in one of the ranges. */
function inside(ranges: readonly { readonly start: number; readonly end: number }[]): (place: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  /** The farthest end of all ranges up to each. */
  let farthest = 0;
  const ends = sorted.map(({ end }) => {
    farthest = Math.max(farthest, end);
    return farthest;
  });
  return (place) => {
    const last = lastIndex(sorted.length, (i) => (sorted[i]?.start ?? 0) <= place);
    return last >= 0 && place < (ends[last] ?? 0);
  };
}

/** The last index below `length` for which a condition holds that holds for all before it; -1 for none. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Neighbouring lines: `[at, at + length)` in the part is `[from, from + length)` in the whole. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

function partOf({ text: whole, marks }: Draft, lines: readonly Line[]): Part {
  const pieces: Piece[] = [];
  let length = 0;
  for (const line of lines) {
    const size = Math.min(line.end + 1, whole.length) - line.start;
    const last = pieces.at(-1);
    if (last && last.from + last.length === line.start)
      pieces[pieces.length - 1] = { ...last, length: last.length + size };
    else pieces.push({ at: length, from: line.start, length: size });
    length += size;
  }
  const text = pieces.map((piece) => whole.slice(piece.from, piece.from + piece.length)).join('');
  const toPart = (place: number): number => {
    const piece = pieces[lastIndex(pieces.length, (i) => (pieces[i]?.from ?? 0) <= place)];
    return piece ? piece.at + Math.min(place - piece.from, piece.length) : 0;
  };
  return {
    text,
    marks: marks
      .map((mark) => ({ ...mark, start: toPart(mark.start), end: toPart(mark.end) }))
      .filter((mark, i) => mark.end > mark.start || marks[i]?.start === marks[i]?.end),
    toWhole: (edits) => edits.flatMap((edit) => spread(edit, text, pieces, whole.length)),
  };
}

/**
 * An edit over the pieces that it touches, its new text in the first of them; nothing where it would run a line on into
 * one that stands between the pieces.
 */
function spread(edit: Edit, text: string, pieces: readonly Piece[], wholeLength: number): Edit[] {
  const first = Math.max(
    0,
    lastIndex(pieces.length, (i) => (pieces[i]?.at ?? 0) <= edit.start),
  );
  const result: Edit[] = [];
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || (i > first && piece.at >= edit.end)) break;
    const start = Math.max(edit.start, piece.at);
    const end = Math.min(edit.end, piece.at + piece.length);
    const added = i === first ? edit.text : '';
    const bordered = end === piece.at + piece.length && piece.from + piece.length < wholeLength;
    const wholeLines = added === '' && (start === 0 || text[start - 1] === '\n');
    if (bordered && end > start && text[end - 1] === '\n' && !added.endsWith('\n') && !wholeLines) return [];
    const shift = piece.from - piece.at;
    result.push({ ...edit, start: start + shift, end: end + shift, text: added });
  }
  return result.length > 1 ? result.map((one) => ({ ...one, aligned: false })) : result;
}
