import type { App } from './app.js';
import { el, replaceChildren } from './dom.js';
import { keeps } from './keeper.js';
import { parseVerdicts, VerdictFileError, verdictsText } from './verdict-file.js';

/** Hands a text to the reader as a file. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const reviewedText = (app: App): string => verdictsText(app.verdicts.all());

/** The text in a field, for a browser that lets no page write to the clipboard. */
function fallback(app: App, text: string): HTMLElement {
  const area = el('textarea', { rows: 8, readonly: true, 'aria-label': app.say('export.text') });
  area.value = text;
  return el('div', {}, el('p', {}, app.say('export.refused')), area);
}

async function take(app: App, settleAll: () => void, file: File): Promise<string> {
  try {
    const { documents } = parseVerdicts(await file.text());
    const { here, elsewhere } = app.verdicts.take(documents);
    settleAll();
    app.state.judged();
    return app.say('import.done', here, elsewhere);
  } catch (error) {
    if (error instanceof VerdictFileError)
      return app.say('import.wrong', file.name, app.say(error.word, ...error.values));
    return app.say('import.wrong', file.name, app.say('import.unreadable'));
  }
}

function openDialog(app: App, settleAll: () => void): void {
  const said = el('div', { class: 'said', role: 'status' });
  const sum = app.verdicts.all().reduce((all, { verdicts }) => all + verdicts.length, 0);
  const counts = el('p', {}, app.say('export.count', sum, app.verdicts.unexported()));
  const input = el('input', { type: 'file', id: 'import', accept: '.json,application/json' });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) replaceChildren(said, await take(app, settleAll, file));
    input.value = '';
  });
  const save = (): void => {
    download('verdicts.json', reviewedText(app));
    app.verdicts.markExported();
    app.state.judged();
    replaceChildren(said, app.say('export.saved'));
  };
  const copy = async (): Promise<void> => {
    const text = reviewedText(app);
    try {
      await navigator.clipboard.writeText(text);
      app.verdicts.markExported();
      app.state.judged();
      replaceChildren(said, app.say('export.copied'));
    } catch {
      replaceChildren(said, fallback(app, text));
    }
  };
  const dialog = el(
    'dialog',
    { class: 'exports', 'aria-labelledby': 'export-title', on: { close: () => dialog.remove() } },
    el('h2', { id: 'export-title' }, app.say('export.title')),
    counts,
    el('p', { class: 'quiet' }, app.say(keeps() ? 'export.kept' : 'export.memory')),
    el(
      'div',
      { class: 'actions' },
      el(
        'button',
        { type: 'button', class: 'primary', id: 'export-save', on: { click: save } },
        app.say('export.save'),
      ),
      el('button', { type: 'button', id: 'export-copy', on: { click: () => void copy() } }, app.say('export.copy')),
    ),
    el('p', { class: 'quiet' }, app.say('export.use')),
    el('pre', {}, 'gongwen check DIR --update --from verdicts.json'),
    el('label', { class: 'field' }, el('span', {}, app.say('import.label')), input),
    said,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', on: { click: () => dialog.close() } }, app.say('help.close')),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** The button of the verdicts: how many are not exported yet, and what to do with them. */
export function exportsButton(app: App, settleAll: () => void): HTMLElement {
  const count = el('span', { class: 'count' });
  const button = el(
    'button',
    { type: 'button', id: 'exports', class: 'counted', on: { click: () => openDialog(app, settleAll) } },
    app.say('export.button'),
    ' ',
    count,
  );
  const show = (): void => {
    const open = app.verdicts.unexported();
    replaceChildren(count, open > 0 ? String(open) : '');
    button.title = app.say(
      'export.count',
      app.verdicts.all().reduce((all, { verdicts }) => all + verdicts.length, 0),
      open,
    );
  };
  show();
  app.state.follow((changed) => changed.has('verdicts') && show());
  return button;
}

/** Ask before a page is left whose verdicts are in no file. */
export function guardLeaving(app: App): void {
  addEventListener('beforeunload', (event) => {
    if (app.verdicts.unexported() > 0) event.preventDefault();
  });
}
