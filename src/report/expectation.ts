import { doersIn } from '../schema/duties.js';
import type { Document, Responsibility, Target } from '../schema/model.js';

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
const META = [
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

/** `failure` is the code of the diagnostic with which an input is refused; there is nothing beside it then. */
export type Expectation = { readonly failure?: string; readonly meta?: Fields } & {
  readonly [K in Kind]?: readonly Fields[];
};

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
export function expectationOf(document: Document): Required<Omit<Expectation, 'failure'>> {
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

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fault(key: string, value: unknown): string | null {
  if (key === 'failure') return typeof value === 'string' ? null : '"failure" must be the code of a diagnostic';
  if (key === 'meta') return isObject(value) ? unknownField('meta', value, META) : '"meta" must be an object';
  if (!(key in FIELDS)) return `"${key}" is not compared; the keys are failure, meta, ${KINDS.join(', ')}`;
  if (!Array.isArray(value) || !value.every(isObject)) return `"${key}" must be a list of objects`;
  for (const [i, record] of value.entries()) {
    const wrong = unknownField(`${key}[${i}]`, record, FIELDS[key as Kind]);
    if (wrong) return wrong;
  }
  return null;
}

function unknownField(place: string, record: Fields, known: readonly string[]): string | null {
  const wrong = Object.keys(record).find((name) => !known.includes(name));
  return wrong === undefined ? null : `${place} has a field "${wrong}"; the fields are ${known.join(', ')}`;
}

/**
 * Read an expectation.
 * @throws Error with a sentence that says what is wrong with it: a key that is not compared would hold silently.
 */
export function parseExpectation(text: string): Expectation {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error('it must be an object');
  for (const [key, part] of Object.entries(value)) {
    const wrong = fault(key, part);
    if (wrong) throw new Error(wrong);
  }
  return value as Expectation;
}

/** JSON with blanks after `:` and `,`, on one line. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** The bytes of expected.json: one record a line, because that is what people review and what version control shows. */
export function expectationText(expectation: Expectation): string {
  const parts = Object.entries(expectation).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `  ${JSON.stringify(key)}: ${spaced(value)}`;
    return `  ${JSON.stringify(key)}: [\n${value.map((record) => `    ${spaced(record)}`).join(',\n')}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
