import { SITE_NAME } from '../../lexicon/titles.js';
import { dateIn } from './dates.js';

/**
 * What is known of a document from outside of its file: the columns beside the text in the corpus of a crawler. As the
 * crawler wrote it, so `publishedOn` may be in any shape.
 */
export interface Facts {
  /** The title of the document, tags and the name of the site allowed. */
  readonly title?: string;
  /** 2022-10-11, 2022/10/11 08:00:00, 20221011, 2022年10月11日, ISO 8601, RFC 2822, seconds or milliseconds since 1970. */
  readonly publishedOn?: string;
  /** Where it was downloaded from. */
  readonly url?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = 86_400_000;
/** Offices of China are on Beijing time; only counts of seconds have to be brought to it. */
const BEIJING = 8 * 3_600_000;
/** 1990 to 2100: there are no pages before, and numbers outside are something else. */
const SINCE = Date.UTC(1990, 0, 1);
const UNTIL = Date.UTC(2100, 0, 1);

/** A title without tags, references and the names of site and column around it. */
export function corpusTitle(title: string | undefined): string | undefined {
  const bare = (title ?? '')
    .slice(0, 500)
    .replace(/<[^<>]{1,200}>/g, '')
    .replace(/&(?:nbsp|emsp|ensp|#160|#xa0);?/gi, ' ')
    .replace(/&(?:ldquo|#8220);/g, '“')
    .replace(/&(?:rdquo|#8221);/g, '”')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    // Lists of pages cut long titles: …的通...
    .replace(/(?:\.{2,}|…+)\s*$/, '')
    .trim();
  // The dash of 2021-2025年 is none between names, and a title may have one of its own.
  const pieces = bare.split(/\s?[_|｜]\s?|\s[-–—]+\s|(?<!\d)-(?!\d)/).filter(Boolean);
  let [from, to] = [0, pieces.length];
  while (to - from > 1 && SITE_NAME.test(pieces[to - 1] ?? '')) to--;
  while (to - from > 1 && SITE_NAME.test(pieces[from] ?? '')) from++;
  const own = pieces.length === to - from ? bare : pieces.slice(from, to).join(' ');
  return own === '' ? undefined : own;
}

/** The day that a crawler's date means as `YYYY-MM-DD`: the one that is printed, whatever zone is behind it. */
export function dayOf(text: string | undefined): string | null {
  const date = (text ?? '').slice(0, 100).trim();
  const compact = /^((?:19|20)\d{2})([01]\d)([0-3]\d)(?:[T\s]?\d{4}(?:\d{2}(?:\d{3})?)?Z?)?$/.exec(date);
  if (compact) return dateIn(compact.slice(1).join('-'));
  const epoch = /^(?:\/Date\()?(\d{9,10}|\d{12,13})(?:\.\d{1,9})?(?:[+-]\d{4}\)\/|\)\/)?$/.exec(date)?.[1];
  if (epoch) return dayOfCount(Number(epoch) * (epoch.length > 10 ? 1 : 1000));
  return dateIn(date) ?? dayInEnglish(date);
}

function dayOfCount(milliseconds: number): string | null {
  if (milliseconds < SINCE || milliseconds >= UNTIL) return null;
  return new Date(Math.floor((milliseconds + BEIJING) / DAY) * DAY).toISOString().slice(0, 10);
}

/** Tue, 11 Oct 2022 08:00:00 GMT; Oct 11, 2022; Tue Oct 11 2022. */
function dayInEnglish(date: string): string | null {
  const year = /\b(?:19|20)\d{2}\b/.exec(date)?.[0];
  const named = /\b(?:(\d{1,2})[\s-]([A-Za-z]{3})[a-z]{0,6}|([A-Za-z]{3})[a-z]{0,6}\.?\s(\d{1,2}))\b/.exec(
    date.replace(/^[A-Za-z]{3,9},?\s(?=\d|[A-Za-z]{3})/, (word) => (isMonth(word) ? word : '')),
  );
  const month = MONTHS.indexOf((named?.[2] ?? named?.[3] ?? '').toLowerCase());
  return year && month >= 0 ? dateIn(`${year}-${month + 1}-${named?.[1] ?? named?.[4]}`) : null;
}

function isMonth(word: string): boolean {
  return MONTHS.includes(word.slice(0, 3).toLowerCase());
}

/** An address as the corpus gives it; undefined for what is none. */
export function urlOf(text: string | undefined): string | undefined {
  const url = text?.trim() ?? '';
  return url.length <= 2000 && /^(?:(?:https?:)?\/\/|www\.)[^\s"<>]{3,}$/i.test(url) ? url : undefined;
}
