import { lineOrder, quotes } from './checks/evidence.js';
import { faultsOf } from './checks/index.js';
import type { repeats } from './checks/repeats.js';
import { listOf, pathOf } from './fields.js';
import { type Known, learn, nothingKnown } from './known.js';
import type { Fault, Kind, Place, StoredRecord } from './record.js';
import { documentFaults, type JsonPath } from './shape-faults.js';
import type { SourceText } from './source-text.js';

/* A document as JSON: its schema, and its lists as records. */

const KINDS = [
  'documents',
  'parts',
  'sections',
  'tables',
  'targets',
  'deadlines',
  'responsibilities',
  'conflicts',
  'diagnostics',
] as const;

/** A fault with the place in the document. */
export interface JsonFault extends Omit<Fault, 'field'> {
  readonly path: JsonPath;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where the way is cut off, null where it ends in one. */
function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (found === null) return null;
    if (typeof found !== 'object') return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[name];
  }
  return found;
}

const pointer = (path: JsonPath): string =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A record of a document with the path that leads to it. */
interface JsonRecord extends StoredRecord {
  readonly pathTo: (field?: string) => JsonPath;
}

function recordAt(
  kind: Kind,
  document: string,
  value: unknown,
  path: JsonPath,
  faulty: ReadonlySet<string>,
): JsonRecord {
  const pathTo = (field?: string): JsonPath => {
    const below = field === undefined ? undefined : pathOf(kind, field);
    return below ? [...path, ...below.map((name) => (/^\d+$/.test(name) ? Number(name) : name))] : path;
  };
  return {
    kind,
    document,
    get: (field) => {
      const below = pathOf(kind, field);
      if (below === undefined || below.includes('*')) return undefined;
      // What is told to be no value already says nothing to other checks.
      return faulty.size > 0 && faulty.has(pointer(pathTo(field))) ? undefined : valueAt(value, below);
    },
    at: (field): Place => ({ place: pointer(pathTo(field)) }),
    pathTo,
  };
}

function recordsOf(
  value: Readonly<Record<string, unknown>>,
  document: string,
  faulty: ReadonlySet<string>,
): JsonRecord[] {
  return KINDS.flatMap((kind) => {
    if (kind === 'documents') return [recordAt(kind, document, value, [], faulty)];
    const list = value[listOf(kind)];
    if (!Array.isArray(list)) return [];
    return list.flatMap((one, i) => (isObject(one) ? [recordAt(kind, document, one, [kind, i], faulty)] : []));
  });
}

/** Lists that say one thing twice: columns of a table's header, units of a statement. */
function* pairs(value: Readonly<Record<string, unknown>>): Generator<JsonFault> {
  const rule = 'validate/schema' as const;
  for (const [i, table] of (Array.isArray(value.tables) ? value.tables : []).entries()) {
    const { header, columns } = isObject(table) ? table : {};
    if (Array.isArray(header) && Array.isArray(columns) && header.length !== columns.length) {
      const message = `has ${columns.length} entries; the header has ${header.length}, expected as many`;
      yield { rule, level: 'error', path: ['tables', i, 'columns'], message };
    }
  }
  for (const [i, one] of (Array.isArray(value.responsibilities) ? value.responsibilities : []).entries()) {
    if (!isObject(one) || !Array.isArray(one.units)) continue;
    const names = (list: unknown, role: string) =>
      Array.isArray(list) ? list.map((name) => `${name} as ${role}`) : [];
    const named = [...names(one.leads, 'lead'), ...names(one.partners, 'partner'), ...names(one.implied, 'implied')];
    const units = one.units.map((unit) => (isObject(unit) ? `${unit.name} as ${unit.role}` : ''));
    const wrong = Array.from({ length: Math.max(named.length, units.length) }).findIndex(
      (_, k) => named[k] !== units[k],
    );
    if (wrong < 0) continue;
    const message = `${wrong < units.length ? `is ${units[wrong]}` : 'is missing'}; leads, partners and implied name ${named[wrong] ?? 'no more'}`;
    yield {
      rule,
      level: 'error',
      path: ['responsibilities', i, 'units', ...(wrong < units.length ? [wrong] : [])],
      message,
    };
  }
}

/** What is known of fields that no document has: each is told once a file. */
export type Told = Set<string>;

function* shape(value: unknown, told: Told, faulty: Set<string>): Generator<JsonFault> {
  for (const { path, message, unknown } of documentFaults(value)) {
    if (!unknown) {
      faulty.add(pointer(path));
      yield { rule: 'validate/schema', level: 'error', path, message };
      continue;
    }
    const name = path.filter((step) => typeof step === 'string').join('.');
    if (told.has(name)) continue;
    told.add(name);
    yield {
      rule: 'validate/columns',
      level: 'note',
      path,
      message: `"${name}" is no field that gongwen writes; it is not looked at`,
    };
  }
}

/** A JSON value that says it is a document, and what there is to know of it. */
export interface JsonDocument {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly sha256: string | null;
  readonly known: Known;
  readonly faults: readonly JsonFault[];
  readonly records: readonly JsonRecord[];
}

/** Whether a value is or was a document of gongwen. */
export function isDocument(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  if (typeof value.schema === 'string') return value.schema.startsWith('gongwen/document@');
  return ['source', 'meta', 'targets', 'deadlines'].filter((name) => name in value).length >= 3;
}

/** Check a document by itself. */
export function checkDocument(value: Readonly<Record<string, unknown>>, told: Told): JsonDocument {
  const faulty = new Set<string>();
  const faults: JsonFault[] = [...shape(value, told, faulty), ...pairs(value)];
  const source = valueAt(value, ['source', 'path']);
  const path = typeof source === 'string' ? source : '';
  const records = recordsOf(value, path, faulty);
  const known = nothingKnown(KINDS);
  for (const record of records) learn(known, record);
  const place = (record: JsonRecord, { field, ...fault }: Fault): void =>
    void faults.push({ ...fault, path: record.pathTo(field) });
  for (const record of records) for (const fault of faultsOf(record, known)) place(record, fault);
  // A line that is told to be in a wrong section is told once.
  const wrong = new Set(faults.map(({ path }) => pointer(path)));
  for (const { record, fault } of lineOrder(records))
    if (!wrong.has(pointer(record.pathTo(fault.field)))) place(record, fault);
  return { value, path, sha256: known.documents.get(path)?.sha256 ?? null, known, faults, records };
}

/** What else is wrong with the records of a document: repeats, and quotes where there is a text. */
export function* furtherFaults(
  { records }: JsonDocument,
  repeated: ReturnType<typeof repeats>,
  text: SourceText | null,
): Generator<JsonFault> {
  for (const record of records) {
    for (const faults of [repeated(record), ...(text ? [quotes(record, text)] : [])])
      for (const { field, ...fault } of faults) yield { ...fault, path: record.pathTo(field) };
  }
}
