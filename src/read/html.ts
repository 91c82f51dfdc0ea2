import type { Cheerio } from 'cheerio/slim';
import type { AnyNode, Document, Element } from 'domhandler';
import type { CellPlace, Look, Mark } from '../core/draft.js';
import type { OffsetMap } from '../core/offset-map.js';
import { type Hiding, hidingOf, isAside, isTitle, looksOf } from './html-marks.js';
import { holdsData, placeCells, type Survey, surveyTables } from './html-tables.js';
import { type TextBuilder, textBuilder } from './text-builder.js';

/** The text of an HTML page, line by line, with the place of every character and what the markup says of it. */
export interface HtmlText {
  readonly text: string;
  readonly map: OffsetMap;
  readonly marks: Mark[];
  /** `<title>` under `title`, and every `<meta name content>` under its name in lower case. */
  readonly head: Readonly<Record<string, string>>;
  /** Pictures that the page shows. */
  readonly pictures: number;
}

const SILENT = new Set(
  'script style template noscript svg math head iframe object embed select option textarea button input canvas audio video map'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption ucapcontent ' +
    // of feeds
    'item channel title description pubdate entry'
  ).split(' '),
);

interface Walk {
  readonly out: TextBuilder;
  readonly marks: Mark[];
  readonly source: string;
  readonly decode: (entity: string) => string;
  readonly survey: Survey;
  tables: number;
  /** Whether a cell of a table of data is open: a table inside is a part of its text. */
  inCell: boolean;
  pre: boolean;
  hiding: Hiding | undefined;
  /** Index of the last mark of hidden text, -1 where shown text stands behind it. */
  lastHidden: number;
  pictures: number;
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
  const root = $.root()[0] as unknown as Document;
  const walk: Walk = {
    out: textBuilder(),
    marks: [],
    survey: surveyTables(root, SILENT),
    source,
    decode: remembering(decodeHTML),
    tables: 0,
    inCell: false,
    pre: false,
    hiding: undefined,
    lastHidden: -1,
    pictures: 0,
  };
  visit(walk, root);
  const head: Record<string, string> = {};
  // One query for all: each goes through the whole page.
  for (const element of $('title, meta, script[type="application/ld+json"]').toArray())
    addFact(head, $(element), decodeHTML);
  return { ...walk.out.finish(source.length), marks: walk.marks, head, pictures: walk.pictures };
}

/** Pages repeat a handful of references by the thousand. */
function remembering(decode: (entity: string) => string): (entity: string) => string {
  const known = new Map<string, string>();
  return (entity) => {
    const found = known.get(entity) ?? decode(entity);
    if (known.size < 1000) known.set(entity, found);
    return found;
  };
}

/** What an element of the page's head says of the page. */
function addFact(head: Record<string, string>, element: Cheerio<Element>, decode: (text: string) => string): void {
  if (element.is('title')) {
    const title = element.text().trim();
    if (title) head.title ??= decode(title);
  } else if (element.is('meta')) {
    const name = element.attr('name') ?? element.attr('property') ?? element.attr('itemprop');
    const content = element.attr('content')?.trim();
    if (name && content) head[name.toLowerCase()] ??= decode(content);
  } else addLinkedData(head, element.text());
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

/** The plain facts of a JSON-LD block under `ld:` and their names in lower case; a block that is none says nothing. */
function addLinkedData(head: Record<string, string>, json: string): void {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return;
  }
  const things = Array.isArray(data) ? data : [data];
  for (const thing of things.slice(0, 10)) {
    if (typeof thing !== 'object' || thing === null) continue;
    for (const [name, value] of Object.entries(thing)) {
      const text: unknown = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
      if (typeof text === 'string' && text.trim() !== '') head[`ld:${name.toLowerCase()}`] ??= text.trim();
    }
  }
}

/** What entering a node leaves to be done, in order. */
function enter(walk: Walk, node: AnyNode): Task[] {
  if (node.type === 'text') appendText(walk, node.data, node.startIndex ?? 0);
  if (node.type === 'root' || node.type === 'cdata') return [...node.children];
  if (node.type !== 'tag' || SILENT.has(node.name)) return [];
  const before = walk.hiding;
  walk.hiding = hidingOf(node, before);
  if (node.name === 'img' && !walk.hiding) walk.pictures++;
  const tasks = enterElement(walk, node);
  const start = walk.out.length();
  if (isAside(node)) tasks.push(() => mark(walk, start, 'aside'));
  if (isTitle(node)) tasks.push(() => mark(walk, start, 'title'));
  for (const look of looksOf(node)) tasks.push(() => markLook(walk, start, look));
  if (walk.hiding !== before)
    tasks.push(() => {
      walk.hiding = before;
    });
  return tasks;
}

