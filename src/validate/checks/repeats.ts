import { createHash } from 'node:crypto';
import { type Fault, type Kind, type StoredRecord, textOf } from '../record.js';

/** The fields that name a record in its document; of responsibilities a table has one row a unit. */
const KEYS: Partial<Record<Kind, readonly string[]>> = {
  documents: [],
  parts: ['id'],
  sections: ['id'],
  tables: ['id'],
  targets: ['id'],
  deadlines: ['id'],
  responsibilities: ['id'],
  indicators: ['table', 'row'],
};

/** What two records of the same thing have in common; ids and links aside. */
const SAME: Partial<Record<Kind, readonly string[]>> = {
  targets: [
    ...['indicator', 'comparator', 'value', 'valueMax', 'unit', 'change', 'per', 'year', 'horizonYear', 'section'],
    ...['sectionId', 'item', 'quote', 'line', 'quoteStart', 'sourceLine', 'sourceColumn'],
  ],
  deadlines: [
    'text',
    'start',
    'end',
    'recurring',
    'task',
    'section',
    'sectionId',
    'item',
    'quote',
    'line',
    'quoteStart',
    'sourceLine',
    'sourceColumn',
  ],
  responsibilities: [
    ...['style', 'unit', 'role', 'duty', 'leads', 'partners', 'implied', 'section', 'sectionId', 'item'],
    ...['quote', 'line', 'quoteStart', 'sourceLine', 'sourceColumn', 'scopeStart', 'scopeEnd'],
  ],
};

/** Hashes, for a table may be longer than memory is wide. */
const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

/** How often a text says what one record says: a list may give one value to two things. */
function told({ kind, get }: StoredRecord): number {
  const [quote, own] = [get('quote'), kind === 'targets' ? get('value') : get('text')];
  return typeof quote === 'string' && own != null && own !== '' ? quote.split(String(own)).length - 1 : 1;
}

function keyOf(record: StoredRecord): readonly unknown[] | null {
  const fields = KEYS[record.kind];
  if (!fields) return null;
  const byUnit = record.kind === 'responsibilities' && record.get('role') !== undefined;
  const values = [...fields, ...(byUnit ? ['unit', 'role'] : [])].map((field) => record.get(field));
  // What has no id is told to have none.
  return values.some((value) => value === undefined) || (fields.length > 0 && values[0] === null) ? null : values;
}

/** Ids that are used twice and records that are there twice, in the order of the file; for one data set. */
export function repeats(): (record: StoredRecord) => Generator<Fault> {
  const keys = new Map<string, string>();
  const same = new Map<string, { readonly id: string; count: number }>();
  return function* (record) {
    const { kind, document } = record;
    const key = keyOf(record);
    const place = record.at().place ?? '';
    const line = record.at().line;
    const here = place === '' && line !== undefined ? `line ${line}` : place;
    if (key !== null) {
      const hash = digest(JSON.stringify([kind, document, key]));
      const first = keys.get(hash);
      if (first !== undefined) return yield twice(record, key, first);
      keys.set(hash, here);
    }
    const fields = SAME[kind];
    if (!fields) return;
    const hash = digest(JSON.stringify([kind, document, fields.map((field) => record.get(field) ?? null)]));
    const first = same.get(hash);
    if (!first) return void same.set(hash, { id: textOf(record, 'id') ?? here, count: 1 });
    first.count++;
    // One statement with several units has a row for each, which differ; what is left is a copy.
    if (kind !== 'responsibilities' && first.count <= told(record)) return;
    const message = `says the same as ${first.id}, with another id; expected each record once`;
    yield { rule: 'validate/duplicate', level: 'error', field: 'id', message };
  };
}

function twice({ kind, document, get }: StoredRecord, key: readonly unknown[], first: string): Fault {
  const rule = 'validate/duplicate' as const;
  if (kind === 'documents') {
    const message = `"${document}" is there already, at ${first}; expected each document once`;
    return { rule, level: 'error', field: 'document', message };
  }
  const what = kind === 'indicators' ? `row ${key[1]} of table ${key[0]}` : `"${key[0]}"`;
  const unit =
    key.length > 1 && kind === 'responsibilities' ? ` with ${get('unit') ?? 'no unit'} as ${get('role')}` : '';
  return {
    rule,
    level: 'error',
    field: 'id',
    message: `${what}${unit} is used already, at ${first}; expected it once`,
  };
}
