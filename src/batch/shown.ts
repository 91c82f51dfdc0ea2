import { isUtf8 } from 'node:buffer';

const READABLE = /^[\p{Script=Han}\p{P}\p{S}\p{L}\p{N} ]+$/u;

/**
 * The name of a file as people see it. Names are bytes: one that is no UTF-8 but GB 18030, as of files that were unpacked
 * on another system, is read as such; of any other the odd bytes are shown as `\xNN`.
 * @param taken names that stand for other files already.
 */
export function shownName(name: Buffer, taken: ReadonlySet<string> = new Set()): string {
  if (isUtf8(name)) return name.toString('utf8');
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(name);
    if (READABLE.test(text) && !taken.has(text)) return text;
  } catch {
    // shown byte by byte
  }
  return [...name].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`)).join('');
}
