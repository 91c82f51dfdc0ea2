import { defineStage, type Stage } from '../core/draft.js';
import { repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { repertoire } from '../core/repertoire.js';
import { BREAK, unitOf } from './ngrams.js';
import { type Prose, proseModel } from './prose-model.js';
import { readShift } from './shift-reader.js';
import { mayStart } from './shift-signs.js';
import { openIn, type Reading, type Step } from './shift-state.js';

/*
 * A program took the byte pair A3 xx (full-width punctuation in GBK) for a unit without minding where characters begin.
 * In [L A3][xx yy]… the lead L was lost (shown as `?`), A3 xx became ！ ； ？ ，, and all behind was read one byte off,
 * until a Latin letter (a trail byte below 0x80), the next lost byte, or a bracket set the reading right again.
 */

/** So much behind a sign may be garbled and teaches nothing. */
const DOUBTFUL = 120;
const GLOSS = /[(（][a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹ]{0,7}[)）]/g;

/** Whether a text shows what the accident leaves. */
export function mayBeShifted(text: string): boolean {
  return linesOf(text).some(({ text: line }) => signsOf(line).length > 0);
}

/** @param convert traditional to simplified, where the document may be traditional: words are known in simplified. */
export function byteShift(prose: Prose, convert?: (text: string) => string): Stage {
  return defineStage({
    id: 'byte-shift',
    edits: ({ text }) => {
      const lines = linesOf(text).filter(({ text: line }) => signsOf(line).length > 0);
      if (lines.length === 0) return [];
      // What the first reading brought back for certain is known to the second.
      const first = readAll(lines, readingOf(unbroken(text, lines, []), prose, convert));
      if (first.length === 0) return [];
      const second = readAll(lines, readingOf(unbroken(text, lines, first), prose, convert));
      return second.map((s) => repair(s.start, s.end, s.text, 'byte-shift', s.kind === 'lost' && s.text !== LOST));
    },
  });
}

/** Signs of the accident in a line; none where they stand closer than any accident sets them. */
function signsOf(line: string): number[] {
  const signs: number[] = [];
  for (const { index } of line.matchAll(/[?\ufffd]/g)) if (mayStart(line, index)) signs.push(index);
  return signs.length > MANY && signs.length * CLOSE > line.length ? [] : signs;
}

/** More signs than this in a line, and closer to each other than this on the average, are no accident. */
const MANY = 40;
const CLOSE = 8;

/** The rest of an inserted syllable is a sign by itself; so is a full-width letter or digit between lost bytes. */
const SIGN = /^[?\ufffd](?:[^?\ufffd]{1,7}[)）]|[０-９Ａ-Ｚａ-ｚ][?\ufffd])/;

/** A stretch of a line without the syllables that a page added. */
function plain(line: string, from: number, to: number): string {
  return line.slice(Math.max(0, from), to).replace(GLOSS, '');
}

/**
 * The search takes up to a millisecond a character, so it is bounded. After so many characters without anything that can be
 * relied on, the text is damaged in another way; nobody has seen a file with more than so many that are.
 */
const IN_VAIN = 3000;
const MOST = 30_000;

/** All steps of repair, by their places in the text. */
function readAll(lines: readonly Line[], reading: Reading): Step[] {
  const found: Step[] = [];
  const known = new Map<string, Step[]>();
  let searched = 0;
  for (const { text, start } of lines) {
    let steps = known.get(text);
    if (!steps) {
      if (searched > (found.length > 0 ? MOST : IN_VAIN)) break;
      const read = readLine(text, reading);
      steps = read.steps;
      searched += read.searched;
      known.set(text, steps);
    }
    for (const step of steps) found.push({ ...step, start: start + step.start, end: start + step.end });
  }
  return found;
}

/** The steps of one line, by their places in it, and how many characters were searched for them. */
function readLine(line: string, reading: Reading): { steps: Step[]; searched: number } {
  const found: Step[] = [];
  let from = 0;
  let searched = 0;
  for (const sign of signsOf(line)) {
    if (sign < from) continue;
    if (searched > (found.length > 0 ? MOST : IN_VAIN)) break;
    const around = plain(line, sign - 20, sign).slice(-2);
    const { steps, end } = readShift(line, sign, [...around].map(reading.fold), reading);
    found.push(...trusted(line, steps, reading));
    searched += end - sign;
    from = end;
  }
  return { steps: found, searched };
}

/** Steps that can be relied on: runs that brought something back for certain, and no guess that would be a made-up fact. */
function trusted(line: string, steps: readonly Step[], reading: Reading): Step[] {
  const kept: Step[] = [];
  for (let i = 0; i < steps.length; ) {
    let end = i + 1;
    while (end < steps.length && steps[end]?.start === steps[end - 1]?.end) end++;
    const run = steps.slice(i, end);
    i = end;
    const certain = run.some((step) => step.kind === 'exact' && /[\u4e00-\u9fff]/.test(step.text));
    if (!certain && !SIGN.test(line.slice(run[0]?.start, run.at(-1)?.end)) && !isWordAndMark(line, run, reading))
      continue;
    kept.push(...run.map((step, k) => honest(line, run, step, k, reading)));
  }
  return kept;
}

