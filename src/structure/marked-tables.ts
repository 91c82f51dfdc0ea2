import type { Mark } from '../core/draft.js';
import { type Line, lineIndex } from '../core/lines.js';
import { TABLE_NOTE } from '../lexicon/tables.js';
import { captionAbove, isContinued, unitIn } from './captions.js';
import { type CellMark, dataCells, type Grid, type GridRow, gridOf, isLone, isWide } from './marked-grid.js';
import { foldHeader, headRows, isColumnNumbers, namesColumns } from './marked-head.js';
import type { RawRow, RawTable } from './raw-table.js';

/** A table of a page whose rows could not be told; lines of the cleaned text, 1-based. */
interface DoubtfulTable {
  readonly title: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface MarkedTables {
  readonly tables: RawTable[];
  readonly doubtful: DoubtfulTable[];
}

/** Characters; a longer row over all columns is no title. */
const LONGEST_TITLE = 60;
/** The share of cells that are links in a list of links. */
const LINKED = 0.6;
const SOURCE_NOTE = /^(?:(?:数据|资料)来源[:：]|[*＊★▲※]\s*[:：])/;

/**
 * The tables whose cells the page marks: spans filled in, the rows of the head folded into one, titles, units and notes
 * inside of the table told from its rows, and the parts of one that pages parted put together.
 */
export function markedTables(lines: readonly Line[], marks: readonly Mark[]): MarkedTables {
  const byTable = new Map<number, CellMark[]>();
  const captions = new Map<number, Mark>();
  for (const mark of marks) {
    if (mark.kind === 'caption') captions.set(mark.table, mark);
    if (mark.kind !== 'cell') continue;
    const cells = byTable.get(mark.cell.table);
    if (cells) cells.push(mark);
    else byTable.set(mark.cell.table, [mark]);
  }
  const text = lines.map((line) => line.text).join('\n');
  const links = linkedCells(marks);
  const context: Context = { lines, text, place: lineIndex(text) };
  const found: Found[] = [];
  const doubtful: DoubtfulTable[] = [];
  for (const [number, cells] of byTable) {
    if (cells.filter(links).length > cells.filter(isFilled).length * LINKED) continue;
    const read = readTable(cells, captions.get(number), context, found.at(-1));
    if (read?.kind === 'table') found.push(read);
    else if (read?.kind === 'rest') found[found.length - 1] = read;
    else if (read) doubtful.push(read.table);
  }
  return { tables: found.map(({ table }) => table), doubtful };
}

interface Context {
  readonly lines: readonly Line[];
  readonly text: string;
  /** The line of a place in the text. */
  readonly place: (offset: number) => { readonly line: number };
}

/** A table, or the rest of the one before put together with it. */
interface Found {
  readonly kind: 'table' | 'rest';
  readonly table: RawTable;
  /** The texts of the rows of its head. */
  readonly head: ReadonlySet<string>;
}

function isFilled(cell: CellMark): boolean {
  return cell.end > cell.start;
}

/** Whether the text of a cell is a link; both kinds of marks come in the order of the text. */
function linkedCells(marks: readonly Mark[]): (cell: CellMark) => boolean {
  const links = marks.filter((mark) => mark.kind === 'link');
  const linked = new Set<CellMark>();
  let next = 0;
  for (const mark of marks) {
    if (mark.kind !== 'cell') continue;
    while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) next++;
    const link = links[next];
    if (link && link.start <= mark.start + 2 && link.end + 2 >= mark.end && isFilled(mark)) linked.add(mark);
  }
  return (cell) => linked.has(cell);
}

/** One table, put together with the one before where it goes on with it; undefined where there is none. */
function readTable(
  cells: readonly CellMark[],
  caption: Mark | undefined,
  context: Context,
  before: Found | undefined,
): Found | { readonly kind: 'doubtful'; readonly table: DoubtfulTable } | undefined {
  const filled = cells.filter(isFilled);
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return undefined;
  const firstLine = context.place(first.start).line;
  const lastLine = context.place(Math.max(first.start, last.end - 1)).line;
  const named = caption && context.text.slice(caption.start, caption.end).replace(/\n/g, '').trim();
  const above = captionAbove(context.lines, firstLine, named);
  const grid = gridOf(cells, context.text);
  if (!grid || grid.doubtful) {
    if ((grid && grid.width < 2) || new Set(filled.map(({ cell }) => cell.row)).size < 2) return undefined;
    const title = above.title || (context.lines[firstLine - 1]?.text ?? '');
    return { kind: 'doubtful', table: { title, firstLine: above.firstLine, lastLine } };
  }
  const opening = withoutTitle(withoutNotes(grid.rows));
  if (grid.width < 2 || opening.rows.length === 0) return undefined;
  const title = named || opening.title || above.title;
  const gap = context.lines.slice(before?.table.lastLine ?? 0, firstLine - 1);
  const rest = before && restOf(before, opening, named ?? opening.title, gap);
  if (rest) return { ...rest, kind: 'rest', table: { ...rest.table, lastLine } };
  const count = headRows(opening.rows);
  const head = new Set(opening.rows.slice(0, count).map(keyOf));
  const rows = bodyOf(opening.rows.slice(count), head);
  if (rows.length === 0 || (count === 0 && !isLabelled(opening.rows))) return undefined;
  const header = foldHeader(opening.rows.slice(0, count), grid.width);
  const unit = opening.unit || above.unit;
  const table = { title, header, rows, firstLine: above.firstLine, lastLine, ...(unit === '' ? {} : { unit }) };
  return { kind: 'table', table, head };
}

