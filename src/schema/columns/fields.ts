import { lastIndex } from '../../core/search.js';
import type { Cell, Column, FieldType, FlatTable } from '../columns.js';
import type { Document, Evidence, Section, Suspicion } from '../model.js';

export interface Field<Row> extends Column {
  readonly value: (row: Row) => Cell;
}

/** A row before it is flat: the record, the section it stands in, and its line in the cleaned text. */
interface Unnamed<R> {
  readonly document: Document;
  readonly section: Section | null;
  readonly record: R;
  readonly line: number | undefined;
}

/** With the title of what it stands in. */
export interface Placed<R> extends Unnamed<R> {
  readonly title: string | null;
}

export const field = <R>(name: string, zh: string, type: FieldType, value: (record: R) => Cell): Field<Placed<R>> => ({
  name,
  zh,
  type,
  value: ({ record }) => value(record),
});

const LEAD: readonly Field<Placed<unknown>>[] = [
  { name: 'document', zh: '文件', type: 'string', value: (r) => r.document.source.path },
  { name: 'title', zh: '标题', type: 'string', value: (r) => r.title },
  { name: 'region', zh: '地区', type: 'string', value: (r) => r.document.meta.region },
  { name: 'section', zh: '章节', type: 'string', value: (r) => r.section?.chain ?? null },
];

interface Evident {
  readonly item: string | null;
  readonly suspect: Suspicion | null;
  readonly evidence: Evidence;
}

type PlaceName = 'line' | 'column' | 'page' | 'paragraph';

/** A file has lines and columns, a PDF pages with lines, a DOCX paragraphs. */
function sourcePlace({ evidence }: Evident, name: PlaceName): number | null {
  return (evidence.source as { readonly [name in PlaceName]?: number })[name] ?? null;
}

export const EVIDENCE: readonly Field<Placed<Evident>>[] = [
  field('item', '条目编号', 'string', (r) => r.item),
  field('suspect', '存疑', 'string', (r) => r.suspect),
  field('sourceLine', '原文行', 'integer', (r) => sourcePlace(r, 'line')),
  field('sourceColumn', '原文列', 'integer', (r) => sourcePlace(r, 'column')),
  field('sourcePage', '原文页', 'integer', (r) => sourcePlace(r, 'page')),
  field('sourceParagraph', '原文段', 'integer', (r) => sourcePlace(r, 'paragraph')),
  field('quote', '依据原句', 'string', (r) => r.evidence.quote),
  field('line', '行', 'integer', (r) => r.evidence.line),
];

export function flatTable<R>(
  table: Omit<FlatTable, 'columns' | 'rows'>,
  fields: readonly Field<Placed<R>>[],
  records: (document: Document) => readonly Unnamed<R>[],
): FlatTable {
  const all: readonly Field<Placed<R>>[] = [...LEAD, ...fields];
  return {
    ...table,
    columns: all.map(({ value, ...column }) => column),
    rows: (document) => {
      const title = titlesOf(document);
      return records(document).map((record) => {
        const row = { ...record, title: title(record.line) };
        return all.map(({ value }) => value(row));
      });
    },
  };
}

/** The title of a file with several plans is that of the part in which a line stands. */
function titlesOf({ meta, parts }: Document): (line: number | undefined) => string | null {
  if (parts.filter(({ kind }) => kind === 'plan').length < 2) return () => meta.title;
  return (line) => {
    if (line === undefined) return meta.title;
    return parts[lastIndex(parts.length, (i) => (parts[i]?.lines[0] ?? 0) <= line)]?.title ?? meta.title;
  };
}

/** The line of a record: that of its evidence, or the first one of its own. */
interface Located {
  readonly section: string | null;
  readonly evidence?: Evidence;
  readonly lines?: readonly [number, number];
}

export function placed<R extends Located>(document: Document, records: readonly R[]): Unnamed<R>[] {
  const sections = new Map(document.sections.map((s) => [s.id, s]));
  return records.map((record) => ({
    document,
    section: sections.get(record.section ?? '') ?? null,
    record,
    line: record.evidence?.line ?? record.lines?.[0],
  }));
}
