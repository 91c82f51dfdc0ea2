import { numeral } from '../../core/numerals.js';
import { BEFORE, BEHIND, type Comparator } from '../../lexicon/comparators.js';
import { UNIT_PATTERN, type Unit, unitKind } from '../../lexicon/units.js';
import type { TimeToken } from './times.js';

/** A number with its unit and the comparing words that touch it. Offsets count in the line. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueMax: number | null;
  /** As printed, 万 and 亿 included; empty where the text gives none. */
  readonly unit: string;
  readonly kind: Unit['kind'];
  readonly comparator: Comparator;
  /** The comparing word before the number, which may govern a whole list. */
  readonly prefix: string;
  /** The number is written in Chinese numerals: 一所, 两项. */
  readonly spelled: boolean;
}

const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克])|百(?!分))';
// Bounded, so that a line of nothing but digits costs no square of its length.
const DIGITS = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,9})?';
const SPELLED = '[一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千]{0,11}';
/** Measure words that a spelled number may stand before; 种, 支, 批, 系列 make idioms of it. */
const SPELLED_UNIT =
  '所|名|项|个(?:百分点)?|次|家|条|座|处|场|门|节|栋|幢|人|倍|番|成|(?<=为.)年|间|台|套|户|位|轮|期|篇|部|辆|届|课时|学时|小时|天|眼|盏|公里|亩|吨';
/** A numeral that is no idiom with whatever it counts: 一百八十, 四十二, 三百万, 十一点五. */
const LONG_SPELLED =
  '(?:[一二两三四五六七八九](?:[十百千][零〇一二三四五六七八九十百千]{0,8})|十[一二三四五六七八九])|[一二三四五六七八九十百千]{1,6}点[〇零一二三四五六七八九]{1,3}';
const words = (list: readonly (readonly [string, Comparator])[]): string =>
  [...list]
    .sort((a, b) => b[0].length - a[0].length)
    .map(([word]) => word)
    .join('|');
const PREFIX = words(BEFORE);
const SUFFIX = words(BEHIND);

/** What a quantity may begin with: lets the scan pass over all else at once. */
const FIRST = '(?=[\\d百一二两三四五六七八九十千不至最超突高大>≥≧低小少<≤≦约近])';

