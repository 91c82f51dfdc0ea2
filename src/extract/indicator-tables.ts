import { NUMBER_CELL, PROPERTY_CELL } from '../lexicon/tables.js';
import { unitKind } from '../lexicon/units.js';
import type { RawCell, RawRow, RawTable } from '../structure/raw-table.js';
import type { PlanContext } from './context.js';
import { fold } from './fold.js';
import { isMade } from './refine/standing.js';
import type { TargetCandidate } from './targets.js';
import { findQuantities } from './tokens/quantities.js';
import { findTimes, planPeriod } from './tokens/times.js';

/** What a column of an indicator table holds. */
type Column =
  | { readonly kind: 'label' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'unit' }
  | { readonly kind: 'property' }
  | { readonly kind: 'other' };

/** The targets that an indicator table states: a record for each row and each year of the plan in its head. */
export function tableTargets(plan: PlanContext, table: RawTable): TargetCandidate[] {
  const columns = table.header.map((name) => columnOf(name));
  const years = columns.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
  const last = Math.max(...years, 0);
  const base = plan.firstYear ?? last;
  const goals = columns.map((c) => c.kind === 'year' && (c.year >= base || years.length === 1) && !isPastTable(table));
  if (last === 0 || !goals.some(Boolean)) return [];
  const found: TargetCandidate[] = [];
  let group = '';
  let unit = '';
  let inside = false;
  for (const row of table.rows) {
    const label = labelOf(row, columns);
    if (!label) continue;
    const values = row.cells.filter((cell, i) => columns[i]?.kind === 'year' && cell.text !== '');
    if (values.length === 0) {
      group = label.text;
      unit = '';
      continue;
    }
    const name = indicatorName(label.text);
    // A part of the row above (其中:…) is measured as that row is, and so are the parts beside it.
    inside = !name.unit && (inside || /^其中/.test(label.text));
    unit = name.unit || cellAt(row, columns, 'unit')?.text || (inside ? unit : '');
    columns.forEach((column, i) => {
      const cell = row.cells[i];
      if (column.kind !== 'year' || !goals[i] || !cell) return;
      const candidate = cellTarget(plan, table, {
        row,
        columns,
        cell,
        label,
        group,
        name: name.name,
        unit,
        year: column.year,
      });
      if (candidate) found.push(candidate);
    });
  }
  return found;
}

function isPastTable(table: RawTable): boolean {
  return /完成情况|实施情况|现状|十[二三]五/.test(table.title) && !/十[四五六]五/.test(table.title);
}

function columnOf(name: string): Column {
  const year = Number(/((?:19|20)\d{2})/.exec(name)?.[1]) || planPeriod(name)?.to;
  if (/年均|增速|增长|累计|变化/.test(name)) return { kind: 'other' };
  if (year) return { kind: 'year', year };
  if (/^(?:单位|计量单位)/.test(name)) return { kind: 'unit' };
  if (/属性|性质/.test(name)) return { kind: 'property' };
  if (/指标|项目|名称|类别|分类|目标|内容/.test(name)) return { kind: 'label' };
  return { kind: 'other' };
}

function labelOf(row: RawRow, columns: readonly Column[]): RawCell | undefined {
  const labels = row.cells.filter(
    (cell, i) => columns[i]?.kind === 'label' && cell.text !== '' && !/^\d{1,3}$/.test(cell.text),
  );
  return (
    labels.at(-1) ??
    row.cells.find((cell, i) => columns[i]?.kind === 'other' && cell.text !== '' && !NUMBER_CELL.test(cell.text))
  );
}

function cellAt(row: RawRow, columns: readonly Column[], kind: Column['kind']): RawCell | undefined {
  return row.cells.find((_, i) => columns[i]?.kind === kind);
}

/** 毛入园率(%) → the name and its unit; 其中: goes. */
export function indicatorName(label: string): { name: string; unit: string } {
  const text = label.replace(/^其中[:：]?/, '').replace(/^[#\d.、]+\s*/, '');
  const unit = /[(（]([^()（）]{1,14})[)）]?$/.exec(text)?.[1] ?? '';
  const isUnit =
    /^(?:[%％‰]|.{0,3}(?:人|名|所|个|张|亿|万|元|米|亩|吨|公顷|岁|年|件|户|辆|次|项|家|千瓦|克|升|天|小时|倍|[:：])|.*\/.*|个百分点|万[\u4e00-\u9fff]{1,4}|亿[\u4e00-\u9fff]{1,4}|[a-zA-Z]{1,4})$/.test(
      unit,
    );
  return isUnit
    ? { name: text.slice(0, text.search(/[(（][^()（）]*[)）]?$/)).trim(), unit }
    : { name: text, unit: '' };
}

interface CellInput {
  readonly row: RawRow;
  readonly columns: readonly Column[];
  readonly cell: RawCell;
  readonly label: RawCell;
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly year: number;
}

function cellTarget(plan: PlanContext, table: RawTable, input: CellInput): TargetCandidate | undefined {
  const { row, columns, cell, label, group, name, unit, year } = input;
  const quantity = quantityOf(cell.text);
  if (!quantity || /^[[［]/.test(cell.text)) return undefined;
  const baseline = columns
    .map((column, i) => ({ column, value: quantityOf(row.cells[i]?.text ?? '') }))
    .find(({ column }) => column.kind === 'year' && column.year < year && column.year < (plan.firstYear ?? year));
  const property = row.cells.find((c) => PROPERTY_CELL.test(c.text))?.text;
  const ambiguous = /^(?:在校生|在校学生|巩固率|毛入学率|总量|数量|规模|面积|人数)/.test(name) && group !== '';
  const filled = row.cells.filter((c) => c.text !== '' && c.start >= label.start);
  const end = Math.max(...filled.map((c) => c.end));
  const section = plan.structure.sectionAt(table.firstLine);
  return {
    fields: {
      class: isMade(name, unitKind(unit || quantity.unit)) ? 'output' : 'outcome',
      indicator: ambiguous ? group + name : name,
      comparator: quantity.comparator,
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: unit || quantity.unit,
      change: null,
      per: null,
      year,
      baseline:
        baseline?.value && baseline.column.kind === 'year'
          ? { value: baseline.value.value, year: baseline.column.year }
          : null,
      binding: property ? (/约束/.test(property) ? 'binding' : 'expected') : null,
      modality: null,
      horizon: { year, basis: 'table' },
    },
    rule: 'table',
    line: lineOf(plan, label.start),
    section: section?.id ?? null,
    start: label.start,
    end,
    unpaired: undefined,
    time: undefined,
  };
}

/** The one number of a cell; undefined where it holds none or several. */
export function quantityOf(
  text: string,
):
  | { value: number; valueMax: number | null; unit: string; comparator: TargetCandidate['fields']['comparator'] }
  | undefined {
  const folded = fold(text).trim();
  const negative = /^-\d/.test(folded);
  const positive = negative ? folded.slice(1) : folded;
  const found = findQuantities(positive, findTimes(positive, { year: null }));
  const [only] = found.length === 1 ? found : [];
  return only && negative ? { ...only, value: -only.value } : only;
}

function lineOf(plan: PlanContext, offset: number): number {
  return plan.structure.lines.find((line) => line.start <= offset && offset <= line.end)?.number ?? 1;
}
