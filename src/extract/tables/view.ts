import { lineNumberAt } from '../../core/lines.js';
import { namedYears, planPeriod, type YearSpan } from '../../core/years.js';
import {
  CONTACT_COLUMN,
  PAST_CAPTION,
  PERSON_COLUMN,
  PLANNED,
  SCORE_CAPTION,
  SCORE_COLUMN,
  STANDING_CAPTION,
} from '../../lexicon/columns.js';
import { isUnitName } from '../../lexicon/units.js';
import type { Section, TableColumn } from '../../schema/model.js';
import { type ColumnReading, columnsOf, readColumns } from '../../structure/columns.js';
import type { RawCell, RawTable } from '../../structure/raw-table.js';
import type { TargetCandidate } from '../candidates.js';
import { type PlanContext, yearOfHeading } from '../context.js';
import type { Convention } from '../responsibility/conventions.js';
import { type GroupBodies, groupBodies } from './group-bodies.js';
import { type Legend, legendFor, type legendsOf } from './legends.js';
import { crossColumnsOf, roleColumnsOf } from './role-columns.js';
import { filledIn, type RowView, rowViews } from './rows.js';
import { isForm, sheetRows } from './sheets.js';

export type { RowView } from './rows.js';

type Horizon = TargetCandidate['fields']['horizon'];

/** A table as the readers of records see it. */
export interface TableView {
  readonly plan: PlanContext;
  readonly table: RawTable;
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowView[];
  readonly section: Section | undefined;
  /** The caption, or the short line that stands where one would. */
  readonly caption: string;
  /** The line (1-based) of a caption that is no part of the table; 0 for none. */
  readonly captionLine: number;
  /** The years that the caption names, the last of them where several. */
  readonly years: YearSpan | null;
  /** The unit that the caption or a line 单位：… under it gives for the whole table. */
  readonly unit: string;
  /** Why the caption or a column says that the table sets nothing. */
  readonly barred: 'past' | 'scores' | 'unplanned' | null;
  readonly planned: boolean;
  readonly review: boolean;
  /** What a record without a year may be meant for: the year of the caption or a heading above, or the document's last. */
  readonly horizon: Horizon;
  /** What the document says of all statements. */
  readonly conventions: readonly Convention[];
  /** What marks beside the names of bodies mean. */
  readonly legend: Legend | null;
  /** The columns that say who does the work. */
  readonly roleColumns: readonly number[];
  /** The columns that are called as bodies are and hold their roles. */
  readonly crossColumns: readonly number[];
  /** How many cells say 同上. */
  readonly repeated: number;
  /** Whether its rows stand in columns of the page. */
  readonly turned: boolean;
}

/** What a document says of all its statements and tables. */
export interface Said {
  readonly conventions: readonly Convention[];
  readonly legends: ReturnType<typeof legendsOf>;
}

export function tableView(plan: PlanContext, printed: RawTable, said: Said): TableView {
  const { text, lines } = plan.structure;
  const sheet = sheetRows(printed, text, lines);
  const table = sheet?.table ?? printed;
  const section = plan.structure.sectionAt(table.firstLine);
  const above = table.title ? 0 : lineAbove(plan, table);
  const caption = table.title || (plan.structure.lines[above - 1]?.text ?? '');
  const years = captionYears(caption);
  const columns = readColumns(
    table.header,
    table.rows.map((row) => row.cells.map((cell) => cell.text)),
  );
  const legend = legendFor(said.legends, table);
  const filled = filledIn(table, columns);
  const rows = rowViews(table, filled.rows, columns, headBodies(plan, table, above, section));
  return {
    plan,
    table,
    columns,
    rows,
    section,
    caption,
    captionLine: above,
    years,
    unit: tableUnit(plan, table, caption),
    barred: barredBy(plan, table, columns, caption, sheet !== undefined),
    planned: PLANNED.test(caption) || table.header.some((name) => PLANNED.test(name)),
    review: section !== undefined && plan.roleOf(section.id) === 'review',
    horizon: horizonAbove(plan, years, section),
    conventions: said.conventions,
    legend,
    crossColumns: crossColumnsOf(table.header, rows, legend),
    roleColumns: roleColumnsOf(columns, rows),
    repeated: filled.repeated,
    turned: sheet?.turned ?? false,
  };
}

