import { describe, expect, it } from 'vitest';
import { parse } from '../src/index.js';
import { document as model } from '../src/schema/model.js';

/*
 * Long lines of one word over and over, in a plan: whatever stands in a file, it comes out as a valid document. How long
 * that takes is measured in bench/hostile.test.ts.
 */
const WORDS =
  '一 ( （ 1 、 年 达到 较 力争 稳定在 “ ? 。 ， 《 》 〔 2025年 2025年、 2021- 1. 12,345, 95% 95%、 1: 一所 万 百分之 第 每年 6月 3-5 “十四五” 到 其中 共同 分别 ' +
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
