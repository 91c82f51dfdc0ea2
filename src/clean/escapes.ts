import { defineStage } from '../core/draft.js';
import { type Edit, layout, repair } from '../core/edits.js';

/* What a dump of JSON or of addresses leaves in a text: \u5168, %E5%85%A8, and line ends written as \n. */

/** Runs are cut where they are long: what they spell is taken piece by piece. */
const UNICODE = /(?:(?:\\{1,2}|%)u[0-9a-fA-F]{4}){1,2000}/g;
const PERCENT = /(?:%[0-9a-fA-F]{2}){3,3000}/g;
/** One or several in a row: blank lines carry nothing. */
const LINE_END = /(?:\\{1,2}[rnt]){1,100}/g;
const QUOTE = /\\["/]/g;
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]/;
const HAN = /[\u3400-\u9fff]/g;

/** Escapes of Chinese text. Those of other characters, and line ends, are read in a text that shows such ones. */
export const escapes = defineStage({
  id: 'escapes',
  edits: ({ text }) => {
    const slashes = text.includes('\\');
    if (!slashes && !text.includes('%')) return [];
    const unicode = [...text.matchAll(UNICODE)].map((match) => ({ match, after: unicodeOf(match[0]) }));
    const han = unicode.reduce((sum, { after }) => sum + (after.match(HAN)?.length ?? 0), 0);
    const edits: Edit[] = [];
    for (const { match, after } of unicode) {
      if (han >= 2 && after !== '') edits.push(unescaped(match.index, match[0], after));
    }
    for (const match of text.matchAll(PERCENT)) {
      const after = isAddress(text, match.index) ? '' : percentOf(match[0]);
      if (after !== '') edits.push(repair(match.index, match.index + match[0].length, after, 'escape'));
    }
    if (slashes) edits.push(...lineEnds(text, han >= 2));
    return edits;
  },
});

function unescaped(start: number, before: string, after: string): Edit {
  const end = start + before.length;
  return after.trim() === '' ? layout(start, end, after) : repair(start, end, after, 'escape');
}

/** The characters of a run of \uXXXX; empty where it holds half a character or a control. */
function unicodeOf(run: string): string {
  const units = run.split(/[\\%]{1,2}u/).slice(1);
  const after = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
  return /[\u0000-\u0008\u000e-\u001f]/.test(after) || /\p{Cs}/u.test(after) ? '' : after;
}

/** The text of a run of %XX; empty where it is no Chinese in UTF-8. */
function percentOf(run: string): string {
  try {
    const after = decodeURIComponent(run);
    return (after.match(HAN)?.length ?? 0) >= 1 && !/[\u0000-\u001f]/.test(after) ? after : '';
  } catch {
    return '';
  }
}

/** How far back an address is looked for. */
const LONGEST_ADDRESS = 200;

/** Whether a place is in an address of the web: there percent signs belong. */
function isAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  const word = /[\x21-\x7e]*$/.exec(before)?.[0] ?? '';
  return /:\/\/|www\.|\.(?:cn|com|net|org)\b|^\/|\?\w*=/i.test(word);
}

/** Line ends written as \n beside Chinese text: several, or in a text with other escapes. A path has letters around them. */
function lineEnds(text: string, dump: boolean): Edit[] {
  const found = [...text.matchAll(LINE_END)].filter(({ index, 0: run }) => {
    const before = text[index - 1] ?? '\n';
    const behind = text[index + run.length] ?? '\n';
    return (CHINESE.test(before) || CHINESE.test(behind) || /[\\\s"]/.test(before)) && !/[A-Za-z]/.test(behind);
  });
  if (found.length < 2 && !dump) return [];
  const ends = found.map(({ index, 0: run }) => layout(index, index + run.length, /[rn]/.test(run) ? '\n' : '\t'));
  const taken = new Set(found.map(({ index, 0: run }) => index + run.length - 1));
  const quotes = [...text.matchAll(QUOTE)].filter(({ index }) => !taken.has(index));
  return [...ends, ...quotes.map(({ index, 0: run }) => repair(index, index + 2, run[1] ?? '', 'escape'))];
}
