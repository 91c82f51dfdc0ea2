// Prints how the time to read a plan grows with its size, for inputs that tempt a program into more than linear time:
// headings, nested tables, one line without end, empty lines, rows and flattened cells by the ten thousand.
// Usage: node bench/structure.mjs [part of a case's name] [--sizes 1,2,4,8] [--check]   (needs dist/)
//   --check: exit 1 where a doubling takes more than WORST times as long, or where a count is not what it must be
// A ratio is told where the shorter time is long enough to be measured; 2 is linear.
import { cpuUsage } from 'node:process';
import { parse } from '../dist/index.js';

const WORST = 2.6;
/** Shorter times, in ms, say nothing about growth. */
const FLOOR = 60;
/** What took longer than this, in ms, is not doubled again. */
const ENOUGH = 60_000;

const NUMERALS = '一二三四五六七八九';
const numeral = (n) =>
  n < 10
    ? NUMERALS[n - 1]
    : `${n < 20 ? '' : NUMERALS[Math.floor(n / 10) - 1]}十${n % 10 ? NUMERALS[(n % 10) - 1] : ''}`;
const lines = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('\n');
/** `count` characters of a piece over and over; every piece may name its number. */
const pieces = (count, piece) => {
  const made = [];
  for (let i = 0, length = 0; length < count; i++)
    length += made[made.push(typeof piece === 'string' ? piece : piece(i)) - 1].length;
  return made.join('');
};
const plan = (body) =>
  `云岭县农村供水三年行动方案\n一、总体要求\n结合我县实际,制定本方案。\n${body}\n九、附则\n到2025年,普及率达到95%。(县水务局负责)\n`;
const page = (body) =>
  `<html><body><p>云岭县农村供水三年行动方案</p>${body}<p>到2025年,普及率达到95%。</p></body></html>`;

/** Eight characters of prose, for every number others: nothing in a text is to be taken for a copy. */
const WORDS =
  '推进农村供水工程建设健全运行管护机制完善水质监测体系加强水源保护提升应急保障能力落实地方政府主体统筹城乡一体发展深化水价综合改革'.match(
    /../g,
  );
const words = (i) => {
  let rest = (i * 500_009) % WORDS.length ** 4;
  return Array.from({ length: 4 }, () => {
    const word = WORDS[rest % WORDS.length];
    rest = Math.floor(rest / WORDS.length);
    return word;
  }).join('');
};

