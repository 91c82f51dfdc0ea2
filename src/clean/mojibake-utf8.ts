import type { ByteTable } from './mojibake-bytes.js';

/** Where a sentence has ended, a character or two behind it where bytes run over: `at` in the text that was read, `out` in what it reads as. */
export interface SentenceEnd {
  readonly at: number;
  readonly out: number;
}

/** What a sentence ends with. */
export const SENTENCE_END = /[。；！？]/;
/** So many characters behind its end, a boundary still counts as that of a sentence. */
const RUN_OVER = 3;

/** A stretch read as the UTF-8 that it was. */
export interface Utf8Reading {
  readonly text: string;
  /** Behind the last character that was read, an offset in the text given. */
  readonly end: number;
  /** Characters beyond ASCII that came back whole. */
  readonly sound: number;
  /** Characters that did not: each stands as U+FFFD in `text`. */
  readonly lost: number;
  readonly sentences: readonly SentenceEnd[];
}

interface State {
  out: string;
  /** The last characters of `out`, which is long and costs a copy whenever it is looked into. */
  tail: string;
  /** Bytes that the character being read still lacks. */
  need: number;
  code: number;
  least: number;
  /** The character being read has lost a byte: what is left of it is passed over. */
  broken: boolean;
  /** How many bytes of a character whose lead went with the mark before them may follow. */
  orphans: number;
  /** Whether the character of such bytes is counted as lost already. */
  counted: boolean;
  sound: number;
  lost: number;
  /** A byte was missing without a mark for it, and nothing has come back whole since. */
  dropped: boolean;
  /** Something was read that belongs to the stretch. */
  moved: boolean;
}

const LOST = '\ufffd';

/**
 * Read `text` from `from` on as bytes of UTF-8 that were decoded by `table`. A `?` or U+FFFD in the middle of a character
 * stands for the one or two bytes that the wrong decoder could not pair. Ends where the bytes are no UTF-8, or spell what no
 * Chinese text has. Undefined where not even one character comes out.
 */
export function readUtf8(text: string, from: number, table: ByteTable): Utf8Reading | undefined {
  const state: State = {
    out: '',
    tail: '',
    need: 0,
    code: 0,
    least: 0,
    broken: false,
    orphans: 0,
    counted: false,
    sound: 0,
    lost: 0,
    dropped: false,
    moved: false,
  };
  let kept: Utf8Reading | undefined;
  const sentences: SentenceEnd[] = [];
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const pair = bytesAt(text, i, table, state.need);
    if (unit === 0xfffd || unit === 0x3f) passMark(state, unit);
    else if (pair === 0 || (pair > 0xff && !feed(state, pair >> 8)) || !feed(state, pair & 0xff)) break;
    // A first character with a byte missing and no mark for it is none of these.
    if (state.sound === 0 && state.lost > 0 && kept === undefined && unit !== 0xfffd && unit !== 0x3f) return undefined;
    if (state.moved && (state.need === 0 || state.broken)) {
      kept = { text: state.out, end: i + 1, sound: state.sound, lost: state.lost, sentences };
      const since = state.out.length - (sentences.at(-1)?.out ?? 0);
      if (state.need === 0 && since > RUN_OVER && SENTENCE_END.test(state.tail)) {
        sentences.push({ at: i + 1, out: state.out.length });
      }
      state.moved = false;
    }
  }
  const cut = i === text.length && state.need > 0 && !state.broken && !state.dropped && kept !== undefined;
  return cut && kept && i - kept.end <= 2
    ? { text: state.out + LOST, end: i, sound: state.sound, lost: state.lost + 1, sentences }
    : kept;
}

const EURO = 0x20ac;
/** The euro sign's own pair in GB18030. */
const EURO_PAIR = 0xa2e3;

/**
 * The bytes of a unit. A euro sign is byte 80, or its own pair where only that lets the next byte continue. A blank inside a
 * character was the no-break space of byte A0, which many programs make a plain one.
 */
