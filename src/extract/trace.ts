import type { Meta } from '../schema/model.js';
import type { Structure } from '../structure/index.js';
import type { TargetCandidate } from './candidates.js';
import type { LineView, PlanContext } from './context.js';
import { type DeadlineCandidate, deadlinesOf } from './deadlines.js';
import { inOrder, inRowOrder, readingsOf } from './index.js';
import type { ResponsibilityCandidate } from './responsibility/candidate.js';
import { responsibilitiesOf } from './responsibility/index.js';
import { type TableView, tableView } from './tables/view.js';
import { lineReader, type Verdict } from './targets.js';

/** A target with what its sentence alone gave, before the row of a table added to it. */
export interface TracedTarget {
  readonly given: TargetCandidate;
  readonly stated: TargetCandidate;
}

/** The ids of records by where they were read. Offsets count in the cleaned text. */
interface TraceIndex {
  /** Targets of sentences by where their value stands. */
  readonly values: ReadonlyMap<number, readonly string[]>;
  /** Targets by where the time stands that gives their year. */
  readonly bound: ReadonlyMap<number, readonly string[]>;
  /** Targets of sentences by `LINE VALUE` of what they start from. */
  readonly baselines: ReadonlyMap<string, readonly string[]>;
  /** Targets of tables by where the cell of their value begins. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
  /** Deadlines of sentences by where their time stands. */
  readonly times: ReadonlyMap<number, readonly string[]>;
  /** Deadlines of tables by where the cell of their time begins. */
  readonly timeCells: ReadonlyMap<number, readonly string[]>;
}

/** A document read once more with all that its readers thought. The records are those of `extract`, in the order of their ids. */
export interface Trace {
  readonly plan: PlanContext;
  /** Those of a line (1-based) that is read as sentences; a very long one has several. */
  readonly viewsOf: (line: number) => readonly LineView[];
  readonly verdictsOf: (view: LineView) => readonly Verdict[];
  readonly targets: readonly TracedTarget[];
  readonly deadlines: readonly DeadlineCandidate[];
  readonly responsibilities: readonly ResponsibilityCandidate[];
  readonly tables: readonly TableView[];
  readonly index: TraceIndex;
  /** Whether a record was read by the columns of a table. */
  readonly ofColumns: (record: TargetCandidate | DeadlineCandidate | ResponsibilityCandidate) => boolean;
}

export function traceOf(structure: Structure, meta: Meta): Trace {
  const { plan, conventions, legends, tables, views } = readingsOf(structure, meta);
  const read = lineReader(plan);
  const verdicts = new Map(views.map((view) => [view, read(view)]));
  const stated = [...verdicts.values()].flat().flatMap((verdict) => (verdict.kind === 'target' ? verdict.targets : []));
  const targets = [
    ...stated.flatMap((target) => tables.text.bound(target).map((given) => ({ given, stated: target }))),
    ...tables.targets.map((target) => ({ given: target, stated: target })),
  ]
    .sort((a, b) => inOrder(a.given, b.given))
    .filter(({ given }) => given.fields.indicator !== '');
  const deadlines = [...deadlinesOf(plan, views), ...tables.deadlines].sort(inOrder);
  const columns = new Set<object>([...tables.targets, ...tables.deadlines, ...tables.responsibilities]);
  const byLine = new Map<number, LineView[]>();
  for (const view of views) addTo(byLine, view.line.number, view);
  return {
    plan,
    viewsOf: (line) => byLine.get(line) ?? [],
    verdictsOf: (view) => verdicts.get(view) ?? [],
    targets,
    deadlines,
    responsibilities: [...responsibilitiesOf(plan, views, conventions).records, ...tables.responsibilities].sort(
      inRowOrder,
    ),
    tables: structure.tables.map((table) => tableView(plan, table, { conventions, legends })),
    index: indexOf(targets, deadlines, (record) => columns.has(record)),
    ofColumns: (record) => columns.has(record),
  };
}

function indexOf(
  targets: readonly TracedTarget[],
  deadlines: readonly DeadlineCandidate[],
  ofColumns: (record: object) => boolean,
): TraceIndex {
  const values = new Map<number, string[]>();
  const bound = new Map<number, string[]>();
  const cells = new Map<number, string[]>();
  const times = new Map<number, string[]>();
  const timeCells = new Map<number, string[]>();
  const baselines = new Map<string, string[]>();
  targets.forEach(({ given, stated }, i) => {
    const id = `t${i + 1}`;
    if (ofColumns(given)) addTo(cells, given.cell, id);
    else addTo(values, stated.at, id);
    addTo(bound, given.time?.start, id);
    if (given.fields.baseline) addTo(baselines, `${given.line} ${given.fields.baseline.value}`, id);
  });
  deadlines.forEach((found, i) => {
    addTo(ofColumns(found) ? timeCells : times, found.at, `d${i + 1}`);
  });
  return { values, bound, baselines, cells, times, timeCells };
}

function addTo<K, V>(lists: Map<K, V[]>, key: K | undefined, value: V): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
