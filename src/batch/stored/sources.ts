import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { RemovalReason } from '../../lexicon/changes.js';
import { type SourceText, sourceText } from '../../validate/source-text.js';
import { documentsOf } from '../documents.js';
import type { FilePath } from '../inputs.js';
import { read, sha256 } from '../run.js';

/** What is known of a document whose text is wanted. */
interface Wanted {
  readonly path: string;
  /** Of its bytes; null where it is not stored. */
  readonly sha256: string | null;
  /** The encoding that it was read as by order; null where it was told by its bytes. */
  readonly forced: string | null;
}

/** The text of a document, or why there is none, in words. */
type Found = { readonly text: SourceText } | { readonly problem: string };

/** Cleaned texts of the files in a folder. */
export interface Sources {
  readonly find: (wanted: Wanted) => Promise<Found>;
}

export interface SourceReading {
  readonly encoding?: string;
  readonly keep?: readonly RemovalReason[];
}

/** Characters of texts that are kept for the next table of the same documents. */
const KEPT = 32_000_000;

/** All files below a folder by their names, looked up once. */
function filesBelow(folder: string): () => Promise<ReadonlyMap<string, string[]>> {
  let found: Promise<ReadonlyMap<string, string[]>> | undefined;
  const walk = async (): Promise<ReadonlyMap<string, string[]>> => {
    const files = new Map<string, string[]>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const others = files.get(entry.name);
      if (others) others.push(path);
      else files.set(entry.name, [path]);
    }
    return files;
  };
  return () => {
    found ??= walk();
    return found;
  };
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false;

const partsOf = (path: string): string[] => path.split(/[/\\]/).filter((part) => !['', '.', '..'].includes(part));

/** A file that a path may mean: as it is below the folder, without its first folders, by its name alone. */
async function* candidates(folder: string, path: string, all: ReturnType<typeof filesBelow>): AsyncGenerator<string> {
  const parts = partsOf(path);
  const given = new Set<string>();
  for (let from = 0; from < parts.length; from++) {
    const own = join(folder, ...parts.slice(from));
    if (!(await isFile(own))) continue;
    given.add(own);
    yield own;
  }
  for (const own of (await all()).get(basename(parts.at(-1) ?? '')) ?? []) if (!given.has(own)) yield own;
}

/** Whether a file has the folder of a path too (or the path has none): `source.txt` alone says little. */
function isNamed(candidate: string, path: string): boolean {
  const parts = partsOf(path).slice(-2);
  const own = resolve(candidate).split(/[/\\]/);
  return parts.every((part, i) => own.at(i - parts.length) === part);
}

/** `corpus.csv#12`: the file and the document in it, in all ways in which the path can be read. */
function ways(path: string): { readonly file: string; readonly member?: string }[] {
  const found: { file: string; member?: string }[] = [{ file: path }];
  for (let at = path.indexOf('#'); at > 0; at = path.indexOf('#', at + 1))
    found.push({ file: path.slice(0, at), member: path.slice(at + 1) });
  return found;
}

/** Looks for the sources of stored documents below a folder; each is read and cleaned again by this version. */
export function openSources(folder: string, reading: SourceReading): Sources {
  const all = filesBelow(folder);
  const kept = new Map<string, Found>();
  let size = 0;
  const documentIn = async (
    file: FilePath,
    member: string | undefined,
    { path, sha256: sum, forced }: Wanted,
  ): Promise<Found | null> => {
    const encoding = forced ?? reading.encoding;
    const options = encoding === undefined ? {} : { encoding };
    const input = { path, file, ...(member === undefined ? {} : { member }) };
    for await (const piece of documentsOf([input], options)) {
      if (!('bytes' in piece)) continue;
      if (sum !== null && sha256(piece.bytes) !== sum) continue;
      const outcome = await read(path, piece.bytes, { ...reading, ...options }, piece.about);
      return 'text' in outcome
        ? { text: sourceText(outcome.text) }
        : { problem: `cannot be read (${outcome.failure.message})` };
    }
    return null;
  };
  const look = async (wanted: Wanted): Promise<Found> => {
    let other: string | undefined;
    let changed = false;
    for (const { file, member } of ways(wanted.path)) {
      for await (const candidate of candidates(folder, file, all)) {
        const found = await documentIn(candidate, member, wanted);
        if (found) return found;
        other ??= relative(folder, candidate);
        changed ||= isNamed(candidate, file);
      }
    }
    const likewise = other === undefined || changed ? '' : ` ("${other}" is called so and has other bytes)`;
    return {
      problem: changed
        ? 'has other bytes than the document was read from (its SHA-256 differs); its evidence was not compared'
        : `is not in the folder of the sources${likewise}; its evidence was not compared`,
    };
  };
  return {
    find: async (wanted) => {
      const key = JSON.stringify(wanted);
      const known = kept.get(key);
      if (known) return known;
      const found = await look(wanted);
      kept.set(key, found);
      size += 'text' in found ? found.text.text.length : 0;
      for (const [old, one] of kept) {
        if (size <= KEPT || old === key) break;
        kept.delete(old);
        size -= 'text' in one ? one.text.text.length : 0;
      }
      return found;
    },
  };
}
