import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import type { Separator } from './csv-sniff.js';

/** A record of a table as its cells, or why the table cannot be read from there on. */
export type CsvRecord = { readonly cells: string[] } | { readonly problem: string };

const CHUNK = 256 * 1024;

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** The parser's codes in words: only what is left with quotation marks and cell counts tolerated. */
const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark in it is never closed, so all behind it is one cell',
  CSV_MAX_RECORD_SIZE: 'it is larger than a row can be, or a quotation mark in it is never closed',
};

/**
 * The records of a table (RFC 4180, with the liberties that people take: single quotation marks in cells, rows of
 * unequal length, line ends of every system mixed), read as they are asked for. Blank lines are none.
 * @param bytes in UTF-8, without a byte order mark.
 * @param longest how many bytes a record may have.
 */
export async function* csvRecords(bytes: Buffer, separator: Separator, longest: number): AsyncGenerator<CsvRecord> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longest,
  });
  const source = Readable.from(chunksOf(bytes), { objectMode: false });
  try {
    for await (const cells of source.pipe(parser)) yield { cells: cells as string[] };
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    yield { problem: PROBLEMS[code] ?? message };
  } finally {
    source.destroy();
  }
}
