import { numeral } from '../../../core/numerals.js';
import { planPeriod } from '../../../core/years.js';
import {
  type Days,
  dayOfMonth,
  festivalOf,
  isoDay,
  lastDay,
  monthsOf,
  partOfMonth,
  seasonOf,
  UNCERTAIN,
} from './dates.js';
import { matchAt, type TimeContext } from './token.js';

/** A point or stretch of the calendar: a year, or a part of one, down to a day. */
export interface Point {
  readonly end: number;
  readonly days: Days;
  readonly year: number | null;
  readonly month: number | null;
  /** Whether the words name the year, if only by 今年. */
  readonly dated: boolean;
  /** 底, 末: only its last day counts. */
  readonly closes: boolean;
  /** What 前 leaves out: the point itself (9月前), or nothing (一季度前, 6月30日前). */
  readonly before: 'it' | 'none';
  /** Of a kind that means a time only with a word behind it: 汛期前, 国庆期间. */
  readonly needsSuffix: boolean;
}

/** What a point that leaves out its year or month takes over. */
export interface Known {
  readonly year: number | null;
  readonly month?: number | null;
}

const HAN_YEAR = '[一二][〇零○OＯo0九][〇零○OＯo0一二三四五六七八九]{2}';
const YEAR_DIGITS = '(?:19|20)\\d{2}';
const DUE = '启动|开工|开建|动工|建成|建设|新建|改建|完成|投入使用|投用|竣工|完工|投产|实现|达到|力争|争取|确保|创建';

/**
 * A year. Its 年 may be missing where a dash or a list leads to a year that has it (2021-2025年, 2023、2024年), before
 * 底 and 末, and before a verb of beginning or completing (2022启动).
 */
const YEAR = new RegExp(
  `(?:(?<digits>${YEAR_DIGITS})(?:年|(?=[底末](?:前|[,。;、]|$)|年?(?:-{1,2}|~|至|到)(?:${YEAR_DIGITS}|${HAN_YEAR})年|(?:[、和及与]${YEAR_DIGITS}){1,8}年|(?:${DUE})))` +
    `|(?<han>${HAN_YEAR})年) ?`,
  'y',
);
const THIS = /(?:今年|本年度?|明年|来年|后年|当年|次年|翌年)(?!级)/y;
const PLAN =
  /[“"]?(?<plan>十[一二三四五六七]五)[”"]?(?:规划期?|计划)?(?<part>期间|时期末?|期末|末|期内|初期|前期|中期|后期|以来)/y;
const PLAN_TERM = /(?:规划期|行动期|[三五]年行动(?:计划|方案)?(?:实施)?期|方案实施期)(?<part>末|内|间)/y;
const CENTURY = /本世纪(?<mid>中叶|中期|末)/y;

/** Words that 底, 末, 初, 前, 内 and 起 are the beginning of. */
const CLOSING = '(?:底(?![数线层板部商盘稿册蕴泥栖座色库])|末(?![端梢位级]))';
const OPENING = '初(?![步级中次始期评审选衷验见具])';
const QUARTER = `(?<quarter>第?[一二三四1-4]个?季度)(?<quarterEnd>${CLOSING})?`;
const HALF = '(?<half>[上下]半年)(?<halfEnd>[底末])?';
const SEASON = '(?<season>[春夏秋冬]季?(?:学期|开学|季)|[春夏秋冬]季|暑[期假]|寒假)(?<school>学期|开学)?';
const MONTH =
  `(?<month>1[0-2]|0?[1-9]|十[一二]?(?=月[底末初前份上中下一二三])|[一二三四五六七八九](?=月[底末初前份上中下一二三十]))(?:(?=(?:-{1,2}|~|至|到)(?:1[0-2]|0?[1-9])月)|月(?!龄|嫂|均)份? ?` +
  `(?:(?<day>\\d{1,2}|[一二三]?十?[一二三四五六七八九十])[日号]|(?<ten>[上中下]旬)|(?<monthEnd>${CLOSING})|(?<monthPart>${OPENING}|中(?=[,。前]|完成|启动)))?)`;
