import type { Encoding } from '../schema/model.js';
import { findBytes, isAscii } from './bytes.js';
import { canonicalName, writtenReplacements } from './encoding-decode.js';
import { decodeHz, decodeIso2022Cn, findEscape } from './encoding-escape.js';
import { foreignShare } from './encoding-foreign.js';
import { ERROR_WEIGHT, type Score, sampleHighBytes, samplePairs, scoreText } from './encoding-score.js';
import { isUtf8, latin1 } from './platform.js';

/** How to read the bytes. `skip` counts leading bytes that are the rest of a cut character. */
export interface Choice {
  readonly name: string;
  readonly via: Encoding['via'];
  /** 0..1, not rounded. */
  readonly confidence: number;
  readonly skip: 0 | 1;
}

/** No reading of the bytes is Chinese. `share`: Han characters among the letters of the best reading, 0..1. */
export interface Foreign {
  readonly share: number;
}

interface Candidate {
  readonly name: string;
  readonly skip: 0 | 1;
  readonly score: Score;
}

interface Wide {
  /** Best reading first. */
  readonly ranked: readonly Candidate[];
  readonly certain: boolean;
  readonly chinese: boolean;
}

/** Up to this share of bad characters the input is UTF-8 without further questions: 2 % bad bytes spoil some 7 %. */
const UTF8_TOLERANCE = 0.1;
/** With fewer characters than this, other encodings may be valid or nearly valid UTF-8 by chance. */
const SHORT = 20;
/** Letters of one alphabet other than ours: other encodings give mixtures. */
const ALPHABET =
  /^(?:[\u00c0-\u00ff]{2,}|[\u0370-\u03ff]{3,}|[\u0400-\u04ff]{3,}|[\u0590-\u05ff]{3,}|[\u0600-\u06ff]{3,})$/;
/** Bytes before and behind the first escape that are judged. */
const ESCAPE_WINDOW = 32 * 1024;
/** Closer scores than this are a tie, in which a declaration may speak. */
const TIE = 0.05;
/** What a letter that is hard by Chinese costs a reading, in the weights of characters. */
const STRAY_LETTER = 2.5;
const NARROW = ['utf-8', 'gb18030', 'big5'] as const;

/**
 * Chooses an encoding for bytes without a byte order mark: valid UTF-8 (pure ASCII included), HZ and ISO-2022-CN by
 * their escapes, UTF-16 by its zeros and high bytes, else UTF-8, GB18030 or Big5 by the characters that come out.
 * Returns the share of Han characters when nothing Chinese comes out, null where `isNoise` says that this is no text.
 */
export async function detect(
  bytes: Uint8Array,
  isNoise: (bytes: Uint8Array) => boolean,
  declared?: string,
): Promise<Choice | Foreign | null> {
  const valid = isUtf8(bytes);
  if (valid && !isDoubtful(bytes)) return isNoise(bytes) ? null : choose('utf-8', 'valid-utf8', 1);
  const escaped = byEscapes(bytes);
  if (escaped) return escaped;
  const wide = utf16(bytes);
  if (wide.certain) return byScore(wide.ranked);
  // Half of UTF-16 may look like noise, noise never like UTF-16.
  if (isNoise(bytes)) return wide.chinese ? byScore(wide.ranked) : null;
  const sample = sampleHighBytes(bytes);
  const cut = (bytes[0] ?? 0) >= 0x80;
  if (valid) {
    const others = [judge('gb18030', sample, cut), judge('big5', sample, cut)];
    others.sort((a, b) => b.score.sum - a.score.sum);
    return validButShort(bytes, [...others, ...wide.ranked]);
  }
  const narrow = NARROW.map((name) => judge(name, sample, cut && name !== 'utf-8'));
  const rivals = narrow.slice(1).some(({ score }) => isChinese(score));
  const damaged = damagedUtf8(sample, narrow[0]?.score, rivals);
  if (damaged) return damaged;
  const ranked = [...narrow, ...wide.ranked.slice(0, 1)].sort((a, b) => sumOf(b) - sumOf(a));
  const label = declared === undefined ? null : await canonicalName(declared);
  return decide(ranked, label ?? (await declaredName(bytes)), sample);
}

/** So many weights of characters GB18030 is ahead of the others: most files are of mainland governments. Felt in the shortest only. */
const PRIOR = 0.53;

