import { repertoire } from '../core/repertoire.js';
import { DAILY_VARIANTS, KEPT_IN_NAMES, SHARED_FORMS, VARIANTS } from '../lexicon/script.js';
import type { Convert } from './converter.js';

/*
 * Which stretches of a text are traditional. Evidence are characters that only one of the two scripts is written with:
 *
 * 1. A line, or a sentence where several share one line, with evidence of one script alone is of that script.
 * 2. One with both is judged piece by piece, between punctuation marks. A piece with both is traditional where three
 *    in four signs say so; otherwise only its traditional characters themselves are converted.
 * 3. What is without evidence goes with what stands around it: with the nearest that has some before and behind it
 *    where the two agree, otherwise with the whole: the document, for a piece its sentence.
 */

/** A stretch to be converted: all of it, or only the characters that are written in traditional text alone. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

/** Evidence for the traditional script and for the simplified one, in characters. */
interface Evidence {
  traditional: number;
  simplified: number;
}

interface Span extends Evidence {
  readonly start: number;
  readonly end: number;
}

const NONE = 0;
const TRADITIONAL = 1;
const SIMPLIFIED = 2;
const UNKNOWN = 3;
/** Ends of pieces, and above them ends of sentences. */
const MARK = 4;
const SENTENCE_END = 5;
/** What each UTF-16 unit is a sign of. */
export type Signs = Uint8Array;

let known: Signs | undefined;
let gb2312: ReadonlySet<string> | undefined;

/**
 * The signs as far as the character sets tell them: what GB 2312 has and Big5 has not is simplified; what is not in
 * GB 2312, with which simplified text is written but for rare names, may be traditional: the converter knows.
 */
function knownSigns(): Signs {
  if (known) return known;
  known = new Uint8Array(0x10000);
  known.fill(UNKNOWN, 0x3400, 0xa000);
  const set = (characters: string, sign: number): void => {
    for (let i = 0; i < characters.length; i++) if (known) known[characters.charCodeAt(i)] = sign;
  };
  set(repertoire('gb2312'), SIMPLIFIED);
  for (const unit of repertoire('big5')) {
    const code = unit.charCodeAt(0);
    if (known[code] === SIMPLIFIED) known[code] = NONE;
  }
  for (const kept of [SHARED_FORMS, KEPT_IN_NAMES, VARIANTS]) set(kept, NONE);
  set(DAILY_VARIANTS, UNKNOWN);
  // Blanks and punctuation, of ASCII and of Chinese text; not the marks inside of numbers, nor 〇.
  set('\t !"\'()*+,/:?[]|\u00a0·，：（）［］｜／', MARK);
  for (const [from, to] of [
    [0x2010, 0x206f],
    [0x3000, 0x3006],
    [0x3008, 0x303f],
  ] as const) {
    known.fill(MARK, from, to + 1);
  }
  set('\n。！？；;\u3000', SENTENCE_END);
  // The one character of GB 2312 that no simplified text has.
  set('後', UNKNOWN);
  return known;
}

let everyday: Uint8Array | undefined;

/** Whether every Chinese character of a text is one of GB 2312, the one that no simplified text has aside. */
function isEveryday(text: string): boolean {
  if (!everyday) {
    everyday = new Uint8Array(0x10000).fill(1);
    everyday.fill(0, 0x3400, 0xa000);
    const characters = repertoire('gb2312');
    for (let i = 0; i < characters.length; i++) everyday[characters.charCodeAt(i)] = 1;
    for (const character of DAILY_VARIANTS) everyday[character.charCodeAt(0)] = 0;
    everyday['後'.charCodeAt(0)] = 0;
  }
  for (let i = 0; i < text.length; i++) if (everyday[text.charCodeAt(i)] === 0) return false;
  return true;
}

/** Whether a text may be traditional: only then is a converter worth loading. */
export function mayBeTraditional(text: string): boolean {
  // Most texts need no more to be known about.
  if (isEveryday(text)) return false;
  const signs = knownSigns();
  for (let i = 0; i < text.length; i++) if (signs[text.charCodeAt(i)] === UNKNOWN) return true;
  return false;
}

/**
 * Whether GB 2312 has a character. Forms that it has not (頔 → 𬱖) are hardly typed: simplified print leaves such names
 * in their old form.
 */
function isCommon(character: string): boolean {
  gb2312 ??= new Set(repertoire('gb2312'));
  return gb2312.has(character);
}

