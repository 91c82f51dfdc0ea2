import { MUNICIPALITIES } from '../lexicon/bodies/areas.js';
import type { BodyLevel } from '../lexicon/bodies/entry.js';
import type { Unit } from '../schema/model.js';
import { readUnit, type UnitName } from './units/name.js';

export { isCollective, isUnit, readUnit } from './units/name.js';
export { unitsAt } from './units/scan.js';

/** The area that a document is about, as far as it is known. */
interface Region {
  readonly name: string | null;
  readonly level: BodyLevel | null;
}

/**
 * The bodies of one statement, in order. A word of level or a place that a list says once goes to the names behind it
 * that have none (县人社局、财政局; 省科技厅、工业和信息化厅; 县委宣传部、政法委); bodies of the state, companies, banks and
 * 各乡镇 neither give nor take one.
 */
export function unitsOf(
  names: readonly { readonly name: string; readonly role: Unit['role'] }[],
  region: Region,
): Unit[] {
  const read = names.map(({ name }) => readUnit(name));
  const tail = sharedTails(names, read);
  let given: Given | undefined;
  return names.map(({ name, role }, i) => {
    const own = read[i];
    if (!own) return { name, role, fullName: name, unitId: null, level: null, place: null, kind: 'other' };
    given = givenBy(own) ?? given;
    const carried = given && !givenBy(own) ? carriedName(own, given) : undefined;
    const fullName = (carried ?? own.text) + (tail[i] ?? '');
    const full = fullName === own.text ? own : (readUnit(fullName) ?? own);
    return {
      name,
      role,
      fullName,
      unitId: full.unitId,
      level: levelIn(full, region),
      place: full.place,
      kind: full.kind,
    };
  });
}

/** What a name gives to those behind it: 县, 青岚县; whether a party committee stands with it. */
interface Given {
  readonly head: string;
  readonly level: BodyLevel | null;
  readonly committee: boolean;
  /** 省教育厅: what a province has as 厅 it has not as 局. */
  readonly provincial: boolean;
}

const PARTY_KIND = /^(?:党委|党工委|委)/;

function givenBy(unit: UnitName): Given | undefined {
  const one = unit.form === 'named' || unit.form === 'bare' || unit.form === 'functional';
  if (!one || unit.own || unit.head === '' || unit.kind === 'company') return undefined;
  if (unit.level === null || unit.level === 'national') return undefined;
  return {
    head: unit.head,
    level: unit.level,
    committee: unit.kind === 'party' && PARTY_KIND.test(unit.office),
    provincial: unit.level === 'provincial' && unit.word !== '市',
  };
}

/** Kinds of offices that a list may give a head to. */
const TAKES: ReadonlySet<string> = new Set([
  'department',
  'party',
  'congress',
  'judicial',
  'organisation',
  'taskforce',
]);
/** What stands in every county beside its offices though it is no office of government. */
const INSTITUTION_TAKES = /(?:中心|站|所|馆|教研室|电视台)$/;
/** Offices that belong to committees of the party: written 县委组织部. */
const OF_COMMITTEE =
  /^(?:组织部|宣传部|统战部|政法委|政法委员会|社会工作部|社工部|编办|网信办|农办|政研室|改革办|巡察办|老干部?局|党校|教育工委|教体工委|直属机关工委|办公室|办)$/;

/** What every province has a 厅 for, alone or with other work. */
const PROVINCIAL_HALL =
  /^(?:finance|commerce|education|civil-affairs|public-security|justice|transport|water-resources|agriculture-rural|natural-resources|ecology-environment|housing-construction|human-resources-social-security|industry-information|science-technology|veterans|emergency-management|audit|culture-tourism|culture-radio-television-tourism)(?:-|$)/;

function carriedName(unit: UnitName, given: Given): string | undefined {
  if (unit.head !== '' || unit.own || unit.level === 'national') return undefined;
  if (!TAKES.has(unit.kind) && !(unit.kind === 'institution' && unit.unitId && INSTITUTION_TAKES.test(unit.office)))
    return undefined;
  if (unit.kind === 'government' || unit.form === 'division' || unit.form === 'collective') return undefined;
  if (unit.form === 'plain' && unit.unitId === null) return undefined;
  // A general name (领导小组, 工作专班) that no table knows stays as it is.
  if (unit.kind === 'taskforce' && unit.unitId === null) return undefined;
  if (unit.unitId === 'youth-league') return undefined;
  // 县…、教育厅: of a province, whatever stands before.
  if (/厅$/.test(unit.office) && given.level !== 'provincial') return undefined;
  // 省…厅、民政局: provinces have that as 厅, so that this is of a city or a county.
  if (/局$/.test(unit.office) && given.provincial && PROVINCIAL_HALL.test(unit.unitId ?? '')) return undefined;
  if (unit.kind === 'party' && OF_COMMITTEE.test(unit.office)) return `${given.head}委${unit.text}`;
  return given.head + unit.text;
}

/** 部门 that closes a list of fields of work: 市发展改革、财政、水务部门. */
function sharedTails(names: readonly { role: Unit['role'] }[], read: readonly (UnitName | undefined)[]): string[] {
  const tails = names.map(() => '');
  let tail = '';
  let role: Unit['role'] | undefined;
  for (let i = names.length - 1; i >= 0; i--) {
    const unit = read[i];
    if (names[i]?.role !== role) tail = '';
    role = names[i]?.role;
    if (unit?.form === 'functional') tail = /(?:行政主管部门|主管部门|行政部门|部门|机关)$/.exec(unit.text)?.[0] ?? '';
    else if (unit?.form === 'bare') tails[i] = tail;
    else tail = '';
  }
  return tails;
}

let municipality: RegExp | undefined;

/** 市 is of a prefecture, or of what the document is about: of a county (县级市) or a province (直辖市). */
function levelIn(unit: UnitName, region: Region): BodyLevel | null {
  municipality ??= new RegExp(`^(?:${MUNICIPALITIES.replace(/ /g, '|')})市?$`);
  const place = unit.place?.replace(/^.*省/, '') ?? null;
  if (unit.word === '市' && unit.form !== 'each' && unit.form !== 'area') {
    if (place !== null && municipality.test(place)) return 'provincial';
    if (place !== null && place !== region.name) return unit.level;
    const city = region.name === null || /市$/.test(region.name) || !/[省县区旗州盟镇乡]$/.test(region.name);
    if (region.level === 'county' && city) return 'county';
    if (region.level === 'provincial' && (region.name === null || municipality.test(region.name))) return 'provincial';
    return unit.level;
  }
  // 区 before a 厅 is short for 自治区.
  if (unit.word === '区' && /厅$/.test(unit.office)) return 'provincial';
  if (unit.level !== null) return unit.level;
  // A county's zones, and branches in the town of its name: 人行青岚支行 of 青岚县.
  const zone = unit.unitId === 'administrative-committee';
  if (zone && region.level === 'county') return 'county';
  const home = place !== null && region.name !== null && /^[省市州县区旗盟]$/.test(region.name.replace(place, ''));
  if (home && !zone && unit.form === 'named') return region.level;
  return unit.head === '' && unit.place === null && unit.form === 'named' ? levelOfRegion(unit, region) : null;
}

/** 财政局 alone is the document's own; so is 发展改革委 in a document of the state. */
function levelOfRegion(unit: UnitName, { level }: Region): BodyLevel | null {
  if (unit.kind !== 'department' && unit.kind !== 'party') return null;
  const end = /(?:委员会|委|局|办公室|办|部)$/.test(unit.office) && unit.unitId !== null;
  return end && (level === 'national' || level === 'prefectural' || level === 'county') ? level : null;
}
