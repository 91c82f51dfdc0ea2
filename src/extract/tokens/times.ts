import { numeral } from '../../core/numerals.js';
import { planPeriod } from '../../core/years.js';

/** An expression of time in a line. Offsets count in the line; dates are ISO, `--MM-DD` where they recur. */
export interface TimeToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The span opens here, only where the expression itself opens one. */
  readonly from: string | null;
  /** The last day that satisfies it. */
  readonly to: string | null;
  /** The calendar year that it binds; the last one of a span. */
  readonly year: number | null;
  readonly recurring: 'yearly' | 'quarterly' | 'monthly' | 'termly' | null;
  /** 到 X / X前 / X底前: a limit; otherwise a time at which something happens. */
  readonly limit: boolean;
  /** Says since or until when something has been so (截至, 以来), or what it is compared with (比2020年). */
  readonly status: boolean;
  /** 3—5年内, 今后五年: counted from a day that the expression does not name. */
  readonly relative: boolean;
  /** The year is not said (6月底前, 上半年): the document's. */
  readonly implied: boolean;
}

/** What a document tells about time: the year of its writing stands for 今年. */
export interface TimeContext {
  readonly year: number | null;
}

const CN_DIGIT = '[〇零一二三四五六七八九]';
const YEAR = `(?:(?:19|20)\\d{2}|[二一]${CN_DIGIT}{3})`;
const PERIOD = '[“"]?十[一二三四五六七]五[”"]?';
const PREFIX = '(?:截至|截止到?|直到|到|至|在|于|自|从|截止)?';

/** Two ends of a span are joined by these; dashes are folded before. */
const TO = '(?:-{1,2}|~|至|到)';
const MONTH_PART = '(?:上旬|中旬|下旬|月初|月底|底|末|初)?';
const YEAR_PART =
  '(?:年?(?:年底|年末|底|末|上半年|下半年|春季学期|秋季学期|春季|秋季|夏季|冬季|暑期|暑假|寒假|第?[一二三四1-4]季度|年初|初|年中))?';
const BEFORE = '(?:之前|以前|前)?';
const SINCE = '(?:(?:学期)?(?:[\\u4e00-\\u9fff]{0,6}年级(?:学生)?)?(?:开始|起)|以来)?';

/** What an expression may begin with: lets the scan pass over all else at once. */
const FIRST =
  '(?<!\\d)(?=\\d|[二一][〇零一二三四五六七八九]{3}|每[年个月季]|十[一二三四五六七]五|[“"]十|今[年后]|本年|年[内底末中]|明年|当年|[上下]半年' +
  '|第[一二三四五1-4](?:季|年|[、,])|未来|利用|力争|争取|通过|用|经过|[一二两三四五六七八九十]{1,2}(?:年|至|-)' +
  '|(?:截至|截止|直到|到|至|在|于|自|从)到?(?:\\d|[二一][〇零一二三四五六七八九]|[“"]?十|今|本年|年|明|当|\\s|[一二三四五六七八九十]))';

const PATTERN = new RegExp(
  `${FIRST}(?:${[
    `(?<months>${PREFIX}(?<sy>${YEAR})年(?<sm1>\\d{1,2})(?:月(?:份)?)?${TO}(?:(?<sy2>${YEAR})年)?(?<sm2>\\d{1,2})月(?:份|底)?)`,
    `(?<span>${PREFIX}(?<spanFrom>${YEAR})年?${TO}(?<spanTo>${YEAR})年(?:期间)?)`,
    `(?<yearly>每年(?:的)?(?:(?<ymonth>\\d{1,2})月(?:(?<yday>\\d{1,2})日|${MONTH_PART})?(?:和(?<ymonth2>\\d{1,2})月)?|年?底|年?末|年?初|年初|教师节|暑假(?:放假)?|寒假|春季|秋季)${BEFORE})`,
    `(?<quarterly>每个?季度(?:(?:末|初|首月|最后一个月|第[1一]个月)(?:的)?(?:\\d{1,2}日)?${BEFORE}|${BEFORE}(?=[^,。;]{0,30}(?:报|召开|开展|通报|调度))))`,
    `(?<monthly>每个?月(?:的)?\\d{1,2}日${BEFORE})`,
    `(?<day>${PREFIX}(?<dy>${YEAR})年(?<dm>\\d{1,2})月(?<dd>\\d{1,2})日(?:起|以来|${BEFORE}))`,
    `(?<month>${PREFIX}(?<my>${YEAR})年(?<mm>\\d{1,2})月${MONTH_PART}${BEFORE}${SINCE})`,
    `(?<year>${PREFIX}(?<yy>${YEAR})年${YEAR_PART}${BEFORE}${SINCE})`,
    `(?<plan>(?:到|至|在)?(?<pp>${PERIOD})(?:期间|时期|末|期末|规划期(?:间|末)?|中期|以来))`,
    `(?<this>(?:到|至|在)?(?:今年|本年度?|年内|明年|当年)(?:年底|底|末|内|上半年|下半年|\\d{1,2}月${MONTH_PART})?${BEFORE})`,
    `(?<half>(?:上半年|下半年|年底|年末|第[一二三四1-4]季度)${BEFORE})`,
    `(?<bareMonth>(?<![\\d年至到.-])(?<bm>1[0-2]|[1-9])月(?:份|${MONTH_PART})${BEFORE}(?!\\d|[至到~-]\\d{1,2}月))`,
    `(?<relative>(?:(?:通过|用|经过|力争|争取|在|利用|未来|今后)?(?:的)?(?:\\d{1,2}(?:${TO}\\d{1,2})?|[一二两三四五六七八九十]{1,2}(?:${TO}[一二三四五六七八九十]{1,2})?)年(?:左右)?(?:的)?(?:时间|内|之内|以内))|(?:今后|未来)(?:\\d|[一二三四五])年|第[一二三四五](?:[、,][一二三四五])*年(?=[,实完基]))`,
  ].join('|')})`,
  'g',
);

