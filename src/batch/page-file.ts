import { lstat, open } from 'node:fs/promises';
import { PAGE_MARK } from '../review/payload.js';
import { causeOf } from './cause.js';
import { writeWhole } from './whole.js';

const MARK = Buffer.from(PAGE_MARK);

/** Whether these bytes open like a review page of this program. */
export function isOwnPage(bytes: Uint8Array): boolean {
  return MARK.equals(bytes.subarray(0, MARK.length));
}

/** Why a page may not be written under a name, in words; null where nothing is there, or an earlier page. */
export async function whyNoPage(file: string): Promise<string | null> {
  const info = await lstat(file).catch(() => null);
  if (info === null) return null;
  // What a link leads to is another's; a page would take the place of the link.
  if (!info.isFile()) return info.isDirectory() ? 'it is a folder' : 'it is no plain file';
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MARK.length), 0, MARK.length, 0);
      return isOwnPage(buffer.subarray(0, bytesRead)) ? null : 'a file is there that is no review page of gongwen';
    } finally {
      await handle.close();
    }
  } catch (error) {
    return causeOf(error);
  }
}

/**
 * Write a page, whole or not at all.
 * @returns why it could not be written, in words; null where it was.
 */
export async function writePage(file: string, text: string): Promise<string | null> {
  // Once more: the plans may have taken an hour to read.
  const why = await whyNoPage(file);
  if (why !== null) return why;
  return writeWhole(file, text).then(() => null, causeOf);
}
