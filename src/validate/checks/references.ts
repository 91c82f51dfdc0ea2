import type { Known, KnownDocument } from '../known.js';
import { type Fault, type Kind, type StoredRecord, shown, textOf } from '../record.js';

const error = (field: string, message: string): Fault => ({
  rule: 'validate/reference',
  level: 'error',
  field,
  message,
});

const SINGULAR: Partial<Record<Kind, string>> = {
  parts: 'part',
  sections: 'section',
  targets: 'target',
  deadlines: 'deadline',
  responsibilities: 'responsibility',
};

/** What a spreadsheet makes of a chain such as 1/2. */
const DATE_LIKE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$|^\d{1,2}月\d{1,2}日$|^(?:\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;

function* section(record: StoredRecord, document: KnownDocument): Generator<Fault> {
  const id = record.get('sectionId');
  if (typeof id === 'string' && !document.sections.has(id))
    yield error('sectionId', `section is "${id}"; no section of the document has this id`);
  if (record.kind === 'sections') return;
  const chain = record.get('section');
  if (typeof chain !== 'string' || document.chains.has(chain)) return;
  const why = DATE_LIKE.test(chain) ? '; a spreadsheet may have made a date of it' : '';
  yield error('section', `is ${shown(chain)}; no section of the document has this chain${why}`);
}

function* item(record: StoredRecord, document: KnownDocument): Generator<Fault> {
  const id = textOf(record, 'item');
  if (id === undefined) return;
  const found = document.sections.get(id);
  if (!found) yield error('item', `is "${id}"; no section of the document has this id`);
  else if (found.kind !== '' && found.kind !== 'item')
    yield error('item', `is "${id}", which is of kind ${found.kind}; expected an item`);
}

function* one(
  record: StoredRecord,
  field: string,
  kind: Kind,
  ids: { readonly has: (id: string) => boolean },
): Generator<Fault> {
  const value = record.get(field);
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  for (const [i, id] of list.entries()) {
    if (typeof id !== 'string') continue;
    if (!ids.has(id)) yield error(field, `names "${id}"; no ${SINGULAR[kind]} of the document has this id`);
    else if (list.indexOf(id) < i) yield error(field, `names "${id}" twice`);
  }
}

/** Sections that are inside of themselves. */
function* circle(record: StoredRecord, document: KnownDocument): Generator<Fault> {
  const own = textOf(record, 'id');
  const seen = new Set<string>();
  for (let id = textOf(record, 'parent'); id !== undefined; id = document.sections.get(id)?.parent ?? undefined) {
    if (id === own) return yield error('parent', `leads back to "${own}" itself; expected a section that it stands in`);
    if (seen.has(id)) return;
    seen.add(id);
  }
}

/** What a record names is there: sections, items, parts, deadlines, statements, targets, its document. */
export function* references(record: StoredRecord, { documents, kinds }: Known): Generator<Fault> {
  const document = documents.get(record.document);
  if (!document) return;
  if (record.kind !== 'documents' && kinds.has('documents') && !document.listed)
    return yield error('document', `is ${shown(record.document)}; no row of the documents has this path`);
  if (kinds.has('sections')) {
    yield* section(record, document);
    yield* item(record, document);
    if (record.kind === 'sections') {
      yield* one(record, 'parent', 'sections', document.sections);
      yield* circle(record, document);
    }
  }
  if (record.kind === 'sections' && kinds.has('parts')) yield* one(record, 'part', 'parts', document.parts);
  if (kinds.has('responsibilities') && (record.kind === 'targets' || record.kind === 'deadlines'))
    yield* one(record, 'responsibilities', 'responsibilities', document.responsibilities);
  if (record.kind === 'targets' && kinds.has('deadlines'))
    yield* one(record, 'deadline', 'deadlines', document.deadlines);
  if (record.kind === 'conflicts') yield* one(record, 'targets', 'targets', document.targets);
}
