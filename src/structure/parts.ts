import type { Line } from '../core/lines.js';
import { BODY_LINE, COVER_TITLE, DOCUMENT_END, FULL_TITLE } from '../lexicon/titles.js';
import type { Part } from '../schema/model.js';
import { announcedIn, fullTitle, isNamed, type Signed, signOf } from './part-signs.js';

/** A document of the file in the making. Lines are indices. */
interface Open {
  readonly first: number;
  readonly title: string | null;
  kind: Part['kind'];
  /** What a cover says that it brings, in its title and in its text. */
  readonly announced: string[];
  /** Titles that a list of annexes names. */
  readonly annexes: string[];
  /** It is past the line of an annex. */
  inAnnex: boolean;
  /** How many sentences it has, and headings of the first level: their style and the last number. */
  sentences: number;
  style: string | undefined;
  number: number;
  /** The last line that closes a document, -1 for none. */
  closed: number;
}

/** Where a document begins. */
interface Begin {
  readonly first: number;
  readonly title: string | null;
  readonly kind: Part['kind'];
}

/** Lines around a title in which the signs of a new document stand. */
const NEAR = 6;
/** Lines from a title to the first number of its text, where nothing else tells that a document begins. */
const PREAMBLE = 30;
/** Lines at the top in which the title of a document stands. */
const HEAD = 40;

/**
 * The documents that a file holds, in order: at least one where there is a line. A cover ends where the title stands of
 * what it brings, or the line 附件 above that; elsewhere a document begins at a title that several signs prove: a number or
 * salutation beside it, a signature or date before it, first-level numbering that begins anew behind it.
 * @param outside whether a line (1-based) may open a document: cells of tables and tables of contents do not
 */
export function findParts(lines: readonly Line[], outside: (line: number) => boolean): Part[] {
  const end = lines.at(-1);
  if (!end) return [];
  const signs = lines.map((line) => (outside(line.number) ? signOf(line.text) : signOf('')));
  const page: Page = { lines, signs, tops: nextTops(signs) };
  const found: Open[] = [];
  let part = openPart({ first: 0, title: null, kind: 'plan' });
  for (let i = 0; i < lines.length; i++) {
    const begin = beginsAt(page, i, part);
    if (begin) {
      found.push(part);
      part = openPart(begin);
    }
    note(part, page, i);
  }
  found.push(part);
  return found.map((open, i): Part => {
    const last = lines[(found[i + 1]?.first ?? lines.length) - 1] ?? end;
    return {
      id: `p${i + 1}`,
      kind: open.kind,
      title: open.title ?? titleIn(page, open.first, last.number),
      lines: [open.first + 1, last.number],
      start: lines[open.first]?.start ?? 0,
      end: last.end,
    };
  });
}

interface Page {
  readonly lines: readonly Line[];
  readonly signs: readonly Signed[];
  /** For every line the index of the next one that opens with a number of the first level. */
  readonly tops: Int32Array;
}

function nextTops(signs: readonly Signed[]): Int32Array {
  const tops = new Int32Array(signs.length).fill(-1);
  let next = -1;
  for (let i = signs.length - 1; i >= 0; i--) {
    if (signs[i]?.sign === 'top') next = i;
    tops[i] = next;
  }
  return tops;
}

function openPart({ first, title, kind }: Begin): Open {
  return {
    first,
    title,
    kind,
    announced: [],
    annexes: [],
    inAnnex: false,
    sentences: 0,
    style: undefined,
    number: 0,
    closed: -1,
  };
}

/** What a line adds to what is known of its document. */
function note(part: Open, { lines, signs }: Page, i: number): void {
  const { sign, number, style } = signs[i] ?? signOf('');
  const text = lines[i]?.text ?? '';
  if (sign === 'annex') noteAnnex(part, text);
  else if (part.annexes.length > 0 && part.annexes.length < 40 && /^\d{1,2}[.、．]/.test(text) && text.length <= 80) {
    part.annexes.push(text.replace(/^\d{1,2}[.、．]\s?/, ''));
  }
  if (sign === 'closing') part.closed = i;
  if (sign === 'text') part.sentences++;
  if (sign === 'top' && !part.inAnnex) {
    part.style ??= style;
    if (style === part.style) part.number = number ?? part.number;
  }
  if (part.style !== undefined || i - part.first >= HEAD) return;
  const name = announcedIn(text);
  if (name !== undefined) part.announced.push(name);
}

/** `附件：1.…` names annexes; `附件`, `附件2` and `附件2：…` behind the text open one. */
function noteAnnex(part: Open, text: string): void {
  const names = /^附\s?[件录表]\s?\d{0,2}\s?[:：]\s?(?:\d{1,2}[.、．])?(.+)$/.exec(text)?.[1];
  if (names !== undefined && (part.closed < 0 || /[:：]\s?\d{1,2}[.、．]/.test(text))) part.annexes.push(names);
  else part.inAnnex = true;
}

/** The document that begins at a line, seen from the one that is open. */
function beginsAt(page: Page, i: number, part: Open): Begin | undefined {
  const sign = page.signs[i]?.sign;
  if (i === 0 || i === part.first) return undefined;
  if (sign === 'interpretation') return interpretationAt(page, i, part);
  const brought = part.announced.length === 0 || part.sentences === 0 ? undefined : broughtAt(page, i, part);
  if (brought) {
    part.kind = 'notice';
    return brought;
  }
  return sign === 'title' ? documentAt(page, i, part) : undefined;
}

