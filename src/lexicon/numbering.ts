/** A way of numbering headings. `rank`: which styles may hold which; a lower one holds the higher ones. */
export interface NumberingStyle {
  readonly id: string;
  readonly rank: number;
  /** Matches at the start of a line; group 1 is the marker as a reader names it, group 2 its number. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly traps: readonly string[];
}

const CN = '[一二三四五六七八九十百零〇]';
/** A number as it is counted, which 十四五 (a period of planning) is not. */
const COUNTED =
  '(?:[一二三四五六七八九]?百零?)?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])|[一二三四五六七八九]?百';

/** Numbering of GB/T 9704—2012 (一、 (一) 1. (1)), of laws (第X章 节 条) and of plans (附件, 专栏). */
export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  {
    id: 'annex',
    rank: 0,
    pattern: new RegExp(`^(附[件表录]\\s*(\\d{1,2}|${CN}{0,3}))(?:[:：.．、\\s]|$)`),
    examples: ['附件1', '附件2：', '附件一', '附表3'],
    traps: ['附件材料齐全'],
  },
  {
    id: 'box',
    rank: 6.5,
    pattern: new RegExp(`^[【\\[]?((?:专栏|专题)\\s*(\\d{1,2}|${CN}{1,3}))(?:[:：.．、\\s】\\]]|$|(?=\\p{L}))`, 'u'),
    examples: ['专栏1', '专栏3：重点工程', '专栏二'],
    traps: ['专栏作家'],
  },
  {
    id: 'part',
    rank: 1,
    pattern: new RegExp(`^(第\\s*(${CN}{1,4}|\\d{1,3})\\s*[编篇])(?![^\\s]{0,2}[年月日])`),
    examples: ['第一编 总则', '第二篇'],
    traps: ['第一遍'],
  },
  {
    id: 'chapter',
    rank: 2,
    pattern: new RegExp(`^(第\\s*(${CN}{1,4}|\\d{1,3})\\s*章)`),
    examples: ['第一章 总则', '第十二章发展目标'],
    traps: ['第一张'],
  },
  {
    id: 'division',
    rank: 3,
    pattern: new RegExp(`^(第\\s*(${CN}{1,4}|\\d{1,3})\\s*节)(?!课)`),
    examples: ['第一节 发展基础'],
    traps: ['第一节课开始'],
  },
  {
    id: 'article',
    rank: 4,
    pattern: new RegExp(`^(第\\s*(${CN}{1,5}|\\d{1,3})\\s*条)(?![件例款线])`),
    examples: ['第一条 为了规范', '第二十三条'],
    traps: ['第一条件'],
  },
  {
    id: 'han',
    rank: 5,
    pattern: new RegExp(`^((${COUNTED}))\\s*(?:、|[.．](?!\\d))`),
    examples: ['一、总体要求', '十二、保障措施', '二．重点任务'],
    traps: ['一是加强领导', '十四五、'],
  },
  {
    id: 'han-bracket',
    rank: 6,
    pattern: new RegExp(`^([(（]\\s*(${COUNTED})\\s*[)）])[、.．]?`),
    examples: ['(一)指导思想', '（二十三）抓好落实', '( 一)工作目标'],
    traps: ['(试行)', '(一次性)'],
  },
  {
    id: 'arabic',
    rank: 7,
    pattern: /^((\d{1,3}))\s*(?:、|[.．](?!\d))/,
    examples: ['1.加强领导', '12、落实责任', '3．完善机制'],
    traps: ['1.63', '2025年', '3.5万人'],
  },
  {
    id: 'arabic-bracket',
    rank: 8,
    pattern: /^([(（]\s*(\d{1,3})\s*[)）])[、.．]?/,
    examples: ['(1)建设内容', '（2）责任分工'],
    traps: ['(2021)12号', '(2021—2025年)'],
  },
  {
    id: 'circled',
    rank: 9,
    pattern: /^(([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]))/,
    examples: ['①加强宣传'],
    traps: ['〇'],
  },
  {
    id: 'half-bracket',
    rank: 9,
    pattern: /^((\d{1,2})[)）])/,
    examples: ['1)强化监管', '2）建立台账'],
    traps: ['100)'],
  },
];

/** Whether a line opens with a number of some style. */
export function startsWithMarker(line: string): boolean {
  return NUMBERING_STYLES.some((style) => style.pattern.test(line));
}
