import type { Target } from '../schema/model.js';
import type { LineView, PlanContext } from './context.js';
import { type Frame, framesOf } from './frames.js';
import { rejection } from './refine/reject.js';
import { type BoundYear, bindYears, lastList, type YearScope } from './refine/years.js';
import type { Reading, TargetRule } from './rule.js';
import { breakdown } from './rules/target/breakdown.js';
import { change } from './rules/target/change.js';
import { count } from './rules/target/count.js';
import { each } from './rules/target/each.js';
import { level } from './rules/target/level.js';
import { made } from './rules/target/made.js';
import { shareFirst } from './rules/target/share-first.js';
import { size } from './rules/target/size.js';
import { standard } from './rules/target/standard.js';
import type { Quantity } from './tokens/quantities.js';
import { planPeriod, type TimeToken } from './tokens/times.js';

/** In the order in which they are tried. */
export const TARGET_RULES: readonly TargetRule[] = [
  shareFirst,
  standard,
  change,
  breakdown,
  level,
  each,
  made,
  size,
  count,
];

/** A target before it has its id and its place in the output. Offsets count in the cleaned text. */
export interface TargetCandidate {
  readonly fields: Omit<Target, 'id' | 'indicatorId' | 'deadline' | 'section' | 'evidence'>;
  readonly rule: string;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the time stands that binds it, for the link to its deadline. */
  readonly time: { readonly start: number; readonly end: number } | undefined;
}

/** The targets that the sentences of a document state, in order. */
export function sentenceTargets(plan: PlanContext, views: readonly LineView[]): TargetCandidate[] {
  const found: TargetCandidate[] = [];
  const sectionYears = new Map<string, number>();
  for (const view of views) {
    noteSectionYear(view, plan, sectionYears);
    found.push(...lineTargets(view, plan, yearAbove(view, plan, sectionYears)));
  }
  return found;
}

/** The targets of one line. */
export function lineTargets(view: LineView, plan: PlanContext, sectionYear: YearScope['section']): TargetCandidate[] {
  const found: TargetCandidate[] = [];
  let last: { reading: Reading; frame: Frame; per: Target['per'] } | undefined;
  for (const frame of framesOf(view)) {
    if (rejection(frame, plan)) continue;
    const near = last && last.frame.clause.sentence === frame.clause.sentence ? last : undefined;
    const around = { last: near?.reading, topic: topicOf(frame, near) };
    const match = readFrame(frame, around);
    if (!match) continue;
    const { rule, reading } = match;
    const inherited = near && near.frame.clause.part === frame.clause.part ? near.per : null;
    const per = perOf(frame, reading, inherited);
    const complete = completeNames(reading, near?.reading, around.topic);
    if (complete.some((name) => name.length < 2)) continue;
    const years = bindYears(
      frame,
      scopeFor(view, frame, plan, sectionYear),
      plan,
      per !== null || reading.class === 'norm',
    );
    frame.group.forEach((quantity, i) => {
      const bound = years[i] ?? years[0];
      const name = complete[i] ?? complete[0];
      if (bound && name)
        found.push(candidate(view, frame, quantity, { reading, rule: rule.id, name, per, bound }, plan));
    });
    last = { reading: { ...reading, indicators: complete }, frame, per };
  }
  return found;
}

function readFrame(frame: Frame, around: { last: Reading | undefined; topic: string }) {
  const words = frame.view.text.slice(frame.clause.start, frame.clause.end);
  for (const rule of TARGET_RULES) {
    if (rule.anchors && !rule.anchors.test(words)) continue;
    const reading = rule.read(frame, around);
    if (reading) return { rule, reading };
  }
  return undefined;
}

const PROJECT =
  /([\u4e00-\u9fff“”()（）A-Za-z0-9]{2,30}?(?:项目|工程|幼儿园|学校|小学|中学|医院|中心|公园|水库|园区|基地|场馆|产业|行业|线路|道路|大桥|泵站|水厂))(?:建设|改造|新建|扩建)?(?:项目|工程)?(?:[(（][^)）]*[)）])?$/;

/** What the sentence is about: the project or trade that a clause before names, else what the reading before counted. */
function topicOf(frame: Frame, near: { reading: Reading; frame: Frame } | undefined): string {
  const { view, clause } = frame;
  const before = view.clauses.filter((c) => c.part === clause.part && c.start < clause.start).reverse();
  for (const earlier of before) {
    const words = view.text
      .slice(Math.max(earlier.start, view.bodyStart), earlier.end)
      .replace(/^.*[:：]/, '')
      .replace(/^[一二三四五六七八九]是/, '');
    const project = PROJECT.exec(words)?.[1];
    if (project && !/^\d/.test(project)) return project.replace(/^(?:\d{4}年?)?(?:启动|新建|实施|推进|对)+/, '');
  }
  const opening = before.at(-1);
  const sector =
    opening && /^[\u4e00-\u9fff]{1,10}?(?:产业|行业|经济)/.exec(view.text.slice(opening.start, opening.end))?.[0];
  return near?.reading.topic ?? sector ?? '';
}

