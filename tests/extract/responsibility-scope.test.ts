import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

/** `value→who leads` of every target, by all statements that govern it, narrowest first; `-` for nobody. */
async function whoLeads(lines: readonly string[]): Promise<{ targets: string[]; deadlines: string[] }> {
  const text = ['青石县2024年重点工作实施方案', '为做好2024年重点工作，制定本方案。', ...lines].join('\n');
  const { document } = await parse(new TextEncoder().encode(text));
  const leads = new Map(document.responsibilities.map(({ id, leads }) => [id, leads.join('、')]));
  const who = (ids: readonly string[]): string => ids.map((id) => leads.get(id)).join('|') || '-';
  return {
    targets: document.targets.map((t) => `${t.value}${t.unit}→${who(t.responsibilities)}`),
    deadlines: document.deadlines.map((d) => `${d.text}→${who(d.responsibilities)}`),
  };
}

type Case = readonly [shows: string, lines: readonly string[], targets: readonly string[]];

const BRACKETS: readonly Case[] = [
  [
    'an item of one sentence, with brackets in its bracket',
    [
      '一、重点任务',
      '1.治理河道3公里。(责任单位:各县(市、区)人民政府)',
      '2.加固水库4座。(责任单位:县水务局(县河长办))',
    ],
    ['3公里→各县(市、区)人民政府', '4座→县水务局(县河长办)'],
  ],
  [
    'the same without a full stop before or behind',
    ['一、重点任务', '1.治理河道3公里(牵头单位:各乡(镇)人民政府)', '2.加固水库4座(牵头单位:县水务局)。'],
    ['3公里→各乡(镇)人民政府', '4座→县水务局'],
  ],
  [
    'plain brackets of offices, without labels',
    ['一、重点任务', '1.新建医院1所(县卫生健康局)', '2.新建学校2所(县教育局)'],
    ['1所→县卫生健康局', '2所→县教育局'],
  ],
  [
    'all sentences of an item, the first too',
    ['一、重点任务', '1.加固水库3座。新建泵站2座。(县水务局负责)', '2.培训管护员200名。其中女性50名。(县人社局负责)'],
    ['3座→县水务局', '2座→县水务局', '200名→县人社局', '50名→县人社局'],
  ],
  [
    'paragraphs of one section, each with its own, the lead with none',
    [
      '一、河道治理',
      '总体上,到2025年治理河道50公里。',
      '治理干流20公里。(县水务局牵头)',
      '治理支流30公里。(县林业局牵头)',
    ],
    ['50公里→-', '20公里→县水务局', '30公里→县林业局'],
  ],
  [
    'two paragraphs of an item, one bracket at the end: both',
    [
      '一、重点任务',
      '(一)培育企业。新增企业80家。',
      '培训企业家600人次。(牵头单位:县工信局)',
      '(二)改造管网。改造管网9公里。(牵头单位:县住建局)',
    ],
    ['80家→县工信局', '600人次→县工信局', '9公里→县住建局'],
  ],
  [
    'in mid-paragraph, back to the one before',
    ['一、供水', '新建水厂3座;改造管网240公里(县水务局牵头)。水质达标率达到95%(县疾控中心牵头)。'],
    ['3座→县水务局', '240公里→县水务局', '95%→县疾控中心'],
  ],
  [
    'behind a statement: nobody',
    ['一、耕地', '设立监测点50个。(牵头单位:县农业农村局)复测田块30块。'],
    ['50个→县农业农村局', '30块→-'],
  ],
  [
    'a bracket in the first of two paragraphs leaves the second alone',
    ['一、耕地', '(一)监测。', '设立监测点50个。(牵头单位:县农业农村局)', '复测田块30块。'],
    ['50个→县农业农村局', '30块→-'],
  ],
  [
    'a bracket in the second paragraph of three leaves the first alone',
    ['一、耕地', '(一)监测。', '改良耕地20亩。', '设立监测点50个。(牵头单位:县农业农村局)', '复测田块30块。'],
    ['20亩→-', '50个→县农业农村局', '30块→-'],
  ],
  [
    'no headings at all: its own paragraph',
    ['新建泵站2座。', '治理河道20公里。(县水务局牵头)', '新建公厕6座。(县住建局牵头)'],
    ['2座→-', '20公里→县水务局', '6座→县住建局'],
  ],
  [
    'inline lists, a bracket for each',
    ['一、民生', '一是新建泵站2座(县水务局牵头);二是新建公厕6座(县住建局牵头);三是培训教师90名(县教育局牵头)。'],
    ['2座→县水务局', '6座→县住建局', '90名→县教育局'],
  ],
  [
    'inline list, one bracket at the end',
    ['一、民生', '一是新建泵站2座。二是新建公厕6座。(县住建局牵头)'],
    ['2座→县住建局', '6座→县住建局'],
  ],
  [
    'bullets, each with its own or none',
    ['一、民生', '主要任务如下:', '——新建泵站2座。(县水务局牵头)', '——新建公厕6座。', '——培训教师90名。(县教育局牵头)'],
    ['2座→县水务局', '6座→-', '90名→县教育局'],
  ],
  [
    'the item between two that state something',
    [
      '一、卫生',
      '1.新建实验室4个(牵头单位:县疾控中心)。',
      '2.培训防疫员2000人次。',
      '3.新建发热门诊1个。(牵头单位:县卫生健康局)',
    ],
    ['4个→县疾控中心', '2000人次→-', '1个→县卫生健康局'],
  ],
  [
    'a second name behind each name, in full width',
    [
      '一、卫生',
      '1．新建实验室4个。（牵头单位：省疾控局（省地病办）；完成时间：2026年12月）',
      '2．培训防疫员2000人次。',
    ],
    ['4个→省疾控局（省地病办）', '2000人次→-'],
  ],
  [
    'square and corner brackets',
    ['一、卫生', '1.新建实验室4个。〔牵头单位:县疾控中心〕', '2.培训防疫员2000人次。【责任单位:县卫生健康局】'],
    ['4个→县疾控中心', '2000人次→县卫生健康局'],
  ],
  [
    'leads and helpers in two brackets',
    ['一、卫生', '1.新建实验室4个。(牵头单位:县疾控中心)(配合单位:县财政局)'],
    ['4个→县疾控中心'],
  ],
  [
    'nested numbers, the innermost item',
    [
      '一、水利',
      '(一)工程',
      '1.水库',
      '(1)加固水库3座。(县水务局负责)',
      '(2)清淤水库2座。(县应急局负责)',
      '2.河道',
      '治理河道7公里。(县林业局负责)',
    ],
    ['3座→县水务局', '2座→县应急局', '7公里→县林业局'],
  ],
];

