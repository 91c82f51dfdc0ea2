import { cellsAround } from '../core/cells.js';
import { defineStage } from '../core/draft.js';
import { type Edit, layout } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { cellRows } from './cell-rows.js';

const BLANK_RUN = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
/** Letters and digits of scripts that part words by blanks, and the signs of currencies before them. */
const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9€£$¥]/u;
/** Blanks; so many are no slip. */
const COLUMN = 4;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
/** What a blank inside a line may have to keep apart: a label that follows, or the end of a body's name before another. */
const LABEL_AHEAD = /^(?:牵头|责任|配合|主责|协办|主办|承办|参与|协同|来源|发布|作者|时间|日期|索引|文号|发文)/;
const BODY_BEFORE = /(?:委|委员会|政府|公室|局|厅|部|院|党组|号|司)$/;

/** 第一章 总则, 表1 …, 专栏2 …, 附件3 …: the blank tells number and title apart. */
const AFTER_MARKER =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[编篇章节条]|(?:附?[表件录图]|专栏)[一二三四五六七八九十\d]{1,3}(?:[-—–.．]\d{1,2})?)$/;
/** 一 总体要求: the blank behind a bare number at the start of a line; 五 年级, 二 次供水 and words set wide are none. */
const AFTER_NUMBER = /^[一二三四五六七八九十]{1,3}$/;
const AFTER_NUMBER_TITLE = /^[^一二三四五六七八九十百千万年月日级期次个类等是般位人名所项][\u4e00-\u9fff“《]/;

/** Blank lines and indents go. They stand for nothing in any script, and stages that compare lines need them gone. */
export const blankLines = defineStage({
  id: 'blank-lines',
  edits: ({ text }) =>
    linesOf(text).flatMap((line): Edit[] => {
      if (line.text.trim() === '') return [layout(line.start, Math.min(line.end + 1, text.length))];
      const indent = line.text.length - line.text.trimStart().length;
      const end = line.end - (line.text.length - line.text.trimEnd().length);
      return [layout(line.start, line.start + indent), layout(end, line.end)].filter((edit) => edit.end > edit.start);
    }),
});

/**
 * Blanks inside Chinese text go too; one that keeps two words or names apart, told by simplified words, stays as one, and so
 * does each of a row of cells.
 */
export const blanks = defineStage({
  id: 'blanks',
  edits: ({ text, marks }) => {
    const edits: Edit[] = [];
    const lines = linesOf(text).filter(({ text }) => text.trim() !== '');
    const cellOf = cellsAround(marks);
    const rows = cellRows(lines);
    for (const line of linesOf(text)) {
      if (line.text.trim() === '') edits.push(layout(line.start, Math.min(line.end + 1, text.length)));
    }
    // A marked cell is one cell, whatever blanks it has.
    for (const [i, line] of lines.entries()) {
      // One by one: a line may have more blanks than a call has room for arguments.
      for (const edit of inLine(line, rows[i] === true && cellOf(line) === undefined)) edits.push(edit);
    }
    return edits;
  },
});

function inLine(line: Line, row: boolean): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.text.matchAll(BLANK_RUN)) {
    const before = line.text.slice(0, match.index);
    const after = line.text.slice(match.index + match[0].length);
    const inside = before !== '' && after !== '';
    const keep = (row && inside) || separates(before, after, match[0]) ? ' ' : '';
    edits.push(layout(line.start + match.index, line.start + match.index + match[0].length, keep));
  }
  return edits;
}

function isWord(character: string): boolean {
  return HAN.test(character) || LATIN.test(character) || character === '%' || character === '％';
}

/** Whether a run of blanks means something where it stands. */
function separates(before: string, after: string, run: string): boolean {
  const left = before.at(-1);
  const right = after[0];
  if (left === undefined || right === undefined) return false;
  if (LATIN.test(left) && LATIN.test(right)) return true;
  // A tab, or a run as wide as a column, stands between cells, whatever they hold.
  if ((run.includes('\t') || run.length >= COLUMN) && isWord(left) && isWord(right)) return true;
  // 1.2公里 2.建设: the number of the next item.
  if (HAN.test(left) && /^\d{1,2}[.、．](?!\d)/.test(after)) return true;
  if (!HAN.test(left) && AFTER_MARKER.test(before) && /[\u3400-\u9fff\uf900-\ufaff“《]/.test(right)) return true;
  if (!HAN.test(left)) return /[A-Za-z]/.test(left) && /[A-Za-z]/.test(right);
  if (AFTER_MARKER.test(before) || (AFTER_NUMBER.test(before) && AFTER_NUMBER_TITLE.test(after))) return true;
  const wide = run.length > 1 || run === '\t';
  if (HAN.test(right)) return wide || LABEL_AHEAD.test(after) || BODY_BEFORE.test(before);
  return (wide || BODY_BEFORE.test(before)) && /\d/.test(right);
}
