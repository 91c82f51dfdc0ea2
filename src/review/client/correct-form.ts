import type { App } from './app.js';
import { CORRECTABLE, correctionOf, discordIn, type FieldForm, filledIn, NOTHING, shownValue } from './correction.js';
import { el, replaceChildren } from './dom.js';
import type { Judge } from './judge.js';
import { labelOf, type RecordRef } from './records.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlOf(app: App, field: FieldForm, id: string, value: unknown): Control {
  const attributes = { id, name: field.name, 'aria-describedby': `${id}-problem` };
  const shown = shownValue(value);
  if (field.form === 'choice') {
    const options = field.options.map((option) =>
      el('option', { value: option }, option === NOTHING ? app.say('value.nothing') : app.say(`value.${option}`)),
    );
    const select = el('select', attributes, options);
    select.value = shown;
    return select;
  }
  if (field.form === 'switch') {
    const select = el(
      'select',
      attributes,
      el('option', { value: 'false' }, app.say('value.no')),
      el('option', { value: 'true' }, app.say('value.yes')),
    );
    select.value = shown === 'true' ? 'true' : 'false';
    return select;
  }
  if (field.form === 'long' || field.form === 'list') {
    const area = el('textarea', { ...attributes, rows: field.form === 'list' ? 3 : 2 });
    area.value = shown;
    return area;
  }
  const mode = field.form === 'number' ? 'decimal' : field.form === 'year' ? 'numeric' : 'text';
  const input = el('input', { ...attributes, type: 'text', inputmode: mode, autocomplete: 'off' });
  input.value = shown;
  return input;
}

/** A form with the fields of a record, as it was found or as it was corrected before. */
export function correctRecord(app: App, judge: Judge, ref: RecordRef): void {
  const one = app.open();
  if (!one) return;
  const found = one.found.get(ref.key) ?? {};
  const before = app.verdictOf(ref);
  const values = { ...found, ...(before?.correction ?? {}) };
  const rows = CORRECTABLE[ref.kind].map((field) => {
    const id = `correct-${field.name}`;
    const control = controlOf(app, field, id, values[field.name]);
    const problem = el('span', { id: `${id}-problem`, class: 'problem' });
    const hint =
      field.form === 'list' || field.form === 'baseline' || field.form === 'date'
        ? ` (${app.say(`hint.${field.form}`)})`
        : '';
    const label = el(
      'label',
      { class: field.form === 'long' ? 'field long' : 'field' },
      el('span', {}, app.say(`field.${field.name}`), el('small', {}, hint)),
      control,
      problem,
    );
    return { field, control, problem, label };
  });
  const chains = new Set(one.document.sections.map(({ chain }) => chain));
  const note = el('textarea', { id: 'correct-note', rows: 2 });
  note.value = before?.note ?? '';

  /** What was filled in; null where something is wrong with it, which is shown then. */
  const wanted = (): Readonly<Record<string, unknown>> | null => {
    const entries: [string, unknown][] = [];
    let wrong: Control | null = null;
    for (const { field, control, problem } of rows) {
      const filled = filledIn(field, control.value);
      const trouble = 'problem' in filled ? filled.problem : quoteTrouble(one.text, field.name, control.value);
      replaceChildren(problem, trouble === null ? '' : app.say(trouble));
      control.setAttribute('aria-invalid', String(trouble !== null));
      if (trouble !== null) wrong ??= control;
      else if ('value' in filled) entries.push([field.name, filled.value]);
    }
    const fields = Object.fromEntries(entries);
    const discord = wrong === null ? discordIn(ref.kind, fields, chains) : null;
    const row = rows.find(({ field }) => field.name === discord?.name);
    if (row && discord) {
      replaceChildren(row.problem, app.say(discord.problem));
      row.control.setAttribute('aria-invalid', 'true');
      wrong = row.control;
    }
    wrong?.focus();
    return wrong === null ? fields : null;
  };
  const form = el(
    'form',
    {
      method: 'dialog',
      on: {
        submit: (event) => {
          event.preventDefault();
          const fields = wanted();
          if (fields === null) return;
          dialog.close();
          judge.correct(ref, correctionOf(found, fields), note.value);
        },
      },
    },
    el('h2', { id: 'correct-title' }, app.say('correct.title', app.say(`kind.one.${ref.kind}`), ref.id)),
    el('p', { class: 'quiet' }, labelOf(ref)),
    el('blockquote', { lang: 'zh-CN' }, ref.record.evidence.quote),
    el(
      'div',
      { class: 'grid' },
      rows.map(({ label }) => label),
    ),
    el('label', { class: 'field long' }, el('span', {}, app.say('field.note')), note),
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'primary' }, app.say('correct.save')),
      el('button', { type: 'button', on: { click: () => dialog.close() } }, app.say('correct.cancel')),
    ),
  );
  const dialog = el(
    'dialog',
    { class: 'correct', 'aria-labelledby': 'correct-title', on: { close: () => dialog.remove() } },
    form,
  );
  document.body.append(dialog);
  dialog.showModal();
  rows[0]?.control.focus();
}

/** A quote that the text does not have would be no evidence. */
function quoteTrouble(text: string, name: string, value: string): string | null {
  return name === 'quote' && text !== '' && !text.includes(value.trim().replaceAll('\r\n', '\n'))
    ? 'problem.quote'
    : null;
}
