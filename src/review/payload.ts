import type { DiagnosticRecord, Document } from '../schema/model.js';

/*
 * What the page carries: a small index that is there at once, and one compressed block a document that is opened when it
 * is wanted. Both sides of the page import these types, the one that writes it and the one that runs in it.
 */

export type Language = 'zh' | 'en';

/** A document as the list of the page shows it, before its block is opened. */
export interface IndexedDocument {
  readonly path: string;
  readonly title: string | null;
  readonly sha256: string;
  readonly targets: number;
  readonly deadlines: number;
  readonly responsibilities: number;
  /** Diagnostics that a reader should look at. */
  readonly warnings: number;
  /** Whether the cleaned text is there: else there are records with their quotes alone. */
  readonly hasText: boolean;
}

/** An input that gave no document, and why. */
export interface FailedInput {
  readonly path: string;
  readonly failure: Pick<DiagnosticRecord, 'code' | 'message'>;
}

export interface PageIndex {
  /** What the page is called; null: by its documents. */
  readonly title: string | null;
  /** Null: as the browser prefers. */
  readonly language: Language | null;
  /** Of the program that wrote the page. */
  readonly version: string;
  readonly documents: readonly IndexedDocument[];
  readonly failures: readonly FailedInput[];
}

/** What is in a document's block: JSON, deflated (RFC 1951), in base64. */
export interface Block {
  readonly document: Document;
  readonly text: string | null;
  /** For each line of the text the line of the decoded original that it begins in. */
  readonly sourceLines: readonly number[] | null;
}

/** The first bytes of every page: by them a file is known as one that may be replaced, and that is no plan. */
export const PAGE_MARK = '<!doctype html>\n<!-- gongwen review page -->\n';

/** Elements of the page that hold data, by id. */
export const INDEX_ID = 'gongwen-index';
export const blockId = (index: number): string => `gongwen-document-${index}`;
