import type { Line } from '../../core/lines.js';
import { numeral } from '../../core/numerals.js';
import { planPeriod, type YearSpan } from '../../core/years.js';

const YEAR = '(?:(?<!\\d)(?:19|20)\\d{2}(?!\\d)|[一二][九〇零○Oo][〇零○Oo一二三四五六七八九]{2}(?=年|[-—–－~～至到]))';
const SPAN = new RegExp(`(${YEAR})\\s?年?\\s?(?:[-—–－~～]{1,2}|至|到)\\s?(${YEAR}|\\d{2}(?=年))`, 'g');
/** Papers on what is to be done in the year that their title names. */
const AHEAD = /(?:方案|计划|要点|清单|任务|安排|打算|思路|分解表|责任书|民生实事|实事|重点工作|措施|行动|工程|目标)/;
/** How far a text is searched for the years of a plan. */
const LINES = 400;

/** The years of a plan: of its title, of its name in the text, of the length that its title says, of its goals. */
export function periodOf(title: string | null, lines: readonly Line[], written: string | null): YearSpan | null {
  const name = title ?? '';
  return (
    spanIn(name) ??
    nextYear(name) ??
    planPeriod(name) ??
    citedPeriod(name, lines) ??
    lengthened(name, lines, written) ??
    goalPeriod(lines) ??
    reportYear(name, lines) ??
    titledYear(name) ??
    null
  );
}

/** 2021—2025年, 2021-25年, 二〇二一年至二〇二五年: the first stretch of a text that goes forward. */
function spanIn(text: string): YearSpan | undefined {
  for (const [, first = '', last = ''] of text.matchAll(SPAN)) {
    const from = yearOf(first);
    const end = yearOf(last);
    const to = last.length === 2 && from ? Math.floor(from / 100) * 100 + (end ?? 0) : end;
    if (from && to && from < to && to - from <= 50) return { from, to };
  }
  return undefined;
}

function yearOf(text: string): number | undefined {
  return numeral(text.replace(/[○Oo]/g, '〇'));
}

/** 2020年工作总结和2021年工作计划: the year that is to come. */
function nextYear(title: string): YearSpan | undefined {
  return oneYear(/((?:19|20)\d{2})年(?:度)?(?:重点|主要)?(?:工作)?(?:安排|计划|打算|思路|要点)/.exec(title)?.[1]);
}

/** 2024年国土绿化实施方案: the one year of a title, where the paper looks ahead. */
function titledYear(title: string): YearSpan | undefined {
  const years = title.match(new RegExp(YEAR, 'g')) ?? [];
  const behind = years[0] === undefined ? '' : title.slice(title.indexOf(years[0]) + years[0].length);
  if (years.length !== 1 || !/^年(?!版|修|以来|底|末)/.test(behind) || /总结|通报|述职|决算|执行情况/.test(title))
    return undefined;
  return AHEAD.test(behind) ? oneYear(String(yearOf(years[0] ?? ''))) : undefined;
}

/** 二、2024年工作安排 in a report: the year that its heading of the first level looks ahead to. */
function reportYear(title: string, lines: readonly Line[]): YearSpan | undefined {
  if (!/工作报告|总结/.test(title)) return undefined;
  for (const { text } of lines.slice(0, LINES)) {
    const heading = text.length > 60 ? null : /^[一二三四五六七八九十]{1,3}、((?:19|20)\d{2})年(.{0,40})$/.exec(text);
    if (heading?.[2] && /工作|任务|安排|目标|打算|思路/.test(heading[2]) && !/回顾|总结|完成|情况/.test(heading[2])) {
      return oneYear(heading[1]);
    }
  }
  return undefined;
}

function oneYear(text: string | undefined): YearSpan | undefined {
  const year = Number(text);
  return year ? { from: year, to: year } : undefined;
}

/** The years behind the plan's name where the text says it: 《某县某某行动计划(2021—2030年)》. */
function citedPeriod(title: string, lines: readonly Line[]): YearSpan | undefined {
  const name = title.slice(0, 12);
  if (name.length < 4) return undefined;
  for (const { text } of lines.slice(0, LINES)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const span = spanIn(text.slice(at, at + 60).split('》')[0] ?? '');
      if (span) return span;
    }
  }
  return undefined;
}

/** 三年行动计划: three years that the text names, from a year on, or up to one. */
function lengthened(title: string, lines: readonly Line[], written: string | null): YearSpan | undefined {
  const length = numeral(
    /([二两三四五六七八]|\d)年(?:行动|攻坚|作战|计划|规划|提升|倍增|专项|滚动|工作)/.exec(title)?.[1] ?? '',
  );
  if (!length || length > 10) return undefined;
  const years = Number(written?.slice(0, 4)) || 0;
  for (const { text } of lines.slice(0, LINES)) {
    const span = spanIn(text);
    if (span && span.to - span.from + 1 === length) return span;
    const from = Number(/(?:从|自)((?:19|20)\d{2})年(?:\d{1,2}月)?(?:起|开始)/.exec(text)?.[1]);
    if (from) return { from, to: from + length - 1 };
    const to = Number(/(?:到|至)((?:19|20)\d{2})年(?:底|末)?/.exec(text)?.[1]);
    if (to && years && to - years + 1 === length) return { from: years, to };
  }
  return undefined;
}

/** 三、“十四五”时期目标: the five years that a heading of the first level looks ahead to. */
function goalPeriod(lines: readonly Line[]): YearSpan | undefined {
  for (const { text } of lines.slice(0, LINES)) {
    if (!/^[一二三四五六七八九十]+、.{0,4}十[一二三四五六七]五/.test(text) || /总结|回顾/.test(text)) continue;
    const period = planPeriod(text);
    if (period) return period;
  }
  return undefined;
}
