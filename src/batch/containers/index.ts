import { isOwnComparison } from '../../compare/output/marks.js';
import { diagnostic, InputError } from '../../core/diagnostic.js';
import { binarySignature } from '../../read/encoding-binary.js';
import { isOwnPage } from '../page-file.js';
import { declaredSeparator, possibleSeparators } from './csv-sniff.js';
import { firstSigns } from './decoded.js';
import { jsonKind } from './json-sniff.js';
import { type ContainerOptions, LIMITS, type Member, type Opening } from './member.js';
import { ownBook, ownOutput } from './own-output.js';

export type { ContainerOptions, Member } from './member.js';
export { notAPlan } from './not-a-plan.js';

/** Characters that show how a file opens. */
const SIGNS = 4096;
/** Packed by programs whose formats are not read. */
const PACKED = /^an? (?:RAR|7-Zip|gzip|Zstandard|XZ|bzip2|TAR) archive$/;

/**
 * What a file holds: the documents of a ZIP archive, of a CSV, JSONL or JSON corpus; null where it is one document itself
 * (text, HTML, DOCX, PDF, MHTML …). Told by the content, for nearly all files by their first bytes. Nothing is kept of
 * a member once the next is asked for.
 * @param name the file's name; it only decides what a table without texts is taken for.
 * @throws InputError where it is a container that cannot be read, or one without texts.
 */
export async function membersOf(
  bytes: Uint8Array,
  name: string,
  options: ContainerOptions = {},
): Promise<AsyncIterable<Member> | null> {
  const limits = { ...LIMITS, ...options.limits };
  return open(bytes, name, { ...options, limits, depth: 0, budget: { left: limits.totalBytes } });
}

async function open(bytes: Uint8Array, name: string, opening: Opening): Promise<AsyncIterable<Member> | null> {
  const own = ownBook(name, bytes);
  if (own !== undefined) throw ownOutput(own);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) {
    const { zipMembers } = await import('./zip.js');
    return zipMembers(bytes, opening, open);
  }
  const looksLike = binarySignature(bytes);
  if (looksLike !== null) {
    if (PACKED.test(looksLike)) throw new InputError(diagnostic('input/packed', 'error', { looksLike }));
    return null;
  }
  if (bytes.length === 0) return null;
  if (isOwnPage(bytes)) throw ownOutput('a review page of gongwen');
  if (isOwnComparison(bytes)) throw ownOutput('a comparison of gongwen');
  return corpusOf(bytes, name, opening);
}

/** Nothing is loaded and nothing decoded for a file that does not open like a corpus. */
async function corpusOf(
  bytes: Uint8Array,
  name: string,
  options: ContainerOptions,
): Promise<AsyncIterable<Member> | null> {
  const signs = firstSigns(bytes, SIGNS);
  const kind = jsonKind(signs);
  if (kind !== null) {
    const { jsonMembers } = await import('./json.js');
    return jsonMembers(bytes, kind, options);
  }
  const declared = declaredSeparator(signs);
  const separators = declared ? [declared.separator] : possibleSeparators(signs);
  if (separators.length === 0) return null;
  const { csvMembers } = await import('./csv.js');
  return csvMembers(bytes, name, { separators, skip: declared?.length ?? 0 }, options);
}