function bytesAt(text: string, i: number, table: ByteTable, need: number): number {
  const unit = text.charCodeAt(i);
  const bytes = table[unit] ?? 0;
  if (unit === 0x20 && need > 0 && table[0xa0] === 0xa0) return 0xa0;
  if (unit !== EURO || need !== 1) return bytes;
  const next = table[text.charCodeAt(i + 1)] ?? 0;
  const paired = next > 0xff && next >> 14 === 2;
  return paired ? EURO_PAIR : bytes;
}

/** Take one byte; false where it cannot stand here. */
function feed(state: State, byte: number): boolean {
  const continues = byte >> 6 === 2;
  if (state.need > 0) {
    if (continues) return goOn(state, byte);
    // The byte that could not be paired is gone without a mark: told only where ASCII or a Chinese character begins.
    if (!state.broken) {
      if (byte >= 0x80 && (state.dropped || byte < 0xe2 || byte > 0xef)) return false;
      state.dropped = true;
      lose(state);
    }
    state.need = 0;
    state.broken = false;
  }
  if (byte < 0x80) {
    put(state, String.fromCharCode(byte));
    state.orphans = 0;
    return true;
  }
  if (continues) return passOrphan(state);
  state.orphans = 0;
  if (byte < 0xc2 || byte > 0xf4) return false;
  state.need = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
  state.code = byte & (0x3f >> state.need);
  state.least = [0, 0x80, 0x800, 0x10000][state.need] ?? 0;
  state.broken = false;
  return true;
}

function put(state: State, characters: string): void {
  state.out += characters;
  state.tail = (state.tail + characters).slice(-RUN_OVER);
}

function goOn(state: State, byte: number): boolean {
  state.need--;
  if (state.broken) {
    state.moved = true;
    if (state.need === 0) state.broken = false;
    return true;
  }
  state.code = (state.code << 6) | (byte & 0x3f);
  if (state.need > 0) return true;
  if (state.code < state.least || !isPrinted(state.code)) return false;
  put(state, String.fromCodePoint(state.code));
  if (state.code === 0xfffd) state.lost++;
  else state.sound++;
  state.dropped = false;
  state.moved = true;
  return true;
}

function lose(state: State): void {
  put(state, LOST);
  state.lost++;
  state.moved = true;
}

/** A mark of lost bytes: inside a character it is one of its bytes, perhaps with the lead of the next. */
function passMark(state: State, unit: number): void {
  if (state.need > 0) {
    if (!state.broken) lose(state);
    state.need--;
    state.broken = state.need > 0;
    state.counted = false;
  } else if (unit === 0xfffd || (state.orphans === 2 && !state.counted && state.tail.endsWith(LOST))) {
    // Of two marks in a row the second is the next character, whose lead went with the first.
    lose(state);
    state.counted = true;
  } else {
    put(state, '?');
    state.counted = false;
  }
  state.orphans = 2;
}

function passOrphan(state: State): boolean {
  if (state.orphans === 0) return false;
  state.orphans--;
  if (!state.counted) {
    // What was taken for a question mark stood for the lead of this character.
    if (state.tail.endsWith('?')) {
      state.out = state.out.slice(0, -1);
      state.tail = state.tail.slice(0, -1);
    }
    lose(state);
  }
  state.counted = true;
  state.moved = true;
  return true;
}

/** Whether a Chinese page may show a character: a stretch read as what it was not soon holds another one. */
function isPrinted(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return (
    (code >= 0xa0 && code <= 0x17f) || // Latin-1 and, of Pinyin, the long vowels
    code === 0x192 || // ƒ: byte 83 of Windows-1252, after a second wrong reading
    (code >= 0x1cd && code <= 0x1dc) ||
    (code >= 0x2c6 && code <= 0x2dd) ||
    (code >= 0x391 && code <= 0x3c9) ||
    (code >= 0x401 && code <= 0x451) ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x2e80 && code <= 0x4dbf) ||
    (code >= 0xe000 && code <= 0xfaff) ||
    (code >= 0xfe00 && code <= 0xffef && code !== 0xfffe) ||
    code === 0xfffd ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    // What a second wrong reading made of the bytes 80 to 9F.
    (code >= 0x80 && code < 0xa0)
  );
}
