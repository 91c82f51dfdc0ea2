import { describe, expect, it } from 'vitest';
import { columnsOf, type Paper, paragraph, plainPaper, visible } from '../../src/report/paper.js';

const paper = (columns: number): Paper => ({ columns, paint: (_, text) => `\u001b[1m${text}\u001b[0m` });
const bare = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

describe('columnsOf', () => {
  it.each([
    ['', 0],
    ['abc 12', 6],
    ['公文', 4],
    ['全角（１）。', 12],
    ['“二〇二五”', 12],
    ['𠮷', 2],
    ['ā', 1],
    ['a\u0304', 1],
    ['가', 2],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('paragraph', () => {
  it('is one line where nothing limits it', () => {
    expect(paragraph([{ text: '公'.repeat(500) }], 4, plainPaper)).toBe(`${'公'.repeat(500)}\n`);
  });

  it.each([40, 41, 60, 80, 133])('fits into %i columns', (columns) => {
    const text = '加快补齐农村供水短板，提升 water supply 保障水平。'.repeat(20);
    const lines = bare(paragraph([{ text }, { text: 'x'.repeat(200), style: 'red' }], 4, paper(columns))).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}\S|^ {5}\S/);
    expect(lines.join('').replace(/ /g, '')).toBe((text + 'x'.repeat(200)).replace(/ /g, ''));
  });

  it('breaks no Latin word', () => {
    const words = 'restored from a second copy of the document that stands in the same file of the page';
    const lines = paragraph([{ text: words }], 2, { ...plainPaper, columns: 40 })
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.trim()).join(' ')).toBe(words);
    expect(lines.length).toBe(3);
  });

  it('colours each line by itself', () => {
    const lines = paragraph([{ text: '公'.repeat(50), style: 'red' }], 0, paper(40))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^\u001b\[1m公+\u001b\[0m$/);
  });

  it('leaves a terminal that is too narrow to itself', () => {
    expect(paragraph([{ text: '公'.repeat(40) }], 4, { ...plainPaper, columns: 3 }).split('\n')).toHaveLength(4);
  });
});

describe('visible', () => {
  it.each([
    ['公文 a-1', '公文 a-1'],
    ['a\tb', 'a b'],
    ['a\nb', 'a⏎b'],
    ['\u001b[31m', '<U+001B>[31m'],
    ['\u009b2J', '<U+009B>2J'],
    ['\u00ad\ufeff\u2066', '<U+00AD><U+FEFF><U+2066>'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
