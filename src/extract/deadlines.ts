import { namesColumns } from '../lexicon/cells.js';
import { isCaption } from '../lexicon/tables.js';
import { TITLE_END } from '../lexicon/titles.js';
import { PAST } from '../lexicon/verbs.js';
import type { Deadline } from '../schema/model.js';
import type { Clause } from './clauses.js';
import type { LineView, PlanContext } from './context.js';
import { nameOf } from './phrase.js';
import { clauseIndex, countUpTo, firstFrom } from './places.js';
import type { TimeToken } from './tokens/times.js';

/** A deadline before it has its id. Offsets count in the cleaned text. */
export interface DeadlineCandidate {
  readonly fields: Omit<Deadline, 'id' | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the expression of time itself stands. */
  readonly at: number;
}

export function deadlinesOf(plan: PlanContext, views: readonly LineView[]): DeadlineCandidate[] {
  return views.flatMap((view) => (view.role === 'review' ? [] : lineDeadlines(view, plan)));
}

/** The deadlines of one line: expressions of time that lie in the plan's future and have something to be done. */
function lineDeadlines(view: LineView, plan: PlanContext): DeadlineCandidate[] {
  const found: DeadlineCandidate[] = [];
  for (const time of view.times) {
    const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
    if (!clause || time.start < view.bodyStart || isNone(view, clause, time, plan)) continue;
    const span = clauseSpan(view, clause, time);
    const task = taskOf(view, time, span);
    if (task.length < 2) continue;
    found.push({
      fields: {
        text: view.line.text.slice(time.start, time.end),
        start: time.limit ? null : time.from,
        end: time.to,
        recurring: time.recurring,
        task: view.line.text.slice(task.at, task.at + task.length),
      },
      line: view.line.number,
      section: view.section?.id ?? null,
      start: view.line.start + span.start,
      end: view.line.start + span.end,
      at: view.line.start + time.start,
    });
  }
  return found;
}

/** Times that set no deadline. */
function isNone(view: LineView, clause: Clause, time: TimeToken, plan: PlanContext): boolean {
  const { text } = view;
  if (time.status || (plan.firstYear !== null && time.year !== null && time.year < plan.firstYear)) return true;
  if (time.recurring === null && time.year === null && !time.relative && !time.from) return true;
  const before = text.slice(clause.start, time.start);
  const after = text.slice(time.end, clause.end);
  // A title or caption names a plan of that time; it sets none.
  if (!/[,。;]/.test(text) && (TITLE_END.test(view.line.text) || isCaption(view.line.text))) return true;
  // Years above the columns of a table that could not be read.
  if (namesColumns(view.line.text)) return true;
  // 2021年12月8日 alone is the date of the paper; so is one that closes 印发.
  if (clause.end - clause.start <= time.text.length + 4 && /日$/.test(time.text)) return true;
  if (/印发$|施行|^(?:年|月|日|度)/.test(after) && !/前/.test(time.text)) return true;
  if (inName(text, time) || /^[”"》]/.test(after) || isHeadingLine(view)) return true;
  if (PAST.test(text.slice(clause.start, clause.end)) && !/力争|确保|到/.test(before + time.text)) return true;
  if (/(?:围绕|面向|根据|结合|按照|立足|针对|把握|编制|关于|(?<![限期间])为)$/.test(before)) return true;
  if (/(?:比|较|相比|与)$/.test(before) || /^(?:比|相比|的(?:基础|水平)上)/.test(after)) return true;
  // 本年度立项经费/同期人数: a formula counts what falls into a year.
  if (/^(?:本年度|当年|本年|今年)$/.test(time.text) && /同期|上一?年度|×|÷|[/／][^,。;]{0,20}(?:数|额|量)/.test(text))
    return true;
  // 2025年目标值, 2020年基数: heads of tables; 2023年工作要点: names.
  return (
    /^(?:目标值|基数|以来|度|版|级|中央|国民|政府工作报告|工作要点|工作总结|时期(?:是|,))/.test(after) ||
    (/时期$/.test(time.text) && /^(?:是|的|,|$)/.test(after))
  );
}

function isHeadingLine(view: LineView): boolean {
  return view.bodyStart >= view.text.length - (/[。;,]/.test(view.text.at(-1) ?? '') ? 1 : 0);
}

function inName(text: string, time: TimeToken): boolean {
  const open = text.lastIndexOf('《', time.start);
  if (open >= 0 && text.indexOf('》', open) >= time.end) return true;
  const bracket = /[(（]/.test(text[time.start - 1] ?? '') && /^(?:年)?[)）]/.test(text.slice(time.end));
  return (
    bracket ||
    /^(?:[^,。;]{0,12}(?:规划|纲要|行动计划)(?:[)）》”]|实施以来|圆满))/.test(text.slice(time.end, time.end + 22))
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The clause, with the one behind it where the time stands alone (到2025年,…), or the ones before it that say what of. */
function clauseSpan(view: LineView, clause: Clause, time: TimeToken): Span {
  const index = clauseIndex(view.clauses, clause.start, clause.end);
  const next = view.clauses[index + 1];
  const rest = withoutTimes(view, time.end, clause.end);
  const start = Math.max(clause.start, view.bodyStart);
  if (nameOf(rest).length < 2 && next && next.part === clause.part) return { start, end: next.end };
  const previous = view.clauses[index - 1];
  const bare = nameOf(view.text.slice(clause.start, time.start)).length < 2 && rest.length <= 12;
  if (bare && previous && previous.part === clause.part)
    return { start: Math.max(previous.start, view.bodyStart), end: clause.end };
  return { start, end: clause.end };
}

function withoutTimes(view: LineView, start: number, end: number): string {
  const pieces: string[] = [];
  let from = start;
  for (const time of view.times.slice(firstFrom(view.times, start), countUpTo(view.times, end))) {
    if (time.start < from) continue;
    pieces.push(view.text.slice(from, time.start));
    from = time.end;
  }
  pieces.push(view.text.slice(from, end));
  return pieces.join('').replace(/^[、,和及与]+/, '');
}

interface Task {
  readonly at: number;
  readonly length: number;
}

/** What is due: the words behind the time, without what they share with its list; before it, where nothing follows. */
function taskOf(view: LineView, time: TimeToken, span: Span): Task {
  const lastTime = endOfList(view, time, span.end);
  const after = trim(view.text, lastTime.end, span.end);
  if (after.length >= 4) return after;
  const before = trim(view.text, span.start, time.start);
  return before.length > after.length ? { at: before.at, length: span.end - before.at } : after;
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
  const words = text.slice(start, end);
  const lead = /^(?:[、,:\s]|要|应|将|力争|确保|争取|前|之前)*/.exec(words)?.[0].length ?? 0;
  const tail = /[、,;。\s]*$/.exec(words)?.[0].length ?? 0;
  return { at: start + lead, length: Math.max(0, words.length - lead - tail) };
}
