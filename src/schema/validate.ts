import { diagnostic, InputError } from '../core/diagnostic.js';
import { documentShape } from './document-shape.js';
import type { Document, Evidence } from './model.js';
import { type Problem, shapeProblem } from './shape.js';

function duplicateId(kind: string, records: readonly { readonly id: string }[]): Problem | null {
  const seen = new Set<string>();
  for (const [i, record] of records.entries()) {
    if (seen.has(record.id)) return [`${kind}[${i}].id`, `"${record.id}" is used twice`];
    seen.add(record.id);
  }
  return null;
}

/** The first reference that leads nowhere, or null. */
function referenceProblem(document: Document): Problem | null {
  const parts = new Set(document.parts.map((p) => p.id));
  const sections = new Set(document.sections.map((s) => s.id));
  const items = new Set(document.sections.filter((s) => s.kind === 'item').map((s) => s.id));
  const deadlines = new Set(document.deadlines.map((d) => d.id));
  const targets = new Set(document.targets.map((t) => t.id));
  for (const [i, s] of document.sections.entries()) {
    if (s.parent !== null && !sections.has(s.parent)) return [`sections[${i}].parent`, `no section "${s.parent}"`];
    if (!parts.has(s.part)) return [`sections[${i}].part`, `no part "${s.part}"`];
  }
  for (const kind of ['tables', 'targets', 'deadlines', 'responsibilities'] as const) {
    for (const [i, { section }] of document[kind].entries()) {
      if (section !== null && !sections.has(section)) return [`${kind}[${i}].section`, `no section "${section}"`];
    }
  }
  for (const kind of ['targets', 'deadlines', 'responsibilities'] as const) {
    for (const [i, { item }] of document[kind].entries()) {
      if (item !== null && !items.has(item)) return [`${kind}[${i}].item`, `no item "${item}"`];
    }
  }
  for (const [i, { deadline }] of document.targets.entries()) {
    if (deadline !== null && !deadlines.has(deadline)) return [`targets[${i}].deadline`, `no deadline "${deadline}"`];
  }
  const statements = new Set(document.responsibilities.map((r) => r.id));
  for (const kind of ['targets', 'deadlines'] as const) {
    for (const [i, { responsibilities }] of document[kind].entries()) {
      const lost = responsibilities.find((id) => !statements.has(id));
      if (lost !== undefined) return [`${kind}[${i}].responsibilities`, `no responsibility "${lost}"`];
      if (new Set(responsibilities).size < responsibilities.length)
        return [`${kind}[${i}].responsibilities`, 'name a statement twice'];
    }
  }
  for (const [i, conflict] of document.conflicts.entries()) {
    const lost = conflict.targets.find((id) => !targets.has(id));
    if (lost !== undefined) return [`conflicts[${i}].targets`, `no target "${lost}"`];
  }
  return null;
}

/** The first table whose columns are not those of its header, or null. */
function columnProblem({ tables }: Document): Problem | null {
  const i = tables.findIndex(({ header, columns }) => columns.length !== header.length);
  const table = tables[i];
  if (!table) return null;
  return [`tables[${i}].columns`, `are ${table.columns.length} for a header of ${table.header.length}`];
}

/** The first statement whose units are not the names of its lists, or null. */
function unitProblem({ responsibilities }: Document): Problem | null {
  for (const [i, { leads, partners, implied, units }] of responsibilities.entries()) {
    const roles = { lead: leads, partner: partners, implied };
    const named = Object.entries(roles).flatMap(([role, names]) => names.map((name) => `${role} ${name}`));
    const lost = named.findIndex((name, k) => `${units[k]?.role} ${units[k]?.name}` !== name);
    if (lost >= 0) return [`responsibilities[${i}].units[${lost}]`, `is not the ${named[lost]}`];
    if (units.length > named.length) return [`responsibilities[${i}].units`, `are ${units.length} for ${named.length}`];
  }
  return null;
}

function evidenceProblem(document: Document, text: string): Problem | null {
  for (const kind of ['targets', 'deadlines', 'responsibilities'] as const) {
    const records: readonly { readonly evidence: Evidence }[] = document[kind];
    for (const [i, { evidence }] of records.entries()) {
      if (text.slice(evidence.start, evidence.end) !== evidence.quote)
        return [`${kind}[${i}].evidence.quote`, `is not the slice [${evidence.start}, ${evidence.end}) of the text`];
    }
  }
  return null;
}

/**
 * The first thing that is wrong with a document as a problem path and a sentence, or null: its shape, ids used twice,
 * references that lead nowhere, columns that are not the header's, units that are not those of their statement and, where the cleaned text is given, quotes that are not the slice that they claim.
 */
export function findProblem(value: unknown, text?: string): Problem | null {
  const shape = shapeProblem(value, documentShape());
  if (shape) return shape;
  const document = value as Document;
  for (const kind of ['parts', 'sections', 'tables', 'targets', 'deadlines', 'responsibilities'] as const) {
    const twice = duplicateId(kind, document[kind]);
    if (twice) return twice;
  }
  return (
    referenceProblem(document) ??
    columnProblem(document) ??
    unitProblem(document) ??
    (text === undefined ? null : evidenceProblem(document, text))
  );
}

/**
 * Check a document before it leaves the program. Gives back the very same object.
 * @param text the cleaned text that evidence counts in; without it the quotes are not checked.
 * @throws InputError with the diagnostic `schema/invalid`, which names the file and the first problem: a bug of ours.
 */
export function validateDocument(document: Document, text?: string): Document {
  const problem = findProblem(document, text);
  if (problem === null) return document;
  const [path, sentence] = problem;
  throw new InputError(
    diagnostic('schema/invalid', 'error', { path: document.source?.path ?? '', problem: `${path}: ${sentence}` }),
  );
}
