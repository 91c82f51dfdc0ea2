import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import type { Meta } from '../../src/schema/model.js';

async function metaOfText(text: string): Promise<Meta> {
  return (await parse(new TextEncoder().encode(text))).document.meta;
}

const PLAN = `石泉县供水发展方案
为提高供水水平，结合我县实际，制定本方案。
一、目标
到2025年，普及率达到95%。`;

describe('what says nothing of the document', () => {
  it.each<[string, string, Partial<Meta>]>([
    [
      'the date and number of another paper',
      `石泉县供水发展方案
根据《青州省人民政府关于供水的意见》（青政发〔2021〕5号）和2021年3月1日县政府会议精神，制定本方案。
一、目标
到2025年，普及率达到95%。`,
      { documentNumber: null, writtenOn: null, issuer: null },
    ],
    [
      'a sentence that begins with a number',
      `石泉县供水发展方案
青政发〔2021〕5号文件要求各地加快供水发展。
一、目标
到2025年，普及率达到95%。`,
      { documentNumber: null },
    ],
    [
      'a number behind the name of another paper in the title',
      `关于贯彻《青州省供水条例》（青政发〔2021〕5号）的实施方案
为贯彻条例，制定本方案。
一、目标
到2025年，普及率达到95%。`,
      { documentNumber: null, title: '关于贯彻《青州省供水条例》（青政发〔2021〕5号）的实施方案' },
    ],
    ['copies to others', `${PLAN}\n抄送：青州省水利厅，石泉市水务局。`, { issuer: null }],
    [
      'cells of a table: a unit and its day',
      `${PLAN}\n二、任务分工\n建成水厂1座，改造老旧管网20公里，确保按时通水。\n石泉县水务局\n2024年6月30日\n改造泵站3座，配套自动化设备。\n石泉县城管局\n2024年9月30日\n${'其他任务按照年度计划推进。\n'.repeat(12)}`,
      { issuer: null, writtenOn: null },
    ],
    [
      'the letter in an annex',
      `${PLAN}\n${'各单位要加强协作。\n'.repeat(45)}附件1\n承诺书\n本单位承诺按期完成。\n青石县水务局\n2021年1月1日\n${'填表说明见背面。\n'.repeat(12)}`,
      { issuer: null, writtenOn: null },
    ],
    [
      'the letter that is the last annex',
      `${PLAN}\n附件\n承诺书\n本单位承诺按期完成。\n青石县水务局\n2021年1月1日`,
      { issuer: null, writtenOn: null },
    ],
    ['a day that there is not', `${PLAN}\n石泉县水务局\n2022年13月45日`, { writtenOn: null }],
    ['an empty date', `${PLAN}\n单位（盖章）\n    年  月  日`, { writtenOn: null, issuer: null }],
    ['a paper as source', `来源：石泉日报 时间：2023-05-08\n${PLAN}`, { issuer: null, publishedOn: '2023-05-08' }],
    ['a media centre as source', `来源：石泉县融媒体中心 时间：2023-05-08\n${PLAN}`, { issuer: null }],
    ['a site as publisher', `发布机构：石泉县政府网 发布日期：2023-05-08\n${PLAN}`, { issuer: null }],
    [
      'titles of annexes',
      `为提高供水水平，结合我县实际，制定本计划。
一、目标
到2025年，普及率达到95%。
附件1
石泉县水厂建设清单`,
      { title: null },
    ],
    [
      'a plan that is carried out',
      `石泉县节水实施方案
为落实《青州省节水行动计划（2021—2030年）》，制定本方案。
一、目标
用水量下降10%。`,
      { title: '石泉县节水实施方案', period: null },
    ],
    [
      'the year of an edition and of a summary',
      `石泉县供水应急预案（2018年修订）
为做好供水应急，制定本预案。
一、总则
一般情况由县水务局处置。`,
      { period: null, title: '石泉县供水应急预案（2018年修订）' },
    ],
    ['the line (此件公开发布)', `（此件公开发布）\n${PLAN}`, { title: '石泉县供水发展方案', writtenOn: null }],
    [
      'a head of news before the plan',
      `近日，石泉县人民政府办公室印发《石泉县供水发展方案》。全文如下：\n${PLAN}`,
      { title: '石泉县供水发展方案' },
    ],
  ])('%s', async (_, text, meta) => {
    expect(await metaOfText(text)).toMatchObject(meta);
  });
});

