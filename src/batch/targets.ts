import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { AnyFormat } from './formats.js';
import { type Input, STDIN } from './inputs.js';
import { MANIFEST, outputNames } from './names.js';
import { type Output, TakenError } from './output.js';

/** What the formats of one file a plan add to its name. */
const ENDINGS: { readonly [format in AnyFormat]?: string } = { json: '.json', text: '.txt', log: '.log' };

/**
 * Names of the files that a run over these inputs writes, as far as they are known before anything is read: those of
 * documents inside of files are not.
 */
export async function targetsOf(
  formats: readonly AnyFormat[],
  inputs: readonly Input[],
  stdinName = STDIN,
): Promise<string[]> {
  const shared: { readonly [format in AnyFormat]?: () => Promise<string[]> } = {
    jsonl: async () => ['documents.jsonl'],
    csv: async () => [...(await tables()).map((name) => `${name}.csv`), 'datapackage.json'],
    xlsx: async () => ['gongwen.xlsx'],
    sqlite: async () => ['gongwen.sqlite'],
    parquet: async () => (await tables()).map((name) => `${name}.parquet`),
  };
  const names = outputNames(inputs.map(({ path }) => (path === STDIN ? stdinName : path)));
  const targets = [MANIFEST];
  for (const format of formats) {
    const ending = ENDINGS[format];
    if (ending !== undefined) for (const name of names) targets.push(name + ending);
    else targets.push(...((await shared[format]?.()) ?? []));
  }
  return targets;
}

async function tables(): Promise<string[]> {
  const { flatTables } = await import('../schema/columns.js');
  return flatTables.map(({ name }) => name);
}

/**
 * Refuse a run that would replace what it reads, or what nobody knows to be this program's, before it reads anything.
 * @throws TakenError
 */
export async function refuseTaken(output: Output, targets: readonly string[], inputs: readonly Input[]): Promise<void> {
  output.refuse(targets);
  const wanted = new Set(targets);
  const real = new Map<string, string>();
  const own = await realOf(output.folder, real);
  for (const input of inputs) {
    if (!('file' in input) || typeof input.file !== 'string') continue;
    const name = basename(input.file);
    if (wanted.has(name) && (await realOf(dirname(input.file), real)) === own) throw new TakenError(name, true);
  }
}

async function realOf(folder: string, known: Map<string, string>): Promise<string> {
  const real = known.get(folder) ?? (await realpath(folder).catch(() => folder));
  known.set(folder, real);
  return real;
}
