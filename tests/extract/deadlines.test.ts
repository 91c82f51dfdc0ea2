import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

/** The deadlines of lines of a plan of 2021 to 2025 that was written on 10 May 2021. */
async function deadlines(...lines: string[]): Promise<string[]> {
  const text = [
    '云岭县“十四五”水利发展规划',
    '为做好我县水利工作，制定本规划。',
    '一、主要任务',
    ...lines,
    '云岭县人民政府',
    '2021年5月10日',
  ].join('\n');
  const { document } = await parse(new TextEncoder().encode(text));
  return document.deadlines.map(
    (d) => `${d.text} ${d.start ?? ''}..${d.end ?? ''}${d.recurring ? ` ${d.recurring}` : ''} | ${d.task}`,
  );
}

describe('what a time makes due', () => {
  it.each<[string, ...string[]]>([
    ['（一）6月10日前，完成河道清理，建立台账。', '6月10日前 ..2021-06-10 | 完成河道清理'],
    ['（一）6月10日前完成排查。逐户建立台账。', '6月10日前 ..2021-06-10 | 完成排查'],
    ['力争通过3—5年的持续发展，形成节水产业集群。', '力争通过3—5年 .. | 形成节水产业集群'],
    ['供水普及率到2023年达到90%。', '到2023年 ..2023-12-31 | 供水普及率'],
    [
      '2022年底前完成初步设计、2024年底前建成水库。',
      '2022年底前 ..2022-12-31 | 完成初步设计',
      '2024年底前 ..2024-12-31 | 建成水库',
    ],
    [
      '全县建成充电桩80个，其中2023年40个、2024年40个。',
      '2023年 2023-01-01..2023-12-31 | 全县建成充电桩80个',
      '2024年 2024-01-01..2024-12-31 | 全县建成充电桩80个',
    ],
    ['一是2022启动新建云岭水厂。', '2022 2022-01-01..2022-12-31 | 启动新建云岭水厂'],
    ['自本方案印发之日起30日内，各镇报送年度计划。', '自本方案印发之日起30日内 .. | 各镇报送年度计划'],
    ['每半年末前报送总结。', '每半年末前 .. half-yearly | 报送总结'],
    ['支持云岭公司下半年产品面市。', '下半年 2021-07-01..2021-12-31 | 产品面市'],
    ['到2025年，完成以下工程：', '到2025年 ..2025-12-31 | 完成以下工程：'],
    ['建设时限为2022年至2024年。', '2022年至2024年 2022-01-01..2024-12-31 | 建设时限为2022年至2024年'],
    ['“十四五”末全面打通断头渠。', '“十四五”末 ..2025-12-31 | 全面打通断头渠'],
  ])('%s', async (line, ...expected) => {
    expect(await deadlines(line)).toEqual(expected);
  });

  it('looks ahead in a chapter that looks back', async () => {
    const found = await deadlines('二、开展评估总结', '2023年3月底前，各镇形成总结报告。', '2022年建成泵站3座。');
    expect(found).toEqual(['2023年3月底前 ..2023-03-31 | 各镇形成总结报告']);
  });
});

describe('a time that sets no deadline', () => {
  it.each<[string, string]>([
    ['says the year of a noun', '认真贯彻2022年全省水利工作部署。'],
    ['says the year of a noun', '方案考虑了今年各类支撑条件。'],
    ['says the year of a noun', '做好2023年重点工作。'],
    ['says the year of a noun', '全面推动“十四五”期间水利改革的决策部署。'],
    ['is a condition', '工作5年以内的新职工参加轮训。'],
    ['is a condition', '针对5年内关税减让显著的农产品加大推介。'],
    ['is the term of a rule', '考核不合格的，当年不得评优。'],
    ['is a statement', '2022年是“十四五”承上启下之年。'],
    ['is a statement', '2022年水利工作的总体要求是：坚持节水优先。'],
    ['is a statement', '到2025年，主要指标如下：'],
    ['is how often', '每季度向县政府报送工作开展情况报告。'],
    ['is a slogan', '坚持“年初部署、年中检查、年底交账”的制度。'],
    ['is entry into force', '本办法自2022年1月1日起施行。'],
    ['is validity', '本方案有效期至2025年12月31日。'],
    ['is what a plan is for', '规划期限为2021—2025年。'],
    ['is when a paper came', '《云岭县供水条例》（2019年修订）。'],
    ['is a file', '2022年重点任务分解表.docx'],
    ['is a speech', '2021年3月1日在云岭县第十届人民代表大会第一次会议上。'],
    ['is in the past', '“十三五”期间新建水库3座。'],
  ])('%s: %s', async (_, line) => {
    expect(await deadlines(line)).toEqual([]);
  });
});

/** `indicator value unit year` of the targets of lines of the same plan. */
async function years(...lines: string[]): Promise<string[]> {
  const text = ['云岭县“十四五”水利发展规划', '为做好水利工作，制定本规划。', '一、主要任务', ...lines].join('\n');
  const { document } = await parse(new TextEncoder().encode(text));
  return document.targets.map((t) => `${t.indicator} ${t.value}${t.unit} ${t.year}`);
}

describe('the year of a value', () => {
  it('of a lead holds for all items of its paragraph', async () => {
    expect(
      await years('力争到2024年，抓好三项工作：一是新建泵站4座；二是2023年新增供水能力2万吨；三是改造管网30公里。'),
    ).toEqual(['新建泵站 4座 2024', '改造管网 30公里 2024', '新增供水能力 2万吨 2023']);
  });

  it('of a lead line holds for the list below it, and no farther', async () => {
    expect(
      await years('到2025年，完成以下工程：', '——新建泵站5座。', '——改造管网30公里。', '定期培训人员300人次。'),
    ).toEqual(['新建泵站 5座 2025', '改造管网 30公里 2025', '定期培训人员 300人次 null']);
  });

  it('stands before it', async () => {
    expect(await years('到2023年，供水普及率达到90%，到2025年，供水普及率达到95%。')).toEqual([
      '供水普及率 90% 2023',
      '供水普及率 95% 2025',
    ]);
  });

  it('stands behind the sizes of a project, not behind a rate', async () => {
    expect(await years('新建水厂3座，2024年投入使用。')).toEqual(['新建水厂 3座 2024']);
    expect(await years('到2023年，供水普及率达到90%，2024年建成示范县。')).toEqual(['供水普及率 90% 2023']);
  });

  it('is not where the value starts from', async () => {
    expect(await years('到2025年，供水普及率由2021年的70%提高到85%。')).toEqual(['供水普及率 85% 2025']);
  });

  it('of a list goes to its value, typos and all', async () => {
    expect(await years('到2022年、2023年2025年，供水普及率别达到60%、70%、80%。')).toEqual([
      '供水普及率 60% 2022',
      '供水普及率 70% 2023',
      '供水普及率 80% 2025',
    ]);
  });
});
