import { diagnostic, InputError } from '../core/diagnostic.js';
import { addDecoded, type Pieces } from './encoding-pieces.js';

/*
 * `encoding-tables.ts` for browsers, which read Big5 with the Hong Kong characters themselves (WHATWG Encoding, 12.1) and
 * know nothing beyond what that standard lists.
 */

/** Whether there is a table for an encoding: none. */
export async function hasTable(_name: string): Promise<boolean> {
  return false;
}

/**
 * Decodes Big5, keeping a byte order mark, and adds the text to `pieces`.
 * @throws InputError `input/needs-node` for other names, such as that of UTF-32 by its byte order mark.
 */
export async function addTabled(pieces: Pieces, name: string, bytes: Uint8Array): Promise<void> {
  if (name !== 'big5') throw new InputError(diagnostic('input/needs-node', 'error', { looksLike: `text in ${name}` }));
  addDecoded(pieces, name, bytes);
}
