import { join, resolve } from 'node:path';
import { STDIN } from '../../batch/inputs.js';
import { type By, CONFLICTS, type Comparison, compareDocuments } from '../../compare/index.js';
import { counted, oneLine } from '../../report/text.js';
import type { Document } from '../../schema/model.js';
import type { WriteOptions } from '../../write/writer.js';
import { refuseTaken, targetOf, writeComparison } from '../compare-files.js';
import { indicatorList } from '../indicator-list.js';
import { type PlanFlags, plansOf } from '../plans.js';
import { tellFailure } from '../reading.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface CompareFlags extends PlanFlags, WriteOptions {
  readonly out?: string;
  readonly format?: 'md' | 'csv';
  readonly by: By;
  readonly similarity: number;
  readonly indicators?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

interface Read {
  readonly documents: Document[];
  readonly paths: Set<string>;
  readonly failed: number;
}

/** @param outputs what an earlier run may have written where plans are looked for. */
async function readAll(
  paths: readonly string[],
  outputs: ReadonlySet<string>,
  flags: CompareFlags,
  terminal: Terminal,
): Promise<Read> {
  const read: Document[] = [];
  const inputs = new Set<string>();
  let failed = 0;
  for await (const plan of plansOf(paths, flags, terminal)) {
    const path = resolve(terminal.cwd, plan.path);
    if ('document' in plan) {
      inputs.add(path);
      read.push(plan.document);
    } else if (!outputs.has(path)) {
      failed++;
      tellFailure(plan.path, plan.failure, terminal);
    }
  }
  return { documents: read, paths: inputs, failed };
}

/** One line of what was lined up. */
function summary({ documents, rows }: Comparison): string {
  const shared = rows.filter((row) => row.documents > 1).length;
  const alone = rows.filter((row) => row.documents === 1).length;
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  const open = cells.filter(({ marks }) => marks.some((mark) => CONFLICTS.has(mark))).length;
  const plans = counted(documents.length, 'plans', 'plan');
  const indicators = counted(shared, 'indicators', 'indicator');
  return `${plans}: ${indicators} in two or more, ${alone} in one alone; ${counted(open, 'cells', 'cell')} to look into`;
}

/** Characters of a name that are told; a whole paragraph is an indicator where a list is no list. */
const NAME = 80;

/** What a list of indicators asks for and no plan has. */
function tellMissing({ rows }: Comparison, list: string, terminal: Terminal): void {
  for (const { label, notes } of rows) {
    const name = label.length > NAME ? `${label.slice(0, NAME)}…` : label;
    if (notes.includes('unknown'))
      terminal.err(oneLine(`${list}: no indicator has the id "${name}"; "gongwen extract" prints ids as indicatorId`));
    if (notes.includes('not-found')) terminal.err(oneLine(`${list}: no plan has "${name}"; its row is empty`));
  }
}

/** `gongwen compare PATHS…`. */
export async function compare(paths: readonly string[], flags: CompareFlags, terminal: Terminal): Promise<number> {
  const { format, by, similarity, indicators, headers, bom, quiet = false } = flags;
  const out = flags.out === STDIN ? undefined : flags.out;
  if (out !== undefined && format !== undefined)
    throw new UsageError('--format is for stdout; with -o the ending of the file says the form');
  const target = out === undefined ? null : await targetOf(out, terminal);
  const wanted = indicators === undefined ? null : await indicatorList(indicators, terminal);
  if (target) await refuseTaken(target, new Set(), flags.force ?? false);
  const outputs = new Set(target?.files.map(({ name }) => join(target.folder, name)));
  const read = await readAll(paths, outputs, flags, terminal);
  if (terminal.signal.aborted) return FAILED;
  if (read.documents.length === 0) {
    terminal.err('error: no plan to compare');
    return FAILED;
  }
  const comparison = compareDocuments(read.documents, { by, similarity, wanted });
  if (target) {
    await refuseTaken(target, read.paths, true);
    const files = await writeComparison(target, comparison, { headers, bom });
    if (!quiet) terminal.err(oneLine(`wrote ${files.join(', ')}`));
  } else if (format === 'csv') {
    await terminal.out(
      await (await import('../../compare/output/csv.js')).longCsv(comparison, { headers, bom: false }),
    );
  } else {
    await terminal.out((await import('../../compare/output/markdown.js')).comparisonMarkdown(comparison, headers));
  }
  if (indicators !== undefined) tellMissing(comparison, indicators, terminal);
  if (!quiet) terminal.err(summary(comparison));
  return read.failed > 0 ? FAILED : OK;
}
