import { ANNEX_LINES, MENU_WORDS, SITE_RUNNERS, WEAK_FOOTERS } from '../../lexicon/page.js';
import { PLACE_NAME } from '../../lexicon/spam.js';
import { isBody, isClosing, isFooterSign, type Judged } from './judged.js';
import { isDated, type Range } from './range.js';

const LONGEST_ENTRY = 60;
const LONGEST_SCRAP = 12;
const SHORTEST_PLACE_LIST = 8;

/** Below the document: who runs the site, links, lists of places, controls that show no words of their own. */
export function markTail(lines: readonly Judged[], { last, cut }: Range): void {
  let listed = false;
  for (let i = last + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    listed ||= i >= cut || line.reason === 'navigation';
    if (!line.reason && line.plain !== '')
      judge(line, listed || lines[i - 1]?.reason !== undefined, listed, isSigned(lines, i));
  }
  markWeakFooters(lines, last + 1, cut);
  markPlaces(lines, last + 1);
  markScraps(lines, last + 1);
}

function judge(line: Judged, behind: boolean, listed: boolean, signed: boolean): void {
  const { plain } = line;
  if (isFooterSign(plain) || (SITE_RUNNERS.test(plain) && (listed || signed))) line.reason = 'footer';
  else if (ANNEX_LINES.test(plain) || (isClosing(plain) && !(listed && /^[(（]/.test(plain)))) return;
  else if (isWeak(plain)) return;
  else if (line.link || line.aside || (behind && isDated(line))) line.reason = 'navigation';
  else if (listed && !line.cell && plain.length < LONGEST_ENTRY && !isBody(line)) line.reason = 'navigation';
}

/** Behind a signature's date or a print note nothing of the text comes any more, but annexes. */
function isSigned(lines: readonly Judged[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i > index - 8; i--) {
    const line = lines[i];
    if (line && !line.reason && isClosing(line.plain)) return true;
  }
  return false;
}

function isWeak(plain: string): boolean {
  return WEAK_FOOTERS.some((pattern) => pattern.test(plain)) && !/联系人|。$/.test(plain);
}

/**
 * 主办单位：…, 联系电话：… may end a document. They are the site's beside a line that only a footer has, behind the links
 * of the page, and in a part of it that is named so.
 */
function markWeakFooters(lines: readonly Judged[], from: number, cut: number): void {
  const spread = (line: Judged | undefined, near: Judged | undefined): void => {
    if (!line || line.reason || near?.reason !== 'footer') return;
    const name =
      line.plain.length <= 40 && line.plain !== '' && !isClosing(line.plain) && !ANNEX_LINES.test(line.plain);
    if (isWeak(line.plain) || (name && line.number > near.number && !isBody(line))) line.reason = 'footer';
  };
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line && !line.reason && isWeak(line.plain) && (i >= cut || line.aside)) line.reason = 'footer';
    if (i > from) spread(line, lines[i - 1]);
  }
  for (let i = lines.length - 2; i >= from; i--) spread(lines[i], lines[i + 1]);
}

/** Words of a few characters between what is gone and the end of the page: names of media, counts. */
function markScraps(lines: readonly Judged[], from: number): void {
  const begun = lines.findIndex((line, i) => i >= from && line.reason !== undefined);
  if (begun < 0) return;
  for (let i = lines.length - 1; i > begun; i--) {
    const line = lines[i];
    if (!line || line.reason || line.plain === '') continue;
    const own = isClosing(line.plain) || ANNEX_LINES.test(line.plain) || isWeak(line.plain) || isBody(line);
    if (own || line.cell || line.plain.length > LONGEST_SCRAP) return;
    line.reason = 'widget';
  }
}

/** Whether the line above says what a list is of. */
function isAnnounced(lines: readonly Judged[], line: Judged | undefined): boolean {
  const before = lines[(line?.number ?? 1) - 2];
  return before !== undefined && !before.reason && /名单|名册|范围|分布|一览|附件|表|[:：]$/.test(before.plain);
}

/** Names of places in a row that no caption announces: what search engines are meant to find, or links to their sites. */
function markPlaces(lines: readonly Judged[], from: number): void {
  let run: Judged[] = [];
  const close = (): void => {
    if (run.length >= SHORTEST_PLACE_LIST && !isAnnounced(lines, run[0])) for (const line of run) line.reason = 'spam';
    run = [];
  };
  for (const line of lines.slice(from)) {
    if (!line.reason && !line.cell && (PLACE_NAME.test(line.plain) || MENU_WORDS.test(line.plain))) run.push(line);
    else close();
    const words = line.text.split(/\s+/).filter(Boolean);
    const places = words.filter((word) => PLACE_NAME.test(word)).length;
    const list = words.length >= SHORTEST_PLACE_LIST && places * 5 >= words.length * 4;
    if (list && !line.reason && !isAnnounced(lines, line)) line.reason = 'spam';
  }
  close();
}
