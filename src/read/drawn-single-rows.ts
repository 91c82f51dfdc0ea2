import { cellKind, isWordedValue } from '../lexicon/cells.js';
import { isUnitName } from '../lexicon/units.js';
import type { Field } from './drawn-lines.js';

/** What a column holds, as far as it tells the cells of a row apart. */
export type Make = 'index' | 'group' | 'label' | 'unit' | 'value' | 'property' | 'text' | 'mixed';

/** A cell: its pieces in reading order, empty where the row has none. */
export type Cell = readonly Field[];

/** Characters of a unit that no lexicon has. */
const LONGEST_UNIT = 4;
/** Columns of words. */
const WORDED: ReadonlySet<Make> = new Set(['label', 'group', 'text', 'mixed']);
const INDEX = /^[（(]?\d{1,3}[)）.．、]?$/;
/** Parses of one row; two are as good as many. */
const ENOUGH = 2;
/** Pieces of a row; a longer one is no row. */
const MOST = 60;

/** Whether a column may hold a piece as its whole cell. */
export function holds(make: Make, text: string): boolean {
  switch (make) {
    case 'index':
      return INDEX.test(text);
    case 'value':
      return isValue(text);
    case 'property':
      return cellKind(text) === 'property';
    case 'unit':
      return (
        (isUnitName(text) && cellKind(text) !== 'number') ||
        cellKind(text) === 'dash' ||
        (text.length <= LONGEST_UNIT && isWord(text))
      );
    case 'text':
      return cellKind(text) !== 'number' && cellKind(text) !== 'property';
    case 'mixed':
      return true;
    default:
      return isWord(text);
  }
}

/** A word that says neither how much nor of which property. */
export function isWord(text: string): boolean {
  return cellKind(text) === 'word' && !isWordedValue(text);
}

export function isValue(text: string): boolean {
  const kind = cellKind(text);
  return kind === 'number' || kind === 'dash' || (kind === 'word' && isWordedValue(text));
}

/**
 * The cells of a row. As many pieces as there are columns stand in order. More of them are words that a blank parts: then one
 * column has several. Fewer are columns that a row leaves empty, never its label. Undefined where no reading fits, or several
 * do.
 */
export function parsed(pieces: readonly Field[], columns: readonly Make[]): Cell[] | undefined {
  if (pieces.length === columns.length)
    return pieces.every(({ text }, c) => holds(columns[c] as Make, text)) ? pieces.map((piece) => [piece]) : undefined;
  if (pieces.length > MOST || pieces.length < 2) return undefined;
  const counts = pieces.length > columns.length ? mergings(pieces, columns) : omissions(pieces, columns);
  const [only] = counts;
  if (only === undefined || counts.length > 1) return undefined;
  let from = 0;
  return only.map((count) => {
    from += count;
    return pieces.slice(from - count, from);
  });
}

/** Pieces for each column, in every way in which one column alone of those with words has more than one. */
function mergings(pieces: readonly Field[], columns: readonly Make[]): number[][] {
  const extra = pieces.length - columns.length;
  const found: number[][] = [];
  const ahead = runLength(columns.length, (c) => holds(columns[c] as Make, pieces[c]?.text ?? ''));
  const behind = runLength(columns.length, (c) => {
    const column = columns.length - 1 - c;
    return holds(columns[column] as Make, pieces[column + extra]?.text ?? '');
  });
  for (let c = 0; c < columns.length && found.length < ENOUGH; c++) {
    const make = columns[c] as Make;
    if (!WORDED.has(make) || ahead < c || behind < columns.length - 1 - c) continue;
    if (make !== 'mixed' && !areWords(pieces.slice(c, c + extra + 1))) continue;
    found.push(columns.map((_, other) => (other === c ? extra + 1 : 1)));
  }
  return found;
}

/** Words, with a number among them at most: PM 2.5 浓度. */
function areWords(pieces: readonly Field[]): boolean {
  const strange = pieces.filter(({ text }) => !isWord(text));
  return strange.length === 0 || (strange.length === 1 && strange[0] !== pieces[0] && strange[0] !== pieces.at(-1));
}

function runLength(most: number, fits: (at: number) => boolean): number {
  let length = 0;
  while (length < most && fits(length)) length++;
  return length;
}

/** One piece or none for each column, in every way that keeps index and label. */
function omissions(pieces: readonly Field[], columns: readonly Make[]): number[][] {
  const found: number[][] = [];
  const open: { readonly counts: number[]; readonly next: number }[] = [{ counts: [], next: 0 }];
  // Each step decides one column; a row of so many columns has no more than ENOUGH readings that matter.
  for (let steps = 0; open.length > 0 && found.length < ENOUGH && steps < 4000; steps++) {
    const { counts, next } = open.pop() as { counts: number[]; next: number };
    const c = counts.length;
    if (c === columns.length) {
      if (next === pieces.length) found.push(counts);
      continue;
    }
    if (pieces.length - next > columns.length - c) continue;
    const make = columns[c] as Make;
    if (make !== 'label' && make !== 'index') open.push({ counts: [...counts, 0], next });
    if (next < pieces.length && holds(make, pieces[next]?.text ?? ''))
      open.push({ counts: [...counts, 1], next: next + 1 });
  }
  return open.length > 0 && found.length < ENOUGH ? [] : found;
}
