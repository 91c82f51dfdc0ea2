import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { causeOf } from '../../batch/cause.js';
import { type CheckResult, checkFixtures } from '../../batch/check.js';
import { CASE, type FixtureFolder, findFixtures } from '../../batch/fixtures.js';
import {
  type Matched,
  makeFixture,
  matchFixtures,
  newFixture,
  readVerdicts,
  writeJudged,
} from '../../batch/verdicts.js';
import { CHECK_RULES } from '../../report/check-findings.js';
import type { Checked, Finding } from '../../report/finding.js';
import { type Judgement, judge } from '../../report/judged.js';
import { counted, oneLine } from '../../report/text.js';
import { type CheckOptions, threadsFor } from '../fixtures.js';
import { openReport } from '../report.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';
import { version } from '../version.js';

interface Run {
  /** The folder of fixtures, as people gave it and as it is. */
  readonly path: string;
  readonly folder: string;
  readonly update: boolean;
  readonly cwd: string;
}

const fails = (rule: string, file: string, message: string): Finding => ({
  ...{ rule, level: 'error', file },
  message: oneLine(message),
});
const refused = (name: string, file: string, message: string): Checked => ({
  name,
  findings: [fails('check/verdict', file, message)],
});

/** What verdicts do to one expectation, told. */
function told(name: string, file: string, { conflicts, changes }: Judgement, state: string | null): Checked {
  const findings = [
    ...conflicts.map(({ message, quote }): Finding => {
      const finding = fails('check/verdict', file, message);
      return quote === '' ? finding : { ...finding, details: [`sentence: “${oneLine(quote)}”`] };
    }),
    ...changes.map((change): Finding => ({ rule: 'check/judged', level: 'note', file, message: change })),
  ];
  return { name, findings, ...(state === null ? {} : { state }) };
}

async function attempt(
  name: string,
  write: () => Promise<readonly string[]>,
  done: (files: string) => Checked,
): Promise<Checked> {
  try {
    const files = await write();
    return done(files.join(', '));
  } catch (error) {
    return refused(name, name, `cannot be written (${causeOf(error)})`);
  }
}

/** Verdicts of a fixture that is there. */
async function applied(result: CheckResult, { reviewed }: Matched, { update }: Run): Promise<Checked> {
  const { fixture, found } = result;
  const { path, source } = fixture;
  const file = `${path}/expected.json`;
  const [problem] = fixture.problems;
  if (problem) return { name: path, findings: [fails('check/fixture', problem.file, problem.message)] };
  if (found === null || found.failure !== undefined)
    return refused(path, source?.path ?? path, `the source is refused now: ${result.failure?.message ?? ''}`);
  const judgement = judge(fixture.expected, reviewed.verdicts, found);
  if (judgement.changes.length === 0) return told(path, file, judgement, 'unchanged');
  if (!update) return told(path, file, judgement, 'would update');
  return attempt(
    path,
    () => writeJudged(fixture, judgement.expectation),
    (files) => told(path, file, judgement, `updated ${files} in`),
  );
}

/** Verdicts of a document that has no fixture yet. */
async function made(matched: Matched, run: Run, taken: Set<string>): Promise<Checked> {
  const { reviewed } = matched;
  try {
    const fixture = await newFixture(reviewed, { shown: run.path, folder: run.folder, cwd: run.cwd, taken });
    const judgement = judge(null, reviewed.verdicts, fixture.found);
    const file = `${fixture.path}/expected.json`;
    if (judgement.changes.length === 0) return told(reviewed.path, file, judgement, 'nothing to expect of');
    if (!run.update) return told(fixture.path, file, judgement, 'would make');
    return await attempt(
      fixture.path,
      () => makeFixture(fixture, judgement.expectation),
      (files) => told(fixture.path, file, judgement, `made ${files} in`),
    );
  } catch (error) {
    return refused(reviewed.path, reviewed.path, (error as Error).message);
  }
}

/** The fixtures of a folder that need not be there yet. */
async function foldersIn({ path, folder, update }: Run): Promise<FixtureFolder[]> {
  try {
    return await findFixtures(path, folder);
  } catch (error) {
    if (update && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new UsageError(oneLine(`${path}: the folder of fixtures cannot be read (${causeOf(error)})`));
  }
}

/** Each document with what its verdicts do, in the order of the verdicts. */
async function* judgedAll(
  matched: readonly Matched[],
  run: Run,
  options: CheckOptions,
  terminal: Terminal,
): AsyncGenerator<Checked> {
  const taken = new Set(await readdir(run.folder).catch(() => []));
  for (const one of matched) {
    if (terminal.signal.aborted) return;
    if (one.folders.length === 0 && !one.refused && taken.has(CASE))
      yield refused(
        one.reviewed.path,
        run.path,
        'is a fixture itself, of another source; name the folder that new fixtures go into',
      );
    else if (one.refused) yield refused(one.refused.file, one.refused.file, one.refused.message);
    else if (one.folders.length === 0) yield await made(one, run, taken);
    else
      for await (const result of checkFixtures(one.folders, await threadsFor(one.folders, options, terminal)))
        yield await applied(result, one, run);
  }
}

/** `gongwen check DIR --from FILE [--update]`: verdicts of the review page become what fixtures expect. */
export async function checkVerdicts(
  path: string,
  options: CheckOptions & { readonly from: string },
  terminal: Terminal,
): Promise<number> {
  const { from, update = false } = options;
  const { cwd } = terminal;
  const run = { path: path.replace(/(?<=[^/])\/+$/, ''), folder: resolve(cwd, path), update, cwd };
  const folders = await foldersIn(run);
  const verdicts = await readVerdicts(resolve(cwd, from)).catch((error: Error) => {
    throw new UsageError(oneLine(`--from "${from}": ${error.message}`));
  });
  const about = { command: 'check', version: version(), rules: CHECK_RULES } as const;
  const report = openReport(about, options, terminal);
  const counts = { documents: verdicts.documents.length, changed: 0, failed: 0 };
  for await (const checked of judgedAll(await matchFixtures(folders, verdicts, cwd), run, options, terminal)) {
    await report.add(checked);
    if (checked.findings.some(({ level }) => level === 'error')) counts.failed++;
    if (checked.findings.some(({ rule }) => rule === 'check/judged')) counts.changed++;
  }
  const verb = update ? 'changed' : 'would change; --update writes them';
  const line = `verdicts of ${counted(counts.documents, 'documents', 'document')}: ${counted(counts.changed, 'fixtures', 'fixture')} ${verb}; ${counted(counts.failed, 'have', 'has')} verdicts that cannot be taken`;
  const written = await report.end({ lines: [line], data: { verdicts: counts } });
  return counts.failed > 0 || !written ? FAILED : OK;
}
