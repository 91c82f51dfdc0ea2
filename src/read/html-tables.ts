import type { AnyNode, Element } from 'domhandler';
import type { CellPlace } from '../core/draft.js';
import { hidingOf } from './html-marks.js';

/** Characters; a longer cell is no cell of data. */
const LONGEST_CELL = 3000;
/** Characters of a cell with headings of its own, or alone with its neighbours in one row, that lays out the page. */
const ARTICLE = 800;
const LONE_ROW = 200;
/** Characters that the tables inside one cell of a table of data may hold, and their share of its text. */
const SMALL = 600;
const SMALL_SHARE = 0.3;
/** HTML Living Standard 4.9.11: no cell spans more columns. */
const WIDEST_SPAN = 1000;

const HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条节])/;

/** What a table or cell holds, in characters without the blanks at the ends of text nodes. */
interface Content {
  text: number;
  /** Of these in tables inside. */
  nested: number;
  tables: number;
  /** Text nodes that open like a heading of the first level. */
  headings: number;
}

/** The content of every table and cell. */
export type Survey = ReadonlyMap<AnyNode, Content>;

/** Measure all tables of a page in one walk: measured one by one, tables nested by the hundred would take its square. */
export function surveyTables(root: AnyNode, silent: ReadonlySet<string>): Survey {
  const survey = new Map<AnyNode, Content>();
  const open: Content[] = [];
  const stack: (AnyNode | (() => void))[] = [root];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if (typeof task === 'function') task();
    else if (task.type === 'text') addText(open.at(-1), task.data);
    else if ('children' in task && !(task.type === 'tag' && silent.has(task.name))) {
      if (task.type === 'tag' && /^(?:table|t[dh])$/.test(task.name)) stack.push(openContent(task, survey, open));
      for (let i = task.children.length - 1; i >= 0; i--) stack.push(task.children[i] as AnyNode);
    }
  }
  return survey;
}

/** @returns what is to be done where the element closes. */
function openContent(element: Element, survey: Map<AnyNode, Content>, open: Content[]): () => void {
  const content: Content = { text: 0, nested: 0, tables: 0, headings: 0 };
  survey.set(element, content);
  open.push(content);
  return () => {
    open.pop();
    const outer = open.at(-1);
    if (!outer) return;
    const isTable = element.name === 'table';
    outer.text += content.text;
    outer.nested += isTable ? content.text : content.nested;
    outer.tables += content.tables + (isTable ? 1 : 0);
    outer.headings += content.headings;
  };
}

function addText(content: Content | undefined, data: string): void {
  if (!content) return;
  content.text += data.trim().length;
  if (HEADING.test(data)) content.headings++;
}

/**
 * Whether a table holds data: more than one column, and no cell that holds a whole article. A table inside a cell says that
 * the outer one lays out the page, unless it is small and the outer one reads like data without it.
 */
export function holdsData(table: Element, survey: Survey): boolean {
  const rows = rowsOf(table).map(({ row }) => cellsOf(row));
  const several = rows.filter((cells) => cells.length > 1).length;
  if (several === 0) return false;
  const contents = rows.map((cells) => cells.map((cell) => survey.get(cell)));
  const longest = rows.length === 1 ? LONE_ROW : LONGEST_CELL;
  const isArticle = (content: Content | undefined): boolean =>
    content !== undefined && (content.text > longest || (content.text > ARTICLE && content.headings >= 2));
  if (contents.some((cells) => cells.some(isArticle))) return false;
  const whole = survey.get(table);
  if (!whole || whole.tables === 0) return true;
  return (
    several >= 3 &&
    whole.nested <= whole.text * SMALL_SHARE &&
    !contents[0]?.some((content) => content && content.tables > 0) &&
    contents.every((cells) => cells.every((content) => !content || content.nested <= SMALL))
  );
}

/** A row of a table and how many rows of its group (thead, tbody, tfoot) are left from it on, itself included. */
interface TableRow {
  readonly row: Element;
  readonly group: Element;
  readonly left: number;
}

/** The rows of a table without those of tables inside, in the order of the source. */
function rowsOf(table: Element): TableRow[] {
  const found: { row: Element; group: Element }[] = [];
  const stack: { node: AnyNode; group: Element }[] = [];
  const push = (element: Element): void => {
    for (let i = element.children.length - 1; i >= 0; i--) {
      stack.push({ node: element.children[i] as AnyNode, group: element });
    }
  };
  push(table);
  for (let task = stack.pop(); task; task = stack.pop()) {
    const { node, group } = task;
    if (node.type !== 'tag') continue;
    if (node.name === 'tr') found.push({ row: node, group });
    else if (/^t(?:body|head|foot)$/.test(node.name)) push(node);
  }
  let left = 0;
  const rows: TableRow[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const entry = found[i] as { row: Element; group: Element };
    left = entry.group === found[i + 1]?.group ? left + 1 : 1;
    rows.push({ ...entry, left });
  }
  return rows.reverse();
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((c): c is Element => c.type === 'tag' && (c.name === 'td' || c.name === 'th'));
}

