import { cellKind, isColumnName } from '../lexicon/cells.js';
import { isUnitName } from '../lexicon/units.js';
import { type DrawnLine, type Field, fieldsOf, isBlank } from './drawn-lines.js';
import { holds, isValue, type Make } from './drawn-single-rows.js';
import { isKnownName, isQuantity, mayBeHead } from './drawn-words.js';

/** The head of a table whose cells are parted by single blanks. */
export interface SingleHead {
  readonly names: readonly Field[];
  readonly columns: readonly Make[];
  /** Index of the first line behind it. */
  readonly next: number;
  /** Blank lines between two rows. */
  readonly gap: number;
}

/** Characters; a longer line is a paragraph. */
export const LONGEST = 300;
/** Lines below a head that show what its columns hold. */
const PROOF = 30;
/** Rows with a cell in every column. */
const ROWS = 2;

const HAN = /^[\u3400-\u9fff]$/;
const YEAR = /^(?:19|20)\d{2}$/;
const YEAR_END = /^年(?:度|底|末)?$/;
const BRACKETED = /^[（(]([^（()）]{1,10})[)）]$/;
const INDEX_NAME = /^(?:序号|序|编号|项次|No\.?|NO\.?)$/;
const UNIT_NAME = /单位|量纲/;
const GROUP_NAME = /^(?:类别|类型|分类|领域|维度|方面|板块|目标|一级指标|指标类别|项目类别)$/;
const TEXT_NAME = /备注|说明|单位|部门|主体|内容|地点|位置|时限|时间|年限|措施/;

/**
 * The head in a line and what its columns hold, told by the rows below that have as many pieces as it has names. Undefined
 * where the words are no head, or no such rows stand below.
 */
export function singleHead(lines: readonly DrawnLine[], at: number): SingleHead | undefined {
  const first = namesIn(lines[at]);
  if (!first || !isStrong(first)) return undefined;
  const gap = blanksAt(lines, at + 1);
  const below = at + 1 + gap;
  if (gap > 2) return undefined;
  const second = namesIn(lines[below]);
  // A head of many names may go on in the next line.
  const more = second && [...first, ...second].every(isName) && textOf(first) !== textOf(second) ? second : [];
  const names = [...first, ...more];
  if (fieldsOf(lines[at] as DrawnLine, 'gap').length === names.length) return undefined;
  const next = more.length > 0 ? below + 1 : at + 1;
  const exact = exactRows(lines, next, names, gap);
  const columns = makesOf(names.map(nameOf), exact);
  return columns && isProven(names, columns, exact) ? { names, columns, next, gap } : undefined;
}

function blanksAt(lines: readonly DrawnLine[], at: number): number {
  let count = 0;
  while (count < 4 && at + count < lines.length && isBlank(lines[at + count])) count++;
  return count;
}

/** The pieces of a line between its blanks; a unit in brackets belongs to the word before it. */
export function piecesOf(line: DrawnLine | undefined): readonly Field[] {
  if (!line || line.text.length > LONGEST) return [];
  const pieces: Field[] = [];
  for (const field of fieldsOf(line, 'word')) {
    const before = pieces.at(-1);
    const unit = BRACKETED.exec(field.text)?.[1];
    const joins = before && unit !== undefined && isUnitName(unit) && cellKind(before.text) === 'word';
    if (joins) pieces[pieces.length - 1] = together(line, before, field);
    else pieces.push(field);
  }
  return pieces;
}

function together(line: DrawnLine, a: Field, z: Field): Field {
  return { ...a, text: line.text.slice(a.start - line.start, z.end - line.start), end: z.end, right: z.right };
}

/** The names of columns in a line, words that are spread put together: 指 标 2025 年. */
export function namesIn(line: DrawnLine | undefined): Field[] | undefined {
  if (!line || line.text.length > LONGEST || /[，。；！？、]/.test(line.text)) return undefined;
  const names: Field[] = [];
  let single = false;
  for (const field of piecesOf(line)) {
    const before = names.at(-1);
    const spread = single && HAN.test(field.text) && !isColumnName(before?.text ?? '');
    if (before && (spread || (YEAR.test(before.text) && YEAR_END.test(field.text))))
      names[names.length - 1] = together(line, before, field);
    else {
      names.push(field);
      single = HAN.test(field.text);
    }
  }
  const texts = names.map(nameOf);
  const apart = new Set(texts).size === texts.length;
  return names.length > 1 && names.length <= 40 && apart && mayBeHead(texts) ? names : undefined;
}

