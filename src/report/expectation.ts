import { doersIn } from '../schema/duties.js';
import type { Document, Evidence, Responsibility, Target } from '../schema/model.js';

/*
 * What a fixture expects: the records of a document without ids and offsets, so that a person can write and review
 * them. Keys and fields that an expectation leaves out are not compared.
 */

/** Lists of records, in the order in which they are written, each with its fields in order. */
export const FIELDS = {
  parts: ['kind', 'title', 'lines'],
  sections: ['chain', 'level', 'kind', 'marker', 'title', 'annex'],
  tables: ['section', 'title', 'header', 'rows'],
  targets: [
    'section',
    'class',
    'indicator',
    'comparator',
    'value',
    'valueMax',
    'unit',
    'change',
    'per',
    'year',
    'baseline',
    'binding',
    'ledBy',
    'item',
    'suspect',
    'quote',
  ],
  deadlines: ['section', 'text', 'start', 'end', 'recurring', 'task', 'ledBy', 'item', 'suspect', 'quote'],
  responsibilities: [
    'section',
    'style',
    'leads',
    'partners',
    'implied',
    'open',
    'fullNames',
    'duty',
    'convention',
    'item',
    'suspect',
    'quote',
  ],
} as const;

/** Fields that hardly any record has: the others go without them. */
export const RARE: ReadonlySet<string> = new Set(['item', 'suspect', 'implied', 'open', 'fullNames', 'convention']);

export type Kind = keyof typeof FIELDS;
export const KINDS = Object.keys(FIELDS) as Kind[];
export const META = [
  'title',
  'issuer',
  'documentNumber',
  'indexNumber',
  'writtenOn',
  'publishedOn',
  'period',
  'region',
  'regionLevel',
] as const;

/** A record, field by field. */
export type Fields = { readonly [name: string]: unknown };

/** Lists of records of some kinds. */
export type Records = { readonly [K in Kind]?: readonly Fields[] };

/**
 * `failure` is the code of the diagnostic with which an input is refused; there is nothing beside it then. A list of a kind
 * is all of it; of other kinds, `contains` is what must be found and `excludes` what must not.
 */
export type Expectation = Records & {
  readonly failure?: string;
  readonly meta?: Fields;
  readonly contains?: Records;
  readonly excludes?: Records;
};

/** What was found in a document, or why it was refused. */
export type Found = Records & Pick<Expectation, 'failure' | 'meta'>;

/** Where a record that was found stands. */
export interface FoundAt {
  readonly id: string;
  /** In the cleaned text, 1-based. */
  readonly line: number;
  /** In the original; of records with a quote alone. */
  readonly source?: Evidence['source'];
}

/** Where the records of `expectationOf` stand, in the same order. */
export type FoundPlaces = { readonly [K in Kind]?: readonly FoundAt[] };

/** A record with the given fields only, in that order. */
export function pick(record: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
}

/** What few statements have: nothing where there is nothing. */
function statementFields({ implied, open, convention, units }: Responsibility): Fields {
  const longer = units.filter(({ name, fullName }) => fullName !== name);
  return {
    implied: implied.length > 0 ? implied : undefined,
    open: open || undefined,
    fullNames: longer.length > 0 ? Object.fromEntries(longer.map((u) => [u.name, u.fullName])) : undefined,
    convention: convention?.quote,
  };
}

/** What was found in a document, in the form of an expectation. */
export function expectationOf(document: Document): Required<Omit<Found, 'failure'>> {
  const chains = new Map(document.sections.map((s) => [s.id, s.chain]));
  const doersOf = doersIn(document);
  const flat = (record: Fields): Fields => {
    const { section, item, evidence, suspect, ...rest } = record as Fields & {
      section?: string | null;
      item?: string | null;
      evidence?: { quote: string };
    };
    // Hardly any record is suspect, and most stand in no list: the others stay short.
    const rare = { ...(item ? { item: chains.get(item) } : {}), ...(suspect ? { suspect } : {}) };
    return {
      ...rest,
      ...rare,
      // Ids say nothing to a reader, and who helps is told with the statement: here is who leads.
      ...('responsibilities' in record ? { ledBy: doersOf(record as unknown as Target).leads } : {}),
      ...('units' in record ? statementFields(record as unknown as Responsibility) : {}),
      section: chains.get(section ?? '') ?? '',
      ...(evidence ? { quote: evidence.quote } : {}),
    };
  };
  const lists = KINDS.map((kind) => [kind, document[kind].map((record) => pick(flat(record), FIELDS[kind]))]);
  return { meta: pick(document.meta, META), ...Object.fromEntries(lists) };
}

/** Where the records of a document stand. */
export function placesOf(document: Document): FoundPlaces {
  const at = (record: Document[Kind][number]): FoundAt => {
    if (!('evidence' in record)) return { id: record.id, line: record.lines[0] };
    return { id: record.id, line: record.evidence.line, source: record.evidence.source };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, document[kind].map(at)]));
}
