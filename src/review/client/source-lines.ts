import type { Document } from '../../schema/model.js';
import type { TextLine } from './lines.js';
import { lineAt } from './lines.js';

/**
 * The line of the original for each line of the cleaned text, as far as the records tell: where a record begins, and between
 * two records where no line was taken out or put in. Null elsewhere. For pages of stored records, which bring no more.
 */
export function guessedSourceLines(document: Document, lines: readonly TextLine[]): (number | null)[] {
  const found: (number | null)[] = lines.map(() => null);
  for (const { evidence } of [...document.targets, ...document.deadlines, ...document.responsibilities]) {
    const { source, start } = evidence;
    if (!('line' in source) || 'page' in source) continue;
    const at = lineAt(lines, start) - 1;
    if (at < found.length) found[at] = Math.min(found[at] ?? source.line, source.line);
  }
  let last = -1;
  for (const [at, line] of found.entries()) {
    if (line === null) continue;
    const from = found[last] ?? null;
    if (from !== null && line - from === at - last) for (let i = last + 1; i < at; i++) found[i] = from + (i - last);
    last = at;
  }
  return found;
}
