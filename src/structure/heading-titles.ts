import type { Line } from '../core/lines.js';
import { DOCUMENT_END } from '../lexicon/titles.js';
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
  if (!whole && sentence.length <= LONGEST_TITLE) return closedUp(withoutPage(sentence));
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

/** 总　则: characters set wide are one word. */
function closedUp(title: string): string {
  return /^[\u4e00-\u9fff](?:\s{1,4}[\u4e00-\u9fff]){1,5}$/.test(title) ? title.replace(/\s/g, '') : title;
}

/** The title of a number that stands alone in its line; empty where the next line is none. */
export function titleBelow(line: Line, lines: readonly Line[], mayHead: (line: number) => boolean): string {
  const next = lines[line.number];
  if (!next || !mayHead(next.number)) return '';
  if (next.text.length > LONGEST_BELOW || /[。；;：:]$/.test(next.text)) return '';
  const marker = readMarker(next.text);
  return marker && !marker.loose ? '' : closedUp(next.text);
}

/** What the next line adds to a title that the page cut: only where the line plainly cannot end there. */
export function restOfTitle(line: Line, title: string, lines: readonly Line[]): string {
  const next = lines[line.number]?.text ?? '';
  if (!line.text.endsWith(title) || title.length < 4 || next === '' || next.length > LONGEST_REST) return '';
  if (!/[、，,和与及的]$/.test(title) && !isOpen(title) && !isCutShort(title, next, lines[line.number + 1])) return '';
  return /[。；;：:!！?？]/.test(next) || readMarker(next) ? '' : next;
}

/** Characters; a shorter title of two clauses fits its line. */
const LONG_TITLE = 16;
/** Words that close the clause of a title, and those that head something of their own (重点任务). */
const CLAUSE_END =
  /^[\u4e00-\u9fff]{2,10}(?:机制|能力|体系|水平|建设|发展|改革|服务|环境|格局|制度|融合|创新|升级|转型|治理|合作|安全|质量|效益|活力|动力|基础|条件|模式|渠道|力度)$/;
const OWN_HEAD =
  /^(?:重点|主要|工作|总体|责任|牵头|目标|任务|具体|基本|发展|实施|附|表|一是|加强|推进|推动|提升|完善|强化|健全)/;

/** …，建立重大项目岗位 / 测算机制: the second clause of a long title, whose last word stands in the next line, above the text. */
function isCutShort(title: string, next: string, after: Line | undefined): boolean {
  if (title.length < LONG_TITLE || !/[，,][^，,。；;：:！？]{4,}$/.test(title) || !/[\u4e00-\u9fff]$/.test(title))
    return false;
  if (CLAUSE_END.test(title.replace(/^.*[，,]/, '')) || !CLAUSE_END.test(next) || OWN_HEAD.test(next)) return false;
  return after === undefined || after.text.length > LONGEST_REST || readMarker(after.text)?.loose === false;
}

/** The second line of the name of a document (…安全鉴定 / 管理规定), with which the first would have none. */
export function restOfName(title: string, next: Line | undefined): string {
  const text = next?.text ?? '';
  if (title === '' || text.length > LONGEST_REST || DOCUMENT_END.test(title) || !DOCUMENT_END.test(text)) return '';
  return /[，。；;：:、]|^(?:关于|附)/.test(text) || /[。；;：:]/.test(title) || readMarker(text) ? '' : closedUp(text);
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
  /** It stands behind the title of another: a heading where the next number opens a line. */
  readonly inner?: boolean;
}

const WORDS = '编篇章节条';

/** 二、实施改造。（一）开展诊断。…: the first point right behind the title of its section; its numbers go on elsewhere. */
function runIn(text: string): Piece[] {
  const title =
    /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[^。；;：:，,]{2,30}[。：:](?=([(（]一[)）]|[(（]1[)）]|1[.．、](?!\d))[\u4e00-\u9fff“])/.exec(
      text.slice(0, WINDOW),
    );
  const first = title?.[1];
  if (!title || !first) return [{ text, offset: 0 }];
  const second = first.replace('一', '二').replace('1', '2');
  // With its second number in the same line it is a list in a paragraph.
  if (text.includes(second, title[0].length)) return [{ text, offset: 0 }];
  const offset = title[0].length;
  return [
    { text: text.slice(0, offset), offset: 0 },
    { text: text.slice(offset), offset, inner: true },
  ];
}

/** 第一章 总则 第一节 目的: a line of several headings, each inside the one before, in parts. */
export function piecesOf(text: string): Piece[] {
  const opening = /^[【[]?第[^编篇章节条]{1,8}([编篇章节条])/.exec(text);
  if (!opening) return runIn(text);
  const window = text.slice(0, WINDOW);
  const inner = /[ \u3000]第[一二三四五六七八九十百零〇\d]{1,4}([篇章节条])(?=[ \u3000]|$)/g;
  const starts = [0];
  let depth = WORDS.indexOf(opening[1] ?? '');
  for (const match of window.matchAll(inner)) {
    const deeper = WORDS.indexOf(match[1] ?? '');
    // A sentence before it speaks of the place (…依照本法 第三条 …).
    if (deeper <= depth || match.index > LONGEST_BELOW || /[。；，,;]/.test(window.slice(0, match.index))) break;
    starts.push(match.index + 1);
    depth = deeper;
  }
  return starts.map((offset, i) => ({ text: text.slice(offset, starts[i + 1]).trimEnd(), offset }));
}
