import type { Responsibility, Section } from '../../schema/model.js';
import type { LineView, PlanContext } from '../context.js';
import type { Span } from './spans.js';

/** A title of so many characters at most is one that stands above its text, not a sentence. */
const LONGEST_HEADING = 40;

/**
 * The text that a statement governs. One at the end of a heading, or right below it, holds for all of its section; any
 * other for what stands before it: back to the statement before, or to where its item begins. A line of its own below the
 * last of several items that state nothing holds for all of them.
 * @param previous where the last statement before ends, in the cleaned text; 0 where there is none
 */
export function scopeOf(plan: PlanContext, view: LineView, span: Span, previous: number): Responsibility['scope'] {
  const { line, section } = view;
  const start = line.start + span.start;
  if (!section) return { start: Math.max(previous, span.form === 'line' ? 0 : line.start), end: start };
  if (headsSection(plan, view, section, span)) return { start: section.start, end: section.end };
  const opens = section.lines[0] === line.number;
  const own = opens && !line.continued ? line.start + view.bodyStart : section.start;
  const item = plan.structure.itemAt(start);
  const itemLine = item && item.start >= line.start && line.text.slice(0, item.start - line.start).trim() === '';
  const from = itemLine ? item.start : span.form === 'line' ? groupStart(plan, section, line.start, previous) : own;
  return { start: Math.min(start, Math.max(previous, from)), end: start };
}

/** Whether a statement closes the heading of a section that goes on below, or is the first line below a heading. */
function headsSection(plan: PlanContext, view: LineView, section: Section, span: Span): boolean {
  const { line, text } = view;
  const below = linesBelow(plan, section.lines[0], line.number);
  if (section.lines[1] <= line.number || section.kind === 'annex') return false;
  if (below === 0) {
    const before = text.slice(0, span.start);
    return before.length <= LONGEST_HEADING && !/[,。;]./.test(before) && /^[。;,\s]*$/.test(text.slice(span.end));
  }
  // Below a heading with a body of its own a line of labels closes that body.
  const heading = plan.structure.lines[section.lines[0] - 1];
  const bare = heading !== undefined && !/[。;；]./.test(heading.text) && heading.text.length <= LONGEST_HEADING + 10;
  return below === 1 && span.form === 'line' && bare;
}

/** How many lines a line stands below a heading, those of other facts (主管领导:…) left out. */
function linesBelow({ structure }: PlanContext, heading: number, line: number): number {
  const between = structure.lines.slice(heading, line - 1);
  return line - heading - between.filter(({ text }) => /^[^:：。]{2,10}[:：][^。]{1,40}$/.test(text)).length;
}

/** Where the item begins that a line of its own closes: the list around it where it is the last and none before states anything. */
function groupStart(plan: PlanContext, section: Section, at: number, previous: number): number {
  const parent = plan.parentOf(section);
  if (!parent || parent.kind === 'annex' || previous > parent.start) return section.start;
  const last = parent.end === section.end;
  const first = plan.structure.text.slice(parent.start, section.start).split('\n').length <= 2;
  return last && !first && at > section.start ? parent.start : section.start;
}
