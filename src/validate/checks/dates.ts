import { type Fault, numberOf, type StoredRecord, shown, textOf } from '../record.js';

const fault = (field: string, message: string, level: Fault['level'] = 'error'): Fault => ({
  rule: 'validate/date',
  level,
  field,
  message,
});

const DATE_FIELDS = ['writtenOn', 'publishedOn', 'start', 'end'] as const;
const YEAR_FIELDS = ['year', 'horizonYear', 'baselineYear', 'periodFrom', 'periodTo'] as const;
/** Years that plans speak of; others are slips of a digit. */
const YEARS = { from: 1949, to: 2100 } as const;
/** A leap year, for days that recur every year. */
const ANY_YEAR = '2024';
const DATE = /^(\d{4}|-)-(\d{2})-(\d{2})$/;

/** Whether there is such a day; one that recurs needs to be there in one year. */
export function isDay(date: string): boolean {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return false;
  const full = `${year === '-' ? ANY_YEAR : year}-${month}-${day}`;
  const time = Date.parse(full);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === full;
}

function* days(record: StoredRecord): Generator<Fault> {
  for (const field of DATE_FIELDS) {
    const date = textOf(record, field);
    if (date === undefined || !DATE.test(date)) continue;
    if (!isDay(date)) yield fault(field, `is "${date}"; there is no such day`);
    else if (/^\d/.test(date) && (Number(date.slice(0, 4)) < YEARS.from || Number(date.slice(0, 4)) > YEARS.to))
      yield fault(field, `is "${date}"; expected a year from ${YEARS.from} to ${YEARS.to}`, 'warning');
  }
  for (const field of YEAR_FIELDS) {
    const year = numberOf(record, field);
    if (year !== undefined && (year < YEARS.from || year > YEARS.to))
      yield fault(field, `is ${year}; expected a year from ${YEARS.from} to ${YEARS.to}`, 'warning');
  }
}

const inYear = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year));

/** 2030年前 ends with 2029; a school year or a winter with the next. */
function mayEndIn(year: number, text: string): boolean {
  const years = inYear(text);
  if (years.length === 0 || years.includes(year)) return true;
  if (/前/.test(text) && years.includes(year + 1)) return true;
  return /学年|学期|冬|季|寒假|跨|年内|个月|周年|次年|翌年|第二年/.test(text) && years.includes(year - 1);
}

function* deadline(record: StoredRecord): Generator<Fault> {
  const [start, end, text] = [textOf(record, 'start'), textOf(record, 'end'), textOf(record, 'text')];
  // What recurs may run over the end of the year: --11-01 to --03-31.
  const full = (date: string | undefined): date is string => date !== undefined && /^\d/.test(date) && isDay(date);
  if (full(start) && full(end) && start > end) yield fault('end', `is "${end}", before the start "${start}"`);
  if (text === undefined || !full(end)) return;
  if (!mayEndIn(Number(end.slice(0, 4)), text))
    yield fault('end', `is "${end}"; its text is ${shown(text)}, which names ${inYear(text).join(', ')}`, 'warning');
}

function* target(record: StoredRecord): Generator<Fault> {
  const [year, horizon] = [numberOf(record, 'year'), numberOf(record, 'horizonYear')];
  if (year !== undefined && horizon !== undefined && year !== horizon)
    yield fault('horizonYear', `is ${horizon}; the year is ${year}, expected the same`);
  if (year !== undefined && record.get('horizonYear') === null)
    yield fault('horizonYear', `is empty; the year is ${year}, expected the same`);
  const [due, base] = [year ?? horizon, numberOf(record, 'baselineYear')];
  if (due !== undefined && base !== undefined && base >= due)
    yield fault('baselineYear', `is ${base}; expected a year before that of the target, ${due}`, 'warning');
  if (base !== undefined && record.get('baselineValue') === null)
    yield fault('baselineValue', `is empty; the baseline has the year ${base}, expected its value`);
}

/** Dates that there are, in their order, and years that agree. */
export function* dates(record: StoredRecord): Generator<Fault> {
  yield* days(record);
  if (record.kind === 'deadlines') yield* deadline(record);
  if (record.kind === 'targets') yield* target(record);
  if (record.kind !== 'documents') return;
  const [from, to] = [numberOf(record, 'periodFrom'), numberOf(record, 'periodTo')];
  if (from !== undefined && to !== undefined && from > to)
    yield fault('periodTo', `is ${to}, before the beginning of the period, ${from}`);
  if ((from === undefined) !== (to === undefined)) {
    const [field, other] = from === undefined ? (['periodFrom', to] as const) : (['periodTo', from] as const);
    if (record.get(field) === null)
      yield fault(field, `is empty; the period has the year ${other}, expected both years`);
  }
}