describe('the area and its level', () => {
  it.each<[title: string, region: string | null, level: Meta['regionLevel']]>([
    ['青州省节水规划', '青州省', 'provincial'],
    ['重庆市节水规划', '重庆市', 'provincial'],
    ['广西节水攻坚三年作战方案', '广西', 'provincial'],
    ['青海湖自治州节水规划', '青海湖自治州', 'prefectural'],
    ['云岭盟节水规划', '云岭盟', 'prefectural'],
    ['无锡市节水规划', '无锡市', 'prefectural'],
    ['江阴市节水规划', '江阴市', 'county'],
    ['青州省松陵市石泉市节水规划', '青州省松陵市石泉市', 'county'],
    ['云岭自治州石泉市节水规划', '云岭自治州石泉市', 'county'],
    ['重庆市石泉区节水规划', '重庆市石泉区', 'county'],
    ['石泉市节水规划', '石泉市', null],
    ['石泉彝族自治县节水规划', '石泉彝族自治县', 'county'],
    ['石泉旗节水规划', '石泉旗', 'county'],
    ['立山区节水规划', '立山区', 'county'],
    ['和县节水规划', '和县', 'county'],
    ['浦东新区节水规划', '浦东新区', 'county'],
    ['石泉市云岭新区节水规划', '石泉市云岭新区', null],
    ['葛溪镇节水规划', '葛溪镇', 'township'],
    ['石泉县葛溪乡节水规划', '石泉县葛溪乡', 'township'],
    ['石泉县乡镇供水规划', '石泉县', 'county'],
    ['石泉县城区供水规划', '石泉县', 'county'],
    ['石泉县乡村振兴规划', '石泉县', 'county'],
    ['石泉县农村地区供水规划', '石泉县', 'county'],
    ['关于进一步加快推进石泉县供水发展的意见', '石泉县', 'county'],
    ['2024年石泉县供水工作要点', '石泉县', 'county'],
    ['企业上市行动计划', null, null],
    ['全县供水规划', null, null],
    ['教育强县建设规划', null, null],
    ['城镇供水规划', null, null],
    ['国家级示范区供水规划', null, null],
    ['云南路改造方案', null, null],
    ['自治区节水规划', null, null],
  ])('%s', async (title, region, level) => {
    const meta = await metaOfText(`${title}\n为节约用水，制定本文。\n一、目标\n到2025年，用水量下降10%。`);
    expect([meta.region, meta.regionLevel]).toEqual([region, level]);
  });

  it.each<[string, Meta['regionLevel']]>([
    ['各县（市、区）人民政府：', 'prefectural'],
    ['各乡镇人民政府、街道办事处：', 'county'],
    ['各有关单位：', null],
  ])('a city that speaks to %s', async (salutation, regionLevel) => {
    const text = `石泉市节水规划\n${salutation}\n为节约用水，制定本规划。\n一、目标\n用水量下降10%。`;
    expect(await metaOfText(text)).toMatchObject({ region: '石泉市', regionLevel });
  });

  it.each<[string, Meta['regionLevel']]>([
    ['县水务局', 'county'],
    ['省水利厅', 'provincial'],
    ['国务院办公厅', 'national'],
    ['水利部', 'national'],
    ['市水务局', null],
  ])('who signs where no area is named: %s', async (body, regionLevel) => {
    const text = `节水行动方案\n为节约用水，制定本方案。\n一、目标\n用水量下降10%。\n${body}\n2022年3月1日`;
    expect(await metaOfText(text)).toMatchObject({ issuer: body, region: null, regionLevel });
  });
});

describe('the period', () => {
  it.each<[title: string, period: Meta['period']]>([
    ['石泉县节水规划（2021-2025年）', { from: 2021, to: 2025 }],
    ['石泉县节水规划（2021－25年）', { from: 2021, to: 2025 }],
    ['2021年至2023年石泉县节水方案', { from: 2021, to: 2023 }],
    ['石泉县“十四五”节水规划', { from: 2021, to: 2025 }],
    ['石泉县第十五个五年节水规划', { from: 2026, to: 2030 }],
    ['石泉县2024年节水实施方案', { from: 2024, to: 2024 }],
    ['石泉县2023年度节水工作总结', null],
    ['石泉县节水管理办法（2019年版）', null],
    ['石泉县2020年以来节水工作措施', null],
    ['石泉县节水办法', null],
  ])('%s', async (title, period) => {
    expect(await metaOfText(`${title}\n为节约用水，制定本文。\n一、目标\n用水量下降10%。`)).toMatchObject({ period });
  });

  it.each<[string, Meta['period']]>([
    ['用三年时间（2022—2024年）完成改造。', { from: 2022, to: 2024 }],
    ['从2022年起，全面改造管网。', { from: 2022, to: 2024 }],
    ['到2024年底，全面完成改造。', { from: 2022, to: 2024 }],
    ['到2035年，全面完成改造。', null],
    ['全面完成改造。', null],
  ])('three years of which the text says: %s', async (sentence, period) => {
    const text = `石泉县节水三年行动计划\n为节约用水，制定本计划。\n一、目标\n${sentence}\n石泉县水务局\n2022年3月1日`;
    expect(await metaOfText(text)).toMatchObject({ period });
  });
});
