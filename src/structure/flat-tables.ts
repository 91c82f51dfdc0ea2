import type { Line } from '../core/lines.js';
import { columnName, isColumnName, LONGEST_NAME } from '../lexicon/column-names.js';
import { isCaption, NUMBERED_CAPTION } from '../lexicon/tables.js';
import { captionAbove, isContinued, unitIn } from './captions.js';
import type { CellLine } from './cell-shapes.js';
import { costsOfNames } from './flat-costs.js';
import { rowsOf } from './flat-grid.js';
import { type FlatHead, headsAt, LONGEST_HEAD } from './flat-head.js';
import { learntCosts } from './flat-lessons.js';
import { type CellText, cellText, type Region, regionOf } from './flat-region.js';
import { type Reading, readRows } from './flat-rows.js';
import { isSound, leavesCells } from './flat-sound.js';
import { bandCost, type RowModel } from './flat-ways.js';
import type { RawRow, RawTable } from './raw-table.js';

/** A head of columns whose rows could not be told. */
export interface UncertainTable {
  readonly title: string;
  /** Lines of the cleaned text, 1-based, inclusive. */
  readonly line: number;
  readonly lastLine: number;
}

/** Lines on which the readings of a head are tried before the best ones read all. */
const TRIAL = 40;
/** Readings of a head that read all, and by how many nats the others have to be behind at the trial. */
const TRIED = 3;
const BEHIND = 14;
/** By how many nats the best reading has to be likelier than any other. */
const CLEAR = 2;
/** How often a reading is repeated with what the last one taught. */
const LESSONS = 2;
/** Lines that a reading is taught by. */
const SAMPLE = 1500;

/**
 * Tables that the page flattened to one cell a line. The head is a run of column names; the rows below it are read by
 * what the cells look like ({@link readRows}), first by what the names of the columns tell, then by what that reading
 * taught. Where no reading is clearly the best one, the lines stay lines. Time is linear in the lines.
 * @param taken whether a line (0-based) belongs to a table of another kind
 */
export function flatTables(
  lines: readonly Line[],
  taken: (index: number) => boolean = () => false,
): { tables: RawTable[]; uncertain: UncertainTable[] } {
  const tables: RawTable[] = [];
  const uncertain: UncertainTable[] = [];
  const text = cellText(lines, taken);
  for (let i = 0; i < lines.length; i++) {
    const found = tableAt(text, i);
    if (!found) continue;
    if ('rows' in found) tables.push(found);
    else if (found.title !== undefined)
      uncertain.push({ title: found.title, line: found.line, lastLine: found.lastLine });
    i = found.lastLine - 1;
  }
  return { tables, uncertain };
}

/** What was found in lines that no other table can begin in; without a title where it is not worth telling. */
interface NoTable {
  readonly title?: string;
  readonly line: number;
  readonly lastLine: number;
}

function tableAt(text: CellText, start: number): RawTable | NoTable | undefined {
  if (!mayOpenHead(text, start)) return undefined;
  // A name of a column may be the title of the table as well: 主要指标 above 指标.
  if (mayOpenHead(text, start + 1) && captionAbove(text.lines, start + 2, undefined).firstLine === start + 1) {
    const below = readTable(text, start + 1);
    if (below && 'rows' in below) return below;
  }
  return readTable(text, start);
}

function readTable(text: CellText, start: number): RawTable | NoTable | undefined {
  const { title, unit, firstLine } = captionAbove(text.lines, start + 1, undefined);
  const heads = headsAt(window(text, start), title !== '');
  const [likeliest] = heads;
  if (!likeliest) return undefined;
  const region = regionOf(text, start, likeliest.next);
  const readings = readAll(text, region, heads, isContinued(title));
  const [best] = readings;
  const headEnd = region.cells[likeliest.next - 1] ?? start;
  const failed = (last: number): NoTable => ({
    ...(likeliest.sure >= 3 ? { title: title || likeliest.columns.map(({ name }) => name).join(' ') } : {}),
    line: start + 1,
    lastLine: last + 1,
  });
  if (!best) return failed(headEnd);
  const end = best.head.next + best.reading.placed.length;
  const last = region.cells[end - 1] ?? headEnd;
  const behind = region.cells.slice(end, end + 8).map((index) => text.at(index));
  if (!isClear(readings) || leavesCells(behind, best.head.columns, best.rows.at(-1)))
    return failed(Math.max(last, headEnd));
  return {
    title,
    header: best.head.columns.map((column) => column.name),
    rows: best.rows,
    ...(unit === '' ? {} : { unit }),
    firstLine,
    lastLine: last + 1,
  };
}

