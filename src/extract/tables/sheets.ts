import type { Line } from '../../core/lines.js';
import type { TableColumn } from '../../schema/model.js';
import { readColumns } from '../../structure/columns.js';
import { EMPTY_CELL, type RawCell, type RawTable } from '../../structure/raw-table.js';

/** A name of the sheet with what stands beside it; several where the table is turned over. */
interface Entry {
  readonly name: string;
  readonly values: readonly RawCell[];
}

const FIELDS: readonly TableColumn['kind'][] = [
  'lead',
  'responsible',
  'partner',
  'time',
  'content',
  'label',
  'group',
  'place',
  'note',
  'property',
];
/** Other facts that sheets have names for. */
const FACT = /领导|责任人|负责人|联系人|联络员|电话|编号|投资|资金|金额|进展|情况|要求|依据|性质|标准|来源/;
const WORK = /项目|工程|任务|事项|举措|措施|工作|行动|课题|活动|实事|指标|名称/;
/** A sheet that gives work to somebody says so in these words; one of a building project names its builder. */
const GIVES_WORK = /牵头|责任|主办|主责|承办|配合|协办|时限|完成时间|完成期限/;
/** Whom an application is from: forms that are no plan's. */
const FORM =
  /^(?:法人代表|法定代表人|邮编|邮政编码|统一社会信用代码|身份证号码?|签字|盖章|.{0,6}审批意见|申请人.{0,4})[:：]?$/;
/** Characters; a longer cell is no name. */
const LONGEST_NAME = 16;
const WIDEST = 40;

/**
 * A sheet of one task (任务名称 | …, 牵头单位 | …, one below the other or two beside each other), several such sheets in
 * one table, and a table turned over, in which each column is a task: the same with a row for each task. Undefined where a
 * table is none of these.
 */
export function sheetRows(
  table: RawTable,
  text: string,
  lines: readonly Line[],
): { readonly table: RawTable; readonly turned: boolean } | undefined {
  if (table.header.length > WIDEST) return undefined;
  const rows = [headCells(table, text, lines), ...table.rows.map(({ cells }) => cells)].map(distinct);
  const filled = rows.filter((row) => row.length > 0);
  // Most tables are told at a glance: their rows do not begin with names.
  const likely = filled.filter((row) => row.slice(0, 2).some(({ text: name }) => mayName(name))).length;
  if (likely * 5 < filled.length * 4) return undefined;
  const names = fieldNames(rows.flatMap((row) => row.map((cell) => cell.text)));
  const read = filled.map((row) => entriesOf(row, names));
  const named = read.filter((entries) => entries.length > 0).length;
  const paired = read.filter((entries) => entries.some(({ values }) => values.length > 0)).length;
  if (paired < 2 || paired * 2 < named || named * 5 < filled.length * 4 || isHead(read[0] ?? [])) return undefined;
  const entries = read.flat();
  const said = entries.map(({ name }) => name);
  if (new Set(said).size < 2 || isForm(table)) return undefined;
  if (!said.some((name) => GIVES_WORK.test(name)) || !said.some((name) => WORK.test(name))) return undefined;
  const turned = isTurned(read);
  return { table: tableOf(table, turned ? columnTasks(entries) : sheetTasks(entries)), turned };
}

/** A form that somebody fills in about himself or a building project. */
export function isForm({ rows }: RawTable): boolean {
  return rows.some(({ cells }) => cells.some(({ text }) => text.length <= LONGEST_NAME && FORM.test(text)));
}

/** The cells of the first row, which were taken as the head and have lost their places. */
function headCells({ header, rows, firstLine }: RawTable, text: string, lines: readonly Line[]): RawCell[] {
  const until = rows[0]?.cells.find((cell) => cell.text !== '')?.start ?? 0;
  let from = lines[firstLine - 1]?.start ?? 0;
  return header.map((name) => {
    const at = name === '' ? -1 : text.slice(0, until).indexOf(name, from);
    if (at < 0) return EMPTY_CELL;
    from = at + name.length;
    return { text: name, start: at, end: from };
  });
}

