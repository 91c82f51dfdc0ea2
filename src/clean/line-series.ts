import { numeral } from '../core/numerals.js';

/** Characters between a chapter and its first article, or a heading and the blank behind it, at most. */
const TITLE = 40;
const ENDS = /[。；;！？”\s]/;
const FEWEST = 3;
/** 第二条第一款, 第三条规定的: places that a sentence speaks of. */
const CITED = /^(?:第|之|[款项件例]|[中里]?(?:的|所)|规定|[、和与及至到])/;

/**
 * Where the sections of a text begin that stands in one line: 第一章 and 第一条, 第二条 …, or 1.1, 1.2, 2.1 …, each the next of
 * its series, behind the end of a sentence or a title. Offsets in the line; none where fewer than three count on.
 */
export function seriesIn(line: string): number[] {
  const articles = articlesIn(line);
  if (articles.length >= FEWEST) return articles;
  const decimals = decimalsIn(line);
  return decimals.length >= FEWEST ? decimals : [];
}

function articlesIn(line: string): number[] {
  const found: number[] = [];
  const last = { 章: 0, 条: 0 };
  /** Behind an accepted chapter, up to where its first article may stand. */
  let titleEnd = -1;
  for (const match of line.matchAll(/第\s?([一二三四五六七八九十百零〇]{1,6})\s?([章条])/g)) {
    const word = match[2] === '章' ? '章' : '条';
    const number = numeral(match[1] ?? '');
    const end = match.index + match[0].length;
    if (number === undefined || CITED.test(line.slice(end, end + 3))) continue;
    const behindChapter = word === '条' && match.index <= titleEnd;
    // Behind the title of a chapter the number may be any that is higher: what stood before may be lost.
    if (behindChapter ? number <= last.条 : number !== last[word] + 1) continue;
    const ended = match.index === 0 || ENDS.test(line[match.index - 1] ?? '');
    if (!ended && !behindChapter && !(word === '章' && number === 1)) continue;
    if (word === '章' && !opensChapter(line, end, last.条)) continue;
    titleEnd = word === '章' ? end + TITLE : -1;
    last[word] = number;
    found.push(match.index);
  }
  return last.条 >= 2 ? found : [];
}

/** Whether a later article stands behind the title of a chapter. */
function opensChapter(line: string, end: number, last: number): boolean {
  const match = /^[^。；;，,：:]{0,30}?第\s?([一二三四五六七八九十百零〇]{1,6})\s?条/.exec(
    line.slice(end, end + TITLE),
  );
  return (numeral(match?.[1] ?? '') ?? 0) > last;
}

function decimalsIn(line: string): number[] {
  const found: number[] = [];
  let path: number[] = [];
  let counted = 0;
  for (const match of line.matchAll(/(?<=^|[。；;）)\s])(\d{1,2}(?:\.\d{1,2}){0,3})[.、．]?\s?(?=[\u4e00-\u9fff])/g)) {
    const numbers = (match[1] ?? '').split('.').map(Number);
    if (!isNext(path, numbers) || (numbers.length === 1 && !/^\s?\d{1,2}[.、． ]/.test(match[0]))) continue;
    // A date, a measure: 2 月, 1.5 万元.
    if (/^[年月日时分万亿个元米]/.test(line.slice(match.index + match[0].length))) continue;
    path = numbers;
    if (numbers.length > 1) counted++;
    found.push(match.index);
  }
  return counted >= 2 ? found : [];
}

/** Whether a number follows another: 1 → 1.1 → 1.2 → 1.2.1 → 2. */
function isNext(path: readonly number[], next: readonly number[]): boolean {
  const depth = next.length;
  const same = (count: number): boolean => next.slice(0, count).every((number, i) => number === path[i]);
  if (path.length === 0) return next.every((number) => number === 1) && depth <= 2;
  if (depth === path.length + 1) return next.at(-1) === 1 && same(depth - 1);
  return depth <= path.length && same(depth - 1) && next.at(-1) === (path[depth - 1] ?? 0) + 1;
}
