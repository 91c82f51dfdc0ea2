import type { Line } from '../core/lines.js';
import { numeral } from '../core/numerals.js';
import { BULLET, LIST_STYLES, type ListStyle, NO_LIST, WORD_BEFORE_ONE } from '../lexicon/lists.js';

/** A place that may open an item of a list inside paragraphs. */
export interface ListMarker {
  readonly style: string;
  readonly kind: ListStyle['kind'];
  /** Styles whose lists it may carry on. */
  readonly joins: readonly string[];
  readonly marker: string;
  /** 1 for 一是, (1), 首先; 0 for a bullet. */
  readonly number: number;
  /** It can only close a list: 最后. */
  readonly closes: boolean;
  readonly line: Line;
  /** UTF-16 offsets in the text: the marker, and the words behind it. */
  readonly start: number;
  readonly body: number;
  /** It opens its line. */
  readonly opens: boolean;
  /** No mark of punctuation stands before it: it goes on with a list, but needs the exact number. */
  readonly loose: boolean;
  /** It may be the first of a list where it stands. */
  readonly mayBegin: boolean;
}

const BOUNDARY = /[。；;：:，,、！!？?\s”’"）)】〕》—…|]/;
/** Signs begin a list behind these: a colon, the end of a sentence, 包括, 分为, 即. */
const BEFORE_SIGNS = /[：:。；;\s括为即]/;
const BETWEEN_SIGNS = /[。；;，,、：:\s)）”》〕】%％]/;
/** 要素, 要点, but not 要领导带头. */
const NOUN_OF_NEED = /^(?:[素件务塞害旨闻道]|点(?!面)|领(?![导会先]))/;
const HAN = /[\u4e00-\u9fff]/;
const SPOKEN: Readonly<Record<string, number>> = {
  首先: 1,
  其次: 2,
  再次: 3,
  再者: 3,
  最后: 3,
  一方面: 1,
  另一方面: 2,
};

let scanner: { readonly pattern: RegExp; readonly styles: readonly ListStyle[] } | undefined;

/** All styles in one pattern, a group each: one walk over a line finds every marker. */
function scan(): NonNullable<typeof scanner> {
  scanner ??= { pattern: new RegExp(LIST_STYLES.map(({ source }) => source).join('|'), 'g'), styles: LIST_STYLES };
  return scanner;
}

/** The places of a line that may open items, from left to right. */
export function markersOf(line: Line): ListMarker[] {
  const bullet = BULLET.exec(line.text);
  const found = bullet ? [bulletMarker(line, bullet[0])] : [];
  const signs = !NO_LIST.test(line.text);
  const { pattern, styles } = scan();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line.text); match; match = pattern.exec(line.text)) {
    const group = match.findIndex((text, i) => i > 0 && text !== undefined);
    const style = styles[group - 1];
    const marker = (match[group] ?? '').replace(/\s/g, '');
    if (!style || (style.kind === 'signs' && !signs)) continue;
    const read = readMarker(line, style, marker, match.index, pattern.lastIndex);
    if (read) found.push(read);
  }
  return found;
}

function bulletMarker(line: Line, text: string): ListMarker {
  const marker = text.trim();
  const place = { line, start: line.start, body: line.start + text.length, opens: true };
  return {
    ...place,
    style: `bullet ${marker}`,
    kind: 'bullet',
    joins: [],
    marker,
    number: 0,
    closes: false,
    loose: false,
    mayBegin: true,
  };
}

function readMarker(line: Line, style: ListStyle, marker: string, at: number, end: number): ListMarker | undefined {
  const before = line.text[at - 1] ?? '';
  const after = line.text[end] ?? '';
  const number = SPOKEN[marker] ?? numeral(marker.replace(/[^\d①-⑳一二三四五六七八九十]/g, ''));
  if (number === undefined || number < 1) return undefined;
  const place = { line, start: line.start + at, body: line.start + end, opens: at === 0 };
  const base = { ...place, style: style.id, kind: style.kind, joins: style.joins ?? [], marker, number };
  const closes = marker === '最后';
  if (style.kind === 'signs') {
    // A number that opens a line is a heading's, or none at all.
    if (at === 0) return undefined;
    const mayBegin = BEFORE_SIGNS.test(before);
    const loose = !mayBegin && !BETWEEN_SIGNS.test(before);
    if (loose && !looseSign(style.id, before, after)) return undefined;
    return { ...base, closes, loose, mayBegin };
  }
  const loose = before !== '' && !BOUNDARY.test(before);
  if (loose && !looseWords(style.id, before)) return undefined;
  // 一是一、二是二; 再次强调 and 最后一公里 are no steps.
  if (style.id === 'is' && marker.startsWith(after) && !HAN.test(line.text[end + 1] ?? '')) return undefined;
  if (/^(?:再次|再者|最后)$/.test(marker) && !/[，,、：:]$/.test(line.text.slice(at, end)) && !/[是要]/.test(after))
    return undefined;
  // 第二、三年: one ordinal of several.
  if (style.id === 'ordinal' && /[一二三四五六七八九十\d]/.test(after) && line.text[end - 1] === '、') return undefined;
  // 三要素, 二要点: nouns.
  if (style.id === 'must' && NOUN_OF_NEED.test(line.text.slice(end, end + 2))) return undefined;
  if (style.id === 'side' && after === '的') return undefined;
  return { ...base, closes, loose, mayBegin: !loose || (style.id === 'is' && number === 1) };
}

/** 改造管网2.建设水厂, 定人员②定职责: without a mark between them. */
function looseSign(style: string, before: string, after: string): boolean {
  if (style === 'circled') return HAN.test(before) && before !== '见' && before !== '第';
  return style === 'arabic' && HAN.test(before) && HAN.test(after) && !/[第年月第表图版]/.test(before);
}

/** 重点一是…, but not 之一是… . */
function looseWords(style: string, before: string): boolean {
  return (style === 'is' || style === 'must') && HAN.test(before) && !WORD_BEFORE_ONE.test(before);
}
