import { planPeriod } from '../../core/years.js';
import type { RawTable } from '../../structure/raw-table.js';
import type { LineView, PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import type { TimeToken } from '../tokens/times.js';
import { lastList, type YearScope } from './years.js';

/** A year that opens a sentence or an item of this line, and the last list of years before this frame. */
export function scopeFor(frame: Frame, plan: PlanContext, sectionYear: YearScope['section']): YearScope {
  const { view } = frame;
  const at = frame.group[0].start;
  const before = view.times.filter(
    (t) => t.end <= at && t.year !== null && !t.recurring && !t.status && !t.implied && !t.relative,
  );
  const item = lastItem(view.text, at);
  const openings = before.filter((t) => t.start >= item && opensScope(view, t, frame) && inPlan(t, plan));
  const list = lastLongList(before, view.text, frame.group.length);
  return { paragraph: openings.at(-1), list, section: sectionYear };
}

function inPlan(time: TimeToken, plan: PlanContext): boolean {
  return plan.firstYear === null || (time.year ?? 0) >= plan.firstYear;
}

/** The last list of as many times as there are values. */
function lastLongList(times: readonly TimeToken[], text: string, length: number): TimeToken[] {
  for (let end = times.length; end >= length && length > 1; end--) {
    const list = lastList(times.slice(0, end), text);
    if (list.length === length) return list;
  }
  return [];
}

/**
 * A year governs the sentences behind it where it opens the paragraph or an item; the rest of its own sentence behind a
 * semicolon only where it opens the paragraph.
 */
function opensScope(view: LineView, time: TimeToken, frame: Frame): boolean {
  if (!opensSentence(view, time)) return false;
  const clause = view.clauses.find((c) => c.start <= time.start && time.end <= c.end);
  if (!clause || clause.part === frame.clause.part) return true;
  const item = /^[一二三四五六七八九十]是/.test(view.text.slice(clause.start, clause.start + 2));
  return item || clause.sentence !== frame.clause.sentence || clause.sentence === (view.clauses[0]?.sentence ?? 0);
}

/** Where the last item (一是, 二是) before a place begins. */
function lastItem(text: string, at: number): number {
  let from = 0;
  for (const match of text.matchAll(/[。;,:]([一二三四五六七八九十]是)/g)) if (match.index < at) from = match.index + 1;
  return from;
}

function opensSentence(view: LineView, time: TimeToken): boolean {
  const clause = view.clauses.find((c) => c.start <= time.start && time.end <= c.end);
  const first = view.clauses.find((c) => c.sentence === clause?.sentence);
  if (!clause || !first) return false;
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
