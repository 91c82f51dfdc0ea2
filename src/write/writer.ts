import type { Sums } from '../report/sums.js';
import type { Document } from '../schema/model.js';

/** Every format, and what it writes, for `--help`. */
export const summaries = {
  json: 'one file a plan',
  jsonl: 'documents.jsonl, one plan a line',
  csv: 'one file a table, and datapackage.json, which describes them',
  xlsx: 'gongwen.xlsx, one sheet a table',
  sqlite: 'gongwen.sqlite, the same tables with keys and indexes, and the view target_leads',
  parquet: 'one file a table, for data frames',
} as const;

export type Format = keyof typeof summaries;

export const formats = Object.keys(summaries) as [Format, ...Format[]];

/** A plan that was read, as far as writers look at it. */
export interface Plan {
  readonly document: Document;
  /** The cleaned text. */
  readonly text: string;
  readonly sums: Sums;
  /** For each line of the text the line of the decoded original that it begins in, where that is to be had. */
  readonly sourceLines?: readonly number[];
}

export interface WriteOptions {
  /** Language of column headers. */
  readonly headers: 'en' | 'zh';
  /** Whether text files for spreadsheets open with a byte order mark. */
  readonly bom: boolean;
}

/**
 * The next piece of one output file; one that will get no more pieces says `complete`. A file that a library has written
 * by itself, under the name that `Place` gave, is `placed`.
 */
export type Chunk =
  | { readonly file: string; readonly data: string | Uint8Array; readonly complete?: boolean }
  | { readonly file: string; readonly placed: true };

/** The path of a temporary file that is to become an output file, for libraries that write by themselves. */
type Place = (file: string) => string;

type Chunks = readonly Chunk[] | Promise<readonly Chunk[]>;

/**
 * One run of one format. Nothing is kept that does not have to be: what is known is handed out at once, so that a run
 * over thousands of plans needs no more memory than its largest plan.
 */
export interface Writing<Piece> {
  /** `name`: a safe file name, unique in one run, without a folder; writers add their own ending. */
  readonly add: (piece: Piece, name: string) => Chunks;
  /** Called once, after the last document, also when there was none. */
  readonly end: () => Chunks;
  /** What a reader of its files has to know, in sentences; asked for after the end. */
  readonly notes?: () => readonly string[];
}

/**
 * A format. What takes time and needs one document alone is done by `encode`, in whatever thread has read the document;
 * its piece is plain data, for it travels. `open` puts pieces together, in the order of the inputs.
 */
export interface Writer<Piece = unknown> {
  readonly encode: (options: WriteOptions) => Promise<(plan: Plan) => Piece>;
  readonly open: (options: WriteOptions, place: Place) => Promise<Writing<Piece>>;
}

/** Forget the type of a writer's pieces: nobody else looks into them. */
export function defineWriter<Piece>(writer: Writer<Piece>): Writer {
  return writer as Writer;
}
