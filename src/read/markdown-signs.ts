import { startsWithMarker } from '../lexicon/numbering.js';

/** Points that show a text to be Markdown; a single sign may be anything. */
const ENOUGH = 2;
/** Characters; a longer line is no heading, no row of a table. */
const LONGEST = 300;
/** Tags of a page; a few stand in Markdown as well. */
const PAGE_TAGS = 10;

const HAN = /[\u3400-\u9fff]/;
const HEADING = /^ {0,3}(#{1,6})[ \t\u00a0\u3000]+([^\s#][^#]{1,100}?)[ \t]*(#*)[ \t]*$/;
const TIGHT_HEADING = /^ {0,3}#{2,6}([^\s#].{0,60})$/;
/** `# 为约束性指标`, `# 1 机组`: a note to a table, a number. */
const NO_HEADING = /^(?:为|表示|代表|指(?!导|标)|系|号|注|带|\d+(?![.．、\d年]))/;
const BOLD_LINE = /^ {0,3}(?:[-*+] |\d{1,2}[.)] )?\*\*[^*\s][^*]{0,80}\*\*/;
/** The line below the head of a table: dashes between pipes (GitHub Flavored Markdown 4.10). */
export const DELIMITERS = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}[^~]*)$/;
const IMAGE = /!\[[^\][\n]{0,100}\]\([^()\s]/g;
const LINK = /\[[^\][\n]{1,100}\]\((?:https?:|mailto:)/g;
const FORMULA = /\$[^$\\\n\u3400-\u9fff]{0,40}\\[%a-zA-Z][^$\n\u3400-\u9fff]{0,60}\$/g;
const OPENS_AS_PAGE = /^\s{0,100}(?:<!--[^>]{0,200}-->\s{0,100})?<(?:!doctype\s+html|html|head|body|\?xml)\b/i;
const PAGE_TAG = /<(?:p|div|span|a|li)\b/gi;
const PAGE_HEAD = /<(?:meta|script|link|style)\b/i;

/**
 * Whether a text is Markdown (CommonMark, with the tables of GitHub and the formulas of PDF readers). Hashes, asterisks and
 * dashes stand in any text: only several of the signs that nothing else gives show it.
 * @param tagged whether the text has so many tags that it may be a page
 */
export function isMarkdown(text: string, tagged: boolean): boolean {
  if (tagged && isPage(text)) return false;
  if (!/[#*|`\\[]|^---/.test(text)) return false;
  return pointsOf(text) >= ENOUGH;
}

function isPage(text: string): boolean {
  if (OPENS_AS_PAGE.test(text) || PAGE_HEAD.test(text)) return true;
  return (text.match(PAGE_TAG)?.length ?? 0) > Math.max(PAGE_TAGS, text.length / 500);
}

interface Counts {
  headings: number;
  bold: number;
  tables: number;
  fences: number;
}

function pointsOf(text: string): number {
  const counts: Counts = { headings: 0, bold: 0, tables: 0, fences: 0 };
  countLines(text, counts);
  const some = (pattern: RegExp, most: number): number => Math.min(most, text.match(pattern)?.length ?? 0);
  return (
    Math.min(3, counts.headings) +
    Math.min(2, counts.bold) +
    Math.min(1, counts.tables) * 2 +
    (counts.fences >= 2 ? 1 : 0) +
    (frontMatter(text) ? 2 : 0) +
    some(IMAGE, 2) +
    some(LINK, 1) +
    some(FORMULA, 2)
  );
}

function countLines(text: string, counts: Counts): void {
  let fenced = false;
  let [last, beforeLast] = ['', ''];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = end - start > LONGEST ? '' : text.slice(start, end).trimEnd();
    if (FENCE.test(line)) {
      fenced = !/^\s*[`~]+(?:markdown|md)\s*$/i.test(line) && !fenced;
      counts.fences++;
    } else if (!fenced && line !== '') countLine(line, last, beforeLast, start === 0 || last === '', counts);
    // A title that stands apart is worth two headings.
    if (line === '' && beforeLast === '' && counts.headings === 1 && isTitle(last)) counts.headings++;
    [beforeLast, last] = [last, line];
    start = end + 1;
  }
}

/** Whether a line reads like the title of a text. */
function isTitle(line: string): boolean {
  const heading = HEADING.exec(line);
  return heading?.[1] === '#' && (heading[2]?.length ?? 0) >= 6 && !/[，。；：]/.test(heading[2] ?? '');
}

function countLine(line: string, last: string, beforeLast: string, apart: boolean, counts: Counts): void {
  if (/^ {0,3}#/.test(line)) {
    const [, hashes = '', words = '', closing = ''] = HEADING.exec(line) ?? [];
    // # 话题 # is a hash tag.
    const closed = closing === '' || (closing === hashes && hashes.length > 1);
    const level = hashes.length > 1 || apart;
    if (words !== '' && closed && level && HAN.test(words) && !NO_HEADING.test(words) && !/[。；]$/.test(words))
      counts.headings++;
    if (words === '' && startsWithMarker(TIGHT_HEADING.exec(line)?.[1] ?? '')) counts.headings++;
  }
  if (line.includes('**') && BOLD_LINE.test(line) && HAN.test(line)) counts.bold++;
  if (line.includes('|') && DELIMITERS.test(line) && headOver(last, beforeLast, line)) counts.tables++;
}

/** Whether the line above a line of dashes is the head of a table, and its first: other drawings have a rule above it. */
function headOver(head: string, above: string, delimiters: string): boolean {
  return HAN.test(head) && head.includes('|') && !/[|─+]/.test(above) && cellsIn(head) === cellsIn(delimiters);
}

function cellsIn(line: string): number {
  return line
    .replace(/\\\|/g, '')
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length;
}

/** Lines of front matter; a longer one is none. */
const LONGEST_FRONT = 80;
const FRONT_LINE =
  /^(?:([A-Za-z][\w .-]{0,30}|[\u4e00-\u9fff]{2,8})[ \t]*[:：](?:[ \t]*(\S.*))?|[ \t]+\S.*|-[ \t]+\S.*|#.*)?$/;
const FRONT_NAMES =
  /^(?:title|subtitle|date|created|updated|modified|published|publish_date|pubdate|source|url|link|author|authors|publisher|description|summary|tags|categories|category|keywords|layout|slug|lang|id|标题|日期|来源|发布日期|发布时间|成文日期|发文机关|发文机构|发布机构|作者|文号|发文字号|索引号)$/i;

/** A key and its value, with its line in the text (UTF-16 offsets, the end behind the line's end). */
export interface FrontLine {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The YAML block between lines of dashes that opens a text, line by line; undefined where there is none. Dashes around lines
 * with colons also part the parts of a letter, so two keys have to be ones that such blocks have.
 */
export function frontMatter(text: string): { readonly lines: FrontLine[]; readonly end: number } | undefined {
  const opening = /^\ufeff?-{3}[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const lines: FrontLine[] = [];
  let known = 0;
  for (let start = opening[0].length; start < text.length && lines.length < LONGEST_FRONT; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    if (end - start > 2000) return undefined;
    const line = text.slice(start, end).trimEnd();
    if (/^(?:-{3}|\.{3})$/.test(line)) return known >= 2 ? { lines, end } : undefined;
    const match = FRONT_LINE.exec(line);
    if (!match) return undefined;
    const key = match[1] ?? '';
    if (FRONT_NAMES.test(key)) known++;
    lines.push({ key, value: unquoted(match[2] ?? ''), start, end });
    start = end;
  }
  return undefined;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1).trim() : value;
}
