import { diagnostic, InputError } from '../core/diagnostic.js';
import { LONGEST_STRING } from './platform.js';

/** A long input is decoded in pieces: the decoders of Node need several times the size of what they are given. */
const PIECE = 8 * 1024 * 1024;

/** Collects a text piece by piece. */
export interface Pieces {
  readonly add: (text: string) => void;
  /** The whole text, in one copy. */
  readonly join: () => string;
}

/**
 * Starts an empty text.
 * `add` throws an `InputError` with `input/too-large` where the text grows beyond `limit` UTF-16 units: Node holds no
 * longer string.
 */
export function collectPieces(limit: number = LONGEST_STRING): Pieces {
  const pieces: string[] = [];
  let length = 0;
  return {
    add: (text) => {
      length += text.length;
      if (length > limit) throw new InputError(diagnostic('input/too-large', 'error', { characters: limit }));
      if (text.length > 0) pieces.push(text);
    },
    join: () => (pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')),
  };
}

/** Decodes bytes with an encoding that Node knows, keeping a byte order mark, and adds the text to `pieces`. */
export function addDecoded(pieces: Pieces, name: string, bytes: Uint8Array): void {
  if (name === 'utf-8') {
    addUtf8(pieces, bytes);
    return;
  }
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  for (let from = 0; from < bytes.length; from += PIECE)
    pieces.add(decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length }));
}

/** Whole inputs go through Node's quick decoder, which knows no streams and makes small strings of ASCII. */
function addUtf8(pieces: Pieces, bytes: Uint8Array): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let from = 0; from < bytes.length; ) {
    // So many bytes of UTF-8 surely fit into a string: a character has one byte at least.
    let to = Math.min(bytes.length, from + LONGEST_STRING);
    // Begin the next piece with a whole character.
    for (let i = 0; i < 3 && to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80; i++) to--;
    pieces.add(decoder.decode(bytes.subarray(from, to)));
    from = to;
  }
}

/** Decodes bytes with an encoding that Node knows, keeping a byte order mark. */
export function decodeBuiltIn(name: string, bytes: Uint8Array): string {
  const pieces = collectPieces();
  addDecoded(pieces, name, bytes);
  return pieces.join();
}
