import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, openSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chunk } from '../write/writer.js';
import { lock } from './lock.js';
import { STATE, TEMPORARY } from './names.js';

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
  /** The program's own folder inside of it. */
  readonly state: string;
  readonly put: (chunk: Chunk) => Promise<void>;
  /** Where a library may write a file by itself, before it is put as `placed`. */
  readonly place: (file: string) => string;
  /** What is complete, in order of names. */
  readonly written: () => WrittenFile[];
  /** Takes away what was begun and not completed, and lets others write. */
  readonly close: () => Promise<void>;
}

async function measured(path: string): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>> {
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
 * @throws LockedError where another run writes into it; the file system's error when it cannot be made or written.
 */
export async function openOutput(folder: string): Promise<Output> {
  const state = join(folder, STATE);
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
  // A file of a document takes four calls of some microseconds; four turns of a thread for files would take far longer, and
  // processors that read documents.
  const begin = (file: string): Pending => {
    const pending = { fd: openSync(temporaryOf(file), 'w'), hash: createHash('sha256'), bytes: 0 };
    begun.set(file, pending);
    return pending;
  };
  const finish = (path: string, own: Pick<WrittenFile, 'bytes' | 'sha256'>): void => {
    renameSync(temporaryOf(path), join(folder, path));
    done.set(path, { path, ...own });
  };
  return {
    state,
    place: (file) => {
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
