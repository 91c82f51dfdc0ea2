import { defineStage, type Mark } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
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
    const cells = marks.filter((mark) => mark.kind === 'cell');
    const edits: Edit[] = [];
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i];
      const next = lines[i + 1];
      if (!line || !next || sameCell(line, next, cells) === 'apart') continue;
      if (sameCell(line, next, cells) === 'same' || continues(line.text, next.text)) {
        edits.push(repair(line.end, next.start, '', 'joined-line'));
      }
    }
    return edits;
  },
});

function continues(line: string, next: string): boolean {
  if (startsWithMarker(next) || /^——|^[一二三四五六七八九十]是/.test(next)) return false;
  // No line begins with a mark that closes something.
  if (/^[，。、；：！？”’）》％‰]/.test(next) && /[\u4e00-\u9fff\dA-Za-z%％”’）》]$/.test(line)) return true;
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

/** Two lines in one table cell belong together; a cell never runs on into another. */
function sameCell(line: Line, next: Line, cells: readonly Mark[]): 'same' | 'apart' | 'none' {
  const a = cells.find((cell) => cell.start <= line.start && line.end <= cell.end && cell.end > cell.start);
  const b = cells.find((cell) => cell.start <= next.start && next.end <= cell.end && cell.end > cell.start);
  if (!a && !b) return 'none';
  return a === b ? 'same' : 'apart';
}
