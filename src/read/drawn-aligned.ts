import { HEAD_CONTINUATION, isCaption, TABLE_NOTE } from '../lexicon/tables.js';
import { type Head, headOf, isProven, isValue, placed, rowFields } from './drawn-head.js';
import {
  type DrawnCell,
  type DrawnLine,
  type DrawnTable,
  type Field,
  isBlank,
  LONGEST_LINE,
  type Piece,
} from './drawn-lines.js';
import { isKnownName, isYear, mayBeHead } from './drawn-words.js';

/** Lines of one field that may stand between two rows: names of groups. */
const GROUPS = 2;
/** Characters of the name of a group. */
const LONGEST_LABEL = 40;
/** Characters; what is longer is a paragraph. */
const LONGEST_CELL = 1000;

/** A rule of a table without uprights. */
const RULE = /^[ \t\u3000]*[-=_─━═—－]{4}[-=_─━═—－ \t\u3000]*$/;
const SENTENCE = /[。！？；]/;
/** 主送：某局 */
const LABELLED = /^[^:：]{1,8}[:：]./;
const CONTINUED = /^[（(]?续/;
const DATE = /(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/;

interface Row {
  /** One for each column. */
  readonly cells: (Field | undefined)[];
  /** Further lines of its cells. */
  readonly more: { readonly column: number; readonly piece: Field }[];
  readonly group: boolean;
}

/**
 * The table whose head stands in a line: columns parted by tabs or by runs of blanks, or by single blanks under a head of
 * known names. Undefined where the lines below do not agree with it.
 */
export function alignedTable(lines: readonly DrawnLine[], at: number): DrawnTable | undefined {
  const line = lines[at];
  if (!line || line.text.length > LONGEST_LINE) return undefined;
  for (const parting of ['tab', 'gap', 'word'] as const) {
    if (parting === 'tab' && !line.text.includes('\t')) continue;
    const head = headOf(line, parting);
    const first = head && firstRow(lines, at, head);
    if (!head || first === undefined || !isProven(lines, first, head)) continue;
    const found = grow(lines, first, head);
    if (found.rows.filter(({ group }) => !group).length >= 2) return toTable(lines, at, head, found);
  }
  return undefined;
}

/** Index of the first row below a head; a text whose lines stand apart has blank ones between all of its rows. */
function firstRow(lines: readonly DrawnLine[], at: number, head: Head): number | undefined {
  let i = at + 1;
  while (i < lines.length && i - at <= 2 && isBlank(lines[i])) i++;
  head.gap = i - at - 1;
  while (RULE.test(lines[i]?.text ?? '')) i++;
  return i < lines.length && i - at <= 4 ? i : undefined;
}

interface Grown {
  readonly rows: Row[];
  /** Index of the first line behind the table. */
  readonly next: number;
}

/** Take the lines below a head as long as they are rows of it. */
function grow(lines: readonly DrawnLine[], first: number, head: Head): Grown {
  const rows: Row[] = [];
  let next = first;
  let pending: Field[] = [];
  let blanks = 0;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] as DrawnLine;
    if (isBlank(line)) {
      if (++blanks > head.gap) break;
      continue;
    }
    blanks = 0;
    if (RULE.test(line.text)) {
      if (pending.length === 0) next = i + 1;
      continue;
    }
    const fields = rowFields(line, head);
    const filled = fields.filter(({ text }) => text !== '');
    const [only] = filled;
    if (!only || filled.some(({ text }) => text.length > LONGEST_CELL)) break;
    if (filled.length === 1) {
      const kind = loneKind(only, fields, rows.at(-1), head);
      if (kind === 'group' && pending.length < GROUPS) pending.push(only);
      else if (typeof kind === 'number' && pending.length === 0) {
        rows.at(-1)?.more.push({ column: kind, piece: only });
        next = i + 1;
      } else break;
      continue;
    }
    const cells = placed(fields, head);
    if (!cells || !fits(cells, head) || isOtherHead(cells, pending, head)) break;
    if (fields.length === cells.length) for (const [c, field] of fields.entries()) widen(head.extents[c], field);
    addRow(rows, cells, pending, head);
    pending = [];
    next = i + 1;
  }
  return { rows, next };
}

