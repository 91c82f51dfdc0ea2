import { resolveInputs } from '../../batch/inputs.js';
import type { Outcome } from '../../batch/run.js';
import { summaryLine } from '../../report/text.js';
import { type Format, formats as known } from '../../write/writer.js';
import { outcomes, type Read, type ReadOptions, tellFindings } from '../reading.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface ExtractOptions extends ReadOptions {
  readonly out?: string;
  readonly format: string;
  readonly table?: string;
  readonly headers: 'en' | 'zh';
  readonly bom: boolean;
  readonly quiet?: boolean;
}

function formatsOf(list: string): Format[] {
  const names = new Set(list.split(',').map((name) => name.trim().toLowerCase()));
  return [...names].map((name) => {
    const format = known.find((one) => one === name);
    if (!format) throw new UsageError(`no format "${name}"; choose from ${known.join(', ')}`);
    return format;
  });
}

/** What is said of a plan that was read. */
function teller({ quiet }: ExtractOptions, terminal: Terminal): (read: Read) => void {
  if (quiet) return () => {};
  return ({ path, document }) => {
    terminal.err(summaryLine(path, document));
    tellFindings(path, document.diagnostics, terminal);
  };
}

/** What turns a document into text for stdout, and what stands before the first one. */
interface StdoutForm {
  readonly before: string;
  readonly toText: (read: Read) => string;
}

async function csvForm({ table: wanted, headers }: ExtractOptions): Promise<StdoutForm> {
  const { flatTables } = await import('../../schema/columns.js');
  const names = flatTables.map((table) => table.name).join(', ');
  if (wanted === undefined)
    throw new UsageError(`CSV on stdout is one table: choose it with --table (${names}), or write all with -o`);
  const table = flatTables.find(({ name }) => name === wanted);
  if (!table) throw new UsageError(`no table "${wanted}"; choose one of ${names}`);
  const { csvTable } = await import('../../write/csv.js');
  const csv = await csvTable(table, { headers, bom: false });
  return { before: csv.header, toText: ({ document }) => csv.rows(document) };
}

async function stdoutForm(
  [format, ...more]: readonly Format[],
  options: ExtractOptions,
  inputs: number,
): Promise<StdoutForm> {
  if (more.length > 0) throw new UsageError('stdout takes one format; write several into a folder with -o');
  if (options.table !== undefined && format !== 'csv') throw new UsageError('--table goes with --format csv');
  if (format === 'csv') return csvForm(options);
  if (format !== 'json' && format !== 'jsonl')
    throw new UsageError(`${format} is no text for stdout; write it into a folder with -o`);
  if (format === 'json' && inputs > 1)
    throw new UsageError(`${inputs} inputs: write them into a folder with -o, or as JSON Lines with --format jsonl`);
  const toText =
    format === 'json'
      ? (await import('../../write/json.js')).jsonText
      : (await import('../../write/jsonl.js')).jsonLine;
  return { before: '', toText: ({ document }) => toText(document) };
}

async function toStdout(run: AsyncIterable<Outcome>, form: StdoutForm, terminal: Terminal): Promise<number> {
  let status = OK;
  let read = 0;
  for await (const outcome of run) {
    if ('failure' in outcome) status = FAILED;
    else await terminal.out((read++ === 0 ? form.before : '') + form.toText(outcome));
  }
  return status;
}

/** `gongwen extract PATHS…`. */
export async function extract(paths: readonly string[], options: ExtractOptions, terminal: Terminal): Promise<number> {
  const formats = formatsOf(options.format);
  const { out } = options;
  if (out !== undefined && options.table !== undefined)
    throw new UsageError('--table is for stdout; a folder gets every table');
  const inputs = await resolveInputs(paths, terminal.cwd);
  const read = outcomes(inputs, options, terminal, teller(options, terminal));
  if (out === undefined) return toStdout(read, await stdoutForm(formats, options, inputs.length), terminal);
  const { extractFolder } = await import('./extract-folder.js');
  return extractFolder({ ...options, out, formats, inputs, outcomes: read }, terminal);
}
