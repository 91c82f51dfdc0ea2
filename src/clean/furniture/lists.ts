import { startsWithMarker } from '../../lexicon/numbering.js';
import { ANNEX_LINES } from '../../lexicon/page.js';
import { isBody, isClosing, type Judged } from './judged.js';
import { isDated, isListHeading, type Range } from './range.js';

/** A block of links of this many lines stands for itself, without a heading. */
const LINK_BLOCK = 3;

/** Lists of links inside the document: side bars and lists of news that the page sets into its text. */
export function markLists(lines: readonly Judged[], { first, last }: Range): void {
  for (let i = first; i <= last; i++) {
    const line = lines[i];
    if (!line || line.reason) continue;
    const heading = isListHeading(lines, i) ? 1 : 0;
    const entries = entriesFrom(lines, i + heading, last);
    const enough = heading > 0 ? entries > 0 : entries >= LINK_BLOCK && !isOwnList(lines, i);
    if (enough) for (const entry of lines.slice(i, i + heading + entries)) entry.reason ??= 'navigation';
    else if (line.aside && line.plain.length < 60 && !isOwn(line)) line.reason = 'navigation';
    i += enough ? heading + entries - 1 : Math.max(0, entries - 1);
  }
}

/** How many lines from here on are links or dated entries of a list. */
function entriesFrom(lines: readonly Judged[], from: number, last: number): number {
  let i = from;
  while (i <= last) {
    const line = lines[i];
    if (!line || line.reason || !(line.link || isDated(line)) || isOwn(line)) break;
    i++;
  }
  return i - from;
}

function isOwn(line: Judged): boolean {
  return (
    line.cell || startsWithMarker(line.plain) || ANNEX_LINES.test(line.plain) || isBody(line) || isClosing(line.plain)
  );
}

/** Links under 附件 or 目录 are the document's. */
function isOwnList(lines: readonly Judged[], index: number): boolean {
  const above = lines.slice(Math.max(0, index - 2), index).map((line) => line.plain);
  return above.some((plain) => ANNEX_LINES.test(plain) || /^(?:附件|附表|附录|目录|目次|附)[:：]?$/.test(plain));
}
