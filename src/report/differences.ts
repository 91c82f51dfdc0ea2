import { type Expectation, type Fields, type Found, KINDS, type Kind } from './expectation.js';
import { diffLines, type LineChange } from './line-diff.js';
import { changedFields, equalTo, pairRecords } from './pairing.js';

type Change = 'missing' | 'extra' | 'changed';
/** Which list of the expectation a record is compared with. */
type List = 'whole' | 'contains' | 'excludes';

/** One way in which what was found is not what was expected. */
export interface Difference {
  readonly kind: Kind | 'meta' | 'clean' | 'failure';
  readonly change: Change;
  readonly list: List;
  /** The words by which a person, or a gap in case.json, knows the record. */
  readonly quote: string;
  readonly section: string;
  /** The record in short. */
  readonly label: string;
  readonly fields: readonly { readonly name: string; readonly expected: unknown; readonly found: unknown }[];
  /** Where it stands in the list of expected and of found records, or among the line changes of clean.txt. */
  readonly expectedIndex?: number;
  readonly foundIndex?: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Expected index → found index, for every list that was compared. */
  readonly pairs: { readonly [K in Kind]?: ReadonlyMap<number, number> };
  readonly lines: readonly LineChange[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const names = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '');

const describe: { readonly [K in Kind]: (record: Fields) => { quote: string; label: string } } = {
  parts: (r) => ({ quote: text(r.title), label: `${text(r.kind)} lines ${names(r.lines)}` }),
  sections: (r) => ({ quote: `${text(r.chain)} ${text(r.title)}`, label: `level ${text(r.level)} ${text(r.kind)}` }),
  tables: (r) => ({
    quote: text(r.title) || names(r.header),
    label: `${Array.isArray(r.rows) ? r.rows.length : '?'} rows`,
  }),
  targets: (r) => {
    const value =
      r.valueMax === null || r.valueMax === undefined ? text(r.value) : `${text(r.value)}-${text(r.valueMax)}`;
    const parts = [text(r.indicator), text(r.comparator), value + text(r.unit), text(r.year)];
    return { quote: text(r.quote), label: parts.filter(Boolean).join(' ') };
  },
  deadlines: (r) => ({
    quote: text(r.quote),
    label: [text(r.text), [text(r.start), text(r.end)].filter(Boolean).join('/'), text(r.task)]
      .filter(Boolean)
      .join(' '),
  }),
  responsibilities: (r) => ({
    quote: text(r.quote),
    label: `${text(r.style)} ${[names(r.leads), names(r.partners)].filter(Boolean).join(' + ')}`,
  }),
};

function difference(
  kind: Kind,
  change: Change,
  record: Fields,
  more: Partial<Difference> & Pick<Difference, 'list'>,
): Difference {
  const section = text(kind === 'sections' ? '' : record.section);
  return { kind, change, section, fields: [], ...describe[kind](record), ...more };
}

/** @param list whether all records are expected, or those that must be among them. */
function compareRecords(kind: Kind, expected: readonly Fields[], found: readonly Fields[], list: List) {
  const pairs = pairRecords(expected, found);
  const differences: Difference[] = [];
  for (const [expectedIndex, record] of expected.entries()) {
    const foundIndex = pairs.get(expectedIndex);
    if (foundIndex === undefined) {
      differences.push(difference(kind, 'missing', record, { list, expectedIndex }));
      continue;
    }
    const other = found[foundIndex] ?? {};
    const fields = changedFields(record, other).map((name) => ({ name, expected: record[name], found: other[name] }));
    if (fields.length > 0)
      differences.push(difference(kind, 'changed', record, { list, fields, expectedIndex, foundIndex }));
  }
  if (list === 'contains') return { pairs, differences };
  const paired = new Set(pairs.values());
  for (const [foundIndex, record] of found.entries()) {
    if (!paired.has(foundIndex)) differences.push(difference(kind, 'extra', record, { list, foundIndex }));
  }
  return { pairs, differences };
}

/** Records that were found and must not be: each is told once, however many it is equal to. */
function compareExcluded(kind: Kind, excluded: readonly Fields[], found: readonly Fields[]): Difference[] {
  const equal = equalTo(found);
  const told = new Set<number>();
  return excluded.flatMap((record, expectedIndex) =>
    equal(record).flatMap((foundIndex) => {
      if (told.has(foundIndex)) return [];
      told.add(foundIndex);
      return [difference(kind, 'extra', found[foundIndex] ?? {}, { list: 'excludes', expectedIndex, foundIndex })];
    }),
  );
}

function compareMeta(expected: Fields, found: Fields): Difference[] {
  return changedFields(expected, found).map((name) => ({
    kind: 'meta',
    change: 'changed',
    list: 'whole',
    quote: name,
    section: '',
    label: '',
    fields: [{ name, expected: expected[name], found: found[name] }],
  }));
}

function compareFailure(expected: Expectation, found: Found): Difference[] {
  if (expected.failure === found.failure) return [];
  const fields = [{ name: 'failure', expected: expected.failure ?? null, found: found.failure ?? null }];
  return [{ kind: 'failure', change: 'changed', list: 'whole', quote: '', section: '', label: '', fields }];
}

/** Compare what a fixture expects with what was found. */
export function compare(expected: Expectation, found: Found): Pick<Comparison, 'differences' | 'pairs'> {
  if (expected.failure !== undefined || found.failure !== undefined)
    return { differences: compareFailure(expected, found), pairs: {} };
  const differences = expected.meta ? compareMeta(expected.meta, found.meta ?? {}) : [];
  const pairs: { [K in Kind]?: ReadonlyMap<number, number> } = {};
  for (const kind of KINDS) {
    const records = found[kind] ?? [];
    const whole = expected[kind];
    if (whole) {
      const compared = compareRecords(kind, whole, records, 'whole');
      pairs[kind] = compared.pairs;
      differences.push(...compared.differences);
    }
    const contained = expected.contains?.[kind];
    if (contained) differences.push(...compareRecords(kind, contained, records, 'contains').differences);
    differences.push(...compareExcluded(kind, expected.excludes?.[kind] ?? [], records));
  }
  return { differences, pairs };
}

/** Compare the cleaned text with clean.txt. */
export function compareText(expected: string, found: string): Pick<Comparison, 'differences' | 'lines'> {
  const lines = diffLines(expected, found);
  const differences = lines.flatMap(({ change, text: quote, line }, at): Difference[] => {
    if (change === 'same') return [];
    const place = { section: '', label: String(line), expectedIndex: at };
    return [{ kind: 'clean', change, list: 'whole', quote, fields: [], ...place }];
  });
  return { differences, lines };
}
