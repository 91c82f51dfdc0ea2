import { type Input, resolveInputs } from '../../batch/inputs.js';
import { type Outcome, run } from '../../batch/run.js';
import { diagnosticLine, summaryLine } from '../../report/text.js';
import { type Format, formats as known } from '../../write/writer.js';
import { type ReadOptions, runOptions, tellFailure } from '../one-file.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface ExtractOptions extends ReadOptions {
  readonly out?: string;
  readonly format: string;
  readonly table?: string;
  readonly headers: 'en' | 'zh';
  readonly bom: boolean;
  readonly quiet?: boolean;
}

/** Findings of one plan that are told on stderr; all of them are in the output. */
const TOLD = 5;

function formatsOf(list: string): Format[] {
  const names = new Set(list.split(',').map((name) => name.trim().toLowerCase()));
  return [...names].map((name) => {
    const format = known.find((one) => one === name);
    if (!format) throw new UsageError(`no format "${name}"; choose from ${known.join(', ')}`);
    return format;
  });
}

function tell(outcome: Outcome, { quiet }: ExtractOptions, terminal: Terminal): void {
  if ('failure' in outcome) {
    tellFailure(outcome.path, outcome.failure, terminal);
    return;
  }
  if (quiet) return;
  terminal.err(summaryLine(outcome.path, outcome.document));
  const findings = outcome.document.diagnostics.filter((d) => d.severity !== 'info');
  for (const found of findings.slice(0, TOLD)) terminal.err(`  ${diagnosticLine(outcome.path, found)}`);
  const rest = findings.length - TOLD;
  if (rest > 0) terminal.err(`  ${rest} more in the diagnostics of the output`);
}

/** Go through the inputs; an encoding that does not exist is wrong for every one of them, so it ends the run. */
async function* outcomes(
  inputs: readonly Input[],
  options: ExtractOptions,
  terminal: Terminal,
): AsyncGenerator<Outcome> {
  for await (const outcome of run(inputs, runOptions(options, terminal))) {
    if ('failure' in outcome && outcome.failure.code === 'encoding/unknown-name')
      throw new UsageError(outcome.failure.message);
    tell(outcome, options, terminal);
    yield outcome;
  }
}

/** What turns a document into text for stdout, and what stands before the first one. */
interface StdoutForm {
  readonly before: string;
  readonly toText: (outcome: Extract<Outcome, { readonly text: string }>) => string;
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

async function stdoutForm([format, ...more]: readonly Format[], options: ExtractOptions, inputs: number) {
  if (more.length > 0) throw new UsageError('stdout takes one format; write several into a folder with -o');
  if (options.table !== undefined && format !== 'csv') throw new UsageError('--table goes with --format csv');
  if (format === 'csv') return csvForm(options);
  if (format === 'json' && inputs > 1)
    throw new UsageError(`${inputs} inputs: write them into a folder with -o, or as JSON Lines with --format jsonl`);
  const toText =
    format === 'json'
      ? (await import('../../write/json.js')).jsonText
      : (await import('../../write/jsonl.js')).jsonLine;
  return { before: '', toText: ({ document }) => toText(document) } satisfies StdoutForm;
}

async function toStdout(
  formats: readonly Format[],
  inputs: readonly Input[],
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  const { before, toText }: StdoutForm = await stdoutForm(formats, options, inputs.length);
  let status = OK;
  let read = 0;
  for await (const outcome of outcomes(inputs, options, terminal)) {
    if ('failure' in outcome) status = FAILED;
    else await terminal.out((read++ === 0 ? before : '') + toText(outcome));
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
  if (out === undefined) return toStdout(formats, inputs, options, terminal);
  const { toFolder } = await import('./extract-folder.js');
  return toFolder({ ...options, out, formats, inputs, outcomes: outcomes(inputs, options, terminal) }, terminal);
}
