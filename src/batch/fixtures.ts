import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expectation } from '../report/expectation.js';
import { jsonOf, parseExpectation } from '../report/expectation-file.js';
import { type Gap, gapsOf } from '../report/gaps.js';
import { causeOf } from './cause.js';
import { writeWhole } from './whole.js';

const CASE = 'case.json';
const EXPECTED = 'expected.json';
const CLEAN = 'clean.txt';

/** A folder with a case.json. */
export interface FixtureFolder {
  /** As people see it. */
  readonly path: string;
  readonly folder: string;
  /** Names of its files source.*; there should be one. */
  readonly sources: readonly string[];
  /** Why the folder cannot be looked into. */
  readonly fault?: string;
}

/** A source, what it expects and the differences that are accepted for now. */
export interface Fixture {
  readonly path: string;
  readonly folder: string;
  readonly source: { readonly path: string; readonly file: string } | null;
  /** Null where there is no expected.json yet. */
  readonly expected: Expectation | null;
  /** The bytes of expected.json. */
  readonly expectedText: string | null;
  /** Null where there is no clean.txt. */
  readonly clean: string | null;
  readonly gaps: readonly Gap[];
  /** What is wrong with the fixture itself. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`cannot be read (${causeOf(error)})`);
  }
}

function gapsIn(text: string): Gap[] {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it must hold one object');
  return gapsOf((value as { gaps?: unknown }).gaps);
}

/** Read all of a fixture but its source. What is wrong with it is told in `problems`; nothing is thrown. */
export async function readFixture({ path, folder, sources, fault }: FixtureFolder): Promise<Fixture> {
  const problems: { file: string; message: string }[] = [];
  const attempt = async <T>(name: string, read: (text: string) => T): Promise<T | null> => {
    try {
      const text = await textOf(join(folder, name));
      return text === null ? null : read(text);
    } catch (error) {
      problems.push({ file: `${path}/${name}`, message: (error as Error).message });
      return null;
    }
  };
  if (fault !== undefined) problems.push({ file: path, message: fault });
  const gaps = fault === undefined ? await attempt(CASE, gapsIn) : null;
  let expectedText: string | null = null;
  const expected = await attempt(EXPECTED, (text) => {
    expectedText = text;
    return parseExpectation(text);
  });
  const clean = await attempt(CLEAN, (text) => text.replaceAll('\r\n', '\n'));
  const [name] = sources;
  if (sources.length !== 1 && fault === undefined)
    problems.push({ file: path, message: `${sources.length} files source.*; there must be exactly one` });
  const source =
    name !== undefined && sources.length === 1 ? { path: `${path}/${name}`, file: join(folder, name) } : null;
  return { path, folder, source, expected, expectedText, clean, gaps: gaps ?? [], problems };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/**
 * All fixtures in a folder and below it, in order of names; links are followed once. A folder below that cannot be opened
 * is given with its fault.
 * @param shown the folder's name as people gave it.
 * @throws the file system's error when the folder itself cannot be opened.
 */
export async function findFixtures(
  shown: string,
  folder: string,
  visited: Set<string> = new Set(),
): Promise<FixtureFolder[]> {
  const real = await realpath(folder);
  if (visited.has(real)) return [];
  visited.add(real);
  const names = (await readdir(folder)).sort();
  const path = shown.replace(/(?<=[^/])\/+$/, '');
  if (names.includes(CASE)) return [{ path, folder, sources: names.filter((name) => name.startsWith('source.')) }];
  const fixtures: FixtureFolder[] = [];
  for (const name of names) {
    const inside = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules' || !(await isFolder(inside))) continue;
    const own = `${path}/${name}`;
    try {
      fixtures.push(...(await findFixtures(own, inside, visited)));
    } catch (error) {
      fixtures.push({ path: own, folder: inside, sources: [], fault: `cannot be read (${causeOf(error)})` });
    }
  }
  return fixtures;
}

/** The bytes of case.json without the given gaps; every other key stays as it is. */
async function caseWithout(folder: string, stale: readonly Gap[]): Promise<string | null> {
  const found = jsonOf(await readFile(join(folder, CASE), 'utf8')) as { gaps?: unknown[] };
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
