import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import { isOwnTable } from '../batch/containers/own-output.js';
import { writeWhole } from '../batch/whole.js';
import type { Comparison } from '../compare/index.js';
import { isOwnComparison } from '../compare/output/marks.js';
import type { WriteOptions } from '../write/writer.js';
import { type Terminal, UsageError } from './terminal.js';

/** Endings of files, and what is written into them. */
const KINDS: Readonly<Record<string, Kind>> = {
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
};

type Kind = 'xlsx' | 'csv' | 'html' | 'md';

/** Where a comparison goes: one file (CSV: two), or all forms into a folder. */
export interface Target {
  readonly folder: string;
  /** Names of files with what goes into each. */
  readonly files: readonly { readonly name: string; readonly form: Form }[];
}

type Form = 'xlsx' | 'wide' | 'long' | 'html' | 'md';

const ALL: Target['files'] = [
  { name: 'compare.xlsx', form: 'xlsx' },
  { name: 'compare.html', form: 'html' },
  { name: 'compare.md', form: 'md' },
  { name: 'compare.csv', form: 'wide' },
  { name: 'compare.sources.csv', form: 'long' },
];

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/**
 * What `-o` asks for.
 * @throws UsageError for an ending that no form has.
 */
export async function targetOf(out: string, { cwd }: Terminal): Promise<Target> {
  if (out === '') throw new UsageError('-o names no file; name one, or "." for the current folder');
  const path = resolve(cwd, out);
  const ending = extname(out).toLowerCase();
  if (/[/\\]$/.test(out) || ending === '' || (await isFolder(path))) return { folder: path, files: ALL };
  const kind = KINDS[ending];
  if (!kind)
    throw new UsageError(`no form of comparison ends in "${ending}"; choose from .xlsx, .csv, .html, .md, or a folder`);
  const name = basename(path);
  const folder = dirname(path);
  if (kind !== 'csv') return { folder, files: [{ name, form: kind }] };
  const sources = `${name.slice(0, -ending.length)}.sources.csv`;
  return {
    folder,
    files: [
      { name, form: 'wide' },
      { name: sources, form: 'long' },
    ],
  };
}

async function dataOf(form: Form, comparison: Comparison, options: WriteOptions): Promise<string | Uint8Array> {
  const { headers } = options;
  if (form === 'html') return (await import('../compare/output/html.js')).comparisonHtml(comparison, headers);
  if (form === 'md') return (await import('../compare/output/markdown.js')).comparisonMarkdown(comparison, headers);
  if (form === 'wide') return (await import('../compare/output/csv.js')).wideCsv(comparison, options);
  if (form === 'long') return (await import('../compare/output/csv.js')).longCsv(comparison, options);
  const { comparisonXlsx, tooLarge } = await import('../compare/output/xlsx.js');
  const large = tooLarge(comparison);
  if (large !== null)
    throw new UsageError(`the workbook would have ${large}; write .csv, or choose indicators with --indicators`);
  return Buffer.concat(await comparisonXlsx(comparison, headers));
}

/** Whether a file is one that an earlier comparison has written. */
async function isOwn(form: Form, bytes: Buffer): Promise<boolean> {
  if (form === 'html' || form === 'md') return isOwnComparison(bytes);
  if (form !== 'xlsx') {
    const [head = ''] = bytes.subarray(0, 2000).toString().replace('\uFEFF', '').split('\n');
    return isOwnTable(head.split(','));
  }
  const { strFromU8, unzipSync } = await import('fflate');
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' });
    const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    return /name="(?:compare|对照)"/.test(names) && /name="(?:conflicts|不一致)"/.test(names);
  } catch {
    return false;
  }
}

/**
 * Refuse to replace what a run reads or what was not written by one like it.
 * @throws UsageError that says what to do instead.
 */
export async function refuseTaken(
  { folder, files }: Target,
  inputs: ReadonlySet<string>,
  force: boolean,
): Promise<void> {
  for (const { name, form } of files) {
    const path = join(folder, name);
    if (inputs.has(path)) throw new UsageError(`"${name}" is one of the plans to compare; choose another file with -o`);
    if (force) continue;
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null && bytes.length > 0 && !(await isOwn(form, bytes)))
      throw new UsageError(
        `"${name}" is there and was not written by gongwen compare; choose another file with -o, or give --force`,
      );
  }
}

/**
 * Write a comparison; the names of the files.
 * @throws UsageError where it cannot be written.
 */
export async function writeComparison(
  { folder, files }: Target,
  comparison: Comparison,
  options: WriteOptions,
): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, form } of files) await writeWhole(join(folder, name), await dataOf(form, comparison, options));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(`cannot write into "${folder}" (${causeOf(error)}); choose another place with -o`);
  }
  return files.map(({ name }) => name);
}
