import type { Mark } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';

/** A run of one to three asterisks or underscores in a line. */
export interface Delimiter {
  readonly at: number;
  readonly sign: string;
  readonly length: number;
}

/** Characters; a longer stretch is not emphasised. */
const LONGEST = 600;
const WORD = /[\p{L}\p{N}]/u;
const OPENING = /[“‘"《〈（(【〔「『[<]/;
/** Names with their given part starred out: 李**、王**. */
const SURNAME =
  /(?:^|[^\p{L}]|[和与及由])[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]$/u;

/**
 * Pair the runs of a line as CommonMark 6.2 does, but for what breaks Chinese text there: `**重点：**内容` closes. What is no
 * emphasis stays: starred-out names and numbers, footnote marks, blanks to be filled in.
 * @param base the line's place in the text
 */
export function emphasised(
  line: string,
  runs: readonly Delimiter[],
  base: number,
): { readonly edits: Edit[]; readonly marks: Mark[] } {
  const edits: Edit[] = [];
  const marks: Mark[] = [];
  const open: Delimiter[] = [];
  for (const run of runs) {
    const index = canClose(line, run) ? openerOf(line, run, open) : -1;
    const opener = open[index];
    if (!opener) {
      if (canOpen(line, run)) open.push(run);
      continue;
    }
    open.length = index;
    const [start, end] = [base + opener.at, base + run.at];
    edits.push(repair(start, start + run.length, '', 'markup'), repair(end, end + run.length, '', 'markup'));
    if (run.length > 1) marks.push({ kind: 'look', look: 'bold', start: start + run.length, end });
  }
  return { edits, marks };
}

/** Openers that are looked at; further ones are none of this run. */
const DEPTH = 4;

function openerOf(line: string, run: Delimiter, open: readonly Delimiter[]): number {
  for (let i = open.length - 1; i >= 0 && i >= open.length - DEPTH; i--) {
    const opener = open[i];
    if (!opener || opener.sign !== run.sign || opener.length !== run.length) continue;
    return pairs(line, opener, run) ? i : -1;
  }
  return -1;
}

function pairs(line: string, opener: Delimiter, run: Delimiter): boolean {
  const from = opener.at + opener.length;
  if (run.at - from > LONGEST || !WORD.test(line.slice(from, run.at))) return false;
  const starred = (at: number): boolean => SURNAME.test(line.slice(Math.max(0, at - 2), at));
  return !(starred(opener.at) && starred(run.at));
}

/** Double asterisks open inside of words as well: Chinese has no blanks. */
function canOpen(line: string, { at, sign, length }: Delimiter): boolean {
  const before = line[at - 1] ?? '';
  const behind = line[at + length] ?? '';
  if (behind === '' || /\s/.test(behind)) return false;
  if (/\d/.test(before) && /\d/.test(behind)) return false;
  const inWord = WORD.test(before);
  if (inWord && (sign === '_' || length === 1)) return false;
  return WORD.test(behind) || OPENING.test(behind) || !inWord;
}

function canClose(line: string, { at, sign, length }: Delimiter): boolean {
  const before = line[at - 1] ?? '';
  const behind = line[at + length] ?? '';
  if (before === '' || /\s/.test(before) || OPENING.test(before)) return false;
  if (/\d/.test(before) && /\d/.test(behind)) return false;
  return !(WORD.test(behind) && (sign === '_' || length === 1));
}
