import type { NumberFound, TimeFound, TokenFound } from '../schema/explanation.js';
import type { Document, Target } from '../schema/model.js';
import { columnsOf, cutTo, type Paper, paragraph, type Span, visible } from './paper.js';

type Style = NonNullable<Span['style']>;

const COMPARED: { readonly [C in Target['comparator']]: string } = {
  eq: '',
  ge: 'at least ',
  gt: 'more than ',
  le: 'at most ',
  lt: 'less than ',
  approx: 'about ',
  range: '',
};

/** A number with its unit: Latin signs stand apart from it as they would in a sentence. */
export function amountText(value: number, valueMax: number | null, unit: string): string {
  if (unit === '∶' && valueMax !== null) return `${value}∶${valueMax}`;
  return `${value}${valueMax === null ? '' : ` to ${valueMax}`}${/^[A-Za-z]/.test(unit) ? ' ' : ''}${visible(unit)}`;
}

function numberText({ read }: NumberFound): string {
  if (read === null) return '';
  const measures = read.unit === '' ? '' : ` (${read.measures})`;
  return `${COMPARED[read.comparator]}${amountText(read.value, read.valueMax, read.unit)}${measures}`;
}

const RECURRING: { readonly [name: string]: string } = {
  yearly: 'every year',
  quarterly: 'every quarter',
  monthly: 'every month',
  termly: 'every term',
  weekly: 'every week',
  daily: 'every day',
};

/** `2021-01-01 to 2025-12-31`, `every year, until 09-30`. */
export function daysText(from: string | null, to: string | null, recurring: string | null): string {
  const day = (date: string): string => date.replace(/^--/, '');
  const days = from && to ? `${day(from)} to ${day(to)}` : to ? `until ${day(to)}` : from ? `from ${day(from)} on` : '';
  const often = recurring === null ? '' : (RECURRING[recurring] ?? recurring);
  return [often, days].filter(Boolean).join(', ');
}

function timeText({ read }: TimeFound): string {
  const days = daysText(read.from, read.to, read.recurring);
  const known = days || (read.year === null ? '' : String(read.year));
  const notes = [
    ...(read.relative ? ['from a day that is not named'] : []),
    ...(read.implied ? ['year not said'] : []),
    ...(read.status ? ['a state'] : []),
  ];
  return [known, ...notes].filter(Boolean).join(', ');
}

const STYLES: { readonly [F in TokenFound['fate']]: Style } = {
  target: 'green',
  deadline: 'green',
  baseline: 'cyan',
  rejected: 'yellow',
  unread: 'red',
  none: 'dim',
};

/** The records of a document by their ids, for what they are called. */
function namesIn(document: Document): (id: string) => string {
  const targets = new Map(document.targets.map(({ id, indicator }) => [id, indicator]));
  return (id) => {
    const name = targets.get(id);
    return name === undefined ? id : `${id} ${visible(cutTo(name, 40))}`;
  };
}

function numberFate(token: NumberFound, named: (id: string) => string): string {
  const { fate, records, rule, why } = token;
  if (fate === 'target') return `${records.map(named).join(', ')} (rule ${rule})`;
  if (fate === 'baseline')
    return records.length > 0 ? `where ${records.map(named).join(', ')} starts from` : 'where something starts from';
  if (fate === 'none') return `no quantity: ${why}`;
  if (fate === 'rejected') return `no target: ${why}`;
  return `not read: ${why}${rule === null ? '' : ` (rule ${rule})`}`;
}

function timeFate({ records, binds, why, read }: TimeFound): string {
  const due = records.length > 0 ? records.join(', ') : why === null ? '' : `no deadline: ${why}`;
  const years = binds.length > 0 ? `gives ${read.year ?? 'the year'} to ${binds.join(', ')}` : '';
  return [due, years].filter(Boolean).join('; ');
}

/** The text of a line with its numbers and times in the colours of what became of them. */
export function colouredLine(text: string, start: number, tokens: readonly TokenFound[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const token of tokens) {
    if (token.start - start < from) continue;
    spans.push({ text: visible(text.slice(from, token.start - start)) });
    spans.push({ text: visible(token.text), style: STYLES[token.fate] });
    from = token.end - start;
  }
  return [...spans, { text: visible(text.slice(from)) }];
}

/** Nothing is set out farther than this many columns. */
const WIDEST = 28;

/** One row a token: as printed, as read, and what became of it. */
export function tokenRows(tokens: readonly TokenFound[], document: Document, paper: Paper): string {
  const named = namesIn(document);
  const rows = tokens.map((token) => ({
    style: STYLES[token.fate],
    printed: visible(token.text),
    read: token.kind === 'number' ? numberText(token) : timeText(token),
    became: token.kind === 'number' ? numberFate(token, named) : timeFate(token),
  }));
  const width = (list: readonly string[]): number => Math.min(WIDEST, Math.max(0, ...list.map(columnsOf)));
  const first = width(rows.map(({ printed }) => printed));
  const second = width(rows.map(({ read }) => read));
  return rows
    .map(({ style, printed, read, became }) =>
      paragraph(
        [
          { text: '  ' },
          { text: printed, style },
          { text: `${padding(printed, first)}  ${read}${padding(read, second)}  ` },
          { text: became, style },
        ],
        6,
        paper,
      ),
    )
    .join('');
}

/** Blanks that fill a text up to so many columns. */
export const padding = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - columnsOf(text)));
