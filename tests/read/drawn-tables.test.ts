import { readFileSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { drawnTables } from '../../src/read/drawn-tables.js';
import { readBytes } from '../../src/read/index.js';
import { structureOf } from '../../src/structure/index.js';

/** The tables of a text after reading and cleaning: title, header and rows with their cells between `|`. */
async function tablesOf(...lines: string[]): Promise<string[][]> {
  const { draft: read } = await readBytes(new TextEncoder().encode(lines.join('\n')));
  const { draft } = await clean(read);
  const { tables, text } = structureOf(draft.text, draft.marks);
  for (const cell of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
    expect(text.slice(cell.start, cell.end)).toBe(cell.text);
  return tables.map((table) => [
    table.title,
    table.header.join('|'),
    ...table.rows.map((row) => row.cells.map((cell) => cell.text).join('|')),
  ]);
}

const BEFORE = ['云岭县农村供水规划', '一、主要目标', '到2025年，供水保障水平明显提升，主要指标如下。'];
const BEHIND = ['二、保障措施', '加强组织领导，落实工作责任，确保完成各项任务。'];

/** A drawing with text around it, and what is read of it: title, header, rows. */
type Shape = [string, string[], string[]];

const ruled: Shape[] = [
  [
    'box characters',
    [
      '┌──────┬──────┬──────┐',
      '│指标        │2020年      │2025年      │',
      '├──────┼──────┼──────┤',
      '│普及率（%） │88.5        │95          │',
      '├──────┼──────┼──────┤',
      '│合格率（%） │90          │98          │',
      '└──────┴──────┴──────┘',
    ],
    ['', '指标|2020年|2025年', '普及率（%）|88.5|95', '合格率（%）|90|98'],
  ],
  [
    'heavy strokes, and cells over several lines',
    [
      '┏━━┳━━━━━━┳━━━━┓',
      '┃序号┃  建设内容  ┃责任单位┃',
      '┣━━╋━━━━━━╋━━━━┫',
      '┃    ┃新建日供水三┃        ┃',
      '┃ 1  ┃千立方米水厂┃县水务局┃',
      '┃    ┃一座        ┃        ┃',
      '┣━━╋━━━━━━╋━━━━┫',
      '┃ 2  ┃改造泵站2   ┃县发展和┃',
      '┃    ┃3座         ┃改革局  ┃',
      '┗━━┻━━━━━━┻━━━━┛',
    ],
    ['', '序号|建设内容|责任单位', '1|新建日供水三千立方米水厂一座|县水务局', '2|改造泵站2 3座|县发展和改革局'],
  ],
  [
    'a group over several rows, whose rules do not go through it',
    [
      '┌────┬──────┬────┐',
      '│类别    │指标        │2025年  │',
      '├────┼──────┼────┤',
      '│        │普及率      │95      │',
      '│供水    ├──────┼────┤',
      '│        │合格率      │98      │',
      '├────┼──────┼────┤',
      '│水质    │达标率      │100     │',
      '└────┴──────┴────┘',
    ],
    ['', '类别|指标|2025年', '供水|普及率|95', '供水|合格率|98', '水质|达标率|100'],
  ],
  [
    'a group in the line of the rule beside it, and a head of two rows',
    [
      '┌────┬─────────┐',
      '│        │      目标        │',
      '│  指标  ├────┬────┤',
      '│        │ 2023年 │ 2025年 │',
      '├────┼────┼────┤',
      '│ 普及率 │   92   │   95   │',
      '├────┼────┼────┤',
      '│ 合格率 │   95   │   98   │',
      '└────┴────┴────┘',
    ],
    ['', '指标|目标2023年|目标2025年', '普及率|92|95', '合格率|95|98'],
  ],
  [
    'a group in a line of rules that has no upright',
    [
      '┌────┬──────┬────┐',
      '│指标    │项目        │2025年  │',
      '├────┼──────┼────┤',
      '│普及率  │城区        │95      │',
      '├────┤水厂和管网  ├────┤',
      '│合格率  │            │98      │',
      '└────┴──────┴────┘',
    ],
    ['', '指标|项目|2025年', '普及率|城区水厂和管网|95', '合格率|城区水厂和管网|98'],
  ],
  [
    'a row over all columns',
    [
      '┌────┬────┬────┐',
      '│指标    │2020年  │2025年  │',
      '├────┴────┴────┤',
      '│一、供水                    │',
      '├────┬────┬────┤',
      '│普及率  │88.5    │95      │',
      '└────┴────┴────┘',
    ],
    ['', '指标|2020年|2025年', '一、供水||', '普及率|88.5|95'],
  ],
  [
    'ASCII, strokes of one column',
    [
      '+--------+--------+--------+',
      '| 指标   | 2020年 | 2025年 |',
      '+========+========+========+',
      '| 普及率 | 88.5   | 95     |',
      '+--------+--------+--------+',
      '| 合格率 |        | 98     |',
      '+--------+--------+--------+',
    ],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '合格率||98'],
  ],
  [
    'a rule below the head alone',
    [
      '+------+------+',
      '| 乡镇 | 户数 |',
      '+------+------+',
      '| 东街 | 1200 |',
      '| 西街 | 3500 |',
      '| 南街 | -    |',
      '+------+------+',
    ],
    ['', '乡镇|户数', '东街|1200', '西街|3500', '南街|-'],
  ],
  [
    'no frame',
    [
      ' 指标   | 2020年 | 2025年',
      '--------+--------+--------',
      ' 普及率 |   88.5 |     95',
      ' 合格率 |     90 |     98',
    ],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
  ],
  [
    'uprights alone',
    ['│指标│2020年│2025年│', '│普及率│88.5│95│', '│合格率│90│98│'],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
  ],
  [
    'Markdown',
    [
      '| 指标 | 2020年 | 2025年 |',
      '|:-----|:------:|-------:|',
      '| 普及率 | 88.5 | 95 |',
      '| 合格率 |  | 98 |',
      '| 达标率 | 100 |',
    ],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '合格率||98', '达标率|100|'],
  ],
  [
    'Markdown without outer pipes',
    ['指标 | 2025年', '--- | ---', '普及率 | 95', '合格率 | 98'],
    ['', '指标|2025年', '普及率|95', '合格率|98'],
  ],
];