const HEADINGS: readonly Case[] = [
  [
    'a bracket in a heading holds for its section',
    [
      '一、水利建设(牵头单位:县水务局)',
      '1.加固水库3座。',
      '2.新建泵站2座。',
      '二、绿化(牵头单位:县林业局)',
      '1.改造林地500亩。',
    ],
    ['3座→县水务局', '2座→县水务局', '500亩→县林业局'],
  ],
  [
    'and gives way to the brackets of its items',
    ['一、水利建设(牵头单位:县水务局)', '1.加固水库3座。', '2.新建泵站2座。(县应急局负责)'],
    ['3座→县水务局', '2座→县应急局'],
  ],
  [
    'a heading with a comma',
    [
      '一、水利',
      '(一)健全体系,提升能力(牵头单位:县水务局)',
      '加固水库3座。',
      '(二)绿化',
      '改造林地500亩。(县林业局负责)',
    ],
    ['3座→县水务局', '500亩→县林业局'],
  ],
  [
    'a sentence with a full stop heads nothing',
    ['一、水利', '1.加固水库3座,清淤水库2座。(县水务局负责)', '新建公厕6座。'],
    ['3座→县水务局', '2座→县水务局', '6座→-'],
  ],
  [
    'a heading without a bracket before one with',
    ['一、水利', '1.加固水库3座。', '二、绿化(牵头单位:县林业局)', '1.改造林地500亩。'],
    ['3座→-', '500亩→县林业局'],
  ],
];

