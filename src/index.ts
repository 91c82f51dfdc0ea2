/**
 * gongwen reads Chinese government plans (规划, 行动计划, 实施方案 …) into validated targets, deadlines and
 * responsibilities, each with its place in the text and in the file. The library takes bytes or text and gives data: it
 * opens no files, uses no network and keeps no state. The same input gives the same output, byte for byte.
 *
 * Offsets are UTF-16 units and ends are exclusive; lines, columns, pages and paragraphs count from 1.
 *
 * In the build of a bundler for browsers text, Markdown, HTML, saved pages (MHTML) and PDF are read; a Word document is
 * refused with the code `input/needs-node`.
 * @packageDocumentation
 */
import { type Parsed, type ParseOptions, readPlan } from './pipeline.js';
import type { Explanation, Question } from './schema/explanation.js';

/**
 * Read one plan.
 *
 * @param input the bytes of a file, whose format and encoding are told by the bytes themselves; or a text that is decoded
 * already, plain, Markdown or HTML. For a text `document.source` speaks of its UTF-8, with `via: "forced"`: the caller has
 * decided how it is decoded, nothing was detected.
 * @returns the document and the cleaned text that its evidence counts in.
 * @throws {@link InputError} when there is nothing to read: a picture, a scan, a password, no Chinese. Its `diagnostic`
 * says why.
 * @throws RangeError when `keep` names a reason that there is not; TypeError when `input` is neither bytes nor text.
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { parse } from 'gongwen';
 *
 * const { document, text } = await parse(await readFile('plan.html'), { path: 'plan.html' });
 * for (const { indicator, comparator, value, unit, year, evidence } of document.targets) {
 *   console.log(indicator, comparator, value, unit, year, text.slice(evidence.start, evidence.end));
 * }
 * ```
 */
export async function parse(input: Uint8Array | string, options: ParseOptions = {}): Promise<Parsed> {
  return (await readPlan(input, options)).parsed;
}

/**
 * Read one plan and say how one of its records came about, or what became of every number and time of a line.
 *
 * @param input as `parse` takes it.
 * @param question a record by its id, a line of the cleaned text, or a line of the decoded original.
 * @throws {@link InputError} and RangeError as `parse` does; RangeError also for a record or a line that there is not.
 * @example
 * ```ts
 * const told = await explain(bytes, { record: 't12' });
 * ```
 */
export async function explain(
  input: Uint8Array | string,
  question: Question,
  options: ParseOptions = {},
): Promise<Explanation> {
  const { explainer } = await import('./explain.js');
  return explainer(await readPlan(input, options))(question);
}

/** An indicator that many plans set; `Target.indicatorId` is the id of one. */
export interface KnownIndicator {
  /** Stable across versions. */
  readonly id: string;
  /** Its common name in Chinese. */
  readonly name: string;
  /** Its name in English. */
  readonly english: string;
  /** The sector under which it is listed: education, health, water … */
  readonly sector: string;
  /** The unit that plans give it in, without 万 and 亿; empty where it has none. */
  readonly unit: string;
  /** Which way is progress; null where that is for the reader to say. */
  readonly better: 'up' | 'down' | null;
}

/**
 * All indicators that targets of different plans are brought together under, sector by sector.
 *
 * @example
 * ```ts
 * const english = new Map((await indicators()).map(({ id, english }) => [id, english]));
 * ```
 */
export async function indicators(): Promise<readonly KnownIndicator[]> {
  const { INDICATORS_BY_SECTOR } = await import('./lexicon/indicators/index.js');
  return Object.entries(INDICATORS_BY_SECTOR).flatMap(([sector, entries]) =>
    entries.map(({ id, name, english, unit, better }) => ({ id, name, english, sector, unit, better })),
  );
}

export {
  type AnyDiagnostic,
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticCode,
  InputError,
  type Severity,
} from './core/diagnostic.js';
export type { RemovalReason } from './lexicon/changes.js';
export {
  type ManyFailed,
  type ManyInput,
  type ManyInputs,
  type ManyOptions,
  type ManyRead,
  type ManyResult,
  parseMany,
} from './many.js';
export type { Facts, Parsed, ParseOptions } from './pipeline.js';
export type { Sums } from './report/sums.js';
export type * from './schema/explanation.js';
export type * from './schema/model.js';
