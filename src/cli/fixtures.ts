import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import { type FixtureFolder, findFixtures } from '../batch/fixtures.js';
import type { Minimum } from '../report/scores.js';
import { oneLine } from '../report/text.js';
import { batchOptions } from './folder.js';
import type { ReportFlags } from './report.js';
import { type Terminal, UsageError } from './terminal.js';

export interface CheckOptions extends ReportFlags {
  readonly update?: boolean;
  /** Verdicts of the review page. */
  readonly from?: string;
  readonly min?: readonly Minimum[];
  readonly jobs?: number;
  /** Seconds. */
  readonly timeout?: number;
}

/** The fixtures of a folder; null where there is none, which is told. */
export async function fixturesIn(path: string, terminal: Terminal): Promise<FixtureFolder[] | null> {
  const tell = (problem: string): void => terminal.err(oneLine(`${path}: error ${problem}`));
  if (path === '') throw new UsageError('the name of the folder is empty; give ".", if you mean the current one');
  if ((await stat(resolve(terminal.cwd, path)).catch(() => null))?.isFile()) {
    tell('is a file; give the folder of the fixture, or one above it');
    return null;
  }
  try {
    const fixtures = await findFixtures(path, resolve(terminal.cwd, path));
    if (fixtures.length > 0) return fixtures;
    tell('no fixture: no folder in it holds a case.json');
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const missing = 'code' in error && error.code === 'ENOENT';
    tell(missing ? 'there is no such folder; check the spelling' : `cannot be read (${causeOf(error)})`);
  }
  return null;
}

/** How the sources of fixtures are read. */
export async function threadsFor(fixtures: readonly FixtureFolder[], options: CheckOptions, terminal: Terminal) {
  const inputs = fixtures.flatMap(({ folder, sources }) =>
    sources.map((name) => ({ path: name, file: resolve(folder, name), found: true })),
  );
  const { jobs, timeout } = options;
  const flags = { ...(jobs === undefined ? {} : { jobs }), ...(timeout === undefined ? {} : { timeout }) };
  return (await batchOptions(flags, inputs, terminal)).batch;
}
