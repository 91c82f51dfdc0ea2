import type { Line } from '../../core/lines.js';
import { numeral } from '../../core/numerals.js';
import { fold } from '../fold.js';

const DIGITS = '(?:19|20)\\d{2}\\s?[年\\-/.]\\s?\\d{1,2}\\s?[月\\-/.]\\s?\\d{1,2}(?!\\d)\\s?日?';
const HAN =
  '[一二][九〇零○Oo0][〇零○Oo0一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日';
const ANY = new RegExp(`${DIGITS}|${HAN}`);
const ALONE = new RegExp(`^(?:${DIGITS}|${HAN})$`);
const WORDS = new RegExp(`^(?:(?:19|20)\\d{2}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日|${HAN})`);

/** The first date of a text as `YYYY-MM-DD`: 2022年3月1日, 2022-03-01, 2022.3.1, 二〇二二年三月一日. Null without one. */
export function dateIn(text: string | undefined): string | null {
  const found = ANY.exec(spaced(text ?? ''))?.[0];
  if (found === undefined) return null;
  const parts = found.split(/[年月日\-/.]/).map((part) => numeral(part.trim().replace(/[○Oo0](?!\d)|元/g, zeroOrOne)));
  const [year, month, day] = /^\d/.test(found) ? (found.match(/\d+/g)?.map(Number) ?? []) : parts;
  return year && month && day && isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
}

/** A line that is a date and nothing else. */
export function isDateLine(text: string): boolean {
  return text.length <= 30 && ALONE.test(spaced(text)) && dateIn(text) !== null;
}

/** The date in words (年月日) that a text begins with, as it is printed; undefined where it begins otherwise. */
export function leadingDate(text: string): string | undefined {
  const length = WORDS.exec(fold(text.slice(0, 30)))?.[0].length;
  return length === undefined ? undefined : text.slice(0, length);
}

/** ——2026年1月27日在某省第十四届人民代表大会上: a report is written for the day on which it is given. */
export function spokenOn(lines: readonly Line[]): { readonly date: string; readonly line: number } | undefined {
  for (const { text, number } of lines.slice(0, 10)) {
    const bare = text.replace(/^[(（\s—–-]{1,4}|^.{0,3}于/, '');
    const date = leadingDate(bare);
    const iso = date && /^\s?在/.test(bare.slice(date.length)) ? dateIn(date) : null;
    if (iso) return { date: iso, line: number };
  }
  return undefined;
}

/** (2023年3月1日) and (2023年3月1日…会议通过) under a title. */
export function bracketedDate(lines: readonly Line[]): { readonly date: string; readonly line: number } | undefined {
  for (const { text, number } of lines.slice(0, 8)) {
    const inner = /^[(（]([^()（）]{8,80})[)）]$/.exec(text.trim())?.[1]?.trim();
    const date = inner && leadingDate(inner);
    const behind = inner && date ? inner.slice(date.length).trim() : undefined;
    const iso = date && (behind === '' || /(?:通过|批准|审定)$/.test(behind ?? '')) ? dateIn(date) : null;
    if (iso) return { date: iso, line: number };
  }
  return undefined;
}

/** Full-width signs as half-width ones, and single blanks: 2 0 2 2 is left alone. */
function spaced(text: string): string {
  return fold(text.slice(0, 200)).replace(/\s+/g, ' ').trim();
}

function zeroOrOne(sign: string): string {
  return sign === '元' ? '一' : '〇';
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
