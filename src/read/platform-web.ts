import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/*
 * `platform.ts` for browsers. Web Crypto would do the hash as well, but only on pages that came over HTTPS.
 */

/** That of V8 on machines of 64 bits; other engines allow more. */
export const LONGEST_STRING = 0x1fffffe8;

/** Bytes that are decoded or joined at a time. */
const PIECE = 8192;

/** The SHA-256 of bytes, 64 digits in lower case. */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(hash(bytes));
}

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const piece = 128 * PIECE;
  try {
    for (let from = 0; from < bytes.length; from += piece)
      decoder.decode(bytes.subarray(from, from + piece), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Bytes as a string of the same length, one character a byte. `latin1` of `TextDecoder` is Windows-1252. */
export function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  return pieces.join('');
}

/** The bytes of Base64 (RFC 4648), as far as it goes: blanks and other characters count as absent. */
export function fromBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const digits = (end < 0 ? text : text.slice(0, end))
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/[^\w+/]/g, '');
  // A single digit behind the last four holds no byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}
