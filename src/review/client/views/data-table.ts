import { type Child, el, replaceChildren } from '../dom.js';
import type { Say } from '../words.js';
import { inPortions } from './parts.js';

/** A column of a table that can be sorted and filtered. */
export interface DataColumn<R> {
  readonly title: string;
  /** What it says: filters look at it, and it is shown where there is no `cell`. */
  readonly text: (row: R) => string;
  /** What it is sorted by where that is not its text; null comes last. */
  readonly sort?: (row: R) => string | number | null;
  readonly cell?: (row: R) => Child;
  /** Whether rows can be chosen by its values. */
  readonly choice?: boolean;
  readonly numeric?: boolean;
  /** The column that names the row. */
  readonly head?: boolean;
}

/** What a reader has chosen; kept over a new drawing. */
export interface TableState {
  filter: string;
  /** Place of the column; null for the order of the text. */
  column: number | null;
  descending: boolean;
  readonly choices: Map<number, string>;
}

export const newState = (): TableState => ({ filter: '', column: null, descending: false, choices: new Map() });

const PORTION = 200;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function chosen<R>(rows: readonly R[], columns: readonly DataColumn<R>[], state: TableState): R[] {
  const words = folded(state.filter).split(/\s+/).filter(Boolean);
  const left = rows.filter((row) => {
    for (const [place, value] of state.choices) if (columns[place]?.text(row) !== value) return false;
    if (words.length === 0) return true;
    const all = folded(columns.map(({ text }) => text(row)).join('\n'));
    return words.every((word) => all.includes(word));
  });
  const column = state.column === null ? undefined : columns[state.column];
  return column ? sorted(left, column, state.descending) : left;
}

function sorted<R>(rows: readonly R[], { sort, text }: DataColumn<R>, descending: boolean): R[] {
  const key = sort ?? ((row: R) => text(row) || null);
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return rows
    .map((row) => ({ row, by: key(row) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
      const order =
        typeof a.by === 'number' && typeof b.by === 'number'
          ? a.by - b.by
          : collator.compare(String(a.by), String(b.by));
      return descending ? -order : order;
    })
    .map(({ row }) => row);
}

/** A choice among the values of a column; nothing where there are too few or too many to choose from. */
function choiceOf<R>(
  place: number,
  column: DataColumn<R>,
  rows: readonly R[],
  state: TableState,
  say: Say,
  draw: () => void,
): Child {
  const values = [...new Set(rows.map(column.text))];
  if (values.length < 2 || values.length > 60) return null;
  const option = (value: string, label: string) =>
    el(
      'option',
      { value, selected: (state.choices.get(place) ?? null) === (value === '' ? null : value.slice(1)) },
      label,
    );
  const change = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLSelectElement;
    if (value === '') state.choices.delete(place);
    else state.choices.set(place, value.slice(1));
    draw();
  };
  // A value is marked, so that an empty one is not taken for all.
  const options = values.map((value) => option(`=${value}`, value || say('views.table.empty')));
  return el(
    'label',
    { class: 'v-field' },
    column.title,
    el('select', { on: { change } }, option('', say('views.table.all')), options),
  );
}

/** Sorting for those to whom the heads of columns are not shown. */
function sorter<R>(columns: readonly DataColumn<R>[], state: TableState, say: Say, draw: () => void): HTMLElement {
  const change = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLSelectElement;
    state.column = value === '' ? null : Number(value.slice(1));
    state.descending = value.startsWith('-');
    draw();
  };
  const options = columns.flatMap(({ title }, place) => [
    el('option', { value: `+${place}` }, `${title} ${say('views.table.ascending')}`),
    el('option', { value: `-${place}` }, `${title} ${say('views.table.descending')}`),
  ]);
  const first = el('option', { value: '' }, say('views.table.as-found'));
  return el(
    'label',
    { class: 'v-field v-sorter' },
    say('views.table.sort'),
    el('select', { on: { change } }, first, options),
  );
}

function headOf<R>(column: DataColumn<R>, place: number, state: TableState, draw: () => void): HTMLElement {
  const active = state.column === place;
  const click = () => {
    // Up, down, and back to the order of the text.
    if (!active) Object.assign(state, { column: place, descending: false });
    else if (!state.descending) state.descending = true;
    else Object.assign(state, { column: null, descending: false });
    draw();
  };
  const sign = !active ? '↕' : state.descending ? '↓' : '↑';
  return el(
    'th',
    {
      ...{ scope: 'col', role: 'columnheader', class: column.numeric ? 'v-numeric' : null },
      'aria-sort': !active ? 'none' : state.descending ? 'descending' : 'ascending',
    },
    el(
      'button',
      { type: 'button', class: 'v-sort', on: { click } },
      column.title,
      el('span', { 'aria-hidden': 'true' }, ` ${sign}`),
    ),
  );
}

function rowOf<R>(columns: readonly DataColumn<R>[], row: R): HTMLElement {
  const cells = columns.map((column) => {
    const text = column.text(row);
    const content = column.cell ? column.cell(row) : text;
    const shared = {
      'data-label': column.title,
      class: [column.numeric && 'v-numeric', text === '' && 'v-blank'].filter(Boolean).join(' ') || null,
    };
    return column.head
      ? el('th', { ...shared, scope: 'row', role: 'rowheader' }, content)
      : el('td', { ...shared, role: 'cell' }, content);
  });
  return el('tr', { role: 'row' }, cells);
}

/**
 * A table that can be sorted by every column and filtered by words and values.
 * @param caption says what it is; hidden where a heading stands above.
 */
export function dataTable<R>({
  caption,
  columns,
  rows,
  say,
  state = newState(),
}: {
  readonly caption: string;
  readonly columns: readonly DataColumn<R>[];
  readonly rows: readonly R[];
  readonly say: Say;
  readonly state?: TableState;
}): HTMLElement {
  const count = el('p', { class: 'v-count', role: 'status' });
  const head = el('tr', { role: 'row' });
  const place = el('div', { class: 'v-table-box', role: 'region', 'aria-label': caption, tabindex: '0' });
  const draw = (): void => {
    const left = chosen(rows, columns, state);
    count.textContent =
      left.length === 0 ? say('views.table.no-match') : say('views.table.count', left.length, rows.length);
    const focused = [...head.children].indexOf(document.activeElement?.closest('th') as Element);
    replaceChildren(
      head,
      columns.map((column, i) => headOf(column, i, state, draw)),
    );
    head.children[focused]?.querySelector('button')?.focus();
    const body = el('tbody', { role: 'rowgroup' });
    const title = el('caption', { class: 'v-hidden' }, caption);
    const table = el(
      'table',
      { class: 'v-table', role: 'table' },
      title,
      el('thead', { role: 'rowgroup' }, head),
      body,
    );
    replaceChildren(
      place,
      inPortions({ list: body, around: table, items: left, portion: PORTION, say }, (row) => rowOf(columns, row)),
    );
  };
  const input = ({ currentTarget }: Event) => {
    state.filter = (currentTarget as HTMLInputElement).value;
    draw();
  };
  const field = el('input', {
    type: 'search',
    value: state.filter,
    placeholder: say('views.table.filter-hint'),
    on: { input },
  });
  const choices = columns.map((column, i) => (column.choice ? choiceOf(i, column, rows, state, say, draw) : null));
  const tools = el(
    'div',
    { class: 'v-tools' },
    el('label', { class: 'v-field' }, say('views.table.filter'), field),
    choices,
    sorter(columns, state, say, draw),
  );
  draw();
  return el('div', { class: 'v-data' }, tools, count, place);
}