/**
 * `规?！?`, all that a page shows of 规模。 where the line ends or a digit follows: nothing comes back for certain, but the
 * first character can hardly be another one.
 */
function isWordAndMark(line: string, run: readonly Step[], { model, fold }: Reading): boolean {
  const [first, second] = run;
  if (run.length !== 2 || !first || second?.kind !== 'lost' || !MARK.test(second.text)) return false;
  // Or the mark opens a quotation that is closed and not opened: 。“ before a digit.
  const closer = CLOSER[second.text];
  if (closer && MARK.test(first.text))
    return openIn(line.slice(0, first.start)) === '' && closesFirst(line.slice(second.end), second.text, closer);
  if (!/[\u4e00-\u9fff]/.test(first.text)) return false;
  const [a = '\n', b = '\n'] = [...`\n${plain(line, first.start - 20, first.start)}`].slice(-2);
  return model.score(fold(a), fold(b), fold(first.text)) > SURE;
}

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '《': '》', '〔': '〕' };

function closesFirst(rest: string, opener: string, closer: string): boolean {
  const end = rest.indexOf(closer);
  return end > 0 && !rest.slice(0, end).includes(opener);
}

/** More likely than one to six (logarithm). */
const SURE = -1.8;

/** A step as it is, or with its lost character left unread: where nothing speaks for the guess, or it made a number. */
function honest(line: string, run: readonly Step[], step: Step, k: number, { model, fold }: Reading): Step {
  if (step.kind === 'exact') return step;
  const before = run[k - 1]?.text.at(-1) ?? plain(line, step.start - 20, step.start).at(-1) ?? '';
  const after = run[k + 1]?.text[0] ?? plain(line, step.end, step.end + 20)[0] ?? '';
  const guess = step.text[0] ?? '';
  const supported = MARK.test(guess) || model.seen(fold(before), fold(guess)) || model.seen(fold(guess), fold(after));
  return supported && !makesNumber(before, guess, after) ? step : { ...step, text: LOST + step.text.slice(1) };
}

/** Stands for a character that is left unread. */
const LOST = '?';
const DIGIT = /[\d０-９.．〇零一二三四五六七八九十百千万亿两]/;
/** Any sentence may end; brackets and quotation marks are paired by the reading. */
const MARK = /[。，、；：“”〔〕《》]/;
const OF_DATES = /[年月日号时分%％]/;
/** Words whose numeral counts nothing. */
const WORDS = /[统唯同专]一|一[体步系律般定致路带线流]|千方|百姓|十四/;

/** Whether a guessed character would be part of a number or a date: those are never made up. */
function makesNumber(before: string, guess: string, after: string): boolean {
  if (DIGIT.test(guess)) return !WORDS.test(before + guess) && !WORDS.test(guess + after);
  return DIGIT.test(before) && (DIGIT.test(after) || OF_DATES.test(guess));
}

/** The text without what is or may be garbled: exact steps of repair are in it, guesses and unread signs are not. */
function unbroken(text: string, lines: readonly Line[], steps: readonly Step[]): string {
  let sample = '';
  let from = 0;
  let next = 0;
  for (const line of lines) {
    for (const sign of signsOf(line.text)) {
      const at = line.start + sign;
      if (at < from) continue;
      sample += text.slice(from, at) + BREAK;
      from = Math.min(line.end, at + DOUBTFUL);
      while ((steps[next]?.start ?? at) < at) next++;
      if (steps[next]?.start !== at) continue;
      for (from = at; steps[next]?.start === from; next++) {
        const step = steps[next];
        sample += step?.kind === 'exact' ? step.text : BREAK;
        from = step?.end ?? from;
        if (step?.end === step?.start) break;
      }
      sample += BREAK;
    }
  }
  return (sample + text.slice(from)).slice(0, 400_000).replace(GLOSS, '');
}

function readingOf(sample: string, prose: Prose, convert: ((text: string) => string) | undefined): Reading {
  const traditional = convert !== undefined && isTraditional(sample);
  const convertible = traditional ? convert : undefined;
  const folds = new Map<string, number>();
  const fold = (c: string): number => {
    if (!convertible) return unitOf(c);
    const known = folds.get(c) ?? unitOf(convertible(c));
    folds.set(c, known);
    return known;
  };
  const script = new Set(repertoire(traditional ? 'big5' : 'gb2312'));
  const writes = (c: string): boolean => c < '\u3400' || c > '\u9fff' || script.has(c);
  return { model: proseModel(convertible ? convertible(sample) : sample, prose), fold, writes };
}

/** Whether more characters of a text are strange to simplified writing than to traditional. */
function isTraditional(text: string): boolean {
  const simplified = new Set(repertoire('gb2312'));
  const traditional = new Set(repertoire('big5'));
  let balance = 0;
  for (const c of text) {
    if (c < '\u4e00' || c > '\u9fff') continue;
    if (!simplified.has(c)) balance++;
    if (!traditional.has(c)) balance--;
  }
  return balance > 0;
}
