import type { Known, KnownDocument, KnownSection } from '../known.js';
import { type Fault, numberOf, type StoredRecord, shown, textOf } from '../record.js';
import { beginsIn, isMarkedCut, lineOf, nearest, type SourceText, sameText, uncut } from '../source-text.js';

const error = (field: string, message: string): Fault => ({
  rule: 'validate/evidence',
  level: 'error',
  field,
  message,
});

/** Pairs of fields of which the first is before the second. */
const ORDERED = [
  ['quoteStart', 'quoteEnd'],
  ['scopeStart', 'scopeEnd'],
] as const;

function* order(record: StoredRecord): Generator<Fault> {
  for (const [from, to] of ORDERED) {
    const [start, end] = [numberOf(record, from), numberOf(record, to)];
    if (start === undefined || end === undefined) continue;
    // A statement may stand where there is nothing to govern.
    if (from === 'scopeStart' && start === end) continue;
    if (start >= end) yield error(to, `is ${end}; expected more than the start, ${start}`);
  }
  const [start, end] = [numberOf(record, 'sourceStart'), numberOf(record, 'sourceEnd')];
  if (start !== undefined && end !== undefined && start > end)
    yield error('sourceEnd', `is ${end}; expected no less than the start, ${start}`);
  if (record.kind === 'deadlines') return;
  const [from, to] = [numberOf(record, 'start'), numberOf(record, 'end')];
  if (from !== undefined && to !== undefined && from > to)
    yield error('end', `is ${to}; expected no less than the start, ${from}`);
  const [first, last] = [numberOf(record, 'line'), numberOf(record, 'lastLine')];
  if (first !== undefined && last !== undefined && first > last)
    yield error('lastLine', `is ${last}; expected no less than the first line, ${first}`);
}

function* length(record: StoredRecord): Generator<Fault> {
  const [start, end] = [numberOf(record, 'quoteStart'), numberOf(record, 'quoteEnd')];
  const quote = textOf(record, 'quote');
  if (start === undefined || end === undefined || quote === undefined || start >= end) return;
  if (quote.length !== end - start)
    yield error('quote', `has ${quote.length} characters; expected ${end - start}, from ${start} to ${end}`);
}

/** The sections that a record says it stands in. */
function sectionsOf(record: StoredRecord, document: KnownDocument): readonly KnownSection[] {
  const id = record.get('sectionId');
  if (typeof id === 'string') return [document.sections.get(id) ?? []].flat();
  const chain = record.get('section');
  return typeof chain === 'string' ? (document.chains.get(chain) ?? []) : [];
}

function holds({ start, end, line, lastLine }: KnownSection, record: StoredRecord): boolean {
  const [from, to] = [numberOf(record, 'quoteStart'), numberOf(record, 'quoteEnd')];
  if (from !== undefined && to !== undefined && start >= 0 && end >= 0 && (from < start || to > end)) return false;
  const own = numberOf(record, 'line');
  return own === undefined || line < 0 || lastLine < 0 || (own >= line && own <= lastLine);
}

const placeOf = (record: StoredRecord): string => {
  const [start, end] = [numberOf(record, 'quoteStart'), numberOf(record, 'quoteEnd')];
  const offsets = start !== undefined && end !== undefined ? `, ${start} to ${end}` : '';
  return `line ${numberOf(record, 'line') ?? '?'}${offsets}`;
};
const extent = ({ start, end, line, lastLine }: KnownSection): string =>
  `lines ${line} to ${lastLine}${start >= 0 && end >= 0 ? `, ${start} to ${end}` : ''}`;

/** Evidence stands in the section and the item of its record, a section in the one that it is part of. */
function* inside(record: StoredRecord, document: KnownDocument): Generator<Fault> {
  if (record.kind === 'sections') {
    const parent = document.sections.get(textOf(record, 'parent') ?? '');
    const [line, last] = [numberOf(record, 'line'), numberOf(record, 'lastLine')];
    if (!parent || line === undefined || last === undefined || parent.line < 0 || parent.lastLine < 0) return;
    if (line < parent.line || last > parent.lastLine)
      yield error(
        'line',
        `stands in lines ${line} to ${last}, outside of the section that it is part of: ${extent(parent)}`,
      );
    return;
  }
  if (textOf(record, 'quote') === undefined || record.kind === 'indicators') return;
  const sections = sectionsOf(record, document);
  const [section] = sections;
  if (section && !sections.some((one) => holds(one, record)))
    return yield error('line', `is at ${placeOf(record)}, outside of its section: ${extent(section)}`);
  const item = document.sections.get(textOf(record, 'item') ?? '');
  if (item && !holds(item, record))
    yield error('line', `is at ${placeOf(record)}, outside of its item: ${extent(item)}`);
}