/** The signs with those of this text's characters that only the converter knows. */
export function signsFor(text: string, convert: Convert): Signs {
  const signs = knownSigns().slice();
  const asked: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (signs[unit] !== UNKNOWN) continue;
    signs[unit] = NONE;
    asked.push(unit);
  }
  const converted = convert(asked.map((unit) => String.fromCharCode(unit)).join('\n')).split('\n');
  asked.forEach((unit, i) => {
    const form = converted[i] ?? '';
    if (form !== String.fromCharCode(unit) && isCommon(form)) signs[unit] = TRADITIONAL;
  });
  return signs;
}

export function isTraditional(signs: Signs, unit: number): boolean {
  return signs[unit] === TRADITIONAL;
}

/** The stretches of a text that are traditional, in order. */
export function traditionalStretches(text: string, signs: Signs): Stretch[] {
  const sentences = spansOf(text, 0, text.length, signs, SENTENCE_END);
  const all = sum(sentences);
  if (all.traditional === 0) return [];
  const fit = fitted(sentences, all);
  const stretches: Growing[] = [];
  sentences.forEach((sentence, i) => {
    if (sentence.traditional > 0 && sentence.simplified > 0) {
      for (const stretch of mixedStretches(text, sentence, signs)) append(stretches, text, stretch);
    } else if (fit[i]) append(stretches, text, { start: sentence.start, end: sentence.end, whole: true });
  });
  return stretches;
}

/** The pieces of a sentence that has evidence of both scripts. */
function mixedStretches(text: string, sentence: Span, signs: Signs): Stretch[] {
  const pieces = spansOf(text, sentence.start, sentence.end, signs, MARK);
  const fit = fitted(pieces, sentence);
  return pieces.flatMap((piece, i): Stretch[] => {
    const whole = fit[i] === true && piece.traditional >= piece.simplified * 3;
    return whole || piece.traditional > 0 ? [{ start: piece.start, end: piece.end, whole }] : [];
  });
}

/** Which spans are traditional: by their own evidence, and without any by what stands around them. */
function fitted(spans: readonly Span[], all: Evidence): boolean[] {
  const whole = verdict(all) ?? false;
  const fit: boolean[] = [];
  let before: boolean | undefined;
  for (const span of spans) {
    before = verdict(span) ?? before;
    fit.push(before ?? whole);
  }
  let behind: boolean | undefined;
  for (let i = spans.length - 1; i >= 0; i--) {
    const span = spans[i];
    const own = span && verdict(span);
    behind = own ?? behind;
    if (own === undefined && fit[i] !== (behind ?? whole)) fit[i] = whole;
  }
  return fit;
}

/** Whether there is more evidence for the traditional script; undefined without any. */
function verdict({ traditional, simplified }: Evidence): boolean | undefined {
  return traditional + simplified === 0 ? undefined : traditional > simplified;
}

/** Cut a text behind the units that end a span and count the evidence in each. */
function spansOf(text: string, from: number, to: number, signs: Signs, ends: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  let traditional = 0;
  let simplified = 0;
  for (let i = from; i < to; i++) {
    const sign = signs[text.charCodeAt(i)] ?? NONE;
    if (sign === NONE) continue;
    if (sign === TRADITIONAL) traditional++;
    else if (sign === SIMPLIFIED) simplified++;
    else if (sign >= ends) {
      spans.push({ start, end: i + 1, traditional, simplified });
      start = i + 1;
      traditional = 0;
      simplified = 0;
    }
  }
  if (start < to) spans.push({ start, end: to, traditional, simplified });
  return spans;
}

function sum(spans: readonly Span[]): Evidence {
  let traditional = 0;
  let simplified = 0;
  for (const span of spans) {
    traditional += span.traditional;
    simplified += span.simplified;
  }
  return { traditional, simplified };
}

/** The longest stretch that is converted in one go, about: a converter keeps every character apart while it works. */
const LONGEST = 1 << 19;

interface Growing extends Stretch {
  end: number;
}

/** Join a stretch to the one that it follows, and cut what is too long. */
function append(stretches: Growing[], text: string, next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.whole && next.whole && last.end === next.start && next.end - last.start <= LONGEST) {
    last.end = next.end;
    return;
  }
  let { start } = next;
  while (next.end - start > 2 * LONGEST) {
    const end = cutBefore(text, start + LONGEST, start);
    stretches.push({ ...next, start, end });
    start = end;
  }
  stretches.push({ ...next, start });
}

/** A place to cut at or before `end`: behind a mark, for no word goes over one; at worst between two characters. */
function cutBefore(text: string, end: number, start: number): number {
  const signs = knownSigns();
  for (let i = end; i > start; i--) if ((signs[text.charCodeAt(i - 1)] ?? NONE) >= MARK) return i;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}
