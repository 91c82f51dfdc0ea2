/** A way of numbering headings. Both widths of digits, brackets and marks are one style, and blanks inside say nothing. */
export interface NumberingStyle {
  readonly id: string;
  /** Which styles hold which where the document does not say otherwise; a lower one holds the higher ones. */
  readonly rank: number;
  readonly kind: 'heading' | 'annex' | 'box';
  /** `sequence`: such a number opens many lines that are no headings; only one that is counted from the first is. */
  readonly trust: 'alone' | 'sequence';
  /** Whether it counts points inside of sections, under which no box stands. */
  readonly item: boolean;
  /** Matches at the start of a line; group 1 is the marker, group 2 its number, group 3 the mark or blank behind it. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly traps: readonly string[];
}

const B = '[ \\t\\u00a0\\u3000]{0,4}';
const CN = '[一二三四五六七八九十百零〇]';
/** A number as it is counted, which 十四五 (a period of planning) is not. */
const COUNTED =
  '(?:(?:[一二三四五六七八九]?百零?)?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])|[一二三四五六七八九]?百)';
const DIGIT = '[0-9０-９]';
const POINT = '[.．]';
/** The point behind a number; of a decimal only where a year follows (1.2025年建成…). */
const FULL_POINT = `${POINT}(?!${DIGIT})|${POINT}(?=(?:19|20)[0-9]{2}年)`;
/** What may stand between a number and its title besides 、 and a point; told apart, for it stands elsewhere, too. */
const LOOSE = `[:：,，](?!${DIGIT})|[ \\t\\u00a0\\u3000]{1,4}(?=[\\u4e00-\\u9fff“《])`;
const FRAME = `^(?:[【\\[〔“"]${B})?`;

interface Entry {
  readonly id: string;
  readonly rank: number;
  readonly pattern: string;
  readonly examples: readonly string[];
  readonly traps: readonly string[];
  readonly kind?: NumberingStyle['kind'];
  readonly trust?: NumberingStyle['trust'];
  readonly item?: boolean;
}

function style(entry: Entry): NumberingStyle {
  const { kind = 'heading', trust = 'alone', item = false } = entry;
  return { ...entry, kind, trust, item, pattern: new RegExp(entry.pattern, 'u') };
}

/** 第一章, 第 二 节: `not` is what makes the word another one or the line a sentence that speaks of the place. */
function ordinal(id: string, rank: number, word: string, not: string, examples: string[], traps: string[]): Entry {
  const pattern = `${FRAME}(第${B}(${CN}(?:${B}${CN}){0,5}|${DIGIT}{1,3})${B}(?:${word}))(?!${not}|[中里]?(?:的|所[列述称定指]|规定)|[、和与及至到或]${B}第)()`;
  return { id, rank, pattern, examples, traps };
}

/** What follows a number that counts things, or is a part of a word (工程一期, 项目一览表, 任务一般). */
const NOT_COUNTED =
  '[期批个项处次步级类号名段律体是览定般些直切线旦样起年月日时天周轮条件万亿千百十单标方流等并同经共贯向种、和与至到]';

/** 任务1：…, 工程二 …: a plain word that counts. */
function counted(id: string, word: string): Entry {
  return {
    id,
    rank: 6.6,
    trust: 'sequence',
    pattern: `${FRAME}(${word}${B}(${DIGIT}{1,2}|${COUNTED}))()(?:${B}[:：.．、】\\]]|[ \\u3000]{1,4}|(?=[\\u4e00-\\u9fff“])(?!${NOT_COUNTED}))`,
    examples: [`${word}1：建设水厂`, `${word}二、改造管网`, `【${word}3】更新设备`, `${word}四完善机制`],
    traps: [`${word}建设`, `${word}1个`, `${word}一期投产`, `${word}一般由县里安排`],
  };
}

function decimal(depth: number, examples: string[]): Entry {
  const unit = '万|亿|千|百|[%％‰℃]|倍|[公平]?[元米里顷斤亩吨方]|个百?分?点|个月|小时|[年月日版折级届]';
  return {
    id: `decimal-${depth}`,
    rank: 7 + depth / 10,
    trust: 'sequence',
    pattern: `^((${DIGIT}{1,2}(?:${B}${POINT}${DIGIT}{1,2}){${depth - 1}}))(?!${DIGIT}|${POINT}${DIGIT})${POINT}?()(?!${B}(?:${unit}))`,
    examples,
    traps: ['2025.6', '3.5万人', '1.63%', '12.5公里', '第1.1条'],
  };
}

/** Numbering of GB/T 9704—2012 (一、 (一) 1. (1)), of laws (第X章 节 条), of standards (1.1) and of plans (附件, 专栏). */
export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  {
    id: 'annex',
    rank: 0,
    kind: 'annex' as const,
    pattern: `${FRAME}(附(?:${B}[件表录图]|(?=${B}${DIGIT}))${B}(${DIGIT}{1,2}|${CN}{0,3}|[A-H])(?:[-—–－]${DIGIT}{1,2})?)()(?:[:：.．、\\s】\\]〕”"]|$|(?=[(（《“]))`,
    examples: ['附件1', '附件2：', '附件一', '附表3', '附 件 4', '【附件5】', '附录A', '附件1-2', '附1：'],
    traps: ['附件材料齐全', '附近1公里', '附件1所列任务'],
  },
  {
    id: 'box',
    rank: 6.5,
    kind: 'box' as const,
    pattern: `${FRAME}((?:专栏|专题)${B}(${DIGIT}{1,2}|${CN}{1,3})(?:[-—–－]${DIGIT}{1,2})?)()(?:[:：.．、\\s】\\]〕”"]|$|(?=[\\p{L}“《]))`,
    examples: ['专栏1', '专栏3：重点工程', '专栏2“十四五”主要指标', '专栏二', '【专栏4 重点项目】', '专栏2-1 水网'],
    traps: ['专栏作家', '专题会议'],
  },
  ordinal('portion', 0.9, '部分', '是|为', ['第一部分 发展基础', '第 二 部分'], ['第一部门', '第一部分的内容']),
  ordinal(
    'part',
    1,
    '[编篇卷]',
    '[章队制文报论幅目入]|[^\\s]{0,2}[年月日]',
    ['第一编 总则', '第二篇'],
    ['第一遍', '第二篇章', '第一篇文章'],
  ),
  ordinal(
    'chapter',
    2,
    '章',
    '程|学习',
    ['第一章 总则', '第十二章发展目标', '第 三 章'],
    ['第一张', '第二章规定的条件'],
  ),
  ordinal('division', 3, '节', '课|日|能', ['第一节 发展基础'], ['第一节课开始', '第二节、第三节']),
  ordinal(
    'article',
    4,
    '条(?:之[一二三四五六七八九十])?',
    '[件例款线第]|之[一二三四五六七八九十]',
    ['第一条 为了规范', '第二十三条', '第五条本办法所称', '第八条之一 供水单位'],
    ['第一条件', '第三条规定的情形', '第八条第二款', '第六条至第九条', '第二条所列'],
  ),
  {
    id: 'roman',
    rank: 4.7,
    trust: 'sequence' as const,
    pattern: `^(([Ⅰ-Ⅻ]|[IVX]{1,4}))${B}(、|${POINT}(?![A-Za-z0-9])|${LOOSE})`,
    examples: ['Ⅰ、总体要求', 'II.重点任务', 'Ⅳ 保障措施'],
    traps: ['Ⅰ级响应', 'IV期', 'IT产业'],
  },
  {
    id: 'han',
    rank: 5,
    pattern: `^((${COUNTED}))${B}(、|${FULL_POINT}|${LOOSE})`,
    examples: ['一、总体要求', '十二、保障措施', '二．重点任务', '三 、组织实施', '四 保障措施'],
    traps: ['一是加强领导', '十四五、', '一般要求', '五年规划'],
  },
  {
    id: 'han-bracket',
    rank: 6,
    pattern: `^([(（〔]${B}(${COUNTED})${B}[)）〕])()[、.．]?(?!${B}(?:项(?!目)|款(?![项待])|中(?:的|规定|明确)|所[列述]|[、和与及至到或—–-]${B}[(（]|[(（〔]${B}${COUNTED}${B}[)）〕]))`,
    examples: ['(一)指导思想', '（二十三）抓好落实', '( 一)工作目标', '〔三〕重点任务', '（一）项目建设有序推进'],
    traps: ['(试行)', '(一次性)', '(一)(二)项', '(三)项规定的', '（一）至（三）项'],
  },
  {
    id: 'han-half',
    rank: 6.2,
    trust: 'sequence' as const,
    pattern: `^((${COUNTED})${B}[)）])()`,
    examples: ['一）指导思想', '二)重点任务'],
    traps: ['一(二)'],
  },
  ...[
    ['task', '任务'],
    ['works', '工程'],
    ['action', '行动'],
    ['project', '项目'],
    ['measure', '举措'],
    ['step', '措施'],
    ['goal', '目标'],
  ].map(([id = '', word = '']) => counted(id, word)),
  {
    id: 'arabic',
    rank: 7,
    item: true,
    pattern: `^((${DIGIT}{1,3}))${B}(、|${FULL_POINT}|[:：,，](?!${DIGIT}))`,
    examples: ['1.加强领导', '12、落实责任', '3．完善机制', '４．加强监管', '1.2025年建成'],
    traps: ['1.63', '2025年', '3.5万人', '8:30', '1,200人'],
  },
  decimal(2, ['1.1编制目的', '2.10 应急保障', '３．１组织体系', '1.2.适用范围']),
  decimal(3, ['1.1.1职责', '3.2.1.预警分级']),
  decimal(4, ['1.1.1.1范围']),
  {
    id: 'bare',
    rank: 6.9,
    trust: 'sequence' as const,
    pattern: `^((${DIGIT}{1,2}))(${B})(?=[\\u4e00-\\u9fff])(?![年月日号时分秒点个万亿千百])`,
    examples: ['1总则', '2 组织体系'],
    traps: ['2025年', '3月底前', '12%', '1.总则'],
  },
  {
    id: 'arabic-bracket',
    rank: 8,
    item: true,
    pattern: `^([(（〔]${B}(${DIGIT}{1,3})${B}[)）〕])()[、.．]?(?!${B}(?:项(?!目)|款(?![项待])|号(?![召令])|[、和与及至到或—–-]${B}[(（]|[(（〔]${B}${DIGIT}))`,
    examples: ['(1)建设内容', '（2）责任分工', '（ 3 ）进度安排', '(1)项目概况', '(2)号召全体党员参与'],
    traps: ['(2021)12号', '(2021—2025年)', '(1)(2)项', '〔20〕号'],
  },
  {
    id: 'half-bracket',
    rank: 8.5,
    item: true,
    pattern: `^((${DIGIT}{1,2})${B}[)）])()[、.．]?`,
    examples: ['1)强化监管', '2）建立台账'],
    traps: ['100)', '1(2)'],
  },
  {
    id: 'circled',
    rank: 9,
    item: true,
    pattern: '^(([①-⑳㉑-㉟㊱-㊿❶-❿]))()[、.．]?',
    examples: ['①加强宣传', '㉑落实责任', '❷完善机制'],
    traps: ['〇'],
  },
  {
    id: 'letter',
    rank: 9.5,
    item: true,
    trust: 'sequence' as const,
    pattern: `^(([A-Za-zＡ-Ｚａ-ｚ])(?:${B}[)）])?)((?<=[)）])|${B}、|${B}${POINT}(?![A-Za-z0-9]))`,
    examples: ['A.加强宣传', 'b、落实责任', 'c)完善机制'],
    traps: ['A级景区', 'E.coli', 'AI技术'],
  },
  {
    id: 'letter-bracket',
    rank: 9.6,
    item: true,
    trust: 'sequence' as const,
    pattern: `^([(（]${B}([A-Za-z])${B}[)）])()`,
    examples: ['(a)加强宣传', '（B）落实责任'],
    traps: ['(AI)'],
  },
].map(style);

