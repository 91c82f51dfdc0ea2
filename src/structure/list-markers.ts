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
const NO_DIGIT = /[^\d①-⑳一二三四五六七八九十]/g;
const NONE: readonly string[] = [];
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

/** A place as a marker: written out, because a long line holds a hundred thousand of them. */
function markerAt(
  line: Line,
  style: ListStyle,
  marker: string,
  number: number,
  range: { readonly at: number; readonly end: number },
  place: { readonly loose: boolean; readonly mayBegin: boolean },
): ListMarker {
  return {
    style: style.id,
    kind: style.kind,
    joins: style.joins ?? NONE,
    marker,
    number,
    closes: marker === '最后',
    line,
    start: line.start + range.at,
    body: line.start + range.end,
    opens: range.at === 0,
    loose: place.loose,
    mayBegin: place.mayBegin,
  };
}

function bulletMarker(line: Line, text: string): ListMarker {
  const marker = text.trim();
  const style = { id: `bullet ${marker}`, source: '', kind: 'bullet', examples: NONE, traps: NONE } as const;
  return markerAt(line, style, marker, 0, { at: 0, end: text.length }, { loose: false, mayBegin: true });
}

function readMarker(line: Line, style: ListStyle, marker: string, at: number, end: number): ListMarker | undefined {
  const number = SPOKEN[marker] ?? numeral(marker.replace(NO_DIGIT, ''));
  if (number === undefined || number < 1) return undefined;
  const place =
    style.kind === 'signs' ? placeOfSign(line.text, style, at, end) : placeOfWords(line.text, style, at, end);
  if (!place) return undefined;
  const mayBegin = place.mayBegin && (!place.loose || style.kind === 'signs' || (style.id === 'is' && number === 1));
  return markerAt(line, style, marker, number, { at, end }, { loose: place.loose, mayBegin });
}

type Place = Pick<ListMarker, 'loose' | 'mayBegin'>;

/** A number that opens a line is a heading's, or none at all. */
function placeOfSign(text: string, style: ListStyle, at: number, end: number): Place | undefined {
  if (at === 0) return undefined;
  const before = text[at - 1] ?? '';
  const mayBegin = BEFORE_SIGNS.test(before);
  const loose = !mayBegin && !BETWEEN_SIGNS.test(before);
  return loose && !looseSign(style.id, before, text[end] ?? '') ? undefined : { loose, mayBegin };
}

function placeOfWords(text: string, style: ListStyle, at: number, end: number): Place | undefined {
  const before = text[at - 1] ?? '';
  const loose = before !== '' && !BOUNDARY.test(before);
  if (loose && !looseWords(style.id, before)) return undefined;
  return isOtherWord(text, style.id, at, end) ? undefined : { loose, mayBegin: true };
}

/** Words that look like a marker and are none. */
function isOtherWord(text: string, style: string, at: number, end: number): boolean {
  const after = text[end] ?? '';
  // 一是一、二是二.
  if (style === 'is') return text[at] === after && !HAN.test(text[end + 1] ?? '');
  // 其次序; 再次强调, 最后一公里.
  if (style === 'first' && /^其次[序数]/.test(text.slice(at, at + 3))) return true;
  if (style === 'first') return /^[再最]/.test(text.slice(at, at + 1)) && !/[，,、：:是要]/.test(text[at + 2] ?? '');
  // 第二、三年: one ordinal of several.
  if (style === 'ordinal') return /[一二三四五六七八九十\d]/.test(after) && text[end - 1] === '、';
  // 三要素, 二要点: nouns.
  if (style === 'must') return NOUN_OF_NEED.test(text.slice(end, end + 2));
  return style === 'side' && after === '的';
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
