import { diagnostic, InputError } from '../core/diagnostic.js';
import { type Draft, startDraft } from '../core/draft.js';
import type { Encoding } from '../schema/model.js';
import { decode } from './encoding.js';
import { looksLikeHtml, readHtml } from './html.js';

/** A file read to a text with the place of every character in the decoded original. */
export interface ReadFile {
  readonly draft: Draft;
  readonly format: 'text' | 'html';
  readonly encoding: Encoding;
  /** What `<title>` and `<meta>` say; empty for plain text. */
  readonly head: Readonly<Record<string, string>>;
}

/**
 * Decode a file and take its text out of its format, which is told by the content and not by the name.
 * @throws InputError when nothing in it can be read.
 */
export async function readBytes(bytes: Uint8Array, forced?: string): Promise<ReadFile> {
  const { text: decoded, encoding, diagnostics } = await decode(bytes, forced);
  const start = { ...startDraft(decoded), diagnostics };
  if (!looksLikeHtml(decoded)) return { draft: start, format: 'text', encoding, head: {} };
  const page = await readHtml(decoded);
  if (page.text.trim() === '') throw new InputError(diagnostic('input/no-text', 'error', {}));
  return {
    draft: { ...start, text: page.text, map: page.map, marks: page.marks },
    format: 'html',
    encoding,
    head: page.head,
  };
}
