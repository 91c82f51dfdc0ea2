import type { AnyDiagnostic } from '../core/diagnostic.js';

/** The name under which standard input is read and shown. */
export const STDIN = '-';

/** A path of the file system; names that are not valid UTF-8 can be opened by their bytes alone. */
export type FilePath = string | Buffer;

/**
 * One thing to read, or what is wrong with one thing that was asked for, or what is no plan and is passed over. `path` is
 * the name that people see.
 */
export type Input =
  | {
      readonly path: string;
      readonly file: FilePath;
      /** One document of a file that holds several. */
      readonly member?: string;
      /** Found in a folder or by a pattern, not named: what is no plan there is passed over, and told. */
      readonly found?: boolean;
    }
  | { readonly path: string; readonly failure: AnyDiagnostic }
  | { readonly path: string; readonly skipped: string };
