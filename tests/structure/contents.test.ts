import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { structure } from './outline.js';

const BODY = [
  '一、总体要求',
  '坚持节水优先，统筹推进全县农村供水保障工作，逐步提高供水水质。',
  '（一）工作目标',
  '到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到60%。',
  '二、重点任务',
  '加快建设水源工程，改造老旧管网，健全管护机制，全面提升供水能力。',
  '三、保障措施',
  '各乡镇人民政府要切实加强组织领导，明确责任分工，确保工程按期完成。',
];

const CHAPTERS = [
  '第一章 发展基础',
  '全县水利设施不断完善，为经济社会发展提供了有力支撑。',
  '第一节 主要成效',
  '建成中型水库两座，新增蓄水能力明显。',
  '第二章 总体思路',
  '以水定城、以水定产，全面推进节水型社会建设，保障用水安全。',
  '第三章 重点工程',
  '实施水网连通、灌区改造、农村供水等重点工程建设任务。',
];

/** The lines that are contents, 1-based. */
function contents(...lines: string[]): number[] {
  const { isContents, lines: all } = structure(lines);
  return all.filter(({ number }) => isContents(number)).map(({ number }) => number);
}

const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('a table of contents', () => {
  it.each<[string, string[], number]>([
    ['with leaders and pages', ['目录', '一、总体要求……1', '二、重点任务……3', '三、保障措施……8'], 4],
    ['with dots', ['目 录', '一、总体要求..........1', '二、重点任务..........3', '三、保障措施.......8'], 4],
    [
      'with middle dots and brackets',
      ['目  录', '一、总体要求·····(1)', '二、重点任务·····(3)', '三、保障措施·····(8)'],
      4,
    ],
    ['with pages alone', ['目次', '一、总体要求1', '二、重点任务 3', '三、保障措施 8'], 4],
    ['without pages', ['目录', '一、总体要求', '（一）工作目标', '二、重点任务', '三、保障措施'], 5],
    ['indented', ['目录', '\u3000\u3000一、总体要求', '\u3000\u3000二、重点任务', '\u3000\u3000三、保障措施'], 4],
    ['in English', ['CONTENTS', '一、总体要求……1', '二、重点任务……3', '三、保障措施……8'], 4],
    ['in a frame', ['【目录】', '一、总体要求……1', '二、重点任务……3', '三、保障措施……8'], 4],
    ['without numbers', ['目录', '总体要求 1', '重点任务 3', '保障措施 8'], 4],
    ['with pages in lines of their own', ['目录', '一、总体要求', '1', '二、重点任务', '3', '三、保障措施', '8'], 7],
    ['broken over lines', ['目录', '一、总体', '要求……1', '二、重点任务……3', '三、保障', '措施……8'], 6],
    ['in one line', ['目录', '一、总体要求……1二、重点任务……3三、保障措施……8'], 2],
    ['in one line without leaders', ['目录', '一、总体要求 二、重点任务 三、保障措施'], 2],
    ['with an introduction', ['目录', '前言……1', '一、总体要求……1', '二、重点任务……3', '三、保障措施……8'], 5],
    ['worded otherwise than the text', ['目录', '一、总体要求', '二、主要任务', '三、保障措施'], 4],
    [
      'that the page repeats',
      ['目录', '一、总体要求', '二、重点任务', '三、保障措施', '目录', '一、总体要求', '二、重点任务', '三、保障措施'],
      8,
    ],
    [
      'twice, the second time without a word above it',
      ['目录', '一、总体要求……1', '二、重点任务……2', '三、保障措施……3', '一、总体要求', '二、重点任务', '三、保障措施'],
      7,
    ],
    ['without a word, with leaders', ['一、总体要求……1', '二、重点任务……3', '三、保障措施……8'], 3],
    ['whose pages are lost', ['一、总体要求..............', '二、重点任务..............', '三、保障措施.........'], 3],
    ['with decimals', ['1总体要求……………1', '1.1工作目标……………1', '2重点任务……………3', '3保障措施……………8'], 4],
    ['without a word and leaders', ['一、总体要求', '（一）工作目标', '二、重点任务', '三、保障措施'], 4],
  ])('%s', (_, entries, last) => {
    expect(contents('白水县农村供水规划', ...entries, '白水县农村供水规划', ...BODY)).toEqual(upTo(last + 1, 2));
    const { sections } = structure(['白水县农村供水规划', ...entries, '白水县农村供水规划', ...BODY]);
    expect(sections.map(({ chain }) => chain)).toEqual(['一', '一/（一）', '二', '三']);
  });

  it.each<[string, string[]]>([
    [
      'chapters and sections',
      ['目录', '第一章 发展基础……1', '第一节 主要成效……1', '第二章 总体思路……4', '第三章 重点工程……9'],
    ],
    ['chapters alone', ['目录', '第一章 发展基础', '第二章 总体思路', '第三章 重点工程']],
    ['chapters without a blank', ['目录', '第一章发展基础1', '第二章总体思路4', '第三章重点工程9']],
    ['chapters in one line', ['目录', '第一章发展基础1第二章总体思路4第三章重点工程9']],
    ['chapters without a word', ['第一章 发展基础', '第一节 主要成效', '第二章 总体思路', '第三章 重点工程']],
  ])('of %s', (_, entries) => {
    expect(contents(...entries, '为加快水利发展，结合我县实际，制定本规划。', ...CHAPTERS)).toEqual(
      upTo(entries.length),
    );
  });

  it.each<[string, string[], number]>([
    [
      'that have lost the numbers of its chapters',
      ['总则', '1.1 编制目的', '1.2 适用范围', '组织体系', '2.1 指挥机构', '监督管理', '4 附则'],
      7,
    ],
    ['with all its numbers', ['1 总则', '1.1 编制目的', '1.2 适用范围', '2 组织体系', '2.1 指挥机构'], 5],
    ['of sections alone', ['1.1 编制目的', '1.2 适用范围', '2.1 指挥机构'], 3],
    ['that goes on where the text is cut off', ['1总则', '1.1编制目的', '1.2适用范围', '2组织体系', '2.1指挥机构'], 5],
  ])('of decimals without a word and pages, %s', (_, entries, last) => {
    const body = ['1 总则', '1.1 编制目的', '为规范供水应急工作，制定本预案。', '1.2 适用范围', '本预案适用于白水县。'];
    const rest = ['2 组织体系', '2.1 指挥机构', '县政府设立供水应急指挥部，统一领导供水应急工作。'];
    const whole = _.includes('cut off')
      ? body
      : [...body, ...rest, '3 监督管理', '县水务局负责。', '4 附则', '本预案自印发之日起施行。'];
    const text = ['白水县供水应急预案', ...entries, ...whole];
    expect(contents(...text)).toEqual(upTo(last + 1, 2));
    expect(
      structure(text)
        .sections.slice(0, 3)
        .map(({ chain }) => chain),
    ).toEqual(['1', '1/1.1', '1/1.2']);
  });

  it('of chapters, in a file that breaks off', () => {
    const entries = ['一、总体要求', '（一）工作目标', '二、重点任务', '三、保障措施', '四、附则'];
    expect(contents('白水县农村供水规划', ...entries, ...BODY.slice(0, 6))).toEqual(upTo(6, 2));
  });

  it('ends where the text begins, whatever stands between', () => {
    const preamble = ['白水县农村供水规划', '（2021—2025年）', '为做好农村供水工作，根据有关规定，制定本规划。'];
    expect(contents('目录', '一、总体要求', '二、重点任务', '三、保障措施', ...preamble, ...BODY)).toEqual(upTo(4));
    expect(contents('目录', '一、总体要求', '二、重点任务', '三、保障措施', ...BODY)).toEqual(upTo(4));
  });

  it.each<[string, string[]]>([
    ['tables', ['表目录', '表1 供水工程一览表……12', '表2 水质监测点布局表……18']],
    ['boxes', ['专栏目录', '专栏1 水源工程……5', '专栏2 管网工程……9', '专栏3 智慧水务……14']],
    ['annexes', ['附件目录', '附件1 供水工程任务清单……21', '附件2 资金安排表……25']],
  ])('of %s behind the first', (_, list) => {
    const first = ['目录', '一、总体要求……1', '二、重点任务……3', '三、保障措施……8'];
    expect(contents(...first, ...list, ...BODY)).toEqual(upTo(4 + list.length));
  });
});

