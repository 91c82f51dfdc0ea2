import { writeFileSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Entry,
  type Known,
  learn,
  type Note,
  type Origin,
  type Program,
  readJournal,
  STORE,
} from './journal-lines.js';
import { JOURNAL } from './names.js';

export { type Entry, type Program, readJournal, type Source } from './journal-lines.js';

/** Bytes of documents that no line speaks of any more, before they are cleared away: at least so many, and the others' multiple. */
interface DeadLimits {
  readonly share: number;
  readonly bytes: number;
}
const DEAD: DeadLimits = { share: 1, bytes: 1 << 24 };

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
  /**
   * Write down what is to be known of files: that they are this program's, before they are there, so that they are never
   * read as plans nor taken for somebody else's. What is known already costs nothing.
   */
  readonly note: (note: Note) => Promise<void>;
  /** What is known of files, and where documents came from; it grows with what is written down. */
  readonly known: Pick<Known, 'files' | 'sources'>;
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
  const all = await cleared(state, await readJournal(state), dead);
  const { entries: known, files, sources } = all;
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
      learn(all, entry);
    },
    note: async (note) => {
      if (!isNews(note, all)) return;
      writeFileSync(lines.fd, `${JSON.stringify(note)}\n`);
      learn(all, note);
    },
    known: { files, sources },
    close: async () => {
      await lines.close();
      await store.close();
    },
  };
}

/** Whether a note says what is not known. */
function isNews({ files, path, source, whole, sums, removed = [] }: Note, known: Known): boolean {
  if (removed.length > 0) return true;
  const before = path === undefined ? undefined : known.sources.get(path);
  if (source !== undefined && (before?.file !== source?.file || before?.member !== source?.member)) return true;
  return files.some((file, i) => {
    const mark = known.files.get(file);
    if (!mark || (path !== undefined && mark.path !== path)) return true;
    return (whole === true && !mark.whole) || (sums !== undefined && mark.sha256 !== sums[i]);
  });
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

/** Notes that say what is known of files and what the lines of documents alone do not say. */
function* notesOf({ files, sources }: Known): Generator<Note> {
  for (const [file, { path, sha256, whole }] of files) {
    const rest = { ...(whole && { whole }), ...(sha256 === null ? {} : { sums: [sha256] }) };
    yield { files: [file], ...(path === null ? {} : { path }), ...rest };
  }
  for (const [path, source] of sources) yield { files: [], path, source };
}

async function copyInto(state: string, next: string, known: Known): Promise<Known> {
  const { entries } = known;
  const store = await open(join(state, next), 'w');
  const lines = await open(join(state, `${JOURNAL}.new`), 'w');
  const copied = new Map<string, Entry>();
  let at = 0;
  for (const [path, entry] of entries) {
    const packed = await keptDocument(state, entry);
    // What cannot be found again is read again.
    if (!packed && entry.status === 'read') continue;
    if (packed) await store.appendFile(packed);
    const kept = packed && { store: next, at, length: packed.length };
    at += packed?.length ?? 0;
    copied.set(path, { ...entry, kept });
    await lines.appendFile(`${JSON.stringify({ ...entry, files: [], kept })}\n`);
  }
  // Behind them: the last word on a file counts.
  for (const note of notesOf(known)) await lines.appendFile(`${JSON.stringify(note)}\n`);
  await store.close();
  await lines.close();
  return { ...known, entries: copied };
}
