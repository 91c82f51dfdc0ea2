import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { PLAN } from '../setup/pages.js';

/** The cleaned lines of a text. */
async function lines(page: string): Promise<string[]> {
  const { text } = await parse(new TextEncoder().encode(page));
  return text.split('\n').filter(Boolean);
}

const HEAD = PLAN.slice(7, 12);
const END = ['石泉县水务局', '2023年5月6日'];
const FOOTER = ['打印', '关闭', '主办：石泉县人民政府', '联系电话：0999-7654321', '石ICP备12345678号'];

/** What an issuer writes and a page could have written, as lines inside of a plan. */
const INSIDE: readonly (readonly [string, readonly string[]])[] = [
  ['a heading on sharing', ['（二）分享到基层', '（三）打印、复印管理', '（四）下载应用']],
  ['short headings without numbers', ['分享经验做法', '扫一扫支付推广', '关闭小煤矿', '收藏保护']],
  ['facts of an event', ['名称：石泉县节水周', '时间：2023年5月15日至21日', '地点：县文化广场', '来源：县财政预算']],
  [
    'cells of a table',
    ['序号', '名称', '编号', '来源', '日期', '时间', '1', '甲水厂', 'SC-01', '县级', '2023-05', '3月'],
  ],
  ['sizes of firms', ['类型', '大', '中', '小', '微']],
  ['media in a cell', ['宣传渠道', '微信、微博、客户端', '微信公众平台']],
  [
    'tasks named like columns',
    ['政务服务', '县政务局', '信息公开', '县政府办', '政策解读', '县司法局', '举报', '县信访局'],
  ],
  ['steps of a procedure', ['申请>受理>审批>办结', '办理流程：申请→审核→公示→发放']],
  ['values that compare', ['>98.5', '＞90', '≥95']],
  ['a count of places', ['实施范围：青石县、临溪县、石泉县、云岭县、白水县、南坪县、北塘区、柳湾区、桐江市']],
  ['rows with bars', ['|序号|青石县|临溪县|白水县|南坪县|北塘区|柳湾区|桐江市|', '|1|20|30|40|50|60|70|80|']],
  [
    'vices that are fought',
    ['严厉打击“六合彩”、百家乐、老虎机等赌博活动，整治裸聊诈骗。', '网络赌博', '六合彩', '赌博机'],
  ],
  [
    'trades that are served',
    ['规范小额贷款公司、网贷平台、彩票销售网点和棋牌室经营行为。', '推进不动产登记办证、刻章备案“一窗受理”。'],
  ],
  ['words inside of words', ['注册机构改革', '二级、三级片区网格化管理', '无码头作业区', '银行开户即办']],
  ['brands', ['字号', '石泉老字号', '浏览量：达到100万次', '信息员：每村配备1名', '信息来源：县统计局']],
  [
    'sentences with the words of footers',
    [
      '规范网站标识管理，完成ICP备案和公安备案，依法保护版权所有者权益，维护网络安全和公共利益，营造清朗网络空间。',
      '未经水行政主管部门许可，不得取用地下水，违法使用、复制取水许可证的，依法处理并责令限期改正。',
      '使用SIEMENS设备',
    ],
  ],
  ['quality goods', ['打造国产精品品牌，建设产业园一区二区。']],
  ['English names', ['引进ABB、Siemens等企业，推广RSS标准。', 'English角', 'Copyright保护工作站']],
  ['a website in a task', ['建设门户网站www.example.gov.cn，开通手机客户端。']],
  ['notes', ['注：1.数据来源于2022年统计年鉴', '备注：以上任务由县水务局负责解释']],
  ['a note on dates', ['发布日期以县政府门户网站公布为准', '有效期：五年']],
];

describe('inside a plan stays', () => {
  it.each(INSIDE)('%s', async (_, inside) => {
    const plan = [...HEAD, ...inside, '三、保障措施', '加强组织领导，落实工作责任。', ...END];
    expect(await lines(plan.join('\n'))).toEqual(plan);
  });
});

describe('inside a plan on a page stays', () => {
  it.each(INSIDE)('%s', async (_, inside) => {
    const plan = [...HEAD, ...inside, '三、保障措施', '加强组织领导，落实工作责任。', ...END];
    const body = plan.map((line) => `<p>${line.replaceAll('>', '&gt;')}</p>`).join('');
    const page = `<html><body><div>首页 &gt; 政务公开</div><div class="main">${body}</div><div>打印本页</div></body></html>`;
    expect(await lines(page)).toEqual(plan);
  });
});