/** Name, what it is made of for a size of 1, and for what is certain to be found how many there must be. */
const CASES = [
  [
    '10,000 headings, chapters and sections',
    10_000,
    (n) =>
      plan(
        lines(n, (i) => (i % 10 ? `(${numeral(i % 10)})${words(i)}` : `${numeral(((i / 10) % 90) + 1)}、${words(i)}`)),
      ),
  ],
  [
    '10,000 headings, five levels with text',
    2_000,
    (n) =>
      plan(
        lines(
          n,
          (i) =>
            `第${numeral((i % 90) + 1)}章 ${words(i)}\n一、${words(i + 1)}\n(一)${words(i + 2)}\n1.${words(i + 3)}\n(1)${words(i + 4)}。到2025年,达到${i % 90}%。(县水务局负责)`,
        ),
      ),
  ],
  ['10,000 headings of one number', 10_000, (n) => plan(lines(n, (i) => `一、${words(i)}`))],
  ['10,000 articles', 10_000, (n) => plan(lines(n, (i) => `第${i + 1}条 ${words(i)}应当符合规定。`))],
  ['10,000 annexes', 10_000, (n) => plan(lines(n, (i) => `附件${i + 1}\n${words(i)}清单`))],
  ['10,000 boxes', 10_000, (n) => plan(lines(n, (i) => `专栏${i + 1} ${words(i)}\n1.${words(i + 1)}。`))],
  [
    '10,000 entries of contents',
    10_000,
    (n) => plan(`目录\n${lines(n, (i) => `${numeral((i % 90) + 1)}、${words(i)}……${i + 1}`)}\n正文`),
  ],
  [
    '10,000 lines of items',
    10_000,
    (n) => plan(lines(n, (i) => `一是${words(i)};二是${words(i + 1)};三是${words(i + 2)}。`)),
  ],
  [
    '10,000 numbered lines in a paragraph each',
    10_000,
    (n) => plan(lines(n, (i) => `①${words(i)};②${words(i + 1)}。——${words(i + 2)}`)),
  ],
  [
    '10,000 lines of targets',
    10_000,
    (n) =>
      plan(
        lines(
          n,
          (i) =>
            `到20${25 + (i % 5)}年,${words(i)}率达到${i % 90}%以上,新建${words(i + 1)}站${i}座。(牵头单位:县水务局;责任单位:县财政局)`,
        ),
      ),
  ],
  [
    '100 levels of tables',
    100,
    (n) => page(`${'<table><tr><td>甲</td><td>'.repeat(n)}乙${'</td></tr></table>'.repeat(n)}`),
  ],
  ['100 levels of tables, not closed', 100, (n) => page('<table><tr><td>甲</td><td>'.repeat(n))],
  ['10,000 levels of blocks', 10_000, (n) => page(`${'<div>'.repeat(n)}甲${'</div>'.repeat(n)}`)],
  [
    '10,000 rows of an HTML table',
    10_000,
    (n) =>
      page(
        `<table><tr><td>指标</td><td>单位</td><td>2025年</td></tr>${lines(n, (i) => `<tr><td>${words(i)}率</td><td>%</td><td>${i % 90}</td></tr>`)}</table>`,
      ),
  ],
  [
    '10,000 rows of projects in HTML',
    10_000,
    (n) =>
      page(
        `<table><tr><td>序号</td><td>项目名称</td><td>建设规模</td><td>完成时限</td><td>责任单位</td></tr>${lines(n, (i) => `<tr><td>${i + 1}</td><td>${words(i)}工程</td><td>${i}公里</td><td>2024年</td><td>县水务局</td></tr>`)}</table>`,
      ),
  ],
  [
    '2,000 HTML tables',
    2_000,
    (n) =>
      page(
        lines(
          n,
          (i) =>
            `<p>${words(i)}。</p><table><tr><td>指标</td><td>2025年</td></tr><tr><td>${words(i)}率</td><td>${i % 90}</td></tr></table>`,
        ),
      ),
  ],
  [
    '20,000 flattened cells',
    20_000,
    (n) =>
      plan(
        `表1 主要指标\n指标\n单位\n2020年\n2025年\n属性\n${lines(n / 5, (i) => `${words(i)}率\n%\n${i % 90}\n${(i % 90) + 5}\n预期性`)}`,
      ),
  ],
  [
    '20,000 flattened cells with numbers',
    20_000,
    (n) =>
      plan(
        `表1 重点项目\n序号\n项目名称\n建设内容\n责任单位\n${lines(n / 4, (i) => `${i + 1}\n${words(i)}工程\n新建${words(i + 1)}站${i}座\n县水务局`)}`,
      ),
  ],
  [
    '2,000 flattened tables',
    2_000,
    (n) => plan(lines(n, (i) => `表${i + 1} ${words(i)}指标\n指标\n单位\n2025年\n${words(i)}率\n%\n${i % 90}`)),
  ],
  ['20,000 names of columns', 20_000, (n) => plan(lines(n, (i) => ['指标', '单位', '2025年', '属性'][i % 4]))],
  ['10,000 lines drawn with blanks', 10_000, (n) => plan(lines(n, (i) => `${words(i)}率    %    ${i % 90}    预期性`))],
  ['10,000 lines drawn with boxes', 10_000, (n) => plan(lines(n, (i) => `│${words(i)}率│%│${i % 90}│`))],
  ['125,000 empty lines', 125_000, (n) => plan('\n'.repeat(n))],
  ['125,000 empty lines of blanks', 125_000, (n) => plan(' \n'.repeat(n))],
  ['125,000 lines of one character', 125_000, (n) => plan('甲\n'.repeat(n))],
  ['a line of prose with commas', 200_000, (n) => plan(pieces(n, (i) => `${words(i)},`))],
  ['a line of prose with stops', 200_000, (n) => plan(pieces(n, (i) => `${words(i)}。`))],
  ['a line of prose without marks', 200_000, (n) => plan(pieces(n, words))],
  ['a line of prose joined by and', 200_000, (n) => plan(pieces(n, (i) => `${words(i)}、${words(i + 1)}和`))],
  ['a line of digits', 200_000, (n) => plan('1234567890'.repeat(n / 10))],
  ['a line of numbers', 200_000, (n) => plan(pieces(n, (i) => `${i}个`))],
  ['a line of targets with commas', 200_000, (n) => plan(pieces(n, (i) => `${words(i)}率达到${i % 90}%,`))],
  ['a line of targets with stops', 200_000, (n) => plan(pieces(n, (i) => `到2025年,${words(i)}率达到${i % 90}%。`))],
  ['a line of targets joined', 200_000, (n) => plan(pieces(n, (i) => `${words(i)}${i}个、`))],
  ['a line of years', 200_000, (n) => plan(pieces(n, (i) => `20${21 + (i % 9)}年`))],
  ['a line of years with commas', 200_000, (n) => plan(pieces(n, (i) => `到20${21 + (i % 9)}年,`))],
  [
    'a line of years, then values',
    200_000,
    (n) => plan(`${pieces(n / 2, (i) => `20${21 + (i % 9)}年、`)}达到${pieces(n / 2, (i) => `${i % 90}%、`)}`),
  ],
  ['a line of open brackets', 200_000, (n) => plan('('.repeat(n))],
  ['a line of brackets that cross', 200_000, (n) => plan('('.repeat(n / 2) + '》'.repeat(n / 2))],
  ['a line of brackets', 200_000, (n) => plan(pieces(n, (i) => `(${words(i)})`))],
  ['a line of offices in brackets', 200_000, (n) => plan(pieces(n, (i) => `${words(i)}(县水务局负责)。`))],
  ['a line of offices', 200_000, (n) => plan(`(责任单位:${pieces(n, '县水务局、')}县财政局)`)],
  ['a line of offices with commas', 200_000, (n) => plan(`${pieces(n, '县水务局,')}负责`)],
  ['a line of 一是, 二是', 200_000, (n) => plan(pieces(n, (i) => `${NUMERALS[i % 9]}是${words(i)};`))],
  [
    'a line of 一是, 二是 with targets',
    200_000,
    (n) => plan(pieces(n, (i) => `${NUMERALS[i % 9]}是到2025年,${words(i)}率达到${i % 90}%;`)),
  ],
  ['a line of ①②', 200_000, (n) => plan(pieces(n, (i) => `${'①②③④⑤⑥⑦⑧⑨'[i % 9]}${words(i)};`))],
  ['a line of (1)(2)', 200_000, (n) => plan(pieces(n, (i) => `(${(i % 20) + 1})${words(i)};`))],
  ['a line of 第一, 第二', 200_000, (n) => plan(pieces(n, (i) => `第${numeral((i % 20) + 1)},${words(i)};`))],
  ['a line of dashes', 200_000, (n) => plan(pieces(n, (i) => `——${words(i)}。`))],
  ['a line of titles', 200_000, (n) => plan(pieces(n, (i) => `《${words(i)}》`))],
  ['a line of quotes', 200_000, (n) => plan(pieces(n, (i) => `“${words(i)}”`))],
  ['a line of blanks', 200_000, (n) => plan(`甲${' '.repeat(n)}乙`)],
];

