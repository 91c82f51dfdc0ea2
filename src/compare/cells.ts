import { SAME_COUNTS } from '../lexicon/comparison.js';
import type { Cell, Column, Entry, Mark, Source, Statement } from './model.js';

/** The column of a statement, before columns are numbered. */
export type Place = Omit<Column, 'id'>;

/** Where a statement stands: its place or document, and its year. */
export function placeOf({ compared, target }: Statement, group: 'place' | 'name'): Place {
  const { year, horizon } = target;
  if (year !== null) return { group: compared[group], year, given: 'stated' };
  if (horizon !== null) return { group: compared[group], year: horizon.year, given: 'implied' };
  return { group: compared[group], year: null, given: 'none' };
}

const sameValue = (a: Entry, b: Entry): boolean =>
  a.value === b.value && a.valueMax === b.valueMax && a.unit === b.unit;

function baselineOf({ baseline, statement }: Source): Entry['baseline'] {
  // What a change starts from is a level: it stands with its sentence and not among changes.
  if (baseline === null || statement.target.change !== null) return null;
  return { value: baseline, year: statement.target.baseline?.year ?? null };
}

/** Sources that say the same number are one entry. */
function entriesOf(sources: readonly Source[], unit: string): Entry[] {
  const entries: Entry[] = [];
  for (const source of sources) {
    const { target } = source.statement;
    const baseline = baselineOf(source);
    const entry: Entry = {
      comparator: target.comparator,
      ...{ value: source.value, valueMax: source.valueMax, baseline },
      unit: source.unit === unit ? null : source.unit,
      basis: target.year === null ? (target.horizon?.basis ?? null) : null,
      sources: [source.id],
    };
    const at = entries.findIndex(
      (one) => sameValue(one, entry) && one.comparator === entry.comparator && fitting(one.baseline, baseline),
    );
    const same = entries[at];
    if (!same) entries.push(entry);
    else
      entries[at] = {
        ...same,
        baseline: same.baseline ?? baseline,
        basis:
          [...new Set([...(same.basis?.split('/') ?? []), ...(entry.basis ? [entry.basis] : [])])].join('/') || null,
        sources: [...same.sources, source.id],
      };
  }
  return entries;
}

const fitting = (a: Entry['baseline'], b: Entry['baseline']): boolean =>
  a === null || b === null || (a.value === b.value && a.year === b.year);

/** A number and its unit, whatever words it is compared with and whichever measure word counts it. */
function numberKey({ value, valueMax, unit, statement }: Source): string {
  const base = statement.target.unitBase ?? unit;
  return `${value}|${valueMax}|${SAME_COUNTS[base] ?? base}`;
}

/**
 * Two numbers of a plan may be two things that its name does not tell apart, where it speaks of what is made or of rules;
 * else they contradict each other, as those of two plans do.
 */
function valueMarks(sources: readonly Source[]): Mark[] {
  const byDocument = new Map<string, Set<string>>();
  let things = false;
  for (const source of sources) {
    const { compared, target, bare } = source.statement;
    const id = compared.id;
    byDocument.set(id, (byDocument.get(id) ?? new Set()).add(numberKey(source)));
    if (target.class !== 'outcome' || bare) things = true;
  }
  const several = [...byDocument.values()].some((numbers) => numbers.size > 1);
  const apart = new Set([...byDocument.values()].map((numbers) => [...numbers].sort().join())).size > 1;
  if (apart || (several && !things)) return ['values'];
  return several ? ['several'] : [];
}

function marksOf(sources: readonly Source[], entries: readonly Entry[]): Mark[] {
  const targets = sources.map(({ statement }) => statement.target);
  const baselines = new Set(
    entries.flatMap(({ baseline }) => (baseline ? [`${baseline.value}|${baseline.year}`] : [])),
  );
  const numbers = new Set(sources.map(numberKey));
  const marks: [Mark, boolean][] = [
    ['comparators', numbers.size === 1 && new Set(targets.map(({ comparator }) => comparator)).size > 1],
    ['contradiction', sources.some(({ statement }) => statement.contradicted)],
    ['baselines', numbers.size === 1 && baselines.size > 1],
    ['suspect', targets.some(({ suspect }) => suspect !== null)],
    ['soft', targets.some(({ modality }) => modality === 'soft')],
    ['aspirational', targets.some(({ modality }) => modality === 'aspirational')],
    ['unit', entries.some(({ unit }) => unit !== null)],
    ['similar', sources.some(({ similarity }) => similarity !== null && similarity < 1)],
  ];
  return [...valueMarks(sources), ...marks.flatMap(([mark, holds]) => (holds ? [mark] : []))];
}

/** The cell of one row and column out of its sources. */
export function cellOf(column: string, sources: readonly Source[], unit: string): Cell {
  const entries = entriesOf(sources, unit);
  return { column, entries, marks: marksOf(sources, entries) };
}

/** Marks of what a reader has to look into: numbers that cannot all hold, or that may not be what was written. */
export const CONFLICTS: ReadonlySet<Mark> = new Set(['values', 'comparators', 'contradiction', 'baselines', 'suspect']);
