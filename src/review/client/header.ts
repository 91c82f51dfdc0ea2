import type { App } from './app.js';
import { el, replaceChildren } from './dom.js';
import { partsInUse } from './filter.js';
import type { State } from './state.js';
import { VIEWS } from './views/index.js';

/** The tabs of the page: the list of documents where there are several, the text, and the views. */
export function tabsOf(app: App): string[] {
  const { documents, failures } = app.index;
  const list = documents.length + failures.length > 1 || failures.length > 0 ? ['documents'] : [];
  const rest = documents.length > 0 ? ['text', ...VIEWS.map(({ id }) => id)] : [];
  return [...list, ...rest];
}

function tabs(app: App): HTMLElement {
  const names = tabsOf(app);
  const buttons = names.map((name) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${name}`,
        'aria-controls': 'main',
        on: { click: () => app.state.set({ tab: name }) },
      },
      app.say(`view.${name}`),
    ),
  );
  const list = el('div', { class: 'tabs', role: 'tablist', 'aria-label': app.say('tabs.label') }, buttons);
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = (names.indexOf(app.state.now().tab) + step + names.length) % names.length;
    app.state.set({ tab: names[next] ?? 'text' });
    buttons[next]?.focus();
    event.preventDefault();
  });
  const show = (): void => {
    for (const [i, button] of buttons.entries()) {
      const chosen = names[i] === app.state.now().tab;
      button.setAttribute('aria-selected', String(chosen));
      button.tabIndex = chosen ? 0 : -1;
    }
  };
  show();
  app.state.follow((changed) => changed.has('tab') && show());
  return list;
}

function picker(app: App): HTMLElement | null {
  const { documents } = app.index;
  if (documents.length < 2) return null;
  const select = el(
    'select',
    {
      id: 'picker',
      'aria-label': app.say('documents.choose'),
      on: { change: () => app.state.set({ index: Number(select.value), selected: null }) },
    },
    documents.map(({ title, path }, i) => el('option', { value: i }, `${i + 1}. ${title ?? path}`)),
  );
  const show = (): void => {
    select.value = String(app.state.now().index);
  };
  show();
  app.state.follow((changed) => changed.has('index') && show());
  return select;
}

/** A button that is pressed or not. */
function toggle(app: App, word: string, name: 'cleaning' | 'numbers'): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'toggle', on: { click: () => app.state.set({ [name]: !app.state.now()[name] }) } },
    app.say(word),
  );
  const show = (): void => button.setAttribute('aria-pressed', String(app.state.now()[name]));
  show();
  app.state.follow((changed) => changed.has(name) && show());
  return button;
}

/** A button that opens a panel over the text; on a wide screen panels stand beside it, and only the filter folds. */
function panelButton(app: App, name: NonNullable<State['panel']>): HTMLElement {
  const count = el('span', { class: 'count' });
  const button = el(
    'button',
    {
      type: 'button',
      class: `toggle open-${name}`,
      'aria-controls': `panel-${name}`,
      on: { click: () => app.state.set({ panel: app.state.now().panel === name ? null : name }) },
    },
    app.say(`panel.${name}`),
    ' ',
    count,
  );
  const show = (): void => {
    button.setAttribute('aria-expanded', String(app.state.now().panel === name));
    const used = partsInUse(app.state.now().filter);
    if (name === 'filter') replaceChildren(count, used > 0 ? String(used) : '');
  };
  show();
  app.state.follow((changed) => (changed.has('panel') || changed.has('filter')) && show());
  return button;
}

function languageButton(app: App, rebuild: () => void): HTMLElement {
  const other = app.state.now().language === 'zh' ? 'en' : 'zh';
  return el(
    'button',
    {
      type: 'button',
      id: 'language',
      class: 'toggle',
      lang: other === 'zh' ? 'zh-CN' : 'en',
      on: {
        click: () => {
          app.state.set({ language: other });
          rebuild();
          document.getElementById('language')?.focus();
        },
      },
    },
    other === 'zh' ? '中文' : 'English',
  );
}

/** Header of the page: what it is of, where one can go in it, and what can be done with it. */
export function header(
  app: App,
  actions: {
    readonly rebuild: () => void;
    readonly exports: HTMLElement;
    readonly search: HTMLElement;
    readonly help: () => void;
  },
): HTMLElement {
  const title = app.index.title ?? (app.index.documents.length === 1 ? app.index.documents[0]?.title : null);
  const tools = el(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': app.say('tools.label') },
    (['tree', 'filter', 'records'] as const).map((name) => panelButton(app, name)),
    toggle(app, 'tools.cleaning', 'cleaning'),
    toggle(app, 'tools.numbers', 'numbers'),
    actions.search,
  );
  const show = (): void => {
    tools.classList.toggle('away', app.state.now().tab !== 'text');
  };
  show();
  app.state.follow((changed) => changed.has('tab') && show());
  return el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'bar' },
      el('h1', {}, title ?? app.say('page.title')),
      picker(app),
      el('div', { class: 'spring' }),
      actions.exports,
      languageButton(app, actions.rebuild),
      el(
        'button',
        {
          type: 'button',
          class: 'toggle',
          'aria-label': app.say('help.title'),
          title: app.say('help.title'),
          on: { click: actions.help },
        },
        '?',
      ),
    ),
    el('div', { class: 'bar second' }, tabs(app), tools),
  );
}
