import { totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import { type Parse, refuse, sha256 } from './run.js';
import type { FailedResult, Result, Setting, Task } from './task.js';

/** What reads documents: so many at a time. */
export interface Pool {
  readonly run: (task: Task) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Threads; 0 for none but this one, in which nothing can be stopped. */
  readonly jobs: number;
  /** Milliseconds that one document of so many bytes may take. */
  readonly limit: (bytes: number) => number;
  /** The entry of a worker, in tests. */
  readonly worker?: URL;
  /** Megabytes of memory that one document may take, in tests. */
  readonly heap?: number;
  /** Reads in place of the library where there are no threads, in tests. */
  readonly parse?: Parse;
}

/** Megabytes of memory that one document may take: enough for the largest plan, and the machine lives on. */
const [LEAST_HEAP, MOST_HEAP] = [512, 4096];
const heapFor = (jobs: number): number =>
  Math.min(MOST_HEAP, Math.max(LEAST_HEAP, Math.floor(totalmem() / 2 ** 20 / (jobs + 1))));
/** Milliseconds that a thread waits for more: a slow disk must not make it begin anew. */
const IDLE = 60_000;

/**
 * For the engine, process-wide: every thread compiles the same thousand functions anew, for seconds, and with a thread on
 * each processor nobody is free to do that or to clear away memory for others. Functions are compiled to their fastest form
 * only after some times the usual use, which costs no time of reading, and each thread clears away its own memory.
 */
const ENGINE = ['--interrupt-budget=600000', '--no-parallel-scavenge'];

/** The newest major version of V8 that is known to have these flags: that of Node 24. */
const NEWEST = 13;

const worker = (): URL => new URL('./worker.js', import.meta.url);

function failed({ path, bytes }: Task, begun: number, why: AnyDiagnostic): FailedResult {
  const duration = Math.round(performance.now() - begun);
  return { path, sha256: sha256(bytes), bytes: bytes.length, duration, failure: refuse(path, why).failure };
}

// The limit, not what was measured: the same run says the same.
const stalled = (milliseconds: number): AnyDiagnostic =>
  diagnostic('input/stalled', 'error', { seconds: Math.round(milliseconds / 100) / 10 });
const crashed = (cause: string): AnyDiagnostic => diagnostic('input/crashed', 'error', { cause });

/**
 * Open worker threads. A document that stalls or crashes its thread fails, the thread is replaced, and the others go on.
 */
export async function openPool(setting: Setting, options: PoolOptions): Promise<Pool> {
  const { jobs, limit } = options;
  if (jobs === 0) {
    const { openWork } = await import('./work.js');
    return { run: await openWork(setting, options.parse), close: async () => {} };
  }
  const { Tinypool } = await import('tinypool');
  // A later engine would complain of a flag that it does not know any more.
  if (Number.parseInt(process.versions.v8, 10) <= NEWEST) for (const flag of ENGINE) setFlagsFromString(flag);
  const threads = new Tinypool({
    filename: (options.worker ?? worker()).href,
    minThreads: 1,
    maxThreads: jobs,
    idleTimeout: IDLE,
    // The time of a document is counted from when it is given to a thread: none waits inside.
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: options.heap ?? heapFor(jobs) },
    workerData: setting,
  });
  // A thread may also break off between two documents; then there is nothing to tell, and it is replaced.
  threads.on('error', () => {});
  const free = slots(jobs);
  let closing: Promise<void> | undefined;
  const run = async (task: Task): Promise<Result> => {
    await free.take();
    if (closing) return failed(task, performance.now(), crashed('the run was stopped'));
    const begun = performance.now();
    const stop = new AbortController();
    const longest = limit(task.bytes.length);
    const timer = setTimeout(() => stop.abort(), longest);
    try {
      return (await threads.run(task, { signal: stop.signal })) as Result;
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return failed(task, begun, stop.signal.aborted ? stalled(longest) : crashed(cause));
    } finally {
      clearTimeout(timer);
      free.give();
    }
  };
  return {
    run,
    close: () => {
      closing ??= threads.destroy();
      return closing;
    },
  };
}

/** So many may go in at once, in the order in which they came. */
function slots(count: number): { readonly take: () => Promise<void>; readonly give: () => void } {
  let left = count;
  const waiting: (() => void)[] = [];
  return {
    take: async () => {
      if (left > 0) left--;
      else await new Promise<void>((go) => waiting.push(go));
    },
    give: () => {
      const next = waiting.shift();
      if (next) next();
      else left++;
    },
  };
}

/** What waits for its turn: documents, and bytes of them. */
const AHEAD = 32;
const AHEAD_BYTES = 1 << 26;

/**
 * Results in the order of the tasks, however many are worked on at once; a bounded number of them waits.
 * @param size bytes of a task.
 */
export async function* inOrder<T, R>(
  tasks: AsyncIterable<T>,
  jobs: number,
  size: (task: T) => number,
  run: (task: T) => Promise<R>,
): AsyncGenerator<R> {
  const ahead = Math.max(1, jobs * AHEAD);
  const queue: { readonly result: Promise<R>; readonly bytes: number }[] = [];
  let bytes = 0;
  for await (const task of tasks) {
    const own = size(task);
    queue.push({ result: run(task), bytes: own });
    bytes += own;
    while (queue.length > 0 && (jobs === 0 || queue.length >= ahead || bytes > AHEAD_BYTES)) {
      const first = queue.shift();
      if (!first) break;
      yield await first.result;
      bytes -= first.bytes;
    }
  }
  for (const { result } of queue) yield await result;
}
