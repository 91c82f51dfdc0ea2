import type { Target } from '../schema/model.js';
import { candidate, type TargetCandidate } from './candidates.js';
import type { LineView, PlanContext } from './context.js';
import { type Cut, type Frame, framesOf, leadOf } from './frames.js';
import { opensSentenceOf } from './places.js';
import { baselineFor, fromPart, isBaseline } from './refine/baseline.js';
import { perOf } from './refine/per.js';
import { type Rejection, rejection } from './refine/reject.js';
import { noteSectionYear, scopeFor, yearsAbove } from './refine/scope.js';
import { topicOf } from './refine/topic.js';
import { bindYears, type YearScope } from './refine/years.js';
import type { Reading, Surroundings, TargetRule } from './rule.js';
import { breakdown } from './rules/target/breakdown.js';
import { change } from './rules/target/change.js';
import { count } from './rules/target/count.js';
import { each } from './rules/target/each.js';
import { level } from './rules/target/level.js';
import { limit } from './rules/target/limit.js';
import { made } from './rules/target/made.js';
import { served } from './rules/target/served.js';
import { shareFirst } from './rules/target/share-first.js';
import { shareInside } from './rules/target/share-inside.js';
import { shareOf } from './rules/target/share-of.js';
import { size } from './rules/target/size.js';
import { standard } from './rules/target/standard.js';
import { coordinated, splitNames } from './split-names.js';
import type { Quantity } from './tokens/quantities.js';

/** In the order in which they are tried. */
export const TARGET_RULES: readonly TargetRule[] = [
  standard,
  shareFirst,
  change,
  breakdown,
  limit,
  size,
  shareInside,
  shareOf,
  level,
  each,
  served,
  made,
  count,
];

/** What became of a number in a line. */
export type Verdict =
  | { readonly kind: 'target'; readonly quantities: readonly Quantity[]; readonly targets: readonly TargetCandidate[] }
  | { readonly kind: 'baseline'; readonly quantities: readonly Quantity[] }
  | { readonly kind: 'rejected'; readonly quantities: readonly Quantity[]; readonly reason: Rejection }
  /** No rule reads it, or what it measures has no name. */
  | { readonly kind: 'unread'; readonly quantities: readonly Quantity[]; readonly rule: string | undefined };

/** The targets that the sentences of a document state, in order. */
export function sentenceTargets(plan: PlanContext, views: readonly LineView[]): TargetCandidate[] {
  return views.flatMap(lineReader(plan)).flatMap((verdict) => (verdict.kind === 'target' ? [...verdict.targets] : []));
}

/** Reads line after line, in order, for a lead sentence leaves its year to the lines below. */
export function lineReader(plan: PlanContext): (view: LineView) => Verdict[] {
  const sectionYears = new Map<string, number>();
  const yearAbove = yearsAbove(plan, sectionYears);
  return (view) => {
    noteSectionYear(view, plan, sectionYears);
    return lineVerdicts(view, plan, yearAbove(view));
  };
}

/** What becomes of every number of one line. */
function lineVerdicts(view: LineView, plan: PlanContext, sectionYear: YearScope['section']): Verdict[] {
  const { frames, baselines, past, verdicts } = commitments(view, plan);
  let last: Near | undefined;
  let earlier: Reading[] = [];
  const line: Reading[] = [];
  for (const frame of frames) {
    const near = last && isNear(last.frame, frame) ? last : undefined;
    if (!near) earlier = [];
    const { topic, project } = topicOf(frame, near);
    const lastUnit = near?.frame.group.at(-1)?.unit ?? '';
    const around: Surroundings = { last: near?.reading, lastUnit, earlier, line, topic, project };
    const match = readFrame(frame, around);
    const names = match && completeNames(frame, match.reading, around);
    const isPast = past.has(frame.group[0]);
    if (!match || !names || names.names.some((name) => name.length < 2)) {
      if (!isPast) verdicts.push({ kind: 'unread', quantities: frame.group, rule: match?.rule.id });
      continue;
    }
    const { reading, rule } = match;
    const per = perOf(frame, reading, near);
    const found: Match = { frame, reading, rule: rule.id, names: names.names, nameFrom: names.nameFrom, per };
    if (!isPast) {
      const scope = scopeFor(frame, plan, sectionYear, isReached(reading, earlier, view));
      const from = reading.elliptic && near?.isPast ? near.frame.group[0].start : frame.clause.start;
      const stated = reading.elliptic && near?.isPast ? [...near.frame.group, ...baselines] : baselines;
      const targets = targetsOf(found, scope, (quantity) => baselineFor(quantity, from, stated, view), plan);
      verdicts.push({ kind: 'target', quantities: frame.group, targets });
    }
    last = { reading: { ...reading, indicators: names.names }, frame, per, isPast };
    earlier.push(last.reading);
    line.push(last.reading);
  }
  return verdicts;
}

/** A level, or what a sentence of levels or a chapter of goals goes on with. */
function isReached(reading: Reading, earlier: readonly Reading[], view: LineView): boolean {
  return reading.class === 'outcome' || view.role === 'goal' || earlier.some((before) => before.class === 'outcome');
}

