import type { Paper } from './paper.js';

/** What a check or a validation has found, in the form that every kind of report is made of. */
export interface Finding {
  /** What was asked of the file: `check/missing`, `validate/evidence`. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  /** The file as people gave it, with `/`. */
  readonly file: string;
  /** The place in the file, 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** The place in the data, where lines say nothing: `targets/12/value`, `sheet targets, cell G7`. */
  readonly place?: string;
  /**
   * One line: what is wrong, what was expected; what mends it. Without numbers of lines: reports know a finding again by
   * its rule, file, place and message.
   */
  readonly message: string;
  /** More lines for people: a diff, the sentence. */
  readonly details?: readonly string[];
}

/** One thing that was looked at: a fixture, a file. It is well where none of its findings is an error. */
export interface Checked {
  /** Its name, unique in a run: the folder or file as people gave it, with `/`. */
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Instead of `ok` where it is well: what was done with it. */
  readonly state?: string;
}

/** What a finding's `rule` means. */
export interface Rule {
  readonly id: string;
  readonly level: Finding['level'];
  /** One sentence. */
  readonly summary: string;
}

/** What a report is of. */
export interface ReportAbout {
  readonly command: 'check' | 'validate';
  /** Of this program. */
  readonly version: string;
  /** Those that findings may have, in the order in which a report lists them. */
  readonly rules: readonly Rule[];
}

/** What a report needs of the world around it. */
export interface ReportTools {
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly hash: (text: string) => string;
  /** Only text has colours; none where nobody sees them. */
  readonly paint?: Paper['paint'];
}

/** What is said at the end: lines for people, and the same as data. */
export interface ReportEnd {
  readonly lines: readonly string[];
  readonly data: { readonly [name: string]: unknown };
}

/** A report that is being written: the text that each thing adds, and the text at the end; together they are the report. */
export interface ReportWriting {
  readonly add: (checked: Checked) => string;
  readonly end: (end: ReportEnd) => string;
}

export const isWell = ({ findings }: Checked): boolean => findings.every(({ level }) => level !== 'error');

/** What was checked and how it went, in numbers. */
export interface Tally {
  checked: number;
  failed: number;
  errors: number;
  warnings: number;
  notes: number;
}

export const noTally = (): Tally => ({ checked: 0, failed: 0, errors: 0, warnings: 0, notes: 0 });

/** Count one more. */
export function tally(sum: Tally, checked: Checked): void {
  sum.checked++;
  if (!isWell(checked)) sum.failed++;
  for (const { level } of checked.findings) sum[`${level}s`]++;
}
