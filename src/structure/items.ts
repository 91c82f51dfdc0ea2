import type { Line } from '../core/lines.js';
import { AFTER_LIST } from '../lexicon/lists.js';
import { type ListMarker, markersOf } from './list-markers.js';
import type { SectionNode } from './nodes.js';

/** A list in the making. */
interface List {
  readonly items: ListMarker[];
  /** The item of another list, closed by a colon, under which this one opens in the next line. */
  readonly within: { readonly list: List; readonly item: ListMarker } | undefined;
  /** Where in its last line the next list of its style begins, or an outer list goes on; offset in the text. */
  limit: number | undefined;
}

/** An item with its span, before it has its parent. */
interface Item {
  readonly marker: ListMarker;
  end: number;
}

/** Lines from one item to the next of its list, at most. */
const REACH = 12;
const LONGEST_TITLE = 40;

/**
 * The items of lists inside paragraphs (一是 … 二是 …, ——), each below the innermost section that it stands in. Only
 * sequences are lists. An item ends where the next one begins; the last one with its paragraph, or with the sentence of a
 * list that is one sentence.
 * @param sections headings in the order of the text; what opens at one of them is a heading and no item
 * @param outside whether a line (1-based) may hold items: cells of tables and tables of contents hold none
 */
export function findItems(
  lines: readonly Line[],
  sections: readonly SectionNode[],
  outside: (line: number) => boolean,
): SectionNode[] {
  const items: SectionNode[] = [];
  let from = 0;
  let lists: List[] = [];
  let open: List[] = [];
  const flush = (heading: SectionNode | undefined): void => {
    for (const node of nodesOf(spansOf(lists, lines), heading)) items.push(node);
    lists = [];
    open = [];
  };
  for (const line of lines) {
    while (from < sections.length && (sections[from]?.start ?? 0) <= line.start) {
      flush(sections[from - 1]);
      from++;
    }
    if (!outside(line.number)) continue;
    const heading = sections[from - 1]?.start === line.start;
    for (const marker of markersOf(line)) {
      if (marker.opens && heading) continue;
      open = place(marker, open, lists, lines);
    }
  }
  flush(sections[from - 1]);
  return items;
}

/** Put a marker where it carries on an open list, or let it begin one. @returns the lists that are open now */
function place(marker: ListMarker, open: List[], lists: List[], text: readonly Line[]): List[] {
  const at = continued(marker, open);
  if (at >= 0) {
    open[at]?.items.push(marker);
    return closeLists(open, at + 1, marker);
  }
  const first = marker.number <= 1 || (marker.kind === 'words' && marker.number === 2 && marker.style !== 'first');
  if (!marker.mayBegin || !first || marker.marker === '另一方面') return open;
  const same = open.findIndex((list) => list.items[0]?.style === marker.style);
  const around = same < 0 ? open : closeLists(open, same, marker);
  const list: List = { items: [marker], within: listAbove(marker, around.at(-1), text), limit: undefined };
  lists.push(list);
  around.push(list);
  return around;
}

/** Leave only the first `count` lists open. */
function closeLists(open: List[], count: number, marker: ListMarker): List[] {
  for (let i = count; i < open.length; i++) {
    const list = open[i];
    if (list && list.items.at(-1)?.line === marker.line) list.limit = marker.start;
  }
  open.length = count;
  return open;
}

/** The list above in the line before, where its item announces this one by a colon. */
function listAbove(marker: ListMarker, list: List | undefined, text: readonly Line[]): List['within'] {
  const item = list?.items.at(-1);
  if (!list || !item || !marker.opens || item.line.number !== marker.line.number - 1) return undefined;
  return /[：:]$/.test(text[item.line.number - 1]?.text ?? '') ? { list, item } : undefined;
}

/** The index of the innermost open list that a marker carries on; -1 for none. */
function continued(marker: ListMarker, open: readonly List[]): number {
  const own = open.findLastIndex((list) => list.items[0]?.style === marker.style);
  if (own >= 0 && goesOn(marker, open[own])) return own;
  return open.findLastIndex((list) => {
    const style = list.items[0]?.style ?? '';
    const last = list.items.at(-1);
    if (!marker.joins.includes(style) || !last || !isNear(marker, last)) return false;
    return marker.closes ? last.number > 1 : marker.number === last.number + 1 && marker.number > 1;
  });
}

function goesOn(marker: ListMarker, list: List | undefined): boolean {
  const last = list?.items.at(-1);
  if (!list || !last || !isNear(marker, last)) return false;
  if (marker.kind === 'bullet') return true;
  if (last.closes) return false;
  if (marker.closes) return list.items.length > 1;
  if (marker.style === 'side') return list.items.length === 1 && last.number === 1;
  const step = marker.number - last.number;
  if (marker.loose) return step === 1;
  // 再次 may follow where 第三 or a second 再者 stood; a number that the issuer gives twice is no new list.
  return step === 1 || step === 2 || (step === 0 && marker.number > 1);
}

