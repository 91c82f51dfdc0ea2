import { lstat } from 'node:fs/promises';
import { earlierOf } from './earlier.js';
import type { FilePath } from './inputs.js';
import { journalFiles } from './journal-lines.js';
import { MANIFEST, STATE } from './names.js';

const NONE: ReadonlySet<string> = new Set();

/** The program's own folder; what links lead to is of another one. */
async function begunIn(folder: FilePath): Promise<ReadonlySet<string>> {
  const state = Buffer.concat([Buffer.from(folder), Buffer.from(`/${STATE}`)]);
  const isFolder = await lstat(state).then(
    (info) => info.isDirectory(),
    () => false,
  );
  return isFolder ? journalFiles(state) : NONE;
}

/**
 * Names of the files in a folder that runs of this program have written, by its manifest and, where a run was cut off, by
 * its journal: they are no plans. Empty for any other folder.
 * @param names what is in the folder.
 * @throws the file system's error where the manifest or the journal is there and cannot be read.
 */
export async function ownFiles(folder: FilePath, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (!names.has(STATE) && !names.has(MANIFEST)) return NONE;
  const earlier = names.has(MANIFEST) ? await earlierOf(folder) : null;
  const begun = names.has(STATE) ? await begunIn(folder) : NONE;
  if (!earlier?.files.size && begun.size === 0) return NONE;
  return new Set([...(earlier?.files.keys() ?? []), ...begun, MANIFEST]);
}
