import { Buffer } from 'node:buffer';
import type { Pieces } from './encoding-pieces.js';

/*
 * Encodings that the decoders of Node lack or read in part: the tables of iconv-lite. A bundler for browsers takes
 * `encoding-tables-web.ts` instead; both export the same.
 */

/** So that the decoder of a long Big5 file works in pieces instead of a buffer of twice the file. */
const CHUNK = 1024 * 1024;

/** Loaded on demand: its tables take longer to load than a typical file takes to decode. */
async function loadIconv(): Promise<typeof import('iconv-lite')> {
  const loaded = await import('iconv-lite');
  return loaded.default ?? loaded;
}

/** Whether there is a table for an encoding, by its name in lower case. */
export async function hasTable(name: string): Promise<boolean> {
  return (await loadIconv()).encodingExists(name);
}

/** Decodes bytes with a table, keeping a byte order mark, and adds the text to `pieces`. */
export async function addTabled(pieces: Pieces, name: string, bytes: Uint8Array): Promise<void> {
  // Node reads Big5 without the Hong Kong characters (HKSCS).
  const decoder = (await loadIconv()).getDecoder(name === 'big5' ? 'big5-hkscs' : name, { stripBOM: false });
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const part = bytes.subarray(from, from + CHUNK);
    pieces.add(decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  }
  pieces.add(decoder.end() ?? '');
}
