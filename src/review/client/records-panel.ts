import type { App } from './app.js';
import { type Child, el, replaceChildren } from './dom.js';
import type { Judge } from './judge.js';
import { icon, kindMark } from './marks.js';
import { labelOf, type RecordRef } from './records.js';

/** Rows that are made at once; more are asked for. */
const STEP = 400;

/** What a row says of its record: kind, id, the record in short, whether it is suspect, what was said of it. */
function rowContents(app: App, ref: RecordRef): Child[] {
  const verdict = app.verdictOf(ref)?.verdict ?? null;
  const unseen = (text: string): Child => el('span', { class: 'visually-hidden' }, text);
  const suspect = app.say('record.suspect');
  return [
    kindMark(ref.kind),
    unseen(app.say(`kind.one.${ref.kind}`)),
    el('span', { class: 'id' }, ref.id),
    el('span', { class: 'label', lang: 'zh-CN' }, labelOf(ref)),
    ref.record.suspect && el('span', { class: 'suspect', title: suspect }, icon('suspect'), unseen(suspect)),
    verdict && el('span', { class: `badge v-${verdict}` }, icon(verdict), unseen(app.say(`verdict.${verdict}`))),
  ];
}

/** A button that goes on to the next record, or back. */
function stepButton(app: App, judge: Judge, by: 1 | -1): HTMLButtonElement {
  const name = app.say(by > 0 ? 'records.next' : 'records.previous');
  const title = `${name} (${by > 0 ? 'j' : 'k'})`;
  const click = (): void => judge.step(by);
  return el(
    'button',
    { type: 'button', class: 'step', 'aria-label': name, title, on: { click } },
    icon(by > 0 ? 'down' : 'up'),
  );
}

/** Have a row in sight, without moving anything but its list. */
function showIn(list: HTMLElement, current: HTMLElement): void {
  if (list.clientHeight === 0) return;
  const [row, frame] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
  if (row.top < frame.top || row.bottom > frame.bottom) list.scrollTop += row.top - frame.top - frame.height / 3;
  if (list.contains(document.activeElement)) current.focus({ preventScroll: true });
}

/** The records that are shown, as a list: every one is to be reached here, on a phone as well. */
export function recordsPanel(app: App, judge: Judge): HTMLElement {
  const count = el('span', { class: 'count', role: 'status' });
  const list = el('ul', { class: 'records' });
  const rows = new Map<string, HTMLButtonElement>();
  let limit = STEP;
  const panel = el(
    'section',
    { id: 'panel-records', class: 'panel records-panel', 'aria-label': app.say('panel.records') },
    el(
      'div',
      { class: 'title' },
      el('h2', {}, app.say('panel.records')),
      count,
      stepButton(app, judge, -1),
      stepButton(app, judge, 1),
    ),
    list,
  );
  const row = (ref: RecordRef): Child => {
    const button = el('button', {
      type: 'button',
      class: 'record',
      'data-key': ref.key,
      tabindex: -1,
      on: {
        click: () => {
          app.state.set({ panel: null });
          app.select(ref.key);
        },
      },
    });
    rows.set(ref.key, button);
    replaceChildren(button, rowContents(app, ref));
    return el('li', {}, button);
  };
  const fill = (): void => {
    const shown = app.shown();
    const chosen = app.state.now().selected;
    const at = shown.findIndex(({ key }) => key === chosen);
    if (at >= limit) limit = at + STEP;
    rows.clear();
    const rest = shown.length - limit;
    replaceChildren(
      list,
      shown.slice(0, limit).map(row),
      rest > 0 &&
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              on: {
                click: () => {
                  limit += STEP;
                  fill();
                },
              },
            },
            app.say('records.more', rest),
          ),
        ),
      shown.length === 0 && el('li', { class: 'quiet' }, app.say('judge.none')),
    );
    choose();
  };
  const tell = (): void => {
    const one = app.open();
    const shown = app.shown();
    const judged = shown.filter((ref) => app.verdictOf(ref) !== null).length;
    replaceChildren(count, app.say('records.count', shown.length, one?.refs.length ?? 0, judged));
  };
  const choose = (): void => {
    const chosen = app.state.now().selected;
    let current: HTMLButtonElement | undefined;
    for (const [key, button] of rows) {
      button.tabIndex = -1;
      if (key === chosen) current = button;
      button.removeAttribute('aria-current');
    }
    current?.setAttribute('aria-current', 'true');
    const first = current ?? rows.values().next().value;
    if (first) first.tabIndex = 0;
    if (current) showIn(list, current);
  };
  list.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    judge.step(by);
  });
  fill();
  tell();
  app.state.follow((changed) => {
    const refilled =
      changed.has('index') ||
      changed.has('filter') ||
      (changed.has('verdicts') && app.state.now().filter.verdict !== null);
    if (changed.has('index')) limit = STEP;
    const key = app.state.now().selected;
    if (refilled || (changed.has('selected') && key !== null && !rows.has(key))) fill();
    else if (changed.has('selected')) choose();
    if (changed.has('verdicts') && !refilled) {
      const byKey = app.open()?.byKey;
      for (const [own, button] of rows) {
        const ref = byKey?.get(own);
        if (ref) replaceChildren(button, rowContents(app, ref));
      }
    }
    if (refilled || changed.has('verdicts')) tell();
  });
  return panel;
}
