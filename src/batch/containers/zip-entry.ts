import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import type { Entry, ZipFile } from 'yauzl';
import { type AnyDiagnostic, type DiagnosticArguments, diagnostic } from '../../core/diagnostic.js';
import type { Opening } from './member.js';

const MIB = 1024 * 1024;

/** Ways of packing by their number (APPNOTE 6.3, 4.4.5). */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES encryption',
};

type Unpacked = { readonly bytes: Uint8Array } | { readonly failure: AnyDiagnostic };

const refuse = (problem: string): Unpacked => ({ failure: diagnostic('archive/entry', 'error', { problem }) });
const over = (limit: DiagnosticArguments['archive/limit']['limit'], allowed: number): Unpacked => ({
  failure: diagnostic('archive/limit', 'error', { limit, allowed }),
});

/** Take one entry out. What its headers say of its size is not trusted: unpacking stops at the limit. */
export async function unpack(zip: ZipFile, archive: Buffer, entry: Entry, opening: Opening): Promise<Unpacked> {
  if (entry.isEncrypted()) return refuse('it is encrypted');
  const { compressionMethod: method, compressedSize } = entry;
  if (method !== 0 && method !== 8) return refuse(`it is packed with ${METHODS[method] ?? `method ${method}`}`);
  const start = await dataStart(zip, entry);
  if (typeof start === 'string') return refuse(start);
  const packed = archive.subarray(start, start + compressedSize);
  const { limits, budget } = opening;
  const byRatio = Math.max(MIB, limits.ratio * compressedSize);
  const most = Math.min(limits.entryBytes, budget.left, byRatio);
  const bytes = method === 0 ? stored(packed, most) : await inflated(packed, most);
  if (bytes === 'damaged') return refuse('its packed data are damaged');
  if (bytes === 'over') {
    if (most === limits.entryBytes) return over('entry', Math.ceil(limits.entryBytes / MIB));
    if (most === byRatio) return over('ratio', limits.ratio);
    budget.left = 0;
    return over('total', Math.ceil(limits.totalBytes / MIB));
  }
  budget.left -= bytes.length;
  return checked(bytes, entry);
}

/** Where the packed bytes begin, or why that cannot be told. */
async function dataStart(zip: ZipFile, entry: Entry): Promise<number | string> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch {
    return 'its header is damaged, or the file is cut off';
  }
}

function stored(packed: Buffer, most: number): Buffer | 'over' {
  // A copy, so that one page does not keep the whole archive.
  return packed.length > most ? 'over' : Buffer.from(packed);
}

async function inflated(packed: Buffer, most: number): Promise<Buffer | 'over' | 'damaged'> {
  const { inflateRaw } = await import('node:zlib');
  try {
    // Zero is taken for no limit.
    return await promisify(inflateRaw)(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'over' : 'damaged';
  }
}

async function checked(bytes: Buffer, entry: Entry): Promise<Unpacked> {
  const { crc32 } = await import('node:zlib');
  if (bytes.length !== entry.uncompressedSize) return refuse('it has another size than the archive says');
  return crc32(bytes) === entry.crc32 ? { bytes } : refuse('its check sum is wrong, so the data are damaged');
}
