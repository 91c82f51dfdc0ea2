import { weightOf } from '../core/chinese-score.js';
import { repertoire } from '../core/repertoire.js';

/*
 * The bytes that wrong decoders read, by what they made of them. A table holds for every UTF-16 unit its bytes as a number:
 * one byte as it is, two as lead × 256 + trail, 0 where the encoding has none. ASCII stands for itself in all of them.
 */
export type ByteTable = Uint16Array;

/** A double-byte encoding in both directions. */
export interface PairTable {
  readonly bytes: ByteTable;
  /** The UTF-16 unit of lead × 256 + trail; 0 where there is none. */
  readonly units: Uint16Array;
}

const tables = new Map<string, PairTable>();

/** GB18030 (its pairs, private-use ones included) or Big5 with the Hong Kong characters, as WHATWG decodes them. */
export function pairTable(encoding: 'gb18030' | 'big5'): PairTable {
  const known = tables.get(encoding);
  if (known) return known;
  const input: number[] = [];
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      // The line feed parts what is no pair, which some decoders show as two characters.
      input.push(lead, trail, 0x0a);
      pairs.push(lead * 256 + trail);
    }
  }
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from(input)).split('\n');
  const table = { bytes: new Uint16Array(0x10000), units: new Uint16Array(0x10000) };
  pairs.forEach((pair, i) => {
    const character = decoded[i] ?? '';
    if (character.length !== 1 || character === '\ufffd') return;
    const unit = character.charCodeAt(0);
    table.units[pair] = unit;
    table.bytes[unit] ||= pair;
  });
  for (let unit = 1; unit < 0x80; unit++) table.bytes[unit] = unit;
  // Byte 80 alone, as code page 936 and WHATWG read it.
  if (encoding === 'gb18030') table.bytes[0x20ac] = 0x80;
  tables.set(encoding, table);
  return table;
}

/** Windows-1252 from byte 80 on; the bytes that it leaves open come out as the control characters of Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

let latin: ByteTable | undefined;

/** Latin-1 and Windows-1252 together: decoders are used under both names. */
export function latinTable(): ByteTable {
  if (latin) return latin;
  latin = new Uint16Array(0x10000);
  for (let unit = 1; unit < 0x100; unit++) latin[unit] = unit;
  for (let i = 0; i < WINDOWS_1252.length; i++) latin[WINDOWS_1252.charCodeAt(i)] = 0x80 + i;
  return latin;
}

/** The marks of Chinese print beyond letters and Chinese characters. */
export const SINGLE_MARK = /^[\u2010-\u203b\u2100-\u22ff\u2460-\u24ff\u3001-\u301f\uff01-\uff5e]$/;

let usual: Uint8Array | undefined;

/**
 * Whether a text has nothing but ASCII, the Chinese characters of GB 2312 and the marks of Chinese print: what wrong
 * decoders make of Chinese has other characters in every few, so such a text needs no further look.
 */
export function isUsual(text: string): boolean {
  usual ??= usualUnits();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80 && usual[unit] === 0) return false;
  }
  return true;
}

/** Units; wrong decoders put strange characters closer together. */
const WINDOW = 3;

/**
 * Whether a line has characters that wrong decoders leave: any of Latin-1, or two close together that neither script has
 * in common use. Traditional prose has some such characters, but each by itself.
 */
export function looksMisread(line: string): boolean {
  usual ??= usualUnits();
  let last = -WINDOW - 1;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit < 0x80 || usual[unit] === 1) continue;
    if (unit < 0x100) return true;
    if (weightOf(unit) >= 0) continue;
    if (i - last <= WINDOW) return true;
    last = i;
  }
  return false;
}

function usualUnits(): Uint8Array {
  const known = new Uint8Array(0x10000);
  for (const character of repertoire('gb2312')) known[character.charCodeAt(0)] = 1;
  for (const mark of '•∶≥≤≈▪●■◆★○□△▲→※﹑\u00a0\u2002\u2003\u2009\u200a\u202f\ufeff\u200b·×÷°±—–―…‘’“”‰℃№①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ')
    known[mark.charCodeAt(0)] = 1;
  for (let unit = 0x3000; unit <= 0x301f; unit++) known[unit] = 1;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) known[unit] = 1;
  return known;
}
