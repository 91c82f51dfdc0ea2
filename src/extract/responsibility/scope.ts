import { FACT_LABEL } from '../../lexicon/role-labels.js';
import type { Responsibility, Section } from '../../schema/model.js';
import type { LineView, PlanContext } from '../context.js';
import { groupTitleAbove, isGroupTitle, linesBetween } from './groups.js';
import type { Span } from './spans.js';

/** What of a statement its scope depends on. Offsets count in the cleaned text. */
export interface Placed {
  readonly view: LineView;
  readonly span: Span;
  readonly start: number;
  readonly end: number;
}

type Scope = Responsibility['scope'];

/** A title of so many characters at most is one that stands above its text, not a sentence. */
const LONGEST_HEADING = 40;
/** 完成时限:2025年6月底, behind a statement: a fact of the same task. */
const FACT_BEHIND = new RegExp(`^[\\s。；;，,]*(?:${FACT_LABEL})\\s*[:：][^\\n。；;]{1,60}`);
const FACT_LINE = /^[^:：。]{2,10}[:：][^。]{1,40}[。；;]?$/;

/**
 * The text that each of a document's statements governs. One at the end of a heading, or right below it, holds for all of
 * its section; any other for what stands before it: back to the statement before, or to where its item begins. A line of
 * its own below the last of several items that state nothing holds for all of them. Where the labels of a part stand above
 * their items, each holds as far as the next.
 * @param statements in the order of the text
 */
export function scopesOf(plan: PlanContext, statements: readonly Placed[]): Scope[] {
  const closing = closersOf(statements);
  const ahead = aheadOf(plan, statements);
  let previous = 0;
  return statements.map((statement, i) => {
    const end = endWithFacts(plan, statement);
    const scope =
      ahead.get(i) ?? scopeOf(plan, statement, previous, (closing.get(statement.view.section?.id) ?? 0) > 1);
    previous = end;
    // A time that stands with the statement is of what the statement governs.
    return scope.end === statement.start && end > statement.start ? { start: scope.start, end } : scope;
  });
}

function scopeOf(plan: PlanContext, { view, span, start }: Placed, previous: number, several: boolean): Scope {
  const { section } = view;
  if (section && headsSection(plan, view, section, span)) return { start: section.start, end: section.end };
  const from = span.form === 'line' ? aboveLine(plan, view, previous, start) : beforeBracket(plan, view, span, several);
  return { start: Math.min(start, Math.max(previous, from)), end: start };
}

/** Where the text begins that a bracket or label in or behind a sentence closes. */
function beforeBracket(plan: PlanContext, view: LineView, span: Span, several: boolean): number {
  const { line, section } = view;
  if (!section) return line.start;
  const opens = section.lines[0] === line.number;
  if (opens && !line.continued) return line.start + titleStart(view, section);
  const item = itemOpening(plan, view, line.start + span.start);
  if (item !== undefined) return item;
  // Of several paragraphs that close with statements each has its own; one behind the last paragraph speaks for all.
  if (several || !closes(view, span) || goesOnBelow(plan, section, line.number)) return line.start;
  return section.start;
}

/** Where the text begins that a line of labels closes. */
function aboveLine(plan: PlanContext, view: LineView, previous: number, start: number): number {
  const { line, section } = view;
  const item = itemOpening(plan, view, start);
  if (item !== undefined) return item;
  const title = groupTitleAbove(plan, Math.max(previous, section?.start ?? 0), line.number);
  if (title) return title.start;
  return section ? groupStart(plan, section, line.start, previous) : 0;
}

/** Where the item of a list begins that a line opens with. */
function itemOpening(plan: PlanContext, { line }: LineView, at: number): number | undefined {
  const item = plan.structure.itemAt(at);
  return item && item.start >= line.start && line.text.slice(0, item.start - line.start).trim() === ''
    ? item.start
    : undefined;
}

const titleStart = ({ line }: LineView, { title }: Section): number => Math.max(0, line.text.indexOf(title));

/** Whether nothing stands behind a statement in its paragraph. */
function closes({ text }: LineView, { end }: Span): boolean {
  return /^[。;,.\s]*$/.test(text.slice(end));
}

/** How many paragraphs of each section (by id) close with a statement. */
function closersOf(statements: readonly Placed[]): Map<string | undefined, number> {
  const count = new Map<string | undefined, number>();
  for (const { view, span } of statements) {
    if (span.form === 'line' || !closes(view, span)) continue;
    count.set(view.section?.id, (count.get(view.section?.id) ?? 0) + 1);
  }
  return count;
}

/** Whether paragraphs of a section stand below a line, before its first part; a signature is none. */
function goesOnBelow({ structure }: PlanContext, section: Section, line: number): boolean {
  for (let number = line + 1; number <= section.lines[1]; number++) {
    if (structure.sectionAt(number)?.id !== section.id) return false;
    if (/[。；;]/.test(structure.lines[number - 1]?.text ?? '')) return true;
  }
  return false;
}

