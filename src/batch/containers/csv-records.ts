import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import type { Separator } from './csv-sniff.js';

/** A record of a table as its cells, or why the table cannot be read from there on. */
export type CsvRecord = { readonly cells: string[] } | { readonly problem: string };

const CHUNK = 256 * 1024;
const UNCLOSED = 'a quotation mark in it is never closed, so that all behind it is one cell';

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/**
 * The records of a table (RFC 4180, with the liberties that people take: single quotation marks in cells, rows of
 * unequal length, line ends of every system mixed), read as they are asked for. Blank lines are none.
 * @param bytes in UTF-8, without a byte order mark.
 */
export async function* csvRecords(bytes: Buffer, separator: Separator): AsyncGenerator<CsvRecord> {
  const { parse } = await import('csv-parse');
  let problem: string | undefined;
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // A stream that fails throws away the records before: what is left to fail is a quotation mark open at the end.
    skip_records_with_error: true,
    on_skip: (error) => {
      problem = error?.code === 'CSV_QUOTE_NOT_CLOSED' ? UNCLOSED : error?.message;
    },
  });
  const source = Readable.from(chunksOf(bytes), { objectMode: false });
  try {
    for await (const cells of source.pipe(parser)) yield { cells: cells as string[] };
  } finally {
    source.destroy();
  }
  if (problem !== undefined) yield { problem };
}
