import type { Cell } from '../columns.js';
import { type Doers, doersIn, type UnitRow, unitRows } from '../duties.js';
import type { Document } from '../model.js';
import { EVIDENCE, type Field, field, flatTable, type Placed, placed } from './fields.js';

interface Led {
  readonly responsibilities: readonly string[];
  readonly doers: Doers;
}

/** Most records have nobody: an empty cell, not an empty list. */
const orEmpty = (list: readonly string[]): Cell => (list.length > 0 ? list : null);

const LED: readonly Field<Placed<Led>>[] = [
  field('leads', '牵头单位', 'array', (r) => orEmpty(r.doers.leads)),
  field('partners', '配合单位', 'array', (r) => orEmpty(r.doers.partners)),
  field('responsibilities', '责任编号', 'array', (r) => orEmpty(r.responsibilities)),
];

function withDoers<R extends Omit<Led, 'doers'>>(document: Document, records: readonly R[]): (R & Led)[] {
  const doersOf = doersIn(document);
  return records.map((record) => ({ ...record, doers: doersOf(record) }));
}

export const targets = flatTable<Document['targets'][number] & Led>(
  { name: 'targets', zh: '目标', row: 'one value for one year', key: ['document', 'id'] },
  [
    field('id', '编号', 'string', (t) => t.id),
    field('class', '类别', 'string', (t) => t.class),
    field('indicator', '指标', 'string', (t) => t.indicator),
    field('indicatorId', '指标代码', 'string', (t) => t.indicatorId),
    field('comparator', '比较', 'string', (t) => t.comparator),
    field('value', '数值', 'number', (t) => t.value),
    field('valueMax', '数值上限', 'number', (t) => t.valueMax),
    field('unit', '单位', 'string', (t) => t.unit),
    field('valueBase', '换算值', 'number', (t) => t.valueBase),
    field('valueMaxBase', '换算值上限', 'number', (t) => t.valueMaxBase),
    field('unitBase', '换算单位', 'string', (t) => t.unitBase),
    field('change', '变化', 'string', (t) => t.change),
    field('per', '每', 'string', (t) => t.per),
    field('year', '年份', 'year', (t) => t.year),
    field('baselineValue', '基期值', 'number', (t) => t.baseline?.value ?? null),
    field('baselineYear', '基期年', 'year', (t) => t.baseline?.year ?? null),
    field('baselineValueBase', '基期换算值', 'number', (t) => t.baselineValueBase),
    field('binding', '属性', 'string', (t) => t.binding),
    field('modality', '语气', 'string', (t) => t.modality),
    field('horizonYear', '推定年份', 'year', (t) => t.horizon?.year ?? null),
    field('horizonBasis', '推定依据', 'string', (t) => t.horizon?.basis ?? null),
    field('deadline', '期限编号', 'string', (t) => t.deadline),
    ...LED,
    ...EVIDENCE,
  ],
  (document) => placed(document, withDoers(document, document.targets)),
);

export const deadlines = flatTable<Document['deadlines'][number] & Led>(
  { name: 'deadlines', zh: '期限', row: 'one date by which something is due', key: ['document', 'id'] },
  [
    field('id', '编号', 'string', (d) => d.id),
    field('text', '期限原文', 'string', (d) => d.text),
    // Not of type date: a date that recurs every year is written --MM-DD.
    { ...field('start', '起始', 'string', (d) => d.start), dated: true },
    { ...field('end', '截止', 'string', (d) => d.end), dated: true },
    field('recurring', '周期', 'string', (d) => d.recurring),
    field('task', '任务', 'string', (d) => d.task),
    ...LED,
    ...EVIDENCE,
  ],
  (document) => placed(document, withDoers(document, document.deadlines)),
);

export const responsibilities = flatTable<UnitRow>(
  { name: 'responsibilities', zh: '责任', row: 'one unit in one role of one statement', key: [] },
  [
    field('id', '编号', 'string', (r) => r.id),
    field('style', '形式', 'string', (r) => r.style),
    field('unit', '单位', 'string', (r) => r.unit?.name ?? null),
    field('role', '角色', 'string', (r) => r.unit?.role ?? null),
    field('fullName', '单位全称', 'string', (r) => r.unit?.fullName ?? null),
    field('unitId', '单位代码', 'string', (r) => r.unit?.unitId ?? null),
    field('level', '单位层级', 'string', (r) => r.unit?.level ?? null),
    field('place', '单位所在地', 'string', (r) => r.unit?.place ?? null),
    field('kind', '单位类型', 'string', (r) => r.unit?.kind ?? null),
    field('open', '另有其他单位', 'boolean', (r) => r.open),
    field('duty', '职责', 'string', (r) => r.duty),
    field('basis', '判定依据', 'string', (r) => r.basis),
    field('conventionQuote', '通则原句', 'string', (r) => r.convention?.quote ?? null),
    field('conventionLine', '通则行', 'integer', (r) => r.convention?.line ?? null),
    field('scopeStart', '范围起', 'integer', (r) => r.scope.start),
    field('scopeEnd', '范围止', 'integer', (r) => r.scope.end),
    ...EVIDENCE,
  ],
  (document) => placed(document, document.responsibilities.flatMap(unitRows)),
);
