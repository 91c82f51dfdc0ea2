import type { Element } from 'domhandler';
import { formatNumber } from './docx-number-formats.js';
import type { StyleList, Styles } from './docx-styles.js';
import { attribute, childOf, childrenOf, isOn, numberIn, type XmlPart } from './docx-xml.js';

/** What numbers the paragraphs of one level of a list: CT_Lvl, ECMA-376 Part 1, 17.9.6. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1章`: `%1` is the number of the first level. */
  readonly text: string;
  readonly suffix: string;
  /** All numbers in it are written as decimals. */
  readonly legal: boolean;
  /** The level (from 1) behind whose numbers it begins anew; 0: never; undefined: behind any higher one. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

type Levels = ReadonlyMap<number, Level>;

/** A list in use (w:num): several may count on in one another. */
interface List {
  /** Lists of one abstract list share their counters. */
  readonly counter: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
}

/** Which list a paragraph says that it belongs to. `numId` 0: to none. */
interface ListPlace {
  readonly numId: number | undefined;
  readonly level: number | undefined;
  readonly style: string | undefined;
  readonly ofStyle: StyleList | undefined;
}

/** Gives the printed numbers of paragraphs, which have to be asked for in their order: each asked for is counted. */
export type Numbering = (place: ListPlace) => string;

const LEVELS = 9;
/** Letters of symbol fonts. */
const PRIVATE = /[\ue000-\uf8ff]/g;

/** The numbering of a Word file by `word/numbering.xml` and its styles; without one nothing is numbered. */
export function readNumbering(part: XmlPart | undefined, styles: Styles): Numbering {
  if (!part) return () => '';
  const lists = listsOf(part, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (place) => {
    const numId = place.numId ?? place.ofStyle?.numId;
    const list = numId === undefined || numId === 0 ? undefined : lists.get(numId);
    if (!list) return '';
    const at = levelOf(place, list);
    const level = list.levels.get(at);
    if (!level) return '';
    const counts = counters.get(list.counter) ?? Array<number | undefined>(LEVELS).fill(undefined);
    counters.set(list.counter, counts);
    const own = `${numId} ${at}`;
    const restarts = list.starts.has(at) && !begun.has(own);
    begun.add(own);
    const before = restarts ? undefined : counts[at];
    counts[at] = before === undefined ? (list.starts.get(at) ?? level.start) : before + 1;
    for (let deeper = at + 1; deeper < LEVELS; deeper++) {
      const restart = list.levels.get(deeper)?.restart;
      if (restart === undefined || at < restart) counts[deeper] = undefined;
    }
    return printed(list, level, counts);
  };
}

/** The level of the paragraph; one numbered by its style has the level that names that style. */
function levelOf({ numId, level, style, ofStyle }: ListPlace, { levels }: List): number {
  if (level !== undefined) return Math.min(Math.max(level, 0), LEVELS - 1);
  const names = numId === undefined ? (ofStyle?.styles ?? []) : style === undefined ? [] : [style];
  for (const name of names) {
    for (const [at, { style: linked }] of levels) if (linked === name) return at;
  }
  return Math.min(Math.max((numId === undefined ? ofStyle?.level : undefined) ?? 0, 0), LEVELS - 1);
}

function printed({ levels, starts }: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') {
    const sign = level.text.replace(PRIVATE, '●').trim();
    return sign === '' ? '' : `${sign} `;
  }
  const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const other = levels.get(at);
    const format = level.legal ? 'decimal' : (other?.format ?? 'decimal');
    return formatNumber(counts[at] ?? starts.get(at) ?? other?.start ?? 1, format);
  });
  // Behind these Word's tab is a hair of space; others need it to stay apart from the words.
  return number === '' || /[、，。．）〕】》：]\s*$/.test(number) ? number : number + level.suffix;
}

