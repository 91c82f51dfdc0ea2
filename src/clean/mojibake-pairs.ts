import { scoreText, weightOf } from '../core/chinese-score.js';
import { latinTable, type PairTable, pairTable, SINGLE_MARK } from './mojibake-bytes.js';
import { SENTENCE_END, type SentenceEnd } from './mojibake-utf8.js';

/** A stretch of a line and what it reads as. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Characters beyond ASCII that came back. */
  readonly sound: number;
  /** In order; `at` counts in the line. None where they are not known. */
  readonly sentences: readonly SentenceEnd[];
  /** Each unit stands for one. */
  readonly aligned?: boolean;
}

const LOST = '\ufffd';
/** Bytes from 80 on as Latin-1 or Windows-1252 shows them, ASCII between them, and marks of lost bytes. */
const LATIN_STRETCH = /[\x20-\x7e\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]+/g;
const FOUR_HIGH = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{4}/;

/**
 * Stretches that are double-byte text read one byte a character: È«Ãæ for 全面. In a document known for it (`established`)
 * single characters count too.
 */
export function readLatinPairs(line: string, encoding: 'gb18030' | 'big5', established: boolean): Run[] {
  const runs: Run[] = [];
  for (const match of line.matchAll(LATIN_STRETCH)) {
    const run = decodePairs(match[0], pairTable(encoding));
    // Behind a letter it is the rest of a word.
    if (run && run.sound < 8 && /[A-Za-z]/.test(line[match.index + run.start - 1] ?? '')) continue;
    if (run && isChinese(run.pairs, established, isDense(match[0]))) {
      const sentences = run.sentences.map(({ at, out }) => ({ at: match.index + at, out }));
      runs.push({ ...run, start: match.index + run.start, end: match.index + run.end, sentences });
    }
  }
  return runs;
}

/** Marks and blanks that a page writes as references, and that stand as they are among misread bytes. */
const OWN_MARK = /[\u00a0“”‘’—–…•]/;

/** Four bytes above 7F in a row, of which two at least are those of common characters: `……†–` is none. */
function isDense(stretch: string): boolean {
  return FOUR_HIGH.test(stretch) && /[\u00a1-\u00ff][^\u00a1-\u00ff]*[\u00a1-\u00ff]/.test(stretch);
}

/** The pairs of a stretch, also by themselves (`pairs`), from its first to its last byte above 7F. */
function decodePairs(stretch: string, { units }: PairTable): (Run & { readonly pairs: string }) | undefined {
  const table = latinTable();
  const byteAt = (i: number): number => table[stretch.charCodeAt(i)] ?? 0;
  let start = 0;
  while (start < stretch.length && byteAt(start) < 0x80) start++;
  let text = '';
  let end = start;
  let sound = 0;
  // `text` as it was behind the last pair: ASCII behind it is no part of the stretch.
  let kept = '';
  const sentences: SentenceEnd[] = [];
  let pairs = '';
  for (let i = start; i < stretch.length; ) {
    const byte = byteAt(i);
    if (byte < 0x80 && stretch[i] !== LOST) {
      text += stretch[i];
      i++;
      continue;
    }
    const unit = units[byte * 256 + byteAt(i + 1)] ?? 0;
    if (OWN_MARK.test(stretch[i] ?? '') && weightOf(unit) < 0.1) {
      text += stretch[i];
      i++;
      continue;
    }
    const rare = units === pairTable('gb18030').units ? fourBytes([0, 1, 2, 3].map((k) => byteAt(i + k))) : '';
    // Looked at by itself: to look into the text that grows would copy it each time.
    let added = LOST;
    if (rare !== '') {
      added = rare;
      sound++;
      i += 4;
    } else if (i + 1 < stretch.length && unit !== 0) {
      added = String.fromCharCode(unit);
      sound++;
      i += 2;
    } else i += byteAt(i + 1) >= 0x80 || stretch[i + 1] === LOST ? 2 : 1;
    text += added;
    pairs += added.slice(-1);
    if (SENTENCE_END.test(added)) sentences.push({ at: i, out: text.length });
    kept = text;
    end = Math.min(i, stretch.length);
  }
  return sound === 0 ? undefined : { start, end, text: kept, sound, sentences, pairs };
}

/** The rare character, or blank, that four bytes of GB18030 stand for; empty where they are none. */
function fourBytes(bytes: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a < 0x81 || b < 0x30 || b > 0x39 || c < 0x81 || d < 0x30 || d > 0x39) return '';
  const character = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return /^[\u00a0\u2000-\u206f\u3400-\u9fff\u{20000}-\u{3ffff}]$/u.test(character) ? character : '';
}

