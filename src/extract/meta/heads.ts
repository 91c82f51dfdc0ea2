import type { Line } from '../../core/lines.js';
import {
  DOCUMENT_NUMBER_LINE,
  FULL_TITLE,
  SALUTATION,
  TITLE_END,
  TITLE_END_ABOVE,
  TITLE_SUFFIX,
} from '../../lexicon/titles.js';
import { bodiesOf } from './bodies.js';
import { isDateLine, leadingDate } from './dates.js';

/** A line of the head, or several that the page broke a title into. */
export interface Head {
  readonly text: string;
  /** 1-based number of the first and index behind the last line. */
  readonly line: number;
  readonly end: number;
}

const LONGEST = 160;
/** Pieces of a title: 青岚县…三年行动计划, (2021—2025年), (征求意见稿). */
const MOST_LINES = 5;

/** The lines from `from` to `to` as the head of a document, titles that stand over several lines in one piece. */
export function headsOf(lines: readonly Line[], from: number, to: number): Head[] {
  const heads: Head[] = [];
  for (let i = from; i < Math.min(to, lines.length); ) {
    const head = headAt(lines, i);
    heads.push(head);
    i = head.end;
  }
  return heads;
}

/** The piece of the head that begins in a line. */
export function headAt(lines: readonly Line[], i: number): Head {
  let text = ownText(lines[i]?.text ?? '');
  let end = i + 1;
  for (; end < i + MOST_LINES && end < lines.length; end++) {
    const below = (lines[end]?.text ?? '').trim();
    const third = (lines[end + 1]?.text ?? '').trim();
    if (text.length + below.length > LONGEST || !goesOn(text, below, third)) break;
    text += (bodiesOf(text).length > 0 && bodiesOf(below).length > 0 ? ' ' : '') + below;
  }
  return { text, line: i + 1, end };
}

/** Whether a line goes on with the title above it. */
function goesOn(above: string, below: string, third: string): boolean {
  if (above.length < 2 || /[。；;：:!！?？]$|^[一二三四五六七八九十]{1,3}、/.test(above) || !isPiece(below))
    return false;
  if (/^的?(?:通知|意见|决定|公告|方案|规划|计划|纲要|报告|办法|措施|细则)(?:[(（][^()（）]{1,12}[)）])?$/.test(below))
    return true;
  if (TITLE_SUFFIX.test(below)) return mayBeTitle(above);
  // …第十四个五年规划 / 和二〇三五年远景目标纲要
  if (/^[和及暨]/.test(below) && isEnded(below) && isEnded(above)) return true;
  if (!mayBeTitle(above) || isEnded(above)) return false;
  if (bodiesOf(above).length > 0) return /^(?:关于|印发|转发|批转)/.test(below) || isBodyBeforeTitle(below, third);
  if (isOpen(above)) return true;
  const ends = isEnded(below) || (isPiece(third) && isEnded(third));
  if (!ends || below.length > 60) return false;
  if (/^关于|关于(?:印发|转发|做好|进一步|加快|推进|全面|深入|实施|加强)/.test(above)) return true;
  return FULL_TITLE.test(above) && !FULL_TITLE.test(below) && !/文件$/.test(above);
}

/** 县财政局, 县水务局 one below the other above 关于…. */
function isBodyBeforeTitle(below: string, third: string): boolean {
  return bodiesOf(below).length > 0 && /^(?:关于|印发|转发|批转)/.test(third);
}

/** A line that can be one of a title: short, no sentence, no other line of the head. */
function isPiece(text: string): boolean {
  if (text.length < 2 || text.length > 100 || /[。；;：:]|^[•·*]/.test(text)) return false;
  return !SALUTATION.test(text) && !DOCUMENT_NUMBER_LINE.test(text) && !isDateLine(text) && !/^附\s?件/.test(text);
}

function mayBeTitle(text: string): boolean {
  return (text.match(/[\u4e00-\u9fff]/g) ?? []).length >= 4 && isPiece(text);
}

/** A quotation mark or bracket is open at the end. */
function isOpen(text: string): boolean {
  const count = (signs: RegExp): number => (text.match(signs) ?? []).length;
  return count(/[《〈]/g) > count(/[》〉]/g) || count(/[(（]/g) > count(/[)）]/g) || count(/“/g) > count(/”/g);
}

export function isEnded(text: string): boolean {
  return TITLE_END.test(text) || TITLE_END_ABOVE.test(text);
}

/** The line without what the page glued to it: number, signature, 附件, the ending of a file's name. */
function ownText(text: string): string {
  if (text.length > LONGEST) return text;
  let own = text.trim().replace(/^[•·]\s?|^【[^】]{2,12}】|\.(?:docx?|pdf|wps|txt|rtf|html?|xlsx?)$/gi, '');
  own = own.replace(/^[\u4e00-\u9fff]{2,14}[〔[(（【](?:19|20)\d{2}[〕\])）】]第?\d{1,4}号\s?/, (number) =>
    number.length < own.length ? '' : number,
  );
  own = own.replace(/^附\s?件\s?\d{0,2}\s?[:：]?\s?(?=[\u4e00-\u9fff“]{6,})/, (annex) => (isEnded(own) ? '' : annex));
  const at = own.search(/(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月/);
  const date = at > 3 ? leadingDate(own.slice(at)) : undefined;
  const behind = date ? own.slice(at + date.length).trim() : '';
  return behind.length >= 6 && bodiesOf(own.slice(0, at).trim()).length > 0 ? behind : own;
}

/** The index of the first line that divides the text. */
export function bodyBegins(lines: readonly Line[]): number {
  const found = lines.findIndex(({ text }) =>
    /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[编章篇部条]|附\s?件\s?\d)/.test(text),
  );
  return found < 0 ? lines.length : found;
}
