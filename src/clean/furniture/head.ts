import { MENU_WORDS } from '../../lexicon/page.js';
import type { Judged } from './judged.js';
import { isDated } from './range.js';
import { isSplitTitle, looksLikeTitle, repeatedBelow } from './titles.js';

/** How far below the document's beginning its own title may stand again. */
const TITLE_REACH = 12;
const LONGEST_NAME = 30;
const DOCUMENT_NUMBER = /[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]\s*第?\s*\d{1,4}\s*号/;

/** Above the document: names of the site and its columns, links, and a page title that the document repeats. */
export function markHead(lines: readonly Judged[], first: number): void {
  const lastFact = lines.findLastIndex((line, i) => i < first && (line.reason === 'metadata' || isTrail(line)));
  for (let i = 0; i < first; i++) {
    const line = lines[i];
    if (!line || line.reason || line.plain === '') continue;
    const title = looksLikeTitle(line.plain);
    if ((title || DOCUMENT_NUMBER.test(line.plain)) && repeatedBelow(lines, i, first + TITLE_REACH)) {
      line.reason = 'duplicate';
    } else if (
      !title &&
      line.plain.length < LONGEST_NAME &&
      !isOfIssuer(lines, i) &&
      leadsElsewhere(lines, i, lastFact)
    ) {
      line.reason = 'navigation';
    } else if (line.link && (isDated(line) || !title) && line.plain.length < 80) line.reason = 'navigation';
  }
}

/** 首页>政务公开>规划: the way to the page, which stands over the document's title. */
function isTrail({ reason, plain }: Judged): boolean {
  return reason === 'navigation' && /[>＞»›→]|位置/.test(plain);
}

/** What stands over a document and is short: a part of its title, its number, years, its signer. */
function isOfIssuer(lines: readonly Judged[], index: number): boolean {
  const plain = lines[index]?.plain ?? '';
  return (
    isSplitTitle(lines[index], lines[index + 1]) ||
    isSplitTitle(lines[index - 1], lines[index]) ||
    isBodyOverTitle(plain, lines[index + 1]) ||
    DOCUMENT_NUMBER.test(plain) ||
    /^(?:——|签发人|[(（〔].{1,40}[)）〕]$)|^.{4,30}文件$|^(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/.test(plain)
  );
}

/** 某县水务局 over 农村供水三年行动方案: the title lacks its place, which the line above gives. */
function isBodyOverTitle(plain: string, below: Judged | undefined): boolean {
  if (!below || below.reason || !looksLikeTitle(below.plain)) return false;
  return (
    /^[\u4e00-\u9fff]{3,16}(?:政府|委员会|办公[厅室]|[局厅委])$/.test(plain) && !below.plain.includes(plain.slice(0, 2))
  );
}

function leadsElsewhere(lines: readonly Judged[], index: number, lastFact: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (line.link || line.aside) return true;
  if (line.title && line.plain.length >= 8 && !isNameOfSite(line.plain)) return false;
  if (index < lastFact || isNameOfSite(line.plain)) return true;
  return inMenu(lines, index);
}

function isNameOfSite(plain: string): boolean {
  return /(?:人民政府|门户|政府|信息|公众|新闻|在线)(?:网站?|门户)$/.test(plain);
}

/** One of a run of short lines of which some are known names of columns. */
function inMenu(lines: readonly Judged[], index: number): boolean {
  const short = (line: Judged | undefined): boolean =>
    line !== undefined && line.plain.length <= 10 && (!line.reason || line.reason === 'navigation');
  if (!short(lines[index])) return false;
  let from = index;
  let to = index;
  while (index - from < 10 && short(lines[from - 1])) from--;
  while (to - index < 10 && short(lines[to + 1])) to++;
  const run = lines.slice(from, to + 1);
  return run.length >= 4 && run.filter((line) => MENU_WORDS.test(line.plain)).length * 2 >= run.length;
}
