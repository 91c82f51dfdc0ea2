import { Buffer } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import { diagnostic, InputError } from '../../core/diagnostic.js';
import { binarySignature } from '../../read/encoding-binary.js';
import type { Member, Opening } from './member.js';
import { notAPlan } from './not-a-plan.js';
import { unpack } from './zip-entry.js';
import { namesOf } from './zip-names.js';

/** What a file inside of an archive holds in its turn; null where it is one document. */
export type Open = (bytes: Uint8Array, name: string, opening: Opening) => Promise<AsyncIterable<Member> | null>;

interface Archive {
  readonly zip: ZipFile;
  readonly bytes: Buffer;
  readonly entries: readonly Entry[];
  /** Why the list of entries could not be read to its end. */
  readonly problem?: string;
}

/**
 * The documents of a ZIP archive in the order of its directory, one in memory at a time; null for a document that is
 * made as one (DOCX, XLSX, OFD, EPUB, OpenDocument).
 * @throws InputError where its directory cannot be read or it is over a limit as a whole.
 */
export async function zipMembers(
  bytes: Uint8Array,
  opening: Opening,
  open: Open,
): Promise<AsyncIterable<Member> | null> {
  const archive = await openArchive(bytes, opening);
  if (archive === null || isDocument(archive)) return null;
  if (opening.depth >= opening.limits.depth) throw over('depth', opening.limits.depth);
  refuseOverlaps(archive);
  return members(archive, await namesOf(archive.entries), opening, open);
}

function over(limit: 'depth' | 'entries' | 'overlap', allowed: number): InputError {
  return new InputError(diagnostic('archive/limit', 'error', { limit, allowed }));
}

async function openArchive(bytes: Uint8Array, { limits }: Opening): Promise<Archive | null> {
  const { fromBufferPromise } = await import('yauzl');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(withoutTail(whole), {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    // Of a document that is cut off its reader has more to say.
    if (binarySignature(bytes) !== 'a ZIP archive' && binarySignature(bytes) !== 'an empty ZIP archive') return null;
    throw new InputError(diagnostic('archive/damaged', 'error', { problem: problemOf(error) }));
  }
  // Before the list is read: it alone may be a bomb.
  if (zip.entryCount > limits.entries) throw over('entries', limits.entries);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > limits.entries) throw over('entries', limits.entries);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (entries.length > 0) return { zip, bytes: whole, entries, problem: problemOf(error) };
    throw new InputError(diagnostic('archive/damaged', 'error', { problem: problemOf(error) }));
  }
  return { zip, bytes: whole, entries };
}

/** Bytes behind the end of the archive, as some servers append them: the reader takes the comment's length strictly. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return bytes;
  return bytes.subarray(0, Math.min(bytes.length, end + 22 + bytes.readUInt16LE(end + 20)));
}

/** What the library says, in words for people. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/End of central directory/i.test(message)) return 'its list of entries is missing, it was cut off';
  if (/multi-disk/.test(message)) return 'it is one part of several';
  if (/encrypt/.test(message)) return 'its list of entries is encrypted';
  return 'its list of entries is wrong';
}

/** Entries that only a document has which is a ZIP archive by accident. */
function isDocument({ entries }: Archive): boolean {
  const names = new Set(entries.map(({ fileNameRaw }) => fileNameRaw.toString('latin1')));
  const isOpenDocument =
    names.has('mimetype') && (names.has('META-INF/manifest.xml') || names.has('META-INF/container.xml'));
  return names.has('[Content_Types].xml') || names.has('OFD.xml') || isOpenDocument;
}

/**
 * Many entries over the same packed bytes make a small file unpack to anything (Fifield, "A better zip bomb", 2019).
 * @throws InputError where two entries share a byte.
 */
function refuseOverlaps({ entries }: Archive): void {
  // The local header repeats the name, so an entry takes at least this; extra fields may differ.
  const spans = entries
    .filter(({ compressedSize }) => compressedSize > 0)
    .map((entry) => {
      const from = entry.relativeOffsetOfLocalHeader;
      return { from, to: from + 30 + entry.fileNameLength + entry.compressedSize };
    })
    .sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { from, to } of spans) {
    if (from < reached) throw over('overlap', 0);
    reached = to;
  }
}

async function* members(
  archive: Archive,
  names: readonly string[],
  opening: Opening,
  open: Open,
): AsyncGenerator<Member> {
  const pages = new Set(names);
  for (const [i, entry] of archive.entries.entries()) {
    const name = names[i] ?? '';
    if (name.endsWith('/')) continue;
    const reason = notAPlan(name) ?? besidePage(name, pages);
    if (reason !== null) yield { name, skipped: reason };
    else yield* membersOfEntry(archive, entry, name, opening, open);
  }
  if (archive.problem) {
    yield { name: '*', failure: diagnostic('archive/damaged', 'error', { problem: archive.problem }) };
  }
}

/** What a browser saves beside `plan.html` in `plan_files`. */
function besidePage(name: string, pages: ReadonlySet<string>): string | null {
  const page = /^(.+)_files\//.exec(name)?.[1];
  const isBeside = page !== undefined && (pages.has(`${page}.html`) || pages.has(`${page}.htm`));
  return isBeside ? 'saved beside a page by a browser' : null;
}

async function* membersOfEntry(
  archive: Archive,
  entry: Entry,
  name: string,
  opening: Opening,
  open: Open,
): AsyncGenerator<Member> {
  const unpacked = await unpack(archive.zip, archive.bytes, entry, opening);
  if ('failure' in unpacked) return yield { name, ...unpacked };
  const { bytes } = unpacked;
  const reason = notAPlan(name, bytes);
  if (reason !== null) return yield { name, skipped: reason };
  try {
    const inner = await open(bytes, name, { ...opening, depth: opening.depth + 1 });
    if (inner === null) return yield { name, bytes };
    for await (const member of inner) yield { ...member, name: `${name}#${member.name}` };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { diagnostic: failure } = error;
    if (failure.code === 'input/own-output') yield { name, skipped: failure.args.what };
    else if (failure.code === 'corpus/no-text') yield { name, skipped: 'data without long Chinese text' };
    else yield { name, failure };
  }
}
