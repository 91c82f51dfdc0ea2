import type { Deadline } from '../schema/model.js';
import type { LineView, PlanContext } from './context.js';
import { clauseSpan, taskOf } from './deadlines/task.js';
import { undue } from './deadlines/undue.js';
import { clauseIndex } from './places.js';
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
  return views.flatMap((view) => lineDeadlines(view, plan));
}

/** The deadlines of one line: expressions of time that lie in the plan's future and have something to be done. */
function lineDeadlines(view: LineView, plan: PlanContext): DeadlineCandidate[] {
  const found: DeadlineCandidate[] = [];
  for (const time of view.times) {
    if (view.role === 'review' && !isAhead(time, plan)) continue;
    const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
    if (!clause || time.start < view.bodyStart || undue(view, clause, time, plan)) continue;
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

/** In a chapter that looks back only a limit that lies behind the year of writing is one: 2021年3月底前, written in 2018. */
function isAhead({ limit, implied, year }: TimeToken, plan: PlanContext): boolean {
  const written = Number(plan.meta.writtenOn?.slice(0, 4)) || plan.writtenYear;
  return limit && !implied && written !== null && year !== null && year > written;
}
