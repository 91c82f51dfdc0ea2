import type { Line } from '../core/lines.js';
import { columnName, isColumnName, LONGEST_NAME } from '../lexicon/column-names.js';
import { isCaption } from '../lexicon/tables.js';
import { captionAbove, isContinued } from './captions.js';
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
/** Names that are not sure are no longer where a head begins: longer ones are titles. */
const SHORT_NAME = 6;
/** How often a reading is repeated with what the last one taught. */
const LESSONS = 2;
/** Lines that a reading is taught by. */
const SAMPLE = 1500;
/** Lines of a table that are looked at, first and as long as it goes on; no plan has one with more cells. */
const LIMITS = [200, 2500, 30_000] as const;
/**
 * Lines that may be read in vain, and how many of them each line of the text makes good: heads without tables, one below
 * the other, must not be read without end.
 */
const PATIENCE = 50_000;
const REPAID = 2;
const USUAL = 6;

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
  let debt = 0;
  for (let i = 0; i < lines.length; i++) {
    debt = Math.max(0, debt - REPAID);
    if (debt > PATIENCE) continue;
    const found = tableAt(text, i);
    if (!found) continue;
    if ('table' in found) tables.push(found.table);
    else {
      debt += found.read;
      const { title, line, lastLine } = found;
      if (title !== undefined) uncertain.push({ title, line, lastLine });
    }
    i = found.lastLine - 1;
  }
  return { tables, uncertain };
}

interface FoundTable {
  readonly table: RawTable;
  /** By how many nats it is likelier than text. */
  readonly gain: number;
  readonly line: number;
  readonly lastLine: number;
}

/** What was found in lines that no other table can begin in; without a title where it is not worth telling. */
interface NoTable {
  readonly title?: string;
  readonly line: number;
  readonly lastLine: number;
  /** Lines that were read for it, as often as they were. */
  readonly read: number;
}

function tableAt(text: CellText, start: number): FoundTable | NoTable | undefined {
  // One name alone is no head. Most short lines are headings above a paragraph, so this is asked first.
  if (!isShort(text, start) || !isShort(text, start + 1) || !mayOpenHead(text, start)) return undefined;
  // What ends like the name of a column may be the title of the table: 主要指标, 建设项目.
  const words = text.lines[start]?.text ?? '';
  const here = readTable(text, start);
  const titled = captionAbove(text.lines, start + 1, undefined).title !== '';
  if (titled || (isColumnName(words) && !isCaption(words)) || !mayOpenHead(text, start + 1)) return here;
  const below = readTable(text, start + 1);
  if (!('table' in below) || below.table.header[0] === '') return here;
  if (!('table' in here) || here.gain < below.gain - CLEAR) return below;
  if (here.gain > below.gain + CLEAR) return here;
  return { title: words, line: below.line, lastLine: below.lastLine, read: 0 };
}

function readTable(text: CellText, start: number): FoundTable | NoTable {
  const { title, unit, firstLine } = captionAbove(text.lines, start + 1, undefined);
  const short = window(text, start);
  const heads = headsAt(short, title !== '');
  const [likeliest] = heads;
  if (!likeliest) return { line: start + 1, lastLine: start + 1, read: short.length };
  let region = regionOf(text, start, likeliest.next, LIMITS[0]);
  const trial = trialReader(isContinued(title));
  let tried = readAll(text, region, heads, trial);
  for (const limit of LIMITS.slice(1)) {
    if (region.closed || !tried.more) break;
    region = regionOf(text, start, likeliest.next, limit);
    tried = readAll(text, region, heads, trial);
  }
  const [best] = tried.readings;
  const headEnd = Math.max(region.again - 1, region.cells[likeliest.next - 1] ?? start);
  const failed = (last: number): NoTable => ({
    ...(isWorthTelling(text, likeliest, headEnd + 1, title)
      ? { title: title || likeliest.columns.map(({ name }) => name).join(' ') }
      : {}),
    line: start + 1,
    lastLine: last + 1,
    read: tried.read,
  });
  if (!best) return failed(headEnd);
  const end = best.head.next + best.reading.placed.length;
  const last = region.cells[end - 1] ?? headEnd;
  const behind = region.cells.slice(end, end + 8).map((index) => text.at(index));
  if (!isClear(tried.readings) || leavesCells(behind, best.head.columns, best.rows.at(-1)))
    return failed(Math.max(last, headEnd));
  const header = best.head.columns.map((column) => column.name);
  const table = { title, header, rows: best.rows, ...(unit === '' ? {} : { unit }), firstLine, lastLine: last + 1 };
  return { table, gain: best.gain, line: start + 1, lastLine: last + 1 };
}

/** Whether lines look so much like a table that a reader should know that it was not read. */
function isWorthTelling(text: CellText, head: FlatHead, behind: number, title: string): boolean {
  if (title !== '') return true;
  if (head.sure < 3) return false;
  let typed = 0;
  for (let i = behind; i < Math.min(text.lines.length, behind + 8); i++)
    if (TYPED.has(text.at(i).shapes[0] ?? 'short')) typed++;
  return typed >= 2;
}

