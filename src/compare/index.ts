import { lastIndex } from '../core/search.js';
import type { Document, Section } from '../schema/model.js';
import { cellOf, type Place, placeOf } from './cells.js';
import { groupsOf } from './groups.js';
import type { Column, Compared, CompareOptions, Comparison, Row, Source, Statement } from './model.js';
import { byUnits, comparedOf } from './places.js';
import { type Draft, draftsOf, restricted, similarityIn } from './rows.js';
import { similarRows } from './similar.js';
import { statementsOf } from './statements.js';
import { inUnit } from './units.js';

/**
 * Indicators of several plans side by side, every number with its sentences. The same documents give the same comparison
 * in whatever order they come. Nothing is dropped: what one plan alone has is a row like any other.
 */
export function compareDocuments(documents: readonly Document[], options: CompareOptions): Comparison {
  const compared = comparedOf(documents);
  const statements = compared.flatMap(statementsOf);
  const all = draftsOf(groupsOf(statements, options.similarity), statements);
  const drafts = options.wanted === null ? all : restricted(all, options.wanted);
  const columns = columnsOf(drafts, options);
  const numbers = new Map(drafts.map(({ statements: [first] }, i) => [first, i + 1]));
  const similar = neighbours(all, numbers);
  const sources: Source[] = [];
  const about = new Map(compared.map((one) => [one, aboutOf(one.document)]));
  const rows = drafts.map((draft, i): Row => {
    const own = sourcesOf(draft, i + 1, columns, options, about);
    const numbered = own.map((source, k) => ({ ...source, id: `S${sources.length + k + 1}` }));
    sources.push(...numbered);
    const cells = [...byColumn(numbered)].map(([id, here]) => [id, cellOf(id, here, draft.unit)] as const);
    const { id, label, quantity, unit, bare, documents: plans, notes } = draft;
    return {
      ...{ number: i + 1, id, label, quantity, unit, bare, documents: plans, notes },
      names: namesOf(draft),
      cells: new Map(cells),
      similar: (draft.statements[0] && similar.get(draft.statements[0])) ?? [],
    };
  });
  return {
    by: options.by,
    similarity: options.similarity,
    chosen: options.wanted !== null,
    documents: compared,
    columns: columns.list,
    rows,
    sources,
  };
}

/** Sources that stand side by side in order of columns, column by column. */
function byColumn(sources: readonly Source[]): Map<string, Source[]> {
  const columns = new Map<string, Source[]>();
  for (const source of sources) {
    const here = columns.get(source.column);
    if (here) here.push(source);
    else columns.set(source.column, [source]);
  }
  return columns;
}

interface Columns {
  readonly list: readonly Column[];
  readonly of: (place: Place) => string;
}

const GIVEN = ['stated', 'implied', 'none'];

const groupBy = ({ by }: CompareOptions): 'place' | 'name' => (by === 'document' ? 'name' : 'place');
const placeKey = ({ group, year, given }: Place): string => `${year}|${given}|${group}`;

function columnsOf(drafts: readonly Draft[], options: CompareOptions): Columns {
  const places = new Map<string, Place>();
  for (const { statements } of drafts)
    for (const statement of statements) {
      const place = placeOf(statement, groupBy(options));
      places.set(placeKey(place), place);
    }
  const years = (a: Place, b: Place): number =>
    (a.year ?? 9999) - (b.year ?? 9999) || GIVEN.indexOf(a.given) - GIVEN.indexOf(b.given);
  const groups = (a: Place, b: Place): number => byUnits(a.group, b.group);
  const [first, second] = options.by === 'year' ? [years, groups] : [groups, years];
  const list = [...places.values()]
    .sort((a, b) => first(a, b) || second(a, b))
    .map((place, i) => ({ id: `c${i + 1}`, ...place }));
  const ids = new Map(list.map((column) => [placeKey(column), column.id]));
  return { list, of: (place) => ids.get(placeKey(place)) ?? '' };
}

/** The sources of a row by columns, in the order of the plans. */
function sourcesOf(
  draft: Draft,
  row: number,
  columns: Columns,
  options: CompareOptions,
  about: ReadonlyMap<Compared, About>,
): Omit<Source, 'id'>[] {
  const order = new Map(columns.list.map(({ id }, i) => [id, i]));
  const sources = draft.statements.map((statement) => {
    const { compared, target } = statement;
    const section = about.get(compared)?.sections.get(target.section ?? '');
    return {
      ...{ row, statement, ...inUnit(statement, draft.unit) },
      column: columns.of(placeOf(statement, groupBy(options))),
      similarity: similarityIn(draft, statement),
      chain: section?.chain ?? null,
      heading: section?.title ?? null,
      title: about.get(compared)?.title(target.evidence.line) ?? null,
    };
  });
  return sources.sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0));
}

/** What is looked up of a document for every sentence. */
interface About {
  readonly sections: ReadonlyMap<string, Section>;
  readonly title: (line: number) => string | null;
}

const aboutOf = (document: Document): About => ({
  sections: new Map(document.sections.map((section) => [section.id, section])),
  title: titlesIn(document),
});

/** The title of the plan that a line stands in, in files with several. */
function titlesIn({ meta, parts }: Document): (line: number) => string | null {
  if (parts.filter(({ kind }) => kind === 'plan').length < 2) return () => meta.title;
  return (line) => parts[lastIndex(parts.length, (i) => (parts[i]?.lines[0] ?? 0) <= line)]?.title ?? meta.title;
}

function namesOf(draft: Draft): Row['names'] {
  const names = new Map<string, number | null>();
  for (const statement of draft.statements) {
    const { indicator } = statement.target;
    if (!names.has(indicator)) names.set(indicator, similarityIn(draft, statement));
  }
  return [...names].map(([name, similarity]) => ({ name, similarity }));
}

/** What may be the same as each row, by its first statement. */
function neighbours(
  all: readonly Draft[],
  numbers: ReadonlyMap<Statement | undefined, number>,
): ReadonlyMap<Statement, Row['similar']> {
  const found = similarRows(all);
  return new Map(
    all.flatMap(({ statements: [first] }, i) => {
      if (!first) return [];
      const similar = (found[i] ?? []).map(({ other, ...rest }) => ({
        ...rest,
        row: numbers.get(all[other]?.statements[0]) ?? null,
      }));
      return [[first, similar] as const];
    }),
  );
}

export { CONFLICTS } from './cells.js';
export * from './model.js';
