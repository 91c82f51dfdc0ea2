import { inheritLimits, isCompared, isPartOfName, titledRanges } from './times/around.js';
import { calendarAt } from './times/calendar.js';
import { recurringAt } from './times/recurring.js';
import { relativeAt } from './times/relative.js';
import type { TimeContext, TimeToken } from './times/token.js';

export { isPlain } from './times/recurring.js';
export type { TimeContext, TimeToken } from './times/token.js';

const HAN = '一二三四五六七八九十';

/** The first word of a time, without what leads it: lets the scan pass over all else at once. */
const FIRST = new RegExp(
  `(?=[\\d${HAN}两每“"今本明后来次翌当年未接此上下第规行方之起元春清端中国重劳儿教建秋暑寒主汛入雨夏冬供采高开])(?:${[
    '(?<!\\d)(?:(?:19|20)\\d\\d(?=[年底末、和及与至到~\\-启开动建新改完投竣实达力争确创])|\\d{1,2}(?=[月年日天周]|个[月工]|[至到~\\-]{1,2}\\d{1,2}(?:[月年]|个[月工])|至|到|、))',
    '[一二][〇零○OＯo0九]',
    `[${HAN}两]{1,3}(?=年|个月|个工|月|[日天周]内|[至到~、-][${HAN}两]{1,2}(?:年|个月))`,
    '每',
    '[“"]?十[一二三四五六七]五',
    '今[年后冬]|本年|[明来后当次翌]年|未来|接下来|此后',
    `(?<![\\d〇零○${HAN}两几每近多全数整往历去百千同少青周])年[底末内中初]`,
    `[上下]半年|(?<![每${HAN}\\d前])第?[一二三四1-4]个?季度|第[一二三四五][年、,]`,
    '规划期|行动期|[三五]年行动|方案实施期|本世纪',
    '之日起|(?<=[\\u4e00-\\u9fff])[后起](?=的?[\\d一二两三四五六七八九十])',
    '[“"]?(?:元旦|春节|元宵|清明|五一|端午|六一|七一|八一|中秋|国庆|重阳)|(?:劳动|儿童|教师|建党|建军)节',
    '秋季(?:开学|学期)|暑[期假]|寒假|主?汛期|入汛|雨季|春[耕播]|夏收|秋[收种播]|入冬|上冻|封冻|[供采]暖|高考|中考|开学|春运',
  ].join('|')})`,
  'g',
);

/** Cheap to look for: no expression of time is without one of these. */
const ANCHOR = /[年月季期节假今前内]|十[一二三四五六七]五|20\d\d|世纪/;

/** All expressions of time in a folded line, from left to right. */
export function findTimes(line: string, context: TimeContext): TimeToken[] {
  if (!ANCHOR.test(line)) return [];
  const tokens: TimeToken[] = [];
  let inTitle: ((place: number) => boolean) | undefined;
  FIRST.lastIndex = 0;
  for (let hit = FIRST.exec(line); hit; hit = FIRST.exec(line)) {
    const found = timesAt(line, hit.index, context, tokens.at(-1));
    if (found.length === 0) continue;
    inTitle ??= titledRanges(line);
    for (const token of found) {
      FIRST.lastIndex = token.end;
      if (inTitle(token.start) || isPartOfName(line, token)) continue;
      tokens.push(isCompared(line, token) ? { ...token, status: true } : token);
    }
  }
  return inheritLimits(line, tokens);
}

/** The times whose first word stands at a place; moves the scan on over what looks like one and is none. */
function timesAt(line: string, at: number, context: TimeContext, before: TimeToken | undefined): TimeToken[] {
  if (line[at] === '每') return recurringAt(line, at);
  if (bareNumber(line, at)) return [];
  const calendar = calendarAt(line, at, context, before);
  if (typeof calendar === 'number') FIRST.lastIndex = calendar;
  if (calendar !== undefined) return typeof calendar === 'number' ? [] : [calendar];
  const relative = relativeAt(line, at);
  return relative ? [relative] : [];
}

/** The tail of a decimal or of a code: 20.25年, 3-12月; the 2 of the item 1.2月底前 stands behind its number. */
function bareNumber(line: string, at: number): boolean {
  if (!/\d/.test(line[at] ?? '') || !/[.\-/]/.test(line[at - 1] ?? '')) return false;
  return !/^\d{1,2}\.$/.test(line.slice(0, at).trim()) && /[\d/]/.test(line[at - 2] ?? '/');
}
