import type { Line } from '../core/lines.js';
import type { SectionNode } from './nodes.js';

/** The items of lists inside paragraphs (一是 … 二是 …, ——), each below the innermost section that it stands in. */
export function findItems(
  _lines: readonly Line[],
  _sections: readonly SectionNode[],
  _outside: (line: number) => boolean,
): SectionNode[] {
  return [];
}
