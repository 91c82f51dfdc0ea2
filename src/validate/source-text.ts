import { type Line, lineNumberAt, linesOf } from '../core/lines.js';

/** The cleaned text of a document, to compare quotes with. */
export interface SourceText {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** What formats cannot hold and therefore do not: control characters, halves of pairs. */
const UNHELD = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\0]/g;

/** A text as all formats can hold it. */
const held = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNHELD, '')
    .replace(/[\ud800-\udfff]/g, '\ufffd');

export const sameText = (one: string, other: string): boolean => one === other || held(one) === held(other);

/** Whether a quote begins in a line, as formats can hold both. */
export function beginsIn({ text }: SourceText, { start, end }: Line, quote: string): boolean {
  const own = text.indexOf(quote, start);
  if (own >= 0 && own <= end) return true;
  const wanted = held(quote);
  const at = held(text.slice(start, end + quote.length * 2)).indexOf(wanted);
  return at >= 0 && at <= held(text.slice(start, end)).length;
}

export const sourceText = (text: string): SourceText => ({ text, lines: linesOf(text) });

/** `line 12`, of an offset. */
export const lineOf = ({ lines }: SourceText, offset: number): number => lineNumberAt(lines, offset);

/** Where a quote stands that is nearest to a place; -1 where it does not occur. */
export function nearest({ text }: SourceText, quote: string, place: number): number {
  const behind = text.indexOf(quote, place);
  const before = place > 0 ? text.lastIndexOf(quote, place - 1) : -1;
  if (behind < 0 || before < 0) return Math.max(behind, before);
  return behind - place <= place - before ? behind : before;
}

/** What a workbook puts behind a text that it cannot hold whole (`write/xlsx-cells.ts`). */
const CUT = /(?:…〔已截断,原文共\d+字符〕|… \[cut: \d+ characters in all\])$/;

/** A quote without the mark that it was cut. */
export const uncut = (quote: string): string => quote.replace(CUT, '');
export const isMarkedCut = (text: string): boolean => CUT.test(text);
