import { setImmediate } from 'node:timers/promises';
import type { DiagnosticRecord } from '../schema/model.js';
import type { Piece, Position, Stored } from './documents.js';
import type { Entry, Journal, Program } from './journal.js';
import { inOrder, openPool, type PoolOptions } from './pool.js';
import { sha256 } from './run.js';
import { type Shard, shardOf } from './shard.js';
import type { FailedResult, Failure, ReadResult, Setting, Task } from './task.js';

interface Placed {
  readonly path: string;
  readonly name: string;
  readonly position: Position;
  /** Whether an earlier run has read it, with the same result. */
  readonly before: boolean;
}

/** What became of one document of a run. */
export type Finished = Placed &
  (
    | { readonly read: ReadResult }
    | { readonly failure: Failure; readonly measured: FailedResult | null }
    | { readonly skipped: string }
    | { readonly owner: number; readonly sha256: string | null }
  );

export interface BatchOptions extends PoolOptions {
  readonly setting: Setting;
  readonly signal?: AbortSignal;
  /** What earlier runs have read. */
  readonly memory?: Memory;
  /** What this run reads; the other documents are given with the shard that is their owner. */
  readonly shard?: Shard;
}

/** What a run knows of earlier ones. */
export interface Memory {
  readonly journal: Journal;
  readonly program: Program;
  readonly kept: (entry: Entry) => Promise<Uint8Array | null>;
  /** Nothing of it is used. */
  readonly force: boolean;
}

/** Failures that the next attempt may not have: the machine's or this program's, not the file's. */
const MAY_PASS = /^(?:internal\/|input\/(?:stalled|crashed|store-damaged|unreadable|missing)$)/;

const isFinal = ({ code }: Pick<DiagnosticRecord, 'code'>): boolean => !MAY_PASS.test(code);

/** A document on its way: a task, or what is known of it without reading. */
interface Step extends Placed {
  readonly task?: Task;
  readonly known?:
    | { readonly failure: Failure; readonly measured: FailedResult | null }
    | { readonly skipped: string }
    | { readonly owner: number; readonly sha256: string | null };
}

const NO_BYTES = new Uint8Array();

/** A document that another run has read, or has failed to. */
function storedStep({ path, name, position, entry, packed }: Stored): Step {
  const place = { path, name, position, before: false };
  if (entry.error !== null) {
    const failure = { ...entry.error, severity: 'error' } as const;
    const { sha256: hash, bytes, duration } = entry;
    return { ...place, known: { failure, measured: { path, sha256: hash, bytes, duration, failure } } };
  }
  return { ...place, task: { path, bytes: NO_BYTES, packed: packed ?? NO_BYTES, stored: entry } };
}

/** A document that is another shard's: what has no bytes goes by its path. */
function leftStep({ path, name, position }: Piece | Stored, shard: Shard, hash: string | undefined): Step | null {
  const owner = shardOf(hash ?? sha256(Buffer.from(path)), shard.of);
  if (owner === shard.index) return null;
  return { path, name, position, before: false, known: { owner, sha256: hash ?? null } };
}

async function stepOf(piece: Piece | Stored, { memory }: BatchOptions, hash: string | undefined): Promise<Step> {
  const { path, name, position } = piece;
  const place = { path, name, position, before: false };
  if ('entry' in piece) return storedStep(piece);
  if (!('bytes' in piece)) {
    const known = 'skipped' in piece ? { skipped: piece.skipped } : { failure: piece.failure, measured: null };
    return { ...place, known };
  }
  const { bytes, about } = piece;
  const task = { path, bytes, ...(about === undefined ? {} : { about }) };
  if (!memory || memory.force || hash === undefined) return { ...place, task };
  const entry = memory.journal.find({ path, sha256: hash, about: aboutText(about), program: memory.program });
  if (!entry) return { ...place, task };
  if (entry.status === 'failed' && entry.error !== null && isFinal(entry.error)) {
    const failure = { ...entry.error, severity: 'error' } as const;
    const measured = { path, sha256: hash, bytes: bytes.length, duration: entry.duration, failure };
    return { ...place, before: true, known: { failure, measured } };
  }
  const packed = await memory.kept(entry);
  return packed ? { ...place, before: true, task: { ...task, packed } } : { ...place, task };
}

export const aboutText = (about: Task['about']): string | null => (about === undefined ? null : JSON.stringify(about));

/**
 * Read documents, several at a time, and give what became of each in their order. Every document is validated before it
 * is given. One bad document never stops the rest.
 */
export async function* batch(pieces: AsyncIterable<Piece | Stored>, options: BatchOptions): AsyncGenerator<Finished> {
  const { setting, signal, memory, shard } = options;
  const pool = await openPool(setting, options);
  // Whoever stops a run does not wait for the documents that are being read.
  const stop = (): void => void pool.close();
  signal?.addEventListener('abort', stop, { once: true });
  async function* steps(): AsyncGenerator<Step> {
    for await (const piece of pieces) {
      if (signal?.aborted) return;
      const hash = 'bytes' in piece && (memory || shard) ? sha256(piece.bytes) : undefined;
      const left = shard && leftStep(piece, shard, hash);
      yield left ?? (await stepOf(piece, options, hash));
    }
  }
  const finish = async (step: Step): Promise<Finished> => {
    const { task, known, ...place } = step;
    if (known || !task) return { ...place, ...(known ?? { skipped: '' }) };
    const result = await pool.run(task);
    return 'failure' in result ? { ...place, failure: result.failure, measured: result } : { ...place, read: result };
  };
  try {
    const size = ({ task }: Step): number => task?.bytes.length ?? 0;
    for await (const finished of inOrder(steps(), options.jobs, size, finish)) {
      if (signal?.aborted) return;
      yield finished;
      // Lets a stop by the user be noticed between files that take no waiting at all.
      await setImmediate();
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}
