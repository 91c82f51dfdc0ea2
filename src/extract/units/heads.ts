import { LEVEL_WORDS, PROVINCES } from '../../lexicon/bodies/areas.js';
import type { BodyLevel } from '../../lexicon/bodies/entry.js';

/** What stands before an office: a word of level (县), a place (青岚县), 各乡(镇), or nothing. */
export interface Head {
  /** Where it ends in the name. */
  readonly end: number;
  /** The word that says its level: 市, 县. */
  readonly word: string | null;
  readonly level: BodyLevel | null;
  readonly place: string | null;
  /** All areas of a level, not one: 各乡镇, 市县两级. */
  readonly each: boolean;
  /** Of any area: 各级, 地方, 县级. */
  readonly vague?: true;
  /** A zone, which committees administer. */
  readonly zone?: true;
}

const NONE: Head = { end: 0, word: null, level: null, place: null, each: false };

/** A word of level that is the beginning of another word: 市场, 区域, 县城, 乡村, 国家. */
const LEVEL_HEAD =
  /^(?:(?:全|本|我)?(省|自治区|兵团|地区|设区市|地级市|县级市|新区|街道|社区|苏木|嘎查|市(?!民(?![政族宗防航营用间革建进盟办])|[场容域郊面值])|州|盟|县(?!域)|区(?!域|划|块|位|间|县)|旗|镇(?!街)|乡(?![村镇街土])|村(?![镇民庄]))(?:本级|级|直属|直|属)?)/;
const NATIONAL_HEAD = /^(?:中华人民共和国|中共中央|国务院|国家级?|全国|中央|中国)/;

const VAGUE_HEAD =
  /^(?:地方各级|各级|地方|当地|属地|县级以上(?:地方)?(?:各级)?|(?:乡镇|街道)以上|本级|同级|上级|上一级|下级|所在地|事发地|流入地|流出地|各?(?:相关|有关)?试点(?:城市|地区|县|市|县市)|(?:相关|有关)地方)/;

/** Areas of one level, or of several: 各乡(镇), 各市、县(区), 各乡镇(街道), 县、乡(镇、街道)两级, 各地级以上市. */
const AREA =
  '地级以上市|设区的?市|地级市|县级市|自治县|自治州|街道|社区|苏木|园区|功能区|开发区|高新区|新区|行政村|村居|[省市州盟县旗乡镇村街]|区(?!域)';
