import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import type { Meta } from '../../src/schema/model.js';

/** What a text file says of its document. */
async function metaOfText(text: string): Promise<Meta> {
  return (await parse(new TextEncoder().encode(text))).document.meta;
}

const NONE: Meta = {
  title: null,
  issuer: null,
  documentNumber: null,
  indexNumber: null,
  writtenOn: null,
  publishedOn: null,
  url: null,
  period: null,
  region: null,
  regionLevel: null,
};

/** Papers as offices print them, of places that do not exist; fields that are not named are null. */
const PAPERS: readonly (readonly [name: string, text: string, meta: Partial<Meta>])[] = [
  [
    'a red head with number and signer, a date in Chinese numerals, a print line',
    `石泉县人民政府办公室文件
石政办发〔2023〕18号                签发人：王某某
石泉县人民政府办公室
关于印发石泉县农村供水保障三年行动方案
（2023—2025年）的通知
各镇人民政府，县政府各部门：
《石泉县农村供水保障三年行动方案（2023—2025年）》已经县政府同意，现印发给你们，请认真贯彻执行。
石泉县人民政府办公室
二〇二三年五月六日
石泉县农村供水保障三年行动方案
（2023—2025年）
为提高农村供水水平，根据《青州省人民政府关于农村供水的意见》（青政发〔2021〕5号），制定本方案。
一、总体目标
到2025年，全县农村自来水普及率达到95%以上。
抄送：县委各部门，县人大办。
石泉县人民政府办公室            2023年5月8日印发`,
    {
      title: '石泉县农村供水保障三年行动方案（2023—2025年）',
      issuer: '石泉县人民政府办公室',
      documentNumber: '石政办发〔2023〕18号',
      writtenOn: '2023-05-06',
      period: { from: 2023, to: 2025 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'an opinion of two bureaus above the title and in one line below, digits of full width',
    `石泉市水务局
石泉市财政局
关于加强农田灌溉的实施意见
石水发〔2022〕7号
各县（市、区）水务局、财政局：
为加强农田灌溉，经市政府同意，提出如下意见。
一、目标
到2025年，灌溉面积达到20万亩。
石泉市水务局 石泉市财政局
２０２２年３月１日
附件
任务表`,
    {
      title: '石泉市水务局 石泉市财政局关于加强农田灌溉的实施意见',
      issuer: '石泉市水务局、石泉市财政局',
      documentNumber: '石水发〔2022〕7号',
      writtenOn: '2022-03-01',
      region: '石泉市',
      regionLevel: 'prefectural',
    },
  ],
  [
    'bodies that sign one below the other, with blanks in the date',
    `关于做好石泉县春季造林工作的通知
各镇人民政府：
请按下列要求做好春季造林工作，确保成活。
一、任务
全县造林2万亩，三月底前完成。
石泉县林业局
石泉县水务局
2022 年 3 月 1 日`,
    {
      title: '关于做好石泉县春季造林工作的通知',
      issuer: '石泉县林业局、石泉县水务局',
      writtenOn: '2022-03-01',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a report of the government: nobody signs it, it is written for the day on which it is given',
    `政府工作报告
——2024年1月10日在石泉县第十七届人民代表大会第四次会议上
石泉县人民政府县长 李某
各位代表：
现在，我代表县人民政府向大会报告工作。
一、2023年工作回顾
完成投资20亿元。
二、2024年工作安排
新建水厂2座。`,
    {
      title: '政府工作报告',
      writtenOn: '2024-01-10',
      period: { from: 2024, to: 2024 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a bureau’s summary that names another paper',
    `石泉县水务局2022年工作总结和2023年工作计划
2022年，在县委、县政府领导下，制定了《石泉县节水行动实施方案》，建成水厂2座。
一、2022年工作总结
建成水厂2座。
二、2023年工作计划
新建水厂3座。`,
    {
      title: '石泉县水务局2022年工作总结和2023年工作计划',
      issuer: '石泉县水务局',
      period: { from: 2023, to: 2023 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a legal database',
    `【发布部门】 石泉市人民政府
【发文字号】 石政发〔2023〕18号
【发布日期】 2023.05.06
【实施日期】 2023.06.01
【时效性】 现行有效
【效力级别】 地方规范性文件
石泉市人民政府关于加快供水发展的实施意见
各区、县人民政府：
为加快供水发展，提出以下意见。
一、目标
到2025年，普及率达到95%。`,
    {
      title: '石泉市人民政府关于加快供水发展的实施意见',
      issuer: '石泉市人民政府',
      documentNumber: '石政发〔2023〕18号',
      publishedOn: '2023-05-06',
      region: '石泉市',
      regionLevel: 'prefectural',
    },
  ],
  [
    'a draft for the public',
    `关于公开征求《石泉县水资源保护条例（征求意见稿）》意见的公告
为加强水资源保护，县水务局起草了《石泉县水资源保护条例（征求意见稿）》，现向社会公开征求意见。
石泉县水务局
2023年5月6日
石泉县水资源保护条例
（征求意见稿）
第一章 总则
第一条 为加强水资源保护，制定本条例。`,
    {
      title: '石泉县水资源保护条例（征求意见稿）',
      issuer: '石泉县水务局',
      writtenOn: '2023-05-06',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a plan without a title and the plans of its annexes',
    `为贯彻省委部署，根据《青州省水利提质行动计划（2021—2035年）》，制定石泉县水利提质行动计划。
一、目标
到2025年，普及率达到95%。
附件：1.石泉县农村供水实施方案
2.石泉县节水实施方案
附件1
石泉县农村供水实施方案
根据《石泉县水利提质行动计划（2021—2025年）》要求，制定本方案。
一、目标
建成水厂2座。
附件2
石泉县节水实施方案
根据《石泉县水利提质行动计划（2021—2025年）》要求，制定本方案。
一、目标
建成节水园区3个。`,
    {
      title: '石泉县水利提质行动计划',
      period: { from: 2021, to: 2025 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'the same where only the annexes name it',
    `为贯彻省委部署，结合实际，制定本计划。
一、目标
到2025年，普及率达到95%。
附件1
石泉县农村供水实施方案
按照《石泉县水利提质行动计划（2021—2025年）》要求，制定本方案。
一、目标
建成水厂2座。
附件2
石泉县节水实施方案
按照《石泉县水利提质行动计划（2021—2025年）》要求，特制定本方案。
一、目标
建成节水园区3个。`,
    {
      title: '石泉县水利提质行动计划（2021—2025年）',
      period: { from: 2021, to: 2025 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'an opinion of party and government, its date in brackets',
    `中共石泉县委 石泉县人民政府
关于全面推进乡村振兴的实施意见
（2023年3月1日）
为全面推进乡村振兴，现提出如下意见。
一、总体要求
到2025年，建成示范村20个。`,
    {
      title: '中共石泉县委 石泉县人民政府关于全面推进乡村振兴的实施意见',
      issuer: '中共石泉县委、石泉县人民政府',
      writtenOn: '2023-03-01',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'the front page of a five-year plan',
    `石泉县国民经济和社会发展第十四个五年规划
和二〇三五年远景目标纲要
（草案）
石泉县发展和改革局
2021年2月
第一章 发展环境
到2025年，普及率达到95%。`,
    {
      title: '石泉县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要（草案）',
      issuer: '石泉县发展和改革局',
      period: { from: 2021, to: 2025 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'main points of a year, printed by a bureau’s office',
    `2024年全县水利工作要点
2024年全县水利工作总的要求是：坚持节水优先。
一、加强水源建设
新建水库1座。
石泉县水务局办公室 2024年2月3日印发`,
    {
      title: '2024年全县水利工作要点',
      issuer: '石泉县水务局',
      writtenOn: '2024-02-03',
      period: { from: 2024, to: 2024 },
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a paper that another body hands on: the notice’s signature, not that of the paper',
    `石泉县人民政府办公室转发县水务局关于石泉县节水行动方案的通知
石政办〔2022〕3号
各镇人民政府：
县水务局拟定的《石泉县节水行动方案》已经县政府同意，现转发给你们。
石泉县人民政府办公室
2022年3月1日
石泉县节水行动方案
县水务局
2022年2月20日
一、目标
到2025年，用水量下降10%。`,
    {
      title: '石泉县节水行动方案',
      issuer: '石泉县人民政府办公室',
      documentNumber: '石政办〔2022〕3号',
      writtenOn: '2022-03-01',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a decree',
    `石泉县人民政府令
第12号
《石泉县供水管理办法》已经2023年4月3日县政府第5次常务会议通过，现予公布，自2023年6月1日起施行。
县长 李某
2023年4月20日
石泉县供水管理办法
第一章 总则
第一条 为加强供水管理，制定本办法。`,
    {
      title: '石泉县供水管理办法',
      issuer: '石泉县人民政府',
      documentNumber: '石泉县人民政府令第12号',
      writtenOn: '2023-04-20',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a regulation of a national body',
    `饮水安全监督管理办法
（2021年12月24日国家饮水监督管理局令第49号公布）
第一章 总则
第一条 为加强饮水安全监督，制定本办法。`,
    {
      title: '饮水安全监督管理办法',
      issuer: '国家饮水监督管理局',
      documentNumber: '国家饮水监督管理局令第49号',
      publishedOn: '2021-12-24',
      regionLevel: 'national',
    },
  ],
  [
    'a notice whose title and plan differ in a word and in the dash',
    `青教通〔2023〕31号 关于印发《青石教育振兴三年行动计划(2023-2025)》的通知
全县各中小学：
现将《青石县教育振兴三年行动计划(2023-2025年)》印发给你们，请遵照执行。
青石县教育局
2023年3月30日
青石教育振兴三年行动计划
（2023—2025年）
为办好教育，制定本计划。
一、总体要求
到2025年，建成学校5所。
附件：青石县教育质量提升三年行动计划表`,
    {
      title: '青石教育振兴三年行动计划（2023—2025年）',
      issuer: '青石县教育局',
      documentNumber: '青教通〔2023〕31号',
      writtenOn: '2023-03-30',
      period: { from: 2023, to: 2025 },
      region: '青石县',
      regionLevel: 'county',
    },
  ],
  [
    'a town, and three years that the text counts from one on',
    `石泉县城关镇人居环境整治三年行动方案
为改善人居环境，从2023年起，用三年时间整治全部村庄，制定本方案。
一、目标
整治村庄12个。
石泉县城关镇人民政府
2022年11月20日`,
    {
      title: '石泉县城关镇人居环境整治三年行动方案',
      issuer: '石泉县城关镇人民政府',
      writtenOn: '2022-11-20',
      period: { from: 2023, to: 2025 },
      region: '石泉县城关镇',
      regionLevel: 'township',
    },
  ],
  [
    'a signature that is broken, in full as the red head has it',
    `中共石泉市委人才工作领导小组办公室文件
石委人才办〔2022〕10号
关于选拔第七批市级拔尖人才的通知
各县（市、区）委组织部：
为加强人才工作，决定开展选拔。
一、范围
选拔人数为100名左右。
中共石泉市委人才工作
领导小组办公室
2022年12月16日`,
    {
      title: '关于选拔第七批市级拔尖人才的通知',
      issuer: '中共石泉市委人才工作领导小组办公室',
      documentNumber: '石委人才办〔2022〕10号',
      writtenOn: '2022-12-16',
      region: '石泉市',
      regionLevel: 'prefectural',
    },
  ],
  [
    'bodies that the page ran together',
    `关于印发《石泉县节水行动方案》的通知
各镇人民政府：
现将《石泉县节水行动方案》印发给你们，请认真执行。
石泉县发展和改革局石泉县水务局
石泉县财政局
2022年3月1日
石泉县节水行动方案
为节约用水，制定本方案。
一、目标
用水量下降10%。`,
    {
      title: '石泉县节水行动方案',
      issuer: '石泉县发展和改革局、石泉县水务局、石泉县财政局',
      writtenOn: '2022-03-01',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a signature below the list of annexes',
    `石泉县水务局关于加强水库管护的意见
各镇人民政府：
为加强水库管护，提出如下意见。
一、目标
到2025年，管护水库12座。
附件：
1.水库名单
2.管护责任表
石泉县水务局
2022年3月1日
（联系人：王某）
附件1
水库名单
青龙水库
承诺人
石泉县城关水管站
2022年4月1日`,
    {
      title: '石泉县水务局关于加强水库管护的意见',
      issuer: '石泉县水务局',
      writtenOn: '2022-03-01',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'a title that is broken where it has no comma',
    `石泉县高标准农田建设和灌区改造
工程实施细则（试行）
为规范工程建设，制定本细则。
一、建设任务
建成高标准农田3万亩。`,
    {
      title: '石泉县高标准农田建设和灌区改造工程实施细则（试行）',
      region: '石泉县',
      regionLevel: 'county',
    },
  ],
  [
    'years in Chinese numerals',
    `青州省节水规划（二〇二一年至二〇二五年）
为节约用水，制定本规划。
一、目标
到2025年，用水量下降10%。`,
    {
      title: '青州省节水规划（二〇二一年至二〇二五年）',
      period: { from: 2021, to: 2025 },
      region: '青州省',
      regionLevel: 'provincial',
    },
  ],
];

describe('the facts of a paper', () => {
  it.each(PAPERS)('%s', async (_, text, meta) => {
    expect(await metaOfText(text)).toEqual({ ...NONE, ...meta });
  });
});
