import type { Document, Responsibility, Unit } from '../../schema/model.js';
import type { Viewed } from './record.js';

/** What columns of the matrix are: documents, sections of the highest or the innermost level, or single statements. */
export type MatrixBy = 'document' | 'section' | 'subsection' | 'statement';

export type Role = Unit['role'];

export interface MatrixColumn {
  readonly key: string;
  readonly index: number;
  /** The section; of documents, of statements and before the first heading null. */
  readonly section: string | null;
  readonly marker: string;
  readonly title: string;
}

/** The statements in which a unit has a role; ids in the order of the document. */
export interface MatrixCell {
  readonly index: number;
  readonly ids: { readonly [R in Role]: readonly string[] };
}

export interface MatrixRow {
  /** The name that is printed most. */
  readonly name: string;
  /** Other names that it is printed under. */
  readonly variants: readonly string[];
  readonly counts: { readonly [R in Role]: number };
  /** By the keys of columns. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  /** Those that lead most first; then those that help most. */
  readonly rows: readonly MatrixRow[];
}

/** A unit as a statement names it. */
interface Mention {
  readonly unit: Unit;
  readonly statement: Responsibility;
  readonly column: MatrixColumn;
}

const ROLES: readonly Role[] = ['lead', 'partner', 'implied'];

/**
 * Tells which mentions are of one body: those of an office at one level and place; where only one level or place is known
 * for the office, mentions that do not say it are of that one. Bodies that are not known go by their full names.
 */
function bodiesOf(units: readonly Unit[]): (unit: Unit) => string {
  const levels = new Map<string, Set<string>>();
  const places = new Map<string, Set<string>>();
  for (const { unitId, level, place } of units) {
    if (unitId === null) continue;
    if (level) levels.set(unitId, (levels.get(unitId) ?? new Set()).add(level));
    if (place) places.set(unitId, (places.get(unitId) ?? new Set()).add(place));
  }
  const only = (known: Set<string> | undefined): string | null => (known?.size === 1 ? ([...known][0] ?? null) : null);
  return ({ unitId, fullName, level, place }) =>
    unitId === null
      ? JSON.stringify([fullName])
      : JSON.stringify([unitId, level ?? only(levels.get(unitId)), place ?? only(places.get(unitId))]);
}

function columnOf(
  index: number,
  document: Document,
  statement: Responsibility,
  by: MatrixBy,
  sections: ReadonlyMap<string, Document['sections'][number]>,
): MatrixColumn {
  if (by === 'document') {
    return {
      key: `${index}`,
      index,
      section: null,
      marker: `${index + 1}`,
      title: document.meta.title ?? document.source.path,
    };
  }
  if (by === 'statement') {
    const title = statement.duty ?? statement.evidence.quote;
    return { key: `${index}/${statement.id}`, index, section: null, marker: statement.id, title };
  }
  let section = sections.get(statement.section ?? '');
  for (let above = section; by === 'section' && above; above = sections.get(above.parent ?? '')) section = above;
  if (!section) return { key: `${index}/`, index, section: null, marker: '', title: '' };
  return { key: `${index}/${section.id}`, index, section: section.id, marker: section.marker, title: section.title };
}

function mentionsIn({ index, document }: Viewed, by: MatrixBy): Mention[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return document.responsibilities.flatMap((statement) => {
    const column = columnOf(index, document, statement, by, sections);
    return statement.units.map((unit) => ({ unit, statement, column }));
  });
}

function rowOf(mentions: readonly Mention[]): MatrixRow {
  const names = new Map<string, number>();
  const cells = new Map<string, MatrixCell>();
  for (const { unit, statement, column } of mentions) {
    names.set(unit.fullName, (names.get(unit.fullName) ?? 0) + 1);
    const cell = cells.get(column.key) ?? { index: column.index, ids: { lead: [], partner: [], implied: [] } };
    const ids = [...new Set([...cell.ids[unit.role], statement.id])];
    cells.set(column.key, { ...cell, ids: { ...cell.ids, [unit.role]: ids } });
  }
  const [name = '', ...variants] = [...names].sort((a, b) => b[1] - a[1]).map(([printed]) => printed);
  const count = (role: Role): number => [...cells.values()].reduce((sum, { ids }) => sum + ids[role].length, 0);
  return {
    name,
    variants,
    counts: { lead: count('lead'), partner: count('partner'), implied: count('implied') },
    cells,
  };
}

/** Which unit leads, helps or is implied in which task. Every unit of every statement is in it. */
export function matrixOf(documents: readonly Viewed[], by: MatrixBy): Matrix {
  const mentions = documents.flatMap((one) => mentionsIn(one, by));
  const bodyOf = bodiesOf(mentions.map(({ unit }) => unit));
  const groups = new Map<string, Mention[]>();
  const columns = new Map<string, MatrixColumn>();
  for (const mention of mentions) {
    const key = bodyOf(mention.unit);
    const group = groups.get(key) ?? [];
    group.push(mention);
    groups.set(key, group);
    if (!columns.has(mention.column.key)) columns.set(mention.column.key, mention.column);
  }
  const rows = [...groups.values()].map(rowOf);
  const first = (a: MatrixRow, b: MatrixRow): number =>
    ROLES.map((role) => b.counts[role] - a.counts[role]).find((difference) => difference !== 0) ?? 0;
  return { columns: [...columns.values()], rows: rows.sort(first) };
}

/** The finest columns that a screen can hold side by side. */
export function finestOf(documents: readonly Viewed[], most: number): MatrixBy {
  if (documents.length > 1) return 'document';
  return matrixOf(documents, 'subsection').columns.length <= most ? 'subsection' : 'section';
}
