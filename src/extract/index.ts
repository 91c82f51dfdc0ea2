import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Meta, Table } from '../schema/model.js';
import { type Structure, tableRecord } from '../structure/index.js';
import type { TargetCandidate } from './candidates.js';
import { planContext, viewLines } from './context.js';
import { type DeadlineCandidate, deadlinesOf } from './deadlines.js';
import { longLines } from './pieces.js';
import type { ResponsibilityCandidate } from './responsibility/candidate.js';
import { conventionsOf } from './responsibility/conventions.js';
import { responsibilitiesOf } from './responsibility/index.js';
import { tableRecords } from './tables/index.js';
import { legendsOf } from './tables/legends.js';
import { sentenceTargets } from './targets.js';

/** All that is read out of a document's text, before ids and places in the original are given. */
export interface Extracted {
  readonly tables: readonly Table[];
  readonly targets: readonly TargetCandidate[];
  readonly deadlines: readonly DeadlineCandidate[];
  readonly responsibilities: readonly ResponsibilityCandidate[];
  readonly diagnostics: readonly AnyDiagnostic[];
}

/** What all records are read from: what the document says, its tables, and the lines that are read as sentences. */
export function readingsOf(structure: Structure, meta: Meta) {
  const plan = planContext(structure, meta);
  const conventions = conventionsOf(plan);
  const legends = legendsOf(plan);
  const tables = tableRecords(plan, { conventions, legends });
  return { plan, conventions, legends, tables, views: viewLines(plan, (line) => !tables.text.isCell(line)) };
}

export function extract(structure: Structure, meta: Meta): Extracted {
  const { plan, conventions, tables, views } = readingsOf(structure, meta);
  const read = [...sentenceTargets(plan, views).flatMap(tables.text.bound), ...tables.targets].sort(inOrder);
  // A value that nothing names would be a row that nobody can use: told, never given, and no reason to lose the rest.
  const targets = read.filter((target) => target.fields.indicator !== '');
  const nameless = read.filter((target) => target.fields.indicator === '');
  const deadlines = [...deadlinesOf(plan, views), ...tables.deadlines];
  const stated = responsibilitiesOf(plan, views, conventions);
  const responsibilities = [...stated.records, ...tables.responsibilities];
  return {
    tables: structure.tables.map((table, i) => tableRecord(table, i, structure.sectionAt(table.firstLine))),
    targets,
    deadlines: deadlines.sort(inOrder),
    responsibilities: responsibilities.sort(inRowOrder),
    diagnostics: [
      ...longLines(structure.lines),
      ...tables.diagnostics,
      ...stated.diagnostics,
      ...nameless.map((target) => tellNameless(structure.text, target)),
    ],
  };
}

function tellNameless(text: string, { start, end, line }: TargetCandidate): AnyDiagnostic {
  return diagnostic('target/nameless', 'warning', { quote: text.slice(start, end).replace(/\n/g, ' ') }, line);
}

/** Statements that one cell makes of several rows come in the order of the rows. */
export function inRowOrder(a: ResponsibilityCandidate, b: ResponsibilityCandidate): number {
  return a.start - b.start || a.fields.scope.start - b.fields.scope.start || a.end - b.end;
}

/** The order in which records have their ids. */
export function inOrder(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start - b.start || a.end - b.end;
}
