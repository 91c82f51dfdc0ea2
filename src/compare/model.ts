import type { Document, Target } from '../schema/model.js';

/*
 * The researcher's sheet as plain data: rows of quantities, columns of places and years, and for every number the
 * sentences that it comes from. Writers look at this alone.
 */

/** What columns are grouped by. */
export type By = 'region' | 'document' | 'year';

export interface CompareOptions {
  readonly by: By;
  /** From this similarity on, names without a known indicator are one row; 0 to 1. */
  readonly similarity: number;
  /** Which indicators, in which order; null for all. */
  readonly wanted: readonly Wanted[] | null;
}

/** One line of a list of indicators. */
export interface Wanted {
  /** The id or the name that was asked for. */
  readonly asked: string;
  /** What it is to be called; null for its own name. */
  readonly label: string | null;
  /** The unit that its values are to be given in; null for the one that plans use. */
  readonly unit: string | null;
}

/** A plan in the comparison. */
export interface Compared {
  /** `D1`, in order of places, periods and titles, whatever the order of the inputs. */
  readonly id: string;
  readonly document: Document;
  /** What its columns are called where columns are places, and where they are documents. */
  readonly place: string;
  readonly name: string;
  /** What a reader should know of it: that it may be another's copy, or told of the same place. */
  readonly notes: readonly DocumentNote[];
}

export interface DocumentNote {
  readonly code: 'no-region' | 'same-bytes' | 'same-title' | 'similar-place';
  /** The other document or place. */
  readonly of: string | null;
}

/** What tells a quantity from others of the same name. */
export interface Quantity {
  /** One for units that can be brought to one; `人` also for 名 and 位, `个` for 所, 家, 座 and 处. */
  readonly unit: string;
  /** Null for a level. */
  readonly change: 'increase' | 'decrease' | null;
  /** What a change is told against: a year, the year before; null where the plan does not say. */
  readonly against: number | 'previous' | null;
  readonly per: Target['per'];
  /** 累计, 年均, 新增 … beside the name, in the order of the text. */
  readonly measures: string;
  /** A part of what the indicator is told of: 农村, 石桥镇, 全省 in a county's plan. */
  readonly of: string;
  /** Outcomes, outputs and norms of the same name are different things; null where a known indicator says which it is. */
  readonly class: Target['class'] | null;
}

/** A target as the comparison sees it. */
export interface Statement {
  readonly compared: Compared;
  readonly target: Target;
  /** The name in one spelling. */
  readonly name: string;
  readonly id: string | null;
  readonly quantity: Quantity;
  /** Whether the name says too little to be found again in another plan (投资, 总规模). */
  readonly bare: boolean;
  /** Whether the document contradicts itself in it. */
  readonly contradicted: boolean;
}

/** Statements of one quantity. */
export interface Row {
  readonly number: number;
  readonly id: string | null;
  /** Of the known indicator, or as most plans print it, or as the list of indicators has it. */
  readonly label: string;
  readonly quantity: Quantity;
  /** The unit of the row's values. */
  readonly unit: string;
  readonly bare: boolean;
  /** Distinct plans that have it; copies of the same bytes count once. */
  readonly documents: number;
  /** As printed, with the similarity to the row's name; 1 is the same in one spelling, null is the same indicator by id. */
  readonly names: readonly { readonly name: string; readonly similarity: number | null }[];
  readonly cells: ReadonlyMap<string, Cell>;
  readonly similar: readonly Similar[];
  readonly notes: readonly RowNote[];
}

export type RowNote = 'bare' | 'spans' | 'classes' | 'merged' | 'not-found' | 'unknown' | 'unit-not-exact';

/** Another row that may be the same and was not merged. */
export interface Similar {
  readonly label: string;
  /** Null where the row is left out by the list of indicators. */
  readonly row: number | null;
  readonly similarity: number;
  /** Whether the names agree and the quantity is another: another unit, a change and no level. */
  readonly otherQuantity: boolean;
}

export interface Column {
  /** `c1`, in order. */
  readonly id: string;
  /** Place or document. */
  readonly group: string;
  /** Null where nothing gives one. */
  readonly year: number | null;
  /** Whether the year stands in the sentence or the table, comes from farther away, or is not there. */
  readonly given: 'stated' | 'implied' | 'none';
}

export type Mark =
  | 'values'
  | 'comparators'
  | 'contradiction'
  | 'several'
  | 'baselines'
  | 'suspect'
  | 'soft'
  | 'aspirational'
  | 'unit'
  | 'similar';

/** A number of the sheet, with where it stands. */
export interface Entry {
  readonly comparator: Target['comparator'];
  readonly value: number;
  readonly valueMax: number | null;
  /** Its own unit where it is not that of the row; else null. */
  readonly unit: string | null;
  readonly baseline: { readonly value: number; readonly year: number | null } | null;
  /** Where an implied year comes from; null where it is stated. */
  readonly basis: string | null;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

export interface Cell {
  readonly column: string;
  readonly entries: readonly Entry[];
  readonly marks: readonly Mark[];
}

/** A sentence that a number comes from, with its place. */
export interface Source {
  /** `S1`, in the order of rows and columns. */
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly statement: Statement;
  readonly similarity: number | null;
  /** As the row has it. */
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly baseline: number | null;
  /** Markers of its sections from the root, with the title of the innermost. */
  readonly chain: string | null;
  readonly heading: string | null;
  /** The plan of the file that it stands in, where it holds several. */
  readonly title: string | null;
}

export interface Comparison {
  readonly by: By;
  readonly similarity: number;
  /** Whether a list of indicators has chosen the rows. */
  readonly chosen: boolean;
  readonly documents: readonly Compared[];
  readonly columns: readonly Column[];
  /** Rows of two or more plans first, or as the list of indicators orders them. */
  readonly rows: readonly Row[];
  readonly sources: readonly Source[];
}

/** Whether a row stands in the sheet of rows and columns; what one plan alone has is listed behind it. */
export const isLined = (row: Row, { chosen, documents }: Comparison): boolean =>
  chosen || row.documents > 1 || documents.length === 1;
