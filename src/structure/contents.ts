import type { Line } from '../core/lines.js';

/** The lines (1-based) of the tables of contents: 目录 and its entries. */
export function contentsLines(_lines: readonly Line[]): ReadonlySet<number> {
  return new Set();
}
