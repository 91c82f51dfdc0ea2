import type { RawCell } from '../../structure/raw-table.js';
import type { ResponsibilityCandidate } from '../responsibility/candidate.js';
import { heldFor } from '../responsibility/conventions.js';
import { addRoles, namesIn, noRoles, type Roles } from '../responsibility/roles.js';
import { assignRoles } from '../responsibility/stated.js';
import { cellBodies, isNobody, type RoleColumn } from './cell-bodies.js';
import { type GroupBodies, given } from './group-bodies.js';
import { markedRole } from './role-columns.js';
import { columnsOfKind, isLong, isOfWork, placeOf, type RowView, stretchOf, type TableView } from './view.js';

const LONGEST_NAME = 40;

/** Who does the work of a row: its columns 牵头单位, 责任单位, 配合单位, and what stands over its rows for those it leaves open. */
export function rowRoles(view: TableView, row: RowView, name: RawCell): ResponsibilityCandidate[] {
  if (view.review || row.heads) return [];
  const columns = view.roleColumns.filter((i) => {
    const text = row.cells[i]?.text ?? '';
    return text !== '' && !isNobody(text);
  });
  const roles = noRoles();
  let marked = false;
  for (const column of columns) marked = addCell(view, row, column, roles) || marked;
  const crossed = addMarks(view, row, roles);
  columns.push(...crossed);
  marked ||= crossed.length > 0;
  const above = isOfWork(view) ? fromAbove(view, row, roles) : undefined;
  const names = namesIn(roles);
  if (names.length === 0 || names.some((n) => n.length > LONGEST_NAME)) return [];
  // In a table that is turned over the cells of others stand between.
  const told = view.turned ? columns.slice(0, 1) : columns;
  const stretch = told.length > 0 ? stretchOf(row, told) : { start: above?.start ?? 0, end: above?.end ?? 0 };
  const duty = dutyOf(view, row);
  if (duty !== null)
    return [
      dutyRecord(
        view,
        name,
        roles,
        duty,
        governed(row, view, name),
        stretchOf(row, [...columns, ...dutyColumns(view)]),
      ),
    ];
  const assigned = assignRoles(withoutRepeats(roles), heldFor(view.conventions, stretch));
  const convention = marked && assigned.basis === 'labelled' ? (view.legend?.told ?? null) : assigned.convention;
  return [
    {
      fields: { style: 'bracket', ...assigned, convention, duty: null, scope: governed(row, view, name) },
      ...placeOf(view, name),
      ...stretch,
    },
  ];
}

/** 成员单位 | 职责: what each body has to do, as lists of duties say it. */
const DUTIES = /^(?:主要|具体|工作|部门|单位|成员单位)*(?:职责|职责任务|职责分工|工作职责)$/;
const WHOSE = /^(?:各|成员|责任|有关|相关)*(?:单位|部门)(?:名称)?$/;

function dutyColumns(view: TableView): number[] {
  const [column, ...others] = view.roleColumns;
  if (column === undefined || others.length > 0 || !WHOSE.test(view.columns[column]?.words ?? '')) return [];
  return view.columns.flatMap(({ words }, i) => (i !== column && DUTIES.test(words) ? [i] : []));
}

function dutyOf(view: TableView, row: RowView): string | null {
  const [column] = dutyColumns(view);
  const text = column === undefined ? '' : (row.cells[column]?.text ?? '');
  return text === '' ? null : text.replace(/^(?:主要)?负责/, '').replace(/[。；;]$/, '');
}

function dutyRecord(
  view: TableView,
  name: RawCell,
  roles: Roles,
  duty: string,
  scope: { start: number; end: number },
  stretch: { start: number; end: number },
): ResponsibilityCandidate {
  return {
    fields: {
      style: 'body',
      leads: [...new Set(namesIn(roles))],
      partners: [],
      basis: 'body',
      open: roles.open,
      implied: [],
      convention: null,
      duty,
      scope,
    },
    ...placeOf(view, name),
    ...stretch,
  };
}

/** @returns whether marks of the legend told the roles. */
function addCell(view: TableView, row: RowView, column: number, roles: Roles): boolean {
  const head = view.columns[column];
  const cell = row.cells[column];
  if (!head || !cell) return false;
  const read = cellBodies(view.plan.structure.text.slice(cell.start, cell.end), {
    kind: head.kind as RoleColumn,
    persons: /责任人|负责人|领导|人员/.test(head.words),
    legend: view.legend,
  });
  addRoles(roles, read.roles);
  return read.marked;
}

/** 县水务局 | 县财政局 as columns, ★ or 配合 in their cells. @returns the columns of those who are marked */
function addMarks(view: TableView, row: RowView, roles: Roles): number[] {
  return view.crossColumns.filter((column) => {
    const role = markedRole(row.cells[column]?.text ?? '', view.legend);
    if (role) roles[role].push(view.table.header[column] ?? '');
    return role !== undefined;
  });
}

/** What a caption, a row over all columns or a group says of the rows below counts where the row names nobody who leads. */
function fromAbove(view: TableView, row: RowView, roles: Roles): GroupBodies | undefined {
  const group = groupCell(view, row) ?? row.above;
  if (!group || roles.leads.length > 0) return undefined;
  const { leads, responsible, partners } = group.roles;
  roles.leads.push(...leads);
  roles.partners.push(...partners);
  if (leads.length === 0 && roles.responsible.length === 0) roles.responsible.push(...responsible);
  roles.open ||= group.roles.open;
  return group;
}

/** 县水务局牵头任务 in a column of groups. */
function groupCell(view: TableView, row: RowView): GroupBodies | undefined {
  for (const column of columnsOfKind(view, 'group')) {
    const cell = row.cells[column];
    const roles = cell && cell.text.length <= LONGEST_NAME ? given(cell.text) : undefined;
    if (cell && roles) return { roles, start: cell.start, end: cell.end };
  }
  return undefined;
}

/** A body counts once, in the first role that names it. */
function withoutRepeats({ leads, responsible, partners, open }: Roles): Roles {
  const seen = new Set<string>();
  const fresh = (names: readonly string[]): string[] =>
    names.filter((name) => !seen.has(name) && seen.add(name) !== undefined);
  return { leads: fresh(leads), responsible: fresh(responsible), partners: fresh(partners), open };
}

/** The cells of a row that its bodies answer for: all but the bodies' own, numbers, and remarks. */
function governed(row: RowView, view: TableView, name: RawCell): { start: number; end: number } {
  if (view.turned) return { start: name.start, end: name.end };
  const columns = view.columns.flatMap(({ kind }, i) => {
    const cell = row.cells[i];
    if (!cell || cell.text === '') return [];
    if (kind === 'other' || kind === 'note') return isLong(cell.text) ? [i] : [];
    return kind === 'index' || view.roleColumns.includes(i) ? [] : [i];
  });
  if (!columns.some((i) => row.own(i))) return { start: name.start, end: name.end };
  const { start, end } = stretchOf(row, columns);
  // A row may be about the body itself: shares of bodies.
  return view.roleColumns.some((i) => row.cells[i] === name)
    ? { start: Math.min(start, name.start), end }
    : { start, end };
}
