import { basename, resolve } from 'node:path';
import { batch } from '../batch/batch.js';
import { documentsOf } from '../batch/documents.js';
import { type Input, STDIN } from '../batch/inputs.js';
import { resolveInputs } from '../batch/resolve.js';
import { type Reading, read } from '../batch/run.js';
import { documentsIn, holdsDocuments, plansOfRun, type StoredPlan } from '../batch/stored-plans.js';
import type { Failure } from '../batch/task.js';
import type { Document } from '../schema/model.js';
import { findProblem } from '../schema/validate.js';
import type { PlanPiece } from '../write/plan.js';
import { type BatchFlags, batchOptions } from './folder.js';
import { documentOptions, sourcesOf } from './sources.js';
import type { Terminal } from './terminal.js';

/** One plan of a command that works on records. */
interface PlanRead {
  readonly path: string;
  readonly document: Document;
  /** The cleaned text that evidence counts in; null where records are stored and their source is not to be had. */
  readonly text: string | null;
  /** For each line of the text the line of the decoded original that it begins in; of plans that are read alone. */
  readonly sourceLines?: readonly number[];
}

export type PlanOrFailure = PlanRead | { readonly path: string; readonly failure: Failure };

export interface PlanFlags extends Omit<BatchFlags, 'shard'> {
  /** The folder in which the sources of stored documents are looked for. */
  readonly source?: string;
}

/** Plans that are read as one run: threads begin once for them. */
async function* fromSources(inputs: readonly Input[], flags: PlanFlags, terminal: Terminal) {
  const { reading, batch: threads } = await batchOptions(flags, inputs, terminal);
  const setting = { ...reading, formats: ['plan'], writing: { headers: 'en', bom: false }, pack: false } as const;
  const pieces = documentsOf(inputs, documentOptions(flags, terminal));
  for await (const finished of batch(pieces, { ...threads, setting })) {
    const { path } = finished;
    if ('failure' in finished) yield { path, failure: finished.failure };
    if ('read' in finished) yield { path, ...(finished.read.pieces[0] as PlanPiece) };
  }
}

/** The text of a stored document out of its source: where that is gone or has changed there is none. */
async function textOf({ source }: Document, flags: PlanFlags, terminal: Terminal): Promise<string | null> {
  const { keep, encoding } = flags;
  const reading: Reading = { ...(keep === undefined ? {} : { keep }), ...(encoding === undefined ? {} : { encoding }) };
  const folder = flags.source === undefined ? terminal.cwd : resolve(terminal.cwd, flags.source);
  // A source that was moved into the folder has its name alone.
  for (const path of [source.path, basename(source.path)]) {
    if (path === '' || path === STDIN) continue;
    const inputs = await resolveInputs([resolve(folder, path)], terminal.cwd);
    for await (const piece of documentsOf(inputs, documentOptions(flags, terminal))) {
      if (!('bytes' in piece)) continue;
      const outcome = await read(source.path, piece.bytes, reading, piece.about);
      if ('text' in outcome && outcome.document.source.sha256 === source.sha256) return outcome.text;
    }
  }
  return null;
}

/** A stored plan with its text, where offsets count in it: another version may have cleaned otherwise. */
async function withText(plan: StoredPlan, flags: PlanFlags, terminal: Terminal): Promise<PlanOrFailure> {
  if ('failure' in plan || plan.text !== null) return plan;
  const text = await textOf(plan.document, flags, terminal);
  return text !== null && findProblem(plan.document, text) === null ? { ...plan, text } : plan;
}

async function* fromStored(plans: AsyncIterable<StoredPlan>, flags: PlanFlags, terminal: Terminal) {
  for await (const plan of plans) {
    if (terminal.signal.aborted) return;
    yield await withText(plan, flags, terminal);
  }
}

/** Inputs one after the other, those of one kind that stand beside each other together. */
async function* fromInputs(inputs: readonly Input[], flags: PlanFlags, terminal: Terminal) {
  let sources: Input[] = [];
  for (const input of inputs) {
    if (!('file' in input) || input.member !== undefined || !(await holdsDocuments(input.file))) {
      sources.push(input);
      continue;
    }
    if (sources.length > 0) yield* fromSources(sources, flags, terminal);
    sources = [];
    yield* fromStored(documentsIn(input.path, input.file), flags, terminal);
  }
  if (sources.length > 0) yield* fromSources(sources, flags, terminal);
}

/**
 * The plans that a command works on, in the order of its arguments: read from files as `extract` reads them, or taken
 * from what it has written (an output folder, JSON, JSON Lines). One that cannot be read stands in its place as a failure.
 * @throws UsageError where nothing is named.
 */
export async function* plansOf(
  paths: readonly string[],
  flags: PlanFlags,
  terminal: Terminal,
): AsyncGenerator<PlanOrFailure> {
  let plain: string[] = [];
  const { filesFrom, ...alone } = flags;
  for (const path of paths) {
    const run = path === STDIN ? null : await plansOfRun(path.replace(/\/+$/, ''), resolve(terminal.cwd, path));
    if (run === null) {
      plain.push(path);
      continue;
    }
    if (plain.length > 0) yield* fromInputs(await sourcesOf(plain, alone, terminal), alone, terminal);
    plain = [];
    yield* fromStored(run, flags, terminal);
  }
  const listed = filesFrom === undefined ? alone : flags;
  if (plain.length > 0 || filesFrom !== undefined || paths.length === 0)
    yield* fromInputs(await sourcesOf(plain, listed, terminal), listed, terminal);
}
