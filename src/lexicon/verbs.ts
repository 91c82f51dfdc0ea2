/*
 * Verbs of commitment. Lists of words, longest first where one opens another; rules join them into patterns.
 */

/** What grows and what falls, in words that a value stands behind: the value is a change (增长5%) … */
const GROWS = '增长 提高 提升 增加 上升 递增 上浮 扩大 上涨 增收 拓展 扩容 扩充 延长 放大 做大 增幅 涨幅 增速'.split(
  ' ',
);
const FALLS = '下降 降低 减少 压减 缩减 消减 削减 压降 递减 压缩 缩短 缩小 精简 调减 下调 下浮 回落 降耗 降幅'.split(
  ' ',
);
/** Nouns of change, which reach nothing. */
const NOUNS = new Set(['增幅', '涨幅', '增速', '降幅', '增收', '降耗', '递增', '递减']);
/** … and with 到 or 至 behind them a level (增长到5万人), whole words and the short forms of newspapers. */
const TURNS = [...GROWS, ...FALLS]
  .filter((word) => !NOUNS.has(word))
  .concat('调整 恢复 推进 优化 扩建 发展 改建 补充 拓宽'.split(' '));
const SHORT = '升 增 提 扩 降 减 缩 压'.split(' ');

const alternatives = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');

/** A value changes: by how much. */
export const INCREASE = alternatives(GROWS);
export const DECREASE = alternatives(FALLS);

/** It moves to a level: 提高到, 压减至, 升至. */
export const MOVES_TO = alternatives([...TURNS, ...SHORT].flatMap((word) => [`${word}到`, `${word}至`]));
/** It is held there. */
export const HELD_AT = '控制在|控制到|保持在|稳定在|维持在|稳定到|限制在|锁定在';
/** A level is reached, by words that mean nothing else: what stands before them is the indicator. */
export const REACHES = `达到|达至|达|提到|迈上|迈过|跨上|${MOVES_TO}|${HELD_AT}`;
/** Words that stand before a level and in other places, too. */
export const REACH = `${REACHES}|保持|稳定|实现|完成|力争|确保|不低于|为|是|有|在|具有|占`;

/** Something is made, built, trained, spent: what they govern is the output. */
export const OUTPUT =
  '新建改扩建|新建成|新建|再建|再创建|新造|新植|选育|部署|接入|配发|投放|恢复|拔除|新增|新创建|新认定|新培育|改扩建|改建|扩建|续建|迁建|重建|建成并投用|建成|建设|建立|筹建|共建|创建|创成|创办|开办|兴办|举办|' +
  '打造|培育|培植|培养|培训|轮训|遴选|评选|推选|选树|认定|认证|申报立项|申报|立项|争创|设立|设置|成立|组建|引进|引育|招引|招聘|招考|招录|招收|补充|' +
  '配备|配置|配齐|购置|采购|更新|安装|加装|改造|提升改造|修建|修复|修缮|整治|治理|完成|实施|启动|开工建设|开工|竣工|投产|开展|组织|推出|推介|推广|' +
  '发展|增加|净增|扩增|投入|投资|安排|争取|筹集|募集|匹配|配套|支持|资助|奖励|发放|救助|帮扶|扶持|惠及|覆盖|转移|处置|淘汰|关闭|整合|盘活|供应|' +
  '开通|开行|加密|铺设|布设|敷设|绿化|造林|营造|种植|养殖|出栏|研发|攻克|突破|制定|制修订|修订|编制|出台|发布|签约|落地|落户|选派|选聘|派出|聘请|' +
  '接收|选树|表彰|孵化|储备|充实|推进|推动|做强|筛选|选择|选取|确定|定位|听取|召开|接受|掌握|提取|拨付|预算|结对|建好|办好|兴建|建造|' +
  '走访|检查|抽查|监测|排查|化解|清理|回收|拆除|搬迁|安置|吸纳|促进|带动|帮助|办理|提供|举行|承办|组织实施|摸排|巩固提升|巩固|提升|维修|升级|保障|完善|引导|动员|吸引|形成|构建|' +
  '建有|设有|消除|开发|打通|连通|贯通|开建|选拔|发动|拥有|收储|拓宽|硬化|疏浚|清淤|加固|新打|评定|命名|签订|选送|送培|增设|创设|划定|划设|施划|关停|腾退|流转|接种|筛查|归集|' +
  '撬动|集聚|汇聚|聚集|更换|编印|开辟|延伸|推荐|获评|培树|挖掘|明确|规范|容纳|接纳|免除|减免|提质|兑付|抢救|保护修缮|增殖放流|投运|投用|认养|领办|创评|入库|纳统|上线';

