import { defineStage } from '../core/draft.js';
import { repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { TITLE_END } from '../lexicon/titles.js';
import { looksCut } from './losses.js';

/** Characters; a longer line is no title, document number or date. */
const LONGEST = 120;
/** Lines that are compared: the block of metadata, titles and signatures stand at the head of a page. */
const MOST_LINES = 150;
/** What is left must be the larger part of what it is taken for. */
const LEAST_LEFT = 0.6;

const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{2,16}[〔［[（(](?:19|20)\d\d[〕］\])）]\d{1,4}号/g;
const DATE = /(?<!\d)((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)日?/g;

/**
 * Lines that lost characters get them back where the page itself has them in another place: the document number and the
 * date of its metadata, a title that stands twice. What is left must be a part of the whole, in order, with every digit.
 */
export const restore = defineStage({
  id: 'restore',
  edits: ({ text }) => {
    const lines = linesOf(text).filter((line) => line.text.length <= LONGEST);
    const head = [...lines.slice(0, MOST_LINES), ...lines.slice(MOST_LINES).slice(-MOST_LINES)];
    const cut = head.filter((line) => line.text.length >= 6 && looksCut(line));
    if (cut.length === 0) return [];
    const wholes = wholesIn(head.filter((line) => !cut.includes(line)));
    return cut.flatMap((line) => {
      const found = dateOf(line.text, wholes.dates) ?? onlyOne(wholes.texts.map((whole) => partOf(line.text, whole)));
      return found === undefined || found === line.text ? [] : [repair(line.start, line.end, found, 'from-page')];
    });
  },
});

interface Wholes {
  /** Titles and document numbers. */
  readonly texts: readonly string[];
  readonly dates: readonly (readonly [string, string, string])[];
}

function wholesIn(lines: readonly Line[]): Wholes {
  const texts = new Set<string>();
  const dates = new Map<string, readonly [string, string, string]>();
  for (const { text } of lines) {
    for (const match of text.matchAll(DOCUMENT_NUMBER)) texts.add(match[0]);
    for (const [, year = '', month = '', day = ''] of text.matchAll(DATE)) {
      const date = [year, String(Number(month)), String(Number(day))] as const;
      dates.set(date.join('-'), date);
    }
    if (text.length >= 10 && (TITLE_END.test(text) || /关于.+/.test(text)) && !/[。；]/.test(text)) texts.add(text);
  }
  return { texts: [...texts], dates: [...dates.values()] };
}

/** The one result of several readings; none where they differ. */
function onlyOne(found: readonly (string | undefined)[]): string | undefined {
  const [first, ...more] = new Set(found.filter((one) => one !== undefined));
  return more.length === 0 ? first : undefined;
}

/** 2021128 where the page is dated 2021-12-08. */
function dateOf(line: string, dates: Wholes['dates']): string | undefined {
  if (!/^\d{6,8}$/.test(line)) return undefined;
  return onlyOne(dates.map((date) => (date.join('') === line ? `${date[0]}年${date[1]}月${date[2]}日` : undefined)));
}

/** The stretch of `whole` that `cut` is left of: its characters in order, all digits, and most of the others. */
function partOf(cut: string, whole: string): string | undefined {
  for (let from = whole.indexOf(cut[0] ?? ''); from >= 0; from = whole.indexOf(cut[0] ?? '', from + 1)) {
    const end = endOfPart(cut, whole, from);
    if (end === undefined) continue;
    const part = closed(whole, from, end);
    if (part.length > cut.length && cut.length >= part.length * LEAST_LEFT && digits(part) === digits(cut)) return part;
  }
  return undefined;
}

/** Where `cut` ends in `whole`, read from `from` on and leaving characters of `whole` out. */
function endOfPart(cut: string, whole: string, from: number): number | undefined {
  let at = from;
  for (const character of cut) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return undefined;
  }
  return at;
}

/** A bracket at the edge of the stretch, or the last word of a number (号), belongs to it. */
function closed(whole: string, from: number, end: number): string {
  const start = /[(（〔《“]/.test(whole[from - 1] ?? '') && /[)）〕》”]/.test(whole.slice(from, end)) ? from - 1 : from;
  const isNumber = /[〕］\])）]\d{1,4}$/.test(whole.slice(from, end)) && whole[end] === '号';
  return whole.slice(start, isNumber ? end + 1 : end);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
