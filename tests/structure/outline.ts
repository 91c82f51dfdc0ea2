import type { Mark } from '../../src/core/draft.js';
import { type Structure, structureOf } from '../../src/structure/index.js';

export const structure = (lines: readonly string[], marks: readonly Mark[] = []): Structure =>
  structureOf(`${lines.join('\n')}\n`, marks);

/** The sections of a text as `chain title`, which says order, tree and words at once. */
export function outline(...lines: string[]): string[] {
  return structure(lines).sections.map((section) => `${section.chain} ${section.title}`.trim());
}

/** The diagnostics of a text as `code line what`, but for the tables that were rebuilt. */
export function told(...lines: string[]): string[] {
  const warnings = structure(lines).diagnostics.filter(({ code }) => code !== 'table/rebuilt');
  return warnings.map(({ code, line, args }) => {
    const what = 'missing' in args ? args.missing.join(',') : 'marker' in args ? args.marker : '';
    return `${code} ${line} ${what}`;
  });
}
