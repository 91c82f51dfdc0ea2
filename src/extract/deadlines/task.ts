import { REACH } from '../../lexicon/verbs.js';
import type { Clause } from '../clauses.js';
import type { LineView } from '../context.js';
import { nameOf } from '../phrase.js';
import { clauseIndex, firstFrom } from '../places.js';
import type { TimeToken } from '../tokens/times.js';
import { withoutTimes } from './undue.js';

/** 完成32个小区改造: words with a number say themselves what is due; 达到4.6个 goes on with the clause before. */
const NAMES_ITS_OWN = /^(?!(?:将|要|力争|再)*(?:达|提|增|降|升|扩|稳定|保持|突破|超))[^,。;]*\d/;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 通过3年的努力: how a term is spent is not what is due. */
const EFFORT = /^的?(?:时间|持续|不懈|共同|艰苦|接续)*(?:努力|发展|奋斗|建设|实践|推进|攻坚)?$/;

/**
 * The clause of a time, with the one behind it where the time stands alone (到2025年,…), or the one before it that says
 * of what.
 */
export function clauseSpan(view: LineView, clause: Clause, time: TimeToken): Span {
  const index = clauseIndex(view.clauses, clause.start, clause.end);
  const next = view.clauses[index + 1];
  const rest = withoutTimes(view, time.end, clause.end);
  const start = Math.max(clause.start, view.bodyStart);
  if ((nameOf(rest).length < 2 || (time.relative && EFFORT.test(rest))) && next && next.part === clause.part)
    return { start, end: next.end };
  const previous = view.clauses[index - 1];
  const bare =
    nameOf(view.text.slice(clause.start, time.start)).length < 2 && rest.length <= 12 && !NAMES_ITS_OWN.test(rest);
  if (bare && previous && previous.part === clause.part)
    return { start: Math.max(previous.start, view.bodyStart), end: clause.end };
  return { start, end: clause.end };
}

export interface Task {
  readonly at: number;
  readonly length: number;
}

/** What is due: the words behind the time, without what they share with its list; before it, where nothing follows. */
export function taskOf(view: LineView, time: TimeToken, span: Span): Task {
  const lastTime = endOfList(view, time, span.end);
  const after = trim(view.text, skipEffort(view, lastTime, span.end), ownEnd(view, lastTime, span.end));
  const counted = countedBefore(view, time, span, after);
  if (counted) return counted;
  const first = view.times[firstFrom(view.times, span.start)] ?? time;
  const before = trim(view.text, span.start, first.start);
  // 住院量占比到2023年达到78%: the indicator stands before the time.
  if (before.length >= 4 && ONLY_LEVEL.test(view.text.slice(after.at, after.at + after.length))) return before;
  if (after.length >= 4) return after;
  const whole = trim(view.text, span.start, time.start);
  return whole.length > after.length ? { at: whole.at, length: span.end - whole.at } : after;
}

function skipEffort(view: LineView, { end, relative }: TimeToken, limit: number): number {
  const comma = relative ? view.text.slice(end, limit).indexOf(',') : -1;
  return comma >= 0 && EFFORT.test(view.text.slice(end, end + comma)) ? end + comma : end;
}

/** In 2023年底前完成初设、2025年底前建成 each time has the words up to the next. */
function ownEnd(view: LineView, time: TimeToken, end: number): number {
  const next = view.times[firstFrom(view.times, time.end)];
  if (!next || next.start >= end || next.status) return end;
  const between = view.text.slice(time.end, next.start);
  return between.length >= 5 && /[、,和及]$/.test(between) ? next.start : end;
}

/** Nothing but how much: 分别不低于60%、70%. */
const ONLY_LEVEL = new RegExp(`^(?:分别|均|各|要|力争)?(?:${REACH})[^,。;\u4e00-\u9fff]*\\d[^,。;]{0,12}$`);
const ONLY_COUNT = /^(?:\d[\d.,]*|[一二两三四五六七八九十百]{1,4})(?:万|亿)?[\u4e00-\u9fff%]{0,3}$/;

/** 建成充电桩80个,其中2023年40个、2024年40个: what the breakdown counts. */
function countedBefore(view: LineView, time: TimeToken, span: Span, after: Task): Task | undefined {
  const { text } = view;
  const next = view.times[firstFrom(view.times, time.end)];
  const own = text.slice(time.end, Math.min(next?.start ?? span.end, span.end)).replace(/[、,;。和及]+$/, '');
  if (!ONLY_COUNT.test(own)) return undefined;
  const lead = text.slice(span.start, time.start).search(/其中|分别为|分年度/);
  const at = clauseIndex(view.clauses, time.start, time.end);
  if (lead > 0) return trim(text, span.start, span.start + lead);
  const whole = view.clauses[at - 1];
  const isPart = lead >= 0 || /其中/.test(text.slice(view.clauses[at]?.start ?? time.start, time.start));
  if (!whole || !isPart) return after.length > 0 ? undefined : { at: time.end, length: own.length };
  return trim(text, Math.max(whole.start, view.bodyStart), whole.end);
}

/** The last of the times that stand in one list with this one: 2023年、2024年和2025年. */
function endOfList(view: LineView, time: TimeToken, end: number): TimeToken {
  let last = time;
  for (let i = firstFrom(view.times, time.end); i < view.times.length; i++) {
    const next = view.times[i];
    if (!next || next.start < last.end) continue;
    if (next.end > end || !/^[、,和及与]*$/.test(view.text.slice(last.end, next.start))) break;
    last = next;
  }
  return last;
}

function trim(text: string, start: number, end: number): Task {
  const words = text.slice(start, Math.max(start, end));
  const lead = /^(?:[、,:\s]|要|应|将|力争|确保|争取|前|之前)*/.exec(words)?.[0].length ?? 0;
  const tail = /[、,;。\s]*$/.exec(words)?.[0].length ?? 0;
  return { at: start + lead, length: Math.max(0, words.length - lead - tail) };
}
