import type { Line } from '../../core/lines.js';
import { CLOSING_LINE, COVER_TITLE, DRAFT_COVER, INTERPRETATION_TITLE, TITLE_END } from '../../lexicon/titles.js';
import type { Claim } from './claims.js';
import { bodyBegins, type Head, headAt, headsOf, isEnded } from './heads.js';
import { placeIn } from './region.js';

/** Lines in which the notice's title stands, in which a plan's own title stands, and in which endings of rare kinds count. */
const COVER = 15;
const OWN = 40;
const ABOVE = 10;
/** How alike two names are that mean one plan: shared pairs of characters. */
const ALIKE = 0.72;

export interface Titles {
  readonly claims: Claim[];
  /** All titles before the plan's text, the notice's too: they say who issues. */
  readonly heads: readonly { readonly text: string; readonly line: number | null }[];
}

/** What the file calls its plan: itself, the notice, its first sentences, the page. */
export function titleClaims(
  lines: readonly Line[],
  block: string | undefined,
  tag: string | undefined,
  window: string | undefined,
  corpus: string | undefined,
): Titles {
  const heads = headsOf(lines, 0, OWN);
  const cover = heads.find(({ text, line }) => line <= COVER && isCover(text));
  const body = bodyBegins(lines);
  const first = firstTitle(heads, body);
  const said = announced(lines, Math.min(body, heads.at(-1)?.end ?? 0, cover ? 24 : 12), cover !== undefined);
  // A paper with a name of its own tells of other papers.
  const other = said && !cover && first && first.line < said.line && alike(first.text, said.name) < ALIKE;
  const named = (other ? undefined : said) ?? (cover ? { name: brought(cover.text), line: cover.line } : undefined);
  const own = named ? ownTitle(lines, named.name, cover) : first;
  const opening = named ? undefined : madeHere(lines);
  const framed = named || own ? undefined : frameOfAnnexes(lines);
  const claims: (Claim | undefined)[] = [
    own && { value: own.text, from: 'title', line: own.line },
    named && { value: named.name, from: 'cover', line: named.line },
    opening && { value: opening.name, from: 'opening', line: opening.line },
    ofPage(block, 'block'),
    ofPage(tag, 'tags'),
    ofPage(corpus, 'corpus'),
    framed === undefined ? undefined : { value: framed, from: 'annexes', line: null },
    ofPage(pageTitle(window), 'window'),
  ];
  const above = heads.filter(
    (head) => head === cover || head.line === own?.line || (head.line <= COVER && isTitle(head)),
  );
  return {
    claims: claims.filter((claim) => claim !== undefined),
    heads: [...above, ...[block, tag, corpus].flatMap((text) => (text ? [{ text, line: null }] : []))],
  };
}

function ofPage(text: string | undefined, from: Claim['from']): Claim | undefined {
  const value = text?.trim().replace(/^【[^】]{2,12}】/, '');
  return value ? { value: isCover(value) ? brought(value) : value, from, line: null } : undefined;
}

function isCover(text: string): boolean {
  return text.length <= 200 && (COVER_TITLE.test(text) || DRAFT_COVER.test(text));
}

/** What a notice brings by its title; that of a notice on a notice is the inner one's. */
function brought(title: string): string {
  const draft = DRAFT_COVER.exec(title)?.[1];
  if (draft) return draft;
  const name = /(?:印发|转发|发布|下发|公布)(?:了)?\s?[《〈]?(.{4,90}?)[》〉]?的(?:通知|公告|决定)/.exec(title)?.[1];
  if (name === undefined) return title;
  const own = name.replace(/^[^《》]{0,12}《(?=[^》]*$)/, '');
  return isCover(own) ? brought(own) : own;
}

/** What the text of a notice says that it brings. */
function announced(lines: readonly Line[], end: number, isNotice: boolean): { name: string; line: number } | undefined {
  for (const { text, number } of lines.slice(0, end)) {
    const head = text.slice(0, 500);
    if (isCover(head)) continue;
    for (const match of head.matchAll(/《([^《》]{4,80}|[^《》]{0,40}《[^《》]{2,40}》[^《》]{0,40})》/g)) {
      const before = head.slice(Math.max(0, match.index - 12), match.index);
      const behind = head.slice(match.index + match[0].length, match.index + match[0].length + 60);
      if (match[1] && isBrought(before, behind, isNotice || number <= 3))
        return { name: match[1].replace(/^关于印发|的通知$/g, ''), line: number };
    }
  }
  return undefined;
}

/** Whether a notice brings a document by the words around its name: none that it follows or cites. */
function isBrought(before: string, behind: string, isNotice: boolean): boolean {
  if (
    /(?:根据|依据|按照|遵照|参照|落实|贯彻|执行|依照|结合|对照|关于|转发|印发的|以及|和|与|、)[^。，,；;]{0,4}$/.test(
      before,
    )
  )
    return false;
  if (/现将[^。；;]{0,6}$/.test(before) || /^[,，]?\s?现/.test(behind)) return true;
  if (isNotice && /(?:(?:制定|编制|印发|出台|发布|公布|拟定|起草|修订|通过|审定)了?)[^。；;]{0,6}$/.test(before))
    return true;
  return /(?:^|[。：:])\s?$/.test(before) && /^(?:[(（][^()（）]{2,20}[)）])?(?:已|经|现|印发|自)/.test(behind);
}

