import { isUnitCell } from './cell-words.js';
import { PERIOD, YEAR } from './periods.js';

/**
 * What a column of a table holds. `group`: one label for several rows; `label`: what a row is about; `value`: numbers and
 * what stands for them; `nature`: 新建, 续建; `text`: words of any kind.
 */
export type CellKind =
  | 'index'
  | 'group'
  | 'label'
  | 'content'
  | 'value'
  | 'unit'
  | 'property'
  | 'time'
  | 'nature'
  | 'bodies'
  | 'partners'
  | 'place'
  | 'note'
  | 'text';

export interface ColumnName {
  readonly kind: CellKind;
  /** Whether the words name a column wherever they stand; the others only beside such ones. */
  readonly sure: boolean;
}

/** An optional remark in brackets behind a name: (万元), (暂定名), [累计]. */
const REMARK = '(?:[(（\\[［〔][^()（）\\[\\]［］〔〕]{1,16}[)）\\]］〕])?';
const WHAT =
  '(?:项目|工程|任务|指标|企业|园区|单位|学校|医院|机构|设施|景区|村庄|河流|水库|道路|路线|产品|产业|行业|事项|措施|行动|目标|课程|岗位|平台|基地|品牌|主体|部门|镇街|乡镇|建设|发展|工作|主要|重点|核心|具体|具体的|政策|服务|风险|问题)';

