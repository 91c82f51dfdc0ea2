import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, lstatSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chunk } from '../write/writer.js';
import { lock } from './lock.js';
import { STATE, TEMPORARY } from './names.js';

/** A file is in the way that is not this program's, or that the run itself reads. */
export class TakenError extends Error {
  constructor(
    readonly file: string,
    readonly read: boolean,
  ) {
    super(`${file} is not to be replaced`);
    this.name = 'TakenError';
  }
}

/** The program's own folder is a symbolic link: whoever made it leads the program's files elsewhere. */
export class StateLinkError extends Error {}

/** A file that was written in full. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Pending {
  /** Its number, as the system counts open files. */
  readonly fd: number;
  readonly hash: Hash;
  bytes: number;
}

/** A folder that files are written into, piece by piece. A file has its own name only when it is whole. */
export interface Output {
  readonly folder: string;
  /** The program's own folder inside of it. */
  readonly state: string;
  /** Say which files are this program's; of those that are there no others are replaced. */
  readonly claim: (files: Iterable<string>) => void;
  /** Throws a TakenError where one of the files is there and was not claimed. */
  readonly refuse: (files: readonly string[]) => void;
  readonly put: (chunk: Chunk) => Promise<void>;
  /** Where a library may write a file by itself, before it is put as `placed`. */
  readonly place: (file: string) => string;
  /** What is complete, in order of names. */
  readonly written: () => WrittenFile[];
  /** Takes away what was begun and not completed, and lets others write. */
  readonly close: () => Promise<void>;
}

/** Length and hash of a file. */
export async function measured(path: string): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Open a folder for output and make it where it is missing. Whoever reads it while it is written, or after a crash, sees
 * old files or new ones, never half of one.
 * @throws LockedError where another run writes into it; StateLinkError; the file system's error when it cannot be made or
 *   written. `put` and `place` throw a TakenError rather than replace what was not claimed.
 */
export async function openOutput(folder: string): Promise<Output> {
  const state = join(folder, STATE);
  const info = await lstat(state).catch(() => null);
  if (info?.isSymbolicLink()) throw new StateLinkError(state);
  await mkdir(state, { recursive: true });
  const unlock = await lock(state);
  const temporary = join(state, TEMPORARY);
  try {
    // What a killed run has left.
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary);
  } catch (error) {
    await unlock();
    throw error;
  }
  const temporaryOf = (file: string): string => join(temporary, file);
  const begun = new Map<string, Pending>();
  const done = new Map<string, WrittenFile>();
  const own = new Set<string>();
  const check = (file: string): void => {
    if (own.has(file)) return;
    if (lstatSync(join(folder, file), { throwIfNoEntry: false })) throw new TakenError(file, false);
  };
  // A file of a document takes four calls of some microseconds; four turns of a thread for files would take far longer, and
  // processors that read documents.
  const begin = (file: string): Pending => {
    check(file);
    const pending = { fd: openSync(temporaryOf(file), 'w'), hash: createHash('sha256'), bytes: 0 };
    begun.set(file, pending);
    return pending;
  };
  const finish = (path: string, size: Pick<WrittenFile, 'bytes' | 'sha256'>): void => {
    // Once more: hours may lie between its beginning and its end.
    check(path);
    renameSync(temporaryOf(path), join(folder, path));
    own.add(path);
    done.set(path, { path, ...size });
  };
  return {
    folder,
    state,
    claim: (files) => {
      for (const file of files) own.add(file);
    },
    refuse: (files) => files.forEach(check),
    place: (file) => {
      check(file);
      const path = temporaryOf(file);
      // Some libraries would make it for its owner alone.
      closeSync(openSync(path, 'w'));
      return path;
    },
    put: async (chunk) => {
      const { file } = chunk;
      if ('placed' in chunk) return finish(file, await measured(temporaryOf(file)));
      const pending = begun.get(file) ?? begin(file);
      const bytes = typeof chunk.data === 'string' ? Buffer.from(chunk.data) : chunk.data;
      if (bytes.length > 0) writeFileSync(pending.fd, bytes);
      pending.hash.update(bytes);
      pending.bytes += bytes.length;
      if (!chunk.complete) return;
      begun.delete(file);
      closeSync(pending.fd);
      finish(file, { bytes: pending.bytes, sha256: pending.hash.digest('hex') });
    },
    written: () => [...done.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    close: async () => {
      for (const { fd } of begun.values()) closeSync(fd);
      begun.clear();
      await rm(temporary, { recursive: true, force: true });
      await unlock();
    },
  };
}
