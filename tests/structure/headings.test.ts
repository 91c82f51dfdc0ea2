import { describe, expect, it } from 'vitest';
import { outline } from './outline.js';

describe('headings', () => {
  it.each<[string, string]>([
    // GB/T 9704—2012 and its slips.
    ['一、总体要求', '一 总体要求'],
    ['一、 总体要求', '一 总体要求'],
    ['二．重点任务', '二 重点任务'],
    ['十二、保障措施', '十二 保障措施'],
    ['（一）指导思想', '（一） 指导思想'],
    ['( 一)指导思想', '(一) 指导思想'],
    ['(二十三)、抓好落实', '(二十三) 抓好落实'],
    ['1.加强领导', '1 加强领导'],
    ['12、落实责任', '12 落实责任'],
    ['3．完善机制', '3 完善机制'],
    ['(1)建设内容', '(1) 建设内容'],
    ['（2）、责任分工', '（2） 责任分工'],
    ['①加强宣传', '① 加强宣传'],
    ['1)强化监管', '1) 强化监管'],
    // Laws and long plans.
    ['第一编 总则', '第一编 总则'],
    ['第一章　发展基础', '第一章 发展基础'],
    ['第十二章发展目标', '第十二章 发展目标'],
    ['第 三 节 重点任务', '第三节 重点任务'],
    ['第二十三条 县人民政府应当加强领导。', '第二十三条 县人民政府应当加强领导'],
    // Annexes and boxes.
    ['附件1：任务分工表', '附件1 任务分工表'],
    ['附表3 指标体系', '附表3 指标体系'],
    ['专栏1 重点工程', '专栏1 重点工程'],
    ['专栏二：民生工程', '专栏二 民生工程'],
  ])('%s', (line, expected) => {
    expect(outline(line)).toEqual([expected]);
  });

  it.each([
    ['a decimal', '3.5万人次接受培训'],
    ['a decimal alone', '1.63'],
    ['a year', '2025年，全县基本实现'],
    ['a date', '2022.10.10'],
    ['a date with a point', '12.25前完成'],
    ['a span in brackets', '（2021—2025年）'],
    ['a document number', '(2021)12号'],
    ['a draft', '(试行)'],
    ['a word in brackets', '（一次性补助）'],
    ['an inline item', '一是加强领导。'],
    ['an ordinal', '第一，加强领导。'],
    ['a lesson', '第一节课开始'],
    ['a condition', '第一条件是安全'],
    ['a dash', '——坚持党的领导。'],
    ['a number alone', '1.'],
    ['a number alone in Chinese', '一、'],
    ['a period of planning', '十四五、十五五时期'],
    ['a word that begins like an annex', '附件材料齐全'],
    ['an annex that is only named', '附件：任务分工表'],
    ['an annex in a sentence', '附件1所列任务由县水务局负责；其余由乡镇负责。'],
    ['a columnist', '专栏作家撰文'],
    ['empty', ''],
  ])('none: %s', (_, line) => {
    expect(outline(line, '下一行')).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a chapter', ['第一章', '总则']],
    ['an annex', ['附件1', '任务分工表']],
    ['a box', ['专栏1', '重点工程']],
  ])('may have its title in the next line: %s', (_, lines) => {
    expect(outline(...lines)).toEqual([lines.join(' ')]);
  });
});

describe('run-in headings', () => {
  it.each<[string, string]>([
    ['（一）坚持党的领导。发挥领导核心作用，压实责任。', '（一） 坚持党的领导'],
    ['1.加强监测：建立台账，定期通报。', '1 加强监测'],
    ['（一）扩大资源。新建6所。（责任单位：县教育局）', '（一） 扩大资源'],
    // One long sentence is named by its first clause.
    [
      '（一）到2025年新建水厂12座，改造供水管网320公里，更新计量设施12000套，完善水质监测网络和管护长效机制。',
      '（一） 到2025年新建水厂12座',
    ],
    ['1.建设水厂，改造管网。', '1 建设水厂'],
    ['（二）完善机制（见附件：任务表）', '（二） 完善机制（见附件：任务表）'],
  ])('%s', (line, expected) => {
    expect(outline(line)).toEqual([expected]);
  });
});

