import type { AnyDiagnostic } from '../../core/diagnostic.js';
import type { Facts } from '../../index.js';

/**
 * A document inside of a file. `name` is what stands behind `#` in `source.path`: `pages.zip#dir/plan.html`,
 * `corpus.csv#12` (rows from 1, without the header; lines in JSONL).
 */
export type Member =
  | {
      readonly name: string;
      readonly bytes: Uint8Array;
      /** What the columns beside the text say, for `ParseOptions.facts`. */
      readonly facts?: Facts;
      /** What a reader has to know about the row, for `ParseOptions.told`. */
      readonly told?: readonly AnyDiagnostic[];
      /** Set for rows: their text was decoded with the file, so that an encoding forced for the file is none of theirs. */
      readonly encoding?: 'utf-8';
    }
  | { readonly name: string; readonly failure: AnyDiagnostic }
  /** No plan (a picture, a row without text): the reason in words. */
  | { readonly name: string; readonly skipped: string };

export interface ContainerLimits {
  /** Entries of an archive. */
  readonly entries: number;
  /** Bytes of one entry after unpacking. */
  readonly entryBytes: number;
  /** Bytes of all entries of a file after unpacking, archives in it included. */
  readonly totalBytes: number;
  /** How many times its packed size an entry may be, above 1 MiB. */
  readonly ratio: number;
  /** How deep archives may lie in one another. */
  readonly depth: number;
}

export interface ContainerOptions {
  /** The column of the text, of a corpus; found from names and contents where it is not given. */
  readonly textColumn?: string;
  /** A WHATWG or IANA encoding name for the bytes of a corpus, whatever they look like. */
  readonly encoding?: string;
  readonly limits?: Partial<ContainerLimits>;
}

/** What passes through archives in archives: the budget is that of the outermost file. */
export interface Opening extends ContainerOptions {
  readonly limits: ContainerLimits;
  readonly depth: number;
  readonly budget: { left: number };
}

/**
 * Text shrinks to a fifth to a thirtieth, a page of one repeated table to a hundredth; deflate can reach a thousandth,
 * which only bombs do. The largest pages known have some MB, the largest scanned PDF some hundred; a reader needs a few
 * times that in memory. A year of a province's pages is well below the total.
 */
export const LIMITS: ContainerLimits = {
  entries: 200_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 16 * 1024 * 1024 * 1024,
  ratio: 200,
  depth: 3,
};
