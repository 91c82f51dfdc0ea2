import { lastIndex } from './core/search.js';
import { canonicalName } from './lexicon/indicators/names.js';
import {
  AREAS,
  BARE_NAME,
  EVERY_YEAR,
  GENERAL_LEAD,
  MEASURES,
  MOVES,
  PLACE_ABOUT,
  PLACE_FIRST,
  SIDES,
} from './lexicon/subjects.js';
import type { Conflict, Document, Section, Target } from './schema/model.js';

type Lists = Pick<Document, 'targets' | 'deadlines' | 'sections' | 'tables' | 'parts'>;
type Records = { readonly [L in keyof Lists]: readonly Lists[L][number][] } & Pick<Document, 'meta'>;

/** A target that may contradict others of the same key. */
interface Statement {
  readonly target: Target;
  /** The years that it holds for; one, or all of the plan (每年均达到100%). */
  readonly years: { readonly from: number; readonly to: number };
  readonly every: boolean;
  /** The day by which it holds: 6月底 contradicts no value of the year's end. */
  readonly day: string;
  readonly range: Range;
  /** The index of its table, and of the plan of the file that it stands in; -1 for none. */
  readonly table: number;
  readonly part: number;
  /** What its name, its clause, its headings say of whom it is told; from the nearest to the farthest. */
  readonly words: readonly string[];
  readonly places: readonly string[];
}

/** Values that hold beside each other overlap. */
interface Range {
  readonly low: number;
  readonly high: number;
  /** Whether the ends belong to it. */
  readonly closed: boolean;
}

/** A key with more statements is that of a register, and comparing all pairs would take too long. */
const MOST_STATEMENTS = 200;
/** What stands farther before a value says nothing of it. */
const LONGEST_CLAUSE = 200;

/**
 * Statements of one document that cannot all hold: of the same indicator, year and unit, whose values exclude each other.
 * Outputs and norms are left out: two counts of projects are two projects, two standards have two cases.
 */
export function conflictsIn(records: Records): Conflict[] {
  const groups = new Map<string, Statement[]>();
  const stateOf = statements(records);
  for (const target of records.targets) {
    const key = keyOf(target);
    const statement = key === undefined ? undefined : stateOf(target);
    if (key === undefined || !statement) continue;
    const group = groups.get(key);
    if (!group) groups.set(key, [statement]);
    else if (group.length < MOST_STATEMENTS) group.push(statement);
  }
  return [...groups.values()].flatMap(conflictsOf);
}

/** What is measured, in what unit; undefined where two such values are no statements of the same thing. */
function keyOf(target: Target): string | undefined {
  const { class: kind, indicator, indicatorId, change, per } = target;
  if (kind !== 'outcome') return undefined;
  const name = canonicalName(indicator.replace(GENERAL_LEAD, ''));
  const unit = target.unitBase ?? target.unit;
  // Changes of what nobody knows set out from anywhere.
  if (indicatorId === null && (change !== null || isBare(name, unit))) return undefined;
  const measures = [...`${indicator} ${ownClause(target)}`.replace(EVERY_YEAR, '').matchAll(MEASURES)].join();
  const moves = change === null && MOVES.test(indicator);
  return [indicatorId ?? name, unit, change, per, change && setsOutFrom(target), measures, moves].join('|');
}

/** Amounts have names that say more than 产值 or they are of anyone. */
function isBare(name: string, unit: string): boolean {
  return BARE_NAME.test(name) || (!/^[%‰]$/.test(unit) && name.length < 7);
}

/** 比2020年下降, 比2015年下降: the years that a change is told against. */
function setsOutFrom({ baseline, evidence }: Target): string {
  return [
    baseline?.year,
    ...[...evidence.quote.slice(-LONGEST_CLAUSE).matchAll(/[比较](\d{4})年/g)].map(([, year]) => year),
  ].join();
}

/** The words right before the value: the quote may begin with the clauses that its year stands in. */
function ownClause({ evidence }: Target): string {
  const quote = evidence.quote.slice(-LONGEST_CLAUSE);
  return quote.slice(Math.max(...['，', ',', '；', ';', '。'].map((mark) => quote.lastIndexOf(mark))) + 1);
}

function statements({ deadlines, sections, tables, parts, meta }: Records): (target: Target) => Statement | undefined {
  const days = new Map(deadlines.map(({ id, end }) => [id, end]));
  const openings = openingYears(deadlines);
  const byId = new Map(sections.map((section) => [section.id, section]));
  const plans = new Set(parts.flatMap(({ kind }, i) => (kind === 'plan' ? [i] : [])));
  const period = meta.period ?? { from: 0, to: 9999 };
  return (target) => {
    const { year, evidence } = target;
    const clause = ownClause(target);
    const every = target.change === null && target.per === null && EVERY_YEAR.test(clause);
    if (year === null && !every) return undefined;
    const table = indexAt(tables, evidence.line);
    const part = indexAt(parts, evidence.line);
    const headings = [tables[table]?.title ?? '', ...titlesAbove(byId, target.section)];
    const from = openings.get(evidence.line) ?? period.from;
    const named = [
      PLACE_FIRST.exec(target.indicator)?.[1] ?? [],
      ...headings.map((words) => PLACE_ABOUT.exec(words)?.[1] ?? []),
    ].flat();
    return {
      target,
      years: every || year === null ? { from, to: period.to } : { from: year, to: year },
      every,
      day: (target.deadline && days.get(target.deadline)) || `${year}-12-31`,
      range: rangeOf(target),
      table,
      part: plans.has(part) ? part : -1,
      words: [target.indicator, clause, ...headings],
      places: named.filter((place) => !meta.region?.endsWith(place)),
    };
  };
}