const LINES: readonly Case[] = [
  [
    'label lines below their items',
    [
      '一、重点任务',
      '(一)促进就业。新增就业3500人。',
      '牵头单位:县人社局',
      '责任单位:县总工会',
      '(二)强化兜底。发放救助金1200万元。',
      '责任单位:县民政局',
    ],
    ['3500人→县人社局', '1200万元→县民政局'],
  ],
  [
    'a label line right below a bare heading',
    [
      '一、促进就业',
      '牵头单位:县人社局',
      '新增就业3500人。',
      '培训工人600人次。',
      '二、强化兜底',
      '牵头单位:县民政局',
      '发放救助金1200万元。',
    ],
    ['3500人→县人社局', '600人次→县人社局', '1200万元→县民政局'],
  ],
  [
    'above items, as far as the next',
    [
      '一、重点任务',
      '牵头单位:县水务局',
      '1.加固水库3座。',
      '2.新建泵站2座。',
      '牵头单位:县林业局',
      '3.改造林地500亩。',
      '4.抚育林木800亩。',
    ],
    ['3座→县水务局', '2座→县水务局', '500亩→县林业局', '800亩→县林业局'],
  ],
  [
    'above items, three times, with helpers',
    [
      '一、重点任务',
      '牵头单位:县水务局',
      '配合单位:县财政局',
      '1.加固水库3座。',
      '牵头单位:县林业局',
      '配合单位:县财政局',
      '2.改造林地500亩。',
      '牵头单位:县住建局',
      '3.新建公厕6座。',
      '二、其他',
      '1.培训教师90名。',
    ],
    ['3座→县水务局', '500亩→县林业局', '6座→县住建局', '90名→-'],
  ],
  [
    'below items, the first without',
    ['一、重点任务', '1.加固水库3座。', '牵头单位:县水务局', '2.改造林地500亩。', '牵头单位:县林业局'],
    ['3座→县水务局', '500亩→县林业局'],
  ],
  [
    'one for the part and one for an item, by another label',
    ['一、重点任务', '牵头单位:县水务局', '1.加固水库3座。', '2.新建泵站2座。', '责任单位:县应急局', '3.清淤水库7座。'],
    ['3座→县水务局', '2座→县应急局', '7座→县水务局'],
  ],
  [
    'below the last of several items that state nothing',
    [
      '一、就业',
      '总说明。',
      '1.新增就业3500人。',
      '2.培训工人600人次。',
      '牵头单位:县人社局',
      '二、兜底',
      '1.发放救助金1200万元。',
    ],
    ['3500人→县人社局', '600人次→县人社局', '1200万元→-'],
  ],
  [
    'below groups without numbers',
    ['一、分组', '抢险组', '储备砂石50吨。', '牵头单位:县水务局', '医疗组', '设置医疗点3个。', '牵头单位:县卫生健康局'],
    ['50吨→县水务局', '3个→县卫生健康局'],
  ],
  [
    'right below the names of groups, above their text',
    ['一、分组', '抢险组', '牵头单位:县水务局', '储备砂石50吨。', '医疗组', '牵头单位:县卫生健康局', '设置医疗点3个。'],
    ['50吨→县水务局', '3个→县卫生健康局'],
  ],
  [
    'the first group behind a lead that is nobody’s',
    ['一、分组', '全县储备粮食80吨。', '抢险组', '储备砂石50吨。', '牵头单位:县水务局'],
    ['80吨→-', '50吨→县水务局'],
  ],
  [
    'a label with its list in one paragraph with the item',
    ['一、重点任务', '1.加固水库3座。牵头单位:县水务局。', '2.改造林地500亩。牵头单位:县林业局。'],
    ['3座→县水务局', '500亩→县林业局'],
  ],
  [
    'annex lists',
    [
      '一、总则',
      '各地抓好落实。',
      '附件1',
      '重点任务清单',
      '1.加固水库3座。',
      '责任单位:县水务局',
      '2.改造林地500亩。',
      '责任单位:县林业局',
      '附件2',
      '宣传任务清单',
      '1.举办活动4场。',
      '责任单位:县广电局',
    ],
    ['3座→县水务局', '500亩→县林业局', '4场→县广电局'],
  ],
  [
    'bracketed labels',
    ['一、重点任务', '1.加固水库3座。', '【牵头单位】县水务局', '2.改造林地500亩。', '【牵头单位】县林业局'],
    ['3座→县水务局', '500亩→县林业局'],
  ],
];

