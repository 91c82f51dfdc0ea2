import { namedYears, type YearSpan } from '../core/years.js';
import { BODY_END } from '../lexicon/bodies/endings.js';
import { type CellShape, COLUMN_WORDS, type ColumnWord } from '../lexicon/columns.js';
import { NUMBER_CELL, PROPERTY_CELL } from '../lexicon/tables.js';
import { isUnitName } from '../lexicon/units.js';
import type { TableColumn } from '../schema/model.js';

/** A column with what its name says beyond the output. */
export interface ColumnReading extends TableColumn {
  /** The name without years, units, blanks and quotes, half-width. */
  readonly words: string;
  /** Whether the name is one that is known. */
  readonly known: boolean;
  /** The years that the name spans, where it does: 2021—2025年, “十四五”. */
  readonly span: YearSpan | null;
}

/** How the columns of a table are read, told by their names and, where those do not tell, by their cells. */
export function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]): TableColumn[] {
  return readColumns(header, rows).map(({ kind, year, state, unit }) => ({ kind, year, state, unit }));
}

export function readColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnReading[] {
  const columns = header.map((name, i) =>
    readColumn(
      name,
      rows.map((row) => row[i] ?? ''),
    ),
  );
  return withLabel(columns, rows);
}

/** Cells of more rows tell no more. */
const LOOKED_AT = 200;
const LONGEST_NAME = 80;

function readColumn(name: string, all: readonly string[]): ColumnReading {
  const cells = all.filter((cell) => cell.trim() !== '' && !/^[-—–/／\s]+$/.test(cell)).slice(0, LOOKED_AT);
  // Whatever is longer is no name.
  const { form, unit } = nameForm(name.length > LONGEST_NAME ? '' : name);
  const { span, compared, rest } = namedYears(form);
  const words = rest.replace(/^[()[\]:、,]+$/, '').replace(/^\((.*)\)$/, '$1');
  const base = { year: span?.to ?? null, unit, words, span: span ?? null, known: false };
  // 重点项目 over 2021, 2022, 2022—2024: when, whatever the name. Two alike may be amounts.
  if (!span && unit === null && cells.length > 2 && cells.every((cell) => YEARS.test(cell)))
    return { ...base, kind: 'time', state: null };
  const word = COLUMN_WORDS.find(
    (entry) =>
      entry.pattern.test(words) &&
      (entry.cells === undefined || fits(cells, entry.cells) || (entry.kind === 'value' && someNumbers(cells))),
  );
  if (compared && (word?.kind === 'change' || word === undefined) && looksLike(cells, 'numbers'))
    return { ...base, kind: 'change', state: null };
  if (word) return { ...base, ...kindOf(word, span, words, cells), known: true };
  // What no word names: numbers are a size of what the row is about.
  if (cells.length > 0 && looksLike(cells, 'numbers') && words !== '') return { ...base, kind: 'size', state: null };
  if (span && looksLike(cells, 'words') && cells.length > 0) return { ...base, kind: 'content', state: null };
  return { ...base, kind: 'other', state: null };
}

/** A value without a year, a state or a name says nothing; 年度 over numbers is no value. */
function kindOf(
  word: ColumnWord,
  span: YearSpan | undefined,
  words: string,
  cells: readonly string[],
): Pick<TableColumn, 'kind' | 'state'> {
  const state = word.state ?? null;
  if (word.kind === 'value' && state === null && span === undefined && words === '')
    return { kind: 'other', state: null };
  if (word.kind === 'time' && cells.length > 0 && words === '年度' && span) return { kind: 'value', state };
  return { kind: word.kind, state };
}

