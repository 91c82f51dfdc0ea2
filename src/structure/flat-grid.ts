import type { Line } from '../core/lines.js';
import type { FlatColumn } from './flat-costs.js';
import type { Placed } from './flat-ways.js';
import { EMPTY_CELL, type RawCell, type RawRow } from './raw-table.js';

/** A row as it was read: cells by column, undefined where nothing stands. */
interface ReadRow {
  readonly cells: (RawCell | undefined)[];
  readonly band: boolean;
  readonly total: boolean;
}

/**
 * The rows of a reading. A cell that the page broke is one text, without blanks; a label that covers several rows stands
 * in each of them, at its own place.
 * @param lines the lines that the reading counts
 */
export function rowsOf(lines: readonly Line[], placed: readonly Placed[], columns: readonly FlatColumn[]): RawRow[] {
  const width = columns.length;
  const rows: ReadRow[] = [];
  for (const { line, column, move, total } of placed) {
    const cell = cellOf(lines[line] as Line);
    const row = rows.at(-1);
    if (move === 'row' || !row) {
      const opened: ReadRow = { cells: Array.from({ length: width }), band: column >= width, total };
      opened.cells[column >= width ? 0 : column] = cell;
      rows.push(opened);
      continue;
    }
    const at = column >= width ? 0 : column;
    const before = row.cells[at];
    row.cells[at] = move === 'join' && before ? joined(before, cell) : cell;
  }
  return filled(rows, columns).map((cells) => ({ cells }));
}

function cellOf(line: Line): RawCell {
  const indent = line.text.length - line.text.trimStart().length;
  const text = line.text.trim();
  return { text, start: line.start + indent, end: line.start + indent + text.length };
}

function joined(before: RawCell, cell: RawCell): RawCell {
  const words = /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(cell.text);
  return { text: `${before.text}${words ? ' ' : ''}${cell.text}`, start: before.start, end: cell.end };
}

/** Labels that cover several rows in each of them, as a page with marked cells has it. */
function filled(rows: readonly ReadRow[], columns: readonly FlatColumn[]): RawCell[][] {
  const label = columns.findLastIndex(({ kind }) => kind === 'label');
  let above: readonly (RawCell | undefined)[] | undefined;
  return rows.map((row) => {
    const cells = [...row.cells];
    if (row.band) above = undefined;
    else if (!row.total) {
      const first = cells.findIndex((cell) => cell !== undefined);
      let covered = above !== undefined;
      columns.forEach((column, i) => {
        const leading = i < first && (column.merges || column.kind === 'index');
        const inside = column.merges && i < label;
        if (
          cells[i] === undefined &&
          covered &&
          (leading || inside) &&
          !(row.cells[label]?.text.startsWith('其中') && column.kind === 'index')
        )
          cells[i] = above?.[i];
        else if (row.cells[i] !== undefined && column.merges) covered = false;
      });
      above = cells;
    }
    return cells.map((cell) => cell ?? EMPTY_CELL);
  });
}
