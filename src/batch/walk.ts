import type { Dirent, Stats } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../core/diagnostic.js';
import { causeOf } from './cause.js';
import type { FilePath, Input } from './inputs.js';
import { CONFIG } from './names.js';
import { ownFiles } from './own-files.js';
import { shownName } from './shown.js';

/** Real paths of the folders that were walked already: links may lead in circles. */
export type Visited = Set<string>;

const CASE = 'case.json';
const isSource = (name: string): boolean => name.startsWith('source.');

interface Entry {
  readonly name: string;
  readonly file: FilePath;
  readonly kind: 'file' | 'folder' | 'broken' | 'other';
}

/** By code units, so that the order is the same on every machine. */
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Whether a file lies beside a `case.json` without being the source: what a fixture expects is no plan. */
export async function isFixtureExtra(folder: string, name: string): Promise<boolean> {
  if (isSource(name)) return false;
  return access(join(folder, CASE)).then(
    () => true,
    () => false,
  );
}

/** The pictures and frames that a browser saves beside `plan.html` as `plan_files`. */
function isPageFurniture(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+)_files$/.exec(name)?.[1];
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
}

async function kindOf(entry: Dirent<Buffer>, file: FilePath): Promise<Entry['kind']> {
  const info: Stats | Dirent<Buffer> | null = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
  if (info === null) return 'broken';
  if (info.isDirectory()) return 'folder';
  return info.isFile() ? 'file' : 'other';
}

const inside = (folder: FilePath, name: Buffer, shown: string): FilePath => {
  const plain = typeof folder === 'string' && name.equals(Buffer.from(shown));
  return plain ? join(folder, shown) : Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);
};

/** What is in a folder, in order of names. */
async function entriesIn(folder: FilePath): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const taken = new Set<string>();
  const entries: Entry[] = [];
  for (const entry of found.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = shownName(entry.name, taken);
    taken.add(name);
    const file = inside(folder, entry.name, name);
    entries.push({ name, file, kind: await kindOf(entry, file) });
  }
  return entries.sort(byName);
}

const LEFT = 'is a device, a socket or a pipe';

/** What is looked for in folders. */
export interface Search {
  /** Whether a file of that name is wanted. */
  readonly chosen: (path: string) => boolean;
  /** Told of a file that is not read because a run of this program has written it. */
  readonly leftOut: (path: string) => void;
  /** Where this run writes; null where it writes no files. */
  readonly output: string | null;
}

/** Cleaned texts can be read like any other; what `extract` writes cannot. */
const isText = (name: string): boolean => name.endsWith('.txt');

/**
 * Names of the files in a folder that are not to be read, because a run of this program has written them. The texts of an
 * output folder are read where it is asked for itself, and is not the one that is written into.
 * @param asked whether somebody has named the folder, or a pattern that reaches into it.
 */
export async function leftOutOf(
  folder: FilePath,
  names: ReadonlySet<string>,
  asked: boolean,
  output: string | null,
): Promise<ReadonlySet<string>> {
  const own = await ownFiles(folder, names);
  if (own.size === 0 || !asked) return own;
  const isOutput = output !== null && (await sameFolder(folder, output));
  return isOutput ? own : new Set([...own].filter((name) => !isText(name)));
}

async function sameFolder(a: FilePath, b: FilePath): Promise<boolean> {
  const real = (folder: FilePath): Promise<string | null> =>
    realpath(folder, 'buffer')
      .then((path) => path.toString('latin1'))
      .catch(() => null);
  return (await real(a)) === (await real(b));
}

/**
 * All files below a folder, folders and files in one order of names; hidden ones, `node_modules`, page furniture and what
 * an earlier run wrote are left out, and so are settings; links are followed once. A folder with a `case.json` is a fixture: only its `source.*`
 * counts.
 * @param shown the folder's name as people gave it, without a slash at its end; empty for the current folder.
 * @param asked whether somebody has named the folder itself.
 */
export async function walk(
  shown: string,
  folder: FilePath,
  visited: Visited,
  search: Search,
  asked = false,
): Promise<Input[]> {
  try {
    const real = (await realpath(folder, 'buffer')).toString('latin1');
    if (visited.has(real)) return [];
    visited.add(real);
    const entries = await entriesIn(folder);
    const names = new Set(entries.map(({ name }) => name));
    const own = await leftOutOf(folder, names, asked, search.output);
    const isFixture = names.has(CASE);
    const found: Input[] = [];
    for (const { name, file, kind } of entries) {
      if (name.startsWith('.') || name === CONFIG || isPageFurniture(name, names)) continue;
      const path = shown === '' ? name : `${shown}/${name}`;
      if (kind === 'folder') {
        // One by one: a call cannot take a hundred thousand arguments.
        if (name !== 'node_modules') for (const one of await walk(path, file, visited, search)) found.push(one);
      } else if ((isFixture && !isSource(name)) || !search.chosen(path)) continue;
      else if (own.has(name)) search.leftOut(path);
      else if (kind === 'file') found.push({ path, file, found: true });
      else if (kind === 'other') found.push({ path, skipped: LEFT });
      else found.push({ path, failure: diagnostic('input/missing', 'error', { path }) });
    }
    return found;
  } catch (error) {
    const path = shown || '.';
    return [{ path, failure: diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }) }];
  }
}