const aligned: Shape[] = [
  [
    'under a caption whose number stands apart',
    [
      '　　　　　　表1  主要指标',
      '　　指标              2020年    2025年    2030年',
      '　　普及率（%）       88.5      95        98',
      '　　漏损率下降（%）   —         3.5       —',
    ],
    ['表1 主要指标', '指标|2020年|2025年|2030年', '普及率（%）|88.5|95|98', '漏损率下降（%）|—|3.5|—'],
  ],
  [
    'quarters in digits',
    ['序号\t项目\t1季度\t2季度\t全年', '1\t管网（公里）\t10\t20\t30', '2\t泵站（座）\t1\t2\t3'],
    ['', '序号|项目|1季度|2季度|全年', '1|管网（公里）|10|20|30', '2|泵站（座）|1|2|3'],
  ],
  [
    'ranges between tabs',
    [
      '级别\t受困人数\t损失',
      '重大\t30人以上\t10万元以上、50万元以下',
      '较大\t3人以上、30人以下\t1万元以上、10万元以下',
      '一般\t3人以下\t1万元以下',
    ],
    [
      '',
      '级别|受困人数|损失',
      '重大|30人以上|10万元以上、50万元以下',
      '较大|3人以上、30人以下|1万元以上、10万元以下',
      '一般|3人以下|1万元以下',
    ],
  ],
  [
    'tabs',
    ['指标\t2020年\t2025年\t属性', '普及率（%）\t88.5\t95\t预期性', '合格率（%）\t90\t98\t约束性'],
    ['', '指标|2020年|2025年|属性', '普及率（%）|88.5|95|预期性', '合格率（%）|90|98|约束性'],
  ],
  [
    'tabs with empty cells, and a group',
    [
      '序号\t项目\t内容\t备注',
      '一、供水\t\t\t',
      '1\t甲水厂\t新建\t',
      '2\t乙泵站\t\t续建',
      '二、水质',
      '3\t监测站\t新建',
    ],
    ['', '序号|项目|内容|备注', '一、供水|||', '1|甲水厂|新建|', '2|乙泵站||续建', '二、水质|||', '3|监测站|新建|'],
  ],
  [
    'tabs by the stops of which columns stand below each other',
    ['指标\t\t2020年\t2025年', '普及率\t\t88.5\t95', '规模化供水比例\t60\t70'],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '规模化供水比例|60|70'],
  ],
  [
    'blanks',
    [
      '表1  主要指标',
      '指标              2020年    2025年    属性',
      '自来水普及率      88.5      95        预期性',
      '水质合格率        90        98        约束性',
    ],
    ['表1 主要指标', '指标|2020年|2025年|属性', '自来水普及率|88.5|95|预期性', '水质合格率|90|98|约束性'],
  ],
  [
    'full-width blanks',
    [
      '乡镇　　　户数　　人口',
      '东街镇　　１２００　３５００',
      '西街镇　　８００　　２６００',
      '南街镇　　６００　　１９００',
    ],
    ['', '乡镇|户数|人口', '东街镇|1200|3500', '西街镇|800|2600', '南街镇|600|1900'],
  ],
  [
    'blanks, with cells missing',
    [
      '指标              2020年    2025年    属性',
      '自来水普及率      88.5      95        预期性',
      '水质合格率                  98        约束性',
      '监测点（个）      20        35',
    ],
    ['', '指标|2020年|2025年|属性', '自来水普及率|88.5|95|预期性', '水质合格率||98|约束性', '监测点（个）|20|35|'],
  ],
  [
    'blanks, with groups, broken labels and rules',
    [
      '------------------------------------------',
      '指标              2020年    2025年',
      '------------------------------------------',
      '供水',
      '自来水普及率',
      '（%）             88.5      95',
      '规模化供水比例    60        70',
      '水质',
      '水质合格率        90        98',
      '------------------------------------------',
    ],
    [
      '',
      '指标|2020年|2025年',
      '供水||',
      '自来水普及率（%）|88.5|95',
      '规模化供水比例|60|70',
      '水质||',
      '水质合格率|90|98',
    ],
  ],
  [
    'blanks, with cells over several lines',
    [
      '序号  项目      建设内容              责任单位',
      '1     甲水厂    新建日供水三千立方米  县水务局',
      '                水厂一座',
      '2     乙泵站    改造泵站              县水务局',
      '3     丙管网    铺设输水管网四十公里  县住房和',
      '                及配套设施            城乡建设局',
    ],
    [
      '',
      '序号|项目|建设内容|责任单位',
      '1|甲水厂|新建日供水三千立方米水厂一座|县水务局',
      '2|乙泵站|改造泵站|县水务局',
      '3|丙管网|铺设输水管网四十公里及配套设施|县住房和城乡建设局',
    ],
  ],
  [
    'single blanks under names that are known',
    ['指标 2020年 2025年 属性', '自来水普及率（%） 88.5 95 预期性', '规模化 供水比例 60 70 约束性'],
    ['', '指标|2020年|2025年|属性', '自来水普及率（%）|88.5|95|预期性', '规模化供水比例|60|70|约束性'],
  ],
  [
    'single and several blanks',
    [
      '序号 项目名称   建设规模   总投资（万元） 完成时限',
      '1  东干渠改造   46公里    2300   2025年',
      '2  南塘泵站   4台   800   2026年',
    ],
    [
      '',
      '序号|项目名称|建设规模|总投资（万元）|完成时限',
      '1|东干渠改造|46公里|2300|2025年',
      '2|南塘泵站|4台|800|2026年',
    ],
  ],
  [
    'traditional characters, numbers on the right',
    [
      '指標名稱        單位    2020年    2025年',
      '農村供水率      %         88.5        95',
      '水質合格率      %           90        98',
    ],
    ['', '指标名称|单位|2020年|2025年', '农村供水率|%|88.5|95', '水质合格率|%|90|98'],
  ],
  [
    'lines that stand apart',
    ['指标    2020年    2025年', '', '普及率    88.5    95', '', '合格率    90    98', ''],
    ['', '指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
  ],
];

