import { toBase } from '../lexicon/base-units.js';
import type { Statement } from './model.js';
import { byUnits } from './places.js';

/** The power of ten that a unit is of its base; null for one that is no such power (斤, 成 are, 公斤 is). */
function powerOf(unit: string): { readonly base: string; readonly power: number } | null {
  const base = toBase(1, unit);
  if (!base) return null;
  const [digits, exponent] = base.valueBase.toExponential().split('e');
  return digits === '1' ? { base: base.unitBase, power: Number(exponent) } : null;
}

/** value × 10^power, exact as the decimal that is printed. */
const shifted = (value: number, power: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
};

/** 亿立方米 rather than 亿m³: the base has its common name. */
const isCommon = (unit: string): boolean => unit.endsWith(powerOf(unit)?.base ?? '');

/** The unit that most plans print, of those into which others can be brought. */
export function rowUnit(statements: readonly Statement[]): string {
  const plans = new Map<string, Set<string>>();
  for (const { target, compared } of statements) {
    const unit = target.unit.replace('％', '%');
    plans.set(unit, (plans.get(unit) ?? new Set()).add(compared.id));
  }
  const order = [...plans].sort(
    ([a, m], [b, n]) =>
      n.size - m.size || Number(isCommon(b)) - Number(isCommon(a)) || a.length - b.length || byUnits(a, b),
  );
  return (order.find(([unit]) => powerOf(unit)) ?? order[0])?.[0] ?? '';
}

export interface InUnit {
  readonly value: number;
  readonly valueMax: number | null;
  readonly baseline: number | null;
  readonly unit: string;
}

/** The numbers of a target in a unit where that is exact; else as printed, with their own. */
export function inUnit({ target }: Statement, unit: string): InUnit {
  const { value, valueMax, valueBase, valueMaxBase, unitBase, baseline, baselineValueBase } = target;
  const printed = { value, valueMax, baseline: baseline?.value ?? null, unit: target.unit.replace('％', '%') };
  if (printed.unit === unit) return printed;
  const wanted = powerOf(unit);
  if (!wanted || valueBase === null || wanted.base !== unitBase) return printed;
  const lost = (whole: number | null, base: number | null): boolean => whole !== null && base === null;
  if (lost(valueMax, valueMaxBase) || lost(printed.baseline, baselineValueBase)) return printed;
  const brought = (base: number | null): number | null => (base === null ? null : shifted(base, -wanted.power));
  return {
    value: shifted(valueBase, -wanted.power),
    valueMax: brought(valueMaxBase),
    baseline: brought(baselineValueBase),
    unit,
  };
}

/** Whether values of one unit can be given in another without a loss. */
export function canBring(from: string, to: string): boolean {
  const [a, b] = [powerOf(from), powerOf(to)];
  return from === to || (a !== null && b !== null && a.base === b.base);
}
