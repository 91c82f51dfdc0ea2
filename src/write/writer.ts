import type { Document } from '../schema/model.js';

export const formats = ['json', 'jsonl', 'csv'] as const;

export type Format = (typeof formats)[number];

/** A document on its way out. */
interface Entry {
  readonly document: Document;
  /** A safe file name, unique in one run, without a folder; writers add their own ending. */
  readonly name: string;
}

export interface WriteOptions {
  /** Language of column headers. */
  readonly headers: 'en' | 'zh';
  /** Whether text files for spreadsheets open with a byte order mark. */
  readonly bom: boolean;
}

/** The next piece of one output file. A file that will get no more pieces says `complete`. */
export interface Chunk {
  readonly file: string;
  readonly data: string;
  readonly complete?: boolean;
}

/**
 * One run of one format. Nothing is kept that does not have to be: what is known is handed out at once, so that a run
 * over thousands of plans needs no more memory than its largest plan.
 */
interface Writing {
  readonly add: (entry: Entry) => readonly Chunk[];
  /** Called once, after the last document, also when there was none. */
  readonly end: () => readonly Chunk[];
}

/** A format. Writers give text and names; they never touch the file system. */
export interface Writer {
  readonly format: Format;
  /** What it writes, for `--help`. */
  readonly summary: string;
  readonly open: (options: WriteOptions) => Promise<Writing>;
}
