import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Expectation, Found } from '../report/expectation.js';
import { expectationText, jsonOf } from '../report/expectation-file.js';
import type { Reviewed, Verdicts } from '../schema/verdicts.js';
import { causeOf } from './cause.js';
import { type Fixture, type FixtureFolder, updateFixture } from './fixtures.js';
import { foundIn } from './found.js';
import { outputNames } from './names.js';
import { readInput, sha256 } from './run.js';
import { writeWhole } from './whole.js';

/* Verdicts of the review page on their way to fixtures: which document is which source. */

/**
 * Read a file of verdicts.
 * @throws Error with a sentence that says what is wrong with it.
 */
export async function readVerdicts(file: string): Promise<Verdicts> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`the verdicts cannot be read (${causeOf(error)})`);
  }
  const { verdicts } = await import('../schema/verdicts.js');
  const { data, error } = verdicts.safeParse(jsonOf(text));
  if (data) return data;
  const [issue] = error.issues;
  const place = issue?.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('') ?? '';
  throw new Error(
    `these are no verdicts of a review page: ${place.replace(/^\./, '') || 'the whole'}: ${issue?.message}`,
  );
}

/** Verdicts of one document, with the fixtures whose source it is. */
export interface Matched {
  readonly reviewed: Reviewed;
  readonly folders: readonly FixtureFolder[];
  /** Why these verdicts are of none. */
  readonly refused?: { readonly file: string; readonly message: string };
}

/** Documents that are in the file more than once, made one. */
function merged(documents: readonly Reviewed[]): Reviewed[] {
  const byHash = new Map<string, Reviewed>();
  for (const document of documents) {
    const known = byHash.get(document.sha256);
    byHash.set(document.sha256, known ? { ...known, verdicts: [...known.verdicts, ...document.verdicts] } : document);
  }
  return [...byHash.values()];
}

/**
 * Find the fixtures that verdicts are of, by the bytes of their sources.
 * @param cwd where paths of documents count from.
 */
export async function matchFixtures(
  folders: readonly FixtureFolder[],
  { documents }: Verdicts,
  cwd: string,
): Promise<Matched[]> {
  const byHash = new Map<string, FixtureFolder[]>();
  const byFile = new Map<string, { readonly path: string; readonly hash: string }>();
  for (const fixture of folders) {
    for (const name of fixture.sources) {
      const file = resolve(fixture.folder, name);
      const bytes = await readFile(file).catch(() => null);
      if (bytes === null) continue;
      const hash = sha256(bytes);
      byHash.set(hash, [...(byHash.get(hash) ?? []), fixture]);
      byFile.set(file, { path: `${fixture.path}/${name}`, hash });
    }
  }
  return merged(documents).map((reviewed): Matched => {
    const own = byHash.get(reviewed.sha256) ?? [];
    const same = byFile.get(resolve(cwd, reviewed.path));
    if (own.length > 0 || same === undefined) return { reviewed, folders: own };
    const message = `has other bytes (sha256 ${same.hash.slice(0, 12)}…) than those that were reviewed (${reviewed.sha256.slice(0, 12)}…); review it again`;
    return { reviewed, folders: [], refused: { file: same.path, message } };
  });
}

/** A document that has no fixture yet. */
export interface NewFixture {
  readonly path: string;
  readonly folder: string;
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly found: Found;
}

/** A source must have an ending that names no folder and is not too long. */
const endingOf = (path: string): string => (/^\.[A-Za-z0-9]{1,10}$/.test(extname(path)) ? extname(path) : '.txt');

/**
 * Make ready a fixture of a document that has none: its file is read, and its records are looked for.
 * @param taken names of folders that are there already.
 * @throws Error with a sentence that says why there can be none.
 */
export async function newFixture(
  { path, sha256: wanted }: Reviewed,
  { shown, folder, cwd, taken }: { shown: string; folder: string; cwd: string; taken: Set<string> },
): Promise<NewFixture> {
  const file = resolve(cwd, path);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Error(
      `no fixture has these bytes, and the file cannot be read (${causeOf(error)}); run this where it was reviewed`,
    );
  });
  const hash = sha256(bytes);
  if (hash !== wanted)
    throw new Error(
      `no fixture has these bytes, and the file has others (sha256 ${hash.slice(0, 12)}…) than those that were reviewed (${wanted.slice(0, 12)}…); review it again`,
    );
  const outcome = await readInput({ path, file }, {});
  if ('failure' in outcome) throw new Error(`the source is refused now: ${outcome.failure.message}`);
  const [stem = 'plan'] = outputNames([basename(path, extname(path)).replace(/^\.+/, '') || 'plan']);
  let name = stem;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
  taken.add(name);
  const source = `source${endingOf(path)}`;
  return { path: `${shown}/${name}`, folder: join(folder, name), source, bytes, found: foundIn(outcome).found };
}

/** Write a new fixture. @throws the file system's error. */
export async function makeFixture({ folder, source, bytes }: NewFixture, expectation: Expectation): Promise<string[]> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder);
  await writeFile(join(folder, source), bytes);
  await writeWhole(join(folder, 'expected.json'), expectationText(expectation));
  // Last: a folder without it is no fixture.
  await writeWhole(
    join(folder, 'case.json'),
    `${JSON.stringify({ shows: 'records that a person has reviewed' }, null, 2)}\n`,
  );
  return [source, 'expected.json', 'case.json'];
}

/** Write what a fixture expects by verdicts; its other files stay. @returns names of files that were rewritten. */
export function writeJudged(fixture: Fixture, expectation: Expectation): Promise<string[]> {
  return updateFixture(fixture, { expected: expectationText(expectation), clean: null }, []);
}
