import { BODY_END } from '../../lexicon/bodies/endings.js';
import type { RawCell } from '../../structure/raw-table.js';
import type { ResponsibilityCandidate } from '../responsibility/candidate.js';
import { heldFor } from '../responsibility/conventions.js';
import { listOf } from '../responsibility/names.js';
import { namesIn, noRoles, type Roles } from '../responsibility/roles.js';
import { assignRoles, readStatement } from '../responsibility/stated.js';
import { columnsOfKind, placeOf, type RowView, stretchOf, type TableView } from './view.js';

const NOBODY = /^(?:无|暂无|—+|-+|\/|待定|同上)$/;
const LONGEST_NAME = 40;

/** Who does the work of a row: its columns 牵头单位, 责任单位, 配合单位, with what a cell says of itself: （牵头）, 牵头：…. */
export function rowRoles(
  view: TableView,
  row: RowView,
  name: RawCell,
  governed: readonly number[],
): ResponsibilityCandidate[] {
  const columns = columnsOfKind(view, 'lead', 'responsible', 'partner').filter(
    (i) => (row.cells[i]?.text ?? '') !== '' && !NOBODY.test(row.cells[i]?.text ?? ''),
  );
  const roles = noRoles();
  for (const column of columns) addCell(view, row, column, roles);
  const names = namesIn(roles);
  if (names.length === 0 || names.some((n) => n.length > LONGEST_NAME)) return [];
  const scope = stretchOf(row, governed);
  return [
    {
      fields: {
        style: 'bracket',
        ...assignRoles(roles, heldFor(view.conventions, stretchOf(row, columns))),
        duty: null,
        scope,
      },
      ...placeOf(view, name),
      ...stretchOf(row, columns),
    },
  ];
}

function addCell(view: TableView, row: RowView, column: number, roles: Roles): void {
  const kind = view.columns[column]?.kind;
  const cell = row.cells[column];
  if (!cell) return;
  const text = ungluedNames(joinedLines(view.plan.structure.text.slice(cell.start, cell.end)));
  const stated = /[:：]/.test(text) || /(?:牵头|配合|负责|协助|参与)(?:[,，;；]|$)/.test(text);
  const own = stated ? readStatement(text) : undefined;
  if (own) {
    roles.leads.push(...own.leads);
    roles[kind === 'partner' ? 'partners' : 'responsible'].push(...own.responsible);
    roles.partners.push(...own.partners);
    roles.open ||= own.open;
    return;
  }
  const list = listOf(text);
  roles.open ||= list.open;
  for (const printed of list.names) {
    const mark = /[(（](牵头|主办|主责|配合|协办|协助)(?:单位|部门)?[)）]/.exec(printed);
    const name = printed.replace(mark?.[0] ?? '', '').replace(/^[★☆▲△*＊]|[★☆▲△*＊]$/g, '');
    if (name === '' || NOBODY.test(name)) continue;
    if (mark) roles[/牵头|主/.test(mark[1] ?? '') ? 'leads' : 'partners'].push(name);
    else roles[kind === 'lead' ? 'leads' : kind === 'partner' ? 'partners' : 'responsible'].push(name);
  }
}

/** Endings that close a name wherever the page breaks the line behind them; behind others an area opens the next name. */
const CLOSED =
  /(?:局|厅|办|办公室|中心|公司|集团|部门|学校|医院|委员会|政府|管委会|办事处|银行|学院|大学|法院|检察院|协会|[)）])$/;
const OPENS_NAME =
  /^(?:各|[国省市县区州旗镇乡](?!级|直|域|政府|委|人民)|[\u4e00-\u9fff]{1,3}[市县区州旗镇乡](?=[\u4e00-\u9fff]{2}))/;
const GOES_ON = /^(?:[、,，;；.。()（）及和与等的]|分局|支队|大队|党组|党委)/;

/** A body's name right behind another: what stood between them was a line end of the cell. */
const GLUED =
  /(?<=[\u4e00-\u9fff]{2}(?:局|厅|办|委|部|办公室|委员会|中心|公司|集团|政府|办事处|银行|学校|医院))(?=(?:[省市县区州旗](?![场级直域政容民属委内外])|各[省市县区州旗乡镇街])[\u4e00-\u9fff]{2,12}(?:局|厅|办|委|部|中心|公司|政府|办事处|街道|乡|镇|区|县))/g;

export function ungluedNames(text: string): string {
  return text.replace(GLUED, '、');
}

/** The lines of a cell as one: a name that the page broke goes on, names that stand one a line are listed. */
export function joinedLines(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
  return rest.reduce((joined, line) => {
    if (line === '') return joined;
    const tail = joined.slice(-12);
    const ends = CLOSED.test(tail) || (BODY_END.test(tail) && OPENS_NAME.test(line));
    const opens =
      !GOES_ON.test(line) &&
      (OPENS_NAME.test(line) || (BODY_END.test(line.split(/[、,，]/)[0] ?? '') && line.length > 2));
    const labelled = /^(?:牵头|责任|配合|主办|协办|参与|参加)[\u4e00-\u9fff]{0,4}[:：]/.test(line);
    return `${joined}${labelled ? '；' : ends && opens ? '、' : ''}${line}`;
  }, first);
}