describe('a line that numbers alone do not make a heading', () => {
  const between = (...lines: string[]): string[] =>
    outline('一、总体要求', '坚持节约优先。', '二、重点任务', '1.建设水厂', ...lines, '2.改造管网', '三、保障措施');
  const known = outline('一、总体要求', '坚持节约优先。', '二、重点任务', '1.建设水厂', '2.改造管网', '三、保障措施');

  it.each([
    ['a decimal', '3.5万人受益'],
    ['a decimal of a measure', '1.8米以下儿童免票'],
    ['a lone decimal', '2.15'],
    ['a version', '2.0版系统上线'],
    ['a holiday', '10.1假期做好值守'],
    ['a day of the year', '4.15全民国家安全教育日活动'],
    ['a date of a year and a month', '2025.6'],
    ['a full date', '2021.3.1'],
    ['a year', '2025年建成'],
    ['a time', '8:30集中'],
    ['a thousand', '1,200人参加'],
    ['buildings', '3、5号楼改造'],
    ['months', '2、3月份开展检查'],
    ['a range of classes', '1、2、3年级学生'],
    ['grades of hospitals', '一、二级医院按规定配备'],
    ['branches of trade', '一、二、三产业融合发展'],
    ['items of a law', '（一）（二）项规定的情形除外'],
    ['one item of a law', '（三）项规定的情形除外'],
    ['several items', '（一）至（三）项由县水务局负责'],
    ['an item that is cited', '（三）中明确的任务由县水务局负责'],
    ['an article that is cited', '第三条规定的情形，由县水务局处理。'],
    ['a paragraph of an article', '第八条第二款除外。'],
    ['several articles', '第六条至第九条另行规定。'],
    ['a chapter that is cited', '第二章规定的条件，由县水务局审核。'],
    ['a sentence on a part', '第一部分是基础，第二部分是任务。'],
    ['a phone number', '0530—5566778'],
    ['a hotline', '12345热线受理'],
    ['hours', '24小时值班'],
    ['a grade of response', 'Ⅰ级响应由县长启动'],
    ['a grade of places', 'A级景区3家'],
    ['a plain word', '任务繁重，时间紧迫。'],
    ['a plain word with a number', '任务1：建设水厂'],
    ['a plain word with a number and words', '任务1建设水厂'],
    ['a list of tasks', '任务一览表'],
    ['a caption', '1：主要指标一览表'],
    ['a letter', 'A.水厂'],
    ['a bare number', '1总则'],
    ['a lone decimal heading', '5.3预警'],
    ['a line of contents', '二、供水工程…………'],
    ['a line of contents with dots', '1.2供水工程........'],
    ['a number far out', '280.其他'],
    ['a number without words', '4、95%'],
  ])('%s: %s', (_, line) => {
    expect(between(line)).toEqual(known);
  });

  it.each<[string, string[]]>([
    ['documents', ['相关文件：', '1.《中华人民共和国水法》；', '2.《云岭县水利规划》（云政发〔2021〕3号）。']],
    ['documents behind a sentence', ['坚持依法治水。', '1.《水法》', '2.《云岭县水利规划》']],
    ['annexes', ['附件：1.行动计划', '2.任务分工表', '3.时间安排表']],
    ['annexes below their label', ['附件：', '1.行动计划', '2.任务分工表']],
    ['annexes with blanks', ['附 件: 1 、行动计划', '2 、任务分工表']],
    ['annexes in one line', ['附件：1.行动计划 2.任务分工表', '3.时间安排表']],
    ['annexes of which one takes two lines', ['附件：1.云岭县农村供水', '行动计划', '2.任务分工表']],
    ['annexes with their own numbers', ['附件1：行动计划', '附件2：任务分工表']],
  ])('lists of %s', (_, lines) => {
    const found = outline('一、总体要求', '二、重点任务', ...lines, '云岭县人民政府', '2022年3月1日');
    expect(found).toEqual(['一 总体要求', '二 重点任务']);
  });

  it('lists of annexes whose names begin with years', () => {
    const list = ['附件：1.2024年供水任务表', '2.2024年资金安排表', '3.云岭县2024年项目表', '云岭县人民政府'];
    expect(outline('一、甲', '坚持。', '二、乙', '落实。', ...list)).toEqual(['一 甲', '二 乙']);
  });

  it('marks of pages in sentences', () => {
    const pages = [
      '1、云岭县供水工作任务分解表序号项目主要内容牵头单位1水源建设新建水库两座县水务局（河湖',
      '2、）管理站2管网改造更换老旧管网320公里，实施“清泉',
      '3、行动”，完成改造任务的乡镇由县水务局组织验收。',
      '4、水厂”改造项目，新建',
    ];
    expect(outline('一、甲', ...pages, '二、乙')).toEqual(['一 甲', '二 乙']);
    expect(outline('1、“清泉”行动。', '2、水厂建设', '3、（略）')).toEqual(['1 “清泉”行动', '2 水厂建设', '3 （略）']);
  });

  it('a list of annexes ends where its numbers do', () => {
    expect(outline('附件：1.行动计划', '2.任务表', '1.甲', '2.乙')).toEqual(['1 甲', '2 乙']);
  });
});

