import { type Column, type FlatTable, flatTables } from '../schema/columns.js';
import { type Rule, ruleOf } from './fields.js';
import type { Fault, Kind } from './record.js';

/* Which table a header is of, and which column each of its names. */

/** A column of a stored table. */
export interface StoredColumn {
  readonly column: Column;
  /** As the file calls it. */
  readonly head: string;
  readonly index: number;
  readonly rule: Rule | null;
}

export interface StoredHeader {
  readonly table: FlatTable;
  readonly kind: Kind;
  readonly columns: readonly StoredColumn[];
  /** How many cells a row has at most. */
  readonly width: number;
  readonly faults: readonly Fault[];
}

/** Names of columns that show what a table is of; the first four are in all tables. */
const COMMON = new Set(['document', 'title', 'region', 'section', 'line', 'quote', 'id']);

const folded = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();

const namesOf = ({ name, zh }: Column): string[] => [folded(name), folded(zh)];

/** How well a header fits a table: the share of the table's own columns that it has, in either language. */
function fit(table: FlatTable, heads: ReadonlySet<string>): number {
  const own = table.columns.filter(({ name }) => !COMMON.has(name));
  return own.filter((column) => namesOf(column).some((name) => heads.has(name))).length / own.length;
}

/** The table that a name stands for, in either language; of `targets (2)` as of `targets`. */
export function tableNamed(name: string): FlatTable | undefined {
  const plain = folded(name).replace(/\s*\(\d+\)$/, '');
  return flatTables.find((table) => [table.name, table.zh].includes(plain));
}

/**
 * The table that a header is of, by its names; null for one of something else.
 * @param name what the file or sheet is called, which decides where names of columns were changed.
 */
export function tableOf(header: readonly string[], name: string): FlatTable | null {
  const heads = new Set(header.map(folded));
  const named = tableNamed(name);
  const fits = flatTables.map((table) => ({ table, share: fit(table, heads) }));
  const best = fits.reduce((most, one) => (one.share > most.share ? one : most));
  if (named && (fits.find(({ table }) => table === named)?.share ?? 0) > 0.2) return named;
  // A list of anything may have an id and a title.
  return best.share >= 0.4 ? best.table : null;
}

const isRequired = ({ name }: Column, { key }: FlatTable, rule: Rule | null): boolean =>
  name === 'document' || key.includes(name) || (rule !== null && !rule.nullable && rule.shape.minLength !== 0);

/** The columns of a stored table, and what is wrong with its header. */
export function headerOf(table: FlatTable, header: readonly string[]): StoredHeader {
  const kind = table.name as Kind;
  const faults: Fault[] = [];
  const fault = (level: Fault['level'], message: string) => faults.push({ rule: 'validate/columns', level, message });
  const columns: StoredColumn[] = [];
  for (const [index, head] of header.entries()) {
    const column = table.columns.find((one) => namesOf(one).includes(folded(head)));
    if (!column) {
      if (head.trim() !== '') fault('note', `column "${head.trim()}" is none that gongwen writes; it is not looked at`);
    } else if (columns.some((one) => one.column === column))
      fault('error', `column "${head.trim()}" is there twice; expected it once`);
    else columns.push({ column, head: head.trim(), index, rule: ruleOf(kind, column.name) });
  }
  const chinese = columns.some(({ column, head }) => folded(head) === folded(column.zh) && column.zh !== column.name);
  for (const column of table.columns) {
    if (columns.some((one) => one.column === column)) continue;
    const required = isRequired(column, table, ruleOf(kind, column.name));
    fault(required ? 'error' : 'warning', `column "${chinese ? column.zh : column.name}" is missing`);
  }
  return { table, kind, columns, width: header.length, faults };
}
