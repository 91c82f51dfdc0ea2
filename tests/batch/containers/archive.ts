import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it is to be written, right or wrong. */
export interface Written {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  /** 0 stored, 8 deflated (default); others are only said. */
  readonly method?: number;
  readonly flags?: number;
  readonly extra?: Buffer;
  /** What the headers say in place of the truth. */
  readonly crc?: number;
  readonly size?: number;
  /** The packed bytes in place of those of `data`. */
  readonly packed?: Buffer;
  /** Where the directory says that the entry is, in place of where it is. */
  readonly offset?: number;
}

/** A ZIP archive by hand: what a well-behaved library would not write. */
export function archive(entries: readonly Written[], comment = ''): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { method = 8, flags = 0, extra = Buffer.alloc(0) } = entry;
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data ?? '');
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(entry.crc ?? crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.size ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    shared.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, tail, name, extra);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, extra, packed]);
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...files, list, end, Buffer.from(comment)]);
}

/** The Info-ZIP Unicode Path extra field for a name. */
export function unicodePath(raw: Buffer, name: string): Buffer {
  const text = Buffer.from(name);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + text.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(raw), 5);
  return Buffer.concat([field, text]);
}
