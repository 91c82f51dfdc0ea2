// Pages and texts that nobody writes unless to do harm, or whose template has run away. Each function takes the choices of
// `chance` in bench/mutants.mjs and gives the ending of a name, and bytes.

const many = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join('');
const html = (body) => ({
  ending: 'html',
  bytes: Buffer.from(
    `<html><head><meta charset="utf-8"><title>云岭县规划</title></head><body><p>云岭县农村供水三年行动方案</p><p>一、任务</p>${body}<p>到2025年，普及率达到95%。（县水务局负责）</p></body></html>`,
  ),
});
const text = (body) => ({
  ending: 'txt',
  bytes: Buffer.from(`云岭县农村供水三年行动方案\n一、任务\n${body}\n到2025年，普及率达到95%。（县水务局负责）\n`),
});

/** Characters that a body has in most cases, and in few. */
const length = (dice) => (dice.maybe(0.03) ? dice.size(30_000, 300_000) : dice.size(20, 20_000));

const TAGS =
  'div span p b i a font center table tr td th tbody thead caption ul ol li dl dt dd h1 h2 h3 form select option textarea title head body html frameset iframe noscript template svg math pre blockquote script style xmp plaintext o:p v:shape ruby rt sup sub br hr img input'.split(
    ' ',
  );

function nesting(dice) {
  const tags = Array.from({ length: 1 + dice.int(3) }, () => dice.pick(TAGS));
  const depth = Math.ceil(length(dice) / 12);
  const close = dice.maybe(0.5) ? many(depth, (i) => `</${tags[(depth - 1 - i) % tags.length]}>`) : '';
  return html(many(depth, (i) => `<${tags[i % tags.length]}>`) + '云岭县。'.repeat(dice.int(3)) + close);
}

function tagSoup(dice) {
  const pieces = [
    () => `<${dice.pick(TAGS)}>`,
    () => `</${dice.pick(TAGS)}>`,
    () => `<${dice.pick(TAGS)} class="a" style='display:none'>`,
    () => dice.pick(WORDS),
    () =>
      dice.pick([
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<!DOCTYPE html>',
        '<?xml version="1.0"?>',
        '<',
        '>',
        '"',
        '&',
        '</',
        '<!',
      ]),
    () =>
      dice.pick([
        '&#0;',
        '&#x110000;',
        '&#xd800;',
        '&#99999999999;',
        '&nbsp',
        '&amp;amp;',
        '&unknown;',
        '&#x;',
        '&lt;p&gt;',
      ]),
  ];
  const most = length(dice);
  let body = '';
  while (body.length < most) body += dice.pick(pieces)();
  return html(body);
}

function attributes(dice) {
  const count = length(dice);
  const kinds = [
    () => `<p ${many(count / 8, (i) => `a${i}="1" `)}>甲</p>`,
    () => `<p style="${'x:y;'.repeat(count / 4)}">甲</p>`,
    () => `<p title="${'县'.repeat(count)}>甲</p>`,
    () => `<a href="data:text/html;base64,${'QUFB'.repeat(count / 4)}">甲</a>`,
    () => `<img alt='${'<p>'.repeat(count / 3)}'>甲`,
    () => `<p ${'='.repeat(count)} ${'"'.repeat(count)}>甲</p>`,
    () => `<meta charset="${'utf-8 '.repeat(count / 6)}"><p>甲</p>`,
    () => `<p class="${many(count / 6, (i) => `c${i} `)}">甲</p>`.repeat(2),
  ];
  return html(dice.pick(kinds)());
}

const SPANS = [
  '',
  '',
  '',
  ' colspan=2',
  ' rowspan=3',
  ' colspan="1000"',
  ' rowspan=65534',
  ' colspan=99999999999',
  ' colspan=-1',
  ' rowspan=0',
  ' colspan=a',
];

/** Tables with a head that is understood and cells that reach over others and the table's edges. */
function tables(dice) {
  const most = length(dice);
  const cell = () => `<td${dice.pick(SPANS)}>${dice.pick(WORDS)}`;
  const row = () => `<tr>${many(dice.int(dice.maybe(0.1) ? 60 : 8), cell)}`;
  let body = '';
  while (body.length < most) {
    const inner = dice.maybe(0.1) ? `<tr><td><table>${many(3, row)}</table>` : '';
    const head = dice.pick(['<tr><th>指标<th>单位<th>2025年', '<tr><td>序号<td>任务<td>责任单位<td>完成时限', '']);
    body += `<table>${head}${many(dice.size(1, 60), row)}${inner}${dice.maybe(0.8) ? '</table>' : ''}`;
  }
  return html(body);
}

