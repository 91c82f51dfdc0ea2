import type { App } from './app.js';
import { el } from './dom.js';
import { kindMark } from './marks.js';
import { RECORD_KINDS } from './records.js';

/** Keys with the word that says what they do. */
const KEYS: readonly (readonly [keys: readonly string[], word: string])[] = [
  [['j', 'n'], 'keys.next'],
  [['k', 'p'], 'keys.previous'],
  [['a'], 'keys.accept'],
  [['r'], 'keys.reject'],
  [['c', 'e'], 'keys.correct'],
  [['u'], 'keys.undo'],
  [['/'], 'keys.search'],
  [['Esc'], 'keys.escape'],
  [['?'], 'keys.help'],
];

/** What the marks mean and what the keys do. */
export function showHelp(app: App): void {
  if (document.querySelector('dialog.help')) return;
  const dialog = el(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title', on: { close: () => dialog.remove() } },
    el('h2', { id: 'help-title' }, app.say('help.title')),
    el('h3', {}, app.say('help.marks')),
    el(
      'ul',
      { class: 'legend' },
      RECORD_KINDS.map((kind) =>
        el(
          'li',
          {},
          kindMark(kind),
          el('mark', { class: `m k-${kind}` }, app.say(`kind.${kind}`)),
          ` ${app.say(`help.${kind}`)}`,
        ),
      ),
    ),
    el('p', {}, app.say('help.scope')),
    el('h3', {}, app.say('help.keys')),
    el(
      'dl',
      { class: 'keys' },
      KEYS.map(([keys, word]) => [
        el(
          'dt',
          {},
          keys.map((key, i) => [i > 0 && ' / ', el('kbd', {}, key)]),
        ),
        el('dd', {}, app.say(word)),
      ]),
    ),
    el('h3', {}, app.say('help.verdicts')),
    el('p', {}, app.say('help.verdictsText')),
    el('p', { class: 'quiet' }, `gongwen ${app.index.version}`),
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', on: { click: () => dialog.close() } }, app.say('help.close')),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
