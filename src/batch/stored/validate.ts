import { dirname } from 'node:path';
import type { Checked, Finding } from '../../report/finding.js';
import { causeOf } from '../cause.js';
import { checkJson, checkJsonl, nothingSeen, type Seen } from './check-json.js';
import { checkTables } from './check-tables.js';
import { type StoredFile, storedInputs } from './inputs.js';
import { kindOf, type StoredKind } from './kinds.js';
import type { Sources } from './sources.js';
import { type DataSet, StoredError } from './stored-table.js';

/** What came of one file. */
export interface Looked extends Checked {
  /** How many records were looked at; those of tables that belong together stand with the first. */
  readonly records: number;
  /** Findings beyond what is kept. */
  readonly lost: number;
}

interface Sorted extends StoredFile {
  readonly kind: StoredKind;
}

const failed = (file: string, message: string, rule = 'validate/unreadable'): Finding => ({
  rule,
  level: 'error',
  file,
  message,
});

/** Why a file could not be looked at, in one line. */
function told(file: string, error: unknown): Finding {
  if (error instanceof StoredError)
    return { ...failed(error.file, error.message), ...(error.line === undefined ? {} : { line: error.line }) };
  if (error instanceof Error && 'syscall' in error) return failed(file, `cannot be read (${causeOf(error)})`);
  const message = error instanceof Error ? error.message : String(error);
  return failed(
    file,
    `gongwen failed on this file (${message}): this is a bug, please report it with this file`,
    'internal/unexpected',
  );
}

const NOT_OUTPUT: Partial<Record<StoredKind, string>> = {
  'old-workbook': 'is a workbook in the old format (.xls); save it as .xlsx',
  empty: 'is empty',
  other: 'is no output of gongwen; expected JSON, JSON Lines, CSV, XLSX, SQLite or Parquet',
};

/** Tables in files of their own, those that can be read. */
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
  return kind === 'workbook'
    ? (await import('./xlsx.js')).openXlsx(file, path)
    : (await import('./sqlite.js')).openSqlite(file, path);
}

async function* checkSet(
  set: DataSet,
  file: string,
  sources: Sources | null,
  count: () => void,
): AsyncGenerator<Finding> {
  try {
    yield* checkTables(set, sources, count);
  } catch (error) {
    yield told(file, error);
  } finally {
    await set.close?.();
  }
}

async function* checkOne(one: Sorted, seen: Seen, sources: Sources | null, count: () => void): AsyncGenerator<Finding> {
  const { file, path, kind } = one;
  try {
    const why = NOT_OUTPUT[kind];
    if (why !== undefined) yield failed(file, why, 'validate/not-output');
    else if (kind === 'json' || kind === 'jsonl') {
      const around = { file, sources, seen, told: new Set<string>(), count };
      yield* kind === 'json' ? checkJson(path, around) : checkJsonl(path, around);
    } else yield* checkSet(await openBook(one), file, sources, count);
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

/** Findings of one thing that are kept; what has more is no output any more. */
const MOST = 20_000;

/** Findings by their files, each in the order of lines. */
function byFile(files: readonly string[]) {
  const found = new Map<string, Finding[]>(files.map((file) => [file, []]));
  let lost = 0;
  return {
    add: (finding: Finding): void => {
      const own = found.get(finding.file) ?? [];
      found.set(finding.file, own);
      if (own.length < MOST) own.push(finding);
      else lost++;
    },
    taken: function* (): Generator<Looked> {
      for (const [name, all] of found) {
        const findings = [...all].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
        yield { name, findings, records: 0, lost: 0 };
      }
      if (lost > 0) yield { name: '', findings: [], records: 0, lost };
    },
  };
}

/** What lies together and is checked together. */
interface Unit {
  readonly files: readonly Sorted[];
  readonly seen: Seen;
}

function unitsOf(all: readonly Sorted[]): Unit[] {
  const units: { files: Sorted[]; seen: Seen }[] = [];
  const sets = new Map<string, { files: Sorted[] }>();
  const seen = new Map<string, Seen>();
  for (const one of all) {
    const folder = dirname(one.path);
    // Tables in files of their own that lie in one folder belong together.
    const set = one.kind === 'text' || one.kind === 'parquet' ? `${one.kind} ${folder}` : null;
    const known = set === null ? undefined : sets.get(set);
    if (known) {
      known.files.push(one);
      continue;
    }
    // JSON files, one a document, make one data set of a folder; one of JSON Lines is one by itself.
    const key = one.kind === 'json' ? folder : one.path;
    const own = seen.get(key) ?? nothingSeen();
    seen.set(key, own);
    const unit = { files: [one], seen: own };
    units.push(unit);
    if (set !== null) sets.set(set, unit);
  }
  return units;
}

async function* checkUnit({ files, seen }: Unit, sources: Sources | null, count: () => void): AsyncGenerator<Finding> {
  const [first] = files;
  if (!first) return;
  if (first.kind !== 'text' && first.kind !== 'parquet') return yield* checkOne(first, seen, sources, count);
  const broken: Finding[] = [];
  const set = await tablesOf(files, broken);
  yield* broken;
  yield* checkSet(set, first.file, sources, count);
}

/**
 * Check stored output: every file by itself, tables that lie together with each other. What cannot be read is a finding
 * and never throws; the others are checked all the same.
 */
export async function* validateStored(
  paths: readonly string[],
  cwd: string,
  { sources, signal }: { readonly sources: Sources | null; readonly signal?: AbortSignal },
): AsyncGenerator<Looked> {
  const { files, findings } = await storedInputs(paths, cwd);
  const early = [...findings];
  const all = await sorted(files, early);
  const units = unitsOf(all);
  const shown = new Set(all.map(({ file }) => file));
  const before = byFile([]);
  for (const finding of early) if (!shown.has(finding.file)) before.add(finding);
  yield* before.taken();
  for (const unit of units) {
    if (signal?.aborted) return;
    const own = new Set(unit.files.map(({ file }) => file));
    const found = byFile([...own]);
    for (const finding of early) if (own.has(finding.file)) found.add(finding);
    let records = 0;
    for await (const finding of checkUnit(unit, sources, () => void records++)) found.add(finding);
    for (const looked of found.taken()) {
      yield { ...looked, records };
      records = 0;
    }
  }
}