/** A head's name as the lexicon has it, and the unit that it gives: 投资额（万元）, 总投资(单位：亿元), 面积/亩. */
function nameForm(name: string): { form: string; unit: string | null } {
  let unit: string | null = null;
  const plain = name
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[〔【［]/g, '[')
    .replace(/[〕】］]/g, ']')
    .replace(/[\s“”"'‘’「」*＊*:：]/g, '')
    .replace(/[—–－―]+/g, '-')
    // 责任单位(排第一位的为牵头单位): what the cells mean is no part of the name.
    .replace(/\((?=[^()]{0,30}(?:第一|首位|首个|排名|排序|[排列]在|在前|下同|标注|[★☆▲△*●○]))[^()]{2,40}\)/g, '');
  const form = plain
    .replace(/\(([^()]{1,16})\)|(?<=[^/]{2})\/([^/()]{1,6})$/g, (whole, inside?: string, behind?: string) => {
      const candidate = (inside ?? behind ?? '').replace(/^(?:计量)?单位/, '');
      const first = candidate.split(/[,;、]/)[0] ?? '';
      if (unit !== null || !isUnitName(first) || (candidate !== first && candidate.includes('、'))) return whole;
      unit = printed(first, name);
      return '';
    })
    .replace(/%$/, (mark) => {
      unit ??= mark;
      return '';
    });
  return { form, unit };
}

/** A unit in the width that its line has. */
function printed(unit: string, name: string): string {
  return name.includes(unit) ? unit : unit.replace(/%/g, '％').replace(/\//g, '／');
}

function fits(cells: readonly string[], shape: CellShape): boolean {
  // Over cells that are all empty a word may mean what it says; units, bodies and properties are seen or they are not.
  if (cells.length === 0)
    return shape === 'numbers' || shape === 'words' || shape === 'properties' || shape === 'units';
  return looksLike(cells, shape);
}

/** Goals are mixed of numbers and words (保持稳定); contents are longer. */
function someNumbers(cells: readonly string[]): boolean {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  return length <= cells.length * 16 && cells.filter(isNumber).length * 4 >= cells.length && cells.some(isNumber);
}

function looksLike(cells: readonly string[], shape: CellShape): boolean {
  const matching = cells.filter((cell) => SHAPES[shape](cell.trim())).length;
  return matching * 2 > cells.length || (matching * 2 === cells.length && shape === 'numbers');
}

const YEARS = /^(?:19|20)\d{2}年?(?:[-—–－~～至]{1,2}(?:19|20)?\d{2}年?)?$/;

const SHAPES: { readonly [S in CellShape]: (cell: string) => boolean } = {
  years: (cell) => YEARS.test(cell),
  numbers: isNumber,
  words: (cell) => !isNumber(cell),
  units: (cell) => isUnitName(cell),
  bodies: (cell) => !isUnitName(cell) && /[\u4e00-\u9fff]{2}/.test(cell) && BODY_END.test(cell),
  properties: (cell) => PROPERTY_CELL.test(cell),
  places: (cell) => isPlaceName(cell),
};

function isNumber(cell: string): boolean {
  return (
    NUMBER_CELL.test(cell) ||
    /^(?:(?:比|较)\d{4}年|年均|累计|增长|下降|降低|提高|减少|控制在|达到?|到|至|约|力争|[[［【〔(（<>≥≤＜＞≧≦±+-])*\d[\d,.]*[^\d]{0,6}$/.test(
      cell,
    )
  );
}

/** A town, a county, a village; 合计 counts with them. */
export function isPlaceName(cell: string): boolean {
  return (
    /^[\u4e00-\u9fff()（）、]{1,14}(?:镇|乡|街道|办事处|[县区市州旗盟省]|村|社区|农场|林场|管委会|开发区|园区|新区|政府)$/.test(
      cell,
    ) || /^(?:合计|总计|全[省市州县区]|市本级|县本级|县直|市直|城区|小计)$/.test(cell)
  );
}

/** Every table has something that its rows are about: the last label in front of the numbers; those before it group it. */
function withLabel(columns: readonly ColumnReading[], rows: readonly (readonly string[])[]): ColumnReading[] {
  const result = [...columns];
  const set = (i: number, kind: TableColumn['kind']): void => {
    const column = result[i];
    if (column) result[i] = { ...column, kind };
  };
  const isText = (i: number): boolean => {
    const cells = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => !isNumber(cell)).length * 2 > cells.length;
  };
  if (!result.some((column) => column.kind === 'label' || column.kind === 'place')) {
    const order: TableColumn['kind'][] = ['content', 'group', 'other'];
    for (const kind of order) {
      const at =
        kind === 'group'
          ? result.findLastIndex((c) => c.kind === kind)
          : result
              .slice(0, kind === 'other' ? 2 : undefined)
              .findIndex((c) => c.kind === kind && (kind !== 'other' || !c.known || c.words === ''));
      if (at < 0 || (kind === 'other' && !isText(at))) continue;
      set(at, 'label');
      break;
    }
  }
  for (let i = 0; i < result.length; i++) {
    const next = result[i + 1];
    if (result[i]?.kind === 'label' && next?.kind === 'label') set(i, 'group');
  }
  return result;
}
