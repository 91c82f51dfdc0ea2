import type { Document } from '../../schema/model.js';
import type { TextLine } from './lines.js';
import { lineAt } from './lines.js';

/**
 * The line of the original for the lines of the cleaned text in which records begin; null for the others. For pages of
 * stored records, which bring no more.
 */
export function knownSourceLines(document: Document, lines: readonly TextLine[]): (number | null)[] {
  const found: (number | null)[] = lines.map(() => null);
  for (const { evidence } of [...document.targets, ...document.deadlines, ...document.responsibilities]) {
    const { source, start } = evidence;
    if (!('line' in source) || 'page' in source) continue;
    const at = lineAt(lines, start) - 1;
    if (at >= 0 && at < found.length) found[at] = Math.min(found[at] ?? source.line, source.line);
  }
  return found;
}
