import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { decode } from '../../read/encoding.js';
import { flatTables } from '../../schema/columns.js';
import type { StoredRow } from '../../validate/rows.js';
import { StoredError, type StoredTable } from './stored-table.js';

const TAKEN =
  'is no row of the table: a quotation mark in it is one too many, which makes one cell of several rows; take it out or close it';
/** Separators in a text of several lines that show it to be rows. */
const MANY = 8;
/** Characters of one record; none of a table of ours is a hundredth of it. */
const LONGEST = 64 * 1024 * 1024;
const SEPARATORS = [',', ';', '\t', '|'] as const;
type Separator = (typeof SEPARATORS)[number];
/** How much is looked at for the header. */
const HEAD = 64 * 1024;

/** The bytes of a table in UTF-8, as often as they are asked for. */
type Bytes = () => Readable;

/** Whether a file is UTF-8 from its beginning to its end. */
async function isUtf8File(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of createReadStream(path)) decoder.decode(part as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** UTF-8 is read as it comes; what a spreadsheet saved otherwise is there as a whole, for it is decoded at once. */
async function bytesOf(path: string): Promise<Bytes> {
  if (await isUtf8File(path)) return () => createReadStream(path);
  const { text } = await decode(await readFile(path));
  const all = Buffer.from(text.replace(/^\uFEFF/, ''));
  return () => Readable.from([all], { objectMode: false });
}

async function headOf(bytes: Bytes): Promise<string> {
  const stream = bytes();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length >= HEAD) break;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, HEAD));
}

/** `sep=;`, by which spreadsheets are told the separator. */
const DECLARED = /^"?sep=(.)"?(?:\r\n|\n|\r)/i;

let heads: ReadonlySet<string> | undefined;

/** The separator by which the first line has the most names of columns. */
function separatorOf(head: string): Separator {
  const declared = SEPARATORS.find((separator) => separator === DECLARED.exec(head)?.[1]);
  if (declared) return declared;
  heads ??= new Set(flatTables.flatMap(({ columns }) => columns.flatMap(({ name, zh }) => [name, zh])));
  const names = heads;
  const [line = ''] = head.split(/[\r\n]/, 1);
  const count = (separator: Separator): number =>
    line.split(separator).filter((cell) => names.has(cell.replace(/^["\s]+|["\s]+$/g, ''))).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

interface Parsed {
  readonly cells: string[];
  /** Of its last line. */
  readonly line: number;
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce(
    (sum, cell) => sum + (cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0),
    0,
  );

/** All records with the lines on which they begin, empty lines too; a quotation mark that stays open ends them with a problem. */
async function* records(
  bytes: Bytes,
  separator: Separator,
): AsyncGenerator<{ cells: string[]; line: number; problem?: string }> {
  const { parse } = await import('csv-parse');
  let problem: string | undefined;
  const parser = parse({
    delimiter: separator,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST,
    // What it gives is what comes out; its types allow records of strings alone.
    on_record: (cells, { lines }) => ({ cells, line: lines }) as unknown as string[],
    skip_records_with_error: true,
    on_skip: (error) => {
      problem ??=
        error?.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'a quotation mark in it is never closed, all behind it is one cell; close it'
          : `cannot be read as a row of a table (${error?.message ?? 'unknown'})`;
    },
  });
  const source = bytes();
  let last = 0;
  try {
    for await (const record of source.pipe(parser)) {
      const { cells, line } = record as unknown as Parsed;
      last = line;
      yield { cells, line: line - breaksIn(cells) };
    }
  } finally {
    source.destroy();
  }
  if (problem !== undefined) yield { cells: [], line: last + 1, problem };
}

/**
 * A table as CSV, however a spreadsheet saved it: parted by commas, semicolons or tabs, in UTF-8 with or without a byte
 * order mark, in UTF-16 or GB 18030, with line ends of any system. Read as it is asked for.
 * @throws StoredError where there is no header; the file system's error.
 */
export async function openCsv(file: string, path: string): Promise<StoredTable> {
  const bytes = await bytesOf(path);
  const head = await headOf(bytes);
  const separator = separatorOf(head);
  const skip = DECLARED.test(head) ? 1 : 0;
  // A quotation mark too many takes rows into one cell, as far as the next one.
  const swallows = (cells: readonly string[]): boolean =>
    cells.length < width && cells.some((cell) => cell.includes('\n') && cell.split(separator).length > MANY);
  let width = 0;
  const rows = async function* (): AsyncGenerator<StoredRow> {
    let number = 0;
    for await (const { cells, line, problem } of records(bytes, separator)) {
      const row = ++number;
      if (row <= skip) continue;
      yield {
        cells,
        at: (_, name) => ({ line, place: name === undefined ? `row ${row}` : `row ${row}, column ${name}` }),
        ...(problem === undefined && swallows(cells) ? { problem: TAKEN } : {}),
        ...(problem === undefined ? {} : { problem }),
      };
    }
  };
  let header: readonly string[] | undefined;
  for await (const row of rows()) {
    header = row.cells.map(String);
    width = header.length;
    break;
  }
  if (!header) throw new StoredError(file, 'is empty; expected a table with a header');
  return {
    file,
    name: basename(path).replace(/\.[^.]*$/, ''),
    header,
    decimalComma: separator === ';',
    rows: async function* () {
      let first = true;
      for await (const row of rows()) {
        if (!first) yield row;
        first = false;
      }
    },
  };
}
