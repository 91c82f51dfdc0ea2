import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { readBytes } from '../../src/read/index.js';
import { structureOf } from '../../src/structure/index.js';
import { blankPrinted, PIPE_WAYS, type Printed, pipePrinted, randomFrom, randomTable, WAYS } from './random-tables.js';

const BEFORE = ['云岭县农村供水规划', '一、主要目标', '到2025年，供水保障水平明显提升，主要指标如下。'];
const BEHIND = ['二、保障措施', '加强组织领导，落实工作责任，确保完成各项任务。'];

interface Read {
  /** Header and rows, cells between `|`. */
  readonly tables: string[][];
  readonly uncertain: boolean;
  readonly text: string;
  readonly headings: string[];
}

async function readLines(lines: readonly string[]): Promise<Read> {
  const { draft: read } = await readBytes(new TextEncoder().encode(lines.join('\n')));
  const { draft } = await clean(read);
  const { tables, text, sections } = structureOf(draft.text, draft.marks);
  for (const cell of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
    expect(text.slice(cell.start, cell.end)).toBe(cell.text);
  return {
    tables: tables.map((table) => [
      table.header.join('|'),
      ...table.rows.map((row) => row.cells.map((cell) => cell.text).join('|')),
    ]),
    uncertain: read.diagnostics.some(({ code }) => code === 'table/uncertain'),
    text,
    headings: sections.filter(({ kind }) => kind !== 'item').map(({ title }) => title),
  };
}

const inPlan = (lines: readonly string[]): Promise<Read> => readLines([...BEFORE, ...lines, ...BEHIND]);

/** What a table is printed like, its lines, and what is read of it. */
type Shape = [string, string[], string[]];

const shapes: Shape[] = [
  [
    'indicators',
    ['指标 2020年 2025年 属性', '普及率（%） 88.5 95 预期性', '合格率（%） 90 98 约束性'],
    ['指标|2020年|2025年|属性', '普及率（%）|88.5|95|预期性', '合格率（%）|90|98|约束性'],
  ],
  [
    'numbers, units and a property that is missing',
    ['序号 指标 单位 2020年 2025年 属性', '1 普及率 % 88 95 预期性', '2 合格率 % 90 98', '3 监测点 个 ― 25 约束性'],
    ['序号|指标|单位|2020年|2025年|属性', '1|普及率|%|88|95|预期性', '2|合格率|%|90|98|', '3|监测点|个|―|25|约束性'],
  ],
  [
    'a head set wide',
    ['指 标 2020 年 2025 年 属 性', '普及率 88.5 95 预期性', '合格率 90 98 约束性'],
    ['指标|2020年|2025年|属性', '普及率|88.5|95|预期性', '合格率|90|98|约束性'],
  ],
  [
    'a head in two lines',
    ['序号 指标 单位', '2020年 2025年 属性', '1 普及率 % 88 95 预期性', '2 合格率 % 90 98 约束性'],
    ['序号|指标|单位|2020年|2025年|属性', '1|普及率|%|88|95|预期性', '2|合格率|%|90|98|约束性'],
  ],
  [
    'rows over two lines, known by their numbers',
    [
      '序号 指标 2010年 2015年 备注',
      '1 普及率 0.06 ≤0.17 ―',
      '2 规模化供水工程',
      '2897 ≤2607 下降10%以上',
      '3 集中式供水工程服务',
      '人口比例 80 ≥90 含乡镇',
      '4 水质达标率 70 ≥98 ―',
    ],
    [
      '序号|指标|2010年|2015年|备注',
      '1|普及率|0.06|≤0.17|―',
      '2|规模化供水工程|2897|≤2607|下降10%以上',
      '3|集中式供水工程服务人口比例|80|≥90|含乡镇',
      '4|水质达标率|70|≥98|―',
    ],
  ],
  [
    'groups in lines of their own',
    ['指标 2020年 2025年', '一、供水', '普及率 88.5 95', '合格率 90 98', '二、排水', '处理率 90 98', '达标率 70 98'],
    [
      '指标|2020年|2025年',
      '一、供水||',
      '普及率|88.5|95',
      '合格率|90|98',
      '二、排水||',
      '处理率|90|98',
      '达标率|70|98',
    ],
  ],
  [
    'a column of groups that the first row of each fills',
    ['类别 指标 2020年 2025年', '供水 普及率 88.5 95', '合格率 90 98', '排水 处理率 90 98', '生态 达标率 70 98'],
    ['类别|指标|2020年|2025年', '供水|普及率|88.5|95', '供水|合格率|90|98', '排水|处理率|90|98', '生态|达标率|70|98'],
  ],
  [
    'projects',
    [
      '序号 项目名称 建设地点 总投资 责任单位',
      '1 甲水厂 东街镇 1200 县水务局',
      '2 乙泵站 西街镇 800 县水务局',
      '3 丙管网 南河乡 350 县住房和城乡建设局',
    ],
    [
      '序号|项目名称|建设地点|总投资|责任单位',
      '1|甲水厂|东街镇|1200|县水务局',
      '2|乙泵站|西街镇|800|县水务局',
      '3|丙管网|南河乡|350|县住房和城乡建设局',
    ],
  ],
  [
    'towns and their numbers',
    ['乡镇 户数 人口', '东街镇 1200 3500', '西街镇 800 2600', '南街镇 600 1900'],
    ['乡镇|户数|人口', '东街镇|1200|3500', '西街镇|800|2600', '南街镇|600|1900'],
  ],
  [
    'two columns',
    ['指标 目标值', '普及率 95', '合格率 98', '达标率 100'],
    ['指标|目标值', '普及率|95', '合格率|98', '达标率|100'],
  ],
  [
    'values in words',
    ['指标 2020年 2025年', '普及率 88.5 95', '合格率 90 98', '生态环境质量 90 持续改善'],
    ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98', '生态环境质量|90|持续改善'],
  ],
  [
    'a head that a page says again',
    ['指标 2020年 2025年', '普及率 88.5 95', '合格率 90 98', '指标 2020年 2025年', '达标率 70 98'],
    ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98', '达标率|70|98'],
  ],
  [
    'a name with a number inside',
    ['指标 单位 2020年 2025年', 'PM 2.5 浓度 微克/立方米 35 30', '优良天数 天 300 320', '断面达标率 % 90 98'],
    ['指标|单位|2020年|2025年', 'PM 2.5浓度|微克/立方米|35|30', '优良天数|天|300|320', '断面达标率|%|90|98'],
  ],
];

const piped: Shape[] = [
  [
    'a pipe behind each cell',
    ['指标 |', '2020年基期值 |', '2025年目标值 |', '普及率 |', '88.5 |', '95 |', '合格率 |', '一 |', '98 |'],
    ['指标|2020年基期值|2025年目标值', '普及率|88.5|95', '合格率|一|98'],
  ],
  [
    'pipes in lines of their own, and a cell in two lines',
    [
      '乡镇',
      '|',
      '户数',
      '|',
      '2025年增量',
      '(万吨)',
      '|',
      '东街镇',
      '|',
      '1200',
      '|',
      '-2.5',
      '|',
      '西街镇',
      '|',
      '800',
      '|',
      '3.1',
      '|',
    ],
    ['乡镇|户数|2025年增量(万吨)', '东街镇|1200|-2.5', '西街镇|800|3.1'],
  ],
  [
    'cells of long text, some lines with several',
    [
      '检查主体 |',
      '检查事项 |',
      '检查比例 |',
      '备注 |',
      '东街镇政府 | 对供水设施开展检查。 | 1.接到举报的，全部检查; 2.其他的，按比例检查。 |',
      '以抽查为主;对象少的，做到全覆盖。 |',
    ],
    [
      '检查主体|检查事项|检查比例|备注',
      '东街镇政府|对供水设施开展检查。|1.接到举报的，全部检查;2.其他的，按比例检查。|以抽查为主;对象少的，做到全覆盖。',
    ],
  ],
  [
    'rows broken at a pipe',
    ['指标 | 2020年 | 2025年', '普及率 |', '88.5 | 95', '合格率 | 90 |', '98', '达标率 | 70 | 98'],
    ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98', '达标率|70|98'],
  ],
  [
    'empty cells',
    ['指标', '|', '2020年', '|', '2025年', '|', '普及率', '|', '|', '95', '|', '合格率', '|', '90', '|', '98', '|'],
    ['指标|2020年|2025年', '普及率||95', '合格率|90|98'],
  ],
];

describe('tables in which one blank parts two cells', () => {
  it.each(shapes)('%s', async (_, lines, rows) => {
    const { tables, headings } = await inPlan(lines);
    expect(tables).toEqual([rows]);
    expect(headings).toEqual(['主要目标', '保障措施']);
  });

  it.each(shapes)('with blank lines between: %s', async (_, lines, rows) => {
    expect((await inPlan(lines.flatMap((line) => [line, '']))).tables).toEqual([rows]);
  });

  it.each(shapes.slice(0, 3))('as lines of a page: %s', async (_, lines, rows) => {
    const all = [...BEFORE, ...lines, ...BEHIND].map((line) => `<p>${line}</p>`);
    expect((await readLines(['<html><body>', ...all, '</body></html>'])).tables).toEqual([rows]);
  });
});

describe('tables that pipes part in broken lines', () => {
  it.each(piped)('%s', async (_, lines, rows) => {
    const { tables, headings, text } = await inPlan(lines);
    expect(tables).toEqual([rows]);
    expect(headings).toEqual(['主要目标', '保障措施']);
    expect(text).not.toMatch(/[|]/);
  });
});

describe('tables that cannot be read for certain stay lines, with their blanks', () => {
  const doubtful: [string, string[]][] = [
    [
      'a number is missing between two years',
      ['指标 2020年 2025年 属性', '普及率 88 95 预期性', '合格率 90 98 约束性', '达标率 70 预期性'],
    ],
    [
      'a blank inside of words beside words',
      ['序号 项目 内容 责任单位', '1 甲水厂 新建 县水务局', '2 乙泵站 改造 县水务局', '3 丙 管网 铺设 县水务局'],
    ],
    [
      'a line that may be the rest of a label',
      ['指标 2020年 2025年', '普及率 88 95', '规模化供水工程服务 60 70', '人口比例', '合格率 90 98', '达标率 70 98'],
    ],
    [
      'a label that may begin in a line of its own',
      ['指标 2020年 2025年', '普及率 88 95', '规模化供水工程服务', '人口比例 60 70', '合格率 90 98', '达标率 70 98'],
    ],
    ['a number that is skipped', ['序号 指标 2020年 2025年', '1 普及率 88 95', '2 合格率 90 98', '4 达标率 70 98']],
    [
      'rows behind a line that is none',
      ['指标 2020年 2025年', '普及率 88 95', '合格率 90 98', '本页以下为排水指标，由县住建局负责。', '达标率 70 98'],
    ],
    ['no head', ['6 普及率 88 95', '7 合格率 90 98', '8 达标率 70 98']],
    [
      'a head in two levels',
      ['序号 指标 现状 目标', '1 普及率 80 85 90 95', '2 合格率 81 86 91 96', '3 达标率 82 87 92 97'],
    ],
  ];
  it.each(doubtful)('%s', async (_, lines) => {
    const { tables, uncertain, text } = await inPlan(lines);
    expect(tables).toEqual([]);
    expect(uncertain).toBe(true);
    for (const line of lines.filter((row) => / \d+ \d/.test(row))) expect(text).toContain(line);
  });

  it('cells behind pipes in no number of columns', async () => {
    const lines = [
      '指标 |',
      '2020年 |',
      '2025年 |',
      '普及率 |',
      '88 |',
      '合格率 |',
      '90 |',
      '98 |',
      '达标率 |',
      '70 |',
    ];
    const { tables, uncertain } = await inPlan(lines);
    expect(tables).toEqual([]);
    expect(uncertain).toBe(true);
  });
});

describe('no tables', () => {
  const none: [string, string[]][] = [
    [
      'running text with blanks around its numbers',
      ['到 2025 年 ，新建 学校 5 所', '到 2030 年 ，新建 学校 8 所', '培训 教师 1200 人次'],
    ],
    ['names set wide', ['组 长 王 某', '副组长 李某某', '成 员 张 某 赵某某 钱某某']],
    ['a list of members', ['组长 王某某 县长', '副组长 李某某 副县长', '成员 张某某 县水务局局长']],
    ['contacts', ['联系人 王某某 电话 0000 1234567', '地址 云岭县东街 12 号 邮编 000000']],
    ['a signature', ['云岭县人民政府 办公室', '2022 年 10 月 10 日']],
    ['numbered headings', ['1 总则', '1.1 编制目的 为了保障供水', '1.2 编制依据 依据有关规定', '2 组织体系']],
    ['contents', ['目 录', '1 总则 1', '2 组织体系 3', '3 应急响应 7']],
    ['dates', ['2022 年 10 月 10 日', '2022 年 11 月 12 日', '2023 年 1 月 5 日']],
    [
      'a blank behind every character',
      ['到 二 〇 二 五 年 新 建 水 厂 2 0 座', '到 二 〇 三 〇 年 新 建 水 厂 3 0 座'],
    ],
    ['names of columns in a sentence', ['指标 目标 任务 要层层分解落实', '完成 2020 年 目标 任务']],
    ['statistics', ['全县 户籍人口 35 万人 城镇化率 45 %', '财政收入 12 亿元 增长 8 %', '粮食产量 20 万吨 增长 2 %']],
    ['links between pipes', ['首页 | 政务公开 | 政务服务', '新闻 | 公告', '专题 |']],
    ['a sentence beside a pipe', ['来源：云岭县水务局 | 时间：2022年', '字号：大 | 中 | 小', '打印 |']],
  ];
  it.each(none)('%s', async (_, lines) => {
    const { tables, uncertain } = await inPlan(lines);
    expect(tables).toEqual([]);
    expect(uncertain).toBe(false);
  });
});

/** How often random tables that are printed in a way come out as they were, and how often differently. */
async function outcomes(
  print: (seed: number) => Printed,
  seeds: number,
): Promise<Map<string, { exact: number; left: number; wrong: string[] }>> {
  const found = new Map<string, { exact: number; left: number; wrong: string[] }>();
  for (let seed = 1; seed <= seeds; seed++) {
    const { truth, lines, way } = print(seed);
    const { tables, uncertain } = await inPlan(lines);
    const sum = found.get(way) ?? { exact: 0, left: 0, wrong: [] };
    found.set(way, sum);
    if (tables.length === 0 && uncertain) sum.left++;
    else if (tables.length === 1 && tables[0]?.join('\n') === truth.join('\n')) sum.exact++;
    else sum.wrong.push(`${seed}: ${lines.join('\n')}`);
  }
  return found;
}

describe('random tables', () => {
  it('parted by single blanks: exact or left as text, never wrong', { timeout: 120_000 }, async () => {
    const found = await outcomes((seed) => {
      const random = randomFrom(seed);
      return blankPrinted(randomTable(random), random);
    }, 450);
    expect([...found.keys()].sort()).toEqual([...WAYS].sort());
    expect([...found.values()].flatMap(({ wrong }) => wrong)).toEqual([]);
    for (const way of ['plain', 'head set wide', 'blank lines']) expect(found.get(way)?.left).toBe(0);
    for (const way of ['groups', 'blanks in labels', 'values in the next line']) {
      const { exact = 0, left = 0 } = found.get(way) ?? {};
      expect(exact).toBeGreaterThan(left);
    }
  });

  it('parted by pipes: exact or left as text, never wrong', { timeout: 120_000 }, async () => {
    const found = await outcomes((seed) => {
      const random = randomFrom(seed);
      return pipePrinted(randomTable(random), random);
    }, 250);
    expect([...found.keys()].sort()).toEqual([...PIPE_WAYS].sort());
    expect([...found.values()].flatMap(({ wrong }) => wrong)).toEqual([]);
    const sums = [...found.values()];
    const exact = sums.reduce((sum, { exact }) => sum + exact, 0);
    expect(exact).toBeGreaterThan(240);
  });
});

describe('time grows with the length of a text', () => {
  const long: [string, string][] = [
    ['ten thousand rows', `指标 2020年 2025年\n${'普及率 88 95\n'.repeat(10_000)}`],
    ['heads alone', '指标 2020年 2025年\n'.repeat(20_000)],
    ['heads and rows that do not fit', '指标 2020年 2025年\n普及率 88\n'.repeat(10_000)],
    ['rows without a head', '1 普及率 88 95\n'.repeat(20_000)],
    ['cells behind pipes', '普及率 |\n88 |\n'.repeat(20_000)],
    ['pipes in lines of their own', '普及率\n|\n'.repeat(20_000)],
    ['lines with and without pipes', '普及率 | 88\n合格率\n'.repeat(20_000)],
    ['a long line of blanks and pieces', '普 88 '.repeat(200_000)],
    [
      'a row of many empty columns',
      `序号 指标 ${Array.from({ length: 36 }, (_, i) => `${1960 + i}年`).join(' ')}\n${'1 普及率 88\n'.repeat(200)}`,
    ],
  ];
  it.each(long)('%s', { timeout: 20_000 }, async (_, text) => {
    const start = performance.now();
    await readBytes(new TextEncoder().encode(text));
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
