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
