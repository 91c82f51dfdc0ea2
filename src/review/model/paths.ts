import type { Document, Target } from '../../schema/model.js';
import type { RecordPlace, Viewed } from './record.js';

/** One value of an indicator. Targets that say the same again share it. */
export interface PathPoint {
  /** Null: a start whose year is not told. */
  readonly year: number | null;
  readonly value: number;
  /** Of ranges. */
  readonly valueMax: number | null;
  readonly comparator: Target['comparator'];
  /** Where it starts from, rather than what shall be. */
  readonly baseline: boolean;
  /** Whether the sentence or the table itself gives the year; else it comes from a heading or the plan's period. */
  readonly stated: boolean;
  /** Ids of the targets that state it, as they stand in the document. */
  readonly ids: readonly string[];
}

/** What one document wants of one indicator, from where it starts to the last year. */
export interface IndicatorPath extends RecordPlace {
  /** The first of its targets. */
  readonly id: string;
  readonly indicator: string;
  readonly indicatorId: string | null;
  readonly unit: string;
  /** Sorted by year, a start without a year first. */
  readonly points: readonly PathPoint[];
  /** Years for which there is more than one value; the line does not run through them. */
  readonly doubled: readonly number[];
}

/** Why a target is on no path. */
type ApartReason = 'change' | 'per' | 'output' | 'norm' | 'undated' | 'single';

export interface ApartTarget extends RecordPlace {
  readonly target: Target;
  readonly reason: ApartReason;
}

/** All targets, each on exactly one path or apart with the reason. */
export interface Paths {
  readonly paths: readonly IndicatorPath[];
  readonly apart: readonly ApartTarget[];
}

/** A target's year: its own, else that of its horizon. */
const yearOf = (target: Target): number | null => target.year ?? target.horizon?.year ?? null;

/**
 * Only what is a level at a point of time can be put on a path. Two counts of what is built are two projects, two standards
 * have two cases, unless they say where they start from.
 */
function hindrance(target: Target): ApartReason | null {
  if (target.class !== 'outcome' && target.baseline === null) return target.class;
  if (target.change !== null) return 'change';
  if (target.per !== null) return 'per';
  return yearOf(target) === null ? 'undated' : null;
}

/** Values of the same thing in units that can be brought to one. */
const keyOf = (target: Target): string =>
  JSON.stringify([target.indicatorId ?? target.indicator, target.unitBase ?? target.unit]);

/** Reads values of a target in the unit of its path. */
interface Scale {
  readonly unit: string;
  readonly value: (target: Target) => number;
  readonly valueMax: (target: Target) => number | null;
  readonly start: (target: Target) => number | null;
}

/** As printed where all are printed alike, else in the base unit. */
function scaleOf(targets: readonly Target[]): Scale {
  const [first] = targets;
  const alike = targets.every(({ unit }) => unit === first?.unit);
  if (alike || targets.some(({ valueBase }) => valueBase === null)) {
    return {
      unit: first?.unit ?? '',
      value: (target) => target.value,
      valueMax: (target) => target.valueMax,
      start: (target) => target.baseline?.value ?? null,
    };
  }
  return {
    unit: first?.unitBase ?? '',
    value: (target) => target.valueBase ?? target.value,
    valueMax: (target) => target.valueMaxBase,
    start: (target) => target.baselineValueBase,
  };
}

function pointsOf(targets: readonly Target[], scale: Scale): PathPoint[] {
  const points = targets.flatMap((target): PathPoint[] => {
    const { id, comparator, baseline, year } = target;
    const start = scale.start(target);
    const stated = year !== null || ['sentence', 'table'].includes(target.horizon?.basis ?? '');
    const goal = { year: yearOf(target), value: scale.value(target), valueMax: scale.valueMax(target), comparator };
    const from =
      baseline === null || start === null
        ? []
        : [
            {
              year: baseline.year,
              value: start,
              valueMax: null,
              comparator: 'eq' as const,
              baseline: true,
              stated: true,
              ids: [id],
            },
          ];
    return [...from, { ...goal, baseline: false, stated, ids: [id] }];
  });
  const joined = new Map<string, PathPoint>();
  for (const point of points) {
    const { year, value, valueMax, comparator, baseline } = point;
    const key = JSON.stringify([year, value, valueMax, comparator, baseline]);
    const known = joined.get(key);
    joined.set(
      key,
      known
        ? { ...known, stated: known.stated || point.stated, ids: [...new Set([...known.ids, ...point.ids])] }
        : point,
    );
  }
  return [...joined.values()].sort(
    (a, b) => (a.year ?? Number.NEGATIVE_INFINITY) - (b.year ?? Number.NEGATIVE_INFINITY) || a.value - b.value || 0,
  );
}

function doubledIn(points: readonly PathPoint[]): number[] {
  const years = points.flatMap(({ year }) => (year === null ? [] : [year]));
  return [...new Set(years.filter((year, i) => years.indexOf(year) !== i))];
}

function pathsIn(index: number, { targets }: Document): Paths {
  const groups = new Map<string, Target[]>();
  const apart: ApartTarget[] = [];
  for (const target of targets) {
    const reason = hindrance(target);
    if (reason) apart.push({ index, id: target.id, target, reason });
    else groups.set(keyOf(target), [...(groups.get(keyOf(target)) ?? []), target]);
  }
  const paths: IndicatorPath[] = [];
  for (const group of groups.values()) {
    const scale = scaleOf(group);
    const points = pointsOf(group, scale);
    const [first] = group;
    if (first && new Set(points.map(({ year }) => year)).size > 1) {
      const { id, indicator, indicatorId } = first;
      paths.push({ index, id, indicator, indicatorId, unit: scale.unit, points, doubled: doubledIn(points) });
    } else apart.push(...group.map((target) => ({ index, id: target.id, target, reason: 'single' as const })));
  }
  const place = new Map(targets.map(({ id }, i) => [id, i]));
  return { paths, apart: apart.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}

/**
 * Paths of indicators over the years, one a document, indicator and unit. Only levels are joined to a path: increases, values
 * a year, outputs, norms, values of one year alone and those without any year stand apart.
 */
export function pathsOf(documents: readonly Viewed[]): Paths {
  const all = documents.map(({ index, document }) => pathsIn(index, document));
  const first = new Map<string, number>();
  const paths = all.flatMap((one) => one.paths);
  for (const [i, path] of paths.entries()) first.set(nameOf(path), first.get(nameOf(path)) ?? i);
  // The same indicator of several documents side by side, at the place of the first.
  return {
    paths: [...paths].sort((a, b) => (first.get(nameOf(a)) ?? 0) - (first.get(nameOf(b)) ?? 0)),
    apart: all.flatMap((one) => one.apart),
  };
}

const nameOf = ({ indicatorId, indicator }: IndicatorPath): string => indicatorId ?? indicator;

/** The stretches that a line may run through: points one after the other whose years have one value each. */
export function stretchesOf({ points, doubled }: IndicatorPath): PathPoint[][] {
  const stretches: PathPoint[][] = [[]];
  for (const point of points) {
    if (point.year !== null && doubled.includes(point.year)) stretches.push([]);
    else stretches.at(-1)?.push(point);
  }
  return stretches.filter(({ length }) => length > 1);
}
