import type { App, OpenDocument } from './app.js';
import { type Child, el } from './dom.js';
import { icon } from './marks.js';

function facts(app: App, { document }: OpenDocument): Child {
  const { meta, source } = document;
  const { encoding } = source;
  const rows: readonly (readonly [string, Child])[] = [
    ['issuer', meta.issuer],
    ['documentNumber', meta.documentNumber],
    ['indexNumber', meta.indexNumber],
    ['writtenOn', meta.writtenOn],
    ['publishedOn', meta.publishedOn],
    ['period', meta.period && `${meta.period.from}–${meta.period.to}`],
    ['region', meta.region && [meta.region, meta.regionLevel && ` (${app.say(`value.${meta.regionLevel}`)})`]],
    ['url', meta.url && el('a', { href: meta.url, rel: 'noopener noreferrer', target: '_blank' }, meta.url)],
    [
      'file',
      [
        source.path,
        el(
          'small',
          {},
          ` ${source.format} · ${encoding.name} · ${source.bytes} B · ${app.say(`value.${source.script}`)}`,
        ),
      ],
    ],
    ['sha256', el('code', {}, source.sha256)],
  ];
  return el(
    'dl',
    { class: 'facts' },
    rows
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [el('dt', {}, app.say(`meta.${name}`)), el('dd', {}, value)]),
  );
}

function diagnostics(app: App, { document }: OpenDocument, showLine: (line: number) => void): Child {
  const list = document.diagnostics;
  if (list.length === 0) return null;
  const serious = list.filter(({ severity }) => severity !== 'info').length;
  const rows = list.map(({ code, severity, message, line }) =>
    el(
      'li',
      { class: severity },
      el('span', { class: 'severity' }, app.say(`severity.${severity}`)),
      line !== undefined &&
        el('button', { type: 'button', class: 'ref', on: { click: () => showLine(line) } }, app.say('line.one', line)),
      el('span', {}, message),
      el('code', {}, code),
    ),
  );
  return el(
    'details',
    { class: 'diagnostics' },
    el('summary', {}, serious > 0 && icon('warning'), app.say('diagnostics.title', list.length, serious)),
    el('ul', {}, rows),
  );
}

/** What stands above the text: what the document is, and what is to be said of the reading. */
export function head(app: App, one: OpenDocument, showLine: (line: number) => void): HTMLElement {
  const { removed, repaired } = one.document.cleaning;
  const cleaned = removed.length + repaired.length > 0;
  return el(
    'section',
    { class: 'head', 'aria-label': app.say('meta.label') },
    el('h2', { lang: 'zh-CN' }, one.document.meta.title ?? one.document.source.path),
    el(
      'details',
      { class: 'meta' },
      el(
        'summary',
        {},
        app.say('meta.label'),
        el(
          'span',
          { class: 'quiet', lang: 'zh-CN' },
          [one.document.meta.issuer, one.document.meta.documentNumber, one.document.meta.publishedOn]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      facts(app, one),
    ),
    diagnostics(app, one, showLine),
    cleaned &&
      el(
        'p',
        { class: 'cleaned quiet' },
        app.say('cleaning.sum', removed.length, repaired.length),
        ' ',
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            on: { click: () => app.state.set({ cleaning: !app.state.now().cleaning }) },
          },
          app.say('cleaning.show'),
        ),
      ),
  );
}
