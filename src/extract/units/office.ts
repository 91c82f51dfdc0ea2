import type { BodyKind, BodyLevel, Office } from '../../lexicon/bodies/entry.js';
import {
  DIVISION,
  NO_BODY,
  NO_DIVISION,
  NO_STEM,
  SHAPES,
  VERB_HEAD,
  VERB_OFFICE,
} from '../../lexicon/bodies/shapes.js';
import type { Head } from './heads.js';
import { isPlace, isProvince, levelWordOf } from './heads.js';
import { competencesOf, tables } from './lookup.js';

/** What stands behind the head of a name, read. */
export interface OfficeReading {
  readonly kind: BodyKind | 'division';
  readonly unitId: string | null;
  /** How sure: 5 a table knows it whole, 3 a branch or a part of a known one, 2 an ending that fits. */
  readonly rank: 2 | 3 | 5;
  /** Said by the office itself: 部 national, 厅 provincial. */
  readonly level?: BodyLevel | null;
  /** A place inside the name: 人民银行X市分行. */
  readonly place?: string | null;
  /** The word of level at the end of that place. */
  readonly word?: string | null;
  readonly form: 'named' | 'functional' | 'bare' | 'plain' | 'division';
  /** National by itself: no word of level may stand before it nor be carried to it. */
  readonly own?: true;
}

const known = (office: Office, form: OfficeReading['form'] = 'named'): OfficeReading => ({
  kind: office.kind,
  unitId: office.id,
  rank: 5,
  form,
  ...(office.level && { level: office.level }),
});

/** 纪委监委派驻组, 驻县教育局纪检监察组: of the discipline commission, wherever they sit. */
const STATIONED =
  /^(?:纪委监委|纪委|监委|纪检监察机关)?(?:派驻|派出|(?:派)?驻.{2,14}?)?(?:第[一二三四五六七八九十]{1,3})?(?:联合)?(?:派驻)?(?:纪检监察组|纪检组|派驻组|派驻机构|派驻纪检组)$/;

/** Names that mean a party office only behind 县委 and its like. */
const ONLY_BEHIND_COMMITTEE = /^(?:办公室|办公厅|办|研究室|督查室|督查办)$/;
const COMMITTEE = /^(?:党委|党工委|工委|委)/;

/** The office that a name gives behind its head. */
export function officeOf(rest: string, head: Head): OfficeReading | undefined {
  if (rest === '') return undefined;
  return (
    (STATIONED.test(rest)
      ? ({ kind: 'party', unitId: 'discipline-supervision', rank: 5, form: 'named' } as const)
      : undefined) ??
    committeeOf(rest, head) ??
    nationalOf(rest, head) ??
    exactTaskforce(rest) ??
    listedOf(rest, head) ??
    departmentOf(rest, head) ??
    bareParty(rest) ??
    taskforceOf(rest) ??
    stateBranchOf(rest, head) ??
    branchOf(rest, head) ??
    partOf(rest, head) ??
    shapeOf(rest, head)
  );
}

/** 县委, 县委组织部, 县委办公室, 党工委. */
function committeeOf(rest: string, head: Head): OfficeReading | undefined {
  const committee = COMMITTEE.exec(rest)?.[0];
  if (!committee || (committee.endsWith('委') && committee === '委' && head.end === 0)) return undefined;
  const office = rest.slice(committee.length);
  if (office === '' || office === '员会')
    return { kind: 'party', unitId: 'party-committee', rank: 5, form: head.end > 0 ? 'named' : 'plain' };
  const both = tables().party.get(rest);
  const own = both ?? tables().party.get(office);
  return own && known(own);
}

function nationalOf(rest: string, head: Head): OfficeReading | undefined {
  if (head.end > 0) return undefined;
  const office = tables().national.get(rest);
  return office && { ...known(office), own: true };
}

const LOCAL_GOVERNMENT =
  /^(?:党委|党工委|委)?(?:\((?:街道)?(?:党工委|党委)\))?[和及、与]?(?:人民)?(?:政府|街道办事处|办事处|管委会|管理委员会|公所)(?:[、和及与/]?(?:街道)?(?:办事处|管委会|街道办))?$/;

