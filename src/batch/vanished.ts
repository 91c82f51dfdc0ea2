import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Entry } from './journal.js';

/**
 * What earlier runs have read and what is there no more, in order of paths: inputs that are only not asked for this time
 * do not count.
 * @param seen paths of this run.
 */
export async function goneOf(
  earlier: ReadonlyMap<string, Entry>,
  seen: ReadonlySet<string>,
  cwd: string,
): Promise<string[]> {
  const gone: string[] = [];
  for (const path of earlier.keys()) {
    if (seen.has(path)) continue;
    const there = await access(resolve(cwd, path)).then(
      () => true,
      () => false,
    );
    // A document inside of a file that is there is one that the file holds no more, or one of a name with `#`.
    if (!there) gone.push(path);
  }
  return gone.sort();
}
