import { Buffer } from 'node:buffer';
import { binaryNoise } from '../../read/encoding-binary.js';

/** How a page begins, or a piece of one. */
const PAGE =
  /^[\s\ufeff]*<(?:!doctype\s+html|!--|html|head|body|meta|title|div|p|table|span|h[1-6]|article|section|center|font|br)\b/i;

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** The share of Chinese characters among UTF-16 units, blanks aside, with bytes in either order. */
function wideShare(bytes: Uint8Array, high: 0 | 1): number {
  let [han, all] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const code = ((bytes[i + high] ?? 0) << 8) | (bytes[i + 1 - high] ?? 0);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0xfeff) continue;
    all++;
    if (isHan(code)) han++;
  }
  return all === 0 ? 0 : han / all;
}

/** The share of bytes beyond ASCII, blanks aside: what Chinese is in all encodings of single bytes and up. */
function highShare(bytes: Uint8Array): number {
  let [high, all] = [0, 0];
  for (const byte of bytes) {
    if (byte <= 0x20) continue;
    all++;
    if (byte >= 0x80) high++;
  }
  return all === 0 ? 0 : high / all;
}

/**
 * Whether the first bytes of a file are those of a page, or of Chinese text in any encoding.
 * @param share of them that must be Chinese, where they are no page.
 */
export function looksLikeText(bytes: Uint8Array, share: number): boolean {
  const [a, b] = bytes;
  const marked = a === 0xff && b === 0xfe ? 1 : a === 0xfe && b === 0xff ? 0 : null;
  if (marked !== null) {
    const text = new TextDecoder(marked === 1 ? 'utf-16le' : 'utf-16be').decode(bytes);
    return PAGE.test(text) || wideShare(bytes, marked) >= share;
  }
  // Two in five units of noise pass for Chinese, and most pairs of ASCII.
  const high = highShare(bytes);
  if (high >= 0.2 && Math.max(wideShare(bytes, 0), wideShare(bytes, 1)) >= Math.max(share, 0.6)) return true;
  if (binaryNoise(bytes) !== null) return false;
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  // RFC 1843 and ISO-2022-CN are in ASCII.
  return PAGE.test(text) || /~\{[!-}]{2}|\x1b\$[)*]?[A-H]/.test(text) || high >= share;
}
