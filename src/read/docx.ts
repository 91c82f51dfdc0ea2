import type { Element } from 'domhandler';
import { diagnostic, InputError } from '../core/diagnostic.js';
import { type Draft, type Mark, startDraft } from '../core/draft.js';
import type { OffsetMap } from '../core/offset-map.js';
import { lastIndex } from '../core/search.js';
import { lookName, type PlainBody, plainBody } from './docx-body.js';
import { readNumbering } from './docx-numbering.js';
import { openWordFile, type WordParts } from './docx-package.js';
import { readStyles } from './docx-styles.js';
import { isElement, nameOf, parseXml } from './docx-xml.js';
import { drawnTables } from './drawn-tables.js';
import { readHtml } from './html.js';
import type { ReadFile } from './index.js';

const XMLNS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** From the looks of a plain body to elements that `readHtml` knows the looks of. */
const LOOKS = [1, 2, 3, 4, 5, 6].flatMap((level) => [
  `p.${lookName(level, false)} => h${level}:fresh`,
  `p.${lookName(level, true)} => center:fresh > h${level}:fresh`,
]);
const STYLE_MAP = [...LOOKS, `p.${lookName(undefined, true)} => center:fresh > p:fresh`, 'p => p:fresh'];

/**
 * Read a Word file (DOCX, DOCM, DOTX; transitional or strict OOXML). Its text is what a reader sees: with the numbers of its
 * lists, tracked changes accepted, text boxes behind the paragraph that they are anchored in; without running heads, notes,
 * comments and hidden text, which `docx/left-out` counts.
 *
 * The decoded original is that text, and places in it are paragraphs: 1 is the first of the body, those in cells of tables
 * count, those in text boxes do not.
 * @returns undefined for an archive of another kind.
 * @throws InputError `input/broken`, `input/inflates`, `input/encrypted`, `input/only-pictures`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile | undefined> {
  const parts = await openWordFile(bytes);
  if (!parts) return undefined;
  const body = await readBody(parts);
  const html = await toHtml(body);
  const page = await readHtml(html);
  if (page.text.trim() === '')
    throw new InputError(diagnostic('input/only-pictures', 'error', { pictures: body.pictures }));
  return {
    draft: draftOf(page.text, page.marks, body),
    format: 'docx',
    encoding: { name: 'utf-8', via: 'declared', confidence: 1, replaced: 0 },
    places: { kind: 'paragraph', starts: startsOf(page.map, html, body.paragraphs) },
    head: await headOf(parts),
    pictures: body.pictures,
  };
}

async function readBody(parts: WordParts): Promise<PlainBody> {
  const document = await parseXml(parts.document);
  if (!document || nameOf(document, document.root) !== 'w:document') throw broken('its text is no WordprocessingML');
  const styles = readStyles(parts.styles && (await parseXml(parts.styles)));
  const numbering = readNumbering(parts.numbering && (await parseXml(parts.numbering)), styles);
  const body = plainBody(document, styles, numbering);
  if (body.paragraphs === 0) throw broken('its text has no paragraph');
  return body;
}

function broken(why: string): InputError {
  return new InputError(diagnostic('input/broken', 'error', { format: 'Word file', why }));
}

/** Let mammoth turn the plain body into HTML. It is given an archive of that one part: the rest of the file is dealt with. */
async function toHtml({ xml }: PlainBody): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const name = 'word/document.xml';
  const content = `<w:document xmlns:w="${XMLNS}"><w:body>${xml}</w:body></w:document>`;
  // An opened archive, which the types of mammoth 1.13 do not list.
  const file = { exists: (path: string) => path === name, read: async () => content } as unknown as ArrayBuffer;
  try {
    const { value } = await mammoth.convertToHtml({ file } as unknown as { arrayBuffer: ArrayBuffer }, {
      includeDefaultStyleMap: false,
      styleMap: STYLE_MAP,
    });
    // One element around all: a search in the page takes the square of the elements at its top.
    return `<body>${value}</body>`;
  } catch {
    throw broken('its text cannot be made out');
  }
}

function draftOf(text: string, marks: readonly Mark[], { leftOut }: PlainBody): Draft {
  const drawn = drawnTables(text, marks);
  const left = Object.values(leftOut).some((count) => count > 0);
  return {
    ...startDraft(text),
    marks,
    ...drawn,
    diagnostics: [
      ...(left ? [diagnostic('docx/left-out', 'info', { ...leftOut })] : []),
      ...(drawn?.diagnostics ?? []),
    ],
  };
}

/** Where the paragraphs begin in the text, by the anchors `p1`, `p2` … in the HTML; one that is left out begins where the next does. */
function startsOf(map: OffsetMap, html: string, paragraphs: number): number[] {
  const anchors = new Map<number, number>();
  for (const match of html.matchAll(/<a id="p(\d{1,9})"><\/a>/g)) anchors.set(Number(match[1]), match.index);
  const starts: number[] = Array(paragraphs);
  let next = map.length;
  for (let i = paragraphs - 1; i >= 0; i--) {
    const anchor = anchors.get(i + 1);
    if (anchor !== undefined) next = Math.min(next, lastIndex(map.length, (at) => map.startOf(at) < anchor) + 1);
    starts[i] = next;
  }
  starts[0] = 0;
  return starts;
}

/** The title of the file's properties. It may be of the template or of another plan, so it counts like that of a browser's window. */
async function headOf({ core }: WordParts): Promise<Record<string, string>> {
  const part = core && (await parseXml(core));
  const element = part?.root.children.find(
    (node): node is Element => isElement(node) && /(?:^|:)title$/.test(node.name),
  );
  const raw = element?.children.map((node) => (node.type === 'text' ? node.data : '')).join('') ?? '';
  if (!/[\u4e00-\u9fff]{4}/.test(raw)) return {};
  const { decodeXML } = await import('entities');
  return { title: decodeXML(raw).trim() };
}
