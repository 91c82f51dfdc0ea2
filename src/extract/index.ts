import type { Line } from '../core/lines.js';
import type { Meta, Table } from '../schema/model.js';
import { type Structure, tableRecord } from '../structure/index.js';
import type { RawTable } from '../structure/raw-table.js';
import { planContext, viewLines } from './context.js';
import { type DeadlineCandidate, deadlinesOf } from './deadlines.js';
import { tableTargets } from './indicator-tables.js';
import { projectRecords } from './project-tables.js';
import { bodyResponsibilities, type ResponsibilityCandidate, statedResponsibilities } from './responsibilities.js';
import { sentenceTargets, type TargetCandidate } from './targets.js';

/** All that is read out of a document's text, before ids and places in the original are given. */
export interface Extracted {
  readonly tables: readonly Table[];
  readonly targets: readonly TargetCandidate[];
  readonly deadlines: readonly DeadlineCandidate[];
  readonly responsibilities: readonly ResponsibilityCandidate[];
}

export function extract(structure: Structure, meta: Meta): Extracted {
  const plan = planContext(structure, meta);
  const inTable = linesInTables(structure.tables);
  const views = viewLines(plan, (line) => !isCell(line) || !inTable.has(line.number));
  const projects = structure.tables.map((table) => projectRecords(plan, table));
  const targets = [
    ...sentenceTargets(plan, views),
    ...structure.tables.flatMap((table) => tableTargets(plan, table)),
    ...projects.flatMap((p) => p.targets),
  ];
  const deadlines = [...deadlinesOf(plan, views), ...projects.flatMap((p) => p.deadlines)];
  const responsibilities = [
    ...statedResponsibilities(plan, views),
    ...bodyResponsibilities(views),
    ...projects.flatMap((p) => p.responsibilities),
  ];
  return {
    tables: structure.tables.map((table, i) => tableRecord(table, i, structure.sectionAt(table.firstLine))),
    targets: targets.sort(inOrder),
    deadlines: deadlines.sort(inOrder),
    responsibilities: responsibilities.sort(inOrder),
  };
}

/** The cells of a table of numbers are read by their columns; the long cells of a table of projects are read as sentences. */
function isCell({ text }: Line): boolean {
  return text.length < 40 && !/[。;；]/.test(text);
}

/** The lines (1-based) of all tables. */
function linesInTables(tables: readonly RawTable[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { firstLine, lastLine } of tables) for (let line = firstLine; line <= lastLine; line++) lines.add(line);
  return lines;
}

function inOrder(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start - b.start || a.end - b.end;
}
