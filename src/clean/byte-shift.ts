import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { linesOf } from '../core/lines.js';

/*
 * A program took the byte pair A3 xx (full-width punctuation in GBK) for a unit without minding where characters begin.
 * In [L A3][xx yy]… the lead L was lost (shown as `?`), A3 xx became ！ ； ？ ，, and all behind was read one byte off,
 * until a Latin letter (a trail byte below 0x80), the next lost byte, or a bracket set the reading right again.
 */

/** A lost byte, then what A3 xx shows: full-width forms, or their half-width likenesses that a page made of them. */
const SIGN = /[?\ufffd](?=[\uff01-\uff5e?!,;:R])/g;
/** Behind the pinyin inserter the same accident leaves `?qū)W` for 學: the letter is the trail byte. */
const PINYIN_SIGN = /[?\ufffd][a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹ]{1,6}\)([A-Za-z])/g;
/** A syllable that a page added: it shows where characters begin. */
const PINYIN_BEHIND = /^[(（][a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹ]{1,6}[)）]/;
const LONGEST_RUN = 80;
const TRAIL = 0xa3;

interface Codec {
  readonly decode: (lead: number, trail: number) => string;
  readonly encode: (character: string) => readonly [number, number] | undefined;
}

let codec: Codec | undefined;

/** Two-byte GB18030 in both directions, private-use characters included, as the WHATWG decoder has it. */
function gbCodec(): Codec {
  if (codec) return codec;
  const decoder = new TextDecoder('gb18030');
  const forward = new Map<number, string>();
  const backward = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      forward.set(lead * 256 + trail, character);
      if ([...character].length === 1) backward.set(character, [lead, trail]);
    }
  }
  codec = {
    decode: (lead, trail) => forward.get(lead * 256 + trail) ?? '\ufffd',
    encode: (character) => backward.get(character),
  };
  return codec;
}

export const byteShift = defineStage({
  id: 'byte-shift',
  edits: ({ text }) => {
    if (text.search(SIGN) < 0 && text.search(PINYIN_SIGN) < 0) return [];
    const model = bigrams(text);
    const edits: Edit[] = [];
    for (const line of linesOf(text)) {
      let from = 0;
      for (const match of line.text.matchAll(SIGN)) {
        if (match.index < from || match.index === 0) continue;
        const found = readRun(line.text, match.index, model);
        if (!found) continue;
        edits.push(repair(line.start + match.index, line.start + found.end, found.text, 'byte-shift', true));
        from = found.end;
      }
      for (const match of line.text.matchAll(PINYIN_SIGN)) {
        if (edits.some((e) => e.start < line.start + match.index + match[0].length && e.end > line.start + match.index))
          continue;
        const end = match.index + match[0].length;
        const best = bestWithTrail(match[1]?.charCodeAt(0) ?? 0, line.text[match.index - 1], line.text[end], model);
        if (best) edits.push(repair(line.start + match.index, line.start + end, best, 'byte-shift', true));
      }
    }
    return edits;
  },
});

interface Run {
  readonly text: string;
  readonly end: number;
}

