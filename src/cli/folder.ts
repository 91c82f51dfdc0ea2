import { join } from 'node:path';
import type { Finished } from '../batch/batch.js';
import { causeOf } from '../batch/cause.js';
import { batchFolder, type FolderReport } from '../batch/folder.js';
import type { AnyFormat } from '../batch/formats.js';
import { type Input, STDIN } from '../batch/inputs.js';
import { jobsFor, limitFor } from '../batch/jobs.js';
import { LockedError } from '../batch/lock.js';
import { LOCK, MANIFEST, STATE } from '../batch/names.js';
import { StateLinkError, TakenError } from '../batch/output.js';
import type { Shard } from '../batch/shard.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { progressLine } from '../report/progress.js';
import { errorJson, type RunSummary, summaryJson, summaryLines } from '../report/summary.js';
import { oneLine } from '../report/text.js';
import type { WriteOptions } from '../write/writer.js';
import { tellFailure } from './reading.js';
import { documentOptions, type SourceOptions } from './sources.js';
import { FAILED, OK, type Terminal, UsageError, WRONG_USAGE } from './terminal.js';
import { version } from './version.js';

/** Options of every run over many files. */
export interface BatchFlags extends SourceOptions {
  readonly keep?: readonly RemovalReason[];
  readonly jobs?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly shard?: Shard;
}

/** Options of a run into a folder. */
export interface FolderFlags extends BatchFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly summary?: 'text' | 'json';
  readonly progress?: boolean;
}

/** @throws UsageError for what an option names where it names no folder: an unset variable, the sign of stdout. */
export function requireFolder(out: string): void {
  if (out === '') throw new UsageError('-o names no folder; name one, or "." for the current one');
  if (out === STDIN) throw new UsageError('-o names a folder; leave it out to write on stdout');
}

/** What differs between the commands that write into a folder. */
export interface FolderCommand {
  readonly inputs: readonly Input[];
  readonly formats: readonly AnyFormat[];
  readonly writing: WriteOptions;
  /** Lines about one plan. */
  readonly told: (read: Extract<Finished, { read: unknown }>, terminal: Pick<Terminal, 'err'>) => void;
  /** What is said of all together. */
  readonly closing: (summary: RunSummary) => string;
}

/** How threads are used, and what the documents have in common. */
export async function batchOptions(
  { keep, encoding, jobs, timeout, shard }: BatchFlags,
  inputs: readonly Input[],
  terminal: Terminal,
) {
  if (jobs === 0 && timeout)
    throw new UsageError('--timeout needs a thread that can be stopped; give --jobs 1 or more');
  return {
    reading: { ...(encoding === undefined ? {} : { encoding }), ...(keep === undefined ? {} : { keep }) },
    batch: {
      // A time limit can be kept only from outside of the thread that reads.
      jobs: await jobsFor(
        inputs,
        jobs ?? (timeout === undefined ? undefined : (await jobsFor(inputs, undefined)) || 1),
      ),
      limit: limitFor(timeout),
      signal: terminal.signal,
      ...(shard === undefined ? {} : { shard }),
    },
  };
}

/** Between two drawings of the bar, in milliseconds. */
const REDRAWN = 100;

/** Tells of documents as they are finished: lines, or a bar with the failures above it. */
function teller(command: FolderCommand, { quiet, progress }: FolderFlags, terminal: Terminal) {
  const live = quiet || progress === false || command.inputs.length < 2 ? null : terminal.live;
  const begun = performance.now();
  let failed = 0;
  let drawn = 0;
  return {
    each: (finished: Finished): void => {
      if ('failure' in finished) {
        failed++;
        tellFailure(finished.path, finished.failure, terminal);
      } else if ('read' in finished && !quiet && live === null) command.told(finished, terminal);
      const elapsed = performance.now() - begun;
      if (live === null || elapsed - drawn < REDRAWN) return;
      drawn = elapsed;
      const [input] = finished.position;
      const state = { done: input + 1, total: command.inputs.length, failed, elapsed, current: finished.path };
      live.draw(progressLine(state, live.columns()));
    },
    end: (): number => {
      live?.draw('');
      return performance.now() - begun;
    },
  };
}

function summaryOf(report: FolderReport, out: string, inputs: number, elapsed: number): RunSummary {
  const { tally, ...run } = report;
  return { ...tally, ...run, out, inputs, elapsed };
}

/** What hinders the writing, in one line; null for what is no matter of the file system. */
export function refusal(error: unknown, out: string): string | null {
  if (error instanceof LockedError)
    return `error: another run (${error.holder}) writes into "${out}"; wait for it, or choose another folder with -o; where that run is known to be gone, delete "${join(out, STATE, LOCK)}"`;
  if (error instanceof TakenError) {
    const what = error.read ? 'is an input of this run and' : 'was not written by gongwen and';
    return `error: "${oneLine(error.file)}" in "${out}" ${what} would be replaced; choose another folder with -o, or move the file`;
  }
  if (error instanceof StateLinkError)
    return `error: "${STATE}" in "${out}" is a symbolic link; remove it, or choose another folder with -o`;
  if (error instanceof Error && error.name === 'SQLite3Error')
    return `error: the SQLite file cannot be written into "${out}" (${error.message}); check the space of the disk`;
  if (!(error instanceof Error && 'syscall' in error)) return null;
  return `error: cannot write into "${out}" (${causeOf(error)}); choose another folder with -o`;
}

/** Run a command into its folder. */
export async function toFolder(command: FolderCommand, flags: FolderFlags, terminal: Terminal): Promise<number> {
  const { inputs, formats, writing } = command;
  const { out, quiet = false, force = false, summary } = flags;
  requireFolder(out);
  const { reading, batch } = await batchOptions(flags, inputs, terminal);
  const telling = teller(command, flags, terminal);
  let begun = false;
  try {
    const report = await batchFolder({
      ...{ folder: out, cwd: terminal.cwd, version: version(), inputs, batch, force },
      documents: documentOptions(flags, terminal),
      setting: { ...reading, formats, writing, pack: true },
      each: (finished) => {
        begun = true;
        telling.each(finished);
      },
    });
    const told = summaryOf(report, out, inputs.length, telling.end());
    if (summary === 'json') terminal.err(summaryJson(told));
    else if (!quiet) for (const line of [command.closing(told), ...summaryLines(told, MANIFEST)]) terminal.err(line);
    // A run that read nothing is none that went well, unless all is of other shards.
    return told.failed > 0 || (told.plans === 0 && told.left === 0) ? FAILED : OK;
  } catch (error) {
    telling.end();
    const line = refusal(error, out);
    if (line === null) throw error;
    terminal.err(line);
    if (summary === 'json') terminal.err(errorJson(out, line));
    return begun ? FAILED : WRONG_USAGE;
  }
}
