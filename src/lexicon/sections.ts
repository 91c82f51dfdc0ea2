/** What a section is for, told by its heading. The role holds for everything under it, unless a heading below says more. */
export type SectionRole = 'review' | 'goal' | 'stance' | 'task';

/** Headings that look forward: they win over the words of looking back (工作总结及下一步安排). */
const FORWARD =
  /下一步|工作安排|工作打算|工作思路|工作计划|重点工作|主要任务|重点任务|工作任务|主要举措|保障措施|目标任务|目标|安排/;
/** Results, the state of things, problems, the situation. */
const BACKWARD =
  /总结|回顾|取得.{0,6}成|主要成[绩效就]|工作成[绩效]|成[绩效就]显著|发展(?:基础|现状|环境|背景|成就|历程|形势)|基础条件|基本情况|现状|存在.{0,6}(?:问题|困难|不足)|主要问题|突出问题|问题与|困难|短板弱项|面临.{0,6}(?:形势|机遇|挑战|问题)|当今形势|形势|机遇|挑战|编制背景|规划背景|背景|重大意义|情况$|工作亮点|过去[一二三四五]?年/;
/** 目标任务完成情况: what became of them. */
const REPORT = /(?:完成|执行|落实|进展|实施)情况/;
const GOAL = /目标|指标|预期/;
/** Guiding thought and principles: their numbers are slogans. */
const STANCE =
  /指导思想|基本原则|工作原则|总体思路|重要意义|(?:事件|灾害|事故|响应|预警|险情|灾情)(?:分级|级别|等级)|分级标准|等级划分|启动条件|(?:预警|响应)(?:启动|发布|条件)|名词(?:解释|术语)|术语|适用范围/;

export function roleOf(title: string, inherited: SectionRole): SectionRole {
  // 考核总结阶段(11月底前): a step of the work, whatever it is called.
  if (/阶段(?:$|[（(。:：])/.test(title) && inherited === 'task') return 'task';
  // What stands under a heading of goals states goals, however proud its words.
  if (inherited === 'goal' && !/总结|回顾|存在.{0,6}问题/.test(title)) return 'goal';
  if (GOAL.test(title) && !REPORT.test(title)) return 'goal';
  if (FORWARD.test(title) && !/(?:总结|回顾)$/.test(title) && !REPORT.test(title))
    return inherited === 'review' && !/\d{4}年|下一步|十[四五六]五/.test(title) ? 'review' : 'task';
  if (BACKWARD.test(title)) return 'review';
  if (STANCE.test(title)) return 'stance';
  return inherited === 'stance' ? 'task' : inherited;
}

/** Papers that commit to nothing: results, prices, contracts, rules of a body. */
const NO_PLAN =
  /统计公报|普查公报|(?:决算|审计)(?:报告|公告|结果)|(?:合同|章程|协议书?|判决书|裁定书)$|招标|中标|成交(?:结果)?公[告示]|采购(?:公告|文件)|拍卖|挂牌出让/;

/** The role of what a paper says outside of headings with a role of their own, told by its title. */
export function paperRole(title: string): SectionRole {
  return NO_PLAN.test(title) ? 'review' : 'task';
}
