import type { Line } from '../../core/lines.js';
import { MEDIA, NATIONAL_BODY } from '../../lexicon/issuers.js';
import { CLOSING_LINE, TITLE_END, TITLE_SUFFIX } from '../../lexicon/titles.js';
import { BETWEEN_BODIES, bodiesOf, readBody, shortens } from './bodies.js';
import type { Claim, ClaimSource } from './claims.js';
import { dateIn, isDateLine, leadingDate } from './dates.js';
import { bodyBegins } from './heads.js';
import { decreeIn } from './number.js';
import { placeIn } from './region.js';

/** Lines at the top in which the signature of a notice stands, and at the end in which that of a plan does. */
const HEAD = 40;
const FOOT = 8;
/** Lines in which a document says in its title who issues it. */
const TITLE_LINES = 12;

export interface Signature {
  readonly bodies: readonly string[];
  readonly date: string;
  /** 1-based. */
  readonly line: number;
  /** The date has words: links to other pages have it in digits alone. */
  readonly words: boolean;
}

/**
 * Who signs, and when: bodies in lines of their own, or in one, with a date below or behind them. That of the notice comes
 * first; further down one counts where the document ends there. Annexes bring letters that others sign, tables have
 * columns of units and days.
 */
export function signatureOf(lines: readonly Line[]): Signature | undefined {
  const annexes = firstAnnex(lines);
  const divided = bodyBegins(lines);
  const found = lines.flatMap((line, i) => {
    if (i >= annexes) return [];
    const signed = signedAt(lines, i) ?? (i < HEAD ? signedInside(line) : undefined);
    return signed ? [{ ...signed, closes: i < divided || endsAt(lines, i) }] : [];
  });
  const [signed, second] = found.filter(({ bodies }) => bodies.length > 0);
  const cells = second !== undefined && signed?.closes === false;
  const dates = found.filter(({ bodies, words }) => bodies.length === 0 && words);
  const alone = dates.find(({ closes }, i) => closes && (i === 0 || dates.length < 3));
  if (!signed || cells || (second === undefined && !signed.closes && signed.line > HEAD)) return alone;
  // The notice lost who signs it, the plan did not.
  return alone && alone.line < HEAD && alone.line < signed.line - FOOT ? alone : signed;
}

/** The line from which on there are annexes; 附件 above a list of names opens none. */
function firstAnnex(lines: readonly Line[]): number {
  const found = lines.findIndex(
    ({ text }, i) =>
      i > 2 &&
      /^附\s?件\s?[一二三四五六七八九十\d]{0,3}\s?[:：]?$/.test(text) &&
      !/^[1１一][.、．]/.test(lines[i + 1]?.text ?? ''),
  );
  return found < 0 ? lines.length : found;
}

function signedAt(lines: readonly Line[], i: number): Signature | undefined {
  const { text, number } = lines[i] as Line;
  if (text.length > 80) return undefined;
  if (isDateLine(text))
    return { bodies: bodiesAbove(lines, i), date: dateIn(text) ?? '', line: number, words: /日$/.test(text.trim()) };
  // 石泉县水务局 2022年3月1日, also with the title right behind it where the page lost the line's end.
  const at = text.search(/\d|[一二][九〇零○]/);
  const printed = at > 1 ? leadingDate(text.slice(at)) : undefined;
  const behind = printed ? text.slice(at + printed.length).trim() : '';
  const bodies = printed && (behind === '' || TITLE_END.test(behind)) ? bodiesOf(text.slice(0, at).trim()) : [];
  return printed && bodies.length > 0 ? { bodies, date: dateIn(printed) ?? '', line: number, words: true } : undefined;
}

