import { lastIndex } from '../core/search.js';
import { HEADING_NUMBER, LEADER, LEADERS } from '../lexicon/contents.js';

/** A line read as one entry of a table of contents, or several. */
export interface Entry {
  /** The letters and digits of each title. */
  readonly titles: readonly string[];
  /** The last page number, where the line has one. */
  readonly page: number | undefined;
  /** How many titles have leaders (……) before their page. */
  readonly led: number;
  /** It opens with the number of a heading. */
  readonly numbered: boolean;
}

/** A whole table of contents may stand in one line; a single entry is short. */
const LONGEST_LINE = 4000;
const LONGEST_ENTRY = 80;
const PAGE_BEHIND_LEADER = new RegExp(`${LEADER}\\s?[(（]?(\\d{1,3}|[ivxIVX]{1,5})[)）]?(?![\\d年月日%％.．])`, 'g');
const PAGE_AT_END = /[\s(（]?(\d{1,3})[)）]?$/;
/** 一、总体要求 二、主要任务: entries that stand in one line. */
const NEXT_ENTRY =
  /\s(?=第[一二三四五六七八九十百\d]{1,4}[编篇章节]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|附件)|(?<=[\u4e00-\u9fff]\d{1,3})(?=第[一二三四五六七八九十百]{1,4}[编篇章节]|[一二三四五六七八九十]{1,3}、)/;

export const keyOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A line without the number of its heading. */
const withoutNumber = (text: string): string => text.replace(HEADING_NUMBER, '');

/** What a line says as an entry; undefined where it is too long for one, or a sentence. */
export function readEntry(text: string): Entry | undefined {
  if (text === '' || text.length > LONGEST_LINE) return undefined;
  const drawn = text.replace(LEADERS, (run) => (run.length >= 3 || run.includes('…') ? LEADER : run));
  const numbered = HEADING_NUMBER.test(text);
  const titles: string[] = [];
  let from = 0;
  let page: number | undefined;
  for (const match of drawn.matchAll(PAGE_BEHIND_LEADER)) {
    titles.push(keyOf(drawn.slice(from, match.index)));
    from = match.index + match[0].length;
    page = Number(match[1]) || page;
  }
  if (titles.some((title) => title.length > LONGEST_ENTRY)) return undefined;
  const led = titles.length;
  if (led > 0) return { titles: titles.filter(Boolean), page, led, numbered };
  if (text.length > LONGEST_ENTRY * 2 || /[。；;！？]/.test(text)) return undefined;
  if (drawn.endsWith(LEADER)) return { titles: [keyOf(drawn)], page, led: 1, numbered };
  const parts = text.split(NEXT_ENTRY).map((part) => {
    const end = PAGE_AT_END.exec(part);
    const title =
      end && end.index > 1 && !/[\d年—–-]/.test(part[end.index - 1] ?? '') ? part.slice(0, end.index) : part;
    if (title !== part) page = Number(end?.[1]);
    return title;
  });
  return parts.some((part) => part.length > LONGEST_ENTRY)
    ? undefined
    : { titles: parts.map(keyOf), page, led: 0, numbered };
}

/** Where titles stand in a text as headings: the next line behind a place that opens with the words of an entry. */
export interface Headlines {
  /** The index of the first line at or behind `from` that is headed so; -1 for none. */
  readonly next: (title: string, from: number) => number;
}

export function headlinesOf(texts: readonly string[]): Headlines {
  const places = new Map<string, number[]>();
  const add = (key: string, index: number): void => {
    const known = places.get(key);
    if (!known) places.set(key, [index]);
    else if (known.at(-1) !== index) known.push(index);
  };
  for (const [i, text] of texts.entries()) {
    const stop = text.slice(0, LONGEST_ENTRY).search(/[。：:；;]/);
    const head = stop < 0 ? text : text.slice(0, stop);
    if (head.length > LONGEST_ENTRY || head.length < 2) continue;
    const key = keyOf(head);
    if (key === '') continue;
    add(key, i);
    const bare = keyOf(withoutNumber(head));
    if (bare !== key && bare.length >= 2) add(bare, i);
  }
  return {
    next: (title, from) => {
      const found = places.get(title);
      if (!found) return -1;
      return found[lastIndex(found.length, (i) => (found[i] ?? 0) < from) + 1] ?? -1;
    },
  };
}

/** Whether an entry comes again as a heading, at or behind the index `from`. */
export function isHeadline(entry: Entry, headlines: Headlines, from: number): boolean {
  return entry.titles.every((title) => title.length >= 2 && headlines.next(title, from) >= 0);
}