function enterElement(walk: Walk, node: Element): Task[] {
  if (node.name === 'br') {
    walk.out.append('\n', node.startIndex ?? 0, (node.endIndex ?? 0) + 1, false);
    return [];
  }
  if (node.name === 'table' && !walk.inCell && holdsData(node, walk.survey)) return enterTable(walk, node);
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

function mark(walk: Walk, start: number, kind: 'link' | 'aside' | 'title'): void {
  const end = walk.out.length();
  if (end > start) walk.marks.push({ kind, start, end });
}

function markLook(walk: Walk, start: number, look: Look): void {
  const end = walk.out.length();
  if (end > start) walk.marks.push({ kind: 'look', look, start, end });
}

/** A character reference, or a run of blanks. */
const SPECIAL = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});?|[ \t\r\n\f]+/gi;

/** A text node: entities decoded, blanks run together, each piece with its place. */
function appendText(walk: Walk, data: string, at: number): void {
  const start = walk.out.length();
  let from = 0;
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(data); match; match = SPECIAL.exec(data)) {
    const index = match.index;
    const [special] = match;
    if (index > from) walk.out.append(data.slice(from, index), at + from, at + index, true);
    from = index + special.length;
    const text = special.startsWith('&') ? walk.decode(special) : walk.pre ? special : ' ';
    walk.out.append(text, at + index, at + from, text === special);
  }
  if (from < data.length) walk.out.append(from === 0 ? data : data.slice(from), at + from, at + data.length, true);
  if (walk.hiding) markHidden(walk, start);
  else if (walk.lastHidden >= 0 && data.trim() !== '') walk.lastHidden = -1;
}

/** Text that is not shown, one mark for all that stands together. */
function markHidden(walk: Walk, start: number): void {
  const end = walk.out.length();
  const trick = walk.hiding === 'off-page' || walk.hiding === 'tiny';
  const last = walk.marks[walk.lastHidden];
  const joined = last?.kind === 'hidden' && last.trick === trick && start - last.end <= 1;
  if (joined) walk.marks[walk.lastHidden] = { ...last, end };
  else if (end > start) walk.lastHidden = walk.marks.push({ kind: 'hidden', trick, start, end }) - 1;
}

function enterTable(walk: Walk, table: Element): Task[] {
  const index = walk.tables++;
  walk.out.breakLine(table.startIndex ?? 0);
  const captions = table.children.filter((child) => child.type === 'tag' && child.name === 'caption');
  const cells = placeCells(table, index).flatMap(({ element, place }) =>
    place ? cellTasks(walk, element, place) : hiddenTasks(walk, element),
  );
  return [
    ...captions.flatMap((caption) => captionTasks(walk, caption as Element, index)),
    ...cells,
    () => walk.out.breakLine(table.endIndex ?? 0),
  ];
}

function cellTasks(walk: Walk, cell: Element, place: CellPlace): Task[] {
  let start = 0;
  return [
    () => {
      walk.out.breakLine(cell.startIndex ?? 0);
      start = walk.out.length();
      walk.inCell = true;
    },
    ...cell.children,
    () => {
      walk.inCell = false;
      walk.marks.push({ kind: 'cell', cell: place, start, end: walk.out.length() });
      walk.out.breakLine(cell.endIndex ?? 0);
    },
  ];
}

/** A cell that the page does not show is text that it does not show, and no cell. */
function hiddenTasks(walk: Walk, cell: Element): Task[] {
  const before = walk.hiding;
  return [
    () => {
      walk.out.breakLine(cell.startIndex ?? 0);
      walk.hiding = before ?? 'closed';
    },
    ...cell.children,
    () => {
      walk.hiding = before;
      walk.out.breakLine(cell.endIndex ?? 0);
    },
  ];
}

function captionTasks(walk: Walk, caption: Element, table: number): Task[] {
  let start = 0;
  return [
    () => {
      walk.out.breakLine(caption.startIndex ?? 0);
      start = walk.out.length();
    },
    ...caption.children,
    () => {
      const end = walk.out.length();
      if (end > start) walk.marks.push({ kind: 'caption', table, start, end });
      walk.out.breakLine(caption.endIndex ?? 0);
    },
  ];
}