/** A cell, and its place; a cell that the page does not show has none. */
export interface PlacedCell {
  readonly element: Element;
  readonly place: CellPlace | undefined;
}

interface Spanning {
  readonly element: Element;
  readonly row: number;
  rowSpan: number;
  readonly columnSpan: number;
  column: number;
}

/**
 * Give the cells of a table their places, as a browser does (HTML Living Standard 4.9.12): a row fills the columns that no
 * cell from above reaches into; a span ends with its group of rows, and `rowspan="0"` reaches so far. Other than there, a
 * cell from above that leaves no room for a row that is full without it ends before it, and a column in which no cell begins is none.
 */
export function placeCells(table: Element, index: number): PlacedCell[] {
  const rows = rowsOf(table);
  const cells = rows.map(({ row, left }, r) => (isClosed(row) ? [] : shownCells(row, r, left)));
  const naive = settle(cells, undefined);
  // The head is as wide as the table even where most rows lack their last cells.
  settle(cells, Math.max(mostCommon(naive), sum(cells.find((row) => row.length > 1) ?? [])));
  const starts = [...new Set(cells.flat().map(({ column }) => column))].sort((a, b) => a - b);
  const dense = new Map(starts.map((column, i) => [column, i]));
  const places = new Map<Element, CellPlace>();
  for (const { element, row, column, rowSpan, columnSpan } of cells.flat()) {
    const at = dense.get(column) ?? 0;
    let next = at + 1;
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < column + columnSpan) next++;
    const head = element.name === 'th' || rows[row]?.group.name === 'thead';
    places.set(element, { table: index, row, column: at, rowSpan, columnSpan: next - at, head });
  }
  return rows.flatMap(({ row }) => cellsOf(row).map((element) => ({ element, place: places.get(element) })));
}

function shownCells(row: Element, r: number, left: number): Spanning[] {
  return cellsOf(row)
    .filter((cell) => !isClosed(cell))
    .map((element) => {
      const rows = spanOf(element, 'rowspan');
      const columns = spanOf(element, 'colspan');
      const rowSpan = rows === 0 ? left : Math.min(rows, left);
      return { element, row: r, rowSpan, columnSpan: Math.min(Math.max(1, columns), WIDEST_SPAN), column: 0 };
    });
}

/** `display: none`, which takes a cell or a row out of the table. */
function isClosed(element: Element): boolean {
  return hidingOf(element, undefined) === 'closed';
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return value >= 0 && value <= 65_534 ? value : 1;
}

/**
 * Find the columns of cells; only cells that reach into further rows are remembered.
 * @param width what rows are wide; a cell from above that makes a row wider ends. Undefined: none does.
 * @returns the width of every row.
 */
function settle(rows: readonly Spanning[][], width: number | undefined): number[] {
  let above: Spanning[] = [];
  return rows.map((cells, r) => {
    const own = sum(cells);
    above = above.filter((cell) => cell.row + cell.rowSpan > r);
    if (width !== undefined && cells.length > 1) above = fitting(above, width - own, r);
    let column = 0;
    let next = 0;
    for (const cell of cells) {
      for (let reach = above[next]; reach && reach.column <= column; reach = above[next]) {
        column = Math.max(column, reach.column + reach.columnSpan);
        next++;
      }
      cell.column = column;
      column += cell.columnSpan;
    }
    const total = own + sum(above);
    const reaching = cells.filter((cell) => cell.rowSpan > 1);
    if (reaching.length > 0) above = [...above, ...reaching].sort((a, b) => a.column - b.column);
    return total;
  });
}

/** The first of the cells from above that leave a row its room; the others end before it. */
function fitting(above: readonly Spanning[], room: number, row: number): Spanning[] {
  let taken = 0;
  return above.filter((cell) => {
    taken += cell.columnSpan;
    if (taken > room) cell.rowSpan = row - cell.row;
    return taken <= room;
  });
}

function sum(cells: readonly Spanning[]): number {
  return cells.reduce((total, cell) => total + cell.columnSpan, 0);
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}
