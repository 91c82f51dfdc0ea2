import { isUnitName } from './units.js';

/*
 * Which units are brought to one, so that values of different plans stand in one column.
 * - 万, 亿, 千, 百 before a unit go into the number: 1.63万人 → 16300 人, 3亿元 → 300000000 元.
 * - Names of the same unit become one: 千米 and km → 公里, ㎡ and 平米 → 平方米, 度 → 千瓦时, 个百分点 → 百分点.
 * - Multiples that are exact: 兆瓦 → 千瓦, 斤 and 公斤 of a harvest → 吨, 成 → %.
 * - A unit that counts per something (元/亩, 公斤/亩) keeps that something as printed, and its 斤 becomes 公斤: a yield
 *   in tons per 亩 is nobody's figure. 件/万人 and 吨标准煤/万元 are rates of their own and keep their 万.
 * Everything else stays: 亩 is no hectare here, 米 no 公里, ‰ no %, 天 no 日; measure words (所, 个, 名) are not merged.
 */

/** Another name or an exact multiple of a base unit: 1 of it is `times` × 10^`power` of the base. */
interface Multiple {
  readonly base: string;
  readonly times: number;
  readonly power: number;
}

const same = (base: string, names: string, power = 0, times = 1): [string, Multiple][] =>
  names.split(' ').map((name) => [name, { base, times, power }]);

const MULTIPLES: ReadonlyMap<string, Multiple> = new Map([
  ...same('公里', '千米 km KM'),
  ...same('平方米', '㎡ m2 m² 平米'),
  ...same('平方公里', 'km2 km² 平方千米'),
  ...same('立方米', 'm3 m³'),
  ...same('吨', 't'),
  ...same('吨', '公斤 千克 kg', -3),
  ...same('吨', '斤', -4, 5),
  ...same('吨标准煤', '吨标煤 tce'),
  ...same('千瓦', 'kW'),
  ...same('千瓦', '兆瓦 MW', 3),
  ...same('千瓦', '吉瓦 GW', 6),
  ...same('千瓦时', '度 千瓦小时 kWh'),
  ...same('千瓦时', '兆瓦时 MWh', 3),
  ...same('千瓦时', '吉瓦时 GWh', 6),
  ...same('千瓦时', 'TWh', 9),
  ...same('标准箱', '标箱 TEU'),
  ...same('PFLOPS', 'PFlops'),
  ...same('PFLOPS', 'EFLOPS EFlops', 3),
  ...same('Mbps', 'Gbps', 3),
  ...same('%', '％'),
  ...same('%', '成', 1),
  ...same('百分点', '个百分点'),
  ...same('基点', '个基点'),
  ...same('小时', '个小时'),
  ...same('工作日', '个工作日'),
  ...same('学期', '个学期'),
]);
/** Before a stroke masses are small. */
const MULTIPLES_PER: ReadonlyMap<string, Multiple> = new Map([
  ...MULTIPLES,
  ...same('吨', '吨'),
  ...same('公斤', '千克 公斤 kg'),
  ...same('公斤', '斤', -1, 5),
]);

const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** value × times × 10^power, exact as the decimal that is printed. */
function scaled(value: number, times: number, power: number): number {
  if (times === 1 && power === 0) return value;
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', part = ''] = digits.split('.');
  const mantissa = BigInt(whole + part) * BigInt(times);
  return Number(`${mantissa}e${Number(exponent) - part.length + power}`);
}

interface Parsed {
  readonly base: string;
  readonly times: number;
  readonly power: number;
}

/** The numerator of a unit: 万千瓦 is 万 and 千瓦, 千人 is 千 and 人, 千瓦 is a unit by itself. */
function numerator(unit: string, multiples: ReadonlyMap<string, Multiple>): Parsed {
  let power = 0;
  let rest = unit;
  for (;;) {
    const known = multiples.get(rest);
    if (known) return { base: known.base, times: known.times, power: power + known.power };
    const more = POWERS[rest[0] ?? ''];
    if (more === undefined || /^(?:千[瓦克米]|百分)/.test(rest)) return { base: rest, times: 1, power };
    power += more;
    rest = rest.slice(1);
  }
}

function parse(unit: string): Parsed | null {
  const plain = unit.replace(/％/g, '%').replace(/／/g, '/');
  if (!isUnitName(plain)) return null;
  const stroke = plain.search(/[/·•每]/);
  // /10万 and 1/10万 are rates of their own.
  if (stroke === 0 || /^\d/.test(plain)) return { base: plain, times: 1, power: 0 };
  if (stroke < 0) return numerator(plain, MULTIPLES);
  const top = numerator(plain.slice(0, stroke), MULTIPLES_PER);
  return { ...top, base: top.base + plain.slice(stroke) };
}

/** A value in the base of its unit; null for what is no unit (a ratio's ∶, words). 3亿 without a unit has base ''. */
export function toBase(value: number, unit: string): { valueBase: number; unitBase: string } | null {
  const parsed = parse(unit);
  if (!parsed || !Number.isFinite(value)) return null;
  return { valueBase: scaled(value, parsed.times, parsed.power), unitBase: parsed.base };
}

/** What kind of thing a unit measures, so that 亩 is not taken for 吨. */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  mass: ['吨', '公斤', '克', '毫克', '吨标准煤'],
  area: ['亩', '公顷', '平方米', '平方公里', '亩次'],
  length: ['公里', '米', '厘米', '毫米', '车公里', '吨公里'],
  volume: ['立方米', '标准立方米', '升', '毫升'],
  power: ['千瓦'],
  energy: ['千瓦时'],
  computing: ['PFLOPS', 'EFLOPS'],
};
const dimensions = new Map(Object.entries(DIMENSIONS).flatMap(([kind, units]) => units.map((unit) => [unit, kind])));

/** The physical dimension of a unit as printed, by what stands before the stroke; null for counts, money, shares. */
export function dimensionOf(unit: string): string | null {
  const base = parse(unit)?.base.split(/[/·•每]/)[0] ?? '';
  return dimensions.get(base) ?? null;
}
