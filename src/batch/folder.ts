import { lstat, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { someNames } from '../report/text.js';
import type { Chunk } from '../write/writer.js';
import { aboutText, type BatchOptions, batch, type Finished, type Memory } from './batch.js';
import { type DocumentOptions, documentsOf, type Piece, type Stored } from './documents.js';
import { type Earlier, earlierOf } from './earlier.js';
import { openWriters, ownFiles } from './folder-writers.js';
import type { Input } from './inputs.js';
import { type Entry, type Journal, keptDocument, openJournal, type Program, type Source } from './journal.js';
import { noTally, openManifest, type Tally, tallied } from './manifest.js';
import { MANIFEST, STATE } from './names.js';
import { measured, type Output, openOutput, TakenError, type WrittenFile } from './output.js';
import { programOf } from './program.js';
import { type Cleared, clearStale } from './stale.js';
import { refuseTaken, targetsOf } from './targets.js';
import type { Setting } from './task.js';
import { goneOf, openSeen, sourceOf } from './vanished.js';

/** A run into a folder. */
export interface FolderRun {
  readonly folder: string;
  readonly cwd: string;
  readonly version: string;
  readonly inputs: readonly Input[];
  readonly documents: DocumentOptions;
  readonly setting: Setting;
  readonly batch: Omit<BatchOptions, 'setting' | 'memory'>;
  /** What is merged in place of reading inputs. */
  readonly merged?: {
    readonly pieces: AsyncIterable<Piece | Stored>;
    readonly program: Program;
    readonly complete: boolean;
  };
  /** Nothing of earlier runs is used. */
  readonly force: boolean;
  /** Told of every document, in order, after its files are written. */
  readonly each: (finished: Finished) => void;
}

/** How a run into a folder went. */
export interface FolderReport {
  readonly tally: Tally;
  /** Files that were written, the manifest aside. */
  readonly files: number;
  /** Inputs that were looked at; fewer than all where the run was stopped. */
  readonly seen: number;
  readonly complete: boolean;
  /** What a reader of the files has to know: sentences. */
  readonly notes: readonly string[];
  /** What earlier runs read here and what is not there any more. */
  readonly vanished: readonly string[];
  /** How many files of documents were taken away that are not there any more, or have another name now. */
  readonly removed: number;
}

/** Write a finished document and its files down, so that neither is read again. */
async function remember(finished: Finished, files: readonly string[], memory: Memory, noted: Noted) {
  const { journal, program } = memory;
  const { path, name, position } = finished;
  const about = noted.abouts.get(path) ?? null;
  noted.abouts.delete(path);
  if ('skipped' in finished || 'owner' in finished) return;
  const source = noted.sourceOf(finished);
  // A run may write other files than the one that has read the document, and find it elsewhere.
  if (finished.before) return journal.note({ files, path, source });
  const common = { path, name, position, about, program, files, source };
  if ('read' in finished) {
    const { sha256, bytes, duration, diagnostics, packed } = finished.read;
    const entry = { ...common, sha256, bytes, duration, diagnostics, status: 'read', error: null } as const;
    await journal.add(entry, packed);
  } else if (finished.measured) {
    const { code, message } = finished.failure;
    const { sha256, bytes, duration } = finished.measured;
    const error = { code, message };
    await journal.add({ ...common, sha256, bytes, duration, diagnostics: 1, status: 'failed', error }, null);
  }
}

/** What is known of documents besides what became of them. */
interface Noted {
  readonly abouts: Abouts;
  readonly sourceOf: (finished: Finished) => Source | null;
}

/** What files say of documents in them that are being read, by their paths. */
type Abouts = Map<string, string>;

async function* noted(pieces: AsyncIterable<Piece | Stored>, abouts: Abouts): AsyncGenerator<Piece | Stored> {
  for await (const piece of pieces) {
    const text = 'bytes' in piece ? aboutText(piece.about) : 'entry' in piece ? piece.entry.about : null;
    if (text !== null) abouts.set(piece.path, text);
    yield piece;
  }
}

/** What a run writes into. */
interface Place {
  readonly output: Output;
  readonly memory: Memory;
  readonly earlier: Earlier | null;
}

/**
 * Files of all documents together that are not to be replaced by what a run that was stopped has of them: those of a run
 * that came to its end.
 */
async function keptOf(files: readonly string[], { output, memory, earlier }: Place): Promise<WrittenFile[]> {
  const { journal } = memory;
  const kept: WrittenFile[] = [];
  for (const file of new Set(files)) {
    const isWhole = journal.known.files.get(file)?.whole || (earlier?.complete && earlier.files.has(file));
    const path = join(output.folder, file);
    if (isWhole && (await lstat(path).catch(() => null))?.isFile())
      kept.push({ path: file, ...(await measured(path)) });
  }
  await journal.note({ files: kept.map(({ path }) => path), whole: true });
  return kept;
}

/** Put the files of all documents together; gives those of an earlier run that stay. */
async function close(closing: readonly Chunk[], complete: boolean, place: Place): Promise<WrittenFile[]> {
  const { output, memory } = place;
  const kept = complete ? [] : await keptOf(namesOf(closing), place);
  const stays = new Set(kept.map(({ path }) => path));
  const chunks = closing.filter(({ file }) => !stays.has(file));
  const files = [...new Set(namesOf(chunks))];
  output.refuse(files);
  await memory.journal.note({ files });
  for (const chunk of chunks) await output.put(chunk);
  return kept;
}

const namesOf = (chunks: readonly Chunk[]): string[] => chunks.map(({ file }) => file);

/** Keep the hashes of files that the next manifest does not list: nothing else tells whether somebody has changed them. */
async function carry(earlier: Earlier | null, written: ReadonlySet<string>, journal: Journal): Promise<void> {
  const left = [...(earlier?.files ?? [])].filter(([file]) => !written.has(file));
  const known = left.flatMap(([file, sum]) => (sum === null ? [] : [{ file, sum }]));
  await journal.note({ files: known.map(({ file }) => file), sums: known.map(({ sum }) => sum) });
}

function changedNote({ changed }: Cleared): string[] {
  const why = 'left, for somebody has changed them, though their documents are gone or have another name';
  return changed.length > 0 ? [`${why}: ${someNames(changed)}`] : [];
}

async function write(run: FolderRun, place: Place): Promise<FolderReport> {
  const { output, memory, earlier } = place;
  const { setting, inputs, version, merged } = run;
  const { journal } = memory;
  const writers = await openWriters(setting.formats, setting.writing, output);
  const manifest = openManifest({
    ...{ version, formats: setting.formats, writing: setting.writing },
    ...(run.batch.shard && { shard: run.batch.shard }),
  });
  // What is merged is nowhere: only the runs before knew its files.
  const places = merged ? [] : inputs;
  const about = { abouts: new Map<string, string>(), sourceOf: (one: Finished) => sourceOf(one, places) };
  const seen = openSeen(places);
  let [tally, last] = [noTally, -1];
  const pieces = noted(merged?.pieces ?? documentsOf(inputs, run.documents), about.abouts);
  for await (const finished of batch(pieces, { ...run.batch, setting, memory })) {
    const chunks = await writers.add(finished);
    const own = ownFiles(chunks);
    output.refuse(namesOf(chunks));
    // First the journal: a file that is not in it would be nobody's after a crash.
    await remember(finished, own, memory, about);
    for (const chunk of chunks) await output.put(chunk);
    await output.put(manifest.enter(finished));
    tally = tallied(tally, finished);
    last = finished.position[0];
    seen.enter(finished, own);
    run.each(finished);
  }
  const closing = await writers.end();
  const ended = !run.batch.signal?.aborted;
  const complete = ended && merged?.complete !== false;
  const kept = await close(closing, ended, place);
  const files = [...output.written(), ...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
  const written = new Set(files.map(({ path }) => path));
  await carry(earlier, written, journal);
  if (complete) await journal.note({ files: [...new Set(namesOf(closing))], whole: true });
  await output.put(manifest.end(tally, files, complete));
  const gone = ended && !merged ? await goneOf(journal.known.sources, seen) : [];
  const stale = { folder: output.folder, journal, earlier, seen, gone, written };
  const cleared = complete ? await clearStale(stale) : { removed: [], changed: [] };
  return {
    tally,
    notes: [...(ended ? writers.notes() : []), ...changedNote(cleared)],
    files: files.length - kept.length,
    seen: ended ? inputs.length : last + 1,
    complete: ended,
    vanished: gone,
    removed: cleared.removed.length,
  };
}

/** Find out whether anything is in the way, before anything is read. */
async function claim(run: FolderRun, output: Output, journal: Journal): Promise<Earlier | null> {
  const earlier = await earlierOf(output.folder);
  output.claim([...journal.known.files.keys(), ...(earlier ? [MANIFEST, ...earlier.files.keys()] : [])]);
  const { setting, merged, documents } = run;
  const inputs = merged ? [] : run.inputs;
  await refuseTaken(output, await targetsOf(setting.formats, inputs, documents.stdinName), inputs);
  return earlier;
}

/**
 * Read documents and write all their formats into a folder, with a manifest. What is finished is written down as it comes:
 * a run that was cut off at any moment and is begun again gives what an undisturbed one gives. Files that are not this
 * program's are never replaced.
 * @throws LockedError where another run writes into the folder; TakenError where a file is in the way; StateLinkError; the
 *   file system's error when the folder cannot be written.
 */
export async function batchFolder(run: FolderRun): Promise<FolderReport> {
  const folder = resolve(run.cwd, run.folder);
  const fresh = (await lstat(join(folder, STATE)).catch(() => null)) === null;
  const output = await openOutput(folder);
  let refused = false;
  try {
    const journal = await openJournal(output.state);
    try {
      const earlier = await claim(run, output, journal).catch((error: unknown) => {
        refused = error instanceof TakenError;
        throw error;
      });
      const program = run.merged?.program ?? (await programOf(run.version, run.setting));
      const kept = (entry: Entry) => keptDocument(output.state, entry);
      return await write(run, { output, memory: { journal, program, kept, force: run.force }, earlier });
    } finally {
      await journal.close();
    }
  } finally {
    // A folder that was never written into is left as it was.
    if (refused && fresh) await rm(output.state, { recursive: true, force: true });
    await output.close();
  }
}