/** The plan's own title: the lines that are most like what the notice calls it. */
function ownTitle(lines: readonly Line[], name: string, cover: Head | undefined): Head | undefined {
  let best: Head | undefined;
  let score = ALIKE;
  for (let i = cover?.end ?? 0; i < Math.min(lines.length, OWN * 3); i++) {
    const first = lines[i]?.text ?? '';
    if (first.length < 4 || first.length > 100 || /[。；;：:]|^附\s?件\s?[:：]/.test(first)) continue;
    for (const head of [headAt(lines, i), ...pairs(lines, i)]) {
      const likeness = isCover(head.text) || !hasTitleForm(head.text) ? 0 : alike(head.text, name);
      if (likeness > score) {
        best = head;
        score = likeness;
      }
    }
  }
  return best;
}

/** Two or three lines in one, with the brackets below: a name that is set over several lines. */
function pairs(lines: readonly Line[], i: number): Head[] {
  const joined = (count: number): Head[] => {
    const above = lines.slice(i, i + count - 1).map(({ text }) => text.trim());
    if (
      lines.length < i + count ||
      above.some((text) => text.length > 60 || /[。；;：:]|^[(（]/.test(text) || CLOSING_LINE.test(text))
    )
      return [];
    const last = headAt(lines, i + count - 1);
    return [{ text: above.join('') + last.text, line: i + 1, end: last.end }];
  };
  return [...joined(2), ...joined(3)];
}

function hasTitleForm(text: string): boolean {
  return text.length >= 4 && text.length <= 120 && !/[。；;]/.test(text);
}

/** The first line of the head that reads like a title, before the text is divided: those further down are of annexes. */
function firstTitle(heads: readonly Head[], body: number): Head | undefined {
  // News may stand before a title; the third sentence is the text's own.
  let sentences = 0;
  for (const head of heads) {
    if (head.line > body || sentences > 2) return undefined;
    if (isTitle(head) && !isCover(head.text)) return head;
    if (head.text.length > 25 && /[。；;]/.test(head.text)) sentences++;
  }
  return undefined;
}

function isTitle({ text, line }: Head): boolean {
  if (text.length < 4 || text.length > 120) return false;
  if (/^[一二三四五六七八九十]+、|^[(（]|[。；;]|^\d{1,2}(?:\.\d{1,2}){0,3}[.、．]?\s?[\u4e00-\u9fff]/.test(text))
    return false;
  if (/[：:]/.test(text.replace(/《[^《》]*》/g, '')) || INTERPRETATION_TITLE.test(text)) return false;
  return (text.length >= 6 && TITLE_END.test(text)) || (line <= ABOVE && text.length >= 6 && isEnded(text));
}

/** 特制定本方案 has no name, 制定某县某某行动计划 has; a name without 《》 begins with the place. */
function madeHere(lines: readonly Line[]): { name: string; line: number } | undefined {
  for (const { text, number } of lines.slice(0, 6)) {
    for (const match of text
      .slice(-400)
      .matchAll(/(?:制定|编制|提出|拟定)了?(?!本|以下|如下)([^，,。《》；;]{6,50}?)[。,，]/g)) {
      const name = match[1] ?? '';
      if (TITLE_END.test(name) && placeIn(name) !== undefined) return { name, line: number };
    }
  }
  return undefined;
}

/** The plan that two or more annexes say that they carry out, where none in the file has that name. */
function frameOfAnnexes(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const cited =
      text.length > 600
        ? undefined
        : /(?:根据|按照|落实|依据)《([^《》]{6,60})》[^。]{0,20}(?:要求|精神|部署)?[,，][^。]{0,12}制定/.exec(
            text,
          )?.[1];
    if (cited && TITLE_END.test(cited) && placeIn(cited) !== undefined) counts.set(cited, (counts.get(cited) ?? 0) + 1);
  }
  const named = [...counts].filter(([, count]) => count > 1);
  return named.length === 1 ? named[0]?.[0] : undefined;
}

/** `<title>` without the names of site and column around it: the longest of its pieces. */
function pageTitle(title: string | undefined): string | undefined {
  // The dash of 2021-2025年 is none between names.
  const pieces = (title ?? '').split(/[_|｜]|(?<!\d)[-–—]|[-–—](?!\d)/).map((piece) => piece.trim());
  const named = pieces.filter((piece) => (piece.match(/[\u4e00-\u9fff]/g) ?? []).length >= 6);
  const longest = (texts: readonly string[]): string | undefined => [...texts].sort((a, b) => b.length - a.length)[0];
  return longest(named.filter((piece) => TITLE_END.test(piece))) ?? longest(named);
}

/** How much of two names is the same, from 0 to 1, whatever stands in brackets. A name that is cut short is the same. */
export function alike(a: string, b: string): number {
  const bare = (text: string): string =>
    text.replace(/[(（〔][^()（）〔〕]*[)）〕]/g, '').replace(/[^\p{L}\d]|若干/gu, '');
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 1;
  const pairsOf = (text: string): Set<string> => new Set([...text.slice(1)].map((c, i) => (text[i] ?? '') + c));
  const [p, q] = [pairsOf(x), pairsOf(y)];
  let shared = 0;
  for (const pair of p) if (q.has(pair)) shared++;
  const dice = p.size + q.size === 0 ? 0 : (2 * shared) / (p.size + q.size);
  const cut =
    Math.min(x.length, y.length) >= 10 && (x.startsWith(y) || y.startsWith(x) || x.endsWith(y) || y.endsWith(x));
  return Math.max(dice, cut ? 0.75 : 0);
}
