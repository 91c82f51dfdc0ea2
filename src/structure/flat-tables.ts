import type { Line } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import {
  COLUMN_NAMES,
  HEAD_CONTINUATION,
  isCaption,
  NUMBER_CELL,
  PROPERTY_CELL,
  TABLE_NOTE,
} from '../lexicon/tables.js';
import { EMPTY_CELL, type RawCell, type RawRow, type RawTable } from './raw-table.js';

/** A head of columns whose rows could not be told. */
export interface UncertainTable {
  readonly title: string;
  /** Line of the cleaned text, 1-based. */
  readonly line: number;
}

interface Head {
  readonly columns: string[];
  /** Index of the first line behind the head. */
  readonly next: number;
}

/**
 * Tables that the page flattened to one cell a line. The head is a run of column names under a caption; rows are told by
 * their running numbers, or by a label that numbers and a property follow. What fits neither is left as lines.
 */
export function flatTables(lines: readonly Line[]): { tables: RawTable[]; uncertain: UncertainTable[] } {
  const tables: RawTable[] = [];
  const uncertain: UncertainTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const head = readHead(lines, i);
    if (!head) continue;
    const caption = lines[i - 1];
    const titled = caption !== undefined && isCaption(caption.text);
    const read = head.columns[0] && /^(?:序号|编号|排序)$/.test(head.columns[0]) ? numberedRows : labelledRows;
    const { rows, next } = read(lines, head);
    if (rows.length === 0) {
      uncertain.push({ title: titled ? caption.text : head.columns.join(' '), line: i + 1 });
      i = head.next - 1;
      continue;
    }
    tables.push({
      title: titled ? caption.text : '',
      header: head.columns,
      rows,
      firstLine: titled ? i : i + 1,
      lastLine: next,
    });
    i = next - 1;
  }
  return { tables, uncertain };
}

/** A head has at least three columns, each in its line. */
function readHead(lines: readonly Line[], at: number): Head | undefined {
  const columns: string[] = [];
  let i = at;
  for (; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    const last = columns.at(-1);
    if (last !== undefined && HEAD_CONTINUATION.test(text)) columns[columns.length - 1] = last + text;
    else if (COLUMN_NAMES.some((name) => name.test(text))) columns.push(text);
    else break;
  }
  return columns.length >= 3 ? { columns, next: i } : undefined;
}

interface Rows {
  readonly rows: RawRow[];
  /** Index of the first line behind the table. */
  readonly next: number;
}

/** Rows that open with a running number: 1, 2, 3 or 01, 02. What a row has too many cells belongs to its last, long one. */
function numberedRows(lines: readonly Line[], head: Head): Rows {
  const width = head.columns.length;
  const rows: RawRow[] = [];
  let i = head.next;
  while (i < lines.length && Number(lines[i]?.text) === rows.length + 1 && /^\d{1,3}$/.test(lines[i]?.text ?? '')) {
    const from = i;
    i++;
    while (i < lines.length && !opensRow(lines[i], rows.length + 2) && i - from < width && !closesTable(lines[i])) i++;
    if (i - from < 2) break;
    rows.push({ cells: pad(lines.slice(from, i).map(cellOf), width) });
  }
  // 合计 and its sum close the table.
  if (rows.length > 0 && /^(?:合计|总计|小计)$/.test(lines[i]?.text ?? '') && isValue(lines[i + 1]?.text ?? '')) {
    const sum = lines.slice(i, i + 2).map(cellOf);
    const [label = EMPTY_CELL, value = EMPTY_CELL] = sum;
    rows.push({ cells: [label, ...Array.from({ length: width - 2 }, () => EMPTY_CELL), value] });
    i += 2;
  }
  return { rows, next: i };
}

function opensRow(line: Line | undefined, number: number): boolean {
  return line !== undefined && /^\d{1,3}$/.test(line.text) && Number(line.text) === number;
}

/**
 * Rows of a label and the cells that its columns want: numbers, and 约束性/预期性 where there is a column of properties.
 * A label with no numbers behind it names the group of the rows below.
 */
function labelledRows(lines: readonly Line[], head: Head): Rows {
  const width = head.columns.length;
  const labels = Math.max(
    1,
    head.columns.findIndex((name) => /\d{4}|值|十[二三四五六]五|单位|属性|增/.test(name)),
  );
  const rows: RawRow[] = [];
  let i = head.next;
  let numbered = false;
  while (i < lines.length && !closesTable(lines[i]) && !isCaption(lines[i]?.text ?? '')) {
    const line = lines[i];
    if (!line || isValue(line.text)) break;
    const values: RawCell[] = [];
    let j = i + 1;
    while (j < lines.length && values.length < width - labels && isValue(lines[j]?.text ?? '')) {
      const value = lines[j];
      if (value) values.push(cellOf(value));
      j++;
    }
    if (values.length === 0 && !labelFollows(lines[i + 1])) break;
    if (values.length > 0) numbered = true;
    // A column of groups stands empty in a row of its own label.
    const before = labels > 1 ? Array.from({ length: values.length > 0 ? labels - 1 : 0 }, () => EMPTY_CELL) : [];
    rows.push({ cells: pad([...before, cellOf(line), ...values], width) });
    i = j;
  }
  while (
    rows.length > 0 &&
    rows
      .at(-1)
      ?.cells.slice(labels)
      .every((cell) => cell.text === '')
  ) {
    rows.pop();
    i--;
  }
  return numbered ? { rows, next: i } : { rows: [], next: head.next };
}

function isValue(text: string): boolean {
  return NUMBER_CELL.test(text) || PROPERTY_CELL.test(text) || /^[%‰％]$/.test(text);
}

function labelFollows(line: Line | undefined): boolean {
  return line !== undefined && !closesTable(line) && line.text.length <= 40;
}

function closesTable(line: Line | undefined): boolean {
  if (!line) return true;
  return (
    TABLE_NOTE.test(line.text) ||
    (startsWithMarker(line.text) && !/^\d/.test(line.text)) ||
    /^第.{1,3}[章节条]/.test(line.text)
  );
}

function cellOf(line: Line): RawCell {
  return { text: line.text, start: line.start, end: line.end };
}

function pad(cells: RawCell[], width: number): RawCell[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => EMPTY_CELL)];
}