/** Names of columns, by what the column holds. The first that matches counts. */
const SURE: readonly (readonly [CellKind, RegExp])[] = of([
  ['index', '序号|编号|排序|序|项次|行次|编码|项目编号|序列'],
  [
    'group',
    '(?:考核|评价|考评|检查|督查|评估|评分|验收)项目|类别|类型|分类|类|大类|门类|领域|维度|方面|板块|体系|模块|专项|层级|层次|一级指标|一级目录|一级分类|(?:项目|指标|任务|工作|工程|目标|考核|评价|所属|重点|设施|服务|风险|事项|产业|政策)(?:类别|类型|分类|领域|维度|大类|方面|板块|内容分类)',
  ],
  [
    'label',
    `指标|[二三四五]级(?:指标|目录|分类)|(?:主要|具体|核心|发展|考核|评价|监测|绩效|约束性|规划|统计|产出|细化)指标|指标(?:名称|内容)|(?:项目|工程|任务|重点项目|重点工程|重点任务|重大项目|重大工程|主要项目|主要工程|主要任务|工作任务|目标任务|建设项目|工作事项|事项|改革事项|举措|重点举措|重点工作|工作项目|任务清单|具体任务|名称|子项目)|${WHAT}{1,3}名称|名录|子任务|问题|风险点|发展目标`,
  ],
  [
    'content',
    '内容|主要内容|具体内容|(?:主要|具体)?建设内容|(?:主要|具体)工作内容|工作内容|任务内容|实施内容|服务内容|考核内容|评价内容|检查内容|改革内容|(?:主要)?(?:建设|工作|实施)?内容(?:及|和|与)(?:规模|目标|要求|标准)|(?:主要)?建设规模(?:及|和|与)(?:主要)?(?:建设)?内容|(?:主要)?建设(?:任务|目标)|(?:具体|主要|工作|重点|整改|保障|推进|落实|防治|实施|建设)(?:措施|举措|任务|要求)|措施|任务要求|目标要求|指标要求|工作目标|任务目标|年度目标任务|阶段性目标|(?:评分|考核|评价|计分|建设|验收|服务|赋分|扣分)(?:标准|办法|细则|方法|要点|依据|说明|要求)|评分标准及办法|计算(?:方法|公式|方式)|指标(?:解释|说明|含义|释义)|释义|成果形式|工作成果|预期成果|标志性成果|预期目标|主要成效|存在(?:的)?问题|完成情况|进展情况|工作进展|目前进展|项目概况|基本情况|主要做法|支持政策|服务标准',
  ],
  ['property', '属性|(?:指标|目标)属性|指标性质|属性类别'],
  ['nature', '性质|(?:建设|项目|工程)性质|建设类型|建设状态|项目状态|项目阶段'],
  ['unit', '单位|计量单位|指标单位|量纲'],
  [
    'bodies',
    '(?:牵头|责任|主管|主办|主责|实施|建设|落实|承办|负责|承担|监管|指导|督办|业主|项目|主要责任|牵头责任|责任落实|项目建设|项目实施|项目责任|县级责任|市级责任|对口|行业主管)(?:单位|部门|主体|科室|处室|机构|股室|人|乡镇|领导|县领导|市领导)|(?:组织|申报|编制|数据|填报|提供|考核|评分|评价|管理|运营|服务|施工|县级|市级|区级|省级|完成|属地|监督)(?:单位|部门|机构|主体)|牵头\\(责任\\)单位|(?:联系|包保|分管|责任|牵头|主要|包抓|包联|挂点|挂钩)(?:领导|县领导|县级领导|市级领导|区领导|人|同志)|业主|法人单位|项目法人|负责人|数据来源|资料来源',
  ],
  ['partners', '(?:配合|协办|参与|协同|协助|参加|协作|支持|成员|联动|辅助|其他责任)(?:单位|部门|科室|处室|主体)'],
  [
    'time',
    '(?:完成|建设|实施|起止|建设起止|整改|计划完成|计划开工|开工|竣工|计划|推进|办结|建成|投产|预计完成|达标|启动|拟开工|项目|任务|创建|验收|改造)?(?:时限|时间|年限|年份|期限|时序|工期|日期|年度)(?:要求|安排|节点)?|(?:建设|实施)周期|进度安排|时间(?:节点|安排|要求|进度)|进度|(?:工作|推进|实施|年度|建设)进度|起止年限|建设起止|重点项目\\(年份\\)|开竣工时间|开工及竣工时间',
  ],
  [
    'place',
    '(?:建设|实施|项目|所在|项目所在|具体|工程|分布)(?:地点|位置|区域|地址|地|范围|县|乡镇)|地点|位置|地址|区域|实施范围|覆盖范围|范围|所在(?:县市区|县区|区县|镇街|乡镇|街道)|流域|项目选址|选址',
  ],
  [
    'label',
    '(?:乡镇|镇街|镇乡|乡|镇|街道|镇\\(街道\\)|乡镇\\(街道\\)|乡\\(镇、街道\\)|镇\\(街\\)|县区|区县|市县|县市区|县\\(市、区\\)|县\\(市\\)|市\\(州\\)|市州|地市|各市|地区|区域|村|行政村|社区|村\\(社区\\)|片区|学校|学段|医院|企业|园区|河流|水库|品种|作物|产品|行业|产业|种类|年龄段|病种|设施|场所|岗位|部门|科室|学科|专业)(?:名称)?',
  ],
  [
    'value',
    `${YEAR}年?(?:度|底|末|初|前|止)?|${PERIOD}(?:末|期间|时期|规划|计划|以来|期末)?|(?:截至|截止|到|至)${YEAR}年(?:底|末)?`,
  ],
  [
    'value',
    `(?:${YEAR}年?(?:度|底|末)?|${PERIOD}(?:末|期间|时期|期末)?|基期|基准年?|现状|目标|规划|规划期|当前|期末|期初|本年|上年|指标|近期|远期|预期|年度|年度目标|阶段)(?:预期|规划|实际|发展|累计)?(?:目标值?|目标任务|任务数?|计划数?|基数|基期值?|实际数?|实际值|完成值?|完成数|现状值?|现状数|预计值?|预期值?|规划值?|基准值?|指标值?|数值?|值|年|投资|计划|产量|产值|水平|情况)`,
  ],
  [
    'value',
    `(?:${PERIOD}(?:期间|时期)?|${YEAR}[-—–~至](?:${YEAR})年?|年)?(?:变化情况|变化|变动|增减|增减量|增速|增幅|年均增速|年均增长率?|年均增幅|年均增加|年均(?:增长|增速)?[\\[［(（]累计[\\]］)）]|年均/?累计|累计|累计增长|增长率|增长|增加值|增加|增量|降幅|下降|年均|合计|总计|小计|总数|总量|总计划|任务数|任务量|目标数|计划数|数量|人数|人次|户数|个数|套数|宗数|处数|所数|次数|总投资|投资|投资额|投资总额|投资规模|估算投资|投资估算|计划投资|投资计划|概算投资|匡算投资|计划总投资|项目总投资|总投资额|完成投资|累计完成投资|资金|资金需求|资金规模|资金投入|金额|预算|占地面积|建筑面积|用地面积|总建筑面积|总用地面积|用地规模|种植面积|面积|床位数?|学位数?|班级?数|规模|产能|产量|产值|里程|长度|总里程|库容|装机容量|容量|分值|满分|标准分|权重|基础分|分数|比例|占比|比重|比率|标准值|目标值|参考值|限值|浓度|人口|户数|村数|年产值|排名|位次)`,
  ],
  [
    'note',
    '备注|备注说明|说明|注|附注|其他|其它|得分|自评得?分?|自查得分|考核得分|考评得分|实得分|评分|扣分|扣分(?:原因|说明)|核查情况|落实情况|是否完成',
  ],
  [
    'text',
    '目标|标准|要求|方式|方法|成果|进展|效果|成效|(?:主要)?建设规模|建设标准|佐证材料|依据|政策依据|文件依据|来源|(?:资金|经费|指标|任务|项目)来源|资金渠道|筹资渠道|资金筹措(?:方式)?|投资来源|(?:建设|实施|投资|运营|工作|考核|评价|管护|服务)方式|投资主体|联系电话|电话|联系方式|联系人|手机|邮箱|数据口径|统计口径|覆盖人群|服务对象|建设依据|等级|级别|评定|频次|频率|服务类型|型号|规格|树种|职务|职称|姓名|职责|主要职责|工作职责',
  ],
]);

