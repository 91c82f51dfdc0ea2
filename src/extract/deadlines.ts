import type { Deadline } from '../schema/model.js';
import type { LineView, PlanContext } from './context.js';
import { clauseSpan, type Span, type Task, taskOf } from './deadlines/task.js';
import { type Undue, undue } from './deadlines/undue.js';
import { clauseIndex } from './places.js';
import type { TimeToken } from './tokens/times.js';

/** A deadline before it has its id. Offsets count in the cleaned text. */
export interface DeadlineCandidate {
  readonly fields: Omit<Deadline, 'id' | 'responsibilities' | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the expression of time itself stands. */
  readonly at: number;
}

export function deadlinesOf(plan: PlanContext, views: readonly LineView[]): DeadlineCandidate[] {
  return views.flatMap((view) => lineDeadlines(view, plan));
}

/** The deadlines of one line: expressions of time that lie in the plan's future and have something to be done. */
function lineDeadlines(view: LineView, plan: PlanContext): DeadlineCandidate[] {
  const found: DeadlineCandidate[] = [];
  for (const time of view.times) {
    const due = dueBy(view, time, plan);
    if (typeof due === 'string') continue;
    const { span, task } = due;
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

/** Why an expression of time in running text sets no deadline. */
export type NoDeadline = Undue | 'review' | 'heading' | 'torn' | 'idle';

/** Why a time of a line is none of its deadlines. To be asked of such a time only. */
export function noDeadline(view: LineView, time: TimeToken, plan: PlanContext): NoDeadline {
  const due = dueBy(view, time, plan);
  return typeof due === 'string' ? due : 'idle';
}

/** What is due by a time, and the clause that says so; or why nothing is. */
function dueBy(view: LineView, time: TimeToken, plan: PlanContext): { span: Span; task: Task } | NoDeadline {
  if (view.role === 'review' && !isAhead(time, plan)) return 'review';
  if (time.start < view.bodyStart) return 'heading';
  const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
  if (!clause) return 'torn';
  const reason = undue(view, clause, time, plan);
  if (reason) return reason;
  const span = clauseSpan(view, clause, time);
  const task = taskOf(view, time, span);
  return task.length < 2 ? 'idle' : { span, task };
}

/** In a chapter that looks back only a limit that lies behind the year of writing is one: 2021年3月底前, written in 2018. */
function isAhead({ limit, implied, year }: TimeToken, plan: PlanContext): boolean {
  const written = Number(plan.meta.writtenOn?.slice(0, 4)) || plan.writtenYear;
  return limit && !implied && written !== null && year !== null && year > written;
}
