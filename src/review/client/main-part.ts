import type { App, OpenDocument } from './app.js';
import { details } from './details.js';
import { documentsList } from './documents.js';
import { type Child, el, replaceChildren } from './dom.js';
import { filters } from './filters.js';
import { head } from './head.js';
import type { Judge } from './judge.js';
import { keyOf, type RecordRef } from './records.js';
import { recordsPanel } from './records-panel.js';
import { type TextView, textView } from './text.js';
import { tree } from './tree.js';
import type { ViewContext } from './view.js';
import { VIEWS } from './views/index.js';

interface Actions {
  readonly judge: Judge;
  readonly correct: (ref: RecordRef) => void;
}

export interface MainPart {
  readonly element: HTMLElement;
  /** The text that is shown; null while something else is. */
  readonly text: () => TextView | null;
  /** To be called when the reader has moved on. */
  readonly moved: () => void;
}

/** What a view may know and do. */
function contextOf(app: App): ViewContext {
  const { scope, index } = app.state.now();
  const wanted = scope === 'all' ? app.index.documents.map((_, i) => i) : [index];
  return {
    documents: wanted.map((i) => app.documentAt(i)),
    say: app.say,
    verdictOf: (at, kind, id) => app.verdicts.get(app.index.documents[at]?.sha256 ?? '', kind, id)?.verdict ?? null,
    open: (at, kind, id) => app.state.set({ index: at, tab: 'text', selected: keyOf(kind, id) }),
  };
}

/** A choice between the open document and all of them. */
function scopeChoice(app: App): Child {
  if (app.index.documents.length < 2) return null;
  const option = (scope: 'one' | 'all') => {
    const input = el('input', {
      type: 'radio',
      name: 'scope',
      value: scope,
      on: { change: () => app.state.set({ scope }) },
    });
    input.checked = app.state.now().scope === scope;
    return el('label', { class: 'box' }, input, app.say(`scope.${scope}`));
  };
  return el('fieldset', { class: 'scope' }, el('legend', {}, app.say('scope.label')), option('one'), option('all'));
}

function viewPart(app: App, id: string): HTMLElement {
  const root = el('div', { class: `view view-${id}` });
  VIEWS.find((view) => view.id === id)?.render(root, contextOf(app));
  return el('div', { class: 'view-frame' }, scopeChoice(app), root);
}

/** The text with what stands beside it. */
function textPart(
  app: App,
  one: OpenDocument,
  actions: Actions,
): { element: HTMLElement; text: TextView; moved: () => void } {
  const text = textView(app, one);
  const movers: ((line: number) => void)[] = [];
  const showLine = (line: number): void => {
    app.state.set({ panel: null });
    text.showLine(line);
  };
  const side = el(
    'aside',
    { class: 'side', 'aria-label': app.say('side.label') },
    details(app, { ...actions, showLine }),
    recordsPanel(app, actions.judge),
  );
  const middle = el('div', { class: 'middle' }, filters(app), head(app, one, showLine), text.element);
  const element = el(
    'div',
    { class: 'columns' },
    tree(app, one, { showLine, onMove: (follower) => movers.push(follower) }),
    middle,
    side,
  );
  const dress = (): void => {
    const { panel, cleaning, numbers } = app.state.now();
    element.classList.toggle('show-cleaning', cleaning);
    element.classList.toggle('show-numbers', numbers);
    element.dataset.panel = panel ?? '';
  };
  const choose = (): void => {
    const ref = app.selected();
    text.paint();
    text.mark('scope', ref?.kind === 'responsibilities' && one.hasText ? [ref.record.scope] : []);
    // Who works in a list, a form or the search stays there; everybody else goes with the record.
    const elsewhere = document.activeElement?.closest('aside, nav, input, select, textarea, dialog') ?? null;
    if (ref) text.showRecord(ref, elsewhere === null);
    moved();
  };
  text.element.addEventListener('click', (event) => text.chooseAt(event));
  dress();
  app.state.follow((changed) => {
    if (!element.isConnected) return;
    if (changed.has('panel') || changed.has('cleaning') || changed.has('numbers')) dress();
    if (changed.has('selected')) choose();
    else if (changed.has('filter') || changed.has('verdicts')) text.paint();
  });
  const moved = (): void => {
    const ref = app.selected();
    // Who goes from record to record reads there, not at the top of the window.
    const line = (ref && text.lineInSight(ref)) ?? text.lineAtHeight(150);
    if (line !== null) for (const mover of movers) mover(line);
  };
  // What was chosen in a view is shown once the text is there.
  queueMicrotask(choose);
  return { element, text, moved };
}

/** The part of the page that a tab changes. */
export function mainPart(app: App, actions: Actions): MainPart {
  const element = el('main', { id: 'main', tabindex: -1 });
  let part: ReturnType<typeof textPart> | null = null;
  let forget = (): void => {};
  const show = (): void => {
    forget();
    forget = app.state.during(fill);
    scrollTo(0, 0);
    part?.moved();
  };
  const fill = (): void => {
    const { tab } = app.state.now();
    const one = app.open();
    part = null;
    if (tab === 'documents' || !one) replaceChildren(element, documentsList(app));
    else if (tab === 'text') {
      part = textPart(app, one, actions);
      replaceChildren(element, part.element);
    } else replaceChildren(element, viewPart(app, tab));
  };
  show();
  app.state.follow((changed) => {
    const view = app.state.now().tab;
    if (changed.has('tab') || changed.has('index') || (changed.has('scope') && view !== 'text')) show();
  });
  return { element, text: () => part?.text ?? null, moved: () => part?.moved() };
}