describe('no table of contents', () => {
  it.each<[string, string[]]>([
    [
      'a plan of short sections',
      ['一、总体要求', '水质达标。', '二、重点任务', '建设水厂。', '三、保障措施', '落实资金。'],
    ],
    ['decimals without text', ['1 总则', '1.1 编制目的', '1.2 编制依据', '2 组织体系', '2.1 指挥机构', '3 附则']],
    [
      'two tables of one make',
      [
        '1 水厂',
        '1.1 规模',
        '1.2 投资',
        '2 管网',
        '2.1 规模',
        '2.2 投资',
        '附件1',
        '1 水厂',
        '1.1 规模',
        '建成水厂两座，日供水两万吨，投资八千万元。',
        '1.2 投资',
      ],
    ],
    ['headings without text', ['一、总体要求', '二、重点任务', '三、保障措施', '四、附则']],
    ['tasks with numbers at the end', ['一、重点任务', '1.新建水厂3', '2.改造泵站5', '3.更换水表800', '4.铺设管网120']],
    ['two plans of one make', [...BODY, '白水县城市供水规划', ...BODY]],
    [
      'headings that an annex repeats',
      [
        '一、建设水厂',
        '二、改造管网',
        '三、更换水表',
        '附件1',
        '任务清单',
        '一、建设水厂',
        '由县水务局负责建设，县财政局安排资金，确保2024年底前完工。',
        '二、改造管网',
        '三、更换水表',
      ],
    ],
    [
      'projects that a table repeats',
      [
        '一、重点项目',
        '1.建设水厂',
        '2.改造管网',
        '3.更换水表',
        '二、责任分工',
        '1.建设水厂',
        '县水务局',
        '2.改造管网',
        '县水务局负责改造管网，争取上级资金支持，按期完成任务。',
        '3.更换水表',
      ],
    ],
    ['a form to fill in', ['一、申报单位', '单位名称：……………', '联系电话：……………', '申报日期：……………']],
    ['prices', ['苹果……5', '白菜……3', '猪肉……20']],
    ['a numbered form', ['1.单位名称：……………', '2.联系电话：……………', '3.申报日期：……………']],
    ['a sentence that breaks off', ['一、背景', '多年来，供水不足……', '管网老化……', '水质不稳……']],
    [
      '目录 with the text right below',
      ['目录', '一、总体要求', '坚持节水优先，统筹推进全县农村供水保障工作。', '二、重点任务', '建设水厂。'],
    ],
    ['目录 in a sentence', ['公布政务服务事项目录', '一、总体要求', '编制目录清单。']],
    ['a list of annexes', ['附件：1.任务清单', '2.资金安排表', '3.责任分工表']],
  ])('%s', (_, lines) => {
    expect(contents('白水县农村供水规划', ...lines)).toEqual([]);
  });
});

