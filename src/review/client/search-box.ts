import type { App } from './app.js';
import { el, replaceChildren } from './dom.js';
import { icon } from './marks.js';
import { type Hit, hitsOf } from './search.js';
import type { TextView } from './text.js';

export interface SearchBox {
  readonly element: HTMLElement;
  readonly focus: () => void;
}

/** Between the last key and the search, in milliseconds: a long text has thousands of places. */
const PAUSE = 120;

/** Search in the text and in what records say, with the count, the next and the one before. */
export function searchBox(app: App, text: () => TextView | null): SearchBox {
  let hits: readonly Hit[] = [];
  let at = -1;
  const input = el('input', {
    type: 'search',
    id: 'search',
    placeholder: app.say('search.label'),
    'aria-label': app.say('search.label'),
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const count = el('span', { class: 'count', role: 'status' });
  const tell = (): void => {
    const records = hits.filter(({ ref }) => ref !== null).length;
    const sentence = hits.length === 0 ? app.say('search.none') : app.say('search.count', at + 1, hits.length, records);
    replaceChildren(count, input.value.trim() === '' ? '' : sentence);
  };
  const show = (): void => {
    const hit = hits[at];
    const view = text();
    if (!hit || !view) return;
    view.mark('now', [hit]);
    if (hit.ref) app.select(hit.ref.key);
    else view.showPlace(hit.start);
  };
  const step = (by: number): void => {
    if (hits.length === 0) return;
    at = (at + by + hits.length) % hits.length;
    show();
    tell();
  };
  const hitsNow = (): readonly Hit[] => {
    const one = app.open();
    return one ? hitsOf(input.value, one.text, app.shown()) : [];
  };
  /** The filter holds records back or gives them free: who reads stays where they are. */
  const countAgain = (): void => {
    const was = hits[at];
    hits = hitsNow();
    at = hits.findIndex(({ start, ref }) => start === was?.start && ref === was.ref);
    tell();
  };
  const find = (): void => {
    hits = hitsNow();
    at = -1;
    text()?.mark(
      'hit',
      hits.filter(({ ref }) => ref === null),
    );
    text()?.mark('now', []);
    step(1);
    tell();
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      input.value = '';
      find();
      input.blur();
    } else return;
    event.preventDefault();
  });
  app.state.follow((changed) => {
    if (input.value.trim() === '') return;
    if (changed.has('index')) find();
    else if (changed.has('filter')) countAgain();
  });
  const button = (word: string, by: number, name: 'up' | 'down') =>
    el(
      'button',
      {
        type: 'button',
        class: 'step',
        'aria-label': app.say(word),
        title: app.say(word),
        on: { click: () => step(by) },
      },
      icon(name),
    );
  const element = el(
    'div',
    { class: 'search', role: 'search' },
    icon('search'),
    input,
    count,
    button('search.previous', -1, 'up'),
    button('search.next', 1, 'down'),
  );
  return {
    element,
    focus: () => {
      input.focus();
      input.select();
    },
  };
}
