import { batch } from '../../batch/batch.js';
import { documentsOf } from '../../batch/documents.js';
import type { AnyFormat } from '../../batch/formats.js';
import { counted, oneLine } from '../../report/text.js';
import { type Format, formats as known, type WriteOptions } from '../../write/writer.js';
import { type BatchFlags, batchOptions, type FolderFlags } from '../folder.js';
import { tellFailure, tellFindings } from '../reading.js';
import { documentOptions, sourcesOf } from '../sources.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface ExtractOptions extends BatchFlags, WriteOptions, Omit<FolderFlags, 'out'> {
  readonly out?: string;
  readonly format: string;
  readonly table?: string;
}

function formatsOf(list: string): Format[] {
  const names = new Set(list.split(',').map((name) => name.trim().toLowerCase()));
  return [...names].map((name) => {
    const format = known.find((one) => one === name);
    if (!format) throw new UsageError(`no format "${name}"; choose from ${known.join(', ')}`);
    return format;
  });
}

/** What stands on stdout: what before the first document, and the text of each out of its piece. */
interface StdoutForm {
  readonly format: AnyFormat;
  readonly before: string;
  readonly textOf: (piece: unknown) => string;
  /** Whether more than one document may follow. */
  readonly several: boolean;
}

async function csvForm({ table: wanted, headers }: ExtractOptions): Promise<StdoutForm> {
  const { flatTables } = await import('../../schema/columns.js');
  const names = flatTables.map((table) => table.name).join(', ');
  if (wanted === undefined)
    throw new UsageError(`CSV on stdout is one table: choose it with --table (${names}), or write all with -o`);
  const index = flatTables.findIndex(({ name }) => name === wanted);
  const table = flatTables[index];
  if (!table) throw new UsageError(`no table "${wanted}"; choose one of ${names}`);
  const { csvTable } = await import('../../write/csv.js');
  const { header } = await csvTable(table, { headers, bom: false });
  return { format: 'csv', before: header, textOf: (piece) => (piece as string[])[index] ?? '', several: true };
}

async function stdoutForm([format, ...more]: readonly Format[], options: ExtractOptions): Promise<StdoutForm> {
  if (more.length > 0) throw new UsageError('stdout takes one format; write several into a folder with -o');
  if (options.table !== undefined && format !== 'csv') throw new UsageError('--table goes with --format csv');
  if (format === 'csv') return csvForm(options);
  if (format !== 'json' && format !== 'jsonl')
    throw new UsageError(`${format} is no text for stdout; write it into a folder with -o`);
  return { format, before: '', textOf: String, several: format === 'jsonl' };
}

const tooMany = (inputs: string): UsageError =>
  new UsageError(`${inputs}: write them into a folder with -o, or as JSON Lines with --format jsonl`);

/** @param nothing whether there was no plan besides them: then it is what is wrong. */
function passedOver(passed: readonly string[], nothing: boolean): string {
  const what = `${counted(passed.length, 'files', 'file')} passed over, such as ${passed[0]}`;
  return oneLine(nothing ? `error: no plan to read, ${what}; name a file itself to read it all the same` : what);
}

/** One document or many to stdout. A lone one is held back until it is sure that it is alone. */
async function toStdout(
  paths: readonly string[],
  form: StdoutForm,
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  const inputs = await sourcesOf(paths, options, terminal);
  // A hidden file in a folder is no plan.
  const asked = inputs.filter((input) => !('skipped' in input)).length;
  if (!form.several && asked > 1) throw tooMany(`${asked} inputs`);
  const { reading, batch: threads } = await batchOptions(options, inputs, terminal);
  const { headers, quiet } = options;
  const setting = { ...reading, formats: [form.format], writing: { headers, bom: false }, pack: false };
  let status = OK;
  let before = form.before;
  let held: string | null = null;
  let plans = 0;
  const passed: string[] = [];
  for await (const finished of batch(documentsOf(inputs, documentOptions(options, terminal)), {
    ...threads,
    setting,
  })) {
    if ('failure' in finished) {
      tellFailure(finished.path, finished.failure, terminal);
      status = FAILED;
    }
    if ('skipped' in finished) passed.push(`"${finished.path}" (${finished.skipped})`);
    if (!('read' in finished)) continue;
    plans++;
    if (held !== null) throw tooMany(`"${paths[0]}" holds several documents`);
    const { path, read } = finished;
    if (!quiet) {
      const { summaryLine } = await import('../../report/text.js');
      terminal.err(summaryLine(path, read.counts));
      tellFindings(path, read.findings, terminal);
    }
    const text = before + form.textOf(read.pieces[0]);
    before = '';
    if (form.several) await terminal.out(text);
    else held = text;
  }
  if (held !== null) await terminal.out(held);
  const nothing = plans === 0 && status === OK;
  if (passed.length > 0 && (nothing || !quiet)) terminal.err(passedOver(passed, nothing));
  return nothing ? FAILED : status;
}

/** `gongwen extract PATHS…`. */
export async function extract(paths: readonly string[], options: ExtractOptions, terminal: Terminal): Promise<number> {
  const formats = formatsOf(options.format);
  const { out } = options;
  if (out === undefined) return toStdout(paths, await stdoutForm(formats, options), options, terminal);
  if (options.table !== undefined) throw new UsageError('--table is for stdout; a folder gets every table');
  const { extractFolder } = await import('./extract-folder.js');
  return extractFolder(await sourcesOf(paths, options, terminal), formats, { ...options, out }, terminal);
}