const TYPED: ReadonlySet<string> = new Set(['integer', 'number', 'year', 'dash', 'unit', 'property', 'nature']);

/** Whether a line is short enough for a name. */
function isShort(text: CellText, at: number): boolean {
  const line = text.lines[at];
  return line !== undefined && line.text.length <= LONGEST_NAME && !text.taken(at);
}

/** Whether a head may begin with a line, or with its first piece, or what only a title above makes one. */
function mayOpenHead(text: CellText, at: number): boolean {
  const words = text.lines[at]?.text ?? '';
  if (words === '' || words.length > LONGEST_NAME || text.taken(at)) return false;
  if (isColumnName(words)) return true;
  const next = text.lines[at + 1]?.text ?? '';
  const named = words.length <= SHORT_NAME && columnName(words) !== undefined;
  if (named && isColumnName(next) && isColumnName(text.lines[at + 2]?.text ?? '')) return true;
  if (words.length <= 8 && next.length <= 10 && isColumnName(words + next)) return true;
  return named && captionAbove(text.lines, at + 1, undefined).title !== '';
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

interface Readings {
  /** Those that look like a table, the likeliest first. */
  readonly readings: readonly HeadReading[];
  /** Whether one of them might go on behind the region. */
  readonly more: boolean;
  /** Lines that were read, as often as they were. */
  readonly read: number;
}

type Trial = (cells: readonly CellLine[], head: FlatHead, banded: boolean) => { model: RowModel; reading?: Reading };

/** Reads the first lines below a head; heads whose columns differ in nothing but their names are read once. */
function trialReader(continued: boolean): Trial {
  const known = new Map<string, Reading | undefined>();
  return (cells, { columns, next }, banded) => {
    const model = { columns, costs: costsOfNames(columns, banded), banded, continued, rivals: 1 as const };
    const sample = cells.slice(next, next + TRIAL);
    const kinds = columns.map(({ kind, merges }) => `${kind}${merges ? '+' : ''}`);
    const key = `${next} ${sample.length} ${banded} ${kinds}`;
    if (!known.has(key)) known.set(key, readRows(sample, model));
    const reading = known.get(key);
    return { model, ...(reading && { reading }) };
  };
}

function readAll(text: CellText, region: Region, heads: readonly FlatHead[], trial: Trial): Readings {
  const cells = region.cells.map((index) => text.at(index));
  let read = 0;
  const tried = heads.flatMap((head) => {
    const first = cells[head.next];
    const ways = first && (bandCost(first) < 3 || first.shapes[0] === 'total') ? [false, true] : [false];
    return ways.flatMap((banded) => {
      const { model, reading } = trial(cells, head, banded);
      read += (reading?.read ?? 0) * effort(head);
      const gain = head.gain + (reading?.gain ?? 0) - (banded ? bandedPrior(head) : 0);
      return reading ? [{ head, model, first: reading, gain }] : [];
    });
  });
  tried.sort((a, b) => b.gain - a.gain);
  const best = tried[0]?.gain ?? 0;
  let more = false;
  const readings = tried
    .filter(({ gain }, i) => i < TRIED && gain > best - BEHIND)
    .flatMap(({ head, model, first }) => {
      const body = cells.slice(head.next);
      const reading = readAndLearn(body, model, body.length <= TRIAL ? first : undefined);
      if (!reading) return [];
      read += reading.read * (LESSONS + 1) * effort(head);
      more ||= reading.read >= body.length;
      const lines = region.cells.slice(head.next).map((index) => text.lines[index] as Line);
      const rows = rowsOf(lines, reading.placed, head.columns);
      return [{ head, reading, rows, gain: head.gain + reading.gain - (model.banded ? bandedPrior(head) : 0) }];
    })
    .filter((found) => isSound(found.head.columns, found.reading, found.rows))
    .sort((a, b) => b.gain - a.gain);
  return { readings, more, read };
}

/** What a line costs to read, as a multiple of what it costs in a table of usual width. */
function effort({ columns }: FlatHead): number {
  return (columns.length / USUAL) ** 2;
}

/** Where a column names the groups, they hardly stand above the rows as well. */
function bandedPrior({ columns }: FlatHead): number {
  return columns.some(({ kind }) => kind === 'group') ? 3 : 0.5;
}

/** @param first the reading by the names alone, where it is known of all lines */
function readAndLearn(body: readonly CellLine[], model: RowModel, first: Reading | undefined): Reading | undefined {
  const sample = body.slice(0, SAMPLE);
  let costs = model.costs;
  for (let lesson = 0; lesson < LESSONS; lesson++) {
    const reading = lesson === 0 && first ? first : readRows(sample, { ...model, costs });
    if (!reading) return undefined;
    costs = learntCosts(model.columns, sample, reading.placed, model.banded);
  }
  return readRows(body, { ...model, costs, rivals: 2 });
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