/** Numbers that are one character together with their brackets or points, spelled out. */
const ENCLOSED: readonly (readonly [string, (number: number) => string])[] = [
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', (number) => `(${'一二三四五六七八九十'[number - 1]})`],
  ['⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', (number) => `(${number})`],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', (number) => `${number}.`],
];

/** A line whose number is one character with its brackets, with the number spelled out: ㈠ → (一), ⒈ → 1. */
export function spellOut(line: string): string {
  const code = line.charCodeAt(0);
  if (!((code >= 0x2474 && code <= 0x249b) || (code >= 0x3220 && code <= 0x3229))) return line;
  for (const [characters, spelled] of ENCLOSED) {
    const at = characters.indexOf(line[0] ?? '');
    if (at >= 0) return spelled(at + 1) + line.slice(1);
  }
  return line;
}

/** Characters that a number begins with, or the word before it. */
const OPENING =
  /^[【[〔“"(（0-9０-９A-Za-zＡ-Ｚａ-ｚ①-⒛㉑-㉟㊱-㊿❶-❿Ⅰ-Ⅻ㈠-㈩一二三四五六七八九十百附专第任工行项举措目]/u;

/** Whether a line may open with a number at all: asked of every line, before any pattern. */
export function mayBeNumbered(line: string): boolean {
  return OPENING.test(line);
}

/** Whether a line opens with a number that shows a heading or an item by itself. */
export function startsWithMarker(line: string): boolean {
  if (!mayBeNumbered(line)) return false;
  const spelled = spellOut(line);
  return NUMBERING_STYLES.some(({ trust, pattern }) => {
    if (trust === 'sequence') return false;
    const mark = pattern.exec(spelled)?.[3];
    return mark !== undefined && !isLoose(mark);
  });
}

/** Whether what stands behind a number parts it from a title only where the document counts on. */
export function isLoose(mark: string): boolean {
  return /^(?:[:：,，]|[ \t\u00a0\u3000]+)$/.test(mark);
}

/** Headings without a number that stand before everything else, or behind it. */
export const UNNUMBERED_WORDS = /^(?:前言|序言|引言|导言|绪言|序|绪论|导论|结语|结束语|后记|附则)$/;

/** A box without a number: 专栏：重点工程, 【专栏】. */
export const UNNUMBERED_BOX = /^(?:【专栏】|\[专栏\]|专栏[:：])[:： ]{0,2}(.{0,40})$/;
