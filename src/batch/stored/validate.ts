import { dirname } from 'node:path';
import type { Finding } from '../../report/finding.js';
import { causeOf } from '../cause.js';
import { checkJson, checkJsonl, nothingSeen, type Seen } from './check-json.js';
import { checkTables } from './check-tables.js';
import { type StoredFile, storedInputs } from './inputs.js';
import { kindOf, type StoredKind } from './kinds.js';
import type { Sources } from './sources.js';
import { type DataSet, StoredError } from './stored-table.js';

/** What was looked at. */
export interface Looked {
  files: number;
  records: number;
}

interface Sorted extends StoredFile {
  readonly kind: StoredKind;
}

const failed = (file: string, message: string, rule = 'validate/unreadable'): Finding => ({ rule, level: 'error', file, message });

/** Why a file could not be looked at, in one line. */
function told(file: string, error: unknown): Finding {
  if (error instanceof StoredError)
    return { ...failed(error.file, error.message), ...(error.line === undefined ? {} : { line: error.line }) };
  if (error instanceof Error && 'syscall' in error) return failed(file, `cannot be read (${causeOf(error)})`);
  const message = error instanceof Error ? error.message : String(error);
  return failed(file, `gongwen failed on this file (${message}): this is a bug, please report it with this file`, 'internal/unexpected');
}

const NOT_OUTPUT: Partial<Record<StoredKind, string>> = {
  'old-workbook': 'is a workbook in the old format (.xls); save it as .xlsx',
  empty: 'is empty',
  other: 'is no output of gongwen; expected JSON, JSON Lines, CSV, XLSX, SQLite or Parquet',
};

/** Tables in files of their own that lie in one folder belong together. */
async function tablesOf(files: readonly Sorted[], findings: Finding[]): Promise<DataSet> {
  const tables = [];
  for (const { file, path, kind } of files) {
    try {
      const open = kind === 'parquet' ? (await import('./parquet.js')).openParquet : (await import('./csv.js')).openCsv;
      tables.push(await open(file, path));
    } catch (error) {
      findings.push(told(file, error));
    }
  }
  return { tables, whole: null };
}

async function openBook({ file, path, kind }: Sorted): Promise<DataSet> {
  return kind === 'workbook' ? (await import('./xlsx.js')).openXlsx(file, path) : (await import('./sqlite.js')).openSqlite(file, path);
}

async function* checkSet(set: DataSet, file: string, sources: Sources | null, looked: Looked): AsyncGenerator<Finding> {
  try {
    yield* checkTables(set, sources, () => looked.records++);
  } catch (error) {
    yield told(file, error);
  } finally {
    await set.close?.();
  }
}

async function* checkOne(one: Sorted, seen: Seen, sources: Sources | null, looked: Looked): AsyncGenerator<Finding> {
  const { file, path, kind } = one;
  try {
    const why = NOT_OUTPUT[kind];
    if (why !== undefined) yield failed(file, why, 'validate/not-output');
    else if (kind === 'json' || kind === 'jsonl') {
      const around = { file, sources, seen, told: new Set<string>(), count: () => void looked.records++ };
      yield* kind === 'json' ? checkJson(path, around) : checkJsonl(path, around);
    } else yield* checkSet(await openBook(one), file, sources, looked);
  } catch (error) {
    yield told(file, error);
  }
}

async function sorted(files: readonly StoredFile[], findings: Finding[]): Promise<Sorted[]> {
  const all: Sorted[] = [];
  for (const one of files) {
    try {
      all.push({ ...one, kind: await kindOf(one.path) });
    } catch (error) {
      findings.push(told(one.file, error));
    }
  }
  return all;
}

/**
 * Check stored output: every file by itself, tables that lie together with each other. What cannot be read is a finding
 * and never throws; the others are checked all the same.
 * @param looked counts what was looked at.
 */
export async function* validateStored(
  paths: readonly string[],
  cwd: string,
  { sources, looked, signal }: { readonly sources: Sources | null; readonly looked: Looked; readonly signal?: AbortSignal },
): AsyncGenerator<Finding> {
  const { files, findings: asked } = await storedInputs(paths, cwd);
  const findings = [...asked];
  const all = await sorted(files, findings);
  yield* findings;
  looked.files += all.length;
  const sets = new Map<string, Sorted[]>();
  const seen = new Map<string, Seen>();
  for (const one of all) {
    if (signal?.aborted) return;
    const folder = dirname(one.path);
    if (one.kind === 'text' || one.kind === 'parquet') {
      const key = `${one.kind} ${folder}`;
      sets.set(key, [...(sets.get(key) ?? []), one]);
      continue;
    }
    // A JSON file a document makes one data set of a folder; one of JSON Lines is one by itself.
    const key = one.kind === 'json' ? folder : one.path;
    const own = seen.get(key) ?? nothingSeen();
    seen.set(key, own);
    yield* checkOne(one, own, sources, looked);
  }
  for (const members of sets.values()) {
    if (signal?.aborted) return;
    const broken: Finding[] = [];
    const set = await tablesOf(members, broken);
    yield* broken;
    yield* checkSet(set, members[0]?.file ?? '', sources, looked);
  }
}
