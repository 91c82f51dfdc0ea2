import type { App } from './app.js';
import { type Child, el, replaceChildren } from './dom.js';
import { type Filter, NO_FILTER } from './filter.js';
import { kindMark } from './marks.js';
import { RECORD_KINDS } from './records.js';

type Choice = readonly [value: string, word: string];

/** A choice of one, among which the first holds nothing back. */
function chooser(app: App, name: 'klass' | 'year' | 'verdict', choices: readonly Choice[]): HTMLElement {
  const select = el(
    'select',
    {
      id: `filter-${name}`,
      on: {
        change: () =>
          app.state.set({
            filter: { ...app.state.now().filter, [name]: select.value === '' ? null : select.value } as Filter,
          }),
      },
    },
    el('option', { value: '' }, app.say('filter.any')),
    choices.map(([value, word]) => el('option', { value }, app.say(word))),
  );
  const show = (): void => {
    select.value = app.state.now().filter[name] ?? '';
  };
  show();
  app.state.follow((changed) => changed.has('filter') && show());
  return el('label', { class: 'field' }, el('span', {}, app.say(`filter.${name}`)), select);
}

function box(
  app: App,
  label: Child,
  checked: (filter: Filter) => boolean,
  patch: (filter: Filter, on: boolean) => Filter,
): HTMLElement {
  const input = el('input', {
    type: 'checkbox',
    on: { change: () => app.state.set({ filter: patch(app.state.now().filter, input.checked) }) },
  });
  const show = (): void => {
    input.checked = checked(app.state.now().filter);
  };
  show();
  app.state.follow((changed) => changed.has('filter') && show());
  return el('label', { class: 'box' }, input, label);
}

function sections(app: App): HTMLElement {
  const select = el('select', {
    id: 'filter-section',
    on: { change: () => app.state.set({ filter: { ...app.state.now().filter, section: select.value || null } }) },
  });
  const show = (): void => {
    const list = app.open()?.document.sections.filter(({ kind }) => kind !== 'item') ?? [];
    replaceChildren(
      select,
      el('option', { value: '' }, app.say('filter.any')),
      list.map(({ id, chain, title }) =>
        el('option', { value: id }, `${'　'.repeat(chain.split('/').length - 1)}${chain.split('/').at(-1)} ${title}`),
      ),
    );
    select.value = app.state.now().filter.section ?? '';
  };
  show();
  app.state.follow((changed) => (changed.has('filter') || changed.has('index')) && show());
  return el('label', { class: 'field' }, el('span', {}, app.say('filter.section')), select);
}

/** What holds records back: kind, class, year, verdict, doubt, section. */
export function filters(app: App): HTMLElement {
  const kinds = RECORD_KINDS.map((kind) =>
    box(
      app,
      [kindMark(kind), app.say(`kind.${kind}`)],
      ({ kinds: set }) => set.has(kind),
      (filter, on) => {
        const set = new Set(filter.kinds);
        if (on) set.add(kind);
        else set.delete(kind);
        return { ...filter, kinds: set };
      },
    ),
  );
  const clear = el(
    'button',
    { type: 'button', on: { click: () => app.state.set({ filter: NO_FILTER }) } },
    app.say('filter.clear'),
  );
  const panel = el(
    'section',
    { id: 'panel-filter', class: 'panel filter-panel', 'aria-label': app.say('panel.filter') },
    el('fieldset', { class: 'kinds' }, el('legend', {}, app.say('filter.kinds')), kinds),
    chooser(app, 'klass', [
      ['outcome', 'value.outcome'],
      ['output', 'value.output'],
      ['norm', 'value.norm'],
    ]),
    chooser(app, 'year', [
      ['with', 'filter.with'],
      ['without', 'filter.without'],
    ]),
    chooser(app, 'verdict', [
      ['none', 'verdict.none'],
      ['accepted', 'verdict.accepted'],
      ['rejected', 'verdict.rejected'],
      ['corrected', 'verdict.corrected'],
    ]),
    sections(app),
    box(
      app,
      app.say('filter.suspect'),
      ({ suspect }) => suspect,
      (filter, on) => ({ ...filter, suspect: on }),
    ),
    clear,
  );
  const show = (): void => {
    panel.hidden = app.state.now().panel !== 'filter';
  };
  show();
  app.state.follow((changed) => changed.has('panel') && show());
  return panel;
}
