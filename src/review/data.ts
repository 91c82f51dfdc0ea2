import type { Document } from '../schema/model.js';
import { type Block, blockId, type FailedInput, INDEX_ID, type IndexedDocument, type PageIndex } from './payload.js';

/** A plan that goes into the page. */
export interface ReviewPlan {
  readonly path: string;
  readonly document: Document;
  /** The cleaned text; null where only stored records are there. */
  readonly text: string | null;
  /** For each line of the text the line of the decoded original that it begins in. */
  readonly sourceLines?: readonly number[];
}

/** What one plan adds to the page: its line of the index, and its block as it stands in the page. */
export interface PackedPlan {
  readonly entry: IndexedDocument;
  readonly block: string;
}

/** Level 6: nearly all that there is to gain. fflate gives the same bytes everywhere, whatever zlib a Node has. */
const LEVEL = 6;

function entryOf({ path, document, text }: ReviewPlan): IndexedDocument {
  const { source, meta, targets, deadlines, responsibilities, diagnostics } = document;
  return {
    path,
    title: meta.title,
    sha256: source.sha256,
    targets: targets.length,
    deadlines: deadlines.length,
    responsibilities: responsibilities.length,
    warnings: diagnostics.filter(({ severity }) => severity !== 'info').length,
    hasText: text !== null,
  };
}

/** One plan as the page carries it. A plan may be given up once this is there. */
export async function packPlan(plan: ReviewPlan): Promise<PackedPlan> {
  const { deflateSync, strToU8 } = await import('fflate');
  const { document, text, sourceLines = null } = plan;
  const bytes = deflateSync(strToU8(JSON.stringify({ document, text, sourceLines } satisfies Block)), { level: LEVEL });
  return { entry: entryOf(plan), block: Buffer.from(bytes).toString('base64') };
}

/** JSON that can end no element of a page and no line of a script: what could is written as an escape of JSON. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The elements of the page that hold data. Base64 and escaped JSON have no `<`: nothing in them is markup. */
export function dataElements(
  plans: readonly PackedPlan[],
  rest: Omit<PageIndex, 'documents' | 'failures'> & { readonly failures: readonly FailedInput[] },
): string {
  const { title, language, version, failures } = rest;
  const documents = plans.map(({ entry }) => entry);
  const index = inertJson({ title, language, version, documents, failures } satisfies PageIndex);
  const blocks = plans.map(({ block }, i) => `<script type="text/plain" id="${blockId(i)}">${block}</script>\n`);
  return `<script type="application/json" id="${INDEX_ID}">${index}</script>\n${blocks.join('')}`;
}
