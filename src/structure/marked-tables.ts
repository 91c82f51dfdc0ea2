import type { CellPlace, Mark } from '../core/draft.js';
import { type Line, lineIndex } from '../core/lines.js';
import { isCaption } from '../lexicon/tables.js';
import { EMPTY_CELL, type RawCell, type RawTable } from './raw-table.js';

type CellMark = Mark & { kind: 'cell' };

/** The tables whose cells the page marks: spans filled in, header rows folded into one. */
export function markedTables(lines: readonly Line[], marks: readonly Mark[]): RawTable[] {
  const byTable = new Map<number, CellMark[]>();
  for (const mark of marks) {
    if (mark.kind !== 'cell') continue;
    const cells = byTable.get(mark.cell.table);
    if (cells) cells.push(mark);
    else byTable.set(mark.cell.table, [mark]);
  }
  const text = lines.map((line) => line.text).join('\n');
  const place = lineIndex(text);
  return [...byTable.values()].flatMap((cells) => {
    const filled = cells.filter((cell) => cell.end > cell.start);
    const first = filled[0];
    const last = filled.at(-1);
    if (!first || !last) return [];
    const grid = gridOf(cells, text);
    const headRows = headerRows(cells);
    const width = grid[0]?.length ?? 0;
    if (grid.length <= headRows || width < 2) return [];
    const firstLine = place(first.start).line;
    const caption = lines[firstLine - 2];
    const titled = caption !== undefined && isCaption(caption.text);
    return [
      {
        title: titled ? caption.text : '',
        header: foldHeader(grid.slice(0, headRows), width),
        rows: grid.slice(headRows).map((row) => ({ cells: row })),
        firstLine: titled ? firstLine - 1 : firstLine,
        lastLine: place(Math.max(first.start, last.end - 1)).line,
      },
    ];
  });
}

/** Every cell in every place that it covers, so that a row reads alone. */
function gridOf(cells: readonly CellMark[], text: string): RawCell[][] {
  const rows = cells.reduce((most, { cell }) => Math.max(most, cell.row + 1), 0);
  const columns = cells.reduce((most, { cell }) => Math.max(most, cell.column + cell.columnSpan), 0);
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => EMPTY_CELL));
  for (const mark of cells) {
    const { cell } = mark;
    const content = text.slice(mark.start, mark.end).replace(/\n/g, '').trim();
    const value = content === '' ? EMPTY_CELL : { text: content, start: mark.start, end: mark.end };
    for (let r = cell.row; r < Math.min(rows, cell.row + cell.rowSpan); r++) {
      const row = grid[r];
      if (row)
        for (let c = cell.column; c < cell.column + cell.columnSpan; c++)
          row[c] = c === cell.column || isHead(cell) ? value : EMPTY_CELL;
    }
  }
  return grid;
}

function isHead(cell: CellPlace): boolean {
  return cell.head || cell.row === 0;
}

/** How many rows the head has: rows of `<th>`, or as many as a cell of the first row spans. */
function headerRows(cells: readonly CellMark[]): number {
  const headed = cells
    .filter(({ cell }) => cell.head && cell.row > 0 && cell.column > 0)
    .map(({ cell }) => cell.row + 1);
  const spans = cells.filter(({ cell }) => cell.row === 0).map(({ cell }) => cell.rowSpan);
  const wide = cells.some(({ cell }) => cell.row === 0 && cell.columnSpan > 1);
  return Math.max(1, ...headed, ...(wide ? spans.filter((span) => span <= 3) : [1]));
}

function foldHeader(rows: readonly (readonly RawCell[])[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map((row) => row[column]?.text ?? '').filter(Boolean);
    return words.filter((word, i) => words.indexOf(word) === i).join('');
  });
}
