import { InputError } from './core/diagnostic.js';
import { isBytes } from './core/is-bytes.js';
import { type Facts, type Parsed, type ParseOptions, readPlan, requireReasons } from './pipeline.js';
import { toRecord } from './report/messages.js';
import type { DiagnosticRecord } from './schema/model.js';

/** One file for {@link parseMany}: its bytes, or a text that is decoded already; with a name and what a corpus says of it. */
export type ManyInput =
  | Uint8Array
  | string
  | { readonly path?: string; readonly bytes: Uint8Array; readonly facts?: Facts }
  | { readonly path?: string; readonly text: string; readonly facts?: Facts };

/** How {@link parseMany} reads: as {@link ParseOptions}, but for what belongs to one file. */
export interface ManyOptions extends Pick<ParseOptions, 'encoding' | 'keep'> {
  /** Stops the run: the generator throws the reason of the signal, after the file that is being read. */
  readonly signal?: AbortSignal;
}

/** A file that was read. */
export interface ManyRead extends Parsed {
  /** The input's own; the position among the inputs, from 0, where it has none. */
  readonly path: string;
  readonly error?: never;
}

/** A file that gave nothing. */
export interface ManyFailed {
  readonly path: string;
  /** Why, in one line. The code `internal/unexpected` is a bug of gongwen. */
  readonly error: DiagnosticRecord;
  /** What was thrown, where it is a bug. */
  readonly cause?: unknown;
  readonly document?: never;
}

/** What {@link parseMany} gives for one input. */
export type ManyResult = ManyRead | ManyFailed;

/** Inputs of {@link parseMany}. Promises in them are waited for. */
export type ManyInputs = Iterable<ManyInput | Promise<ManyInput>> | AsyncIterable<ManyInput>;

/**
 * Read many plans, one after the other, and give what came of each in the order of the inputs.
 *
 * Nothing is read before it is asked for, but for one input of an asynchronous source, which is fetched while the one
 * before is read: so never more than two inputs and one result are held. A file that cannot be read gives an `error` and
 * the rest goes on. The source is closed when the consumer stops (`break`, `return`), when it throws and when `signal`
 * stops the run. Between two files other work of the thread gets its turn.
 *
 * @param inputs a list, a generator, a stream in object mode …
 * @throws what the source throws, the reason of `signal`, a RangeError when `keep` names a reason that there is not, and a
 * TypeError for an input that is neither bytes nor text.
 * @example
 * ```ts
 * import { readdir, readFile } from 'node:fs/promises';
 * import { parseMany } from 'gongwen';
 *
 * async function* files(folder: string) {
 *   for (const name of await readdir(folder)) yield { path: name, bytes: await readFile(`${folder}/${name}`) };
 * }
 * for await (const { path, document, error } of parseMany(files('plans'))) {
 *   console.log(path, error ? error.message : document.targets.length);
 * }
 * ```
 */
export async function* parseMany(
  inputs: ManyInputs,
  options: ManyOptions = {},
): AsyncGenerator<ManyResult, void, undefined> {
  const { signal, ...reading } = options;
  requireReasons(reading.keep ?? []);
  signal?.throwIfAborted();
  const source = openSource(inputs, signal);
  try {
    for (let index = 0; ; index++) {
      const step = await source.next();
      if (step.done) return;
      yield await readOne(step.value, index, reading);
      await breathe();
      signal?.throwIfAborted();
    }
  } finally {
    await source.close();
  }
}

interface Source {
  readonly next: () => Promise<IteratorResult<ManyInput, unknown>>;
  readonly close: () => Promise<void>;
}

/** Pulls inputs: of an asynchronous source the next one while the one before is worked on. */
function openSource(inputs: ManyInputs, signal: AbortSignal | undefined): Source {
  if (typeof inputs !== 'object' || inputs === null || !(Symbol.asyncIterator in inputs || Symbol.iterator in inputs))
    throw new TypeError('parseMany takes a list, a generator or a stream of inputs; parse takes one input');
  const asynchronous = Symbol.asyncIterator in inputs;
  const iterator = asynchronous ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]();
  let ended = false;
  let fetched: Promise<IteratorResult<ManyInput, unknown>> | undefined;
  const pull = async (): Promise<IteratorResult<ManyInput, unknown>> => {
    try {
      const step = await iterator.next();
      if (step.done) ended = true;
      return step.done ? step : { done: false, value: await step.value };
    } catch (error) {
      // What has thrown is closed, as `for await` takes it; a promise in a list is not the list.
      ended ||= asynchronous;
      throw error;
    }
  };
  return {
    next: async () => {
      const step = await orAborted(fetched ?? pull(), signal);
      fetched = asynchronous && !step.done ? pull() : undefined;
      // It is told when its turn comes, or never, where nobody asks any more.
      fetched?.catch(() => undefined);
      return step;
    },
    close: async () => {
      if (ended) return;
      const closed = Promise.resolve(iterator.return?.()).then(
        () => undefined,
        () => undefined,
      );
      // A generator closes when what it waits for has come: who stops by a signal does not wait for that.
      if (!signal?.aborted) await closed;
    },
  };
}

/** A promise, or the reason of a signal where that comes first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function readOne(input: ManyInput, index: number, reading: ParseOptions): Promise<ManyResult> {
  const named = typeof input === 'string' || isBytes(input) ? { bytes: input } : input;
  const content = typeof named !== 'object' || named === null ? null : 'text' in named ? named.text : named.bytes;
  if (typeof content !== 'string' && !isBytes(content))
    throw new TypeError(`input ${index} of parseMany is neither bytes nor text`);
  const { path = String(index), facts } = named as { path?: string; facts?: Facts };
  try {
    const { parsed } = await readPlan(content, { ...reading, path, ...(facts === undefined ? {} : { facts }) });
    return { path, ...parsed };
  } catch (error) {
    if (error instanceof InputError) return { path, error: toRecord(error.diagnostic) };
    const said = error instanceof Error ? error.message : String(error);
    const message = `gongwen failed on this file (${said}): this is a bug, please report it with this file`;
    return { path, error: { code: 'internal/unexpected', severity: 'error', message }, cause: error };
  }
}

/** Lets timers, clicks and drawing have their turn: reading itself gives none away. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // As browsers have it; the types of Node know it as an emitter alone.
    (port1 as unknown as { onmessage: () => void }).onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
