import { resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import type { Input } from '../batch/inputs.js';
import { MANIFEST, openManifest } from '../batch/manifest.js';
import { outputNames } from '../batch/names.js';
import { type Output, openOutput } from '../batch/output.js';
import type { Outcome } from '../batch/run.js';
import { counted, type Totals } from '../report/text.js';
import type { Chunk } from '../write/writer.js';
import type { Read } from './reading.js';
import { FAILED, OK, type Terminal, WRONG_USAGE } from './terminal.js';
import { version } from './version.js';

/** What goes into a folder. `outcomes` has at most one for each input, in their order: fewer when the run is stopped. */
export interface FolderRun {
  readonly out: string;
  readonly inputs: readonly Input[];
  readonly outcomes: AsyncIterable<Outcome>;
  /** What the manifest calls the formats that are written. */
  readonly formats: readonly string[];
  /** The files of one plan; `name` is safe and unique in the run. */
  readonly add: (read: Read, name: string) => readonly Chunk[] | Promise<readonly Chunk[]>;
  /** The files of the run as a whole. Default: none. */
  readonly end?: () => Promise<readonly Chunk[]>;
  /** What is said when all is done. */
  readonly closing: (totals: Totals) => string;
  readonly quiet?: boolean;
}

async function write(folder: Output, run: FolderRun, terminal: Terminal): Promise<number> {
  const names = outputNames(run.inputs.map((input) => input.path));
  const manifest = openManifest();
  let seen = 0;
  for await (const outcome of run.outcomes) {
    const name = names[seen++] ?? '';
    manifest.enter(outcome, name);
    if ('failure' in outcome) continue;
    for (const chunk of await run.add(outcome, name)) await folder.put(chunk);
  }
  for (const chunk of (await run.end?.()) ?? []) await folder.put(chunk);
  const files = folder.written();
  const complete = seen === run.inputs.length;
  const data = manifest.text({ version: version(), formats: run.formats, complete }, files);
  await folder.put({ file: MANIFEST, data, complete: true });
  const totals = manifest.totals();
  if (!run.quiet) {
    terminal.err(run.closing(totals));
    terminal.err(`written into ${run.out}: ${counted(files.length, 'files', 'file')}, listed in ${MANIFEST}`);
  }
  if (!complete) terminal.err(`stopped after ${seen} of ${run.inputs.length} inputs; what was read is written`);
  return totals.failed > 0 ? FAILED : OK;
}

/** Write a run into its folder, with a manifest. What stood there under other names stays. */
export async function toFolder(run: FolderRun, terminal: Terminal): Promise<number> {
  const refusal = (error: unknown) =>
    `error: cannot write into "${run.out}" (${causeOf(error)}); choose another folder with -o`;
  let folder: Output;
  try {
    folder = await openOutput(resolve(terminal.cwd, run.out));
  } catch (error) {
    terminal.err(refusal(error));
    return WRONG_USAGE;
  }
  try {
    return await write(folder, run, terminal);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    terminal.err(refusal(error));
    return FAILED;
  } finally {
    await folder.discard();
  }
}
