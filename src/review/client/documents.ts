import type { App } from './app.js';
import { type Child, el } from './dom.js';
import { icon } from './marks.js';

const number = (value: number): Child => el('td', { class: 'number' }, value);

/** All documents of the page, and the inputs that gave none. */
export function documentsList(app: App): HTMLElement {
  const { documents, failures } = app.index;
  const rows = documents.map(({ path, title, sha256, targets, deadlines, responsibilities, warnings, hasText }, i) => {
    const judged = app.verdicts.count(sha256);
    const all = targets + deadlines + responsibilities;
    const open = el(
      'button',
      { type: 'button', class: 'link', on: { click: () => app.state.set({ index: i, tab: 'text', selected: null }) } },
      title ?? path,
    );
    return el(
      'tr',
      {},
      el('td', { class: 'number' }, i + 1),
      el(
        'th',
        { scope: 'row', lang: 'zh-CN' },
        open,
        title !== null && el('small', { class: 'path-name' }, path),
        !hasText && el('small', { class: 'path-name' }, app.say('documents.noText')),
      ),
      [targets, deadlines, responsibilities, warnings].map(number),
      el('td', { class: 'number' }, all === 0 ? '' : `${judged}/${all}`),
    );
  });
  const names = ['number', 'title', 'targets', 'deadlines', 'responsibilities', 'warnings', 'judged'];
  const table = el(
    'table',
    { class: 'documents' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        names.map((name) => el('th', { scope: 'col' }, app.say(`documents.${name}`))),
      ),
    ),
    el('tbody', {}, rows),
  );
  const failed = el(
    'section',
    { class: 'failures' },
    el('h2', {}, icon('warning'), app.say('failures.title', failures.length)),
    el(
      'ul',
      {},
      failures.map(({ path, failure }) =>
        el('li', {}, el('b', {}, path), ' ', failure.message, ' ', el('code', {}, failure.code)),
      ),
    ),
  );
  return el(
    'div',
    { class: 'list' },
    documents.length > 0 && el('div', { class: 'table-box' }, table),
    failures.length > 0 && failed,
  );
}
