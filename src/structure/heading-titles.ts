import type { Line } from '../core/lines.js';
import { readMarker } from './numbering.js';

/** A title longer than this is a sentence that runs on; its first clause names it. */
const LONGEST_TITLE = 40;
/** Characters of a line in which its title is looked for. */
const WINDOW = 1000;
/** Characters; what stands below a number alone and is longer is body. */
const LONGEST_BELOW = 60;
/** Characters; a longer line is not the rest of a title that the page cut. */
const LONGEST_REST = 30;

/**
 * The words of a heading: the line, or, where the body runs on in it, the words before the first full stop; of one long
 * sentence its first clause.
 */
export function titleOf(text: string): string {
  const rest = text.slice(0, WINDOW);
  const stop = stopIn(rest);
  const sentence = (stop < 0 ? rest : rest.slice(0, stop)).replace(/[。；;]$/, '');
  const behind = stop < 0 ? '' : rest.slice(stop + 1).replace(/[(（〔][^()（）〔〕]{0,200}[)）〕]$/, '');
  const whole = stop >= 0 && rest[stop] === '。' && behind.trim() === '';
  if (!whole && sentence.length <= LONGEST_TITLE) return withoutPage(sentence);
  return sentence.split(/[,，;；]/)[0] ?? sentence;
}

/** The first full stop or colon that no bracket holds. */
function stopIn(text: string): number {
  const closing = new Uint32Array(text.length + 1).fill(text.length);
  const opening = new Uint32Array(text.length + 1).fill(text.length);
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text[i] ?? '';
    closing[i] = character === ')' || character === '）' ? i : (closing[i + 1] ?? 0);
    opening[i] = character === '(' || character === '（' ? i : (opening[i + 1] ?? 0);
  }
  for (let i = 0; i < text.length; i++) {
    if (!/[。：:]/.test(text[i] ?? '')) continue;
    const close = closing[i + 1] ?? text.length;
    if (close === text.length || (opening[i + 1] ?? 0) < close) return i;
  }
  return -1;
}

/** Without the dots that lead to a page, and its number. */
function withoutPage(title: string): string {
  const short = title.replace(/(?:[ .．…·•]{2,40}|\t)\(?\d{1,3}\)?$/, '');
  return short === '' ? title : short;
}

/** The title of a number that stands alone in its line; empty where the next line is none. */
export function titleBelow(line: Line, lines: readonly Line[], mayHead: (line: number) => boolean): string {
  const next = lines[line.number];
  if (!next || !mayHead(next.number)) return '';
  if (next.text.length > LONGEST_BELOW || /[。；;：:]$/.test(next.text)) return '';
  const marker = readMarker(next.text);
  return marker && !marker.loose ? '' : next.text;
}

/** What the next line adds to a title that the page cut: only where the line plainly cannot end there. */
export function restOfTitle(line: Line, title: string, lines: readonly Line[]): string {
  const next = lines[line.number]?.text ?? '';
  if (!line.text.endsWith(title) || title.length < 8 || next === '' || next.length > LONGEST_REST) return '';
  if (!/[、，,和与及的]$/.test(title) && !isOpen(title)) return '';
  return /[。；;：:!！?？]/.test(next) || readMarker(next) ? '' : next;
}

/** Whether a bracket or a quotation is still open at the end. */
function isOpen(title: string): boolean {
  const count = (signs: RegExp): number => title.match(signs)?.length ?? 0;
  return count(/[《]/g) > count(/[》]/g) || count(/[“]/g) > count(/[”]/g) || count(/[（(]/g) > count(/[）)]/g);
}

/** A part of a line that opens with a number of its own. */
export interface Piece {
  readonly text: string;
  /** UTF-16 units into the line. */
  readonly offset: number;
}

/** 第一章 总则 第一节 目的: a line of several headings, in parts. */
export function piecesOf(text: string): Piece[] {
  if (!/^[【[]?第/.test(text)) return [{ text, offset: 0 }];
  const window = text.slice(0, WINDOW);
  const inner = /[ \u3000]+(?=第[一二三四五六七八九十百零〇\d]{1,4}[篇章节条](?:[ \u3000]|$))/g;
  const cuts = [...window.matchAll(inner)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  // A sentence before it speaks of the place (…依照本法 第三条 …).
  const known = cuts.filter(({ from }) => from <= LONGEST_TITLE * 2 && !/[。；，,;]/.test(window.slice(0, from)));
  const starts = [0, ...known.map(({ to }) => to)];
  return starts.map((offset, i) => ({ text: text.slice(offset, known[i]?.from), offset }));
}
