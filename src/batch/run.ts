import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type AnyDiagnostic, diagnostic, InputError } from '../core/diagnostic.js';
import type { ParseOptions } from '../index.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { toRecord } from '../report/messages.js';
import { validateDocument } from '../schema/validate.js';
import type { Plan } from '../write/writer.js';
import { causeOf } from './cause.js';
import { type FilePath, STDIN } from './inputs.js';
import type { About, Failure } from './task.js';

export type Outcome = ({ readonly path: string } & Plan) | { readonly path: string; readonly failure: Failure };

export type Parse = (bytes: Uint8Array, options: ParseOptions) => Promise<Plan>;

/** How bytes are read. */
export interface Reading {
  /** Used for every file, whatever its bytes look like. */
  readonly encoding?: string;
  /** What would be removed for these reasons stays in the text. */
  readonly keep?: readonly RemovalReason[];
  /** Stands in for the library's own, in tests. */
  readonly parse?: Parse;
}

export const refuse = (path: string, failure: AnyDiagnostic): Outcome & { failure: Failure } => ({
  path,
  failure: toRecord(failure),
});

/** An exception that is no `InputError`: this program's fault, told as a failure of the input. */
export function unexpected(path: string, error: unknown): Outcome & { failure: Failure } {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const sentence = `gongwen failed on this file (${message}): this is a bug, please report it with this file; GONGWEN_DEBUG=1 shows where`;
  const failure = { code: 'internal/unexpected', severity: 'error', message: sentence } as const;
  return { path, failure: stack === undefined ? failure : { ...failure, stack } };
}

/** Read one document. The result is validated; nothing is thrown. */
export async function read(path: string, bytes: Uint8Array, reading: Reading, about: About = {}): Promise<Outcome> {
  try {
    const parse = reading.parse ?? (await import('../index.js')).parse;
    const { encoding, keep } = reading;
    const options = {
      path,
      ...(encoding === undefined ? {} : { encoding }),
      ...(keep === undefined ? {} : { keep }),
      ...about,
    };
    const { document, ...rest } = await parse(bytes, options);
    return { path, document: validateDocument(document, rest.text), ...rest };
  } catch (error) {
    return error instanceof InputError ? refuse(path, error.diagnostic) : unexpected(path, error);
  }
}

/** The bytes of a file, or why there are none. */
export async function bytesOf(
  path: string,
  file: FilePath,
  stdin?: () => Promise<Uint8Array>,
): Promise<Uint8Array | (Outcome & { failure: Failure })> {
  try {
    if (file === STDIN) return (await stdin?.()) ?? new Uint8Array();
    return await readFile(file);
  } catch (error) {
    return refuse(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What comes of one input that is one document, in this thread. */
export async function readInput(
  input: { readonly path: string; readonly file: FilePath },
  reading: Reading & { readonly stdin?: () => Promise<Uint8Array> },
): Promise<Outcome> {
  const bytes = await bytesOf(input.path, input.file, reading.stdin);
  return bytes instanceof Uint8Array ? read(input.path, bytes, reading) : bytes;
}
