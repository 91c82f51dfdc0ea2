import { isStanding } from '../lexicon/columns.js';
import type { RawCell } from '../structure/raw-table.js';
import type { TargetCandidate } from './candidates.js';
import type { DeadlineCandidate } from './deadlines.js';
import type { ResponsibilityCandidate } from './responsibility/candidate.js';
import { cellValue } from './tables/cell-value.js';
import { isDatedMeasure } from './tables/goals.js';
import { captionTopic, labelName } from './tables/labels.js';
import { rowRoles } from './tables/roles.js';
import { namedSizes, plainName } from './tables/sized-names.js';
import { isDone, type RowTime, rowTimes, rowYear } from './tables/times.js';
import {
  columnsOfKind,
  horizonOf,
  isOfWork,
  isSentence,
  placeOf,
  type RowView,
  stretchOf,
  type TableView,
} from './tables/view.js';

/** What the rows of tables of projects and tasks state: sizes, times, and who is responsible. */
export interface RowRecords {
  readonly targets: TargetCandidate[];
  readonly deadlines: DeadlineCandidate[];
  readonly responsibilities: ResponsibilityCandidate[];
}

export function projectRecords(view: TableView): RowRecords {
  const records: RowRecords = { targets: [], deadlines: [], responsibilities: [] };
  if (view.barred) return records;
  const work = isOfWork(view);
  const labels = columnsOfKind(view, 'label');
  for (const row of view.rows) {
    if (row.sum !== null) {
      if (row.sum === 'total' && work && labels.length > 0) records.targets.push(...totals(view, row));
      continue;
    }
    const name = rowName(view, row);
    if (!name && !isDone(view, row)) records.responsibilities.push(...shareRoles(view, row));
    if (!name || isDone(view, row)) continue;
    for (const time of rowTimes(view, row)) records.deadlines.push(rowDeadline(view, row, name, time));
    records.responsibilities.push(...rowRoles(view, row, name.cell));
    if (work && labels.length > 0) records.targets.push(...sizes(view, row, name));
  }
  return records;
}

/** 责任单位 | 签约任务（亿元）: the row is about the body, which answers for its share. */
function shareRoles(view: TableView, row: RowView): ResponsibilityCandidate[] {
  const [column, ...others] = view.roleColumns;
  const cell = column === undefined || others.length > 0 ? undefined : row.cells[column];
  const said = /责任|牵头|主责|承担|实施|落实/.test(view.columns[column ?? 0]?.words ?? '');
  return cell && cell.text !== '' && said && view.planned ? rowRoles(view, row, cell) : [];
}

/** What a row is about. */
interface RowName {
  readonly cell: RawCell;
  readonly column: number;
  readonly text: string;
}

/**
 * The row's label; where that spans other rows, too, the first words of the row's own contents; in a table of towns or
 * bodies their name.
 */
export function rowName(view: TableView, row: RowView): RowName | undefined {
  const at = (column: number | undefined): RowName | undefined => {
    const cell = column === undefined ? undefined : row.cells[column];
    return column === undefined || !cell || cell.text === '' || /^\d{1,3}$/.test(cell.text)
      ? undefined
      : { cell, column, text: firstClause(cell.text) };
  };
  const labels = columnsOfKind(view, 'label').filter((i) => at(i));
  const label = at(labels.at(-1));
  const content = at(columnsOfKind(view, 'content').find((i) => at(i) && !row.shared(i)));
  if (label && content && row.shared(label.column)) return content;
  return label ?? content ?? at(columnsOfKind(view, 'group', 'place').at(-1));
}

/** The shortest stretch that says what is to be done. */
function firstClause(text: string): string {
  const name = text.replace(/^(?:\d{1,2}[、．.)）]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、])\s*(?!\d)/, '');
  if (name.length <= 40) return name.replace(/[。；;，,]$/, '');
  return /^[^。；;]{2,60}?(?=[。；;，,])/.exec(name)?.[0] ?? name.slice(0, 60);
}

function rowDeadline(view: TableView, row: RowView, name: RowName, time: RowTime): DeadlineCandidate {
  const { token, cell, text } = time;
  const stretch = stretchOf(row, [name.column, time.column]);
  return {
    fields: {
      text,
      start: token.limit ? null : token.from,
      end: token.to,
      recurring: token.recurring,
      task: name.text + stepOf(view, time.column),
    },
    ...placeOf(view, name.cell),
    ...stretch,
    // A time that spans down from the rows above stands in another row.
    at: row.own(time.column) ? cell.start : stretch.start,
  };
}

