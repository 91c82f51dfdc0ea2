import type { RuleExample } from '../rule.js';

/** How responsibility is stated in brackets and labelled lines: `leads | partners (basis)`. */
export const RESPONSIBILITY_EXAMPLES: readonly RuleExample[] = [
  {
    text: '完善配套设施。〔牵头单位:县住建局;责任单位:县财政局、县水务局,各乡(镇)人民政府〕',
    gives: ['县住建局 | 县财政局+县水务局+各乡(镇)人民政府 (labelled)'],
  },
  { text: '推进节水改造。（责任单位：省水利厅、省财政厅）', gives: ['省水利厅+省财政厅 |  (joint)'] },
  { text: '加强监管。(市交通运输局负责)', gives: ['市交通运输局 |  (sole)'] },
  {
    text: '扩大出口。(省商务厅牵头,省税务局、某市海关按职责分工负责)',
    gives: ['省商务厅 | 省税务局+某市海关 (labelled)'],
  },
  {
    text: '落实各项任务。(县卫生健康局、县医保局.县财政局负责,列第一位的为牵头部门,下同)',
    gives: ['县卫生健康局 | 县医保局+县财政局 (first-listed)'],
  },
  { text: '责任单位:区民政局、各街道办事处', gives: ['区民政局+各街道办事处 |  (joint)'] },
  {
    text: '加快融资。（责任单位：省金融监管局和各市、县〔区〕人民政府）',
    gives: ['省金融监管局+各市、县〔区〕人民政府 |  (joint)'],
  },
  { text: '按照“谁主管谁负责”的原则(谁主管谁负责)落实。', gives: [] },
  { text: '实行校长负责制(校长负责)。', gives: [] },
  { text: '建设示范校(含民办学校)。', gives: [] },
];

/** Duties in running text: `leads | partners : duty`. */
export const BODY_EXAMPLES: readonly RuleExample[] = [
  { text: '县统计局负责统计核定年度结果。', gives: ['县统计局 |  : 统计核定年度结果'] },
  {
    text: '省水利厅会同省财政厅、省农业农村厅制定实施细则。',
    gives: ['省水利厅 | 省财政厅+省农业农村厅 : 制定实施细则'],
  },
  { text: '新建泵站由市水务局统筹建设。', gives: ['市水务局 |  : 新建泵站统筹建设'] },
  { text: '县人社局、县教育局要做好教师招聘工作。', gives: ['县人社局+县教育局 |  : 做好教师招聘工作'] },
  { text: '由县卫生健康局牵头,组织开展义诊活动。', gives: ['县卫生健康局 |  : 组织开展义诊活动'] },
  { text: '生态环境部会同有关部门对试点工作进行评估。', gives: ['生态环境部 |  : 对试点工作进行评估'] },
  { text: '县住房城乡建设局负责制定年度计划。', gives: ['县住房城乡建设局 |  : 制定年度计划'] },
  { text: '省交通运输厅要会同省统计局完善统计体系。', gives: ['省交通运输厅 | 省统计局 : 完善统计体系'] },
  { text: '县水务局负责人参加会议。', gives: [] },
  { text: '广大教师要爱岗敬业。', gives: [] },
  { text: '坚持谁主管谁负责的原则。', gives: [] },
  { text: '各级各部门要高度重视。', gives: [] },
  { text: '县教育局主要负责同志参加会议。', gives: [] },
  { text: '学校要加强管理。', gives: [] },
];
