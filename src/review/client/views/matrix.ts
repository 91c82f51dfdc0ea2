import {
  finestOf,
  type Matrix,
  type MatrixBy,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  matrixOf,
  type Role,
} from '../../model/matrix.js';
import { type Child, el, replaceChildren } from '../dom.js';
import type { View, ViewContext } from '../view.js';
import type { Say } from '../words.js';
import { inPortions, none, recordButton } from './parts.js';

const ROLES: readonly Role[] = ['lead', 'partner', 'implied'];
const SIGNS: { readonly [R in Role]: string } = { lead: '●', partner: '○', implied: '◇' };
const MOST_COLUMNS = 40;
const PORTION = 80;

/** Chosen columns; null: the finest that fit. */
const memory: { by: MatrixBy | null } = { by: null };

/** `●2 ○` */
const signsOf = (counts: (role: Role) => number): string =>
  ROLES.filter((role) => counts(role) > 0)
    .map((role) => `${SIGNS[role]}${counts(role) > 1 ? counts(role) : ''}`)
    .join(' ');

const wordsOf = (counts: (role: Role) => number, say: Say): string =>
  ROLES.filter((role) => counts(role) > 0)
    .map((role) => `${say(`views.role.${role}`)} ${counts(role)}`)
    .join(', ');

const nameOf = ({ marker, title }: MatrixColumn, say: Say): string =>
  [marker, title].filter(Boolean).join(' ') || say('matrix.outside');