/** Cheap to look for: no expression of time is without one of these. */
const ANCHOR = /年|月|季度|十[一二三四五六七]五/;

/** All expressions of time in a folded line, from left to right. */
export function findTimes(line: string, context: TimeContext): TimeToken[] {
  if (!ANCHOR.test(line)) return [];
  const tokens: TimeToken[] = [];
  for (const match of line.matchAll(PATTERN)) {
    const token = readTime(match, context, tokens.at(-1));
    if (!token || partOfName(line, token)) continue;
    tokens.push(isCompared(line, token) ? { ...token, status: true } : token);
    const second = secondMonth(match, token);
    if (second) tokens.push(second);
  }
  return inheritLimits(line, tokens);
}

/** 比2020年下降17%, 与2020年相比, 以2020年为基期, 在2020年基础上: where it is measured from, not when it is due. */
function isCompared(line: string, { start, end }: TimeToken): boolean {
  const before = line.slice(Math.max(0, start - 3), start);
  const behind = line.slice(end, end + 8);
  return (
    /(?<![可计相对占同环配])[比较](?:之)?$/.test(before) ||
    /^(?:的?(?:同期)?(?:水平(?=$|[,。;、上以])|基础之?上|实绩|基数)|(?:同期)?相比|为(?:基[期数准年]|参照))/.test(behind)
  );
}

/** 每年2月和8月 recurs twice. */
function secondMonth(match: RegExpMatchArray, first: TimeToken): TimeToken | undefined {
  const month = match.groups?.ymonth2;
  if (month === undefined) return undefined;
  const text = /\d{1,2}月[^月]*$/.exec(first.text)?.[0] ?? first.text;
  return { ...first, text, start: first.end - text.length, ...yearlyDates(text, month, undefined) };
}

type Groups = Record<string, string | undefined>;

function readTime(match: RegExpMatchArray, context: TimeContext, before: TimeToken | undefined): TimeToken | undefined {
  const g = match.groups as Groups;
  const text = match[0];
  const base = {
    text,
    start: match.index ?? 0,
    end: (match.index ?? 0) + text.length,
    from: null,
    to: null,
    year: null,
    recurring: null,
    limit: /^(?:到|至|直到)|前$/.test(text),
    status: /^(?:截至|截止)|以来$/.test(text),
    relative: false,
    implied: false,
  };
  if (g.months) return monthsToken(base, g);
  if (g.span) return spanToken(base, yearOf(g.spanFrom), yearOf(g.spanTo));
  if (g.plan) return planToken(base, text);
  if (g.yearly) return { ...base, ...yearlyDates(text, g.ymonth, g.yday), recurring: 'yearly' };
  if (g.quarterly) return { ...base, recurring: 'quarterly' };
  if (g.monthly) return { ...base, recurring: 'monthly' };
  if (g.relative) return { ...base, relative: true };
  if (g.day) return dated(base, yearOf(g.dy), Number(g.dm), Number(g.dd), text);
  if (g.month) return dated(base, yearOf(g.my), Number(g.mm), undefined, text);
  if (g.year) return dated(base, yearOf(g.yy), undefined, undefined, text);
  // 6月底前 takes the year of the time before it, but not one that the text looks back to.
  const earlier = before?.year ?? null;
  const near = earlier !== null && earlier >= (context.year ?? 0) ? earlier : context.year;
  const year = /明年/.test(text) && context.year !== null ? context.year + 1 : near;
  if (year === null) return { ...base, relative: true };
  const named = /今年|本年|年内|当年/.test(text) ? (context.year ?? year) : year;
  if (g.this) return dated(base, named, Number(/(\d{1,2})月/.exec(text)?.[1]) || undefined, undefined, text);
  if (g.half) return dated({ ...base, implied: true }, named, undefined, undefined, text);
  return dated({ ...base, implied: true }, year, Number(g.bm), undefined, text);
}

type Base = TimeToken;

function spanToken(base: Base, from: number | undefined, to: number | undefined): TimeToken | undefined {
  if (!from || !to || from >= to || to - from > 40) return undefined;
  return { ...base, from: `${from}-01-01`, to: `${to}-12-31`, year: to };
}