describe('tables drawn with strokes', () => {
  it.each(ruled)('%s', async (_, drawing, expected) => {
    expect(await tablesOf(...BEFORE, ...drawing, ...BEHIND)).toEqual([expected]);
  });
});

describe('tables drawn with blanks', () => {
  it.each(aligned)('%s', async (_, drawing, expected) => {
    expect(await tablesOf(...BEFORE, ...drawing, ...BEHIND)).toEqual([expected]);
  });
});

describe('what only looks like a table is left as it is', () => {
  it.each<[string, string[]]>([
    ['names between tabs', ['张明\t李强\t王芳', '赵刚\t陈静\t刘洋', '孙丽\t周杰\t吴敏', '郑华\t冯磊\t褚燕']],
    ['names and telephones', ['张明\t李强\t王芳', '赵刚1\t陈静\t刘洋', '孙丽\t周杰\t吴敏', '郑华\t冯磊\t褚燕']],
    ['indented paragraphs', ['　　一、总体要求', '　　坚持以人民为中心。', '    加快补齐短板。', '\t强化保障。']],
    [
      'a table of contents with leaders',
      ['目　　录', '一、总体要求……………1', '二、主要目标 ........ 3', '三、重点任务 ........ 5'],
    ],
    [
      'a table of contents with blanks',
      ['目    录', '一、总体要求        1', '二、主要目标        3', '三、重点任务        5'],
    ],
    ['a table of contents with tabs', ['目录\t页码', '一、总体要求\t1', '二、主要目标\t3', '三、重点任务\t5']],
    [
      'a table of contents below two words',
      ['章节    内容    数', '第一章    总则    1', '第二章    目标    3', '第三章    任务    5'],
    ],
    [
      'a signature',
      [
        '云岭县人民政府办公室          2023年4月12日印发',
        '云岭县水务局          2023年4月10日',
        '（此件公开发布）          （共印50份）',
      ],
    ],
    [
      'people to ask',
      [
        '联系人：张某    电话：0000-1234567',
        '联系人：李某    电话：0000-1234568',
        '联系人：王某    电话：0000-1234569',
      ],
    ],
    ['people to ask, with tabs', ['联系人：\t张某', '电  话：\t1234567', '传  真：\t1234568', '邮  编：\t123456']],
    [
      'members',
      [
        '组  长：张某　　县长',
        '副组长：李某　　副县长',
        '成  员：王某　　县水务局局长',
        '　　　　赵某　　县财政局局长',
      ],
    ],
    ['a list of names', ['张某    李某    王某', '赵某    钱某    孙某', '周某    吴某    郑某']],
    ['a list of names with tabs', ['张某\t李某\t王某', '赵某\t钱某\t孙某', '周某\t吴某\t郑某', '冯某\t陈某\t褚某']],
    ['spread titles', ['云 岭 县 农 村 供 水', '实  施  方  案', '目  录', '附  件']],
    [
      'justified prose',
      [
        '为贯彻落实  省委省政府  决策部署，',
        '加快推进  农村供水  工程建设，',
        '到2025年  普及率达到  95%，',
        '结合实际  制定  本方案。',
      ],
    ],
    ['blanks that were lost', ['????普及率????88.5????95', '????合格率????90????98', '????达标率????99????100']],
    ['a poem', ['春来山色秀    水去月光寒', '风过千村绿    云开万户欢', '渠通田亩润    井满岁时安']],
    ['a drawing of letters', ['  /\\_/\\  ', ' ( o.o ) ', '  > ^ <  ', ' /|   |\\ ']],
    [
      'lines of a log',
      [
        '2023-04-12 10:00:01  INFO  started  5',
        '2023-04-12 10:00:02  INFO  running  6',
        '2023-04-12 10:00:03  WARN  stopped  7',
      ],
    ],
    [
      'results in a list',
      ['总人口    25.3万人', '地区生产总值    120.5亿元', '粮食产量    18.2万吨', '财政收入    9.6亿元'],
    ],
    [
      'links in a line',
      [
        '首页 | 政务公开 | 政务服务 | 互动交流',
        '规划 | 计划 | 总结 | 统计',
        '来源：县政府网 | 时间：2023-04-12 | 字号：大 中 小',
      ],
    ],
    ['values with commas', ['指标,2020年,2025年', '普及率,88.5,95', '合格率,90,98']],
    ['boxes beside each other', ['┌────┐  ┌────┐', '│受理    │→│审核    │', '└────┘  └────┘']],
    [
      'boxes below each other',
      [
        '┌────────┐',
        '│    受  理      │',
        '└───┬────┘',
        '        │',
        '        ▼',
        '┌────────┐',
        '│    审  核      │',
        '└────────┘',
      ],
    ],
    [
      'a frame around text',
      ['┌────────────┐', '│云岭县农村供水规划      │', '│二〇二三年四月          │', '└────────────┘'],
    ],
    ['a tree of folders', ['├── 规划', '│   ├── 正文', '│   └── 附件', '└── 说明']],
    ['a comparison in a sentence', ['2020年  88.5%，2025年  95%。', '到2025年  普及率提高  6.5个百分点。']],
    ['a head and one row', ['指标    2020年    2025年', '普及率    88.5    95', '以上指标由县水务局负责。']],
    ['a head alone', ['序号  项目  内容  单位', '按照上述要求抓好落实。']],
    ['absolute values', ['|x|表示绝对值。', '|y|表示绝对值。', '|z|表示绝对值。']],
    ['lines of numbers', ['1    2    3    4', '5    6    7    8', '9    10    11    12']],
    ['times of two columns', ['上午    开幕式', '下午    分组讨论', '晚上    自由活动']],
  ])('%s', (_, lines) => {
    for (const end of ['\n', '\r\n']) expect(drawnTables([...BEFORE, ...lines, ...BEHIND].join(end))).toBeUndefined();
  });

  it('every plan without a drawn table', async () => {
    const paths = await glob('fixtures/*/*/source.txt', { cwd: new URL('../..', import.meta.url).pathname });
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const { draft } = await readBytes(readFileSync(new URL(`../../${path}`, import.meta.url)));
      if (draft.marks.length === 0) expect(draft.text, path).toBe(draft.decoded);
    }
  });
});

