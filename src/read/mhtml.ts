import { diagnostic, InputError } from '../core/diagnostic.js';
import { bytesOf, headersAt, type Part, parameterOf, partsOf } from './mime.js';
import { latin1 } from './platform.js';

/** The page of a saved web archive: its own bytes, as the server sent them. */
export interface SavedPage {
  readonly bytes: Uint8Array;
  /** What the header of the part says of its encoding; it may be wrong. */
  readonly charset: string | undefined;
  /** False for a mail of plain text. */
  readonly html: boolean;
  /** Where the page was saved from. */
  readonly url: string | undefined;
}

/** Bytes in which headers are looked for. */
const HEAD = 16 * 1024;
/** So much more text than the page around it has the frame that holds the document. */
const FRAMED = 4;
const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * Open a web archive (MHTML, RFC 2557: .mht and .mhtml of Chromium, Internet Explorer, Word and WPS) or a mail (.eml) and
 * take out the page: the part that `start` names, else the first of HTML; the frame that holds the text where the page itself
 * is but the frames around it. Places in the page are places in its decoded part, not in the archive.
 * @returns undefined for what is no MIME message.
 * @throws InputError `input/broken` for an archive without a page.
 */
export function openWebArchive(bytes: Uint8Array): SavedPage | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const opening = latin1(bytes.subarray(start, start + HEAD));
  const blanks = /^\s{0,200}/.exec(opening)?.[0].length ?? 0;
  const probe = headersAt(opening, blanks, opening.length);
  const type = probe?.headers.get('content-type');
  if (!probe || type === undefined) return undefined;
  // Plain text may begin with a word and a colon, never with these.
  if (!probe.headers.has('mime-version') && !/^multipart\/|^text\/html/i.test(type)) return undefined;
  const text = latin1(bytes);
  const parts = partsOf(text, probe.headers, start + probe.body, text.length);
  const page = pageOf(bytes, parts, parameterOf(type, 'start'));
  if (!page) {
    const why = 'there is no page in it';
    throw new InputError(diagnostic('input/broken', 'error', { format: 'web archive', why }));
  }
  const { part, bytes: own } = page;
  const places = [probe.headers.get('snapshot-content-location'), part.headers.get('content-location')];
  return {
    bytes: own,
    charset: parameterOf(part.headers.get('content-type'), 'charset'),
    html: HTML.test(part.type),
    url: places.map((place) => place?.replace(/\s+/g, '')).find((place) => place && /^https?:\/\/./i.test(place)),
  };
}

interface Opened {
  readonly part: Part;
  readonly bytes: Uint8Array;
}

function pageOf(bytes: Uint8Array, parts: readonly Part[], start: string | undefined): Opened | undefined {
  const pages = parts.filter(({ type }) => HTML.test(type));
  const named = start === undefined ? undefined : pages.find(({ headers }) => headers.get('content-id') === start);
  const main = named ?? pages[0] ?? parts.find(({ type }) => type === 'text/plain');
  if (!main) return undefined;
  const own = { part: main, bytes: bytesOf(bytes, main) };
  const markup = latin1(own.bytes);
  const frames = /<frameset\b/i.test(markup) ? 0 : /<iframe\b/i.test(markup) ? FRAMED : undefined;
  if (frames === undefined) return own;
  let best: Opened = own;
  let most = wordsIn(markup) * frames;
  for (const part of pages) {
    if (part === main) continue;
    const opened = { part, bytes: bytesOf(bytes, part) };
    const words = wordsIn(latin1(opened.bytes));
    if (words > most) [best, most] = [opened, words];
  }
  return best;
}

/** Bytes of text outside of tags, scripts and styles: enough to tell a page from the frames around it. */
function wordsIn(markup: string): number {
  let words = 0;
  let at = 0;
  while (at < markup.length) {
    const tag = markup.indexOf('<', at);
    if (tag < 0) return words + markup.length - at;
    words += markup.slice(at, tag).replace(/\s+/g, '').length;
    const silent = /^<(script|style)\b/i.exec(markup.slice(tag, tag + 10))?.[1];
    const close = markup.indexOf('>', tag);
    if (close < 0) return words;
    at = close + 1;
    if (silent) {
      const end = markup.indexOf('</', at);
      at = end < 0 ? markup.length : end;
    }
  }
  return words;
}
