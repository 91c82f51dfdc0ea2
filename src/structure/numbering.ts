import { hanNumeral, numeral } from '../core/numerals.js';
import { isLoose, mayBeNumbered, NUMBERING_STYLES, type NumberingStyle, spellOut } from '../lexicon/numbering.js';

/** The number that a line opens with. */
export interface Marker {
  readonly style: NumberingStyle;
  /** As a reader names it: `一`, `（一）`, `1`, `附件1`, `专栏3`, `第一章`, `1.1`. */
  readonly text: string;
  /** Its last number; undefined for an annex without one. */
  readonly number: number | undefined;
  /** All numbers of a decimal (1.2.3), else the one. */
  readonly path: readonly number[];
  /** Where the title begins, UTF-16 units into the line. */
  readonly end: number;
  /** What stands behind the number does not show by itself that a title follows. */
  readonly loose: boolean;
}

/** Characters; no number of a heading is longer, with its word, brackets and blanks. */
const WINDOW = 60;
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const LATIN_ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const DARK_CIRCLED = '❶❷❸❹❺❻❼❽❾❿';

/** The number that a line opens with, whether or not it makes a heading of it. */
export function readMarker(line: string): Marker | undefined {
  if (!mayBeNumbered(line)) return undefined;
  const window = line.slice(0, WINDOW);
  const spelled = spellOut(window);
  for (const style of NUMBERING_STYLES) {
    const match = style.pattern.exec(spelled);
    if (!match) continue;
    const printed = narrow(match[1] ?? '');
    const path = numbersOf(narrow(match[2] ?? ''), style.id);
    return {
      style,
      text: printed,
      number: path.at(-1),
      path,
      end: match[0].length - (spelled.length - window.length),
      loose: style.trust === 'sequence' || isLoose(match[3] ?? ''),
    };
  }
  return undefined;
}

/** Without blanks, digits and letters in ASCII; brackets stay as they are. */
function narrow(text: string): string {
  return text.replace(/\s/g, '').replace(/[０-９Ａ-Ｚａ-ｚ．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

function numbersOf(text: string, style: string): number[] {
  if (text === '') return [];
  if (style.startsWith('decimal')) return text.split('.').map(Number);
  if (style === 'roman') {
    const number = Math.max(ROMAN.indexOf(text), LATIN_ROMAN.indexOf(text)) + 1;
    return number > 0 ? [number] : [];
  }
  if (/^[A-Za-z]$/.test(text)) return [text.toLowerCase().charCodeAt(0) - 96];
  const number = DARK_CIRCLED.includes(text) ? DARK_CIRCLED.indexOf(text) + 1 : numeral(text);
  return number === undefined ? [] : [number];
}

/** How another number of the same list is printed: （四） and 2 → （二）, 专栏3 and 1 → 专栏1, 1.4 and 3 → 1.3. */
export function sibling(marker: string, number: number): string {
  if (/^[①-⑳㉑-㉟㊱-㊿]$/u.test(marker)) return circled(number);
  const roman = ROMAN.includes(marker) ? ROMAN[number - 1] : undefined;
  if (roman !== undefined) return roman;
  if (LATIN_ROMAN.includes(marker)) return LATIN_ROMAN[number - 1] ?? marker;
  if (/\d+(?=\D*$)/.test(marker)) return marker.replace(/\d+(?=\D*$)/, String(number));
  if (/[一二三四五六七八九十百零〇]+/.test(marker))
    return marker.replace(/[一二三四五六七八九十百零〇]+/, hanNumeral(number));
  return marker.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => String.fromCharCode((letter < 'a' ? 64 : 96) + number));
}

function circled(number: number): string {
  if (number <= 20) return String.fromCharCode(0x2460 + number - 1);
  return String.fromCharCode(number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36);
}
