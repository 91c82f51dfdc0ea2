import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilePath } from './inputs.js';
import { MANIFEST } from './names.js';

/** What the manifest of an earlier run says of the folder that it is in. */
export interface Earlier {
  /** Files that were written, with the hash of each; null where the manifest has none. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Paths of documents by the names of their files. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether the run came to its end. */
  readonly complete: boolean;
}

/** Any that this program has ever written. */
const OURS = /^gongwen\/manifest@/;

const listOf = (value: unknown): readonly { readonly [key: string]: unknown }[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

function earlierIn(text: string): Earlier | null {
  try {
    const { schema, files, inputs, complete } = (JSON.parse(text) ?? {}) as { readonly [key: string]: unknown };
    if (!OURS.test(String(schema))) return null;
    const sum = (sha256: unknown): string | null => (typeof sha256 === 'string' && sha256 !== '' ? sha256 : null);
    const named = listOf(inputs).filter(({ name }) => typeof name === 'string');
    return {
      files: new Map(listOf(files).map(({ path, sha256 }) => [String(path), sum(sha256)])),
      names: new Map(named.map(({ name, path }) => [String(name), String(path)])),
      complete: complete === true,
    };
  } catch {
    // Of another program, or damaged.
    return null;
  }
}

/**
 * The manifest in a folder; null where there is none, or one of somebody else.
 * @throws the file system's error where it is there and cannot be read.
 */
export async function earlierOf(folder: FilePath): Promise<Earlier | null> {
  const plain = typeof folder === 'string';
  const file = plain ? join(folder, MANIFEST) : Buffer.concat([folder, Buffer.from(`/${MANIFEST}`)]);
  try {
    // A pipe of that name would never end.
    return (await stat(file)).isFile() ? earlierIn(await readFile(file, 'utf8')) : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
