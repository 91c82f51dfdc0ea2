import type { AnyDiagnostic } from '../../core/diagnostic.js';
import { diagnostic, InputError } from '../../core/diagnostic.js';

/** A row as column names with what stands in them. */
export type Values = ReadonlyMap<string, string>;

/** Which columns of a corpus are what. */
export interface Columns {
  readonly text: string;
  /** In order of trust: the first filled one of a row counts. */
  readonly title: readonly string[];
  readonly publishedOn: readonly string[];
  readonly url: readonly string[];
  readonly told: readonly AnyDiagnostic[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** Names without blanks, `_` and `-`, in lower case, the most telling first. */
const TEXT = words(
  '正文 全文 正文内容 正文文本 文章正文 政策正文 政策全文 政策文本 公文正文 文件正文 文件全文 文本 文本内容 内容 文章内容 政策内容 文件内容 公文内容 网页内容 页面内容 政策原文 原文 原文内容 新闻内容 公告内容 详情 详细内容 fulltext maintext text content contents body articlebody articlecontent articletext contenttext plaintext rawtext cleantext txt article document passage contenthtml html rawhtml pagecontent pagehtml htmlcontent richtext 网页源码 源码',
);
const TITLE = words(
  '标题 题目 文件标题 文章标题 政策标题 公文标题 新闻标题 文件名称 政策名称 公文名称 规划名称 名称 title doctitle articletitle headline subject pagetitle biaoti',
);
const PUBLISHED = words(
  '发布时间 发布日期 发文时间 发文日期 公布时间 公布日期 公开时间 公开日期 发表时间 发表日期 上网时间 日期 时间 publishtime publishdate publishedat publishedon published pubtime pubdate publicationdate datepublished releasetime releasedate issuedate postdate posttime date time',
);
const URL = words(
  '链接 网址 url 原文链接 原文网址 原文地址 链接地址 网页链接 文章链接 详情链接 来源链接 来源网址 页面链接 sourceurl pageurl articleurl detailurl docurl weburl link href permalink 来源 地址 source',
);

/** Mean Chinese characters of filled cells: of a column with a name of texts, and of one without. Rows of tasks are shorter. */
const NAMED = 60;
const UNNAMED = 200;

/** So many columns are weighed: exports have dozens, objects with names for keys as many as there are. */
const WEIGHED = 1000;

/** A name as it is compared; of `data.content` the last part. */
function bare(column: string): string {
  const last =
    column
      .split('.')
      .filter((part) => !part.startsWith('$'))
      .at(-1) ?? column;
  return last
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-"'“”:：()（）]/g, '');
}

function rank(names: readonly string[], column: string): number {
  return names.indexOf(bare(column));
}

/** Columns with one of the names, in the order of the names. */
function named(names: readonly string[], columns: readonly string[]): string[] {
  return columns.filter((column) => rank(names, column) >= 0).sort((a, b) => rank(names, a) - rank(names, b));
}

export function isTextName(column: string): boolean {
  return rank(TEXT, column) >= 0;
}

export function isFactName(column: string): boolean {
  return [TITLE, PUBLISHED, URL].some((names) => rank(names, column) >= 0);
}

function columnsOf(rows: readonly Values[]): string[] {
  return [...new Set(rows.flatMap((row) => [...row.keys()]))];
}

/** Mean count of Chinese characters in the filled cells of a column. */
function meanHan(rows: readonly Values[], column: string): number {
  let [filled, han] = [0, 0];
  for (const row of rows) {
    const text = row.get(column)?.trim() ?? '';
    if (text === '') continue;
    filled++;
    // Beyond that it is long enough whatever follows; pages begin with scripts and styles.
    for (let i = 0; i < Math.min(text.length, 50_000); i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x3400 && code <= 0x9fff) han++;
    }
  }
  return filled === 0 ? 0 : han / filled;
}

/** The columns that may hold the text, the best first. */
export function textColumns(rows: readonly Values[], all: readonly string[]): string[] {
  const columns = all.slice(0, WEIGHED);
  const mean = new Map(columns.map((column) => [column, meanHan(rows, column)]));
  const of = (column: string): number => mean.get(column) ?? 0;
  const byName = named(TEXT, columns).filter((column) => of(column) >= NAMED);
  const byLength = columns.filter((column) => !byName.includes(column) && of(column) >= UNNAMED);
  return [...byName, ...byLength.sort((a, b) => of(b) - of(a))];
}

/** The column that people named: as it is written, without regard to case and blanks, or by its last part. */
function wantedColumn(wanted: string, columns: readonly string[]): string {
  const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
  const same = [
    ...columns.filter((column) => column === wanted),
    ...columns.filter((column) => folded(column) === folded(wanted)),
    ...columns.filter((column) => folded(column).endsWith(`.${folded(wanted)}`)),
  ][0];
  if (same !== undefined) return same;
  throw new InputError(diagnostic('corpus/no-such-column', 'error', { column: wanted, columns: shown(columns) }));
}

const shown = (columns: readonly string[]): string[] => columns.slice(0, 40).map((column) => column.slice(0, 40));

/**
 * Which column holds the text, and which say title, day and address.
 * @throws InputError `corpus/no-text` where no column holds long Chinese text, `corpus/no-such-column` for a wanted one
 * that there is not.
 */
export function chooseColumns(rows: readonly Values[], wanted: string | undefined): Columns {
  const columns = columnsOf(rows);
  const candidates = wanted === undefined ? textColumns(rows, columns) : [wantedColumn(wanted, columns)];
  const [text, ...others] = candidates;
  if (text === undefined) throw new InputError(diagnostic('corpus/no-text', 'error', { columns: shown(columns) }));
  const rest = columns.filter((column) => column !== text);
  const told =
    others.length > 0 ? [diagnostic('corpus/text-column', 'info', { taken: text, others: shown(others) })] : [];
  return { text, title: named(TITLE, rest), publishedOn: named(PUBLISHED, rest), url: named(URL, rest), told };
}
