/** Days of the calendar as ISO dates, both inclusive. Null where a side is open or no day is certain. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** No day that would not be invented. */
export const UNCERTAIN: Days = { from: null, to: null };

const two = (n: number): string => String(n).padStart(2, '0');

export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`;
}

export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** From the first day of a month to the last day of another of the same year. */
export function monthsOf(year: number, first: number, last = first): Days {
  return { from: isoDay(year, first, 1), to: isoDay(year, last, lastDay(year, last)) };
}

/** The ten days of a month that its part names; all of it without one. */
export function partOfMonth(year: number, month: number, part: string): Days {
  if (/上旬|初/.test(part)) return { from: isoDay(year, month, 1), to: isoDay(year, month, 10) };
  if (/中/.test(part)) return { from: isoDay(year, month, 11), to: isoDay(year, month, 20) };
  if (/下旬/.test(part)) return { from: isoDay(year, month, 21), to: isoDay(year, month, lastDay(year, month)) };
  return monthsOf(year, month);
}

/** 2月30日: the last day that there is. */
export function dayOfMonth(year: number, month: number, day: number): Days {
  const real = isoDay(year, month, Math.min(day, lastDay(year, month)));
  return { from: real, to: real };
}

/** Seasons as the school year has them; winter and its holidays lie in two years and are not certain. */
export function seasonOf(year: number, season: string): Days {
  if (season.startsWith('春')) return monthsOf(year, 3, 5);
  if (season.startsWith('夏')) return monthsOf(year, 6, 8);
  if (season.startsWith('暑')) return monthsOf(year, 7, 8);
  if (season.startsWith('秋')) return monthsOf(year, 9, 11);
  return UNCERTAIN;
}

/** Festivals of the solar calendar by month and day. Those of the lunar one have no day that a line gives. */
const FESTIVALS: readonly (readonly [RegExp, number, number])[] = [
  [/元旦/, 1, 1],
  [/五一|劳动节/, 5, 1],
  [/六一|儿童节/, 6, 1],
  [/七一|建党/, 7, 1],
  [/八一|建军/, 8, 1],
  [/教师节/, 9, 10],
  [/国庆|十一/, 10, 1],
];

export function festivalOf(year: number, name: string): Days {
  const found = FESTIVALS.find(([pattern]) => pattern.test(name));
  return found ? dayOfMonth(year, found[1], found[2]) : UNCERTAIN;
}
