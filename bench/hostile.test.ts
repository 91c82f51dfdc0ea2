import { describe, expect, it } from 'vitest';
import { blankRuns } from '../src/clean/blank-runs.js';
import { blanks } from '../src/clean/blanks.js';
import { byteShift } from '../src/clean/byte-shift.js';
import { loadConverter } from '../src/clean/converter.js';
import { duplicates } from '../src/clean/duplicates.js';
import { entities, loadEntities } from '../src/clean/entities.js';
import { escapes } from '../src/clean/escapes.js';
import { pageFurniture } from '../src/clean/furniture.js';
import { lineEnds } from '../src/clean/line-ends.js';
import { accents, bullets, radicals } from '../src/clean/look-alikes.js';
import { markup } from '../src/clean/markup.js';
import { mojibake } from '../src/clean/mojibake.js';
import { pinyinResidue } from '../src/clean/pinyin.js';
import { loadProse } from '../src/clean/prose-model.js';
import { simplify } from '../src/clean/simplify.js';
import { spam } from '../src/clean/spam.js';
import { unwrap } from '../src/clean/unwrap.js';
import { widths } from '../src/clean/widths.js';
import type { Stage } from '../src/core/draft.js';
import { clausesOf } from '../src/extract/clauses.js';
import { fold } from '../src/extract/fold.js';
import { nameOf, outputVerbAt } from '../src/extract/phrase.js';
import { labelledStatement } from '../src/extract/responsibility/labels.js';
import { namesOf } from '../src/extract/responsibility/names.js';
import { verbStatement } from '../src/extract/responsibility/verbs.js';
import { splitNames } from '../src/extract/split-names.js';
import { findQuantities } from '../src/extract/tokens/quantities.js';
import { findTimes } from '../src/extract/tokens/times.js';
import { InputError, parse } from '../src/index.js';
import { structureOf } from '../src/structure/index.js';

/*
 * Time must grow with the length of the input, not with its square, whatever stands in it. Every function is given long
 * lines of one word over and over; four times the length may take about four times as long. A square would take sixteen
 * times, so the line is drawn at ten, and only where the time is worth a thought at all.
 */
const LONGEST = 102_400;
/** What is faster than this at the full length is fast enough, whatever its curve; in ms. */
const FLOOR = 250;
const STEEPEST = 10;
/** A step that takes longer than this ends the climb. */
const ENOUGH = 200;
/** So many slow inputs are told; more say nothing new. */
const TOLD = 2;

const toSimplified = await loadConverter();
const prose = await loadProse();
const decodeEntity = await loadEntities();

type Work = (text: string) => unknown;
/** A name, and the text of a length. */
type Input = readonly [string, (length: number) => string];

async function timed(work: Work, text: string): Promise<number> {
  const from = performance.now();
  await work(text);
  return performance.now() - from;
}

async function best(work: Work, text: string): Promise<number> {
  const times: number[] = [];
  // Long runs are steady enough to be measured once.
  for (let i = 0; i < 3 && (times[0] ?? 0) < 2 * ENOUGH; i++) times.push(await timed(work, text));
  return Math.min(...times);
}

/** Says how the time grows where it grows too fast. */
async function slowness(work: Work, make: (length: number) => string): Promise<string | undefined> {
  // In small steps first: what doubles with every word would never come back from a large one.
  for (let length = 4; length < 100; length += 4) {
    const time = await timed(work, make(length));
    if (time > ENOUGH) return `${Math.round(time)} ms for ${length} characters`;
  }
  for (let length = 400; length <= LONGEST; length *= 4) {
    const time = await timed(work, make(length));
    if (time < (length < LONGEST ? ENOUGH : FLOOR)) continue;
    const [short, long] = [await best(work, make(length / 4)), await best(work, make(length))];
    if (long < FLOOR || long < STEEPEST * short) return undefined;
    return `${Math.round(short)} → ${Math.round(long)} ms for ${length / 4} → ${length} characters`;
  }
  return undefined;
}

/** Words that patterns begin with, alone and by turns. */
const WORDS =
  '一 ( （ 1 、 年 达到 “ ? 。 ， 《 》 〔 2025年 2025年、 2021- 1. 1, 12,345, 95% 95%、 1: 一所 万 亿 百分之 第 第二、 每 每年 6月 3-5 5:8 5-8个 93%、 2025年、2030年、 今年 6月底前、 “十四五” 到 至 以上 不低于 ' +
  '、提高到 ，到2025年达到95% 由5个增至8个、 每5所 (5个) 其中 规划 共同 分别 较 比 稳定在 力争 确保 推动 占 的 和 及 与 县教育局 各市、 、县 甲, 负责, (负责 (县教育局负责) 责任单位: 牵头单位:甲; 等 一是 关于 通知 三是 ' +
  '索引号： 来源： | 县| > 首页> ?！ ?R 規(guī) (guī 發() 務 著 a \u200b \ufffd 。) () (》 ([ “》 字、 ' +
  '& &amp; &nbsp; &# &a <p <a <!--[if_a]> \\u5168 %E5 %E5%85%A8 \\n 鍏 鍏ㄩ潰 鍏? 浣1 å… å…¨ Ã È È« テ １ １． ⽅ u\u0304 锟斤拷';
const TAIL = '终止甲乙丙丁戊己庚辛壬癸';

const repeated = (word: string) => (length: number) => word.repeat(Math.ceil(length / word.length)).slice(0, length);