/** Organs, organisations, institutions, companies that a table names. */
function listedOf(rest: string, head: Head): OfficeReading | undefined {
  const { offices, verticals, institutions } = tables();
  const league = /^(?:共青)?团(?:委|工委|支部)(?:员会)?$/.test(rest);
  if (league) return { kind: 'organisation', unitId: 'youth-league', rank: 5, form: 'named' };
  const office = offices.get(rest);
  if (office) {
    const bare =
      head.end === 0 &&
      /^(?:政府|人民政府|办事处|管委会|管理委员会|人大|政协|工会|商会|法院|检察院|派出所|武警|村民委员会|居民委员会|村委会|居委会)$/.test(
        rest,
      );
    return known(office, bare ? 'plain' : 'named');
  }
  if (LOCAL_GOVERNMENT.test(rest))
    return { kind: 'government', unitId: 'government', rank: 5, form: head.end > 0 ? 'named' : 'plain' };
  const other = verticals.get(rest) ?? institutions.get(rest);
  if (!other) return undefined;
  const generic = head.end === 0 && (other.kind === 'institution' || other.kind === 'company' || /^海关$/.test(rest));
  return known(other, generic ? 'plain' : 'named');
}

const DEPARTMENT = /^(.+?)(?:(?:行政|监督)?管理|工作|事务|行政|服务)?(分局|局|厅|委员会|委|总局|署|部|办公室|办)$/;
const CENTRE =
  /^(.+?)(?:事业|产业|公共|综合|社会)?(?:(?:发展|服务|管理|事务|保障|促进|技术推广|技术|建设|监测|监管|执法|推广|信息|指导|综合|交流){0,3})(中心|站|所)$/;
const BRIGADE = /^(.+?)(?:综合|行政|监察|稽查|保障|执法|管理)*(大队|支队|总队)$/;
const FUNCTION = /^(.+?)(?:行政主管|行政管理|行政|主管|监督管理|管理|监管|执法|督导|督导评估)?(部门|机关|系统|机构)$/;

/** Offices named after competences: 教育局, 文化广电和旅游局, 财政部, 公安部门, 林业发展中心; 财政 alone. */
function departmentOf(rest: string, head: Head): OfficeReading | undefined {
  const whole = tables().whole.get(rest);
  if (whole) return { kind: 'department', unitId: whole.id, rank: 5, form: 'named' };
  const alone = competencesOf(rest);
  if (alone && !alone.short && !/(?:工程|项目|市场|公园)$/.test(rest))
    return { kind: 'department', unitId: alone.unitId, rank: 5, form: 'bare' };
  return (
    withEnding(rest, head) ??
    derived(rest, head, CENTRE, 'institution', (end) => (end === '中心' ? '-centre' : '-station')) ??
    derived(rest, head, BRIGADE, 'department', () => '-brigade') ??
    functional(rest)
  );
}

function withEnding(rest: string, head: Head): OfficeReading | undefined {
  const ending = DEPARTMENT.exec(rest)?.[2];
  if (!ending) return undefined;
  const stems = [rest.slice(0, -ending.length), DEPARTMENT.exec(rest)?.[1] ?? ''];
  const found = stems.map(competencesOf).find((c) => c !== undefined);
  if (!found) return undefined;
  // 教体局 and its like; what is written with single characters ends with a plain word of office.
  if (found.short && !/^(?:局|委|厅|部|办)$/.test(ending)) return undefined;
  const base = { kind: 'department', unitId: found.unitId, rank: 5, form: 'named' } as const;
  if (ending === '部') {
    // Only ministries are called so; 县教育部 is none.
    const ministry = found.ministry && (head.end === 0 || head.level === 'national');
    return ministry && (!found.short || rest === '文旅部') ? { ...base, level: 'national', own: true } : undefined;
  }
  if (ending === '总局' || ending === '署')
    return head.end === 0 || head.level === 'national' ? { ...base, level: 'national', own: true } : undefined;
  if (ending === '厅' && !head.word) return { ...base, level: 'provincial' };
  return base;
}

function derived(
  rest: string,
  head: Head,
  pattern: RegExp,
  kind: BodyKind,
  tail: (end: string) => string,
): OfficeReading | undefined {
  const [, stem = '', end = ''] = pattern.exec(rest) ?? [];
  const found = competencesOf(stem);
  if (!found || found.short) return undefined;
  // 数据中心 and 文化中心 alone are things as well.
  const form = head.end > 0 ? 'named' : 'plain';
  return { kind, unitId: `${found.unitId}${tail(end)}`, rank: 5, form };
}

function functional(rest: string): OfficeReading | undefined {
  const stem = FUNCTION.exec(rest)?.[1];
  const end = FUNCTION.exec(rest)?.[2] ?? '';
  if (!stem) return undefined;
  const plain = competencesOf(stem) ?? competencesOf(rest.slice(0, -end.length));
  if (plain && end !== '机构') return { kind: 'department', unitId: plain.unitId, rank: 5, form: 'functional' };
  const party = tables().party.get(`${stem}部`) ?? (stem === '机构编制' ? tables().party.get('编办') : undefined);
  return party && known(party, 'functional');
}

