import type { Target } from '../schema/model.js';
import type { LineView, PlanContext } from './context.js';
import { unfold } from './fold.js';
import { type Cut, type Frame, framesOf } from './frames.js';
import { endsOfPart, opensSentenceOf } from './places.js';
import { baselineFor, fromPart, isBaseline } from './refine/baseline.js';
import { rejection } from './refine/reject.js';
import { noteSectionYear, scopeFor, yearsAbove } from './refine/scope.js';
import { classOf } from './refine/standing.js';
import { topicOf } from './refine/topic.js';
import { type BoundYear, bindYears, type YearScope } from './refine/years.js';
import type { Reading, Surroundings, TargetRule } from './rule.js';
import { breakdown } from './rules/target/breakdown.js';
import { change } from './rules/target/change.js';
import { count } from './rules/target/count.js';
import { each } from './rules/target/each.js';
import { level } from './rules/target/level.js';
import { made } from './rules/target/made.js';
import { shareFirst } from './rules/target/share-first.js';
import { size } from './rules/target/size.js';
import { standard } from './rules/target/standard.js';
import { coordinated, splitNames } from './split-names.js';
import type { Quantity } from './tokens/quantities.js';

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

/** What follows from a value and its unit as printed. */
type Base = 'valueBase' | 'valueMaxBase' | 'unitBase' | 'baselineValueBase';

/** A target before it has its id and its place in the output. Offsets count in the cleaned text. */
export interface TargetCandidate {
  readonly fields: Omit<Target, 'id' | 'indicatorId' | Base | 'deadline' | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly rule: string;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the value stands in running text: the quote may begin before the item of a list that it belongs to. */
  readonly at?: number;
  /** Set where a list of years did not fit the list of values. */
  readonly unpaired: { readonly years: number; readonly values: number } | undefined;
  /** Where the time stands that binds it, for the link to its deadline. */
  readonly time: { readonly start: number; readonly end: number } | undefined;
}

/** The targets that the sentences of a document state, in order. */
export function sentenceTargets(plan: PlanContext, views: readonly LineView[]): TargetCandidate[] {
  const found: TargetCandidate[] = [];
  const sectionYears = new Map<string, number>();
  const yearAbove = yearsAbove(plan, sectionYears);
  for (const view of views) {
    noteSectionYear(view, plan, sectionYears);
    found.push(...lineTargets(view, plan, yearAbove(view)));
  }
  return found;
}

/** The targets of one line. */
function lineTargets(view: LineView, plan: PlanContext, sectionYear: YearScope['section']): TargetCandidate[] {
  const found: TargetCandidate[] = [];
  const { frames, baselines } = commitments(view, plan);
  let last: Near | undefined;
  let earlier: Reading[] = [];
  for (const frame of frames) {
    const near = last && isNear(last.frame, frame) ? last : undefined;
    if (!near) earlier = [];
    const around: Surroundings = { last: near?.reading, earlier, ...topicOf(frame, near) };
    const match = readFrame(frame, around);
    if (!match) continue;
    const { rule, reading } = match;
    const per = perOf(frame, reading, near);
    const names = completeNames(frame, reading, near?.reading, around.topic);
    if (names.some((name) => name.length < 2)) continue;
    const recurring = per !== null || reading.class === 'norm' || /每年/.test(frame.lead);
    const years = bindYears(frame, scopeFor(frame, plan, sectionYear), plan, recurring);
    const count = Math.max(frame.group.length, names.length);
    for (let i = 0; i < count; i++) {
      const quantity = frame.group[i] ?? frame.group[0];
      const bound = years[i] ?? years[0];
      const name = names[i] ?? names[0];
      if (!bound || !name) continue;
      const baseline = baselineFor(quantity, frame.clause, baselines, view.times);
      found.push(candidate(frame, quantity, { reading, rule: rule.id, name, per, bound, baseline }, plan));
    }
    last = { reading: { ...reading, indicators: names }, frame, per };
    earlier.push(last.reading);
  }
  return found;
}

interface Near {
  readonly reading: Reading;
  readonly frame: Frame;
  readonly per: Target['per'];
}

/** A reading helps out the next one in its sentence, and in one that breaks its total down (其中…). */
function isNear(earlier: Frame, frame: Frame): boolean {
  if (earlier.clause.sentence === frame.clause.sentence) return true;
  const opening = opensSentenceOf(frame.view.clauses, frame.clause);
  return opening !== undefined && frame.view.text.startsWith('其中', opening.start);
}

/**
 * The frames that may commit to something. Numbers that are thresholds, names or asides are words of what is measured
 * (单户500万元以下的占比), so the frames are built again without them; those that say from where are kept aside.
 */
