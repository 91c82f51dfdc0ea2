import type { Line } from '../core/lines.js';
import { allMatches } from '../core/search.js';
import { namedYears } from '../core/years.js';
import { paperRole, roleOf, type SectionRole } from '../lexicon/sections.js';
import type { Meta, Section } from '../schema/model.js';
import type { Structure } from '../structure/index.js';
import { bracketEnds } from './brackets.js';
import { type Clause, clausesOf } from './clauses.js';
import { fold } from './fold.js';
import { type Piece, piecesOf } from './pieces.js';
import { findQuantities, type Quantity } from './tokens/quantities.js';
import { findTimes, type TimeToken } from './tokens/times.js';

/** What the whole document tells every rule. */
export interface PlanContext {
  readonly structure: Structure;
  readonly meta: Meta;
  /** The year that 今年 means: of writing, of publication, or the one before the plan's period. */
  readonly writtenYear: number | null;
  /** The day of writing, where no title or period says what year is meant. */
  readonly since: string | null;
  /** A date before this year is of the past. */
  readonly firstYear: number | null;
  /** The last year that the text names; 0 where it names none. */
  readonly latestYear: number;
  /** The last year that the document is for as a whole, by its period or else its title. */
  readonly lastYear: number | null;
  /** What stands outside of all sections is for. */
  readonly paper: SectionRole;
  /** What a section (by id) is for. */
  readonly roleOf: (section: string) => SectionRole;
  readonly parentOf: (section: Section) => Section | undefined;
}

/** A line, or a piece of a very long one, as rules see it: folded, cut into clauses, its tokens found by one scan. Offsets count in the line. */
export interface LineView {
  readonly line: Piece;
  readonly section: Section | undefined;
  readonly role: SectionRole;
  /** Half-width spelling, same length as the line. */
  readonly text: string;
  /** Empty in a line without tokens: nothing would be read in them. */
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeToken[];
  /** Those of the times that name a year, not one that recurs, has been or is only meant. */
  readonly dated: readonly TimeToken[];
  /** Where the items of the line's lists (一是, 二是) open, in order. */
  readonly items: readonly number[];
  readonly quantities: readonly Quantity[];
  /** The year that the headings around the line name: what a value is meant for that names none. */
  readonly headingYear: number | null;
  /** Where the body begins behind a heading's number and title; 0 in a line that is no heading. */
  readonly bodyStart: number;
}

export function planContext(structure: Structure, meta: Meta): PlanContext {
  const written = Number((meta.writtenOn ?? meta.publishedOn)?.slice(0, 4)) || null;
  const from = meta.period?.from ?? null;
  const firstYear = written === null ? from : from === null ? written : Math.min(written, from);
  const titled = titledYear(meta.title ?? '');
  const single = meta.period && meta.period.from === meta.period.to ? meta.period.from : null;
  const paper = paperRole(meta.title ?? '');
  const roles = sectionRoles(structure.sections, single ?? firstYear, paper);
  const byId = new Map(structure.sections.map((section) => [section.id, section]));
  return {
    structure,
    meta,
    writtenYear: single ?? titled ?? written ?? from,
    since: single === null && titled === null ? meta.writtenOn : null,
    firstYear: single ?? firstYear,
    latestYear: latestYearIn(structure.text),
    lastYear: meta.period?.to ?? titled,
    paper,
    roleOf: (section) => roles.get(section) ?? paper,
    parentOf: (section) => (section.parent === null ? undefined : byId.get(section.parent)),
  };
}

/** The last year that a text names; 0 where it names none. */
function latestYearIn(text: string): number {
  let latest = 0;
  for (const [year] of text.matchAll(/(?<!\d)20[0-4]\d(?=年)/g)) latest = Math.max(latest, Number(year));
  return latest;
}

/** 2024年国土绿化实施方案: the one year that a title gives to what is to be done. */
function titledYear(title: string): number | null {
  const years = title.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
  const found =
    /(?<![-—–~～至到])(20\d{2})年(?!版|修|以来|[-—–~～至到]).{0,40}(?:工作报告|要点|方案|计划|清单|任务|安排)/.exec(
      title,
    );
  return found && years.length === 1 ? Number(found[1]) : null;
}

/** The role of every section by its id: the heading's, else that of the section around it, else the paper's. */
function sectionRoles(
  sections: readonly Section[],
  firstYear: number | null,
  paper: SectionRole,
): Map<string, SectionRole> {
  const roles = new Map<string, SectionRole>();
  for (const section of sections) {
    const inherited = section.parent ? (roles.get(section.parent) ?? paper) : paper;
    const role = roleOf(section.title, inherited);
    roles.set(section.id, role !== 'goal' && isOfPast(section.title, firstYear) ? 'review' : role);
  }
  return roles;
}

/** 2023年主要工作 in a plan for 2024: all the years that a heading names, the first as its first word, have been. */
function isOfPast(title: string, firstYear: number | null): boolean {
  if (firstYear === null || !/^20\d{2}(?:[-—–~～至]20\d{2})?年(?!以来)/.test(title)) return false;
  return [...title.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].every(([year]) => Number(year) < firstYear);
}

