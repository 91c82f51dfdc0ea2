import type { Difference } from './differences.js';
import { type Expectation, type Fields, type Found, KINDS, type Kind } from './expectation.js';

/*
 * How well was found what is expected. Right is a record that is equal to an expected one in every field that is compared.
 * Known gaps are no excuse here: what is missing is missing. A list of a kind judges all records that were found of it;
 * `contains` and `excludes` judge those alone that they name. Of the facts of a document each field is one record, where it
 * is not null.
 */

export type ScoredKind = 'meta' | Kind;
export const SCORED: readonly ScoredKind[] = ['meta', ...KINDS];
export const MEASURES = ['precision', 'recall', 'f'] as const;
export type Measure = (typeof MEASURES)[number];

/** Records of one kind. */
export interface Score {
  expected: number;
  /** Found, and judged by an expectation. */
  found: number;
  right: number;
}

export type Scores = { readonly [K in ScoredKind]: Score };

export function noScores(): Scores {
  return Object.fromEntries(SCORED.map((kind) => [kind, { expected: 0, found: 0, right: 0 }])) as unknown as Scores;
}

function addMeta(score: Score, expected: Fields, found: Fields, wrong: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (value !== null) score.expected++;
    if ((found[name] ?? null) !== null) score.found++;
    if (value !== null && !wrong.has(name)) score.right++;
  }
}

/** Add one fixture. @param differences all of them, known gaps too. */
export function addScores(
  scores: Scores,
  expected: Expectation,
  found: Found,
  differences: readonly Difference[],
): void {
  if (expected.failure !== undefined) return;
  // Of a source that was refused everything is missing, and there are no single differences.
  const refused = found.failure !== undefined;
  const changed = differences.filter(({ kind }) => kind === 'meta').map(({ quote }) => quote);
  const wrong = new Set(refused ? Object.keys(expected.meta ?? {}) : changed);
  addMeta(scores.meta, expected.meta ?? {}, found.meta ?? {}, wrong);
  for (const kind of KINDS) {
    const score = scores[kind];
    const count = (list: Difference['list'], change: Difference['change']): number =>
      differences.filter((d) => d.kind === kind && d.list === list && d.change === change).length;
    const whole = expected[kind]?.length ?? 0;
    const contained = expected.contains?.[kind]?.length ?? 0;
    score.expected += whole + contained;
    if (refused) continue;
    const missing = count('contains', 'missing');
    score.found += (expected[kind] ? (found[kind]?.length ?? 0) : contained - missing) + count('excludes', 'extra');
    score.right += whole - count('whole', 'missing') - count('whole', 'changed');
    score.right += contained - missing - count('contains', 'changed');
  }
}

/**
 * One figure of a kind, from 0 to 1; null where there is nothing that it could be the share of. `f` is the harmonic mean of
 * precision and recall.
 */
export function measureOf({ expected, found, right }: Score, measure: Measure): number | null {
  const [share, of] = { precision: [right, found], recall: [right, expected], f: [2 * right, expected + found] }[
    measure
  ] as [number, number];
  return of === 0 ? null : share / of;
}

/** Three decimals, cut and not rounded: 0.9996 is not 1.000. */
const shown = (value: number | null): string =>
  value === null ? '-' : (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3);

/** The table at the end of a check; no lines where nothing was compared. */
export function scoreLines(scores: Scores): string[] {
  const kinds = SCORED.filter((kind) => scores[kind].expected + scores[kind].found > 0);
  if (kinds.length === 0) return [];
  const rows = kinds.map((kind) => {
    const { expected, found, right } = scores[kind];
    return [
      kind,
      ...MEASURES.map((m) => shown(measureOf(scores[kind], m))),
      String(right),
      String(expected),
      String(found),
    ];
  });
  const all = [['', 'precision', 'recall', 'F', 'right', 'expected', 'found'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`;
  return [...all.map(line), 'right: equal in every field that is compared; known gaps count as misses'];
}

/** The same as data. */
export function scoreData(scores: Scores): { [kind: string]: Score & { [M in Measure]: number | null } } {
  const measures = (score: Score) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, measureOf(score, measure)]));
  return Object.fromEntries(
    SCORED.map((kind) => [kind, { ...scores[kind], ...(measures(scores[kind]) as { [M in Measure]: number | null }) }]),
  );
}

/** What a measure of a kind must not fall below. */
export interface Minimum {
  readonly kind: ScoredKind;
  readonly measure: Measure;
  readonly least: number;
}

/** What is wrong with a minimum that was not reached; null where it was. */
export function belowMinimum(scores: Scores, { kind, measure, least }: Minimum): string | null {
  const name = measure === 'f' ? `F of ${kind}` : `${measure} of ${kind}`;
  const value = measureOf(scores[kind], measure);
  if (value === null) {
    const what = measure === 'precision' ? 'nothing of it was found' : 'no fixture expects any';
    return `${name} cannot hold the minimum ${least}: there is nothing to compare, ${what}`;
  }
  return value >= least ? null : `${name} is ${shown(value)}, below the minimum ${least}`;
}
