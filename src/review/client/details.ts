import type { Responsibility, Target } from '../../schema/model.js';
import type { App, OpenDocument } from './app.js';
import { shownValue } from './correction.js';
import { type Child, el, replaceChildren } from './dom.js';
import type { Judge } from './judge.js';
import { icon, kindMark } from './marks.js';
import { keyOf, labelOf, type RecordRef, valueText } from './records.js';

type Row = readonly [word: string, value: Child];

const given = (value: Child): boolean => value !== null && value !== undefined && value !== '' && value !== false;

/** A value that is one of a few words of the model. */
const word = (app: App, value: string | null): Child => (value === null ? null : app.say(`value.${value}`));

/** A button that leads to another record. */
function link(app: App, one: OpenDocument, key: string): Child {
  const ref = one.byKey.get(key);
  if (!ref) return null;
  return el(
    'button',
    { type: 'button', class: 'ref', on: { click: () => app.select(key) } },
    kindMark(ref.kind),
    `${ref.id} ${labelOf(ref)}`,
  );
}

function targetRows(app: App, one: OpenDocument, record: Target): Row[] {
  const { baseline, horizon, deadline, valueBase, valueMaxBase, unitBase } = record;
  const inBase =
    valueBase === null || (valueBase === record.value && unitBase === record.unit)
      ? null
      : `${valueBase}${valueMaxBase === null ? '' : `–${valueMaxBase}`}${unitBase ?? ''}`;
  const conflicts = one.document.conflicts.filter(({ targets }) => targets.includes(record.id));
  const others = conflicts.flatMap(({ targets }) => targets.filter((id) => id !== record.id));
  return [
    [
      'field.indicator',
      el('span', { lang: 'zh-CN' }, record.indicator, record.indicatorId && el('small', {}, ` ${record.indicatorId}`)),
    ],
    ['field.value', [valueText(record), el('small', {}, ' ', word(app, record.comparator))]],
    ['field.valueBase', inBase],
    ['field.year', record.year],
    ['field.horizon', horizon && [horizon.year, ' ', el('small', {}, word(app, horizon.basis))]],
    ['field.baseline', baseline && shownValue(baseline)],
    ['field.class', word(app, record.class)],
    ['field.change', word(app, record.change)],
    ['field.per', word(app, record.per)],
    ['field.binding', word(app, record.binding)],
    ['field.modality', word(app, record.modality)],
    ['field.deadline', deadline && link(app, one, keyOf('deadlines', deadline))],
    ['field.responsibilities', record.responsibilities.map((id) => link(app, one, keyOf('responsibilities', id)))],
    ['field.conflicts', others.map((id) => link(app, one, keyOf('targets', id)))],
  ];
}

function statementRows(app: App, one: OpenDocument, record: Responsibility): Row[] {
  const held = one.refs.filter(
    ({ kind, record: own }) =>
      kind !== 'responsibilities' && 'responsibilities' in own && own.responsibilities.includes(record.id),
  );
  const units = record.units.map(({ name, fullName, role, unitId, level, kind }) =>
    el(
      'li',
      {},
      el('b', { lang: 'zh-CN' }, name),
      ' ',
      el('span', { class: `role ${role}` }, app.say(`value.${role}`)),
      el(
        'small',
        {},
        [fullName !== name && fullName, level && app.say(`value.${level}`), app.say(`unit.${kind}`), unitId]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  );
  return [
    ['field.units', units.length > 0 ? el('ul', { class: 'units' }, units) : app.say('value.nothing')],
    ['field.open', record.open && app.say('value.yes')],
    ['field.duty', record.duty],
    ['field.style', word(app, record.style)],
    ['field.basis', app.say(`basis.${record.basis}`)],
    [
      'field.convention',
      record.convention && [
        record.convention.quote,
        el('small', {}, ` ${app.say('line.one', record.convention.line)}`),
      ],
    ],
    ['field.scope', app.say('record.scope', record.scope.end - record.scope.start, held.length)],
    ['field.governs', held.slice(0, 12).map(({ key }) => link(app, one, key))],
  ];
}

function ownRows(app: App, one: OpenDocument, ref: RecordRef): Row[] {
  if (ref.kind === 'targets') return targetRows(app, one, ref.record);
  if (ref.kind === 'responsibilities') return statementRows(app, one, ref.record);
  const { text, start, end, recurring, task, responsibilities } = ref.record;
  const targets = one.document.targets.filter(({ deadline }) => deadline === ref.id);
  return [
    ['field.text', text],
    ['field.start', start],
    ['field.end', end],
    ['field.recurring', word(app, recurring)],
    ['field.task', task],
    ['field.targets', targets.map(({ id }) => link(app, one, keyOf('targets', id)))],
    ['field.responsibilities', responsibilities.map((id) => link(app, one, keyOf('responsibilities', id)))],
  ];
}

/** Where the evidence of a record stands, in words. */
function placeText(app: App, { evidence }: RecordRef['record']): string {
  const { source, line } = evidence;
  if ('page' in source) return app.say('place.page', line, source.page, source.line);
  if ('paragraph' in source) return app.say('place.paragraph', line, source.paragraph);
  return app.say('place.line', line, source.line, source.column);
}

function sectionPath(
  app: App,
  one: OpenDocument,
  { section, item }: RecordRef['record'],
  showLine: (line: number) => void,
): Child {
  const byId = new Map(one.document.sections.map((own) => [own.id, own]));
  const path: Child[] = [];
  for (let at = byId.get(item ?? section ?? ''); at; at = byId.get(at.parent ?? '')) {
    const { marker, title, lines } = at;
    path.unshift(
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', class: 'ref', on: { click: () => showLine(lines[0]) } },
          `${marker} ${title}`.trim(),
        ),
      ),
    );
  }
  return path.length > 0 ? el('ol', { class: 'path', lang: 'zh-CN' }, path) : app.say('section.none');
}

