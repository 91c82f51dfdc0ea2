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

export { InputError } from './core/diagnostic.js';
export type { Parsed, ParseOptions } from './pipeline.js';
export type * from './schema/explanation.js';
export type * from './schema/model.js';
