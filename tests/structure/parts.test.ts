import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { flatTables } from '../../src/schema/columns.js';
import { structure } from './outline.js';

/** The parts of a text as `kind title first-last`. */
const parts = (...lines: string[]): string[] =>
  structure(lines).parts.map(({ kind, title, lines: [first, last] }) => `${kind} ${title} ${first}-${last}`);

const chains = (...lines: string[]): string[] => structure(lines).sections.map(({ chain }) => chain);

const NOTICE = [
  '白水县人民政府',
  '关于印发白水县农村供水三年行动方案的通知',
  '白政发〔2023〕18号',
  '各乡镇人民政府，县政府各部门：',
  '现将《白水县农村供水三年行动方案》印发给你们，请认真贯彻执行。',
  '白水县人民政府',
  '2023年5月6日',
];
const PLAN = [
  '白水县农村供水三年行动方案',
  '为加快补齐全县农村供水短板，结合我县实际，制定如下方案。',
  '一、总体目标',
  '到2025年，全县农村自来水普及率达到95%以上，供水保证率稳步提高。',
  '二、主要任务',
  '2024年6月底前，新建水厂3座，改造管网120公里。',
];
const ROADS = [
  '白水县农村公路建设实施方案',
  '为加快农村公路建设，改善群众出行条件，制定本实施方案。',
  '一、建设目标',
  '到2026年，全县新改建农村公路200公里以上，通达能力明显增强。',
  '二、建设任务',
  '全面推进路网改造，实施危桥改造和安全防护工程建设任务。',
];
const PLAN_TITLE = 'plan 白水县农村供水三年行动方案';
const ROADS_TITLE = 'plan 白水县农村公路建设实施方案';

describe('one document', () => {
  it.each<[string, string[], string]>([
    ['a plan', PLAN, `${PLAN_TITLE} 1-6`],
    [
      'a plan with its years below the title',
      ['白水县供水规划', '（2021—2025年）', ...PLAN.slice(1)],
      'plan 白水县供水规划（2021—2025年） 1-7',
    ],
    ['a plan whose title stands twice', [PLAN[0] ?? '', '目录', ...PLAN], `${PLAN_TITLE} 1-8`],
    ['a plan without a title', PLAN.slice(1), 'plan null 1-5'],
    [
      'a notice that brings nothing',
      [
        '关于做好防汛工作的通知',
        '各乡镇人民政府：',
        '为做好今年防汛工作，现就有关事项通知如下。',
        '一、压实责任',
        '二、加强值守',
      ],
      'plan 关于做好防汛工作的通知 1-5',
    ],
    [
      'a number in the line of the title',
      ['白教通〔2023〕3号 关于做好招生工作的通知', '为规范招生，现就有关事项通知如下。'],
      'plan 关于做好招生工作的通知 1-2',
    ],
    ['one line', ['白水县农村供水规划'], 'plan 白水县农村供水规划 1-1'],
  ])('%s', (_, lines, expected) => {
    expect(parts(...lines)).toEqual([expected]);
  });

  it('an empty text has none', () => {
    expect(structure([]).parts.filter(({ title }) => title !== null)).toEqual([]);
  });

  it.each<[string, string[]]>([
    [
      'a subtitle in the middle',
      [
        ...PLAN,
        '白水县水源地保护专项行动',
        '划定水源保护区，设立界标，开展巡查整治。',
        '三、保障措施',
        '落实建设资金，强化监督考核。',
      ],
    ],
    ['numbering that begins anew without a title', [...PLAN, '一、水源工程', '建设水库。', '二、管网工程']],
    ['a subtitle that names no body', [...PLAN, '下一步工作计划', '一、抓好建设', '推进水厂建设。', '二、抓好管护']],
    [
      'annexes',
      [
        ...PLAN,
        '附件1',
        '白水县供水工程任务清单',
        '一、水厂',
        '建设水厂。',
        '二、管网',
        '附件2',
        '白水县供水资金安排方案',
        '一、资金来源',
        '二、资金管理',
      ],
    ],
    [
      'an annex that the plan names, without a line above it',
      [
        ...PLAN,
        '附件：1.白水县供水工程建设方案',
        '2.白水县供水水质监测方案',
        '白水县人民政府',
        '2023年5月6日',
        '白水县供水工程建设方案',
        '一、水厂',
        '建设水厂。',
        '二、管网',
      ],
    ],
    [
      'titles of laws in the text',
      [...PLAN, '落实下列文件：', '《白水县供水管理办法》', '《白水县水价改革方案》', '三、保障措施'],
    ],
    ['links to other pages', [...PLAN, '白水县农村供水三年行动方案政策解读', '一图读懂白水县农村供水']],
    [
      'a report with its speaker and its listeners',
      [
        '白水县2024年政府工作报告',
        '——2024年1月8日在白水县第十八届人民代表大会上',
        '各位代表：',
        '现在，我代表县人民政府，向大会报告工作，请予审议。',
        '一、2023年工作回顾',
        '过去一年，全县经济稳步增长，民生持续改善。',
        '各位代表：',
        '二、2024年工作安排',
        '今年重点做好以下工作，确保全年目标完成。',
      ],
    ],
  ])('%s is no other', (_, lines) => {
    expect(structure(lines).parts.map(({ kind, lines: range }) => [kind, range])).toEqual([
      ['plan', [1, lines.length]],
    ]);
    expect(structure(lines).diagnostics.filter(({ code }) => code === 'structure/several-plans')).toEqual([]);
  });
});

