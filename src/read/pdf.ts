import { type AnyDiagnostic, diagnostic, InputError } from '../core/diagnostic.js';
import { startDraft } from '../core/draft.js';
import { findBytes } from './bytes.js';
import { drawnTables } from './drawn-tables.js';
import type { ReadFile } from './index.js';
import { chineseCMaps } from './pdf-cmaps.js';
import { gridsOf } from './pdf-grid.js';
import { rowsOf } from './pdf-lines.js';
import { blocksOf } from './pdf-page.js';
import { type Drawn, type Operators, rulesOf } from './pdf-rules.js';
import { type Matrix, pageRuns, type Run, type TextItem } from './pdf-runs.js';
import { layOut, type ReadPage } from './pdf-text.js';

/** A PDF says so in its first 1024 bytes (ISO 32000-1, Annex H, note 13). */
const HEADER = 1024;
const MOST_PAGES = 5000;
/** In a file (UTF-16 units). */
const MOST_CHARACTERS = 20_000_000;
/** Pieces of text on a page; more are no page that a person reads. */
const MOST_ITEMS = 100_000;
/** The share of characters without Unicode from which on nothing can be made of a file. */
const UNREADABLE = 0.3;

/** Whether a file is a PDF, told by its header. Text that speaks of one has no objects. */
export function isPdf(bytes: Uint8Array): boolean {
  const at = findBytes(bytes.subarray(0, HEADER), '%PDF-');
  return at === 0 || (at > 0 && findBytes(bytes, ' obj', at) >= 0 && findBytes(bytes, 'endobj', at) >= 0);
}

/**
 * Read the text of a PDF in the order in which it is read, page by page. Tables that rules draw have their cells marked,
 * running heads and feet and the line ends inside of paragraphs are marked for the cleaning.
 * @throws InputError `pdf/broken`, `pdf/password`, `pdf/no-text` (pictures alone), `pdf/unmapped` (fonts without Unicode),
 * `pdf/too-large`.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  completeBuffers();
  const { getResolvedPDFJS } = await import('unpdf');
  const pdfjs = await getResolvedPDFJS();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: true,
    disableFontFace: true,
    useWorkerFetch: false,
    cMapPacked: false,
    // pdf.js calls it with `new`, which a function that gives an object answers as well.
    BinaryDataFactory: function answers() {
      return chineseCMaps();
    },
    enableXfa: false,
    stopAtErrors: false,
    // Pictures are not looked at.
    maxImageSize: 1,
  });
  try {
    const file = await task.promise.catch((error: unknown) => {
      throw new InputError(unopened(error));
    });
    return await readDocument(file as unknown as PdfFile, pdfjs.OPS as unknown as Operators);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/**
 * pdf.js hands on what it knows of a font by a method of ES2024 that Node 20 lacks; a page without it has no rules. Nothing
 * that a buffer has is changed.
 */
function completeBuffers(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      return this.slice(0, length);
    },
  });
}

/** As much of pdf.js as is used here. */
interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: unknown }>;
}

interface PdfPage {
  getViewport(options: { scale: number }): { readonly transform: readonly number[] };
  streamTextContent(options: { disableNormalization: boolean }): ReadableStream<{ items: readonly object[] }>;
  getOperatorList(): Promise<Drawn>;
  cleanup(): void;
}

function unopened(error: unknown): AnyDiagnostic {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return diagnostic('pdf/password', 'error', {});
  return diagnostic('pdf/broken', 'error', { cause: message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 100) });
}

async function readDocument(file: PdfFile, ops: Operators): Promise<ReadFile> {
  const { numPages } = file;
  if (numPages > MOST_PAGES) throw tooLarge('pages', MOST_PAGES);
  const pages: ReadPage[] = [];
  const [empty, broken]: [number[], number[]] = [[], []];
  let [characters, unmapped] = [0, 0];
  // One by one: a page that is done gives its memory back.
  for (let number = 1; number <= numPages; number++) {
    const read = await readPage(file, number, ops);
    pages.push(read ?? { blocks: [], slanted: [] });
    if (!read) broken.push(number);
    else if (read.characters === 0) empty.push(number);
    characters += read?.characters ?? 0;
    unmapped += read?.unmapped ?? 0;
    if (characters > MOST_CHARACTERS) throw tooLarge('characters', MOST_CHARACTERS);
  }
  if (broken.length === numPages)
    throw new InputError(diagnostic('pdf/broken', 'error', { cause: 'no page can be read' }));
  if (characters === 0) throw await withoutText(file, ops);
  const share = Math.round((unmapped / characters) * 100) / 100;
  if (unmapped > characters * UNREADABLE) {
    throw new InputError(diagnostic('pdf/unmapped', 'error', { count: unmapped, share }));
  }
  const told = [
    ...(broken.length > 0 ? [diagnostic('pdf/broken-pages', 'warning', { pages: broken })] : []),
    ...(empty.length > 0 ? [diagnostic('pdf/empty-pages', 'warning', { pages: empty })] : []),
    ...(unmapped > 0 ? [diagnostic('pdf/unmapped', 'warning', { count: unmapped, share })] : []),
  ];
  return toFile(pages, told, await headOf(file), unmapped);
}

