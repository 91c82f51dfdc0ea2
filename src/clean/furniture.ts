import { defineStage, type Mark } from '../core/draft.js';
import { type Edit, remove } from '../core/edits.js';
import { type Line, linesOf } from '../core/lines.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import {
  FOOTER_LINES,
  METADATA_LABELS,
  NAVIGATION_LINES,
  OUTER_LABELS,
  OUTER_LINES,
  SPAM_FOUGHT,
  SPAM_TRADES,
  SPAM_WORDS,
  WIDGET_LINES,
  WIDGET_WORDS,
} from '../lexicon/page.js';
import { TITLE_END } from '../lexicon/titles.js';

/*
 * What the page adds around the document, told line by line: by its words, its shape, and whether it stands before the
 * document begins or after it ends, not by the container alone, for containers lie.
 */

interface Judged extends Line {
  readonly plain: string;
  reason?: 'spam' | 'navigation' | 'metadata' | 'widget' | 'footer' | 'duplicate';
}

export const spam = stageOf('spam', (lines) => {
  for (const line of lines) if (isSpam(line.plain)) line.reason = 'spam';
});

export const pageFurniture = stageOf('page-furniture', (lines, marks) => {
  markMetadata(lines, SURE);
  for (const line of lines) {
    if (!mayBeControl(line)) continue;
    if (isWidget(line.plain)) line.reason = 'widget';
    else if (NAVIGATION_LINES.some((pattern) => pattern.test(line.plain))) line.reason = 'navigation';
  }
  const { first, last } = documentRange(lines);
  const outside = [...lines.slice(0, first), ...lines.slice(last + 1)];
  markMetadata(outside, ANY);
  for (const line of outside) {
    if (mayBeControl(line) && OUTER_LINES.some((pattern) => pattern.test(line.plain))) line.reason = 'widget';
  }
  markHead(lines, first, marks);
  markTail(lines, last, marks);
});

/** Controls and links are short and hold no sentence; most lines are passed over here. */
function mayBeControl(line: Judged): boolean {
  return !line.reason && line.plain.length <= 130 && !line.plain.includes('。');
}

function stageOf(id: string, judge: (lines: Judged[], marks: readonly Mark[]) => void) {
  return defineStage({
    id,
    edits: ({ text, marks }) => {
      const lines = linesOf(text).map((line): Judged => ({ ...line, plain: line.text.replace(/\s/g, '') }));
      judge(lines, marks);
      return lines.flatMap((line): Edit[] =>
        line.reason ? [remove(line.start, Math.min(line.end + 1, text.length), line.reason)] : [],
      );
    },
  });
}

/** Lists of unrelated phrases or of place names, which search engines are meant to find. */
function isSpam(line: string): boolean {
  const barred = /[|｜]/.test(line);
  if (!barred && !SPAM_WORDS.test(line) && !SPAM_TRADES.test(line)) return false;
  const pieces = line.split(/[|｜，,、;；]+/).filter(Boolean);
  const hits = pieces.filter((piece) => SPAM_WORDS.test(piece)).length;
  if (hits >= 2 || (hits === 1 && pieces.length <= 3 && line.length < 40)) return true;
  const trades = pieces.filter((piece) => SPAM_TRADES.test(piece)).length;
  if (hits * 2 + trades >= 3 && !SPAM_FOUGHT.test(line) && !/。$/.test(line)) return true;
  const bars = line.split(/[|｜]/).filter(Boolean);
  const places = bars.filter((piece) => /^.{1,8}[县市区旗州盟]$/.test(piece)).length;
  return bars.length >= 8 && places * 2 > bars.length;
}

const LABELS = new Set(Object.keys(METADATA_LABELS));
/** Labels that only a page uses: facts of the page wherever they stand. */
const SURE = { labels: new Set([...LABELS].filter((label) => !OUTER_LABELS.has(label))), loose: false };
/** All labels, in looser shapes: for lines above and below the document. */
const ANY = { labels: LABELS, loose: true };
type LabelKind = typeof SURE;

const DATE_FIRST = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?/;

/** `索引号：…`, `[ 发布机构 ]` with its value in the next line, `来源：…|时间：…`. */
function markMetadata(lines: readonly Judged[], kind: LabelKind): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.reason || line.plain.length > 160) continue;
    if (isBareLabel(line.plain, kind)) {
      line.reason = 'metadata';
      const value = lines[i + 1];
      if (value && !value.reason && isValue(value.plain, kind) && !isLoneTitle(lines, i + 1)) {
        value.reason = 'metadata';
        i++;
      }
    } else if (isLabelled(line.plain, kind)) line.reason = 'metadata';
  }
}

/** A title that stands nowhere else is the document's, whatever label stands above it. */
function isLoneTitle(lines: readonly Judged[], index: number): boolean {
  return looksLikeTitle(lines[index]?.plain ?? '') && !repeatedBelow(lines, index, lines.length);
}