describe('a line that the numbers around it make a heading', () => {
  it.each<[string, string[], string[]]>([
    ['blanks for 、', ['一 总体要求', '二　重点任务'], ['一 总体要求', '二 重点任务']],
    ['commas for 、', ['1，水厂', '2，管网', '3，水质'], ['1 水厂', '2 管网', '3 水质']],
    ['colons for 、', ['一：水厂', '二：管网'], ['一 水厂', '二 管网']],
    ['letters', ['A.水厂', 'B.管网'], ['A 水厂', 'B 管网']],
    ['Roman numbers', ['I.水厂', 'II.管网', 'III.水表'], ['I 水厂', 'II 管网', 'III 水表']],
    [
      'the letter I',
      ['A.甲', 'B.乙', 'C.丙', 'D.丁', 'E.戊', 'F.己', 'G.庚', 'H.辛', 'I.壬'],
      ['A 甲', 'B 乙', 'C 丙', 'D 丁', 'E 戊', 'F 己', 'G 庚', 'H 辛', 'I 壬'],
    ],
    ['words that count', ['任务1：水厂', '投资1亿元。', '任务2：管网'], ['任务1 水厂', '任务2 管网']],
    ['words that count in Chinese', ['行动一 建厂', '行动二 治水'], ['行动一 建厂', '行动二 治水']],
    [
      'words that count, right before their titles',
      [
        '工程一水源建设',
        '建设水库。',
        '工程一期投产',
        '工程二管网改造',
        '工程三管护到位后，由乡镇负责日常管理；县里考核。',
      ],
      ['工程一 水源建设', '工程二 管网改造'],
    ],
    ['half brackets in Chinese', ['一）水厂', '二）管网'], ['一） 水厂', '二） 管网']],
    [
      'a point that begins with a number',
      ['1、2座水厂开工', '2、3公里管网完工', '3、设备'],
      ['1 2座水厂开工', '2 3公里管网完工', '3 设备'],
    ],
    ['a number alone above its title', ['（一）', '目标', '坚持。', '（二）', '任务'], ['（一） 目标', '（二） 任务']],
    ['documents among other points', ['1.《水法》', '2.技术标准'], ['1 《水法》', '2 技术标准']],
  ])('%s', (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    [
      'documents under a heading',
      ['（1）法规', '1）《水法》（2016年修正）；', '2）《防洪法》；', '（2）文件'],
      ['（1） 法规', '（1）/1） 《水法》（2016年修正）', '（1）/2） 《防洪法》', '（2） 文件'],
    ],
    [
      'documents that the text announces',
      ['一、依据', '本规划依据下列法规编制：', '1.《水法》；', '2021年起施行。', '2.《防洪法》。'],
      ['一 依据', '一/1 《水法》', '一/2 《防洪法》'],
    ],
    [
      'a chapter that only what is under it proves',
      ['1 总则', '1.1 编制目的', '为了规范。', '1.2 编制依据', '依据水法。'],
      ['1 总则', '1/1.1 编制目的', '1/1.2 编制依据'],
    ],
    [
      'a later chapter alone',
      ['3总则', '3.1目的', '为了规范。', '（1）供水', '3.2依据'],
      ['3 总则', '3/3.1 目的', '3/3.1/（1） 供水', '3/3.2 依据'],
    ],
    [
      'a period of planning as the first word',
      ['三、十四五供水目标', '（一）水厂'],
      ['三 十四五供水目标', '三/（一） 水厂'],
    ],
    ['a title that begins with a number', ['10.甲', '11.121人才计划', '12.丙'], ['10 甲', '11 121人才计划', '12 丙']],
    ['one that looks like a decimal', ['1.甲', '2.3公里管网', '建成。', '3.丙'], ['1 甲', '2 3公里管网', '3 丙']],
    ['decimals where the list does not go on', ['1.甲', '2.3公里管网', '2.乙', '3.丙'], ['1 甲', '2 乙', '3 丙']],
    ['quantities', ['1.甲', '2.3万人受益', '3.丙'], ['1 甲', '3 丙']],
    ['a quantity under a chapter', ['坚持。', '5 处水厂完工', '5.1万人受益'], []],
  ])('%s', (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });

  it('a number that seems to count things, where the list needs it', () => {
    expect(outline('一、甲', '二、三产融合', '三、丙')).toEqual(['一 甲', '二 三产融合', '三 丙']);
    expect(outline('1、甲', '2、3月底前完成', '2、乙')).toEqual(['1 甲', '2 乙']);
  });
});

