import { namedYears } from '../core/years.js';
import { isStanding, SUM_COLUMN } from '../lexicon/columns.js';
import { NUMBER_CELL } from '../lexicon/tables.js';
import { unitKind } from '../lexicon/units.js';
import { isPlaceName } from '../structure/columns.js';
import type { TargetCandidate } from './candidates.js';
import { sharedUnit, sizeTarget, sizeUnit } from './project-tables.js';
import { isMade } from './refine/standing.js';
import { cellValue } from './tables/cell-value.js';
import { captionTopic } from './tables/labels.js';
import { columnsOfKind, horizonOf, placeOf, type RowView, stretchOf, type TableView } from './tables/view.js';

/** Words of a column that name no thing: 任务数, 目标, 计划数. */
const BARE =
  /^(?:年度|本年)?(?:目标|任务|计划|指标|分配|下达|安排|建设|改造|新建|完成|实施|合计|小计|总计|数量)*(?:数|量|数量|任务)?$/;
const TASK_TAIL = /(?:目标|任务|计划)(?:数|量)?$/;

/** The column of towns, counties or bodies among which a table shares out a task; -1 where its rows are something else. */
export function shareColumn(view: TableView): number {
  const [place] = columnsOfKind(view, 'place', 'label');
  if (view.barred || !view.planned) return -1;
  // 责任单位 | 签约任务: shares of bodies.
  if (place === undefined)
    return columnsOfKind(view, 'content').length > 0 ? -1 : (columnsOfKind(view, 'responsible')[0] ?? -1);
  const cells = view.rows.filter((row) => row.sum === null).flatMap((row) => row.cells[place]?.text || []);
  const places = cells.filter(isPlaceName).length;
  const others = columnsOfKind(view, 'label').filter((i) => i !== place);
  return cells.length > 1 && places * 3 >= cells.length * 2 && others.length === 0 ? place : -1;
}

/** What a table that shares out a task gives: for each place and column what is to be done there. */
export function shareTargets(view: TableView): TargetCandidate[] {
  const place = shareColumn(view);
  if (place < 0) return [];
  const first = view.plan.firstYear ?? 0;
  const numbers = columnsOfKind(view, 'size', 'value', 'content').filter((i) => {
    const { words = '', year = null, state = null } = view.columns[i] ?? {};
    return state !== 'baseline' && !isStanding(words) && (year === null || year >= first);
  });
  // Beside columns that say that they are tasks the others say how things are: 行政村数 | 改造任务.
  const said = numbers.filter((i) => {
    const { words = '', year = null, kind } = view.columns[i] ?? {};
    return (
      year !== null ||
      (kind === 'value' && !SUM_COLUMN.test(words)) ||
      /任务|计划|目标|新建|新增|改造|拟|建设|实施|治理|整治|安排|分配|下达|投资|资金|补助/.test(words)
    );
  });
  const topic = captionTopic(view.caption, view.plan.meta.region);
  const years = said.flatMap((i) => view.columns[i]?.year ?? []);
  // 2022年 | 2023年 | 合计.
  const sums = years.length > 1 ? numbers.filter((i) => SUM_COLUMN.test(view.columns[i]?.words ?? '')) : [];
  const found: TargetCandidate[] = [];
  for (const row of view.rows) {
    const named = row.cells[place];
    if (!named || row.sum === 'subtotal') continue;
    const total = row.sum === 'total' || /^(?:合计|总计|全[省市州县区])/.test(named.text);
    if (named.text === '' && !total) continue;
    for (const column of said.length > 0 ? [...said, ...sums] : numbers) {
      const cell = row.cells[column];
      const head = view.columns[column];
      const value = cell && !row.shared(column) ? cellValue(cell.text) : undefined;
      const what = head && taskOf(head.words, topic);
      if (!value || !head || !what) continue;
      const own = row.cells.findIndex((c) => c.text !== '');
      found.push(
        sizeTarget(view, row, [named.text === '' ? own : place, column], {
          ...value,
          indicator: (total ? what : named.text + what) + (sums.includes(column) ? '合计' : ''),
          unit: sizeUnit(view, column, value.unit) || (sums.includes(column) ? sharedUnit(view, said) : ''),
          year: head.year ?? (sums.includes(column) ? Math.max(...years) : (view.years?.to ?? null)),
        }),
      );
    }
  }
  return found;
}

