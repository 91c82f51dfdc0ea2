import { findBytes } from './bytes.js';
import { wellFormed } from './decoded-text.js';
import { decodeHz, decodeIso2022Cn } from './encoding-escape.js';
import { collectPieces, decodeBuiltIn } from './encoding-pieces.js';
import { addTabled, hasTable } from './encoding-tables.js';

/** Labels beyond those that WHATWG lists, in lower case without punctuation. */
const MORE_LABELS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:gb|cngb|x?gbk|(?:cp|ms|windows)?936|(?:cp|windows)?54936|euccn|gb13000|gb18030(?:20\d\d)?|gb2312(?:(?:19)?80)?)$/,
    'gb18030',
  ],
  [/^(?:(?:cp|ms|windows)?950|big5(?:eten|2003|hkscs(?:20\d\d)?)?|hkscs)$/, 'big5'],
  [/^hz(?:gb2312)?$/, 'hz-gb-2312'],
  [/^(?:cs)?iso2022cn(?:ext)?$/, 'iso-2022-cn'],
  [/^utf8(?:n|bom|sig|withbom)$/, 'utf-8'],
];

/** U+FFFD as each encoding writes it (a character a byte) and the size of its units, to tell a U+FFFD of the author from one of the decoder. */
const WRITTEN_REPLACEMENT: Readonly<Record<string, { bytes: string; step: number }>> = {
  'utf-8': { bytes: '\xef\xbf\xbd', step: 1 },
  gb18030: { bytes: '\x841\xa47', step: 1 },
  'utf-16le': { bytes: '\xfd\xff', step: 2 },
  'utf-16be': { bytes: '\xff\xfd', step: 2 },
};

/** Built into Node: these never load the tables of iconv-lite. */
const BUILT_IN = new Set(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']);

/**
 * The name of an encoding in lower case, as WHATWG Encoding writes it where it knows it, from any common label; null for
 * an unknown one. All labels of GB 2312 and GBK mean gb18030, which contains them: Node garbles the 4-byte characters
 * under the older names.
 */
export async function canonicalName(label: string): Promise<string | null> {
  // People copy quotes along, and locales as in zh_CN.GBK.
  const bare = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$|^[a-z]{2}_[a-z]{2}\.|^\./g, '');
  const name = bare.replace(/_/g, '-');
  const compact = name.replace(/[^a-z0-9]/g, '');
  const more = MORE_LABELS.find(([labels]) => labels.test(compact));
  if (more) return more[1];
  for (const candidate of [bare, name]) {
    try {
      const known = new TextDecoder(candidate).encoding;
      return known === 'gbk' ? 'gb18030' : known;
    } catch {
      // Not a WHATWG label: iconv-lite may still know it.
    }
  }
  // Transfer encodings are no character sets, although iconv-lite lists them.
  if (name.length > 40 || /^(?:base64|hex|binary|utf-?7-?imap)$/.test(name)) return null;
  return (await hasTable(name)) ? name : null;
}

/**
 * Decodes bytes without a byte order mark. `skip` leading bytes (the rest of a character cut in two) become one U+FFFD.
 * `replaced` counts the U+FFFD that decoding brought in, lone surrogates included; those of the author do not count.
 * `name` comes from `canonicalName`.
 */
export async function decodeAs(name: string, bytes: Uint8Array, skip = 0): Promise<{ text: string; replaced: number }> {
  const body = skip === 0 ? bytes : bytes.subarray(skip);
  const raw = await decodeBody(name, body);
  // iconv-lite reads 4-byte GB18030 beyond the last character as half a surrogate pair.
  const text = (skip === 0 ? '' : '\ufffd') + wellFormed(raw);
  const shown = countOf(text, '\ufffd');
  return { text, replaced: shown === 0 ? 0 : Math.max(0, shown - writtenReplacements(name, body)) };
}

async function decodeBody(name: string, bytes: Uint8Array): Promise<string> {
  if (name === 'hz-gb-2312') return decodeHz(bytes);
  if (name === 'iso-2022-cn') return decodeIso2022Cn(bytes);
  if (BUILT_IN.has(name) || (name !== 'big5' && isBuiltIn(name))) return decodeBuiltIn(name, bytes);
  const pieces = collectPieces();
  await addTabled(pieces, name, bytes);
  return pieces.join();
}

function isBuiltIn(name: string): boolean {
  try {
    return new TextDecoder(name).encoding === name;
  } catch {
    return false;
  }
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length)) count++;
  return count;
}

/** How many U+FFFD the bytes themselves spell. Exact in UTF-8 and UTF-16, within chance in GB18030. */
export function writtenReplacements(name: string, bytes: Uint8Array): number {
  const written = WRITTEN_REPLACEMENT[name];
  if (!written) return 0;
  let count = 0;
  for (let i = findBytes(bytes, written.bytes); i >= 0; i = findBytes(bytes, written.bytes, i + 1))
    if (i % written.step === 0) count++;
  return count;
}
