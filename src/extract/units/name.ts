import { LEVEL_WORDS } from '../../lexicon/bodies/areas.js';
import type { BodyKind, BodyLevel } from '../../lexicon/bodies/entry.js';
import { PERSON } from '../../lexicon/bodies/shapes.js';
import { manyOf } from './collective.js';
import { type Head, headsOf } from './heads.js';
import { type OfficeReading, officeOf } from './office.js';

/** A printed name of a body, read. */
export interface UnitName {
  /** The name without remarks around it: 县水务局 of 县水务局(牵头). */
  readonly text: string;
  /** What stands before the office: 县, 青岚县, 各乡(镇), 县委 of a party office; empty where nothing does. */
  readonly head: string;
  /** The word that says the level: 市 may be of any of three. */
  readonly word: string | null;
  readonly level: BodyLevel | null;
  readonly place: string | null;
  /** What stands behind the head. */
  readonly office: string;
  /** A bracket at the end, which is another name of it or a part: 县教育局(县委教育工委). */
  readonly bracket: string | null;
  /** What a bracket or a mark said that is no part of the name: 牵头, 联系人:…, ▲. */
  readonly remark: string | null;
  /** The role that the remark says. */
  readonly remarkRole: 'lead' | 'partner' | null;
  readonly kind: BodyKind | 'division' | 'collective';
  readonly unitId: string | null;
  /**
   * `named`: one body; `each`: all offices of a kind, one in each area (各乡镇人民政府); `area`: an area alone (各街道);
   * `functional`: by its work (教育行政部门); `bare`: a field of work alone, as lists have it (公安); `plain`: like a body
   * but general (服务中心, 政府); `division`: inside an office without its name (财务科); `collective`: many (各有关部门).
   */
  readonly form: 'named' | 'each' | 'area' | 'functional' | 'bare' | 'plain' | 'division' | 'collective';
  /** National, a branch of a chain, or a collective: takes no word of level from a list. */
  readonly own: boolean;
}

const LONGEST = 50;
const REMARK =
  /\(((?:联系人|联系电话|联络员|联系方式|电话|责任人|牵头人|总?牵头|主办|主责|主要|配合|协办|协助|负责|责任|参与|参加|督办|指导|组长|副组长|成员|召集|汇总|按|依|等|下同|排名|列|分别|共同|具体|拟)[^()]{0,60})\)$/;
