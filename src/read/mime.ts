import { fromBase64, latin1 } from './platform.js';

/*
 * MIME (RFC 2045, 2046) as far as saved pages need it. Libraries for mail decode a part by the charset of its header, which
 * saved pages state wrongly as often as pages do; here the bytes stay as they are.
 */

/** Names in lower case; of headers that stand twice the first. */
export type Headers = ReadonlyMap<string, string>;

/** A part that is no multipart: its headers and the place of its body in the message. */
export interface Part {
  readonly headers: Headers;
  /** `text/html`, in lower case. */
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Characters of the headers of one part. */
const LONGEST_HEAD = 64 * 1024;
const MOST_PARTS = 20_000;
/** Multiparts inside one another. */
const DEEPEST = 6;

/**
 * Headers at a place of a message, unfolded, and where the body begins; undefined where no headers stand there.
 * @param text the bytes of the message, one character each.
 */
export function headersAt(text: string, at: number, end: number): { headers: Headers; body: number } | undefined {
  const headers = new Map<string, string>();
  let name = '';
  let place = at;
  while (place < end && place - at < LONGEST_HEAD) {
    const next = text.indexOf('\n', place);
    const stop = next < 0 || next > end ? end : next;
    const line = text.slice(place, stop).replace(/\r$/, '');
    place = Math.min(stop + 1, end);
    if (line.trim() === '') return { headers, body: place };
    const head = /^([!-9;-~]{1,76}):[ \t]?/.exec(line);
    if (/^[ \t]/.test(line) && name !== '') headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else if (head) {
      name = (head[1] ?? '').toLowerCase();
      if (headers.has(name)) name = '';
      else headers.set(name, line.slice(head[0].length).trim());
    } else return undefined;
  }
  return headers.size > 0 ? { headers, body: place } : undefined;
}

/** A parameter of a header: `charset` of `text/html; charset="gb2312"`. */
export function parameterOf(header: string | undefined, name: string): string | undefined {
  for (const piece of (header ?? '').slice(0, 2000).split(';').slice(1)) {
    const equals = piece.indexOf('=');
    if (equals < 0 || piece.slice(0, equals).trim().toLowerCase() !== name) continue;
    const value = piece
      .slice(equals + 1)
      .trim()
      .replace(/^"|"$/g, '');
    return value === '' ? undefined : value;
  }
  return undefined;
}

/** `text/html` of `text/html; charset=gbk`; plain text where nothing is said (RFC 2045, 5.2). */
function typeOf(headers: Headers): string {
  return (headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** All parts of a message that are no multiparts, in order. Takes time linear in its length: a boundary is looked for once a level. */
export function partsOf(text: string, headers: Headers, from: number, to: number, depth = 0): Part[] {
  const type = typeOf(headers);
  if (!type.startsWith('multipart/') || depth >= DEEPEST) return [{ headers, type, from, to }];
  const parts: Part[] = [];
  for (const [start, end] of betweenBoundaries(text, from, to, parameterOf(headers.get('content-type'), 'boundary'))) {
    const head = headersAt(text, start, end);
    if (head) for (const part of partsOf(text, head.headers, head.body, end, depth + 1)) parts.push(part);
    if (parts.length >= MOST_PARTS) break;
  }
  return parts;
}

/** The stretches between lines that begin with `--` and the boundary; one that the header lacks is that of the first such line. */
function betweenBoundaries(text: string, from: number, to: number, stated: string | undefined): [number, number][] {
  const boundary =
    stated ?? /(?:^|\n)--([!-~]{1,70})\r?\n/.exec(text.slice(from, Math.min(to, from + LONGEST_HEAD)))?.[1];
  if (boundary === undefined || boundary.length > 200) return [];
  const line = `--${boundary}`;
  const found: [number, number][] = [];
  let open = -1;
  for (let at = text.indexOf(line, from); at >= 0 && at < to; at = text.indexOf(line, at + line.length)) {
    if (at > from && text[at - 1] !== '\n') continue;
    if (open >= 0) found.push([open, at]);
    if (text.startsWith('--', at + line.length)) return found;
    const next = text.indexOf('\n', at);
    open = next < 0 || next > to ? -1 : next + 1;
    if (found.length >= MOST_PARTS) return found;
  }
  // A download that was cut off lacks the last boundary.
  if (open >= 0 && open < to) found.push([open, to]);
  return found;
}

/** The bytes of a part, its transfer encoding undone; damaged places of it stay as they are. */
export function bytesOf(bytes: Uint8Array, { headers, from, to }: Part): Uint8Array {
  const body = bytes.subarray(from, to);
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return fromBase64(latin1(body));
  return encoding === 'quoted-printable' ? unquoted(body) : body;
}

const EQUALS = 0x3d;

function unquoted(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const high = hexOf(body[i + 1]);
    const low = hexOf(body[i + 2]);
    const broken = body[i + 1] === 0x0a ? 1 : body[i + 1] === 0x0d && body[i + 2] === 0x0a ? 2 : 0;
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      i += 2;
    } else if (broken > 0) i += broken;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

function hexOf(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