describe('at the end of a plan stays, alone and over a footer', () => {
  it.each<[string, readonly string[]]>([
    ['signature and date', END],
    ['a note in brackets', [...END, '（此件公开发布）']],
    ['contacts in brackets', [...END, '（联系人：韦某某，联系电话：0999-1234567）']],
    ['a contact', [...END, '联系人：韦某某，联系电话：0999-1234567']],
    ['copies', [...END, '抄送：县委办公室，县人大常委会办公室，县政协办公室。', '石泉县水务局办公室2023年5月6日印发']],
    ['distribution', [...END, '分送：青石县、临溪县人民政府，市水务局。', '共印50份']],
    ['how it is disclosed', ['政府信息公开选项：主动公开', '抄送：县委办公室。', '石泉县水务局办公室2023年5月6日印发']],
    ['disclosure before the print note', [...END, '公开方式：主动公开', '石泉县水务局办公室2023年5月6日印发']],
    ['annexes', [...END, '附件：1.石泉县农村供水工程任务清单', '2.石泉县农村供水工程责任分工表']],
    ['names of files', [...END, '附件', '石泉县农村供水工程任务清单.docx', '责任分工表.xls']],
    ['notes', [...END, '注：本方案由县水务局负责解释']],
    [
      'the issuer’s table',
      ['附表', '表1 主要指标', '指标', '2020年', '2025年', '普及率（%）', '—', '>98.5', '-', '大', '中', '小'],
    ],
    ['who runs an event', ['主办单位：石泉县水务局']],
    ['a telephone', ['咨询电话：0999-1234567']],
    ['who supports it', ['技术支持：石泉县水利技术中心']],
    [
      'places of a trial',
      [...END, '附：试点县名单', '青石县', '临溪县', '白水县', '南坪县', '北塘区', '柳湾区', '桐江市', '云岭县'],
    ],
    ['rows with days', ['项目名称及完成日期', '青石水厂工程2025-06-30', '临溪管网工程2025-12-31']],
  ])('%s', async (_, end) => {
    const plan = [...HEAD, '三、保障措施', '加强组织领导，落实工作责任。', ...end];
    expect(await lines(plan.join('\n'))).toEqual(plan);
    expect(await lines([...plan, ...FOOTER].join('\n'))).toEqual(plan);
  });
});

it('annexes and files stay where they are links', async () => {
  const plan = [...HEAD, '三、保障措施', '加强组织领导，落实工作责任。', ...END];
  const files = ['附件：1.石泉县农村供水工程任务清单', '2.石泉县农村供水工程责任分工表', '项目表.xlsx'];
  const page = `<html><body>${plan.map((line) => `<p>${line}</p>`).join('')}${files
    .map((file) => `<p><a href="/f">${file}</a></p>`)
    .join('')}<div>上一篇：<a href="/x">某某通知</a></div></body></html>`;
  expect(await lines(page)).toEqual([...plan, ...files]);
});

describe('above a plan stays', () => {
  it.each<[string, readonly string[]]>([
    ['a title in two lines', ['石泉县水务局', '关于印发农村供水三年行动方案的通知']],
    ['a title in two lines without a verb', ['石泉县农村供水', '三年行动方案']],
    ['a red head', ['石泉县人民政府文件', '石政发〔2023〕18号', '石泉县人民政府关于加快农村供水的意见']],
    ['years and status', ['石泉县供水发展规划', '（2021—2025年）', '（征求意见稿）']],
    ['a signer', ['石政发〔2023〕18号', '签发人：某某']],
    ['who adopted it', ['石泉县供水管理办法', '（2023年4月20日县人民政府第12次常务会议通过）']],
  ])('%s', async (_, above) => {
    const plan = [...above, ...HEAD.slice(1), ...END];
    const facts = ['索引号：A-18', '发布日期：2023-05-08'];
    expect(await lines(['网站首页', ...plan].join('\n'))).toEqual(plan);
    expect(await lines([...above, ...facts, ...HEAD.slice(1), ...END].join('\n'))).toEqual(plan);
  });
});

it('a signature stays in a part that is named for what stands below', async () => {
  const plan = [...HEAD, '三、保障措施', '加强组织领导，落实工作责任。', ...END];
  const body = plan.slice(0, -2).map((line) => `<p>${line}</p>`);
  const page = `<html><body><article>${body.join('')}<footer>${END.map((line) => `<p>${line}</p>`).join('')}</footer></article></body></html>`;
  expect(await lines(page)).toEqual(plan);
});
