import { PROPERTY_CELL } from '../lexicon/tables.js';
import { unitKind } from '../lexicon/units.js';
import type { RawCell } from '../structure/raw-table.js';
import type { TargetCandidate } from './candidates.js';
import { nameOfChanging } from './phrase.js';
import { isMade } from './refine/standing.js';
import { type CellValue, cellValue } from './tables/cell-value.js';
import { type Base, type Goal, sidesOf } from './tables/goals.js';
import { type LabelName, labelName, lacks } from './tables/labels.js';
import { rowYear } from './tables/times.js';
import { columnsOfKind, horizonOf, placeOf, type RowView, stretchOf, type TableView } from './tables/view.js';

type Fields = TargetCandidate['fields'];

/** What the rows above say of a row. */
interface Above {
  group: string;
  groupUnit: string;
  unit: string;
  /** The row above that 其中 belongs to. */
  whole: string;
  inside: boolean;
  binding: Fields['binding'];
}

/** What a row itself says its values are measured in, and what the row says that it is a part of. */
interface Units {
  readonly own: string;
  readonly inherited: string;
}

interface Label extends LabelName {
  readonly cell: RawCell;
  readonly column: number;
  readonly group: string;
  /** The unit that the group's name gives. */
  readonly groupUnit: string;
}

/** The targets that an indicator table states: a record for each row and each of the plan's years in its head. */
export function indicatorTargets(view: TableView): TargetCandidate[] {
  const { goals, bases } = sidesOf(view);
  if (goals.length === 0 || isOfProjects(view)) return [];
  const repeated = repeatedNames(view);
  const above: Above = { group: '', groupUnit: '', unit: '', whole: '', inside: false, binding: null };
  const found: TargetCandidate[] = [];
  for (const row of view.rows) {
    if (namesGroup(view, row, above)) continue;
    if (row.sum !== null) continue;
    for (const goal of goals) {
      const label = labelOf(view, row, goal.column, above);
      if (!label) continue;
      const units = unitsOf(view, row, label, above);
      const candidate = rowTarget({ view, row, goal, bases, label, units, above, repeated });
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

/** 项目名称 | 2022年 | 2023年: money or steps of projects, not levels of indicators. */
function isOfProjects(view: TableView): boolean {
  const label = columnsOfKind(view, 'label').map((i) => view.columns[i]?.words ?? '');
  const stated = view.columns.some((c) => c.kind === 'value' && c.state === 'target');
  return (
    !stated && label.length > 0 && label.every((words) => /(?:项目|工程)名称|工程$|(?:建设|重点|重大)项目/.test(words))
  );
}

/** A row that has nothing but a name opens a group: its name, or the property that all rows below have. */
function namesGroup(view: TableView, row: RowView, above: Above): boolean {
  const named = row.cells.flatMap((cell, i) => {
    const kind = view.columns[i]?.kind ?? 'other';
    return cell.text === '' ? [] : [{ cell, names: /^(?:index|group|label|place|other|unit)$/.test(kind) }];
  });
  const words = named.filter(({ cell }) => !/^\d{1,3}$/.test(cell.text));
  if (named.some(({ names }) => !names) || words.length === 0) return false;
  const text = words.at(-1)?.cell.text ?? '';
  const property = /^[(（]?[一二三四五六七八九十\d]{0,2}[)）、.．]?\s*(约束性|预期性)(?:指标)?$/.exec(text)?.[1];
  if (property) above.binding = property === '约束性' ? 'binding' : 'expected';
  else ({ name: above.group, unit: above.groupUnit } = labelName(text));
  above.unit = '';
  above.inside = false;
  return true;
}

/** The last label in front of a goal; what stands in front of that groups it. */
function labelOf(view: TableView, row: RowView, goal: number, above: Above): Label | undefined {
  const text = (i: number): string => row.cells[i]?.text ?? '';
  const filled = columnsOfKind(view, 'group', 'label').filter((i) => text(i) !== '' && !/^\d{1,3}$/.test(text(i)));
  const labels = filled.filter((i) => view.columns[i]?.kind === 'label' || isSplitLabel(view, i));
  const before = labels.filter((i) => i < goal);
  const column = before.at(-1) ?? labels[0];
  const cell = column === undefined ? undefined : row.cells[column];
  if (column === undefined || !cell) return undefined;
  const group = filled.filter((i) => i < column && !/^其中[:：]?$/.test(text(i))).at(-1);
  const part = filled.some((i) => i < column && /^其中[:：]?$/.test(text(i)));
  const name = labelName(cell.text);
  const named = group === undefined ? undefined : labelName(text(group));
  return {
    ...name,
    part: name.part || part,
    cell,
    column,
    group: named?.name ?? above.group,
    groupUnit: named?.unit ?? above.groupUnit,
  };
}

/** A head over two columns: where the second is empty, the first is the label. */
function isSplitLabel(view: TableView, column: number): boolean {
  const { header } = view.table;
  return header[column] !== '' && header[column] === header[column + 1];
}

function repeatedNames(view: TableView): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const labels = columnsOfKind(view, 'label');
  for (const row of view.rows)
    for (const i of labels) {
      const name = labelName(row.cells[i]?.text ?? '').name;
      if (seen.has(name) && row.own(i)) repeated.add(name);
      seen.add(name);
    }
  return repeated;
}

/** The unit of a row: in its label, in its column, in the head, of the row that it is a part of, of the whole table. */
function unitsOf(view: TableView, row: RowView, label: Label, above: Above): Units {
  const [unitColumn] = columnsOfKind(view, 'unit');
  const cell = unitColumn === undefined ? '' : (row.cells[unitColumn]?.text ?? '').replace(/^[-—–/]+$/, '');
  // A part of the row above (其中:…) is measured as that row is, and so are the parts beside it.
  above.inside = !label.unit && (above.inside || label.part);
  if (!above.inside) above.whole = label.name;
  const own = label.unit || cell;
  const inherited = (above.inside ? above.unit : '') || label.groupUnit;
  above.unit = own || inherited;
  return { own, inherited };
}

function unitOf({ view, goal, label, units }: Input, measure: Goal['measure']): string {
  const { own, inherited } = units;
  const head = view.columns[goal.column]?.unit ?? '';
  if (measure === 'annual' || measure === 'change') return head || (/^[%％‰]$/.test(own) ? own : '');
  return (
    own ||
    (view.columns[goal.column]?.kind === 'change' ? '' : head) ||
    inherited ||
    (/[率比]$|占比|比重|比例/.test(label.name) ? '' : view.unit)
  );
}

interface Input {
  readonly view: TableView;
  readonly row: RowView;
  readonly goal: Goal;
  readonly bases: readonly Base[];
  readonly label: Label;
  readonly units: Units;
  readonly above: Above;
  readonly repeated: ReadonlySet<string>;
}

function rowTarget(input: Input): TargetCandidate | undefined {
  const { view, row, goal, label, above } = input;
  const cell = row.cells[goal.column];
  // One value that spans several rows is of none of them alone.
  if (!cell || row.shared(goal.column)) return undefined;
  const value = cellValue(cell.text);
  if (!value) return undefined;
  const measure = measureOf(view, goal, value);
  const levels =
    !goal.total &&
    view.columns.some((c, i) => c.kind === 'value' && i < goal.column && cellValue(row.cells[i]?.text ?? ''));
  // Beside the level itself a sum of its changes says nothing new.
  if (measure === 'sum' && view.columns[goal.column]?.kind === 'change' && levels) return undefined;
  const year = value.year ?? goal.year ?? rowYear(view, row) ?? captionYear(view);
  if (year !== null && year < (view.plan.firstYear ?? 0)) return undefined;
  const change = changeOf(label.name, measure, value);
  const named = change ? nameOfChanging(label.name) || label.name : label.name;
  const full = fullName(named, label, above, input.repeated);
  if (full === '') return undefined;
  const indicator = `${goal.part}${full}${goal.suffix}${goal.total ? '合计' : ''}`;
  const unit = joinedUnit(unitOf(input, measure), value.unit).replace('％', '%');
  const columns = [label.column, ...columnsOfKind(view, 'unit', 'value', 'change', 'property'), goal.column];
  return {
    fields: {
      class: change === null && isMade(indicator, unitKind(unit)) ? 'output' : 'outcome',
      indicator,
      comparator: value.comparator,
      value: change && value.value < 0 ? -value.value : value.value,
      valueMax: value.valueMax,
      unit,
      change,
      per: measure === 'annual' || (/年均|每年/.test(label.name) && unitKind(unit) !== 'rate') ? 'year' : null,
      year,
      baseline: measure === 'level' || measure === 'sum' ? baselineOf(input, year) : null,
      binding: bindingOf(row) ?? above.binding,
      modality: null,
      horizon: horizonOf(view, year),
    },
    rule: 'table',
    cell: cell.start,
    ...placeOf(view, label.cell),
    ...stretchOf(
      row,
      columns.filter((i) => (row.cells[i]?.start ?? 0) >= label.cell.start),
    ),
    unpaired: undefined,
    time: undefined,
  };
}

function captionYear(view: TableView): number | null {
  return view.years && view.years.to >= (view.plan.firstYear ?? 0) ? view.years.to : null;
}

/** What a cell's value is: 年均 and [ ] in the cell say it against the column. */
function measureOf(view: TableView, goal: Goal, value: CellValue): Goal['measure'] {
  if (value.annual) return 'annual';
  if (value.cumulative) return bracketsAreAnnual(view) ? 'annual' : 'sum';
  return goal.measure;
}

/** 注：[ ]内为年均数. */
function bracketsAreAnnual(view: TableView): boolean {
  const { lines } = view.plan.structure;
  for (let i = view.table.lastLine - 1; i < Math.min(lines.length, view.table.lastLine + 3); i++)
    if (/[[［〔【]\s*[\]］〕】][^。；;]{0,10}年均/.test(lines[i]?.text ?? '')) return true;
  return false;
}

/** 单位GDP能耗降低, GDP增长: the label says that its value is a change. 人口自然增长率 is a level. */
function changeOf(name: string, measure: Goal['measure'], value: CellValue): Fields['change'] {
  const falls = /(?:降低|下降|减少|降幅|压减|削减|消减)(?:率|幅度|比例)?$/.test(name);
  const rises = /(?:增长|增速|增幅|涨幅|提高|提升|增加|年均增长率)$/.test(name);
  if (falls) return 'decrease';
  if (value.change) return value.change;
  if (rises) return value.value < 0 ? 'decrease' : 'increase';
  if (measure !== 'annual' && measure !== 'change') return null;
  return value.value < 0 ? 'decrease' : 'increase';
}

function fullName(name: string, label: Label, above: Above, repeated: ReadonlySet<string>): string {
  const lacking = lacks(name);
  const whole = label.part && above.whole !== name && !lacks(above.whole) ? above.whole : label.group;
  // 其中：农村 below 自来水普及率: 农村自来水普及率; 巩固率 below 义务教育: 义务教育巩固率.
  if (lacking === 'measure') return whole === name ? name : name + whole;
  if (lacking === null && !repeated.has(label.name)) return name;
  return label.group === name ? name : label.group + name;
}

/** 万 behind the number belongs to the unit of its row: 5万 in a row of 人 are 万人. */
function joinedUnit(given: string, printed: string): string {
  if (/^[百千万亿]+$/.test(printed)) return given.startsWith(printed) ? given : printed + given;
  return printed && !/^[%％]$/.test(printed) ? printed : given || printed;
}

function baselineOf({ view, row, bases }: Input, year: number | null): Fields['baseline'] {
  const known = bases
    .filter((base) => base.year === null || year === null || base.year < year)
    .sort((a, b) => (b.year ?? 9999) - (a.year ?? 9999));
  for (const base of known) {
    const value = row.shared(base.column) ? undefined : cellValue(row.cells[base.column]?.text ?? '');
    if (value) return { value: value.value, year: base.year ?? baseYear(view) };
  }
  return null;
}

/** 以2020年为基期 in the caption. */
function baseYear(view: TableView): number | null {
  const found =
    /(?:基期|基准年|基年|现状)[^\d]{0,4}((?:19|20)\d{2})|((?:19|20)\d{2})年?[^\d]{0,2}(?:为)?(?:基期|基准年|基年|现状)/.exec(
      view.caption,
    );
  return Number(found?.[1] ?? found?.[2]) || null;
}

function bindingOf(row: RowView): Fields['binding'] {
  const cell = row.cells.find((c) => PROPERTY_CELL.test(c.text));
  return cell ? (/约束/.test(cell.text) ? 'binding' : 'expected') : null;
}