/** The years from which something holds on a line: 2024年起,…每年均达到100%. */
function openingYears(deadlines: Records['deadlines']): ReadonlyMap<number, number> {
  const open = deadlines.filter(({ start, end, recurring }) => start && end === null && recurring === null);
  return new Map(open.map(({ start, evidence }) => [evidence.line, Number(start?.slice(0, 4))]));
}

/** The index of the stretch that a line stands in; -1 for none. */
function indexAt(stretches: readonly { readonly lines: readonly number[] }[], line: number): number {
  const last = lastIndex(stretches.length, (i) => (stretches[i]?.lines[0] ?? 0) <= line);
  return line <= (stretches[last]?.lines[1] ?? 0) ? last : -1;
}

function titlesAbove(byId: ReadonlyMap<string, Section>, id: string | null): string[] {
  const titles: string[] = [];
  for (let section = byId.get(id ?? ''); section; section = byId.get(section.parent ?? '')) titles.push(section.title);
  return titles;
}

/** About as much is within a twentieth; 4.85万 is all that is rounded to it. */
function rangeOf({ value, valueMax, valueBase, valueMaxBase, unitBase, comparator }: Target): Range {
  const low = (unitBase === null ? value : valueBase) ?? value;
  const high = (unitBase === null ? valueMax : valueMaxBase) ?? valueMax ?? low;
  const about = comparator === 'approx' ? Math.abs(low) / 20 : 0;
  const times = value === 0 ? 1 : low / value;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const slack = about + (times >= 100 ? times / 10 ** decimals / 2 : 0);
  const closed = comparator !== 'gt' && comparator !== 'lt';
  const up = comparator === 'ge' || comparator === 'gt';
  const down = comparator === 'le' || comparator === 'lt';
  return {
    low: down ? Number.NEGATIVE_INFINITY : low - slack,
    high: up ? Number.POSITIVE_INFINITY : high + slack,
    closed,
  };
}

/** The contradictions of one key, each once for its year. */
function conflictsOf(group: readonly Statement[]): Conflict[] {
  const found = new Map<number | null, Set<Statement>>();
  group.forEach((one, i) => {
    for (const other of group.slice(i + 1)) {
      if (!contradict(one, other)) continue;
      const year = one.every ? (other.every ? null : other.years.from) : one.years.from;
      const all = found.get(year) ?? new Set();
      found.set(year, all.add(one).add(other));
    }
  });
  const byYear = [...found].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
  return byYear.map(([year, statements]) => ({
    indicator: group[0]?.target.indicator ?? '',
    year,
    targets: group.filter((statement) => statements.has(statement)).map(({ target }) => target.id),
  }));
}

function contradict(one: Statement, other: Statement): boolean {
  const [a, b] = [one.range, other.range];
  const apart = Math.max(a.low, b.low) > Math.min(a.high, b.high);
  const touching = Math.max(a.low, b.low) === Math.min(a.high, b.high) && !(a.closed && b.closed);
  if (!apart && !touching) return false;
  if (Math.max(one.years.from, other.years.from) > Math.min(one.years.to, other.years.to)) return false;
  if (!one.every && !other.every && one.day !== other.day) return false;
  return !areNear(one, other) && !areApart(one, other);
}

/** What one line or one table says differently it tells of different things: of a list, of the rows of groups. */
function areNear(one: Statement, other: Statement): boolean {
  return one.target.evidence.line === other.target.evidence.line || (one.table >= 0 && one.table === other.table);
}

/** Told of different places, sides or areas, or by different documents of one file. */
function areApart(one: Statement, other: Statement): boolean {
  if (one.part >= 0 && other.part >= 0 && one.part !== other.part) return true;
  if (one.places.join() !== other.places.join()) return true;
  const sides = SIDES.some((side) => sideOf(side, one.words) !== sideOf(side, other.words));
  const [area, otherArea] = [sideOf(AREAS, one.words), sideOf(AREAS, other.words)];
  return sides || (area >= 0 && otherArea >= 0 && area !== otherArea);
}

/** The side that the nearest words name which name one; -1 where none do. */
function sideOf(sides: readonly RegExp[], words: readonly string[]): number {
  for (const text of words) {
    const side = sides.findIndex((pattern) => pattern.test(text));
    if (side >= 0) return side;
  }
  return -1;
}
