import type { Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { causeOf } from './cause.js';

/** A file that was found, or a folder that could not be opened. `path` is the name that people see. */
export type Found =
  | { readonly path: string; readonly file: string }
  | { readonly path: string; readonly cause: string };

/** Real paths of the folders that were walked already: links may lead in circles. */
export type Visited = Set<string>;

/** What in a folder is taken for a plan without being named. */
const PLAN = /\.(?:txt|text|md|html?|xhtml|xml)$/i;
const CASE = 'case.json';
const isSource = (name: string): boolean => name.startsWith('source.');

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

async function kindOf(entry: Dirent, file: string): Promise<'file' | 'folder' | 'other'> {
  const info = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
  if (info?.isDirectory()) return 'folder';
  return info?.isFile() ? 'file' : 'other';
}

/**
 * All plans below a folder, folders and files in one order of names; hidden ones and page furniture are left out, links
 * are followed once. A folder with a `case.json` is a fixture: only its `source.*` counts, whatever its ending.
 * @param shown the folder's name as people gave it, without a slash at its end; empty for the current folder.
 */
export async function walk(shown: string, folder: string, visited: Visited): Promise<Found[]> {
  const inside = (name: string): string => (shown === '' ? name : `${shown}/${name}`);
  try {
    const real = await realpath(folder);
    if (visited.has(real)) return [];
    visited.add(real);
    const entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
    const names = new Set(entries.map((entry) => entry.name));
    const wanted = names.has(CASE) ? isSource : (name: string): boolean => PLAN.test(name);
    const found: Found[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.') || isPageFurniture(entry.name, names)) continue;
      const file = join(folder, entry.name);
      const kind = await kindOf(entry, file);
      if (kind === 'folder' && entry.name !== 'node_modules')
        found.push(...(await walk(inside(entry.name), file, visited)));
      if (kind === 'file' && wanted(entry.name)) found.push({ path: inside(entry.name), file });
    }
    return found;
  } catch (error) {
    return [{ path: shown || '.', cause: causeOf(error) }];
  }
}
