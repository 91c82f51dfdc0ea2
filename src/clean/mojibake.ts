import { scoreText, weightOf } from '../core/chinese-score.js';
import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { linesOf } from '../core/lines.js';
import { type ByteTable, isUsual, latinTable, looksMisread, pairTable, SINGLE_MARK } from './mojibake-bytes.js';
import { type Run, readLatinPairs, readSwapped } from './mojibake-pairs.js';
import { readUtf8, type Utf8Reading } from './mojibake-utf8.js';

/*
 * Text whose bytes were read in the wrong encoding before somebody saved it in a good one: 鍏ㄩ潰, å…¨é¢, È«Ãæ for 全面.
 * A stretch is encoded back, decoded rightly, and taken where its bytes are valid and what comes out reads as Chinese far
 * better than what stood there. Characters whose bytes were lost on the way stay marked as U+FFFD.
 */

/** How the bytes were misread: `utf-8>gb18030` is UTF-8 that was read as GB18030. */
const KINDS = ['utf-8>latin', 'utf-8>gb18030', 'gb18030>latin', 'big5>latin', 'big5>gb18030', 'gb18030>big5'] as const;
type Kind = (typeof KINDS)[number];

/** So many characters that came back make the kind that of the document: then short stretches count as well. */
const ESTABLISHED = 8;
/** Twice wrongly read text is read twice rightly. */
const DEEPEST = 2;
/** A longer stretch that was looked at and not taken is not looked at again from its second character on. */
const LOOKED_AT = 32;

interface Repaired {
  readonly kind: Kind;
  readonly runs: readonly Run[];
  readonly gain: number;
}

export const mojibake = defineStage({
  id: 'mojibake',
  edits: ({ text }) => {
    if (isUsual(text)) return [];
    const lines = linesOf(text);
    const found = new Map<Kind, number>();
    for (const line of lines) {
      if (!looksMisread(line.text)) continue;
      const repaired = undo(line.text, new Set(), 0);
      const sound = repaired?.runs.reduce((sum, run) => sum + run.sound, 0) ?? 0;
      if (repaired) found.set(repaired.kind, (found.get(repaired.kind) ?? 0) + sound);
    }
    if (found.size === 0) return [];
    const established = new Set(KINDS.filter((kind) => (found.get(kind) ?? 0) >= ESTABLISHED));
    return lines.flatMap((line) =>
      (undo(line.text, established, 0)?.runs ?? []).flatMap((run) => editsOf(line.start, run)),
    );
  },
});

/** The repair of a stretch, sentence by sentence, so that each knows its place in the original. */
function editsOf(offset: number, run: Run): Edit[] {
  const edits: Edit[] = [];
  let from = { at: run.start, out: 0 };
  for (const end of [...run.sentences, { at: run.end, out: run.text.length }]) {
    if (end.at <= from.at) continue;
    const edit = repair(offset + from.at, offset + end.at, run.text.slice(from.out, end.out), 'mojibake');
    edits.push({ ...edit, aligned: run.aligned === true });
    from = end;
  }
  return edits;
}

/** The reading of a line that gains most; undefined where none is sure. */
function undo(line: string, established: ReadonlySet<Kind>, depth: number): Repaired | undefined {
  let best: Repaired | undefined;
  for (const kind of KINDS) {
    const runs = read(line, kind, established, depth);
    if (runs.length === 0) continue;
    const gain = runs.reduce((sum, run) => sum + gainOf(line.slice(run.start, run.end), run.text), 0);
    if (!best || gain > best.gain) best = { kind, runs, gain };
  }
  return best;
}

/** By how much a reading is the better Chinese, for each unit that it explains: readings differ in length. */
function gainOf(before: string, after: string): number {
  return (scoreText(after).value - scoreText(before).value) * before.length;
}

function read(line: string, kind: Kind, established: ReadonlySet<Kind>, depth: number): readonly Run[] {
  const known = established.has(kind);
  const around = { line, established, depth };
  if (kind.endsWith('>latin') && !LATIN_BYTES.test(line)) return [];
  if (kind === 'utf-8>latin') {
    return utf8Runs(around, latinTable(), (reading, at) => isSureLatin(reading, line, at, known));
  }
  if (kind === 'utf-8>gb18030') {
    return utf8Runs(around, pairTable('gb18030').bytes, (reading, at) =>
      isSureGb(reading, line.slice(at, reading.end), known),
    );
  }
  if (kind === 'gb18030>latin') return readLatinPairs(line, 'gb18030', known);
  if (kind === 'big5>latin') return readLatinPairs(line, 'big5', known);
  if (scoreText(line).value > 0.2) return [];
  const [meant, wrong] = kind === 'big5>gb18030' ? (['big5', 'gb18030'] as const) : (['gb18030', 'big5'] as const);
  return readSwapped(line, pairTable(wrong), pairTable(meant), known);
}

