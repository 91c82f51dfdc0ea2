import { describe, expect, it } from 'vitest';
import { blankRuns } from '../../src/clean/blank-runs.js';
import { blanks } from '../../src/clean/blanks.js';
import { lineEnds } from '../../src/clean/line-ends.js';
import { applyStage, startDraft } from '../../src/core/draft.js';
import { after, changes } from './run.js';

describe('line ends', () => {
  it.each<[string, string, string]>([
    ['Windows', '一、总则\r\n二、任务\r\n', '一、总则\n二、任务\n'],
    ['old Macintosh', '一、总则\r二、任务', '一、总则\n二、任务'],
    ['mixed', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['blank lines stay for the next stage', 'a\r\n\r\nb', 'a\n\nb'],
    ['a page break', '第一页\f第二页', '第一页\n第二页'],
    ['vertical tab, next line, line and paragraph separators', 'a\u000bb\u0085c\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['a BOM in the middle', '一、\ufeff总则', '一、总则'],
    ['zero-width characters and soft hyphens', '农\u200b村\u200d供\u00ad水\u2060', '农村供水'],
    ['marks of direction', '\u202a规划\u202c', '规划'],
    ['controls', '规\u0000划\u0007', '规划'],
    ['nothing to do', '一、总则\n二、任务\n', '一、总则\n二、任务\n'],
    ['tabs and blanks are not its own', 'a\tb\u3000c\u00a0d', 'a\tb\u3000c\u00a0d'],
  ])('%s', (_, text, expected) => {
    expect(after(lineEnds, text)).toBe(expected);
  });
});

describe('runs of ? where blanks stood', () => {
  it.each<[string, string, string]>([
    // No-break spaces that a program could not encode: indents above all.
    ['an indent', '????一、总体要求', '一、总体要求'],
    ['an indent of one', '?云岭县水务局', '云岭县水务局'],
    ['an indent with blanks between', '? ?\u3000? 一、总体要求', '一、总体要求'],
    ['replacement characters', '\ufffd\ufffd一、总体要求', '一、总体要求'],
    ['a line of nothing else', '甲\n????\n乙', '甲\n\n乙'],
    ['a gap in a line', '云岭县人民政府????2022年', '云岭县人民政府 2022年'],
    ['a gap between words of a title', '通知\ufffd\ufffd\ufffd附件', '通知 附件'],
    ['at the end of a line', '的通知???', '的通知 '],
    ['a pair before a blank', '甲局?? 乙局', '甲局  乙局'],
    ['several in several lines', '??甲???乙\n???丙', '甲 乙\n丙'],
  ])('%s', (_, text, expected) => {
    expect(after(blankRuns, text)).toBe(expected);
  });

  it.each([
    ['a real question', '为什么要这样做?'],
    ['two of them', '是什么?为什么?'],
    ['full-width ones', '为什么？？？'],
    ['a lost character inside a word, which is for the byte-shift stage', '学?！耙恍'],
    ['a pair inside a line', '甲??乙'],
    ['a lost character that opens a line', '?；鶎狱h組織建設'],
    ['marks of doubt in quotes', '“为什么不办???”'],
    ['marks of doubt in a title', '《钱去哪儿了???》'],
    ['none', '一、总体要求'],
  ])('unchanged: %s', (_, text) => {
    expect(after(blankRuns, text)).toBe(text);
  });
});

describe('blanks', () => {
  it.each<[string, string, string]>([
    ['between digits and Chinese', '2025 年，共 12 项，达到 95 %', '2025年，共12项，达到95%'],
    ['inside a heading', '第 一 章　总 则', '第一章总则'],
    ['behind a number', '一、 总体要求', '一、总体要求'],
    ['inside Chinese text', '关于 印发 方案 的 通 知', '关于印发方案的通知'],
    ['beside Latin words', '人工智能 AI 产业', '人工智能AI产业'],
    ['indents and line tails', '　　一、总则  \n\u00a0\u00a0坚持 \n', '一、总则\n坚持\n'],
    ['blank lines', '甲\n\n \u3000\n乙\n\n', '甲\n乙\n'],
    ['a text of blanks', ' \n\u3000\n', ''],
    ['behind a numeral that counts', '三 年级\n二 十 条\n一 般 要 求\n五 个方面', '三年级\n二十条\n一般要求\n五个方面'],
    ['thin and wide blanks', '甲\u2003、\u2009乙\u202f', '甲、乙'],
  ])('go: %s', (_, text, expected) => {
    expect(after(blanks, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['Latin words', 'Internet  Plus', 'Internet Plus'],
    ['two numbers', '2021 2022', '2021 2022'],
    ['bodies set side by side', '中共云岭县委 云岭县人民政府', '中共云岭县委 云岭县人民政府'],
    ['bodies with a blank for 、', '县教育局 县财政局', '县教育局 县财政局'],
    ['a label that follows', '牵头单位:县教育局  责任单位:县财政局', '牵头单位:县教育局 责任单位:县财政局'],
    ['wide gaps between words', '张某某    李某某', '张某某 李某某'],
    ['a signature and its date', '云岭县水务局\u3000\u30002022年3月1日', '云岭县水务局 2022年3月1日'],
    ['columns set by tabs', '姓名\t职务', '姓名 职务'],
    ['a bare number and its title', '一 总体要求\n十二\u3000保障措施', '一 总体要求\n十二 保障措施'],
  ])('stay as one where they keep apart %s', (_, text, expected) => {
    expect(after(blanks, text)).toBe(expected);
  });

  it('leaves a text alone that has none', () => {
    expect(changes(blanks, '一、总则\n坚持Internet Plus。\n')).toEqual([]);
  });

  // Known limit: English sentences inside a plan lose the blanks beside their punctuation.
  it('also takes the blank behind a Latin comma', () => {
    expect(after(blanks, 'Hello, world')).toBe('Hello,world');
  });
});

describe('blanks between the cells of a row', () => {
  const kept: [string, string[]][] = [
    [
      'names of columns and numbers',
      ['指标 2020年 2025年 属性', '普及率（%） 88.5 95 预期性', '合格率（%） 90 98 约束性'],
    ],
    ['one row by itself', ['火灾起数 120 ≤98 ―']],
    ['comparisons and changes', ['80 ≤68 下降15%以上', '受理率 ― ≥80% ― 上年无数据']],
    ['a number and its property', ['1.护理补贴覆盖率(%) >95 预期性']],
    ['a row of words below a head of names', ['序号 项目名称 建设内容 责任单位', '1 甲水厂 新建一座 县水务局']],
    ['two columns in lines of the same make', ['东街镇 1200', '西街镇 800', '南街镇 650']],
    ['names that no lexicon has, above rows', ['村组 水窖 蓄水池', '上湾 12 3', '下湾 8 ―']],
    ['a row with a value in words beside rows', ['普及率 88 95 预期性', '水质 90 持续改善 预期性']],
    ['an empty value between two others', ['普及率 88 — 95', '合格率 90 98 99']],
    ['numbers that are powers of ten', ['4 供水队 支 6 10 预期性']],
    ['changes in brackets', ['贡献率(%) 60 64 [4]', '监测面积 71 75 (4)']],
  ];
  it.each(kept)('stay: %s', (_, lines) => {
    expect(after(blanks, lines.join('\n'))).toBe(lines.join('\n'));
  });

  const dropped: [string, string, string][] = [
    ['running text', '到 2025 年 ，新建 5 所', '到2025年，新建5所'],
    ['running text without a mark', '到 2025 年 达到 95 %', '到2025年达到95%'],
    ['a span of years', '“十四五” 时期 2021 — 2025 年', '“十四五”时期2021—2025年'],
    ['a date', '2022 年 10 月 10 日', '2022年10月10日'],
    ['a number and its unit', '新建 水窖 12 口', '新建水窖12口'],
    ['a chapter', '第 2 章 总 则', '第2章总则'],
    ['a blank behind every character', '到 二 〇 二 五 年 新 建 2 0 所', '到二〇二五年新建2 0所'],
    ['numbered annexes', '附件 1\n附件 2\n附件 3', '附件1\n附件2\n附件3'],
    ['headings in a row', '1 总则\n2 目标\n3 任务', '1总则\n2目标\n3任务'],
    ['a heading beside rows', '普及率 88.5 95\n三、 供水 保障工作', '普及率 88.5 95\n三、供水保障工作'],
    ['contents and pages', '一、总则 1\n二、目标 3\n三、任务 7', '一、总则1\n二、目标3\n三、任务7'],
    ['statistics in prose', '全县 共有 学校 95 所，教师 1200 名', '全县共有学校95所，教师1200名'],
  ];
  it.each(dropped)('go: %s', (_, text, expected) => {
    expect(after(blanks, text)).toBe(expected);
  });

  it('never joins two numbers', () => {
    const numbers = ['12', '3.5', '≤0.17', '98%', '[4]', '-2.5', '1,200', '>6.5', '〔0.2〕'];
    for (const a of numbers)
      for (const b of numbers) expect(after(blanks, `普及率 ${a} ${b}`)).toBe(`普及率 ${a} ${b}`);
  });

  it('counts a marked cell as one cell', () => {
    const text = '指标 2020 2025\n普及率 88 95';
    const cell = { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1, head: false };
    const draft = { ...startDraft(text), marks: [{ kind: 'cell' as const, cell, start: 0, end: 12 }] };
    expect(applyStage(draft, blanks).text).toBe('指标2020 2025\n普及率 88 95');
  });
});
