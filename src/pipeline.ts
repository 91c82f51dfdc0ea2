import { assemble } from './assemble.js';
import { clean } from './clean/index.js';
import { type AnyDiagnostic, diagnostic, InputError } from './core/diagnostic.js';
import { type Draft, sourceLinesOf } from './core/draft.js';
import { isBytes } from './core/is-bytes.js';
import { type Line, linesOf } from './core/lines.js';
import { extract } from './extract/index.js';
import type { Facts } from './extract/meta/corpus.js';
import { metaOf, pageFacts } from './extract/meta/index.js';
import { isRemovalReason, REMOVAL_REASONS, type RemovalReason } from './lexicon/changes.js';
import { TITLE_END } from './lexicon/titles.js';
import { type ReadFile, readBytes, readText } from './read/index.js';
import { type Sums, sumsOf } from './report/sums.js';
import type { Document, Meta, Part, Section } from './schema/model.js';
import { type Structure, structureOf } from './structure/index.js';
import { findParts } from './structure/parts.js';

/** How a plan is read. */
export interface ParseOptions {
  /** Shown in `document.source.path`; nothing is opened. Default: empty. */
  readonly path?: string;
  /** A WHATWG or IANA encoding name that is used whatever the bytes look like. Default: told by the bytes. A string has none: it is taken as it is. */
  readonly encoding?: string;
  /** What the cleaning finds for these reasons stays in the text. Default: nothing. */
  readonly keep?: readonly RemovalReason[];
  /** What the corpus that the bytes are from says of them beside the text. */
  readonly facts?: Facts;
  /** What was found about the bytes before; put before the document's own diagnostics. */
  readonly told?: readonly AnyDiagnostic[];
}

export type { Facts };

/** What a plan gives. */
export interface Parsed {
  /** The records, each with its place; JSON as it is. */
  readonly document: Document;
  /** The cleaned text that `evidence.start` and `evidence.end` count in; lines end in LF, the last one too. */
  readonly text: string;
  /** What the cleaning changed and `document.cleaning` does not list: script and layout. */
  readonly sums: Sums;
  /** For each line of `text` the line of the decoded original that it begins in, 1-based. */
  readonly sourceLines: readonly number[];
}

/** What was read, with all that led to it. */
export interface PlanReading {
  readonly parsed: Parsed;
  readonly draft: Draft;
  readonly structure: Structure;
}

/** Characters (UTF-16 units). The longest plans have a million; what has twenty is many texts in one. */
const LONGEST = 20_000_000;

/** A text with a smaller share of Chinese among its letters is none that this tool can read. */
const CHINESE_SHARE = 0.2;

/**
 * From bytes, or a text that is decoded already, to a document.
 * @throws InputError when the bytes hold no Chinese text; its `diagnostic` says why.
 * @throws RangeError when `keep` names a reason that there is not; TypeError for what is neither bytes nor text.
 */
export async function readPlan(input: Uint8Array | string, options: ParseOptions = {}): Promise<PlanReading> {
  const keep = options.keep ?? [];
  requireReasons(keep);
  if (typeof input !== 'string' && !isBytes(input))
    throw new TypeError('the input is neither bytes (a Uint8Array) nor text');
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const file = await (typeof input === 'string' ? readText(input, bytes) : readBytes(bytes, options.encoding));
  if (file.draft.text.length > LONGEST) {
    throw new InputError(diagnostic('input/too-large', 'error', { characters: LONGEST }));
  }
  const { draft, script, held, own } = await clean(file.draft, keep, file.format !== 'docx');
  requireChinese(draft.text);
  const structure = structureOf(draft.text, draft.marks);
  // Text of the page says nothing else about the document when it is kept.
  const metadata = [...draft.changes, ...held].flatMap(({ edit, before }) =>
    edit.cause.kind === 'removed' && edit.cause.reason === 'metadata' ? before.split('\n').filter(Boolean) : [],
  );
  const lines = own === draft.text ? structure.lines : linesOf(own);
  const parts = own === draft.text ? structure.parts : findParts(lines, () => true);
  const { meta, diagnostics: doubts } = metaOf(firstPlan(lines, parts), pageFacts(metadata), file.head, options.facts);
  const document = assemble({
    path: options.path ?? '',
    bytes,
    file,
    draft,
    script,
    meta,
    structure,
    extracted: extract(structure, meta),
    diagnostics: [
      ...(options.told ?? []),
      ...draft.diagnostics,
      ...structure.diagnostics,
      ...doubts,
      ...notAPlan(structure, meta, file, draft.text),
    ],
  });
  const text = draft.text.endsWith('\n') || draft.text === '' ? draft.text : `${draft.text}\n`;
  return {
    parsed: { document, text, sums: sumsOf(draft.changes), sourceLines: sourceLinesOf(draft) },
    draft,
    structure,
  };
}

/** Pages of news have headings without numbers, and lists. */
function isNumbered({ kind, marker }: Section): boolean {
  return kind !== 'item' && marker !== '';
}

/** The lines of the first plan and the notice before it: another plan in the file says nothing about this one. */
function firstPlan(lines: readonly Line[], parts: readonly Part[]): readonly Line[] {
  return lines.slice(0, parts.find(({ kind }) => kind === 'plan')?.lines[1]);
}

/** @throws RangeError for a name that is no reason of removal. */
export function requireReasons(keep: readonly string[]): void {
  if (!Array.isArray(keep)) throw new TypeError('keep is a list of reasons, such as ["spam"]');
  const unknown = keep.find((name) => !isRemovalReason(name));
  if (unknown === undefined) return;
  throw new RangeError(`no reason "${unknown}" to keep; choose from ${Object.keys(REMOVAL_REASONS).join(', ')}`);
}

/** A page of news reads like nothing that sets targets, a page of pictures like nothing: said, and left to the reader. */
function notAPlan(structure: Structure, meta: Meta, file: ReadFile, text: string): AnyDiagnostic[] {
  const sections = structure.sections.filter(isNumbered).length;
  if (sections === 0 && structure.tables.length === 0 && file.format === 'html' && !/[^\n]{20}[。；;]/.test(text)) {
    return [diagnostic('structure/no-sentences', 'warning', { pictures: file.pictures })];
  }
  const titled = meta.title !== null && TITLE_END.test(meta.title);
  return sections > 0 || titled ? [] : [diagnostic('structure/no-plan', 'warning', {})];
}

function requireChinese(text: string): void {
  if (text.trim() === '') throw new InputError(diagnostic('input/no-text', 'error', {}));
  // The beginning tells: a Chinese plan is Chinese from its first page on.
  let letters = 0;
  let han = 0;
  for (const character of text.slice(0, 20_000)) {
    const code = character.charCodeAt(0);
    if (code >= 0x3400 && code <= 0x9fff) han++;
    else if (/\p{L}/u.test(character)) letters++;
  }
  letters += han;
  const share = letters === 0 ? 0 : han / letters;
  if (share < CHINESE_SHARE) {
    throw new InputError(diagnostic('input/not-chinese', 'error', { share: Math.round(share * 100) / 100 }));
  }
}
