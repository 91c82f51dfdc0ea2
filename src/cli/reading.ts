import { type Input, resolveInputs } from '../batch/inputs.js';
import { type Failure, type Outcome, type Parse, run } from '../batch/run.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { diagnosticLine } from '../report/text.js';
import type { DiagnosticRecord } from '../schema/model.js';
import { type Terminal, UsageError } from './terminal.js';

/** Findings of one plan that are told on stderr; all of them are in the output of `extract`. */
const TOLD = 5;

export interface ReadOptions {
  readonly encoding?: string;
  readonly keep?: readonly RemovalReason[];
  /** Reads in place of the library, to keep what it thought. */
  readonly parse?: Parse;
}

export type Read = Extract<Outcome, { readonly text: string }>;

/** Options of a run in this terminal. */
export function runOptions({ encoding, keep, parse }: ReadOptions, terminal: Terminal) {
  return {
    signal: terminal.signal,
    stdin: terminal.stdin,
    ...(encoding === undefined ? {} : { encoding }),
    ...(keep === undefined ? {} : { keep }),
    ...(parse === undefined ? {} : { parse }),
  };
}

/** Say why an input gave nothing: one line, and the stack only for those who ask for it. */
function tellFailure(path: string, failure: Failure, terminal: Terminal): void {
  terminal.err(diagnosticLine(path, failure));
  if (terminal.debug && failure.stack !== undefined) terminal.err(failure.stack);
}

/** Say what a reader of one plan should look at. */
export function tellFindings(path: string, diagnostics: readonly DiagnosticRecord[], terminal: Terminal): void {
  const findings = diagnostics.filter((d) => d.severity !== 'info');
  for (const found of findings.slice(0, TOLD)) terminal.err(`  ${diagnosticLine(path, found)}`);
  const rest = findings.length - TOLD;
  if (rest > 0) terminal.err(`  ${rest} more in the diagnostics of the output`);
}

/**
 * Go through the inputs, and say of each one that could not be read why.
 * @param told what is to be said of the others.
 * @throws UsageError for an encoding that does not exist: it is wrong for every input, so it ends the run.
 */
export async function* outcomes(
  inputs: readonly Input[],
  options: ReadOptions,
  terminal: Terminal,
  told: (read: Read) => void = () => {},
): AsyncGenerator<Outcome> {
  for await (const outcome of run(inputs, runOptions(options, terminal))) {
    if ('text' in outcome) told(outcome);
    else if (outcome.failure.code === 'encoding/unknown-name') throw new UsageError(outcome.failure.message);
    else tellFailure(outcome.path, outcome.failure, terminal);
    yield outcome;
  }
}

/**
 * The outcome for a command that takes one plan; null when the plan could not be read, which has been told then.
 * @param instead what to do with several plans.
 * @throws UsageError when the arguments stand for several plans.
 */
export async function readOne(
  paths: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
  instead = 'name one of them',
): Promise<Read | null> {
  const inputs = await resolveInputs(paths, terminal.cwd);
  if (inputs.length > 1) {
    const what = paths.length > 1 ? `${inputs.length} inputs` : `"${paths[0]}" holds ${inputs.length} plans`;
    throw new UsageError(`${what}; ${instead}`);
  }
  for await (const outcome of outcomes(inputs, options, terminal)) if ('text' in outcome) return outcome;
  return null;
}
