import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chunk } from '../write/writer.js';

/** A file that was written in full. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Pending {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly hash: Hash;
  bytes: number;
}

/** A folder that files are written into, piece by piece. A file has its own name only when it is whole. */
export interface Output {
  readonly put: (chunk: Chunk) => Promise<void>;
  /** Takes away what was begun and not completed. */
  readonly discard: () => Promise<void>;
  /** What is complete, in order of names. */
  readonly written: () => WrittenFile[];
}

async function finish(folder: string, file: string, pending: Pending): Promise<WrittenFile> {
  await pending.handle.close();
  await rename(pending.temporary, join(folder, file));
  return { path: file, bytes: pending.bytes, sha256: pending.hash.digest('hex') };
}

/**
 * Open a folder for output and make it where it is missing. Whoever reads it while it is written, or after a crash, sees
 * old files or new ones, never half of one.
 * @throws the file system's error when the folder cannot be made.
 */
export async function openOutput(folder: string): Promise<Output> {
  await mkdir(folder, { recursive: true });
  const begun = new Map<string, Pending>();
  const done = new Map<string, WrittenFile>();
  const begin = async (file: string): Promise<Pending> => {
    const temporary = join(folder, `.${file}.${process.pid}.tmp`);
    const pending = { handle: await open(temporary, 'w'), temporary, hash: createHash('sha256'), bytes: 0 };
    begun.set(file, pending);
    return pending;
  };
  return {
    put: async (chunk) => {
      if ('placed' in chunk) throw new Error(`${chunk.file}: no writer places its own files`);
      const { file, data, complete } = chunk;
      const pending = begun.get(file) ?? (await begin(file));
      const bytes = Buffer.from(data);
      if (bytes.length > 0) await pending.handle.writeFile(bytes);
      pending.hash.update(bytes);
      pending.bytes += bytes.length;
      if (!complete) return;
      done.set(file, await finish(folder, file, pending));
      begun.delete(file);
    },
    discard: async () => {
      for (const { handle, temporary } of begun.values()) {
        await handle.close().catch(() => {});
        await rm(temporary, { force: true });
      }
      begun.clear();
    },
    written: () => [...done.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