describe('what stands around a table is no part of it', () => {
  const head = '指标              2020年    2025年';
  const rows = ['自来水普及率      88.5      95', '水质合格率        90        98'];

  it.each<[string, string[]]>([
    ['a note', ['注：2020年为实际值。']],
    ['a signature', ['云岭县水务局      2023年4月12日']],
    ['a paragraph', ['　　以上指标由县水务局负责统计。']],
    ['a short paragraph', ['　　特此通知。']],
    ['a heading', ['（二）重点任务', '加快补齐短板。']],
    ['a line of two words', ['主送：各乡镇    抄送：县委办']],
  ])('below: %s', (_, below) => {
    const drawn = drawnTables([...BEFORE, head, ...rows, ...below].join('\n'));
    expect(drawn?.text).toBe(
      [...BEFORE, '指标', '2020年', '2025年', '自来水普及率', '88.5', '95', '水质合格率', '90', '98', ...below].join(
        '\n',
      ),
    );
  });

  it('another table with a caption', async () => {
    const second = [
      '指标              2020年    2025年',
      '灌溉面积（万亩）  12.5      13.8',
      '节水率（%）       30        45',
    ];
    expect(
      (await tablesOf(...BEFORE, '表1  供水', head, ...rows, '表2  灌溉', ...second)).map(([title, , first]) => [
        title,
        first,
      ]),
    ).toEqual([
      ['表1 供水', '自来水普及率|88.5|95'],
      ['表2 灌溉', '灌溉面积（万亩）|12.5|13.8'],
    ]);
  });

  it('its head again on the next page, which is no row', async () => {
    expect(await tablesOf(...BEFORE, head, ...rows, '续表', head, '节水率（%）       30        45', ...BEHIND)).toEqual(
      [['', '指标|2020年|2025年', '自来水普及率|88.5|95', '水质合格率|90|98', '节水率（%）|30|45']],
    );
  });

  it('prose that is set to a width', async () => {
    const prose = '坚持以人民为中心的发展思想，加快补齐农村供水短板，提升供水保障水平，健全长效管护机制，';
    const set = Array.from({ length: 8 }, () => [
      `    ${prose.slice(0, 30)}`,
      prose.slice(30, 62),
      '确保群众喝上放心水。',
    ]).flat();
    const { draft: read } = await readBytes(new TextEncoder().encode([...set, head, ...rows, ''].join('\n')));
    const { draft } = await clean(read);
    expect(draft.text.split('\n').slice(0, 8)).toEqual(Array(8).fill(`${prose}确保群众喝上放心水。`));
    expect(structureOf(draft.text, draft.marks).tables).toHaveLength(1);
  });
});

