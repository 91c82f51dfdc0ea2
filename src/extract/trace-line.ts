import type { Line } from '../core/lines.js';
import { CELLS, NO_DEADLINE, NO_QUANTITY, REJECTED, UNREAD } from '../lexicon/reasons.js';
import { unitKind } from '../lexicon/units.js';
import type { NumberFound, TimeFound, TokenFound } from '../schema/explanation.js';
import type { RawCell } from '../structure/raw-table.js';
import type { TargetCandidate } from './candidates.js';
import type { LineView } from './context.js';
import { noDeadline } from './deadlines.js';
import { fold } from './fold.js';
import type { Rejection } from './refine/reject.js';
import { yearColumn } from './share-tables.js';
import { cellValue } from './tables/cell-value.js';
import { rowTimes } from './tables/times.js';
import type { Verdict } from './targets.js';
import { findQuantities, type Quantity } from './tokens/quantities.js';
import { findTimes, type TimeToken } from './tokens/times.js';
import type { Trace } from './trace.js';
import { type CellPlace, cellReason, tableRule } from './trace-cells.js';
import { bareReason, looseNumbers } from './trace-digits.js';

/** A rejection without words does not compile. */
const NUMBER_WORDS: { readonly [R in Rejection]: string } & { readonly [reason: string]: string } = {
  ...REJECTED,
  ...UNREAD,
  ...CELLS,
  ...NO_QUANTITY,
};

type Amount = Pick<Quantity, 'start' | 'end' | 'value' | 'valueMax' | 'unit' | 'kind' | 'comparator'>;
type CellAt = (offset: number) => CellPlace | undefined;
type Fate = Pick<NumberFound, 'fate' | 'reason' | 'rule' | 'records'>;

/** All numbers and expressions of time of a line with what became of them, in order. */
export function tokensOf(trace: Trace, line: Line, cellAt: CellAt): TokenFound[] {
  const views = trace.viewsOf(line.number);
  if (views.length > 0) return views.flatMap((view) => viewTokens(trace, view, line));
  return trace.plan.structure.isContents(line.number) ? contentsTokens(line) : cellTokens(trace, line, cellAt);
}

function viewTokens(trace: Trace, view: LineView, line: Line): TokenFound[] {
  const shift = view.line.start - line.start;
  const told = teller(line, shift);
  const verdicts = new Map(
    trace.verdictsOf(view).flatMap((verdict) => verdict.quantities.map(({ start }) => [start, verdict] as const)),
  );
  const found: TokenFound[] = [
    ...view.times.map((time) => told.time(time, timeFate(trace, view, time))),
    ...view.quantities.map((quantity) =>
      told.number(quantity, numberFate(trace, view, quantity, verdicts.get(quantity.start))),
    ),
  ];
  return inOrder(found, told.loose(view.text, found, view.bodyStart));
}

/** Nothing is read in a table of contents. */
function contentsTokens(line: Line): TokenFound[] {
  const told = teller(line, 0);
  const { text, times, quantities } = scan(line, null);
  const found: TokenFound[] = [
    ...times.map((time) => told.time(time, { records: [], binds: [], reason: 'contents' })),
    ...quantities.map((q) => told.number(q, { fate: 'none', reason: 'contents', rule: null, records: [] })),
  ];
  return inOrder(found, told.loose(text, found, 0));
}

/** The numbers and times of cells that are read by their columns. */
function cellTokens(trace: Trace, line: Line, cellAt: CellAt): TokenFound[] {
  const told = teller(line, 0);
  const { text, times, quantities } = scan(line, trace.plan.writtenYear);
  const scanned = [...times, ...quantities].sort((a, b) => a.start - b.start);
  const found: TokenFound[] = [];
  const read = new Set<RawCell>();
  for (const token of [...scanned, ...looseNumbers(text, scanned, 0)].sort((a, b) => a.start - b.start)) {
    const place = cellAt(line.start + token.start);
    if (place && read.has(place.cell)) continue;
    const whole = place && wholeCell(trace, line, place);
    if (place && whole) {
      read.add(place.cell);
      found.push(whole);
    } else if ('comparator' in token) found.push(told.number(token, cellFate(trace, token, place, text)));
    else if ('to' in token) {
      const binds = place ? boundBy(trace, place) : [];
      found.push(told.time(token, { records: [], binds, reason: binds.length > 0 ? null : 'cell' }));
    }
  }
  return inOrder(found, told.loose(text, found, 0));
}