describe('titles', () => {
  it.each<[string, string[], string[]]>([
    ['two headings in a line', ['第一章 总则 第一节 目的', '保障供水。'], ['第一章 总则', '第一章/第一节 目的']],
    [
      'an article behind its chapter',
      ['第一章 总则 第一条 为了规范供水。'],
      ['第一章 总则', '第一章/第一条 为了规范供水'],
    ],
    [
      'a sentence that names an article',
      ['第一条 供水单位违反 第三条 的，责令改正。'],
      ['第一条 供水单位违反 第三条 的'],
    ],
    ['cut behind 、', ['一、推进产业升级、', '提升发展质量', '坚持。'], ['一 推进产业升级、提升发展质量']],
    ['cut inside of 《》', ['一、落实《云岭县', '水利规划》', '坚持。'], ['一 落实《云岭县水利规划》']],
    ['not cut: a sentence below', ['一、推进产业升级、', '提升发展质量，改善民生。'], ['一 推进产业升级、']],
    ['not cut: a heading below', ['一、推进产业升级和', '（一）水利'], ['一 推进产业升级和', '一/（一） 水利']],
    ['dots and the number of a page', ['一、总体要求……………3'], ['一 总体要求']],
    ['a chapter that runs on', ['第一节 目标。到2025年建成水厂。'], ['第一节 目标']],
    ['set wide', ['第一章　总　则', '第二章', '附 则', '坚持。'], ['第一章 总则', '第二章 附则']],
    ['that opens with a quotation', ['一、甲', '专栏1“十四五”重点工程'], ['一 甲', '一/专栏1 “十四五”重点工程']],
    [
      'an annex in two lines',
      [
        '附件1',
        '云岭县供水设施安全',
        '管理规定',
        '第一条 为了规范供水。',
        '附件2：云岭县供水应急',
        '处置办法',
        '一、总则',
      ],
      [
        '附件1 云岭县供水设施安全管理规定',
        '附件1/第一条 为了规范供水',
        '附件2 云岭县供水应急处置办法',
        '附件2/一 总则',
      ],
    ],
    [
      'not of two lines: an annex above another name',
      ['附件1', '供水设施管理规定', '供水应急处置办法', '一、总则'],
      ['附件1 供水设施管理规定', '附件1/一 总则'],
    ],
    [
      'the last word of two clauses',
      ['一、推动城乡供水一体化，健全工程管护', '长效机制', '（一）明确主体', '坚持。'],
      ['一 推动城乡供水一体化，健全工程管护长效机制', '一/（一） 明确主体'],
    ],
    [
      'not the last word: a head of its own',
      ['一、推动城乡供水一体化，健全管护长效机制', '重点建设', '（一）水厂'],
      ['一 推动城乡供水一体化，健全管护长效机制', '一/（一） 水厂'],
    ],
    [
      'not the last word: cells',
      ['一、推动城乡供水一体化，明确工程建设任务', '水厂建设', '3座', '县水务局'],
      ['一 推动城乡供水一体化，明确工程建设任务'],
    ],
    [
      'a point right behind the title of its section',
      ['一、建设水厂。（一）新建水厂。建成2座。', '（二）改造水厂。改造3座。', '二、改造管网。（一）（略）'],
      ['一 建设水厂', '一/（一） 新建水厂', '一/（二） 改造水厂', '二 改造管网'],
    ],
    [
      'not a point: its numbers go on in another section',
      ['一、建设水厂。（一）类地区先行。', '二、改造管网', '（一）主管', '（二）支管'],
      ['一 建设水厂', '二 改造管网', '二/（一） 主管', '二/（二） 支管'],
    ],
    ['in a frame', ['【附件1】', '任务表', '一、甲'], ['附件1 任务表', '附件1/一 甲']],
    ['a chapter above a heading has none', ['第二章', '第一节 水网'], ['第二章', '第二章/第一节 水网']],
    ['brackets around a colon', ['一、水网（含：泵站）建设'], ['一 水网（含：泵站）建设']],
  ])('%s', (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });
});

