import { join } from 'node:path';
import type { FilePath } from './inputs.js';
import { lineBytes } from './line-bytes.js';
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

/** Where a document was found, whatever it is called. */
export interface Source {
  /** The bytes of the absolute path of its file, as base64: names need not be UTF-8. */
  readonly file: string;
  /** Its name inside of the file; null where it is the file. */
  readonly member: string | null;
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
  /** Null where it was no file: standard input, or what a merge has put together. */
  readonly source: Source | null;
  /** Its own files in the output folder. */
  readonly files: readonly string[];
  /** Null for a failure. */
  readonly kept: Kept | null;
}

/** What is known of a file of the output folder. */
interface Mark {
  /** The document that it is of; null for a file of all documents. */
  readonly path: string | null;
  /** As it was written; null where the manifest alone has it, or nobody. */
  readonly sha256: string | null;
  /** Whether a run that came to its end has written it. */
  readonly whole: boolean;
}

/** A line that is of no finished document: what is to be known of files. */
export interface Note {
  readonly files: readonly string[];
  readonly path?: string;
  readonly source?: Source | null;
  readonly whole?: true;
  /** Hashes of the files, in their order. */
  readonly sums?: readonly string[];
  /** Files that are no more this program's. */
  readonly removed?: readonly string[];
}

/** What lines say: of documents the last of each, in the order in which they were finished, and all files written. */
export interface Known {
  readonly entries: Map<string, Entry>;
  readonly files: Map<string, Mark>;
  readonly sources: Map<string, Source>;
}

/** Stores of packed documents. */
export const STORE = /^documents-(\d+)\.bin$/;

function parsedLine(text: string): Partial<Entry & Note> | null {
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
const isSource = (value: unknown): value is Source => typeof (value as Source | null)?.file === 'string';

/** Whether a line is one of a document; other versions of the program may have written others. */
function isEntry(value: Partial<Entry>): value is Entry {
  const { path, sha256, status, program, kept, files } = value;
  if (typeof path !== 'string' || typeof sha256 !== 'string' || !program || !Array.isArray(files)) return false;
  return (status === 'read' && kept != null && isKept(kept)) || (status === 'failed' && value.error != null);
}

const NOTHING: Mark = { path: null, sha256: null, whole: false };

/** Take a note of files into what is known. */
export function learn({ files, sources }: Pick<Known, 'files' | 'sources'>, note: Note): void {
  const { path, source, whole, sums, removed = [] } = note;
  for (const [i, file] of note.files.entries()) {
    const before = files.get(String(file)) ?? NOTHING;
    files.set(String(file), {
      path: path ?? before.path,
      // A document that is written anew has other bytes.
      sha256: sums?.[i] ?? (path === undefined ? before.sha256 : null),
      whole: whole ?? before.whole,
    });
  }
  for (const file of removed) files.delete(file);
  if (path === undefined || source === undefined) return;
  if (isSource(source)) sources.set(path, source);
  else sources.delete(path);
}

async function* linesOf(state: FilePath): AsyncGenerator<Partial<Entry & Note>> {
  const file = typeof state === 'string' ? join(state, JOURNAL) : Buffer.concat([state, Buffer.from(`/${JOURNAL}`)]);
  try {
    for await (const bytes of lineBytes(file)) {
      const value = parsedLine(bytes.toString());
      if (Array.isArray(value?.files)) yield value;
    }
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

const noteIn = (value: Partial<Entry & Note>): Note => ({
  files: value.files ?? [],
  ...(typeof value.path === 'string' ? { path: value.path } : {}),
  ...(value.source === undefined ? {} : { source: value.source }),
  ...(value.whole === true ? { whole: true } : {}),
  ...(Array.isArray(value.sums) ? { sums: value.sums } : {}),
  ...(Array.isArray(value.removed) ? { removed: value.removed } : {}),
});

/**
 * All that a journal says; nothing where there is none.
 * @throws the file system's error.
 */
export async function readJournal(state: string): Promise<Known> {
  const known: Known = { entries: new Map(), files: new Map(), sources: new Map() };
  for await (const value of linesOf(state)) {
    learn(known, noteIn(value));
    if (!isEntry(value)) continue;
    known.entries.delete(value.path);
    known.entries.set(value.path, value);
  }
  return known;
}

/**
 * Names of the files that the journal calls this program's, without the documents.
 * @throws the file system's error.
 */
export async function journalFiles(state: FilePath): Promise<Set<string>> {
  const files = new Set<string>();
  for await (const value of linesOf(state)) {
    for (const file of value.files ?? []) files.add(String(file));
    for (const file of noteIn(value).removed ?? []) files.delete(file);
  }
  return files;
}
