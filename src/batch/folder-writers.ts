import type { Chunk, WriteOptions, Writing } from '../write/writer.js';
import type { Finished } from './batch.js';
import { type AnyFormat, writerFor } from './formats.js';
import type { Output } from './output.js';

/** The writers of a run, as one. */
export interface Writers {
  /** The files of one document. */
  readonly add: (finished: Finished) => Promise<Chunk[]>;
  readonly end: () => Promise<Chunk[]>;
  readonly notes: () => string[];
}

export async function openWriters(
  formats: readonly AnyFormat[],
  options: WriteOptions,
  output: Output,
): Promise<Writers> {
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
export const ownFiles = (chunks: readonly Chunk[]): string[] =>
  chunks.flatMap((chunk) => ('placed' in chunk || chunk.complete ? [chunk.file] : []));