/** Read the run behind the lost byte at `at` one byte on, and guess the character that lost its lead. */
function readRun(line: string, at: number, model: Bigrams): Run | undefined {
  const { encode, decode } = gbCodec();
  const bytes: number[] = [];
  let i = at + 1;
  let closedBy: 'letter' | 'lost' | 'pinyin' | 'end' = 'end';
  for (; i < line.length && i - at <= LONGEST_RUN; i++) {
    const character = line[i] ?? '';
    if (i > at + 1 && /[?\ufffd]/.test(character)) {
      closedBy = 'lost';
      break;
    }
    const pair = encode(i === at + 1 || /[R?,;!:]/.test(character) ? fullWidth(character) : character);
    if (i > at + 1 && /[0-9A-Za-z@[\]^_`{|}~\\]/.test(character) && character !== 'R') {
      bytes.push(character.charCodeAt(0));
      closedBy = 'letter';
      i++;
      break;
    }
    if (PINYIN_BEHIND.test(line.slice(i, i + 10))) {
      closedBy = 'pinyin';
      break;
    }
    if (!pair || /[()（]/.test(character)) break;
    bytes.push(...pair);
  }
  if (bytes[0] !== TRAIL) return undefined;
  const rest = bytes.slice(1);
  const complete = rest.length % 2 === 0;
  if (closedBy === 'end' || (closedBy === 'letter' && !complete)) return undefined;
  let text = '';
  for (let k = 0; k + 1 < rest.length; k += 2) text += decode(rest[k] ?? 0, rest[k + 1] ?? 0);
  if (!plausible(text, line.slice(at, i), model)) return undefined;
  const first = bestWithTrail(TRAIL, line[at - 1], text[0], model);
  if (!first) return undefined;
  if (complete) return { text: first + text, end: i };
  // The run ends in a lost byte: the last character has its lead and lost its trail. Its syllable, where a page added
  // one behind it, stays for the stage that takes syllables out.
  if (closedBy === 'pinyin') {
    const behind = line.slice(i).replace(/^[(（][^)）]*[)）]/, '')[0];
    const ending = bestWithLead(rest.at(-1) ?? 0, text.at(-1) ?? first, behind, model);
    return ending ? { text: first + text + ending, end: i } : undefined;
  }
  const last = bestWithLead(rest.at(-1) ?? 0, text.at(-1) ?? first, line[i + 1], model);
  return last ? { text: first + text + last, end: i + 1 } : undefined;
}

function fullWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : character;
}

/** What the repair gives must read more like the document than what stood there. */
function plausible(after: string, before: string, model: Bigrams): boolean {
  if (/[\ufffd\ue000-\uf8ff]/.test(after)) return false;
  return after.length === 0 || model.likeness(after) >= model.likeness(before.slice(1));
}

function bestWithTrail(
  trail: number,
  before: string | undefined,
  after: string | undefined,
  model: Bigrams,
): string | undefined {
  const leads = Array.from({ length: 0xfe - 0x81 + 1 }, (_, i) => 0x81 + i);
  return best(
    leads.map((lead) => gbCodec().decode(lead, trail)),
    before,
    after,
    model,
  );
}

function bestWithLead(
  lead: number,
  before: string | undefined,
  after: string | undefined,
  model: Bigrams,
): string | undefined {
  const trails = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => 0x40 + i).filter((t) => t !== 0x7f);
  return best(
    trails.map((trail) => gbCodec().decode(lead, trail)),
    before,
    after,
    model,
  );
}

/** The candidate that fits best between its neighbours; none inside numbers, where a guess would be a lie. */
function best(candidates: readonly string[], before = '', after = '', model: Bigrams): string | undefined {
  if (/\d/.test(before) && /\d/.test(after)) return undefined;
  let winner: string | undefined;
  let score = 0;
  for (const candidate of candidates) {
    if (candidate.length !== 1 || !/[\u4e00-\u9fff。“”、，；：]/.test(candidate)) continue;
    // A character that stands nowhere else in the document has nothing that speaks for it.
    if (!model.knows(candidate)) continue;
    const fit = model.given(before, candidate) * model.given(candidate, after);
    if (fit > score) {
      score = fit;
      winner = candidate;
    }
  }
  return winner;
}

/** Weight of how often a character stands in the document at all, against the pairs seen: one pair proves little. */
const PRIOR = 60;

interface Bigrams {
  /** How likely `b` follows `a` in this document, smoothed by how often `b` stands in it at all. */
  readonly given: (a: string, b: string) => number;
  readonly likeness: (text: string) => number;
  readonly knows: (character: string) => boolean;
}

/** The document's own pairs of neighbouring characters: the model that ranks guesses. */
function bigrams(text: string): Bigrams {
  const pairs = new Map<string, number>();
  const singles = new Map<string, number>();
  const plain = text.replace(/[(（][a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹ]{0,7}[)）]/g, '');
  for (let i = 0; i < plain.length; i++) {
    const one = plain[i] ?? '';
    singles.set(one, (singles.get(one) ?? 0) + 1);
    const two = plain.slice(i, i + 2);
    pairs.set(two, (pairs.get(two) ?? 0) + 1);
  }
  const count = (a: string, b: string): number => pairs.get(a + b) ?? 0;
  const share = (a: string): number => ((singles.get(a) ?? 0) + 0.1) / (plain.length + 1);
  return {
    knows: (character) => singles.has(character),
    given: (a, b) => (count(a, b) + PRIOR * share(b)) / ((singles.get(a) ?? 0) + PRIOR),
    likeness: (sample) => {
      let known = 0;
      for (let i = 0; i + 1 < sample.length; i++) {
        const a = sample[i] ?? '';
        const b = sample[i + 1] ?? '';
        if (!/[?!A-Za-z]/.test(a + b) && count(a, b) > 1) known++;
      }
      return sample.length > 1 ? known / (sample.length - 1) : 0;
    },
  };
}
