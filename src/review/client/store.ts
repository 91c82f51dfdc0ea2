import { inflateSync, strFromU8 } from 'fflate';
import { type Block, blockId, INDEX_ID, type PageIndex } from '../payload.js';
import { linesOf } from './lines.js';
import { knownSourceLines } from './source-lines.js';
import type { ReviewDocument } from './view.js';

export interface StoredDocument extends ReviewDocument {
  /** The line of the original for each line of the text; null where it is not known. */
  readonly sourceLines: readonly (number | null)[];
}

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

export function readIndex(): PageIndex {
  return JSON.parse(textOf(INDEX_ID)) as PageIndex;
}

function unpack(base64: string): Block {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Block;
}

/** The document at an index of the page. Its block is opened when it is asked for. */
export function readDocument(index: number): StoredDocument {
  const { document: plan, text, sourceLines } = unpack(textOf(blockId(index)));
  const lines = sourceLines ?? knownSourceLines(plan, linesOf(text ?? ''));
  return { index, document: plan, text: text ?? '', sourceLines: lines };
}
