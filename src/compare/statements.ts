import { lastIndex } from '../core/search.js';
import {
  AGAINST_LAST_YEAR,
  AGAINST_PLAN,
  AGAINST_YEAR,
  OTHER_MEASURES,
  PARTING_SIDES,
  PLAN_ENDS,
  SAME_COUNTS,
  SAME_IN_NAMES,
  WHOLE_AREA,
} from '../lexicon/comparison.js';
import { INDICATORS } from '../lexicon/indicators/index.js';
import { canonicalName } from '../lexicon/indicators/names.js';
import { NO_NAME_WORDS, NO_PLACE } from '../lexicon/places.js';
import { BARE_NAME, EVERY_YEAR, GENERAL_LEAD, MOVES, PLACE_ABOUT } from '../lexicon/subjects.js';
import type { Document, Section, Target } from '../schema/model.js';
import type { Compared, Quantity, Statement } from './model.js';

/*
 * What a target measures, so that two of the same key may stand in one row and no others. A known indicator is known by
 * its id; then only what its name does not settle tells quantities apart. Other names have to say it all themselves.
 */

/** What stands farther before a value says nothing of it. */
const LONGEST_CLAUSE = 200;

/** All statements of a document, in its order. */
export function statementsOf(compared: Compared): Statement[] {
  const { document } = compared;
  const contradicted = new Set(document.conflicts.flatMap(({ targets }) => targets));
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return document.targets.map((target) => {
    const name = nameOf(target.indicator, document);
    const quantity = quantityOf(target, document, headingsOf(target, document, sections));
    const { indicatorId: id } = target;
    return {
      ...{ compared, target, name, id, quantity },
      bare: id === null && BARE_NAME.test(name),
      contradicted: contradicted.has(target.id),
    };
  });
}

/**
 * Whether a name says nothing even beside others of its kind (产值, 投资规模), and not only too little to be sure of
 * (新增学位): what may stand before such a name in general says so.
 */
export const saysNothing = (name: string): boolean => name.length < 4 || BARE_NAME.test(`重点重点${name}`);

/** What two statements must share to be of one row, but for the name. */
export const quantityKey = ({ unit, change, against, per, measures, of, class: kind }: Quantity): string =>
  [unit, change, against, per, measures, of, kind].join('|');

/** One spelling of a name, without words in general and the plan's own place before it. */
function nameOf(indicator: string, { meta: { region } }: Document): string {
  const bare = indicator.replace(GENERAL_LEAD, '');
  const place = [region, region?.slice(0, -1)].find((name) => name && name.length > 1 && bare.startsWith(name));
  const own = place && bare.length > place.length + 1 ? bare.slice(place.length) : bare;
  const name = canonicalName(own) || canonicalName(indicator) || indicator;
  return SAME_IN_NAMES.reduce((text, [pattern, word]) => text.replace(pattern, word), name);
}

/** The words right before the value: the quote may begin with the clauses that its year stands in. */
function ownClause({ evidence }: Target): string {
  const quote = evidence.quote.slice(-LONGEST_CLAUSE);
  return quote.slice(Math.max(...['，', ',', '；', ';', '。', '\n'].map((mark) => quote.lastIndexOf(mark))) + 1);
}

function headingsOf(target: Target, { tables }: Document, sections: ReadonlyMap<string, Section>): string[] {
  const { line } = target.evidence;
  const table = tables[lastIndex(tables.length, (i) => (tables[i]?.lines[0] ?? 0) <= line)];
  const titles = table && line <= table.lines[1] ? [table.title] : [];
  for (let section = sections.get(target.section ?? ''); section; section = sections.get(section.parent ?? ''))
    titles.push(section.title);
  return titles;
}

function quantityOf(target: Target, document: Document, headings: readonly string[]): Quantity {
  const clause = ownClause(target);
  const { indicator, indicatorId: id } = target;
  const before = beforeValue(clause, target);
  // What a name says of itself is no more than its words; beside a known indicator it may make another of it.
  const beside = id === null ? '' : before.replace(indicator, ' ');
  const level = target.change === null;
  const moves = level && id !== null ? MOVES.exec(indicator)?.[0] : undefined;
  const everyYear = level && EVERY_YEAR.test(clause);
  const measures = [...before.matchAll(OTHER_MEASURES)].map(([word]) => word);
  const ofName = (word: string): boolean => indicator.includes(word) && !(id !== null && IN_ANY_NAME.test(word));
  const against = level ? (moves ? yearBefore(target, document) : null) : againstOf(target, clause, document);
  // A change from a year on is the sum of all until the target, whether a plan says so or not.
  const said = (word: string): boolean => !ofName(word) && !(word === '累计' && typeof against === 'number');
  return {
    unit: unitKey(target, !level),
    change: target.change ?? (moves ? directionOf(moves) : null),
    against,
    per: everyYear ? null : target.per,
    measures: [...new Set(measures.filter(said))].sort().join('、'),
    of: partOf(target, beside, document, headings),
    class: id !== null && target.class !== 'norm' ? null : target.class,
  };
}