interface Names {
  readonly names: readonly string[];
  readonly nameFrom: string | undefined;
}

interface Match extends Names {
  readonly frame: Frame;
  readonly reading: Reading;
  readonly rule: string;
  readonly per: Target['per'];
}

/** One target for each value, or each name, of a frame. */
function targetsOf(
  match: Match,
  scope: YearScope,
  baselineOf: (quantity: Quantity) => Target['baseline'],
  plan: PlanContext,
): TargetCandidate[] {
  const { frame, names, reading } = match;
  // 每年培训500人次 has no year of the paragraph; 年均增长6% has, for it leads to a level.
  const recurring = reading.class === 'norm' || (!reading.change && (match.per !== null || /每年/.test(leadOf(frame))));
  const years = bindYears(frame, scope, plan, recurring);
  return Array.from({ length: Math.max(frame.group.length, names.length, years.length) }, (_, i) => {
    const quantity = frame.group[i] ?? frame.group[0];
    const bound = years[i] ?? years[0];
    const name = names[i] ?? names[0];
    if (!bound || !name) return [];
    const baseline = baselineOf(quantity);
    const { rule, nameFrom, per } = match;
    return [candidate(frame, quantity, { reading, rule, name, nameFrom, per, bound, baseline }, plan)];
  }).flat();
}

interface Near {
  readonly reading: Reading;
  readonly frame: Frame;
  /** It tells what has been: 2020年覆盖率为86%, 到2025年达到90%. */
  readonly isPast: boolean;
  readonly per: Target['per'];
}

/** A reading helps out the next one in its sentence, and in one that breaks its total down (其中…, 一是…). */
function isNear(earlier: Frame, frame: Frame): boolean {
  if (earlier.clause.sentence === frame.clause.sentence) return true;
  const opening = opensSentenceOf(frame.view.clauses, frame.clause);
  return (
    opening !== undefined &&
    /^(?:其中|[一二三四五六七八九]是)/.test(frame.view.text.slice(opening.start, opening.start + 2))
  );
}

/**
 * The frames that may commit to something. Numbers that are thresholds, names or asides are words of what is measured
 * (单户500万元以下的占比), so the frames are built again without them; those that say from where are kept aside. What has
 * been stays: it names what the rest of its sentence goes on with.
 */
function commitments(
  view: LineView,
  plan: PlanContext,
): { frames: Frame[]; baselines: Quantity[]; past: Set<Quantity>; verdicts: Verdict[] } {
  const verdicts: Verdict[] = [];
  const past = new Set<Quantity>();
  const kept: Quantity[] = [];
  const baselines: Quantity[] = [];
  const cuts: Cut[] = [];
  let previousIsBaseline = false;
  const frames = framesOf(view);
  for (const frame of frames) {
    const starting = isBaseline(frame, previousIsBaseline);
    previousIsBaseline = starting;
    if (starting) {
      baselines.push(...frame.group);
      cuts.push(fromPart(frame));
      verdicts.push({ kind: 'baseline', quantities: frame.group });
      continue;
    }
    const reason = rejection(frame, plan);
    if (reason) verdicts.push({ kind: 'rejected', quantities: frame.group, reason });
    if (reason === 'past') past.add(frame.group[0]);
    if (!reason || reason === 'past') kept.push(...frame.group);
  }
  // Nothing was taken out of the line: its frames are what they were.
  if (verdicts.every((verdict) => verdict.kind === 'rejected' && verdict.reason === 'past'))
    return { frames, baselines, past, verdicts };
  return { frames: framesOf(view, kept, cuts), baselines, past, verdicts };
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
function completeNames(frame: Frame, reading: Reading, { last, earlier, topic }: Surroundings): Names {
  if (!reading.elliptic) {
    const [name = ''] = reading.indicators;
    // 东城、西城各新建1所 tells places, which stay together; 种植、收获机械化率均达到45% tells two indicators.
    const places = reading.class === 'output' && /各$/.test(frame.before);
    const shared = !places && !reading.each && /(?:分别|(?<!平)均|各)[^,]{0,4}$/.test(frame.before);
    if (frame.group.length > 1 || !shared) return { names: reading.indicators, nameFrom: undefined };
    const parts = coordinated(name).length;
    return { names: parts > 1 && parts <= 4 ? splitNames(name, parts) : [name], nameFrom: undefined };
  }
  const own = reading.indicators[0] ?? '';
  // 到2025年分别达到4万张、50张和60%: the names of the readings before, one for each.
  const before = earlier.flatMap((reading) => [...reading.indicators]).slice(-frame.group.length);
  if (own === '' && frame.group.length > 1 && before.length === frame.group.length)
    return { names: before, nameFrom: 'the readings before' };
  if (own === '' && last?.indicators[0] !== undefined)
    return { names: [last.indicators[0]], nameFrom: 'the reading before' };
  const nameFrom = topic === '' ? undefined : 'what the sentence is about';
  return { names: [topic !== own ? topic + own : own], nameFrom };
}