function commitments(view: LineView, plan: PlanContext): { frames: Frame[]; baselines: Quantity[] } {
  const kept: Quantity[] = [];
  const baselines: Quantity[] = [];
  const cuts: Cut[] = [];
  let previousIsBaseline = false;
  for (const frame of framesOf(view)) {
    const starting = isBaseline(frame, previousIsBaseline);
    previousIsBaseline = starting;
    if (starting) {
      baselines.push(...frame.group);
      cuts.push(fromPart(frame));
    }
    if (!starting && !rejection(frame, plan)) kept.push(...frame.group);
  }
  const frames = framesOf(view, kept, cuts);
  return { frames, baselines };
}

function readFrame(frame: Frame, around: Surroundings) {
  const words = frame.view.text.slice(frame.clause.start, frame.clause.end);
  for (const rule of TARGET_RULES) {
    if (rule.anchors && !rule.anchors.test(words)) continue;
    const reading = rule.read(frame, around);
    if (reading) return { rule, reading };
  }
  return undefined;
}

/**
 * Names that the sentence leaves out are those of the reading before, or the topic; 均, 各 and 分别 before one value give
 * one name for each thing that shares it.
 */
function completeNames(frame: Frame, reading: Reading, last: Reading | undefined, topic: string): string[] {
  if (!reading.elliptic) {
    const [name = ''] = reading.indicators;
    if (frame.group.length > 1 || !/(?:分别|均|各)[^,]{0,4}$/.test(frame.before)) return [...reading.indicators];
    const parts = coordinated(name).length;
    return parts > 1 && parts <= 4 ? splitNames(name, parts) : [name];
  }
  const own = reading.indicators[0] ?? '';
  if (own === '') return [last?.indicators[0] ?? topic];
  return [topic && topic !== own ? topic + own : own];
}

function perOf(frame: Frame, reading: Reading, near: Near | undefined): Target['per'] {
  if (reading.class === 'outcome' && !reading.change) return null;
  const { view, clause } = frame;
  const words = view.text.slice(clause.start, frame.group[0].start);
  if (/每(?:学)?年|年均|逐年|年平均/.test(words) && !/每(?:\d|两|[二三四五])/.test(words)) return 'year';
  if (/每月|每个月/.test(words)) return 'month';
  if (/每周/.test(words)) return 'week';
  if (/每天|每日/.test(words)) return 'day';
  if (/每学期/.test(words)) return 'term';
  // 每年培训4500人次,专项培训150人次: the members of a list of outputs share their measure of time.
  const shared = near && near.reading.class === 'output' && near.frame.clause.part === clause.part;
  return reading.class === 'output' && shared ? near.per : null;
}

interface Bound {
  readonly reading: Reading;
  readonly rule: string;
  readonly name: string;
  readonly per: Target['per'];
  readonly bound: BoundYear;
  readonly baseline: Target['baseline'];
}

function candidate(frame: Frame, quantity: Quantity, b: Bound, plan: PlanContext): TargetCandidate {
  const { clause, view } = frame;
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
      class: classOf(b.reading, b.name, quantity, frame, b.bound.year !== null),
      indicator: unfold(b.name, view.line.text),
      comparator: governed(frame, quantity),
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: unfold(quantity.unit, view.line.text),
      change: b.reading.change ?? null,
      per: b.per,
      year: b.bound.year,
      baseline: b.baseline,
      binding: null,
      modality: modalityOf(view.text.slice(clauseLead(view, frame), quantity.start)),
      horizon,
    },
    rule: b.rule,
    line: view.line.number,
    section: view.section?.id ?? null,
    start: view.line.start + start,
    end: view.line.start + end,
    at: view.line.start + quantity.start,
    unpaired: b.bound.unpaired === undefined ? undefined : { years: b.bound.unpaired, values: frame.group.length },
    time: b.bound.time && { start: view.line.start + b.bound.time.start, end: view.line.start + b.bound.time.end },
  };
}

/** A comparing word before a list governs all of it (分别不低于A、B); one behind a value only that value. */
function governed(frame: Frame, quantity: Quantity): Target['comparator'] {
  const first = frame.group[0];
  if (quantity !== first && first.prefix !== '' && quantity.comparator === 'eq') return first.comparator;
  if (quantity.comparator === 'eq' && /(?:至少|不少于|不低于|不得少于)[^,、]*$/.test(frame.before.slice(-12)))
    return 'ge';
  return quantity.comparator;
}

function clauseLead(view: LineView, frame: Frame): number {
  return endsOfPart(view.clauses, frame.clause)?.first.start ?? frame.clause.start;
}

function modalityOf(words: string): Target['modality'] {
  if (/原则上|鼓励|有条件/.test(words)) return 'soft';
  if (/力争|争取|努力|逐步/.test(words)) return 'aspirational';
  if (/确保|必须|务必|保证|严格/.test(words)) return 'firm';
  return null;
}
