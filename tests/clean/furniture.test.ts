import { describe, expect, it } from 'vitest';
import { pageFurniture } from '../../src/clean/furniture.js';
import type { Mark } from '../../src/core/draft.js';
import { after, changes } from './run.js';

/** An invented plan: title, salutation, a sentence that is long enough to be the body, a heading, a signature. */
const PLAN = [
  '云岭县农村供水三年行动方案',
  '为加快补齐全县农村供水短板,根据国家和省有关文件规定,结合我县实际,制定如下方案。',
  '一、总体要求',
  '坚持以人民为中心。',
  '云岭县水务局',
  '2022年10月10日',
];
const page = (above: readonly string[], below: readonly string[] = [], plan = PLAN): string =>
  [...above, ...plan, ...below, ''].join('\n');
/** What is left above and below the plan. */
const left = (above: readonly string[], below: readonly string[] = []): string =>
  after(pageFurniture, page(above, below)).replace(`${PLAN.join('\n')}\n`, '');

describe('metadata blocks go', () => {
  it.each<[string, string[]]>([
    ['label and value', ['索引号：000014349/2022-00012', '发布机构：云岭县人民政府办公室', '发文日期：2022年10月10日']],
    ['blanks inside the labels', ['索 引 号：000014349/2022-00012', '名 称：云岭县农村供水三年行动方案', '主 题 词：']],
    ['several in one line', ['索引号：00-12 主题分类：水利 发文日期：2022年10月10日 有效性：有效']],
    ['half-width colons', ['文号:云政发〔2022〕6号', '公开方式:主动公开']],
    ['labels in brackets, values behind', ['[索引号]：00-12', '【发布机构】：云岭县水务局']],
    [
      'labels in brackets, values in the next line',
      ['[ 索引号 ]', '000014349/2022-00012', '[ 发布机构 ]', '云岭县水务局'],
    ],
    [
      'cells of a table, label and value by turns',
      ['索引号：', '00-12', '发文机关：', '云岭县水务局', '成文日期：', '2022-10-10'],
    ],
    ['labels without a value', ['索引号：', '发布机构：', '主题词：']],
    ['bullets', ['• 索引号：00-12', '• 发布日期：2022-10-11']],
    ['source and time', ['来源：云岭县政府网|时间：2022-10-11']],
    ['time and source', ['时间：2022-10-11 09:30 来源：云岭县政府网 浏览次数：120']],
    ['source, author, editor', ['信息来源：县水务局 作者：某某 责任编辑：某某']],
  ])('%s', (_, block) => {
    expect(left(block)).toBe('');
  });

  it.each<[string, string[]]>([
    ['a bracketed label with its value in the same line', ['[ 发文日期 ] 2022-10-10']],
    ['a source line that begins with the date', ['2022-10-11 09:30 来源：云岭县政府网 浏览次数：120']],
    ['a source without a colon', ['来源 | 2022-10-11']],
    ['cells of a table without colons', ['索引号', '00-12', '发布机构', '云岭县水务局', '发文日期', '2022-10-10']],
  ])('in looser shapes too: %s', (_, block) => {
    expect(left(block)).toBe('');
  });

  // Values have to go as metadata, not as navigation: the document's facts are read from them.
  it.each<[string, string[]]>([
    ['lines and brackets', ['索引号：00-12', '[ 发布机构 ]', '云岭县水务局']],
    [
      'cells of a table, label and value by turns',
      ['索引号：', '00-12', '发文机关：', '云岭县水务局', '成文日期：', '2022-10-10'],
    ],
  ])('and are known for what they are: %s', (_, above) => {
    expect(changes(pageFurniture, page(above))).toEqual(above.map((line) => `metadata:${line}`));
  });
});

describe('navigation goes', () => {
  it.each([
    ['您当前所在的位置：首页 > 政务公开 > 规划计划'],
    ['当前位置：首页>>政务公开>>正文'],
    ['首页 > 信息公开 > 规划'],
    ['首页'],
    ['云岭县人民政府 >首页>政务公开'],
    ['政务公开 > 规划计划 > 正文'],
    ['网站首页'],
    ['登录'],
  ])('above: %s', (line) => {
    expect(left([line])).toBe('');
  });

  it.each([
    ['上一篇：云岭县2021年工作总结'],
    ['下一篇：没有了'],
    ['上一条：某某'],
    ['相关阅读'],
    ['相关链接：'],
    ['延伸阅读'],
  ])('below: %s', (line) => {
    expect(left([], [line])).toBe('');
  });

  it('takes links above and below the document, whatever they say', () => {
    const text = page(['水务要闻'], ['某县召开会议']);
    const linked = (words: string): Mark => {
      const start = text.indexOf(words);
      return { kind: 'link', start, end: start + words.length };
    };
    expect(after(pageFurniture, text, [linked('水务要闻'), linked('某县召开会议')])).toBe(page([]));
    expect(after(pageFurniture, text)).toBe(text);
  });

  it('leaves links inside the document', () => {
    const text = page([]);
    const start = text.indexOf('一、总体要求');
    expect(after(pageFurniture, text, [{ kind: 'link', start, end: start + 6 }])).toBe(text);
  });
});

