import type { Change } from '../core/draft.js';

/** Changes that keep every word, and that `document.cleaning` does not list one by one. */
export interface Sums {
  /** Traditional characters that were made simplified, and in how many lines. */
  readonly converted: { readonly characters: number; readonly lines: number };
  /** Layout that was taken out or made plain. */
  readonly layout: { readonly blanks: number; readonly lineEnds: number; readonly invisible: number };
}

const BLANK = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const LINE_END = /[\n\r\u000b\f\u0085\u2028\u2029]/;

function differing(before: string, after: string): number {
  let count = Math.abs(before.length - after.length);
  const shorter = Math.min(before.length, after.length);
  for (let i = 0; i < shorter; i++) if (before[i] !== after[i]) count++;
  return count;
}

/** Count the changes of script and layout. */
export function sumsOf(changes: readonly Change[]): Sums {
  const converted = { characters: 0, lines: 0 };
  const layout = { blanks: 0, lineEnds: 0, invisible: 0 };
  for (const { edit, before } of changes) {
    if (edit.cause.kind === 'script') {
      converted.lines++;
      converted.characters += differing(before, edit.text);
    } else if (edit.cause.kind === 'layout') {
      for (const character of before) {
        if (BLANK.test(character)) layout.blanks++;
        else if (!LINE_END.test(character)) layout.invisible++;
      }
      if (LINE_END.test(before)) layout.lineEnds++;
    }
  }
  return { converted, layout };
}