/** What patterns begin with, end with or look for. */
const WORDS =
  `一 ( （ ) ） 1 、 年 达到 “ ” ? 。 ， 《 》 〔 〕 【 】 2025年 2025年、 2021- 1. 1, 12,345, 95% 95%、 1: 一所 万 亿 百分之 第 第二、 每 每年 6月 6月底前 3-5 5:8 93%、 今年 “十四五” 到 至 以上 不低于 左右 ` +
  `提高到 到2025年达到95% 由5个增至8个、 每5所 (5个) 其中 规划 共同 分别 较 比 稳定在 力争 确保 推动 占 的 和 及 与 县教育局 各市、 县、 负责, (县教育局负责) 责任单位: 牵头单位:甲; 等 一是 二是 关于 通知 ` +
  `索引号： 来源： | > 首页> ?！ 規劃 發展 著 a 0.00001 -5 +5 1e9 ½ ① ㈠ 〇 零 廿 卅 ． １ Ⅳ % ‰ ℃ ㎡ 公里/小时 所/万人 \t \u3000 \u200b \ufffd 。) () 同上 〃 — …… · 甲 乙 云岭县 水务局 完成时限： 附件1 附件： 专栏1 表1 注： 指标 单位 属性 预期性 约束性 第一章 第一条 （一） 1） a. # ## - * > \`\`\` |---| ┌ ─ ┬ │ └ ┘`.split(
    ' ',
  );

/** Sentences out of words that patterns look for, in any order. */
function wordSoup(dice) {
  const most = length(dice) / 2;
  const few = dice.maybe(0.4) ? Array.from({ length: 2 + dice.int(5) }, () => dice.pick(WORDS)) : WORDS;
  let body = '';
  while (body.length < most) body += dice.maybe(0.08) ? '\n' : dice.pick(few);
  return text(body);
}

function hugeLine(dice) {
  const words = Array.from({ length: 1 + dice.int(3) }, () => dice.pick(WORDS)).join('');
  const end = dice.pick(['', '。', '终止甲乙丙丁', '）', '负责']);
  return text(words.repeat(Math.ceil(length(dice) / words.length)) + end);
}

function numbers(dice) {
  const digits = dice.pick([
    '0123456789',
    '０１２３４５',
    '一二三四五六七八九十',
    '〇零百千万亿',
    '壹贰叁肆',
    '1,',
    '1.',
    '1-',
    '1/',
    '1:',
    '1年',
    '1%',
    '1e',
    '-1',
    '①②③',
  ]);
  const most = length(dice);
  const kinds = [
    () => digits.repeat(most / digits.length),
    () =>
      many(
        most / 10,
        () => `${dice.int(10 ** dice.int(16))}${dice.pick(['', '%', '个', '年', '、', '万亩', '-', ' '])}`,
      ),
    () => `普及率达到${digits.repeat(most / digits.length)}%。`,
    () => many(most / 20, () => `到${dice.int(99_999)}年达到${dice.int(1e9)}${dice.pick(['%', '个', '亿元'])}，`),
    () => many(most / 10, () => `${dice.int(3000)}年${dice.int(99)}月${dice.int(99)}日`),
  ];
  return text(dice.pick(kinds)());
}

function brackets(dice) {
  const signs = [...'()（）[]【】{}｛｝〔〕《》〈〉“”‘’"\'「」『』<>'];
  const some = dice.maybe(0.5) ? Array.from({ length: 2 }, () => dice.pick(signs)) : signs;
  const most = length(dice);
  const half = Math.floor(most / 2);
  const kinds = [
    () => many(most, () => dice.pick(some)),
    () => `${'（'.repeat(half)}县水务局负责${'）'.repeat(half)}`,
    () => many(half / 2, () => dice.pick(some) + dice.pick(WORDS)),
    () => '(县水务局负责)'.repeat(half / 4),
  ];
  return text(dice.pick(kinds)());
}

const MARKERS = [
  ...[
    '一、',
    '二、',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '1、',
    '(1)',
    '①',
    '第一章 ',
    '第一条 ',
    '第一节 ',
    '一是',
    'a.',
    'A、',
    'I.',
    '1.1 ',
    '1.1.1 ',
  ],
  ...['附件1', '专栏1 ', '# ', '## ', '- ', '* ', '□', '●', '表1 ', '九十九、', '第九百章 ', '99.', '1.1.1.1.1.1.1.1 '],
];

/** Headings in any order, and long lists of one. */
function headings(dice) {
  const few = dice.maybe(0.3) ? [dice.pick(MARKERS)] : MARKERS;
  const line = () => `${dice.pick(few)}${many(dice.int(4), () => dice.pick(WORDS))}\n`;
  return text(many(length(dice) / 8, line));
}

const CELLS = ['甲', '95%', '2025年', '指标', '单位', '', '县水务局', '─', '│', '|', '  ', '预期性', '1'];

/** Tables out of signs and blanks, lines that do not fit each other. */
function drawnTables(dice) {
  const separator = dice.pick(['|', '│', '\t', '    ', ' | ', '┃', '¦', ',']);
  const rule = dice.pick(['|---|---|', '├──┼──┤', '┌──┬──┐', '└──┴──┘', '-----', '=====', '+---+---+', '']);
  const row = () => many(dice.int(dice.maybe(0.05) ? 200 : 7), () => `${dice.pick(CELLS)}${separator}`);
  return text(many(length(dice) / 20, () => `${dice.maybe(0.3) ? rule : row()}\n`));
}

export const PAGES = [
  ['HTML nested deeply', 4, nesting],
  ['HTML of any tags', 6, tagSoup],
  ['HTML of giant attributes', 3, attributes],
  ['HTML tables with spans', 6, tables],
  ['words of patterns', 8, wordSoup],
  ['huge lines', 5, hugeLine],
  ['numbers without end', 5, numbers],
  ['brackets', 4, brackets],
  ['headings', 4, headings],
  ['drawn tables', 5, drawnTables],
];