const DUTIES: readonly Case[] = [
  [
    'a duty in a bracket of another sentence',
    ['一、分工', '改造林地500亩(城区以外的由各乡镇人民政府组织确定),新建泵站2座。'],
    ['500亩→-', '2座→-'],
  ],
  ['a duty', ['一、分工', '县水务局负责新建泵站2座。县林业局负责改造林地500亩。'], ['2座→县水务局', '500亩→县林业局']],
  [
    'a list behind a colon',
    ['一、分工', '工程建设由县水务局负责:新建泵站2座;加固水库3座。改造林地500亩。'],
    ['2座→县水务局', '3座→县水务局', '500亩→-'],
  ],
  [
    'a list behind a colon as far as the next office',
    ['一、分工', '县水务局负责以下任务:新建泵站2座;加固水库3座;县林业局负责改造林地500亩。'],
    ['2座→县水务局', '3座→县水务局', '500亩→县林业局'],
  ],
  [
    'what stands before 由',
    ['一、分工', '新建泵站2座,加固水库3座,由县水务局组织实施。改造林地500亩。'],
    ['2座→县水务局', '3座→县水务局', '500亩→-'],
  ],
  [
    'a duty and the bracket of its item',
    ['一、分工', '1.县应急局负责新建泵站2座,县水务局负责加固水库3座。(县政府办牵头)'],
    ['2座→县应急局|县政府办', '3座→县水务局|县政府办'],
  ],
  [
    'a list in items below',
    ['一、分工', '1.县水务局负责以下任务:', '(1)新建泵站2座。', '(2)加固水库3座。', '2.改造林地500亩。'],
    ['2座→县水务局', '3座→县水务局', '500亩→-'],
  ],
];

describe.each([
  ['brackets', BRACKETS],
  ['headings', HEADINGS],
  ['lines of labels', LINES],
  ['duties', DUTIES],
])('who leads which target: %s', (_, cases) => {
  it.each(cases)('%s', async (_shows, lines, targets) => {
    expect((await whoLeads(lines)).targets).toEqual(targets);
  });
});

describe('who leads what is due by when', () => {
  it.each<Case>([
    ['a time before the subject', ['一、分工', '2025年底前,县水务局负责新建泵站2座。'], ['2025年底前→县水务局']],
    [
      'a time before the second subject only',
      ['一、分工', '县水务局负责新建泵站2座;2025年6月底前,县林业局负责改造林地500亩。'],
      ['2025年6月底前→县林业局'],
    ],
    [
      'in the bracket',
      ['一、任务', '1.新建泵站2座。(牵头单位:县水务局;完成时限:2025年6月底)', '2.改造林地500亩。(牵头单位:县林业局)'],
      ['2025年6月底→县水务局'],
    ],
    [
      'on the line behind',
      [
        '一、任务',
        '1.新建泵站2座。',
        '牵头单位:县水务局',
        '完成时限:2025年6月底前',
        '2.改造林地500亩。',
        '牵头单位:县林业局',
        '完成时限:2025年9月底前',
      ],
      ['2025年6月底前→县水务局', '2025年9月底前→县林业局'],
    ],
    [
      'on the line before',
      [
        '一、任务',
        '1.新建泵站2座。',
        '完成时限:2025年6月底前',
        '牵头单位:县水务局',
        '2.改造林地500亩。',
        '完成时限:2025年9月底前',
        '牵头单位:县林业局',
      ],
      ['2025年6月底前→县水务局', '2025年9月底前→县林业局'],
    ],
    ['of another sentence', ['一、任务', '2025年底前完成总结。县水务局负责新建泵站2座。'], ['2025年底前→-']],
  ])('%s', async (_shows, lines, deadlines) => {
    expect((await whoLeads(lines)).deadlines).toEqual(deadlines);
  });
});
