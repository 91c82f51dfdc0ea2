import { startsWithMarker } from '../lexicon/numbering.js';
import { TITLE_END } from '../lexicon/titles.js';
import { type PageLine, widthOf } from './pdf-lines.js';
import type { Block } from './pdf-page.js';

/** A line of running text with its place in the file. */
export interface PlacedLine {
  readonly line: PageLine;
  readonly page: number;
  readonly column: 'whole' | 'left' | 'right';
}

/** Whether a line goes on in the next one, and how the two are joined. */
export type Seam = 'none' | 'closed' | 'blank';

/** Where the lines of a column begin and end. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

/** How the text of a file is set. */
export interface Setting {
  readonly marginsOf: (place: PlacedLine) => Margins;
  /** The size of most letters. */
  readonly body: number;
  /** Ems from line to line. */
  readonly leading: number;
  /** Whether paragraphs begin with an indent. */
  readonly indented: boolean;
}

/** Of its size; letters that differ less are of one size. */
const SAME_SIZE = 0.12;
/** Ems; what stands further in is indented. */
const INDENT = 0.9;
/** Lines that tell the margins of a page by themselves. */
const ENOUGH = 6;

const CLOSED = /[。！？!?；;：:][”’"）)】》]?$/;
/** 二〇二一年三月, 2021年3月, under which a cover closes. */
const DATE_LINE = /^[〇○零一二三四五六七八九\d]{4}\s?年/;
/** What never begins a line stands with the character before it. */
const TOKEN = /^(?:[\dA-Za-z.,%％‰:/+-]{1,30}|[“‘（《〈【〔(]{0,3}.)[，。、；：！？”’）》〉】〕)%％]{0,3}/u;

/** How a file is set, from its lines of running text. */
export function settingOf(lines: readonly PlacedLine[]): Setting {
  const body = mainSize(lines);
  const own = lines.filter(({ line }) => !line.parted && isSize(line.size, body));
  const groups = new Map<string, PlacedLine[]>();
  const add = (key: string, place: PlacedLine): void => {
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  };
  for (const place of own) {
    add(`${place.page} ${place.column}`, place);
    add(place.column, place);
  }
  const known = new Map<string, Margins>();
  const marginsIn = (key: string): Margins => {
    const margins = known.get(key) ?? marginsFrom(groups.get(key) ?? [], body);
    known.set(key, margins);
    return margins;
  };
  const marginsOf = ({ page, column }: PlacedLine): Margins => {
    const key = `${page} ${column}`;
    return marginsIn((groups.get(key)?.length ?? 0) >= ENOUGH ? key : column);
  };
  return { marginsOf, body, leading: leadingOf(own), indented: isIndented(own, marginsOf) };
}

/** What running text there is on the pages. */
export function placedLines(pages: readonly (readonly Block[])[]): PlacedLine[] {
  return pages.flatMap((blocks, page) =>
    blocks.flatMap((block) => (block.kind === 'line' ? [{ line: block.line, page, column: block.column }] : [])),
  );
}

function mainSize(lines: readonly PlacedLine[]): number {
  const sizes = new Map<number, number>();
  for (const { line } of lines) {
    const size = Math.round(line.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
  }
  return [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [12, 0])[0];
}

function isSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_SIZE * Math.max(a, b);
}

/** The outermost places at which several lines begin and end. */
function marginsFrom(lines: readonly PlacedLine[], body: number): Margins {
  const lefts = lines.map(({ line }) => line.x).sort((a, b) => a - b);
  const rights = lines.map(({ line }) => line.right).sort((a, b) => b - a);
  return { left: supported(lefts, body * 0.4), right: supported(rights, body * 0.6) };
}

/** The first value that others are close to, in the order of the list. */
function supported(sorted: readonly number[], near: number): number {
  const needed = Math.min(sorted.length, Math.max(2, Math.ceil(sorted.length * 0.04)));
  for (let i = 0; i + needed <= sorted.length; i++) {
    const [value, last] = [sorted[i] ?? 0, sorted[i + needed - 1] ?? 0];
    if (Math.abs(last - value) <= near) return value;
  }
  return sorted[0] ?? 0;
}

function leadingOf(lines: readonly PlacedLine[]): number {
  const steps: number[] = [];
  lines.forEach(({ line, page, column }, i) => {
    const before = lines[i - 1];
    if (before?.page !== page || before.column !== column) return;
    const step = (line.y - before.line.y) / line.size;
    if (step > 0.8 && step < 4) steps.push(step);
  });
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? 1.6;
}

/** Whether the lines behind short ones, which begin paragraphs, stand in from the margin. */
function isIndented(lines: readonly PlacedLine[], marginsOf: Setting['marginsOf']): boolean {
  let begun = 0;
  let indented = 0;
  lines.forEach((place, i) => {
    const before = lines[i - 1];
    if (!before || before.page !== place.page || !CLOSED.test(before.line.text)) return;
    if (marginsOf(before).right - before.line.right < before.line.size * 3) return;
    begun++;
    if (place.line.x - marginsOf(place).left >= INDENT * place.line.size) indented++;
  });
  return indented * 2 >= begun;
}

/** For every line how it is joined to the next one. */
export function seamsOf(lines: readonly PlacedLine[], setting: Setting): Seam[] {
  const seams = lines.map((place, i): Seam => {
    const next = lines[i + 1];
    return next && goesOn(place, next, setting) ? seamBetween(place.line.text, next.line.text) : 'none';
  });
  joinTitles(lines, seams, setting);
  return seams;
}

function seamBetween(before: string, next: string): Seam {
  return /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(next) ? 'blank' : 'closed';
}

function goesOn(place: PlacedLine, next: PlacedLine, setting: Setting): boolean {
  const { line } = place;
  const { size } = line;
  if (line.parted || next.line.parted || !isSize(size, next.line.size)) return false;
  if (next.page > place.page + 1) return false;
  const beside = next.page === place.page && next.column === place.column;
  const step = (next.line.y - line.y) / size;
  if (beside && (step <= 0 || step > setting.leading * 1.7 + 0.3)) return false;
  const margins = setting.marginsOf(place);
  const room = margins.right - line.right;
  // What begins in the right half is no line of a paragraph.
  if (line.x - margins.left > (margins.right - margins.left) / 2) return false;
  if (room > (tokenWidth(next.line.text) + 0.4) * size) return false;
  const closed = CLOSED.test(line.text);
  const marked = startsWithMarker(next.line.text);
  const indent = next.line.x - setting.marginsOf(next).left;
  if (indent >= INDENT * size) {
    // A block that is set in as a whole.
    const block = beside && Math.abs(next.line.x - line.x) < 0.3 * size && room > -size;
    return block && !closed && !marked && line.x - margins.left >= INDENT * size && !isCentred(place, setting);
  }
  if (marked && closed) return false;
  if (!setting.indented && closed && beside) return step <= setting.leading * 1.15 && room < size * 1.5;
  return true;
}

/** Ems that the first word of a line takes, with the marks that cannot be parted from it. */
function tokenWidth(text: string): number {
  return widthOf(TOKEN.exec(text)?.[0] ?? '') / 2;
}

/** Whether a line stands in the middle, clear of both margins. */
export function isCentred(place: PlacedLine, setting: Setting): boolean {
  const { line } = place;
  const { left, right } = setting.marginsOf(place);
  const middle = (line.x + line.right) / 2;
  if (line.parted || Math.abs(middle - (left + right) / 2) > line.size) return false;
  return line.x - left > 1.5 * line.size && right - line.right > 1.5 * line.size;
}

/** Characters; a longer title is none. */
const LONGEST_TITLE = 100;
/** Lines of a title, at most. */
const TALLEST_TITLE = 5;

/** The lines of a title that stand in the middle one below the other, up to the one that ends as titles do. */
function joinTitles(lines: readonly PlacedLine[], seams: Seam[], setting: Setting): void {
  lines.forEach((_, i) => {
    if (seams[i - 1] !== undefined && seams[i - 1] !== 'none') return;
    let text = '';
    for (let k = i; k < i + TALLEST_TITLE && k < lines.length; k++) {
      const own = lines[k] as PlacedLine;
      const before = lines[k - 1];
      if (k > i && before && !belowInTitle(before, own)) return;
      if (!isTitleLine(own, setting)) return;
      text += own.line.text;
      if (text.length > LONGEST_TITLE) return;
      if (!TITLE_END.test(own.line.text)) continue;
      for (let j = i; j < k; j++) seams[j] = 'closed';
      return;
    }
  });
}

function isTitleLine(place: PlacedLine, setting: Setting): boolean {
  const { text, size } = place.line;
  if (size < setting.body * 1.08 || /[。；;：:]|^[（(]/.test(text) || DATE_LINE.test(text)) return false;
  if (startsWithMarker(text) || /号$/.test(text)) return false;
  // The longest line of a title may reach the margins.
  const { left, right } = setting.marginsOf(place);
  return Math.abs((place.line.x + place.line.right) / 2 - (left + right) / 2) <= 1.5 * size;
}

function belowInTitle({ line: above, page }: PlacedLine, { line, page: own }: PlacedLine): boolean {
  return page === own && isSize(above.size, line.size) && line.y > above.y && line.y - above.y < 2.3 * line.size;
}