const LEADS = /^(?:总?牵头(?!人)|主办|主责|召集)/;
const HELPS = /^(?:配合|协办|协助|参与|参加|成员)/;
const OTHER_MARKS = /[,;:。!?<>《》"=+%0-9\s]/;
const STARS = /^[★☆▲△■◆◎※*＊●○]+|[★☆▲△■◆※*＊]+$/g;

const folded = (name: string): string =>
  !/[（〔【［[）〕】］\]，：；／]/.test(name)
    ? name
    : name
        .replace(/[（〔【［[]/g, '(')
        .replace(/[）〕】］\]]/g, ')')
        .replace(/[，]/g, ',')
        .replace(/[：]/g, ':')
        .replace(/[；]/g, ';')
        .replace(/[／]/g, '/');

/** Names that were read: a plan names the same bodies again and again, and asks about the same stretches. */
const known = new Map<string, UnitName | undefined>();
const MOST_KNOWN = 20_000;

/** Reads one printed name of a body; undefined where it is none: persons (县长), things (项目), sentences. */
export function readUnit(name: string): UnitName | undefined {
  if (known.has(name)) return known.get(name);
  if (known.size >= MOST_KNOWN) known.clear();
  const unit = name.length > LONGEST * 2 ? undefined : readName(name);
  if (name.length <= LONGEST * 2) known.set(name, unit);
  return unit;
}

function readName(name: string): UnitName | undefined {
  const stars = name.trim().match(STARS)?.join('') ?? null;
  const whole = folded(name.trim().replace(STARS, '').trim());
  const remark = REMARK.exec(whole)?.[1] ?? null;
  const text = whole.replace(REMARK, '');
  if (text.length < 1 || text.length > LONGEST || OTHER_MARKS.test(text) || PERSON.test(text)) return undefined;
  const bracket = /^(.+?)\(([^()]*)\)$/.exec(text);
  const base = bracket?.[1] ?? text;
  if (PERSON.test(base)) return undefined;
  const printed = name.trim().replace(STARS, '').trim().slice(0, text.length);
  const around: Around = {
    text: printed,
    bracket: bracket?.[2] ?? null,
    remark: remark ?? stars,
    remarkRole: remark === null ? null : LEADS.test(remark) ? 'lead' : HELPS.test(remark) ? 'partner' : null,
  };
  const read = readBody(text, base, around);
  if (read && (read.kind !== 'collective' || read.form === 'area')) return preferMany(base, read, around);
  return many(base, around) ?? read;
}

/** A body that can be given work by its name alone: 县水务局, 生态环境部, 各乡镇人民政府(街道办事处). */
export function isUnit(name: string): boolean {
  const form = readUnit(name)?.form;
  return form === 'named' || form === 'each';
}

/** Many bodies under one word: 各有关部门, 县直单位, 企业, 各地. */
export function isCollective(name: string): boolean {
  const read = readUnit(name);
  return read?.form === 'collective' || (read?.form === 'area' && /^.{0,4}各/.test(read.head));
}

function readBody(text: string, base: string, around: Around): UnitName | undefined {
  const whole = named(text, around) ?? (base === text ? undefined : named(base, around));
  return whole?.unitId ? whole : (withoutInner(text, around) ?? whole);
}

type Around = Pick<UnitName, 'text' | 'bracket' | 'remark' | 'remarkRole'>;

/** 县直各部门 and 县属企业 look like bodies with a head, and are many. */
function preferMany(base: string, read: UnitName, around: Around): UnitName {
  if (read.unitId !== null && read.form !== 'plain') return read;
  if (read.form === 'area' || read.form === 'each') return read;
  return many(base, around) ?? read;
}

function many(base: string, around: Around): UnitName | undefined {
  const found = manyOf(base);
  if (!found) return undefined;
  return {
    ...around,
    head: '',
    word: found.word,
    level: found.level,
    place: null,
    office: base,
    kind: 'collective',
    unitId: null,
    form: 'collective',
    own: true,
  };
}

/** 县教育(体育)局, 县委(县政府)办公室: without the bracket inside. */
function withoutInner(text: string, around: Around): UnitName | undefined {
  const plain = text.replace(/\([^()]*\)(?=.)/g, '');
  return plain === text ? undefined : named(plain, around);
}

/** 团县委, 共青团青岚县委: the head stands inside. */
const LEAGUE = /^(?:共青)?团(.+)委(?:员会)?$/;

function named(text: string, around: Around): UnitName | undefined {
  const league = LEAGUE.exec(text)?.[1];
  const plain = league ? `${league}团委` : text.replace(/^中共(?!中央)/, '');
  const skipped = league ? 0 : text.length - plain.length;
  let best: { head: Head; office: OfficeReading } | undefined;
  for (const head of headsOf(plain)) {
    const rest = plain.slice(head.end);
    const office = rest === '' ? areaAlone(head) : officeOf(rest, head);
    if (office && (!best || office.rank >= best.office.rank)) best = { head, office };
  }
  // A list is no name, but for what several areas share: 各市、县(区)人民政府.
  if (!best || (best.office.rank < 5 && plain.slice(best.head.end).includes('、'))) return undefined;
  const { head, office } = best;
  const word = office.place === undefined ? head.word : (office.word ?? null);
  return {
    ...around,
    head: text.slice(0, league ? 0 : head.end + skipped),
    word,
    level: levelOf(head, office),
    place: office.place ?? head.place,
    office: league ? text : plain.slice(head.end),
    kind: office.kind,
    unitId: office.unitId,
    form: formOf(head, office, head.end === plain.length),
    own: office.own === true || head.level === 'national',
  };
}

/** A branch is of the level of its place, not of the state that stands in its name. */
function levelOf(head: Head, office: OfficeReading): BodyLevel | null {
  // 上海警备区 stands above those of prefectures.
  if (office.level === 'prefectural' && head.level === 'provincial') return head.level;
  if (office.level) return office.level;
  if (office.place === undefined) return head.level;
  const word = office.word ?? (head.level === 'national' ? null : head.word);
  return word ? (LEVEL_WORDS[word] ?? null) : null;
}

/** An area that stands for its government: 各街道, 云台镇. */
function areaAlone(head: Head): OfficeReading | undefined {
  if ((!head.each && head.place === null && !head.zone) || head.vague) return undefined;
  const kind = head.level === 'village' ? 'organisation' : 'government';
  const unitId =
    head.level === 'village'
      ? 'village-committee'
      : head.level && !head.zone
        ? 'government'
        : 'administrative-committee';
  return { kind, unitId, rank: 3, form: 'plain' };
}

function formOf(head: Head, office: OfficeReading, area: boolean): UnitName['form'] {
  if (area) return head.vague ? 'collective' : 'area';
  if (head.vague && office.kind === 'government') return 'collective';
  if (head.each) return office.form === 'named' ? 'each' : office.form === 'plain' ? 'each' : office.form;
  return office.form;
}
