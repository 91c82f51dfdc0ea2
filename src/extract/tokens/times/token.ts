/** An expression of time in a line. Offsets count in the line; dates are ISO, `--MM-DD` where they recur. */
export interface TimeToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The span opens here, only where the expression itself opens one. */
  readonly from: string | null;
  /** The last day that satisfies it. */
  readonly to: string | null;
  /** The calendar year that it binds; the last one of a span. */
  readonly year: number | null;
  readonly recurring: 'yearly' | 'half-yearly' | 'quarterly' | 'monthly' | 'termly' | 'weekly' | 'daily' | null;
  /** 到 X / X前 / X底前: a limit; otherwise a time at which something happens. */
  readonly limit: boolean;
  /** Says since or until when something has been so (截至, 以来), or what it is compared with (比2020年). */
  readonly status: boolean;
  /** 3—5年内, 今后五年, 春节前: a day that the expression does not name. */
  readonly relative: boolean;
  /** The year is not said (6月底前, 上半年): the document's. */
  readonly implied: boolean;
}

/** What a document tells about time. */
export interface TimeContext {
  /** Stands for 今年. */
  readonly year: number | null;
  /** The years of the plan, for 规划期末 and 三年行动期间. */
  readonly period?: { readonly from: number; readonly to: number } | null | undefined;
  /** The day of writing, where nothing else gives the year: a month without a year is not before it. */
  readonly since?: string | null | undefined;
}

/** Lines that show what a reader of tokens takes, and what only looks like it: `text from..to [recurring]` each. */
export interface TimeExample {
  readonly text: string;
  readonly gives: readonly string[];
}

/** A token of a stretch of a line. */
export function tokenOf(line: string, start: number, end: number, said: Partial<TimeToken>): TimeToken {
  // Every token has the same fields in the same order: objects of one shape are quick to make and to read.
  return {
    from: said.from ?? null,
    to: said.to ?? null,
    year: said.year ?? null,
    recurring: said.recurring ?? null,
    limit: said.limit ?? false,
    status: said.status ?? false,
    relative: said.relative ?? false,
    implied: said.implied ?? false,
    text: line.slice(start, end),
    start,
    end,
  };
}

/** What a sticky pattern finds at a place. */
export function matchAt(pattern: RegExp, line: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(line);
}
