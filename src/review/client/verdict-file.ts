import type { Reviewed, Verdict, Verdicts } from '../../schema/verdicts.js';
import { RECORD_KINDS } from './records.js';

/*
 * The file of verdicts that the page writes and reads: `src/schema/verdicts.ts`. It is checked by hand here, for the
 * models would make the page several times as large.
 */

const VERDICTS_SCHEMA = 'gongwen/verdicts@1';

const VERDICTS: readonly unknown[] = ['accepted', 'rejected', 'corrected'] satisfies Verdict['verdict'][];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isVerdict(value: unknown): value is Verdict {
  if (!isObject(value)) return false;
  const { kind, id, verdict, record, correction, note } = value;
  return (
    (RECORD_KINDS as readonly unknown[]).includes(kind) &&
    typeof id === 'string' &&
    VERDICTS.includes(verdict) &&
    isObject(record) &&
    (correction === undefined || isObject(correction)) &&
    (note === undefined || typeof note === 'string')
  );
}

/** What is wrong with a file of verdicts: a word of the page with its values. */
export class VerdictFileError extends Error {
  constructor(
    readonly word: string,
    readonly values: readonly (string | number)[] = [],
  ) {
    super(word);
  }
}

/** A list of verdicts as it was kept; null where it is none. */
export function verdictsIn(value: unknown): Verdict[] | null {
  return Array.isArray(value) && value.every(isVerdict) ? value : null;
}

/**
 * Read a file of verdicts.
 * @throws VerdictFileError that says what is wrong with it.
 */
export function parseVerdicts(text: string): Verdicts {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new VerdictFileError('import.noJson');
  }
  if (!isObject(value) || value.schema !== VERDICTS_SCHEMA) throw new VerdictFileError('import.noVerdicts');
  if (!Array.isArray(value.documents)) throw new VerdictFileError('import.noVerdicts');
  for (const [i, one] of value.documents.entries()) {
    const fine =
      isObject(one) &&
      typeof one.path === 'string' &&
      typeof one.sha256 === 'string' &&
      /^[0-9a-f]{64}$/.test(one.sha256) &&
      verdictsIn(one.verdicts) !== null;
    if (!fine) throw new VerdictFileError('import.badDocument', [i + 1]);
  }
  return value as unknown as Verdicts;
}

/** The bytes of a file of verdicts. */
export function verdictsText(documents: readonly Reviewed[]): string {
  return `${JSON.stringify({ schema: VERDICTS_SCHEMA, documents } as Verdicts, null, 2)}\n`;
}
