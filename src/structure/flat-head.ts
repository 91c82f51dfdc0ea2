import {
  BRACKET_REMARK,
  type CellKind,
  columnName,
  isColumnName,
  LONGEST_NAME,
  SPANNING_NAME,
} from '../lexicon/column-names.js';
import type { CellLine } from './cell-shapes.js';
import type { FlatColumn } from './flat-costs.js';

/** One way of reading a head that the page flattened. */
export interface FlatHead {
  readonly columns: readonly FlatColumn[];
  /** Index of the first line behind it, counted from its first. */
  readonly next: number;
  /** By how many nats the lines are likelier to be this head than to be text. */
  readonly gain: number;
  /** How many of its names name columns wherever they stand. */
  readonly sure: number;
}

interface Name {
  readonly words: string;
  readonly kind: CellKind;
  readonly sure: boolean;
  /** Not sure, but what columns are called like. */
  readonly likely: boolean;
}

/** Names up to a line, with what they gain. */
interface Parse {
  readonly names: readonly Name[];
  readonly gain: number;
}

/** Lines of print that a head may have. */
export const LONGEST_HEAD = 40;
const MOST_COLUMNS = 24;
/** A column's name is broken over at most so many lines. */
const MOST_PIECES = 4;
/** Readings that are kept for each number of lines, and in all. */
const KEPT = 4;
const KEPT_IN_ALL = 8;

const SURE = 2;
const LIKELY = 0.3;
const UNKNOWN = -1.8;
const CUT_NAME = 6;
/** Readings that are less likely by so much are none. */
const SPREAD = 8;
/** Columns that a second row of a head has at most. */
const MOST_BELOW = 12;

/**
 * The ways of reading a head that begins with a line, likeliest first: names broken over several lines, names that no
 * table has had before, a second row below a name that spans it, and a first column without a name. None where fewer
 * than two names are known, or three where the lines are no titled table.
 */
export function headsAt(lines: readonly CellLine[], titled: boolean): FlatHead[] {
  const parses = parsesOf(lines.slice(0, LONGEST_HEAD));
  const found: FlatHead[] = [];
  const best = Math.max(...parses.flatMap((ways) => ways.map(({ gain }) => gain)));
  parses.forEach((ways, next) => {
    for (const parse of ways) {
      if (parse.gain < best - SPREAD - CUT_NAME || parse.names.length > MOST_COLUMNS) continue;
      const end = endCost(parse, lines[next]);
      for (const { names, gain } of variantsOf(parse)) {
        const sure = names.filter((name) => name.sure).length;
        if (names.length < (titled ? 2 : 3) || !isHead(names, sure, titled)) continue;
        // Without its first name a head has to be plain from the others.
        if (names[0]?.words === '' && (sure < (titled ? 2 : 3) || names.length < 4)) continue;
        found.push({ columns: columnsOf(names), next, gain: gain - end, sure });
      }
    }
  });
  found.sort((a, b) => b.gain - a.gain);
  return found.filter(({ gain }) => gain > (found[0]?.gain ?? 0) - SPREAD).slice(0, KEPT_IN_ALL);
}

/** Whether enough of the names are known: half of them, or below a title one, where the others are no strangers. */
function isHead(names: readonly Name[], sure: number, titled: boolean): boolean {
  if (!titled) return sure >= 2 && sure * 2 >= names.length;
  return sure >= 2 || (sure === 1 && names.length >= 3 && names.every((name) => name.sure || name.likely));
}

/** How unlikely it is that a head ends before a line. */
function endCost({ names }: Parse, next: CellLine | undefined): number {
  // A name of a column just below the head belongs to it, and so does a remark.
  const cut = next && (isColumnName(next.text) || next.remark) ? CUT_NAME : 0;
  const last = names.at(-1);
  if (!last || last.sure) return cut;
  if (next?.count === 1 && names[0]?.kind === 'index') return cut;
  // What no other table has as a column, and a number follows, is the label of the first row.
  return cut + (NUMBERS.has(next?.shapes[0] ?? 'short') ? 4 : last.kind === 'text' ? 2 : 0);
}

const NUMBERS: ReadonlySet<string> = new Set(['number', 'integer', 'dash', 'goal']);