/** What a column counts: its words, or what the caption is about where they say no more than 任务数. */
function taskOf(words: string, topic: string): string {
  if (BARE.test(words)) return topic;
  // A head over several columns: 建设任务 | 高标准农田.
  const task = words
    .replace(/^(?:建设|年度|工作|目标)*(?:任务|目标|计划)(?:数|量)?(?=[\u4e00-\u9fff]{2})/, '')
    .replace(TASK_TAIL, '');
  return task.length >= 2 ? task : topic;
}

/** Whether the rows of a table are years and its columns what is measured. */
export function yearColumn(view: TableView): number {
  const column = view.columns.findIndex((c) => c.kind !== 'index');
  if (column < 0 || view.barred || view.review || columnsOfKind(view, 'label').some((i) => i !== column)) return -1;
  const cells = view.rows.filter((row) => row.sum === null).map((row) => row.cells[column]?.text ?? '');
  const years = cells.filter((cell) => yearOfRow(cell) !== null).length;
  return years > 1 && years === cells.length ? column : -1;
}

function yearOfRow(cell: string): number | null {
  const { span, rest } = namedYears(cell);
  return span && /^[()（）年末底目标计划值完成实际预计基期现状]*$/.test(rest) ? span.to : null;
}

/** 年份 | 新增就业(万人) | 培训(人次), a year a row: a record for each column and each year of the plan. */
export function yearRowTargets(view: TableView): TargetCandidate[] {
  const column = yearColumn(view);
  if (column < 0) return [];
  // Where the document names no year at all, the caption has to say that the rows are of the time to come.
  const unsaid = /目标|任务|计划/.test(view.caption) ? 0 : Number.POSITIVE_INFINITY;
  const first = Math.max(view.plan.firstYear ?? unsaid, view.plan.writtenYear ?? 0);
  const measured = view.columns.flatMap((c, i) =>
    i !== column && /^(?:size|value|label|change|other|content)$/.test(c.kind) && c.words.length >= 2 ? [i] : [],
  );
  const numeric = measured.filter((i) => {
    const cells = view.rows.flatMap((row) => row.cells[i]?.text || []);
    return cells.length > 1 && cells.every((cell) => NUMBER_CELL.test(cell));
  });
  const isPast = (row: RowView): boolean => {
    const text = row.cells[column]?.text ?? '';
    return (yearOfRow(text) ?? 0) < first || /完成|实际|现状|基期/.test(text);
  };
  return view.rows.flatMap((row) => {
    const year = yearOfRow(row.cells[column]?.text ?? '');
    if (year === null || row.sum !== null || isPast(row)) return [];
    return numeric.flatMap((i) => {
      const found = yearTarget(view, row, column, i, year);
      if (!found) return [];
      const base = view.rows.findLast((r) => isPast(r) && (yearOfRow(r.cells[column]?.text ?? '') ?? year) < year);
      const value = base ? cellValue(base.cells[i]?.text ?? '') : undefined;
      const from = base ? yearOfRow(base.cells[column]?.text ?? '') : null;
      return [{ ...found, fields: { ...found.fields, baseline: value ? { value: value.value, year: from } : null } }];
    });
  });
}

function yearTarget(
  view: TableView,
  row: RowView,
  named: number,
  column: number,
  year: number,
): TargetCandidate | undefined {
  const head = view.columns[column];
  const cell = row.cells[column];
  const value = cell ? cellValue(cell.text) : undefined;
  if (!head || !value) return undefined;
  const unit = sizeUnit(view, column, value.unit);
  const change = value.change ?? (head.kind === 'change' ? 'increase' : null);
  return {
    fields: {
      class: change === null && isMade(head.words, unitKind(unit)) ? 'output' : 'outcome',
      indicator: head.words,
      comparator: value.comparator,
      value: value.value,
      valueMax: value.valueMax,
      unit,
      change,
      per: null,
      year,
      baseline: null,
      binding: null,
      modality: null,
      horizon: horizonOf(view, year),
    },
    rule: 'table',
    cell: cell?.start ?? 0,
    ...placeOf(view, row.cells[named] ?? { text: '', start: 0, end: 0 }),
    ...stretchOf(row, [named, column]),
    unpaired: undefined,
    time: undefined,
  };
}
