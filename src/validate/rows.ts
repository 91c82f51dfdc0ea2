import { type RawCell, valueOf } from './cells.js';
import type { StoredColumn, StoredHeader } from './columns.js';
import { expectation, fits } from './expected.js';
import { type Fault, type Place, type StoredRecord, shown } from './record.js';

/** A row of a stored table, with places of its cells. */
export interface StoredRow {
  readonly cells: readonly RawCell[];
  readonly at: (index?: number, head?: string) => Place;
  /** Why it cannot be read, where it cannot. */
  readonly problem?: string;
}

/** A row as a record, and what is wrong with its cells by themselves. */
export interface RowRecord {
  readonly record: StoredRecord;
  readonly faults: readonly Fault[];
}

/** The text column whose empty value is the empty cell: units, tasks, markers. */
const mayBeEmpty = ({ column, rule }: StoredColumn): boolean =>
  column.type === 'array' ||
  rule === null ||
  rule.nullable ||
  (rule.shape.type === 'string' && !rule.shape.minLength && rule.shape.pattern === undefined && !rule.shape.enum);

function ruleFault({ column, head, rule }: StoredColumn, value: unknown, required: boolean): Fault | null {
  const fault = (message: string): Fault => ({ rule: 'validate/schema', level: 'error', field: column.name, message });
  if (value === null) {
    if (!required) return null;
    return fault(
      `is empty; expected ${rule ? expectation(rule.shape) : head === 'document' || column.name === 'document' ? 'the path of the document' : 'a value'}`,
    );
  }
  // In a table a section is its chain, and lists are cells.
  if (!rule || column.type === 'array' || fits(value, rule.shape)) return null;
  return fault(`is ${shown(value)}; expected ${expectation(rule.shape)}`);
}

const isBlank = (cell: RawCell): boolean => cell === null || cell === '';

/** Whether a row says nothing at all. */
export const isBlankRow = ({ cells, problem }: StoredRow): boolean => problem === undefined && cells.every(isBlank);

/** The record in a row. */
export function recordOf(header: StoredHeader, row: StoredRow, decimalComma: boolean): RowRecord {
  const faults: Fault[] = [];
  const values = new Map<string, unknown>();
  for (const stored of header.columns) {
    const { column, index } = stored;
    const read = valueOf(row.cells[index] ?? null, column, decimalComma);
    if ('fault' in read) {
      faults.push({
        rule: read.damaged ? 'validate/cell' : 'validate/schema',
        level: 'error',
        field: column.name,
        message: read.fault,
      });
      continue;
    }
    const required = column.name === 'document' || header.table.key.includes(column.name) || !mayBeEmpty(stored);
    const fault = ruleFault(stored, read.value, required);
    if (fault) faults.push(fault);
    else values.set(column.name, read.value);
  }
  const beyond = row.cells.findIndex((cell, i) => i >= header.width && !isBlank(cell));
  if (beyond >= 0)
    faults.push({
      rule: 'validate/columns',
      level: 'error',
      message: `has a cell beyond the last column, ${shown(row.cells[beyond])}; a separator in a text may have no quotation marks around it`,
    });
  const places = new Map(header.columns.map(({ column, index, head }) => [column.name, { index, head }]));
  const document = values.get('document');
  const record: StoredRecord = {
    kind: header.kind,
    document: typeof document === 'string' ? document : '',
    get: (field) => values.get(field),
    at: (field) => {
      const own = field === undefined ? undefined : places.get(field);
      return own ? row.at(own.index, own.head) : row.at();
    },
  };
  return { record, faults };
}
