import { type Comparison, compare, compareText } from '../report/compare.js';
import { type Expectation, expectationOf, expectationText } from '../report/expectation.js';
import { type Settled, settle, updatedExpectation, updatedText } from '../report/gaps.js';
import { type Fixture, updateFixture } from './fixtures.js';
import { type Outcome, type Reading, readInput } from './run.js';

export interface CheckResult {
  readonly fixture: Fixture;
  /** Sentences about what cannot be compared. */
  readonly problems: readonly string[];
  readonly settled: Settled;
  readonly comparison: Comparison;
  readonly found: Expectation;
  /** The cleaned text; null where the source was refused. */
  readonly text: string | null;
  /** Whether what was found may become what is expected. */
  readonly updatable: boolean;
}

const NOTHING: Comparison = { differences: [], pairs: {}, lines: [] };
/** Failures of this program, not of an input: no fixture may come to expect them. */
const BUGS = ['internal/unexpected', 'schema/invalid'];

/** A file that cannot be read any more must not turn an expectation of records into one of a failure. */
function mayBecomeExpected({ expected, problems }: Fixture, found: Expectation): boolean {
  if (problems.length > 0) return false;
  if (found.failure === undefined) return true;
  return !BUGS.includes(found.failure) && (expected === null || expected.failure !== undefined);
}

function problemsOf(fixture: Fixture, outcome: Outcome): string[] {
  const problems = [...fixture.problems];
  if ('failure' in outcome && fixture.expected?.failure !== outcome.failure.code)
    problems.push(outcome.failure.message);
  if (fixture.expected === null && fixture.problems.length === 0) problems.push('no expected.json; --update writes it');
  return problems;
}

/** Compare what came of a fixture's source with what the fixture expects. */
function compareFixture(fixture: Fixture, outcome: Outcome): CheckResult {
  const read = 'text' in outcome;
  const found: Expectation = read ? expectationOf(outcome.document) : { failure: outcome.failure.code };
  const text = read ? outcome.text : null;
  const records = fixture.expected ? compare(fixture.expected, found) : NOTHING;
  const cleaned = fixture.clean !== null && text !== null ? compareText(fixture.clean, text) : NOTHING;
  const differences = [...records.differences, ...cleaned.differences];
  return {
    fixture,
    problems: problemsOf(fixture, outcome),
    settled: settle(differences, fixture.gaps),
    comparison: { differences, pairs: records.pairs, lines: cleaned.lines },
    found,
    text,
    updatable: mayBecomeExpected(fixture, found),
  };
}

/** Extract a fixture's source and compare. */
export async function checkFixture(fixture: Fixture, reading: Reading): Promise<CheckResult> {
  if (fixture.source === null) {
    const settled = { open: [], known: [], stale: [] };
    const { problems } = fixture;
    return { fixture, problems, settled, comparison: NOTHING, found: {}, text: null, updatable: false };
  }
  return compareFixture(fixture, await readInput(fixture.source, reading));
}

function updatedClean({ fixture, comparison, settled, text }: CheckResult): string | null {
  if (text === null) return null;
  // A fixture that never had a clean.txt goes without one, unless it is new.
  if (fixture.clean === null) return fixture.expected === null ? text : null;
  return updatedText(
    comparison.lines,
    settled.known.map(({ difference }) => difference),
  );
}

/**
 * Take what was found as what is expected, known differences apart, and drop gaps that do not occur any more.
 * @returns names of the files that were rewritten.
 */
export async function acceptResult(result: CheckResult): Promise<string[]> {
  const { fixture, comparison, settled, found } = result;
  const known = settled.known.map(({ difference }) => difference);
  const expected = expectationText(updatedExpectation(fixture.expected, found, comparison.pairs, known));
  return updateFixture(fixture, { expected, clean: updatedClean(result) }, settled.stale);
}