/** The targets whose year a cell of a table of years gives. */
function boundBy(trace: Trace, { row, cell }: CellPlace): string[] {
  return row.cells
    .flatMap((other) => (other === cell ? [] : (trace.index.cells.get(other.start) ?? [])))
    .filter((id) => cell.text.includes(String(targetOf(trace, id)?.fields.year)));
}

function targetOf(trace: Trace, id: string): TargetCandidate | undefined {
  return trace.targets[Number(id.slice(1)) - 1]?.given;
}

function scan(line: Line, year: number | null) {
  const text = fold(line.text);
  const times = findTimes(text, { year });
  return { text, times, quantities: findQuantities(text, times) };
}

/** A cell that is one time or one value, and gave a record. */
function wholeCell(trace: Trace, line: Line, place: CellPlace): TokenFound | undefined {
  const { view, row, column, cell } = place;
  const start = Math.max(cell.start, line.start) - line.start;
  const end = Math.min(cell.end, line.end) - line.start;
  const due = trace.index.timeCells.get(cell.start) ?? [];
  const time = due.length > 0 ? rowTimes(view, row).find((found) => found.column === column) : undefined;
  const told = teller(line, 0);
  if (time) return told.time({ ...time.token, start, end }, { records: due, binds: [], reason: null });
  const value = cellValue(cell.text);
  if (!value) return undefined;
  const quantity = { ...value, start, end, kind: unitKind(value.unit) };
  const fate = cellFate(trace, quantity, place, '');
  return fate.records.length > 0 ? told.number(quantity, fate) : undefined;
}

function cellFate(
  trace: Trace,
  quantity: Pick<Quantity, 'value' | 'unit' | 'start' | 'end'>,
  place: CellPlace | undefined,
  line: string,
): Fate {
  const records = (place && trace.index.cells.get(place.cell.start)) ?? [];
  // Several sizes in one name are told apart by their values.
  const own =
    records.length > 1 ? records.filter((id) => targetOf(trace, id)?.fields.value === quantity.value) : records;
  const first = targetOf(trace, own[0] ?? '');
  if (place && first) return { fate: 'target', reason: null, rule: tableRule(place.view, first), records: own };
  const started = place ? basedOn(trace, place) : [];
  if (started.length > 0) return { fate: 'baseline', reason: null, rule: null, records: started };
  const reason = (quantity.unit === '' && line !== '' && bareReason(line, quantity)) || cellReason(place);
  return { fate: Object.hasOwn(NO_QUANTITY, reason) ? 'none' : 'rejected', reason, rule: null, records: [] };
}

/** The targets of a cell's row, or of its column in a table of years, that start from its value. */
function basedOn(trace: Trace, { view, row, column, cell }: CellPlace): string[] {
  const value = cellValue(cell.text)?.value;
  const others = [...row.cells, ...(yearColumn(view) < 0 ? [] : view.rows.flatMap(({ cells }) => cells[column] ?? []))];
  const ids = others.flatMap(({ start }) => trace.index.cells.get(start) ?? []);
  return [...new Set(ids)].filter((id) => value !== undefined && targetOf(trace, id)?.fields.baseline?.value === value);
}

