import type { RawCell, RawRow, RawTable } from '../structure/raw-table.js';
import { namesOf } from './bodies.js';
import type { PlanContext } from './context.js';
import type { DeadlineCandidate } from './deadlines.js';
import { fold } from './fold.js';
import { indicatorName, quantityOf } from './indicator-tables.js';
import type { ResponsibilityCandidate } from './responsibilities.js';
import type { TargetCandidate } from './targets.js';
import { findTimes, type TimeToken } from './tokens/times.js';

const NAMED = /名称/;
const NAME = /^(?:项目|工程|任务|工作任务|重点任务|建设项目|事项|举措)(?!.{0,2}(?:类|所在|属性|性质|单位|位置|地点))/;
const SIZE = /投资|面积|规模|床位|学位|里程|长度|产能|用地/;
const TIME = /年份|年限|时限|时间|周期|起止|进度/;
const LEAD = /^(?:牵头|主办|主责)(?:单位|部门|处室)/;
const RESPONSIBLE = /^(?:责任|实施|落实|建设|负责)(?:单位|部门|主体|科室)/;
const PARTNER = /^(?:配合|协办|参与|协同)(?:单位|部门)/;

/** What the rows of tables of projects and tasks state: sizes, times, and who is responsible. */
export interface RowRecords {
  readonly targets: TargetCandidate[];
  readonly deadlines: DeadlineCandidate[];
  readonly responsibilities: ResponsibilityCandidate[];
}

export function projectRecords(plan: PlanContext, table: RawTable): RowRecords {
  const records: RowRecords = { targets: [], deadlines: [], responsibilities: [] };
  const named = table.header.findIndex((title) => NAMED.test(title));
  const nameColumn = named < 0 ? table.header.findIndex((title) => NAME.test(title)) : named;
  if (nameColumn < 0) return records;
  for (const row of table.rows) {
    const name = row.cells[nameColumn];
    if (!name || name.text === '') continue;
    const time = timeOf(plan, table, row);
    if (time) records.deadlines.push(rowDeadline(plan, table, name, time));
    table.header.forEach((title, i) => {
      const cell = row.cells[i];
      if (cell && i !== nameColumn && SIZE.test(title) && !/内容/.test(title)) {
        records.targets.push(...rowTarget(plan, table, { name, cell, title, time: time?.token }));
      }
    });
    records.responsibilities.push(...rowRoles(plan, table, row, name));
  }
  return records;
}

interface CellTime {
  readonly cell: RawCell;
  readonly token: TimeToken;
}

/** The time that a row gives in its column of years: 2022, 2022—2024, 2023年12月. */
function timeOf(plan: PlanContext, table: RawTable, row: RawRow): CellTime | undefined {
  for (const [i, title] of table.header.entries()) {
    const cell = row.cells[i];
    if (!cell || !TIME.test(title)) continue;
    const text = fold(cell.text)
      .replace(/^((?:19|20)\d{2})$/, '$1年')
      .replace(/((?:19|20)\d{2}-(?:19|20)\d{2})$/, '$1年');
    const token = findTimes(text, { year: plan.writtenYear })[0];
    if (token && (token.year ?? 9999) >= (plan.firstYear ?? 0)) return { cell, token };
  }
  return undefined;
}

function rowDeadline(plan: PlanContext, table: RawTable, name: RawCell, time: CellTime): DeadlineCandidate {
  const { token, cell } = time;
  return {
    fields: { text: cell.text, start: token.from, end: token.to, recurring: token.recurring, task: name.text },
    ...placeOf(plan, table, name),
    start: Math.min(name.start, cell.start),
    end: Math.max(name.end, cell.end),
    at: cell.start,
  };
}

interface SizeCell {
  readonly name: RawCell;
  readonly cell: RawCell;
  readonly title: string;
  readonly time: TimeToken | undefined;
}

function rowTarget(plan: PlanContext, table: RawTable, input: SizeCell): TargetCandidate[] {
  const { name, cell, title, time } = input;
  const quantity = quantityOf(cell.text);
  if (!quantity) return [];
  const column = indicatorName(title);
  const year = time?.year ?? null;
  return [
    {
      fields: {
        class: 'output',
        indicator: name.text + column.name,
        comparator: quantity.comparator,
        value: quantity.value,
        valueMax: quantity.valueMax,
        unit: column.unit || quantity.unit,
        change: null,
        per: null,
        year,
        baseline: null,
        binding: null,
        modality: null,
        horizon: year === null ? null : { year, basis: 'table' },
      },
      rule: 'project-table',
      ...placeOf(plan, table, name),
      start: Math.min(name.start, cell.start),
      end: Math.max(name.end, cell.end),
      unpaired: undefined,
      time: undefined,
    },
  ];
}

/** Columns 牵头单位, 责任单位, 配合单位. */
function rowRoles(plan: PlanContext, table: RawTable, row: RawRow, name: RawCell): ResponsibilityCandidate[] {
  const cells = (pattern: RegExp): RawCell[] =>
    row.cells.filter((cell, i) => cell.text !== '' && pattern.test(table.header[i] ?? ''));
  const named = (found: readonly RawCell[]): string[] =>
    found.flatMap((cell) => namesOf(cell.text)).filter((n) => n !== '无');
  const lead = cells(LEAD);
  const responsible = cells(RESPONSIBLE);
  const partner = cells(PARTNER);
  const all = [...lead, ...responsible, ...partner];
  const first = all[0];
  if (!first) return [];
  const leads = lead.length > 0 ? named(lead) : named(responsible);
  const partners = lead.length > 0 ? named([...responsible, ...partner]) : named(partner);
  if (leads.length + partners.length === 0) return [];
  return [
    {
      fields: {
        style: 'bracket',
        leads,
        partners,
        duty: null,
        basis: 'labelled',
        scope: { start: name.start, end: name.end },
      },
      ...placeOf(plan, table, name),
      start: Math.min(...all.map((cell) => cell.start)),
      end: Math.max(...all.map((cell) => cell.end)),
    },
  ];
}

function placeOf(plan: PlanContext, table: RawTable, cell: RawCell): { line: number; section: string | null } {
  const line =
    plan.structure.lines.find((l) => l.start <= cell.start && cell.start <= l.end)?.number ?? table.firstLine;
  return { line, section: plan.structure.sectionAt(table.firstLine)?.id ?? null };
}
