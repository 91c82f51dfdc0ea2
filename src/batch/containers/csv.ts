import { type Buffer, isUtf8 } from 'node:buffer';
import { type AnyDiagnostic, diagnostic } from '../../core/diagnostic.js';
import { chooseColumns, isTextName, textColumns, type Values } from './columns.js';
import { csvRecords } from './csv-records.js';
import { evenness, headOf, isHeader, type Separator } from './csv-sniff.js';
import { toUtf8 } from './decoded.js';
import type { ContainerOptions, Member } from './member.js';
import { isOwnTable, ownOutput } from './own-output.js';
import { type Row, rowMembers } from './rows.js';

/** How a table is read, as its beginning shows. */
interface Layout {
  readonly separator: Separator;
  /** Names of columns; of a table without a header their numbers from 1. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly Values[];
  /** Whether a column holds texts. */
  readonly isCorpus: boolean;
}

const PROBED = 60;
/** So many records must have as many cells as the header: of a table that names its text, and of any other. */
const EVEN_NAMED = 0.5;
const EVEN = 0.9;

/** How a file opens: the separators that it may have, and the bytes before its first record. */
export interface Opened {
  readonly separators: readonly Separator[];
  readonly skip: number;
}

/**
 * The documents of a table with one a row; null where the bytes are none, or a table inside of a text.
 * @param name only decides about a table without texts: named `.csv` it is refused, else it is a document.
 */
export async function csvMembers(
  bytes: Uint8Array,
  name: string,
  { separators, skip }: Opened,
  options: ContainerOptions,
): Promise<AsyncIterable<Member> | null> {
  const head = (await beginning(bytes, options.encoding)).subarray(skip);
  const layouts: Layout[] = [];
  for (const separator of separators) layouts.push(...(await layoutOf(head, separator)));
  const layout = layouts.find(({ isCorpus }) => isCorpus) ?? layouts[0];
  if (!layout) return null;
  if (isOwnTable(layout.columns)) throw ownOutput('a table of gongwen');
  const isNamed = layout.columns.some((column) => column === options.textColumn?.trim());
  if (!layout.isCorpus && !isNamed && !/\.(?:csv|tsv)$/i.test(name)) return null;
  const { text } = chooseColumns(layout.rows, options.textColumn);
  const { bytes: utf8, told } = await toUtf8(bytes, options.encoding);
  return rowMembers(rowsOf(utf8.subarray(skip), layout, layout.columns.indexOf(text)), options, told);
}

/** Enough of the file to judge it by, in UTF-8. */
async function beginning(bytes: Uint8Array, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined && isUtf8(bytes)) return (await toUtf8(bytes, undefined)).bytes;
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const { bytes: utf8 } = await toUtf8(isWide ? bytes : headOf(bytes), encoding);
  return utf8;
}

/** How the table is built with a separator; nothing where its records are not alike. */
async function layoutOf(head: Buffer, separator: Separator): Promise<Layout[]> {
  const records: string[][] = [];
  for await (const record of csvRecords(head, separator)) {
    if ('cells' in record) records.push(record.cells);
    if (records.length >= PROBED) break;
  }
  const [first = []] = records;
  const hasHeader = isHeader(first);
  const data = hasHeader ? records.slice(1) : records;
  if (first.length < 2 || (data.length === 0 && !isOwnTable(first))) return [];
  const columns = hasHeader ? namesOf(first) : first.map((_, i) => String(i + 1));
  const rows = data.map((cells) => valuesOf(cells, columns));
  const texts = textColumns(rows, columns);
  const isNamed = hasHeader && texts.some(isTextName);
  const { width, share } = evenness(data);
  const isEven = isNamed
    ? data.filter(({ length }) => length === first.length).length >= EVEN_NAMED * data.length
    : data.length === 0 || (width === first.length && share >= EVEN);
  // Two lines of as many commas each may be a text.
  const isCorpus = isNamed || (texts.length > 0 && data.length > 1);
  return isEven ? [{ separator, columns, hasHeader, rows, isCorpus }] : [];
}

/** Names without blanks around them; a second of a name with its number, none at all as the number of the column. */
function namesOf(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, i) => {
    const name = cell.replaceAll('\0', '').trim() || String(i + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function valuesOf(cells: readonly string[], columns: readonly string[]): Values {
  return new Map(cells.slice(0, columns.length).map((cell, i) => [columns[i] ?? '', cell]));
}

async function* rowsOf(bytes: Buffer, layout: Layout, text: number): AsyncGenerator<Row> {
  let number = layout.hasHeader ? -1 : 0;
  for await (const record of csvRecords(bytes, layout.separator)) {
    number++;
    const name = String(number);
    if ('problem' in record)
      yield { name, failure: diagnostic('corpus/bad-row', 'error', { problem: record.problem }) };
    else if (number > 0) yield toRow(record.cells, name, layout, text);
  }
}

/**
 * A row with its cells in their columns. Too many cells come from a separator in an unquoted text: the cells from the
 * text on are put together again, those behind it counted from the end. Too few leave the last columns empty; if the
 * text is among them the row is lost, which is told and not passed over.
 */
function toRow(cells: readonly string[], name: string, { columns, separator }: Layout, text: number): Row {
  const surplus = cells.length - columns.length;
  if (surplus === 0) return { name, values: valuesOf(cells, columns) };
  const uneven = (severity: AnyDiagnostic['severity']): AnyDiagnostic =>
    diagnostic('corpus/uneven-row', severity, { cells: cells.length, columns: columns.length });
  if (surplus < 0 && text >= cells.length) return { name, failure: uneven('error') };
  if (surplus < 0 || text < 0) return { name, values: valuesOf(cells, columns), told: [uneven('warning')] };
  const end = text + surplus + 1;
  const whole = [...cells.slice(0, text), cells.slice(text, end).join(separator), ...cells.slice(end)];
  // Empty cells at the end of a line are no text.
  const isPadded = cells.slice(columns.length).every((cell) => cell.trim() === '');
  if (isPadded) return { name, values: valuesOf(cells, columns) };
  return { name, values: valuesOf(whole, columns), told: [uneven('warning')] };
}