/** Taken off the name of a known indicator before it is looked up; 新增 of 城镇新增就业 belongs to it. */
const IN_ANY_NAME = /累计|合计|年均/;

/** A clause as far as its value; all of it where the value is written in another way. */
function beforeValue(clause: string, { value }: Target): string {
  const at = clause.lastIndexOf(String(value));
  return at < 0 ? clause : clause.slice(0, at);
}

const directionOf = (word: string): 'increase' | 'decrease' =>
  /下降|降低|降幅|减少/.test(word) ? 'decrease' : 'increase';

/**
 * Units of one row. A known share may change by points or by %, and plans often print the one for the other: they are in
 * one row, each with its own unit.
 */
function unitKey({ unit, unitBase, indicatorId: id }: Target, changes: boolean): string {
  const base = unitBase ?? unit;
  if (changes && base === '百分点' && INDICATORS.find((one) => one.id === id)?.unit === '%') return '%';
  return SAME_COUNTS[base] ?? base;
}

/** What a growth is told against. The words right before it go before those of the clauses before. */
function againstOf(target: Target, clause: string, document: Document): Quantity['against'] {
  if (target.per !== null) return null;
  const quote = target.evidence.quote.slice(-LONGEST_CLAUSE);
  for (const text of [clause, quote]) {
    const year = [...text.matchAll(AGAINST_YEAR)].at(-1)?.[1];
    if (year) return Number(year);
    const plan = AGAINST_PLAN.exec(text)?.[1];
    if (plan) return PLAN_ENDS[plan] ?? null;
    if (AGAINST_LAST_YEAR.test(text)) return 'previous';
  }
  return target.baseline?.year ?? yearBefore(target, document);
}

/** In the first year of a plan there is nothing else to grow from than the year before. */
function yearBefore({ year, horizon }: Target, { meta: { period } }: Document): 'previous' | null {
  const end = year ?? horizon?.year ?? null;
  return period !== null && end === period.from ? 'previous' : null;
}

const PLACE_LEAD = /^(?:[\u4e00-\u9fff]{2,3}(?:省|市|县|州)|[\u4e00-\u9fff]{2,8}自治[区州县旗])/;

/** The part that a value is told of, where it is not the whole place; empty for the whole. */
function partOf(target: Target, beside: string, document: Document, headings: readonly string[]): string {
  const { region } = document.meta;
  const { indicator, indicatorId: id } = target;
  const clause = ownClause(target);
  const parts: string[] = [];
  const area = WHOLE_AREA.exec(clause.trim())?.[1] ?? WHOLE_AREA.exec(indicator)?.[1];
  if (area && region !== null && isWider(area, region)) parts.push(area);
  const places = [
    ...(id === null ? [] : [PLACE_LEAD.exec(indicator)?.[0]]),
    ...headings.map((words) => PLACE_ABOUT.exec(words)?.[1]),
  ];
  const place = places.find((name) => name && isPlace(name) && !isOwn(name, document));
  if (place) parts.push(place);
  for (const sides of PARTING_SIDES) {
    if (sides.some(([, pattern]) => pattern.test(indicator))) continue;
    const said = sides.filter(([, pattern]) => pattern.test(beside));
    if (said.length === 1 && said[0]) parts.push(said[0][0]);
  }
  return parts.join('、');
}

const AREA_ENDS = '国省市州县镇乡';

/** 全市 is wider than a county; a city that is a province, or a county, says it of itself. */
function isWider(area: string, region: string): boolean {
  const end = area.at(-1) ?? '';
  const own = /自治区$/.test(region) ? '省' : (region.at(-1) ?? '').replace('区', '县');
  return AREA_ENDS.includes(own) && AREA_ENDS.indexOf(end) < AREA_ENDS.indexOf(own);
}

/** Names of areas are short; those of bodies need not be. */
const LONG_NAME = /(?:公司|集团|医院|学院|大学|自治[州县])$/;

const isPlace = (name: string): boolean =>
  (name.length <= 5 || LONG_NAME.test(name)) && !NO_PLACE.test(name) && !NO_NAME_WORDS.test(name);

const isOwn = (name: string, { meta: { region, issuer, title } }: Document): boolean =>
  [region, issuer, title].some((text) => text?.includes(name)) || (region !== null && name.endsWith(region));
