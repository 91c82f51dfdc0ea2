import { applyStage, type Change, type Draft, type Mark, type Stage } from '../core/draft.js';
import type { Edit } from '../core/edits.js';
import type { Range } from '../core/offset-map.js';
import { lastIndex } from '../core/search.js';
import type { RemovalReason } from '../lexicon/changes.js';

/** The stages of a cleaning that leaves the removals of some reasons undone. */
export interface Keeping {
  readonly apply: (draft: Draft, stage: Stage) => Draft;
  /** The removals that were held back, in the order in which stages asked for them. */
  readonly held: readonly Change[];
  /** The text without what was held back: what is cleaned text when nothing is kept. */
  readonly own: (draft: Draft) => string;
}

/**
 * Text that is kept must not change what becomes of the rest: a line of spam that stays above the document would else be
 * taken for its first sentence. So every stage sees the two apart, each as a text of its own: in the document's it does
 * what it always does, in the kept one it repairs and converts and removes nothing.
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

/** Some stretches of a text as a text of their own. */
interface Part {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Edits of this text as edits of the whole one. */
  readonly toWhole: (edits: readonly Edit[]) => Edit[];
}

function split(draft: Draft, held: readonly Change[]): { own: Part; others: Part } {
  const kept = rangesOf(draft, held);
  const between: Range[] = [];
  let from = 0;
  for (const { start, end } of [...kept, { start: draft.text.length, end: draft.text.length }]) {
    if (start > from) between.push({ start: from, end: start });
    from = end;
  }
  return { own: partOf(draft, between, ''), others: partOf(draft, kept, '\n') };
}

/** Where the text that was held back stands now, with its line end where nothing else is left of its line. */
function rangesOf({ text, map }: Draft, held: readonly Change[]): Range[] {
  /** The first place of the text that comes from `place` of the original or from behind it. */
  const find = (place: number): number => lastIndex(text.length, (p) => map.startOf(p) < place) + 1;
  const ranges: { start: number; end: number }[] = [];
  for (const change of [...held].sort((a, b) => a.start - b.start)) {
    const [start, end] = [find(change.start), find(change.end)];
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) ranges.push({ start, end });
  }
  for (const range of ranges) {
    const opensLine = range.start === 0 || text[range.start - 1] === '\n';
    if (opensLine && text[range.end - 1] !== '\n' && text[range.end] === '\n') range.end++;
  }
  return ranges;
}

/** `[at, at + length)` in the part is `[from, from + length)` in the whole. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** @param gap stands behind a stretch that has no line end; it is in the part alone. */
function partOf({ text: whole, marks }: Draft, ranges: readonly Range[], gap: string): Part {
  const pieces: Piece[] = [];
  let text = '';
  for (const { start, end } of ranges) {
    pieces.push({ at: text.length, from: start, length: end - start });
    text += whole.slice(start, end) + (whole[end - 1] === '\n' ? '' : gap);
  }
  const toPart = (place: number): number => {
    const piece = pieces[lastIndex(pieces.length, (i) => (pieces[i]?.from ?? 0) <= place)];
    return piece ? piece.at + Math.min(place - piece.from, piece.length) : 0;
  };
  return {
    text,
    marks: marks
      .map((mark) => ({ ...mark, start: toPart(mark.start), end: toPart(mark.end) }))
      .filter((mark, i) => mark.end > mark.start || marks[i]?.start === marks[i]?.end),
    toWhole: (edits) => edits.flatMap((edit) => spread(edit, pieces, whole)),
  };
}

/**
 * An edit over the pieces that it touches: new text that stands for the old one by one goes where it belongs, other new
 * text into the first of them.
 */
function spread(edit: Edit, pieces: readonly Piece[], whole: string): Edit[] {
  const first = Math.max(
    0,
    lastIndex(pieces.length, (i) => (pieces[i]?.at ?? 0) <= edit.start),
  );
  const aligned = edit.aligned === true && edit.text.length === edit.end - edit.start;
  const result: Edit[] = [];
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || (i > first && piece.at >= edit.end)) break;
    const start = Math.min(Math.max(edit.start, piece.at), piece.at + piece.length);
    const end = Math.min(edit.end, piece.at + piece.length);
    const text = aligned ? edit.text.slice(start - edit.start, end - edit.start) : i === first ? edit.text : '';
    const shift = piece.from - piece.at;
    const one = { ...edit, start: start + shift, end: Math.max(start, end) + shift, text, aligned };
    const safe = runsOn(one, piece, whole) ? { ...one, end: one.end - 1 } : one;
    if (safe.end > safe.start || safe.text !== '') result.push(safe);
  }
  return result;
}

/** Whether an edit takes a line end away that keeps the line before or behind it apart from text beside its piece. */
function runsOn({ start, end, text }: Edit, { from, length }: Piece, whole: string): boolean {
  if (end <= start || whole[end - 1] !== '\n' || text.endsWith('\n')) return false;
  const opensLine = start === 0 || whole[start - 1] === '\n';
  const before = start === from && from > 0 && !opensLine;
  const behind = end === from + length && end < whole.length && !(text === '' && opensLine);
  return before || behind;
}