/** What tells two rows of a head from each other. */
function keyOf(row: GridRow): string {
  return row.filled.map(({ cell, place }) => `${place.column} ${cell.text.replace(/\s/g, '')}`).join('\n');
}

/** Rows without text, and the notes that close a table, are none of its rows. */
function withoutNotes(rows: Grid['rows']): GridRow[] {
  const kept = rows.filter(({ filled }) => filled.length > 0);
  const isNote = (row: GridRow | undefined): boolean => {
    const text = row && isLone(row) ? (row.filled[0]?.cell.text ?? '') : '';
    return TABLE_NOTE.test(text) || SOURCE_NOTE.test(text);
  };
  let end = kept.length;
  while (end > 0 && isNote(kept[end - 1])) end--;
  // A note may go on below without its word.
  const first = kept.findIndex((row, i) => i > 0 && isNote(row) && kept.slice(i).every(isLone));
  return kept.slice(0, first < 0 ? end : first);
}

interface Opening {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly GridRow[];
}

/** A table's rows without those over all columns that open it: its title, its unit. */
function withoutTitle(all: readonly GridRow[]): Opening {
  let title = '';
  let unit = '';
  let from = 0;
  for (; from < Math.min(4, all.length - 1); from++) {
    const row = all[from] as GridRow;
    const text = row.filled.length === 1 ? (row.filled[0]?.cell.text ?? '') : '';
    const found = unitIn(text);
    if (found !== '') unit = found;
    else if (isContinued(text)) continue;
    else if (isWide(row) && text.length <= LONGEST_TITLE && !/。$/.test(text)) title += text;
    else break;
  }
  return { title, unit, rows: all.slice(from) };
}

/** The rows of data: without numbers of columns, and without heads and 续表 that a page repeats. */
function bodyOf(rows: readonly GridRow[], head: ReadonlySet<string>): RawRow[] {
  return rows
    .filter((row, i) => {
      if (i === 0 && isColumnNumbers(row)) return false;
      if (row.filled.length > 1) return !head.has(keyOf(row));
      const text = row.filled[0]?.cell.text ?? '';
      return !isContinued(text) && unitIn(text) === '';
    })
    .map((row) => ({ cells: dataCells(row) }));
}

/** A table without a head gives the names of its values in its first column. */
function isLabelled(rows: readonly GridRow[]): boolean {
  return rows.every(({ slots }) => {
    const label = slots[0]?.cell.text ?? '';
    return label !== '' && label.length <= 30 && !/[。；]/.test(label);
  });
}

/**
 * A table together with one that goes on with it: nothing but 续表 and the like stands between, and it has the same head
 * again, or none and its numbers go on.
 */
function restOf(before: Found, opening: Opening, title: string, gap: readonly Line[]): Found | undefined {
  const { table, head } = before;
  const { rows } = opening;
  if (rows[0]?.slots.length !== table.header.length) return undefined;
  const own = (text: string): boolean => isContinued(text) || bare(text) === bare(table.title);
  if (title !== '' && !own(title)) return undefined;
  if (!gap.every(({ text }) => own(text) || unitIn(text) !== '')) return undefined;
  let count = 0;
  while (count < rows.length && head.has(keyOf(rows[count] as GridRow))) count++;
  const last = table.rows.at(-1)?.cells[0]?.text ?? '';
  const next = rows[0]?.slots[0]?.cell.text ?? '';
  const counted = /^\d{1,4}$/.test(last) && next === String(Number(last) + 1);
  const called = isContinued(title) || gap.some(({ text }) => isContinued(text));
  if (count === 0 && !counted && !called) return undefined;
  if (count === 0 && namesColumns(rows[0] as GridRow)) return undefined;
  return { ...before, table: { ...table, rows: [...table.rows, ...bodyOf(rows.slice(count), head)] } };
}

/** A title without what says that it is said again. */
function bare(title: string): string {
  return title.replace(/[（(]续表?[)）]$|^续|\s/g, '');
}
