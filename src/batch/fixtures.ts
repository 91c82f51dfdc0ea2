import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Expectation, parseExpectation } from '../report/expectation.js';
import { type Gap, gapsOf } from '../report/gaps.js';
import { causeOf } from './cause.js';
import { writeWhole } from './whole.js';

const CASE = 'case.json';
const EXPECTED = 'expected.json';
const CLEAN = 'clean.txt';

/** A folder with a case.json: a source, what it expects and the differences that are accepted for now. */
export interface Fixture {
  readonly path: string;
  readonly folder: string;
  readonly source: { readonly path: string; readonly file: string } | null;
  /** Null where there is no expected.json yet. */
  readonly expected: Expectation | null;
  /** Null where there is no clean.txt. */
  readonly clean: string | null;
  readonly gaps: readonly Gap[];
  /** What is wrong with the fixture itself: sentences. */
  readonly problems: readonly string[];
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(causeOf(error));
  }
}

async function readFixture(path: string, folder: string): Promise<Fixture> {
  const problems: string[] = [];
  const attempt = async <T>(name: string, read: (text: string) => T): Promise<T | null> => {
    try {
      const text = await textOf(join(folder, name));
      return text === null ? null : read(text);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return null;
    }
  };
  const gaps = await attempt(CASE, (text) => gapsOf((JSON.parse(text) as { gaps?: unknown } | null)?.gaps));
  const expected = await attempt(EXPECTED, parseExpectation);
  const clean = await attempt(CLEAN, (text) => text.replaceAll('\r\n', '\n'));
  const sources = (await readdir(folder)).filter((name) => name.startsWith('source.')).sort();
  const [name] = sources;
  if (sources.length !== 1) problems.push(`${sources.length} files source.*; there must be exactly one`);
  const source =
    name !== undefined && sources.length === 1 ? { path: `${path}/${name}`, file: join(folder, name) } : null;
  return { path, folder, source, expected, clean, gaps: gaps ?? [], problems };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/**
 * All fixtures in a folder and below it, in order of names; links are followed once.
 * @param shown the folder's name as people gave it.
 * @throws the file system's error when the folder itself cannot be opened.
 */
export async function findFixtures(
  shown: string,
  folder: string,
  visited: Set<string> = new Set(),
): Promise<Fixture[]> {
  const real = await realpath(folder);
  if (visited.has(real)) return [];
  visited.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.map((entry) => entry.name).sort();
  const path = shown.replace(/\/+$/, '');
  if (names.includes(CASE)) return [await readFixture(path, folder)];
  const fixtures: Fixture[] = [];
  for (const name of names) {
    const inside = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules' || !(await isFolder(inside))) continue;
    fixtures.push(...(await findFixtures(`${path}/${name}`, inside, visited)));
  }
  return fixtures;
}

/** The bytes of case.json without the given gaps; every other key stays as it is. */
async function caseWithout(folder: string, stale: readonly Gap[]): Promise<string | null> {
  const found = JSON.parse(await readFile(join(folder, CASE), 'utf8')) as { gaps?: unknown[] };
  const { gaps, ...rest } = found;
  if (!gaps || stale.length === 0) return null;
  const dropped = stale.map((gap) => JSON.stringify(gap));
  const left = gaps.filter((gap) => {
    const at = dropped.indexOf(JSON.stringify(gap));
    if (at >= 0) dropped.splice(at, 1);
    return at < 0;
  });
  return `${JSON.stringify(left.length > 0 ? { ...rest, gaps: left } : rest, null, 2)}\n`;
}

/**
 * Rewrite what a fixture expects. Files whose bytes would not change are left alone.
 * @returns names of the files that were rewritten.
 */
export async function updateFixture(
  fixture: Fixture,
  files: { readonly expected: string; readonly clean: string | null },
  stale: readonly Gap[],
): Promise<string[]> {
  const wanted = { [EXPECTED]: files.expected, [CLEAN]: files.clean, [CASE]: await caseWithout(fixture.folder, stale) };
  const rewritten: string[] = [];
  for (const [file, data] of Object.entries(wanted)) {
    const path = join(fixture.folder, file);
    if (data === null || data === (await textOf(path))) continue;
    await writeWhole(path, data);
    rewritten.push(file);
  }
  return rewritten;
}
