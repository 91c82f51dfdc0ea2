import type { CleaningCounts } from './cleaned.js';
import { clock } from './progress.js';
import { type Counts, counted, someNames } from './text.js';

/** How a run into a folder went, as it is told at its end. */
export interface RunSummary {
  readonly out: string;
  readonly complete: boolean;
  readonly inputs: number;
  /** Inputs that were looked at. */
  readonly seen: number;
  readonly plans: number;
  readonly failed: number;
  readonly skipped: number;
  /** Documents that other shards read. */
  readonly left: number;
  /** Of plans and failures: those that an earlier run has read, with the same result. */
  readonly before: number;
  readonly vanished: readonly string[];
  /** Files of documents that are gone or have another name now, which were taken away. */
  readonly removed: number;
  /** What a reader of the files has to know: sentences. */
  readonly notes: readonly string[];
  readonly reasons: ReadonlyMap<string, number>;
  readonly counts: Counts;
  readonly cleaning: CleaningCounts;
  readonly files: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** Why documents failed, the most frequent reasons first; nothing where none did. */
export function failedLine(reasons: ReadonlyMap<string, number>): string[] {
  const sorted = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.length > 0 ? [`failed: ${sorted.map(([code, count]) => `${code} ${count}`).join(', ')}`] : [];
}

/** What is said besides the totals, one line each. */
export function summaryLines(run: RunSummary, manifest: string): string[] {
  return [
    ...failedLine(run.reasons),
    ...(run.complete && run.plans + run.failed + run.left === 0
      ? ['error: no plan was read; name a file itself to read it all the same']
      : []),
    ...(run.skipped > 0
      ? [`passed over: ${counted(run.skipped, 'files', 'file')} without a plan, with reasons in ${manifest}`]
      : []),
    ...(run.left > 0 ? [`left to other shards: ${run.left}`] : []),
    ...(run.before > 0 ? [`unchanged: ${run.before} taken from the run before; --force reads all again`] : []),
    ...(run.vanished.length > 0
      ? [`gone: ${run.vanished.length} of earlier runs are not there any more: ${someNames(run.vanished)}`]
      : []),
    ...(run.removed > 0
      ? [`removed: ${counted(run.removed, 'files', 'file')} of documents that are gone or have another name now`]
      : []),
    ...run.notes,
    `written into ${run.out}: ${counted(run.files, 'files', 'file')}, listed in ${manifest}; ${clock(run.elapsed)}`,
    ...(run.complete ? [] : [`stopped after ${run.seen} of ${run.inputs} inputs; what was read is written`]),
  ];
}

const SCHEMA = 'gongwen/summary@1';

/** A run that could not write, as one line of JSON. */
export function errorJson(out: string, line: string): string {
  return JSON.stringify({ schema: SCHEMA, out, error: line.replace(/^error: /, '') });
}

/** The same as one line of JSON. `seconds` is the only field that differs between runs over the same files. */
export function summaryJson({ reasons, cleaning, elapsed, vanished, before, ...run }: RunSummary): string {
  const { removed, repaired, guessed } = cleaning;
  return JSON.stringify({
    schema: SCHEMA,
    ...run,
    unchanged: before,
    vanished,
    reasons: Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
    cleaning: { removed: Object.fromEntries(removed), repaired: Object.fromEntries(repaired), guessed },
    seconds: Math.round(elapsed / 100) / 10,
  });
}
