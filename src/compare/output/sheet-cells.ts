import { columnsOf as wideness } from '../../report/paper.js';
import { inert } from '../../write/inert.js';
import { fitting, letters, numbered, textCell, valueCell } from '../../write/xlsx-cells.js';
import type { Look } from '../../write/xlsx-frame.js';
import type { Language } from './words.js';

/*
 * Sheets of a comparison as XML: cells with looks, links inside of the file, widths and heights. Numbers are numbers; what
 * they are compared with is their format, so that a sheet can be reckoned with.
 */

type Tone = 'plain' | 'link' | 'conflict';

/** What stands in one cell. */
export interface SheetCell {
  readonly value: string | number;
  readonly tone?: Tone;
  /** Of numbers: `"≥"General`. */
  readonly format?: string;
  /** A place in the workbook: `'sources'!A12`. */
  readonly link?: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly heads: readonly string[];
  /** The most that each column may be wide, in digits. */
  readonly widest: readonly number[];
  readonly frozen: number;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
}

export interface SheetXml {
  readonly name: string;
  readonly widths: readonly number[];
  readonly frozen: number;
  readonly rows: readonly string[];
  readonly columns: number;
  readonly links: readonly string[];
}

/** Excel drops the links of a sheet that has more. */
const MOST_LINKS = 65_530;
const LINE_HEIGHT = 15;
const MOST_LINES = 12;
const NARROWEST = 5;

const base = { type: Number, value: 0, alignVertical: 'top' } as const;
const LINKED = { textColor: '#0563C1', textDecoration: { underline: true } } as const;
const TONES: { readonly [T in Tone]: Partial<Look> } = {
  plain: {},
  link: LINKED,
  conflict: { ...LINKED, backgroundColor: '#FFE0C2' },
};

/** The looks of a workbook, each with its number in the order of first use; the first is that of heads. */
export interface Looks {
  readonly list: () => Look[];
  readonly of: (tone: Tone, format: string | undefined) => number;
}

export function openLooks(): Looks {
  const list: Look[] = [{ ...base, fontWeight: 'bold', backgroundColor: '#DDE6F2', wrap: true }];
  const known = new Map<string, number>();
  return {
    list: () => list,
    of: (tone, format) => {
      const key = `${tone}|${format}`;
      const number = known.get(key) ?? list.length + 1;
      if (!known.has(key)) {
        known.set(key, number);
        list.push({ ...base, ...TONES[tone], wrap: true, ...(format === undefined ? {} : { format }) });
      }
      return number;
    },
  };
}

const HEAD = 1;

const wide = (text: string): number => Math.max(...text.split('\n').map(wideness));

function linesOf(text: string, width: number): number {
  const begun = text.slice(0, width * MOST_LINES).split('\n');
  const lines = begun.reduce((sum, one) => sum + Math.max(1, Math.ceil(wideness(one) / Math.max(1, width - 1))), 0);
  return Math.min(lines, MOST_LINES);
}

const escapedAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const shownText = ({ value, format }: SheetCell): string =>
  typeof value === 'number' ? `${format ? '≥' : ''}${value}` : value;

/** Room for the button of the filter. */
const BUTTON = 3;

function widthsOf({ heads, widest, rows }: SheetPlan): number[] {
  return heads.map((head, i) => {
    const most = widest[i] ?? NARROWEST;
    const needed = rows.reduce(
      (width, row) => {
        const cell = row[i];
        return cell ? Math.max(width, wide(shownText(cell).slice(0, most))) : width;
      },
      Math.ceil(wide(head) / 2) + BUTTON,
    );
    return Math.min(most, Math.max(NARROWEST, needed + 2));
  });
}

/** A sheet as XML, row by row; `ROW` in a cell's place is filled in here. */
export function sheetXml(plan: SheetPlan, looks: Looks, headers: Language): SheetXml {
  const widths = widthsOf(plan);
  const links: string[] = [];
  const row = (cells: readonly (SheetCell | null)[], number: number, head: boolean): string => {
    let xml = '';
    let lines = 1;
    for (const [i, cell] of cells.entries()) {
      if (cell === null || cell.value === '') continue;
      const { value, tone = 'plain', link } = cell;
      const place = letters(i);
      lines = Math.max(lines, linesOf(shownText(cell), widths[i] ?? NARROWEST));
      if (typeof value === 'number') xml += valueCell(place, looks.of(tone, cell.format), value);
      else {
        const { text } = fitting(value, { headers });
        const format = inert(text) === text ? undefined : '@';
        xml += textCell(place, head ? HEAD : looks.of(tone, format), text);
      }
      if (link !== undefined && links.length < MOST_LINKS)
        links.push(`<hyperlink ref="${place}${number}" location="${escapedAttribute(link)}"/>`);
    }
    const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : '';
    return numbered(`<row r="\0"${height}>${xml}</row>`, number);
  };
  const heads = plan.heads.map((value) => ({ value }));
  const rows = [row(heads, 1, true), ...plan.rows.map((cells, i) => row(cells, i + 2, false))];
  return { name: plan.name, widths, frozen: plan.frozen, rows, columns: plan.heads.length, links };
}