/** In one paragraph, or at the start of one that is not far. */
function isNear(marker: ListMarker, last: ListMarker): boolean {
  if (marker.line === last.line) return true;
  return marker.kind !== 'signs' && marker.opens && marker.line.number - last.line.number <= REACH;
}

/** The spans of the items of all lists that hold, in the order of the text, none across the end of another. */
function spansOf(lists: readonly List[], lines: readonly Line[]): Item[] {
  const ends = new Map<ListMarker, number>();
  const valid = lists.filter((list) => holds(list));
  for (const { items, limit } of valid) {
    items.forEach((item, i) => {
      const next = items[i + 1];
      if (!next) ends.set(item, lastEnd(items, limit));
      else ends.set(item, next.line === item.line ? next.start : (lines[next.line.number - 2]?.end ?? next.start));
    });
  }
  // Lists inside come later: what they reach is known when the item above them is looked at.
  for (const { items, within } of [...valid].reverse()) {
    const last = items.at(-1);
    if (!within || !last || within.list.items.at(-1) !== within.item || !ends.has(within.item)) continue;
    ends.set(within.item, Math.max(ends.get(within.item) ?? 0, ends.get(last) ?? 0));
  }
  const found = [...ends].map(([marker, end]): Item => ({ marker, end }));
  return found.sort((a, b) => a.marker.start - b.marker.start);
}

/** Two items or more, each with words of its own. */
function holds({ items }: List): boolean {
  if (items.length < 2) return false;
  return items.every((item, i) => {
    const next = items[i + 1];
    const end = next && next.line === item.line ? next.start : item.line.end;
    return hasWords(item.line.text, item.body - item.line.start, end - item.line.start);
  });
}

/** Whether two Chinese characters stand in a range, the first of them at its beginning: ①、② and (1)至(3) have none. */
function hasWords(text: string, start: number, end: number): boolean {
  let from = start;
  while (from < end && /\s/.test(text[from] ?? '')) from++;
  if (/[、，,和及与或至~～×÷+=／/)）]/.test(text[from] ?? '')) return false;
  let han = 0;
  for (let i = from; i < end && han < 2; i++) if (/[\u4e00-\u9fff]/.test(text[i] ?? '')) han++;
  return han >= 2;
}

/** Where the last item of a list ends, as an offset in the text; at the latest before the sentence that opens a new list. */
function lastEnd(items: readonly ListMarker[], limit: number | undefined): number {
  const last = items.at(-1);
  if (!last) return 0;
  const { text, start: base, end } = last.line;
  const own = text.slice(last.body - base, (limit ?? end) - base);
  const oneSentence = items.slice(0, -1).every((item, i) => {
    const next = items[i + 1];
    const to = next?.line === item.line ? next.start : item.line.end;
    return !item.line.text.slice(item.body - item.line.start, to - item.line.start).includes('。');
  });
  for (let stop = own.indexOf('。'); stop >= 0 && stop + 1 < own.length; stop = own.indexOf('。', stop + 1)) {
    if (oneSentence || AFTER_LIST.test(own.slice(stop + 1, stop + 20))) return last.body + stop + 1;
  }
  return last.body + (limit === undefined ? own.length : own.lastIndexOf('。') + 1 || own.length);
}

/** The items as nodes: each below the item that is still open where it begins, else below the heading. */
function nodesOf(items: readonly Item[], heading: SectionNode | undefined): SectionNode[] {
  const nodes: SectionNode[] = [];
  const open: SectionNode[] = [];
  for (const { marker, end } of items) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= marker.start) open.pop();
    const parent = open.at(-1) ?? heading;
    const node: SectionNode = {
      kind: 'item',
      marker: marker.marker,
      title: titleOf(marker, end),
      parent,
      annex: parent?.annex ?? 0,
      line: marker.line.number,
      start: marker.start,
      end: Math.min(end, open.at(-1)?.end ?? end),
    };
    nodes.push(node);
    open.push(node);
  }
  return nodes;
}

/** The first clause of an item; brackets keep what they hold. */
function titleOf({ line, body }: ListMarker, end: number): string {
  const words = line.text.slice(body - line.start, Math.min(line.end, end) - line.start).slice(0, LONGEST_TITLE + 20);
  const bare = words.replace(/^[\s，,、：:]+/, '');
  const stop = /[。；;：:，,！？](?![^(（]*[)）])/.exec(bare)?.index ?? bare.length;
  return bare.slice(0, Math.min(stop, LONGEST_TITLE)).trim();
}