describe('time grows with the length of the text', () => {
  const many = (count: number, line: (i: number) => string): string[] =>
    Array.from({ length: count }, (_, i) => line(i));
  const styles = ['第一编 甲', '第一章 甲', '第一条 甲', '一、甲', '（一）甲', '1.甲', '(1)甲', '①甲', '专栏1 甲'];

  it.each<[string, (i: number) => string]>([
    ['one number', () => '1.甲'],
    ['numbers that rise', (i) => `${(i % 999) + 1}.甲`],
    ['numbers that fall', (i) => `${999 - (i % 999)}.甲`],
    ['numbers that jump', (i) => (i % 2 ? '999.甲' : '1.甲')],
    ['numbers that repeat', (i) => (i % 2 ? '二、甲' : '三、甲')],
    ['all styles, one inside the other', (i) => styles[i % styles.length] ?? ''],
    ['decimals', (i) => `${(Math.floor(i / 99) % 99) + 1}.${(i % 99) + 1}甲`],
    ['annexes', (i) => `附件${(i % 99) + 1} 甲`],
    ['lists of annexes', () => '附件：1.甲'],
    ['bare numbers', () => '一 甲'],
  ])('10,000 lines: %s', (_, line) => {
    const started = performance.now();
    outline(...many(10_000, line));
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it.each<[string, string]>([
    ['brackets', `一、${'（'.repeat(1_000_000)}`],
    ['full stops', `第一章 ${'。'.repeat(1_000_000)}`],
    ['digits', '1'.repeat(1_000_000)],
    ['blanks', `一${' '.repeat(1_000_000)}`],
    ['entries', `附件：${'1.甲 '.repeat(200_000)}`],
    ['chapters', '第一章 甲 第一节 乙 '.repeat(100_000)],
  ])('a line of a million: %s', (_, line) => {
    const started = performance.now();
    outline(line, '一、甲');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