describe('a drawing that does not add up', () => {
  it.each<[string, string[]]>([
    ['in a rule', ['├───┼']],
    ['in a row', ['├───┼───┤', '│合格率']],
    ['behind a line without strokes', ['├───┼───┤', '合格率', '└───┴───┘']],
  ])('is told where its frame breaks off %s', (_, rest) => {
    const box = ['┌───┬───┐', '│指标  │2025年│', '├───┼───┤', '│普及率│95    │', ...rest].join('\n');
    const drawn = drawnTables(box);
    expect(drawn?.text ?? box).toBe(box);
  });

  it('is told and left as it is', () => {
    const box = ['┌──┬──┬──┐', '│指标│甲值│乙值│', '├──┼──┼──┤', '│普及率和合格率│95│', '└──┴──┴──┘'];
    const drawn = drawnTables(box.join('\n'));
    expect(drawn?.text).toBe(box.join('\n'));
    expect(drawn?.diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['table/uncertain', { title: '指标 甲值 乙值 普及率和合格率' }],
    ]);
  });
});

describe('in a page', () => {
  const box = ['指标      2020年    2025年', '普及率    88.5      95', '合格率    90        98'];
  const table = '<table><tr><td>乡镇</td><td>户数</td></tr><tr><td>东街</td><td>1200</td></tr></table>';

  it.each<[string, string]>([
    ['preformatted text', `<pre>${box.join('\n')}</pre>`],
    ['blanks that do not break', `<p>${box.join('<br>').replaceAll(' ', '&nbsp;')}</p>`],
  ])('%s', async (_, drawing) => {
    const source = `<html><body><p><a href="x">首页</a></p>${table}<p>正文一。</p>${drawing}<p><a href="y">下一页</a></p>${table}</body></html>`;
    const { draft } = await readBytes(new TextEncoder().encode(source));
    const { tables } = structureOf(draft.text, draft.marks);
    expect(
      tables.map(({ header, rows }) => [
        header.join('|'),
        ...rows.map(({ cells }) => cells.map((c) => c.text).join('|')),
      ]),
    ).toEqual([
      ['乡镇|户数', '东街|1200'],
      ['指标|2020年|2025年', '普及率|88.5|95', '合格率|90|98'],
      ['乡镇|户数', '东街|1200'],
    ]);
    for (const cell of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
      const { start, end } = draft.map.range(cell.start, cell.end);
      expect(source.slice(start, end)).toBe(cell.text);
    }
    const links = draft.marks.flatMap((mark) => (mark.kind === 'link' ? [draft.text.slice(mark.start, mark.end)] : []));
    expect(links).toEqual(['首页', '下一页']);
  });

  it('no table in a cell, and none in text that is not shown', async () => {
    const hidden = `<pre style="display:none">${box.join('\n')}</pre>`;
    const source = `<html><body><p>正文。</p><table><tr><td>甲</td><td><pre>${box.join('\n')}</pre></td></tr><tr><td>乙</td><td>丙</td></tr></table>${hidden}</body></html>`;
    const { draft } = await readBytes(new TextEncoder().encode(source));
    expect(draft.marks.filter(({ kind }) => kind === 'cell')).toHaveLength(4);
  });
});

