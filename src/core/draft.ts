import type { AnyDiagnostic } from './diagnostic.js';
import { applyEdits, type Edit, sortEdits } from './edits.js';
import { lineIndex, linesOf } from './lines.js';
import { OffsetMap } from './offset-map.js';
import { lastIndex } from './search.js';

/** What the page says of a stretch of text: offsets move along with every edit. */
export type Mark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'cell'; readonly cell: CellPlace }
  /** The caption of a table, as the markup names it. */
  | { readonly kind: 'caption'; readonly table: number }
  | { readonly kind: 'link' }
  /** Text that the page does not show: `trick` where it is there for search engines alone. */
  | { readonly kind: 'hidden'; readonly trick: boolean }
  /** A part of the page whose name says that it stands beside the document. */
  | { readonly kind: 'aside' }
  /** What the markup calls a title. */
  | { readonly kind: 'title' }
  /** How the page sets a text apart. */
  | { readonly kind: 'look'; readonly look: Look }
  /** A head or foot that runs through printed pages, or what a page says again of a table that goes on. */
  | { readonly kind: 'running'; readonly reason: 'footer' | 'duplicate' }
  /** A line end that the layout made inside of a paragraph. `blank`: it stands between two words. */
  | { readonly kind: 'wrap'; readonly blank: boolean }
);

/** Elements of headings, bold letters, and a text in the middle of its line. */
export type Look = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'bold' | 'centred';

/** The place of a cell in the page's tables; rows and columns count from 0. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly head: boolean;
}

/** One change that a stage made, in places of the decoded original (UTF-16 offsets). */
export interface Change {
  readonly stage: string;
  readonly edit: Edit;
  readonly before: string;
  readonly start: number;
  readonly end: number;
}

/** A document in the making: the text as it stands now, where it came from, and all that was done to it. */
export interface Draft {
  /** The decoded original. */
  readonly decoded: string;
  readonly text: string;
  /** From `text` to `decoded`. */
  readonly map: OffsetMap;
  readonly marks: readonly Mark[];
  readonly changes: readonly Change[];
  readonly diagnostics: readonly AnyDiagnostic[];
}

/** A text with what is known about its layout: what a stage sees. */
type StageInput = Pick<Draft, 'text' | 'marks'>;

/** A step of the cleaning: it looks at the text and says what to change, and why. Stages know nothing of each other. */
export interface Stage {
  readonly id: string;
  readonly edits: (input: StageInput) => Edit[];
}

export function defineStage(stage: Stage): Stage {
  return stage;
}

export function startDraft(decoded: string): Draft {
  return {
    decoded,
    text: decoded,
    map: OffsetMap.identity(decoded.length),
    marks: [],
    changes: [],
    diagnostics: [],
  };
}

/** Run one stage. A stage that gives no edits leaves no trace. */
export function applyStage(draft: Draft, stage: Stage): Draft {
  const edits = stage.edits(draft).filter((edit) => draft.text.slice(edit.start, edit.end) !== edit.text);
  if (edits.length === 0) return draft;
  const { text, map } = applyEdits(draft.text, edits);
  const changes = sortEdits(edits).map((edit): Change => {
    const { start, end } = draft.map.range(edit.start, edit.end);
    return { stage: stage.id, edit, before: draft.text.slice(edit.start, edit.end), start, end };
  });
  return {
    ...draft,
    text,
    map: map.after(draft.map),
    marks: moveMarks(draft.marks, edits),
    changes: [...draft.changes, ...changes],
  };
}

/** Carry marks over an edit: a mark keeps what is left of its text, and an emptied cell stays as an empty one. */
function moveMarks(marks: readonly Mark[], edits: readonly Edit[]): Mark[] {
  if (marks.length === 0) return [];
  const sorted = sortEdits(edits);
  const shifts: number[] = [];
  let shift = 0;
  for (const edit of sorted) {
    shifts.push(shift);
    shift += edit.text.length - (edit.end - edit.start);
  }
  const forward = (offset: number): number => {
    const index = lastIndex(sorted.length, (i) => (sorted[i]?.start ?? 0) <= offset);
    const edit = sorted[index];
    if (!edit) return offset;
    const base = shifts[index] ?? 0;
    if (offset >= edit.end) return offset + base + edit.text.length - (edit.end - edit.start);
    const inside = edit.aligned ? offset - edit.start : 0;
    return edit.start + base + inside;
  };
  return marks
    .map((mark) => ({ ...mark, start: forward(mark.start), end: forward(mark.end) }))
    .filter((mark) => mark.end > mark.start || mark.kind === 'cell');
}

/** For each line of the text as it stands now the line of the decoded original that it begins in, 1-based. */
export function sourceLinesOf({ text, decoded, map }: Draft): number[] {
  const place = lineIndex(decoded);
  return linesOf(text).map(({ start }) => place(map.startOf(start)).line);
}
