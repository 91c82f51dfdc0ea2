import { numeral } from '../core/numerals.js';
import {
  BLANK_CELL,
  GOAL_CELL,
  isBodyList,
  isUnitCell,
  isValueCell,
  NATURE_CELL,
  PLACE_CELL,
  PROPERTY,
  REMARK_CELL,
  SAME_AS_ABOVE,
  TIME_CELL,
  TOTAL_CELL,
} from '../lexicon/cell-words.js';
import { BRACKET_REMARK } from '../lexicon/column-names.js';

/** What a line looks like as a cell; a line may look like several things. */
export type Shape =
  | 'integer'
  | 'number'
  | 'year'
  | 'goal'
  | 'dash'
  | 'same'
  | 'unit'
  | 'property'
  | 'nature'
  | 'bodies'
  | 'place'
  | 'short'
  | 'long'
  | 'sentence'
  | 'total'
  | 'counter'
  | 'heading';

/** A line seen as a cell of a flattened table. */
export interface CellLine {
  readonly text: string;
  /** Everything that it looks like, the most telling first. */
  readonly shapes: readonly Shape[];
  /** The same as one word. */
  readonly key: string;
  /** Columns of print: a Chinese character takes two. */
  readonly width: number;
  /** The number of a running number (1, 01, 一, (一), ①); 0 for none. */
  readonly count: number;
  /** It cannot be the end of a cell: an open bracket, a comma, 、. */
  readonly open: boolean;
  /** It cannot be the beginning of a cell: a closing bracket, a comma. */
  readonly closing: boolean;
  /** A remark in brackets: (一期). */
  readonly remark: boolean;
  /** A part of the row above: 其中：…. */
  readonly part: boolean;
  /** Ends with a full stop. */
  readonly stopped: boolean;
  /** Sounds like what columns of remarks say: 新增, 按省级口径. */
  readonly aside: boolean;
  /** Opens with 1. or (1) or ①, as paragraphs inside a cell do. */
  readonly listed: boolean;
}

const HEADING =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[编篇章节条]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|附[件录]|专[栏题]\s*[\d一二三四五六七八九十])/;
const COUNTER =
  /^(?:[(（]?([一二三四五六七八九十]{1,3}|\d{1,3})[)）]|([一二三四五六七八九十]{1,3})、?|([①-⑳])|(\d{1,3})[.．、])$/;
/** `(%` and `（万人` close themselves: what the page lost behind a unit is no reason to read on. */
const OPEN_UNIT = /[(（](?:[%％‰]|[万亿]?[\u4e00-\u9fff]{1,2})$/;

/** The end of a body's name, without the name. */
const BARE_END =
  /^(?:人民政府|管委会|管理委员会|委员会|办事处|有限公司|有限责任公司|分公司|分局|支行|等(?:部门|单位)?)$/;

export function cellLine(line: string): CellLine {
  const text = line.trim();
  const shapes = shapesOf(text);
  const aside = text.length <= 20 && REMARK_CELL.test(text);
  const counter = COUNTER.exec(text);
  const count = /^\d{1,3}$/.test(text)
    ? Number(text)
    : (numeral((counter ? (counter[1] ?? counter[2] ?? counter[3] ?? counter[4]) : '') ?? '') ?? 0);
  return {
    text,
    shapes,
    key: `${shapes.join()}${aside ? '+' : ''}`,
    width: widthOf(text),
    count,
    open: /[、，,：:（(《“—\-–~～与及或]$/.test(text) ? text.length > 1 : isOpen(text),
    closing:
      BARE_END.test(text) ||
      (/^[)）\]］〕》”、，,。；;：:！％%]/.test(text) && text.length > 0 && !/^[%％]$/.test(text)),
    remark: BRACKET_REMARK.test(text) && count === 0 && !shapes.includes('number'),
    part: /^其中(?:[:：]|$)|^#/.test(text),
    stopped: /[。；;！][”）)]?$/.test(text),
    aside,
    listed: /^(?:\d{1,2}[.．、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])./.test(text),
  };
}

/** Everything that a cell's words look like, the most telling first; without blanks at their ends. */
export function shapesOf(text: string): Shape[] {
  const shapes: Shape[] = [];
  if (text.length <= 40) shapes.push(...smallShapes(text));
  if (HEADING.test(text) && !shapes.includes('counter') && !shapes.includes('total')) shapes.push('heading');
  if (isBodyList(text)) shapes.push('bodies');
  if (/[。；;！]/.test(text) || (text.length > 30 && /[，,]/.test(text))) shapes.push('sentence');
  else if (text.length > 18) shapes.push('long');
  else shapes.push('short');
  return shapes;
}

function smallShapes(text: string): Shape[] {
  const shapes: Shape[] = [];
  if (BLANK_CELL.test(text)) return ['dash'];
  if (SAME_AS_ABOVE.test(text)) return ['same'];
  if (/^(?:19|20)\d{2}$/.test(text)) return ['year', 'number'];
  if (/^\d{1,3}$/.test(text)) return ['integer'];
  if (COUNTER.test(text)) return ['counter'];
  if (TIME_CELL.test(text)) shapes.push('year');
  else if (isValueCell(text)) shapes.push('number');
  if (TOTAL_CELL.test(text.replace(/\s/g, ''))) return ['total'];
  if (PROPERTY.test(text)) shapes.push('property');
  if (NATURE_CELL.test(text)) shapes.push('nature');
  if (isUnitCell(text)) shapes.push('unit');
  if (shapes.length === 0 && GOAL_CELL.test(text)) shapes.push('goal');
  if (PLACE_CELL.test(text)) shapes.push('place');
  return shapes;
}

function isOpen(text: string): boolean {
  let depth = 0;
  if (!/[(（《〔]/.test(text)) return false;
  const from = Math.max(0, text.length - 400);
  for (let i = from; i < text.length; i++) {
    const character = text[i] ?? '';
    if ('(（《〔'.includes(character)) depth++;
    else if (')）》〕'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return depth > 0 && !OPEN_UNIT.test(text);
}

function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) width++;
  return width;
}