/** Whether a statement closes the heading of a section that goes on below, or is the first line below a heading. */
function headsSection(plan: PlanContext, view: LineView, section: Section, span: Span): boolean {
  const { line, text } = view;
  const below = linesBelow(plan, section.lines[0], line.number);
  if (section.lines[1] <= line.number || section.kind === 'annex') return false;
  if (below === 0) {
    const before = text.slice(0, span.start);
    const sentence = /[。;]./.test(before) || (/,./.test(before) && /[。;]$/.test(before));
    return before.length <= LONGEST_HEADING && !sentence && /^[。;,\s]*$/.test(text.slice(span.end));
  }
  // Below a heading with a body of its own a line of labels closes that body.
  const heading = plan.structure.lines[section.lines[0] - 1];
  const bare = heading !== undefined && !/[。;；]./.test(heading.text) && heading.text.length <= LONGEST_HEADING + 10;
  return below === 1 && span.form === 'line' && bare;
}

/** How many lines a line stands below a heading, those of other facts (主管领导:…) left out. */
function linesBelow({ structure }: PlanContext, heading: number, line: number): number {
  // Only none and one are asked for.
  let below = 0;
  for (let at = heading; at < line - 1 && below < 2; at++)
    if (!FACT_LINE.test(structure.lines[at]?.text ?? '')) below++;
  return line === heading ? 0 : below + 1;
}

/** Where the item begins that a line of its own closes: the list around it where it is the last and none before states anything. */
function groupStart(plan: PlanContext, section: Section, at: number, previous: number): number {
  const parent = plan.parentOf(section);
  if (!parent || parent.kind === 'annex' || previous > parent.start) return section.start;
  const last = parent.end === section.end;
  const first = section.lines[0] - parent.lines[0] <= 1;
  return last && !first && at > section.start ? parent.start : section.start;
}

/** Where a statement ends with the other facts that stand in it or right behind; its start where there are none. */
function endWithFacts({ structure }: PlanContext, { start, end }: Placed): number {
  let to = end;
  for (let more = 0; more < 4; more++) {
    const fact = FACT_BEHIND.exec(structure.text.slice(to, to + 120))?.[0];
    if (fact === undefined) break;
    to += fact.length;
  }
  return to > end || FACT_INSIDE.test(structure.text.slice(start, end)) ? to : start;
}

const FACT_INSIDE = new RegExp(`(?:${FACT_LABEL})\\s*[:：]`);

/**
 * The scopes of statements that stand above what they govern, by their index: 牵头单位:甲 / 1.… / 2.… / 牵头单位:乙 / 3.…
 * (where the first label stands decides for its part), and a label right below a line that heads a group without a number.
 */
function aheadOf(plan: PlanContext, statements: readonly Placed[]): Map<number, Scope> {
  const found = new Map<number, Scope>();
  statements.forEach((statement, i) => {
    if (found.has(i) || statement.span.form !== 'line') return;
    const above = aboveItems(plan, statements, i);
    for (const [k, index] of above.entries()) {
      const one = statements[index];
      const next = statements[above[k + 1] ?? -1];
      if (one) found.set(index, { start: one.start, end: next?.start ?? partOf(plan, statement).end });
    }
    const scope = above.length === 0 ? belowGroupTitle(plan, statement) : undefined;
    if (scope) found.set(i, scope);
  });
  return found;
}

/** What a label right below its heading may speak for: the heading's section, or, where there is none, the document. */
function partOf({ structure }: PlanContext, { view }: Placed): { id: string | null; end: number } {
  return view.section ? { id: view.section.id, end: view.section.end } : { id: null, end: structure.text.length };
}

/** The indices of the statements of a part each of which stands above items of it, from one above all of them on; none where there are not two. */
function aboveItems(plan: PlanContext, statements: readonly Placed[], first: number): number[] {
  const opening = statements[first];
  if (!opening || !opensItem(plan, opening, opening)) return [];
  const { end } = partOf(plan, opening);
  const label = labelOf(opening);
  const found: number[] = [];
  for (let i = first; i < statements.length && (statements[i]?.start ?? end) < end; i++) {
    const one = statements[i];
    if (one?.span.form !== 'line' || labelOf(one) !== label) continue;
    if (!opensItem(plan, one, opening)) return [];
    found.push(i);
  }
  return found.length > 1 ? found : [];
}

/** Whether an item of the part that a statement heads begins right below another one, its facts left out. */
function opensItem(plan: PlanContext, one: Placed, head: Placed): boolean {
  const below = linesBetween(plan, one.end, Number.POSITIVE_INFINITY).find(({ text }) => !FACT_LINE.test(text));
  const section = below && plan.structure.sectionAt(below.number);
  return section !== undefined && section.lines[0] === below?.number && section.parent === partOf(plan, head).id;
}

const labelOf = ({ span }: Placed): string => /^[^:：\s]{0,12}/.exec(span.inner.trim())?.[0] ?? '';

/** 抢险组 / 牵头单位:甲 / 储备物资50吨。: from the group's title as far as the next. */
function belowGroupTitle(plan: PlanContext, { view, start, end }: Placed): Scope | undefined {
  const { section } = view;
  const until = section?.end ?? plan.structure.text.length;
  const title = groupTitleAbove(plan, section?.start ?? 0, view.line.number);
  if (!title || linesBetween(plan, title.end, start - 1).some(({ text }) => !FACT_LINE.test(text))) return undefined;
  const below = linesBetween(plan, end, until).filter(({ text }) => !FACT_LINE.test(text));
  const first = below[0];
  if (!first || plan.structure.sectionAt(first.number)?.id !== section?.id || isGroupTitle(plan, first))
    return undefined;
  const next = below.find((line) => isGroupTitle(plan, line));
  return { start: title.start, end: next?.start ?? until };
}