/** Lines of one word, and the same with an end that fits no pattern, so that what is looked for at the end is not there. */
const LINES = WORDS.split(' ').flatMap((word): Input[] => [
  [word, repeated(word)],
  [`字${word}…${TAIL}`, (length) => `字${repeated(word)(length)}${TAIL}`],
]);
/** Many short lines instead of a long one. */
const PAGES = [
  '\n',
  '一、\n',
  '一、甲乙\n',
  '1.甲\n',
  '(一)甲\n',
  '附件1\n',
  '专栏1\n',
  '指标\n',
  '序号\n',
  '指标\n单位\n属性\n',
  '指标\n单位\n属性\n甲\n',
  '12\n',
  '来源：甲\n',
  '关于甲\n',
  '的通知\n',
  '甲，\n',
  '甲 乙\n',
  '??\n',
].map((word): Input => [JSON.stringify(word), repeated(word)]);
/** Lines that all differ, above the first sentence of a document. */
const titles = (length: number): string =>
  `${Array.from({ length: length / 16 }, (_, i) => `关于第${i}号工程的实施方案`).join('\n')}\n${'为推进工作，结合实际，制定本方案。'.repeat(4)}\n`;
/** A document over and over, with small differences. */
const copies = (length: number): string =>
  Array.from(
    { length: length / 40 },
    (_, i) => `第${i % (length / 80)}项工作由县水务局牵头，各乡镇配合，按期完成并报告进展情况。`,
  ).join('\n');

/** The time of `work` grows with the length of every input. */
function linear(name: string, work: Work, inputs: readonly Input[]): void {
  it(name, { timeout: 300_000 }, async () => {
    expect(await slowOnes(work, inputs)).toEqual([]);
  });
}

async function slowOnes(work: Work, inputs: readonly Input[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, make] of inputs) {
    const slow = await slowness(work, make);
    if (slow) found.push(`${name}: ${slow}`);
    if (found.length === TOLD) break;
  }
  return found;
}

const stage =
  ({ edits }: Stage): Work =>
  (text) =>
    edits({ text, marks: [] });

describe('stages of the cleaning', () => {
  const inputs = [...LINES, ...PAGES, ['titles', titles] as const, ['copies', copies] as const];
  linear('escapes', stage(escapes), inputs);
  linear('entities', stage(entities(decodeEntity)), inputs);
  linear('markup', stage(markup), inputs);
  linear('line ends', stage(lineEnds), inputs);
  linear('mojibake', stage(mojibake), inputs);
  linear('accents', stage(accents), inputs);
  linear('bullets', stage(bullets), inputs);
  linear('radicals', stage(radicals), inputs);
  linear('widths', stage(widths), inputs);
  linear('blank runs', stage(blankRuns), inputs);
  linear('blanks', stage(blanks), inputs);
  linear('pinyin', stage(pinyinResidue), inputs);
  linear('byte shift', stage(byteShift(prose, toSimplified)), inputs);
  linear('simplify', stage(simplify(toSimplified)), inputs);
  linear('spam', stage(spam), inputs);
  linear('page furniture', stage(pageFurniture), inputs);
  linear('duplicates', stage(duplicates), inputs);
  linear('unwrap', stage(unwrap), inputs);
});

describe('what reads a line', () => {
  linear('fold', fold, LINES);
  linear('findTimes', (line) => findTimes(line, { year: 2022 }), LINES);
  linear('findQuantities', (line) => findQuantities(line, []), LINES);
  linear('findQuantities among times', (line) => findQuantities(line, findTimes(line, { year: 2022 })), LINES);
  linear('clausesOf', clausesOf, LINES);
  linear('nameOf', nameOf, LINES);
  linear('outputVerbAt', outputVerbAt, LINES);
  linear('splitNames', (line) => splitNames(line, 2), LINES);
  linear('namesOf', namesOf, LINES);
  linear('labelledStatement', (line) => labelledStatement(`牵头单位:${line}`), LINES);
  linear('verbStatement', (line) => verbStatement(`${line}负责`), LINES);
  linear('the structure', (text) => structureOf(text, []), [...LINES, ...PAGES]);
});

/** A whole document around a hostile stretch; input that is no plan may be refused, but not with another error. */
async function whole(text: string): Promise<void> {
  try {
    await parse(new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

describe('the whole way', () => {
  const plan = (body: string): string => `云岭县规划通知\n一、任务\n${body}\n到2025年,普及率达到95%。(县水务局负责)\n`;
  const page = (body: string): string => `<html><body><p>云岭县规划</p>${body}</body></html>`;
  const inputs = (words: readonly string[]): Input[] => words.map((word) => [word, repeated(word)]);

  linear('a plan with a hostile line', (body) => whole(plan(body)), LINES);
  linear('a plan with hostile sentences and lines', (body) => whole(plan(body)), [
    ...inputs(['到2025年达到95%,', '到2025年达到95%。', '新建学校5所、', '毛入园率达到95%;', '一是甲;']),
    ...inputs(['(一)甲。(县水务局负责)\n', '甲(牵头单位:乙;责任单位:丙)。']),
    ...PAGES,
    ['titles', titles],
    ['copies', copies],
  ]);
  linear('a hostile page', (body) => whole(page(body)), [
    ...inputs([
      '<p>甲</p>',
      '<br>',
      '<a href="#">甲</a>\n',
      '&nbsp;',
      '&',
      '<',
      '<b>甲</b>',
      '<!--',
      '<td>甲',
      '<div>',
    ]),
    ...inputs(['<table><tr><td>甲</td><td>乙</td></tr></table>', '<table><tr><td>']),
    ['rows', (length) => `<table>${repeated('<tr><td>甲</td><td>乙</td></tr>')(length)}</table>`],
    ['spans', (length) => `<table>${repeated('<tr><td rowspan="9" colspan="9">甲</td></tr>')(length)}</table>`],
  ]);
});
