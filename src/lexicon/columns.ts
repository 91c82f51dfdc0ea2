import type { TableColumn } from '../schema/model.js';

type Kind = TableColumn['kind'];

/** What most of a column's filled cells look like; a column without filled cells looks like anything. */
export type CellShape = 'years' | 'numbers' | 'words' | 'units' | 'bodies' | 'properties' | 'places';

/** Words that name a column, written as `nameForm` gives them: half-width, without years, units, blanks and quotes. */
export interface ColumnWord {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** The word means this only over such cells. */
  readonly cells?: CellShape;
  readonly state?: 'baseline' | 'target';
  readonly examples: readonly string[];
  readonly traps?: readonly string[];
}

/** The sum of the columns beside it. */
export const SUM_COLUMN = /^(?:合计|总计|共计|小计|总数|总量|期间合计|五年合计)$/;

/** Points of an assessment: a table that gives them sets no targets. */
export const SCORE_COLUMN = /分值|权重|得分|赋分|评分|扣分|分数|计分|满分|标准分/;

/** How somebody is reached. */
export const CONTACT_COLUMN = /电话|手机|传真|邮箱|联系方式|号码$/;

/** Who somebody is: a table with these lists persons. */
export const PERSON_COLUMN = /^(?:姓名|成员姓名|职务|职称|单位及职务|单位职务|职务职称|性别|民族|籍贯|学历)$/;

const BODY_WORD = '(?:单位|部门|主体|处室|科室|股室|站所|机构|局办|委办局|司局|院系)';
/** 责任单位及责任人, 牵头单位、完成时限: what else stands in the cells. */
const BESIDE = '(?:\\(.{1,8}\\)|[及和与、/](?:其)?(?:责任人|负责人|联系人|领导|人员|时限|完成时限|完成时间|分工))?';
/** The name over several columns in a head of two rows: 责任分工 over 牵头单位 and 配合单位. */
const OVER = '(?:(?:责任|任务|职责|工作|部门)分工|责任落实|责任单位|责任主体|责任部门)?';
/** 牵头领导及单位. */
const PERSONS_FIRST = '(?:(?:牵头|责任|分管|主管)?(?:领导|责任人|负责人)[及和与、/])?';
const DEGREE = '年均|逐年|平均每年|年平均|每年|五年|期间|累计|总体|规划期|较上年|比上年|同比|较基期|比基期|较|比';
const CHANGES = '增长率?|增速|增幅|增减|变化|变动|涨幅|降幅|递增|递减|提高|提升|下降|降低|减少|增加|上升|改善';
const GOAL_MARK =
  '(?:预期|规划|计划|预计|工作|发展|绩效|总体|任务|主要|年度|约束性|预期性|最终|期末|奋斗|争取|力争|到)';

/**
 * In the order in which they are tried. Whose words fit no entry is told by its cells: numbers are sizes, words in front of
 * them labels.
 */
