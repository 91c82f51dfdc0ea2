import type { AnyNode, Element } from 'domhandler';
import { attribute, childOf, isElement, isOn, nameOf, numberIn, type XmlPart } from './docx-xml.js';

/** How many of the things that a reader of the text does not see are left out. */
export interface LeftOut {
  footnotes: number;
  endnotes: number;
  comments: number;
  /** Runs of text and rows of tables. */
  hidden: number;
  /** Tracked deletions and moves, whose text is left out; insertions are taken as accepted. */
  deletions: number;
}

/** What the reading of a table shares with that of the body around it. */
export interface TableWriting {
  readonly part: XmlPart;
  readonly leftOut: LeftOut;
  /** Paragraphs and tables in a cell. */
  readonly blocks: (nodes: readonly AnyNode[], depth: number) => string;
  /** Paragraphs so far. */
  paragraphs: number;
  /** How many text boxes lie around what is read. */
  boxes: number;
  inTable: boolean;
  /** What a paragraph holds whose mark is deleted: it goes on with the next. */
  carried: string;
}

/** As in HTML, no cell spans more columns. */
const WIDEST = 1000;
const EMPTY = '<w:p/>';

interface Cell {
  readonly content: string;
  readonly columns: number;
  /** `restart` and `continue` of cells that are merged downwards. */
  readonly merge: string | undefined;
}

/** A table as plain rows and cells: deleted rows and cells left out, cells merged to the right made one. */
export function tableXml(writing: TableWriting, table: Element, depth: number): string {
  const { inTable } = writing;
  writing.inTable = true;
  const rows = elementsIn(writing, table, 'w:tr').map((row) => rowXml(writing, row, depth));
  writing.inTable = inTable;
  const text = rows.join('');
  return text === '' ? '' : `<w:tbl>${text}</w:tbl>`;
}

/** Rows or cells, those in controls of content and in tracked insertions too. */
function elementsIn({ part }: TableWriting, parent: Element, wanted: string): Element[] {
  const found: Element[] = [];
  const stack = parent.children.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    const name = nameOf(part, node);
    if (name === wanted) found.push(node);
    else if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(name)) {
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child) stack.push(child);
      }
    }
  }
  return found;
}

function rowXml(writing: TableWriting, row: Element, depth: number): string {
  const { part, leftOut } = writing;
  const properties = childOf(part, row, 'w:trPr');
  const cells = elementsIn(writing, row, 'w:tc');
  if (childOf(part, properties, 'w:del') || isOn(childOf(part, properties, 'w:hidden'))) {
    const kind = childOf(part, properties, 'w:del') ? 'deletions' : 'hidden';
    leftOut[kind]++;
    // The paragraphs are there, and those behind them keep their numbers.
    skipParagraphs(writing, row);
    return '';
  }
  const before = numberIn(childOf(part, properties, 'w:gridBefore')) ?? 0;
  const written = [...(before > 0 ? [blank(before)] : []), ...mergedCells(writing, cells, depth)];
  if (written.length === 0) return '';
  const head = isOn(childOf(part, properties, 'w:tblHeader')) ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
  return `<w:tr>${head}${written.map(cellXml).join('')}</w:tr>`;
}

function blank(columns: number): Cell {
  return { content: EMPTY, columns: Math.min(columns, WIDEST), merge: undefined };
}

function mergedCells(writing: TableWriting, elements: readonly Element[], depth: number): Cell[] {
  const cells: Cell[] = [];
  for (const element of elements) {
    const properties = childOf(writing.part, element, 'w:tcPr');
    if (childOf(writing.part, properties, 'w:cellDel')) {
      writing.leftOut.deletions++;
      skipParagraphs(writing, element);
      continue;
    }
    const cell = readCell(writing, element, properties, depth);
    const last = cells.at(-1);
    // The way of Word before 2000, which WPS still writes.
    const across = attribute(childOf(writing.part, properties, 'w:hMerge'), 'val') ?? 'continue';
    const joins = childOf(writing.part, properties, 'w:hMerge') !== undefined && across !== 'restart';
    if (joins && last) cells[cells.length - 1] = { ...last, columns: Math.min(last.columns + cell.columns, WIDEST) };
    else cells.push(cell);
  }
  return cells;
}

function readCell(writing: TableWriting, element: Element, properties: Element | undefined, depth: number): Cell {
  const { carried } = writing;
  writing.carried = '';
  let content = writing.blocks(element.children, depth + 1);
  if (writing.carried !== '') content += `<w:p>${writing.carried}</w:p>`;
  writing.carried = carried;
  const columns = numberIn(childOf(writing.part, properties, 'w:gridSpan')) ?? 1;
  const down = childOf(writing.part, properties, 'w:vMerge');
  return {
    content: content === '' ? EMPTY : content,
    columns: Math.min(Math.max(columns, 1), WIDEST),
    merge: down && (attribute(down, 'val') === 'restart' ? 'restart' : 'continue'),
  };
}

function cellXml({ content, columns, merge }: Cell): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const down = merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`;
  return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${content}</w:tc>`;
}

function skipParagraphs(writing: TableWriting, element: Element): void {
  const stack: Element[] = [element];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const name = nameOf(writing.part, next);
    if (name === 'w:txbxContent') continue;
    if (name === 'w:p' && writing.boxes === 0) writing.paragraphs++;
    for (const child of next.children) if (isElement(child)) stack.push(child);
  }
}