function sumOf({ name, score }: Candidate): number {
  return score.sum + (name === 'gb18030' ? PRIOR : 0);
}

function choose(name: string, via: Choice['via'], confidence: number, skip: 0 | 1 = 0): Choice {
  return { name, via, confidence, skip };
}

/** What no text has, and UTF-16 in every other byte: 部完成。 is 萌[, 10, b, 02, 0 in UTF-8. */
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/;

/** Valid UTF-8 that may yet be something else: 7-bit escapes, zeros (UTF-16), or too short to be sure. */
function isDoubtful(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const short = bytes.length <= 3 * SHORT;
  if (isAscii(bytes)) return short || findBytes(bytes, '~{') >= 0 || bytes.includes(0x1b);
  const text = new TextDecoder().decode(sampleHighBytes(bytes));
  const score = scoreText(text);
  if (score.count > SHORT) return false;
  return CONTROL.test(text) || (score.han === 0 && !ALPHABET.test(text.replace(/[\0-\x7f]+/g, '')));
}

/**
 * HZ and ISO-2022-CN are 7-bit: the high bytes of another encoding become errors here and sink the score. Scripts write
 * `~{` as well, so HZ without a closed first run has to show a few characters that are clearly Chinese.
 */
function byEscapes(bytes: Uint8Array): Choice | null {
  const found = findEscape(bytes);
  if (!found) return null;
  const part = bytes.subarray(found.at, found.at + ESCAPE_WINDOW);
  const score = scoreText(found.name === 'hz-gb-2312' ? decodeHz(part) : decodeIso2022Cn(part));
  const before = bytes.subarray(Math.max(0, found.at - ESCAPE_WINDOW), found.at);
  const errors = score.errors + before.reduce((count, byte) => count + (byte >> 7), 0);
  // Damage says nothing against the escapes, the high bytes of another encoding outnumber what they make up.
  const good = score.count - score.errors;
  const value = good === 0 ? 0 : (score.sum - score.errors * ERROR_WEIGHT) / good;
  const run = latin1(bytes.subarray(found.at, found.at + ESCAPE_WINDOW));
  const sound = found.name === 'iso-2022-cn' || /^~\{(?:[!-w][!-~])+~\}/.test(run);
  const least = sound ? 0 : good > 3 ? 0.3 : 0.45;
  const accepted = errors <= 1 + 0.3 * good && value > least && (sound ? good > 0 : good >= 3);
  return accepted ? choose(found.name, 'detected', confidenceOf(score, 0)) : null;
}

/**
 * UTF-16 readings of the bytes, also one byte off (a cut start), best first. Certain when ASCII shows up as zeros at
 * places of one parity only, or when clearly Chinese text comes out; empty where too few pairs could be of UTF-16.
 */
function utf16(bytes: Uint8Array): Wide {
  const sample = samplePairs(bytes);
  const pairs = Math.max(1, sample.length / 2);
  const even = parity(sample, 0);
  const odd = parity(sample, 1);
  const ranked: Candidate[] = [];
  for (const [name, skip, side] of [
    ['utf-16le', 0, odd],
    ['utf-16be', 0, even],
    ['utf-16le', 1, even],
    ['utf-16be', 1, odd],
  ] as const) {
    if (side.likely < 0.7) continue;
    const text = new TextDecoder(name, { ignoreBOM: true }).decode(sample.subarray(skip), { stream: skip === 0 });
    ranked.push({ name, skip, score: scoreText(text) });
  }
  // Zeros at places of one parity are ASCII; many of them rule out the readings of the other parity. A few may be the
  // character 一, U+4E00, seen from the wrong side: then the scores decide.
  const zeros = even.zeros > odd.zeros ? even : odd;
  const oneSided = Math.min(even.zeros, odd.zeros) <= zeros.zeros / 10;
  const count = oneSided && zeros.zeros >= 0.2 ? zeros.zeros * pairs : 0;
  const sideOf = (c: Candidate) => ((c.name === 'utf-16le') === (c.skip === 0) ? odd : even);
  const kept = count >= 6 ? ranked.filter((c) => sideOf(c) === zeros) : ranked;
  kept.sort((a, b) => b.score.sum - a.score.sum);
  const best = kept[0]?.score;
  if (!best) return { ranked: [], certain: false, chinese: false };
  const chinese = best.count >= 4 && isChinese(best);
  // Tables of small numbers have their zeros at one parity, too, but control characters beside them.
  const clean = best.errors <= 0.05 * pairs + 1;
  // No other text has zeros: with two Han characters beside it a single one will do.
  const short = zeros.zeros > 0 && best.errors === 0 && best.han >= 2 && best.value > 0.3;
  const certain = (chinese && best.count >= 8 && best.value > 0.3) || (count >= 2 && clean) || short;
  return { ranked: kept, certain, chinese };
}

