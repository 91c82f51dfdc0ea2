import { createReadStream, writeFileSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { JOURNAL } from './names.js';

/** What gave a document: where all of it is as it was, the document is as it was. */
export interface Origin {
  readonly path: string;
  /** Of the bytes of the file, or of the one document of a file that holds several. */
  readonly sha256: string;
  /** What the file around it says of the document, as JSON; null where nothing does. */
  readonly about: string | null;
  readonly program: Program;
}

/** What reads: `rules` is a hash of its code, `options` of all that changes a document. */
export interface Program {
  readonly version: string;
  readonly rules: string;
  readonly options: string;
}

/** Where a packed document is kept: offset and length in bytes of a file beside the journal. */
interface Kept {
  readonly store: string;
  readonly at: number;
  readonly length: number;
}

/** One finished document: a line of the journal. */
export interface Entry extends Origin {
  /** Number of the input and of the document in it, both from 0. */
  readonly position: readonly [number, number];
  /** Of its files in the output folder. */
  readonly name: string;
  readonly bytes: number;
  readonly status: 'read' | 'failed';
  /** Why it failed; null where it did not. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** How many diagnostics the document has. */
  readonly diagnostics: number;
  /** Milliseconds that the reading took. */
  readonly duration: number;
  /** Its own files in the output folder. */
  readonly files: readonly string[];
  /** Null for a failure. */
  readonly kept: Kept | null;
}

type Entries = ReadonlyMap<string, Entry>;

const STORE = /^documents-(\d+)\.bin$/;
/** Bytes of documents that no line speaks of any more, in multiples of the others, before they are cleared away. */
const DEAD_SHARE = 1;
const DEAD_BYTES = 1 << 24;

function lineOf(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry | null;
    return typeof entry?.path === 'string' && typeof entry.status === 'string' ? entry : null;
  } catch {
    // Half a line, where the program was killed while it wrote.
    return null;
  }
}

/** What a journal says last of every document, in the order in which they were finished; empty where there is none. */
export async function readJournal(state: string): Promise<Entries> {
  const known = new Map<string, Entry>();
  const input = createReadStream(join(state, JOURNAL), 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const text of lines) {
      const entry = lineOf(text);
      if (!entry) continue;
      known.delete(entry.path);
      known.set(entry.path, entry);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return known;
}

/** A packed document out of its store; null where the store is gone or cut off. */
export async function keptDocument(state: string, { kept }: Entry): Promise<Uint8Array | null> {
  if (kept === null || !STORE.test(kept.store)) return null;
  let handle: FileHandle;
  try {
    handle = await open(join(state, kept.store));
  } catch {
    return null;
  }
  try {
    const packed = Buffer.alloc(kept.length);
    const { bytesRead } = await handle.read(packed, 0, kept.length, kept.at);
    return bytesRead === kept.length ? packed : null;
  } finally {
    await handle.close();
  }
}

/** The finished documents of a folder. Lines are added as documents are finished; of several of one path the last counts. */
export interface Journal {
  /** What an earlier run knows of the document, if it is still true. */
  readonly find: (origin: Origin) => Entry | undefined;
  /** Write a document down, one at a time; it counts from the moment that its line is whole. */
  readonly add: (entry: Omit<Entry, 'kept'>, packed: Uint8Array | null) => Promise<void>;
  /** What earlier runs have read. */
  readonly earlier: Entries;
  readonly close: () => Promise<void>;
}

const isOf = (entry: Entry, { version, rules, options }: Program): boolean =>
  entry.program.version === version && entry.program.rules === rules && entry.program.options === options;

/**
 * Open the journal of an output folder, whose lock is held.
 * @param state the program's own folder inside of it, which exists.
 * @throws the file system's error.
 */
export async function openJournal(state: string): Promise<Journal> {
  const known = await cleared(state, await readJournal(state));
  const lines = await open(join(state, JOURNAL), 'a+');
  await endLine(lines);
  const name = [...known.values()].findLast(({ kept }) => kept)?.kept?.store ?? 'documents-0.bin';
  const store = await open(join(state, name), 'a');
  let at = (await store.stat()).size;
  return {
    find: (origin) => {
      const entry = known.get(origin.path);
      const same = entry?.sha256 === origin.sha256 && entry.about === origin.about && isOf(entry, origin.program);
      return same ? entry : undefined;
    },
    add: async (entry, packed) => {
      // Both are a few microseconds of work: a thread for files would take longer to be asked.
      if (packed) writeFileSync(store.fd, packed);
      const kept = packed && { store: name, at, length: packed.length };
      at += packed?.length ?? 0;
      writeFileSync(lines.fd, `${JSON.stringify({ ...entry, kept })}\n`);
    },
    earlier: known,
    close: async () => {
      await lines.close();
      await store.close();
    },
  };
}

/** Half a line gets an end of its own, so that the next one is whole. */
async function endLine(lines: FileHandle): Promise<void> {
  const { size } = await lines.stat();
  if (size === 0) return;
  const { buffer } = await lines.read(Buffer.alloc(1), 0, 1, size - 1);
  if (buffer[0] !== 0x0a) await lines.appendFile('\n');
}

/** Copy documents that count into a new store, with a journal of them alone, where most of the old one is dead. */
async function cleared(state: string, known: Entries): Promise<Entries> {
  const stores = (await readdir(state)).filter((name) => STORE.test(name));
  let size = 0;
  for (const name of stores) {
    const handle = await open(join(state, name));
    size += (await handle.stat()).size;
    await handle.close();
  }
  const live = [...known.values()].reduce((sum, { kept }) => sum + (kept?.length ?? 0), 0);
  if (size - live <= Math.max(live * DEAD_SHARE, DEAD_BYTES)) return known;
  const next = `documents-${1 + Math.max(0, ...stores.map((name) => Number(STORE.exec(name)?.[1])))}.bin`;
  const copied = await copyInto(state, next, known);
  // From here on the new store counts; until here the old one did.
  await rename(join(state, `${JOURNAL}.new`), join(state, JOURNAL));
  for (const name of stores) await rm(join(state, name), { force: true });
  return copied;
}

async function copyInto(state: string, next: string, known: Entries): Promise<Entries> {
  const store = await open(join(state, next), 'w');
  const lines = await open(join(state, `${JOURNAL}.new`), 'w');
  const copied = new Map<string, Entry>();
  let at = 0;
  for (const [path, entry] of known) {
    const packed = await keptDocument(state, entry);
    if (packed) await store.appendFile(packed);
    const kept = packed && { store: next, at, length: packed.length };
    at += packed?.length ?? 0;
    copied.set(path, { ...entry, kept });
    await lines.appendFile(`${JSON.stringify({ ...entry, kept })}\n`);
  }
  await store.close();
  await lines.close();
  return copied;
}
