import { findBytes } from './bytes.js';
import { cnsToBig5 } from './encoding-cns.js';
import { addDecoded, collectPieces, decodeBuiltIn, type Pieces } from './encoding-pieces.js';

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
const TILDE = 0x7e;
/** A byte that no GB18030 or Big5 character starts with: the decoder turns it into U+FFFD. */
const BAD = 0xff;

/** GB 2312, CNS 11643 plane 1 and ISO-IR-165 behind SO, CNS plane 2 behind the single shift. */
const DESIGNATIONS = ['\x1b$)A', '\x1b$)G', '\x1b$)E', '\x1b$*H'];

const isCapital = (byte: number) => byte > 0x40 && byte < 0x5b;
/** Blanks may stand between the pairs; other control characters are damage. */
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === LINE_FEED;
const isGraphic = (byte: number) => byte > 0x20 && byte < 0x7f;

/**
 * Decodes HZ (RFC 1843): GB 2312 in pairs of 7-bit bytes between `~{` and `~}`. A line end closes an open escape, as the
 * RFC asks of writers: so a damaged escape costs one line. Bad pairs become U+FFFD. Linear in time; one copy of the bytes.
 */
export function decodeHz(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length);
  let at = 0;
  let inGb = false;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1] ?? 0;
    if (byte === LINE_FEED || (byte === TILDE && next === (inGb ? 0x7d : 0x7b))) {
      inGb = byte === TILDE && !inGb;
      if (byte === LINE_FEED) out[at++] = byte;
      i += byte === TILDE ? 2 : 1;
    } else if (inGb && byte === TILDE && next === 0x7b) {
      out[at++] = BAD; // the closing escape was lost: no pair begins with a tilde
      i += 2;
    } else if (!inGb && byte === TILDE && (next === TILDE || next === LINE_FEED)) {
      if (next === TILDE) out[at++] = TILDE; // `~` at the end of a line joins it with the next one
      i += 2;
    } else if (!inGb || isBlank(byte)) {
      out[at++] = byte < 0x80 ? byte : BAD;
      i++;
    } else {
      // Keep the step of two over a damaged byte: the pairs behind it are still in place. Where an escape shows one byte
      // off, a byte was lost: no pair begins with a brace.
      const shifted = next === TILDE && (bytes[i + 2] === 0x7b || bytes[i + 2] === 0x7d);
      const whole = !shifted && isGraphic(byte) && isGraphic(next);
      out[at++] = whole ? byte | 0x80 : BAD;
      if (whole) out[at++] = next | 0x80;
      i += next === LINE_FEED || shifted ? 1 : 2;
    }
  }
  return decodeBuiltIn('gb18030', out.subarray(0, at));
}

/** A character set that ISO-2022-CN can put behind a shift; 0 = one that we have no table of. */
type CharacterSet = 'gb' | 1 | 2 | 0;

interface Shifts {
  /** Behind SO. */
  so: CharacterSet;
  /** Behind the single shift 2. */
  ss2: CharacterSet;
  out: boolean;
}

/**
 * Decodes ISO-2022-CN (RFC 1922): GB 2312, CNS 11643 planes 1 and 2. ISO-IR-165 is read as GB 2312, which it extends;
 * the planes 3 to 7 of ISO-2022-CN-EXT become U+FFFD. Stricter than the RFC nowhere: a designation holds beyond its
 * line, and SO without any means GB 2312. Linear in time; one copy of the bytes.
 */
export function decodeIso2022Cn(bytes: Uint8Array): string {
  const shifts: Shifts = { so: 'gb', ss2: 2, out: false };
  const sink = newSink(bytes.length);
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const taken = control(bytes, i, shifts);
    const single = byte === ESC && taken === 2;
    if (taken > 0 && !single) {
      if (taken === 4 && bytes[i + 2] === 0x29 && !isCapital(bytes[i + 3] ?? 0)) put(sink, BAD);
      i += taken;
    } else if (!single && (!shifts.out || isBlank(byte))) {
      put(sink, byte < 0x80 ? byte : BAD);
      i++;
    } else {
      const set = single ? (bytes[i + 1] === 0x4e ? shifts.ss2 : 0) : shifts.so;
      const pair = single ? i + 2 : i;
      putCharacter(sink, set, bytes[pair] ?? 0, bytes[pair + 1] ?? 0);
      i = pair + (isSwitch(bytes[pair + 1]) ? 1 : 2);
    }
  }
  flush(sink);
  return sink.pieces.join();
}