/** The best ways of dividing the first n lines into names, for every n. */
function parsesOf(lines: readonly CellLine[]): Parse[][] {
  const possible = lines.map(mayBeName);
  const best: Parse[][] = [[{ names: [], gain: 0 }]];
  for (let next = 1; next <= lines.length; next++) {
    const ways: Parse[] = [];
    for (let pieces = 1; pieces <= Math.min(MOST_PIECES, next); pieces++) {
      if (!possible[next - pieces]) break;
      const step = nameOf(lines.slice(next - pieces, next));
      if (!step) continue;
      for (const before of best[next - pieces] ?? [])
        ways.push({ names: [...before.names, step.name], gain: before.gain + step.gain });
    }
    if (ways.length === 0 && best.slice(1 - MOST_PIECES).every((before) => before.length === 0)) break;
    ways.sort((a, b) => b.gain - a.gain);
    best.push(ways.filter((way) => way.gain > -4).slice(0, KEPT));
  }
  return best;
}

function nameOf(pieces: readonly CellLine[]): { name: Name; gain: number } | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  const words = pieces.map((piece) => piece.text).join('');
  if (words.length > LONGEST_NAME) return undefined;
  const known = columnName(words);
  if (pieces.length === 1) {
    if (known) return { name: { words, ...known, likely: true }, gain: known.sure ? SURE : LIKELY };
    if (first.remark || first.width > 24) return undefined;
    return { name: { words, kind: 'text', sure: false, likely: false }, gain: UNKNOWN };
  }
  // A remark in brackets belongs to the name above it.
  if (pieces.slice(1).every((piece) => BRACKET_REMARK.test(piece.text))) {
    const named = known ?? columnName(first.text);
    return named && { name: { words, ...named, likely: true }, gain: (named.sure ? SURE : LIKELY) + 0.5 };
  }
  if (!known?.sure) return undefined;
  const whole = pieces.filter((piece) => isColumnName(piece.text) || BRACKET_REMARK.test(piece.text)).length;
  // 2025年 and 目标值 are one name as often as two; 指标 and 单位 are two.
  const dated = /\d{4}|[一二三四五六七]五/.test(first.text);
  return { name: { words, ...known, likely: true }, gain: whole < pieces.length || dated ? pieces.length * 1.6 : 1.5 };
}

function mayBeName(line: CellLine): boolean {
  if (line.text.length === 0 || line.text.length > LONGEST_NAME) return false;
  if (isColumnName(line.text)) return true;
  switch (line.shapes[0]) {
    case 'number':
    case 'integer':
    case 'dash':
    case 'sentence':
    case 'counter':
    case 'property':
      return false;
    case 'heading':
      return false;
    default:
      return true;
  }
}

function variantsOf(parse: Parse): Parse[] {
  return [parse, ...spanned(parse)].flatMap((way) => [way, ...unnamedFirst(way)]);
}

/** Heads of two rows: the names that close the run stand below a name before them, or below two. */
function spanned({ names, gain }: Parse): Parse[] {
  const found: Parse[] = [];
  for (const below of lowerRows(names)) {
    const upper = names.slice(0, names.length - below);
    const lower = names.slice(names.length - below);
    // Years below a plan or a goal are likelier than anything else.
    const price = lower.every(isYear) ? -0.5 : 1.5;
    const parents = upper.flatMap((name, i) => (i > 0 && maySpan(name) ? [i] : [])).slice(-3);
    for (const parent of parents) {
      if (below >= 2 && takes(upper, parent, lower))
        found.push({ names: unfold(upper, [[parent, lower]]), gain: gain - price });
      const other = parent + 1;
      if (!parents.includes(other)) continue;
      for (let split = 1; split < below; split++) {
        const [left, right] = [lower.slice(0, split), lower.slice(split)];
        if (!takes(upper, parent, left) || !takes(upper, other, right)) continue;
        const both = [
          [parent, left],
          [other, right],
        ] as const;
        found.push({ names: unfold(upper, both), gain: gain - price - 0.8 });
      }
    }
  }
  return found;
}

/** How many names a second row may have: all years at the end, all that may stand there, or one less. */
function lowerRows(names: readonly Name[]): number[] {
  const run = (fits: (name: Name) => boolean): number =>
    Math.min(MOST_BELOW, names.length - 2, names.length - 1 - names.findLastIndex((name) => !fits(name)));
  const lower = run(isLower);
  return [...new Set([run(isYear), lower, lower - 1])].filter((below) => below > 0);
}