const FESTIVAL =
  '(?<festival>[“"]?(?:元旦|春节|元宵|清明|五一|端午|六一|七一|八一|中秋|国庆|十一|重阳)[”"]?节?|(?:劳动|儿童|教师|建党|建军)节)(?:假期)?';
const NATURE =
  '(?<nature>主?汛期|入汛|雨季|春耕|春播|夏收|秋收|秋种|秋播|入冬|上冻|封冻|[供采]暖[季期]?|高考|中考|开学|春运|今冬明春)(?:来临|到来|开始|结束|生产)?';
const NAMED = `${FESTIVAL}|${NATURE}`;

/** A part of the year that was just named. */
const PART_OF_YEAR = new RegExp(
  `(?:(?<yearEnd>年?${CLOSING})|${HALF}|${QUARTER}|${MONTH}|${SEASON}|(?<yearStart>年?${OPENING})|(?<mid>年中|中(?=[前,完建实启投达]))|(?<within>之?内(?![部容蒙在涵地陆外需河生控涝科设]))|${NAMED})`,
  'y',
);
/** A part of a year that the words leave out. */
const PART_ALONE = new RegExp(
  `(?:(?<yearEnd>年${CLOSING})|${HALF}|${QUARTER}|${MONTH}|(?<season>秋季开学|秋季学期|暑[期假]|寒假)(?<school>(?!))?|(?<yearStart>年${OPENING})|(?<mid>年中(?=[前,完建实启投达]))|(?<within>年内)|${NAMED})`,
  'y',
);
/** The second end of 3月1日至15日. */
const DAY = /(?<day>\d{1,2})[日号]/y;

interface YearAt {
  readonly end: number;
  readonly year: number | null;
}

/** The year at a place, said in digits or by its distance from the document's. */
function yearAt(line: string, at: number, context: TimeContext): YearAt | undefined {
  const match = matchAt(YEAR, line, at);
  if (match) {
    const digits = match.groups?.digits ?? match.groups?.han?.replace(/[○OＯo0]/g, '〇');
    return { end: at + match[0].trimEnd().length + (/ $/.test(match[0]) ? 1 : 0), year: numeral(digits ?? '') ?? null };
  }
  const named = matchAt(THIS, line, at)?.[0];
  if (!named) return undefined;
  const later = /^[明来次翌]/.test(named) ? 1 : named === '后年' ? 2 : 0;
  return { end: at + named.length, year: context.year === null ? null : context.year + later };
}

const WHOLE = { month: null, closes: false, before: 'it', needsSuffix: false } as const;

/** A planned period, a century, or the years of the plan itself. */
function periodAt(line: string, at: number, context: TimeContext): Point | undefined {
  const plan = matchAt(PLAN, line, at);
  const term = plan ? null : matchAt(PLAN_TERM, line, at);
  const match = plan ?? term;
  if (match) {
    const years = plan ? planPeriod(plan.groups?.plan ?? '') : context.period;
    const part = match.groups?.part ?? '';
    const closes = part.endsWith('末');
    const vague = /[初前中后]期/.test(part);
    const days = years && !vague ? { from: closes ? null : `${years.from}-01-01`, to: `${years.to}-12-31` } : UNCERTAIN;
    // 以来 is left to what follows a point.
    const end = at + match[0].length - (part === '以来' ? 2 : 0);
    return { ...WHOLE, end, days, year: years?.to ?? null, dated: true, closes };
  }
  const century = matchAt(CENTURY, line, at);
  if (!century) return undefined;
  const year = century.groups?.mid === '末' ? 2100 : 2050;
  const days = { from: null, to: `${year}-12-31` };
  return { ...WHOLE, end: at + century[0].length, days, year, dated: true, closes: true };
}

type Groups = Record<string, string | undefined>;

