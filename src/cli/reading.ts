import { documentsOf } from '../batch/documents.js';
import { type Outcome, type Parse, type Reading, read } from '../batch/run.js';
import type { Failure } from '../batch/task.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { diagnosticLine, oneLine } from '../report/text.js';
import type { DiagnosticRecord } from '../schema/model.js';
import { documentOptions, type SourceOptions, sourcesOf } from './sources.js';
import { type Terminal, UsageError } from './terminal.js';

/** Findings of one plan that are told on stderr; all of them are in the output of `extract`. */
const TOLD = 5;

export interface ReadOptions extends SourceOptions {
  readonly keep?: readonly RemovalReason[];
  /** Reads in place of the library, to keep what it thought. */
  readonly parse?: Parse;
}

export type Read = Extract<Outcome, { readonly text: string }>;

/**
 * Say why an input gave nothing: one line, and the stack only for those who ask for it.
 * @throws UsageError for an encoding that does not exist: it is wrong for every input, so it ends the run.
 */
export function tellFailure(path: string, failure: Failure, terminal: Pick<Terminal, 'err' | 'debug'>): void {
  if (failure.code === 'encoding/unknown-name') throw new UsageError(failure.message);
  terminal.err(diagnosticLine(path, failure));
  if (terminal.debug && failure.stack !== undefined) terminal.err(failure.stack);
}

/** Say what a reader of one plan should look at. */
export function tellFindings(
  path: string,
  diagnostics: readonly DiagnosticRecord[],
  terminal: Pick<Terminal, 'err'>,
): void {
  const findings = diagnostics.filter((d) => d.severity !== 'info');
  for (const found of findings.slice(0, TOLD)) terminal.err(`  ${diagnosticLine(path, found)}`);
  const rest = findings.length - TOLD;
  if (rest > 0) terminal.err(`  ${rest} more in the diagnostics of the output`);
}

function readingOf({ encoding, keep, parse }: ReadOptions): Reading {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(keep === undefined ? {} : { keep }),
    ...(parse === undefined ? {} : { parse }),
  };
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
  const inputs = await sourcesOf(paths, options, terminal);
  const several = (count: string): UsageError => {
    const what = paths.length > 1 ? `${count} inputs` : `"${paths[0]}" holds ${count} plans`;
    return new UsageError(`${what}; ${instead}`);
  };
  // A hidden file in a folder is no plan.
  const plans = inputs.filter((input) => !('skipped' in input)).length;
  if (plans > 1) throw several(String(plans));
  let one: Outcome | null = null;
  let passed: string | null = null;
  for await (const piece of documentsOf(inputs, documentOptions(options, terminal))) {
    if ('skipped' in piece) {
      passed ??= oneLine(`${piece.path}: passed over: ${piece.skipped}`);
      continue;
    }
    if (one !== null) throw several('several');
    one = 'bytes' in piece ? await read(piece.path, piece.bytes, readingOf(options), piece.about) : piece;
  }
  // Standard input that was cut off by the stop is not a failure of the input.
  if (terminal.signal.aborted && (one === null || 'failure' in one)) return null;
  if (one === null) {
    terminal.err(passed ?? 'no document to read');
    return null;
  }
  if ('text' in one) return one;
  tellFailure(one.path, one.failure, terminal);
  return null;
}
