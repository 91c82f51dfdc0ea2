import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import { latin1 } from './platform.js';

/** Names of streams that tell the documents in OLE compound files apart ([MS-CFB] 2.6.1), and what such a file is. */
const STREAMS: readonly (readonly [string, string, Convert])[] = [
  ['WordDocument', 'a Word 97–2003 document (DOC or WPS)', 'docx'],
  ['WpsDocument', 'a WPS document', 'docx'],
  ['Workbook', 'an Excel 97–2003 workbook (XLS or ET)', 'html'],
  ['Book', 'an Excel 5 workbook (XLS)', 'html'],
  ['PowerPoint Document', 'a PowerPoint 97–2003 presentation (PPT or DPS)', 'pdf'],
  ['__properties_version1.0', 'an Outlook message (MSG)', 'html'],
];
type Convert = 'docx' | 'html' | 'pdf';

/** Entries of the directory of a compound file are 128 bytes long: the name in 64, its length in 2, its kind in 1. */
const ENTRY = 128;
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Other formats of offices by how they begin or by a member of their archive. */
const ZIPPED: readonly (readonly [string, string, Convert])[] = [
  ['xl/workbook', 'an XLSX workbook', 'html'],
  ['ppt/presentation.xml', 'a PPTX presentation', 'pdf'],
  ['OFD.xml', 'an OFD document', 'pdf'],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text (ODT)', 'docx'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (ODS)', 'html'],
  ['application/vnd.oasis.opendocument.presentation', 'an OpenDocument presentation (ODP)', 'pdf'],
];

/**
 * Why a document of an office program that is none of the newer Word cannot be read, with the format that it can be saved
 * in: `input/encrypted` or `input/convert`. Undefined for everything else.
 */
export function officeProblem(bytes: Uint8Array): AnyDiagnostic | undefined {
  const head = latin1(bytes.subarray(0, 16));
  if (head.startsWith('{\\rtf')) return convert('an RTF document', 'docx');
  if (head.startsWith('PK\x03\x04')) {
    // The list of members stands at the end of the archive, the first members at the start.
    const edges = latin1(bytes.subarray(0, 65_536)) + latin1(bytes.subarray(-65_536));
    const found = ZIPPED.find(([member]) => edges.includes(member));
    return found && convert(found[1], found[2]);
  }
  if (!head.startsWith(OLE)) return undefined;
  const names = streamsOf(bytes);
  if (names.has('EncryptedPackage'))
    return diagnostic('input/encrypted', 'error', { looksLike: 'an Office document with a password' });
  const found = STREAMS.find(([name]) => names.has(name));
  return convert(found?.[1] ?? 'an old Office document (DOC, XLS, PPT or WPS)', found?.[2] ?? 'docx');
}

function convert(looksLike: string, to: Convert): AnyDiagnostic {
  return diagnostic('input/convert', 'error', { looksLike, to });
}

/** The names in the directory of a compound file, wherever its sectors lie. */
function streamsOf(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names16 = new TextDecoder('utf-16le');
  const names = new Set<string>();
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = view.getUint16(at + 64, true);
    const kind = bytes[at + 66] ?? 0;
    // Storages and streams; the name ends in a zero.
    if ((kind !== 1 && kind !== 2) || length < 4 || length > 64 || length % 2 === 1) continue;
    if (view.getUint16(at + length - 2, true) === 0) names.add(names16.decode(bytes.subarray(at, at + length - 2)));
    if (names.size > 10_000) break;
  }
  return names;
}
