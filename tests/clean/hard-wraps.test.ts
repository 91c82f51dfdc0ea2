import { describe, expect, it } from 'vitest';
import { hardWraps, pageNumbers } from '../../src/clean/hard-wraps.js';
import type { Mark } from '../../src/core/draft.js';
import { after, changes, cleaned } from './run.js';

const PARAGRAPHS = [
  '云岭县农村供水三年行动方案',
  '为加快补齐全县农村供水短板，健全长效管护机制，根据《云岭县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》，结合我县实际，制定本方案。',
  '一、总体要求',
  '坚持先建机制、后建工程，统筹城乡供水，到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到68%，供水保证率不低于95%，水质达标率较2021年提高12个百分点。',
  '二、重点任务',
  '（一）推进规模化供水工程建设。新建水厂2座，改造老旧管网320公里，同步建设水质在线监测点46处，2023年底前完成青石片区、临溪片区集中供水工程。（牵头单位：县水务局；责任单位：县财政局、各乡镇人民政府）',
  '（二）提升水质保障水平。千吨万人以上水厂全部配备水质化验室，落实日检、月检、年检制度，每季度公布一次水质检测结果，接受社会监督。',
  '三、保障措施',
  '县水务局要加强统筹协调，定期通报工作进展；县财政局要落实管护经费，确保专款专用；各乡镇人民政府要明确专人负责，建立台账，逐项销号。',
];

/** A text set to a width in columns, as a mail program does it: closing marks may hang over, a number may be cut. */
function set(paragraphs: readonly string[], width: number, indent = ''): string {
  return paragraphs
    .map((paragraph) => {
      let out = indent;
      let column = indent.length * 2;
      for (const character of paragraph) {
        const columns = character > 'ÿ' ? 2 : 1;
        if (column + columns > width && !/[，。、；：！？”）》]/.test(character)) {
          out += '\n';
          column = 0;
        }
        out += character;
        column += columns;
      }
      return out;
    })
    .join('\n');
}

describe('a text that was set to a width', () => {
  it.each([
    [60, '　　'],
    [72, '　　'],
    [80, '　　'],
    [72, ''],
    [76, ''],
  ])('of %d columns, indent "%s", comes back in paragraphs', async (width, indent) => {
    const text = set(PARAGRAPHS, width, indent);
    expect(text.split('\n').length).toBeGreaterThan(PARAGRAPHS.length + 6);
    expect(await cleaned(text)).toBe(PARAGRAPHS.join('\n'));
  });

  it('names every line end that it took away', () => {
    const text = set(PARAGRAPHS, 72, '　　');
    const joined = changes(hardWraps, text);
    expect(joined).toHaveLength(text.split('\n').length - PARAGRAPHS.length);
    expect(new Set(joined)).toEqual(new Set(['joined-line:']));
  });

  it('keeps a blank between two words', () => {
    const lines = Array.from({ length: 10 }, () => '坚持以人民为中心的发展思想，加快补齐全县供水短板 hard');
    expect(after(hardWraps, lines.join('\n'))).toBe(lines.join('\n').replaceAll('hard\n坚', 'hard坚'));
    const mixed = lines.map((line) => line.replace('坚持以', 'water '));
    expect(after(hardWraps, mixed.join('\n'))).toContain('hard water');
  });
});

describe('lines that end where they should stay', () => {
  it.each([
    ['paragraphs of all lengths', PARAGRAPHS.join('\n')],
    ['a poem of short lines', Array.from({ length: 20 }, () => '青山行不尽绿水去何长').join('\n')],
    [
      'a table drawn with blanks',
      Array.from({ length: 12 }, (_, i) => `指标${i + 10}    单位（万人）    基期值12.5    目标值13.8`).join('\n'),
    ],
    [
      'sentences of one length',
      Array.from({ length: 12 }, () => '坚持以人民为中心的发展思想，加快补齐短板。').join('\n'),
    ],
    [
      'a list of projects of nearly one length, each closed',
      Array.from({ length: 12 }, (_, i) => `青石县第${i + 10}水厂改扩建工程及配套管网建设项目（新建）；`).join('\n'),
    ],
  ])('%s', (_, text) => {
    expect(after(hardWraps, text)).toBe(text);
  });

  it('cells of a table, and the lines beside them', () => {
    const rest = set(PARAGRAPHS, 60);
    const row = '坚持以人民为中心的发展思想，加快补齐农村供水短板，提升供水保';
    const text = `${row}\n${row}\n${rest}`;
    const cells = [0, 1].map(
      (i): Mark => ({
        kind: 'cell',
        cell: { table: 0, row: i, column: 0, rowSpan: 1, columnSpan: 1, head: false },
        start: i * (row.length + 1),
        end: i * (row.length + 1) + row.length,
      }),
    );
    expect(after(hardWraps, text, cells)).toBe(`${row}\n${row}\n${after(hardWraps, rest)}`);
  });
});

describe('numbers of printed pages', () => {
  it('go, and the sentence that they parted is whole', async () => {
    const text =
      '坚持以人民为中心的发展思想，加快补齐全县农村供水短板提升\n\n— 1 —\n\n供水保障水平，落实各项责任。\n抓好落实。\n－2－\n';
    expect(changes(pageNumbers, text)).toEqual(['footer:\n— 1 —\n', 'footer:－2－']);
    expect(await cleaned(text)).toBe(
      '坚持以人民为中心的发展思想，加快补齐全县农村供水短板提升供水保障水平，落实各项责任。\n抓好落实。\n',
    );
  });

  it.each([
    ['one alone may be a cell', '得分\n-3-\n'],
    ['numbers that do not rise', '-5-\n变化\n-3-\n'],
    ['negative numbers', '-0.3\n-5\n'],
    ['a dash and a number', '——1个中心\n——2个基地\n'],
  ])('stay: %s', (_, text) => {
    expect(after(pageNumbers, text)).toBe(text);
  });
});
