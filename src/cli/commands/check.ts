import { causeOf } from '../../batch/cause.js';
import { acceptResult, type CheckResult, checkedFixture, checkFixtures, needsUpdate } from '../../batch/check.js';
import type { FixtureFolder } from '../../batch/fixtures.js';
import { CHECK_RULES, checkFindings } from '../../report/check-findings.js';
import { addDifferences, noCheckTotals, totalData, totalLines } from '../../report/check-totals.js';
import type { Checked, Finding } from '../../report/finding.js';
import { addScores, belowMinimum, noScores, scoreData, scoreLines } from '../../report/scores.js';
import { oneLine } from '../../report/text.js';
import { type CheckOptions, fixturesIn, threadsFor } from '../fixtures.js';
import { openReport, type Report } from '../report.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';
import { version } from '../version.js';

const about = () => ({ command: 'check', version: version(), rules: CHECK_RULES }) as const;

/** What is told of one fixture. */
function checkedOf(result: CheckResult): Checked {
  const problems = result.problems.map(
    ({ file, message }): Finding => ({ rule: 'check/fixture', level: 'error', file, message: oneLine(message) }),
  );
  return { name: result.fixture.path, findings: [...problems, ...checkFindings(checkedFixture(result))] };
}

/** Rewrite what a fixture expects, and say so; what cannot be written fails. */
async function accepted(result: CheckResult): Promise<Checked> {
  const name = result.fixture.path;
  try {
    const files = await acceptResult(result);
    return { name, findings: [], ...(files.length > 0 ? { state: `updated ${files.join(', ')} in` } : {}) };
  } catch (error) {
    const message = `cannot be rewritten (${causeOf(error)})`;
    return { name, findings: [{ rule: 'check/fixture', level: 'error', file: name, message }] };
  }
}

/** What was demanded of the whole and does not hold. */
async function tellMinimums(path: string, broken: readonly string[], report: Report): Promise<void> {
  if (broken.length === 0) return;
  const finding = (message: string): Finding => ({ rule: 'check/minimum', level: 'error', file: path, message });
  await report.add({ name: `${path} (all)`, findings: broken.map(finding) });
}

async function compareAll(
  path: string,
  fixtures: readonly FixtureFolder[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { update = false, min = [] } = options;
  const report = openReport(about(), options, terminal);
  const totals = noCheckTotals();
  const scores = noScores();
  for await (const result of checkFixtures(fixtures, await threadsFor(fixtures, options, terminal))) {
    const { fixture, found, comparison, settled } = result;
    const updating = update && result.updatable && needsUpdate(result);
    const checked = updating ? await accepted(result) : checkedOf(result);
    await report.add(checked);
    totals.fixtures++;
    totals.known += settled.known.length;
    if (checked.findings.some(({ level }) => level === 'error')) totals.differing++;
    if (!updating) addDifferences(totals, settled.open);
    if (fixture.expected && found) addScores(scores, fixture.expected, found, comparison.differences);
  }
  const broken = min.flatMap((minimum) => belowMinimum(scores, minimum) ?? []);
  if (!terminal.signal.aborted) await tellMinimums(path, broken, report);
  const lines = [...totalLines(totals), ...(update ? [] : scoreLines(scores))];
  const data = { ...totalData(totals), ...(update ? {} : { scores: scoreData(scores) }) };
  const written = await report.end({ lines, data });
  return totals.differing > 0 || broken.length > 0 || !written ? FAILED : OK;
}

/** `gongwen check DIR`. */
export async function check(path: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  const { update = false, from, min = [] } = options;
  if (update && terminal.ci)
    throw new UsageError('--update is refused where CI is set: expectations are reviewed by people');
  if (min.length > 0 && (update || from !== undefined))
    throw new UsageError('--min goes with a plain check, not with --update or --from');
  if (from !== undefined) {
    const { checkVerdicts } = await import('./check-verdicts.js');
    return checkVerdicts(path, { ...options, from }, terminal);
  }
  const fixtures = await fixturesIn(path, terminal);
  return fixtures === null ? FAILED : compareAll(path, fixtures, options, terminal);
}
