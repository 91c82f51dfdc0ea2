import { Buffer, isUtf8 } from 'node:buffer';
import type { AnyDiagnostic } from '../../core/diagnostic.js';
import { decode } from '../../read/encoding.js';

/** A corpus in UTF-8 without a byte order mark. */
export interface Utf8 {
  readonly bytes: Buffer;
  readonly told: readonly AnyDiagnostic[];
}

const BOM = [0xef, 0xbb, 0xbf];

function bomLength(bytes: Uint8Array): number {
  return BOM.every((byte, i) => bytes[i] === byte) ? BOM.length : 0;
}

/** The bytes as UTF-8: the same memory where they are already, so that a large corpus is there once. */
export async function toUtf8(bytes: Uint8Array, encoding: string | undefined): Promise<Utf8> {
  if (encoding === undefined && isUtf8(bytes)) {
    const skip = bomLength(bytes);
    return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset + skip, bytes.byteLength - skip), told: [] };
  }
  const { text, diagnostics } = await decode(bytes, encoding);
  return { bytes: Buffer.from(text), told: diagnostics };
}

/** The first characters of a file for a look at its signs; beyond ASCII they are right only in UTF-16. */
export function firstSigns(bytes: Uint8Array, count: number): string {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  if (wide) return new TextDecoder(wide).decode(bytes.subarray(2, 2 + count * 2));
  const skip = bomLength(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset + skip, Math.min(count, bytes.byteLength - skip)).toString(
    'latin1',
  );
}
