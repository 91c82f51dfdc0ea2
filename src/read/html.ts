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
  visitChildren(walk, root);
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

function visitChildren(walk: Walk, node: { children: AnyNode[] }): void {
  for (const child of node.children) visit(walk, child);
}

function visit(walk: Walk, node: AnyNode): void {
  if (node.type === 'text') return appendText(walk, node.data, node.startIndex ?? 0);
  if (node.type === 'root' || node.type === 'cdata') return visitChildren(walk, node);
  if (node.type !== 'tag') return;
  const name = node.name;
  if (SILENT.has(name)) return;
  if (name === 'br') return walk.out.append('\n', node.startIndex ?? 0, (node.endIndex ?? 0) + 1, false);
  if (name === 'table' && holdsData(node)) return visitTable(walk, node);
  if (BLOCK.has(name)) return visitBlock(walk, node);
  const start = walk.out.length();
  visitChildren(walk, node);
  if (name === 'a') mark(walk, start, 'link');
}

function visitBlock(walk: Walk, node: Element): void {
  walk.out.breakLine(node.startIndex ?? 0);
  const start = walk.out.length();
  const pre = walk.pre;
  if (node.name === 'pre') walk.pre = true;
  visitChildren(walk, node);
  walk.pre = pre;
  const level = /^h([1-6])$/.exec(node.name)?.[1];
  if (level && walk.out.length() > start) {
    walk.marks.push({ kind: 'heading', level: Number(level), start, end: walk.out.length() });
  }
  if (/text-align:\s*center/i.test(node.attribs.style ?? '') || /center/i.test(node.attribs.align ?? '')) {
    mark(walk, start, 'centre');
  }
  walk.out.breakLine(node.endIndex ?? node.startIndex ?? 0);
}

function mark(walk: Walk, start: number, kind: 'link' | 'centre'): void {
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
  const rows = rowsOf(table);
  if (rows.length === 0) return false;
  const cells = rows.flatMap(cellsOf);
  if (cells.some((cell) => find(cell, 'table') || textLength(cell) > 3000)) return false;
  return rows.some((row) => cellsOf(row).length > 1);
}

function visitTable(walk: Walk, table: Element): void {
  const index = walk.tables++;
  walk.out.breakLine(table.startIndex ?? 0);
  const taken = new Set<string>();
  for (const child of table.children) {
    if (child.type === 'tag' && child.name === 'caption') visitBlock(walk, child);
  }
  rowsOf(table).forEach((row, rowNumber) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (taken.has(`${rowNumber}:${column}`)) column++;
      const place: CellPlace = {
        table: index,
        row: rowNumber,
        column,
        rowSpan: spanOf(cell, 'rowspan'),
        columnSpan: spanOf(cell, 'colspan'),
        head: cell.name === 'th',
      };
      for (let r = 0; r < place.rowSpan; r++) {
        for (let c = 0; c < place.columnSpan; c++) taken.add(`${rowNumber + r}:${column + c}`);
      }
      visitCell(walk, cell, place);
      column += place.columnSpan;
    }
  });
  walk.out.breakLine(table.endIndex ?? 0);
}

function visitCell(walk: Walk, cell: Element, place: CellPlace): void {
  walk.out.breakLine(cell.startIndex ?? 0);
  const start = walk.out.length();
  visitChildren(walk, cell);
  walk.marks.push({ kind: 'cell', cell: place, start, end: walk.out.length() });
  walk.out.breakLine(cell.endIndex ?? 0);
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return value >= 1 && value <= 1000 ? value : 1;
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (child.type !== 'tag') continue;
    if (child.name === 'tr') rows.push(child);
    else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot') rows.push(...rowsOf(child));
  }
  return rows;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((c): c is Element => c.type === 'tag' && (c.name === 'td' || c.name === 'th'));
}

function find(node: Element, name: string): boolean {
  return node.children.some((c) => c.type === 'tag' && (c.name === name || find(c, name)));
}

function textLength(node: AnyNode): number {
  if (node.type === 'text') return node.data.trim().length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}