/** …认真贯彻落实。石泉县人民政府2022年3月1日(此件公开发布): a notice whose lines the page ran together. */
function signedInside(line: Line | undefined): Signature | undefined {
  const text = line?.text ?? '';
  if (text.length < 30 || text.length > 4000) return undefined;
  for (const match of text.matchAll(/[。!！]\s?([\u4e00-\u9fff\s]{4,60})(?=(?:19|20)\d{2}年)/g)) {
    const bodies = bodiesOf(match[1] ?? '');
    const date = bodies.length > 0 && leadingDate(text.slice(match.index + match[0].length));
    const iso = date && dateIn(date);
    const behind = date ? text.slice(match.index + match[0].length + date.length) : '';
    if (iso && line && /^\s?(?:$|[(（]|附件)/.test(behind))
      return { bodies, date: iso, line: line.number, words: true };
  }
  return undefined;
}

/** The bodies in the lines above a date, a remark in brackets between. */
function bodiesAbove(lines: readonly Line[], date: number): string[] {
  let i = date - 1;
  if (/^[(（][^()（）]{2,20}[)）]$/.test(lines[i]?.text ?? '')) i--;
  const found: string[][] = [];
  for (; i >= 0 && found.length < 12; i--) {
    const bodies = bodiesOf(lines[i]?.text ?? '');
    if (bodies.length === 0) break;
    found.unshift(bodies);
  }
  return found.flat();
}

/** Whether a document ends with a line: nothing below but remarks, annexes and another title; no cell of a table. */
function endsAt(lines: readonly Line[], i: number): boolean {
  const below = lines[i + 1]?.text;
  if (below === undefined) return true;
  return (
    /^(?:附\s?[件录表]|[(（])/.test(below) || CLOSING_LINE.test(below) || (below.length >= 6 && TITLE_END.test(below))
  );
}

/** 抄送 … 某县人民政府办公室 2022年10月10日印发: the date of the print, and the office that printed it. */
export function printLine(lines: readonly Line[]): { office: string; date: string; line: number } | undefined {
  for (const { text, number } of lines.slice(-12).concat(lines.slice(0, HEAD))) {
    if (text.length > 80 || !/印发$/.test(text)) continue;
    const date = dateIn(text);
    const at = text.search(/(?:19|20)\d{2}|[一二][九〇零○]/);
    if (date && at >= 0) return { office: text.slice(0, at).trim(), date, line: number };
  }
  return undefined;
}

/** What the block says. */
export interface IssuerFacts {
  readonly issuer?: string;
  readonly publisher?: string;
  readonly source?: string;
}

/** 财政部办公厅 水利部办公厅 as the last words of a text that lost its date: bodies of which one says where it is. */
function undated(lines: readonly Line[]): { bodies: readonly string[]; line: number } | undefined {
  const last = lines.at(-1);
  const above = lines.at(-2)?.text ?? '';
  const bodies = last && last.text.length <= 120 ? bodiesOf(last.text) : [];
  const full = bodies.some((body) => NATIONAL_BODY.test(body) || placeIn(body) !== undefined);
  return last && full && /[。)）]$|^附\s?件/.test(above) ? { bodies, line: last.number } : undefined;
}

/** Everybody whom the file names as the one who issues. */
export function issuerClaims(
  lines: readonly Line[],
  heads: readonly { readonly text: string; readonly line: number | null }[],
  facts: IssuerFacts,
  tag: string | undefined,
): Claim[] {
  const signed = signatureOf(lines);
  const claims: Claim[] = [];
  const add = (bodies: readonly string[], from: ClaimSource, line: number | null): void => {
    if (bodies.length > 0) claims.push({ value: bodies.join(BETWEEN_BODIES), from, line });
  };
  add(signed?.bodies ?? [], 'signature', signed?.line ?? null);
  const last = signed ? undefined : undated(lines);
  add(last?.bodies ?? [], 'signature', last?.line ?? null);
  for (const { text, line } of heads) add(bodiesOfTitle(text), 'title', line);
  for (const { text, number } of lines.slice(0, TITLE_LINES)) add(bodiesOfHead(text), 'head', number);
  for (const line of lines.slice(0, TITLE_LINES)) add(bodiesOfCover(lines, line), 'head', line.number);
  add(named(facts.issuer), 'block', null);
  add(named(facts.publisher), 'page', null);
  add(facts.source ? bodiesOf(facts.source) : [], 'origin', null);
  add(tag ? bodiesOf(tag) : [], 'tags', null);
  const print = printLine(lines);
  // The office of a bureau signs nothing itself; that of a government may.
  const bureau = /^(.{2,40}[局厅])(?:办公室|综合科)$/.exec(print?.office ?? '')?.[1];
  add(bureau ? [bureau] : [], 'print', print?.line ?? null);
  return claims;
}

/** A value of the block, in full where the title or the signature has the full name. */
export function inFull(value: string, claims: readonly Claim[]): string {
  const full = claims
    .filter((claim) => ['signature', 'title', 'head'].includes(claim.from) && shortens(value, claim.value))
    .sort((a, b) => (a.from === 'signature' ? 1 : 0) - (b.from === 'signature' ? 1 : 0))
    .find((claim) => claim.value.endsWith(value) || placeIn(value) === undefined);
  return full?.value ?? value;
}

function named(value: string | undefined): string[] {
  const name = value?.trim() ?? '';
  return name === '' || MEDIA.test(name) || !/[\u4e00-\u9fff]{2}/.test(name) ? [] : [name];
}

/** Who stands before 关于, 印发, or before 2023年工作总结, in a title. */
function bodiesOfTitle(title: string): string[] {
  const text = title.slice(0, 160);
  const at = text.search(/关于|印发|转发|批转/);
  if (at > 1) {
    // What is no name before it belongs to the page: 第6页-某县人民政府关于….
    const before = /[\u4e00-\u9fff“”、\s]*$/.exec(text.slice(0, at))?.[0] ?? '';
    // A quotation before a body that names its place is none of its name.
    const behind = before.slice(before.indexOf('”') + 1).trim();
    return bodiesOf(placeIn(behind) ? behind : before.replace(/^[“”、\s]+/, ''));
  }
  const body = readBody(OWN_PAPER.exec(text)?.[1] ?? '');
  return body ? [body] : [];
}

/** A body's paper on its own work. A report of the government (政府工作报告) is given to the congress and signed by nobody. */
const OWN_PAPER =
  /^(?:(?:19|20)\d{2}年度?)?([\u4e00-\u9fff]{2,30}?(?:政府|[厅局委办部院]|中心|委员会|办事处))(?:(?:19|20)\d{2}(?:[-—–至](?:19|20)\d{2})?年度?|[上下]半年|前?三?季度){0,2}(?:重点|主要|年度)?工作(?:总结|计划|要点|安排|思路|打算|规则)/;

/** 石泉县发展和改革局 with 2021年2月 below it, on the front page of a plan. */
function bodiesOfCover(lines: readonly Line[], { text, number }: Line): string[] {
  const below = lines[number]?.text ?? '';
  const month = /^(?:\d{4}|[一二][九〇零○][〇零○一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,2}月$/.test(
    below.replace(/\s/g, ''),
  );
  const above = lines[number - 2]?.text ?? '';
  return month && (TITLE_END.test(above) || TITLE_SUFFIX.test(above))
    ? bodiesOf(text).filter((body) => !/公司$/.test(body))
    : [];
}

/** 石泉县人民政府文件, 石泉县人民政府令, and a body alone above the title. */
function bodiesOfHead(text: string): string[] {
  const decree = decreeIn(text);
  if (decree) return [decree.body];
  const name = /^(.{4,60})(?:文件|令(?:第.{1,6}号)?)$/.exec(text.replace(/\s+(?=文件$)/, ''))?.[1];
  return name ? bodiesOf(name) : [];
}