/** What a part of a year means in that year. */
function partOf(year: number, g: Groups): Omit<Point, 'end' | 'year' | 'dated'> | undefined {
  if (g.yearEnd) return { ...WHOLE, days: monthsOf(year, 1, 12), closes: true };
  if (g.half) {
    const days = g.half.startsWith('上') ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
    return { ...WHOLE, days, closes: g.halfEnd !== undefined, before: 'none' };
  }
  if (g.quarter) {
    const quarter = numeral(/[一二三四1-4]/.exec(g.quarter)?.[0] ?? '') ?? 1;
    const days = monthsOf(year, quarter * 3 - 2, quarter * 3);
    return { ...WHOLE, days, closes: g.quarterEnd !== undefined, before: 'none' };
  }
  if (g.month) return monthOf(year, g);
  // 暑期 and 秋季学期前 begin with their first month; when a spring term opens no guide says.
  if (g.season)
    return { ...WHOLE, days: /^春.*(?:开学|学期)/.test(g.season) && g.school ? UNCERTAIN : seasonOf(year, g.season) };
  if (g.yearStart) return { ...WHOLE, days: UNCERTAIN };
  if (g.mid) return { ...WHOLE, days: monthsOf(year, 1, 6), closes: true, before: 'none' };
  if (g.festival) return { ...WHOLE, days: festivalOf(year, g.festival), needsSuffix: true };
  if (g.nature) return { ...WHOLE, days: UNCERTAIN, needsSuffix: !g.nature.startsWith('今冬') };
  return { ...WHOLE, days: monthsOf(year, 1, 12) };
}

function monthOf(year: number, g: Groups): Omit<Point, 'end' | 'year' | 'dated'> | undefined {
  const month = numeral(g.month ?? '') ?? 0;
  const day = g.day === undefined ? undefined : numeral(g.day);
  if (month < 1 || month > 12 || (g.day !== undefined && (!day || day > 31))) return undefined;
  if (day) return { ...WHOLE, month, days: dayOfMonth(year, month, day), before: 'none' };
  const part = g.ten ?? g.monthPart ?? '';
  return {
    ...WHOLE,
    month,
    days: partOfMonth(year, month, part),
    closes: g.monthEnd !== undefined,
    before: part === '' ? 'it' : 'none',
  };
}

/**
 * The point of the calendar at a place.
 * @param known what the end of a span takes over from its beginning, and a part without a year from what stands before
 */
export function pointAt(line: string, at: number, context: TimeContext, known: Known): Point | undefined {
  const period = periodAt(line, at, context);
  if (period) return period;
  const said = yearAt(line, at, context);
  const part = matchAt(said ? PART_OF_YEAR : PART_ALONE, line, said?.end ?? at);
  const year = said ? said.year : known.year;
  if (part) {
    const meaning = partOf(year ?? 2001, part.groups ?? {});
    if (!meaning) return undefined;
    const end = part.index + part[0].length;
    const days = year === null ? UNCERTAIN : meaning.days;
    const { month, closes, before, needsSuffix } = meaning;
    const dated = said !== undefined || part.groups?.within === '年内';
    return { month, closes, before, needsSuffix, end, days, year, dated };
  }
  if (said) {
    const days = said.year === null ? UNCERTAIN : monthsOf(said.year, 1, 12);
    const { end, year } = said;
    return { month: null, closes: false, before: 'it', needsSuffix: false, end, days, year, dated: true };
  }
  return known.month ? dayAt(line, at, known.year, known.month) : undefined;
}

function dayAt(line: string, at: number, year: number | null, month: number): Point | undefined {
  const match = matchAt(DAY, line, at);
  const day = Number(match?.groups?.day);
  if (!match || day < 1 || day > 31) return undefined;
  const real = year === null ? null : isoDay(year, month, Math.min(day, lastDay(year, month)));
  const days = { from: real, to: real };
  return { ...WHOLE, month, end: at + match[0].length, days, year, dated: false, before: 'none' };
}
