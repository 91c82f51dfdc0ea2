import { placeOf, type Timeline, type TimelineItem, type TimelineYear, timelineOf } from '../../model/timeline.js';
import { type Child, el, replaceChildren, svg } from '../dom.js';
import type { View, ViewContext } from '../view.js';
import type { Say } from '../words.js';
import { deadlineColumns, rowsOf } from './columns.js';
import { dataTable } from './data-table.js';
import { folded, inPortions, none, recordButton, titles } from './parts.js';

/** A stretch of time in years that lanes show; recurring ones show the year 0. */
interface Axis {
  readonly from: number;
  readonly to: number;
  /** Parts between which lines are drawn. */
  readonly steps: number;
}

const PORTION = 100;
const WIDTH = 300;
const HEIGHT = 14;

function datesOf({ from, to }: TimelineItem, say: Say): string {
  if (from !== null && to !== null) return from === to ? from : `${from} – ${to}`;
  if (to !== null) return say('timeline.until', to);
  return from === null ? '' : say('timeline.since', from);
}

/** The bar of an item on its axis. An open end fades out as a dotted line, a day has a mark of its own. */
function lane(item: TimelineItem, axis: Axis, say: Say): SVGElement {
  const scale = (place: number): number => ((place - axis.from) / (axis.to - axis.from)) * WIDTH;
  const from = item.from === null ? 0 : scale(placeOf(item.from, false));
  const to = item.to === null ? WIDTH : scale(placeOf(item.to, true));
  const middle = HEIGHT / 2;
  const grid = Array.from({ length: axis.steps + 1 }, (_, i) => {
    const x = (i / axis.steps) * WIDTH;
    return svg('line', { class: 'v-grid', x1: x, x2: x, y1: 0, y2: HEIGHT });
  });
  const open = item.from === null || item.to === null;
  const parts = open
    ? [
        svg('line', { class: 'v-open', x1: from, x2: to, y1: middle, y2: middle }),
        item.to !== null && svg('rect', { class: 'v-bar', x: Math.max(0, to - 4), y: 2, width: 4, height: HEIGHT - 4 }),
        item.from !== null && svg('rect', { class: 'v-bar', x: from, y: 2, width: 4, height: HEIGHT - 4 }),
      ]
    : [
        svg('rect', {
          class: 'v-bar',
          x: Math.min(from, to),
          y: 3,
          width: Math.max(3, Math.abs(to - from)),
          height: HEIGHT - 6,
        }),
      ];
  const box = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' };
  return svg(
    'svg',
    { class: 'v-lane', 'aria-hidden': 'true', ...box },
    svg('title', {}, datesOf(item, say)),
    grid,
    parts,
  );
}

/** Names above the lanes: years, every second or fifth where there are many; or the months. */
function scaleOf(axis: Axis, months: boolean): HTMLElement {
  const every = Math.ceil(axis.steps / 6);
  const names = Array.from({ length: axis.steps }, (_, i) => (months ? i + 1 : axis.from + i));
  const cells = names.map((name, i) => el('span', {}, i % every === 0 ? String(name) : ''));
  return el(
    'div',
    { class: 'v-item v-scale', 'aria-hidden': 'true' },
    el('div'),
    el('div', { class: 'v-names' }, cells),
  );
}

function itemOf(
  context: ViewContext,
  titleAt: (index: number) => string | null,
  item: TimelineItem,
  axis: Axis | null,
): HTMLElement {
  const { say } = context;
  const { index, id, deadline } = item;
  const dates = datesOf(item, say);
  const recurring = deadline.recurring === null ? null : say(`views.recurring.${deadline.recurring}`);
  const when = [recurring, dates, deadline.text].filter(Boolean).join(' · ');
  const title = titleAt(index);
  const label = el(
    'div',
    { class: 'v-label' },
    recordButton(context, { index, kind: 'deadlines', id }, deadline.task || deadline.evidence.quote),
    el('small', {}, title === null ? when : `${when} · ${title}`),
  );
  return el(
    'li',
    { class: 'v-item' },
    label,
    axis && (item.from !== null || item.to !== null) ? lane(item, axis, say) : null,
  );
}

