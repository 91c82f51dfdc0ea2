import type { Buffer } from 'node:buffer';
import { diagnostic, InputError } from '../../core/diagnostic.js';
import { isTextName, textColumns, type Values } from './columns.js';
import { toUtf8 } from './decoded.js';
import { elements, onlyValue } from './json-elements.js';
import { behindValue, lines, parseSpan, type Span, skipBlanks } from './json-values.js';
import type { ContainerOptions, Member } from './member.js';
import { ownJson, ownOutput } from './own-output.js';
import { damaged, type Row, rowMembers, sampleOf } from './rows.js';

/** Objects in objects that columns are made of, and in which the rows of an interface's answer are looked for. */
const DEPTH = 6;
/** Lines that show whether each holds one object. */
const PROBED = 10;
/** Rows of a list that show whether it holds texts. */
const WEIGHED = 200;

/** The documents of JSON or JSONL; null where the bytes are neither. */
export async function jsonMembers(
  bytes: Uint8Array,
  kind: 'object' | 'objects' | 'array',
  options: ContainerOptions,
): Promise<AsyncIterable<Member> | null> {
  const { bytes: utf8, told } = await toUtf8(bytes, options.encoding);
  if (kind === 'array' && !(await isArray(utf8))) return null;
  return rowMembers(await someRead(rowsOf(utf8, kind === 'object')), options, told);
}

function rowsOf(bytes: Buffer, isObject: boolean): AsyncIterable<Row> {
  const from = skipBlanks(bytes, 0);
  if (!isObject) return fromValues(bytes, from);
  if (isLines(bytes)) return fromLines(bytes);
  const only = onlyValue(bytes, from);
  return only ? ofList(rowsIn(bytes, only)) : fromValues(bytes, from);
}

/** An array of texts or of arrays: only where it is whole, for a text may begin like one. */
async function isArray(bytes: Buffer): Promise<boolean> {
  const from = skipBlanks(bytes, 0);
  const end = behindValue(bytes, from);
  if (end < 0 || skipBlanks(bytes, end) < bytes.length) return false;
  const { sample } = await sampleOf(fromValues(bytes, from));
  return sample.every((row) => 'values' in row);
}

/** Whether each line holds an object of its own; bad lines among them are the exception. */
function isLines(bytes: Buffer): boolean {
  let [whole, broken] = [0, 0];
  for (const { span } of lines(bytes)) {
    const from = skipBlanks(bytes, span[0]);
    if (from >= span[1]) continue;
    const read = parseSpan(bytes, [from, span[1]]);
    if ('value' in read && typeof read.value === 'object' && read.value !== null) whole++;
    else broken++;
    if (whole + broken >= PROBED) break;
  }
  return whole > 1 && whole >= broken;
}

/** Rows, if one of the first can be read at all. */
async function someRead(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const { sample, rest } = await sampleOf(rows);
  const [first] = sample;
  if (first && 'failure' in first && sample.every((row) => 'failure' in row)) {
    const isOwn = first.failure.code === 'input/own-output';
    throw isOwn ? new InputError(first.failure) : damaged('JSON', 'none of its first rows can be read');
  }
  return (async function* () {
    yield* sample;
    for (let row = await rest.next(); !row.done; row = await rest.next()) yield row.value;
  })();
}

async function* ofList(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function* fromLines(bytes: Buffer): AsyncGenerator<Row> {
  for (const { number, span } of lines(bytes)) {
    if (skipBlanks(bytes, span[0]) < span[1]) yield rowOf(bytes, span, String(number));
  }
}

async function* fromValues(bytes: Buffer, at: number): AsyncGenerator<Row> {
  for (const element of elements(bytes, at)) {
    const { name } = element;
    yield 'value' in element ? toRow(element.value, name) : bad(name, element.problem);
  }
}

function rowOf(bytes: Buffer, [from, to]: Span, name: string): Row {
  const read = parseSpan(bytes, [skipBlanks(bytes, from), to]);
  return 'value' in read ? toRow(read.value, name) : bad(name, read.problem);
}

function bad(name: string, problem: string): Row {
  return { name, failure: diagnostic('corpus/bad-row', 'error', { problem }) };
}

function toRow(value: unknown, name: string): Row {
  const own = ownJson(value);
  return own ? { name, failure: ownOutput(own).diagnostic } : { name, values: flat(value) };
}

/** A value as columns: objects in objects as `data.content`, the cells of an array by their numbers from 1. */
function flat(value: unknown): Values {
  const columns = new Map<string, string>();
  const put = (inner: unknown, name: string, depth: number): void => {
    const text = cellOf(inner);
    if (text !== undefined) columns.set(name, text);
    else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && depth < DEPTH) {
      for (const [key, own] of Object.entries(inner)) put(own, name === '' ? key : `${name}.${key}`, depth + 1);
    }
  };
  if (Array.isArray(value)) {
    for (const [i, cell] of value.entries()) put(cell, String(i + 1), 1);
  } else put(value, typeof value === 'object' ? '' : '1', 0);
  return columns;
}

/** What stands in a cell; paragraphs of a text as lines. Undefined for what is no cell. */
function cellOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '';
  const isTexts = Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
  return isTexts ? value.join('\n') : undefined;
}

/**
 * The rows of one object: those of the array in it that holds texts (`{ "data": { "list": […] } }`, the answer of an
 * interface), or the object itself where it has a text of its own.
 */
function rowsIn(bytes: Buffer, span: Span): Row[] {
  if (span[1] <= span[0]) throw damaged('JSON', 'it ends in the middle');
  const read = parseSpan(bytes, span);
  if ('problem' in read) throw damaged('JSON', read.problem);
  const own = ownJson(read.value);
  if (own) throw ownOutput(own);
  const self = flat(read.value);
  const texts = textColumns([self], [...self.keys()]);
  if (texts.some((column) => isTextName(column))) return [{ name: '1', values: self }];
  const lists = listsIn(read.value, DEPTH).map((list) => list.map((value, i) => toRow(value, String(i + 1))));
  const weight = (rows: readonly Row[]): number => {
    const own = rows.slice(0, WEIGHED).flatMap((row) => ('values' in row ? [row.values] : []));
    const columns = [...new Set(own.flatMap((row) => [...row.keys()]))];
    return textColumns(own, columns).length > 0 ? rows.length : 0;
  };
  const best = lists.map((rows) => ({ rows, weight: weight(rows) })).sort((a, b) => b.weight - a.weight)[0];
  return best && best.weight > 0 ? best.rows : [{ name: '1', values: self }];
}

/** Arrays of objects in an object, outer ones first. */
function listsIn(value: unknown, depth: number): unknown[][] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const inner = Object.values(value);
  if (Array.isArray(value)) return [];
  const lists = inner.filter(
    (own): own is unknown[] => Array.isArray(own) && own.some((row) => typeof row === 'object' && row !== null),
  );
  return [...lists, ...inner.flatMap((own) => listsIn(own, depth - 1))];
}
