import { resolveInputs } from '../batch/inputs.js';
import { type Failure, type Outcome, run } from '../batch/run.js';
import { diagnosticLine } from '../report/text.js';
import { type Terminal, UsageError } from './terminal.js';

export interface ReadOptions {
  readonly encoding?: string;
}

export type Read = Extract<Outcome, { readonly text: string }>;

/** Options of a run in this terminal. */
export function runOptions({ encoding }: ReadOptions, terminal: Terminal) {
  return { signal: terminal.signal, stdin: terminal.stdin, ...(encoding === undefined ? {} : { encoding }) };
}

/** Say why an input gave nothing: one line, and the stack only for those who ask for it. */
export function tellFailure(path: string, failure: Failure, terminal: Terminal): void {
  terminal.err(diagnosticLine(path, failure));
  if (terminal.debug && failure.stack !== undefined) terminal.err(failure.stack);
}

/**
 * The outcome for a command that takes one plan; null when the plan could not be read, which has been told then.
 * @throws UsageError when the argument stands for several plans.
 */
export async function readOneFile(file: string, options: ReadOptions, terminal: Terminal): Promise<Read | null> {
  const inputs = await resolveInputs([file], terminal.cwd);
  if (inputs.length > 1) throw new UsageError(`"${file}" holds ${inputs.length} plans; name one of them`);
  for await (const outcome of run(inputs, runOptions(options, terminal))) {
    if ('text' in outcome) return outcome;
    if (outcome.failure.code === 'encoding/unknown-name') throw new UsageError(outcome.failure.message);
    tellFailure(outcome.path, outcome.failure, terminal);
  }
  return null;
}