/** The statements of a cell to choose from. */
function chooser(context: ViewContext, title: string, { index, ids }: MatrixCell): void {
  const { say, documents } = context;
  const known = new Map(
    documents.find((one) => one.index === index)?.document.responsibilities.map((record) => [record.id, record]),
  );
  const dialog = el('dialog', { class: 'v-dialog', 'aria-label': title });
  const close = () => dialog.close();
  const items = ROLES.flatMap((role) =>
    ids[role].map((id) => {
      const record = known.get(id);
      const open: ViewContext['open'] = (...place) => {
        close();
        context.open(...place);
      };
      const label = record?.duty ?? record?.evidence.quote ?? id;
      return el(
        'li',
        {},
        `${SIGNS[role]} ${say(`views.role.${role}`)} `,
        recordButton({ ...context, open }, { index, kind: 'responsibilities', id }, label),
      );
    }),
  );
  // Keys are for the dialog, not for the page below.
  const keydown = (event: KeyboardEvent) => event.stopPropagation();
  dialog.addEventListener('keydown', keydown);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(
    el('p', {}, el('strong', {}, title)),
    el('ul', {}, items),
    el('button', { type: 'button', on: { click: close } }, say('views.close')),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function cellOf(context: ViewContext, row: MatrixRow, column: MatrixColumn): HTMLElement {
  const { say } = context;
  const cell = row.cells.get(column.key);
  if (!cell) return el('td', { role: 'gridcell', tabindex: '-1' });
  const counts = (role: Role): number => cell.ids[role].length;
  const name = `${row.name} · ${nameOf(column, say)}: ${wordsOf(counts, say)}`;
  const all = [...new Set(ROLES.flatMap((role) => cell.ids[role]))];
  const [only] = all;
  const click = () =>
    all.length === 1 && only ? context.open(cell.index, 'responsibilities', only) : chooser(context, name, cell);
  const kind = ROLES.find((role) => counts(role) > 0) ?? 'implied';
  const button = el(
    'button',
    { type: 'button', tabindex: '-1', class: `v-cell v-${kind}`, 'aria-label': name, title: name, on: { click } },
    signsOf(counts),
  );
  return el('td', { role: 'gridcell' }, button);
}

function rowOf(context: ViewContext, columns: readonly MatrixColumn[], row: MatrixRow): HTMLElement {
  const { say } = context;
  const also = row.variants.length > 0 ? say('matrix.also', row.variants.join('、')) : null;
  const counts = (role: Role): number => row.counts[role];
  const label = [
    el('span', { title: also }, row.name),
    ' ',
    el('small', { 'aria-label': wordsOf(counts, say) }, signsOf(counts)),
  ];
  return el(
    'tr',
    { role: 'row' },
    el('th', { scope: 'row', role: 'rowheader', tabindex: '-1' }, label),
    columns.map((column) => cellOf(context, row, column)),
  );
}

/** What of a cell takes the focus. */
const focusable = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector('button') ?? (cell as HTMLElement | undefined) ?? null;

/** Arrow keys, Home and End move between cells, as in the grid of the ARIA Authoring Practices. */
function walk(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest('[role=gridcell], [role=rowheader]');
  const row = cell?.parentElement;
  if (!cell || !row || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = [...row.children].indexOf(cell);
  const rows: { readonly [key: string]: Element | null } = {
    ArrowUp: row.previousElementSibling,
    ArrowDown: row.nextElementSibling,
  };
  const places: { readonly [key: string]: number } = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: row.children.length - 1,
  };
  const next = event.key in rows ? rows[event.key]?.children[at] : row.children[places[event.key] ?? -1];
  if (!(event.key in rows || event.key in places)) return;
  event.preventDefault();
  event.stopPropagation();
  const to = focusable(next);
  if (!to) return;
  focusable(cell)?.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
  to.focus();
}

function gridOf(context: ViewContext, { columns, rows }: Matrix): HTMLElement {
  const { say } = context;
  const heads = columns.map((column) =>
    el(
      'th',
      { scope: 'col', role: 'columnheader', class: 'v-column', title: nameOf(column, say) },
      el('span', {}, nameOf(column, say)),
    ),
  );
  const body = el('tbody', { role: 'rowgroup' });
  const table = el(
    'table',
    { class: 'v-matrix', role: 'grid', 'aria-label': say('view.matrix'), on: { keydown: walk } },
    el(
      'thead',
      { role: 'rowgroup' },
      el('tr', { role: 'row' }, el('th', { scope: 'col', role: 'columnheader' }, say('matrix.unit')), heads),
    ),
    body,
  );
  const portions = inPortions(
    {
      list: body,
      around: el('div', { class: 'v-scroll', role: 'region', tabindex: '0', 'aria-label': say('view.matrix') }, table),
      items: rows,
      portion: PORTION,
      say,
    },
    (row) => rowOf(context, columns, row),
  );
  body.querySelector('th')?.setAttribute('tabindex', '0');
  return portions;
}

function columnChoice({ documents, say }: ViewContext, by: MatrixBy, choose: (by: MatrixBy) => void): Child {
  const all: readonly MatrixBy[] =
    documents.length > 1 ? ['document', 'section'] : ['section', 'subsection', 'statement'];
  const options = all.map((value) => el('option', { value, selected: value === by }, say(`matrix.by.${value}`)));
  const change = ({ currentTarget }: Event) => {
    choose((currentTarget as HTMLSelectElement).value as MatrixBy);
  };
  return el('label', { class: 'v-field' }, say('matrix.by'), el('select', { on: { change } }, options));
}

/** Who leads and who helps in which task. */
export const matrix: View = {
  id: 'matrix',
  render: (root, context) => {
    const { say, documents } = context;
    const finest = finestOf(documents, MOST_COLUMNS);
    const fits = (by: MatrixBy): boolean => documents.length > 1 === (by === 'document') || by === 'section';
    const by = memory.by && fits(memory.by) ? memory.by : finest;
    if (matrixOf(documents, by).rows.length === 0) return replaceChildren(root, none(say));
    const place = el('div');
    const count = el('p', { role: 'status' });
    const draw = (chosen: MatrixBy): void => {
      const found = matrixOf(documents, chosen);
      count.textContent = say('matrix.units', found.rows.length, found.columns.length);
      replaceChildren(place, gridOf(context, found));
    };
    const choose = (chosen: MatrixBy): void => {
      memory.by = chosen;
      draw(chosen);
    };
    draw(by);
    const tools = el('div', { class: 'v-tools' }, columnChoice(context, by, choose));
    const legend = el('p', { class: 'v-quiet' }, say('matrix.legend'), ' ', say('matrix.keys'));
    replaceChildren(root, count, tools, legend, place);
  },
};
