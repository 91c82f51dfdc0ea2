import type { Line } from '../core/lines.js';
import { numeral } from '../core/numerals.js';
import {
  ANNOUNCES,
  BODY_LINE,
  CLOSING_LINE,
  COVER_TITLE,
  DOCUMENT_NUMBER_LINE,
  INTERPRETATION_TITLE,
  SALUTATION,
  TITLE_END,
} from '../lexicon/titles.js';

/** What a line may say of where a document begins and ends. */
type Sign = 'title' | 'interpretation' | 'number' | 'salutation' | 'closing' | 'annex' | 'top' | 'text' | 'none';

export interface Signed {
  readonly sign: Sign;
  /** The number of a heading of the first level, and which kind it has. */
  readonly number: number | undefined;
  readonly style: string | undefined;
}

const LONGEST_TITLE = 100;
const TOP = /^(?:(第\s?([一二三四五六七八九十百\d]{1,4})\s?([编篇章]))|([一二三四五六七八九十]{1,3})\s?[、.．])/;
const NUMBERED =
  /^(?:第\s?[一二三四五六七八九十百\d]{1,4}\s?(?:[节条]|部分)|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}\s?[、.．]|[①-⑳]|专栏|[表图]\s?\d|[—–-])/;
const ANNEX_LINE = /^附\s?[件录表]\s?[一二三四五六七八九十\d]{0,3}\s?[:：]?(?:$|(?=.{2,60}$))/;

/** 某教通〔2023〕31号 关于…: the number may stand in the line of the title. */
const NUMBER_BEFORE = /^[\u4e00-\u9fff]{2,14}[〔[(（【](?:19|20)\d{2}[〕\])）】]第?\d{1,4}号\s/;

const plain = (sign: Sign): Signed => ({ sign, number: undefined, style: undefined });

/** What one line says; `text` is a sentence of some length. */
export function signOf(text: string): Signed {
  const top = TOP.exec(text);
  if (top) {
    return { sign: 'top', number: numeral(top[2] ?? top[4] ?? ''), style: top[3] ?? 'han' };
  }
  if (text.length > LONGEST_TITLE * 2) return plain('text');
  if (ANNEX_LINE.test(text)) return plain('annex');
  if (SALUTATION.test(text)) return plain('salutation');
  if (CLOSING_LINE.test(text)) return plain('closing');
  if (DOCUMENT_NUMBER_LINE.test(text)) return plain('number');
  if (NUMBERED.test(text)) return plain('none');
  if (/[。；;]/.test(text)) return plain(text.length >= 20 ? 'text' : 'none');
  if (text.length > LONGEST_TITLE || text.length < 6 || /[：:，,？?]$/.test(text)) return plain('none');
  if (INTERPRETATION_TITLE.test(text)) return plain('interpretation');
  return plain(TITLE_END.test(text) && !/[：:]/.test(text.replace(/《[^《》]*》/g, '')) ? 'title' : 'none');
}

/** The document that a notice says it brings; undefined where the line says nothing of the kind. */
export function announcedIn(text: string): string | undefined {
  const head = text.slice(0, 400);
  if (COVER_TITLE.test(head) && head.length <= LONGEST_TITLE * 2) {
    return /(?:印发|转发|发布|下发|公布)《?(.{2,80}?)》?的(?:通知|公告|决定)$/.exec(head)?.[1];
  }
  const found = ANNOUNCES.exec(head);
  return found && found.index < 40 ? found[1] : undefined;
}

/** Whether a title is that of a document that was named before, give or take a bracket and a word. */
export function isNamed(title: string, name: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}]|若干/gu, '');
  const [x, y] = [bare(title), bare(name)];
  return x.length > 3 && y.length > 3 && (x.includes(y.slice(0, 14)) || y.includes(x.slice(0, 14)));
}

/** A title with the issuer in the line above it and the years in brackets below it; the line with which it begins. */
export function fullTitle(lines: readonly Line[], index: number): { readonly title: string; readonly first: number } {
  const text = lines[index]?.text ?? '';
  const above = lines[index - 1]?.text ?? '';
  const below = lines[index + 1]?.text ?? '';
  const issued = /^(?:关于|印发|转发)/.test(text) && BODY_LINE.test(above);
  const bracket =
    /^[(（][^()（）。]{2,30}[)）]$/.test(below) && !/^[(（]此件|号[)）]$/.test(below) && !/[)）]$/.test(text);
  const own = text.replace(NUMBER_BEFORE, '');
  return { title: (issued ? above : '') + own + (bracket ? below : ''), first: issued ? index - 1 : index };
}
