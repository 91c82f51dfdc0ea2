import { cellsAround } from '../core/cells.js';
import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { linesOf } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { TITLE_END } from '../lexicon/titles.js';

const CLOSED = /[。！？!?；;：:…”’）)】》〕\]—]$/;
const OPEN = /[,，、]$/;
const SENTENCE = /[,，。；;]/;
const ORDINALS = '一二三四五六七八九十';

/** Lines that the page broke in the middle of a sentence, a title or an inline list are one line again. */
export const unwrap = defineStage({
  id: 'unwrap',
  edits: ({ text, marks }) => {
    const lines = linesOf(text);
    const cellOf = cellsAround(marks);
    const edits: Edit[] = [];
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i];
      const next = lines[i + 1];
      if (!line || !next) continue;
      const cell = cellOf(line);
      if (cell !== cellOf(next)) continue;
      if (cell) edits.push(repair(line.end, next.start, seam(line.text, next.text), 'joined-line'));
      else if (continues(line.text, next.text)) edits.push(repair(line.end, next.start, '', 'joined-line'));
    }
    return edits;
  },
});

function continues(line: string, next: string): boolean {
  if (startsWithMarker(next) || /^——|^[一二三四五六七八九十]是/.test(next)) return false;
  // No line begins with a mark that closes something.
  if (/^[，。、；：！？”’）》]/.test(next) && /[\u4e00-\u9fff\dA-Za-z%％”’）》]$/.test(line)) return true;
  // Behind a word ％ is a unit of its own, in a column of units.
  if (/^[％‰]/.test(next) && /\d$/.test(line)) return true;
  if (splitTitle(line, next)) return true;
  if (OPEN.test(line)) return line.length >= 15 && SENTENCE.test(next);
  if (inlineListGoesOn(line, next)) return true;
  if (CLOSED.test(line)) return false;
  return line.length >= 25 && SENTENCE.test(line) && /[\u4e00-\u9fff0-9“]/.test(next[0] ?? '') && /[。；;]/.test(next);
}

/** 关于…建设 / 试点工作方案的通知: a title that its page set in two lines. */
function splitTitle(line: string, next: string): boolean {
  if (!/关于/.test(line) || line.length > 60 || next.length > 50) return false;
  if (/[。；;：:]/.test(line + next) || TITLE_END.test(line)) return false;
  return TITLE_END.test(next) && !/^关于|^.{0,20}关于/.test(next);
}

/** …三是加强招聘。/ 在此基础上…。四是…: the next number of the list stands in the next line, so the break is not the issuer's. */
function inlineListGoesOn(line: string, next: string): boolean {
  const last = [...line.matchAll(/([一二三四五六七八九])是/g)].at(-1)?.[1];
  if (!last || !line.includes('一是')) return false;
  const following = ORDINALS[ORDINALS.indexOf(last) + 1];
  const position = following ? next.indexOf(`${following}是`) : -1;
  return position > 0 && !next.slice(0, position).includes('一是');
}

/** Paragraphs of a cell become one line; a blank keeps numbers and words apart, and the items of a list. */
function seam(line: string, next: string): string {
  return /[\dA-Za-z%％]$/.test(line) && /^[\dA-Za-z]/.test(next) ? ' ' : '';
}