/** Views of all lines, or of those that are to be read, but those of a table of contents; in order. */
export function viewLines(plan: PlanContext, read: (line: Line) => boolean = () => true): LineView[] {
  const { lines, isContents } = plan.structure;
  const yearOf = chapterYears(plan.structure.sections);
  const headingYearOf = headingYears(plan.structure.sections);
  const pieces = lines.filter((line) => !isContents(line.number) && read(line)).flatMap(piecesOf);
  return pieces.map((line) => {
    const section = plan.structure.sectionAt(line.number);
    const opens = section?.lines[0] === line.number && section.kind !== 'annex' && !line.continued;
    const text = fold(line.text);
    const chapterYear = section && yearOf.get(section.id);
    const times = findTimes(text, {
      year: chapterYear ?? plan.writtenYear,
      period: plan.meta.period,
      since: chapterYear === undefined ? plan.since : null,
    });
    const quantities = findQuantities(text, times);
    const role = section ? plan.roleOf(section.id) : plan.paper;
    const titleEnd = opens ? bodyStartOf(line.text, section.title) : 0;
    // (一)地区生产总值增长7%以上: a title with a number states one under a heading of goals, and where its item goes on in the
    // line or nothing stands below.
    const sentence = section?.lines[1] === line.number || titleEnd < text.length - 1;
    const states =
      (role === 'goal' || sentence) &&
      quantities.some(({ start }) => start < titleEnd && (role === 'goal' || !inBracket(text, start)));
    const bodyStart = states && section ? Math.max(0, line.text.indexOf(section.title)) : titleEnd;
    return {
      line,
      section,
      role,
      text,
      clauses: times.length + quantities.length > 0 ? clausesFrom(bodyStart, clausesOf(text)) : [],
      times,
      dated: times.filter((t) => t.year !== null && !t.recurring && !t.status && !t.implied && !t.relative),
      items: quantities.length > 0 ? itemsIn(text) : [],
      quantities,
      headingYear: (section && headingYearOf.get(section.id)) ?? null,
      bodyStart,
    };
  });
}

/**
 * 1. 新建水厂2座。: an item that is one sentence is a heading and says its own body; so does one whose title is cut off at
 * a comma, or where its list begins.
 */
function bodyStartOf(text: string, title: string): number {
  const start = Math.max(0, text.indexOf(title));
  const behind = text.slice(start + title.length);
  const own =
    /^[。；;]?[\u4e00-\u9fff]{2,8}(?:单位|部门|站所|科室|主体)[:：]|^[，,]|^[：:](?:一是|[(（]1|①)/.test(behind) ||
    (behind !== '' && isRemark(behind));
  return own || DUE_TITLE.test(title) ? start : start + title.length;
}

/** 优化服务(7项): how many measures a title heads is no quantity that it commits to. */
function inBracket(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
}

/** Whether a text is nothing but brackets and the marks around them: (责任单位:各镇(街道)). */
function isRemark(text: string): boolean {
  const ends = bracketEnds(fold(text), true);
  let at = 0;
  while (at < text.length) {
    const end = ends.get(at);
    if (end === undefined && !/[。；;\s]/.test(text[at] ?? '')) return false;
    at = (end ?? at) + 1;
  }
  return true;
}

/** 3月10日前完成排查; 到2025年,建成…: a title that says when is a sentence of its body. */
const DUE_TITLE =
  /[年月日底末旬]之?前[^期]|日内[,，]|^(?:力争|确保)?(?:到|至)?(?:20\d\d(?:[-—–~～至]{1,2}20\d\d)?年|[“"]?十[一二三四五六七]五)[^,，]{0,8}[,，]/;

/** The number of an item is no word of its clause. */
function clausesFrom(start: number, clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause) => (clause.start < start && start < clause.end ? { ...clause, start } : clause));
}

const ITEM = /[。;,:]([一二三四五六七八九十]是)/g;

/** Where 一是, 二是 … open behind a mark. */
function itemsIn(text: string): number[] {
  return text.includes('是') ? allMatches(ITEM, text).map(({ index }) => index + 1) : [];
}

/** 四、2024年工作安排: months without a year below it are of that year. By the ids of sections. */
function chapterYears(sections: readonly Section[]): Map<string, number> {
  const years = new Map<string, number>();
  for (const { id, parent, title } of sections) {
    const own = Number(/^((?:19|20)\d{2})年(?!.{0,4}(?:总结|回顾|情况))/.exec(title)?.[1]);
    const year = own || (parent === null ? undefined : years.get(parent));
    if (year) years.set(id, year);
  }
  return years;
}

/** “十四五”时期主要目标, (一)2025年: the last year that the nearest heading with years names. By the ids of sections. */
function headingYears(sections: readonly Section[]): Map<string, number> {
  const years = new Map<string, number>();
  for (const { id, parent, title } of sections) {
    const year = yearOfHeading(title) ?? (parent === null ? undefined : years.get(parent));
    if (year !== undefined) years.set(id, year);
  }
  return years;
}

/** The last year that a heading names; none where it compares two or names a paper. */
export function yearOfHeading(title: string): number | undefined {
  const { span, compared } = namedYears(title);
  return compared || /[《〔]/.test(title) ? undefined : span?.to;
}
