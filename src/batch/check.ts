import type { CheckedFixture } from '../report/check-findings.js';
import { type Comparison, compare, compareText } from '../report/differences.js';
import type { Found, FoundPlaces } from '../report/expectation.js';
import { expectationText } from '../report/expectation-file.js';
import { type Settled, settle, updatedExpectation, updatedText } from '../report/gaps.js';
import { jsonLines } from '../report/json-lines.js';
import { type BatchOptions, batch, type Finished } from './batch.js';
import type { Piece } from './documents.js';
import { type Fixture, type FixtureFolder, readFixture, updateFixture } from './fixtures.js';
import { type FoundPiece, foundIn } from './found.js';
import { bytesOf, type Outcome, type Reading, readInput } from './run.js';
import type { Failure } from './task.js';

export interface CheckResult {
  readonly fixture: Fixture;
  /** What cannot be compared, and why. */
  readonly problems: Fixture['problems'];
  readonly settled: Settled;
  readonly comparison: Comparison;
  /** Null where the source was not read. */
  readonly found: Found | null;
  readonly places: FoundPlaces;
  /** The cleaned text; null where the source was refused. */
  readonly text: string | null;
  readonly failure: Failure | null;
  /** Whether what was found may become what is expected. */
  readonly updatable: boolean;
}

const NOTHING: Comparison = { differences: [], pairs: {}, lines: [] };
/** Failures of this program or of the machine, not of an input: no fixture may come to expect them. */
const NO_EXPECTATION = /^(?:internal\/|schema\/invalid$|input\/(?:stalled|crashed|unreadable|missing)$)/;

/** A file that cannot be read any more must not turn an expectation of records into one of a failure. */
function mayBecomeExpected({ expected, problems }: Fixture, { failure }: Found): boolean {
  if (problems.length > 0) return false;
  if (failure === undefined) return true;
  return !NO_EXPECTATION.test(failure) && (expected === null || expected.failure !== undefined);
}

/** The numbers of lines of an expected.json, worked out where one is asked for. */
function linesOf({ expectedText }: Fixture): CheckedFixture['lineOf'] {
  let lines: ReadonlyMap<string, number> | undefined;
  return (path) => {
    lines ??= jsonLines(expectedText?.replace(/^\uFEFF/, '') ?? '', 3);
    return lines.get(path);
  };
}

type Got = FoundPiece | { readonly failure: Failure };

function problemsOf({ path, expected, clean, problems, source }: Fixture, got: Got): Fixture['problems'] {
  if (problems.length > 0) return problems;
  const file = `${path}/expected.json`;
  if (expected !== null) {
    if (Object.keys(expected).length > 0 || clean !== null) return problems;
    // A check that can only hold is none.
    return [{ file, message: 'names nothing to compare; delete it, and --update writes it' }];
  }
  const none = { file, message: 'there is no expected.json; --update writes it' };
  return 'failure' in got ? [none, { file: source?.path ?? path, message: got.failure.message }] : [none];
}

/** Compare what came of a fixture's source with what the fixture expects. */
function compareFixture(fixture: Fixture, got: Got): CheckResult {
  const refused = 'failure' in got;
  const found = refused ? { failure: got.failure.code } : got.found;
  const text = refused ? null : got.text;
  const records = fixture.expected ? compare(fixture.expected, found) : NOTHING;
  const cleaned = fixture.clean !== null && text !== null ? compareText(fixture.clean, text) : NOTHING;
  const differences = [...records.differences, ...cleaned.differences];
  return {
    fixture,
    problems: problemsOf(fixture, got),
    settled: settle(differences, fixture.gaps),
    comparison: { differences, pairs: records.pairs, lines: cleaned.lines },
    found,
    places: refused ? {} : got.places,
    text,
    failure: refused ? got.failure : null,
    updatable: mayBecomeExpected(fixture, found),
  };
}

/** A fixture without one source: there is nothing to compare. */
function notCompared(fixture: Fixture): CheckResult {
  const settled = { open: [], known: [], stale: [] };
  const { problems } = fixture;
  const nothing = { found: null, places: {}, text: null, failure: null, updatable: false };
  return { fixture, problems, settled, comparison: NOTHING, ...nothing };
}

/** What the findings of a fixture are made from. */
export function checkedFixture({ fixture, settled, places, text, failure }: CheckResult): CheckedFixture {
  const { path, source } = fixture;
  const lineOf = linesOf(fixture);
  return { path, source: source?.path ?? path, settled, places, text, lineOf, refusal: failure?.message ?? null };
}

const gotOf = (outcome: Outcome): Got => ('failure' in outcome ? outcome : foundIn(outcome));

/** Extract one fixture's source and compare, in this thread. */
export async function checkFixture(fixture: Fixture, reading: Reading): Promise<CheckResult> {
  if (fixture.source === null) return notCompared(fixture);
  return compareFixture(fixture, gotOf(await readInput(fixture.source, reading)));
}

function resultOf(fixture: Fixture, finished: Finished): CheckResult {
  if ('failure' in finished) return compareFixture(fixture, { failure: finished.failure });
  if ('read' in finished) return compareFixture(fixture, finished.read.pieces[0] as FoundPiece);
  return notCompared(fixture);
}

/**
 * Extract the sources of fixtures, several at a time, and compare, in their order. Each is opened when it is its turn, and
 * none stops the others.
 */
export async function* checkFixtures(
  folders: readonly FixtureFolder[],
  options: Omit<BatchOptions, 'setting'>,
): AsyncGenerator<CheckResult> {
  const waiting = new Map<number, Fixture>();
  async function* pieces(): AsyncGenerator<Piece> {
    for (const [index, folder] of folders.entries()) {
      const fixture = await readFixture(folder);
      waiting.set(index, fixture);
      const { source, path } = fixture;
      const place = { path: source?.path ?? path, name: '', position: [index, 0] } as const;
      if (source === null) {
        yield { ...place, skipped: '' };
        continue;
      }
      const bytes = await bytesOf(source.path, source.file);
      yield bytes instanceof Uint8Array ? { ...place, bytes } : { ...place, failure: bytes.failure };
    }
  }
  const setting = { formats: ['found'], writing: { headers: 'en', bom: false }, pack: false } as const;
  for await (const finished of batch(pieces(), { ...options, setting })) {
    const [index] = finished.position;
    const fixture = waiting.get(index);
    waiting.delete(index);
    if (fixture) yield resultOf(fixture, finished);
  }
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

/** Whether there is anything to rewrite: a fixture that holds stays as somebody has written it. */
export function needsUpdate({ fixture, settled: { open, stale } }: CheckResult): boolean {
  return fixture.expected === null || open.length > 0 || stale.length > 0;
}

/**
 * Take what was found as what is expected, known differences apart, and drop gaps that do not occur any more.
 * @returns names of the files that were rewritten.
 */
export async function acceptResult(result: CheckResult): Promise<string[]> {
  const { fixture, comparison, settled, found } = result;
  if (found === null) return [];
  const known = settled.known.map(({ difference }) => difference);
  const updated = updatedExpectation(fixture.expected, found, comparison.pairs, { known, open: settled.open });
  const files = { expected: expectationText(updated), clean: updatedClean(result) };
  return updateFixture(fixture, files, settled.stale);
}
