/** A sheet without its rows. */
export interface SheetFrame {
  readonly name: string;
  /** Of its columns, in digits. */
  readonly widths: readonly number[];
  /** How many columns stay in view; one where it does not say. */
  readonly frozen?: number;
}

/** A cell that declares how cells look; no two of them the same. */
export interface Look {
  readonly type: typeof Number;
  readonly value: number;
  readonly alignVertical: 'top';
  readonly fontWeight?: 'bold';
  readonly backgroundColor?: string;
  readonly textColor?: string;
  readonly textDecoration?: { readonly underline: true };
  readonly wrap?: true;
  readonly format?: string;
}

const cell = { type: Number, value: 0, alignVertical: 'top' } as const;
/** One cell for every look, in the order of `STYLE` in `xlsx-cells.ts`. */
const LOOKS = [
  { ...cell, fontWeight: 'bold', backgroundColor: '#DDE6F2', wrap: true },
  cell,
  { ...cell, wrap: true },
  { ...cell, format: 'yyyy-mm-dd' },
  { ...cell, format: '@' },
  { ...cell, format: '@', wrap: true },
] as const;

/**
 * All parts of a workbook by their names in the package, with looks, views and widths; the sheets hold one row that is to
 * be replaced. The package would keep every cell as an object until the end, and its whole XML as one text.
 */
export async function workbookParts(
  sheets: readonly SheetFrame[],
  looks: readonly Look[] = LOOKS,
): Promise<Map<string, string>> {
  const [{ default: writeExcelFile }, { strFromU8, unzipSync }] = await Promise.all([
    import('write-excel-file/node'),
    import('fflate'),
  ]);
  const workbook = writeExcelFile(
    sheets.map(({ name, widths, frozen = 1 }) => ({
      sheet: name,
      data: [[...looks]],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: frozen,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  );
  const parts = unzipSync(await workbook.toBuffer());
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** What stands before and behind the rows of a sheet. */
export function aroundRows(xml: string): readonly [before: string, behind: string] {
  const [start, end] = ['<sheetData>', '</sheetData>'];
  return [xml.slice(0, xml.indexOf(start) + start.length), xml.slice(xml.indexOf(end))];
}