function bareParty(rest: string): OfficeReading | undefined {
  const office = tables().party.get(rest);
  return office && !ONLY_BEHIND_COMMITTEE.test(rest) ? known(office) : undefined;
}

/** 应急委: before a reading as a department of its field of work. */
function exactTaskforce(rest: string): OfficeReading | undefined {
  const own = tables().taskforces.get(rest);
  return own && known(own);
}

/** 防汛抗旱指挥部, its office, 安委办. */
function taskforceOf(rest: string): OfficeReading | undefined {
  const { taskforces } = tables();
  const tail = /(?:办公室|办)$/.exec(rest)?.[0];
  if (!tail) return undefined;
  const stem = rest.slice(0, -tail.length);
  const body =
    taskforces.get(stem) ?? (tail === '办' ? (taskforces.get(`${stem}会`) ?? taskforces.get(`${stem}委`)) : undefined);
  return body && { ...known(body), unitId: `${body.id}-office` };
}

const BRANCH =
  /(?:中心支行|分行|支行|营业管理部|分公司|供电分公司|供电公司|电力(?:有限)?公司|省电力公司|监管分局|监管支局|监管局|税务局|分局|支局|调查总队|调查队|总队|支队|大队|中队|地区管理局|管理局|监督管理局|集团|有限责任公司|有限公司|公司|支公司|分理处|办事处|海关|局)$/;

/** Offices of other tables that stand behind the bare name of a town. */
const IN_TOWNS = /^(?:调查队|军分区|警备区)$/;

/** 人民银行X市分行, 国网X县供电公司, 国家税务总局X县税务局; X海关, 江西银保监局. */
function branchOf(rest: string, head: Head): OfficeReading | undefined {
  const { chains, verticals, institutions, offices } = tables();
  for (let end = Math.min(rest.length, 12); end >= 2; end--) {
    const parent = chains.get(rest.slice(0, end));
    if (!parent) continue;
    const tail = rest.slice(end);
    if (tail === '')
      return {
        kind: parent.kind,
        unitId: parent.id,
        rank: 5,
        form: 'named',
        own: true,
        ...(OF_STATE.test(rest) && { level: 'national' }),
      };
    const branch = BRANCH.exec(tail)?.[0];
    if (!branch) continue;
    const middle = (tail.slice(0, -branch.length).split('公司').at(-1) ?? '').replace(/^(?:股份)?有限|局集团$/, '');
    const place = placeIn(middle.replace(/^省(?=.)/, ''));
    if (place === undefined) continue;
    const unit = verticals.get(branch);
    // Those of the central bank in prefectures are called so.
    const level = branch === '中心支行' && !place.word ? ({ level: 'prefectural' } as const) : undefined;
    return { kind: parent.kind, unitId: unit?.id ?? parent.id, rank: 5, form: 'named', own: true, ...place, ...level };
  }
  if (head.end > 0) return undefined;
  // Offices of verticals behind the bare name of their town.
  for (let end = 2; end <= Math.min(4, rest.length - 2); end++) {
    const tail = rest.slice(end);
    const unit =
      verticals.get(tail) ?? (tail === '调查队' ? institutions : offices).get(IN_TOWNS.exec(tail)?.[0] ?? '');
    const place = unit && placeIn(rest.slice(0, end));
    // 上海警备区 is that of a province.
    if (unit && place?.place)
      return { ...known(unit), ...(place.word === '省' && { level: null }), rank: 3, own: true, ...place };
  }
  return undefined;
}

/** Companies of the state whose names are not said of their branches. */
const OF_STATE = /^(?:国家|国铁|国开行|中国国家|南方电网)/;

/** 国家矿山安全监察局X局, 国家能源局X监管办公室: offices of the state in a part of the country. */
const STATE_BRANCH =
  /^(?:驻)?(.{2,8}?)(?:监管局|监管办公室|监管办|分局|专员办事处|专员办|督察局|督查局|特派员办事处|管理局|局)$/;

function stateBranchOf(rest: string, head: Head): OfficeReading | undefined {
  if (head.level !== 'national' || head.end === 0) return undefined;
  for (let end = 3; end < Math.min(rest.length - 2, 16); end++) {
    if (!/[局署]/.test(rest[end - 1] ?? '')) continue;
    const place = placeIn(STATE_BRANCH.exec(rest.slice(end))?.[1] ?? '');
    const town = place?.place && (isPlace(place.place) || /^[^省市州县区]{2,4}$/.test(place.place));
    const parent = town ? departmentOf(rest.slice(0, end), head) : undefined;
    if (parent?.form !== 'named' || !place) continue;
    return { ...parent, own: true, level: null, ...place, place: place.place ?? null };
  }
  return undefined;
}