/** Shares among the byte pairs, 0..1, of zeros and of likely UTF-16 high bytes at even (0) or odd (1) places. */
function parity(sample: Uint8Array, start: 0 | 1): { zeros: number; likely: number } {
  let zeros = 0;
  let likely = 0;
  for (let i = start; i < sample.length; i += 2) {
    const byte = sample[i] ?? 0;
    if (byte === 0) zeros++;
    // ASCII, general and CJK punctuation, the Han characters, full-width forms.
    if (byte === 0 || byte === 0x20 || byte === 0x30 || (byte >= 0x4e && byte <= 0x9f) || byte === 0xff) likely++;
  }
  const pairs = Math.max(1, sample.length / 2);
  return { zeros: zeros / pairs, likely: likely / pairs };
}

/** A reading of the sampled high bytes; `mayBeCut` tries the second byte as the start, too. */
function judge(name: string, sample: Uint8Array, mayBeCut: boolean): Candidate {
  const decoder = new TextDecoder(name);
  // "stream" keeps back the start of a character that the end of the input cuts off: it speaks against no encoding,
  // except where the start is said to be cut already.
  const read = (skip: 0 | 1) => scoreText(new TextDecoder(name).decode(sample.subarray(skip), { stream: skip === 0 }));
  const score = read(0);
  return mayBeCut && startsCut(sample, decoder, score) ? { name, skip: 1, score: read(1) } : { name, skip: 0, score };
}

/**
 * Whether the first run of characters reads better one byte later. Only what comes before the two readings meet again
 * counts; the skipped byte is an error of the second reading.
 */
function startsCut(sample: Uint8Array, decoder: InstanceType<typeof TextDecoder>, all: Score): boolean {
  if ((sample[1] ?? 0) < 0x80) return false;
  const end = sample.findIndex((byte) => byte < 0x30);
  const run = sample.subarray(0, Math.min(end < 0 ? sample.length : end, 512));
  const whole = decoder.decode(run);
  const later = `\ufffd${decoder.decode(run.subarray(1))}`;
  let same = 0;
  while (same < whole.length && whole.at(-1 - same) === later.at(-1 - same)) same++;
  const [first, second] = [whole, later].map((text) => firstScore(text.slice(0, text.length - same)));
  if (!first || !second) return false;
  // Where more is damaged, so may this be. A bad character in either reading: at the end of the input it may be cut as
  // well as here, elsewhere a cut start is likelier than the only damage.
  const atEnd = run.length === sample.length && same === 0 && whole.endsWith('\ufffd');
  const margin = all.errors > first.errors ? 2 : first.errors === 0 ? 0.3 : atEnd ? 0 : -0.8;
  return second.sum > first.sum + margin;
}

/**
 * Second bytes that were taken for characters of their own show as single letters among Chinese, broken 4-byte characters as
 * digits around a bad one: hardly anybody writes so.
 */
function firstScore(text: string): { sum: number; errors: number } {
  // The euro sign is what decoders of GBK show for a lone byte 80: the second half of a character, behind a cut start.
  const { sum, errors } = scoreText(text.replaceAll('€', '\ufffd'));
  return { sum: sum - STRAY_LETTER * (text.match(/(?<![ -~])[@-~](?![ -~])|\d\ufffd\d/g)?.length ?? 0), errors };
}

