import type { Line } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { isCaption } from '../lexicon/tables.js';

/** What stands above a table and belongs to it. */
export interface Above {
  readonly title: string;
  /** 万元, where 单位：万元 stands between the caption and the table; else empty. */
  readonly unit: string;
  /** Line of the cleaned text, 1-based: the first that belongs to the table. */
  readonly firstLine: number;
}

/** Lines above a table that are looked at. */
const REACH = 4;
/** Characters; a longer line without the form of a caption is no title. */
const LONGEST_TITLE = 40;

const UNIT = /^[（(]?\s*(?:计量|金额|面积|数量)?单位\s*[:：]\s*([^:：。；]{1,20}?)\s*[)）]?$/;
/** Whose duty it is: 单位：某县水务局. */
const BODY = /(?:局|委|办|部|厅|院|政府|公司|中心|学校|办公室|委员会)$/;
const CONTINUED =
  /^[（(]?\s*(?:续(?:上?表)?|接上表|上接)\s*[\d一二三四五六七八九十]{0,3}\s*[)）]?(?:[:：\s].{0,40})?$|[（(]续表?[)）]$/;
const BRACKETED = /^[（(][^（）()]{1,30}[)）]$/;
const BARE_NUMBER = /^附?表\s*[\d一二三四五六七八九十]{1,3}(?:[-—–.．]\d{1,2})?[:：]?$/;
const TABLE_NUMBER = /^附?表\s*[\d一二三四五六七八九十]/;
const BOX = /^[【[]?专[栏题]\s*[\d一二三四五六七八九十]/;
const TITLE_END =
  /(?:表|指标|指标体系|目标|清单|任务|项目|计划|分工|标准|情况|安排|名单|一览|台账|布局)(?:[(（][^()（）]{1,30}[)）])?$/;

/** The unit that a line or a row says that all values have; empty where it says none. */
export function unitIn(text: string): string {
  const unit = text.length <= 40 ? (UNIT.exec(text.trim())?.[1] ?? '') : '';
  return BODY.test(unit) ? '' : unit;
}

/** 续表, （续）, 表1（续）: a table that another page began. */
export function isContinued(text: string): boolean {
  return text.length <= 60 && CONTINUED.test(text.trim());
}

/**
 * The caption of the table that begins at a line (1-based), with its number and unit in lines of their own. A heading or a
 * box above gives its words to no table as a line: it stays a section.
 * @param named what the markup calls the caption.
 */
export function captionAbove(lines: readonly Line[], line: number, named: string | undefined): Above {
  let unit = '';
  let years = '';
  let first = line;
  for (let at = line - 1; at > Math.max(0, line - 1 - REACH); at--) {
    const text = lines[at - 1]?.text.trim() ?? '';
    const found = unitIn(text);
    if (named !== undefined && text.length > 0 && named.includes(text)) {
      first = at;
      if (named.startsWith(text)) break;
    } else if (found !== '') {
      unit = found;
      first = at;
    } else if (years === '' && BRACKETED.test(text) && !startsWithMarker(text)) years = text;
    else {
      const above = named === undefined ? titleAt(lines, at, years) : undefined;
      return above
        ? { ...above, unit, firstLine: Math.min(above.firstLine, first) }
        : { title: named ?? '', unit, firstLine: first };
    }
  }
  return { title: named ?? '', unit, firstLine: first };
}

/** The title that a line gives to the table below it; `firstLine` is behind it where the line is no part of the table. */
function titleAt(lines: readonly Line[], at: number, years: string): Omit<Above, 'unit'> | undefined {
  const text = lines[at - 1]?.text.trim() ?? '';
  if (BOX.test(text) && text.length <= LONGEST_TITLE)
    return { title: text + years, firstLine: Number.POSITIVE_INFINITY };
  if (startsWithMarker(text) && !TABLE_NUMBER.test(text)) return undefined;
  const numbered = TABLE_NUMBER.test(text) && text.length <= 60 && !/[。；：:，]/.test(text.slice(4));
  if (isCaption(text) || numbered) {
    const number = lines[at - 2]?.text.trim() ?? '';
    if (!TABLE_NUMBER.test(text) && BARE_NUMBER.test(number)) {
      return { title: `${number} ${text}${years}`, firstLine: at - 1 };
    }
    return { title: text + years, firstLine: at };
  }
  const loose = text.length <= LONGEST_TITLE && TITLE_END.test(text) && !/[，。；：:]/.test(text);
  return loose ? { title: text + years, firstLine: Number.POSITIVE_INFINITY } : undefined;
}
