import { describe, expect, it } from 'vitest';
import { clauseDuty } from '../../src/extract/responsibility/body.js';
import { parse } from '../../src/index.js';

/** What a clause says: `kind leads + partners : duty`. */
function said(clause: string): string | undefined {
  const duty = clauseDuty(clause);
  return duty && `${duty.kind} ${duty.leads.join(' ')} + ${duty.partners.join(' ')} : ${duty.duty}`;
}

describe('who a clause gives what work', () => {
  it.each<[string, string]>([
    // Words of office, for any body that can be given work.
    ['县统计局负责统计核定年度结果', 'duty 县统计局 +  : 统计核定年度结果'],
    ['县水务局、县财政局要加强资金监管', 'duty 县水务局 县财政局 +  : 加强资金监管'],
    ['教育行政主管部门应当定期公布名单', 'duty 教育行政主管部门 +  : 定期公布名单'],
    ['地方各级财政部门、农业部门具体组织实施', 'duty 地方各级财政部门 农业部门 +  : 组织实施'],
    ['县自然资源局不得发放核实合格书', 'duty 县自然资源局 +  : 不得发放核实合格书'],
    ['市交通运输局归口管理公交补贴', 'duty 市交通运输局 +  : 归口管理公交补贴'],
    ['科研成果转化由市科技局抓总', 'duty 市科技局 +  : 科研成果转化抓总'],
    // Deeds, for offices by name.
    ['县自然资源局依据批准的规划核定用地规模', 'duty 县自然资源局 +  : 依据批准的规划核定用地规模'],
    ['县应急管理局于每年6月开展演练', 'duty 县应急管理局 +  : 于每年6月开展演练'],
    ['各乡镇每月5日前将进展报县水务局', 'duty 各乡镇 +  : 每月5日前将进展报县水务局'],
    // Names that hold words of deeds.
    ['县市场监督管理局、县水务局负责抽查', 'duty 县市场监督管理局 县水务局 +  : 抽查'],
    ['县委组织部负责人才引进', 'duty 县委组织部 +  : 人才引进'],
    ['县人民政府教育督导委员会定期组织专项督导', 'duty 县人民政府教育督导委员会 +  : 定期组织专项督导'],
    // The agent behind the thing.
    ['新建泵站由市水务局统筹建设', 'duty 市水务局 +  : 新建泵站统筹建设'],
    ['由开发建设单位依法签订代建协议', 'duty 开发建设单位 +  : 依法签订代建协议'],
    ['补助数额由财政局、招商局初审', 'duty 财政局 招商局 +  : 补助数额初审'],
    ['问题线索移交县纪委监委处理', 'duty 县纪委监委 +  : 问题线索处理'],
    ['示范名单经县林草局会同县水务局组织审核', 'duty 县林草局 + 县水务局 : 示范名单组织审核'],
    ['将路灯管护交由区照明中心', 'duty 区照明中心 +  : 将路灯管护'],
    ['损失由省担保集团、经办银行、地方政府按照4:4:2承担', 'duty 省担保集团 经办银行 地方政府 +  : 损失按照4:4:2承担'],
    ['村道养护的责任主体是各乡镇人民政府', 'duty 各乡镇人民政府 +  : 村道养护'],
    // Offices that are told by their field of work, by what they do.
    ['公安机关定期通报案情', 'duty 公安机关 +  : 定期通报案情'],
    ['教育、体育等部门开展联合检查', 'duty 教育 体育 +  : 开展联合检查'],
    // Who helps.
    ['省水利厅会同省财政厅、省农业农村厅制定细则', 'duty 省水利厅 + 省财政厅 省农业农村厅 : 制定细则'],
    ['生态环境部会同有关部门开展评估', 'duty 生态环境部 +  : 开展评估'],
    ['由文化和旅游部商国家发展改革委、财政部组织实施', 'duty 文化和旅游部 + 国家发展改革委 财政部 : 组织实施'],
    ['县财政局配合县水务局做好资金拨付', 'duty 县水务局 + 县财政局 : 做好资金拨付'],
    ['县人民政府定期组织教育、公安等部门更新台账', 'duty 县人民政府 + 教育 公安 : 定期组织更新台账'],
    ['县财政局、县民政局等部门积极配合', 'help  + 县财政局 县民政局 : 积极配合'],
    // Whom the next clause is about.
    ['成立县供水工作领导小组', 'group 县供水工作领导小组 +  : '],
    ['领导小组办公室设在县水务局', 'named 领导小组办公室 +  : '],
    ['协调小组下设办公室', 'group 办公室 +  : '],
    ['县供水工作领导小组', 'named 县供水工作领导小组 +  : '],
    ['省水利厅是全省灌区的行政主管部门', 'named 省水利厅 +  : '],
    ['各试点城市政府要高度重视', 'urged 各试点城市政府 +  : '],
  ])('%s', (clause, expected) => {
    expect(said(clause)).toBe(expected);
  });

  it.each([
    ['a principle', '坚持谁主管谁负责的原则'],
    ['a person', '县水务局负责人参加会议'],
    ['persons in office', '县水务局主要负责同志任组长'],
    ['a person with his post', '分管副县长为组长'],
    ['everybody', '广大教师要爱岗敬业'],
    ['everybody in general', '各级各部门要高度重视'],
    ['enterprises', '企业要加强自律'],
    ['what was done', '县发展改革局牵头制定了方案'],
    ['what has been done', '县水务局已组织培训3次'],
    ['an honour', '县水务局获得全市先进'],
    ['an attribute', '由县水务局牵头的河道治理项目'],
    ['an attribute of money', '由县民政局每年发放的津贴标准提高'],
    ['an attribute of an office', '县民政局按月发放的津贴标准提高'],
    ['a faulty state', '县民政局指导督促力度不够等问题依然存在'],
    ['a rule elsewhere', '民政部对社会组织的管理另有规定的'],
    ['what comes of a breach', '涉嫌犯罪的移交公安机关依法追究刑事责任'],
    ['where money comes from', '省级财政每年安排专项资金12亿元'],
    ['a condition', '县财政局下发资金后'],
    ['a condition before', '未经县自然资源局同意'],
    ['who receives', '报县委编办备案'],
    ['a paper that is cited', '国务院办公厅印发的《实施意见》'],
    ['a deed that opens the clause', '积极争取县财政局支持'],
    ['a mechanism', '健全政府统筹的治理格局'],
    ['a school as a thing', '县城东幼儿园建设项目'],
    ['a mechanism in quotes', '实行“政府负责、分级管理”的体制'],
  ])('nobody: %s', (_, clause) => {
    expect(said(clause)).toBeUndefined();
  });
});

