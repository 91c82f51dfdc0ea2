import { numeral } from '../../../core/numerals.js';
import { type Days, dayOfMonth, monthsOf, partOfMonth, UNCERTAIN } from './dates.js';
import { matchAt, type TimeToken, tokenOf } from './token.js';

/* What comes again: 每年9月底前, 每季度首月20日前, 每月28日前. Plain 每年 and 每月 are measures of a rate, no times. */

const CLOSING = '(?:底|末)';
const BEFORE = '(?:之前|以前|前(?!期))?';
const MONTH = '(?<month>1[0-2]|[1-9])月份?';
const MONTH_PART = `(?:(?<day>\\d{1,2})[日号]|(?<part>[上中下]旬|初(?!步))|(?<close>${CLOSING}))?`;

const YEARLY = new RegExp(
  `每年度?(?:的)?(?:(?<first>1[0-2]|[1-9])月?(?:-{1,2}|~|至|到)(?<last>1[0-2]|[1-9])月${CLOSING}?|${MONTH}${MONTH_PART}|年?(?<end>${CLOSING})|(?<loose>年?初(?!步|[级中次])|暑[假期](?:放假)?|寒假|[春秋]季|[上下]半年|汛期|年中)|(?<teachers>教师节))(?<before>${BEFORE})`,
  'y',
);
/** 每年3月、6月底前, 每年2月和8月: each comes again. */
const NEXT_MONTH = new RegExp(`[、,和及与]${MONTH}${MONTH_PART}(?<before>${BEFORE})`, 'y');
const PLACE =
  '(?:首月|首个月|末月|最后[一1]个月|第[一二三123]个月|次月|下[一1]?个?月|首周|结束后|末|底|初|上旬|中旬|下旬|最后一[周日天]|最后一个工作日|后)';
const DAY_OF = '(?:(?:的|前)?\\d{1,2}(?:个工作)?[日号天])';
const NEXT_DAY = '(?:[、和及]\\d{1,2}[日号])?';
const PERIODIC: readonly (readonly [TimeToken['recurring'], RegExp])[] = [
  ['half-yearly', new RegExp(`每半年度?(?:的)?(?:${PLACE}(?:的)?${DAY_OF}?内?|${DAY_OF})${BEFORE}`, 'y')],
  ['quarterly', new RegExp(`每个?季度?(?:的)?(?:${PLACE}(?:的)?${DAY_OF}?内?|${DAY_OF})${BEFORE}`, 'y')],
  ['monthly', new RegExp(`每个?月(?:的)?(?:${PLACE}(?:的)?${DAY_OF}?内?|${DAY_OF}${NEXT_DAY})${BEFORE}`, 'y')],
  ['termly', /每(?:个)?学期(?:的)?(?:开学|期)?(?:前|初|末|结束前|开始前|第[一二]周|开学[前后][一二三\d]周内?)/y],
  ['weekly', /每周(?:星期)?[一二三四五六日天](?:(?:上|下)午)?(?:\d{1,2}[时点])?(?:前|之前|下班前)/y],
  ['daily', /每[日天](?:(?:上|下)午|晚上?)?\d{1,2}(?:[时点]|:\d{2})(?:前|之前)/y],
  // The period alone, where something is handed in: known as recurring, and sets no day.
  ['half-yearly', /每半年(?=[^,。;]{0,30}(?:报|召开|开展|通报|调度))/y],
  ['quarterly', /每个?季度(?=[^,。;]{0,30}(?:报|召开|开展|通报|调度))/y],
];

/** The times that come again and begin at a place: one, or one for each month of a list. */
export function recurringAt(line: string, at: number): TimeToken[] {
  const yearly = matchAt(YEARLY, line, at);
  if (yearly) return yearlyTokens(line, yearly);
  for (const [recurring, pattern] of PERIODIC) {
    const match = matchAt(pattern, line, at);
    if (match) return [tokenOf(line, at, at + match[0].length, { recurring, limit: /前$/.test(match[0]) })];
  }
  return [];
}

/** Whether a time only says how often: 每季度报送一次. */
export function isPlain({ recurring, text }: TimeToken): boolean {
  return recurring !== null && /^每(?:半年|个?季度)$/.test(text);
}

type Groups = Record<string, string | undefined>;

function yearlyTokens(line: string, match: RegExpExecArray): TimeToken[] {
  const tokens = [yearly(line, match.index, match.index + match[0].length, match.groups ?? {})];
  if (match.groups?.month === undefined) return tokens;
  let end = match.index + match[0].length;
  for (let next = matchAt(NEXT_MONTH, line, end); next; next = matchAt(NEXT_MONTH, line, end)) {
    end = next.index + next[0].length;
    tokens.push(yearly(line, next.index + 1, end, next.groups ?? {}));
  }
  return tokens;
}

function yearly(line: string, start: number, end: number, g: Groups): TimeToken {
  const { from, to } = yearlyDays(g);
  const limit = Boolean(g.before);
  return tokenOf(line, start, end, { recurring: 'yearly', limit, from: recur(from), to: recur(to) });
}

const recur = (day: string | null): string | null => day && `-${day.slice(4)}`;

/** In a year that is not a leap year: every year has those days. */
const ANY = 2001;

function yearlyDays(g: Groups): Days {
  const month = numeral(g.month ?? '');
  if (month) {
    const days = g.day ? dayOfMonth(ANY, month, Number(g.day)) : partOfMonth(ANY, month, g.part ?? '');
    const bounded = Boolean(g.before || g.close || g.day);
    if (g.before && !g.close && !g.day && !g.part) return monthBefore(month);
    return bounded ? { from: null, to: days.to } : days;
  }
  if (g.first && g.last && Number(g.first) < Number(g.last)) return monthsOf(ANY, Number(g.first), Number(g.last));
  if (g.end) return { from: null, to: `${ANY}-12-31` };
  if (g.teachers) return { from: null, to: `${ANY}-09-10` };
  return halfYear(g);
}

/** 每年9月前 is over when September begins. */
function monthBefore(month: number): Days {
  return { from: null, to: monthsOf(ANY, month === 1 ? 12 : month - 1).to };
}

function halfYear(g: Groups): Days {
  if (g.loose === '上半年') return { from: g.before ? null : `${ANY}-01-01`, to: `${ANY}-06-30` };
  if (g.loose === '下半年') return { from: g.before ? null : `${ANY}-07-01`, to: `${ANY}-12-31` };
  return UNCERTAIN;
}
