import { defineStage, type Stage } from '../core/draft.js';
import type { Edit } from '../core/edits.js';
import type { Convert } from './converter.js';
import { isTraditional, type Signs, type Stretch, signsFor, traditionalStretches } from './script-judge.js';

const CAUSE = { kind: 'script' } as const;

/**
 * Convert what is traditional and leave the rest alone: on simplified text the converter would damage names (乾县) and
 * words (显著). Which stretches are traditional is decided in `script-judge.ts`. Edits are aligned wherever old and new
 * characters have the same length, so that places in the original stay exact.
 */
export function simplify(convert: Convert): Stage {
  return defineStage({
    id: 'simplify',
    edits: ({ text }) => {
      const signs = signsFor(text, convert);
      return traditionalStretches(text, signs).flatMap((stretch) =>
        stretch.whole ? wholeEdits(text, stretch, convert) : partEdits(text, stretch, convert, signs),
      );
    },
  });
}

const SURROGATE = /[\ud800-\udfff]/;

function wholeEdits(text: string, { start, end }: Stretch, convert: Convert): Edit[] {
  const before = text.slice(start, end);
  return alignedEdits(start, before, convert(before));
}

/**
 * Characters beyond the basic plane have two units. One that becomes one of the other length is an edit of its own; the
 * stretches between them stay aligned.
 */
function alignedEdits(start: number, before: string, after: string): Edit[] {
  if (after === before) return [];
  // Without surrogates every character is one unit, before and after.
  if (after.length === before.length && !SURROGATE.test(after) && !SURROGATE.test(before)) {
    return [{ start, end: start + before.length, text: after, cause: CAUSE, aligned: true }];
  }
  const edits: Edit[] = [];
  let [from, to] = [0, 0];
  let [i, j] = [0, 0];
  const flush = (): void => {
    if (i > from) {
      edits.push({ start: start + from, end: start + i, text: after.slice(to, j), cause: CAUSE, aligned: true });
    }
  };
  while (i < before.length && j < after.length) {
    const [a, b] = [unitsAt(before, i), unitsAt(after, j)];
    if (a !== b) {
      flush();
      edits.push({ start: start + i, end: start + i + a, text: after.slice(j, j + b), cause: CAUSE });
      from = i + a;
      to = j + b;
    }
    i += a;
    j += b;
  }
  flush();
  // The converter gave another number of characters: then the whole stands for the whole.
  if (i === before.length && j === after.length) return edits;
  return [{ start, end: start + before.length, text: after, cause: CAUSE }];
}

/** Convert only the characters that no simplified text has. */
function partEdits(text: string, { start, end }: Stretch, convert: Convert, signs: Signs): Edit[] {
  const before = text.slice(start, end);
  const after = convert(before);
  const parts: string[] = [];
  let first: number | undefined;
  let from = 0;
  let j = 0;
  for (let i = 0; i < before.length && j < after.length; ) {
    const [a, b] = [unitsAt(before, i), unitsAt(after, j)];
    if (isTraditional(signs, before.charCodeAt(i))) {
      parts.push(first === undefined ? '' : before.slice(from, i), after.slice(j, j + b));
      first ??= i;
      from = i + a;
    }
    i += a;
    j += b;
  }
  return first === undefined ? [] : alignedEdits(start + first, before.slice(first, from), parts.join(''));
}

/** How many UTF-16 units the character at an index has. */
function unitsAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
