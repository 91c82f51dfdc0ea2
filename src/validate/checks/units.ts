import { toBase } from '../../lexicon/base-units.js';
import { type Fault, numberOf, type StoredRecord, shown, textOf } from '../record.js';

const fault = (field: string, message: string, level: Fault['level'] = 'error'): Fault => ({
  rule: 'validate/unit',
  level,
  field,
  message,
});

/** Values with the fields that hold them in the base of the unit. */
const BASES = [
  ['value', 'valueBase'],
  ['valueMax', 'valueMaxBase'],
  ['baselineValue', 'baselineValueBase'],
] as const;

/** Of shares no more than all can be had. Enrolment rates and rates of completion may be above 100. */
const SHARE =
  /(?:覆盖率|普及率|合格率|达标率|满意率|满意度|处置率|回收率|利用率|入户率|治愈率|比例|比重|占比|覆盖面|优良率|绿化率)$/;

/** What stands between the numbers of a ratio. */
const RATIO = /^[∶:：]$/;

/** Both are decimals as they are printed; a spreadsheet keeps fifteen digits of them. */
const areSame = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-13;

function* bases(record: StoredRecord, unit: string): Generator<Fault> {
  for (const [field, base] of BASES) {
    const [value, found] = [record.get(field), record.get(base)];
    if (value === undefined || found === undefined) continue;
    const wanted = typeof value === 'number' ? (toBase(value, unit)?.valueBase ?? null) : null;
    if (wanted === null ? found === null : typeof found === 'number' && areSame(found, wanted)) continue;
    const of = typeof value === 'number' ? `${field} ${value}${unit}` : `an empty ${field}`;
    yield fault(base, `is ${shown(found)}; ${of} gives ${wanted ?? 'an empty one'}`);
  }
  const [value, base] = [numberOf(record, 'value'), record.get('unitBase')];
  if (value === undefined || base === undefined) return;
  const wanted = toBase(value, unit)?.unitBase ?? null;
  // No unit and the empty one are one empty cell in a table.
  if ((base ?? '') !== (wanted ?? ''))
    yield fault('unitBase', `is ${shown(base)}; the unit ${shown(unit)} gives ${shown(wanted)}`);
}

function* range(record: StoredRecord): Generator<Fault> {
  const [comparator, value, most] = [record.get('comparator'), numberOf(record, 'value'), record.get('valueMax')];
  if (comparator === undefined || most === undefined || value === undefined) return;
  if (comparator === 'range' && most === null) yield fault('valueMax', 'is empty; a range has a highest value');
  if (typeof most !== 'number' || typeof comparator !== 'string') return;
  // The other side of a ratio: 1∶1, 4∶3.
  if (RATIO.test(textOf(record, 'unit') ?? '')) return;
  if (comparator !== 'range')
    yield fault('valueMax', `is ${most}; the comparator is ${comparator}, expected none but for a range`);
  else if (most <= value) yield fault('valueMax', `is ${most}; expected more than the value, ${value}`);
}

/** Values that agree with their unit and with each other. */
export function* units(record: StoredRecord): Generator<Fault> {
  if (record.kind !== 'targets') return;
  // In a table the empty unit is an empty cell.
  const unit = textOf(record, 'unit') ?? (record.get('unit') === null ? '' : undefined);
  if (unit !== undefined) yield* bases(record, unit);
  yield* range(record);
  const [indicator, value] = [textOf(record, 'indicator'), numberOf(record, 'value')];
  // What is suspect is told so already.
  if (unit !== '%' || value === undefined || indicator === undefined || record.get('suspect') || record.get('change'))
    return;
  if (value > 100 && SHARE.test(indicator))
    yield fault('value', `is ${value}%; ${shown(indicator)} is a share, expected 100 at most`, 'warning');
}
