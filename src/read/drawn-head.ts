import { PROPERTY_CELL } from '../lexicon/tables.js';
import { type DrawnLine, type Field, fieldsOf, isBlank, LONGEST_LINE, type Parting } from './drawn-lines.js';
import { isKnownName, isNumber, isQuantity, isYear, mayBeHead } from './drawn-words.js';

/** Lines behind a head that have to show what it is the head of. */
const PROOF = 8;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}[.．、]|附件)/;

/** A head and how the lines below it are parted. */
export interface Head {
  readonly parting: Parting;
  readonly fields: readonly Field[];
  readonly known: number;
  /** Columns of the screen that each column has taken so far. */
  readonly extents: { left: number; right: number }[];
  /** Columns that hold numbers in every full row of the proof. */
  numbers: ReadonlySet<number>;
  /** Blank lines between two rows. */
  gap: number;
}

export function headOf(line: DrawnLine, parting: Parting): Head | undefined {
  const fields = trimmed(fieldsOf(line, parting));
  if (fields.length < 2 || fields.length > 40) return undefined;
  const texts = fields.map(({ text }) => text);
  if (!mayBeHead(texts)) return undefined;
  // Blanks part words as well: there every name has to be one.
  if (parting === 'word' && (texts.length < 3 || !texts.every(isKnownName))) return undefined;
  // Names that a single blank parts are no column together.
  const glued = (text: string): boolean => /\s/.test(text) && text.split(/\s+/).every(isKnownName);
  if (parting === 'gap' && texts.some(glued)) return undefined;
  const known = texts.filter(isKnownName).length;
  const extents = fields.map(({ left, right }) => ({ left, right }));
  return { parting, fields, known, extents, numbers: new Set(), gap: 0 };
}

/** Without the empty fields at its end. */
function trimmed(fields: readonly Field[]): Field[] {
  let end = fields.length;
  while (end > 0 && fields[end - 1]?.text === '') end--;
  return fields.slice(0, end);
}

/** Whether the lines below a head are rows of it. Only so many are looked at: each line may be a head. */
export function isProven(lines: readonly DrawnLine[], first: number, head: Head): boolean {
  // A line of names above another head is no head.
  if (rowFields(lines[first], head).every(({ text }) => isKnownName(text))) return false;
  const rows = proofRows(lines, first, head);
  const width = head.fields.length;
  const full = rows.filter((cells) => cells.every((cell) => cell !== undefined));
  const isNumbered = (c: number): boolean => {
    const texts = rows.flatMap((cells) => (cells[c] ? [cells[c].text] : []));
    return texts.length * 2 >= rows.length && texts.every(isValue);
  };
  head.numbers = new Set(head.fields.map((_, c) => c).filter(isNumbered));
  const valued = [...head.numbers].some(
    (c) => c > 0 && (isYear(head.fields[c]?.text ?? '') || !isNumber(head.fields[c]?.text ?? '')),
  );
  // Between tabs cells need not be bare numbers: 10人以上、30人以下.
  const measured =
    head.parting === 'tab' &&
    full.length >= 3 &&
    head.fields.some(
      ({ text }, c) => c > 0 && !/\d/.test(text) && full.every((cells) => /\d/.test(cells[c]?.text ?? '')),
    );
  const counted =
    rows.length > 0 && rows.every((cells, i) => cells[0]?.text === String(Number(rows[0]?.[0]?.text) + i));
  if (width === 2) {
    const quantity = isQuantity(head.fields[1]?.text ?? '') || head.known === 2;
    return full.length >= (head.known === 2 ? 2 : 3) && valued && quantity && !isContents(full);
  }
  if (head.parting === 'word') return full.length >= 2 && valued;
  if (head.known >= 2 && head.known * 2 >= width) {
    const seen = head.parting === 'tab' || full.length > 0 ? rows.length : 0;
    return seen >= 3 || (seen === 2 && (valued || counted || head.known === width));
  }
  return (valued || measured) && full.length >= (head.known > 0 ? 2 : 3) && !isContents(full);
}

/** The first rows below a head in their columns. */
function proofRows(lines: readonly DrawnLine[], first: number, head: Head): (Field | undefined)[][] {
  const rows: (Field | undefined)[][] = [];
  const last = Math.min(lines.length, first + PROOF * (head.gap + 1));
  let blanks = 0;
  for (let i = first; i < last; i++) {
    if (isBlank(lines[i])) {
      if (++blanks > head.gap) break;
      continue;
    }
    blanks = 0;
    const fields = rowFields(lines[i], head);
    const several = fields.filter(({ text }) => text !== '').length > 1;
    if (!several) continue;
    const cells = placed(fields, head);
    if (!cells) break;
    rows.push(cells);
  }
  return rows;
}

/** Headings and their pages. */
function isContents(rows: readonly Field[][]): boolean {
  const pages = rows.map((fields) => Number(fields.at(-1)?.text));
  const rise = pages.every((page, i) => Number.isInteger(page) && page >= (pages[i - 1] ?? 0));
  return rise && rows.some(([first]) => HEADING.test(first?.text ?? ''));
}

export function isValue(text: string): boolean {
  return isNumber(text) || PROPERTY_CELL.test(text);
}

/** The fields of a row; where it has too few for its gaps, single blanks part it into as many as there are columns. */
export function rowFields(line: DrawnLine | undefined, head: Head): readonly Field[] {
  if (!line || line.text.length > LONGEST_LINE) return [];
  const fields = fieldsOf(line, head.parting);
  const width = head.fields.length;
  if (head.parting === 'tab') return trimmed(fields);
  if (fields.length === width || fields.length < 2) return fields;
  const words = head.parting === 'word' ? fields : fieldsOf(line, 'word');
  const tail = words.slice(words.length - width + 1);
  if (words.length < width || words.length > width + 4 || !tail.every(({ text }) => isValue(text))) return fields;
  const lead = words.slice(0, words.length - width + 1);
  const [a, z] = [lead[0], lead.at(-1)];
  return a && z
    ? [{ ...a, text: line.text.slice(a.start - line.start, z.end - line.start), end: z.end, right: z.right }, ...tail]
    : fields;
}

/** The fields of a line in their columns: in order where there are as many, else by where they stand on the screen. */
export function placed(fields: readonly Field[], head: Head): (Field | undefined)[] | undefined {
  const width = head.fields.length;
  if (fields.length > width) return undefined;
  if (head.parting === 'tab') return head.fields.map((_, c) => (fields[c]?.text ? fields[c] : undefined));
  if (fields.length === width) return [...fields];
  if (head.parting === 'word') return undefined;
  const cells: (Field | undefined)[] = Array(width).fill(undefined);
  let from = 0;
  for (const field of fields) {
    const column = columnOf(field, head.extents, from);
    if (column === undefined) return undefined;
    cells[column] = field;
    from = column + 1;
  }
  return cells;
}

/** The one column that a field lies over, or the nearest. */
function columnOf(field: Field, extents: Head['extents'], from: number): number | undefined {
  const shared = extents.map(({ left, right }, c) =>
    c < from ? -1000 : Math.min(right, field.right) - Math.max(left, field.left),
  );
  const best = Math.max(...shared);
  if (best <= -8) return undefined;
  const column = shared.indexOf(best);
  return shared.filter((value) => value > 0).length > 1 || shared.lastIndexOf(best) !== column ? undefined : column;
}
