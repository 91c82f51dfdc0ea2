import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { diagnostic, InputError } from '../core/diagnostic.js';
import { messageOf } from '../report/messages.js';
import { type ContainerOptions, type Member, membersOf, notAPlan } from './containers/index.js';
import { type Input, STDIN } from './inputs.js';
import type { Entry } from './journal.js';
import { memberNames, outputNames } from './names.js';
import { bytesOf, refuse, unexpected } from './run.js';
import type { About, Failure } from './task.js';

/** Where a document stands among all of a run: number of the input and of the document in it, both from 0. */
export type Position = readonly [number, number];

interface Placed {
  readonly path: string;
  readonly name: string;
  readonly position: Position;
}

/** One document of the inputs: to be read, refused, or passed over. `name` is of its files. */
export type Piece = Placed &
  (
    | { readonly bytes: Uint8Array; readonly about?: About }
    | { readonly failure: Failure }
    | { readonly skipped: string }
  );

/** A document that another run has read, as its journal and its store have it. */
export interface Stored extends Placed {
  readonly entry: Entry;
  readonly packed: Uint8Array | null;
}

export interface DocumentOptions extends ContainerOptions {
  /** All bytes of standard input. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** The name under which standard input is shown. */
  readonly stdinName?: string;
  readonly signal?: AbortSignal;
}

type ToRead = Extract<Input, { readonly file: unknown }>;
type Content = Piece extends infer P ? (P extends unknown ? Omit<P, 'path' | 'name' | 'position'> : never) : never;

/** Bytes that tell what a file is. */
const HEAD = 4096;

/** What a file that was found, not named, is where it is no plan; null where it may be one. */
async function passedOver({ path, file }: ToRead): Promise<string | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return notAPlan(basename(path), buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Why a file was refused that is whole and in order, only no plan; all else is a loss. */
const NO_PLAN: ReadonlySet<string> = new Set(['corpus/no-text', 'input/own-output']);

/** What is told of a file that could not be taken apart. */
function refused({ path, found }: ToRead, error: unknown): Content {
  if (!(error instanceof InputError)) return { failure: unexpected(path, error).failure };
  // Data beside plans are no failed plan; a file that is named is meant to be one.
  if (found && NO_PLAN.has(error.diagnostic.code)) return { skipped: messageOf(error.diagnostic) };
  return { failure: refuse(path, error.diagnostic).failure };
}

/** What a file that was found, or one in an archive, holds: itself, or the documents in it. */
async function* contents(
  input: ToRead,
  options: DocumentOptions,
): AsyncGenerator<{ member?: string; content: Content }> {
  const skipped = input.found ? await passedOver(input).catch(() => null) : null;
  if (skipped !== null) return yield { content: { skipped } };
  const bytes = await bytesOf(input.path, input.file, options.stdin);
  if (!(bytes instanceof Uint8Array)) return yield { content: { failure: bytes.failure } };
  try {
    const members = await membersOf(bytes, basename(input.path), options);
    if (members) yield* within(members, input);
    else if (input.member === undefined) yield { content: { bytes } };
    else yield { content: noMember(input.path, input.member) };
  } catch (error) {
    yield { content: refused(input, error) };
  }
}

function noMember(path: string, member: string): Content {
  return { failure: refuse(path, diagnostic('input/no-member', 'error', { member })).failure };
}

async function* within(
  members: AsyncIterable<Member>,
  { path, member: wanted }: ToRead,
): AsyncGenerator<{ member?: string; content: Content }> {
  const taken = new Map<string, number>();
  let found = false;
  for await (const { name, ...content } of members) {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const member = times > 1 ? `${name}~${times}` : name;
    if (wanted !== undefined && member !== wanted) continue;
    found = true;
    if ('failure' in content) yield { member, content: { failure: refuse(path, content.failure).failure } };
    else if ('skipped' in content) yield { member, content };
    else yield { member, content: contentOf(content) };
    if (wanted !== undefined) return;
  }
  if (found) return;
  if (wanted !== undefined) yield { member: wanted, content: noMember(path, wanted) };
  // An archive without entries would be in no list at all.
  else yield { content: { failure: refuse(path, diagnostic('input/no-documents', 'error', {})).failure } };
}

function contentOf({ bytes, ...about }: Omit<Extract<Member, { bytes: Uint8Array }>, 'name'>): Content {
  return Object.keys(about).length > 0 ? { bytes, about } : { bytes };
}

/** A name that no other document has: records name theirs by it. */
function unique(path: string, taken: Set<string>): string {
  let own = path;
  for (let n = 2; taken.has(own); n++) own = `${path}~${n}`;
  taken.add(own);
  return own;
}

/** The names under which inputs are shown: one for each file, however many of its documents are asked for one by one. */
function shownNames(inputs: readonly Input[], stdinName: string | undefined, taken: Set<string>): string[] {
  const files = new Map<string, string>();
  return inputs.map((input) => {
    const path = input.path === STDIN ? (stdinName ?? input.path) : input.path;
    if (!('file' in input)) return unique(path, taken);
    const file = input.file.toString('latin1');
    const shown = files.get(file) ?? unique(path, taken);
    files.set(file, shown);
    return shown;
  });
}

/** Names of outputs by the names of inputs: a file that is asked for several times has one, what is passed over none. */
function stemsOf(inputs: readonly Input[], shown: readonly string[]): ReadonlyMap<string, string> {
  const files = [...new Set(shown.filter((_, i) => !('skipped' in (inputs[i] ?? {}))))];
  const names = outputNames(files);
  return new Map(files.map((file, i) => [file, names[i] ?? '']));
}

/**
 * The documents of all inputs, one after the other, in their order: files are opened when it is their turn, and those that
 * hold several documents are taken apart. What cannot be read stands in its place as a failure and never throws.
 */
export async function* documentsOf(inputs: readonly Input[], options: DocumentOptions): AsyncGenerator<Piece> {
  // A file may be called `corpus.csv#1`: those that are there keep their names.
  const taken = new Set<string>();
  const shown = shownNames(inputs, options.stdinName, taken);
  const stems = stemsOf(inputs, shown);
  const memberName = memberNames();
  for (const [index, input] of inputs.entries()) {
    const own = shown[index] ?? input.path;
    const stem = stems.get(own) ?? '';
    if (!('file' in input)) {
      const content = 'skipped' in input ? { skipped: input.skipped } : refuse(own, input.failure);
      yield { ...content, path: own, name: stem, position: [index, 0] };
      continue;
    }
    let number = 0;
    for await (const { member = input.member, content } of contents({ ...input, path: own }, options)) {
      if (options.signal?.aborted) return;
      const path = member === undefined ? own : unique(`${own}#${member}`, taken);
      const name = member === undefined ? stem : memberName(stem, member);
      yield { ...content, path, name, position: [index, number++] };
    }
  }
}