function isYear({ words }: Name): boolean {
  return /^(?:19|20)\d{2}|十[二三四五六]五/.test(words);
}

/** What has a year already has none below it. */
function maySpan({ words, kind }: Name): boolean {
  return kind !== 'note' && kind !== 'property' && SPANNING_NAME.test(words) && !/\d{4}|^[总合]/.test(words);
}

/** Whether names may stand below another: bodies below 单位, years below 年限, and years or numbers below the others. */
function takes(upper: readonly Name[], parent: number, lower: readonly Name[]): boolean {
  const { kind, words: above = '' } = upper[parent] ?? {};
  if (above === '其中') return lower.every((name) => name.kind === 'value' || !name.sure);
  if (kind === 'bodies' || kind === 'partners') return lower.every((name) => /bodies|partners/.test(name.kind));
  if (kind === 'time') return lower.every(({ words }) => /^\d{4}|[起止]|开工|竣工/.test(words));
  // What the rows are about has no columns below it.
  if (kind === 'label' && upper.filter((name) => name.kind === 'label').length < 2) return false;
  return /^(?:value|text|content|label)$/.test(kind ?? '') && lower.every((name) => name.kind === 'value');
}

/** Names that stand in a second row: years, and what they are counted in. */
function isLower({ words, kind }: Name): boolean {
  return kind === 'value' || /^第[一二三四]/.test(words) || /^(?:开工|竣工|起|止|牵头|配合|责任|主办|协办)/.test(words);
}

function unfold(upper: readonly Name[], below: readonly (readonly [number, readonly Name[]])[]): Name[] {
  return upper.flatMap((name, i) => {
    const lower = below.find(([parent]) => parent === i)?.[1];
    return lower ? lower.map((child) => ({ ...child, words: name.words + child.words })) : [name];
  });
}

/** Heads whose first cell is empty: labels, or running numbers, stand below it. */
function unnamedFirst({ names, gain }: Parse): Parse[] {
  const first = names[0]?.kind;
  if (first === undefined || first === 'index') return [];
  const nameless = (kind: CellKind): Name => ({ words: '', kind, sure: false, likely: false });
  const found: Parse[] = [];
  if (first !== 'label' && first !== 'group') found.push({ names: [nameless('label'), ...names], gain: gain - 1 });
  else found.push({ names: [nameless('index'), ...names], gain: gain - 2 });
  return found;
}

function columnsOf(names: readonly Name[]): FlatColumn[] {
  const kinds = names.map((name, i) => kindOf(names, name, i));
  return names.map(({ words, sure, likely }, i) => {
    const kind = kinds[i] ?? 'text';
    const later = kinds.slice(i + 1);
    // 工作任务 covers the rows of its 措施, 乡镇 those of its 村.
    const covers = kind === 'label' && (later.includes('label') || (later.includes('content') && COVERING.test(words)));
    return { name: words, kind, merges: kind === 'group' || covers, known: sure || likely };
  });
}

const COVERING = /任务|目标|事项|举措|问题|工作|风险|行动/;

/** 单位 is a unit of measure beside numbers, and a body where it is what the rows are about or who does the work. */
function kindOf(names: readonly Name[], name: Name, at: number): CellKind {
  const before = names.slice(0, at);
  const described = before.some(({ kind }) => kind === 'label' || kind === 'group' || kind === 'content');
  if (name.kind === 'unit' && /^单位$/.test(name.words)) {
    if (!described) return 'label';
    return names.some(({ kind }) => kind === 'value') ? 'unit' : 'bodies';
  }
  // What rows are about stands first; a second 乡镇 or 学校 is a place or a remark.
  if (name.kind === 'place' && !described && at <= 1) return 'label';
  return name.kind;
}

/** Whether lines are names of columns one below the other, as three are in nothing but a head. */
export function isHeadAt(lines: readonly CellLine[]): boolean {
  let described = false;
  for (const line of lines) {
    // Hardly any line is a name: the first that is none answers.
    const name = mayBeName(line) ? columnName(line.text) : undefined;
    if (!name?.sure) return false;
    if (name.kind !== 'value') described = true;
  }
  return described;
}
