import { NO_BODY } from '../../lexicon/bodies/shapes.js';
import { CONSULTS, DEED_WORD, EVERYBODY } from '../../lexicon/duties.js';
import type { UnitName } from '../units/name.js';
import { readUnit } from '../units.js';
import { listOf } from './names.js';

/** The bodies that a stretch of running text names, all of them such as can be given work. */
export interface Offices {
  readonly names: string[];
  readonly open: boolean;
  /** Whether each is an office by name, with its level or place: 县水务局, not 开发建设单位. */
  readonly named: boolean;
  /** Whether each is at least an office by its field of work: 公安机关, 教育、财政等部门. */
  readonly byWork: boolean;
  /** Whether one of them is many without level or name, who is told to do things but by 由: 项目单位, 开发建设单位. */
  readonly general: boolean;
}

const MOST = 20;
const LONGEST = 36;
/** Words before a list that are no part of its first name. */
const BEFORE = /^(?:原则上|同时|并|其中|由|首先|下一步|今后|此外|另外|明确|指定|授权|委托|责成|要求|请|以)+/;
/** （以下简称联席会议） behind a name. */
const SHORT_FORM = /[(（](?:以下)?(?:统称|简称|统一简称)[^()（）]*[)）]/g;
/** A list of fields of work that are offices by what closes it: 发展改革、财政等部门. */
const FIELDS = /(?:等(?:有关|相关|各有关)?(?:职能)?|[\u4e00-\u9fff]{2})部门(?:和单位)?$/;
const BEHIND = /(?:也|都|均|还|则|再|又|予以)+$/;
/** Words that stand in sentences about offices and in the name of none. */
const SENTENCE = new RegExp(
  `[的了把将由报]|(?<!所)在|对(?!外)|^[与和及]|${CONSULTS}|经(?!信|济|贸|开|管|发|委|营|办|研|纪|侦)|依法|依托|根据|按照|要(?!塞)|提交|上报|报送|移交|签订|纳入|主持|兼任|成立|抽调|名单|到(?=.{2})|后$|后要|向|为|是`,
);

/** 公安机关, 各级财政部门; not 县财政, which is where money comes from. */
const isByWork = ({ form, kind, unitId }: UnitName): boolean =>
  form === 'functional' && kind === 'department' && unitId !== null;

const OPENS = new RegExp(`^(?:${DEED_WORD}|形成|鼓励|支持|健全|构建)+`);
const PERSON =
  /(?:干部|人员|同志|领导|书记|主任|局长|县长|市长|省长|镇长|乡长|校长|院长|负责人|责任人|专员|代表|委员)$/;

const QUOTE = /[“”]/;
/** Quotes that all close. */
const QUOTED = /^[^“”]*(?:“[^“”]*”[^“”]*)*$/;

/** The offices of a list; undefined where one of its names is none. */
export function officesOf(list: string): Offices | undefined {
  if (/^[与和及]/.test(list) || (QUOTE.test(list) && !QUOTED.test(list))) return undefined;
  const { names, open } = listOf(list.replace(BEFORE, '').replace(BEHIND, '').replace(SHORT_FORM, ''));
  if (names.length === 0 || names.length > MOST) return undefined;
  let named = true;
  let byWork = true;
  let general = false;
  for (const name of names) {
    const unit = name.length > LONGEST || SENTENCE.test(name) ? undefined : readUnit(name);
    if (!unit && isCentre(name)) {
      named = byWork = false;
      continue;
    }
    if (!unit || !isOffice(unit, name)) {
      if (names.length === 1 || !FIELDS.test(list) || !isField(unit, name)) return undefined;
      named = false;
      byWork &&= unit?.form === 'bare' || (name.length <= 8 && !/^会同|[局委办厅部]$/.test(name));
      continue;
    }
    named &&= isNamed(unit);
    byWork &&= isNamed(unit) || isByWork(unit) || (unit.form === 'bare' && names.length > 1 && FIELDS.test(list));
    general ||=
      unit.kind === 'collective' &&
      unit.word === null &&
      !/(?:主管|行政|监管|监督|管理|执法|监察|督导|经办)(?:部门|机构)$|^各?试点|^主管单位$/.test(name);
  }
  return { names, open, named, byWork, general };
}

/** 市照明中心, 区急修中心: of an area, with no more of a name than their work. */
function isCentre(name: string): boolean {
  return /^[省市州县区镇][\u4e00-\u9fff]{2,10}中心$/.test(name) && !SENTENCE.test(name) && !NO_BODY.test(name);
}

function isOffice(unit: UnitName, name: string): boolean {
  if (PERSON.test(name)) return false;
  // 文物修缮项目经市: no area has so long a name, but those of minorities.
  if ((unit.place?.length ?? 0) > 7 && !/自治[区州县旗]$/.test(unit.place ?? '')) return false;
  // 鼓励省融资担保公司, 健全政府: words of deeds before what is a name without them; 组织部, 督查室, 协调小组 are names.
  const deed = OPENS.exec(name)?.[0];
  const group = unit.kind === 'taskforce' && name.length <= 8;
  const rest = deed && !group && name.length > deed.length + 1 ? readUnit(name.slice(deed.length)) : undefined;
  if (rest && rest.form !== 'collective') return false;
  if (unit.form === 'collective') return !EVERYBODY.test(name);
  if (unit.form === 'bare') return unit.head !== '';
  if (unit.form === 'area') return /各/.test(unit.head) || (unit.place !== null && !/^[省市州县区乡镇村]+$/.test(name));
  // 水源政府: a word before 政府 makes none.
  if (unit.form === 'plain' && unit.kind === 'government') return false;
  return unit.form !== 'plain' || unit.unitId !== null || name.length >= 4 || /[局委办部厅所站队院]$/.test(name);
}

/** 财政, 住房城乡建设 in a list that 等部门 closes. */
function isField(unit: UnitName | undefined, name: string): boolean {
  return unit?.form === 'bare' || (/^[\u4e00-\u9fff]{2,10}$/.test(name) && !SENTENCE.test(name) && !OPENS.test(name));
}

function isNamed({ form, head, text }: UnitName): boolean {
  // Schools and hospitals are things of plans, too: only words of office give them work.
  if (/(?:学校|幼儿园|小学|中学|高中|大学|学院|医院|卫生院)$/.test(text)) return false;
  return form === 'named' || form === 'each' || (form === 'area' && /各/.test(head));
}

/** 建管中心, 区急修中心, 居委会: like the name of a body, known or not. */
const LABEL_BODY = /^[\u4e00-\u9fff]{1,12}(?:局|委|办|所|站|队|中心|集团|公司|委会|委员会)(?:[(][^()]*[)])?$/;
/** 负责…, 牵头负责…, 配合…: work, and nothing about what stands before. */
const TOLD_ALONE =
  /^(?:具体|主要|牵头|共同)*(?:负责|牵头|承担)|^(?:配合|协助|协同)(?=[\u4e00-\u9fff]{2})|^积极(?:配合|协助|参与)/;

/**
 * Whom the label of an item names that a full stop closes: 4.建管中心。负责…. A number before it, and what it is told to do,
 * make a label of any name that ends like one of a body.
 */
export function stoppedLabel(
  label: string,
  said: string,
  numbered: boolean,
): Pick<Offices, 'names' | 'open'> | undefined {
  if (!numbered || !TOLD_ALONE.test(said) || !LABEL_BODY.test(label)) return undefined;
  return officesOf(label) ?? (OPENS.test(label) ? undefined : { names: [label], open: false });
}