/** Whom the caption or the heading of a table gives all of it to: 县水务局任务清单. */
function headBodies(
  plan: PlanContext,
  table: RawTable,
  above: number,
  section: Section | undefined,
): GroupBodies | null {
  const { lines } = plan.structure;
  const caption = lines[(above || table.firstLine) - 1];
  const titled = caption && (above > 0 || (table.title !== '' && caption.text.includes(table.title)));
  const found = titled ? groupBodies(caption) : undefined;
  if (found) return found;
  const heading = section && lines[section.lines[0] - 1];
  // A label in a heading is read with the text.
  return (heading && !/[:：]/.test(heading.text) && groupBodies(heading)) || null;
}

/** A line of its own above the table that is no sentence; 单位：… may stand between. */
function lineAbove(plan: PlanContext, table: RawTable): number {
  for (let line = table.firstLine - 1; line >= Math.max(1, table.firstLine - 2); line--) {
    const text = plan.structure.lines[line - 1]?.text ?? '';
    if (/^[(（]?(?:计量)?单位\s*[:：]/.test(text)) continue;
    const section = plan.structure.sectionAt(line);
    // An annex or a box that is one table is called as the table is.
    const heading = section?.lines[0] === line && section.kind !== 'annex' && section.kind !== 'box';
    return text.length <= 40 && !heading && !/[。；;，,：:]/.test(text) ? line : 0;
  }
  return 0;
}

function captionYears(title: string): YearSpan | null {
  // (2021年版), 截至2020年: no years of what the table sets.
  const words = title.replace(/\d{4}年?[版修]|截至\d{4}年(?:底|末)?|〔\d{4}〕/g, '');
  return namedYears(words).span ?? planPeriod(words) ?? null;
}

/** A wider table is none of a plan, and costs the square of its width. */
const MOST_COLUMNS = 200;

function barredBy(
  plan: PlanContext,
  table: RawTable,
  columns: readonly ColumnReading[],
  caption: string,
  isSheet: boolean,
): TableView['barred'] {
  if (SCORE_CAPTION.test(caption) || table.header.some((name) => SCORE_COLUMN.test(name))) return 'scores';
  if (STANDING_CAPTION.test(caption) || columns.length > MOST_COLUMNS || isDirectory(columns) || isForm(table))
    return 'unplanned';
  if (!isSheet && isFactSheet(table)) return 'unplanned';
  const first = plan.firstYear ?? 0;
  // A column of years to come is stronger than a caption that names where things start from.
  const now = Math.max(first - 1, plan.writtenYear ?? 0);
  if (columns.some(({ year, state }) => year !== null && year > now && state !== 'baseline')) return null;
  const back = PAST_CAPTION.exec(caption);
  // 完成情况及2025年目标: it looks forward as well.
  if (back && !/[及和与、暨].{0,16}(?:目标|计划|安排|任务)/.test(caption.slice(back.index + back[0].length)))
    return 'past';
  const years = captionYears(caption);
  return years !== null && plan.firstYear !== null && years.to < plan.firstYear ? 'past' : null;
}

const FACTS: readonly string[] = ['lead', 'responsible', 'partner', 'place', 'time', 'content', 'note', 'property'];

/** 建设单位 | … / 建设地点 | …: names stand down the first column, and one thing is told in the others. */
function isFactSheet(table: RawTable): boolean {
  const names = table.rows.flatMap((row) => row.cells[0]?.text || []);
  const facts = columnsOf(names, []).filter(({ kind }) => FACTS.includes(kind)).length;
  return facts > 1 && facts * 2 >= names.length;
}

/** 单位 | 姓名 | 电话: who is reached how, who sits where; nothing is to be done. */
function isDirectory(columns: readonly ColumnReading[]): boolean {
  return (
    columns.some(({ words }) => CONTACT_COLUMN.test(words) || PERSON_COLUMN.test(words)) &&
    columns.every(
      ({ kind, known, words }) =>
        /^(?:index|group|place|note|other|responsible)$/.test(kind) ||
        (kind === 'label' && (!known || !WORK.test(words))),
    )
  );
}

/** 单位：万元 in the caption, or in a line of its own above the head. Several units say nothing of one cell. */
function tableUnit(plan: PlanContext, table: RawTable, caption: string): string {
  const { lines } = plan.structure;
  const first = table.rows[0]?.cells.find((cell) => cell.text !== '');
  const until = first ? lineNumberAt(lines, first.start) : table.firstLine + 2;
  const texts = [caption];
  for (let line = Math.max(1, table.firstLine - 1); line < Math.min(until, table.firstLine + 4); line++)
    texts.push(lines[line - 1]?.text ?? '');
  for (const text of texts) {
    const found = /(?:^|[(（\s])(?:计量)?单位\s*[:：]\s*([^()（）\s]{1,12})[)）]?$/.exec(text)?.[1];
    if (found !== undefined) return isUnitName(found) ? found : '';
  }
  const bracketed = /[(（]([^()（）]{1,8})[)）]$/.exec(caption)?.[1] ?? '';
  return isUnitName(bracketed) ? bracketed : '';
}

export function columnsOfKind(view: TableView, ...kinds: readonly TableColumn['kind'][]): number[] {
  return view.columns.flatMap((column, i) => (kinds.includes(column.kind) ? [i] : []));
}

const WORK = /项目|工程|任务|事项|举措|措施|工作|行动|课题|活动|实事/;

/** Whether the rows are called projects, tasks or measures. */
export function namesWork(view: TableView): boolean {
  return columnsOfKind(view, 'label').some((i) => WORK.test(view.columns[i]?.words ?? ''));
}

const WORK_CAPTION = /项目|工程|任务|计划|安排|分解|行动|改造/;

/** Whether the rows of a table are work to be done, not things that are. */
export function isOfWork(view: TableView): boolean {
  if (view.barred) return false;
  const done = columnsOfKind(view, 'time', 'lead', 'responsible', 'partner').length > 0;
  return namesWork(view) || done || WORK_CAPTION.test(view.caption);
}

/** Tasks, and whatever is long, are read as sentences; names of projects and of indicators are not. */
export function isSentence(view: TableView, column: number, text: string): boolean {
  if (isLong(text)) return true;
  const named = /任务|工作|事项|举措|措施|内容|要求/.test(view.columns[column]?.words ?? '');
  return named && columnsOfKind(view, 'value').length === 0;
}

export function isLong(text: string): boolean {
  return /[。;；]/.test(text) || text.length >= 40;
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

/** The year of a record, or the one that it may be meant for, and where that is said. */
export function horizonOf(view: TableView, year: number | null): TargetCandidate['fields']['horizon'] {
  return year === null ? view.horizon : { year, basis: 'table' };
}

/** By the caption, the headings around the table, or what the document is for; what lies before the plan says nothing. */
function horizonAbove(plan: PlanContext, captioned: YearSpan | null, innermost: Section | undefined): Horizon {
  const first = plan.firstYear ?? 0;
  if (captioned && captioned.to >= first) return { year: captioned.to, basis: 'table' };
  for (let section = innermost; section; section = plan.parentOf(section)) {
    const year = yearOfHeading(section.title);
    if (year !== undefined && year >= first) return { year, basis: 'heading' };
  }
  return plan.lastYear === null ? null : { year: plan.lastYear, basis: 'document' };
}