const AREAS = new RegExp(AREA, 'g');
const EACH_HEAD = new RegExp(
  `^(?:全[省市州县区]|[省市州县区]|涉及|涉[农海林]|涉|有关|相关|所有|其他|其它|沿线|沿江|沿河|沿岸|流域|试点|辖区|属地)*各?(?:有关|相关|试点|涉[农海林])?((?:${AREA})(?:[、和及与/]?(?:${AREA})|[、和及与]?\\((?:[、和及与/]?(?:${AREA}))+\\))*)(?:[两三四]级)?`,
);
const SEVERAL = /[、(]|^(?:县级|地级)市$|两级|三级|四级|乡镇|镇街|市州|市县|县区|区县|县市|州市|旗县|村居|县乡/;

/** What zones are called, without the name of their place. */
const ZONE =
  '(?:(?:国家级|省级|经济|技术|高新|产业|工业|农业|科技|旅游|综合|自由|贸易|自贸|化工|物流|空港|临空|临港|生态|文化|循环|现代|风景|名胜|合作|创新|健康|食品|航空|数字|软件|边境|跨境){0,4}(?:开发区|高新区|经开区|园区|产业园|工业园|科技园|物流园|示范区|度假区|管理区|保税区|自贸区|空港区|名胜区|风景区|景区|功能区|试验区|合作区|集聚区|集中区|经济区|新城|科学城|科技城|港区|新区))';
const PLACE_END = /(?:特别行政区|自治区|自治州|自治县|自治旗|[省市州盟县区旗镇乡村]|地区|街道|社区|苏木|嘎查)$/;
const ZONE_END = new RegExp(`${ZONE}$`);
/** 经开区, 县工业园区: a zone that its kind alone names, with a word of level or none. */
const ZONE_HEAD = new RegExp(`^([省市州县区旗镇乡]?)(${ZONE})`);
/** Kinds of zones of which an area may have many: they name none. */
const ANY_ZONE =
  /^(?:产业|工业|农业|科技|旅游|生态|国家级|省级)*(?:园区|开发区|功能区|新区|示范区|度假区|管理区|风景区|景区|试验区|合作区|集聚区|集中区|经济区|产业园|工业园|科技园|物流园|新城|港区)$/;
/** Words that end like areas and are none. */
const NO_AREA =
  /(?:城乡|水乡|镇村|军分区|警备区|军区|社会主义新农村|城市|都市|超市|上市|集市|夜市|楼市|股市|乡镇|城镇|集镇|村镇|小镇|重镇|农村|乡村|山村|行政村|示范村|联盟|同盟|红旗|(?:辖|灾|库|山|牧|城|郊|小|片|校|厂|学|林|军|居住|住宅|战|禁|市|地|景|湿地)区|市区|社区|全[省市县区镇乡村]|各[省市县区镇乡村]|本[省市县区镇乡村]|我[省市县区]|跨.|外[省市县]|[省市县区][省县区])$/;
/** What no name of a place begins with. */
const NO_PLACE =
  /^(?:奋力|推[进动行广]|加[快大]|深[化入]|如[需有果]|不|均|哪|责任|包[括含]|含(?!山)|涵盖|除|凡是|若|打[造好击]|发[展挥]|提[高升]|促进|扩大|坚持|实[现行]|维护|抓好|[由经报请对把被或据按让该此其每是的了各全我本推支协配督指组引需须当给凭若至于也还就未非但并及与和在向为以使将到从要有无同]|应(?!县|城)|会同|加强|联合|建立|建设|完善|实施|开展|强化|落实|提高|打造|创建|争取|力争|确保|统筹|围绕|通过|根据|依托|鼓励|一[是批]|中共|中央|中国|国家|国网|南网|国铁|中储|中石|电网|共青团|全国|有关|相关|所在|属地|邻近|周边|重点|试点|示范|现代|农业|农村|工业|产业|城市|城乡|乡村|基层|地方|上级|下级|教育|科技|文化|生态|经济|社会|人民|市场|公共|综合|行政)/;
/** Real names that begin so all the same. */
const PLACE_ALL_THE_SAME =
  /^(?:和平|和田|和静|和林|和龙|和顺|和政|同江|同心|同仁|向阳|从江|从化|将乐|全椒|全州|全南|于都|于田|于洪|当阳|当涂|当雄|本溪|若羌|若尔盖|未央|让胡路|同德|和硕|无锡|无棣|无极|无为|将军)[^的]{0,9}(?:[市县区旗镇乡]|街道)$/;
const OFFICE_INSIDE =
  /科(?!尔沁|左|右)|[局厅委部办院处股队组(由的把与及]|(?<!无)为|推进|推动|加快|深化|包括|覆盖|涵盖|不含|如需|会同|落实|实现|开展|组织|创建|打造|优化|完善|提升|提高|促进|政府|公司|银行|农商行|中心|学校|负责|加强|建设|牵头/;
/** More characters than the name of one area has, but for those of minorities. */
const TOO_LONG = /^(?!.*自治)(?:.*[省市州盟县区旗镇乡村])?[^省市州盟县区旗镇乡村]{7}/;
/** The last characters of names of areas and zones. */
const LAST_OF_AREA = '省市州盟县区旗镇乡村道木查园城';
const PLACE_STEM = /^[\u4e00-\u9fffA-Z×○·]+$/;

/** Whether a string can be the name of an area: X县, 青岚县云台镇. */
export function isPlace(text: string): boolean {
  // Most ends are no area's: the patterns below are slow.
  if (!LAST_OF_AREA.includes(text.at(-1) ?? '')) return false;
  if (
    text.length < 2 ||
    (text.length > 14 && !/自治[州县旗]$/.test(text)) ||
    !PLACE_STEM.test(text) ||
    OFFICE_INSIDE.test(text)
  )
    return false;
  if (!PLACE_END.test(text) && !ZONE_END.test(text)) return false;
  if (NO_AREA.test(text) || TOO_LONG.test(text.replace(ZONE_END, '').replace(/街道|社区|地区/g, '区'))) return false;
  if (NO_PLACE.test(text) && !PLACE_ALL_THE_SAME.test(text)) return false;
  return text.replace(PLACE_END, '') !== '' && !LEVEL_WORDS[text];
}

/** The word at the end of an area's name that says its level; null for zones, which may be of any. */
export function levelWordOf(place: string): string | null {
  if (ZONE_END.test(place) && (!/^.{1,3}新区$/.test(place) || /高新区$/.test(place))) return null;
  const word = PLACE_END.exec(place)?.[0];
  return word === undefined || word === '' ? null : word;
}

let provinces: RegExp | undefined;
const provinceAt = (name: string): string | undefined => {
  provinces ??= new RegExp(`^(?:${PROVINCES.replace(/ /g, '|')})`);
  return provinces.exec(name)?.[0];
};

/** Whether a name is that of a province without its 省: 江西. */
export const isProvince = (name: string): boolean => provinceAt(name) === name;

/** What may stand before the office of a name, nothing first, the longest last. */
export function headsOf(name: string): Head[] {
  const heads: Head[] = [NONE];
  const national = NATIONAL_HEAD.exec(name)?.[0];
  if (national) heads.push({ end: national.length, word: '国家', level: 'national', place: null, each: false });
  const level = LEVEL_HEAD.exec(name);
  const word = level?.[1];
  if (level && word) {
    const general = /[^本]级$/.test(level[0]);
    const head = { end: level[0].length, word, level: LEVEL_WORDS[word] ?? null, place: null, each: false };
    heads.push(general ? { ...head, vague: true } : head);
  }
  const province = provinceAt(name);
  if (province) heads.push({ end: province.length, word: '省', level: 'provincial', place: province, each: false });
  // The ends of areas, no farther than names of places reach.
  for (let end = 2; end <= Math.min(name.length, 18); end++) {
    const place = name.slice(0, end);
    // 数字县域, 市区: the end of an area is a part of another word.
    if (!isPlace(place) || name[end] === '域') continue;
    const own = levelWordOf(place) ?? levelWordOf(place.replace(ZONE_END, ''));
    heads.push({ end, word: own, level: own ? (LEVEL_WORDS[own] ?? null) : null, place, each: false });
  }
  const zone = zoneHead(name);
  if (zone) heads.push(zone);
  const vague = VAGUE_HEAD.exec(name)?.[0];
  if (vague) {
    // 试点城市, 试点县: of a level all the same.
    const of = /^.*试点.*?(市|县)/.exec(vague)?.[1] ?? null;
    heads.push({
      ...NONE,
      end: vague.length,
      word: of,
      level: of ? (LEVEL_WORDS[of] ?? null) : null,
      each: true,
      vague: true,
    });
  }
  const each = eachHead(name);
  if (each) heads.push(each);
  return heads;
}

/** 经开区, 高新技术产业开发区, 县工业园区: of the level that its word says, else of any. */
function zoneHead(name: string): Head | undefined {
  const [whole, level = '', kind = ''] = ZONE_HEAD.exec(name) ?? [];
  if (whole === undefined || /^[市县区]?新区$/.test(whole)) return undefined;
  const place = level !== '' || ANY_ZONE.test(kind) ? null : whole;
  return { end: whole.length, word: level || null, level: LEVEL_WORDS[level] ?? null, place, each: false, zone: true };
}

/** 各乡(镇), 各市、县(区), 乡镇: all areas of a level. The lowest of several levels counts. */
function eachHead(name: string): Head | undefined {
  const match = EACH_HEAD.exec(name);
  const areas = match?.[1];
  if (!match || !areas) return undefined;
  // 各乡镇、县水务局: a list whose first name is an area; 各村|委会: the word belongs to the office.
  const rise = risingAt(match[0]);
  const whole = (rise === undefined ? match[0] : match[0].slice(0, rise)).replace(
    /(?<=^.*各.*)村$/,
    /^(?:民委|委|两委)/.test(name.slice(match[0].length)) ? '' : '村',
  );
  if (!/^.{0,4}(?:各|涉及|有关|相关|所有|其他|其它|试点)/.test(whole) && !SEVERAL.test(whole)) return undefined;
  const words = [...areas.matchAll(AREAS)].map(([found]) => found);
  const levels = words.map(
    (found) => LEVEL_WORDS[found] ?? LEVEL_WORDS[found.at(-1) ?? ''] ?? LEVEL_WORDS[found[0] ?? ''] ?? null,
  );
  const township = levels.some((l) => l === 'township') && !levels.some((l) => l === 'county' || l === 'prefectural');
  // 各市、县(区), 各县(市、区): the areas below, of the lowest level named; 市 there is a city of that level.
  const level = township ? 'township' : levels.includes('village') ? 'village' : lowest(levels);
  return { end: whole.length, word: words[0] ?? null, level, place: null, each: true };
}

/** Where a list of areas goes up to one of a higher level behind 、. */
function risingAt(areas: string): number | undefined {
  const township = /^.*?(?:乡镇|街道|[乡镇)])、(?=[省市州县](?!街|、))/.exec(areas)?.[0];
  return township && /[乡镇]|街道/.test(township) && !/[市县]/.test(township) ? township.length - 1 : undefined;
}

const ORDER: readonly BodyLevel[] = ['national', 'provincial', 'prefectural', 'county', 'township', 'village'];

const lowest = (levels: readonly (BodyLevel | null)[]): BodyLevel | null =>
  levels.reduce<BodyLevel | null>(
    (low, level) => (level && (!low || ORDER.indexOf(level) > ORDER.indexOf(low)) ? level : low),
    null,
  );
