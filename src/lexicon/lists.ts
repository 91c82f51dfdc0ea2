/** How a list that stands inside paragraphs marks its items. */
export interface ListStyle {
  readonly id: string;
  /** The marker as a reader names it, in one group; what follows it belongs to no title. */
  readonly source: string;
  /**
   * words: behind a mark of punctuation, and across paragraphs; signs: behind a mark of punctuation, in one paragraph;
   * bullet: at the start of a line.
   */
  readonly kind: 'words' | 'signs' | 'bullet';
  /** Styles whose list it may carry on: 首先 … 第二 …, 一是 … 二要 …. */
  readonly joins?: readonly string[];
  /** Lists of two items or more. */
  readonly examples: readonly string[];
  /** Words and signs that look alike and open no item. */
  readonly traps: readonly string[];
}

const HAN = '[一二三四五六七八九十]{1,3}';

/** In the order in which they are tried at a place. */
export const LIST_STYLES: readonly ListStyle[] = [
  {
    id: 'ordinal',
    source: `(第${HAN})(?:[，,、：:]|是)`,
    kind: 'words',
    joins: ['first'],
    examples: ['第一，加强领导；第二，落实责任；第三，严格督查。', '第一是规划先行。第二是项目支撑。'],
    traps: [
      '第一时间响应，第二轮核查跟进。',
      '第一、二、三产业协调发展。',
      '第一、二年打基础；第三、四年见成效。',
      '总量居全省第一，增速居全省第二，位次前移。',
    ],
  },
  {
    id: 'each',
    source: '(其[一二三四五六七八九])(?:[，,、：:]|是)',
    kind: 'words',
    examples: ['其一，水源不足；其二，管网老化。', '其一是规模偏小。其二是链条偏短。'],
    traps: ['只知其一，不知其二，难以成事。'],
  },
  {
    id: 'is',
    source: `(${HAN}是)`,
    kind: 'words',
    joins: ['must'],
    examples: ['一是新建水厂；二是改造管网；三是组建队伍。'],
    traps: ['丁是丁卯是卯，一是一、二是二。', '原因之一是投入不足，统一是前提。', '一是关键在落实。'],
  },
  {
    id: 'must',
    source: `(${HAN}要)`,
    kind: 'words',
    joins: ['is'],
    examples: ['一要压实责任，二要强化督查，三要加大投入。'],
    traps: ['统一要求，明确第一要务。', '三要素齐全，二要点突出。'],
  },
  {
    id: 'first',
    source: '(首先|其次|再次|再者|最后)[，,、：:]?',
    kind: 'words',
    joins: ['ordinal'],
    examples: ['首先，摸清底数；其次，分类整治；最后，严格验收。', '首先要统一思想，其次要完善机制。'],
    traps: ['首先要加强领导，落实责任。', '最后，感谢各位代表；再次强调安全。'],
  },
  {
    id: 'side',
    source: '(另?一方面)[，,、：:]?',
    kind: 'words',
    examples: ['一方面，扩大供给；另一方面，优化结构。', '一方面抓建设，一方面抓管理。'],
    traps: ['这一方面，成效明显；另一方面的问题仍然突出。'],
  },
  {
    id: 'round',
    source: '([(（]\\s?\\d{1,2}\\s?[)）])[、.．]?',
    kind: 'signs',
    examples: ['包括以下内容：（1）新建水厂；（2）改造管网。'],
    traps: ['按第（1）项、第（2）项办理。', '见下列：（1）、（2）。', '系数为：（1）×（2）。'],
  },
  {
    id: 'round-han',
    source: `([(（]${HAN}[)）])[、.．]?`,
    kind: 'signs',
    examples: ['重点做好：（一）普查登记；（二）分类施策。'],
    traps: ['依照第（一）款、第（二）款执行。'],
  },
  {
    id: 'circled',
    source: '([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])[、.．]?',
    kind: 'signs',
    examples: ['做到：①定人员；②定职责；③定时限。', '任务包括①新建泵站②改造沟渠。'],
    traps: ['计算公式：①÷②×100%。', '达标率见①，合格率见②。'],
  },
  {
    id: 'half',
    source: '(?<!\\d)(\\d{1,2})[)）][、.．]?',
    kind: 'signs',
    examples: ['要求：1）摸清底数；2）建立台账。'],
    traps: ['投资(含配套1)增加，2)减少。'],
  },
  {
    id: 'arabic',
    source: '(?<![\\d.．])(\\d{1,2})(?:[.．](?![\\d.．])|、(?!\\d))',
    kind: 'signs',
    examples: ['主要任务：1.新建水厂。2.改造管网。', '具体为：1、普查登记；2、分类施策。'],
    traps: ['比例为：1.5，2.5。', '范围：1、2、3号楼。', '投资增长1.2亿元；2.3亿元用于管网。'],
  },
];

/** Signs that open a line of a list; a rule (——) and the bullets of word processors, whatever their font made of them. */
export const BULLET = /^(?:[—–―─-]{2}|[●•◆■▪◇□★►▶➢➤·✓√—–\-\uf000-\uf0ff])\s?(?=[\u4e00-\u9fff“‘《【(（])/;

/** 一 before 是 or 要 is the end of a word behind these: 统一是, 之一是, 第一要. */
export const WORD_BEFORE_ONE = /[之第十百同统其唯惟万周初高期五六专单合划归不每任某这那另进逐]/;

/** A line that explains a table or names annexes: its numbers are no list. */
export const NO_LIST = /^(?:注|备注|说明|注释|附件|附表|附录|附)\s*[:：\d]/;

/** How the sentence begins that looks back on a list. */
export const AFTER_LIST = /^(?:通过|经过)?(?:以上(?!年)|上述|综上|总之|总的来看)/;
