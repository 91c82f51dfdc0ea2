import type { Fields } from '../../report/expectation.js';
import type { RecordKind } from './view.js';

/** How a field of a correction is filled in. */
export type FieldForm =
  | {
      readonly name: string;
      readonly form: 'text' | 'long' | 'list' | 'number' | 'year' | 'date' | 'switch' | 'baseline';
    }
  | { readonly name: string; readonly form: 'choice'; readonly options: readonly string[] };

/** Where a field has no value, in a choice. */
export const NOTHING = '';

const choice = (name: string, ...options: readonly string[]): FieldForm => ({ name, form: 'choice', options });
const field = (name: string, form: Exclude<FieldForm['form'], 'choice'> = 'text'): FieldForm => ({ name, form });

/** The fields that a person may correct: those that an expectation compares, without what follows from other records. */
export const CORRECTABLE: { readonly [K in RecordKind]: readonly FieldForm[] } = {
  targets: [
    field('indicator'),
    choice('comparator', 'eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'),
    ...[field('value', 'number'), field('valueMax', 'number'), field('unit'), field('year', 'year')],
    field('baseline', 'baseline'),
    choice('class', 'outcome', 'output', 'norm'),
    choice('change', NOTHING, 'increase', 'decrease'),
    choice('per', NOTHING, 'year', 'month', 'week', 'day', 'term'),
    choice('binding', NOTHING, 'binding', 'expected'),
    ...[field('ledBy', 'list'), field('section'), field('quote', 'long')],
  ],
  deadlines: [
    ...[field('text'), field('start', 'date'), field('end', 'date')],
    choice('recurring', NOTHING, 'yearly', 'half-yearly', 'quarterly', 'monthly', 'termly', 'weekly', 'daily'),
    ...[field('task', 'long'), field('ledBy', 'list'), field('section'), field('quote', 'long')],
  ],
  responsibilities: [
    choice('style', 'bracket', 'body'),
    ...[field('leads', 'list'), field('partners', 'list'), field('implied', 'list'), field('open', 'switch')],
    ...[field('duty', 'long'), field('section'), field('quote', 'long')],
  ],
};

/** Fields whose text may not be empty. */
const NEEDED: ReadonlySet<string> = new Set(['indicator', 'text', 'task', 'quote']);
/** Texts that are null where there is nothing; the others are empty. */
const NULLABLE: ReadonlySet<string> = new Set(['duty', 'start', 'end']);

/** What a form shows of a value. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'object') {
    const { value: amount, year } = value as { value: number; year: number | null };
    return year === null ? String(amount) : `${amount} (${year})`;
  }
  return String(value);
}

/** A value out of a form, or the word of the page that says what is wrong with it. */
export type FilledIn = { readonly value: unknown } | { readonly problem: string };

function numberIn(text: string): number | null {
  const bare = text.replace(/[,，\s]/g, '');
  return /^[-+−]?\d+(?:\.\d+)?$/.test(bare) ? Number(bare.replace('−', '-')) : null;
}

function yearIn(text: string): number | null {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
  return year >= 1900 && year <= 2200 ? year : null;
}

function baselineIn(text: string): FilledIn {
  const parts = /^([^()]+)(?:\((\d{4})年?\))?$/.exec(text.trim());
  const value = numberIn(parts?.[1] ?? '');
  if (value === null) return { problem: 'problem.baseline' };
  if (parts?.[2] === undefined) return { value: { value, year: null } };
  const year = yearIn(parts[2]);
  return year === null ? { problem: 'problem.year' } : { value: { value, year } };
}

/** Read what a person has filled into a field. */
export function filledIn({ name, form }: FieldForm, text: string): FilledIn {
  const trimmed = text.trim();
  if (form === 'list')
    return {
      value: trimmed
        .split(/[\n、;；,，]/)
        .map((part) => part.trim())
        .filter(Boolean),
    };
  if (form === 'switch') return { value: trimmed === 'true' };
  if (trimmed === '') {
    if (NEEDED.has(name) || name === 'value') return { problem: 'problem.empty' };
    return { value: form === 'text' && !NULLABLE.has(name) ? '' : NULLABLE.has(name) || form !== 'long' ? null : '' };
  }
  // Digits come in full width where people write Chinese.
  const narrow = trimmed.normalize('NFKC');
  if (form === 'number') {
    const value = numberIn(narrow);
    return value === null ? { problem: 'problem.number' } : { value };
  }
  if (form === 'year') {
    const value = yearIn(narrow);
    return value === null ? { problem: 'problem.year' } : { value };
  }
  if (form === 'date') return isDay(narrow) ? { value: narrow } : { problem: 'problem.date' };
  if (form === 'baseline') return baselineIn(narrow);
  return { value: trimmed };
}

/** Whether there is such a day: `2025-12-31`, or `--02-29` of any year. */
function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const whole = `${year === '-' ? '2024' : year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}

/** A field that does not go with the others, and the word of the page that says why. */
export interface Discord {
  readonly name: string;
  readonly problem: string;
}

const ONE_SIDED: readonly unknown[] = ['ge', 'gt', 'le', 'lt'];
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function targetDiscord({ comparator, value, valueMax }: Fields): Discord | null {
  const missing = comparator === 'range' && valueMax === null;
  if (missing || (valueMax !== null && Number(valueMax) <= Number(value)))
    return { name: 'valueMax', problem: 'problem.range' };
  if (valueMax !== null && ONE_SIDED.includes(comparator)) return { name: 'valueMax', problem: 'problem.oneSided' };
  return null;
}

function deadlineDiscord({ start, end }: Fields): Discord | null {
  // `--06-30` is of every year, and a span of those may run over the turn of the year.
  const dated = [start, end].every((date) => typeof date === 'string' && !date.startsWith('-'));
  return dated && String(end) < String(start) ? { name: 'end', problem: 'problem.order' } : null;
}

function unitsDiscord({ leads, partners, implied, open }: Fields): Discord | null {
  const units = [leads, partners, implied].flatMap(listOf);
  if (units.length === 0 && open !== true) return { name: 'leads', problem: 'problem.nobody' };
  const name = (['leads', 'partners', 'implied'] as const).find((role, i, roles) => {
    const before = roles.slice(0, i).flatMap((own) => listOf({ leads, partners, implied }[own]));
    const own = listOf({ leads, partners, implied }[role]);
    return new Set(own).size < own.length || own.some((unit) => before.includes(unit));
  });
  return name ? { name, problem: 'problem.twice' } : null;
}

/**
 * What in a filled-in record cannot be: no record could ever be found like that, and its check would never hold.
 * @param chains of the sections that there are.
 */
export function discordIn(kind: RecordKind, fields: Fields, chains: ReadonlySet<string>): Discord | null {
  if (fields.section !== '' && !chains.has(String(fields.section)))
    return { name: 'section', problem: 'problem.section' };
  if (kind === 'targets') return targetDiscord(fields);
  return kind === 'deadlines' ? deadlineDiscord(fields) : unitsDiscord(fields);
}

/** Whether two values of a field say the same; what is left out of a record is nothing. */
function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): unknown =>
    value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? null : value;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** The fields that are to be otherwise than they were found. */
export function correctionOf(found: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(found[name], value)));
}
