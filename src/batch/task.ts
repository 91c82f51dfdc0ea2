import type { ParseOptions } from '../index.js';
import type { RemovalReason } from '../lexicon/changes.js';
import type { CleaningCounts } from '../report/cleaned.js';
import type { Counts } from '../report/text.js';
import type { DiagnosticRecord } from '../schema/model.js';
import type { WriteOptions } from '../write/writer.js';
import type { AnyFormat } from './formats.js';

/** What is the same for every document of a run. Plain data: it goes to other threads. */
export interface Setting {
  /** Used for every file, whatever its bytes look like. */
  readonly encoding?: string;
  /** What would be removed for these reasons stays in the text. */
  readonly keep?: readonly RemovalReason[];
  /** Names of the writers whose pieces are wanted. */
  readonly formats: readonly AnyFormat[];
  readonly writing: WriteOptions;
  /** Whether a document comes back packed, for the journal. */
  readonly pack: boolean;
}

/** What the file around a document says of it: the row of a corpus has columns besides the text. */
export type About = Pick<ParseOptions, 'facts' | 'told' | 'encoding'>;

/** One document to read. */
export interface Task {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly about?: About;
  /** The document as the journal keeps it: it is not read again unless this is damaged. */
  readonly packed?: Uint8Array;
  /** Bytes of the document where there is nothing of it but `packed`. */
  readonly stored?: number;
}

/** Why an input gave no document: one diagnostic, and the stack where the reason is an unexpected exception. */
export interface Failure extends DiagnosticRecord {
  readonly stack?: string;
}

interface Measured {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Milliseconds that the reading took. */
  readonly duration: number;
}

/** What came of a document: all that is told of it, and its piece of every format. */
export interface ReadResult extends Measured {
  readonly counts: Counts;
  readonly cleaning: CleaningCounts;
  /** Diagnostics that a reader should look at. */
  readonly findings: readonly DiagnosticRecord[];
  readonly diagnostics: number;
  /** In the order of `Setting.formats`. */
  readonly pieces: readonly unknown[];
  readonly packed: Uint8Array | null;
}

export interface FailedResult extends Measured {
  readonly failure: Failure;
}

export type Result = ReadResult | FailedResult;
