import { BEFORE } from '../lexicon/comparators.js';
import type { Target } from '../schema/model.js';
import type { LineView, PlanContext } from './context.js';
import { unfold } from './fold.js';
import type { Frame } from './frames.js';
import { endsOfPart } from './places.js';
import { classOf } from './refine/standing.js';
import type { BoundYear } from './refine/years.js';
import type { Reading } from './rule.js';
import type { Quantity } from './tokens/quantities.js';

/** What follows from a value and its unit as printed. */
type Base = 'valueBase' | 'valueMaxBase' | 'unitBase' | 'baselineValueBase';

/** What leads to other records. */
type Linked = 'deadline' | 'responsibilities';

/** A target before it has its id and its place in the output. Offsets count in the cleaned text. */
export interface TargetCandidate {
  readonly fields: Omit<Target, 'id' | 'indicatorId' | Base | Linked | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly rule: string;
  /** What the sentence does not say itself, and what else was decided about it. */
  readonly taken?: readonly Taken[];
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the value stands in running text: the quote may begin before the item of a list that it belongs to. */
  readonly at?: number;
  /** Where the cell of its value begins, in a table. */
  readonly cell?: number;
  /** Set where a list of years did not fit the list of values. */
  readonly unpaired: { readonly years: number; readonly values: number } | undefined;
  /** Where the time stands that binds it, for the link to its deadline. */
  readonly time: { readonly start: number; readonly end: number } | undefined;
}

/** A field of a target that comes from elsewhere than the words around its value. */
export interface Taken {
  readonly field: 'indicator' | 'year' | 'per' | 'class' | 'comparator' | 'baseline';
  /** In words, for people: `the reading before`, `the word before the list`. */
  readonly from: string;
}

/** A reading with all that refiners bound to one of its values. */
export interface Bound {
  readonly reading: Reading;
  readonly rule: string;
  readonly name: string;
  /** Where the name comes from, if not from the words of its own clause. */
  readonly nameFrom: string | undefined;
  readonly per: Target['per'];
  readonly bound: BoundYear;
  readonly baseline: Target['baseline'];
}

/** One target of a line, with its place in the cleaned text. */
export function candidate(frame: Frame, quantity: Quantity, b: Bound, plan: PlanContext): TargetCandidate {
  const { clause, view } = frame;
  const near =
    b.bound.time && b.bound.time.start < clause.start && clause.start - b.bound.time.end <= 40
      ? b.bound.time.start
      : clause.start;
  const start = Math.max(Math.min(near, clause.start), view.bodyStart);
  const end = Math.max(clause.end, frame.group.at(-1)?.end ?? clause.end);
  const comparator = governed(frame, quantity);
  const fields = {
    class: classOf(b.reading, b.name, quantity, frame, b.bound.year !== null, comparator),
    indicator: unfold(b.name, view.line.text),
    comparator,
    value: quantity.value,
    valueMax: quantity.valueMax,
    unit: unfold(quantity.unit, view.line.text),
    change: b.reading.change ?? null,
    per: b.per,
    year: b.bound.year,
    baseline: b.baseline,
    binding: null,
    modality: modalityOf(view.text.slice(clauseLead(view, frame), quantity.start)),
    horizon: horizonOf(b.bound, view.headingYear, plan),
  };
  return {
    fields,
    rule: b.rule,
    taken: takenFrom(b, fields, quantity, view),
    line: view.line.number,
    section: view.section?.id ?? null,
    start: view.line.start + start,
    end: view.line.start + end,
    at: view.line.start + quantity.start,
    unpaired: b.bound.unpaired === undefined ? undefined : { years: b.bound.unpaired, values: frame.group.length },
    time: b.bound.time && { start: view.line.start + b.bound.time.start, end: view.line.start + b.bound.time.end },
  };
}

/** The year of a value; where none binds it, the year of the headings around it, else the last that the document is for. */
function horizonOf({ year, basis }: BoundYear, heading: number | null, plan: PlanContext): Target['horizon'] {
  if (year !== null) return basis && { year, basis };
  // A heading that looks back says nothing of what is to come.
  if (heading !== null && heading >= (plan.firstYear ?? 0)) return { year: heading, basis: 'heading' };
  return plan.lastYear === null ? null : { year: plan.lastYear, basis: 'document' };
}

/** What of a target its own clause does not say. */
function takenFrom(b: Bound, fields: TargetCandidate['fields'], quantity: Quantity, view: LineView): Taken[] {
  const taken: Taken[] = [];
  const take = (field: Taken['field'], from: string | undefined | false): void => {
    if (from) taken.push({ field, from });
  };
  const { time, basis } = b.bound;
  take('indicator', b.nameFrom);
  take('year', time && `“${view.line.text.slice(time.start, time.end)}” at character ${time.start + 1} of the line`);
  take('year', !time && basis === 'table' && 'the caption of the table');
  take('year', !time && basis === 'sentence' && 'the lead sentence of the section');
  take('class', fields.class !== b.reading.class && `the words around it (the rule says ${b.reading.class})`);
  take('comparator', fields.comparator !== quantity.comparator && 'the word before the list');
  take('baseline', fields.baseline !== null && 'the value that the clause sets out from');
  return taken;
}

const BOUND = /(不得低于|不得少于|不得高于|不得超过|不低于|不少于|不超过|不高于|超过|高于|低于)[^,、;]{2,30}的$/;

/** A comparing word before a list governs all of it (分别不低于A、B); one behind a value only that value. */
function governed(frame: Frame, quantity: Quantity): Target['comparator'] {
  const first = frame.group[0];
  if (quantity !== first && first.prefix !== '' && quantity.comparator === 'eq') return first.comparator;
  if (quantity.comparator === 'eq' && /(?:至少|不少于|不低于|不得少于)[^,、]*$/.test(frame.before.slice(-12)))
    return 'ge';
  // 不低于上年度人均收入的60%: what the share is taken of stands between.
  const bound = quantity.comparator === 'eq' && quantity.kind === 'rate' ? BOUND.exec(frame.before)?.[1] : undefined;
  if (bound) return BEFORE.find(([word]) => word === bound)?.[1] ?? 'eq';
  return quantity.comparator;
}

function clauseLead(view: LineView, frame: Frame): number {
  return endsOfPart(view.clauses, frame.clause)?.first.start ?? frame.clause.start;
}

function modalityOf(words: string): Target['modality'] {
  if (/原则上|鼓励|有条件/.test(words)) return 'soft';
  if (/力争|争取|努力|逐步/.test(words)) return 'aspirational';
  if (/确保|必须|务必|保证|严格/.test(words)) return 'firm';
  return null;
}