describe('a cover notice', () => {
  const cover = (title: string, last: number): string => `notice ${title} 1-${last}`;
  const long = '白水县人民政府关于印发白水县农村供水三年行动方案的通知';

  it.each<[string, string[], string[]]>([
    ['with number, salutation and date', [...NOTICE, ...PLAN], [cover(long, 7), `${PLAN_TITLE} 8-13`]],
    ['open to the public', [...NOTICE, '（此件公开发布）', ...PLAN], [cover(long, 8), `${PLAN_TITLE} 9-14`]],
    ['without a title', [...NOTICE.slice(3), ...PLAN], [cover('null', 4), `${PLAN_TITLE} 5-10`]],
    [
      'that names its annex',
      [...NOTICE.slice(0, 5), '附件：白水县农村供水三年行动方案', ...NOTICE.slice(5), ...PLAN],
      [cover(long, 8), `${PLAN_TITLE} 9-14`],
    ],
    ['with the line 附件 above the plan', [...NOTICE, '附件', ...PLAN], [cover(long, 7), `${PLAN_TITLE} 8-14`]],
    [
      'with 附件1 above the plan, and more annexes',
      [...NOTICE, '附件1', ...PLAN, '附件2', '任务分工表', '一、分工'],
      [cover(long, 7), `${PLAN_TITLE} 8-17`],
    ],
    [
      'that says 已经县政府同意',
      [...NOTICE.slice(0, 4), '《白水县农村供水三年行动方案》已经县政府同意，现印发给你们，请认真组织实施。', ...PLAN],
      [cover(long, 5), `${PLAN_TITLE} 6-11`],
    ],
    [
      'of a law',
      [
        '白水县人民政府令',
        '第5号',
        '《白水县供水管理办法》已经县政府常务会议通过，现予公布，自2023年7月1日起施行。',
        '2023年5月6日',
        '白水县供水管理办法',
        '第一章 总则',
        '第一条 为了加强供水管理，制定本办法。',
      ],
      ['notice null 1-4', 'plan 白水县供水管理办法 5-7'],
    ],
    [
      'with numbers of its own',
      [...NOTICE.slice(0, 5), '一、提高认识', '二、加强领导', ...NOTICE.slice(5), ...PLAN],
      [cover(long, 9), `${PLAN_TITLE} 10-15`],
    ],
    [
      'that spells the name otherwise',
      [...NOTICE, '白水农村供水三年行动方案', ...PLAN.slice(1)],
      [cover(long, 7), 'plan 白水农村供水三年行动方案 8-13'],
    ],
    [
      'of a plan whose title takes two lines',
      [
        ...NOTICE.slice(0, 4),
        '现将《白水县农村供水保障工程建设三年行动方案》印发给你们，请认真贯彻执行。',
        ...NOTICE.slice(5),
        '白水县农村供水保障工程',
        '建设三年行动方案',
        ...PLAN.slice(1),
      ],
      [cover(long, 7), 'plan 白水县农村供水保障工程建设三年行动方案 8-14'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(parts(...lines)).toEqual(expected);
  });

  it('and its plan number their sections apart', () => {
    const lines = [...NOTICE.slice(0, 5), '一、提高认识', '二、加强领导', ...NOTICE.slice(5), ...PLAN];
    const { sections, diagnostics, sectionAt } = structure(lines);
    expect(sections.map(({ chain, part }) => `${part} ${chain}`)).toEqual(['p1 一', 'p1 二', 'p2 一', 'p2 二']);
    expect(diagnostics).toEqual([]);
    expect(sections[1]?.lines).toEqual([7, 9]);
    // The first lines of the plan stand in no section of the notice.
    expect([7, 9, 10, 11, 12].map((line) => sectionAt(line)?.id)).toEqual(['s2', 's2', undefined, undefined, 's3']);
  });

  it('does not take the plan out of its annex', () => {
    expect(chains(...NOTICE, '附件', ...PLAN)).toEqual(['附件', '附件/一', '附件/二']);
  });
});

describe('several documents', () => {
  const two = (first: string[], second: string[], at = first.length + 1) => [
    `${PLAN_TITLE} 1-${at - 1}`,
    `${ROADS_TITLE} ${at}-${first.length + second.length}`,
  ];

  it.each<[string, string[], string[]]>([
    ['a title with numbering that begins anew', PLAN, ROADS],
    ['a signature before the title', [...PLAN, '白水县人民政府', '2023年5月6日'], ROADS],
    ['抄送 before the title', [...PLAN, '抄送：县委办公室。', '白水县人民政府办公室2023年5月6日印发'], ROADS],
    ['a document number above the title', [...PLAN, '2023年5月6日'], ['白交发〔2023〕9号', ...ROADS]],
    [
      'an annex before it, number and salutation beside it',
      [...PLAN, '附件1', '任务清单', '一、水厂', '二、管网'],
      ['白交发〔2023〕9号', ...ROADS.slice(0, 1), '各乡镇人民政府：', ...ROADS.slice(1)],
    ],
  ])('%s', (_, first, second) => {
    expect(parts(...first, ...second)).toEqual(two(first, second));
    expect(structure([...first, ...second]).diagnostics.map(({ code }) => code)).toEqual(['structure/several-plans']);
  });

  it('two notices, each with its plan', () => {
    const other = [
      '白水县人民政府',
      '关于印发白水县农村公路建设实施方案的通知',
      '白政发〔2023〕19号',
      '各乡镇人民政府：',
      '现将《白水县农村公路建设实施方案》印发给你们，请认真贯彻执行。',
      '白水县人民政府',
      '2023年6月8日',
    ];
    expect(parts(...NOTICE, ...PLAN, ...other, ...ROADS)).toEqual([
      'notice 白水县人民政府关于印发白水县农村供水三年行动方案的通知 1-7',
      `${PLAN_TITLE} 8-13`,
      'notice 白水县人民政府关于印发白水县农村公路建设实施方案的通知 14-20',
      `${ROADS_TITLE} 21-26`,
    ]);
  });

  it('two notices without plans', () => {
    const notice = (what: string, number: number): string[] => [
      `白水县水务局关于${what}的通知`,
      `白水发〔2023〕${number}号`,
      '各乡镇水利站：',
      '为切实做好有关工作，保障供水安全，现将有关事项通知如下。',
      '一、压实责任',
      '二、加强巡查',
      '白水县水务局',
      '2023年7月1日',
    ];
    expect(parts(...notice('做好防汛抗旱工作', 7), ...notice('开展水质检测工作', 8))).toEqual([
      'plan 白水县水务局关于做好防汛抗旱工作的通知 1-8',
      'plan 白水县水务局关于开展水质检测工作的通知 9-16',
    ]);
  });

  it.each<[string]>([
    ['《白水县农村供水三年行动方案》政策解读'],
    ['关于《白水县农村供水三年行动方案》的起草说明'],
    ['白水县水务局负责人就农村供水行动答记者问'],
  ])('the interpretation of a plan: %s', (title) => {
    const text = ['一、出台背景', '近年来，我县农村供水条件不断改善，但短板仍然存在。', '二、主要内容'];
    const lines = [...PLAN, title, '现就方案的有关内容解读如下，供社会各界了解和参考。', ...text];
    expect(parts(...lines)).toEqual([`${PLAN_TITLE} 1-6`, `interpretation ${title} 7-11`]);
    expect(chains(...lines)).toEqual(['一', '二', '一', '二']);
    expect(structure(lines).diagnostics).toEqual([]);
  });
});

describe('a file with two plans', () => {
  const bytes = new TextEncoder().encode(
    `${[...PLAN, '白水县水务局', '2023年5月6日', ...ROADS, '白水县交通运输局', '2024年9月9日'].join('\n')}\n`,
  );

  it('is told, with titles and lines', async () => {
    const { document } = await parse(bytes);
    const told = document.diagnostics.filter(({ code }) => code === 'structure/several-plans');
    expect(told.map(({ severity, line }) => [severity, line])).toEqual([['info', 9]]);
    expect(told[0]?.message).toContain('白水县农村供水三年行动方案 (lines 1 to 8)');
    expect(told[0]?.message).toContain('白水县农村公路建设实施方案 (lines 9 to 16)');
  });

  it('has the facts of the first', async () => {
    const { meta } = (await parse(bytes)).document;
    expect([meta.title, meta.issuer, meta.writtenOn]).toEqual([
      '白水县农村供水三年行动方案',
      '白水县水务局',
      '2023-05-06',
    ]);
  });

  it('names in every row the plan in which the record stands', async () => {
    const { document } = await parse(bytes);
    const rows = (name: string) => flatTables.find((table) => table.name === name)?.rows(document) ?? [];
    const titles = (name: string) => [...new Set(rows(name).map((row) => row[1]))];
    const both = ['白水县农村供水三年行动方案', '白水县农村公路建设实施方案'];
    expect(titles('sections')).toEqual(both);
    expect(titles('targets')).toEqual(both);
    expect(titles('deadlines')).toEqual(both);
    expect(titles('documents')).toEqual(both.slice(0, 1));
  });

  it('a cover and its plan keep the title of the document', async () => {
    const { document } = await parse(new TextEncoder().encode(`${[...NOTICE, ...PLAN].join('\n')}\n`));
    expect(document.parts.map(({ kind }) => kind)).toEqual(['notice', 'plan']);
    const targets = flatTables.find((table) => table.name === 'targets')?.rows(document) ?? [];
    expect(new Set(targets.map((row) => row[1]))).toEqual(new Set([document.meta.title]));
  });
});
