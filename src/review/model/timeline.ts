import type { Deadline } from '../../schema/model.js';
import type { RecordPlace, Viewed } from './record.js';

/** A deadline on the timeline. Days are ISO dates, `--MM-DD` for those of every year. */
export interface TimelineItem extends RecordPlace {
  readonly deadline: Deadline;
  /** Null: open towards the past. */
  readonly from: string | null;
  /** Null: open towards the future. */
  readonly to: string | null;
}

interface TimelineQuarter {
  /** 1 to 4. */
  readonly quarter: number;
  readonly items: readonly TimelineItem[];
}

export interface TimelineYear {
  readonly year: number;
  readonly count: number;
  readonly quarters: readonly TimelineQuarter[];
}

/** All deadlines, each in exactly one of the lists. */
export interface Timeline {
  /** The years that the dated items touch; null where there are none. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** By the year and quarter in which they end; those that only begin, by their beginning. */
  readonly years: readonly TimelineYear[];
  readonly recurring: readonly TimelineItem[];
  readonly undated: readonly TimelineItem[];
}

const YEARLESS = /^--/;

const yearOf = (day: string): number => Number(day.slice(0, 4));
const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);
/** The day that an item is sorted by. */
const dueOf = ({ from, to }: TimelineItem): string => to ?? from ?? '';

const recurs = ({ recurring, start, end }: Deadline): boolean =>
  recurring !== null || YEARLESS.test(start ?? '') || YEARLESS.test(end ?? '');

/** Sorted by when they are due, then by when they begin, then as they stand. */
function byDue(items: readonly TimelineItem[]): TimelineItem[] {
  return [...items].sort((a, b) => order(dueOf(a), dueOf(b)) || order(a.from ?? '', b.from ?? ''));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function grouped(items: readonly TimelineItem[]): TimelineYear[] {
  const years = new Map<number, Map<number, TimelineItem[]>>();
  for (const item of byDue(items)) {
    const due = dueOf(item);
    const quarters = years.get(yearOf(due)) ?? new Map<number, TimelineItem[]>();
    years.set(yearOf(due), quarters);
    quarters.set(quarterOf(due), [...(quarters.get(quarterOf(due)) ?? []), item]);
  }
  return [...years].map(([year, quarters]) => ({
    year,
    count: [...quarters.values()].reduce((sum, list) => sum + list.length, 0),
    quarters: [...quarters].map(([quarter, list]) => ({ quarter, items: list })),
  }));
}

/** Deadlines of all documents in the order of time; those that recur and those without a date stand apart. */
export function timelineOf(documents: readonly Viewed[]): Timeline {
  const all = documents.flatMap(({ index, document }) =>
    document.deadlines.map(
      (deadline): TimelineItem => ({ index, id: deadline.id, deadline, from: deadline.start, to: deadline.end }),
    ),
  );
  const recurring = all.filter(({ deadline }) => recurs(deadline));
  const single = all.filter(({ deadline }) => !recurs(deadline));
  const dated = single.filter(({ from, to }) => from !== null || to !== null);
  const touched = dated.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)).map(yearOf);
  return {
    range: touched.length > 0 ? { from: touched.reduce(least), to: touched.reduce(most) } : null,
    years: grouped(dated),
    recurring: byDue(recurring),
    undated: single.filter(({ from, to }) => from === null && to === null),
  };
}

const least = (a: number, b: number): number => Math.min(a, b);
const most = (a: number, b: number): number => Math.max(a, b);

/** Days before each month in a year of 366 days. */
const BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335] as const;

/**
 * Where a day (`YYYY-MM-DD`, or `--MM-DD` in year 0) stands, in years and parts of them: 2025.5 is the middle of 2025.
 * @param end true for the end of that day, false for its beginning.
 */
export function placeOf(day: string, end: boolean): number {
  const [, month = '01', date = '01'] = /(\d{2})-(\d{2})$/.exec(day) ?? [];
  const year = YEARLESS.test(day) ? 0 : yearOf(day);
  return year + ((BEFORE[Number(month) - 1] ?? 0) + Number(date) - (end ? 0 : 1)) / 366;
}
