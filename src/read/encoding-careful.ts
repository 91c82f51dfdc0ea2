import { type AnyDiagnostic, diagnostic, InputError } from '../core/diagnostic.js';
import type { Encoding } from '../schema/model.js';
import { hasText } from './decoded-text.js';
import type { Decoded } from './encoding.js';
import { binaryNoise } from './encoding-binary.js';
import { canonicalName, decodeAs } from './encoding-decode.js';
import { type Choice, detect } from './encoding-detect.js';
import { collectPieces } from './encoding-pieces.js';
import { hasOddStretch } from './encoding-score.js';

/** Below this a reader should check the choice. */
const SHAKY = 0.5;

/** Encodings that template and text of a page may differ in. */
const MIXABLE = new Set(['utf-8', 'gb18030', 'big5']);
/** A stretch of text that weighs so little may be in another encoding. */
const ODD = -6;

interface ReadText {
  readonly text: string;
  readonly replaced: number;
}

interface Parts extends ReadText {
  readonly diagnostics: AnyDiagnostic[];
}

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]], // before UTF-16, whose mark it starts with
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** `decode` for everything but plain UTF-8: marks, names, damage and other encodings. */
export async function decodeCarefully(bytes: Uint8Array, forced?: string, declared?: string): Promise<Decoded> {
  const name = forced === undefined ? null : await canonicalName(forced);
  if (forced !== undefined && name === null)
    throw failure(diagnostic('encoding/unknown-name', 'error', { name: forced }));
  const mark = byteOrderMark(bytes);
  const { choice, body } = name === null ? await choose(bytes, mark, declared) : chooseForced(bytes, name, mark);
  const whole = await decodeAs(choice.name, body, choice.skip);
  const parts = await decodeParts(whole, choice, body);
  const { text, replaced } = parts ?? whole;
  if (!hasText(text)) throw failure(diagnostic('input/empty', 'error', {}));
  const confidence = Math.round(100 * choice.confidence) / 100;
  const encoding: Encoding = { name: choice.name, via: choice.via, confidence, replaced };
  return { text, encoding, diagnostics: [...findings(encoding), ...(parts?.diagnostics ?? [])] };
}

/**
 * The text with every part in its own encoding, where some are certainly in another than the rest: templates of one
 * encoding that are filled with texts of another. Null where all is in one, or the encoding was forced.
 */
async function decodeParts(whole: ReadText, choice: Choice, bytes: Uint8Array): Promise<Parts | null> {
  const clean = choice.name === 'utf-8' && whole.replaced === 0;
  if (choice.via === 'forced' || clean || !MIXABLE.has(choice.name) || !hasOddStretch(whole.text, ODD)) return null;
  const { findStretches } = await import('./encoding-mixed.js');
  const stretches = findStretches(bytes, choice.name);
  if (stretches.length === 0) return null;
  const pieces = collectPieces();
  const found = new Map<string, { lines: [number, number]; parts: number }>();
  let replaced = 0;
  let line = 1;
  let at = 0;
  const read = async (name: string, to: number): Promise<number> => {
    if (to === at) return 0;
    const part = await decodeAs(name, bytes.subarray(at, to), at === 0 && name === choice.name ? choice.skip : 0);
    pieces.add(part.text);
    replaced += part.replaced;
    at = to;
    return part.text.split('\n').length - 1;
  };
  for (const { from, to, name } of stretches) {
    line += await read(choice.name, from);
    const first = line;
    line += await read(name, to);
    const known = found.get(name);
    if (known) known.parts++;
    else found.set(name, { lines: [first, line], parts: 1 });
  }
  await read(choice.name, bytes.length);
  const diagnostics = [...found].map(([name, { lines, parts }]) =>
    diagnostic('encoding/mixed', 'warning', { name, main: choice.name, lines, parts }),
  );
  return { text: pieces.join(), replaced, diagnostics };
}

interface Mark {
  readonly name: string;
  readonly length: number;
}

/** A mark may stand twice where a program put its own before that of the file. */
function byteOrderMark(bytes: Uint8Array): Mark | null {
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (!found) return null;
  const [name, mark] = found;
  let length = mark.length;
  while (mark.every((byte, i) => bytes[length + i] === byte)) length += mark.length;
  return { name, length };
}

interface Chosen {
  readonly choice: Choice;
  readonly body: Uint8Array;
}

function chooseForced(bytes: Uint8Array, name: string, mark: Mark | null): Chosen {
  // The bare name "utf-16" is canonically little-endian; the mark knows better.
  const wide = mark !== null && name.startsWith('utf-16') && mark.name.startsWith('utf-16');
  const actual = wide ? mark.name : name;
  const body = mark?.name === actual ? bytes.subarray(mark.length) : bytes;
  return { choice: { name: actual, via: 'forced', confidence: 1, skip: 0 }, body };
}

async function choose(bytes: Uint8Array, mark: Mark | null, declared?: string): Promise<Chosen> {
  const body = mark ? bytes.subarray(mark.length) : bytes;
  if (body.length === 0) throw failure(diagnostic('input/empty', 'error', {}));
  if (mark && mark.name !== 'utf-8') return { choice: { name: mark.name, via: 'bom', confidence: 1, skip: 0 }, body };
  // Templates saved with a mark of UTF-8 are filled with GBK by some sites: that mark has to be borne out by the bytes.
  const found = await detect(body, (part) => binaryNoise(part) !== null, declared);
  if (found === null)
    throw failure(diagnostic('input/binary', 'error', { looksLike: binaryNoise(body) ?? 'binary data' }));
  if (!('share' in found)) return { choice: mark && found.name === 'utf-8' ? { ...found, via: 'bom' } : found, body };
  if (mark) return { choice: { name: 'utf-8', via: 'bom', confidence: 0.3, skip: 0 }, body };
  const share = Math.round(100 * found.share) / 100;
  // What no Chinese encoding reads is named by a detector of all languages, so that the reader knows what came down.
  const { detect: sniff } = await import('chardet');
  const guess = sniff(body.subarray(0, 1 << 16));
  throw failure(diagnostic('input/not-chinese', 'error', guess ? { share, guess } : { share }));
}

function findings({ name, via, confidence, replaced }: Encoding): AnyDiagnostic[] {
  const found: AnyDiagnostic[] = [];
  if (via !== 'forced' && confidence < SHAKY)
    found.push(diagnostic('encoding/low-confidence', 'warning', { name, confidence }));
  if (replaced > 0) found.push(diagnostic('encoding/replaced', 'warning', { name, count: replaced }));
  return found;
}

function failure(reason: AnyDiagnostic): InputError {
  return new InputError(reason);
}
