import type { Line } from '../core/lines.js';
import { CONTENTS_TITLE } from '../lexicon/contents.js';
import { type Entry, type Headlines, headlinesOf, isHeadline, keyOf, readEntry } from './contents-entries.js';
import { type Run, repeatedRun } from './contents-repeated.js';

/** Lines of one table of contents, at most. */
const LONGEST = 1000;
const DRAWN = /[.．·・•⋯‥…_＿—─-]{3}|…/;
/** Leaders whose page the file lost; those of a form (单位名称：……) wait for something else. */
const LED_NOWHERE = /[^\s:：.．·・•⋯‥…_＿—─-]\s?(?:[.．·・•_＿—─-]{6}|[⋯‥…]{3})[.．·・•⋯‥…_＿—─-]{0,400}$/;
const PAGE_ALONE = /^[-—–·.…\s]*(?:\d{1,3}|[ivxIVX]{1,5})[-—–\s]*$/;

/**
 * The lines (1-based) of the tables of contents: 目录 and its entries; without that word a run of entries with leaders and
 * pages, or of headings that all come again below in the same order. Lists of tables and boxes count as well.
 */
export function contentsLines(lines: readonly Line[]): ReadonlySet<number> {
  const texts = lines.map(({ text }) => text.trim());
  const found = new Set<number>();
  let index: Headlines | undefined;
  const headlines = (): Headlines => {
    index ??= headlinesOf(texts);
    return index;
  };
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? '';
    const run = CONTENTS_TITLE.test(text)
      ? titledRun(texts, i, headlines())
      : (ledRun(texts, i, headlines) ?? repeatedRun(texts, i, LONGEST, headlines));
    if (run?.holds) for (let k = i; k < run.next; k++) found.add(k + 1);
    // What was walked through in vain is not walked through again.
    if (run) i = Math.max(i, run.next - 1);
  }
  return found;
}

/** What a walk through entries has seen. */
interface Walk {
  readonly seen: Set<string>;
  entries: number;
  paged: number;
  repeated: number;
  page: number;
  /** Index behind the last line that is an entry for certain. */
  next: number;
  /** Index behind the last line that says 目录. */
  last: number;
}

/** The entries under 目录: up to the line with which the text begins. */
function titledRun(texts: readonly string[], title: number, headlines: Headlines): Run {
  const walk: Walk = { seen: new Set(), entries: 0, paged: 0, repeated: 0, page: 0, next: title + 1, last: title + 1 };
  const above = new Set(texts.slice(Math.max(0, title - 15), title).map(keyOf));
  for (let i = title + 1; i < texts.length && i - title < LONGEST; ) {
    const taken = takeEntry(texts, i, walk, headlines, above);
    if (taken === 0) break;
    i += taken;
    if (CONTENTS_TITLE.test(texts[i - 1] ?? '')) walk.last = i;
  }
  const holds =
    walk.paged >= 2 || (walk.paged + walk.repeated >= 2 && (walk.paged + walk.repeated) * 2 >= walk.entries);
  return { next: holds ? walk.next : walk.last, holds };
}

/** How many lines from `i` on are an entry: 0 where the contents end. */
function takeEntry(
  texts: readonly string[],
  i: number,
  walk: Walk,
  headlines: Headlines,
  above: ReadonlySet<string>,
): number {
  const text = texts[i] ?? '';
  if (CONTENTS_TITLE.test(text)) return 1;
  if (PAGE_ALONE.test(text)) {
    if (walk.entries === 0) return 0;
    return accept(
      walk,
      { titles: [], page: Number(/\d+/.exec(text)?.[0]) || walk.page, led: 0, numbered: false },
      i + 1,
    );
  }
  const entry = readEntry(text);
  // The plan's own name may come again below its contents.
  if (!entry || (!entry.numbered && above.has(entry.titles[0] ?? ''))) return 0;
  if (entry.led > 0) return accept(walk, entry, i + 1);
  if (walk.seen.has(entry.titles[0] ?? '') && entry.page === undefined) return 0;
  const next = texts[i + 1] ?? '';
  const among = entry.numbered || walk.paged > 0 || readEntry(next)?.page !== undefined;
  if (entry.page !== undefined && entry.page >= walk.page && among) {
    return accept(walk, entry, i + 1);
  }
  if (isHeadline(entry, headlines, i + 1)) return accept(walk, { ...entry, page: undefined }, i + 1);
  const joined = CONTENTS_TITLE.test(next) ? undefined : readEntry(text + next);
  const whole = joined && (joined.led > 0 || isHeadline(joined, headlines, i + 2));
  if (joined && whole && !readEntry(next)?.numbered) return accept(walk, joined, i + 2) + 1;
  // The text may word a heading otherwise; it counts where more entries follow.
  if (!entry.numbered || text.length > 50) return 0;
  walk.entries++;
  walk.seen.add(entry.titles[0] ?? '');
  return 1;
}

function accept(walk: Walk, entry: Entry, next: number): number {
  for (const title of entry.titles) walk.seen.add(title);
  walk.entries += entry.titles.length;
  if (entry.page !== undefined || entry.led > 0) walk.paged += Math.max(1, entry.titles.length);
  else walk.repeated += entry.titles.length;
  walk.page = entry.page ?? walk.page;
  walk.next = next;
  return 1;
}

/** Entries with leaders and pages that rise, or have gone, three or more; one of them numbered, or a heading below. */
function ledRun(texts: readonly string[], first: number, headlines: () => Headlines): Run | undefined {
  if (!DRAWN.test(texts[first] ?? '')) return undefined;
  let count = 0;
  let page = 0;
  let proven = false;
  let i = first;
  for (; i < texts.length && i - first < LONGEST; i++) {
    const text = texts[i] ?? '';
    if (!DRAWN.test(text)) break;
    const entry = readEntry(text);
    const below = PAGE_ALONE.test(texts[i + 1] ?? '');
    if (!entry?.led || (entry.page === undefined && !below && !LED_NOWHERE.test(text))) break;
    if ((entry.page ?? page) < page) break;
    count += entry.titles.length;
    page = entry.page ?? page;
    proven ||= entry.numbered || isHeadline(entry, headlines(), i + 1);
    if (entry.page === undefined && below) i++;
  }
  return { next: i, holds: count >= 3 && proven };
}
