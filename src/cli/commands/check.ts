import { resolve } from 'node:path';
import { causeOf } from '../../batch/cause.js';
import { acceptResult, type CheckResult, checkFixture } from '../../batch/check.js';
import { type Fixture, findFixtures } from '../../batch/fixtures.js';
import { checkTotals, settledLines } from '../../report/check-text.js';
import type { Difference } from '../../report/compare.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

/** Print what came of one fixture. @returns whether it is as expected, or has been made so. */
async function report(result: CheckResult, update: boolean, terminal: Terminal): Promise<boolean> {
  const { fixture, settled, problems } = result;
  if (update && result.updatable) {
    const files = await acceptResult(result);
    await terminal.out(`${files.length > 0 ? `updated ${fixture.path}: ${files.join(', ')}` : `ok ${fixture.path}`}\n`);
    return true;
  }
  const lines = [...problems.map((problem) => `  ${problem}`), ...settledLines(settled)];
  const good = problems.length === 0 && settled.open.length === 0 && settled.stale.length === 0;
  await terminal.out(`${[`${good ? 'ok' : 'DIFFERS'} ${fixture.path}`, ...lines].join('\n')}\n`);
  return good;
}

async function fixturesIn(path: string, terminal: Terminal): Promise<Fixture[] | null> {
  try {
    const fixtures = await findFixtures(path, resolve(terminal.cwd, path));
    if (fixtures.length > 0) return fixtures;
    terminal.err(`${path}: error no fixture: no folder in it holds a case.json`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const missing = 'code' in error && error.code === 'ENOENT';
    const problem = missing ? 'there is no such folder; check the spelling' : `cannot be read (${causeOf(error)})`;
    terminal.err(`${path}: error ${problem}`);
  }
  return null;
}

/** `gongwen check DIR [--update]`. */
export async function check(
  path: string,
  { update = false }: { readonly update?: boolean },
  terminal: Terminal,
): Promise<number> {
  if (update && terminal.ci)
    throw new UsageError('--update is refused where CI is set: expectations are reviewed by people');
  const fixtures = await fixturesIn(path, terminal);
  if (fixtures === null) return FAILED;
  const open: Difference[] = [];
  let checked = 0;
  let differing = 0;
  let known = 0;
  for (const fixture of fixtures) {
    if (terminal.signal.aborted) break;
    const result = await checkFixture(fixture, {});
    checked++;
    if (!(await report(result, update, terminal))) differing++;
    if (!(update && result.updatable)) open.push(...result.settled.open);
    known += result.settled.known.length;
  }
  await terminal.out(`${checkTotals(checked, differing, open, known)}\n`);
  return differing > 0 ? FAILED : OK;
}
