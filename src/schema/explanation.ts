import type { Deadline, Responsibility, Section, Table, TableColumn, Target } from './model.js';

/*
 * How records came about, as `gongwen explain --json` prints it. Offsets are UTF-16 units of the cleaned text, lines and
 * columns are 1-based.
 */

/** What is asked: a record by its id, or a line of the cleaned text or of the decoded original. */
export type Question = { readonly record: string } | { readonly line: number } | { readonly sourceLine: number };

/** The heading that a place stands under, and what its section is for. */
export interface SectionPlace extends Pick<Section, 'id' | 'chain' | 'title'> {
  readonly role: 'review' | 'goal' | 'stance' | 'task';
  /** The id of the section whose heading says so; null where none does. */
  readonly roleFrom: string | null;
}

interface Found {
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where it begins in its line. */
  readonly column: number;
  /** A word for why it gave nothing, and the same as a sentence; null where it gave a record. */
  readonly reason: string | null;
  readonly why: string | null;
  /** The ids of what was read from it, or of the targets that it is the baseline of. */
  readonly records: readonly string[];
}

/** A number and what became of it. */
export interface NumberFound extends Found {
  readonly kind: 'number';
  /** Null where the digits are no quantity. */
  readonly read: {
    readonly value: number;
    readonly valueMax: number | null;
    readonly unit: string;
    /** What the unit measures: rate, money, people … */
    readonly measures: string;
    readonly comparator: Target['comparator'];
  } | null;
  readonly fate: 'target' | 'baseline' | 'rejected' | 'unread' | 'none';
  /** The rule that read it, also where the reading came to nothing. */
  readonly rule: string | null;
}

/** An expression of time and what became of it. */
export interface TimeFound extends Found {
  readonly kind: 'time';
  readonly read: {
    readonly from: string | null;
    readonly to: string | null;
    readonly year: number | null;
    readonly recurring: string | null;
    /** 到 X, X 前: a limit. */
    readonly limit: boolean;
    /** Since or until when something has been so, or what it is compared with. */
    readonly status: boolean;
    /** Counted from a day that is not named. */
    readonly relative: boolean;
    /** The year is the document's. */
    readonly implied: boolean;
  };
  readonly fate: 'deadline' | 'none';
  /** The ids of the targets whose year it gives. */
  readonly binds: readonly string[];
}

/** A number or an expression of time, and what became of it. */
export type TokenFound = NumberFound | TimeFound;

/** The row of a table that a record was read from, or that a line stands in. */
export interface RowFound extends Pick<Table, 'id' | 'title'> {
  /** 1-based, as in the rows of the table's record. */
  readonly row: number;
  readonly cells: readonly {
    readonly name: string;
    readonly kind: TableColumn['kind'];
    readonly year: number | null;
    readonly text: string;
    /** Whether the record's own value, time or bodies, or the line, stand in it. */
    readonly own: boolean;
  }[];
}

/** A line of the cleaned text with all its numbers and expressions of time, in order. */
export interface LineFound {
  readonly line: number;
  readonly text: string;
  /** First and last line of the original that it came from. */
  readonly source: readonly [number, number];
  readonly section: SectionPlace | null;
  /** What it is read as: sentences, the cells of a table, or an entry of a table of contents, which is not read. */
  readonly kind: 'text' | 'heading' | 'table' | 'contents';
  /** The row of its first cell; null outside of tables, and in their captions and heads. */
  readonly table: RowFound | null;
  readonly tokens: readonly TokenFound[];
}

/** How a record came about. */
export interface RecordFound {
  readonly id: string;
  readonly record: Target | Deadline | Responsibility;
  readonly line: Pick<LineFound, 'line' | 'text' | 'kind' | 'tokens'>;
  /** Its place in the decoded original. */
  readonly source: {
    readonly line: number;
    readonly column: number;
    readonly start: number;
    readonly end: number;
    /** The line and column behind the last character. */
    readonly last: { readonly line: number; readonly column: number };
  };
  readonly section: SectionPlace | null;
  readonly item: Pick<Section, 'id' | 'chain' | 'title'> | null;
  /** The clause that it was read from; null in a cell of a table. */
  readonly clause: string | null;
  readonly rule: { readonly id: string; readonly finds: string };
  /** What comes from elsewhere than the words around its value. */
  readonly taken: readonly { readonly field: string; readonly value: string; readonly from: string }[];
  readonly table: RowFound | null;
}

/** What the cleaning took out of a line of the original. */
export interface RemovedText {
  readonly reason: string;
  readonly why: string;
  readonly text: string;
}

/** What came of a line; of a line of the original it may be several lines, or none. */
export interface LinesFound {
  readonly lines: readonly LineFound[];
  readonly removed: readonly RemovedText[];
}

/** The answer: how a record came about, or what became of a line. */
export type Explanation = { readonly path: string } & (RecordFound | LinesFound);
