import { type IndicatorPath, type PathPoint, stretchesOf } from '../../model/paths.js';
import { shownValue, withUnit } from '../../model/shown.js';
import { type Child, svg } from '../dom.js';
import type { Say } from '../words.js';

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 26;
const RIGHT = 30;
const TOP = 30;
const BOTTOM = 28;

/** Where a point stands in the drawing. */
type Place = (point: Pick<PathPoint, 'year' | 'value'>) => readonly [x: number, y: number];

/** Years to the right, values upwards; a start without a year stands left of all years. */
function placing(points: readonly PathPoint[]): Place {
  const years = points.flatMap(({ year }) => (year === null ? [] : [year]));
  const first = Math.min(...years) - (points.some(({ year }) => year === null) ? 1 : 0);
  const last = Math.max(...years);
  const values = points.flatMap(({ value, valueMax }) => (valueMax === null ? [value] : [value, valueMax]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  return ({ year, value }) => {
    const right = last === first ? 0.5 : ((year ?? first) - first) / (last - first);
    const up = high === low ? 0.5 : (value - low) / (high - low);
    return [LEFT + right * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - 6 - up * (HEIGHT - TOP - BOTTOM - 6)];
  };
}

/** The shape tells how the value is compared; what it means is said in the legend and in the title. */
export function markOf(comparator: PathPoint['comparator'], x: number, y: number, kind: string): SVGElement {
  const points = (...places: readonly [number, number][]): string =>
    places.map(([a, b]) => `${x + a},${y + b}`).join(' ');
  if (comparator === 'ge' || comparator === 'gt')
    return svg('polygon', { class: kind, points: points([-6, 5], [6, 5], [0, -6]) });
  if (comparator === 'le' || comparator === 'lt')
    return svg('polygon', { class: kind, points: points([-6, -5], [6, -5], [0, 6]) });
  if (comparator === 'approx') return svg('polygon', { class: kind, points: points([-6, 0], [0, -6], [6, 0], [0, 6]) });
  if (comparator === 'range') return svg('rect', { class: kind, x: x - 5, y: y - 2, width: 10, height: 4 });
  return svg('circle', { class: kind, cx: x, cy: y, r: 5 });
}

/** `2025: ≥ 94%`: a point in words. */
function pointWords(point: PathPoint, unit: string, say: Say): string {
  const year =
    point.year === null ? say('paths.no-year') : point.stated ? `${point.year}` : say('views.year.implied', point.year);
  const value = withUnit(shownValue(point.comparator, point.value, point.valueMax), unit);
  return point.baseline ? `${year}: ${value} (${say('paths.baseline')})` : `${year}: ${value}`;
}

function drawn(point: PathPoint, place: Place, unit: string, say: Say, taken: Set<string>): Child {
  const [x, y] = place(point);
  const kind = `v-point${point.baseline ? ' v-start' : ''}${point.stated ? '' : ' v-implied'}`;
  const top = point.valueMax === null ? null : place({ year: point.year, value: point.valueMax })[1];
  const label = shownValue(point.comparator, point.value, point.valueMax);
  // Where a value stands right above another of the same year, its label goes below.
  const spot = `${Math.round(x)} ${Math.round(y / 16)}`;
  const below = taken.has(spot);
  taken.add(spot);
  return svg(
    'g',
    {},
    svg('title', {}, pointWords(point, unit, say)),
    top !== null && svg('line', { class: 'v-range', x1: x, x2: x, y1: y, y2: top }),
    top !== null && markOf('range', x, top, kind),
    markOf(point.comparator, x, y, kind),
    svg('text', { class: 'v-text', x, y: below ? y + 18 : (top ?? y) - 10, 'text-anchor': 'middle' }, label),
  );
}

/** Names of years below; where they would touch, every second one. */
function yearNames(points: readonly PathPoint[], place: Place): Child {
  const years = [...new Set(points.map(({ year }) => year))];
  let last = Number.NEGATIVE_INFINITY;
  return years.map((year) => {
    const [x] = place({ year, value: 0 });
    if (x - last < 34) return null;
    last = x;
    return svg('text', { class: 'v-text v-quiet', x, y: HEIGHT - 8, 'text-anchor': 'middle' }, year ?? '?');
  });
}

/** The path as a drawing. Its name says all of its points. */
export function pathChart(path: IndicatorPath, say: Say): SVGElement {
  const place = placing(path.points);
  const lines = stretchesOf(path).map((points) =>
    svg('polyline', { class: 'v-line', points: points.map((point) => place(point).join(',')).join(' ') }),
  );
  const taken = new Set<string>();
  const name = `${path.indicator}. ${path.points.map((point) => pointWords(point, path.unit, say)).join('; ')}`;
  const axis = HEIGHT - BOTTOM + 4;
  return svg(
    'svg',
    { class: 'v-path', role: 'img', 'aria-label': name, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    svg('line', { class: 'v-grid', x1: 8, x2: WIDTH - 8, y1: axis, y2: axis }),
    lines,
    path.points.map((point) => drawn(point, place, path.unit, say, taken)),
    yearNames(path.points, place),
  );
}
