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
  /** Whether it came in on standard input. */
  readonly stdin: boolean;
  /** Its own files in the output folder. */
  readonly files: readonly string[];
  /** Null for a failure. */
  readonly kept: Kept | null;
}

type Entries = ReadonlyMap<string, Entry>;

const STORE = /^documents-(\d+)\.bin$/;
/** Bytes of documents that no line speaks of any more, before they are cleared away: at least so many, and the others' multiple. */
interface DeadLimits {
  readonly share: number;
  readonly bytes: number;
}
const DEAD: DeadLimits = { share: 1, bytes: 1 << 24 };

/** What lines say: of documents the last of each, in the order in which they were finished, and all files written. */
interface Known {
  readonly entries: Map<string, Entry>;
  readonly files: Set<string>;
}

function parsedLine(text: string): Partial<Entry> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    // Half a line, where the program was killed while it wrote.
    return null;
  }
}

const isPlace = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) >= 0;
const isKept = ({ store, at, length }: Kept): boolean => STORE.test(store) && isPlace(at) && isPlace(length);

/** Whether a line is one of a document; other versions of the program may have written others. */
function isEntry(value: Partial<Entry>): value is Entry {
  const { path, sha256, status, program, kept, files } = value;
  if (typeof path !== 'string' || typeof sha256 !== 'string' || !program || !Array.isArray(files)) return false;
  return (status === 'read' && kept != null && isKept(kept)) || (status === 'failed' && value.error != null);
}

export async function readJournal(state: string): Promise<Known> {
  const known: Known = { entries: new Map(), files: new Set() };
  const input = createReadStream(join(state, JOURNAL), 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const text of lines) {
      const value = parsedLine(text);
      if (!Array.isArray(value?.files)) continue;
      for (const file of value.files) known.files.add(String(file));
      if (!isEntry(value)) continue;
      known.entries.delete(value.path);
      known.entries.set(value.path, value);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return known;
}

/** A packed document out of its store; null where the store is gone or cut off. */
export async function keptDocument(state: string, { kept }: Entry): Promise<Uint8Array | null> {
  if (kept === null) return null;
  let handle: FileHandle;
  try {
    handle = await open(join(state, kept.store));
  } catch {
    return null;
  }
  try {
    // Before room is made for it: a damaged line may say anything.
    if (kept.at + kept.length > (await handle.stat()).size) return null;
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
  /** Write down that files are this program's, before they are there, so that they are never read as plans. */
  readonly note: (files: readonly string[]) => Promise<void>;
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
export async function openJournal(state: string, dead: DeadLimits = DEAD): Promise<Journal> {
  const { entries: known, files } = await cleared(state, await readJournal(state), dead);
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
      for (const file of entry.files) files.add(file);
    },
    note: async (named) => {
      const unknown = named.filter((file) => !files.has(file));
      if (unknown.length === 0) return;
      writeFileSync(lines.fd, `${JSON.stringify({ files: unknown })}\n`);
      for (const file of unknown) files.add(file);
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
async function cleared(state: string, known: Known, dead: DeadLimits): Promise<Known> {
  const stores = (await readdir(state)).filter((name) => STORE.test(name));
  let size = 0;
  for (const name of stores) {
    const handle = await open(join(state, name));
    size += (await handle.stat()).size;
    await handle.close();
  }
  const live = [...known.entries.values()].reduce((sum, { kept }) => sum + (kept?.length ?? 0), 0);
  if (size - live <= Math.max(live * dead.share, dead.bytes)) return known;
  const next = `documents-${1 + Math.max(0, ...stores.map((name) => Number(STORE.exec(name)?.[1])))}.bin`;
  const copied = await copyInto(state, next, known);
  // From here on the new store counts; until here the old one did.
  await rename(join(state, `${JOURNAL}.new`), join(state, JOURNAL));
  for (const name of stores) await rm(join(state, name), { force: true });
  return copied;
}

async function copyInto(state: string, next: string, { entries, files }: Known): Promise<Known> {
  const store = await open(join(state, next), 'w');
  const lines = await open(join(state, `${JOURNAL}.new`), 'w');
  const copied = new Map<string, Entry>();
  let at = 0;
  await lines.appendFile(`${JSON.stringify({ files: [...files] })}\n`);
  for (const [path, entry] of entries) {
    const packed = await keptDocument(state, entry);
    // What cannot be found again is read again.
    if (!packed && entry.status === 'read') continue;
    if (packed) await store.appendFile(packed);
    const kept = packed && { store: next, at, length: packed.length };
    at += packed?.length ?? 0;
    copied.set(path, { ...entry, kept });
    await lines.appendFile(`${JSON.stringify({ ...entry, kept })}\n`);
  }
  await store.close();
  await lines.close();
  return { entries: copied, files };
}
