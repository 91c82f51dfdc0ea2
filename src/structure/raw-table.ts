/** A cell: its text and where it stands (UTF-16 offsets in the cleaned text); an empty cell stands nowhere. */
export interface RawCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
}

export interface RawTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  /** Of all values, as it stands above the table or in a row of its own: 万元 in 单位：万元. */
  readonly unit?: string;
  /** Lines of the cleaned text, 1-based, inclusive, caption included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export const EMPTY_CELL: RawCell = { text: '', start: 0, end: 0 };