/** A value on one line: lists as Chinese parts them. */
const inLine = (value: unknown): string => (Array.isArray(value) ? value.join('、') : shownValue(value));

function correctionRows(app: App, one: OpenDocument, ref: RecordRef): Child {
  const correction = app.verdictOf(ref)?.correction;
  if (!correction) return null;
  const found = one.found.get(ref.key) ?? {};
  const rows = Object.entries(correction).map(([name, value]) => [
    el('dt', {}, app.say(`field.${name}`)),
    el(
      'dd',
      {},
      el('del', {}, inLine(found[name]) || app.say('value.nothing')),
      ' → ',
      el('ins', {}, inLine(value) || app.say('value.nothing')),
    ),
  ]);
  return el('section', { class: 'correction' }, el('h3', {}, app.say('verdict.corrected')), el('dl', {}, rows));
}

interface Actions {
  readonly judge: Judge;
  readonly correct: (ref: RecordRef) => void;
  readonly showLine: (line: number) => void;
}

function buttons(app: App, ref: RecordRef, { judge, correct }: Actions): HTMLElement {
  const verdict = app.verdictOf(ref)?.verdict ?? null;
  const button = (name: 'accepted' | 'rejected' | 'corrected', key: string, click: () => void) =>
    el(
      'button',
      {
        type: 'button',
        class: `do ${name}`,
        'aria-pressed': verdict === name,
        'aria-keyshortcuts': key,
        on: { click },
      },
      icon(name),
      el('span', {}, app.say(`do.${name}`)),
      el('kbd', {}, key),
    );
  return el(
    'div',
    { class: 'do-row', role: 'group', 'aria-label': app.say('do.label') },
    button('accepted', 'a', () => judge.say('accepted')),
    button('rejected', 'r', () => judge.say('rejected')),
    button('corrected', 'c', () => correct(ref)),
    el(
      'button',
      { type: 'button', class: 'do', 'aria-keyshortcuts': 'u', on: { click: judge.undo } },
      el('span', {}, app.say('do.undo')),
      el('kbd', {}, 'u'),
    ),
  );
}

/** Where the verdict on a record has its note; null where there is no verdict. */
function noteArea(app: App, ref: RecordRef, judge: Judge): HTMLTextAreaElement | null {
  if (!app.verdictOf(ref)) return null;
  return el('textarea', {
    rows: 2,
    on: { change: (event) => judge.note(ref, (event.target as HTMLTextAreaElement).value) },
  });
}

/** The panel of the chosen record: what it says, where, and what is to be said of it. */
export function details(app: App, actions: Actions): HTMLElement {
  const box = el('section', { class: 'details', 'aria-label': app.say('details.label') });
  let shown: string | null = null;
  let note: HTMLTextAreaElement | null = null;
  const show = (): void => {
    const one = app.open();
    const ref = app.selected();
    const said = ref && app.verdictOf(ref);
    // A note is taken when its field is left, often by pressing a button of this panel: that must still be there then.
    const now = JSON.stringify([app.state.now().index, ref?.key, said?.verdict, said?.correction]);
    if (now !== shown) draw(one, ref);
    shown = now;
    if (note) note.value = said?.note ?? '';
  };
  const draw = (one: OpenDocument | null, ref: RecordRef | null): void => {
    note = ref && noteArea(app, ref, actions.judge);
    box.classList.toggle('empty', !ref);
    if (!one || !ref) {
      replaceChildren(box, el('p', { class: 'quiet' }, app.say('details.none')));
      return;
    }
    const { record } = ref;
    const rows = ownRows(app, one, ref).filter(
      ([, value]) => given(value) && !(Array.isArray(value) && !value.some((part) => given(part as Child))),
    );
    const verdict = app.verdictOf(ref)?.verdict ?? null;
    replaceChildren(
      box,
      el(
        'div',
        { class: 'title' },
        el('h2', {}, kindMark(ref.kind), `${app.say(`kind.one.${ref.kind}`)} `, el('span', { class: 'id' }, ref.id)),
        verdict && el('span', { class: `badge v-${verdict}` }, icon(verdict), app.say(`verdict.${verdict}`)),
        el(
          'button',
          {
            type: 'button',
            class: 'close',
            'aria-label': app.say('details.close'),
            on: { click: () => app.select(null) },
          },
          icon('close'),
        ),
      ),
      buttons(app, ref, actions),
      record.suspect && el('p', { class: 'warning' }, icon('warning'), app.say(`suspect.${record.suspect}`)),
      correctionRows(app, one, ref),
      el('blockquote', { lang: 'zh-CN' }, record.evidence.quote),
      el(
        'dl',
        {},
        rows.map(([name, value]) => [el('dt', {}, app.say(name)), el('dd', {}, value)]),
        el('dt', {}, app.say('field.place')),
        el('dd', {}, placeText(app, record)),
        el('dt', {}, app.say('field.section')),
        el('dd', {}, sectionPath(app, one, record, actions.showLine)),
      ),
      note && el('label', { class: 'field long' }, el('span', {}, app.say('field.note')), note),
    );
  };
  show();
  app.state.follow(
    (changed) => (['selected', 'index', 'verdicts'] as const).some((name) => changed.has(name)) && show(),
  );
  return box;
}
