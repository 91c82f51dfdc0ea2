import { resolve } from 'node:path';
import { batchFolder } from '../../batch/folder.js';
import { jobsFor, limitFor } from '../../batch/jobs.js';
import { type Merge, MergeError, openMerge } from '../../batch/merge.js';
import type { OnConflict } from '../../batch/merge-order.js';
import { MANIFEST } from '../../batch/names.js';
import { clock } from '../../report/progress.js';
import { failedLine } from '../../report/summary.js';
import { counted, oneLine, someNames, totalsTable } from '../../report/text.js';
import { refusal, requireFolder } from '../folder.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface MergeOptions {
  readonly out?: string;
  readonly onConflict?: OnConflict;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

async function opened(folders: readonly string[], out: string, { onConflict }: MergeOptions, { cwd }: Terminal) {
  const named = [...new Map(folders.map((shown) => [resolve(cwd, shown), shown])).entries()];
  if (named.some(([folder]) => folder === resolve(cwd, out)))
    throw new UsageError(`"${out}" is one of the folders to merge; choose another folder with -o`);
  try {
    return await openMerge(
      named.map(([folder, shown]) => ({ shown, folder })),
      onConflict,
    );
  } catch (error) {
    throw error instanceof MergeError ? new UsageError(error.message) : error;
  }
}

function refuseConflicts({ order: { conflicts } }: Merge): void {
  const [first] = conflicts;
  if (!first) return;
  const [a, b] = first.folders;
  const more = conflicts.length > 1 ? `, and so with ${counted(conflicts.length - 1, 'more paths', 'more path')}` : '';
  throw new UsageError(
    `"${oneLine(first.path)}" is another document in "${a}" than in "${b}"${more}; choose one with --on-conflict first or last`,
  );
}

/** What is not there of the whole; it does not hinder the merge of the rest. */
function gaps({ order: { absent, missing }, cutOff }: Merge): string[] {
  return [
    ...(absent.length > 0 ? [`missing: shard ${someNames(absent)}`] : []),
    ...(missing.length > 0
      ? [`missing: ${counted(missing.length, 'documents', 'document')} that no shard has: ${someNames(missing)}`]
      : []),
    ...(cutOff.length > 0 ? [`not finished: ${someNames(cutOff)}; run again what was stopped`] : []),
  ];
}

/** `gongwen merge FOLDERS… -o DIR`. */
export async function merge(folders: readonly string[], options: MergeOptions, terminal: Terminal): Promise<number> {
  const { out, quiet } = options;
  if (out === undefined) throw new UsageError('name the folder to write into with -o');
  requireFolder(out);
  const found = await opened(folders, out, options, terminal);
  refuseConflicts(found);
  const open = gaps(found);
  const { formats, writing, version, program } = found;
  const inputs = found.order.documents.map(({ document: { path } }) => ({ path, file: path }));
  const begun = performance.now();
  try {
    const report = await batchFolder({
      ...{ folder: out, cwd: terminal.cwd, version, inputs, documents: {}, force: true },
      setting: { formats, writing, pack: true },
      merged: { pieces: found.pieces(), program, complete: open.length === 0 },
      batch: { jobs: await jobsFor(inputs, options.jobs), limit: limitFor(undefined), signal: terminal.signal },
      each: (finished) => {
        // What failed was told by the run that read it; what is lost is told here.
        if (!('failure' in finished) || finished.failure.code !== 'input/store-damaged') return;
        terminal.err(`${oneLine(finished.path)}: ${finished.failure.message}`);
      },
    });
    const seconds = clock(performance.now() - begun);
    const written = `written into ${out}: ${counted(report.files, 'files', 'file')}, listed in ${MANIFEST}; ${seconds}`;
    if (!quiet) for (const line of [totalsTable(report.tally), written]) terminal.err(line);
    for (const line of [...failedLine(report.tally.reasons), ...open]) terminal.err(line);
    return open.length > 0 || !report.complete || report.tally.failed > 0 ? FAILED : OK;
  } catch (error) {
    const line = refusal(error, out);
    if (line === null) throw error;
    terminal.err(line);
    return FAILED;
  }
}
