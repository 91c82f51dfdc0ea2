/*
 * Words that decide whether two names of indicators may be taken for one, and what a statement says of whom it is told.
 */

/**
 * Characters that make another thing of a name wherever they stand in one name and not in the other: negation, numbers,
 * levels, sides, sexes, ages, what is added and what is there, who owns it.
 */
export const TELLING =
  '不非未无免禁缺零一二三四五六七八九十百千万亿两双单首末半倍' +
  '低高新旧老少增减升降净累均例余男女城乡镇农村市县省区国州街企公民私大中小初幼童婴青成本专硕博研' +
  '内外上下前后东南西北中主次正副优良合差重轻甲乙丙丁级类户户人车亩' +
  '旱水火电气陆海空进出入产销收支存贷借还种养生死病残贫困';

/** Words that say nothing of what is measured: with or without them a name is the same. */
export const HARMLESS: ReadonlySet<string> = new Set(
  '的 等 和 与 及 、 数 总 约 率 数量 个数 总数 总量 比例 占比 比重 建设 工作 水平 情况 项目 工程 达到 实现 完成 推动 开展 实施 推进 组织 共 全部 名单 指标 目标'.split(
    ' ',
  ),
);

/** Words before a value that make another quantity of a known indicator: a sum over years, a mean, a part of a year. */
export const OTHER_MEASURES =
  /累计|合计|[三五]年(?:共|合计|累计|内)|(?<!每)年均(?!增|上升|提高|提升|下降|降|减|浓度|气温|值)|净增|新增|增量|最高|最低|上半年|[一二三四]季度|人均|户均/g;

/** Words that count alike in names: 每名学生 and 每位学生. */
export const SAME_IN_NAMES: readonly (readonly [RegExp, string])[] = [
  [/每[名个](?=学生|教师|教职工|孩子|儿童|居民|职工)/g, '每位'],
  [/中小学校/g, '中小学'],
];

/** Which lists of `SIDES` part a known indicator: those that its name does not settle by itself. */
export const PARTING_SIDES: readonly (readonly [side: string, pattern: RegExp])[][] = [
  [
    ['城镇', /城区|城镇(?!化)|城市(?!群|圈)|县城|市区/],
    ['农村', /农村|乡村(?!振兴)|行政村|农民/],
  ],
  [
    ['公办', /公办|公立/],
    ['民办', /民办|私立/],
  ],
  [
    ['男', /男[性生]|男子/],
    ['女', /女[性生]|女子|妇女/],
  ],
  [
    ['规上', /规模以上|规上/],
    ['规下', /规模以下|规下/],
  ],
];

/** The area that a clause or a name begins with; what a plan says of a wider one is no value of its own. */
export const WHOLE_AREA = /^(?:(?:到|至)?\d{4}年(?:末|底|,|，)*)?(全[国省市州县镇乡])(?!文明|重点|百强|域|民|面)/;

/** What a growth is told against: a year, the end of a five-year plan, the year before. */
export const AGAINST_YEAR = /[比较]\s*(\d{4})年/g;
export const AGAINST_PLAN = /[比较]\s*[“"]?(十[一二三四五]?五)[”"]?(?:时期)?(?:期?末|规划末)/;
export const AGAINST_LAST_YEAR = /同比|[比较](?:上年|去年|上一年)/;
export const PLAN_ENDS: Readonly<Record<string, number>> = {
  十五: 2005,
  十一五: 2010,
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
};

/** Things that come about in a time: how many there are depends on how long it is. */
export const FLOW = /新增|净增|新建|增加|引进|培训|培养|招收|减少|完成投资/;

/** Measure words that count the same things, so that a name with one has the values of the name with the other. */
export const SAME_COUNTS: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  所: '个',
  家: '个',
  座: '个',
  处: '个',
};
