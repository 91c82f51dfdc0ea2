import { type FlatTable, flatTables } from '../schema/columns.js';
import { defineWriter, type WriteOptions, type Writing } from './writer.js';
import { documentRows, headRow, letters, mostWidth, numbered, type SheetRows } from './xlsx-cells.js';
import { aroundRows, type SheetFrame, sheetPath, workbookParts } from './xlsx-frame.js';
import { openZip, type Part, type Zip } from './xlsx-zip.js';

const FILE = 'gongwen.xlsx';
const TYPES = '[Content_Types].xml';
/** Excel's limit, with the row of heads. */
const MOST_ROWS = 1_048_576;
/** Widths stand before the rows: so many are kept back to see what they need. */
const SAMPLE = 1000;
/** Room for the button of the filter. */
const BUTTON = 3;
const NARROWEST = 6;

/** One sheet on its way into the file. */
interface Sheet {
  readonly name: string;
  readonly table: FlatTable;
  readonly heads: readonly string[];
  readonly widths: number[];
  /** Rows that wait for the widths; null when the sheet is begun. */
  waiting: string[] | null;
  rows: number;
  push: Part;
  behind: string;
}

function newSheet(table: FlatTable, { headers }: WriteOptions, nth: number): Sheet {
  const zh = headers === 'zh';
  const heads = table.columns.map((column) => (zh ? column.zh : column.name));
  const name = (zh ? table.zh : table.name) + (nth > 1 ? ` (${nth})` : '');
  const widths = heads.map((head) => Math.max(NARROWEST, head.length * (zh ? 2 : 1) + BUTTON));
  return { name, table, heads, widths, waiting: [], rows: 1, push: () => {}, behind: '' };
}

const frames = (sheets: readonly Sheet[]): SheetFrame[] => sheets.map(({ name, widths }) => ({ name, widths }));

async function begin(sheet: Sheet, sheets: readonly Sheet[], zip: Zip): Promise<void> {
  const index = sheets.indexOf(sheet);
  const parts = await workbookParts(frames(sheets));
  const [before, behind] = aroundRows(parts.get(sheetPath(index)) ?? '');
  sheet.behind = behind;
  sheet.push = zip.begin(sheetPath(index));
  sheet.push(before + headRow(sheet.heads) + (sheet.waiting ?? []).join(''), false);
  sheet.waiting = null;
}

async function enter(sheet: Sheet, rows: readonly string[], sheets: readonly Sheet[], zip: Zip): Promise<void> {
  const placed = rows.map((row) => numbered(row, ++sheet.rows));
  if (sheet.waiting === null) return sheet.push(placed.join(''), false);
  for (const row of placed) sheet.waiting.push(row);
  if (sheet.waiting.length >= SAMPLE) await begin(sheet, sheets, zip);
}

const area = ({ heads, rows }: Sheet, fixed: '' | '$'): string =>
  `${fixed}A${fixed}1:${fixed}${letters(heads.length - 1)}${fixed}${rows}`;

async function finish(sheets: readonly Sheet[], types: Part, zip: Zip): Promise<void> {
  for (const sheet of sheets) {
    if (sheet.waiting !== null) await begin(sheet, sheets, zip);
    sheet.push(sheet.behind.replace('</sheetData>', `$&<autoFilter ref="${area(sheet, '')}"/>`), true);
  }
  // Excel writes a hidden name for every filter; without it some programs do not sort by it.
  const names = sheets.map(
    (sheet, i) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${sheet.name}'!${area(sheet, '$')}</definedName>`,
  );
  const parts = await workbookParts(frames(sheets));
  for (const [path, xml] of parts) {
    if (sheets.some((_, i) => path === sheetPath(i))) continue;
    const named = xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
    const part = path === TYPES ? types : zip.begin(path);
    part(path === 'xl/workbook.xml' ? named : xml, true);
  }
  zip.end();
}

/** @param mostRows of one sheet, with its head; what does not fit goes on in further sheets, behind the others. */
export async function openXlsx(options: WriteOptions, mostRows = MOST_ROWS): Promise<Writing<readonly SheetRows[]>> {
  const zip = await openZip();
  // The first part of a package, by which programs know what it is.
  const types = zip.begin(TYPES);
  const sheets = flatTables.map((table) => newSheet(table, options, 1));
  /** The sheet of each table that is being filled, and how many it has. */
  const filling = sheets.map((sheet) => ({ sheet, nth: 1 }));
  let cut = 0;
  const addTable = async (i: number, { rows, widths, cut: short }: SheetRows): Promise<void> => {
    const current = filling[i];
    if (!current) return;
    cut += short;
    for (let from = 0; from < rows.length; ) {
      if (current.sheet.rows >= mostRows) {
        current.sheet = newSheet(current.sheet.table, options, ++current.nth);
        sheets.push(current.sheet);
      }
      const { sheet } = current;
      for (const [k, width] of widths.entries())
        sheet.widths[k] = Math.min(Math.max(sheet.widths[k] ?? 0, width + 1), mostWidth(k));
      const some = rows.slice(from, from + mostRows - sheet.rows);
      from += some.length;
      await enter(sheet, some, sheets, zip);
    }
  };
  return {
    add: async (tables) => {
      for (const [i, table] of tables.entries()) await addTable(i, table);
      return zip.taken().map((data) => ({ file: FILE, data }));
    },
    end: async () => {
      await finish(sheets, types, zip);
      return [...zip.taken().map((data) => ({ file: FILE, data })), { file: FILE, data: '', complete: true }];
    },
    notes: () => {
      if (cut === 0) return [];
      const cells = cut === 1 ? '1 cell was' : `${cut} cells were`;
      return [
        `${FILE}: ${cells} cut at 32,767 characters, all that Excel takes; JSON, CSV, SQLite and Parquet hold the whole text`,
      ];
    },
  };
}

export const xlsxWriter = defineWriter<readonly SheetRows[]>({
  encode:
    async (options) =>
    ({ document }) =>
      documentRows(document, options),
  open: (options) => openXlsx(options),
});
