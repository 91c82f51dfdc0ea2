/*
 * Words that tell subjects of the same indicator apart, so that their values contradict nothing: 城区 and 农村, 小学 and
 * 初中, 上半年 and 全年.
 */

/** Each a list of sides that exclude each other. What says nothing of the side may be the whole of them. */
export const SIDES: readonly (readonly RegExp[])[] = [
  [/城区|城镇|城市|县城|市区|社区居民/, /农村|乡村|乡镇|村庄|行政村|农民/],
  [/学前|幼儿/, /小学/, /初中/, /义务教育/, /高中|普高|中职|职高|职业学校/, /高校|高等教育|大学|本科/],
  [/公办|公立|国有/, /民办|私立|民营|社会办/],
  [/男/, /女/],
  [/老年|老人|养老/, /儿童|青少年|婴幼儿|托育/],
  [/新建|新增/, /现有|存量|既有|原有|改造/],
  [/规模以上|规上/, /规模以下|规下|小微/],
  [/上半年|[一二]季度|中期/, /下半年|[三四]季度|全年|年底|年末/],
  [/奋斗|冲刺|挑战|力争目标|高线/],
  [/近期|起步|初期/, /远期|远景|展望/],
];

/** Kinds of areas from the widest: 全省 and 全县 have values of their own; what names none is told of either. */
export const AREAS: readonly RegExp[] = [
  /全国|国家级/,
  /全省|全自治区|省级/,
  /全市|市级/,
  /全县|县域|县级/,
  /全镇|全乡|镇级|乡级/,
  /全村|村级/,
];

/** Words that make another measure of it: the sum, a part, what is added. */
export const MEASURES = /累计|合计|五年|三年内|年均|人均|户均|其中|新增|净增|增量|最高|最低|平均/g;

/** A name that ends so measures how another value moves: 增速 of what is a level without it. */
export const MOVES = /(?:增长|增速|增幅|涨幅|下降|降低|降幅|减少|提高|提升|上升|增加)(?:率|幅度|速度)?$/;

/** Words in general before a name: of the plan's own area, or that it is to be reached. */
export const GENERAL_LEAD = /^(?:[全我本][国省市州盟县区旗乡镇村]|力争|努力|实现|确保|保持|推动|到?\d{4}年末?底?|的)/;

/** Names that many things have: 覆盖率 of what, 产值 of whom. */
export const BARE_NAME =
  /^.{0,4}$|^(?:总体|综合|主要|重点|项目|任务|产业|行业|企业|园区|集群|年度?|平均|整体|全部)*(?:覆盖|达标|完成|合格|利用|使用|处理|参与|普及|知晓|满意|优良|达产|增长|开工|竣工|入驻|出租|通过|投产|到位)?(?:产值|收入|规模|投资|产量|产能|数量|总量|面积|比例|占比|比重|率|度)$/;

const PLACE_ENDS =
  '自治州|自治县|省|(?<!城)市|县|(?<!城|地|园|社|片|景|库|灌|山)区|州|盟|旗|(?<!城|乡)镇|(?<!城)乡|(?<![农乡])村|街道|林场|农场|公司|集团|医院|学院|大学';

/** Places and bodies by name that open a name: their values are theirs alone. */
export const PLACE_FIRST = new RegExp(`^([\\u4e00-\\u9fff]{2,8}?(?:${PLACE_ENDS}))(?![域级区城镇乡内外校])`);

/** And those that a heading or a caption is about: 石桥镇, 石桥镇主要指标. */
export const PLACE_ABOUT = new RegExp(
  `^(?:[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．])?([\\u4e00-\\u9fff]{2,8}?(?:${PLACE_ENDS}))(?=$|[(（:：。]|(?:20\\d\\d年|主要|重点|年度|工作|发展|建设)*(?:目标|任务|指标|计划|情况))`,
);

/** Statements of every year: 每年均达到100%, 始终保持在98%以上. */
export const EVERY_YEAR =
  /(?:每年|历年|每个年度|各年度?|年年)(?:均|都|全部|始终|要|应)*(?:能够?)?(?:达|保持|稳定|维持|控制|不低于|不少于|不超过|为|在)|(?:始终|一直)(?:保持|稳定|维持)/;
