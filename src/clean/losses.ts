import { type Line, linesOf } from '../core/lines.js';
import { allMatches } from '../core/search.js';

/**
 * A place where the page seems to have lost characters. Nothing restores them for sure, so the text stays as it is.
 * `glued-digits`: two numbers without what stood between them (20212025年, 〔202120); `lost-range`: a count that was
 * probably two (12项 for 1—2项); `unbalanced`: a bracket or a quotation mark without its partner.
 */
export interface Loss {
  readonly kind: 'glued-digits' | 'lost-range' | 'unbalanced';
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const YEAR = '(?:19|20)\\d\\d';
/** 20212025年: the dash between two years is gone. */
const TWO_YEARS = new RegExp(`(?<![\\dA-Za-z.])(${YEAR})(${YEAR})(?=年|[)）]|$)`, 'g');
/** 202112月, 20215月: 年 is gone. */
const YEAR_MONTH = new RegExp(`(?<![\\dA-Za-z.])${YEAR}(?:1[0-2]|[1-9])(?=月)`, 'g');
/** 〔202120: the closing bracket of a document number is gone. */
const OPEN_NUMBER = new RegExp(`(?<=[〔［[])${YEAR}\\d{1,4}(?=号|$)`, 'g');
/** 2021128 alone in a line. Eight digits are a date as some pages print it (20211208), and whole. */
const LONE_DATE = new RegExp(`^${YEAR}\\d{2,3}$`);
const ISSUER_END = /(?:政府|委员会|办公室|指挥部|领导小组|[局厅部院委会室署司行处])$/;
/** 8590%: a share has no four digits, two shares one after the other have. */
const TWO_SHARES = /(?<![\d.,，])([1-9]\d)([1-9]\d)(?=[%％])/g;
const SHARE_BEFORE = /(?:率|比例|比重|占比|面|度)[^，。；增]{0,10}$/;

const MEASURE = '[项所名门次种篇本节场座处套支件份条首年月天周]|个(?:月|班)?|小时|课时';
const RANGE = new RegExp(`(?<![\\d.])[1-9][—–\\-－~～至到]{1,2}[1-9](${MEASURE})`, 'g');
/** 12项: the second digit is the next one or the one after it. */
const NEIGHBOURS = new RegExp(`(?<![\\d.第〇—–\\-－~～至到])([1-8])([2-9])(${MEASURE})`, 'g');
/** Whom or what a handful is meant for: here a dozen is not what an issuer writes. */
const EACH = /(?:每[人名位个所校生班镇乡村户家年期学]|掌握|学会|人均|人手)[^，。；]{0,8}$/;
/** Lines; farther away a range says nothing about a count. */
const NEAR = 3;

/**
 * Places of loss, in order.
 * @param losesDashes the page is known to have lost dashes elsewhere, which were restored.
 */
export function lossesIn(text: string, losesDashes = false): Loss[] {
  const lines = linesOf(text);
  const found: Loss[] = [];
  lines.forEach((line, i) => {
    if (/\d{4}/.test(line.text)) found.push(...gluedIn(line), ...sharesIn(line));
    if (PAIRED_MARK.test(line.text))
      for (const loss of unbalancedIn(line)) if (!closesNearby(lines, i, text[loss.start] ?? '')) found.push(loss);
    if (isLoneDate(lines, i)) found.push({ kind: 'glued-digits', start: line.start, end: line.end });
  });
  const losing = losesDashes || (/\d{8}/.test(text) && lines.some((line) => line.text.search(TWO_YEARS) >= 0));
  return [...found, ...rangesIn(lines, losing)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A quotation of several paragraphs opens in one line and closes in one soon behind it. */
function closesNearby(lines: readonly Line[], index: number, mark: string): boolean {
  if (mark !== '“' && mark !== '”') return false;
  const step = mark === '“' ? 1 : -1;
  for (let i = index + step; i !== index + step * (NEAR + 1); i += step) {
    const text = lines[i]?.text ?? '';
    const marks = text.match(/[“”]/g) ?? [];
    if (marks.length % 2 === 1) return (mark === '“' ? marks.at(-1) : marks[0]) !== mark;
  }
  return false;
}

/** Whether a line shows that something is missing in it. */
export function looksCut(line: Line): boolean {
  return gluedIn(line).length > 0 || unbalancedIn(line).length > 0 || LONE_DATE.test(line.text);
}

function matchesOf(line: Line, pattern: RegExp): RegExpMatchArray[] {
  return allMatches(pattern, line.text);
}

function lossAt(line: Line, match: RegExpMatchArray, kind: Loss['kind']): Loss {
  const start = line.start + (match.index ?? 0);
  return { kind, start, end: start + match[0].length };
}

function gluedIn(line: Line): Loss[] {
  if (!/\d{5}/.test(line.text)) return [];
  const years = matchesOf(line, TWO_YEARS).filter((match) => (match[1] ?? '') < (match[2] ?? ''));
  return [...years, ...matchesOf(line, YEAR_MONTH), ...matchesOf(line, OPEN_NUMBER)].map((match) =>
    lossAt(line, match, 'glued-digits'),
  );
}

function sharesIn(line: Line): Loss[] {
  if (!/\d{4}[%％]/.test(line.text)) return [];
  return matchesOf(line, TWO_SHARES)
    .filter(
      ({ 1: low = '', 2: high = '', index = 0 }) =>
        low < high && SHARE_BEFORE.test(line.text.slice(Math.max(0, index - 14), index)),
    )
    .map((match) => lossAt(line, match, 'lost-range'));
}

/** A signature's date without its 年月日. */
function isLoneDate(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (!LONE_DATE.test(text) || !ISSUER_END.test(lines[index - 1]?.text ?? '')) return false;
  const rest = text.slice(4);
  return [1, 2].some((length) => isDay(Number(rest.slice(0, length)), rest.slice(length)));
}

function isDay(month: number, day: string): boolean {
  return month >= 1 && month <= 12 && !day.startsWith('0') && Number(day) >= 1 && Number(day) <= 31;
}

const PAIRED_MARK = /[()（）[\]［］〔〕【】《》〈〉“”]/;
const PAIRED_MARKS = new RegExp(PAIRED_MARK, 'g');
/** What a mark opens; brackets of all widths and shapes are one kind, for issuers mix them. */
const OPENERS: Readonly<Record<string, string>> = {
  '(': '(',
  '（': '(',
  '[': '(',
  '［': '(',
  '〔': '(',
  '【': '(',
  '《': '《',
  '〈': '〈',
};
/** What a mark closes. */
const CLOSERS: Readonly<Record<string, string>> = {
  ')': '(',
  '）': '(',
  ']': '(',
  '］': '(',
  '〕': '(',
  '】': '(',
  '》': '《',
  '〉': '〈',
};
/** 1) a) ①) at the start of an item: brackets that stand alone by custom. */
const ITEM_BRACKET = /(?:^|[。；;：:，,、])\s*(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

/** Brackets without a partner in their line, and the last quotation mark of an odd number. */
function unbalancedIn(line: Line): Loss[] {
  // By kind, so that a bracket finds its partner at once whatever stands open between them.
  const open: { readonly [kind: string]: number[] } = { '(': [], '《': [], '〈': [] };
  const lone: number[] = [];
  const quotes: number[] = [];
  for (const { 0: mark, index } of allMatches(PAIRED_MARKS, line.text)) {
    const opener = OPENERS[mark];
    const partner = CLOSERS[mark];
    // Issuers mix “ and ”; only an odd number of both says that one is missing.
    if (opener) open[opener]?.push(index);
    else if (!partner) quotes.push(index);
    else if (open[partner]?.pop() === undefined) {
      if (!ITEM_BRACKET.test(line.text.slice(Math.max(0, index - 6), index))) lone.push(index);
    }
  }
  const odd = quotes.length % 2 === 1 ? [oddQuote(line.text, quotes)] : [];
  return [...lone, ...Object.values(open).flat(), ...odd]
    .sort((a, b) => a - b)
    .map((at) => ({ kind: 'unbalanced' as const, start: line.start + at, end: line.start + at + 1 }));
}

/** The quotation mark that has no partner: the first that breaks the turns of “ and ”, else the last. */
function oddQuote(text: string, quotes: readonly number[]): number {
  const broken = quotes.find((at, i) => text[at] !== (i % 2 === 0 ? '“' : '”'));
  return broken ?? quotes.at(-1) ?? 0;
}

/** 12项 beside 1—2项, or where a few for each are meant in a page that loses its dashes. */
function rangesIn(lines: readonly Line[], losesDashes: boolean): Loss[] {
  const ranges = lines.map((line) => new Set(matchesOf(line, RANGE).map((match) => match[1])));
  if (!losesDashes && ranges.every((set) => set.size === 0)) return [];
  return lines.flatMap((line, i) => {
    const beside = ranges.slice(Math.max(0, i - NEAR), i + NEAR + 1);
    if (!losesDashes && beside.every((set) => set.size === 0)) return [];
    return matchesOf(line, NEIGHBOURS)
      .filter(([, first = '', second = '', measure]) => {
        const step = Number(second) - Number(first);
        return (step === 1 || step === 2) && (losesDashes || beside.some((set) => set.has(measure)));
      })
      .filter(({ index = 0 }) => EACH.test(line.text.slice(Math.max(0, index - 12), index)))
      .map((match) => lossAt(line, match, 'lost-range'));
  });
}
