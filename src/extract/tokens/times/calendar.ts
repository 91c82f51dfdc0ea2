import { type Point, pointAt } from './anchors.js';
import { type Days, dayBefore } from './dates.js';
import { matchAt, type TimeContext, type TimeToken, tokenOf } from './token.js';

/*
 * Times of the calendar: what leads (到, 自, 截至), a point, perhaps the end of a span (至 …), and what follows (前, 起,
 * 以来, 期间).
 */

/** What may stand right before a point; longest first. 达到2025年 and 甚至2025年 have none. */
const LEAD =
  /(?:截至|截止到?|直到|直至|最迟于?|最晚于?|不迟于|不晚于|(?<![达提高升加低降少得感受看做遇找收])到|(?<![甚以乃直截])至|赶在|(?<![现存实所正])在|(?<![关对由等属高低优处位用少多大小])于|(?<![各独亲])自|从) ?$/;
const LONGEST_LEAD = 5;

const JOINT = /起?(?:-{1,2}|~|至|到)(?=[\d一二三四五六七八九十今本明次翌第上下年“"])/y;
/** 期间 and 止 close a span; they say nothing more. */
const CLOSED = /(?:期间|止|为止|结束|阶段)(?!目标|任务)/y;
/** 前 behind a year or month may be the beginning of another word (前期, 前往, 前三季度); behind 底 and a day hardly. */
const BEFORE =
  /(?:之前|以前|来临前|到来前|开始前|结束前|前(?![期往来沿景瞻提端列述面后置移身]|进(?!行|入|驻|场)|[一二三四\d]{1,2}个?(?:季度|月)))/y;
const BEFORE_LAST_DAY = /(?:之前|以前|前(?![往述景]|期(?!完)))/y;
const SINCE = /以来/y;
const FROM = /(?:(?:学期)?(?:[\u4e00-\u9fff]{0,6}年级(?:学生)?)?(?:开始|起(?![草点步来诉重始到伏源义吊效居])))(?!前)/y;

interface Bounds {
  readonly first: Point;
  readonly last: Point;
}

/** How the stretch before a point leads it; empty where it does not. */
function leadBefore(line: string, at: number, from: number): string {
  return LEAD.exec(line.slice(Math.max(from, at - LONGEST_LEAD), at))?.[0] ?? '';
}

/**
 * The time whose first point begins at a place; where the words are no time, the place behind them.
 * @param before the time that stands before it
 */
export function calendarAt(
  line: string,
  at: number,
  context: TimeContext,
  before: TimeToken | undefined,
): TimeToken | number | undefined {
  const first = pointAt(line, at, context, { year: impliedYear(context, before?.year ?? null) });
  if (!first || !isYear(first.year)) return undefined;
  const last = spanEnd(line, first, context);
  if (last && !follows(first, last)) return last.end;
  const lead = leadBefore(line, at, before?.end ?? 0);
  return finish(line, { at, lead, first, last: last ?? first }, context);
}

/** 6月底前 takes the year of the time before it, but not one that the text looks back to. */
function impliedYear({ year }: TimeContext, earlier: number | null): number | null {
  return earlier !== null && earlier >= (year ?? 0) ? earlier : year;
}

function isYear(year: number | null): boolean {
  return year === null || (year >= 1949 && year <= 2100);
}

function spanEnd(line: string, first: Point, context: TimeContext): Point | undefined {
  const joint = matchAt(JOINT, line, first.end);
  if (!joint) return undefined;
  const place = first.end + joint[0].length;
  const last = pointAt(line, place, context, { year: first.year, month: first.month });
  return last && isYear(last.year) ? last : undefined;
}

/** A span runs forward, over no more years than anybody plans. */
function follows(first: Point, last: Point): boolean {
  const from = first.days.from ?? first.days.to;
  if (from === null || last.days.to === null) return true;
  const years = (last.year ?? 0) - (first.year ?? 0);
  return from < last.days.to && years <= 40;
}

interface Place extends Bounds {
  readonly at: number;
  readonly lead: string;
}

function finish(line: string, { at, lead, first, last }: Place, context: TimeContext): TimeToken | number {
  let end = last.end;
  const take = (pattern: RegExp): string => {
    const found = matchAt(pattern, line, end)?.[0] ?? '';
    end += found.length;
    return found;
  };
  const closed = take(CLOSED) !== '';
  const before = take(last.closes || last.before === 'none' ? BEFORE_LAST_DAY : BEFORE) !== '';
  const since = !before && take(SINCE) !== '';
  const opens = !before && !since && take(FROM) !== '';
  if (last.needsSuffix && !before && !closed) return last.end;
  const start = at - lead.length;
  const span = first !== last;
  const limit = before || (!span && /^(?:到|至|直|最|不|截)/.test(lead));
  const ahead = context.year !== null && (last.year ?? 0) > context.year;
  const status = since || (/^截/.test(lead) && !before && !ahead);
  const dated = first.dated || last.dated;
  const due = limit && !status;
  if (last.year === null) return tokenOf(line, start, end, { limit: due, status, implied: false, relative: true });
  const days = daysOf({ first, last }, { before, limit: due, opens });
  // 从2022年起 opens what has no end; it binds no year.
  const year = opens ? null : last.year;
  const moved = !dated && (limit || last.closes) ? yearsOn(days, context) : 0;
  const relative = year !== null && !dated && days.from === null && days.to === null;
  const { from, to } = later(days, moved);
  const implied = !dated;
  return tokenOf(line, start, end, { limit: due, status, implied, from, to, year: year && year + moved, relative });
}

interface Modifiers {
  readonly before: boolean;
  readonly limit: boolean;
  readonly opens: boolean;
}

function daysOf({ first, last }: Bounds, { before, limit, opens }: Modifiers): Days {
  const { from, to } = last.days;
  if (opens) return { from: first.days.from, to: null };
  if (first !== last) return { from: first.days.from ?? first.days.to, to };
  // 9月前 is over when September begins; 2030年前 when that year does; a day named is the last that counts.
  if (before && last.before === 'it' && !last.closes) return { from: null, to: from && dayBefore(from) };
  return { from: limit || before || last.closes ? null : from, to };
}

/** A day that lies before the day of writing is meant of the year after: 3月底前, written in November. */
function yearsOn(days: Days, { since }: TimeContext): number {
  return since && days.to !== null && days.to < since ? 1 : 0;
}

function later({ from, to }: Days, years: number): Days {
  const move = (day: string | null): string | null =>
    day === null ? null : `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return years === 0 ? { from, to } : { from: move(from), to: move(to) };
}
