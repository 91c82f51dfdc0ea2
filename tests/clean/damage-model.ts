import iconv from 'iconv-lite';

/*
 * The accident of bytes, as the sites do it: a program looks for the byte pair A3 xx (full-width punctuation in GBK)
 * without minding where characters begin. In [L A3][xx yy] it finds one across two characters: what stands before is cut
 * off behind L, which no decoder can read any more, and all behind is read one byte off until something sets it right.
 */

/** What a site makes of the bytes when it shows them. */
export interface Site {
  /** Which second characters set it off: those whose lead byte is a mark of the end of a clause, or all that make a full-width form. */
  readonly sets: 'marks' | 'forms';
  /** Full-width ， ？ ： and letters are shown half-width, as on the site that was measured. */
  readonly half: boolean;
  /** A byte that is left over before ASCII or at a line's end: shown as `?`, left out, or taking the ASCII character with it. */
  readonly orphan: 'shown' | 'dropped' | 'swallows';
  /** Private-use characters stay in UTF-8 pages and become `?` in others. */
  readonly privateUse: 'kept' | 'lost';
}

export const PLAIN_SITE: Site = { sets: 'forms', half: false, orphan: 'shown', privateUse: 'kept' };

/** ！ ， ： ； ？ by their second byte: a lead byte as well. */
const MARKS = new Set([0xa1, 0xac, 0xba, 0xbb, 0xbf]);
const decoder = new TextDecoder('gb18030');

const pairOf = (character: string): Buffer => iconv.encode(character, 'gb18030');
const decodePair = (lead: number, trail: number): string => decoder.decode(Uint8Array.of(lead, trail));

/** Where in a line the accident may strike: at a character that ends in A3, before one that makes a full-width form of it. */
function places(line: string, sets: Site['sets'] = 'forms'): number[] {
  const found: number[] = [];
  for (let i = 1; i + 1 < line.length; i++) {
    const first = pairOf(line[i] ?? '');
    const second = pairOf(line[i + 1] ?? '');
    if (first.length !== 2 || second.length !== 2 || first[1] !== 0xa3 || first[0] === 0xa3) continue;
    if (second[0] === 0xa3) continue;
    const lead = second[0] ?? 0;
    if (lead > 0xa0 && lead < 0xff && (sets === 'forms' || MARKS.has(lead))) found.push(i);
  }
  return found;
}

export interface Broken {
  readonly text: string;
  /** Where the reading is right again, in the line as it was. */
  readonly until: number;
}

/** What a site shows of a line behind `at`, a place of the accident. */
export function breakAt(line: string, at: number, site: Site): Broken {
  let text = '?';
  /** The byte that waits for its other half: A3 first. */
  let waiting = 0xa3;
  let i = at + 1;
  const show = (character: string): void => {
    const shown = site.half ? character.replace(/[，？：Ａ-Ｚａ-ｚ０-９]/g, half) : character;
    text += site.privateUse === 'lost' ? shown.replace(/[\ue000-\uf8ff]/g, '?') : shown;
  };
  for (; i < line.length; i++) {
    const bytes = pairOf(line[i] ?? '');
    if (bytes.length !== 2 || bytes[0] === 0xa3) {
      // ASCII, a full-width form or a rare character: it is read as what it is, and the byte that waited is left over.
      if (site.orphan === 'shown' || bytes[0] === 0xa3) return { text: `${text}?`, until: i };
      if (site.orphan === 'swallows' && bytes.length === 1) return { text: `${text}?`, until: i + 1 };
      return { text, until: i };
    }
    const [lead = 0, trail = 0] = bytes;
    show(decodePair(waiting, lead));
    if (trail < 0x81) {
      text += trail === 0x80 ? '€' : String.fromCharCode(trail);
      return { text, until: i + 1 };
    }
    waiting = trail;
  }
  return { text: site.orphan === 'dropped' ? text : `${text}?`, until: i };
}

const half = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface BrokenPage {
  readonly lines: readonly string[];
  /** The lines as they were, half-width where the site shows them so. */
  readonly whole: readonly string[];
  /** How many places of each line were struck. */
  readonly struck: readonly number[];
}

/** A page of which each place is struck with a likelihood of `share`. */
export function breakPage(text: string, site: Site, share: number, random: () => number): BrokenPage {
  const lines: string[] = [];
  const whole: string[] = [];
  const struck: number[] = [];
  for (const original of text.split('\n')) {
    let line = '';
    let from = 0;
    let count = 0;
    for (const at of places(original, site.sets)) {
      if (at < from || random() >= share) continue;
      const broken = breakAt(original, at, site);
      line += show(original.slice(from, at), site) + broken.text;
      from = broken.until;
      count++;
    }
    lines.push(line + show(original.slice(from), site));
    whole.push(show(original, site));
    struck.push(count);
  }
  return { lines, whole, struck };
}

/** A site that shows half-width forms shows them everywhere. */
function show(text: string, site: Site): string {
  return site.half ? text.replace(/[，？：Ａ-Ｚａ-ｚ０-９]/g, half) : text;
}
