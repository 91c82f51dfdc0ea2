import type { Line } from '../../core/lines.js';
import { TITLE_END } from '../../lexicon/titles.js';
import { readBody } from './bodies.js';
import type { Claim } from './claims.js';

const NUMBER = /[\u4e00-\u9fff]{1,14}[〔[(（【﹝]\s?(?:19|20)\d{2}\s?[〕\])）】﹞]\s?第?\s?\d{1,4}\s?号/;
/** 某部公告2021年第5号. */
const NOTICE_NUMBER = /^[\u4e00-\u9fff]{2,20}公告\s?(?:19|20)\d{2}年第\d{1,4}号$/;
const DECREE_NUMBER = /^第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?号$/;
const DECREE = /^([\u4e00-\u9fff]{2,30})令(?:\s?(第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?号))?$/;
const LABEL = /^(?:文\s?号|发文字号|文件编号|字号|编号)\s?[:：]?\s?/;
const LABELLED = new RegExp(`(?:文\\s?号|发文字号)\\s?[:：]?\\s?(${NUMBER.source})`);
/** Lines at the top in which the number stands. */
const HEAD = 12;

/** The numbers that the block and the head of the text give the document. */
export function numberClaims(lines: readonly Line[], block: string | undefined): Claim[] {
  const labelled = NUMBER.exec((block ?? '').replace(/\s/g, ''))?.[0];
  const claims: Claim[] = labelled ? [{ value: labelled, from: 'block', line: null }] : [];
  for (const [i, line] of lines.slice(0, HEAD).entries()) {
    const value = numberAlone(line.text) ?? decreeIn(line.text)?.number ?? numberOfDecree(lines, i);
    if (value) return [...claims, { value, from: 'head', line: line.number }];
  }
  return claims;
}

/** The block's number in the brackets of the text, where both are one. */
export function numberAsPrinted(value: string, claims: readonly Claim[]): string {
  return claims.find(({ from, value: printed }) => from === 'head' && sameNumber(printed, value))?.value ?? value;
}

/** Numbers without their brackets and 第. */
export function sameNumber(a: string, b: string): boolean {
  const bare = (number: string): string => number.replace(/[^\u4e00-\u9fff\d]|第/g, '');
  return bare(a) === bare(b);
}

/** A number that is a line, opens one (签发人 and the title may follow), or closes that of a title; none that is cited. */
function numberAlone(line: string): string | undefined {
  if (line.length > 200) return undefined;
  const labelled = LABELLED.exec(line)?.[1];
  if (labelled) return labelled;
  const text = line
    .replace(/^[•·*]\s?/, '')
    .replace(LABEL, '')
    .replace(/^[(（](?=[^)）]{4,30}[)）]$)|(?<=号)[)）]$/g, '')
    .trim();
  if (NOTICE_NUMBER.test(text)) return text;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).trimEnd();
  const behind = text.slice(match.index + match[0].length).trim();
  if (before === '') return /^(?:文件?|精神|要求|的|规定|[,，、])|[。；;]$/.test(behind) ? undefined : match[0];
  const closes = behind === '' && TITLE_END.test(before.replace(/[(（]$/, '').trimEnd());
  return closes && !/[。；;]/.test(before) ? match[0] : undefined;
}

/** (2021年12月24日某某局令第49号公布): the line under the title of a regulation. */
export function decreeIn(line: string): { readonly body: string; readonly number: string } | undefined {
  if (line.length > 80) return undefined;
  const match =
    /日\s?([\u4e00-\u9fff]{2,30})令\s?(第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?号)(?:公布|发布|修订|修正)/.exec(
      line,
    );
  const body = match && readBody(match[1] ?? '');
  return body ? { body, number: `${body}令${match[2]?.replace(/\s/g, '')}` } : undefined;
}

/** 某县人民政府令 with 第12号 behind it or below. */
function numberOfDecree(lines: readonly Line[], i: number): string | undefined {
  const match = DECREE.exec(lines[i]?.text ?? '');
  if (!match?.[1] || !readBody(match[1])) return undefined;
  const below = lines[i + 1]?.text ?? '';
  const number = match[2] ?? (DECREE_NUMBER.test(below) ? below : undefined);
  return number ? `${match[1]}令${number.replace(/\s/g, '')}` : undefined;
}