/** Endings that columns of numbers and words have in tables of all trades; indicators end like this, too. */
const LIKELY: readonly (readonly [CellKind, RegExp])[] = of([
  [
    'value',
    '[\\u4e00-\\u9fff0-9“”"、/]{1,12}(?:数|数量|人次|次数|额|率|量|面积|规模|里程|长度|容量|产量|产值|投资|资金|比例|比重|占比|人数|户数|年|值|增速|增长|学位|床位|分|费)',
  ],
  [
    'value',
    '(?:中央|省级?|市级?|县级?|区级?|自筹|地方|社会|银行|其他|财政|专项债券?|国债)(?:投资|资金|财政|投入|配套|补助|预算内|贷款|债券)?',
  ],
  ['bodies', '[\\u4e00-\\u9fff]{1,8}(?:单位|部门|领导|主体|机构)'],
  ['time', '[\\u4e00-\\u9fff]{1,6}(?:时间|时限|期限|年限|进度)'],
  ['content', '[\\u4e00-\\u9fff]{1,8}(?:内容|措施|要求|标准|情况|方法|办法|方式|目标|任务|成效|举措)'],
  [
    'text',
    '[\\u4e00-\\u9fff]{1,8}(?:对象|条件|来源|渠道|依据|级别|等级|频次|河流|规格|型号|特点|职责|分工|形式|成果|效益|效果|得分|程度|任务|计划|目标|水平)',
  ],
  ['group', '[\\u4e00-\\u9fff]{1,6}(?:类别|类型|分类|领域)'],
  ['label', '[\\u4e00-\\u9fff]{1,8}(?:名称|指标|项目|工程|事项)'],
  ['place', '[\\u4e00-\\u9fff]{1,6}(?:地点|位置|区域|范围)'],
]);

function of(entries: readonly (readonly [CellKind, string])[]): (readonly [CellKind, RegExp])[] {
  return entries.map(([kind, names]) => [kind, new RegExp(`^(?:${names})${REMARK}$`)]);
}

/** A table's column names are short. */
export const LONGEST_NAME = 24;

const ANY_SURE = anyOf(SURE);
const ANY = anyOf([...SURE, ...LIKELY]);

/** The numbers of headings, which nearly all short lines of a text without tables have. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d{1,2}[.．])/;
/** Of all names only quantities may have a mark in them: 一、床位数. */
const NUMBERED_NAME = LIKELY[0]?.[1] ?? ANY;

/** One pattern for all, which most lines fail at once. */
function anyOf(entries: readonly (readonly [CellKind, RegExp])[]): RegExp {
  return new RegExp(entries.map(([, pattern]) => pattern.source).join('|'));
}

/** What a column of this name holds; undefined where the words name none. */
export function columnName(words: string): ColumnName | undefined {
  const name = plain(words);
  if (name === undefined || COUNTED.test(name)) return undefined;
  // What stands in brackets says that a quantity is counted in it, whatever its name is: 变电容量(兆伏安).
  // A pattern as large as the one for all takes as long to compile as a plan to read: not for a heading.
  if (!(NUMBERED.test(name) ? NUMBERED_NAME : ANY).test(name))
    return REMARKED.test(name) ? { kind: remarkKind(name) ?? 'text', sure: false } : undefined;
  const sure = SURE.find(([, pattern]) => pattern.test(name));
  const found = sure ?? LIKELY.find(([, pattern]) => pattern.test(name));
  return found && { kind: remarkKind(name) ?? found[0], sure: sure !== undefined };
}

/** Whether words name a column wherever they stand. */
export function isColumnName(words: string): boolean {
  const name = plain(words);
  return name !== undefined && !NUMBERED.test(name) && ANY_SURE.test(name) && !COUNTED.test(name);
}

/** A name with a word in brackets behind it. */
const REMARKED = /^[\u4e00-\u9fff]{2,10}\([\u4e00-\u9fff/%‰]{1,6}\)$/;

/** 合计(5个) heads a row, no column. */
const COUNTED = /\(\d{1,4}[^\d年月]{0,2}\)$/;

function plain(words: string): string | undefined {
  if (words.length > LONGEST_NAME || /[。；;！？!?]/.test(words)) return undefined;
  return /[\s（）]/.test(words) ? words.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')') : words;
}

/** The remark behind a name may say more than the name: 重点项目(年份) are years, 项目(个) numbers. */
function remarkKind(name: string): CellKind | undefined {
  const remark = /\(([^()]{1,8})\)$/.exec(name)?.[1];
  if (remark === undefined) return undefined;
  if (/^(?:年份|年度|年限|时间|时限)$/.test(remark)) return 'time';
  return isUnitCell(remark) ? 'value' : undefined;
}

/** Column names that may stand above several others in a head of two rows: 目标值 above 2023年 and 2025年. */
export const SPANNING_NAME =
  /(?:值|目标|目标任务|规划|任务|投资|资金|计划|年度|安排|进度|情况|现状|规模|数量|任务数|期限|年限|时间|单位|部门|来源|构成|面积|指标|分解|其中|学位|床位|产量|[”"]|时期|期间)(?:[(（][^()（）]{1,10}[)）])?$/;

/** A head cell that the page broke: its unit or remark in brackets stands in the next line. */
export const BRACKET_REMARK = /^[(（[［〔][^()（）[\]［］〔〕]{1,16}[)）\]］〕]$/;
