import type { Deadline, Responsibility, Target } from '../../../schema/model.js';
import { shownValue, withUnit } from '../../model/shown.js';
import type { RecordKind, ReviewDocument, ViewContext } from '../view.js';
import type { Say } from '../words.js';
import type { DataColumn } from './data-table.js';
import { recordButton, titles } from './parts.js';

/** A record with the document that it is of. */
export interface Row<T> {
  readonly of: ReviewDocument;
  readonly record: T;
}

type AnyRecord = Target | Deadline | Responsibility;

/** A word of an enumeration; nothing for null. */
const word = (say: Say, group: string, value: string | null): string =>
  value === null ? '' : say(`views.${group}.${value}`);

/** Value, unit, and whether it is an increase or one a period: `增加 5 个 每年`. */
export function valueWords(target: Target, say: Say): string {
  const value = withUnit(shownValue(target.comparator, target.value, target.valueMax), target.unit);
  return [word(say, 'change', target.change), value, word(say, 'per', target.per)].filter(Boolean).join(' ');
}

export function yearWords({ year, horizon }: Target, say: Say): string {
  if (year !== null) return String(year);
  if (horizon === null) return '';
  return ['sentence', 'table'].includes(horizon.basis) ? String(horizon.year) : say('views.year.implied', horizon.year);
}

function baselineWords({ baseline, unit }: Target): string {
  if (baseline === null) return '';
  const value = withUnit(String(baseline.value), unit);
  return baseline.year === null ? value : `${value} (${baseline.year})`;
}

/** Chains of sections by their ids, one look-up a document. */
function chains(documents: readonly ReviewDocument[]): (row: Row<AnyRecord>) => string {
  const known = new Map(
    documents.map(({ index, document }) => [index, new Map(document.sections.map(({ id, chain }) => [id, chain]))]),
  );
  return ({ of, record }) => known.get(of.index)?.get(record.section ?? '') ?? '';
}

/** Columns before and behind those of a kind: the document where there are several, the section, the verdict. */
function framed<T extends AnyRecord>(
  context: ViewContext,
  kind: RecordKind,
  columns: DataColumn<Row<T>>[],
): DataColumn<Row<T>>[] {
  const { say } = context;
  const titleAt = titles(context);
  const chainOf = chains(context.documents);
  const document: DataColumn<Row<T>> = {
    title: say('views.col.document'),
    text: ({ of }) => titleAt(of.index) ?? '',
    choice: true,
  };
  return [
    ...columns,
    {
      title: say('views.col.section'),
      text: chainOf,
      sort: ({ of, record }) => of.index * 1e9 + record.evidence.start,
    },
    ...(context.documents.length > 1 ? [document] : []),
    {
      title: say('views.col.verdict'),
      text: ({ of, record }) => say(`views.mark.${context.verdictOf(of.index, kind, record.id) ?? 'none'}`),
      choice: true,
    },
  ];
}

const link = <T extends AnyRecord>(context: ViewContext, kind: RecordKind, text: (row: Row<T>) => string) => ({
  text,
  head: true,
  cell: (row: Row<T>) => recordButton(context, { index: row.of.index, kind, id: row.record.id }, text(row)),
});

export function targetColumns(context: ViewContext): DataColumn<Row<Target>>[] {
  const { say } = context;
  return framed<Target>(context, 'targets', [
    { title: say('views.col.indicator'), ...link<Target>(context, 'targets', ({ record }) => record.indicator) },
    {
      title: say('views.col.value'),
      text: ({ record }) => valueWords(record, say),
      sort: ({ record }) => record.valueBase ?? record.value,
      numeric: true,
    },
    {
      title: say('views.col.year'),
      text: ({ record }) => yearWords(record, say),
      sort: ({ record }) => record.year ?? record.horizon?.year ?? null,
      choice: true,
    },
    {
      title: say('views.col.baseline'),
      text: ({ record }) => baselineWords(record),
      sort: ({ record }) => record.baseline?.value ?? null,
      numeric: true,
    },
    { title: say('views.col.class'), text: ({ record }) => word(say, 'class', record.class), choice: true },
    { title: say('views.col.binding'), text: ({ record }) => word(say, 'binding', record.binding), choice: true },
    { title: say('views.col.modality'), text: ({ record }) => word(say, 'modality', record.modality), choice: true },
  ]);
}

export function deadlineColumns(context: ViewContext): DataColumn<Row<Deadline>>[] {
  const { say } = context;
  return framed<Deadline>(context, 'deadlines', [
    {
      title: say('views.col.task'),
      ...link<Deadline>(context, 'deadlines', ({ record }) => record.task || record.evidence.quote),
    },
    { title: say('views.col.text'), text: ({ record }) => record.text },
    { title: say('views.col.start'), text: ({ record }) => record.start ?? '' },
    { title: say('views.col.end'), text: ({ record }) => record.end ?? '' },
    { title: say('views.col.recurring'), text: ({ record }) => word(say, 'recurring', record.recurring), choice: true },
  ]);
}

export function responsibilityColumns(context: ViewContext): DataColumn<Row<Responsibility>>[] {
  const { say } = context;
  const listed = (names: readonly string[]): string => names.join('、');
  return framed<Responsibility>(context, 'responsibilities', [
    {
      title: say('views.col.duty'),
      ...link<Responsibility>(context, 'responsibilities', ({ record }) => record.duty ?? record.evidence.quote),
    },
    { title: say('views.col.leads'), text: ({ record }) => listed(record.leads) },
    { title: say('views.col.partners'), text: ({ record }) => listed(record.partners) },
    { title: say('views.col.implied'), text: ({ record }) => listed(record.implied) },
    { title: say('views.col.basis'), text: ({ record }) => word(say, 'basis', record.basis), choice: true },
  ]);
}

/** Records of a kind of all documents. */
export const rowsOf = <T>(context: ViewContext, recordsOf: (one: ReviewDocument) => readonly T[]): Row<T>[] =>
  context.documents.flatMap((of) => recordsOf(of).map((record) => ({ of, record })));
