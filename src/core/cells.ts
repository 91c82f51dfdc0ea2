import type { Mark } from './draft.js';
import type { Line } from './lines.js';
import { lastIndex } from './search.js';

/** Finds the cell of a table that holds a line, by binary search: cells do not lie in each other. */
export function cellsAround(marks: readonly Mark[]): (line: Line) => Mark | undefined {
  const cells = marks.filter((mark) => mark.kind === 'cell' && mark.end > mark.start);
  cells.sort((a, b) => a.start - b.start);
  return (line) => {
    const cell = cells[lastIndex(cells.length, (i) => (cells[i]?.start ?? 0) <= line.start)];
    return cell && line.end <= cell.end ? cell : undefined;
  };
}
