import { lastIndex } from '../core/search.js';
import type { CELLS, NO_QUANTITY, TABLE_RULES } from '../lexicon/reasons.js';
import type { RowFound } from '../schema/explanation.js';
import type { RawCell } from '../structure/raw-table.js';
import type { TargetCandidate } from './candidates.js';
import { shareColumn, yearColumn } from './share-tables.js';
import { cellValue } from './tables/cell-value.js';
import type { RowView, TableView } from './tables/view.js';

/** A cell with its row and table. */
export interface CellPlace {
  readonly table: number;
  readonly view: TableView;
  readonly row: RowView;
  readonly column: number;
  readonly cell: RawCell;
}

/** Finds the cell that a place of the cleaned text stands in; of one that spans several rows the first. */
export function cellFinder(tables: readonly TableView[]): (offset: number) => CellPlace | undefined {
  const cells: CellPlace[] = [];
  tables.forEach((view, table) => {
    for (const row of view.rows)
      row.cells.forEach((cell, column) => {
        if (cell.text !== '' && row.own(column)) cells.push({ table, view, row, column, cell });
      });
  });
  cells.sort((a, b) => a.cell.start - b.cell.start);
  return (offset) => {
    const found = cells[lastIndex(cells.length, (i) => (cells[i]?.cell.start ?? 0) <= offset)];
    return found && offset < found.cell.end ? found : undefined;
  };
}

/** A row as it is told: what is in each of its columns. `own` are the places that the record itself was read from. */
export function rowFound({ table, view, row }: CellPlace, own: readonly number[]): RowFound {
  return {
    id: `tb${table + 1}`,
    title: view.table.title,
    row: row.index + 1,
    cells: row.cells.map((cell, i) => ({
      name: view.table.header[i] ?? '',
      kind: view.columns[i]?.kind ?? 'other',
      year: view.columns[i]?.year ?? null,
      text: cell.text,
      own: cell.text !== '' && own.some((at) => cell.start <= at && at < cell.end),
    })),
  };
}

/** Why a number in a cell is no value of a target. */
export function cellReason(place: CellPlace | undefined): keyof typeof CELLS | keyof typeof NO_QUANTITY {
  if (!place) return 'table-head';
  const { view, row, column, cell } = place;
  const { kind = 'other', state = null, year = null } = view.columns[column] ?? {};
  if (kind === 'index') return 'marker';
  if (view.barred) return `table-${view.barred}`;
  if (kind === 'label' || kind === 'group' || kind === 'place') return 'table-label';
  if (state === 'baseline' || (year !== null && year < (view.plan.firstYear ?? 0))) return 'table-base';
  if (row.sum !== null) return 'table-sum';
  if (row.shared(column)) return 'table-shared';
  if (kind === 'value' || kind === 'size' || kind === 'change')
    return cellValue(cell.text) ? 'table-row' : 'table-value';
  return 'table-column';
}

/** As what a table was read that gave a target. */
export function tableRule(view: TableView, { rule }: TargetCandidate): keyof typeof TABLE_RULES {
  if (yearColumn(view) >= 0) return 'years';
  if (rule !== 'project-table') return 'indicators';
  return shareColumn(view) >= 0 ? 'shares' : 'work';
}
