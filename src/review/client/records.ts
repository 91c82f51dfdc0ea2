import type { Deadline, Document, Responsibility, Target } from '../../schema/model.js';
import type { RecordKind } from './view.js';

/** The kinds in the order in which the page lists them. */
export const RECORD_KINDS: readonly RecordKind[] = ['targets', 'deadlines', 'responsibilities'];

interface RefOf<K extends RecordKind, R> {
  readonly kind: K;
  readonly record: R;
  readonly id: string;
  /** `targets/t12`: one in a document. */
  readonly key: string;
  /** Its index in its list of the document. */
  readonly position: number;
  /** Of its evidence in the cleaned text. */
  readonly start: number;
  readonly end: number;
}

/** A record with its place in the text. */
export type RecordRef =
  | RefOf<'targets', Target>
  | RefOf<'deadlines', Deadline>
  | RefOf<'responsibilities', Responsibility>;

export const keyOf = (kind: RecordKind, id: string): string => `${kind}/${id}`;

/** All records of a document in the order of the text; of those that begin together the first to end. */
export function recordsOf(document: Document): RecordRef[] {
  const refs = RECORD_KINDS.flatMap((kind) =>
    document[kind].map((record, position) => {
      const { id, evidence } = record;
      return {
        kind,
        record,
        id,
        key: keyOf(kind, id),
        position,
        start: evidence.start,
        end: evidence.end,
      } as RecordRef;
    }),
  );
  const rank = (ref: RecordRef) => RECORD_KINDS.indexOf(ref.kind);
  return refs.sort((a, b) => a.start - b.start || a.end - b.end || rank(a) - rank(b) || a.position - b.position);
}

const SIGNS = { eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '' } as const;
const CHANGES = { increase: '+', decrease: '−' } as const;

/** The value of a target as people write it: `≥95%`, `12–15万人`, `+3个`. */
export function valueText({ comparator, value, valueMax, unit, change }: Target): string {
  const range = valueMax === null ? '' : `–${valueMax}`;
  return `${change === null ? '' : CHANGES[change]}${SIGNS[comparator]}${value}${range}${unit}`;
}

const PER = { year: '/年', month: '/月', week: '/周', day: '/日', term: '/学期' } as const;

const joined = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(' ');

/** A record in one line. */
export function labelOf(ref: RecordRef): string {
  if (ref.kind === 'targets') {
    const { indicator, year, per } = ref.record;
    return joined(indicator, valueText(ref.record), year === null ? null : `(${year})`, per && PER[per]);
  }
  if (ref.kind === 'deadlines') return joined(ref.record.text, ref.record.task);
  const { leads, partners, implied, duty } = ref.record;
  const units = [...leads, ...partners, ...implied];
  return joined(units.slice(0, 4).join('、') + (units.length > 4 ? '…' : ''), duty && `:${duty}`);
}

/** The year that a record is bound to; null where it says none. */
export function yearOf(ref: RecordRef): number | null {
  if (ref.kind === 'targets') return ref.record.year;
  if (ref.kind === 'responsibilities') return null;
  const date = ref.record.end ?? ref.record.start;
  return date !== null && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null;
}

/** All that a record says, for search. */
export function wordsOf(ref: RecordRef): string {
  const { record } = ref;
  if (ref.kind === 'targets')
    return `${record.id} ${ref.record.indicator} ${valueText(ref.record)} ${ref.record.year ?? ''}`;
  if (ref.kind === 'deadlines') return `${record.id} ${ref.record.text} ${ref.record.task} ${ref.record.end ?? ''}`;
  return `${record.id} ${ref.record.units.map(({ name, fullName }) => `${name} ${fullName}`).join(' ')} ${ref.record.duty ?? ''}`;
}
