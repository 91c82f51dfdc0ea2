import { SUM_COLUMN } from '../../lexicon/columns.js';
import type { ColumnReading } from '../../structure/columns.js';
import { columnsOfKind, namesWork, type TableView } from './view.js';

/** A column whose values the plan commits to. */
export interface Goal {
  readonly column: number;
  /** Null where neither the column nor the caption says it. */
  readonly year: number | null;
  /** A level to be reached, a growth a year, a change over the whole time, or a sum over it. */
  readonly measure: 'level' | 'annual' | 'change' | 'sum';
  /** 一季度, 上半年: a part of the year, which belongs to the name. */
  readonly part: string;
  /** The sum of the years beside it. */
  readonly total: boolean;
  /** What the column measures of its rows: 产量. */
  readonly suffix: string;
}

/** A column that says where things stood. */
export interface Base {
  readonly column: number;
  readonly year: number | null;
}

export interface Sides {
  readonly goals: readonly Goal[];
  readonly bases: readonly Base[];
  /** Goals stand beside what came of them. */
  readonly report: boolean;
}

/** Which columns of numbers are of the time to come, and which of the time before. */
export function sidesOf(view: TableView): Sides {
  const { columns } = view;
  const values = valueColumns(view);
  const years = values.flatMap(({ year }) => year ?? []);
  const first = firstGoalYear(view, years);
  const demoted = baseOfPair(view, values);
  const isGoal = (c: ColumnReading, i: number): boolean =>
    c.state !== 'baseline' &&
    i !== demoted &&
    (c.year === null ? c.state === 'target' && !view.review : c.year >= first);
  const levels = values.filter((c) => isGoal(c, c.column));
  const bases = values
    .filter(
      (c) =>
        !isGoal(c, c.column) && c.state !== 'target' && (c.year === null ? c.state === 'baseline' : isMoment(view, c)),
    )
    .map(({ column, year }) => ({ column, year }));
  const report = isReport(columns, levels);
  if (view.barred || report) return { goals: [], bases, report };
  const goals: Goal[] = levels.map((c) => ({
    column: c.column,
    year: c.year ?? captionYear(view, first),
    measure:
      c.span && c.span.from < c.span.to && !/末|底|目标/.test(c.words) && isDashed(view, c.column) ? 'sum' : 'level',
    part: /季度|半年|\d月/.test(c.words) ? c.words.replace(/(?:目标|任务|计划|进度)?(?:值|数)?$/, '') : '',
    total: false,
    suffix: c.suffix,
  }));
  columns.forEach((c, i) => {
    const goal = c.kind === 'change' ? changeGoal(view, c, i, goals, values, first) : undefined;
    if (goal) goals.push(goal);
  });
  // 2023年 | 2024年 | 2025年 | 合计: what is to be done in all, by the last of the years.
  const dated = levels.flatMap(({ year }) => year ?? []);
  const sum = columns.findIndex((c) => c.kind === 'value' && SUM_COLUMN.test(c.words) && c.year === null);
  if (sum >= 0 && dated.length > 1 && dated.length === years.length)
    goals.push({ column: sum, year: Math.max(...dated), measure: 'sum', part: '', total: true, suffix: '' });
  return { goals: goals.sort((a, b) => a.column - b.column), bases, report };
}

interface Value extends ColumnReading {
  readonly column: number;
  readonly suffix: string;
}

/** Columns of values; 2020年产量 | 2025年产量 are values of what the rows name, unless those are projects. */
function valueColumns(view: TableView): Value[] {
  return view.columns.flatMap((c, column) => {
    if (c.kind === 'value') return [{ ...c, column, suffix: '' }];
    if (!isDatedMeasure(view, column)) return [];
    const state = /实际|完成|现状|基期/.test(c.words) ? 'baseline' : c.state;
    return [{ ...c, state, column, suffix: c.words.replace(/目标|计划|规划|预期|预计|任务|实际|完成/g, '') }];
  });
}

/** A size with a year in a table whose rows are neither projects nor tasks. */
export function isDatedMeasure(view: TableView, column: number): boolean {
  const { kind, year = null } = view.columns[column] ?? {};
  return kind === 'size' && year !== null && !namesWork(view) && columnsOfKind(view, 'label').length > 0;
}

/** At one time, not over several years: 2020年, “十三五”末. */
function isMoment(view: TableView, { span, column }: Value): boolean {
  return span?.from === span?.to || /[末底]/.test(view.table.header[column] ?? '');
}

/** 2021—2025年 over a value is a sum over those years; “十四五” may be its last year. */
function isDashed(view: TableView, column: number): boolean {
  return /\d{4}\D{1,3}\d{4}/.test(view.table.header[column] ?? '');
}

/** From this year on a value is a goal. A table in a review sets goals only for years after the writing. */
function firstGoalYear(view: TableView, years: readonly number[]): number {
  const { firstYear, writtenYear } = view.plan;
  const first = firstYear ?? view.years?.from ?? Math.max(...years, 0);
  return view.review ? Math.max(first, (writtenYear ?? first - 1) + 1) : first;
}

/** 2021年 | 2025年 in a plan of 2021: the first of two bare years is where things stand when the plan begins. */
function baseOfPair(view: TableView, values: readonly Value[]): number {
  const [one, two] = values;
  const { firstYear, writtenYear } = view.plan;
  if (values.length !== 2 || !one?.year || !two?.year || one.state || firstYear === null) return -1;
  return one.year <= Math.max(firstYear, writtenYear ?? 0) && two.year - one.year >= 2 ? one.column : -1;
}

/** A goal beside what came of it in the same year, or beside 完成率: a report. */
function isReport(columns: readonly ColumnReading[], levels: readonly ColumnReading[]): boolean {
  return columns.some(
    (c) =>
      /完成率|完成情况|完成比例|(?<!预计)完成[值数]?$|^实际|达成|进展/.test(c.words) &&
      levels.some((level) => level.year === c.year || c.year === null),
  );
}

function captionYear(view: TableView, first: number): number | null {
  return view.years && view.years.to >= first ? view.years.to : null;
}

/** A column of change: 年均增长 of the plan's time, 累计 over it, 增速 beside the goal that it belongs to. */
function changeGoal(
  view: TableView,
  column: ColumnReading,
  at: number,
  goals: readonly Goal[],
  values: readonly Value[],
  first: number,
): Goal | undefined {
  if (/变化|增减|变动/.test(column.words) || (column.year !== null && column.year < first)) return undefined;
  const left = values.findLast((value) => value.column < at)?.column;
  const beside = goals.findLast((goal) => goal.column === left);
  const year = column.year ?? beside?.year ?? captionYear(view, first);
  const annual = /年均|年平均|逐年|每年/.test(column.words);
  const sum = !annual && /^(?:五年|期间)?累计(?:值|数)?$/.test(column.words);
  // What stands behind a column of the past belongs to it.
  if (column.year === null && left !== undefined && !beside && (goals.length === 0 || !annual)) return undefined;
  if (year === null) return undefined;
  return { column: at, year, measure: annual ? 'annual' : sum ? 'sum' : 'change', part: '', total: false, suffix: '' };
}
