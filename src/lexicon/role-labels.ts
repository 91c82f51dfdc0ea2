/*
 * Labels of statements of responsibility (牵头单位, 责任部门, 主办科室 …), by the words that they are made of: officials
 * join them freely, and tables and brackets print them alike.
 */

export type Role = 'lead' | 'responsible' | 'partner';

const WORK =
  '牵头|主责|责任|主办|协办|承办|配合|协同|协助|协作|参与|参加|落实|实施|执行|完成|督办|督导|监管|监督|指导|支持|主管|组织|负责|承担|联合|成员|属地|具体|主要|第一|第二|第三|次要|首要|其他|共同|总|主体|分工';
const WHO =
  '(?:[省市县区州镇乡]直)?单位|部门|站所|站办|科站|科室|处室|股室|科股室|机构|主体|机关|司局|处|委办局|镇街|镇办|地区|企业|院系|方';
/** 责任(配合)单位; 牵头（责任）单位; 责任单位（首位为牵头单位）; 责任单位及责任人. */
const INNER = `(?:[(（](?:${WORK})[)）])?`;
const REMARK = '(?:及(?:责任人|负责人|人员|分工)|[(（][^()（）:：]{1,40}[)）])?';

/** A label in words, without its colon. The last alternatives stand without 单位 and need the colon close by. */
export const ROLE_LABEL = `(?:[省市县区乡镇村]级)?(?:(?:${WORK}|[、和及/])${INNER})*(?:${WORK})${INNER}(?:${WHO})${REMARK}|(?:主体|监管|属地|监督)责任|牵头|责任|配合|主办|协办|承办|督办|参与|落实|主责`;

/** What a list says where nobody is named. */
export const NOBODY = /^[(（]?(?:无|暂无|待定|略|同[上前左右]|-+|—+|\/|…+)[)）]?$/;

/** The role that a label gives to the bodies behind it. */
export function roleOfLabel(label: string): Role {
  if (/牵头|主责|主办|主要责任|第一责任|首要责任|^总/.test(label) && !/[(（]配合/.test(label)) return 'lead';
  if (/配合|协|监管|第[二三]|次要|其他|参与|参加|支持|督|监|指导|成员|联合/.test(label)) return 'partner';
  return 'responsible';
}

/** Labels of other facts of the same statement, of persons and of times: their words are no bodies. */
export const FACT_LABEL =
  '(?:(?:市|县|区|镇|省)?(?:牵头|责任|分管|包保|包联|主管|联系|挂点|包抓|具体|直接|第一|主要)*(?:领导|责任人|负责人|联系人|人员|专员)|(?:完成|办结|整改|推进|责任|工作|建设|实施)?(?:时限|时间|期限|日期|进度)(?:要求|安排|节点)?|联系(?:电话|方式)|电话|(?:工作|主要|具体|重点)?(?:目标|任务|措施|要求|内容|举措|成果|标准)(?:任务|要求)?|备注|进展|来源)';