describe('widgets and footers go', () => {
  it.each([
    ['字号：大 中 小'],
    ['【字体：大 中 小】'],
    ['【打印本页】'],
    ['打印'],
    ['关闭窗口'],
    ['我要纠错'],
    ['分享到：'],
    ['扫一扫在手机打开当前页'],
    ['返回顶部'],
    ['无障碍'],
  ])('a widget: %s', (line) => {
    expect(left([line])).toBe('');
    expect(left([], [line])).toBe('');
  });

  it.each([
    ['版权所有：云岭县人民政府'],
    ['主办：云岭县人民政府 承办：县政府办公室'],
    ['ICP备12345678号-1'],
    ['网站标识码：5200000001'],
    ['公网安备 52000000000001号'],
    ['技术支持：某某公司'],
    ['Copyright © 2022 All Rights Reserved'],
    ['建议使用1024*768分辨率浏览本站'],
    ['网站地图'],
    ['关于我们|网站声明|友情链接'],
  ])('a footer: %s', (line) => {
    expect(left([], [line])).toBe('');
  });

  it('leaves what looks like a footer inside the document', () => {
    const plan = [...PLAN.slice(0, 3), '主办：云岭县水务局', '地址：城关镇', ...PLAN.slice(3)];
    expect(after(pageFurniture, page([], [], plan))).toBe(page([], [], plan));
  });
});

describe('a title that the page repeats above the document goes', () => {
  it.each<[string, string[]]>([
    ['as it is', [PLAN[0] ?? '']],
    ['with quotes or brackets', ['《云岭县农村供水三年行动方案》']],
  ])('%s', (_, above) => {
    expect(left(above)).toBe('');
  });

  it('also where the document sets it in two lines', () => {
    const plan = ['云岭县农村供水', '三年行动方案', ...PLAN.slice(1)];
    expect(after(pageFurniture, page(['云岭县农村供水三年行动方案'], [], plan))).toBe(page([], [], plan));
  });
});

describe('what the issuer wrote stays', () => {
  it.each<[string, string[]]>([
    ['a plan alone', []],
    ['copies and print notes', ['抄送：县委办公室,县人大常委会办公室。', '云岭县人民政府办公室 2022年10月12日印发']],
    ['a release note', ['(此件公开发布)']],
    ['an annex', ['附件：任务分工表', '附件1', '任务分工表', '1.建设水厂2座,改造管网320公里。']],
    ['dashes and comparisons in cells', ['表1 主要指标', '指标', '2020年', '2025年', '普及率（%）', '—', '>98.5', '-']],
    ['words that open like labels', ['来源地管理要加强,名称要规范。', '时间紧、任务重,各乡镇要抓紧落实。']],
    [
      'words that open like controls',
      ['中小学供水设施优先改造。', '打印机、投影仪等设备按标准配备。', '下载量逐年提高。'],
    ],
  ])('%s', (_, below) => {
    expect(left([], below)).toBe(below.map((line) => `${line}\n`).join(''));
  });

  it.each<[string, string[]]>([
    ['sizes in cells', ['表1 企业分类表', '类型', '大', '中', '小']],
    ['a column of places', ['序号', '项目名称', '位置', '1', '甲水厂', '城关镇']],
    ['a sentence about a place', ['位置图见附件2。', '位置优越、水量充足的水源优先利用。']],
    ['a short sentence about sharing', ['分享经验,推广典型做法。']],
    ['a row of media', ['微信公众平台']],
    ['facts of an event inside the document', ['时间：2023年3月至6月', '名称：云岭县节水周', '来源：县财政预算']],
  ])('also %s', (_, inside) => {
    const plan = [...PLAN.slice(0, 4), ...inside, '二、保障措施', '加强组织领导。', ...PLAN.slice(4)];
    expect(after(pageFurniture, page([], [], plan))).toBe(page([], [], plan));
  });

  it('also tasks that are named like the columns of a site', () => {
    const rows = ['序号', '任务', '单位', '1', '政务服务', '县政务局', '2', '信息公开', '县政府办'];
    const plan = [...PLAN.slice(0, 4), ...rows, '二、保障措施', '加强组织领导。', ...PLAN.slice(4)];
    expect(after(pageFurniture, page([], [], plan))).toBe(page([], [], plan));
  });

  it.each([['主办单位：县教育局'], ['联系电话：0999-1234567']])('also the issuer’s own last line: %s', (line) => {
    const plan = [...PLAN.slice(0, 4), line];
    expect(after(pageFurniture, page([], [], plan))).toBe(page([], [], plan));
  });
});

it('a text in which nothing tells where the document begins is kept', () => {
  const text = '云岭县供水计划\n上一篇：某某\n普及率达到95%\n合格率达到90%\n';
  expect(after(pageFurniture, text)).toBe('云岭县供水计划\n普及率达到95%\n合格率达到90%\n');
});