/** The time of the processor in ms for reading a text, whatever else the machine does, and the document. */
async function read(text) {
  const bytes = new TextEncoder().encode(text);
  globalThis.gc?.();
  const start = cpuUsage();
  const { document } = await parse(bytes);
  const { user, system } = cpuUsage(start);
  return { ms: (user + system) / 1000, document };
}

const args = process.argv.slice(2);
const sizesAt = args.indexOf('--sizes');
const sizes = (sizesAt < 0 ? '1,2,4,8' : args[sizesAt + 1]).split(',').map(Number);
const wanted = args.find((argument, i) => !argument.startsWith('--') && (sizesAt < 0 || i !== sizesAt + 1)) ?? '';
let steep = 0;
console.log(
  `node ${process.version}; ms for ${sizes.map((size) => `×${size}`).join(', ')}; how much longer each doubling takes`,
);
await read(plan(lines(2000, (i) => `(一)${words(i)}。到2025年,达到${i % 90}%。(县水务局负责)`)));
for (const [name, count, make] of CASES) {
  if (!name.includes(wanted)) continue;
  const times = [];
  const found = [];
  for (const size of sizes) {
    if ((times.at(-1) ?? 0) > ENOUGH) break;
    try {
      const { ms, document } = await read(make(count * size));
      times.push(ms);
      found.push(
        `${document.sections.length}s ${document.tables.length}tb ${document.targets.length}t ${document.deadlines.length}d ${document.responsibilities.length}r`,
      );
    } catch (error) {
      found.push(error instanceof Error ? `${error.name}: ${error.message.slice(0, 60)}` : String(error));
      break;
    }
  }
  const growth = times.slice(1).map((ms, i) => {
    const doublings = Math.log2(sizes[i + 1] / sizes[i]);
    return times[i] < FLOOR ? null : (ms / times[i]) ** (1 / doublings);
  });
  const over = growth.some((ratio) => ratio !== null && ratio > WORST) || times.length < sizes.length;
  if (over) steep++;
  console.log(
    `${over ? '!' : ' '} ${name.padEnd(44)} ${times.map((ms) => ms.toFixed(0).padStart(7)).join('')}   ${growth.map((ratio) => (ratio === null ? '·' : ratio.toFixed(1)).padStart(4)).join('')}   ${found.at(-1)}`,
  );
}
if (steep > 0) console.log(`${steep} grow faster than ${WORST} a doubling`);
if (steep > 0 && args.includes('--check')) process.exitCode = 1;
