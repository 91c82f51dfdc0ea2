import { defineStage, type Stage } from '../core/draft.js';
import { type Edit, layout, repair } from '../core/edits.js';

/* Character references that stand in the text: of a page that was escaped twice, or saved as text before it was decoded. */

/** Names that are also read where their semicolon is missing: no word or parameter is called so. */
const OPEN_NAMES = 'nbsp|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|quot|lt|gt';
/** A reference, its ampersand escaped any number of times, in half- or full-width. */
const REFERENCE = new RegExp(
  `[&＆](?:amp[;；]){0,9}(?:#(?:x[0-9a-f]{1,6}|[0-9]{1,7})(?:[;；]|(?![0-9a-z=]))|[a-z][a-z0-9]{1,30}[;；]|(?:${OPEN_NAMES})(?![a-z=]))`,
  'gi',
);
const AMPERSAND = /[&＆](?:amp[;；]){1,9}/gi;
const FULL_WIDTH = /[＆；]/g;

/** Whether a text holds references: only then is their table worth loading. */
export function mayHoldEntities(text: string): boolean {
  return text.search(REFERENCE) >= 0 || text.search(AMPERSAND) >= 0;
}

export async function loadEntities(): Promise<(reference: string) => string> {
  const { decodeHTML } = await import('entities');
  return decodeHTML;
}

/** Decode references; `decode` reads one, and gives it back where there is none of its name. */
export function entities(decode: (reference: string) => string): Stage {
  return defineStage({
    id: 'entities',
    edits: ({ text }) => {
      const edits: Edit[] = [];
      for (const match of text.matchAll(REFERENCE)) {
        const after = isWord(text, match.index, match[0]) ? '' : decodeFully(match[0], decode);
        if (after !== '') edits.push(decoded(match.index, match[0], after));
      }
      const taken = new Set(edits.map((edit) => edit.start));
      for (const match of text.matchAll(AMPERSAND)) {
        if (!taken.has(match.index)) edits.push(decoded(match.index, match[0], '&'));
      }
      return edits;
    },
  });
}

function decoded(start: number, before: string, after: string): Edit {
  const end = start + before.length;
  // Blanks and what shows nothing carry no text.
  return /^[\s\u00ad\u200b-\u200f\ufeff]*$/.test(after)
    ? layout(start, end, after)
    : repair(start, end, after, 'entity');
}

/** `R&in;`: behind a letter, two letters are more likely somebody's own. */
function isWord(text: string, at: number, run: string): boolean {
  return /[A-Za-z0-9]/.test(text[at - 1] ?? '') && /^[&＆](?!lt|gt)[a-z]{1,2}[;；]$/i.test(run);
}

/** The character of a reference; empty where there is none of that name. */
function decodeFully(run: string, decode: (reference: string) => string): string {
  let reference = run.replace(FULL_WIDTH, (c) => (c === '＆' ? '&' : ';')).replace(/^&(?:amp;)*/i, '&');
  if (!reference.endsWith(';')) reference += ';';
  const after = decode(reference);
  const spelled = after === reference ? decode(reference.toLowerCase()) : after;
  return spelled.endsWith(';') && spelled.length > 1 ? '' : spelled;
}
