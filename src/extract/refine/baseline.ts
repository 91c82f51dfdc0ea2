import { DECREASE, INCREASE, MOVES_TO } from '../../lexicon/verbs.js';
import type { Frame } from '../frames.js';
import type { Quantity } from '../tokens/quantities.js';
import type { TimeToken } from '../tokens/times.js';

/** 从2020年的, 由目前的, 从原来: where a movement sets out from. */
const FROM =
  /(?:从|由)(?:(?:19|20)\d{2}年?|“?十[一二三四五六七]五”?(?:期)?|目前|现在|现状|当前|原来|原有|现有|原先|原|上年|去年|年|底|末|初|时|每[人户年月亩]|不足|约|近|的|[,\s])*$/;
/** 由家庭年收入(9600元以下)提高到: with the noun between, where the movement follows at once. */
const FROM_NOUN = /(?:从|由)[^,。;从由]{1,16}$/;
const AT_ONCE = new RegExp(`^(?:规模)?(?:${MOVES_TO})`);
/** Longer words do not stand between 从 and the value. */
const FROM_REACH = 24;
const REACHES = new RegExp(`^[^,。;]{0,16}?(?:${MOVES_TO}|(?:${INCREASE}|${DECREASE}|调整)为)`);
/** Whether a frame states where things stand: 由(6个班)提升至24个班, 从目前的(93.2%)提高到95%, 在(77.9岁)基础上提高1岁. */
export function isBaseline(frame: Frame, previousIsBaseline: boolean): boolean {
  const { view, clause, group } = frame;
  const behind = view.text.slice(group.at(-1)?.end ?? group[0].end, clause.end);
  if (/在[^,]{0,8}$/.test(frame.before) && ON_TOP.test(behind)) return true;
  if (!REACHES.test(behind)) return false;
  const before = view.text.slice(Math.max(clause.start, group[0].start - FROM_REACH), group[0].start);
  if (FROM_NOUN.test(before) && AT_ONCE.test(behind)) return true;
  return FROM.test(before) || (previousIsBaseline && /^[^,从由]{0,6}$/.test(frame.before));
}

/** …基础上再提高1岁: what is on top of the value must be said in the same clause or the next. */
const ON_TOP = new RegExp(`^的?基础之?上,?[^,。;]{0,6}(?:${INCREASE}|${DECREASE}|新增|净增|翻)`);

/** The words that say from where: back to 从 or 由, up to the end of the value. */
export function fromPart(frame: Frame): { start: number; end: number } {
  const { view, clause, group } = frame;
  const words = view.text.slice(clause.start, group[0].start);
  const at = Math.max(words.lastIndexOf('由'), words.lastIndexOf('从'), words.lastIndexOf('在'));
  const start = at < 0 ? group[0].start : clause.start + at;
  const end = group.at(-1)?.end ?? group[0].end;
  return {
    start,
    end: end + (/^(?:的?基础之?上|规模(?=提|扩|增))/.exec(view.text.slice(end, clause.end))?.[0].length ?? 0),
  };
}

/** The stated value that a target starts from: the last one with the same unit before it, in its clause or told of the past. */
export function baselineFor(
  quantity: Quantity,
  from: number,
  stated: readonly Quantity[],
  times: readonly TimeToken[],
): { value: number; year: number | null } | null {
  const found = stated.findLast((q) => q.end <= quantity.start && q.start >= from && q.unit === quantity.unit);
  if (!found) return null;
  const year = times.findLast((t) => t.end <= found.start && t.start >= from)?.year;
  return { value: found.value, year: year ?? null };
}
