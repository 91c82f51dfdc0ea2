import { lastIndex } from '../../core/search.js';
import { planPeriod } from '../../core/years.js';
import type { Section } from '../../schema/model.js';
import type { RawTable } from '../../structure/raw-table.js';
import type { LineView, PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { clauseIndex, countUpTo, opensSentenceOf } from '../places.js';
import type { TimeToken } from '../tokens/times.js';
import { listStart, type YearScope } from './years.js';

/**
 * A year that opens a sentence or an item of this line, and the last list of years before this frame. An item's year
 * holds for that item only, one before the first item (到2024年,…:一是…;二是…) for all of them.
 * @param reached the value is a level, not a thing made
 */
export function scopeFor(
  frame: Frame,
  plan: PlanContext,
  sectionYear: YearScope['section'],
  reached: boolean,
): YearScope {
  const { dated, text } = frame.view;
  const at = frame.group[0].start;
  const before = countUpTo(dated, at);
  const { list, item } = itemAround(frame.view, at);
  let paragraph: TimeToken | undefined;
  for (let i = before - 1; i >= 0 && !paragraph; i--) {
    const time = dated[i];
    if (!time) break;
    if (time.start < item && time.start >= list) continue;
    if (!inPlan(time, plan)) continue;
    if (time.start < list ? opensSentence(frame.view, time) : opensScope(time, frame, reached)) paragraph = time;
  }
  return { paragraph, list: lastLongList(dated, before, text, frame.group.length), section: sectionYear };
}

/** Where the item around a place begins, and the first item (一是) of its list; 0 where there is none. */
function itemAround({ items, text }: LineView, at: number): { list: number; item: number } {
  const own = lastIndex(items.length, (i) => (items[i] ?? 0) <= at);
  let first = own;
  while (first > 0 && !text.startsWith('一是', items[first])) first--;
  return { item: items[own] ?? 0, list: items[first] ?? 0 };
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
 * semicolon where it is a limit by which levels are reached (到2025年,甲达到…;乙达到…) or opens the paragraph.
 */
function opensScope(time: TimeToken, { view, clause: own }: Frame, reached: boolean): boolean {
  if (!opensSentence(view, time)) return false;
  const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
  if (!clause || clause.part === own.part) return true;
  const item = /^[一二三四五六七八九十]是/.test(view.text.slice(clause.start, clause.start + 2));
  if (item || clause.sentence === (view.clauses[0]?.sentence ?? 0)) return true;
  // In the middle of a paragraph only what says by when, not what happens in a year (2022年新创…。…).
  const limits = time.limit || time.from === null || /^,/.test(view.text.slice(time.end));
  return limits && (reached || clause.sentence !== own.sentence);
}

/** 《方案》提出,到2025年: what a report of a plan says first. */
const REPORTED =
  /^[。\s]*(?:[^,。;]{0,40}(?:指出|提出|明确|要求|表示|获悉|介绍|强调|规定|包括|目标[是为]?|如下)[,:]?){1,3}(?:力争|确保)?$/;

function opensSentence(view: LineView, time: TimeToken): boolean {
  const clause = view.clauses[clauseIndex(view.clauses, time.start, time.end)];
  const first = clause && opensSentenceOf(view.clauses, clause);
  if (!first) return false;
  const lead = view.text.slice(Math.max(first.start, view.bodyStart), time.start);
  if (REPORTED.test(lead)) return true;
  return /^[。\s]*(?:[一二三四五六七八九十]是)?(?:力争|确保|争取|通过努力|总体目标[:是]*|总目标[:是]*|预计|计划)?$/.test(
    lead,
  );
}

/** A lead sentence of a section of goals leaves its year to the sections below. */
export function noteSectionYear(view: LineView, plan: PlanContext, years: Map<string, number>): void {
  if (!view.section || view.role !== 'goal' || view.line.continued) return;
  const year = openingYear(view, plan);
  if (year !== undefined) years.set(view.section.id, year);
}

/** The year that opens a line. */
function openingYear(view: LineView, plan: PlanContext): number | undefined {
  const opening = view.times.find(
    (t) => t.year !== null && !t.recurring && !t.status && !t.implied && inPlan(t, plan) && opensSentence(view, t),
  );
  const first = view.clauses.find((c) => c.end > view.bodyStart);
  return opening && first && opening.start <= first.end ? (opening.year ?? undefined) : undefined;
}

/** A line that announces what follows below it (到2025年,重点完成以下工程:), with the section that it stands in. */
interface Lead {
  readonly year: number;
  readonly line: number;
  /** Only bullets right below it are meant. */
  readonly bullets: boolean;
  readonly section: Section | undefined;
}

/** Signs of the members of a list that a line announces. */
const BULLET =
  /^\s*(?:-{1,2}|[·•●◆■▪◇□►➢➤*]|[一二三四五六七八九十]{1,3}[是、]|[(（]?\d{1,2}[)）.、]|[(（][一二三四五六七八九十]{1,3}[)）]|[①-⑳])/;

/** …2023年底前完成以下任务。: the year may stand anywhere in a line that announces a list in so many words. */
const ANNOUNCES = /(?:以下|下列|如下)[^,;。:]{0,10}[。:]?$/;

function leadOf(view: LineView, plan: PlanContext): Lead | undefined {
  if (view.role === 'review') return undefined;
  const announced = ANNOUNCES.test(view.text) ? view.dated.filter((t) => inPlan(t, plan)) : [];
  // 到2025年,教育水平明显提升。 alone on its line, without a number, leads the bullets below it, too.
  const plain = view.quantities.length === 0 && /^(?:力争|确保)?到[^。]*。$/.test(view.text);
  if (!view.text.endsWith(':') && announced.length !== 1 && !plain) return undefined;
  const year = openingYear(view, plan) ?? (announced.length === 1 ? (announced[0]?.year ?? undefined) : undefined);
  const bullets = plain && announced.length === 0;
  return year === undefined ? undefined : { year, bullets, line: view.line.number, section: view.section };
}

/** The lines below a lead are its list: bullets of its section, and all that stands in sections inside it. */
function isLed({ text, section }: LineView, lead: Lead, parentOf: PlanContext['parentOf']): boolean {
  if (section?.id === lead.section?.id) return BULLET.test(text);
  if (lead.bullets) return false;
  let root = section;
  for (let at = section; at; at = parentOf(at)) {
    if (at.id === lead.section?.id) return true;
    root = at;
  }
  // 2024年民生实事共10件,情况如下: right above the first of the numbered lines.
  if (lead.section !== undefined || root === undefined || !/^\d+$/.test(root.marker)) return false;
  return root.marker !== '1' || root.lines[0] === lead.line + 1;
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
 * Finds the year that stands above a line: of its table's caption, of the line that announces it, else of the innermost
 * section around it that has one. To be asked line by line, in order.
 * @param years the years of sections by their ids; what is added later is found, too
 */
export function yearsAbove(
  plan: PlanContext,
  years: ReadonlyMap<string, number>,
): (view: LineView) => YearScope['section'] {
  const { parentOf } = plan;
  const captions = captionYears(plan.structure.tables);
  let lead: Lead | undefined;
  let unfinished: number | undefined;
  return (view) => {
    const { line, section } = view;
    const titled = captions.get(line.number);
    if (titled) return { year: titled, basis: 'table' };
    if (lead && !isLed(view, lead, parentOf)) lead = undefined;
    const led = lead;
    lead = leadOf(view, plan) ?? lead;
    // …2600万立方米;: the sentence goes on in the next line, and its year with it.
    const goesOn = unfinished;
    unfinished = view.text.endsWith(';') ? (openingYear(view, plan) ?? goesOn) : undefined;
    if (led) return { year: led.year, basis: 'sentence' };
    if (goesOn !== undefined) return { year: goesOn, basis: 'sentence' };
    for (let at = section; at; at = parentOf(at)) {
      // A paragraph beside the lead is no part of it; bullets are.
      if (at === section && at.lines[0] !== line.number && !BULLET.test(view.text)) continue;
      const year = years.get(at.id);
      if (year) return { year, basis: 'sentence' };
    }
    return null;
  };
}
