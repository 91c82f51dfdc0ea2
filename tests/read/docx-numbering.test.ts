import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/read/docx-number-formats.js';
import { readBytes } from '../../src/read/index.js';
import { abstractList, level, list, paragraph, type WordOptions, wordFile } from './word-files.js';

const linesOf = async (body: string, options: WordOptions): Promise<string[]> =>
  (await readBytes(wordFile(body, options))).draft.text.trim().split('\n');
const numbered = (...places: [number, number][]): string => places.map((place) => paragraph('县', place)).join('');

describe('numbers as Word prints them', () => {
  it.each<[string, number[], string[]]>([
    ['chineseCounting', [1, 10, 11, 20, 34], ['一', '十', '十一', '二十', '三十四']],
    ['chineseCountingThousand', [100, 103, 110, 115, 1200], ['一百', '一百零三', '一百一十', '一百一十五', '一千二百']],
    ['japaneseCounting', [10, 21, 100], ['十', '二十一', '百']],
    ['ideographDigital', [10, 25], ['一〇', '二五']],
    ['chineseLegalSimplified', [3, 10], ['叁', '壹拾']],
    ['decimal', [1, 12], ['1', '12']],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 51], ['①', '⑳', '㉑', '㊱', '51']],
    ['decimalEnclosedParen', [2], ['⑵']],
    ['decimalFullWidth', [12], ['１２']],
    ['decimalZero', [7, 12], ['07', '12']],
    ['upperLetter', [1, 26, 27], ['A', 'Z', 'AA']],
    ['lowerRoman', [4, 19], ['iv', 'xix']],
    ['upperRoman', [9], ['IX']],
    ['ideographTraditional', [1, 10], ['甲', '癸']],
    ['none', [1], ['']],
    ['thaiLetters', [3], ['3']],
    ['constructor', [3], ['3']],
  ])('%s', (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(expected);
  });
});

describe('lists', () => {
  const headings = abstractList(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  );

  it('count on at their level and begin anew below a higher one', async () => {
    const body = numbered([1, 0], [1, 1], [1, 1], [1, 2], [1, 0], [1, 1], [1, 2], [1, 2]);
    expect(await linesOf(body, { numbering: headings + list(1, 0) })).toEqual([
      '一、县',
      '（一）县',
      '（二）县',
      '1. 县',
      '二、县',
      '（一）县',
      '1. 县',
      '2. 县',
    ]);
  });

  it('of one abstract list count together unless one starts anew, which it does once', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = headings + list(1, 0) + list(2, 0) + list(3, 0, restart);
    expect(await linesOf(numbered([1, 0], [2, 0], [3, 0], [3, 0], [1, 0]), { numbering })).toEqual([
      '一、县',
      '二、县',
      '一、县',
      '二、县',
      '三、县',
    ]);
  });

  it('print the numbers of higher levels, as decimals where the level is legal', async () => {
    const numbering =
      abstractList(
        0,
        level(0, 'chineseCounting', '第%1章'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        level(2, 'decimal', '%1-%3'),
      ) + list(1, 0);
    expect(await linesOf(numbered([1, 0], [1, 1], [1, 2], [1, 0], [1, 1]), { numbering })).toEqual([
      '第一章 县',
      '1.1 县',
      '一-1 县',
      '第二章 县',
      '2.1 县',
    ]);
  });

  it('go through a document where the level says so', async () => {
    const through = (restart: number): string =>
      abstractList(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '第%2条', `<w:lvlRestart w:val="${restart}"/>`)) +
      list(1, 0);
    const body = numbered([1, 0], [1, 1], [1, 0], [1, 1]);
    expect(await linesOf(body, { numbering: through(0) })).toEqual(['1. 县', '第1条 县', '2. 县', '第2条 县']);
    expect(await linesOf(body, { numbering: through(1) })).toEqual(['1. 县', '第1条 县', '2. 县', '第1条 县']);
  });

  it('start where they say, with a level of their own where a list has one', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)', '<w:suff w:val="nothing"/>', 3)}</w:lvlOverride>`;
    const numbering =
      abstractList(0, level(0, 'decimal', '%1.', '', 5)) +
      abstractList(1, level(0, 'decimal', '%1.')) +
      list(1, 0) +
      list(2, 1, own);
    expect(await linesOf(numbered([1, 0], [1, 0], [2, 0], [2, 0]), { numbering })).toEqual([
      '5. 县',
      '6. 县',
      'C)县',
      'D)县',
    ]);
  });

  it('are those of styles, at the level that names the style; 0 takes a paragraph out', async () => {
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const styles =
      style('A', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('B', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('C', '<w:basedOn w:val="A"/>');
    const numbering =
      abstractList(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="B"/>'),
      ) + list(1, 0);
    const of = (id: string, place?: [number, number]): string => paragraph('县', place, `<w:pStyle w:val="${id}"/>`);
    expect(await linesOf(of('A') + of('B') + of('C') + of('A', [0, 0]) + of('B'), { numbering, styles })).toEqual([
      '一、县',
      '1. 县',
      '二、县',
      '县',
      '1. 县',
    ]);
  });

  it('by way of a style of numbering, and bullets in the letters of symbol fonts', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      abstractList(1, level(0, 'chineseCounting', '%1是'), level(1, 'bullet', '\uf06c')) +
      list(1, 0) +
      list(2, 1);
    expect(await linesOf(numbered([1, 0], [1, 1], [2, 0]), { numbering, styles })).toEqual([
      '一是 县',
      '● 县',
      '二是 县',
    ]);
  });

  it('that link to themselves, or are not there, number nothing', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>${list(1, 0)}`;
    expect(await linesOf(numbered([1, 0], [7, 0]), { numbering, styles })).toEqual(['县', '县']);
  });
});
