import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Input } from './inputs.js';
import type { Entry } from './journal.js';

/** Paths of the inputs that are read from end to end, with all documents in them. */
export function wholeOf(inputs: readonly Input[]): ReadonlySet<string> {
  return new Set(inputs.flatMap((input) => ('file' in input && input.member === undefined ? [input.path] : [])));
}

/**
 * What earlier runs have read and what is there no more, in order of paths: inputs that are only not asked for this time
 * do not count.
 * @param seen paths of this run.
 * @param whole paths of files that this run has read from end to end.
 */
export async function goneOf(
  earlier: ReadonlyMap<string, Entry>,
  seen: ReadonlySet<string>,
  whole: ReadonlySet<string>,
  cwd: string,
): Promise<string[]> {
  const known = new Map<string, Promise<boolean>>();
  const isThere = (path: string): Promise<boolean> => {
    const there = known.get(path) ?? exists(resolve(cwd, path));
    known.set(path, there);
    return there;
  };
  const gone: string[] = [];
  for (const [path, { stdin }] of earlier) {
    if (stdin || seen.has(path) || (await isThere(path))) continue;
    const file = await fileAround(path, isThere);
    // A document inside of a file that is there is gone only where the file was searched for it.
    if (file === null || whole.has(file)) gone.push(path);
  }
  return gone.sort();
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** `corpus.csv` of `corpus.csv#12`, where it is there. */
async function fileAround(path: string, isThere: (path: string) => Promise<boolean>): Promise<string | null> {
  for (let at = path.indexOf('#'); at > 0; at = path.indexOf('#', at + 1)) {
    if (await isThere(path.slice(0, at))) return path.slice(0, at);
  }
  return null;
}
