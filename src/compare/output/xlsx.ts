import { letters } from '../../write/xlsx-cells.js';
import { aroundRows, sheetPath, workbookParts } from '../../write/xlsx-frame.js';
import { openZip } from '../../write/xlsx-zip.js';
import { type Cell, type Comparison, isLined, type Row, type Source } from '../index.js';
import { openLooks, type SheetCell, type SheetPlan, type SheetXml, sheetXml } from './sheet-cells.js';
import { documentSheet, type FlatSheet, sourceSheet } from './tables.js';
import {
  baselineText,
  columnsOf,
  columnText,
  entryText,
  hasConflict,
  type Language,
  markWords,
  quantityText,
  rowNotes,
  SIGNS,
  similarText,
  word,
} from './words.js';

/** Excel's limits. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Where things stand in the workbook. */
interface Places {
  /** The cells of the sources of a cell: they stand below each other. */
  readonly sources: (cell: Cell) => string | undefined;
  /** The cell of a row and column. */
  readonly cell: Map<string, string>;
}

const cellKey = (row: number, column: string): string => `${row} ${column}`;

function valueCell(cell: Cell, places: Places): SheetCell {
  const [entry] = cell.entries;
  const tone = hasConflict(cell) ? 'conflict' : 'link';
  const target = places.sources(cell);
  const link = target === undefined ? {} : { link: target };
  if (!entry || cell.entries.length > 1 || entry.valueMax !== null || entry.unit !== null) {
    const texts = cell.entries.map((one) =>
      cell.entries.length > 1 ? `${entryText(one)} (${one.sources.join(' ')})` : entryText(one),
    );
    return { value: texts.join(' / '), tone, ...link };
  }
  const sign = SIGNS[entry.comparator];
  return { value: entry.value, tone, ...(sign === '' ? {} : { format: `"${sign}"General` }), ...link };
}

function baselineCell(cell: Cell | undefined): SheetCell | null {
  const baselines = [...new Set(cell?.entries.flatMap(({ baseline }) => (baseline ? [baselineText(baseline)] : [])))];
  const one = cell?.entries.find(({ baseline }) => baseline !== null)?.baseline;
  if (!one || baselines.length > 1) return baselines.length > 0 ? { value: baselines.join(' / ') } : null;
  return one.year === null ? { value: one.value } : { value: one.value, format: `General" (${one.year})"` };
}

const text = (value: string | null): SheetCell | null => (value ? { value } : null);

function rowHeads(row: Row, language: Language): (SheetCell | null)[] {
  return [{ value: row.number }, text(row.label), text(quantityText(row.quantity, language)), text(row.unit)];
}

const HEADS = ['row', 'indicator', 'quantity', 'unit'] as const;
const HEAD_WIDTHS = [7, 30, 16, 12];

/** Every place and year has a column, and one for baselines and one for marks where there are any. */
function compareSheet(comparison: Comparison, rows: readonly Row[], language: Language, places: Places): SheetPlan {
  const columns = columnsOf(rows, comparison);
  const heads: string[] = HEADS.map((name) => word(name, language));
  const widest = [...HEAD_WIDTHS];
  const cells: ((row: Row) => SheetCell | null)[] = [];
  const add = (head: string, width: number, of: (row: Row) => SheetCell | null): void => {
    heads.push(head);
    widest.push(width);
    cells.push(of);
  };
  add(word('plans', language), 8, (row) => ({ value: row.documents }));
  for (const column of columns) {
    const head = columnText(column, comparison.by, language);
    const at = letters(heads.length);
    for (const [i, row] of rows.entries())
      places.cell.set(cellKey(row.number, column.id), `'${word('compare', language)}'!${at}${i + 2}`);
    add(head, 24, (row) => {
      const cell = row.cells.get(column.id);
      return cell ? valueCell(cell, places) : null;
    });
    if (rows.some((row) => baselineCell(row.cells.get(column.id)) !== null))
      add(`${head} ${word('baseline', language)}`, 18, (row) => baselineCell(row.cells.get(column.id)));
    const marks = (row: Row): string => {
      const cell = row.cells.get(column.id);
      return cell ? markWords(cell, language).join('; ') : '';
    };
    if (rows.some((row) => marks(row) !== '')) add(`${head} ${word('marks', language)}`, 18, (row) => text(marks(row)));
  }
  add(word('notes', language), 36, (row) => text(rowNotes(row, language)));
  add(word('similar', language), 44, (row) => text(similarText(row, language)));
  return {
    ...{ name: word('compare', language), heads, widest, frozen: HEADS.length },
    rows: rows.map((row) => [...rowHeads(row, language), ...cells.map((of) => of(row))]),
  };
}

interface CellOfRow {
  readonly row: Row;
  readonly cell: Cell;
  readonly column: string;
}

function cellsOf(rows: readonly Row[], comparison: Comparison, language: Language): CellOfRow[] {
  const columns = new Map(comparison.columns.map((column) => [column.id, columnText(column, comparison.by, language)]));
  return rows.flatMap((row) =>
    [...row.cells.values()].map((cell) => ({ row, cell, column: columns.get(cell.column) ?? '' })),
  );
}