/** Where a row has several times, what each is of: 开工时间 | 竣工时间. */
function stepOf(view: TableView, column: number): string {
  if (columnsOfKind(view, 'time').length < 2) return '';
  return /开工|竣工|完工|建成|投产|投用|启动|开业|交付/.exec(view.columns[column]?.words ?? '')?.[0] ?? '';
}

function sizes(view: TableView, row: RowView, name: RowName): TargetCandidate[] {
  const year = rowYear(view, row);
  const title = plainName(labelName(name.text).name);
  const label = columnsOfKind(view, 'label').includes(name.column);
  const inName =
    label && !row.shared(name.column) && !isSentence(view, name.column, name.cell.text) ? namedSizes(name.text) : [];
  const found = inName.map(({ indicator, quantity }) =>
    sizeTarget(view, row, [name.column], { ...quantity, indicator, year: year ?? captionYear(view) }),
  );
  for (const column of sizeColumns(view)) {
    const cell = row.cells[column];
    const head = view.columns[column];
    const value = cell && !row.shared(column) ? cellValue(cell.text) : undefined;
    if (!value || !head) continue;
    found.push(
      sizeTarget(view, row, [name.column, column], {
        ...value,
        indicator: title + head.words.replace(/^资金来源(?=.)/, ''),
        unit: sizeUnit(view, column, value.unit),
        year: head.year ?? year ?? captionYear(view),
      }),
    );
  }
  return found;
}

function captionYear(view: TableView): number | null {
  return view.years && view.years.to >= (view.plan.firstYear ?? 0) ? view.years.to : null;
}

/** Columns of sizes that are not yet there: 已完成投资 and those of years before the plan are left out. */
function sizeColumns(view: TableView): number[] {
  return columnsOfKind(view, 'size').filter((i) => {
    const { words = '', year = null } = view.columns[i] ?? {};
    return !isStanding(words) && !isDatedMeasure(view, i) && (year === null || year >= (view.plan.firstYear ?? 0));
  });
}

/** 万元 of the head; 万 in the cell and 元 in the head are 万元. */
export function sizeUnit(view: TableView, column: number, printed: string): string {
  const head = view.columns[column]?.unit ?? '';
  if (printed === '') return head || view.unit;
  return /^[百千万亿]+$/.test(printed) && head !== '' && !head.startsWith(printed) ? printed + head : printed;
}

/** The unit of columns that are added up; empty where they give none or several. */
export function sharedUnit(view: TableView, columns: readonly number[]): string {
  const units = new Set(columns.map((i) => view.columns[i]?.unit ?? ''));
  const [unit = ''] = units;
  return units.size === 1 ? unit : '';
}

/** 合计 of a column: what the caption is about, the column, 合计. */
function totals(view: TableView, row: RowView): TargetCandidate[] {
  const topic = captionTopic(view.caption, view.plan.meta.region);
  const named = row.cells.findIndex((cell) => cell.text !== '');
  return sizeColumns(view).flatMap((column) => {
    const cell = row.cells[column];
    const head = view.columns[column];
    const value = cell && !row.shared(column) ? cellValue(cell.text) : undefined;
    if (!value || !head || named < 0 || topic === '') return [];
    const indicator = `${topic}${head.words}合计`;
    const unit = sizeUnit(view, column, value.unit);
    return [
      sizeTarget(view, row, [named, column], { ...value, indicator, unit, year: head.year ?? captionYear(view) }),
    ];
  });
}

interface Size {
  readonly indicator: string;
  readonly value: number;
  readonly valueMax: number | null;
  readonly comparator: TargetCandidate['fields']['comparator'];
  readonly unit: string;
  readonly year: number | null;
}

/** A quantity of a project or of a town's share. */
export function sizeTarget(view: TableView, row: RowView, columns: readonly number[], size: Size): TargetCandidate {
  const cell = row.cells[columns[0] ?? 0];
  return {
    fields: {
      class: 'output',
      indicator: size.indicator,
      comparator: size.comparator,
      value: size.value,
      valueMax: size.valueMax,
      unit: size.unit,
      change: null,
      per: null,
      year: size.year,
      baseline: null,
      binding: null,
      modality: null,
      horizon: horizonOf(view, size.year),
    },
    rule: 'project-table',
    cell: row.cells[columns.at(-1) ?? 0]?.start ?? 0,
    ...placeOf(view, cell ?? { text: '', start: 0, end: 0 }),
    ...stretchOf(row, columns),
    unpaired: undefined,
    time: undefined,
  };
}