/** Valid UTF-8 without Han characters: another reading has to be convincing to win against that. */
function validButShort(bytes: Uint8Array, others: readonly Candidate[]): Choice {
  const wins = ({ count, value }: Score) =>
    count >= 2 && ((count >= 4 && value >= 0.5) || value >= (count >= 3 ? 0.6 : 0.7));
  // Two ASCII letters are one character of UTF-16 and may be a frequent one: only three or four of them in a row are no accident.
  const rare = (score: Score) => score.count >= 4 || (score.count === 3 && score.value > 0.6);
  const rival = others.find(({ name, score }) => wins(score) && (rare(score) || !name.startsWith('utf')));
  if (rival && rival.score.count <= 2 * SHORT) return choose(rival.name, 'detected', 0.6, rival.skip);
  return choose('utf-8', 'valid-utf8', isAscii(bytes) ? 1 : 0.9);
}

/**
 * UTF-8 with bad characters (damage, cut ends, a part in another encoding). In any language while they are few. Else two
 * Han characters will do where they are not outnumbered: other encodings hardly ever form sequences of three bytes.
 */
function damagedUtf8(sample: Uint8Array, score: Score | undefined, rivals: boolean): Choice | null {
  if (!score || score.count === 0) return null;
  const errors = Math.max(0, score.errors - writtenReplacements('utf-8', sample));
  const share = errors / score.count;
  if (score.count >= SHORT && share <= UTF8_TOLERANCE) return choose('utf-8', 'valid-utf8', 1 - 2 * share);
  // A bad byte makes up to three bad characters of one.
  return score.han >= 2 && score.han * (rivals ? 1 : 2) >= errors ? choose('utf-8', 'detected', 1 - share) : null;
}

function decide(ranked: readonly Candidate[], declared: string | null, sample: Uint8Array): Choice | Foreign {
  const [best, second] = ranked;
  if (!best) return { share: 0 };
  const { frequent, known } = best.score;
  const foreign = frequent < 0.25 || (frequent < 0.5 && known < 0.8) ? foreignShare(sample) : null;
  if (foreign !== null || !isChinese(best.score)) return { share: foreign ?? frequent };
  const tie = second && best.score.value - second.score.value < TIE && isChinese(second.score);
  if (tie && second.name === declared) return choose(second.name, 'declared', 0.4, second.skip);
  return byScore(ranked);
}

function byScore([best, second]: readonly Candidate[]): Choice | Foreign {
  if (!best) return { share: 0 };
  const certain = best.score.count === 0; // UTF-16 by its zeros, without a character that could speak against it
  const confidence = certain ? 0.9 : confidenceOf(best.score, second?.score.value ?? 0);
  return choose(best.name, 'detected', confidence, best.skip);
}

/**
 * Chinese prose has 57–84 % frequent characters, misread bytes below 15 %. Few characters scatter widely, so the demand
 * grows with their number, for the mean weight as well. Lists of names have few frequent characters, but no rare ones.
 */
function isChinese(score: Score): boolean {
  const spread = 1 / Math.sqrt(Math.max(1, score.count));
  // Damage says nothing about the language: forgive one bad place in eight characters, and one in the shortest text.
  const forgiven = score.breaks <= 1 + score.count / 8 ? score.errors : 0;
  const whole = (score.sum - forgiven * ERROR_WEIGHT) / Math.max(1, score.count - forgiven);
  if (score.value > 0.25 || (score.count >= 4 && score.value > 0 && score.known > 0.6 && score.frequent > 0.25))
    return true;
  if (score.errors > forgiven) return false;
  const least = -0.05 - (forgiven > 0 ? 0 : 0.4 * spread);
  return score.han > 0 && whole > least && (score.count < 8 || score.frequent >= 0.3 - 0.6 * spread);
}

/** How clear a choice is: by its own score, its lead over the next reading and the number of characters. */
function confidenceOf(score: Score, next: number): number {
  // Readings in other languages have usual characters by chance, frequent ones hardly.
  const own = Math.min(1, Math.max(0, score.value / 0.5)) * Math.min(1, 0.2 + 2 * score.frequent);
  const lead = Math.min(1, Math.max(0, (score.value - next) / 0.5));
  return own * lead * (score.count / (score.count + 1));
}

/** What the first 4 KiB declare (`<meta charset>`, an XML declaration), as a canonical name; null = nothing known. */
async function declaredName(bytes: Uint8Array): Promise<string | null> {
  const head = latin1(bytes.subarray(0, 4096));
  const label = /(?:charset|encoding) {0,3}= {0,3}["']?([\w.-]{2,30})/i.exec(head)?.[1];
  return label === undefined ? null : canonicalName(label);
}
