import { readFile } from 'node:fs/promises';
import { type AnyDiagnostic, diagnostic, InputError } from '../core/diagnostic.js';
import type { Parsed, ParseOptions } from '../index.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { toRecord } from '../report/messages.js';
import type { Sums } from '../report/sums.js';
import type { DiagnosticRecord, Document } from '../schema/model.js';
import { validateDocument } from '../schema/validate.js';
import { causeOf } from './cause.js';
import { type Input, STDIN } from './inputs.js';

/** Why an input gave no document: one diagnostic, and the stack where the reason is an unexpected exception. */
export interface Failure extends DiagnosticRecord {
  readonly stack?: string;
}

export type Outcome =
  | { readonly path: string; readonly document: Document; readonly text: string; readonly sums: Sums }
  | { readonly path: string; readonly failure: Failure };

export type Parse = (bytes: Uint8Array, options: ParseOptions) => Promise<Parsed>;

export interface RunOptions {
  /** Used for every file, whatever its bytes look like. */
  readonly encoding?: string;
  /** What would be removed for these reasons stays in the text. */
  readonly keep?: readonly RemovalReason[];
  /** Stops before the next file. What was given out stays valid. */
  readonly signal?: AbortSignal;
  /** All bytes of standard input. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** Stands in for the library's own, in tests. */
  readonly parse?: Parse;
}

const refuse = (path: string, failure: AnyDiagnostic): Outcome => ({ path, failure: toRecord(failure) });

function unexpected(path: string, error: unknown): Outcome {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const sentence = `gongwen failed on this file (${message}): this is a bug, please report it with this file; GONGWEN_DEBUG=1 shows where`;
  const failure = { code: 'internal/unexpected', severity: 'error', message: sentence } as const;
  return { path, failure: stack === undefined ? failure : { ...failure, stack } };
}

async function bytesOf(file: string, { stdin }: RunOptions): Promise<Uint8Array> {
  if (file !== STDIN) return readFile(file);
  return stdin ? stdin() : new Uint8Array();
}

async function readOne(input: Input, options: RunOptions, parse: Parse): Promise<Outcome> {
  if ('failure' in input) return refuse(input.path, input.failure);
  const { path, file } = input;
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(file, options);
  } catch (error) {
    return refuse(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
  try {
    const { encoding, keep } = options;
    const wanted = { path, ...(encoding === undefined ? {} : { encoding }), ...(keep === undefined ? {} : { keep }) };
    const { document, text, sums } = await parse(bytes, wanted);
    return { path, document: validateDocument(document, text), text, sums };
  } catch (error) {
    return error instanceof InputError ? refuse(path, error.diagnostic) : unexpected(path, error);
  }
}

/**
 * Read and parse inputs one by one, and give what came of each in the order of the inputs. Every document is validated
 * before it is given. One bad file never stops the rest.
 */
export async function* run(inputs: readonly Input[], options: RunOptions = {}): AsyncGenerator<Outcome> {
  const parse = options.parse ?? (await import('../index.js')).parse;
  for (const input of inputs) {
    if (options.signal?.aborted) return;
    const outcome = await readOne(input, options, parse);
    // Standard input that was cut off by the stop is not a failure of the input.
    if (options.signal?.aborted && 'failure' in outcome) return;
    yield outcome;
    // Lets a stop by the user be noticed between files that take no waiting at all.
    await new Promise((go) => setImmediate(go));
  }
}
