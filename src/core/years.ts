import { numeral } from './numerals.js';

/** A stretch of calendar years; one year where both are the same. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** 十二五 began in 2011; each plan has five years. */
export function planPeriod(text: string): YearSpan | undefined {
  const ordinal = '一二三四五六七'.indexOf(/十([一二三四五六七])(?:个)?五(?!年级)/.exec(text)?.[1] ?? '-') + 1;
  if (ordinal === 0) return undefined;
  const from = 2001 + ordinal * 5;
  return { from, to: from + 4 };
}

/** A year in digits or, as titles print it, in Chinese ones: 二〇二五, 二零二五, 二○二五, 二O二五. */
const YEAR = '(?:(?<!\\d)(?:19|20)\\d{2}(?!\\d)|[一二][九〇零○ＯO][〇零○ＯO一二三四五六七八九]{2}(?=年))';
const DASH = '(?:[-—–－~～]{1,2}|至|到)';
const SPAN = new RegExp(`(${YEAR})年?${DASH}(${YEAR})(?:年度?(?:末|底)?)?`);
const SINGLE = new RegExp(`(${YEAR})(?:年度?(?:末|底)?)?`, 'g');
const PERIOD = /[“"'「]?十[一二三四五六七]五[”"'」]?(?:规划)?(?:期间|时期|期末|末)?/;

/** The years that the head of a column names, and its words without them. */
export interface NamedYears {
  readonly span: YearSpan | undefined;
  /** Two years that make no span: 2025年比2020年增长. */
  readonly compared: boolean;
  readonly rest: string;
}

export function namedYears(name: string): NamedYears {
  const span = SPAN.exec(name);
  const from = yearOf(span?.[1]);
  const to = yearOf(span?.[2]);
  if (span && from && to && from < to)
    return { span: { from, to }, compared: false, rest: name.replace(span[0], '').replace(PERIOD, '') };
  const years = [...name.matchAll(SINGLE)].map((match) => yearOf(match[1]) ?? 0);
  const first = years[0];
  if (first !== undefined) {
    const year = Math.max(...years);
    const rest = name.replace(SINGLE, '').replace(PERIOD, '');
    return { span: { from: year, to: year }, compared: years.some((other) => other !== first), rest };
  }
  const period = PERIOD.exec(name);
  return period
    ? { span: planPeriod(period[0]), compared: false, rest: name.replace(period[0], '') }
    : { span: undefined, compared: false, rest: name };
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : numeral(text.replace(/[○ＯO]/g, '〇'));
}
