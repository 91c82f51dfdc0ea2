import { type Parsed, type ParseOptions, readPlan } from './pipeline.js';
import type { Explanation, Question } from './schema/explanation.js';

/**
 * Read one plan.
 * @throws InputError when the bytes hold no Chinese text; its `diagnostic` says why.
 * @throws RangeError when `keep` names a reason that there is not.
 */
export async function parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<Parsed> {
  return (await readPlan(bytes, options)).parsed;
}

/**
 * Read one plan and say how one of its records came about, or what became of every number and time of a line.
 * @throws InputError and RangeError as `parse` does; RangeError also for a record or a line that there is not.
 */
export async function explain(bytes: Uint8Array, question: Question, options: ParseOptions = {}): Promise<Explanation> {
  const { explainer } = await import('./explain.js');
  return explainer(await readPlan(bytes, options))(question);
}

/** An indicator that many plans set; `Target.indicatorId` is the id of one. */
export interface KnownIndicator {
  /** Stable across versions. */
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly sector: string;
  /** The unit that plans give it in, without 万 and 亿; empty where it has none. */
  readonly unit: string;
  /** Which way is progress; null where that is for the reader to say. */
  readonly better: 'up' | 'down' | null;
}

/** All indicators that targets of different plans are brought together under, sector by sector. */
export async function indicators(): Promise<readonly KnownIndicator[]> {
  const { INDICATORS_BY_SECTOR } = await import('./lexicon/indicators/index.js');
  return Object.entries(INDICATORS_BY_SECTOR).flatMap(([sector, entries]) =>
    entries.map(({ id, name, english, unit, better }) => ({ id, name, english, sector, unit, better })),
  );
}

export { InputError } from './core/diagnostic.js';
export type { Facts, Parsed, ParseOptions } from './pipeline.js';
export type * from './schema/explanation.js';
export type * from './schema/model.js';
