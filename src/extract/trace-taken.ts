import { PROPERTY_CELL } from '../lexicon/tables.js';
import type { RecordFound } from '../schema/explanation.js';
import type { Taken } from './candidates.js';
import { clauseIndex } from './places.js';
import { cellValue } from './tables/cell-value.js';
import { rowYear } from './tables/times.js';
import type { TimeToken } from './tokens/times.js';
import type { Trace, TracedTarget } from './trace.js';
import type { CellPlace } from './trace-cells.js';

type Told = RecordFound['taken'];
type Fields = TracedTarget['given']['fields'];
type Field = keyof Fields;

/** What a target took from elsewhere than the words around its value. */
export function takenByTarget(traced: TracedTarget, place: CellPlace | undefined): Told {
  const { given, stated } = traced;
  if (place && given.cell !== undefined) return takenByColumns(given.fields, place);
  const byRow = (['indicator', 'year'] as Taken['field'][]).filter(
    (field) => given.fields[field] !== stated.fields[field],
  );
  const taken: Taken[] = [
    // What the row of a table said is stronger than what the sentence gave.
    ...(given.taken ?? []).filter(({ field }) => !byRow.includes(field)),
    ...byRow.map((field) => ({
      field,
      from: field === 'year' ? 'the time that its row gives' : 'the name of its row',
    })),
  ];
  return [...taken, ...horizonFrom(given.fields)].map(({ field, from }) => ({
    field,
    value: printedValue(given.fields, field),
    from,
  }));
}

/** Where the year comes from that a value without one is meant for. */
const HORIZON_FROM: { readonly [basis in NonNullable<Fields['horizon']>['basis']]: string } = {
  sentence: 'the sentence',
  table: 'the caption or the row of the table',
  heading: 'a heading above',
  document: 'the period or the title of the plan',
};

function horizonFrom({ year, horizon }: Fields): { field: Field; from: string }[] {
  return year === null && horizon ? [{ field: 'horizon', from: HORIZON_FROM[horizon.basis] }] : [];
}

function printedValue(fields: Fields, field: Field): string {
  const value = fields[field];
  if (field === 'baseline' && fields.baseline)
    return `${fields.baseline.value}${fields.baseline.year === null ? '' : ` (${fields.baseline.year})`}`;
  if (field === 'horizon' && fields.horizon) return String(fields.horizon.year);
  return value === null ? 'none' : String(value);
}

function takenByColumns(fields: Fields, place: CellPlace): Told {
  const { view, row, column, cell } = place;
  const head = (at: number): string => `the head of its column “${view.table.header[at] ?? ''}”`;
  const taken: { field: Field; from: string }[] = [];
  if (fields.year !== null) taken.push({ field: 'year', from: yearFrom(fields.year, place, head) });
  taken.push(...horizonFrom(fields));
  if (fields.unit !== '' && !cell.text.includes(fields.unit)) {
    const other = row.cells.findIndex((c, i) => i !== column && c.text.includes(fields.unit));
    const own = view.columns[column]?.unit === fields.unit;
    const named = view.columns[other]?.kind === 'unit' ? 'the column of units' : 'the name of the row';
    taken.push({ field: 'unit', from: own ? head(column) : other >= 0 ? named : 'the rows or the caption above' });
  }
  if (fields.baseline) {
    const { value } = fields.baseline;
    const at = row.cells.findIndex((c, i) => i !== column && cellValue(c.text)?.value === value);
    taken.push({ field: 'baseline', from: at >= 0 ? `the column “${view.table.header[at] ?? ''}”` : 'a row above' });
  }
  if (fields.binding)
    taken.push({
      field: 'binding',
      from: row.cells.some(({ text }) => PROPERTY_CELL.test(text))
        ? 'its column in the table'
        : 'the row above the group',
    });
  return taken.map(({ field, from }) => ({ field, value: printedValue(fields, field), from }));
}

function yearFrom(year: number, { view, row, column, cell }: CellPlace, head: (at: number) => string): string {
  if (cell.text.includes(String(year))) return 'the cell itself';
  if (view.columns[column]?.year === year) return head(column);
  if (rowYear(view, row) === year) return 'the time that its row gives';
  if (row.cells.some(({ text }) => text.includes(String(year)))) return 'the name of its row';
  return 'the caption of the table';
}

/** What a deadline took from elsewhere: the year that its expression does not say. */
export function takenByDeadline(trace: Trace, index: number): Told {
  const found = trace.deadlines[index];
  if (!found || trace.ofColumns(found)) return [];
  const { end, start, text } = found.fields;
  const year = /^\d{4}/.exec(end ?? start ?? '')?.[0];
  if (year === undefined || /(?:19|20)\d{2}|[一二][〇零○一二三四五六七八九]{3}|十[一二三四五六七]五/.test(text))
    return [];
  const earlier = timeBefore(trace, found.line, found.at, Number(year));
  const from = earlier
    ? `“${earlier.text}” before it`
    : /今|本|当年|年内|明年/.test(text)
      ? 'the year that the heading, the title or the date of writing gives'
      : 'the heading, the title or the date of writing: the expression does not say it';
  return [{ field: 'year', value: year, from }];
}

/** The time before one that says no year, whose year it has. */
function timeBefore(trace: Trace, line: number, at: number, year: number): TimeToken | undefined {
  const view = trace.viewsOf(line).find((v) => v.line.start <= at && at < v.line.end);
  const before = view?.times.findLast((time) => view.line.start + time.start < at && !time.implied);
  return before?.year === year && /\d{4}/.test(before.text) ? before : undefined;
}

/** The words of a clause that a place of a line stands in; null where nothing is read in clauses there. */
export function clauseAt(trace: Trace, line: number, at: number): string | null {
  const view = trace.viewsOf(line).find((v) => v.line.start <= at && at < v.line.end);
  if (!view) return null;
  const place = at - view.line.start;
  const clause = view.clauses[clauseIndex(view.clauses, place, place + 1)];
  return clause ? view.line.text.slice(Math.max(clause.start, view.bodyStart), clause.end).trim() : null;
}
