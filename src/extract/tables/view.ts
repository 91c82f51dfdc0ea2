import { lineNumberAt } from '../../core/lines.js';
import { namedYears, planPeriod, type YearSpan } from '../../core/years.js';
import { NO_PLAN_CAPTION, PLANNED, SCORE_COLUMN, SUBTOTAL_LABEL, TOTAL_LABEL } from '../../lexicon/columns.js';
import { isUnitName } from '../../lexicon/units.js';
import type { Section, TableColumn } from '../../schema/model.js';
import { type ColumnReading, readColumns } from '../../structure/columns.js';
import type { RawCell, RawTable } from '../../structure/raw-table.js';
import type { PlanContext } from '../context.js';
import { FIRST_LISTED } from '../responsibilities.js';

/** A row with its cells in the order of the columns, told apart from what spans down into it. */
export interface RowView {
  readonly cells: readonly RawCell[];
  /** Whether a cell is the row's alone: one that spans several rows stands in the first of them. */
  readonly own: (column: number) => boolean;
  /** Whether a cell covers other rows, too. */
  readonly shared: (column: number) => boolean;
  readonly sum: 'total' | 'subtotal' | null;
}

/** A table as the readers of records see it. */
export interface TableView {
  readonly plan: PlanContext;
  readonly table: RawTable;
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowView[];
  readonly section: Section | undefined;
  /** The years that the caption names, the last of them where several. */
  readonly years: YearSpan | null;
  /** The unit that the caption or a line 单位：… under it gives for the whole table. */
  readonly unit: string;
  /** Whether the caption says that the table looks back, or a column gives points. */
  readonly barred: 'past' | 'scores' | null;
  readonly planned: boolean;
  readonly review: boolean;
  /** Whether the first of a list of bodies leads: the head, the notes or a line before the table say so. */
  readonly firstLeads: boolean;
}

/** `firstListed`: the line from which on the first of a list of bodies leads, where the document says so. */
export function tableView(plan: PlanContext, table: RawTable, firstListed: number | undefined): TableView {
  const section = plan.structure.sectionAt(table.firstLine);
  const years = captionYears(table.title);
  const columns = readColumns(
    table.header,
    table.rows.map((row) => row.cells.map((cell) => cell.text)),
  );
  return {
    plan,
    table,
    columns,
    rows: rowViews(table, columns),
    section,
    years,
    unit: tableUnit(plan, table),
    barred: barredBy(plan, table, years),
    planned: PLANNED.test(table.title) || table.header.some((name) => PLANNED.test(name)),
    review: section !== undefined && plan.roleOf(section.id) === 'review',
    firstLeads:
      (firstListed !== undefined && firstListed <= table.lastLine + 3) ||
      table.header.some((name) => FIRST_LISTED.test(name)),
  };
}

function captionYears(title: string): YearSpan | null {
  // (2021年版), 截至2020年: no years of what the table sets.
  const words = title.replace(/\d{4}年?[版修]|截至\d{4}年(?:底|末)?|〔\d{4}〕/g, '');
  return namedYears(words).span ?? planPeriod(words) ?? null;
}

function barredBy(plan: PlanContext, table: RawTable, years: YearSpan | null): TableView['barred'] {
  if (table.header.some((name) => SCORE_COLUMN.test(name))) return 'scores';
  const { title } = table;
  const back = NO_PLAN_CAPTION.exec(title);
  if (back) {
    // 完成情况及2025年目标: it looks forward as well.
    if (/评分|打分|考[核评]|评价/.test(back[0])) return 'scores';
    if (!/[及和与、暨].{0,16}(?:目标|计划|安排|任务)/.test(title.slice(back.index + back[0].length))) return 'past';
  }
  return years !== null && plan.firstYear !== null && years.to < plan.firstYear ? 'past' : null;
}