describe('places', () => {
  const shapes = [...ruled, ...aligned];

  it.each(shapes)('every cell stands where it says: %s', (_, drawing) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const source = [...BEFORE, ...drawing, ...BEHIND].join(end);
      const drawn = drawnTables(source);
      expect(drawn?.text.startsWith(BEFORE.join(end))).toBe(true);
      expect(drawn?.text.endsWith(BEHIND.join(end))).toBe(true);
      for (const { start, end: stop } of drawn?.marks ?? []) {
        const whole = drawn?.map.range(start, stop);
        for (const letter of drawn?.text.slice(start, stop).replaceAll(' ', '') ?? '')
          expect(source.slice(whole?.start, whole?.end)).toContain(letter);
        for (let i = start; i < stop; i++) {
          const place = drawn?.map.range(i, i + 1);
          const original = source.slice(place?.start, place?.end);
          // A blank that keeps the numbers of two lines apart stands for nothing.
          expect(original === '' ? ' ' : original).toBe(drawn?.text[i]);
        }
      }
    }
  });

  it('no letter is lost, and none comes in', () => {
    const letters = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
    for (const [, drawing] of shapes)
      expect(letters(drawnTables(drawing.join('\n'))?.text ?? '')).toBe(letters(drawing.join('\n')));
  });
});

