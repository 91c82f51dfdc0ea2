import { readBlock } from '../core/block.js';
import type { Line } from '../core/lines.js';
import { planPeriod } from '../core/years.js';
import { HEAD_NAMES, METADATA_LABELS, type MetaField } from '../lexicon/metadata.js';
import { COVER_TITLE, TITLE_END } from '../lexicon/titles.js';
import type { Meta } from '../schema/model.js';

const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{2,14}[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]\s*第?\s*\d{1,4}\s*号/;
const DATE = /((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})/;
const SIGN_DATE = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/;
const BODY = /^[\u4e00-\u9fff“”]{2,40}(?:政府|办公室|办公厅|委员会|厅|局|部|委|院|中心|办)$/;
/** Who issues, before what the title says of it; a few words, so that the search is short. */
const TITLE_BODY =
  /^([\u4e00-\u9fff]{2,30}?(?:人民政府(?:办公[厅室])?|委员会(?:办公[厅室])?|办公[厅室]|[厅局委]))(?=关于|印发|转发)/;

/** The facts of the metadata block by field: what was taken off the page as metadata says more than the text. */
export type PageFacts = Readonly<Partial<Record<MetaField, string>>>;

/** Read labels and values out of the lines that were removed as metadata, in order; the first value of a field counts. */
export function pageFacts(removed: readonly string[]): PageFacts {
  const facts: Partial<Record<MetaField, string>> = {};
  const block = removed.map((text) => ({ text, outside: true, above: true, mayBeValue: () => true }));
  for (const line of readBlock(block, METADATA_LABELS)) {
    for (const [field, value] of line ?? []) facts[field] ??= value;
  }
  return facts;
}

/**
 * Facts about the document: from the page's block, then from the text's own head and signature, then from `<meta>` tags.
 * Only who issues and the title are the text's own words first: pages name the office that put them up.
 */
export function metaOf(lines: readonly Line[], facts: PageFacts, head: Readonly<Record<string, string>>): Meta {
  const top = lines.slice(0, 40);
  const title = titleOf(lines, facts, head);
  const signed = signature(top) ?? signature(lines.slice(-8));
  const issuer = signed?.issuer ?? issuerOf(top, facts);
  const region = regionOf(title ?? '') ?? regionOf(issuer ?? '') ?? regionOf(lines[0]?.text ?? '');
  return {
    title,
    issuer,
    documentNumber: numberOf(clean(facts.documentNumber), documentNumber(top.slice(0, 12))),
    indexNumber: facts.indexNumber?.split(/\s/)[0] ?? null,
    writtenOn: isoDate(facts.writtenOn) ?? signed?.date ?? isoDate(facts.issuedOn) ?? spokenOn(top),
    publishedOn: isoDate(facts.publishedOn) ?? isoDate(inHead(head, 'publishedOn')),
    period: periodOf(title, lines),
    region,
  };
}

/** What the first filled `<meta>` tag of a fact says. */
function inHead(head: Readonly<Record<string, string>>, fact: keyof typeof HEAD_NAMES): string | undefined {
  return HEAD_NAMES[fact].map((name) => head[name]).find(Boolean);
}

/** The block's number, as the text spells it where both say the same. */
function numberOf(block: string | null, text: string | null): string | null {
  const digits = (number: string): string => number.replace(/\D+/g, ' ').trim();
  return block && text && digits(block) === digits(text) ? text : (block ?? text);
}

/** The block's issuer, in full where the title has its full name; the title's; a source that is a body and no paper. */
function issuerOf(lines: readonly Line[], facts: PageFacts): string | null {
  const named = lines
    .slice(0, 12)
    .map(
      ({ text }, i) =>
        TITLE_BODY.exec(/^(?:关于|印发|转发)/.test(lines[i + 1]?.text ?? '') ? `${text}关于` : text)?.[1],
    )
    .find(Boolean);
  if (facts.issuer) return named && shortens(facts.issuer, named) ? named : facts.issuer;
  return named ?? (facts.source && BODY.test(facts.source) ? facts.source : null);
}

/** Whether a name leaves out characters of another and is it otherwise. */
function shortens(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function clean(text: string | undefined): string | null {
  const found = text && DOCUMENT_NUMBER.exec(text.replace(/\s/g, ''))?.[0];
  return found || null;
}

function documentNumber(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const match = DOCUMENT_NUMBER.exec(line.text);
    const alone = match && (match[0].length >= line.text.replace(/[()（）\s]/g, '').length - 1 || match.index === 0);
    if (match && alone) return match[0];
  }
  return null;
}

/** The plan's own name: what the cover notice brings (《…》), else the first line that reads like a title. */
function titleOf(lines: readonly Line[], facts: PageFacts, head: Readonly<Record<string, string>>): string | null {
  const cover = lines.slice(0, 15).find((line) => COVER_TITLE.test(line.text))?.text ?? '';
  const announced = lines
    .slice(0, 20)
    .map((line) => /^(?:现将)?《(.{4,80})》(?:已经|印发|(?:\(|（)|经|现)/.exec(line.text)?.[1])
    .find(Boolean);
  const named = announced ?? /印发(?:《)?(.{4,80}?)(?:》)?的通知/.exec(cover)?.[1];
  const titled = lines.slice(0, 40).filter((line) => isTitle(line.text) && !COVER_TITLE.test(line.text));
  const own = named ? titled.find((line) => alike(line.text, named)) : titled[0];
  const base =
    own?.text ?? named ?? madeHere(lines) ?? facts.title ?? inHead(head, 'title') ?? pageTitle(head.title) ?? null;
  if (base === null) return null;
  const below = own ? lines[own.number]?.text : undefined;
  return below && /^[(（]\d{4}.{0,12}年?[)）]$/.test(below) && !/[)）]$/.test(base) ? base + below : base;
}

