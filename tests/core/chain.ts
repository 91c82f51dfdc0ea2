import fc from 'fast-check';
import type { Edit, EditCause } from '../../src/core/edits.js';

/** How to edit a text of any length: after `gap` characters, `span` characters become `text`. */
export interface Recipe {
  readonly gap: number;
  readonly span: number;
  readonly text: string;
  readonly aligned: boolean;
}

/** Few letters, so that equal ones stand next to each other; a surrogate pair, for offsets count UTF-16 units. */
const letters = fc.constantFrom('甲', '乙', '丙', 'a', '1', ' ', '\n', '，', '😀');
export const texts = fc.string({ unit: letters, maxLength: 30 });

const recipe: fc.Arbitrary<Recipe> = fc.record({
  gap: fc.nat({ max: 4 }),
  span: fc.nat({ max: 4 }),
  text: fc.string({ unit: letters, maxLength: 3 }),
  aligned: fc.boolean(),
});

/** Several passes over a text, each with edits of its own. */
export const chains = fc.array(fc.array(recipe, { maxLength: 6 }), { maxLength: 5 });

const CAUSE: EditCause = { kind: 'removed', reason: 'spam' };

/** The edits that a recipe makes in a text: never overlapping, insertions included, also right at both borders. */
export function editsOf(text: string, recipes: readonly Recipe[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { gap, span, text: word, aligned } of recipes) {
    const start = at + gap;
    if (start > text.length) break;
    const end = Math.min(text.length, start + span);
    // Aligned edits keep the length: the word is stretched or cut to it.
    const put = aligned ? '丁'.repeat(end - start) : word;
    if (end > start || put !== '') edits.push({ start, end, text: put, cause: CAUSE, ...(aligned ? { aligned } : {}) });
    at = end;
  }
  return edits;
}

/** A character of an edited text with the stretch of the first text that it stands for; `kept` = never touched. */
export interface Cell {
  readonly character: string;
  readonly start: number;
  readonly end: number;
  readonly kept: boolean;
}

export function cellsOf(text: string): Cell[] {
  return Array.from({ length: text.length }, (_, i) => ({
    character: text[i] ?? '',
    start: i,
    end: i + 1,
    kept: true,
  }));
}

/** Where the cell behind `at` starts in the first text, and where the one before it ends. */
export const startIn = (cells: readonly Cell[], at: number, length: number): number => cells[at]?.start ?? length;
export const endIn = (cells: readonly Cell[], at: number): number => cells[at - 1]?.end ?? 0;

/** The plain model that the offset map must agree with: one cell for each character, rebuilt at every edit. */
export function editCells(cells: readonly Cell[], edits: readonly Edit[], length: number): Cell[] {
  const result: Cell[] = [];
  let from = 0;
  for (const edit of edits) {
    result.push(...cells.slice(from, edit.start));
    const whole = { start: startIn(cells, edit.start, length), end: endIn(cells, edit.end) };
    for (let i = 0; i < edit.text.length; i++) {
      const old = edit.aligned ? cells[edit.start + i] : undefined;
      result.push({ ...(old ?? whole), character: edit.text[i] ?? '', kept: false });
    }
    from = edit.end;
  }
  return [...result, ...cells.slice(from)];
}
