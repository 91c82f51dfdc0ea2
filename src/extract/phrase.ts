import { DECREASE, INCREASE, LOST_FEN, OUTPUT, REACH } from '../lexicon/verbs.js';

/** Signs of items, adverbs, modal words and places in general that stand before what is measured and are no part of it. */
const LEAD =
  /^(?:[、,:的]|-{1,2}(?!\d)|[•●◆■▪◇□►▶➢➤·]|一是|二是|三是|四是|五是|六是|七是|八是|九是|首先|其次|其中|同时|此外|并且?|且|以及|及|和|与|或|也|还|全[国省市州县区镇乡域]|[我本]?[省市州县区]内|我[省市州县区]|本[省市州县区]|到?期末|力争|争取|努力|确保|保证|预计|计划|拟计划|拟|规划(?=新建|建|改)|目标|预期|原则上|基本|逐步|稳步|加快|大力|积极|全面|持续|不断|进一步|切实|深入|着力|重点(?=打造|建设|培育|推进|支持|发展)|统筹|有序|优先|实现|使得?|让|将|把|以让|以|推动(?=.{2,40}(?:达|率|比))|促进(?=.{2,40}(?:达|率|比))|带动|保持|稳定|稳固|巩固(?=.{2,40}率)|要|应|须|需|必须|均|都|再(?!生)|共(?!同|享|建)|总计|合计|累计|分别|平均|每年|年均|之后|前|后|内|起|左右|使全[省市州县区]|通过[^,]{0,12}(?:使|让)|按照?|达到|到|至)+/;

/** One such word at the end; they are taken off one by one, for a pattern that repeats them would try every split. */
const TAIL = new RegExp(
  `(?:${REACH}|分别|${LOST_FEN}|均|各|都|将|要|约|共|累计|每年均|每年|每月|年均|平均|每周|每天|力争|确保|争取|努力|原则上|水平(?=达)|比例(?=的)|可|按|也|还|再|的|[、,:(]|预计|总共|合计|由原来|比${'\\d{4}'}年|较.{0,8})$`,
);
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
  for (const match of phrase.matchAll(OUTPUT_VERB)) {
    const after = phrase.slice(match.index + match[0].length);
    if (/^(?:项目|工程|规模|标准|水平|能力|面积|资金|机制|体系|计划|行动|的|部|委|局|办|厅|院|者|商)/.test(after))
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