export const COLUMN_WORDS: readonly ColumnWord[] = [
  { kind: 'other', pattern: SCORE_COLUMN, examples: ['分值', '权重(%)', '评分标准'], traps: ['分类', '分管领导'] },
  {
    kind: 'other',
    pattern:
      /^(?!.*(?:单位|部门))(?:.{0,6}(?:责任人|负责人|联系人|联络员|领导|河长|林长|校长|电话|联系方式|手机|邮箱|邮编|网址))$/,
    examples: ['责任人', '分管领导', '联系电话'],
    traps: ['责任单位', '责任单位及责任人'],
  },
  {
    kind: 'index',
    pattern: /^(?:序号|编号|序|号|项次|排序|项目编号|指标编号|NO\.?|No\.?)$/,
    examples: ['序号', '编号', 'No.'],
    traps: ['证号', '文号'],
  },
  {
    kind: 'unit',
    pattern: /^(?:单位|计量单位|指标单位|数量单位|度量单位|量纲)$/,
    cells: 'units',
    examples: ['单位', '计量单位'],
    traps: ['责任单位', '实施单位', '建设单位'],
  },
  {
    kind: 'property',
    pattern: /^(?:指标)?(?:属性|性质|类型|类别|特性)$/,
    cells: 'properties',
    examples: ['属性', '指标属性', '指标类型', '性质'],
    traps: ['建设性质', '项目属性', '用地性质'],
  },
  {
    kind: 'other',
    pattern: /(?:性质|属性|资金来源|资金渠道|投资主体|投资方|来源|主体性质|所有制|等级|级别|档次|型号)$/,
    examples: ['建设性质', '资金来源', '数据来源', '等级'],
    traps: ['责任主体', '资金'],
  },
  {
    kind: 'other',
    pattern: new RegExp(`(?:编制|设计|施工|监理|勘察|填报|报送|统计|发证|批准|认定|印发|申报|推荐|计量)${BODY_WORD}$`),
    examples: ['设计单位', '填报单位'],
    traps: ['责任单位'],
  },
  {
    kind: 'lead',
    pattern: new RegExp(
      `^${PERSONS_FIRST}(?!.*(?:配合|协办|参与|牵头.{0,4}领导|牵头.*[和及与、/]责任单位)).{0,4}(?:牵头|主办|主责|主要责任|第一责任)(?:.{0,4}${BODY_WORD})?${BESIDE}$`,
    ),
    examples: [
      '牵头单位',
      '牵头部门',
      '主办单位',
      '牵头(责任)单位',
      '市级牵头部门',
      '牵头',
      '牵头股室',
      '牵头单位及责任人',
      '牵头领导及牵头单位',
    ],
    traps: ['牵头领导', '牵头县领导', '主办配合单位', '责任单位', '牵头单位及责任单位'],
  },
  {
    kind: 'partner',
    pattern: new RegExp(
      `^${OVER}(?!.{0,3}(?:牵头|主办)).{0,3}(?:配合|协办|协同|协助|协作|参与|参加|支持|会办|成员|指导|督导|督办|监督|责任\\(配合\\)|配合\\(责任\\)).{0,3}${BODY_WORD}${BESIDE}$|^(?:配合|协办|参加|参与)$`,
    ),
    examples: [
      '配合单位',
      '协办单位',
      '参加部门',
      '配合责任单位',
      '督办单位',
      '配合(责任)单位',
      '配合科室',
      '责任分工配合单位',
    ],
    traps: ['参加人数', '配合比', '牵头和配合单位'],
  },
  {
    kind: 'responsible',
    pattern: new RegExp(
      `^${PERSONS_FIRST}.{0,6}(?:责任|实施|落实|承办|承担|办理|建设|业主|项目|主管|负责|执行|管理|推进|组织|申请|运营|代建|配合)(?:\\(.{1,6}\\)|/|[省市县区镇乡]直)?${BODY_WORD}${BESIDE}$|^(?:责任分工|部门分工|职责分工|项目业主|业主|项目法人|建设业主|投资业主|责任部位|责任(?:乡镇|镇街|镇办|街道|村|社区|村居|企业)|属地)$|^(?:责任|牵头|分管|主管)?(?:领导|责任人|负责人)[及和与、/](?:责任)?${BODY_WORD}$`,
    ),
    examples: [
      '责任单位',
      '责任部门',
      '实施主体',
      '业主单位',
      '主管部门',
      '建设单位',
      '项目业主',
      '责任单位及责任人',
      '责任股室',
      '责任县直单位',
      '责任领导及单位',
      '牵头和配合单位',
      '责任单位及完成时限',
    ],
    traps: ['单位', '计量单位', '责任人', '建设内容', '联系单位', '编制单位', '施工单位', '监理单位'],
  },
  {
    kind: 'responsible',
    pattern: /^(?:单位|部门|主体|科室|股室|任务分工|工作分工|分工|责任落实)$/,
    cells: 'bodies',
    examples: ['单位', '任务分工'],
    traps: ['计量单位'],
  },
  {
    kind: 'other',
    pattern:
      /^(?:发布|印发|成立|设立|认定|批准|批复|注册|登记|入库|出生|填报|发证|印发|受理|营业|服务|工作|上班)(?:时间|日期|年份)$/,
    examples: ['成立时间', '批复时间'],
    traps: ['完成时间'],
  },
  {
    kind: 'time',
    pattern:
      /(?:时限|期限|时间|日期|年限|年份|节点|周期|工期|时序|时点|起止年月?|建设期|完成时|年月)(?:安排|要求|进度|计划|表|节点)?\)?$|^(?:进度|时间|计划|工作|推进|实施|建设)?(?:进度|时间|时序|年度)(?:安排|要求|计划)?$/,
    examples: [
      '完成时限',
      '完成时间',
      '重点项目(年份)',
      '时间节点',
      '进度安排',
      '建设年限',
      '起止年限',
      '实施年份',
      '建设周期',
      '年度',
    ],
    traps: ['年度目标', '进展情况', '时间银行'],
  },
  {
    kind: 'note',
    pattern:
      /^(?:备注|说明|注|附注|备注说明|指标(?:解释|说明|释义|内涵)|计算(?:方法|公式)|测算依据|依据|口径|政策依据|释义)$/,
    examples: ['备注', '指标解释', '计算方法'],
    traps: ['建设内容'],
  },
  {
    kind: 'place',
    pattern:
      /^(?:建设|项目|实施|工程|所在|具体|选址|拟建|任务|项目所在)*(?:地点|位置|所在地|选址|区域|地址|区位|地段)$|^(?:所属|所在|各|行政|试点)?(?:(?!市场)[省市州县区旗盟乡镇街道村居社(、/)]{1,10}|地区|园区|开发区|办事处|城市)(?:名称|名|别)?$/,
    examples: ['建设地点', '乡镇', '县(市、区)', '所属乡镇', '镇(街道)', '地区'],
    traps: ['村卫生室', '区域教育中心', '单位名称'],
  },
  {
    kind: 'change',
    pattern: new RegExp(
      `^(?:${DEGREE})*(?:${CHANGES})+(?:率|情况|幅度|比例|目标|要求)?(?:[/、(\\[]{0,2}(?:累计|年均)[\\])]{0,2})?$|^(?:年均|年平均|五年累计|累计|年均值|累计值|累计数)$|^(?:年均)?[\\[(/、]+累计[\\])]?$|^年均.{0,4}[/、(\\[]+累计[\\])]?$|^\\+?[±+][/-]?-?$`,
    ),
    examples: [
      '年均增长',
      '年均增速',
      '累计',
      '增幅',
      '变化情况',
      '五年变化',
      '年均[累计]',
      '年均增长[累计]',
      '增长率',
    ],
    traps: ['新增学位', '增加值', '年均降雨量', '变化图'],
  },
  {
    kind: 'value',
    state: 'baseline',
    pattern:
      /^\(?(?:末|底|预计|实际|当前|目前|初步|已)?(?:基期|基准期?|基线|基数|现状|实际|实绩|实现|完成|预计|预计完成|期初|起始|当前|目前|现有|初始|执行|达到)(?:值|数|年|水平|情况|基数|量)?(?:\(.{0,4}\))?\)?$/,
    cells: 'numbers',
    examples: ['现状值', '基期值', '基期', '基线值', '实际', '预计完成', '完成数', '(基期)', '现状'],
    traps: ['目标值', '完成率', '完成时限'],
  },
  {
    kind: 'value',
    state: 'target',
    pattern: new RegExp(
      `^\\(?(?:末|底)?${GOAL_MARK}*(?:目标任务|任务目标|目标|指标|规划|计划|任务|预期|约束|达标|控制)(?:值|数|量|要求|水平)?(?:\\(.{0,4}\\))?\\)?$|^(?:末|底)?(?:拟|计划|预计|预期)?达到(?:值|数)?$`,
    ),
    cells: 'numbers',
    examples: ['目标值', '指标值', '规划值', '目标', '计划数', '目标任务', '预期目标', '工作目标', '末目标'],
    traps: ['指标名称', '目标任务分解', '计划投资'],
  },
  {
    kind: 'value',
    state: 'target',
    pattern:
      /^(?:第?[一二三四1-4]季度|上半年|下半年|全年|年度|前[一二三]季度|1?\d-1?\d月份?|1?\d月份?)(?:末|底)?(?:目标|任务|计划|进度)?(?:值|数)?$/,
    cells: 'numbers',
    examples: ['一季度', '上半年目标', '全年', '1-6月', '年度目标'],
    traps: ['季度', '年度安排'],
  },
  {
    kind: 'value',
    pattern: /^(?:末|底|度)?(?:数值|值|数|数据|数量)?$|^[()末底到至度]{1,4}$/,
    cells: 'numbers',
    examples: ['', '末', '到', '数值'],
    traps: ['数位'],
  },
  {
    kind: 'value',
    pattern: SUM_COLUMN,
    cells: 'numbers',
    examples: ['合计', '总计'],
    traps: ['总计划', '累计'],
  },
  {
    kind: 'size',
    pattern:
      /投资|资金|金额|经费|面积|里程|长度|床位|学位|班数|班级|规模|产能|用地|占地|产量|数量|户数|人数|个数|座数|处数|台数|套数|库容|装机|能力|亩数|公里数|投入|概算|估算|产值|吨位|容量/,
    cells: 'numbers',
    examples: ['总投资', '建筑面积', '新增学位', '建设规模', '估算总投资', '装机容量', '其中:财政资金'],
    traps: ['建设内容', '备注'],
  },
  {
    kind: 'content',
    pattern:
      /^(?!目标$|任务$)(?:主要|具体|建设|工作|任务|重点|实施|改革|项目|工程|整改|服务|年度|本年度|阶段|阶段性|推进|落实|预期|总体|考核|标志性|目标|规划)*(?:内容|要求|目标|任务|举措|措施|做法|成果|要点|成效|效果|规模|进度|计划|路径|步骤|描述|概况|安排)(?:及|和|与|、|\/)?(?:建设|主要)?(?:内容|规模|要求|目标|标准|措施|任务)?$/,
    cells: 'words',
    examples: ['建设内容', '主要内容', '建设内容及规模', '目标要求', '工作要求', '具体举措', '预期成果', '建设规模'],
    traps: ['任务名称', '项目名称', '目标', '任务'],
  },
  {
    kind: 'label',
    pattern:
      /^(?:主要|具体|核心|发展|工作|年度|考核|评价|监测|重点|重大|建设|约束性|预期性|任务|主要任务|[二三四])*(?:级)?(?:指标|项目|工程|任务|事项|工作|行动|课题|活动|政策|产品|品种|名称|措施|举措|事务|问题|民生实事|实事)(?:名称|项目|内容|事项|清单)?(?:\(.{1,10}\))?$|名称(?:\(.{1,10}\))?$/,
    cells: 'words',
    examples: ['指标', '指标名称', '项目名称(暂定名)', '工作任务', '重点工作', '事项', '措施', '二级指标', '企业名称'],
    traps: ['指标值', '指标属性', '项目类别', '工作要求'],
  },
  {
    kind: 'group',
    pattern:
      /^(?:.{0,4}(?:类别|类型|分类|领域|维度|方面|板块|专题|大类|小类|环节|行业|门类|体系)|一级指标|目标|方向|专项|层级|系统|类)$/,
    cells: 'words',
    examples: ['类别', '领域', '一级指标', '维度', '分类', '目标', '方面', '项目类别', '指标类别'],
    traps: ['指标', '类别代码'],
  },
];