/** What a line of one field is: the name of a group, the further text of a column, or no part of the table. */
function loneKind(
  field: Field,
  fields: readonly Field[],
  last: Row | undefined,
  head: Head,
): 'group' | 'none' | number {
  const { text } = field;
  if (TABLE_NOTE.test(text) || (isCaption(text) && /^附?表/.test(text)) || DATE.test(text)) return 'none';
  const above = last && !last.group ? last : undefined;
  if (HEAD_CONTINUATION.test(text.replace(/\s/g, '')) && above?.cells[0]) return 0;
  if (head.parting === 'gap' && above) {
    const column = head.extents.findIndex(
      ({ left }, c) => c > 0 && Math.abs((above.cells[c]?.left ?? left) - field.left) <= 1,
    );
    const [extent, cell] = [head.extents[column], above.cells[column]];
    const before = above.more.findLast((more) => more.column === column)?.piece ?? cell;
    if (
      extent &&
      before &&
      before.right >= extent.right - 2 &&
      field.right <= extent.right + 2 &&
      !/。$/.test(before.text)
    )
      return column;
  }
  const labels = head.parting === 'tab' ? fields[0] === field : true;
  return labels && text.length <= LONGEST_LABEL && !SENTENCE.test(text) && !/[:：，]/.test(text) ? 'group' : 'none';
}

function widen(extent: { left: number; right: number } | undefined, { left, right }: Field): void {
  if (!extent) return;
  extent.left = Math.min(extent.left, left);
  extent.right = Math.max(extent.right, right);
}

/** Whether a row holds values where the table has its numbers. */
function fits(cells: readonly (Field | undefined)[], head: Head): boolean {
  const texts = cells.map((cell) => cell?.text ?? '');
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 2 && filled.some((text) => DATE.test(text))) return false;
  if (filled.every((text) => LABELLED.test(text))) return false;
  const strange = [...head.numbers].filter((c) => {
    const text = texts[c] ?? '';
    return (
      text !== '' &&
      !isValue(text) &&
      text.replace(/\s/g, '') !== head.fields[c]?.text.replace(/\s/g, '') &&
      (text.length > 12 || !/\d/.test(text))
    );
  });
  return strange.length === 0 || strange.length * 2 < head.numbers.size;
}

/** Whether a row is the head of another table: not that of this one said again, or behind words of its own. */
function isOtherHead(cells: readonly (Field | undefined)[], pending: readonly Field[], head: Head): boolean {
  const texts = cells.flatMap((cell) => (cell ? [cell.text] : []));
  if (texts.length < 2 || !mayBeHead(texts) || !texts.every((text) => isKnownName(text) || isYear(text))) return false;
  const same = cells.every((cell, c) => cell?.text === head.fields[c]?.text);
  return !same || pending.some(({ text }) => !CONTINUED.test(text));
}

/** A row of its own, or further lines of the cells of the one above. */
function addRow(rows: Row[], cells: (Field | undefined)[], pending: readonly Field[], head: Head): void {
  const above = rows.at(-1);
  const filled = cells.flatMap((cell, column) => (cell ? [{ column, piece: cell }] : []));
  const valued = filled.some(({ column, piece }) => head.numbers.has(column) && isValue(piece.text));
  if (head.parting === 'gap' && above && !above.group && pending.length === 0 && !cells[0] && !valued) {
    const runsOn = filled.every(({ column, piece }) => above.cells[column] && !isValue(piece.text));
    if (runsOn && (head.numbers.has(0) || filled.length < cells.length - 1)) {
      above.more.push(...filled);
      return;
    }
  }
  const broken = pending.at(-1);
  const [label] = cells;
  const joins = broken && label && HEAD_CONTINUATION.test(label.text.replace(/\s/g, ''));
  for (const group of joins ? pending.slice(0, -1) : pending) rows.push({ cells: [group], more: [], group: true });
  if (joins) rows.push({ cells: [broken, ...cells.slice(1)], more: [{ column: 0, piece: label }], group: false });
  else rows.push({ cells, more: [], group: false });
}

function toTable(lines: readonly DrawnLine[], at: number, head: Head, { rows, next }: Grown): DrawnTable {
  const width = head.fields.length;
  const all: Row[] = [{ cells: [...head.fields], more: [], group: false }, ...rows];
  const cells = all.flatMap((row, r) => {
    const columns = row.group ? [0] : head.fields.map((_, c) => c);
    return columns.map((column): DrawnCell => {
      const own = row.cells[column];
      const pieces: Piece[] = own && own.text !== '' ? [own] : [];
      for (const more of row.more) if (more.column === column) pieces.push(more.piece);
      return { row: r, column, rowSpan: 1, columnSpan: row.group ? width : 1, head: r === 0, pieces };
    });
  });
  const ruled = at > 0 && RULE.test(lines[at - 1]?.text ?? '');
  return { first: ruled ? at - 1 : at, next, cells };
}