/** One line a cell: of rows of one plan alone, or of cells that a reader has to look into. */
function listSheet(name: string, cells: readonly CellOfRow[], language: Language, places: Places): SheetPlan {
  const heads = [...HEADS, 'place', 'value', 'baseline', 'marks', 'similar'] as const;
  return {
    ...{ name, heads: heads.map((head) => word(head, language)), frozen: 2 },
    widest: [...HEAD_WIDTHS, 40, 24, 18, 40, 44],
    rows: cells.map(({ row, cell, column }) => [
      ...rowHeads(row, language),
      text(column),
      valueCell(cell, places),
      baselineCell(cell),
      text(markWords(cell, language).join('; ')),
      text(similarText(row, language)),
    ]),
  };
}

const WIDE_FIELDS: { readonly [name: string]: number } = {
  quote: 70,
  title: 36,
  path: 36,
  heading: 28,
  indicator: 30,
  name: 30,
};

/** A flat table as a sheet; `links` says where the first cell of a row leads. */
function flatSheet(
  name: string,
  sheet: FlatSheet,
  language: Language,
  links: (index: number) => string | undefined,
): SheetPlan {
  const { columns, rows } = sheet;
  const cellOf = (value: FlatSheet['rows'][number][number]): SheetCell | null =>
    value === null ? null : { value: typeof value === 'number' ? value : String(value) };
  return {
    ...{ name, frozen: 1 },
    heads: columns.map((column) => (language === 'zh' ? column.zh : column.name)),
    widest: columns.map((column) => WIDE_FIELDS[column.name] ?? 22),
    rows: rows.map((row, i) => {
      const link = links(i);
      return row.map((value, k) => {
        const cell = cellOf(value);
        return cell && k === 0 && link !== undefined ? { ...cell, tone: 'link', link } : cell;
      });
    }),
  };
}

function placesOf({ sources }: Comparison, language: Language): Places {
  const lines = new Map(sources.map(({ id }, i) => [id, i + 2]));
  const name = word('sources', language);
  return {
    cell: new Map(),
    sources: ({ entries }) => {
      const found = entries.flatMap((entry) => entry.sources.flatMap((id) => lines.get(id) ?? []));
      const [from, to] = [Math.min(...found), Math.max(...found)];
      if (found.length === 0) return undefined;
      return from === to ? `'${name}'!A${from}` : `'${name}'!A${from}:A${to}`;
    },
  };
}

function sheetsOf(comparison: Comparison, language: Language): SheetPlan[] {
  const places = placesOf(comparison, language);
  const lined = comparison.rows.filter((row) => isLined(row, comparison));
  const alone = cellsOf(
    comparison.rows.filter((row) => !isLined(row, comparison)),
    comparison,
    language,
  );
  const single = word('single', language);
  for (const [i, { row, cell }] of alone.entries())
    places.cell.set(cellKey(row.number, cell.column), `'${single}'!F${i + 2}`);
  const toLook = cellsOf(comparison.rows, comparison, language).filter(({ cell }) => hasConflict(cell));
  const back = ({ row, column }: Source): string | undefined => places.cell.get(cellKey(row, column));
  return [
    compareSheet(comparison, lined, language, places),
    listSheet(word('conflicts', language), toLook, language, places),
    listSheet(single, alone, language, places),
    flatSheet(word('sources', language), sourceSheet(comparison, language), language, (i) => {
      const source = comparison.sources[i];
      return source && back(source);
    }),
    flatSheet(word('documents', language), documentSheet(comparison, language), language, () => undefined),
  ];
}

/** What does not fit into a workbook; null where all fits. */
export function tooLarge(comparison: Comparison): string | null {
  const columns =
    10 +
    columnsOf(
      comparison.rows.filter((row) => isLined(row, comparison)),
      comparison,
    ).length *
      3;
  if (columns > MOST_COLUMNS) return `${columns} columns, and Excel takes ${MOST_COLUMNS}`;
  const rows = comparison.sources.length + 1;
  return rows > MOST_ROWS ? `${rows} lines, and Excel takes ${MOST_ROWS}` : null;
}

/** The workbook in pieces of its file. Numbers lead to their sentences, sentences back to their numbers. */
export async function comparisonXlsx(comparison: Comparison, language: Language): Promise<Uint8Array[]> {
  const looks = openLooks();
  const sheets = sheetsOf(comparison, language).map((plan) => sheetXml(plan, looks, language));
  const parts = await workbookParts(sheets, looks.list());
  const zip = await openZip();
  const names = sheets.map((sheet, i) => definedName(sheet, i));
  for (const [path, xml] of parts) {
    const sheet = sheets.find((_, i) => path === sheetPath(i));
    const named = xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
    zip.begin(path)(sheet ? withRows(xml, sheet) : named, true);
  }
  zip.end();
  return zip.taken();
}

const area = ({ columns, rows }: SheetXml, fixed: '' | '$'): string =>
  `${fixed}A${fixed}1:${fixed}${letters(columns - 1)}${fixed}${rows.length}`;

/** Excel writes a hidden name for every filter; without it some programs do not sort by it. */
const definedName = (sheet: SheetXml, i: number): string =>
  `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${sheet.name}'!${area(sheet, '$')}</definedName>`;

function withRows(xml: string, sheet: SheetXml): string {
  const [before, behind] = aroundRows(xml);
  const links = sheet.links.length > 0 ? `<hyperlinks>${sheet.links.join('')}</hyperlinks>` : '';
  const filter = `<autoFilter ref="${area(sheet, '')}"/>`;
  return before + sheet.rows.join('') + behind.replace('</sheetData>', () => `</sheetData>${filter}${links}`);
}
