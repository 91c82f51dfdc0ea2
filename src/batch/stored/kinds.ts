import { open } from 'node:fs/promises';

/** What a file is by its bytes; `text` may be a table. */
export type StoredKind =
  | 'json'
  | 'jsonl'
  | 'workbook'
  | 'old-workbook'
  | 'database'
  | 'parquet'
  | 'empty'
  | 'text'
  | 'other';

const HEAD = 64 * 1024;

const starts = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text;

/** The first signs of a text, of UTF-16 too. */
function signs(bytes: Buffer): string {
  if (starts(bytes, '\xff\xfe')) return bytes.subarray(2).toString('utf16le');
  if (starts(bytes, '\xfe\xff'))
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le');
  return bytes.toString('latin1').replace(/^ï»¿/, '');
}

function jsonKind(name: string, text: string): StoredKind {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl';
  const [line = '', next] = text.trimStart().split('\n', 2);
  // A whole object in the first line, and another behind it.
  return /\.json$/i.test(name) || !/\}\s*$/.test(line) || !next?.trimStart().startsWith('{') || line.trim() === '{'
    ? 'json'
    : 'jsonl';
}

/** What a file is. @throws the file system's error. */
export async function kindOf(path: string): Promise<StoredKind> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (starts(bytes, 'PK\x03\x04')) return 'workbook';
    if (starts(bytes, '\xd0\xcf\x11\xe0')) return 'old-workbook';
    if (starts(bytes, 'SQLite format 3\0')) return 'database';
    if (starts(bytes, 'PAR1')) return 'parquet';
    const text = signs(bytes);
    if (text.trim() === '') return 'empty';
    if (/^\s*[[{]/.test(text)) return jsonKind(path, text);
    return text.includes('\0') ? 'other' : 'text';
  } finally {
    await handle.close();
  }
}
