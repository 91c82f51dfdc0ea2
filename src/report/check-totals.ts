import type { Difference } from './differences.js';
import { counted } from './text.js';

/** What a check counts besides the scores. */
export interface CheckTotals {
  fixtures: number;
  /** Of them, those that are not as expected. */
  differing: number;
  /** Differences that are accepted for now. */
  known: number;
  /** Those that are not, by kind and change. */
  readonly open: Map<string, number>;
}

export const noCheckTotals = (): CheckTotals => ({ fixtures: 0, differing: 0, known: 0, open: new Map() });

/** Count differences. */
export function addDifferences({ open }: CheckTotals, differences: readonly Difference[]): void {
  for (const { kind, change } of differences) {
    const name = kind === 'meta' || kind === 'failure' ? kind : `${kind} ${change}`;
    open.set(name, (open.get(name) ?? 0) + 1);
  }
}

const sorted = ({ open }: CheckTotals): [string, number][] => [...open].sort(([a], [b]) => (a < b ? -1 : 1));

/** How many fixtures hold, and what the others differ in. */
export function totalLines(totals: CheckTotals): string[] {
  const { fixtures, differing, known } = totals;
  const head = `${counted(fixtures, 'fixtures', 'fixture')}: ${fixtures - differing} as expected, ${differing} not; ${counted(known, 'known gaps', 'known gap')}`;
  return [head, ...sorted(totals).map(([name, count]) => `  ${name}: ${count}`)];
}

/** The same as data. */
export function totalData(totals: CheckTotals) {
  const { fixtures, differing, known } = totals;
  return { fixtures, differing, known, open: Object.fromEntries(sorted(totals)) };
}
