import type { DiagnosticRecord, Document } from '../schema/model.js';

/** What is counted per plan, in the order in which it is told. */
const COUNTED = ['sections', 'tables', 'targets', 'deadlines', 'responsibilities'] as const;
const SINGULAR: { readonly [name: string]: string } = {
  sections: 'section',
  tables: 'table',
  targets: 'target',
  deadlines: 'deadline',
  responsibilities: 'responsibility',
  conflicts: 'conflict',
  warnings: 'warning',
};

export type Counts = { readonly [K in (typeof COUNTED)[number] | 'conflicts' | 'warnings']: number };

/** How much was found in one plan. Items of lists are no sections; `warnings` are diagnostics that a reader should look at. */
export function countsOf(document: Document): Counts {
  return {
    sections: document.sections.filter(({ kind }) => kind !== 'item').length,
    tables: document.tables.length,
    targets: document.targets.length,
    deadlines: document.deadlines.length,
    responsibilities: document.responsibilities.length,
    conflicts: document.conflicts.length,
    warnings: document.diagnostics.filter((d) => d.severity !== 'info').length,
  };
}

/** `3 targets`, `1 target`. */
export function counted(count: number, plural: string, singular = SINGULAR[plural] ?? plural): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Text that stays on its line and sends no commands to a terminal, whatever a file or its name holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** Names of a list that are told one by one. */
const TOLD = 5;

/** The first names of a list, each on its line, and how many more there are. */
export function someNames(names: readonly string[]): string {
  const more = names.length > TOLD ? ` and ${names.length - TOLD} more` : '';
  return names.slice(0, TOLD).map(oneLine).join(', ') + more;
}

/** `name:line: severity message [code]`, as compilers write it; without a line where there is none. */
export function diagnosticLine(name: string, found: DiagnosticRecord): string {
  const place = found.line === undefined ? name : `${name}:${found.line}`;
  return oneLine(`${place}: ${found.severity} ${found.message} [${found.code}]`);
}

/** One line that says what was found in a plan. */
export function summaryLine(name: string, counts: Counts): string {
  const parts = COUNTED.map((kind) => counted(counts[kind], kind));
  for (const kind of ['conflicts', 'warnings'] as const) {
    if (counts[kind] > 0) parts.push(counted(counts[kind], kind));
  }
  return oneLine(`${name}: ${parts.join(', ')}`);
}

export interface Totals {
  readonly plans: number;
  readonly failed: number;
  readonly counts: Counts;
}

export const noTotals: Totals = {
  plans: 0,
  failed: 0,
  counts: { sections: 0, tables: 0, targets: 0, deadlines: 0, responsibilities: 0, conflicts: 0, warnings: 0 },
};

/** Totals with one more plan, or one more failure when there are no counts. */
export function addTo(totals: Totals, more: Counts | null): Totals {
  if (more === null) return { ...totals, failed: totals.failed + 1 };
  const counts = Object.fromEntries(
    Object.entries(totals.counts).map(([kind, count]) => [kind, count + more[kind as keyof Counts]]),
  ) as Counts;
  return { ...totals, plans: totals.plans + 1, counts };
}

/** The table at the end of a run: one line a kind, numbers right-aligned. */
export function totalsTable(totals: Totals): string {
  const rows: [string, number][] = [['plans', totals.plans], ...Object.entries(totals.counts)];
  if (totals.failed > 0) rows.splice(1, 0, ['failed', totals.failed]);
  const label = Math.max(...rows.map(([name]) => name.length));
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  return ['total', ...rows.map(([name, n]) => `  ${name.padEnd(label)}  ${String(n).padStart(width)}`)].join('\n');
}
