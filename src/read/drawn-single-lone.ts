import type { Field } from './drawn-lines.js';
import type { Item } from './drawn-single-body.js';
import type { Cell, Make } from './drawn-single-rows.js';

/** Columns on a screen; what is narrower is never broken. */
const NARROWEST = 12;
/** Characters of the name of a group. */
const LONGEST_GROUP = 20;
/** Rows of a group. */
const ROWS = 2;
/** Characters of what a page may have put into the next line. */
const REST = 8;

const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
/** What names end with, and seldom begin with. */
const ENDING = /^(?:率|比例|比重|数量?|面积|人数|总量|总额|指数|水平|程度|覆盖|占比|里程|能力|[）)〕\]、％%])/;
/** What names of indicators end with. */
const LABEL_END = /(?:率|比例|比重|数量|面积|人数|总量|总额|指数|里程|占比|[（(][^（()）]{1,6}[)）])$/;
const WORDED: ReadonlySet<Make | undefined> = new Set(['label', 'group', 'text', 'mixed']);

/**
 * Whether the lines of words between rows are the names of groups for certain: no line that a cell beside it goes on in, or
 * begins in. A page breaks a cell where its column is full, so a line beside narrower cells is none of them.
 * @param behind what stands behind the last row.
 */
export function areGroups(items: readonly Item[], behind: Item | undefined, columns: readonly Make[]): boolean {
  const widest = widestCells(items, columns);
  const ordinals = items.some(
    (item) => 'row' in item && ORDINAL.test(item.row[columns.indexOf('label')]?.[0]?.text ?? ''),
  );
  const counted = columns[0] === 'index';
  const last = items.at(-1);
  if (behind && 'lone' in behind && last && isPart(behind.lone.pieces, mayGoOn(last, columns, widest))) return false;
  return items.every((item, i) => {
    if ('row' in item) return true;
    const { pieces } = item.lone;
    const text = pieces.map((piece) => piece.text).join('');
    if (!ordinals && ORDINAL.test(text)) return true;
    if (pieces.length > 1 || text.length > LONGEST_GROUP || /[:：、，（(]$/.test(text) || ENDING.test(text))
      return false;
    const before = items[i - 1];
    if (before && 'row' in before && (mayGoOn(before, columns, widest) || lacksText(before, columns))) return false;
    const rows = items.slice(i + 1, i + 1 + ROWS);
    const [first] = rows;
    if (
      rows.length < ROWS ||
      !rows.every((row) => 'row' in row) ||
      !first ||
      !('row' in first) ||
      lacksText(first, columns)
    )
      return false;
    const label = columns.indexOf('label');
    const name = first.row[label]?.[0]?.text ?? '';
    return counted || (widthOf(pieces) < (widest[label] ?? 0) && name.length > 2 && !ENDING.test(name));
  });
}

/** Whether a line of words behind the last row is its rest, or a row without values. */
function isPart(pieces: readonly Field[], goesOn: boolean): boolean {
  const text = pieces.map((piece) => piece.text).join('');
  if (ORDINAL.test(text)) return false;
  return pieces.length > 1 || LABEL_END.test(text) || (goesOn && text.length <= REST);
}

function widthOf(cell: readonly Field[]): number {
  const [first] = cell;
  return first ? Math.max(...cell.map(({ right }) => right)) - first.left : 0;
}

/** The widest cell of each column of words among the rows of one line. */
function widestCells(items: readonly Item[], columns: readonly Make[]): number[] {
  const widest = columns.map(() => 0);
  for (const item of items) {
    if (!('row' in item) || item.lines > 1) continue;
    item.row.forEach((cell: Cell, c) => {
      widest[c] = Math.max(widest[c] ?? 0, widthOf(cell));
    });
  }
  return widest;
}

/** Whether a cell of words is as wide as any of its column, so that the next line may be its rest. */
function mayGoOn(item: Item, columns: readonly Make[], widest: readonly number[]): boolean {
  if (!('row' in item)) return false;
  return item.row.some((cell, c) => WORDED.has(columns[c]) && widthOf(cell) >= Math.max(NARROWEST, widest[c] ?? 0));
}

/** Whether a row leaves a column of words empty: the line beside it may be that cell. */
function lacksText(item: Item, columns: readonly Make[]): boolean {
  return (
    'row' in item && item.row.some((cell, c) => cell.length === 0 && WORDED.has(columns[c]) && columns[c] !== 'group')
  );
}
