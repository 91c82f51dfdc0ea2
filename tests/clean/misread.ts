import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';

/*
 * Wrong decoders, as programs have them: each reads the bytes of one encoding by the table of another, and shows what it
 * cannot read in its own way.
 */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gb18030 = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows1252 = (bytes: Uint8Array): string =>
  latin1(bytes).replace(/[\u0080-\u009f]/g, (c) => C1[c.charCodeAt(0) - 0x80] ?? c);

/** GBK as Windows has it: a lead with a byte that cannot follow becomes one `?`, and both are gone; no private characters. */
function codePage936(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1] ?? 0x0a;
    if (lead < 0x80) out += String.fromCharCode(lead);
    else if (lead === 0x80) out += '€';
    else if (trail === 0x0a) out += '?';
    else {
      const pairs = trail >= 0x40 && trail !== 0x7f && trail !== 0xff && lead !== 0xff;
      const character = pairs ? gb18030(Uint8Array.of(lead, trail)) : '?';
      out += /[\ue000-\uf8ff]/.test(character) ? '?' : character;
      i++;
    }
  }
  return out;
}

/** GBK as Python has it with `errors="replace"`: each byte that cannot be read becomes U+FFFD. */
function pythonGbk(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1] ?? 0;
    const pairs = trail >= 0x40 && trail !== 0x7f && trail !== 0xff && lead !== 0x80 && lead !== 0xff;
    const character = pairs ? gb18030(Uint8Array.of(lead, trail)) : '\ufffd';
    if (lead < 0x80) out += String.fromCharCode(lead);
    else if (/[\ue000-\uf8ff\ufffd]/.test(character)) out += '\ufffd';
    else {
      out += character;
      i++;
    }
  }
  return out;
}

export const MISREAD = {
  'UTF-8 as GB18030': (text: string) => gb18030(utf8(text)),
  'UTF-8 as code page 936': (text: string) => codePage936(utf8(text)),
  'UTF-8 as GBK by Python': (text: string) => pythonGbk(utf8(text)),
  'UTF-8 as Latin-1': (text: string) => latin1(utf8(text)),
  'UTF-8 as Windows-1252': (text: string) => windows1252(utf8(text)),
  'UTF-8 as Windows-1252 with ? for what it lacks': (text: string) =>
    windows1252(utf8(text)).replace(/[\u0080-\u009f]/g, '?'),
  'GBK as Latin-1': (text: string) => latin1(iconv.encode(text, 'gb18030')),
  'GBK as Windows-1252': (text: string) => windows1252(iconv.encode(text, 'gb18030')),
  'Big5 as Windows-1252': (text: string) => windows1252(iconv.encode(text, 'big5-hkscs')),
  'Big5 as GBK': (text: string) => gb18030(iconv.encode(text, 'big5-hkscs')),
  'GBK as Big5': (text: string) => new TextDecoder('big5').decode(iconv.encode(text, 'gbk')),
  'UTF-8 as Latin-1, twice': (text: string) => latin1(utf8(latin1(utf8(text)))),
  'UTF-8 as Windows-1252, twice': (text: string) => windows1252(utf8(windows1252(utf8(text)))),
  'UTF-8 as GB18030, twice': (text: string) => gb18030(utf8(gb18030(utf8(text)))),
  'UTF-8 as GB18030, then as Windows-1252': (text: string) => windows1252(utf8(gb18030(utf8(text)))),
} as const;

export type Misreading = keyof typeof MISREAD;

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The ideal texts of all fixtures. */
export function fixtureTexts(): string[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('clean.txt') && !/^\/?(?:docx|pdf)\//.test(name))
    .sort()
    .map((name) => readFileSync(FIXTURES + name, 'utf8'));
}
