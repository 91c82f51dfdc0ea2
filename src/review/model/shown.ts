import type { Target } from '../../schema/model.js';

/** How a value is compared, as signs that need no language. */
const SIGNS = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', approx: '≈ ', range: '' } as const;

/** `≥ 95`, `30–40`: a value with its sign, without its unit. */
export function shownValue(comparator: Target['comparator'], value: number, valueMax: number | null): string {
  return valueMax === null ? `${SIGNS[comparator]}${value}` : `${SIGNS[comparator]}${value}–${valueMax}`;
}

/** The printed unit right behind its value: `95%`, `12 个`. */
export const withUnit = (value: string, unit: string): string =>
  unit === '' || /^[%‰％℃]/.test(unit) ? `${value}${unit}` : `${value} ${unit}`;
