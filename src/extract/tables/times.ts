import type { RawCell } from '../../structure/raw-table.js';
import { fold } from '../fold.js';
import { findTimes, type TimeToken } from '../tokens/times.js';
import { columnsOfKind, type RowView, type TableView } from './view.js';

/** An expression of time in a row's cell. */
export interface RowTime {
  readonly column: number;
  readonly cell: RawCell;
  readonly token: TimeToken;
  /** As the cell prints it. */
  readonly text: string;
}

/** No date: it goes on, or lasts a while without saying from when. */
const OPEN_ENDED =
  /^(?:长期|持续|常态|常年|全年|即时|立即|立行立改|随时|适时|按|视|根据|待|暂|无|约?\d{1,3}个?[月年天]$|[近中远]期$)/;

const YEAR = '(?:19|20)\\d{2}';

/** The times that a row gives in its columns of time, from the first year of the plan on: 2022, 2022—2024, 6月底前. */
export function rowTimes(view: TableView, row: RowView): RowTime[] {
  // 责任单位及完成时限: names and times in one cell.
  const mixed = view.roleColumns.filter((column) => /时限|时间|期限/.test(view.columns[column]?.words ?? ''));
  return [...columnsOfKind(view, 'time'), ...mixed].flatMap((column) => {
    const cell = row.cells[column];
    return cell ? cellTimes(view, cell, column) : [];
  });
}

function cellTimes(view: TableView, cell: RawCell, column: number): RowTime[] {
  const text = fold(cell.text).replace(/\s/g, '');
  if (text === '' || OPEN_ENDED.test(text)) return [];
  const year = yearMeant(view, column);
  const tokens = findTimes(spelledOut(text, year), { year }).filter(
    (token) =>
      !token.status &&
      (token.from !== null || token.to !== null || token.recurring !== null) &&
      (token.year ?? 9999) >= (view.plan.firstYear ?? 0),
  );
  const [only] = tokens;
  // The whole cell is the expression, unless it says more than one.
  if (tokens.length === 1 && only && text.length <= only.text.length + 8 && !view.roleColumns.includes(column))
    return [{ column, cell, token: only, text: cell.text }];
  return tokens.map((token) => ({ column, cell, token, text: token.text }));
}

/** Months without a year are of the year that the head, the caption or the document gives. */
function yearMeant(view: TableView, column: number): number | null {
  const { years, plan } = view;
  const captioned = years && years.from === years.to ? years.to : null;
  return view.columns[column]?.year ?? captioned ?? plan.writtenYear;
}

/** 2023.6, 2024/12/31, 2024-06 → with 年 and 月. */
const NUMERIC = new RegExp(`(?<!\\d)(${YEAR})([./-])(0?[1-9]|1[0-2])(?:\\2(0?[1-9]|[12]\\d|3[01]))?(?![\\d年月])`, 'g');
const NO_YEAR = new RegExp(`${YEAR}|十[一二三四五六七]五|每|年[内底末中]|今年|明年|本年`);

/** 2025 → 2025年; 2023.6-2024.12 → 2023年6月-2024年12月; 12月31日, 四季度 → with their year. */
function spelledOut(text: string, year: number | null): string {
  const dated = text
    .replace(NUMERIC, (_, y: string, __, m: string, d?: string) => `${y}年${Number(m)}月${d ? `${Number(d)}日` : ''}`)
    .replace(/(年\d{1,2}月)-(\d{1,2})$/, '$1-$2月')
    .replace(new RegExp(`^(${YEAR})-(${YEAR})(?!\\d|年)`), '$1-$2年')
    .replace(new RegExp(`(?<!\\d)(${YEAR})(?![\\d年]|-${YEAR})`, 'g'), '$1年')
    .replace(/(?<!第)([一二三四])季度/g, '第$1季度');
  if (year === null || NO_YEAR.test(dated)) return dated;
  return dated.replace(/^(?:前|至|到)?(?=\d{1,2}月|第[一二三四]季度|[上下]半年)/, `${year}年`);
}

/** Whether all that a row's columns of time say lies before the plan. */
export function isDone(view: TableView, row: RowView): boolean {
  const first = view.plan.firstYear;
  if (first === null) return false;
  const years = columnsOfKind(view, 'time').flatMap((column) => {
    const text = fold(row.cells[column]?.text ?? '').replace(/\s/g, '');
    return findTimes(spelledOut(text, null), { year: null }).flatMap((token) => token.year ?? []);
  });
  return years.length > 0 && years.every((year) => year < first);
}

/** The last year that a row's times name. */
export function rowYear(view: TableView, row: RowView): number | null {
  const years = rowTimes(view, row).flatMap(({ token }) => (token.recurring ? [] : (token.year ?? [])));
  return years.length > 0 ? Math.max(...years) : null;
}
