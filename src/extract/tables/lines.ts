import type { Line } from '../../core/lines.js';
import { lastIndex } from '../../core/search.js';
import type { RawCell } from '../../structure/raw-table.js';
import type { TargetCandidate } from '../candidates.js';
import { plainName } from './sized-names.js';
import { isDone, rowYear } from './times.js';
import { horizonOf, isLong, isSentence, type RowView, type TableView } from './view.js';

/** Words of measure that say nothing without the project that they measure. */
const BARE_SIZE =
  /^(?:项目)?(?:估算|计划|概算)?(?:总?投资额?|(?:总|新增)?(?:建筑|占地|用地|规划|总)?面积|用地|占地|(?:建设|办学|用地)?规模|(?:总|全)?长度?|里程|(?:新增)?(?:床位|学位)|库容|总库容|装机(?:容量)?|产能|年产|日处理能力|处理能力|供水能力)$/;

interface CellLines {
  readonly start: number;
  readonly end: number;
  readonly sentences: boolean;
  readonly view: TableView;
  readonly row: RowView;
  readonly name: string;
}

/** What the cells of all tables are to the readers of sentences. */
export interface TableText {
  /** Whether a line is read by its columns alone. */
  readonly isCell: (line: Line) => boolean;
  /** A target of a sentence in a cell with what its row says of it: the year, and whose size it is; none where the row is done. */
  readonly bound: (target: TargetCandidate) => TargetCandidate[];
}

/**
 * The cells of a table of work that tell its contents, or tasks in whole sentences, are read as sentences; numbers,
 * names, times and bodies are read by their columns.
 */
export function tableText(
  views: readonly TableView[],
  isOfWork: (view: TableView) => boolean,
  nameOf: (view: TableView, row: RowView) => { readonly cell: RawCell; readonly text: string } | undefined,
): TableText {
  const cells: CellLines[] = [];
  const ranges = views.map(({ table }) => table);
  for (const view of views) {
    const work = isOfWork(view);
    for (const row of view.rows) {
      const name = nameOf(view, row)?.text ?? '';
      row.cells.forEach((cell, column) => {
        if (cell.text === '' || !row.own(column)) return;
        cells.push({ ...bounds(cell), sentences: isRead(view, column, cell, work), view, row, name });
      });
    }
  }
  const captions = new Set(views.map(({ captionLine }) => captionLine));
  cells.sort((a, b) => a.start - b.start);
  const cellAt = (offset: number): CellLines | undefined => {
    const cell = cells[lastIndex(cells.length, (i) => (cells[i]?.start ?? 0) <= offset)];
    return cell && offset < cell.end ? cell : undefined;
  };
  const tableAt = (line: number): boolean => {
    const table = ranges[lastIndex(ranges.length, (i) => (ranges[i]?.firstLine ?? 0) <= line)];
    return table !== undefined && line <= table.lastLine;
  };
  return {
    isCell: ({ number, start, text }) => {
      const cell = cellAt(start);
      if (cell) return !cell.sentences;
      return captions.has(number) || (tableAt(number) && !isLong(text));
    },
    bound: (target) => {
      const cell = cellAt(target.start);
      if (!cell) return [target];
      return isDone(cell.view, cell.row) ? [] : [bind(target, cell)];
    },
  };
}

function bounds(cell: RawCell): { start: number; end: number } {
  return { start: cell.start, end: Math.max(cell.end, cell.start + 1) };
}

function isRead(view: TableView, column: number, cell: RawCell, work: boolean): boolean {
  if (view.barred) return false;
  const kind = view.columns[column]?.kind;
  const long = isLong(cell.text);
  if (kind === 'content') return work || long;
  if (kind === 'label') return work && isSentence(view, column, cell.text);
  return long && (kind === 'other' || kind === 'note' || kind === 'group');
}

function bind(target: TargetCandidate, { view, row, name }: CellLines): TargetCandidate {
  const { fields } = target;
  const title = plainName(name);
  const indicator =
    BARE_SIZE.test(fields.indicator) && title.length >= 2 && title.length <= 30
      ? title + fields.indicator
      : fields.indicator;
  // The row's own time is nearer than the caption's, the sentence's nearer than the row's.
  const open = fields.year === null || fields.horizon?.basis === 'table';
  const standing = fields.class === 'norm' || fields.per !== null;
  const ofRow = open ? rowYear(view, row) : null;
  const year = (standing ? null : ofRow) ?? fields.year;
  const horizon = year === null || year !== fields.year ? horizonOf(view, year ?? ofRow) : fields.horizon;
  return { ...target, fields: { ...fields, indicator, year, horizon } };
}