/** The filled cells of a row; one that goes over several columns counts once. */
function distinct(cells: readonly RawCell[]): RawCell[] {
  return cells.filter((cell, i) => cell.text !== '' && cells[i - 1]?.start !== cell.start);
}

const NAMING =
  /单位|部门|科室|名称|任务|工作|事项|内容|目标|措施|要求|时[限间]|期限|进[展度]|领导|责任|[人员]$|主办|协办|牵头|备注|说明|项目|地点|投资|资金|类别|编号|情况|计划|概况|步骤|安排/;

function mayName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAMING.test(text);
}

/** Which of the texts are names of what stands beside them. */
function fieldNames(texts: readonly string[]): Set<string> {
  const short = [...new Set(texts)].filter((text) => mayName(text) && !/[。；;，,]|\d/.test(text));
  // Behind a label and over words a column keeps the kind that its own words give it.
  const isField = (text: string): boolean => {
    const column = readColumns(['项目名称', text], [['某', '某，某']])[1];
    return column?.known === true && (FIELDS.includes(column.kind) || FACT.test(text));
  };
  return new Set(short.filter((text) => isField(text) || (FACT.test(text) && text.length <= 8)));
}

function entriesOf(row: readonly RawCell[], names: ReadonlySet<string>): Entry[] {
  const entries: { name: string; values: RawCell[] }[] = [];
  for (const cell of row) {
    if (names.has(cell.text)) entries.push({ name: cell.text.replace(/\s/g, ''), values: [] });
    else entries.at(-1)?.values.push(cell);
  }
  return entries;
}

/** Names alone: the head of a table whose rows are things. */
function isHead(entries: readonly Entry[]): boolean {
  return entries.length > 1 && entries.every(({ values }) => values.length === 0);
}

/** Whether most rows give several values: each column is a task. */
function isTurned(rows: readonly (readonly Entry[])[]): boolean {
  const filled = rows.filter((row) => row.some(({ values }) => values.length > 0));
  const several = filled.filter((row) => row.length === 1 && (row[0]?.values.length ?? 0) > 1).length;
  return several * 2 > filled.length;
}

type Task = readonly { readonly name: string; readonly cell: RawCell }[];

function columnTasks(entries: readonly Entry[]): Task[] {
  const count = Math.max(...entries.map(({ values }) => values.length));
  const complete = entries.filter(({ values }) => values.length === count || values.length === 1);
  return Array.from({ length: count }, (_, i) =>
    complete.flatMap(({ name, values }) => {
      // What stands once goes for all of them.
      const cell = values[i] ?? (values.length === 1 ? values[0] : undefined);
      return cell ? [{ name, cell }] : [];
    }),
  );
}

/** The name that opens the first sheet opens each. */
function sheetTasks(entries: readonly Entry[]): Task[] {
  const tasks: { name: string; cell: RawCell }[][] = [];
  const opening = entries.find(({ values }) => values.length > 0)?.name;
  for (const { name, values } of entries) {
    if (name === opening || tasks.length === 0) tasks.push([]);
    if (/编号|序号/.test(name)) continue;
    for (const cell of values) tasks.at(-1)?.push({ name, cell });
  }
  return tasks;
}

/** A name that a task has twice heads two columns. */
function tableOf(table: RawTable, tasks: readonly Task[]): RawTable {
  const header: string[] = [];
  const rows = tasks.map((task) => {
    const cells: RawCell[] = [];
    for (const { name, cell } of task) {
      let at = header.indexOf(name);
      while (at >= 0 && cells[at]) at = header.indexOf(name, at + 1);
      if (at < 0) at = header.push(name) - 1;
      cells[at] = cell;
    }
    return cells;
  });
  return { ...table, header, rows: rows.map((cells) => ({ cells: header.map((_, i) => cells[i] ?? EMPTY_CELL) })) };
}