function rowViews(table: RawTable, columns: readonly ColumnReading[]): RowView[] {
  const rows: RowView[] = [];
  table.rows.forEach(({ cells }, i) => {
    if (repeatsHead(cells, table.header) || isNote(cells)) return;
    const same = (other: number, column: number): boolean => {
      const cell = cells[column];
      return cell !== undefined && cell.text !== '' && table.rows[other]?.cells[column]?.start === cell.start;
    };
    rows.push({
      cells,
      own: (column) => !same(i - 1, column),
      shared: (column) => same(i - 1, column) || same(i + 1, column),
      sum: sumOf(cells, columns),
    });
  });
  return rows;
}

/** A page break repeats the head. */
function repeatsHead(cells: readonly RawCell[], header: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length > 1 && cells.every((cell, i) => cell.text === '' || cell.text === header[i]);
}

function isNote(cells: readonly RawCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length === 1 && /^[(（]?(?:备注|注|说明|资料来源|数据来源)\d?[:：]/.test(filled[0]?.text ?? '');
}

function sumOf(cells: readonly RawCell[], columns: readonly ColumnReading[]): RowView['sum'] {
  const names = cells.filter(
    (cell, i) => cell.text !== '' && /^(?:index|group|label|place)$/.test(columns[i]?.kind ?? ''),
  );
  if (names.some((cell) => SUBTOTAL_LABEL.test(cell.text))) return 'subtotal';
  return names.some((cell) => TOTAL_LABEL.test(cell.text)) ? 'total' : null;
}

/** 单位：万元 in the caption, or in a line of its own above the head. Several units say nothing of one cell. */
function tableUnit(plan: PlanContext, table: RawTable): string {
  const { lines } = plan.structure;
  const first = table.rows[0]?.cells.find((cell) => cell.text !== '');
  const until = first ? lineNumberAt(lines, first.start) : table.firstLine + 2;
  const texts = [table.title];
  for (let line = Math.max(1, table.firstLine - 1); line < Math.min(until, table.firstLine + 4); line++)
    texts.push(lines[line - 1]?.text ?? '');
  for (const text of texts) {
    const found = /(?:^|[(（\s])(?:计量)?单位\s*[:：]\s*([^()（）\s]{1,12})[)）]?$/.exec(text)?.[1];
    if (found !== undefined) return isUnitName(found) ? found : '';
  }
  const bracketed = /[(（]([^()（）]{1,8})[)）]$/.exec(table.title)?.[1] ?? '';
  return isUnitName(bracketed) ? bracketed : '';
}

export function columnsOfKind(view: TableView, ...kinds: readonly TableColumn['kind'][]): number[] {
  return view.columns.flatMap((column, i) => (kinds.includes(column.kind) ? [i] : []));
}

/** The heading that stands last before a table, and the line of a cell. */
export function placeOf(view: TableView, cell: RawCell): { line: number; section: string | null } {
  return { line: lineNumberAt(view.plan.structure.lines, cell.start), section: view.section?.id ?? null };
}

/**
 * The stretch from the first to the last of the columns of a row that say a record. Cells that span down from rows above
 * stand far away and are left out, unless there are no others.
 */
export function stretchOf(row: RowView, columns: readonly number[]): { start: number; end: number } {
  const filled = columns.filter((column) => (row.cells[column]?.text ?? '') !== '');
  const own = filled.filter(row.own);
  const cells = (own.length > 0 ? own : filled.slice(0, 1)).flatMap((column) => row.cells[column] ?? []);
  return { start: Math.min(...cells.map((cell) => cell.start)), end: Math.max(...cells.map((cell) => cell.end)) };
}

/** The year that a record without one may be meant for, and where that is said. */
export function horizonOf(
  view: TableView,
  year: number | null,
): { year: number; basis: 'table' | 'heading' | 'document' } | null {
  if (year !== null) return { year, basis: 'table' };
  for (let section = view.section; section; section = view.plan.parentOf(section)) {
    const span = namedYears(section.title).span;
    if (span && span.to >= (view.plan.firstYear ?? 0)) return { year: span.to, basis: 'heading' };
  }
  const { period } = view.plan.meta;
  return period ? { year: period.to, basis: 'document' } : null;
}