/** The body duties of a plan as `leads + partners : duty`. */
async function duties(...lines: string[]): Promise<string[]> {
  const text = ['云岭县供水行动方案(2021—2025年)', '一、主要任务', '推进供水。', ...lines].join('\n');
  const { document } = await parse(new TextEncoder().encode(`${text}\n`));
  return document.responsibilities
    .filter((r) => r.style === 'body')
    .map((r) => `${r.leads.join(' ')} + ${r.partners.join(' ')} : ${r.duty}`);
}

describe('duties through a sentence', () => {
  it.each<[string, string[], string[]]>([
    [
      'goes on through the clauses that say more',
      ['县财政局要加大投入,优化支出结构,确保资金到位。全县水价不变。'],
      ['县财政局 +  : 加大投入,优化支出结构,确保资金到位'],
    ],
    [
      'begins behind the name of a group, or of who is told by their work',
      ['县供水工作领导小组,统筹推进管网改造。县水务局是供水的行政主管部门,负责编制水价方案。'],
      ['县供水工作领导小组 +  : 统筹推进管网改造', '县水务局 +  : 编制水价方案'],
    ],
    [
      'begins behind those who are asked to heed it',
      ['各试点城市政府要高度重视,把试点列为重点任务。'],
      ['各试点城市政府 +  : 把试点列为重点任务'],
    ],
    [
      'stands behind the label of an item that a full stop closes',
      ['1.县水务局。负责水质检测。', '2.急修中心。负责管网抢修。', '3.居委会。配合做好入户通知。'],
      ['县水务局 +  : 水质检测', '急修中心 +  : 管网抢修', '居委会 +  : 配合做好入户通知'],
    ],
    [
      'does not stand behind a heading that ends like a body',
      ['1.建设抢修中心。负责同志要靠前指挥。', '2.抢修中心。提升响应能力。'],
      [],
    ],
    [
      'ends where another office begins',
      ['县水务局负责建设,县财政局负责保障。'],
      ['县水务局 +  : 建设', '县财政局 +  : 保障'],
    ],
    [
      'is joined by who helps',
      ['由县水务局牵头,县财政局、县住建局配合,建立会商机制。'],
      ['县水务局 + 县财政局 县住建局 : 建立会商机制'],
    ],
    [
      'is joined by who helps behind a semicolon',
      ['县水务局牵头,做好监测;县统计局配合,提供数据。'],
      ['县水务局 + 县统计局 : 做好监测'],
    ],
    [
      'is of the group that is set up',
      ['成立县供水工作领导小组,统筹推进各项工作。'],
      ['县供水工作领导小组 +  : 统筹推进各项工作'],
    ],
    [
      'is of the office of a group, not of its seat',
      ['领导小组办公室设在县水务局,承担日常工作。'],
      ['领导小组办公室 +  : 日常工作'],
    ],
    [
      'in a list of duties',
      ['1.县水务局:负责水源调度;组织巡查。', '2.县财政局:做好资金保障。'],
      ['县水务局 +  : 水源调度;组织巡查', '县财政局 +  : 做好资金保障'],
    ],
    ['under a heading that is an office', ['(一)县林业局', '1.组织种苗质量检查。'], ['县林业局 +  : 组织种苗质量检查']],
    ['not of a salutation', ['各村:为提高供水保障能力,制定本方案。'], []],
    ['not of the past', ['近年来,县水务局组织培训3次,县财政局负责兑付资金。'], []],
    ['not of years before the plan', ['2019年,县水务局负责改造管网。'], []],
  ])('%s', async (_, lines, expected) => {
    expect(await duties(...lines)).toEqual(expected);
  });
});