/** `<title>` without the names of site and column around it: the longest of its pieces. */
function pageTitle(title: string | undefined): string | undefined {
  const pieces = (title ?? '').split(/[-_|｜–—]{1,3}/).map((piece) => piece.trim());
  return pieces
    .filter((piece) => (piece.match(/[\u4e00-\u9fff]/g) ?? []).length >= 6)
    .sort((a, b) => b.length - a.length)[0];
}

function isTitle(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= 80 &&
    !/[。；;：:]/.test(text) &&
    TITLE_END.test(text) &&
    !/^[一二三四五六七八九十]+、|^[(（]/.test(text)
  );
}

function alike(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}]|若干/gu, '');
  const x = bare(a);
  const y = bare(b);
  return x.length > 3 && (x.includes(y.slice(0, 12)) || y.includes(x.slice(0, 12)));
}

/** 特制定本方案 has no name, 制定某县某某行动计划 has. */
function madeHere(lines: readonly Line[]): string | undefined {
  for (const line of lines.slice(0, 6)) {
    const name = /(?:制定|编制|提出)(?!本|以下|如下)《?([^，,。《》]{6,50}?)》?[。,，]/.exec(line.text)?.[1];
    if (name && TITLE_END.test(name)) return name;
  }
  return undefined;
}

/** A body's name in a line of its own with a date below it. */
function signature(lines: readonly Line[]): { issuer: string | null; date: string } | undefined {
  for (let i = 0; i < lines.length; i++) {
    const date = SIGN_DATE.exec(lines[i]?.text ?? '');
    if (!date) continue;
    const above = lines[i - 1]?.text ?? '';
    return { issuer: BODY.test(above) ? above : null, date: iso(date) };
  }
  return undefined;
}

/** ——2026年1月27日在某省第十四届人民代表大会上: a report is written for the day on which it is given. */
function spokenOn(lines: readonly Line[]): string | null {
  const line = lines.slice(0, 8).find((l) => /^[(（]?[-—]{0,2}.{0,3}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在/.test(l.text));
  return line ? isoDate(line.text) : null;
}

function isoDate(text: string | undefined): string | null {
  const match = DATE.exec(text ?? '');
  return match ? iso(match) : null;
}

function iso(match: RegExpExecArray): string {
  const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
  return `${match[1]}-${two(match[2])}-${two(match[3])}`;
}

/** (2021—2025年) in the title, 十四五 in the title, else the first such bracket behind the plan's name in the text. */
function periodOf(title: string | null, lines: readonly Line[]): Meta['period'] {
  const years = /((?:19|20)\d{2})\s*年?\s*[-—–~～至]{1,2}\s*((?:19|20)\d{2})\s*年?/;
  const inTitle = years.exec(title ?? '');
  if (inTitle) return { from: Number(inTitle[1]), to: Number(inTitle[2]) };
  const ahead = /((?:19|20)\d{2})年(?:度)?(?:重点|主要)?(?:工作)?(?:安排|计划|打算|思路|要点)/.exec(title ?? '')?.[1];
  if (ahead) return { from: Number(ahead), to: Number(ahead) };
  const plan = planPeriod(title ?? '');
  if (plan) return plan;
  const name = (title ?? '').slice(0, 12);
  for (const line of lines.slice(0, 400)) {
    const at = name ? line.text.indexOf(name) : -1;
    const match = at >= 0 ? years.exec(line.text.slice(at, at + 60)) : null;
    if (match && Number(match[1]) < Number(match[2])) return { from: Number(match[1]), to: Number(match[2]) };
    const heading = /^[一二三四五六七八九十]+、.{0,4}十[一二三四五六七]五/.test(line.text)
      ? planPeriod(line.text)
      : undefined;
    if (heading && !/总结|回顾/.test(line.text)) return heading;
  }
  return null;
}

function regionOf(text: string): string | null {
  const found =
    /^(?:\d{4}年)?((?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|州|盟|地区))?(?:[\u4e00-\u9fff]{1,6}?(?:自治县|县|区|旗|市))|[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|自治州|州))/.exec(
      text.replace(/^(?:中共|关于(?:印发|加快)?)+/, ''),
    )?.[1] ?? null;
  // 石泉市城市供水: behind the city's name stands what every city has.
  return found && NO_NAME.test(found)
    ? (/^[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|州|盟)/.exec(found)?.[0] ?? null)
    : found;
}

/** Kinds of areas, none of them the name of one. */
const NO_NAME =
  /(?:城市|市区|辖区|全[市县区]|小区|社区|主城区|中心城区|老城区|建成区|山区|(?:农村|贫困|偏远|边远|边境|民族)地区|片区|园区|景区|灌区|库区|牧区|校区|院区|功能区|示范区|保护区|试验区|服务区|集聚区|棚户区|超市|夜市)$/;