/** How many are due in each year, as bars. */
function overview(years: readonly TimelineYear[], axis: Axis, say: Say): SVGElement {
  const step = 44;
  const height = 84;
  const counts = Array.from({ length: axis.steps }, (_, i) => ({
    year: axis.from + i,
    count: years.find(({ year }) => year === axis.from + i)?.count ?? 0,
  }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const bars = counts.map(({ year, count }, i) => {
    const tall = (count / most) * 50;
    const x = i * step + step / 2;
    return svg(
      'g',
      {},
      svg('title', {}, say('timeline.year', year, count)),
      svg('rect', { class: 'v-bar', x: x - 13, y: 66 - tall, width: 26, height: tall }),
      svg('text', { class: 'v-text', x, y: 62 - tall, 'text-anchor': 'middle' }, count > 0 ? count : ''),
      svg('text', { class: 'v-text', x, y: 80, 'text-anchor': 'middle' }, year),
    );
  });
  const told = counts.filter(({ count }) => count > 0).map(({ year, count }) => `${year}: ${count}`);
  const name = `${say('timeline.overview')} ${told.join(', ')}`;
  const width = counts.length * step;
  return svg(
    'svg',
    { class: 'v-overview', role: 'img', 'aria-label': name, viewBox: `0 0 ${width} ${height}`, width, height },
    bars,
  );
}

function yearPart(
  context: ViewContext,
  titleAt: (index: number) => string | null,
  { year, count, quarters }: TimelineYear,
  axis: Axis,
): HTMLElement {
  const { say } = context;
  const lists = quarters.map(({ quarter, items }) => {
    const list = el('ol', { class: 'v-items' });
    return [
      quarters.length > 1 && el('h4', {}, say('timeline.quarter', quarter)),
      inPortions({ list, items, portion: PORTION, say }, (item) => itemOf(context, titleAt, item, axis)),
    ];
  });
  return el(
    'section',
    { class: 'v-year' },
    el('h3', {}, say('timeline.year', year, count)),
    scaleOf(axis, false),
    lists,
  );
}

/** Those that recur, over the twelve months; those without a date, as a list. */
function restOf(
  context: ViewContext,
  titleAt: (index: number) => string | null,
  { recurring, undated }: Timeline,
): Child {
  const { say } = context;
  const months: Axis = { from: 0, to: 1, steps: 12 };
  const part = (title: string, items: readonly TimelineItem[], axis: Axis | null): Child => {
    if (items.length === 0) return null;
    const list = el('ol', { class: 'v-items' });
    const portions = inPortions({ list, items, portion: PORTION, say }, (item) => itemOf(context, titleAt, item, axis));
    return el('section', { class: 'v-year' }, el('h3', {}, title), axis && scaleOf(axis, true), portions);
  };
  return [
    part(say('timeline.recurring', recurring.length), recurring, months),
    part(say('timeline.undated', undated.length), undated, null),
  ];
}

/** Deadlines in the order of time. */
export const timeline: View = {
  id: 'timeline',
  render: (root, context) => {
    const { say } = context;
    const found = timelineOf(context.documents);
    const dated = found.years.reduce((sum, { count }) => sum + count, 0);
    if (dated + found.recurring.length + found.undated.length === 0) return replaceChildren(root, none(say));
    const titleAt = titles(context);
    const range = found.range;
    const axis = range && { from: range.from, to: range.to + 1, steps: range.to + 1 - range.from };
    const rows = rowsOf(context, (of) => of.document.deadlines);
    replaceChildren(
      root,
      el('p', {}, say('timeline.summary', dated, found.recurring.length, found.undated.length)),
      axis &&
        el(
          'figure',
          { class: 'v-figure' },
          el('figcaption', {}, say('timeline.overview')),
          el(
            'div',
            { class: 'v-scroll', role: 'region', tabindex: '0', 'aria-label': say('view.timeline') },
            overview(found.years, axis, say),
          ),
        ),
      folded(say('views.as-table'), () =>
        dataTable({ caption: say('kind.deadlines'), columns: deadlineColumns(context), rows, say }),
      ),
      axis && found.years.map((year) => yearPart(context, titleAt, year, axis)),
      restOf(context, titleAt, found),
    );
  },
};
