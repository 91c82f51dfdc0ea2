import { resolve } from 'node:path';
import type { Chunk, WriteOptions, Writing } from '../write/writer.js';
import { aboutText, type BatchOptions, batch, type Finished, type Memory } from './batch.js';
import { type DocumentOptions, documentsOf, type Piece, type Stored } from './documents.js';
import { type AnyFormat, writerFor } from './formats.js';
import type { Input } from './inputs.js';
import { type Entry, keptDocument, openJournal, type Program } from './journal.js';
import { noTally, openManifest, type Tally, tallied } from './manifest.js';
import { type Output, openOutput } from './output.js';
import { programOf } from './program.js';
import type { Setting } from './task.js';
import { goneOf } from './vanished.js';

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
}

interface Writers {
  /** The files of one document. */
  readonly add: (finished: Finished) => Promise<Chunk[]>;
  readonly end: () => Promise<Chunk[]>;
  readonly notes: () => string[];
}

async function openWriters(formats: readonly AnyFormat[], options: WriteOptions, output: Output): Promise<Writers> {
  const writings: Writing<unknown>[] = [];
  for (const format of formats) writings.push(await (await writerFor(format)).open(options, output.place));
  return {
    add: async (finished) => {
      if (!('read' in finished)) return [];
      const { pieces } = finished.read;
      const chunks: Chunk[] = [];
      for (const [i, writing] of writings.entries()) chunks.push(...(await writing.add(pieces[i], finished.name)));
      return chunks;
    },
    end: async () => {
      const chunks: Chunk[] = [];
      for (const writing of writings) chunks.push(...(await writing.end()));
      return chunks;
    },
    notes: () => writings.flatMap(({ notes }) => notes?.() ?? []),
  };
}

/** Files that one chunk makes whole: those of a document alone. */
const ownFiles = (chunks: readonly Chunk[]): string[] =>
  chunks.flatMap((chunk) => ('complete' in chunk && chunk.complete ? [chunk.file] : []));

/** Write a finished document down, so that it is not read again. */
async function remember(finished: Finished, files: readonly string[], { journal, program }: Memory, abouts: Abouts) {
  if (finished.before || 'skipped' in finished || 'owner' in finished) return;
  const { path, name, position } = finished;
  const common = { path, name, position, about: abouts.get(path) ?? null, program, files };
  abouts.delete(path);
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

/** What files say of documents in them that are being read, by their paths. */
type Abouts = Map<string, string>;

async function* noted(pieces: AsyncIterable<Piece | Stored>, abouts: Abouts): AsyncGenerator<Piece | Stored> {
  for await (const piece of pieces) {
    const text = 'bytes' in piece ? aboutText(piece.about) : 'entry' in piece ? piece.entry.about : null;
    if (text !== null) abouts.set(piece.path, text);
    yield piece;
  }
}

async function write(run: FolderRun, output: Output, memory: Memory): Promise<FolderReport> {
  const { setting, inputs, version } = run;
  const writers = await openWriters(setting.formats, setting.writing, output);
  const manifest = openManifest({
    ...{ version, formats: setting.formats, writing: setting.writing },
    ...(run.batch.shard && { shard: run.batch.shard }),
  });
  const abouts: Abouts = new Map();
  const seen = new Set<string>();
  let [tally, last] = [noTally, -1];
  const put = async (chunks: readonly Chunk[]): Promise<void> => {
    for (const chunk of chunks) await output.put(chunk);
  };
  const pieces = noted(run.merged?.pieces ?? documentsOf(inputs, run.documents), abouts);
  for await (const finished of batch(pieces, { ...run.batch, setting, memory })) {
    const chunks = await writers.add(finished);
    // First the journal: a file that is not in it would be nobody's after a crash.
    await remember(finished, ownFiles(chunks), memory, abouts);
    await put(chunks);
    await output.put(manifest.enter(finished));
    tally = tallied(tally, finished);
    last = finished.position[0];
    seen.add(finished.path);
    run.each(finished);
  }
  await put(await writers.end());
  const files = output.written();
  const complete = !run.batch.signal?.aborted;
  await output.put(manifest.end(tally, files, complete && run.merged?.complete !== false));
  const vanished = complete ? await goneOf(memory.journal.earlier, seen, run.cwd) : [];
  return {
    tally,
    notes: writers.notes(),
    files: files.length,
    seen: complete ? inputs.length : last + 1,
    complete,
    vanished,
  };
}

/**
 * Read documents and write all their formats into a folder, with a manifest. What is finished is written down as it comes:
 * a run that was cut off at any moment and is begun again gives what an undisturbed one gives.
 * @throws LockedError where another run writes into the folder; the file system's error when it cannot be written.
 */
export async function batchFolder(run: FolderRun): Promise<FolderReport> {
  const output = await openOutput(resolve(run.cwd, run.folder));
  try {
    const journal = await openJournal(output.state);
    try {
      const program = run.merged?.program ?? (await programOf(run.version, run.setting));
      const kept = (entry: Entry) => keptDocument(output.state, entry);
      return await write(run, output, { journal, program, kept, force: run.force });
    } finally {
      await journal.close();
    }
  } finally {
    await output.close();
  }
}
