import { type AnyDiagnostic, diagnostic } from '../../core/diagnostic.js';
import { NUMBER_CELL } from '../../lexicon/tables.js';
import type { PlanContext } from '../context.js';
import { indicatorTargets } from '../indicator-tables.js';
import { projectRecords, type RowRecords, rowName } from '../project-tables.js';
import { shareColumn, shareTargets, yearColumn, yearRowTargets } from '../share-tables.js';
import { sidesOf } from './goals.js';
import { type TableText, tableText } from './lines.js';
import { columnsOfKind, isOfWork, type Said, type TableView, tableView } from './view.js';

/** What all tables of a document give. */
export interface TableRecords extends RowRecords {
  readonly text: TableText;
  readonly diagnostics: readonly AnyDiagnostic[];
}

export function tableRecords(plan: PlanContext, said: Said): TableRecords {
  const views = plan.structure.tables.map((table) => tableView(plan, table, said));
  const read = views.map(readTable);
  return {
    targets: read.flatMap(({ targets }) => targets),
    deadlines: read.flatMap(({ deadlines }) => deadlines),
    responsibilities: read.flatMap(({ responsibilities }) => responsibilities),
    text: tableText(views, isOfWork, rowName),
    diagnostics: views.flatMap((view, i) => [...repeated(view), ...(read[i] && isEmpty(read[i]) ? unread(view) : [])]),
  };
}

/** Each table is read as what it is: shares of towns, years a row, or indicators and work. */
function readTable(view: TableView): RowRecords {
  if (yearColumn(view) >= 0) return { targets: yearRowTargets(view), deadlines: [], responsibilities: [] };
  const rows = projectRecords(view);
  if (shareColumn(view) >= 0) return { ...rows, targets: shareTargets(view) };
  return { ...rows, targets: [...indicatorTargets(view), ...rows.targets] };
}

function isEmpty({ targets, deadlines, responsibilities }: RowRecords): boolean {
  return targets.length + deadlines.length + responsibilities.length === 0;
}

function repeated({ table, repeated: cells }: TableView): AnyDiagnostic[] {
  const title = table.title || table.header.join(' ');
  return cells === 0 ? [] : [diagnostic('table/same-as-above', 'info', { title, cells }, table.firstLine)];
}

/** Why a table that has a label and numbers gave nothing. */
function unread(view: TableView): AnyDiagnostic[] {
  const labels = columnsOfKind(view, 'label', 'place', 'group');
  const numbers = columnsOfKind(view, 'value', 'size', 'change').filter((i) =>
    view.rows.some((row) => NUMBER_CELL.test(row.cells[i]?.text ?? '') && /\d/.test(row.cells[i]?.text ?? '')),
  );
  if ((labels.length === 0 && yearColumn(view) < 0) || numbers.length === 0) return [];
  const first = view.plan.firstYear ?? 0;
  const past =
    yearColumn(view) >= 0 ||
    numbers.every((i) => {
      const { year = null, state = null } = view.columns[i] ?? {};
      return state === 'baseline' || (year !== null && year < first) || view.columns[i]?.kind === 'change';
    });
  const why = view.barred ?? (past || sidesOf(view).report ? 'past' : 'unplanned');
  const title = view.table.title || view.table.header.join(' ');
  return [diagnostic('table/no-records', 'info', { title, why }, view.table.firstLine)];
}
