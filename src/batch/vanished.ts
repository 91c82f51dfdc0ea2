import { lstat } from 'node:fs/promises';
import type { Finished } from './batch.js';
import { type FilePath, type Input, STDIN } from './inputs.js';
import type { Source } from './journal.js';

/** Where a document of these inputs was found; null for standard input. */
export function sourceOf({ path, position: [index] }: Pick<Finished, 'path' | 'position'>, inputs: readonly Input[]) {
  const input = inputs[index];
  if (!input || !('file' in input) || input.file === STDIN) return null;
  // Behind the input's own path; of two of one name the second is numbered.
  const [, member] = /^(?:~\d+)?#([\s\S]*)$/.exec(path.slice(input.path.length)) ?? [];
  return { file: Buffer.from(input.file).toString('base64'), member: member ?? null };
}

const keyOf = ({ file, member }: Source): string => `${file} ${member ?? ''}`;

/** What a run has looked at. */
export interface Seen {
  readonly enter: (finished: Finished, files: readonly string[]) => void;
  /** The document's own files of this run, by its path or by where it is; undefined for one that this run has not met. */
  readonly filesOf: (path: string, source: Source | undefined) => readonly string[] | undefined;
  /** Files that were searched for documents from end to end. */
  readonly searched: () => ReadonlySet<string>;
  /** All files. */
  readonly read: () => Iterable<string>;
}

export function openSeen(inputs: readonly Input[]): Seen {
  const paths = new Map<string, readonly string[]>();
  const places = new Map<string, readonly string[]>();
  const files = new Map<string, boolean>();
  return {
    enter: (finished, own) => {
      paths.set(finished.path, own);
      const source = sourceOf(finished, inputs);
      const input = inputs[finished.position[0]];
      if (!source || !input || !('file' in input)) return;
      places.set(keyOf(source), own);
      // What gave a failure in place of documents, or beside them, may hold more than was found.
      const whole = input.member === undefined && source.member !== null;
      files.set(source.file, whole && files.get(source.file) !== false);
    },
    filesOf: (path, source) => paths.get(path) ?? (source && places.get(keyOf(source))),
    searched: () => new Set([...files].flatMap(([file, whole]) => (whole ? [file] : []))),
    read: () => files.keys(),
  };
}

export const fileOf = ({ file }: Source): FilePath => Buffer.from(file, 'base64');

/** Whether a file is there; what cannot be told counts as there. */
export const isThere = (file: FilePath): Promise<boolean> =>
  lstat(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
  );

/**
 * What earlier runs have read and what is there no more, in order of paths: inputs that are only not asked for this time
 * do not count, nor what was no file.
 */
export async function goneOf(sources: ReadonlyMap<string, Source>, seen: Seen): Promise<string[]> {
  const known = new Map<string, Promise<boolean>>();
  const searched = seen.searched();
  const gone: string[] = [];
  for (const [path, source] of sources) {
    if (seen.filesOf(path, source)) continue;
    const there = known.get(source.file) ?? isThere(fileOf(source));
    known.set(source.file, there);
    // Of a file that is there a document is gone only where the file was searched, and has others.
    if (!(await there) || searched.has(source.file)) gone.push(path);
  }
  return gone.sort();
}