/** What can be said of evidence without its text. */
export function* evidence(record: StoredRecord, { documents }: Known): Generator<Fault> {
  yield* order(record);
  yield* length(record);
  const document = documents.get(record.document);
  if (document) yield* inside(record, document);
}

function* atOffsets(
  record: StoredRecord,
  source: SourceText,
  quote: string,
  start: number,
  end: number,
): Generator<Fault> {
  if (sameText(source.text.slice(start, end), quote)) {
    const [line, right] = [numberOf(record, 'line'), lineOf(source, start)];
    if (line !== undefined && line !== right)
      yield error('line', `is ${line}; the quote stands in line ${right} of the text`);
    return;
  }
  const found = nearest(source, quote, start);
  if (found < 0)
    return yield error(
      'quote',
      `is ${shown(quote)}; the text says ${shown(source.text.slice(start, end))} there, and the quote nowhere`,
    );
  const place = `${found} to ${found + quote.length}, line ${lineOf(source, found)}`;
  yield error('quoteStart', `is ${start}; the quote stands at ${place}`);
}

function* atLine(record: StoredRecord, source: SourceText, quote: string): Generator<Fault> {
  const number = numberOf(record, 'line');
  if (number === undefined) return;
  const line = source.lines[number - 1];
  const wanted = uncut(quote);
  if (line && beginsIn(source, line, wanted)) return;
  const found = nearest(source, wanted, line?.start ?? source.text.length);
  if (found >= 0)
    return yield error('line', `is ${number}; the quote stands in line ${lineOf(source, found)} of the text`);
  const said = line ? `line ${number} of the text is ${shown(line.text)}` : `the text has ${source.lines.length} lines`;
  yield error('quote', `is ${shown(quote)}; ${said}, and the quote occurs nowhere`);
}

/** Evidence against the cleaned text that it is a slice of. */
export function* quotes(record: StoredRecord, source: SourceText): Generator<Fault> {
  const most = source.text.length;
  for (const field of ['end', 'scopeEnd', 'quoteEnd'] as const) {
    const end = record.kind === 'deadlines' && field === 'end' ? undefined : numberOf(record, field);
    if (end !== undefined && end > most) return yield error(field, `is ${end}; the text has ${most} characters`);
  }
  const quote = textOf(record, 'quote');
  if (quote === undefined || record.kind === 'indicators') return;
  const [start, end] = [numberOf(record, 'quoteStart'), numberOf(record, 'quoteEnd')];
  if (start !== undefined && end !== undefined) {
    if (start < end) yield* atOffsets(record, source, quote, start, end);
  } else if (start === undefined && end === undefined)
    yield* atLine(record, source, isMarkedCut(quote) ? uncut(quote) : quote);
}

/** For each number whether it belongs to a longest row of numbers that never go down. */
function inOrder(numbers: readonly number[]): boolean[] {
  // Of the rows of each length the last number that is least, and what stood before each number in its row.
  const tails: number[] = [];
  const before = numbers.map((number, i) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    tails[low] = i;
    return low > 0 ? (tails[low - 1] ?? -1) : -1;
  });
  const kept = numbers.map(() => false);
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) kept[i] = true;
  return kept;
}

/** Records whose lines do not go on as their places do: the fewest that can be wrong. */
export function lineOrder<R extends StoredRecord>(
  records: readonly R[],
): { readonly record: R; readonly fault: Fault }[] {
  const placed = records
    .flatMap((record) => {
      const start =
        numberOf(record, 'quoteStart') ?? (record.kind === 'sections' ? numberOf(record, 'start') : undefined);
      const line = numberOf(record, 'line');
      return start === undefined || line === undefined ? [] : [{ record, start, line }];
    })
    .sort((a, b) => a.start - b.start || a.line - b.line);
  const kept = inOrder(placed.map(({ line }) => line));
  return placed.flatMap(({ record, line }, i) => {
    if (kept[i]) return [];
    const [above, below] = [placed.findLast((_, k) => k < i && kept[k]), placed.find((_, k) => k > i && kept[k])];
    const wanted = `from ${above?.line ?? 1}${below ? ` to ${below.line}` : ' on'}`;
    return [{ record, fault: error('line', `is ${line}; by its place among the others expected a line ${wanted}`) }];
  });
}
