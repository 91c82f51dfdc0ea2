import { el, replaceChildren } from '../dom.js';
import type { RecordKind, View, ViewContext } from '../view.js';
import { deadlineColumns, responsibilityColumns, rowsOf, targetColumns } from './columns.js';
import { dataTable, newState, type TableState } from './data-table.js';
import { none } from './parts.js';

const KINDS: readonly RecordKind[] = ['targets', 'deadlines', 'responsibilities'];

/** What the reader has chosen, kept when the view is drawn again; by documents and kind. */
interface Memory {
  kind: RecordKind;
  readonly states: Map<string, TableState>;
}

const memory: Memory = { kind: 'targets', states: new Map() };

const countOf = ({ documents }: ViewContext, kind: RecordKind): number =>
  documents.reduce((sum, { document }) => sum + document[kind].length, 0);

function tableOf(context: ViewContext, kind: RecordKind): HTMLElement {
  if (countOf(context, kind) === 0) return none(context.say);
  const key = `${kind} ${context.documents.length === 1 ? context.documents[0]?.index : 'all'}`;
  const state = memory.states.get(key) ?? newState();
  memory.states.set(key, state);
  const shared = { caption: context.say(`kind.${kind}`), say: context.say, state };
  if (kind === 'targets') {
    return dataTable({
      ...shared,
      columns: targetColumns(context),
      rows: rowsOf(context, (of) => of.document.targets),
    });
  }
  if (kind === 'deadlines') {
    return dataTable({
      ...shared,
      columns: deadlineColumns(context),
      rows: rowsOf(context, (of) => of.document.deadlines),
    });
  }
  return dataTable({
    ...shared,
    columns: responsibilityColumns(context),
    rows: rowsOf(context, (of) => of.document.responsibilities),
  });
}

/** Tables of the records, one kind at a time. */
export const tables: View = {
  id: 'tables',
  render: (root, context) => {
    const { say } = context;
    const place = el('div');
    const buttons = KINDS.map((kind) => {
      const click = () => {
        memory.kind = kind;
        draw();
      };
      return el(
        'button',
        { type: 'button', class: 'v-kind', on: { click } },
        `${say(`kind.${kind}`)} ${countOf(context, kind)}`,
      );
    });
    const draw = (): void => {
      for (const [i, button] of buttons.entries())
        button.setAttribute('aria-pressed', String(KINDS[i] === memory.kind));
      replaceChildren(place, tableOf(context, memory.kind));
    };
    draw();
    replaceChildren(
      root,
      el('div', { class: 'v-kinds', role: 'group', 'aria-label': say('views.table.which') }, buttons),
      place,
    );
  },
};
