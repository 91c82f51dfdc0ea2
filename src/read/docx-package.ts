import { Buffer } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import { diagnostic, InputError } from '../core/diagnostic.js';

/** The parts of a Word file that a text is read from. */
export interface WordParts {
  readonly document: Uint8Array;
  readonly styles: Uint8Array | undefined;
  readonly numbering: Uint8Array | undefined;
  /** Title and author of the file. */
  readonly core: Uint8Array | undefined;
}

/** Entries of an archive; a Word file has one a picture and a dozen besides. */
const MOST_ENTRIES = 20_000;
/** Bytes that a part may have: the text of a plan of five hundred pages is a third of it. */
const LARGEST_PART = 24_000_000;
/** XML of Word shrinks to a fifth or a thirtieth, a bomb to a thousandth. */
const LARGEST_RATIO = 250;
/** Below this nothing is a bomb. */
const HARMLESS = 4_000_000;

const MAIN =
  /wordprocessingml\.(?:document|template)\.main\+xml|vnd\.ms-word\.(?:document|template)\.macroEnabled\.main\+xml/;

/**
 * The parts of a Word file; undefined for an archive of another kind. Sizes are those that the archive states, looked at
 * before anything is inflated, and no entry may inflate to more than it states.
 * @throws InputError `input/broken` where the archive or a part is damaged, `input/inflates` for a bomb, `input/encrypted`.
 */
export async function openWordFile(bytes: Uint8Array): Promise<WordParts | undefined> {
  const entries = new Map<string, Entry>();
  // A damaged archive is a Word file where the names of its parts are still in it.
  const zip = await attempt('its archive cannot be read', () => listEntries(bytes, entries)).catch((error: unknown) => {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/')) throw error;
  });
  if (!zip) return undefined;
  const main = await mainPart(zip, entries);
  if (main === undefined) return undefined;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = entries.get(name.toLowerCase());
    return entry && readEntry(zip, entry);
  };
  const document = await part(main);
  if (!document) throw broken(`it lacks its text, "${main}"`);
  return {
    document,
    styles: await part(`${folder}styles.xml`),
    numbering: await part(`${folder}numbering.xml`),
    core: await part('docProps/core.xml'),
  };
}

function broken(why: string): InputError {
  return new InputError(diagnostic('input/broken', 'error', { format: 'Word file', why }));
}

/** What a library throws about an archive says nothing to a reader but that it is damaged. */
async function attempt<T>(why: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError ? error : broken(why);
  }
}

async function listEntries(bytes: Uint8Array, entries: Map<string, Entry>): Promise<ZipFile> {
  const { fromBufferPromise } = await import('yauzl');
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  if (zip.entryCount > MOST_ENTRIES) throw new InputError(diagnostic('input/inflates', 'error', { megabytes: null }));
  for await (const entry of zip.eachEntry()) {
    // Names of parts are compared without regard to case (ECMA-376 Part 2, 6.2.2).
    const name = entry.fileName.replace(/^\//, '').toLowerCase();
    if (!entries.has(name)) entries.set(name, entry);
  }
  return zip;
}

/** The part that `[Content_Types].xml` names as that of the text. */
async function mainPart(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<string | undefined> {
  const types = entries.get('[content_types].xml');
  if (types) {
    const text = new TextDecoder().decode(await readEntry(zip, types));
    for (const [tag] of text.matchAll(/<(?:\w{1,10}:)?Override\s[^<>]{1,1000}>/g)) {
      const name = MAIN.test(tag) ? /\sPartName\s*=\s*["']\/?([^"']+)["']/.exec(tag)?.[1] : undefined;
      if (name !== undefined) return name;
    }
  }
  return entries.has('word/document.xml') ? 'word/document.xml' : undefined;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > LARGEST_PART || (size > HARMLESS && size > packed * LARGEST_RATIO)) {
    throw new InputError(diagnostic('input/inflates', 'error', { megabytes: Math.round(size / 1e6) }));
  }
  if (entry.isEncrypted()) throw new InputError(diagnostic('input/encrypted', 'error', { looksLike: 'a ZIP archive' }));
  return attempt(`"${entry.fileName}" in it cannot be unpacked`, async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  });
}
