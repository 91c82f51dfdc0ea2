import { outlineText } from '../../report/outline.js';
import { outlineOf } from '../../report/outline-tree.js';
import { diagnosticLine } from '../../report/text.js';
import { type ReadOptions, readOne } from '../reading.js';
import { FAILED, OK, type Terminal } from '../terminal.js';

export interface OutlineCommandOptions extends ReadOptions {
  readonly items?: boolean;
  readonly depth?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Findings that are told; a page that lost its order has thousands. */
const TOLD = 20;

/** `gongwen outline FILE`: the tree on stdout, what is to be looked at in it on stderr. */
export async function outline(file: string, options: OutlineCommandOptions, terminal: Terminal): Promise<number> {
  const read = await readOne([file], options, terminal);
  if (read === null) return FAILED;
  const { items = false, depth, json = false, quiet = false } = options;
  const tree = outlineOf(read.document, { items, ...(depth === undefined ? {} : { depth }) });
  await terminal.out(json ? `${JSON.stringify(tree, null, 2)}\n` : outlineText(tree, terminal.paper, items));
  if (quiet) return OK;
  const findings = tree.diagnostics.filter(({ severity }) => severity !== 'info');
  for (const found of findings.slice(0, TOLD)) terminal.err(diagnosticLine(read.path, found));
  if (findings.length > TOLD)
    terminal.err(`${read.path}: ${findings.length - TOLD} more; outline --json and extract list them all`);
  if (tree.counts.sections === 0 && findings.length === 0) terminal.err(`${read.path}: no headings found`);
  return OK;
}
