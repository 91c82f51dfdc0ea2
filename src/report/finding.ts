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
  /** One line: what is wrong, what was expected; what mends it. */
  readonly message: string;
  /** More lines for people: a diff, the sentence. */
  readonly details?: readonly string[];
}