/** Names that the sentence leaves out are those of the reading before, or the topic. */
function completeNames(reading: Reading, last: Reading | undefined, topic: string): string[] {
  if (!reading.elliptic) return [...reading.indicators];
  const own = reading.indicators[0] ?? '';
  if (own === '') return [last?.indicators[0] ?? topic];
  return [topic && topic !== own ? topic + own : own];
}

function perOf(frame: Frame, reading: Reading, inherited: Target['per']): Target['per'] {
  if (reading.class === 'outcome' && !reading.change) return null;
  const { view, clause } = frame;
  const words = view.text.slice(clause.start, frame.group[0].start);
  if (/每(?:学)?年|年均|逐年|年平均/.test(words) && !/每(?:\d|两|[二三四五])/.test(words)) return 'year';
  if (/每月|每个月/.test(words)) return 'month';
  if (/每周/.test(words)) return 'week';
  if (/每天|每日/.test(words)) return 'day';
  if (/每学期/.test(words)) return 'term';
  return reading.class === 'output' ? inherited : null;
}

/** A year that opens a sentence or an item of this line, and the last list of years before this frame. */
function scopeFor(view: LineView, frame: Frame, plan: PlanContext, sectionYear: YearScope['section']): YearScope {
  const at = frame.group[0].start;
  const before = view.times.filter((t) => t.end <= at && t.year !== null && !t.recurring && !t.status && !t.relative);
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
  return clause.sentence !== frame.clause.sentence || clause.sentence === (view.clauses[0]?.sentence ?? 0);
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
function noteSectionYear(view: LineView, plan: PlanContext, years: Map<string, number>): void {
  if (!view.section || view.role !== 'goal') return;
  const opening = view.times.find(
    (t) => t.year !== null && !t.recurring && !t.status && inPlan(t, plan) && opensSentence(view, t),
  );
  const first = view.clauses.find((c) => c.end > view.bodyStart);
  if (opening && first && opening.start <= first.end) years.set(view.section.id, opening.year ?? 0);
}

function yearAbove(view: LineView, plan: PlanContext, years: ReadonlyMap<string, number>): YearScope['section'] {
  const { tables, sections } = plan.structure;
  const table = tables.find((t) => t.firstLine <= view.line.number && view.line.number <= t.lastLine);
  const titled = table && (Number(/[-—–至]\s*((?:19|20)\d{2})/.exec(table.title)?.[1]) || planPeriod(table.title)?.to);
  if (titled) return { year: titled, basis: 'table' };
  let section = view.section;
  while (section) {
    const year = years.get(section.id);
    if (year) return { year, basis: 'sentence' };
    const parent = section.parent;
    section = sections.find((s) => s.id === parent);
  }
  return null;
}

interface Bound {
  readonly reading: Reading;
  readonly rule: string;
  readonly name: string;
  readonly per: Target['per'];
  readonly bound: BoundYear;
}

function candidate(view: LineView, frame: Frame, quantity: Quantity, b: Bound, plan: PlanContext): TargetCandidate {
  const { clause } = frame;
  const near =
    b.bound.time && b.bound.time.start < clause.start && clause.start - b.bound.time.end <= 40
      ? b.bound.time.start
      : clause.start;
  const start = Math.max(Math.min(near, clause.start), view.bodyStart);
  const end = Math.max(clause.end, frame.group.at(-1)?.end ?? clause.end);
  const period = plan.meta.period;
  const horizon =
    b.bound.year !== null && b.bound.basis
      ? { year: b.bound.year, basis: b.bound.basis }
      : period
        ? { year: period.to, basis: 'document' as const }
        : null;
  return {
    fields: {
      class: b.reading.class,
      indicator: b.name,
      comparator: governed(frame, quantity),
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: quantity.unit,
      change: b.reading.change ?? null,
      per: b.per,
      year: b.bound.year,
      baseline: b.reading.baseline === undefined ? null : { value: b.reading.baseline, year: null },
      binding: null,
      modality: modalityOf(view.text.slice(clauseLead(view, frame), quantity.start)),
      horizon,
    },
    rule: b.rule,
    line: view.line.number,
    section: view.section?.id ?? null,
    start: view.line.start + start,
    end: view.line.start + end,
    time: b.bound.time && { start: view.line.start + b.bound.time.start, end: view.line.start + b.bound.time.end },
  };
}

/** A comparing word before a list governs all of it (分别不低于A、B); one behind a value only that value. */
function governed(frame: Frame, quantity: Quantity): Target['comparator'] {
  const first = frame.group[0];
  if (quantity !== first && first.prefix !== '' && quantity.comparator === 'eq') return first.comparator;
  if (quantity.comparator === 'eq' && /至少|不少于|不低于|不得少于$/.test(frame.before.slice(-12))) return 'ge';
  return quantity.comparator;
}

function clauseLead(view: LineView, frame: Frame): number {
  return view.clauses.find((c) => c.part === frame.clause.part)?.start ?? frame.clause.start;
}

function modalityOf(words: string): Target['modality'] {
  if (/原则上|鼓励|有条件/.test(words)) return 'soft';
  if (/力争|争取|努力|逐步/.test(words)) return 'aspirational';
  if (/确保|必须|务必|保证|严格/.test(words)) return 'firm';
  return null;
}
