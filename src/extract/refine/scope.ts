import { lastIndex } from '../../core/search.js';
import { planPeriod } from '../../core/years.js';
import type { RawTable } from '../../structure/raw-table.js';
import type { LineView, PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { clauseIndex, countUpTo, opensSentenceOf } from '../places.js';
import type { TimeToken } from '../tokens/times.js';
import { listStart, type YearScope } from './years.js';

/** A year that opens a sentence or an item of this line, and the last list of years before this frame. */
export function scopeFor(frame: Frame, plan: PlanContext, sectionYear: YearScope['section']): YearScope {
  const { dated, items, text } = frame.view;
  const at = frame.group[0].start;
  const before = countUpTo(dated, at);
  const item = items[lastIndex(items.length, (i) => (items[i] ?? 0) <= at)] ?? 0;
  let paragraph: TimeToken | undefined;
  for (let i = before - 1; i >= 0 && !paragraph; i--) {
    const time = dated[i];
    if (!time || time.start < item) break;
    if (opensScope(time, frame) && inPlan(time, plan)) paragraph = time;
  }
  return { paragraph, list: lastLongList(dated, before, text, frame.group.length), section: sectionYear };
}

function inPlan(time: TimeToken, plan: PlanContext): boolean {
  return plan.firstYear === null || (time.year ?? 0) >= plan.firstYear;
}

/** Of the last list of at least as many times as there are values, so many. */
function lastLongList(times: readonly TimeToken[], before: number, text: string, length: number): TimeToken[] {
  if (length < 2) return [];
  for (let end = before; end >= length; ) {
    const from = listStart(times, end, text);
    if (end - from >= length) return times.slice(from, from + length);
    end = from;
  }
  return [];
}

/**
 * A year governs the sentences behind it where it opens the paragraph or an item; the rest of its own sentence behind a
 * semicolon only where it opens the paragraph.
 */
function opensScope(time: TimeToken, { view, clause: own }: Frame): boolean {
  if (!opensSentence(view, time)) return false;
  const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
  if (!clause || clause.part === own.part) return true;
  const item = /^[一二三四五六七八九十]是/.test(view.text.slice(clause.start, clause.start + 2));
  return item || clause.sentence !== own.sentence || clause.sentence === (view.clauses[0]?.sentence ?? 0);
}

function opensSentence(view: LineView, time: TimeToken): boolean {
  const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
  const first = clause && opensSentenceOf(view.clauses, clause);
  if (!first) return false;
  const lead = view.text.slice(Math.max(first.start, view.bodyStart), time.start);
  return /^[。\s]*(?:[一二三四五六七八九十]是)?(?:力争|确保|争取|通过努力|总体目标[:是]*|总目标[:是]*|预计|计划)?$/.test(
    lead,
  );
}

/** A lead sentence of a section of goals leaves its year to the sections below. */
export function noteSectionYear(view: LineView, plan: PlanContext, years: Map<string, number>): void {
  if (!view.section || view.role !== 'goal' || view.line.continued) return;
  const opening = view.times.find(
    (t) => t.year !== null && !t.recurring && !t.status && !t.implied && inPlan(t, plan) && opensSentence(view, t),
  );
  const first = view.clauses.find((c) => c.end > view.bodyStart);
  if (opening && first && opening.start <= first.end) years.set(view.section.id, opening.year ?? 0);
}

/** The years that captions of tables give to the lines (1-based) of the table. */
function captionYears(tables: readonly RawTable[]): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (const { title, firstLine, lastLine } of tables) {
    const year = Number(/[-—–至]\s*((?:19|20)\d{2})/.exec(title)?.[1]) || planPeriod(title)?.to || 0;
    for (let line = firstLine; line <= lastLine; line++) if (!years.has(line)) years.set(line, year);
  }
  return years;
}

/**
 * Finds the year that stands above a line: of its table's caption, else of the innermost section around it that has one.
 * @param years the years of sections by their ids; what is added later is found, too
 */
export function yearsAbove(
  { structure, parentOf }: PlanContext,
  years: ReadonlyMap<string, number>,
): (view: LineView) => YearScope['section'] {
  const captions = captionYears(structure.tables);
  return ({ line, section }) => {
    const titled = captions.get(line.number);
    if (titled) return { year: titled, basis: 'table' };
    for (let at = section; at; at = parentOf(at)) {
      const year = years.get(at.id);
      if (year) return { year, basis: 'sentence' };
    }
    return null;
  };
}
