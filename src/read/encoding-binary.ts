import { isControl, samplePairs } from './encoding-score.js';
import { latin1 } from './platform.js';

/** File signatures: offset, bytes (as Latin-1 characters), what a reader would call such a file. */
const SIGNATURES: readonly (readonly [number, string, string])[] = [
  [0, '\x89PNG\r\n', 'a PNG picture'],
  [0, '\xff\xd8\xff', 'a JPEG picture'],
  [0, 'GIF87a', 'a GIF picture'],
  [0, 'GIF89a', 'a GIF picture'],
  [8, 'WEBP', 'a WebP picture'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [0, 'BM', 'a BMP picture'],
  [0, '8BPS\0', 'a Photoshop picture'],
  [0, '\0\0\x01\0', 'an icon'],
  [0, '%PDF-', 'a PDF document'],
  [0, 'From: <Saved by ', 'a web archive (MHTML)'],
  [0, '%!PS-', 'a PostScript document'],
  [0, '{\\rtf', 'an RTF document'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document (DOC, XLS, PPT or WPS)'],
  [0, 'PK\x03\x04', 'a ZIP archive'],
  [0, 'PK\x05\x06', 'an empty ZIP archive'],
  [0, 'Rar!\x1a\x07', 'a RAR archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  [0, '\x1f\x8b\x08', 'a gzip archive'],
  [0, '\x28\xb5\x2f\xfd', 'a Zstandard archive'],
  [0, '\xfd7zXZ\0', 'an XZ archive'],
  [0, 'BZh91AY&SY', 'a bzip2 archive'],
  [257, 'ustar', 'a TAR archive'],
  [0, '\x7fELF', 'a program'],
  [0, 'MZ\x90\0', 'a program'],
  [0, '\xca\xfe\xba\xbe', 'a program'],
  [0, '\xcf\xfa\xed\xfe', 'a program'],
  [0, '\0asm', 'a program'],
  [0, 'SQLite format 3\0', 'an SQLite database'],
  [4, 'ftyphei', 'a HEIC picture'],
  [4, 'ftypmif1', 'a HEIC picture'],
  [4, 'ftypavif', 'an AVIF picture'],
  [4, 'ftyp', 'an MP4 video'],
  [8, 'AVI ', 'an AVI video'],
  [0, '\x1a\x45\xdf\xa3', 'a Matroska or WebM video'],
  [0, 'FLV\x01', 'an FLV video'],
  [8, 'WAVEfmt', 'a WAV recording'],
  [0, 'OggS\0', 'an Ogg recording'],
  [0, 'ID3\x02', 'an MP3 recording'],
  [0, 'ID3\x03', 'an MP3 recording'],
  [0, 'ID3\x04', 'an MP3 recording'],
  [0, 'wOFF', 'a font'],
  [0, 'wOF2', 'a font'],
  [0, '\0\x01\0\0\0', 'a font'],
];

/** Members that tell the documents among ZIP archives apart. */
const ZIP_MEMBERS: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'a DOCX document'],
  ['xl/workbook', 'an XLSX workbook'],
  ['ppt/presentation.xml', 'a PPTX presentation'],
  ['OFD.xml', 'an OFD document'],
  ['application/epub+zip', 'an EPUB book'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
];

/** What a file of a known binary format is ("a PNG picture"), or null. Looks at no more than 128 KiB. */
export function binarySignature(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 300));
  const found = SIGNATURES.find(([offset, magic]) => head.startsWith(magic, offset) && framed(head, offset));
  if (!found) return null;
  return found[1] === 'PK\x03\x04' ? zipKind(bytes) : found[2];
}

/** A magic that stands behind the first bytes is short enough to occur in prose: ask for its frame as well. */
function framed(head: string, offset: number): boolean {
  if (head.startsWith('BM')) return head.startsWith('\0\0\0\0', 6);
  if (offset === 4) return head.startsWith('\0\0\0');
  return offset !== 8 || head.startsWith('RIFF');
}

function zipKind(bytes: Uint8Array): string {
  // The list of members stands at the end of the archive, the first members at the start.
  const edge = 64 * 1024;
  const text = latin1(bytes.subarray(0, edge)) + latin1(bytes.subarray(-edge));
  return ZIP_MEMBERS.find(([member]) => text.includes(member))?.[1] ?? 'a ZIP archive';
}

/**
 * What a file is that no text encoding explains: more than 2 % control characters. Damaged text stays far below: one
 * byte in ten of random noise is a control character, so 2 % bad bytes make 0.2 %. Null for text.
 */
export function binaryNoise(bytes: Uint8Array): string | null {
  const sample = samplePairs(bytes);
  let controls = 0;
  let zeros = 0;
  // By index: an iterator costs a start more than the reading itself.
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) zeros++;
    if (isControl(byte)) controls++;
  }
  if (zeros === sample.length) return 'a file of zeros';
  return controls > Math.max(3, sample.length * 0.02) ? 'binary data' : null;
}