function toFile(
  pages: readonly ReadPage[],
  told: readonly AnyDiagnostic[],
  head: Readonly<Record<string, string>>,
  replaced: number,
): ReadFile {
  const { text: decoded, marks: known, starts } = layOut(pages);
  const start = startDraft(decoded);
  const drawn = drawnTables(decoded, known);
  const { text, map, marks } = drawn ?? { text: decoded, map: start.map, marks: known };
  return {
    draft: { ...start, text, map, marks, diagnostics: [...told, ...(drawn?.diagnostics ?? [])] },
    format: 'pdf',
    encoding: { name: 'utf-8', via: 'declared', confidence: 1, replaced },
    places: { kind: 'page', starts },
    head,
    pictures: 0,
  };
}

/** Pages that a file without text is looked at for letters that are drawn and cannot be read. */
const LOOKED_AT = 3;

/** Why a file gives no text: its pages are pictures, or its fonts cannot be read. */
async function withoutText(file: PdfFile, ops: Operators): Promise<InputError> {
  for (let number = 1; number <= Math.min(LOOKED_AT, file.numPages); number++) {
    const drawn = await file.getPage(number).then(
      (page) => page.getOperatorList().catch(() => undefined),
      () => undefined,
    );
    if (drawn?.fnArray.includes(ops.showText)) {
      return new InputError(diagnostic('pdf/unmapped', 'error', { count: 0, share: 1 }));
    }
  }
  return new InputError(diagnostic('pdf/no-text', 'error', { pages: file.numPages }));
}

function tooLarge(what: 'pages' | 'characters', limit: number): InputError {
  return new InputError(diagnostic('pdf/too-large', 'error', { what, limit }));
}

interface CountedPage extends ReadPage {
  readonly characters: number;
  readonly unmapped: number;
}

/** One page; undefined where it cannot be read. */
async function readPage(file: PdfFile, number: number, ops: Operators): Promise<CountedPage | undefined> {
  try {
    const page = await file.getPage(number);
    const items = await textItems(page);
    const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
    const { runs, slanted, unmapped, matrix } = pageRuns(items, view);
    const grids = mayHoldTable(runs) ? gridsOf(rulesOf(await page.getOperatorList(), ops, matrix)) : [];
    page.cleanup();
    const characters = runs.reduce((sum, { text }) => sum + text.length, 0);
    return { blocks: blocksOf(runs, grids), slanted, characters, unmapped };
  } catch (error) {
    if (error instanceof InputError) throw error;
    return undefined;
  }
}

async function textItems(page: PdfPage): Promise<TextItem[]> {
  const items: TextItem[] = [];
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    for (const item of step.value.items) if ('str' in item) items.push(item as TextItem);
    if (items.length <= MOST_ITEMS) continue;
    await reader.cancel();
    throw tooLarge('characters', MOST_CHARACTERS);
  }
  return items;
}

/** Whether text stands side by side in several rows: what a page draws is worth looking at. */
function mayHoldTable(runs: readonly Run[]): boolean {
  const rows = rowsOf(runs).filter((row) =>
    row.some((run, i) => i > 0 && run.x - (row[i - 1]?.right ?? run.x) > run.size * 0.5),
  );
  return rows.length > 0;
}

/** The title that the file gives itself, unless it is the name of a file. */
async function headOf(file: PdfFile): Promise<Record<string, string>> {
  const info = await file.getMetadata().then(
    (data) => data.info as Readonly<Record<string, unknown>> | null,
    () => null,
  );
  const title = typeof info?.Title === 'string' ? info.Title.trim() : '';
  const own = title.replace(/^Microsoft Word\s*-\s*/i, '').replace(/\.(?:docx?|wps|pdf|rtf|xlsx?)$/i, '');
  return /[\u4e00-\u9fff]{4}/.test(own) ? { title: own } : {};
}
