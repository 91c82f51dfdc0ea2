import { Buffer, isUtf8 } from 'node:buffer';
import type { Entry } from 'yauzl';
import { decode } from '../../read/encoding.js';

/** Bit 11 of the flags: the name is in UTF-8 (APPNOTE 6.3, 4.4.4). */
const UTF8_FLAG = 0x800;
/** The Info-ZIP Unicode Path extra field (APPNOTE 6.3, 4.6.9). */
const UNICODE_PATH = 0x7075;

/** The name of an entry as its program wrote it, and whether that says by itself in which encoding. */
async function ownName(entry: Entry): Promise<{ raw: Buffer; text?: string }> {
  const { crc32 } = await import('node:zlib');
  const raw = entry.fileNameRaw;
  const field = entry.extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1);
  if (field && field.data.readUInt32LE(1) === crc32(raw)) return { raw, text: field.data.subarray(5).toString('utf8') };
  if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || isUtf8(raw)) return { raw, text: raw.toString('utf8') };
  return { raw };
}

/**
 * The encoding of names that do not say theirs, told from all of them: Chinese Windows writes GBK or Big5. The standard
 * has CP 437 for them, which Chinese names never are.
 */
async function encodingOf(names: readonly Buffer[]): Promise<string> {
  const sample = Buffer.concat(names.slice(0, 500).flatMap((name) => [name, Buffer.from('\n')]));
  try {
    const { encoding } = await decode(sample);
    return encoding.name === 'big5' && encoding.confidence > 0.8 ? 'big5' : 'gb18030';
  } catch {
    return 'gb18030';
  }
}

/** Names of entries as they are shown, in order; a name that is there before gets a number, so that none is lost. */
export async function namesOf(entries: readonly Entry[]): Promise<string[]> {
  const own: { raw: Buffer; text?: string }[] = [];
  for (const entry of entries) own.push(await ownName(entry));
  const untold = own.filter(({ text }) => text === undefined).map(({ raw }) => raw);
  const decoder = new TextDecoder(untold.length > 0 ? await encodingOf(untold) : 'utf-8');
  const seen = new Map<string, number>();
  return own.map(({ raw, text }) => {
    const name = harmless(text ?? decoder.decode(raw));
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** A path below the archive, whatever the entry wants to be: no `..`, no drive, no root, no control characters. */
function harmless(name: string): string {
  const isFolder = /[\\/]$/.test(name);
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .replace(/\p{Cc}/gu, '_')
    .split('/')
    .filter((part) => !['', '.', '..'].includes(part));
  return `${parts.join('/') || 'unnamed'}${isFolder ? '/' : ''}`;
}
