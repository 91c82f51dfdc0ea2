import { describe, expect, it } from 'vitest';
import { parse } from '../src/index.js';
import { outlineOf } from '../src/report/outline-tree.js';
import { document as model } from '../src/schema/model.js';
import { gongwen } from './setup/gongwen.js';

/*
 * Long lines of one word over and over, in a plan: whatever stands in a file, it comes out as a valid document. How long
 * that takes is measured in bench/hostile.test.ts.
 */
const WORDS =
  '一 ( （ 1 、 年 达到 较 力争 稳定在 “ ? 。 ， 《 》 〔 2025年 2025年、 2021- 1. 12,345, 95% 95%、 1: 一所 万 百分之 第 每 每年 6月 3-5 “十四五” 到 其中 共同 分别 、提高到 由5个增至8个、 每5所 (5个) 5:8 今年 ' +
  '县教育局 、县 甲, 负责, (县教育局负责) 责任单位: 一是 关于 索引号： 来源： 县| > 首页> ?！ 規(guī) (guī規 發() 著 \u200b \ufffd 。) () (》 ([ “》 字、 &amp; &nbsp &# \\u5168 %E5%85%A8 县\\n 鍏ㄩ潰 鍏? å…¨ È« １． ⽅ 锟斤拷';

describe('a plan with a hostile line', () => {
  it('of more blanks than a call takes arguments', async () => {
    const text = `云岭县规划通知\n一、任务\n${'县 | '.repeat(150_000)}\n到2025年,普及率达到95%。\n`;
    const { document } = await parse(new TextEncoder().encode(text));
    expect(document.targets.some(({ value }) => value === 95)).toBe(true);
  });

  it.each(WORDS.split(' ').map((word) => [word]))('%j', async (word) => {
    const text = `云岭县规划通知\n一、任务\n${word.repeat(Math.ceil(2000 / word.length))}\n到2025年,普及率达到95%。\n`;
    const { document } = await parse(new TextEncoder().encode(text));
    expect(model.safeParse(document).error).toBeUndefined();
    expect(document.targets.some(({ value, year }) => value === 95 && year === 2025)).toBe(true);
  });
});

/*
 * Plans of a size that nobody writes. That they are read at all and nothing in them is lost is said here; that the time
 * grows with the size and no faster is measured by bench/structure.mjs.
 */
const WORDS_OF_PLANS =
  '推进农村供水工程建设健全运行管护机制完善水质监测体系加强水源保护提升应急保障能力落实地方政府主体统筹城乡一体发展深化水价综合改革'.match(
    /../g,
  ) ?? [];

/** Eight characters, for every number others: nothing in a plan is to be taken for a copy. */
function name(i: number): string {
  let rest = (i * 500_009) % WORDS_OF_PLANS.length ** 4;
  return Array.from({ length: 4 }, () => {
    const word = WORDS_OF_PLANS[rest % WORDS_OF_PLANS.length];
    rest = Math.floor(rest / WORDS_OF_PLANS.length);
    return word;
  }).join('');
}

const many = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');
const asPlan = (body: string): string =>
  `云岭县农村供水三年行动方案\n一、总体要求\n结合我县实际,制定本方案。\n${body}\n二、附则\n到2025年,普及率达到95%。(县水务局负责)\n`;
const asPage = (body: string): string =>
  `<html><body><p>云岭县农村供水三年行动方案</p>${body}<p>到2025年,普及率达到95%。</p></body></html>`;
const read = async (text: string) => (await parse(new TextEncoder().encode(text))).document;

