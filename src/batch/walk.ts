import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../core/diagnostic.js';
import { causeOf } from './cause.js';
import type { FilePath, Input } from './inputs.js';
import { CONFIG, STATE } from './names.js';
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
  readonly isLink: boolean;
}

/** By code units, so that the order is the same on every machine. */
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

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
    entries.push({ name, file, kind: await kindOf(entry, file), isLink: entry.isSymbolicLink() });
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
  /** Set where a pattern is looked for. */
  readonly pattern?: PatternSearch;
}

interface PatternSearch {
  /** Whether there may be matches below a folder of that name. */
  readonly enters: (path: string) => boolean;
  /** Gathers links to folders: what they lead to is there under its own name first, and is matched by that. */
  readonly links: { readonly path: string; readonly file: FilePath }[];
}

/** Cleaned texts can be read like any other; what `extract` writes cannot. */
const isText = (name: string): boolean => name.endsWith('.txt');

/**
 * Names of the files in a folder that are not to be read, because a run of this program has written them. The texts of an
 * output folder are read where it is asked for itself, and is not the one that is written into.
 * @param asked whether somebody has named the folder, or a pattern that reaches into it.
 */
async function leftOutOf(
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

/** Why an entry of a folder is no plan, by its name alone; null where it may be one. */
function besidePlans({ name, kind }: Entry, siblings: ReadonlySet<string>): string | null {
  if (name.startsWith('.')) return 'hidden';
  if (kind !== 'folder') return null;
  if (name === 'node_modules') return 'packages of a program';
  return isPageFurniture(name, siblings) ? 'saved beside a page by a browser' : null;
}

/** A folder, or one entry of it, with the name that is shown. */
interface Place {
  readonly path: string;
  readonly file: FilePath;
}

async function below({ path, file }: Place, isLink: boolean, visited: Visited, search: Search): Promise<Input[]> {
  const { pattern } = search;
  if (!pattern) return walk(path, file, visited, search);
  if (!pattern.enters(path)) return [];
  if (!isLink) return walk(path, file, visited, search);
  pattern.links.push({ path, file });
  return [];
}

/** What one file of a folder is for a run. */
function fileAt({ path, file }: Place, { name, kind }: Entry, own: ReadonlySet<string>, search: Search): Input[] {
  if (!search.chosen(path)) return [];
  if (own.has(name)) search.leftOut(path);
  else if (kind === 'file') return [{ path, file, found: true }];
  else if (kind === 'other') return [{ path, skipped: LEFT }];
  else return [{ path, failure: diagnostic('input/missing', 'error', { path }) }];
  return [];
}

/**
 * All files below a folder, folders and files in one order of names; links are followed once. Hidden entries,
 * `node_modules` and page furniture are one that is passed over each, folders with a slash at their end; of what an
 * earlier run wrote and of settings there is nothing. A folder with a `case.json` is a fixture: only its `source.*` counts.
 * @param shown the folder's name as people gave it, without a slash at its end; empty for the current folder.
 * @param asked whether somebody has named the folder itself.
 */
export async function walk(
  shown: string,
  folder: FilePath,
  visited: Visited,
  search: Search,
  asked = search.pattern !== undefined,
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
    for (const entry of entries) {
      const { name, file, kind } = entry;
      if (name === STATE || name === CONFIG) continue;
      const path = shown === '' ? name : shown === '/' ? `/${name}` : `${shown}/${name}`;
      const place = { path, file };
      const skipped = besidePlans(entry, names);
      // A pattern asks for what it matches, and for no more; hidden files only where it says so.
      if (skipped !== null && !(search.pattern && name.startsWith('.'))) {
        const whole = kind === 'folder' ? `${path}/` : path;
        if (!search.pattern && search.chosen(path)) found.push({ path: whole, skipped });
      } else if (kind === 'folder') {
        // One by one: a call cannot take a hundred thousand arguments.
        for (const one of await below(place, entry.isLink, visited, search)) found.push(one);
      } else if (!isFixture || isSource(name)) found.push(...fileAt(place, entry, own, search));
    }
    return found;
  } catch (error) {
    const path = shown || '.';
    return [{ path, failure: diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }) }];
  }
}
