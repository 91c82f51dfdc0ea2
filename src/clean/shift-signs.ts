import { gbPairs } from './gb-pairs.js';

/* What a page shows of the accident: lost bytes, full-width forms, inserted syllables. */

export const LOST = /[?\ufffd]/;
const TONED = 'a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹḿêɑɡ';
/** `(guī)` that a page added behind a character. */
export const GLOSS = new RegExp(`^[(（][${TONED}]{1,7}[)）]`);
/** The same, its bracket gone into a lost byte. */
export const OPEN_GLOSS = new RegExp(`^[${TONED}]{1,7}[)）]`);
/** Behind these a question mark is one: Latin words, addresses, other question marks. */
const LATIN = /[A-Za-z/=&_.#?\ufffd-]/;

/** Whether the character at `i` may be what is left of a lost one: behind it comes what A3 xx shows. */
export function mayStart(line: string, i: number): boolean {
  if (!LOST.test(line[i] ?? '') || LATIN.test(line[i - 1] ?? '')) return false;
  return formAt(line, i + 1) !== undefined || OPEN_GLOSS.test(line.slice(i + 1, i + 10));
}

/** The second byte of the full-width form at `i`, also where the page shows its half-width likeness. */
export function formAt(line: string, i: number): { byte: number; folded: boolean } | undefined {
  const code = line.charCodeAt(i);
  if (code >= 0xff01 && code <= 0xff5e) return { byte: gbPairs().encode(line[i] ?? '')?.[1] ?? 0, folded: false };
  if (code === 0xffe5 || code === 0xffe3) return { byte: code === 0xffe5 ? 0xa4 : 0xfe, folded: false };
  if (code > 0x20 && code < 0x7f) return { byte: code + 0x80, folded: true };
  return undefined;
}
