import { type AnyDiagnostic, diagnostic, InputError } from '../core/diagnostic.js';
import type { Encoding } from '../schema/model.js';
import { binaryNoise, binarySignature } from './encoding-binary.js';
import { isUtf8, LONGEST_STRING } from './platform.js';

/** The text of a file, without a byte order mark, and how its bytes were read. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  diagnostics: AnyDiagnostic[];
}

/** Shorter inputs may be valid UTF-8 by chance. */
const SURE = 200;
const ESCAPE = 0x1b;
const TILDE = 0x7e;

/**
 * Decodes the bytes of a downloaded file to text. The encoding is `forced` if given (any common label; a GB label means
 * gb18030), else that of the byte order mark, else found from the bytes (WHATWG encodings, HZ of RFC 1843, ISO-2022-CN
 * of RFC 1922). What a page declares, or `declared` says of it, counts only where two readings tie. Parts that are certainly in another encoding
 * than the rest are read in their own, which a diagnostic tells; `encoding` is that of the rest.
 *
 * Takes time linear in the input and memory for a few copies of it. Throws an `InputError` with
 * - `encoding/unknown-name` for a forced name that nobody knows,
 * - `input/empty` for nothing but blanks,
 * - `input/binary` for pictures, archives, office documents and other bytes that are no text,
 * - `input/too-large` for more characters than a string can hold,
 * - `input/not-chinese` for legacy encodings of other languages. Text in UTF-8 is returned in any language.
 */
export async function decode(bytes: Uint8Array, forced?: string, declared?: string): Promise<Decoded> {
  if (bytes.length === 0) throw new InputError(diagnostic('input/empty', 'error', {}));
  const looksLike = startsWithMark(bytes) ? null : binarySignature(bytes);
  // A picture is no text under any name, so this holds for a forced encoding as well.
  if (looksLike && (forced === undefined || (await isKnownName(forced)))) {
    throw new InputError(diagnostic('input/binary', 'error', { looksLike }));
  }
  if (forced === undefined && isPlainUtf8(bytes)) {
    const encoding: Encoding = { name: 'utf-8', via: 'valid-utf8', confidence: 1, replaced: 0 };
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding, diagnostics: [] };
  }
  const { decodeCarefully } = await import('./encoding-careful.js');
  return decodeCarefully(bytes, forced, declared);
}

/** Valid UTF-8 with Chinese in it that can be nothing else: what most downloads are, told without loading more. */
function isPlainUtf8(bytes: Uint8Array): boolean {
  if (bytes.length < SURE || bytes.length > LONGEST_STRING) return false;
  if (startsWithMark(bytes) || !isUtf8(bytes)) return false;
  if (bytes.includes(0) || bytes.includes(ESCAPE) || bytes.includes(TILDE)) return false;
  return bytes.some((byte) => byte >= 0xe4) && binaryNoise(bytes) === null;
}

/** Whether a byte order mark may stand in front: their first bytes begin nothing else that is text. */
function startsWithMark(bytes: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const first = (a << 8) | b;
  const second = (c << 8) | d;
  return (
    first === 0xfffe ||
    first === 0xfeff ||
    (first === 0xefbb && c === 0xbf) ||
    (first === 0 && second === 0xfeff) ||
    (first === 0x8431 && second === 0x9533)
  );
}

async function isKnownName(name: string): Promise<boolean> {
  const { canonicalName } = await import('./encoding-decode.js');
  return (await canonicalName(name)) !== null;
}
