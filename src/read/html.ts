import type { AnyNode, Document, Element } from 'domhandler';
import type { CellPlace, Mark } from '../core/draft.js';
import type { OffsetMap } from '../core/offset-map.js';
import { type TextBuilder, textBuilder } from './text-builder.js';

/** The text of an HTML page, line by line, with the place of every character and what the markup says of it. */
export interface HtmlText {
  readonly text: string;
  readonly map: OffsetMap;
  readonly marks: Mark[];
  /** `<title>` under `title`, and every `<meta name content>` under its name in lower case. */
  readonly head: Readonly<Record<string, string>>;
}

const SILENT = new Set(
  'script style template noscript svg math head iframe object embed select option textarea button input canvas audio video map'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption ucapcontent'
  ).split(' '),
);

/** Characters; a longer cell is no cell of data. */
const LONGEST_CELL = 3000;

interface Walk {
  readonly out: TextBuilder;
  readonly marks: Mark[];
  readonly source: string;
  readonly decode: (entity: string) => string;
  tables: number;
  pre: boolean;
}

/**
 * Read an HTML page. Blocks, `<br>` and cells become lines; a run of blanks becomes one; entities are decoded; scripts,
 * styles and form controls are gone. A table that only lays out the page gives plain lines, a table of data marks its cells.
 */
export async function readHtml(source: string): Promise<HtmlText> {
  const [{ load }, { decodeHTML }] = await Promise.all([import('cheerio/slim'), import('entities')]);
  const $ = load(source, {
    xml: { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true },
  });
  const walk: Walk = { out: textBuilder(), marks: [], source, decode: decodeHTML, tables: 0, pre: false };
  const root = $.root()[0] as unknown as Document;
  visit(walk, root);
  const head: Record<string, string> = {};
  const title = $('title').first().text().trim();
  if (title) head.title = decodeHTML(title);
  for (const element of $('meta').toArray()) {
    const name = $(element).attr('name') ?? $(element).attr('property');
    const content = $(element).attr('content')?.trim();
    if (name && content) head[name.toLowerCase()] ??= decodeHTML(content);
  }
  return { ...walk.out.finish(source.length), marks: walk.marks, head };
}

/** What is still to be done, the next last: nodes to enter, and what happens where an open one closes. */
type Task = AnyNode | (() => void);

/** Walk the tree with a stack of its own: pages with boxes nested by the thousand exist. */
function visit(walk: Walk, root: AnyNode): void {
  const stack: Task[] = [root];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if (typeof task === 'function') task();
    else pushAll(stack, enter(walk, task));
  }
}

/** Put tasks on the stack so that the first is done next. One by one: a page may have more paragraphs than a call has room for arguments. */
function pushAll<T>(stack: T[], tasks: readonly T[]): void {
  for (let i = tasks.length - 1; i >= 0; i--) {
    const task = tasks[i];
    if (task !== undefined) stack.push(task);
  }
}

/** What entering a node leaves to be done, in order. */
function enter(walk: Walk, node: AnyNode): Task[] {
  if (node.type === 'text') appendText(walk, node.data, node.startIndex ?? 0);
  if (node.type === 'root' || node.type === 'cdata') return [...node.children];
  if (node.type !== 'tag' || SILENT.has(node.name)) return [];
  if (node.name === 'br') {
    walk.out.append('\n', node.startIndex ?? 0, (node.endIndex ?? 0) + 1, false);
    return [];
  }
  if (node.name === 'table' && holdsData(node)) return enterTable(walk, node);
  if (BLOCK.has(node.name)) return enterBlock(walk, node);
  const start = walk.out.length();
  return node.name === 'a' ? [...node.children, () => mark(walk, start, 'link')] : [...node.children];
}

function enterBlock(walk: Walk, node: Element): Task[] {
  walk.out.breakLine(node.startIndex ?? 0);
  const pre = walk.pre;
  if (node.name === 'pre') walk.pre = true;
  return [
    ...node.children,
    () => {
      walk.pre = pre;
      walk.out.breakLine(node.endIndex ?? node.startIndex ?? 0);
    },
  ];
}

function mark(walk: Walk, start: number, kind: 'link'): void {
  const end = walk.out.length();
  if (end > start) walk.marks.push({ kind, start, end });
}

/** A text node: entities decoded, blanks run together, each piece with its place. */
function appendText(walk: Walk, data: string, at: number): void {
  const pattern = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});?|[ \t\r\n\f]+/gi;
  let from = 0;
  for (const match of data.matchAll(pattern)) {
    const index = match.index;
    walk.out.append(data.slice(from, index), at + from, at + index, true);
    from = index + match[0].length;
    const text = match[0].startsWith('&') ? walk.decode(match[0]) : walk.pre ? match[0] : ' ';
    walk.out.append(text, at + index, at + from, text === match[0]);
  }
  walk.out.append(data.slice(from), at + from, at + data.length, true);
}

/** A table of data has no table inside, more than one column, and no cell that holds a whole article. */
function holdsData(table: Element): boolean {
  const rows = rowsOf(table).map(cellsOf);
  return rows.some((cells) => cells.length > 1) && !rows.flat().some(holdsArticle);
}

/** Whether a cell lays out the page: it holds a table, or more text than a table of data has in one cell. */
function holdsArticle(cell: Element): boolean {
  const stack: AnyNode[] = [...cell.children];
  let length = 0;
  for (let node = stack.pop(); node && length <= LONGEST_CELL; node = stack.pop()) {
    if (node.type === 'tag' && node.name === 'table') return true;
    if (node.type === 'text') length += node.data.trim().length;
    else if ('children' in node) pushAll(stack, node.children);
  }
  return length > LONGEST_CELL;
}

function enterTable(walk: Walk, table: Element): Task[] {
  const index = walk.tables++;
  walk.out.breakLine(table.startIndex ?? 0);
  const captions = table.children.filter((child) => child.type === 'tag' && child.name === 'caption');
  /** Per column, the first row that no cell from above reaches into. */
  const freeFrom: number[] = [];
  const cells = rowsOf(table).flatMap((row, rowNumber) => {
    let column = 0;
    return cellsOf(row).flatMap((cell) => {
      while ((freeFrom[column] ?? 0) > rowNumber) column++;
      const place: CellPlace = {
        table: index,
        row: rowNumber,
        column,
        rowSpan: spanOf(cell, 'rowspan'),
        columnSpan: spanOf(cell, 'colspan'),
        head: cell.name === 'th',
      };
      for (let c = 0; c < place.columnSpan; c++) freeFrom[column + c] = rowNumber + place.rowSpan;
      column += place.columnSpan;
      return cellTasks(walk, cell, place);
    });
  });
  return [...captions, ...cells, () => walk.out.breakLine(table.endIndex ?? 0)];
}

function cellTasks(walk: Walk, cell: Element, place: CellPlace): Task[] {
  let start = 0;
  return [
    () => {
      walk.out.breakLine(cell.startIndex ?? 0);
      start = walk.out.length();
    },
    ...cell.children,
    () => {
      walk.marks.push({ kind: 'cell', cell: place, start, end: walk.out.length() });
      walk.out.breakLine(cell.endIndex ?? 0);
    },
  ];
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return value >= 1 && value <= 1000 ? value : 1;
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'tag') return [];
    if (child.name === 'tr') return [child];
    return child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot' ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((c): c is Element => c.type === 'tag' && (c.name === 'td' || c.name === 'th'));
}
