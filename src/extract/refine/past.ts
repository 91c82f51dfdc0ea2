import { PAST, PAST_OPENING } from '../../lexicon/verbs.js';
import type { PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { countUpTo, opensSentenceOf } from '../places.js';
import type { TimeToken } from '../tokens/times.js';

/** So far back the words of a sentence are looked at; an opening word (去年) holds for all of it. */
const LOOK_BACK = 60;

/** Told as done: by words of the sentence, or by a year that lies before the plan. */
export function isPast(frame: Frame, plan: PlanContext): boolean {
  const { view, clause, group } = frame;
  const sentence = opensSentenceOf(view.clauses, clause);
  const words = view.text.slice(sentence?.start ?? clause.start, group[0].start);
  const told = PAST_OPENING.test(words) || PAST.test(words.slice(-LOOK_BACK));
  // Without a date of the document the plans before the years that it names are taken for past.
  if (
    plan.firstYear === null &&
    plan.latestYear > 2020 &&
    /(?<![比较][“"]?)十[一二三]五[”"]?(?:期间|时期|末)/.test(words)
  )
    return true;
  const own = view.text.slice(clause.start, group[0].start);
  if (
    told &&
    !/还需|还要|尚需|再(?!次)|明年/.test(own) &&
    !/力争|确保|计划|今年/.test(words.slice(-LOOK_BACK / 2)) &&
    !looksAhead(frame, plan)
  )
    return true;
  return pastYear(frame, plan);
}

/** A year of the plan stands in the sentence before the number: 到2024年,…累计完成…; 全县已建成9个,2022年再建6个. */
function looksAhead({ view, clause, group }: Frame, plan: PlanContext): boolean {
  const from = opensSentenceOf(view.clauses, clause)?.start ?? clause.start;
  return view.times.some(
    (t) =>
      t.start >= from &&
      t.end <= group[0].start &&
      !t.status &&
      (t.limit || t.start >= clause.start || clause.start - t.end < 2) &&
      (t.year ?? 0) >= (plan.firstYear ?? 9999),
  );
}

/** The only year that governs the number lies before the plan. */
function pastYear({ clause, view }: Frame, plan: PlanContext): boolean {
  if (plan.firstYear === null) return false;
  const from = opensSentenceOf(view.clauses, clause)?.start ?? clause.start;
  // The clause's own years decide; where it has none, the last one that the sentence named before it.
  const deciding: TimeToken[] = [];
  for (let i = countUpTo(view.times, clause.end) - 1; i >= 0; i--) {
    const time = view.times[i];
    if (!time || time.start < from || (time.start < clause.start && deciding.length > 0)) break;
    if (time.year !== null && !isCompared(view.text, time)) deciding.push(time);
    if (time.start < clause.start && deciding.length > 0) break;
  }
  return deciding.length > 0 && deciding.every((t) => (t.year ?? 0) < (plan.firstYear ?? 0) || t.status);
}

/** 比2020年, 从2020年的, 在2020年基础上: where it is measured from. */
function isCompared(text: string, { start, end }: TimeToken): boolean {
  if (/^[从由]/.test(text.slice(start)) || /[比较与同由从]$/.test(text.slice(Math.max(0, start - 1), start)))
    return true;
  return /^(?:相比|的|(?:年)?(?:水平)?(?:的)?基础|年?水平(?:上|以))/.test(text.slice(end));
}