/** A byte that switches character sets is no half of a damaged pair. */
const isSwitch = (byte: number | undefined) =>
  byte === ESC || byte === SHIFT_OUT || byte === SHIFT_IN || byte === LINE_FEED;

/** Output of one kind at a time: bytes of GB18030 or of Big5, decoded when the kind changes. */
interface Sink {
  readonly pieces: Pieces;
  readonly bytes: Uint8Array;
  kind: 'gb18030' | 'big5';
  used: number;
}

function newSink(size: number): Sink {
  return { pieces: collectPieces(), bytes: new Uint8Array(size + 1), kind: 'gb18030', used: 0 };
}

function flush(sink: Sink): void {
  addDecoded(sink.pieces, sink.kind, sink.bytes.subarray(0, sink.used));
  sink.used = 0;
}

function put(sink: Sink, byte: number): void {
  sink.bytes[sink.used++] = byte;
}

function putCharacter(sink: Sink, set: CharacterSet, first: number, second: number): void {
  const kind = set === 'gb' ? 'gb18030' : 'big5';
  if (kind !== sink.kind) {
    flush(sink);
    sink.kind = kind;
  }
  const code = codeOf(set, first, second);
  if (code === 0) {
    put(sink, BAD);
    return;
  }
  put(sink, code >> 8);
  put(sink, code & 0xff);
}

/** Applies an escape, a shift or a line end at `i`; returns how many bytes it takes, 0 = none is there or it is text. */
function control(bytes: Uint8Array, i: number, shifts: Shifts): number {
  const byte = bytes[i];
  if (byte === SHIFT_OUT || byte === SHIFT_IN) {
    shifts.out = byte === SHIFT_OUT;
    return 1;
  }
  if (byte === LINE_FEED) shifts.out = false;
  if (byte !== ESC) return 0;
  if (bytes[i + 1] === 0x4e || bytes[i + 1] === 0x4f) return 2;
  if (bytes[i + 1] !== 0x24) return 0;
  const final = bytes[i + 3] ?? 0;
  // Final bytes of character sets are capitals: another one is damage, and the set most likely the same as before.
  if (bytes[i + 2] === 0x29 && isCapital(final))
    shifts.so = final === 0x47 ? 1 : final === 0x41 || final === 0x45 ? 'gb' : 0;
  else if (bytes[i + 2] === 0x2a) shifts.ss2 = final === 0x48 ? 2 : 0;
  else if (bytes[i + 2] !== 0x29 && bytes[i + 2] !== 0x2b) return 0;
  return 4;
}

/** The two bytes of a character in GB18030 or Big5 as one number, 0 = none. */
function codeOf(set: CharacterSet, first: number, second: number): number {
  if (set === 0 || !isGraphic(first) || !isGraphic(second)) return 0;
  return set === 'gb' ? 0x8080 | (first << 8) | second : cnsToBig5(set, first, second);
}

/** The first escape of HZ or ISO-2022-CN in the bytes and the encoding that it speaks for; null = none. */
export function findEscape(bytes: Uint8Array): { name: 'hz-gb-2312' | 'iso-2022-cn'; at: number } | null {
  const places = DESIGNATIONS.map((designation) => findBytes(bytes, designation)).filter((at) => at >= 0);
  if (places.length > 0) return { name: 'iso-2022-cn', at: Math.min(...places) };
  const at = findBytes(bytes, '~{');
  return at < 0 ? null : { name: 'hz-gb-2312', at };
}
