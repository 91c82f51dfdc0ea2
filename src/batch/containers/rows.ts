import { Buffer } from 'node:buffer';
import { type AnyDiagnostic, diagnostic, InputError } from '../../core/diagnostic.js';
import type { Facts } from '../../index.js';
import { type Columns, chooseColumns, type Values } from './columns.js';
import type { ContainerOptions, Member } from './member.js';

/** A row of a corpus, or what is wrong with it. `name`: its number. */
export type Row =
  | { readonly name: string; readonly values: Values; readonly told?: readonly AnyDiagnostic[] }
  | { readonly name: string; readonly failure: AnyDiagnostic };

/** Rows that show what the columns hold: so many, or so many characters. */
const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 4 * 1024 * 1024;

/** The first rows, and an iterator that goes on behind them. */
export async function sampleOf(rows: AsyncIterable<Row>): Promise<{ sample: Row[]; rest: AsyncIterator<Row> }> {
  const rest = rows[Symbol.asyncIterator]();
  const sample: Row[] = [];
  let characters = 0;
  while (sample.length < SAMPLE_ROWS && characters < SAMPLE_CHARACTERS) {
    const next = await rest.next();
    if (next.done) break;
    sample.push(next.value);
    if ('values' in next.value) for (const text of next.value.values.values()) characters += text.length;
  }
  return { sample, rest };
}

function valuesOf(sample: readonly Row[]): Values[] {
  return sample.flatMap((row) => ('values' in row ? [row.values] : []));
}

/**
 * The documents of a corpus, one a row.
 * @param told what was found when the file was decoded; the first document carries it.
 * @throws InputError where the columns hold no text, before the first row is given.
 */
export async function rowMembers(
  rows: AsyncIterable<Row>,
  options: ContainerOptions,
  told: readonly AnyDiagnostic[] = [],
): Promise<AsyncIterable<Member>> {
  const { sample, rest } = await sampleOf(rows);
  return membersOfRows(sample, rest, chooseColumns(valuesOf(sample), options.textColumn), told);
}

async function* membersOfRows(
  sample: readonly Row[],
  rest: AsyncIterator<Row>,
  columns: Columns,
  told: readonly AnyDiagnostic[],
): AsyncGenerator<Member> {
  let first = [...told, ...columns.told];
  const next = (row: Row): Member => {
    const member = memberOf(row, columns);
    if (!('bytes' in member) || first.length === 0) return member;
    const whole = { ...member, told: [...first, ...(member.told ?? [])] };
    first = [];
    return whole;
  };
  for (const row of sample) yield next(row);
  for (let row = await rest.next(); !row.done; row = await rest.next()) yield next(row.value);
}

function memberOf(row: Row, columns: Columns): Member {
  if ('failure' in row) return row;
  const { name, values, told } = row;
  // NULs are left where a program was stopped while it wrote; they would pass for a binary file.
  const text = values.get(columns.text)?.replaceAll('\0', '') ?? '';
  if (text.trim() === '') return { name, skipped: `nothing in the column "${columns.text}"` };
  const facts = factsOf(values, columns);
  return {
    name,
    bytes: Buffer.from(text),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(told === undefined ? {} : { told }),
    encoding: 'utf-8',
  };
}

function factsOf(values: Values, columns: Columns): Facts {
  const first = (names: readonly string[], fits: (text: string) => boolean): string | undefined =>
    names.map((name) => values.get(name)?.trim() ?? '').find((text) => text !== '' && fits(text));
  const title = first(columns.title, (text) => text.length <= 500);
  const publishedOn = first(columns.publishedOn, (text) => /\d/.test(text));
  const url = first(columns.url, (text) => /^(?:(?:https?:)?\/\/|www\.)\S+$/i.test(text));
  return {
    ...(title === undefined ? {} : { title }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(url === undefined ? {} : { url }),
  };
}

export function damaged(kind: string, problem: string): InputError {
  return new InputError(diagnostic('corpus/damaged', 'error', { kind, problem }));
}
