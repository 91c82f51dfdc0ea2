import { diagnostics, documents, indicators, sections } from './columns/documents.js';
import { deadlines, responsibilities, targets } from './columns/records.js';
import type { Document } from './model.js';

/*
 * The flat tables that a document becomes, one declaration for every tabular format. Every table opens with document,
 * title, region and section; records follow field by field; quote and line close it where a record has them. `line`
 * counts in the cleaned text, `sourceLine` in the file as it was downloaded.
 */

/** A cell: null is an empty one; a list is written as a JSON array. */
export type Cell = string | number | boolean | null | readonly string[];

/** A field type of Frictionless Table Schema v1. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'array';

export interface Column {
  readonly name: string;
  /** The header for `--headers zh`. */
  readonly zh: string;
  readonly type: FieldType;
  /** Most of its texts are dates (others recur, as --MM-DD): where cells have types of their own, they are shown as such. */
  readonly dated?: true;
}

export interface FlatTable {
  readonly name: string;
  readonly zh: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly Column[];
  /** Names of the columns that together identify a row; empty where nothing does. */
  readonly key: readonly string[];
  readonly rows: (document: Document) => Cell[][];
}

/** Every table, in the order in which they are written. */
export const flatTables: readonly FlatTable[] = [
  documents,
  sections,
  targets,
  deadlines,
  responsibilities,
  indicators,
  diagnostics,
];
