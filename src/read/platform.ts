import { Buffer, constants, isUtf8 as isUtf8InBuffer } from 'node:buffer';
import { createHash } from 'node:crypto';

/*
 * What Node does with bytes several times faster than anything written in JavaScript. A bundler for browsers takes
 * `platform-web.ts` instead ("browser" in package.json); both export the same.
 */

/** How many UTF-16 units a string may have. */
export const LONGEST_STRING: number = constants.MAX_STRING_LENGTH;

/** The SHA-256 of bytes, 64 digits in lower case. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  return isUtf8InBuffer(bytes);
}

/** Bytes as a string of the same length, one character a byte, without copying the bytes. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The bytes of Base64 (RFC 4648), as far as it goes: blanks and other characters count as absent. */
export function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
