import type { TableColumn } from '../schema/model.js';

/** How the columns of a table are read, told by their names and, where those do not tell, by their cells. */
export function columnsOf(header: readonly string[], _rows: readonly (readonly string[])[]): TableColumn[] {
  return header.map(() => ({ kind: 'other', year: null, state: null, unit: null }));
}
