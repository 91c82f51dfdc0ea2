import { diagnostic, InputError } from '../core/diagnostic.js';
import { type Draft, startDraft } from '../core/draft.js';
import type { Encoding } from '../schema/model.js';
import { findBytes } from './bytes.js';
import { hasText, wellFormed } from './decoded-text.js';
import { drawnTables } from './drawn-tables.js';
import { type Decoded, decode } from './encoding.js';
import { isMarkdown } from './markdown-signs.js';
import type { SavedPage } from './mhtml.js';

/** A file read to a text with the place of every character in the decoded original. */
export interface ReadFile {
  readonly draft: Draft;
  readonly format: 'text' | 'html' | 'docx' | 'pdf';
  readonly encoding: Encoding;
  /** What places in the file are called where it has no lines of its own. Default: lines and columns of the decoded original. */
  readonly places?: SourcePlaces;
  /** What `<title>`, `<meta>` and the front matter of Markdown say; empty for plain text. */
  readonly head: Readonly<Record<string, string>>;
  /** Pictures that a page or Markdown shows; 0 for plain text. */
  readonly pictures: number;
}

/** Pages of a PDF or paragraphs of a DOCX: where each begins in the decoded original (UTF-16 offsets, ascending from 0). */
export interface SourcePlaces {
  readonly kind: 'page' | 'paragraph';
  readonly starts: readonly number[];
}

/**
 * Decode a file and take its text out of its format, which is told by the content and not by the name.
 * @throws InputError when nothing in it can be read.
 */
export async function readBytes(bytes: Uint8Array, forced?: string): Promise<ReadFile> {
  if (mayBePdf(bytes)) {
    const { isPdf, readPdf } = await import('./pdf.js');
    if (isPdf(bytes)) return readPdf(bytes);
  }
  const document = await readContainer(bytes);
  if (document) return document;
  const saved = await openSaved(bytes);
  return readDecoded(await decode(saved?.bytes ?? bytes, forced, saved?.charset), saved);
}

/**
 * Take the text out of a file that somebody else has decoded. A saved web archive is opened, and its page decoded, as from bytes.
 * @param bytes the text in UTF-8.
 * @throws InputError when nothing in it can be read.
 */
export async function readText(text: string, bytes: Uint8Array): Promise<ReadFile> {
  const saved = await openSaved(bytes);
  if (saved) return readDecoded(await decode(saved.bytes, undefined, saved.charset), saved);
  const body = wellFormed(text.replace(/^\ufeff+/, ''));
  if (!hasText(body)) throw new InputError(diagnostic('input/empty', 'error', {}));
  const encoding: Encoding = { name: 'utf-8', via: 'forced', confidence: 1, replaced: 0 };
  return readDecoded({ text: body, encoding, diagnostics: [] }, undefined);
}

async function readDecoded(from: Decoded, saved: SavedPage | undefined): Promise<ReadFile> {
  const { text: decoded, encoding, diagnostics } = from;
  const start = { ...startDraft(decoded), diagnostics };
  const tagged = saved?.html === true || looksLikeHtml(decoded);
  const markdown = saved?.html !== true && isMarkdown(decoded, tagged);
  if (markdown || !tagged) {
    const drawn = drawnTables(decoded);
    const told = [...diagnostics, ...(drawn?.diagnostics ?? [])];
    const plain = { draft: { ...start, ...drawn, diagnostics: told }, head: {}, pictures: 0 };
    const { readMarkdown } = markdown ? await import('./markdown.js') : {};
    return { ...((await readMarkdown?.(plain.draft)) ?? plain), format: 'text', encoding };
  }
  const { readHtml } = await import('./html.js');
  const page = await readHtml(decoded);
  if (page.text.trim() === '') throw new InputError(diagnostic('input/no-text', 'error', {}));
  const drawn = drawnTables(page.text, page.marks);
  const { text, marks } = drawn ?? page;
  const told = [...diagnostics, ...(drawn?.diagnostics ?? [])];
  return {
    draft: { ...start, text, map: drawn?.map.after(page.map) ?? page.map, marks, diagnostics: told },
    format: 'html',
    encoding,
    head: saved?.url === undefined ? page.head : { 'source-url': saved.url, ...page.head },
    pictures: page.pictures,
  };
}

/** First bytes of archives, OLE files and RTF: what is not looked at further costs nothing. */
const CONTAINER = ['PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf'].map((magic) => [...magic].map((c) => c.charCodeAt(0)));

/** A Word file, or undefined for what `decode` has to look at; other documents of offices are refused by name. */
async function readContainer(bytes: Uint8Array): Promise<ReadFile | undefined> {
  if (!CONTAINER.some((magic) => magic.every((byte, i) => bytes[i] === byte))) return undefined;
  const { officeProblem } = await import('./office-kinds.js');
  const problem = officeProblem(bytes);
  if (problem) throw new InputError(problem);
  const { readDocx } = await import('./docx.js');
  return readDocx(bytes);
}

/** The page of a saved web archive. Its first line is a header; of most other files a look at that is enough. */
async function openSaved(bytes: Uint8Array): Promise<SavedPage | undefined> {
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  if (!/^(?:\u00ef\u00bb\u00bf)?\s{0,200}[A-Za-z][\w-]{2,40}:[ \t\r\n]/.test(first)) return undefined;
  const { openWebArchive } = await import('./mhtml.js');
  return openWebArchive(bytes);
}

/** Whether the first 1024 bytes name PDF. */
function mayBePdf(bytes: Uint8Array): boolean {
  return findBytes(bytes.subarray(0, 1024), '%PDF-') >= 0;
}

/** Whether a decoded file is a page: it opens like one, or tags are a good part of its beginning. */
function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096);
  if (/^\s*(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body|\?xml)\b/i.test(head)) return true;
  const tags = text.slice(0, 65536).match(/<\/?(?:p|div|span|br|table|td|tr|a|li|meta|script)\b/gi)?.length ?? 0;
  return tags >= 5;
}