const NAMED = `${FIRST}(?:${[
  `(?<prer>${PREFIX})?(?<![\\d.])(?<r1>\\d{1,9}(?:\\.\\d{1,9})?):(?<r2>\\d{1,9}(?:\\.\\d{1,9})?)(?![\\d.]*[时分点])`,
  `(?<pre>${PREFIX})?(?<![\\d.A-Za-z〔\\[])(?<a>${DIGITS})(?:(?<ua>%|‰)?(?:-{1,2}|~|至|到)(?<b>${DIGITS}))?(?<many>余|多)?` +
    `(?:(?<u1>${UNIT_PATTERN})|(?<mag>${MAGNITUDE})(?<many2>余|多)?(?<u2>${UNIT_PATTERN})?)?(?<second>[(（][套件段处个座场台户间人辆][)）])?(?<post>${SUFFIX})?`,
  `(?<prep>${PREFIX})?百分之(?<pct>${SPELLED})(?<postp>${SUFFIX})?`,
  `(?<pres>${PREFIX})?(?<![第每十同逐统唯单其之任某这那哪几数另万亿千百])(?:(?<sl>${LONG_SPELLED}|[一二两三四五六七八九十百千](?=[万亿]))(?<many4>余|多)?(?:(?<su>${UNIT_PATTERN})|(?<smag>${MAGNITUDE})(?<su2>${UNIT_PATTERN}))(?<sloose>[(（][套件段处个座场台户间人辆][)）])?|(?<s>${SPELLED})(?:[至到-](?<s2>${SPELLED}))?(?<many3>余|多)?(?<us>${SPELLED_UNIT}))(?<posts>${SUFFIX})?`,
].join('|')})`;

type Group =
  | ('prer' | 'r1' | 'r2' | 'pre' | 'a' | 'ua' | 'b' | 'many' | 'u1' | 'mag' | 'many2' | 'u2' | 'second' | 'post')
  | ('prep' | 'pct' | 'postp' | 'pres' | 's' | 's2' | 'many3' | 'us' | 'posts')
  | ('sl' | 'many4' | 'su' | 'smag' | 'su2' | 'sloose');

/** The names of the groups, in order, from 1: an object of names for every match would take longer than the match. */
const GROUP = /\(\?<([a-z]\w*)>/g;
const NAMES = [...NAMED.matchAll(GROUP)].map(([, name]) => name as Group);
const PATTERN = new RegExp(NAMED.replace(GROUP, '('), 'g');

/** Cheap to look for: no quantity is without one of these. */
const ANCHOR = /[\d百一二两三四五六七八九十千]/;

/** All quantities of a folded line outside of its expressions of time, from left to right. */
export function findQuantities(line: string, times: readonly TimeToken[]): Quantity[] {
  if (!ANCHOR.test(line)) return [];
  const found: Quantity[] = [];
  let next = 0;
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(line); match; match = PATTERN.exec(line)) {
    const read = readQuantity(match, line);
    const quantity = read && within(read, line);
    if (!quantity) continue;
    while ((times[next]?.end ?? Number.POSITIVE_INFINITY) <= quantity.start) next++;
    if ((times[next]?.start ?? Number.POSITIVE_INFINITY) < quantity.end) continue;
    found.push(quantity);
  }
  return found;
}

/** 48小时内, 30个工作日之内: not more than so long. */
function within(quantity: Quantity, line: string): Quantity {
  const length =
    quantity.kind === 'time' ? (/^之?内/.exec(line.slice(quantity.end, quantity.end + 2))?.[0].length ?? 0) : 0;
  return length > 0 && quantity.comparator === 'eq'
    ? { ...quantity, end: quantity.end + length, comparator: 'le' }
    : quantity;
}

type Groups = { [name in Group]?: string | undefined };

function groupsOf(match: RegExpExecArray): Groups {
  const groups: Groups = {};
  for (let i = 1; i < match.length; i++) {
    const text = match[i];
    if (text !== undefined) groups[NAMES[i - 1] as Group] = text;
  }
  return groups;
}

function readQuantity(match: RegExpExecArray, line: string): Quantity | undefined {
  const g = groupsOf(match);
  const start = match.index;
  const end = start + match[0].length;
  if (g.r1 && g.r2) {
    const base = {
      start,
      end,
      unit: '∶',
      kind: 'times' as const,
      comparator: BEFORE.find(([word]) => word === g.prer)?.[1] ?? ('eq' as const),
      prefix: g.prer ?? '',
      spelled: false,
    };
    return { ...base, value: Number(g.r1), valueMax: Number(g.r2) };
  }
  if (g.pct) {
    const value = numeral(g.pct);
    return value === undefined
      ? undefined
      : build({ start, end, value, unit: '%', pre: g.prep, post: g.postp, spelled: true });
  }
  if (g.sl) {
    const value = spelledNumber(g.sl);
    // 百亿元产业, 千万元: round words name a class of things, but where a level is said to pass them.
    const round =
      /^[十百千]$/.test(g.sl) && !g.pres && !/(?:达到?|过|破|逾|超)$/.test(line.slice(Math.max(0, start - 2), start));
    if (value === undefined || round || /第$/.test(line.slice(Math.max(0, start - 1), start))) return undefined;
    const unit = `${g.smag ?? ''}${g.su ?? g.su2 ?? ''}${g.sloose ?? ''}`;
    return build({ start, end, value, unit, pre: g.pres, post: g.posts, many: g.many4, spelled: true });
  }
  if (g.s) {
    const value = numeral(g.s);
    // Counting says 两; 二次分配, 三次产业 number kinds.
    if (g.s === '二' || (/^[三一]$/.test(g.s) && /^(?:产业|分配|供水)/.test(line.slice(end)))) return undefined;
    if (value === undefined || isIdiom(g.s, g.us, line.slice(end, end + 6)) || line[start - 1] === '第')
      return undefined;
    return build({
      start,
      end,
      value,
      valueMax: g.s2 ? (numeral(g.s2) ?? value) : undefined,
      unit: g.us ?? '',
      pre: g.pres,
      post: g.posts,
      many: g.many3,
      spelled: true,
    });
  }
  if (!g.a || isNoQuantity(line, start, end, g)) return undefined;
  const unit = (g.u1 ?? `${g.mag ?? ''}${g.u2 ?? ''}`) + (g.second ?? '');
  const range = g.b !== undefined;
  return build({
    start,
    end,
    value: numberOf(g.a),
    valueMax: range ? numberOf(g.b ?? '') : undefined,
    unit: unit || (g.ua ?? ''),
    pre: g.pre,
    post: g.post,
    many: g.many ?? g.many2,
    spelled: false,
  });
}

/** 四十二, 十一点五. */
function spelledNumber(text: string): number | undefined {
  const [whole = '', rest] = text.split('点');
  const value = numeral(whole);
  if (value === undefined || rest === undefined) return value;
  const tenths = [...rest].map((digit) => numeral(digit)).join('');
  return Number(`${value}.${tenths}`);
}

/** 三五家 is some; 一次性, 三位一体, 千家万户, 三门镇 count nothing. */
function isIdiom(spelled: string, unit: string | undefined, behind: string): boolean {
  if (/^[一二三四五六七八九]{2,}$/.test(spelled) || /^[千百]$/.test(spelled)) return true;
  // 三期工程 is the third one.
  if (unit === '期' && /^(?:工程|扩建|建设|项目|治理|改造|机场|码头)/.test(behind)) return true;
  return /^(?:性|一体|乡|镇|村|县|街道)/.test(behind);
}

/** Digits that count nothing: ordinals, names with letters (5G), document numbers, versions (2.0), phone numbers. */
function isNoQuantity(line: string, start: number, end: number, g: Groups): boolean {
  const before = line.slice(Math.max(0, start - 2), start);
  const after = line.slice(end, end + 2);
  const digits = start + (g.pre?.length ?? 0);
  if (line[digits - 1] === '第' || (/[〔[(]$/.test(before) && /^[〕\])]?\d*号/.test(after))) return true;
  if (/[A-Za-z+#/×]/.test(line[digits - 1] ?? '')) return true;
  // 小(2)型: a class.
  if (/[(（]$/.test(before) && /^[)）][型类级期]/.test(after)) return true;
  if (!g.u1 && !g.u2 && /^[A-Za-z+]/.test(after)) return true;
  if (/^号|^[〕\]]|^[大](?!型|于|体|约)/.test(after) && !g.u1 && !g.u2) return true;
  // 智慧水务2.0: a version.
  if (/\.0$/.test(g.a ?? '') && !g.u1 && !g.u2 && !g.mag && /[\u4e00-\u9fff]$/.test(before))
    return !/[到至为达]$/.test(before);
  return (g.a?.length ?? 0) > 12;
}

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueMax?: number | undefined;
  readonly unit: string;
  readonly pre?: string | undefined;
  readonly post?: string | undefined;
  readonly many?: string | undefined;
  readonly spelled: boolean;
}

function build(parts: Parts): Quantity {
  const { start, end, value, unit, spelled } = parts;
  const range = parts.valueMax !== undefined && parts.valueMax > value;
  const fromPrefix = parts.pre === undefined ? undefined : BEFORE.find(([word]) => word === parts.pre)?.[1];
  const fromSuffix = parts.post === undefined ? undefined : BEHIND.find(([word]) => word === parts.post)?.[1];
  const comparator = range ? 'range' : (fromPrefix ?? fromSuffix ?? (parts.many ? 'approx' : 'eq'));
  const valueMax = range ? (parts.valueMax ?? null) : null;
  return { start, end, value, valueMax, unit, kind: unitKind(unit), comparator, prefix: parts.pre ?? '', spelled };
}

function numberOf(text: string): number {
  return Number(text.replace(/,/g, ''));
}
