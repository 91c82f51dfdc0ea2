import type { Finding } from '../../report/finding.js';
import { flatTables } from '../../schema/columns.js';
import { quotes } from '../../validate/checks/evidence.js';
import { faultsOf } from '../../validate/checks/index.js';
import { repeats } from '../../validate/checks/repeats.js';
import { headerOf, type StoredHeader, tableOf } from '../../validate/columns.js';
import { type Known, learn, nothingKnown } from '../../validate/known.js';
import type { Fault, Kind, Place, StoredRecord } from '../../validate/record.js';
import { isBlankRow, recordOf } from '../../validate/rows.js';
import type { Sources } from './sources.js';
import type { DataSet, StoredTable } from './stored-table.js';

/** Tables that describe others, which nobody reads as data. */
const DESCRIPTIONS = new Set(['table_descriptions', 'column_descriptions']);
/** What other tables refer to. */
const REFERRED: ReadonlySet<Kind> = new Set<Kind>([
  'documents',
  'sections',
  'deadlines',
  'responsibilities',
  'diagnostics',
]);

interface Matched {
  readonly stored: StoredTable;
  readonly header: StoredHeader;
}

const placed = (file: string, { field: _, ...fault }: Fault, place: Place): Finding => ({ ...fault, file, ...place });

/** Names of fields in messages are those that the file has. */
function inWordsOf({ columns }: StoredHeader, fault: Fault): Fault {
  if (columns.every(({ column, head }) => column.name === head)) return fault;
  const heads = new Map(columns.map(({ column, head }) => [column.name, head]));
  const message = fault.message.replace(
    /(?<=an empty |; )(value|valueMax|baselineValue)\b/g,
    (name) => heads.get(name) ?? name,
  );
  return { ...fault, message };
}

const inside = (table: StoredTable, whole: string | null): string =>
  whole === null ? '' : `${whole === 'the workbook' ? 'sheet' : 'table'} ${table.name}`;

function* matches({ tables, whole }: DataSet, matched: Matched[]): Generator<Finding> {
  for (const stored of tables) {
    const { file, name, header } = stored;
    if (DESCRIPTIONS.has(name)) continue;
    const table = tableOf(header, name);
    const place = whole === null ? {} : { place: inside(stored, whole) };
    if (table) {
      const own = headerOf(table, header);
      matched.push({ stored, header: own });
      for (const fault of own.faults) yield placed(file, fault, whole === null ? { line: 1 } : place);
      continue;
    }
    const message =
      whole === null
        ? 'is no table that gongwen writes: its header has none of the names of their columns'
        : `${inside(stored, whole)} is none that gongwen writes; it is not looked at`;
    yield {
      rule: whole === null ? 'validate/not-output' : 'validate/columns',
      level: whole === null ? 'error' : 'note',
      file,
      ...place,
      message,
    };
  }
}

function* absent(set: DataSet, matched: readonly Matched[]): Generator<Finding> {
  const file = set.tables[0]?.file;
  if (set.whole === null || file === undefined || matched.length === 0) return;
  for (const { name, zh } of flatTables) {
    if (matched.some(({ header }) => header.table.name === name)) continue;
    const message = `${set.whole} has no ${name} (${zh}); what refers to them was not looked up`;
    yield { rule: 'validate/columns', level: 'warning', file, place: name, message };
  }
}

async function knownOf(matched: readonly Matched[]): Promise<Known> {
  const known = nothingKnown(matched.map(({ header }) => header.kind));
  for (const { stored, header } of matched) {
    if (!REFERRED.has(header.kind)) continue;
    for await (const row of stored.rows()) {
      if (row.problem !== undefined || isBlankRow(row)) continue;
      learn(known, recordOf(header, row, stored.decimalComma ?? false).record);
    }
  }
  return known;
}

/** Quotes against texts, where there are sources; a text that is not to be had is told once a document. */
function comparing(sources: Sources | null, known: Known, untold: Set<string>) {
  return async (record: StoredRecord): Promise<readonly Fault[]> => {
    if (!sources || record.document === '' || record.kind === 'documents' || record.kind === 'diagnostics') return [];
    const { sha256 = null, forced = null } = known.documents.get(record.document) ?? {};
    const found = await sources.find({ path: record.document, sha256, forced });
    if ('text' in found) return [...quotes(record, found.text)];
    if (untold.has(record.document)) return [];
    untold.add(record.document);
    return [
      { rule: 'validate/source', level: 'error', field: 'document', message: `"${record.document}" ${found.problem}` },
    ];
  };
}

/**
 * Check tables that belong together: their headers, cells, rows, and what they say of each other. They are read twice:
 * first what others refer to, then row by row.
 */
export async function* checkTables(set: DataSet, sources: Sources | null, count: () => void): AsyncGenerator<Finding> {
  const matched: Matched[] = [];
  yield* matches(set, matched);
  yield* absent(set, matched);
  const known = await knownOf(matched);
  const repeated = repeats();
  const compare = comparing(sources, known, new Set());
  for (const { stored, header } of matched) {
    const { file } = stored;
    for await (const row of stored.rows()) {
      if (row.problem !== undefined) {
        yield { rule: 'validate/unreadable', level: 'error', file, ...row.at(), message: row.problem };
        continue;
      }
      if (isBlankRow(row)) continue;
      count();
      const { record, faults } = recordOf(header, row, stored.decimalComma ?? false);
      for (const list of [faults, faultsOf(record, known), repeated(record), await compare(record)])
        for (const fault of list) yield placed(file, inWordsOf(header, fault), record.at(fault.field));
    }
  }
}
