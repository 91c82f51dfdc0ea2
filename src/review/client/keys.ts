import type { App } from './app.js';
import type { Judge } from './judge.js';
import type { RecordRef } from './records.js';

interface Actions {
  readonly judge: Judge;
  readonly correct: (ref: RecordRef) => void;
  readonly search: () => void;
  readonly help: () => void;
}

/** Whether keys are letters of a text or choices of a control where they are pressed. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]') !== null
  );
}

/** What a key does; null for keys that do nothing here. */
function actionOf(key: string, app: App, { judge, correct, search, help }: Actions): (() => void) | null {
  switch (key) {
    case 'j':
    case 'n':
      return () => judge.step(1);
    case 'k':
    case 'p':
      return () => judge.step(-1);
    case 'a':
      return () => judge.say('accepted');
    case 'r':
      return () => judge.say('rejected');
    case 'c':
    case 'e':
      return () => {
        const ref = app.selected();
        if (ref) correct(ref);
        else app.announce(app.say('judge.choose'));
      };
    case 'u':
      return judge.undo;
    case '/':
      return search;
    case '?':
      return help;
    case 'Escape':
      return () => (app.state.now().panel === null ? app.select(null) : app.state.set({ panel: null }));
    default:
      return null;
  }
}

/** Keys of the whole page. They are free where somebody types, and with Ctrl, Alt or Meta, which are the browser's. */
export function listenToKeys(app: App, actions: Actions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
    const action = actionOf(event.key.length === 1 ? event.key.toLowerCase() : event.key, app, actions);
    // Keys for records are of the text alone; elsewhere a view may have its own.
    if (!action || app.index.documents.length === 0) return;
    if (app.state.now().tab !== 'text' && !['?', '/'].includes(event.key)) return;
    event.preventDefault();
    action();
  });
}
