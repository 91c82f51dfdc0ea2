import { type ApartTarget, type IndicatorPath, type PathPoint, type Paths, pathsOf } from '../../model/paths.js';
import { shownValue, withUnit } from '../../model/shown.js';
import { el, replaceChildren, svg } from '../dom.js';
import type { View, ViewContext } from '../view.js';
import type { Say } from '../words.js';
import { valueWords, yearWords } from './columns.js';
import { dataTable } from './data-table.js';
import { folded, inPortions, none, recordButton, titles } from './parts.js';
import { markOf, pathChart } from './path-chart.js';

const PORTION = 36;

/** The points of a path as a table, with the records that state them. */
function tableOf(context: ViewContext, { index, indicator, unit, points }: IndicatorPath): HTMLElement {
  const { say } = context;
  const row = (point: PathPoint): HTMLElement => {
    const year =
      point.year === null ? say('paths.no-year') : point.stated ? point.year : say('views.year.implied', point.year);
    const value = withUnit(shownValue(point.comparator, point.value, point.valueMax), unit);
    const records = point.ids.map((id) => recordButton(context, { index, kind: 'targets', id }, id));
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, year),
      el('td', {}, value),
      el('td', {}, say(point.baseline ? 'paths.baseline' : 'paths.target')),
      el('td', {}, records),
    );
  };
  const heads = ['views.col.year', 'views.col.value', 'views.col.role', 'views.col.record'].map((key) =>
    el('th', { scope: 'col' }, say(key)),
  );
  return el(
    'table',
    { class: 'v-small' },
    el('caption', { class: 'v-hidden' }, indicator),
    el('thead', {}, el('tr', {}, heads)),
    el('tbody', {}, points.map(row)),
  );
}

function panel(context: ViewContext, titleAt: (index: number) => string | null, path: IndicatorPath): HTMLElement {
  const { say } = context;
  const { index, id, indicator, unit, doubled } = path;
  const title = titleAt(index);
  return el(
    'figure',
    { class: 'v-panel' },
    el(
      'figcaption',
      {},
      recordButton(context, { index, kind: 'targets', id }, indicator),
      el('small', {}, [unit, title].filter(Boolean).join(' · ')),
    ),
    pathChart(path, say),
    doubled.length > 0 && el('p', { class: 'v-note' }, `⚠ ${say('paths.doubled', doubled.join('、'))}`),
    folded(say('views.as-table'), () => tableOf(context, path)),
  );
}

function legend(say: Say): HTMLElement {
  const item = (comparator: PathPoint['comparator'], kind: string, key: string): HTMLElement =>
    el(
      'li',
      {},
      svg(
        'svg',
        { viewBox: '0 0 18 16', width: 18, height: 16, 'aria-hidden': 'true' },
        markOf(comparator, 9, 8, kind),
      ),
      say(key),
    );
  return el(
    'ul',
    { class: 'v-legend', 'aria-label': say('paths.legend') },
    item('eq', 'v-point v-start', 'paths.baseline'),
    item('eq', 'v-point', 'paths.eq'),
    item('ge', 'v-point', 'paths.ge'),
    item('le', 'v-point', 'paths.le'),
    item('approx', 'v-point', 'paths.approx'),
    item('range', 'v-point', 'paths.range'),
    item('eq', 'v-point v-implied', 'paths.implied'),
  );
}

function apartTable(context: ViewContext, apart: readonly ApartTarget[]): HTMLElement {
  const { say } = context;
  const titleAt = titles(context);
  const many = context.documents.length > 1;
  return dataTable<ApartTarget>({
    caption: say('paths.apart', apart.length),
    say,
    rows: apart,
    columns: [
      {
        title: say('views.col.indicator'),
        text: ({ target }) => target.indicator,
        head: true,
        cell: ({ index, id, target }) => recordButton(context, { index, kind: 'targets', id }, target.indicator),
      },
      {
        title: say('views.col.value'),
        text: ({ target }) => valueWords(target, say),
        sort: ({ target }) => target.valueBase ?? target.value,
        numeric: true,
      },
      { title: say('views.col.year'), text: ({ target }) => yearWords(target, say), choice: true },
      { title: say('views.col.reason'), text: ({ reason }) => say(`views.reason.${reason}`), choice: true },
      ...(many
        ? [{ title: say('views.col.document'), text: ({ index }: ApartTarget) => titleAt(index) ?? '', choice: true }]
        : []),
    ],
  });
}

function drawPaths(root: HTMLElement, context: ViewContext, { paths, apart }: Paths): void {
  const { say } = context;
  const titleAt = titles(context);
  const list = el('div', { class: 'v-panels' });
  replaceChildren(
    root,
    el('p', {}, say('paths.summary', paths.length, apart.length)),
    paths.length > 0 && [
      legend(say),
      el('p', { class: 'v-quiet' }, say('paths.scale')),
      inPortions({ list, items: paths, portion: PORTION, say }, (path) => panel(context, titleAt, path)),
    ],
    apart.length > 0 && [el('h3', {}, say('paths.apart', apart.length)), apartTable(context, apart)],
  );
}

/** Indicators from where they start over the years of their targets, one small drawing each. */
export const paths: View = {
  id: 'paths',
  render: (root, context) => {
    const found = pathsOf(context.documents);
    if (found.paths.length + found.apart.length === 0) replaceChildren(root, none(context.say));
    else drawPaths(root, context, found);
  },
};