describe('time grows with the text', () => {
  const head = '指标    2020年    2025年';
  it.each<[string, string]>([
    ['a million empty lines', '\n'.repeat(1_000_000)],
    ['one line of five megabytes', '指标    2020年    '.repeat(300_000)],
    ['one line of uprights', '│指标'.repeat(1_000_000)],
    [
      'ten thousand rows',
      [head, ...Array.from({ length: 10_000 }, (_, i) => `指标${i}    ${i}    ${i + 1}`)].join('\n'),
    ],
    ['heads alone', `${head}\n`.repeat(20_000)],
    ['words in columns', '张某    李某    王某\n'.repeat(20_000)],
    ['links in lines', '首页 | 政务公开 | 互动交流\n'.repeat(20_000)],
    ['tops of boxes', '┌──┬──┐\n'.repeat(20_000)],
    ['a box of ten thousand rows', `┌──┬──┐\n${'│指标│2025│\n├──┼──┤\n'.repeat(10_000)}└──┴──┘`],
    ['a box that never ends', `┌──┬──┐\n${'│指标│2025│\n'.repeat(20_000)}`],
    ['rules', `${head}\n${'--------\n'.repeat(100_000)}`],
    ['lines of groups', `${head}\n${'供水\n\n'.repeat(20_000)}`],
  ])('%s', (_, text) => {
    const from = performance.now();
    drawnTables(text);
    expect(performance.now() - from).toBeLessThan(8000);
  });
});