function nameOf({ text }: Field): string {
  return text.replace(/\s/g, '');
}

export function textOf(names: readonly Field[]): string {
  return names.map(nameOf).join(' ');
}

function isName(name: Field): boolean {
  return isColumnName(name.text) || isKnownName(name.text);
}

/** Names that plans use, or of quantities: all of two, half of more. */
function isStrong(names: readonly Field[]): boolean {
  const known = names.filter((name) => isName(name) || isQuantity(name.text)).length;
  return names.length === 2 ? names.every(isName) : known >= 2 && known * 2 >= names.length;
}

/** The texts of the lines below a head that have as many pieces as it has names; those of a counted row may be two lines. */
function exactRows(lines: readonly DrawnLine[], from: number, names: readonly Field[], gap: number): string[][] {
  const rows: string[][] = [];
  const width = names.length;
  const counted = INDEX_NAME.test(nameOf(names[0] as Field));
  let before: string[] = [];
  let blanks = 0;
  for (let i = from; i < Math.min(lines.length, from + PROOF * (gap + 1)); i++) {
    if (isBlank(lines[i])) {
      if (++blanks > gap + 1) break;
      continue;
    }
    blanks = 0;
    const texts = piecesOf(lines[i]).map(({ text }) => text);
    if (/。$/.test(lines[i]?.text ?? '')) break;
    const row = counted && holds('index', before[0] ?? '') ? inTwoLines(before, texts, width) : undefined;
    if (texts.length === width && !texts.every(isColumnName)) rows.push(texts);
    else if (row) rows.push(row);
    before = texts;
  }
  return rows;
}

/** Number and label in a line, the values in the next one, in which the label may go on. */
function inTwoLines(first: readonly string[], second: readonly string[], width: number): string[] | undefined {
  if (first.length !== 2 || holds('index', second[0] ?? '')) return undefined;
  const joined =
    second.length === width - 1 ? [`${first[1]}${second[0]}`, ...second.slice(1)] : [first[1] as string, ...second];
  return joined.length === width - 1 ? [first[0] as string, ...joined] : undefined;
}

/** What most of the full rows hold in each column, where its name allows it. */
function makesOf(names: readonly string[], rows: readonly string[][]): Make[] | undefined {
  if (rows.length < ROWS) return undefined;
  const most = (c: number, test: (text: string) => boolean): boolean =>
    rows.filter((row) => test(row[c] ?? '')).length * 4 >= rows.length * 3;
  const makes = names.map((name, c): Make => {
    if (INDEX_NAME.test(name)) return 'index';
    if (most(c, (text) => cellKind(text) === 'property')) return 'property';
    if (UNIT_NAME.test(name) && most(c, isUnitName)) return 'unit';
    const numbered = isQuantity(name) || rows.some((row) => cellKind(row[c] ?? '') === 'number');
    if (!TEXT_NAME.test(name) && most(c, isValue)) return numbered ? 'value' : 'mixed';
    // Remarks may be of any kind.
    const words = rows.every((row) => holds('text', row[c] ?? ''));
    return words || (!TEXT_NAME.test(name) && most(c, (text) => holds('text', text))) ? 'text' : 'mixed';
  });
  if (makes.lastIndexOf('index') > 0) return undefined;
  const isGroup = (c: number): boolean => GROUP_NAME.test(names[c] ?? '') && makes[c + 1] === 'text';
  const label = makes.findIndex((make, c) => make === 'text' && !isGroup(c));
  if (label < 0 || label > 2 || makes.slice(0, label).some((make) => make !== 'index' && make !== 'text'))
    return undefined;
  return makes.map((make, c) => (c === label ? 'label' : make === 'text' && c < label ? 'group' : make));
}

/** Whether head and rows prove each other: every name known above two rows, else above three with numbers. */
function isProven(names: readonly Field[], columns: readonly Make[], rows: readonly string[][]): boolean {
  const full = rows.filter((row) => row.every((text, c) => holds(columns[c] as Make, text)));
  const numbered = columns.includes('value') || columns.includes('property');
  if (full.length < ROWS || (!numbered && columns[0] !== 'index')) return false;
  return (names.length > 2 && names.every(isName)) || (numbered && full.length > ROWS);
}
