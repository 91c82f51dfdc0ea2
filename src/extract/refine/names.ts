import { SHARE_NOUN } from '../../lexicon/measures.js';
import { REACHES } from '../../lexicon/verbs.js';
import { type Frame, leadOf } from '../frames.js';
import { slotsOf } from '../slots.js';

/** No quoted name is longer. */
const LONGEST_NAME = 14;

/** Inside 《》, or inside quotes that hold a short name. */
export function isInsideName({ view: { text }, group }: Frame): boolean {
  const at = group[0].start;
  const book = text.lastIndexOf('《', at);
  if (book >= 0 && text.indexOf('》', book) > at) return true;
  const quote = text.lastIndexOf('“', at);
  const close = text.indexOf('”', quote);
  return quote >= 0 && close > at && close - quote <= LONGEST_NAME;
}

/** The things that a number counts are what the next value is a level of. */
const COUNTED_LEVEL = new RegExp(`^[^,;。]{2,24}(?:${SHARE_NOUN})(?:分别|均|都|总体|要)*(?:${REACHES})?$`);

/** Behind no word of reaching, and before a word: it counts nothing. */
function isBareDigit(frame: Frame): boolean {
  const { verb, subject } = slotsOf(frame);
  const behind =
    /^(?:[\u4e00-\u9fff]|、\d)/.test(frame.after) &&
    !/^(?:左右|以上|以下|以内|的水平|和|及|与|至|提)/.test(frame.after);
  return verb.kind === 'none' && behind && !/(?:指数|系数|浓度|比|值|得分|排名)$/.test(subject);
}

/** 300吨级船舶, 15分钟生活圈, 500米覆盖率, 110千伏变电站: a number that says which kind. */
export function isPartOfWord(frame: Frame): boolean {
  const { group, after, next, before, view } = frame;
  const [{ kind, unit, prefix, end }] = group;
  // 周边6省区, 209、218省道: digits of a name.
  if (unit === '' && prefix === '' && isBareDigit(frame)) return true;
  // 三项基本医疗保险参保率达到95%: how many things a level is of.
  if (kind === 'things' && prefix === '' && next && COUNTED_LEVEL.test(view.text.slice(end, next.group[0].start)))
    return true;
  if (kind !== 'size' && kind !== 'time' && kind !== 'things' && kind !== 'money') return false;
  if (/^级(?!别)/.test(after) && kind !== 'things') return true;
  const named =
    /^[\u4e00-\u9fff]{0,4}?(?:生活圈|服务圈|交通圈|经济圈|健身圈|通勤圈|物流圈|阅读圈|文化圈|养老圈|便民圈|覆盖率)/;
  if (prefix === '' && (kind === 'size' || kind === 'time') && named.test(after)) return true;
  // 百亿元产业 with a number of its own behind it: 打造3个百亿元产业集群.
  return (
    kind === 'money' &&
    prefix === '' &&
    /\d[^,]{0,4}个$/.test(before) &&
    next === undefined &&
    /^级?[\u4e00-\u9fff]{2,6}/.test(after)
  );
}

/** Ages, grades, points of an assessment. */
export function isScore(frame: Frame): boolean {
  const { group, before, after } = frame;
  const [{ kind, unit }] = group;
  if (/^的?权重/.test(after)) return true;
  // 一式3份, 售价20元: copies and prices.
  if (/(?:一式|各执|存档|留存)[^,]{0,2}$/.test(before)) return true;
  if (
    kind === 'money' &&
    /(?:起始价|售价|票价|水价|电价|气价|单价|租金|押金|保证金|价款|定价)(?:为|是)?(?:每[^,]{1,4})?$/.test(before)
  )
    return true;
  if (/^(?:岁|周岁)$/.test(unit)) return !/寿命|年龄/.test(leadOf(frame));
  return /^(?:分|秒|级)$/.test(unit) || /考核|总分|评分|得分|分值|满分/.test(before.slice(-10));
}

/** How many kinds or parts there are: 质量、效率、安全三个方面, 由4个方面的指标构成. */
export function isKindOfThings({ before, after }: Frame): boolean {
  if (/^(?:方面|环节|层面|维度|阶段|步骤|部分|层次|角度|要素)/.test(after)) return true;
  if (/^[^,。;]{0,14}(?:构成|组成)(?:$|[,。;])/.test(after) || /^[\u4e00-\u9fff]{2,6}(?:为|作为)成员/.test(after))
    return true;
  return /由[^,。;]{2,40}$/.test(before) && /^[^,。;]{0,14}(?:构成|组成)/.test(after);
}

/** The same size said again: 9.3公顷(约合140亩). */
export function isAside({ view, group, before, bracketed }: Frame): boolean {
  if (!bracketed) return false;
  const [{ comparator, start }] = group;
  if (/(?:合|约合|合约|折合|约)$/.test(before)) return true;
  return comparator === 'approx' && /[(（](?:合|折)?约?$/.test(view.text.slice(0, start + 1));
}