describe('a plan without measure', { timeout: 120_000 }, () => {
  const chapters = asPlan(
    many(
      1000,
      (i) =>
        `${'一二三四五六七八九'[i % 9]}、${name(i)}\n${many(9, (k) => `(${'一二三四五六七八九'[k]})${name(i * 9 + k)}\n`)}`,
    ),
  );

  it('10,000 headings', async () => {
    const document = await read(chapters);
    expect(document.sections).toHaveLength(10_002);
    expect(new Set(document.sections.map(({ id }) => id)).size).toBe(10_002);
    expect(document.sections.filter(({ level }) => level === 2)).toHaveLength(9000);
    expect(outlineOf(document).parts[0]?.children).toHaveLength(1002);
  });

  it('100 levels of tables, closed or not', async () => {
    for (const close of ['</td></tr></table>', '']) {
      const table = `${'<table><tr><td>甲</td><td>'.repeat(100)}乙${close.repeat(100)}`;
      const { targets } = await read(asPage(table));
      expect(targets.map(({ value }) => value)).toEqual([95]);
    }
  });

  it('10,000 rows of a table', async () => {
    const rows = many(10_000, (i) => `<tr><td>${name(i)}率</td><td>%</td><td>${i % 90}</td></tr>`);
    const { tables, targets } = await read(
      asPage(`<table><tr><td>指标</td><td>单位</td><td>2025年</td></tr>${rows}</table>`),
    );
    expect(tables.map((table) => table.rows.length)).toEqual([10_000]);
    expect(targets).toHaveLength(10_001);
  });

  it('a line of 5 MB that is sentences', async () => {
    const line = many(74_000, (i) => `到2025年,${name(i)}率达到${i % 90}%。`);
    expect(Buffer.byteLength(line)).toBeGreaterThan(3_600_000);
    const document = await read(asPlan(line));
    expect(document.targets).toHaveLength(74_001);
    expect(document.deadlines).toHaveLength(74_001);
    expect(document.diagnostics.filter(({ code }) => code === 'structure/long-line')).toMatchObject([
      { severity: 'info', line: 4 },
    ]);
  });

  it('a line of 5 MB without a full stop says that sentences were cut', async () => {
    const { diagnostics, targets } = await read(asPlan(many(186_000, (i) => `${name(i)},`)));
    expect(targets.map(({ value }) => value)).toEqual([95]);
    expect(diagnostics.filter(({ code }) => code === 'structure/long-line')).toMatchObject([
      { severity: 'warning', line: 4 },
    ]);
  });

  it.each(['(', '》', '1', '年', '、', '甲', '①', '”'])('a line of 5 MB of %s', async (mark) => {
    const count = Math.ceil(5e6 / Buffer.byteLength(mark));
    const { targets } = await read(asPlan(mark.repeat(count)));
    expect(targets.map(({ value }) => value)).toEqual([95]);
  });

  // What every rule of targets and times begins with, over and over: the last sentence is read as if nothing stood before it.
  it.each([
    '1234567890',
    '（）',
    '【',
    '月',
    '2025年',
    '93%、',
    '分别',
    '每',
    '一是',
    '、提高到',
    '，到2025年普及率达到90%',
    '由5个增至8个、',
  ])('a line of 1 MB of %s', async (words) => {
    const { targets } = await read(asPlan(words.repeat(Math.ceil(1e6 / Buffer.byteLength(words)))));
    expect(targets.at(-1)).toMatchObject({ indicator: '普及率', value: 95, year: 2025 });
  });

  it('a million empty lines', async () => {
    const { sections, targets } = await read(asPlan('\n'.repeat(1_000_000)));
    expect(sections).toHaveLength(2);
    expect(targets.map(({ value }) => value)).toEqual([95]);
  });

  it('comes through the command line', () => {
    const outline = gongwen(['outline', '-'], { input: chapters });
    expect(outline.status).toBe(0);
    expect(outline.stdout).toMatch(/\n10002 sections, 0 tables, 1 target, 1 deadline, 1 unit\n$/);
    const tree = gongwen(['outline', '-', '--json', '--quiet'], { input: chapters });
    expect(JSON.parse(tree.stdout).counts.sections).toBe(10_002);
    const line = asPlan(many(74_000, (i) => `到2025年,${name(i)}率达到${i % 90}%。`));
    const extract = gongwen(['extract', '-', '--quiet'], { input: line });
    expect({ status: extract.status, stderr: extract.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(extract.stdout).targets).toHaveLength(74_001);
    expect(gongwen(['extract', '-'], { input: asPlan('('.repeat(5_000_000)) })).toMatchObject({ status: 0 });
  });
});
