import { lstat, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Earlier } from './earlier.js';
import type { Journal } from './journal.js';
import { measured } from './output.js';
import { fileOf, isThere, type Seen } from './vanished.js';

/** What became of files of documents that are not there any more, or have another name now. */
export interface Cleared {
  readonly removed: readonly string[];
  /** Left, for somebody has changed them. */
  readonly changed: readonly string[];
}

export interface Stale {
  readonly folder: string;
  readonly journal: Journal;
  readonly earlier: Earlier | null;
  readonly seen: Seen;
  /** Paths of documents that are gone. */
  readonly gone: readonly string[];
  /** Names of the files of this run. */
  readonly written: ReadonlySet<string>;
}

/** Folders, and those around them, in which this run has read something. */
function readFolders(seen: Seen): Set<string> {
  const folders = new Set<string>();
  for (const file of seen.read()) {
    let folder = dirname(Buffer.from(file, 'base64').toString('latin1'));
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = dirname(folder);
    }
  }
  return folders;
}

/**
 * Whether a file that is gone was taken away, and not the disk that it is on: then what is left of its path holds what this
 * run has read.
 */
async function isTakenAway(file: Buffer, read: ReadonlySet<string>): Promise<boolean> {
  let folder = dirname(file.toString('latin1'));
  while (dirname(folder) !== folder && !(await isThere(Buffer.from(folder, 'latin1')))) folder = dirname(folder);
  return dirname(folder) !== folder && read.has(folder);
}

/** Names of files without a use, by what the journal and the manifest know of them. */
async function* candidates({ journal, earlier, seen, gone, written }: Stale): AsyncGenerator<string> {
  const lost = new Set(gone);
  const read = readFolders(seen);
  const away = new Map<string, boolean>();
  const { files, sources } = journal.known;
  const owners = new Map([...files].map(([file, { path }]) => [file, path]));
  for (const file of earlier?.files.keys() ?? []) {
    // Where the journal is lost, the manifest knows whose a file is.
    if (!owners.has(file)) owners.set(file, earlier?.names.get(file.slice(0, -extname(file).length)) ?? null);
  }
  for (const [file, path] of owners) {
    if (path === null || written.has(file) || /[/\\]/.test(file)) continue;
    const source = sources.get(path);
    const own = seen.filesOf(path, source);
    // Of another name now; one in a format that this run does not write has nothing in its place.
    if (own?.some((now) => extname(now) === extname(file))) yield file;
    if (own || !source || !lost.has(path)) continue;
    const taken = away.get(source.file) ?? (await isTakenAway(fileOf(source) as Buffer, read));
    away.set(source.file, taken);
    if (taken || (await isThere(fileOf(source)))) yield file;
  }
}

/**
 * Take away the files of documents that were taken away or that have another name now. To be called after a run that came
 * to its end. What is not as it was written is left.
 */
export async function clearStale(stale: Stale): Promise<Cleared> {
  const { folder, journal, earlier } = stale;
  const removed: string[] = [];
  const changed: string[] = [];
  for await (const file of candidates(stale)) {
    const path = join(folder, file);
    const info = await lstat(path).catch(() => null);
    if (!info) continue;
    const expected = earlier?.files.get(file) ?? journal.known.files.get(file)?.sha256 ?? null;
    const isOurs = info.isFile() && (expected === null || (await measured(path)).sha256 === expected);
    if (isOurs) await rm(path);
    (isOurs ? removed : changed).push(file);
  }
  if (removed.length > 0) await journal.note({ files: [], removed });
  return { removed: removed.sort(), changed: changed.sort() };
}