interface Around {
  readonly line: string;
  readonly established: ReadonlySet<Kind>;
  readonly depth: number;
}

/** The stretches of a line that are UTF-8 under a wrong table. */
function utf8Runs(around: Around, table: ByteTable, isSure: (reading: Utf8Reading, at: number) => boolean): Run[] {
  const { line, established, depth } = around;
  const runs: Run[] = [];
  for (let i = 0; i < line.length; i++) {
    if (!mayBegin(line, i, table)) continue;
    const reading = readUtf8(line, i, table);
    if (!reading) continue;
    const text = depth < DEEPEST ? settle(reading.text, established, depth + 1) : reading.text;
    if (isSure({ ...reading, text }, i)) {
      const sentences = text === reading.text ? reading.sentences : [];
      runs.push({ start: i, end: reading.end, text, sound: reading.sound, sentences });
      i = reading.end - 1;
    } else if (reading.end - i > LOOKED_AT) i = reading.end - 1;
  }
  return runs;
}

/** Whether a character of UTF-8 may begin here: a lead that Chinese text has, or one of Latin-1, and what may follow it. */
function mayBegin(line: string, i: number, table: ByteTable): boolean {
  const bytes = table[line.charCodeAt(i)] ?? 0;
  const pair = bytes > 0xff;
  const lead = pair ? bytes >> 8 : bytes;
  if (!((lead >= 0xe2 && lead <= 0xf0) || lead === 0xc2 || lead === 0xc3)) return false;
  const next = line.charCodeAt(i + 1);
  const behind = table[next] ?? 0;
  const first = behind > 0xff ? behind >> 8 : behind;
  const goesOn = first >> 6 === 2 || next === 0x3f || next === 0xfffd;
  return pair ? (bytes & 0xc0) === 0x80 && (lead < 0xe0 || goesOn) : goesOn;
}

/** A text once more read rightly, where it was read wrongly twice. */
function settle(text: string, established: ReadonlySet<Kind>, depth: number): string {
  const runs = isUsual(text) ? [] : (undo(text, established, depth)?.runs ?? []);
  let from = 0;
  let out = '';
  for (const run of runs) {
    out += text.slice(from, run.start) + run.text;
    from = run.end;
  }
  return out + text.slice(from);
}

/** Whether a stretch of Chinese characters was UTF-8. Two of them may be so by chance, but hardly into frequent ones. */
function isSureGb(reading: Utf8Reading, before: string, known: boolean): boolean {
  const stood = scoreText(before.replace(/[?\ufffd]/g, '')).value;
  // `2022骞?` in a document of them: nothing comes back, but what stands there is no text either.
  if (known && reading.sound === 0) return reading.lost === 1 && stood <= -0.4;
  if (reading.sound < 2 || reading.lost > reading.sound) return false;
  const after = scoreText(reading.text.replaceAll('\ufffd', ''));
  const gain = after.value - stood;
  if (known) return gain > 0.4;
  if (reading.sound >= 4) return after.value > -0.2 && gain > 0.6;
  return after.value >= 0.3 && gain > 0.8;
}

const HAN = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/gu;
/** What Latin-1 and Windows-1252 show for two bytes from 80 on, or one of them with ASCII. */
const LATIN_BYTES = /[\u0080-\u00b6\u00b8-\u00d6\u00d8-\u00ff]/;
const LATIN_LETTER = /[A-Za-z\u00c0-\u00ff]/;
/** Single signs that no text has by chance between Chinese characters or figures: `Â·`, `Â°`. */
const SINGLE_SIGN = /^[·°±×÷§®©²³\u00a0]$/;

/** Whether a stretch of Latin letters and signs was UTF-8: two sequences of three bytes in a row are no accident. */
function isSureLatin(reading: Utf8Reading, line: string, at: number, known: boolean): boolean {
  const { text, sound, lost } = reading;
  if (sound === 0 || lost > sound) return false;
  if ((text.match(HAN)?.length ?? 0) >= 2 || text === '\ufeff') return true;
  if (SINGLE_MARK.test(text) && text >= '\u2010' && text <= '\u203b') return true;
  // A blank that passed for a byte proves nothing by itself.
  const free = !LATIN_LETTER.test(line[at - 1] ?? '') && !line.slice(at, reading.end).includes(' ');
  if (!free) return known;
  if (known || SINGLE_SIGN.test(text)) return true;
  return [...text].every(
    (c) => c.length > 1 || c <= '\u007f' || SINGLE_MARK.test(c) || weightOf(c.charCodeAt(0)) >= 0.1,
  );
}
