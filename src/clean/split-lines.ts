import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { seriesIn } from './line-series.js';

/** Characters; what stands in one line of a page is seldom longer, and several paragraphs never are shorter. */
const LONG = 120;
/** Characters; so long a line without any blank may hold a whole document all the same. */
const WHOLE = 1000;
/** Characters; a longer heading is a sentence. */
const LONGEST_HEADING = 40;

const GAP = /[ \t\u00a0\u2002\u2003\u3000]+/g;
/** The indent of a paragraph, two characters wide, which shows where one began. */
const INDENT = /[\u3000\u2003]{2}|[ \u00a0]{4}/;
/** The first character of a chapter's title that is set wide. */
const WIDE = /第[^第]{1,6}[编篇章节]\s*[\u4e00-\u9fff]$/;
const SENTENCE_END = /[。；;：:！!？?”’）)】》]$/;
const FIRST_LEVEL = '一二三四五六七八九十';

/**
 * Paragraphs that a page put into one line stand in lines of their own again: at the indents that are left of them, else
 * at the blanks before headings and where articles or decimals count on, else before the headings of one rising series.
 */
export const splitLines = defineStage({
  id: 'split-lines',
  edits: ({ text }) =>
    linesOf(text)
      .filter((line) => line.text.length >= LONG)
      .flatMap((line) => breaksOf(line.text).map((gap) => toEdit(line, gap))),
});

interface Gap {
  readonly start: number;
  readonly end: number;
}

function toEdit(line: Line, { start, end }: Gap): Edit {
  return repair(line.start + start, line.start + end, '\n', 'split-line');
}

function breaksOf(line: string): Gap[] {
  const gaps = gapsIn(line);
  // 总    则: two characters set wide are one word.
  const indents = gaps.filter(
    ({ start, end }) => INDENT.test(line.slice(start, end)) && !WIDE.test(line.slice(Math.max(0, start - 12), start)),
  );
  if (indents.length >= 2) return indents;
  const series = new Set(seriesIn(line));
  const headings = atHeadings(line, gaps, series);
  if (headings.length >= 3 || series.size > 0) return withSeries(headings, series);
  return line.length >= WHOLE ? atSeries(line) : [];
}

/** The runs of blanks inside of a line. */
function gapsIn(line: string): Gap[] {
  return [...line.matchAll(GAP)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => start > 0 && end < line.length);
}

/** The blanks between a sentence and the number of a heading, and those between a heading and its text. */
function atHeadings(line: string, gaps: readonly Gap[], series: ReadonlySet<number>): Gap[] {
  const found: Gap[] = [];
  let from = 0;
  for (const gap of gaps) {
    const piece = line.slice(from, gap.start);
    const opens = startsWithMarker(piece.trimStart()) || series.has(from);
    const heading = opens && piece.length <= LONGEST_HEADING && !/[。；，,;]/.test(piece);
    const counted = series.has(gap.end);
    const numbered = startsWithMarker(line.slice(gap.end, gap.end + 12));
    // 第一章 总则: the blank behind the bare number is the heading's own.
    const bare = /^\s*(?:第.{1,4}[编篇章节条]|附件\d*|专栏\d*)$/.test(piece);
    if (counted || (numbered && (SENTENCE_END.test(piece) || heading)) || (heading && !bare && piece.length > 4)) {
      found.push(gap);
      from = gap.end;
    }
  }
  return found;
}

/** The numbers of a series that no blank stands before part lines as well. */
function withSeries(headings: readonly Gap[], series: ReadonlySet<number>): Gap[] {
  const parted = new Set(headings.map(({ end }) => end));
  const others = [...series].filter((at) => at > 0 && !parted.has(at)).map((at) => ({ start: at, end: at }));
  return [...headings, ...others].sort((a, b) => a.start - b.start);
}

/** Before 一、 二、 三、 … behind the ends of sentences, where the numbers rise by one from the first. */
function atSeries(line: string): Gap[] {
  const found: number[] = [];
  for (const match of line.matchAll(/(?:^|(?<=[。；：！？”）]))([一二三四五六七八九十])、/g)) {
    if (match[1] === FIRST_LEVEL[found.length]) found.push(match.index);
  }
  if (found.length < 3) return [];
  return found.filter((at) => at > 0).map((at) => ({ start: at, end: at }));
}