const NO_TOWN =
  /^(?:通过|经过|进出|出入|加强|推动|国家|全国|地方|有关|相关|其他|县级|市级|省级|农村|城乡|城市|农业|企业|政府|国有|进口|出口|智慧|各地|当地|所属|隶属|直属)|[的与和及各由在对将把]/;

/** The place in the middle of a branch's name: none, a word of level, an area, or a bare name. */
function placeIn(middle: string): Pick<OfficeReading, 'place' | 'word' | 'level'> | undefined {
  if (middle === '') return { place: null };
  if (/^(?:华东|华北|华中|华南|中南|西南|西北|东北)$/.test(middle)) return { place: null };
  if (/^[省市州县区旗]$/.test(middle)) return { place: null, word: middle };
  if (isPlace(middle)) return { place: middle, word: levelWordOf(middle) };
  if (isProvince(middle)) return { place: middle, word: '省' };
  if (/^[\u4e00-\u9fffA-Z×○]{1,6}$/.test(middle) && !NO_TOWN.test(middle)) return { place: middle, word: null };
  return undefined;
}

const PART = /^.{0,12}?(分局|大队|支队|总队|中队|派出所|中心|所|站|党组|党委|科室|处室|股室|科|处|股|室|司|办公室|办)$/;

/** A part of a known office: 公安局交警大队, 教育局基教股, 生态环境局X分局. */
function partOf(rest: string, head: Head): OfficeReading | undefined {
  for (let end = rest.length - 1; end >= 3; end--) {
    if (!/[局厅委部院室]/.test(rest[end - 1] ?? '')) continue;
    const tail = PART.exec(rest.slice(end))?.[1];
    if (!tail || NO_STEM.test(rest.slice(end)) || NO_DIVISION.test(rest.slice(end))) continue;
    const office = rest.slice(0, end);
    const parent = committeeOf(office, head) ?? listedOf(office, head) ?? departmentOf(office, head);
    if (parent?.form !== 'named') continue;
    const base = { rank: 3, form: 'named', ...(parent.level && { level: parent.level }) } as const;
    if (tail === '分局') return { ...base, kind: parent.kind, unitId: parent.unitId };
    if (/^(?:党组|党委)$/.test(tail)) return { ...base, kind: 'party', unitId: null };
    if (/队$|派出所/.test(tail)) return { ...base, kind: 'department', unitId: null };
    if (/^(?:中心|所|站)$/.test(tail)) return { ...base, kind: 'institution', unitId: null };
    return { ...base, kind: 'division', unitId: null };
  }
  return undefined;
}

/** 成立领导小组, 由领导小组: a sentence about it. */
const FOUNDING = /^(?:成立|组建|设立|建立|撤销|由|经(?![开发济贸信营合建控投管研])|报(?!社|业)|请)/;

/** A name that no table knows and that ends like one. */
function shapeOf(rest: string, head: Head): OfficeReading | undefined {
  if (NO_BODY.test(rest) || VERB_OFFICE.test(rest) || FOUNDING.test(rest)) return undefined;
  // Two offices are no name of one.
  if (/[局厅委办部院会][和与及](?!.{0,6}(?:会|组|部)$)/.test(rest)) return undefined;
  const verbs = NO_STEM.test(rest) || VERB_HEAD.test(rest);
  for (const { ending, kind, free, short } of SHAPES) {
    const found = ending.exec(rest)?.[0];
    // 推进X领导小组 of a county has a verb in its name; nothing else has.
    if (found === undefined || (verbs && !(free && head.end > 0))) continue;
    const stem = rest.slice(0, -found.length);
    const whole = short && stem === '';
    if (stem === '' && found.length < 3 && !free && !whole && head.end > 0) return undefined;
    const specific = head.end > 0 && (whole || stem.length >= 2 || found.length >= 3);
    const committee = head.end > 0 && rest.startsWith('委') && kind === 'department';
    return { kind: committee ? 'party' : kind, unitId: null, rank: 2, form: specific || free ? 'named' : 'plain' };
  }
  if (verbs || !DIVISION.test(rest) || NO_DIVISION.test(rest) || rest.length < 3 || rest.length > 10) return undefined;
  return { kind: 'division', unitId: null, rank: 2, form: 'division' };
}