/** `dense`: four bytes above 7F stand in a row, as in no other language. */
function isChinese(text: string, established: boolean, dense: boolean): boolean {
  const score = scoreText(text);
  if (score.errors * 10 > score.count) return false;
  if (established)
    return (
      (score.han > 0 && score.value > -0.1) ||
      [...text].every((c) => SINGLE_MARK.test(c) || c <= '\u007f' || c.trim() === '')
    );
  if (!dense) return score.count >= 4 && score.errors === 0 && score.value >= 0.3;
  if (score.count >= 8) return score.value > 0.2;
  if (score.errors > 0) return false;
  return score.count === 2 ? score.value >= 0.5 && score.han === 2 : score.value > (score.count === 3 ? 0.3 : 0.1);
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
/** One in so many characters of a misread stretch is Chinese. */
const LEAST_HAN = 5;

/** What a better reading has to gain over a stretch as it stands, summed over its characters. */
const LEAST_GAIN = 6;
const LEAST_GAIN_ESTABLISHED = 0.8;
/** So far a sum may fall before the stretch counts as ended. */
const FALL = 3;

/**
 * Stretches whose pairs of bytes were read by the table of another double-byte encoding: character for character, for both
 * pair the bytes alike. The stretch is the one that gains most.
 */
export function readSwapped(line: string, read: PairTable, meant: PairTable, established: boolean): Run[] {
  const least = established ? LEAST_GAIN_ESTABLISHED : LEAST_GAIN;
  const runs: Run[] = [];
  let start = 0;
  let sum = 0;
  let best = 0;
  let end = 0;
  const close = (): void => {
    const free = runs.at(-1)?.end ?? 0;
    const { from, to } = widen(line, free, start, end, read, meant);
    const run = best >= least ? swap(line, from, to, read, meant, established ? 0.2 : 0) : undefined;
    if (run) runs.push(run);
    sum = 0;
    best = 0;
  };
  for (let i = 0; i < line.length; i++) {
    if (i < (runs.at(-1)?.end ?? 0)) continue;
    const gain = gainAt(line.charCodeAt(i), read, meant);
    if (sum === 0 && gain > 0) start = i;
    sum = Math.max(0, sum + gain);
    if (sum > best) {
      best = sum;
      end = i + 1;
    } else if (best > 0 && (sum === 0 || sum < best - FALL)) close();
  }
  close();
  return runs;
}

function gainAt(unit: number, read: PairTable, meant: PairTable): number {
  if (unit < 0x80 || unit === 0xfffd) return 0;
  const other = meant.units[read.bytes[unit] ?? 0] ?? 0;
  return other === 0 ? -2 : weightOf(other) - weightOf(unit);
}

/**
 * A stretch with the characters beside it that read well either way, where it then fills the line, or reaches ASCII: what
 * was misread was misread as a whole. Where it does not, they may be others' words.
 */
function widen(line: string, free: number, start: number, end: number, read: PairTable, meant: PairTable) {
  const fits = (unit: number): boolean =>
    weightOf(meant.units[read.bytes[unit] ?? 0] ?? 0) >= 0.1 && gainAt(unit, read, meant) >= -0.91;
  let from = start;
  let to = end;
  for (let i = start; i >= free; i--) {
    const unit = line.charCodeAt(i - 1);
    if (!(unit >= 0x80)) from = i;
    else if (!fits(unit)) break;
  }
  for (let i = end; i <= line.length; i++) {
    const unit = line.charCodeAt(i);
    if (!(unit >= 0x80)) to = i;
    else if (!fits(unit)) break;
  }
  return { from, to };
}

function swap(
  line: string,
  start: number,
  end: number,
  read: PairTable,
  meant: PairTable,
  most: number,
): Run | undefined {
  const before = line.slice(start, end);
  // Rules and other scripts are pairs of bytes, too: what was misread has Chinese characters among its signs.
  if ((before.match(HAN)?.length ?? 0) * LEAST_HAN < before.length) return undefined;
  let text = '';
  let sound = 0;
  for (const character of before) {
    const unit = character.charCodeAt(0);
    const other = meant.units[read.bytes[unit] ?? 0] ?? 0;
    if (unit >= 0x80 && other !== 0) sound++;
    // A half-width question mark inside Chinese is a character that the wrong table does not have.
    if (unit === 0x3f || unit === 0xfffd) text += LOST;
    else text += unit < 0x80 || other === 0 ? character : String.fromCharCode(other);
  }
  const whole = scoreText(text.replaceAll(LOST, ''));
  return whole.value >= 0.4 && scoreText(before).value <= most
    ? { start, end, text, sound, sentences: [], aligned: true }
    : undefined;
}
