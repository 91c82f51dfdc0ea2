import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { resuming } from './csv-resume.js';
import type { Separator } from './csv-sniff.js';

/** A record of a table as its cells, or why the table cannot be read from there on. */
export type CsvRecord = { readonly cells: string[] } | { readonly problem: string };

/** The first piece that the parser gets, and the largest: a table that is taken up again often is not read anew each time. */
const [FIRST, CHUNK] = [4 * 1024, 256 * 1024];
/** Characters of one record; a string cannot have many more. */
const LONGEST = 256 * 1024 * 1024;

const unclosed = (lines: number): string =>
  `a quotation mark in it is never closed, which takes ${lines === 1 ? '1 line' : `${lines} lines`} with it`;

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let [at, size] = [0, FIRST]; at < bytes.length; at += size, size = Math.min(CHUNK, size * 2)) {
    yield bytes.subarray(at, at + size);
  }
}

/** A record and where it ends, or what ended the reading. */
type Parsed = { readonly cells: string[]; readonly end: number } | { readonly problem: string };

async function* parsed(bytes: Buffer, separator: Separator): AsyncGenerator<Parsed> {
  const { parse } = await import('csv-parse');
  let problem: string | undefined;
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    // What it gives is what comes out; its types allow records of strings alone.
    on_record: (cells, { bytes: end }) => ({ cells, end }) as unknown as string[],
    // A stream that fails throws away the records before: what is left to fail is a quotation mark open at the end.
    skip_records_with_error: true,
    on_skip: (error) => {
      problem ??= error?.code === 'CSV_QUOTE_NOT_CLOSED' ? '' : 'it is longer than 256 million characters';
    },
  });
  const source = Readable.from(chunksOf(bytes), { objectMode: false });
  try {
    for await (const record of source.pipe(parser)) yield record as unknown as { cells: string[]; end: number };
  } finally {
    source.destroy();
  }
  if (problem !== undefined) yield { problem };
}

const mayHaveSwallowed = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.includes('\n') && cell.includes('"'));

/**
 * The records of a table (RFC 4180, with the liberties that people take: single quotation marks in cells, rows of
 * unequal length, line ends of every system mixed), read as they are asked for. Blank lines are none. Where a quotation
 * mark is never closed the table goes on at the next line that begins a record as wide as the first.
 * @param bytes in UTF-8, without a byte order mark.
 */
export async function* csvRecords(bytes: Buffer, separator: Separator): AsyncGenerator<CsvRecord> {
  const resume = resuming(bytes, separator);
  let width = 0;
  for (let from = 0; from >= 0; ) {
    let [at, next] = [from, -1];
    for await (const record of parsed(bytes.subarray(from), separator)) {
      if ('problem' in record) {
        const found = resume.behind(at, width);
        yield { problem: record.problem || unclosed(found.lines) };
        if ('at' in found) next = found.at;
        break;
      }
      const { cells } = record;
      width ||= cells.length;
      const end = from + record.end;
      const found = mayHaveSwallowed(cells) ? resume.within(at, end, width) : null;
      if (found) {
        yield { problem: unclosed(found.lines) };
        next = found.at;
        break;
      }
      yield { cells };
      at = end;
    }
    from = next;
  }
}
