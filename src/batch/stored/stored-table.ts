import type { StoredRow } from '../../validate/rows.js';

/** One table of a file, as it is stored: in any format, in either language, with columns of people among its own. */
export interface StoredTable {
  /** The file as people gave it. */
  readonly file: string;
  /** What the table is called: the file without its ending, the sheet, the table of the database. */
  readonly name: string;
  readonly header: readonly string[];
  /** Whether fractions are written with a comma, as where a semicolon parts the columns. */
  readonly decimalComma?: boolean;
  /** The rows below the header; may be asked for again. */
  readonly rows: () => AsyncIterable<StoredRow>;
}

/** Tables that belong together. */
export interface DataSet {
  readonly tables: readonly StoredTable[];
  /** What they are in, where all tables are to be expected; null where a file is given by itself. */
  readonly whole: string | null;
  readonly close?: () => void | Promise<void>;
}

/** What cannot be read, in words for people. */
export class StoredError extends Error {
  constructor(
    readonly file: string,
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}
