import { BEFORE_NAME_PATTERN, BEHIND_NAME } from '../lexicon/phrases.js';
import { DECREASE, INCREASE, LOST_FEN, OUTPUT, REACH } from '../lexicon/verbs.js';

/** Signs of items, adverbs, modal words and places in general that stand before what is measured and are no part of it. */
const LEAD = new RegExp(`^(?:[、,:的]|\\.(?=[\\u4e00-\\u9fff])|-{1,2}(?!\\d)|[•●◆■▪◇□►▶➢➤·]|${BEFORE_NAME_PATTERN})+`);

/** One such word at the end; they are taken off one by one, for a pattern that repeats them would try every split. */
const TAIL = new RegExp(`(?:${REACH}|${LOST_FEN}|${BEHIND_NAME})$`);
const CHANGE_TAIL = new RegExp(`(?:${INCREASE}|${DECREASE})$`);

/** The shortest phrase that names what is measured: words of reaching, of intent and of place in general stripped. */
export function nameOf(phrase: string): string {
  let text = afterColon(phrase.trim());
  for (let i = 0; i < 4; i++) {
    const next = withoutTail(text.replace(LEAD, '')).trim();
    if (next === text) break;
    text = next;
  }
  return balance(text);
}

/** No word of the tail is longer. */
const LONGEST_TAIL = 12;

function withoutTail(text: string): string {
  let end = text.length;
  for (;;) {
    const tail = TAIL.exec(text.slice(Math.max(0, end - LONGEST_TAIL), end))?.[0];
    if (!tail) return text.slice(0, end);
    end -= tail.length;
  }
}

/** 主要目标包括:地区生产总值: what introduces a list is no part of its first member. */
function afterColon(text: string): string {
  const at = text.lastIndexOf(':');
  return at >= 0 && !/[)）”》]/.test(text.slice(at)) ? text.slice(at + 1) : text;
}

/** The name of something that grows or shrinks: 地区生产总值(增长). */
export function nameOfChanging(phrase: string): string {
  return nameOf(nameOf(phrase).replace(CHANGE_TAIL, ''));
}

const OUTPUT_VERB = new RegExp(`(?:${OUTPUT})`, 'g');

/** Where the last verb of making begins in a phrase, or -1. A verb that is part of a noun (建设项目) counts as none. */
export function outputVerbAt(phrase: string): number {
  let at = -1;
  OUTPUT_VERB.lastIndex = 0;
  for (let match = OUTPUT_VERB.exec(phrase); match; match = OUTPUT_VERB.exec(phrase)) {
    const after = phrase.slice(OUTPUT_VERB.lastIndex);
    if (
      /^(?:项目|工程|规模|标准(?!厂房|化|园)|水平|能力|面积|资金|机制|体系|计划|行动|的|部|委|局|办|厅|院|者|商|区(?!域)|园|率|权|利用|化率|性)/.test(
        after,
      )
    )
      continue;
    at = match.index;
  }
  return at;
}

/** A bracket or quote that was cut off on one side goes altogether. */
function balance(text: string): string {
  if (!/[()（）“”〔〕《》[\]]/.test(text)) return text.trim();
  const pairs = ['()', '（）', '“”', '〔〕', '《》', '[]'];
  let result = text;
  for (const [open = '', close = ''] of pairs.map((p) => [...p])) {
    const opens = result.split(open).length;
    const closes = result.split(close).length;
    if (opens !== closes) {
      const at = opens > closes ? result.lastIndexOf(open) : result.indexOf(close);
      result = opens > closes ? (at === 0 ? result.slice(1) : result.slice(0, at)) : result.slice(at + 1);
    }
  }
  return result.trim();
}