/** A label alone in its line, marked as one by a colon, brackets or a bullet; above and below the document also bare. */
function isBareLabel(plain: string, { labels, loose }: LabelKind): boolean {
  const label = plain.replace(/^[•·]*[[【]?/, '').replace(/[\]】]?[:：]?$/, '');
  return labels.has(label) && (loose || label !== plain);
}

/** A label with its value behind it. */
function isLabelled(plain: string, { labels, loose }: LabelKind): boolean {
  if (/^【法宝引证码】|^原文链接/.test(plain)) return true;
  const open = (loose ? plain.replace(DATE_FIRST, '') : plain).replace(/^[•·[【]+/, '');
  const end = open.search(loose ? /[\]】:：|｜]/ : /[\]】:：]/);
  if (end < 0 || !labels.has(open.slice(0, end))) return false;
  // A sentence behind the label is the issuer's; a fact of the page is short and has no full stop.
  const facts = open.match(/[:：]/g)?.length ?? 0;
  return !/[。；]/.test(open) && (facts > 1 || open.length <= 90);
}

function isValue(plain: string, kind: LabelKind): boolean {
  if (isBareLabel(plain, kind) || isLabelled(plain, ANY)) return false;
  return plain !== '' && plain.length <= 60 && !/[。；]$/.test(plain) && !startsWithMarker(plain);
}

/** The lines between which the document lies: its first long sentence, salutation or heading, and its last. */
function documentRange(lines: readonly Judged[]): { first: number; last: number } {
  const body = (line: Judged): boolean =>
    !line.reason &&
    ((line.plain.length >= 40 && /[。；;]/.test(line.plain)) ||
      startsWithMarker(line.plain) ||
      /^.{0,60}(?:人民政府|部门|单位|机构|公司|学校|街道|委员会|委|办事处)[^。]{0,40}[:：]$/.test(line.plain));
  const first = lines.findIndex(body);
  // Nothing tells where the document begins: all of it may be the document.
  if (first < 0) return { first: 0, last: lines.length - 1 };
  let last = lines.length - 1;
  while (last > 0) {
    const line = lines[last];
    if (line && !line.reason && (body(line) || /^抄送|印发$|^[(（]?此件|年\d{1,2}月\d{1,2}日$/.test(line.plain))) break;
    last--;
  }
  return { first, last };
}

/** A line of controls, or of nothing but the words of controls and what stands between them. */
function isWidget(plain: string): boolean {
  if (WIDGET_LINES.some((pattern) => pattern.test(plain))) return true;
  const words = plain.match(WIDGET_WORDS);
  return words !== null && words.length >= 2 && plain.replace(WIDGET_WORDS, '').replace(/[\p{P}\p{S}]/gu, '') === '';
}

/** Above the document: names of the site and its columns, links, and a page title that the document repeats. */
function markHead(lines: Judged[], first: number, marks: readonly Mark[]): void {
  const head = lines.slice(0, first).filter((line) => !line.reason);
  const lastFact = lines.findLastIndex((line, i) => i < first && line.reason === 'metadata');
  for (const line of head) {
    const index = line.number - 1;
    if (looksLikeTitle(line.plain) && repeatedBelow(lines, index, first + 12)) line.reason = 'duplicate';
    else if (isLink(line, marks) && line.plain.length < 30) line.reason = 'navigation';
    else if (index < lastFact && !looksLikeTitle(line.plain) && line.plain.length < 30) line.reason = 'navigation';
  }
}

function looksLikeTitle(plain: string): boolean {
  return plain.length >= 10 && (TITLE_END.test(plain.replace(/》$/, '')) || /关于.+/.test(plain));
}

/** Whether a title stands again a little further down, as a line of its own or broken over two. */
function repeatedBelow(lines: readonly Judged[], index: number, limit: number): boolean {
  const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = bare(lines[index]?.plain ?? '');
  if (wanted.length < 8) return false;
  for (let j = index + 1; j < Math.min(limit, lines.length); j++) {
    const one = bare(lines[j]?.plain ?? '');
    const two = one + bare(lines[j + 1]?.plain ?? '');
    if (one === wanted || two === wanted) return !lines[j]?.reason;
  }
  return false;
}

/** Below the document: who runs the site, links, controls that show no words of their own. */
function markTail(lines: Judged[], last: number, marks: readonly Mark[]): void {
  let listed = false;
  for (const line of lines.slice(last + 1)) {
    if (line.reason === 'navigation') listed = true;
    if (line.reason) continue;
    if (FOOTER_LINES.some((pattern) => pattern.test(line.plain))) line.reason = 'footer';
    else if (isLink(line, marks) || listed || /\d{4}-\d{2}-\d{2}[\])）】]?$/.test(line.plain))
      line.reason = 'navigation';
  }
}

function isLink(line: Line, marks: readonly Mark[]): boolean {
  let linked = 0;
  for (const mark of marks) {
    if (mark.kind !== 'link') continue;
    linked += Math.max(0, Math.min(mark.end, line.end) - Math.max(mark.start, line.start));
  }
  return linked > 0 && linked >= (line.end - line.start) * 0.8;
}