/** Verbs that create or oblige: only they may govern a number spelled out (建成一所, 掌握两项). */
export const CREATE =
  '新建|改扩建|扩建|改建|建成|建设|建好|培育|培养|打造|设立|设置|掌握|举办|开展|召开|组织|配备|认证|认定|确定|接受|新增|增加|增设|开设|至少|不少于|不低于|达到|各|为|引进|创建|建立|成立|组建|完成|每年|每月|每周|每学期|不得少于|家访|推选|听取|办好';

/** What was done already. Stands before the number, in the same clause or one before. */
export const PAST =
  /(?:[建成立办展达到完投入增加获得增放聘施取引培训认设改造修突破实现开通创][成展]?了)|已(?:经|发展|增|提[高升]|扩|降|超|突破|覆盖|建|培育|形成|累计|建成|完成|达到?|投入|实现|有|于|成功|全面|基本|全部|开工|启动|[^,。;经]{0,4}(?:成|完))|截至|截止|目前(?!.{0,16}(?:提[高升]|增[加至长到]|降|扩|升[至到]|压|减|缩))|现状|去年|上年(?!度)|同比|过去|五年来|以来|取得了.{0,8}(?:胜利|成[效就绩果]|进展|突破)|取得(?:全面|决定性|历史性|伟大).{0,2}(?:胜利|成就)|全年(?:共|累计)|先后|连续\S{1,3}年|累计已|共累计|[比较]上?年(?:同期)?(?:增长|下降|提高)|居全[国省市]|成功创建(?!.{0,8}年)|荣获|被评为|通过(?:了)?国家验收/;

/** A sentence that opens so tells of the past to its end. */
export const PAST_OPENING =
  /^(?:[。;\s]|[一二三四五六七八九]是)*(?:去年|上年|过去(?:[一二三四五]|的)|(?:这|近|过去)?[一二三四五]年来|近年来|多年来|一段时间以来|“?十[二三]五”?(?:期间|时期|以来)|截至(?:目前|当前|20))/;

/** How things are, what there is and what is lacking. */
export const STATE =
  /现有(?=[^,]{1,12}$)(?!.{0,8}(?:基础|消除|化解|提[升高]|改造|扩|整合))|现辖|下辖|管辖|[,全县区市镇乡]辖|共辖|(?<!地点|选址|址|拟)位于|地处|坐落|[,全县区市镇乡省]共有|部分(?:地区|企业|单位|学校|乡镇)|仍[然有存]|依然|仅(?!限|供|需)|只有|尚有|尚未|尚(?=\d)|缺口|高达|不足|不到(?!位)|低于全[国省市县区]|多年平均|当前(?![和及与起])|编制床位|根据[^,]{0,10}普查|据测算|据统计|初步核算|国内外|发达国家|毗邻|东西[长宽]|南北[长宽]|是全[国省市]|平均水平的(?=\d)|距(?:离|县城|市区|省会)|海拔/;

/** 分别 whose 分 a copy lost (占比别达到); 类别, 级别, 性别 are words of their own. */
export const LOST_FEN = '(?<![类级性特区差个派])别(?=$|达|为|不)';
/** Each value of the list goes to its own year or name. */
export const DISTRIBUTES = new RegExp(`分别|${LOST_FEN}`);
