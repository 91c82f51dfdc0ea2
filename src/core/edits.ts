import { OffsetMap, type Segment } from './offset-map.js';

/**
 * Why a text was changed. Nothing is changed without one.
 * `removed`: text of the page that is no text of the document; `repaired`: damage undone;
 * `layout`: blanks and line ends that carry no meaning; `script`: traditional characters made simplified.
 */
export type EditCause =
  | { readonly kind: 'removed'; readonly reason: string }
  | { readonly kind: 'repaired'; readonly repair: string; readonly guessed?: boolean }
  | { readonly kind: 'layout' }
  | { readonly kind: 'script' };

/** Replace `[start, end)` (UTF-16 offsets in the text that the stage was given) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cause: EditCause;
  /** Old and new text have the same length and their characters stand for each other one by one. */
  readonly aligned?: boolean;
}

export interface Applied {
  readonly text: string;
  /** From offsets of the new text to offsets of the old one. */
  readonly map: OffsetMap;
}

/**
 * Apply edits to a text.
 * @throws RangeError when edits overlap or lie outside the text: a stage that does so is broken.
 */
export function applyEdits(text: string, edits: readonly Edit[]): Applied {
  const sorted = sortEdits(edits);
  const parts: string[] = [];
  const segments: Segment[] = [];
  let from = 0;
  let out = 0;
  const keep = (end: number): void => {
    if (end > from) {
      parts.push(text.slice(from, end));
      segments.push({ out, length: end - from, from, to: end, exact: true });
      out += end - from;
    }
  };
  for (const edit of sorted) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps another one or leaves the text`);
    }
    keep(edit.start);
    if (edit.text.length > 0) {
      const exact = edit.aligned === true && edit.text.length === edit.end - edit.start;
      parts.push(edit.text);
      segments.push({ out, length: edit.text.length, from: edit.start, to: edit.end, exact });
      out += edit.text.length;
    }
    from = edit.end;
  }
  keep(text.length);
  return { text: parts.join(''), map: new OffsetMap(segments, out, text.length) };
}

/** Edits in the order of their places; at one place, insertions first. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The edit that takes `[start, end)` out. */
export function remove(start: number, end: number, reason: string): Edit {
  return { start, end, text: '', cause: { kind: 'removed', reason } };
}

/** The edit that undoes damage. */
export function repair(start: number, end: number, text: string, kind: string, guessed = false): Edit {
  return { start, end, text, cause: { kind: 'repaired', repair: kind, ...(guessed ? { guessed } : {}) } };
}

/** The edit that changes only blanks or line ends. */
export function layout(start: number, end: number, text = ''): Edit {
  return { start, end, text, cause: { kind: 'layout' } };
}