/** What the cover brings: its title, or the line 附件 with that title below. */
function broughtAt({ lines, signs }: Page, i: number, part: Open): Begin | undefined {
  const sign = signs[i]?.sign;
  if (part.inAnnex || (sign !== 'annex' && sign !== 'title' && sign !== 'none')) return undefined;
  const text = lines[i]?.text ?? '';
  if (sign === 'annex') {
    if (!/^附\s?[件录表]\s?[一1]?\s?[:：]?$/.test(text)) return undefined;
    const at = [i + 1, i + 2].find((k) => isBrought(lines, signs, k, part));
    return at === undefined ? undefined : { first: i, title: fullTitle(lines, at).title, kind: 'plan' };
  }
  if (!isBrought(lines, signs, i, part)) return undefined;
  const split = sign === 'none';
  const { title, first } = fullTitle(lines, split ? i + 1 : i);
  return { first: split ? i : Math.max(first, part.first + 1), title: split ? text + title : title, kind: 'plan' };
}

/** A line that names what the cover brings: its whole title, or the first line of it; a title right behind the date. */
function isBrought(lines: readonly Line[], signs: readonly Signed[], i: number, part: Open): boolean {
  const text = lines[i]?.text ?? '';
  const sign = signs[i]?.sign;
  if (COVER_TITLE.test(text) || text.length < 6 || text.length > 100) return false;
  if (sign !== 'title' && (sign !== 'none' || /[。；;：:，,]|《/.test(text))) return false;
  const whole = sign === 'title' ? text : text + (lines[i + 1]?.text ?? '');
  if (sign !== 'title' && signs[i + 1]?.sign !== 'title') return false;
  const signed = sign === 'title' && part.number === 0 && part.closed >= i - 2 && DOCUMENT_END.test(text);
  return signed || part.announced.some((name) => isNamed(whole, name));
}

/** A document of its own, by several signs together. */
function documentAt(page: Page, i: number, part: Open): Begin | undefined {
  const { lines, signs } = page;
  const text = lines[i]?.text ?? '';
  if (part.sentences === 0 || !FULL_TITLE.test(text) || part.annexes.some((name) => isNamed(text, name)))
    return undefined;
  if (signs[i - 1]?.sign === 'annex' || signs[i - 2]?.sign === 'annex') return undefined;
  const has = (sign: Signed['sign'], from: number, to: number): boolean =>
    signs.slice(Math.max(part.first + 1, from), to + 1).some((other) => other.sign === sign);
  const numbered = has('number', i - 2, i + 2);
  const saluted = has('salutation', i + 1, i + 4);
  const closed = part.closed >= i - NEAR;
  const restarts = restartsBehind(page, i, part);
  const count = [numbered, saluted, closed, restarts, COVER_TITLE.test(text)].filter(Boolean).length;
  const proven = part.inAnnex
    ? count >= 2 && (numbered || saluted)
    : count >= 2 || (restarts && DOCUMENT_END.test(text));
  if (!proven) return undefined;
  return { first: headOf(page, i, part), title: fullTitle(lines, i).title, kind: 'plan' };
}

/** The first-level numbering begins anew behind a title, and no other title stands between. */
function restartsBehind({ signs, tops }: Page, i: number, part: Open): boolean {
  const next = tops[i] ?? -1;
  const top = signs[next];
  if (part.number < 2 || next < 0 || next - i > PREAMBLE || top?.number !== 1 || top.style !== part.style) return false;
  return !signs.slice(i + 1, next).some(({ sign }) => sign === 'title' || sign === 'annex' || sign === 'closing');
}

/** The first line of a document's head: its number and issuer may stand above the title. */
function headOf({ lines, signs }: Page, i: number, part: Open): number {
  let first = i;
  while (first - 1 > part.first && i - first < 3) {
    const above = lines[first - 1]?.text ?? '';
    const issuer = /^(?:关于|印发|转发)/.test(lines[first]?.text ?? '') && BODY_LINE.test(above);
    if (signs[first - 1]?.sign !== 'number' && !issuer) break;
    first--;
  }
  return first;
}

/** 解读 of the plan behind it: a title with text below that is no link to another page. */
function interpretationAt({ lines, signs }: Page, i: number, part: Open): Begin | undefined {
  if (part.sentences === 0 || !FULL_TITLE.test(lines[i]?.text ?? '')) return undefined;
  const explained = signs.slice(i + 1, i + 1 + NEAR).some(({ sign }) => sign === 'text');
  return explained ? { first: i, title: fullTitle(lines, i).title, kind: 'interpretation' } : undefined;
}

/** The first title of a part whose title stands not at its beginning. */
function titleIn({ lines, signs }: Page, first: number, last: number): string | null {
  for (let i = first; i < Math.min(last, first + HEAD); i++) {
    const sign = signs[i]?.sign;
    if (sign === 'title' || sign === 'interpretation') return fullTitle(lines, i).title;
    if (sign === 'top' || sign === 'annex') return null;
  }
  return null;
}