/** Names of rows that add up the rows above or below them. */
export const TOTAL_LABEL = /^(?:合\s*计|总\s*计|共\s*计|总\s*和|总数|全[省市州县区旗镇乡](?:合计|总计)?)[:：]?$/;
export const SUBTOTAL_LABEL = /^(?:.{0,8}小\s*计)[:：]?$/;

/** Captions of tables that look back. */
export const PAST_CAPTION =
  /(?:完成|执行|实现|进展|实施|落实|达成)(?:情况|进度|结果)|基本情况|现状|统计表|统计情况|汇总统计|评估结果|历年/;

/** Captions of tables of what things cost, are called, are scored or classed by: they commit to nothing. */
export const STANDING_CAPTION =
  /收费|价格|资费|费用标准|收支|决算|预算(?:表|收入|支出|情况)|对照表|名录|花名册|代码表|分级标准|分类标准|配[备置]标准|设置标准|参考值|值班|日程|课程表|议程/;
export const SCORE_CAPTION = /评分|打分|评价(?:标准|细则)|考[核评](?:标准|细则|办法|评分)/;

/** Captions and heads that speak of work to be done. */
export const PLANNED = /任务|计划|目标|分解|安排|分配|下达|规划|指标|拟建|新建|改造|实施方案|十[一二三四五六七]五/;

/** Columns beside planned ones that tell how things are. */
const STANDING_COLUMN =
  /现有|现状|已[建完投到改有实开下]|实有|原有|已累计|累计完成|截至|截止|目前|上年|总人口|常住|户籍|基数|到位|完成率|占比/;

/** 已建, 现有 are of how things are; 到位资金任务 is a task. */
export function isStanding(words: string): boolean {
  return STANDING_COLUMN.test(words) && !/任务|目标|计划/.test(words);
}