/** Whether a head may begin with a line, or with its first piece, or what only a title above makes one. */
function mayOpenHead(text: CellText, at: number): boolean {
  const words = text.lines[at]?.text ?? '';
  if (words === '' || words.length > LONGEST_NAME || text.taken(at)) return false;
  if (isColumnName(words)) return true;
  const next = text.lines[at + 1]?.text ?? '';
  if (words.length <= 8 && next.length <= 10 && isColumnName(words + next)) return true;
  const above = text.lines[at - 1]?.text ?? '';
  return (isCaption(above) || NUMBERED_CAPTION.test(above) || unitIn(above) !== '') && columnName(words) !== undefined;
}

/** The short lines from one on, as far as a head may reach. */
function window(text: CellText, start: number): CellLine[] {
  const cells: CellLine[] = [];
  for (let i = start; i < Math.min(text.lines.length, start + LONGEST_HEAD) && !text.taken(i); i++) {
    if ((text.lines[i]?.text.length ?? 0) > LONGEST_NAME) break;
    cells.push(text.at(i));
  }
  return cells;
}

interface HeadReading {
  readonly head: FlatHead;
  readonly reading: Reading;
  readonly rows: RawRow[];
  readonly gain: number;
}

/** The readings of a region, the likeliest first. */
function readAll(text: CellText, region: Region, heads: readonly FlatHead[], continued: boolean): HeadReading[] {
  const cells = region.cells.map((index) => text.at(index));
  const tried = heads.flatMap((head) => {
    const first = cells[head.next];
    const ways = first && bandCost(first) < 3 ? [false, true] : [false];
    return ways.flatMap((banded) => {
      const model = { columns: head.columns, costs: costsOfNames(head.columns, banded), banded, continued };
      const reading = readRows(cells.slice(head.next, head.next + TRIAL), model);
      return reading ? [{ head, model, gain: head.gain + reading.gain - (banded ? bandedPrior(head) : 0) }] : [];
    });
  });
  tried.sort((a, b) => b.gain - a.gain);
  const best = tried[0]?.gain ?? 0;
  const readings = tried
    .filter(({ gain }, i) => i < TRIED && gain > best - BEHIND)
    .flatMap(({ head, model }) => {
      const reading = readAndLearn(cells.slice(head.next), model);
      if (!reading) return [];
      const lines = region.cells.slice(head.next).map((index) => text.lines[index] as Line);
      const rows = rowsOf(lines, reading.placed, head.columns);
      return [{ head, reading, rows, gain: head.gain + reading.gain - (model.banded ? bandedPrior(head) : 0) }];
    });
  return readings
    .filter((found) => isSound(found.head.columns, found.reading, found.rows))
    .sort((a, b) => b.gain - a.gain);
}

/** Where a column names the groups, they hardly stand above the rows as well. */
function bandedPrior({ columns }: FlatHead): number {
  return columns.some(({ kind }) => kind === 'group') ? 3 : 0.5;
}

function readAndLearn(body: readonly CellLine[], model: RowModel): Reading | undefined {
  const sample = body.slice(0, SAMPLE);
  let costs = model.costs;
  for (let lesson = 0; lesson < LESSONS; lesson++) {
    const reading = readRows(sample, { ...model, costs });
    if (!reading) return undefined;
    costs = learntCosts(model.columns, sample, reading.placed, model.banded);
  }
  return readRows(body, { ...model, costs });
}

/** Whether the best reading is so by far. */
function isClear([best, ...others]: readonly HeadReading[]): boolean {
  if (!best || best.reading.margin < CLEAR) return false;
  return others.every((other) => other.gain < best.gain - CLEAR || sameGrid(best, other));
}

function sameGrid(a: HeadReading, b: HeadReading): boolean {
  const grid = ({ head, rows }: HeadReading): string =>
    JSON.stringify([head.columns.map((c) => c.name), rows.map((row) => row.cells.map((cell) => cell.text))]);
  return grid(a) === grid(b);
}