describe('what stands in a table of contents', () => {
  const text = [
    '白水县农村供水规划',
    '目录',
    '一、到2025年新建水厂3座……1',
    '二、2024年6月底前改造管网120公里……3',
    '三、保障措施（县水务局牵头）……8',
    '一、到2025年新建水厂3座',
    '到2025年，全县农村自来水普及率达到95%以上。',
    '二、2024年6月底前改造管网120公里',
    '2024年6月底前，改造供水管网120公里。（责任单位：县水务局）',
    '三、保障措施（县水务局牵头）',
    '落实资金，加强监管，确保工程按期完成。',
  ];

  it('stays in the text, and gives no records and no headings', async () => {
    const { document, text: cleaned } = await parse(new TextEncoder().encode(`${text.join('\n')}\n`));
    expect(cleaned.split('\n')[2]).toBe(text[2]);
    expect(document.sections.map(({ lines }) => lines[0])).toEqual([6, 8, 10]);
    const records = [...document.targets, ...document.deadlines, ...document.responsibilities];
    expect(records.length).toBeGreaterThanOrEqual(4);
    expect(records.filter(({ evidence }) => evidence.line < 6)).toEqual([]);
  });

  it('in a long text takes time that grows with its length', () => {
    const entries = (count: number): string[] =>
      Array.from({ length: count }, (_, i) => ['目录', `${i + 1}.新建水厂`, `${i + 1}.建设泵站……${i % 7}`]).flat();
    const time = (count: number): number => {
      const lines = entries(count);
      const start = performance.now();
      contents(...lines);
      return performance.now() - start;
    };
    time(2_000);
    expect(time(40_000)).toBeLessThan(Math.max(400, time(10_000) * 12));
  });
});
