import type { Mark } from '../../core/draft.js';
import { type Line, linesOf } from '../../core/lines.js';
import { lastIndex } from '../../core/search.js';
import { startsWithMarker } from '../../lexicon/numbering.js';
import { CLOSING_LINES, FOOTER_LINES } from '../../lexicon/page.js';
import type { Cleaning } from '../../schema/model.js';

/** A line with all that its place on the page says, and the reason why it goes, once there is one. */
export interface Judged extends Line {
  /** Without blanks. */
  readonly plain: string;
  /** Nearly all of it leads elsewhere. */
  readonly link: boolean;
  /** It stands in a table of several rows; controls are laid out in tables of one or two. */
  readonly cell: boolean;
  /** The markup calls it a title. */
  readonly title: boolean;
  /** It stands in a part that is named for standing beside the document, and that holds no part of one. */
  aside: boolean;
  /** Letters and digits alone, worked out where it is asked for. */
  bare: string | undefined;
  reason: Cleaning['removed'][number]['reason'] | undefined;
}

/** A part of the page that is larger than this share of it is no part beside the document, whatever its name. */
const LARGEST_ASIDE = 0.4;
/** Links stand for the whole line from this share on, bullets and dates aside. */
const LINKED = 0.8;

export function judgedLines(text: string, marks: readonly Mark[]): Judged[] {
  const linked = coverage(marks, 'link');
  const titled = coverage(marks, 'title');
  const cells = coverage(inGrids(marks), 'cell');
  const lines = linesOf(text).map((line): Judged => {
    const link = linked(line.start, line.end);
    return {
      number: line.number,
      start: line.start,
      end: line.end,
      text: line.text,
      // Most lines have no blanks; to ask first is cheaper than to replace nothing.
      plain: /\s/.test(line.text) ? line.text.replace(/\s/g, '') : line.text,
      link: link > 0 && link >= wordsOf(line.text) * LINKED,
      cell: cells(line.start, line.end) > 0,
      title: titled(line.start, line.end) > 0,
      aside: false,
      bare: undefined,
      reason: undefined,
    };
  });
  markAsides(lines, text.length, marks);
  return lines;
}

/** Characters of a line without the bullets and brackets around it. */
function wordsOf(line: string): number {
  return line.replace(/^[\s•·●>»\-—[【]+|[\s\]】]+$/g, '').length;
}

/** Characters; a shorter sentence may be one of the page. */
const SENTENCE = 14;
/** Sentences that pages say of themselves. */
const OFFERS = /浏览器|分辨率|本站|本网|网友|登录|注册|版权|转载|点击|关注|扫描|下载|客服|评论/;

/** Whether a line reads like the document's own text: a long sentence, a numbered heading, a salutation. */
export function isBody({ plain, link, aside, reason }: Judged): boolean {
  if (reason || link || aside || plain === '') return false;
  if (plain.length >= 40 && /[。；;]/.test(plain)) return !isFooterSign(plain);
  if (plain.length >= SENTENCE && /[。；]$/.test(plain)) return !isFooterSign(plain) && !OFFERS.test(plain);
  return startsWithMarker(plain) || isSalutation(plain);
}

function isSalutation(plain: string): boolean {
  return (
    plain.length <= 110 &&
    /[:：]$/.test(plain) &&
    /(?:人民政府|部门|单位|机构|公司|学校|街道|委员会|委|办事处)[^。]{0,40}[:：]$/.test(plain)
  );
}

/** Whether a line closes a document: copies, print note, signature's date, notes, contacts. */
export function isClosing(plain: string): boolean {
  return CLOSING_LINES.some((pattern) => pattern.test(plain));
}

/** What no part beside a document holds: the date of a signature, copies, the note of print or release. */
function isSignature(plain: string): boolean {
  return /^(?:抄送|分送|主送)[:：]|印发$|^[(（]?此件|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(plain);
}

export function isFooterSign(plain: string): boolean {
  return FOOTER_LINES.some((pattern) => pattern.test(plain));
}

/** Rows from which on a table is one of data. */
const GRID = 3;

function inGrids(marks: readonly Mark[]): Mark[] {
  const rows = new Map<number, number>();
  for (const mark of marks) {
    if (mark.kind === 'cell') rows.set(mark.cell.table, Math.max(rows.get(mark.cell.table) ?? 0, mark.cell.row + 1));
  }
  return marks.filter((mark) => mark.kind === 'cell' && (rows.get(mark.cell.table) ?? 0) >= GRID);
}

/** How much of a range the marks of a kind cover. Ranges are asked for in order. */
function coverage(marks: readonly Mark[], kind: Mark['kind']): (start: number, end: number) => number {
  const ranges = marks.filter((mark) => mark.kind === kind).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  let next = 0;
  return (start, end) => {
    while ((merged[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    let sum = 0;
    for (let i = next; i < merged.length; i++) {
      const range = merged[i];
      if (!range || range.start >= end) break;
      sum += Math.min(range.end, end) - Math.max(range.start, start);
    }
    return sum;
  };
}

/** Names of parts count where the part is small and holds nothing that reads like the document. */
function markAsides(lines: readonly Judged[], length: number, marks: readonly Mark[]): void {
  const asides = marks.filter((mark) => mark.kind === 'aside' && mark.end - mark.start <= length * LARGEST_ASIDE);
  if (asides.length === 0) return;
  const bodies = [0];
  for (const line of lines) bodies.push((bodies.at(-1) ?? 0) + (isBody(line) || isSignature(line.plain) ? 1 : 0));
  const steps = new Int32Array(lines.length + 1);
  for (const { start, end } of asides) {
    const from = lineAt(lines, start);
    const to = lineAt(lines, Math.max(start, end - 1));
    if (bodies[to + 1] !== bodies[from]) continue;
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to + 1] = (steps[to + 1] ?? 0) - 1;
  }
  let open = 0;
  lines.forEach((line, i) => {
    open += steps[i] ?? 0;
    line.aside = open > 0;
  });
}

/** The index of the line that holds an offset. */
function lineAt(lines: readonly Judged[], offset: number): number {
  return Math.max(
    0,
    lastIndex(lines.length, (i) => (lines[i]?.start ?? 0) <= offset),
  );
}
