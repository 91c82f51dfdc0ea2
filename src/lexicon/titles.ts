/** What the name of a plan, or of the notice that brings it, ends with (GB/T 9704—2012, 文种, and those of plans). */
export const TITLE_END =
  /(?:通知|意见|方案|规划|纲要|计划|办法|措施|决定|通报|报告|总结|安排|要点|细则|规定|公告|公报|批复|函|条例|清单|行动|指南|工作思路)(?:[(（〔][^()（）〔〕]{1,20}[)）〕])?$/;

/** The cover of a plan: 关于印发…的通知. */
export const COVER_TITLE = /(?:印发|转发|发布|下发|公布).{2,80}的(?:通知|公告|决定)$/;
