import type { Finding } from '../report/finding.js';

/*
 * One form for what is stored, whatever it is stored in: checks look at records with fields, never at files. A field has
 * the name of its column in the flat tables (`schema/columns.ts`); what tables do not have (offsets, ids of sections) has
 * a name of its own in `fields.ts`.
 */

/** The lists of a document and the flat tables. */
export type Kind =
  | 'documents'
  | 'parts'
  | 'sections'
  | 'tables'
  | 'targets'
  | 'deadlines'
  | 'responsibilities'
  | 'conflicts'
  | 'indicators'
  | 'diagnostics';

/** Where something stands in a file. */
export type Place = Pick<Finding, 'line' | 'column' | 'place'>;

/** One stored record. */
export interface StoredRecord {
  readonly kind: Kind;
  /** `source.path` of its document; what tables join by. */
  readonly document: string;
  /** The value of a field: null where it is empty, undefined where it is not stored or is told to be no value already. */
  readonly get: (field: string) => unknown;
  /** Where a field stands in the file, or the record itself. */
  readonly at: (field?: string) => Place;
}

/** What is wrong with a record, before it has a place. */
export interface Fault {
  readonly rule: `validate/${string}`;
  readonly level: 'error' | 'warning' | 'note';
  /** The field that is wrong; the record as a whole where there is none. */
  readonly field?: string;
  readonly message: string;
}

/** The text of a field; undefined for anything else. */
export function textOf({ get }: Pick<StoredRecord, 'get'>, field: string): string | undefined {
  const value = get(field);
  return typeof value === 'string' ? value : undefined;
}

/** The number in a field; undefined for anything else. */
export function numberOf({ get }: Pick<StoredRecord, 'get'>, field: string): number | undefined {
  const value = get(field);
  return typeof value === 'number' ? value : undefined;
}

/** Most characters of a value that a message shows. */
const SHOWN = 60;

/** A value as messages show it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null || value === '') return 'empty';
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…${typeof value === 'string' ? '"' : ''}` : text;
}