function numberFate(trace: Trace, view: LineView, quantity: Quantity, verdict: Verdict | undefined): Fate {
  const none: Fate = { fate: 'unread', reason: null, rule: null, records: [] };
  const loose = quantity.unit === '' && verdict?.kind !== 'target' ? bareReason(view.text, quantity) : undefined;
  if (loose !== undefined) return { ...none, fate: 'none', reason: loose };
  if (!verdict) return { ...none, reason: quantity.start < view.bodyStart ? 'heading' : 'torn' };
  const based = trace.index.baselines.get(`${view.line.number} ${quantity.value}`) ?? [];
  if (verdict.kind === 'baseline' || (verdict.kind === 'rejected' && verdict.reason === 'past' && based.length > 0))
    return { ...none, fate: 'baseline', records: based };
  if (verdict.kind === 'rejected') return { ...none, fate: 'rejected', reason: verdict.reason };
  if (verdict.kind === 'unread') {
    const each = view.text[quantity.start - 1] === '每' ? 'each' : 'no-rule';
    return { ...none, reason: verdict.rule === undefined ? each : 'nameless', rule: verdict.rule ?? null };
  }
  const at = view.line.start + quantity.start;
  const records = trace.index.values.get(at) ?? [];
  const rule = verdict.targets[0]?.rule ?? null;
  if (records.length > 0) return { fate: 'target', reason: null, rule, records };
  const nameless = verdict.targets.some((target) => target.at === at && target.fields.indicator === '');
  return nameless ? { ...none, reason: 'nameless', rule } : { ...none, fate: 'rejected', reason: 'row-done', rule };
}

interface TimeFate {
  readonly records: readonly string[];
  readonly binds: readonly string[];
  readonly reason: keyof typeof NO_DEADLINE | null;
}

function timeFate({ index, plan }: Trace, view: LineView, time: TimeToken): TimeFate {
  const at = view.line.start + time.start;
  const records = index.times.get(at) ?? [];
  return {
    records,
    binds: index.bound.get(at) ?? [],
    reason: records.length > 0 ? null : againstDeadline(view, time, plan),
  };
}

function againstDeadline(view: LineView, time: TimeToken, plan: Trace['plan']): keyof typeof NO_DEADLINE {
  const reason = noDeadline(view, time, plan);
  return reason === 'past' && time.status ? 'state' : reason;
}

/** Makes tokens of a line out of what was found in a piece of it that begins `shift` behind the line's start. */
function teller(line: Line, shift: number) {
  const place = (start: number, end: number) => ({
    text: line.text.slice(shift + start, shift + end),
    start: line.start + shift + start,
    end: line.start + shift + end,
    column: shift + start + 1,
  });
  return {
    number: (q: Amount, fate: Fate): NumberFound => ({
      kind: 'number',
      ...place(q.start, q.end),
      read: { value: q.value, valueMax: q.valueMax, unit: q.unit, measures: q.kind, comparator: q.comparator },
      fate: fate.fate,
      reason: fate.reason,
      why: fate.reason === null ? null : (NUMBER_WORDS[fate.reason] ?? null),
      rule: fate.rule,
      records: fate.records,
    }),
    time: (t: TimeToken, { records, binds, reason }: TimeFate): TimeFound => ({
      kind: 'time',
      ...place(t.start, t.end),
      read: {
        ...{ from: t.from, to: t.to, year: t.year, recurring: t.recurring },
        ...{ limit: t.limit, status: t.status, relative: t.relative, implied: t.implied },
      },
      fate: records.length > 0 ? 'deadline' : 'none',
      reason,
      why: reason === null ? null : NO_DEADLINE[reason],
      records,
      binds,
    }),
    loose: (text: string, found: readonly TokenFound[], bodyStart: number): NumberFound[] => {
      const from = line.start + shift;
      const taken = inOrder(found).map(({ start, end }) => ({ start: start - from, end: end - from }));
      return looseNumbers(text, taken, bodyStart).map(({ start, end, reason }) => ({
        ...{ kind: 'number' as const, ...place(start, end), read: null, fate: 'none' as const },
        ...{ reason, why: NO_QUANTITY[reason], rule: null, records: [] },
      }));
    },
  };
}

function inOrder(...tokens: readonly (readonly TokenFound[])[]): TokenFound[] {
  return tokens.flat().sort((a, b) => a.start - b.start);
}