/** 2023年4月至10月. */
function monthsToken(base: Base, g: Groups): TimeToken | undefined {
  const from = yearOf(g.sy);
  const to = yearOf(g.sy2) ?? from;
  const first = Number(g.sm1);
  const last = Number(g.sm2);
  if (!from || !to || first < 1 || first > 12 || last < 1 || last > 12) return undefined;
  const end = `${to}-${two(last)}-${two(lastDay(to, last))}`;
  return { ...base, from: `${from}-${two(first)}-01`, to: end, year: to };
}

function planToken(base: Base, text: string): TimeToken | undefined {
  const period = planPeriod(text);
  if (!period) return undefined;
  const end = /末|^(?:到|至)/.test(text);
  return {
    ...base,
    from: end ? null : `${period.from}-01-01`,
    to: `${period.to}-12-31`,
    year: period.to,
    limit: end,
    status: /以来$/.test(text),
  };
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : numeral(text);
}

const two = (n: number): string => String(n).padStart(2, '0');

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days that a part of a year or month covers. Seasons as the school year has them. */
function partOf(year: number, month: number | undefined, day: number | undefined, text: string): Days {
  const span = (m1: number, d1: number, m2: number, d2: number): Days => ({
    from: `${year}-${two(m1)}-${two(d1)}`,
    to: `${year}-${two(m2)}-${two(d2)}`,
  });
  // 2月30日: the last day that there is.
  const real = month && day ? Math.min(day, lastDay(year, month)) : undefined;
  if (month && real) return span(month, real, month, real);
  if (month) {
    if (/上旬/.test(text)) return span(month, 1, month, 10);
    if (/中旬/.test(text)) return span(month, 11, month, 20);
    if (/下旬/.test(text)) return span(month, 21, month, lastDay(year, month));
    return span(month, 1, month, lastDay(year, month));
  }
  if (/上半年|年中/.test(text)) return span(1, 1, 6, 30);
  if (/下半年/.test(text)) return span(7, 1, 12, 31);
  if (/春季/.test(text)) return span(3, 1, 5, 31);
  if (/暑/.test(text)) return span(7, 1, 8, 31);
  if (/夏季/.test(text)) return span(6, 1, 8, 31);
  if (/秋季/.test(text)) return span(9, 1, 11, 30);
  const quarter = /第?([一二三四1-4])季度/.exec(text)?.[1];
  const q = quarter ? (numeral(quarter) ?? 0) : 0;
  if (q > 0) return span(q * 3 - 2, 1, q * 3, lastDay(year, q * 3));
  return span(1, 1, 12, 31);
}

function dated(
  base: Base,
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  text: string,
): TimeToken | undefined {
  if (!year || year < 1949 || year > 2100 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  const days = partOf(year, month, day, text);
  if (/开始$|起$/.test(text)) return { ...base, from: days.from, to: null, year: null };
  const end = /底|末/.test(text);
  if (/前$/.test(text) && !end && !/[上下]半年|季/.test(text)) {
    // 9月前 is over when September begins; 2030年前 when that year does; a day named is the last that counts.
    const to = day ? days.to : dayBefore(days.from);
    return { ...base, from: null, to, year };
  }
  return { ...base, from: base.limit || end ? null : days.from, to: days.to, year };
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function yearlyDates(
  text: string,
  monthText: string | undefined,
  day: string | undefined,
): { from: string | null; to: string | null } {
  const month = Number(monthText);
  if (month >= 1 && month <= 12) {
    const days = partOf(2001, month, day ? Number(day) : undefined, text);
    const limited = /前$|底|末|日/.test(text);
    return { from: limited ? null : `-${days.from.slice(4)}`, to: `-${days.to.slice(4)}` };
  }
  if (/底|末/.test(text)) return { from: null, to: '--12-31' };
  if (/教师节/.test(text)) return { from: null, to: '--09-10' };
  return { from: null, to: null };
}

/** In 到2023年、2025年、2027年 the first word holds for all of them. */
function inheritLimits(line: string, tokens: readonly TimeToken[]): TimeToken[] {
  const result: TimeToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    const joined = last !== undefined && /^[、,和及与]?$/.test(line.slice(last.end, token.start));
    result.push(joined && last.limit && !token.limit && token.to ? { ...token, limit: true, from: null } : token);
  }
  return result;
}

/** 2025年远景目标纲要, 《…2035》, 2021年工作总结: the year belongs to a name. */
function partOfName(line: string, token: TimeToken): boolean {
  const open = line.lastIndexOf('《', token.start);
  if (open >= 0 && line.indexOf('》', open) > token.start) return true;
  const behind = line.slice(token.end, token.end + 12);
  return (
    /^(?:远景目标|(?:国民经济|政府工作|教育|工作)?[^,。;]{0,8}(?:规划|纲要|行动计划|工作总结|工作要点|中央一号文件))/.test(
      behind,
    ) &&
    !token.limit &&
    /^(?:远景|中央|国民|政府)/.test(behind)
  );
}
