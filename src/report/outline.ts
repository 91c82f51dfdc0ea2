import type { Outline, OutlineCounts, OutlinePart, OutlineSection, OutlineTable } from './outline-tree.js';
import { cutTo, NARROWEST, type Paper, visible } from './paper.js';
import { counted } from './text.js';

/** A line of the outline: words that may be cut, and what must be seen. */
interface Entry {
  readonly generation: number;
  readonly words: string;
  readonly lines: readonly [number, number] | undefined;
  readonly facts: string;
  readonly heads?: boolean;
}

const INDENT = 2;
/** However narrow a terminal is, so much of a title is shown. */
const LEAST = 12;

const place = ([first, last]: readonly [number, number]): string =>
  first === last ? `[${first}]` : `[${first}-${last}]`;

/** `3 targets, 1 unit`: what there is none of is not told. */
function countsText({ targets, deadlines, units }: OutlineCounts): string {
  return [
    targets > 0 ? counted(targets, 'targets') : '',
    deadlines > 0 ? counted(deadlines, 'deadlines') : '',
    units > 0 ? counted(units, 'units', 'unit') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function entryLine({ generation, words, lines, facts, heads }: Entry, { columns, paint }: Paper): string {
  const where = lines ? `  ${place(lines)}` : '';
  const what = facts === '' ? '' : `  ${facts}`;
  const width = columns === null ? Number.POSITIVE_INFINITY : Math.max(columns, NARROWEST);
  // A tree of very many levels would leave its titles no room.
  const indent = Math.min(INDENT * generation, Math.floor(width / 3));
  const shown = cutTo(visible(words), Math.max(LEAST, width - indent - where.length - what.length));
  const bold = heads ? paint('bold', shown) : shown;
  return `${' '.repeat(indent)}${bold}${where === '' ? '' : paint('dim', where)}${what}\n`;
}

/** One document by its number; a file of one document needs none. */
function partEntry({ kind, title, lines, counts }: OutlinePart, index: number): Entry {
  const words = `part ${index + 1}, ${kind}${title === null ? '' : `: ${title}`}`;
  return { generation: 0, words, lines, facts: countsText(counts), heads: true };
}

function tableEntry({ title, header, rows, columns, lines }: OutlineTable, generation: number): Entry {
  const words = `table ${title === '' ? `(${header.join(', ')})` : title}`;
  return {
    generation,
    words,
    lines,
    facts: `${counted(rows, 'rows', 'row')}, ${counted(columns, 'columns', 'column')}`,
  };
}

function sectionEntry({ marker, title, lines, counts }: OutlineSection, generation: number): Entry {
  return { generation, words: `${marker} ${title}`.trim(), lines, facts: countsText(counts) };
}

/** The entries of a part: its own text, then its tables and sections as they follow each other. No recursion. */
function* entriesOf(part: OutlinePart, generation: number): Generator<Entry> {
  const facts = countsText(part.own);
  const words = part.children.length > 0 ? '(before the first heading)' : '(no headings)';
  if (facts !== '') yield { generation, words, lines: undefined, facts };
  const inOrder = ({ tables, children }: OutlinePart | OutlineSection) =>
    [...tables, ...children].sort((a, b) => b.lines[0] - a.lines[0]);
  const waiting = inOrder(part).map((entry) => ({ entry, at: generation }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { entry, at } = next;
    if (!('children' in entry)) yield tableEntry(entry, at);
    else {
      yield sectionEntry(entry, at);
      for (const inside of inOrder(entry)) waiting.push({ entry: inside, at: at + 1 });
    }
  }
}

/** What the whole file holds. */
function footer({ counts, parts }: Outline, withItems: boolean): string {
  const { sections, items, tables, targets, deadlines, units } = counts;
  const hint = withItems ? '' : ' (--items shows them)';
  return [
    ...(parts.length > 1 ? [counted(parts.length, 'parts', 'part')] : []),
    counted(sections, 'sections'),
    ...(items > 0 ? [`${counted(items, 'items', 'item')}${hint}`] : []),
    counted(tables, 'tables'),
    counted(targets, 'targets'),
    counted(deadlines, 'deadlines'),
    counted(units, 'units', 'unit'),
  ].join(', ');
}

/**
 * The section tree for people: a line a heading, two blanks of indent a generation, with its lines in the cleaned text and
 * the counts of all that stands inside. Titles are cut where the paper is too narrow, nothing else is.
 * @param withItems whether the outline was made with its items
 */
export function outlineText(outline: Outline, paper: Paper, withItems = false): string {
  const text: string[] = [];
  const title = { generation: 0, words: outline.title ?? '', lines: undefined, facts: '', heads: true };
  if (outline.title !== null) text.push(entryLine(title, paper));
  const several = outline.parts.length > 1;
  outline.parts.forEach((part, i) => {
    if (several) text.push(entryLine(partEntry(part, i), paper));
    for (const entry of entriesOf(part, several ? 1 : 0)) text.push(entryLine(entry, paper));
  });
  return `${text.join('')}${text.length > 0 ? '\n' : ''}${footer(outline, withItems)}\n`;
}