function listsOf(part: XmlPart, styles: Styles): Map<number, List> {
  const abstracts = new Map<string, Element>();
  for (const element of childrenOf(part, part.root, 'w:abstractNum')) {
    const id = attribute(element, 'abstractNumId');
    if (id !== undefined) abstracts.set(id, element);
  }
  const nums = new Map<number, Element>();
  for (const element of childrenOf(part, part.root, 'w:num')) {
    const id = numberIn(element, 'numId');
    if (id !== undefined && !nums.has(id)) nums.set(id, element);
  }
  const levelsOf = new Map<string, Levels>();
  const lists = new Map<number, List>();
  for (const [id, num] of nums) {
    const counter = abstractOf(part, num, nums, abstracts, styles);
    const abstract = counter === undefined ? undefined : abstracts.get(counter);
    if (counter === undefined || !abstract) continue;
    const base = levelsOf.get(counter) ?? readLevels(part, abstract);
    levelsOf.set(counter, base);
    const { levels, starts } = overridden(part, num, base);
    lists.set(id, { counter, levels, starts });
  }
  return lists;
}

/** The abstract list behind a list; a link to a style of numbering leads to that of the style. */
function abstractOf(
  part: XmlPart,
  num: Element,
  nums: ReadonlyMap<number, Element>,
  abstracts: ReadonlyMap<string, Element>,
  styles: Styles,
): string | undefined {
  let next: Element | undefined = num;
  for (let step = 0; next && step < 5; step++) {
    const id: string | undefined = attribute(childOf(part, next, 'w:abstractNumId'), 'val');
    const abstract: Element | undefined = id === undefined ? undefined : abstracts.get(id);
    const link: string | undefined = attribute(childOf(part, abstract, 'w:numStyleLink'), 'val');
    if (link === undefined) return id;
    const linked: number | undefined = styles.listOf(link);
    next = linked === undefined ? undefined : nums.get(linked);
  }
  return undefined;
}

function readLevels(part: XmlPart, abstract: Element): Levels {
  const levels = new Map<number, Level>();
  for (const element of childrenOf(part, abstract, 'w:lvl')) {
    const at = numberIn(element, 'ilvl');
    if (at !== undefined && at >= 0 && at < LEVELS) levels.set(at, readLevel(part, element));
  }
  return levels;
}

function readLevel(part: XmlPart, element: Element): Level {
  const value = (name: string): string | undefined => attribute(childOf(part, element, name), 'val');
  return {
    start: numberIn(childOf(part, element, 'w:start')) ?? 0,
    format: formatOf(part, element),
    text: value('w:lvlText') ?? '',
    suffix: value('w:suff') === 'nothing' ? '' : ' ',
    legal: isOn(childOf(part, element, 'w:isLgl')),
    restart: numberIn(childOf(part, element, 'w:lvlRestart')),
    style: value('w:pStyle'),
  };
}

/** Word 2010 and later write a format that older ones lack as a choice with a fallback. */
function formatOf(part: XmlPart, level: Element): string {
  const own = childOf(part, level, 'w:numFmt');
  const chosen = childOf(part, level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  const fallback = childOf(part, level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  if (attribute(chosen, 'val') === 'custom') {
    // 001, 002, 003, …: the only custom formats that Word offers are decimals with zeros before them.
    return attribute(chosen, 'format')?.startsWith('01') ? 'decimalZero' : (attribute(fallback, 'val') ?? 'decimal');
  }
  return attribute(own ?? chosen ?? fallback, 'val') ?? 'decimal';
}

function overridden(part: XmlPart, num: Element, base: Levels): Pick<List, 'levels' | 'starts'> {
  const levels = new Map(base);
  const starts = new Map<number, number>();
  for (const element of childrenOf(part, num, 'w:lvlOverride')) {
    const at = numberIn(element, 'ilvl');
    if (at === undefined || at < 0 || at >= LEVELS) continue;
    const level = childOf(part, element, 'w:lvl');
    if (level) levels.set(at, readLevel(part, level));
    const start = numberIn(childOf(part, element, 'w:startOverride'));
    if (start !== undefined) starts.set(at, start);
  }
  return { levels, starts };
}
