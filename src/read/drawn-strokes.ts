import { columnBehind, type DrawnLine } from './drawn-lines.js';

/** A part of a line between two uprights or joints. */
export interface Segment {
  /** Offsets in the line, of the text without the blanks around it; equal where there is none. */
  readonly start: number;
  readonly end: number;
  /** A level stroke from joint to joint, which parts the cells above and below it. */
  readonly rule: boolean;
}

/** A line of a drawing. */
export interface Strokes {
  readonly line: DrawnLine;
  readonly segments: readonly Segment[];
  /** Where the uprights stand on a screen on which strokes take one column, or two; one more than segments. */
  readonly narrow: readonly number[];
  readonly wide: readonly number[];
  /** Whether the last upright closes the line. */
  readonly closed: boolean;
  /** Whether any segment is a rule. */
  readonly rule: boolean;
  /** Whether its rules are double strokes. */
  readonly double: boolean;
}

const UPRIGHTS = new Set('│┃║┆┇┊┋╎╏|｜¦');
const LEVELS = new Set('─━═┄┅┈┉╌╍—－=-');
/** Corners inside of a line belong to boxes that stand side by side. */
const LEFT_CORNER = /[┌┏╔╭└┗╚╰┍┎┕┖╒╓╘╙]/;
const RIGHT_CORNER = /[┐┓╗╮┘┛╝╯┑┒┙┚╕╖╛╜]/;
const BLANKS = /[ \t\u00a0\u2002\u2003\u3000]/;
/** Strokes between uprights that are no sign for a value that is missing. */
const SHORTEST_RULE = 3;

function isUpright(character: string): boolean {
  return UPRIGHTS.has(character);
}

/** Whether strokes cross or turn in a character; `+` does only beside level ones. */
function isJoint(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x250c || code > 0x2570) return code === 0x2b;
  return !LEVELS.has(character) && !UPRIGHTS.has(character);
}

/** Whether a line has a part of a frame. */
export function isFrame(text: string): boolean {
  return /[\u250c-\u254b\u2552-\u2570]|^\s*\+[-=]/.test(text);
}

/** The lines of a drawing in their segments; undefined where it is none of a table. */
export function strokesOf(drawn: readonly DrawnLine[]): Strokes[] | undefined {
  const cuts = drawn.map(({ text }) => cutsIn(text));
  const parted = drawn
    .map((line, i) => ({ text: line.text, cuts: cuts[i] ?? [] }))
    .filter(({ cuts: own }) => own.length > 0);
  if (parted.length === 0) return undefined;
  if (parted.some(({ text, cuts: own }) => hasBoxesBeside(text, own))) return undefined;
  const left = parted.every(({ text, cuts: own }) => text.slice(0, own[0]).trim() === '');
  const right = parted.every(({ text, cuts: own }) => text.slice((own.at(-1) ?? 0) + 1).trim() === '');
  return drawn.map((line, i) => strokesIn(line, cuts[i] ?? [], left, right));
}

/** Where uprights and joints stand in a line. */
function cutsIn(text: string): number[] {
  const cuts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '+' ? isLevel(text[i - 1]) || isLevel(text[i + 1]) : isUpright(character) || isJoint(character))
      cuts.push(i);
  }
  return cuts;
}

function isLevel(character: string | undefined): boolean {
  return character === '-' || character === '=';
}

function hasBoxesBeside(text: string, cuts: readonly number[]): boolean {
  return cuts.some(
    (cut, i) =>
      (i > 0 && LEFT_CORNER.test(text[cut] as string)) ||
      (i < cuts.length - 1 && RIGHT_CORNER.test(text[cut] as string)),
  );
}

/** @param left whether the first upright of a line opens its first cell; else the line does, likewise on the right. */
function strokesIn(line: DrawnLine, cuts: readonly number[], left: boolean, right: boolean): Strokes {
  const { text } = line;
  const bounds = [
    ...(left && cuts.length > 0 ? [] : [-1]),
    ...cuts,
    ...(right && cuts.length > 0 ? [] : [text.length]),
  ];
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < bounds.length; i++)
    segments.push(segmentOf(text, bounds[i] as number, bounds[i + 1] as number));
  const rules = segments.filter(({ rule }) => rule);
  return {
    line,
    segments,
    narrow: positionsOf(text, bounds, true),
    wide: positionsOf(text, bounds, false),
    closed: right && cuts.length > 0,
    rule: rules.length > 0,
    double: rules.length > 0 && rules.every(({ start }) => /[═=]/.test(text[start] ?? '')),
  };
}

function segmentOf(text: string, from: number, to: number): Segment {
  let [start, end] = [from + 1, to];
  let level = end > start;
  for (let i = start; i < end && level; i++) level = LEVELS.has(text[i] as string);
  const joined = [from, to].every((at) => at < 0 || at >= text.length || !isUpright(text[at] as string));
  if (level && (joined || end - start >= SHORTEST_RULE)) return { start, end, rule: true };
  while (start < end && BLANKS.test(text[start] as string)) start++;
  while (end > start && BLANKS.test(text[end - 1] as string)) end--;
  return { start, end, rule: false };
}

function positionsOf(text: string, bounds: readonly number[], narrow: boolean): number[] {
  const positions: number[] = [];
  let column = 0;
  let next = 0;
  for (let i = -1; i <= text.length && next < bounds.length; i++) {
    if (bounds[next] === i) {
      positions.push(column);
      next++;
    }
    const code = i < 0 ? Number.NaN : text.charCodeAt(i);
    if (Number.isNaN(code)) continue;
    column = narrow && code >= 0x2500 && code < 0x2580 ? column + 1 : columnBehind(column, code);
  }
  return positions;
}
